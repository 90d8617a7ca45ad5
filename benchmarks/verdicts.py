"""What became of one planted error: found, found at its cell, its cause named."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors.numbers import parse_number
from schemas.finding import Category, Evidence, Finding, Severity
from schemas.result import Checked

NUMERIC = ("digit", "transposisi", "baris_hilang", "baris_tertukar", "persen", "jumlah")
"""Kinds whose error is a number; the rows of the others are told by their words."""
KINDS = (*NUMERIC, "narasi", "tabel_ganda", "tahun", "instansi")
_CATEGORY = {
    "tabel_ganda": (Category.DUPLICATE_TABLE,),
    "tahun": (Category.YEAR,),
    "instansi": (Category.IDENTITY, Category.COPIED_TEXT),
    "narasi": (Category.NARRATIVE, Category.CROSS_TABLE, Category.AVERAGE),
}
_WORDS = {"transposisi": "tertukar", "baris_hilang": "kurang", "baris_tertukar": "baris"}
_SHOWN = 2


@dataclass(frozen=True)
class Planted:
    """One error: ``at`` says whether an evidence stands where it was planted; ``before`` and ``after`` are texts.

    ``at`` of a dropped row is the row that counts it.
    """

    kind: str
    at: Callable[[Evidence], bool]
    before: str
    after: str
    label: str = ""


@dataclass(frozen=True)
class Outcome:
    """The verdict on one planted error; ``said`` is what was reported, for a person to read."""

    planted: Planted
    found: bool
    placed: bool
    named: bool
    said: tuple[str, ...] = ()


def outcome(planted: Planted, before: Checked | None, after: Checked) -> Outcome:
    """Judges what is new since the untouched document (None: nothing was reported of it)."""
    known = {_mark(f) for f in roots(before)} if before else set()
    by_id = {f.id: f for f in after.findings}
    new = [f for f in roots(after) if _mark(f) not in known]
    near = [f for f in new if any(planted.at(e) for e in evidence(f, by_id))]
    right = [f for f in near if f.evidence and planted.at(f.evidence[0]) and _shows(planted, f)]
    named = [f for f in right or near if names(planted, f)]
    return Outcome(
        planted, bool(near), bool(right), bool(named), tuple(f"{f.rule} {f.message.id}" for f in new[:_SHOWN])
    )


def roots(checked: Checked) -> list[Finding]:
    """What stands for itself, at warning or above."""
    return [f for f in checked.findings if f.cause is None and f.severity is not Severity.INFO]


def evidence(finding: Finding, by_id: dict[str, Finding]) -> Iterable[Evidence]:
    """The evidence of a finding and of its consequences."""
    for one in (finding, *(by_id[c] for c in finding.consequences if c in by_id)):
        yield from one.evidence


def _shows(planted: Planted, finding: Finding) -> bool:
    """Of a number the finding must print it; of anything else its place is enough."""
    if planted.kind not in NUMERIC or planted.kind in ("baris_hilang", "baris_tertukar"):
        return True
    return number(finding.evidence[0].raw) == number(planted.after)


def names(planted: Planted, finding: Finding) -> bool:
    """Whether the finding says what happened: the number that stood there, the kind of slip, the kind of copy."""
    if planted.kind in _CATEGORY:
        fits = finding.category in _CATEGORY[planted.kind]
        return fits and (planted.kind != "narasi" or _gives(finding, number(planted.before)))
    said = f"{finding.suggestion or ''} {finding.message.id}".casefold()
    if planted.kind == "baris_hilang":
        return finding.rule == "B301" or _gives(finding, number(planted.before))
    if planted.kind == "baris_tertukar":
        return finding.rule == "B201" or "tertukar" in said or _gives(finding, number(planted.before))
    return _gives(finding, number(planted.before)) and _WORDS.get(planted.kind, "") in said


def _gives(finding: Finding, value: Decimal | None) -> bool:
    """Whether the expected value is that number, as far as it was printed."""
    if value is None or finding.expected_value is None:
        return False
    exponent = value.as_tuple().exponent
    unit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return abs(finding.expected_value - value) <= (unit if value % 1 else Decimal(0))


def number(raw: str) -> Decimal | None:
    """The value of a printed text."""
    return parse_number(raw.removeprefix("capaian ")).value


def _mark(finding: Finding) -> tuple[object, ...]:
    first = finding.evidence[0] if finding.evidence else Evidence()
    grown = len(finding.consequences)  # a finding that gained consequences says something new
    return finding.rule, first.page, first.line, first.table, first.row, first.column, finding.printed, grown


def shares(outcomes: Sequence[Outcome]) -> tuple[int, int, int, int]:
    """How many there were, were found, at their place, with their cause."""
    return (
        len(outcomes),
        sum(o.found for o in outcomes),
        sum(o.placed for o in outcomes),
        sum(o.named for o in outcomes),
    )
