"""``cermat rules``: the catalogue on the terminal, and one rule explained."""

from rich.console import Console
from rich.markdown import Markdown
from rich.table import Table

from reports.words import Lang, say
from validators.catalogue import catalogue, explain


def show_rules(lang: Lang) -> None:
    """The list of rules: code, severity, title."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Kode", "Tingkat", "Judul") if lang == "id" else ("Code", "Severity", "Title"):
        table.add_column(heading)
    for rule in catalogue():
        title = rule.title_id if lang == "id" else rule.title_en
        table.add_row(rule.code, say(rule.severity.value, lang).lower(), title + (" (--hints)" if rule.hint else ""))
    Console(highlight=False).print(table)


def show_rule(code: str, lang: Lang) -> bool:
    """One rule with its page; False when there is no rule of that code."""
    try:
        rule = explain(code)
    except KeyError:
        return False
    console = Console(highlight=False)
    console.print(f"[bold]{rule.code}[/bold]  {rule.title_id} / {rule.title_en}")
    basis = f" · {rule.legal_basis}" if rule.legal_basis else ""
    console.print(f"{say(rule.severity.value, lang).lower()} · {rule.category.value}{basis}\n")
    console.print(Markdown(rule.page))
    return True
