"""Small rules made up by tests."""

from schemas.finding import Category, Severity
from validators.rule import Check, Rule


def rule_of(code: str, check: Check) -> Rule:
    """A rule with that code and check, its texts of no interest."""
    return Rule(
        code=code,
        title_id="contoh",
        title_en="example",
        category=Category.NARRATIVE,
        severity=Severity.ERROR,
        message_id="{place}: {printed}",
        message_en="{place}: {printed}",
        check=check,
    )
