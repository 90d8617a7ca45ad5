"""What ``cermat rules`` prints: the list of rules, and one rule explained."""

from typing import NamedTuple

from schemas.finding import Category, Severity
from validators.registry import page, rules


class Entry(NamedTuple):
    """One line of the catalogue; ``page`` is the explanation in Markdown."""

    code: str
    title_id: str
    title_en: str
    category: Category
    severity: Severity
    legal_basis: str
    hint: bool
    page: str


def catalogue() -> tuple[Entry, ...]:
    """Every rule, in the order of the codes."""
    return tuple(
        Entry(
            rule.code,
            rule.title_id,
            rule.title_en,
            rule.category,
            rule.severity,
            rule.legal_basis,
            rule.hint,
            page(rule.code),
        )
        for rule in rules()
    )


def explain(code: str) -> Entry:
    """One rule. Raises KeyError for an unknown code."""
    for entry in catalogue():
        if entry.code == code.upper():
            return entry
    raise KeyError(code)
