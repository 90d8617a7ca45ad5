"""Write the generated pages of ``docs/``: the JSON Schema of the output and one page for each rule.

Run by ``make docs``; a test fails when what is committed differs from what this writes.
"""

import json
from pathlib import Path

from docs.pesan import page as messages
from reports.contract import json_schema
from validators.catalogue import Entry, catalogue

DOCS = Path(__file__).resolve().parent


def pages() -> dict[Path, str]:
    """Path below ``docs/`` → text, for every generated page."""
    rules = catalogue()
    made = {Path("cermat.schema.json"): json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"}
    made |= {Path("aturan") / f"{rule.code}.md": _rule(rule) for rule in rules}
    made[Path("aturan") / "README.md"] = _index(rules)
    made[Path("aturan") / "pesan.md"] = messages()
    return made


def _rule(rule: Entry) -> str:
    facts = [f"*{rule.title_en}*", "", f"Tingkat: `{rule.severity.value}` · Kategori: `{rule.category.value}`"]
    if rule.legal_basis:
        facts.append(f"· Dasar: {rule.legal_basis}")
    if rule.hint:
        facts.append("· hanya dengan `--hints`")
    return f"# {rule.code}: {rule.title_id}\n\n" + "\n".join(facts) + f"\n\n{rule.page.strip()}\n"


def _index(rules: tuple[Entry, ...]) -> str:
    lines = ["# Aturan", "", "Dibuat oleh `make docs` dari aturan itu sendiri; jangan disunting.", ""]
    lines += ["Lihat juga [semua pesan](pesan.md) dan [yang tidak diperiksa](tidak-diperiksa.md).", ""]
    lines += ["| Kode | Judul | Tingkat | Kategori |", "|---|---|---|---|"]
    lines += [f"| [{r.code}]({r.code}.md) | {r.title_id} | {r.severity.value} | {r.category.value} |" for r in rules]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write every page; remove pages of rules that are gone."""
    made = pages()
    for old in (DOCS / "aturan").glob("[A-Z][0-9]*.md"):
        if old.relative_to(DOCS) not in made:
            old.unlink()
    for path, text in made.items():
        target = DOCS / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
