"""Every message of the rules with one filled example, taken from the cases that fail."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import yaml

from schemas.finding import Message
from validators.check import check_document
from validators.registry import by_code, modules
from validators.rule import LIMIT, Rule

CASES = Path(__file__).resolve().parent.parent / "tests" / "rules"
_FIELD = re.compile(r"\\{\w+\\}")


class Example(NamedTuple):
    """A template in both languages and a message made from it; None when no case shows it."""

    template: tuple[str, str]
    message: Message | None


def page() -> str:
    """The page ``aturan/pesan.md``."""
    lines = [
        "# Pesan",
        "",
        "Semua pesan aturan dengan satu contoh dari kasus uji. Dibuat oleh `make docs`; jangan disunting.",
        "*Every message of the rules with one example from the test cases.* "
        f"Setiap pesan paling panjang {LIMIT} karakter.",
        "",
    ]
    for module in modules():
        rule: Rule = module.RULE
        lines += [f"## [{rule.code}]({rule.code}.md) {rule.title_id}", ""]
        for example in examples(module):
            shown = example.message or Message(id=example.template[0], en=example.template[1])
            lines += [f"- {_safe(shown.id)}", f"  *{_safe(shown.en)}*"]
        lines.append("")
    return "\n".join(lines)


def examples(module: ModuleType) -> list[Example]:
    """The templates of a rule module, each with the first message of the failing cases that it explains."""
    found = list(_messages(module.RULE))
    made = []
    for template in dict.fromkeys(_templates(module)):
        pattern = _pattern(template[0])
        made.append(Example(template, next((m for m in found if pattern.fullmatch(m.id)), None)))
    if len(made) == 1 and made[0].message is None and found:
        made = [made[0]._replace(message=found[0])]  # cut to length, or told by the diagnosis in other words
    return made


def _templates(module: ModuleType) -> Iterator[tuple[str, str]]:
    rule: Rule = module.RULE
    yield rule.message_id, rule.message_en
    for value in vars(module).values():
        for pair in value.values() if isinstance(value, dict) else (value,):
            if isinstance(pair, tuple) and len(pair) == 2 and all(isinstance(t, str) and "{place}" in t for t in pair):
                yield pair


def _messages(rule: Rule) -> Iterator[Message]:
    from tests.cases import build
    from tests.test_rules import Plain

    path = CASES / f"{rule.code}.yaml"
    cases: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Plain)["fail"] if path.is_file() else []
    for case in cases:
        chosen = [by_code()[code] for code in (rule.code, *case.get("with", []))]
        for finding in check_document(build(case["document"]), hints=True, catalogue=chosen).findings:
            if finding.rule == rule.code and finding.cause is None:
                yield finding.message


def _pattern(template: str) -> re.Pattern[str]:
    """What messages made from a template look like; a long one may be cut."""
    return re.compile(_FIELD.sub(".*", re.escape(template).replace("\\{", "\\{").replace("\\}", "\\}")), re.S)


def _safe(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;").replace("\n", " ")
