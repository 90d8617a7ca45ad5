"""What a rule is: a code, its texts in both languages, and a check that yields relations or findings."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from schemas.finding import Category, Evidence, Finding, Message, Severity
from schemas.relation import Relation
from validators.view import View

Check: TypeAlias = Callable[[View], Iterable[Relation | Finding]]
Name: TypeAlias = str | tuple[str, str]
"""A text for a message: the same in both languages, or the pair (Indonesian, English)."""

LIMIT = 200
_NAME_LIMIT = 70


@dataclass(frozen=True)
class Rule:
    """One rule of the catalogue; every rule module exposes one as ``RULE``.

    ``message_id`` and ``message_en`` are templates over ``{place}``, ``{printed}``, ``{expected}`` and the names
    that the rule gives to :meth:`finding`. A relation that does not hold fills them with ``{label}`` (what the
    number is) and ``{computation}`` too. ``hint`` rules run only when hints are asked for.
    """

    code: str
    title_id: str
    title_en: str
    category: Category
    severity: Severity
    message_id: str
    message_en: str
    check: Check
    legal_basis: str = ""
    hint: bool = False

    @property
    def group(self) -> str:
        """The letter that the code starts with."""
        return self.code[0]

    def finding(
        self,
        *evidence: Evidence,
        printed: str | None = None,
        expected: str | None = None,
        computation: str | None = None,
        severity: Severity | None = None,
        category: Category | None = None,
        suggestion: tuple[str, str] | None = None,
        confidence: Decimal = Decimal(1),
        keys: tuple[str, ...] = (),
        expected_value: Decimal | None = None,
        message: tuple[str, str] | None = None,
        **names: Name,
    ) -> Finding:
        """A finding of this rule at the place of its first evidence.

        ``message`` replaces the rule's own pair of templates; ``suggestion`` is (Indonesian, English).
        """
        templates = message or (self.message_id, self.message_en)
        shown = printed if printed is not None else (evidence[0].raw if evidence else "")
        texts = []
        for language, template in enumerate(templates):
            filled = {
                "place": place_text(evidence, language),
                "printed": clip(shown or ("(kosong)", "(empty)")[language]),
                "expected": clip(expected or "?"),
                "computation": clip(computation or ""),
                "label": "",
                "column": (evidence[0].column or "") if evidence else "",
                "note": "",
            }
            filled |= {k: clip(v if isinstance(v, str) else v[language]) for k, v in names.items()}
            texts.append(clip(template.format_map(filled), LIMIT))
        return Finding(
            rule=self.code,
            category=category or self.category,
            severity=severity or self.severity,
            message=Message(id=texts[0], en=texts[1]),
            printed=shown or None,
            expected=expected,
            computation=computation,
            suggestion=suggestion[0] if suggestion else None,
            suggestion_en=suggestion[1] if suggestion else None,
            confidence=confidence,
            evidence=evidence,
            keys=keys,
            expected_value=expected_value,
        )


def clip(text: str, limit: int = _NAME_LIMIT) -> str:
    """One line of at most ``limit`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def place_text(evidence: Sequence[Evidence], language: int) -> str:
    """Where the first evidence stands, in words (0 Indonesian, 1 English)."""
    if not evidence:
        return ("dokumen", "document")[language]
    first = evidence[0]
    parts = []
    if first.page is not None:
        parts.append(f"{('hlm.', 'p.')[language]} {first.page}")
    if first.line is not None:
        parts.append(f"{('baris teks', 'line')[language]} {first.line}")
    if first.table is not None:
        row = f" {('baris', 'row')[language]} {first.row}" if first.row is not None else ""
        parts.append(f"{first.table}{row}")
    return ", ".join(parts) or ("dokumen", "document")[language]
