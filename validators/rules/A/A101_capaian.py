"""Printed capaian against target and realisasi.

Apa yang diperiksa / What it does
    Capaian dihitung ulang dari target dan realisasi dengan rumus yang dinyatakan dokumen, lalu dengan semua rumus
    yang lazim. Recomputes the capaian of every indicator row with the formula that the document declares and then
    with every formula in use (realisasi / target, lower is better, caps at 100/110/120/150, as a fraction, in
    points for Renstra comparisons). It disagrees only if none of them gives the printed figure. A ratio to the target
    at the end of the Renstra, printed beside the capaian of the year, is recomputed from the realisasi of its row.

Why it matters
    Capaian decides the predicate of a sasaran and the conclusion of the report.

How a reviewer verifies it
    Divide realisasi by target (or (2 × target − realisasi) / target when less is better) and compare to the last
    printed digit; check that target and realisasi are those of the same year and table.

Known false alarms
    Realisasi printed rounded (half a unit of its last place is allowed); a letter grade or a range as target;
    cumulative targets; a capaian against the Renstra target printed in an annual table.
"""

from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Severity
from schemas.number import Form, Printed
from schemas.records import Indikator
from schemas.relation import Op, Relation
from schemas.table import Kind
from validators.akhir import realised_towards_end
from validators.polarity import Polarity, is_named_fall, polarity
from validators.readings import CAPS
from validators.rule import Rule
from validators.view import View, operand

_MORE = ("P0", "P100", "P120", "P110", "P150", "fraction", "P0 floor")
_LESS = ("N1", "N2")
_LESS_CAPPED = ("N1 cap 100", "N1 cap 120", "N1 cap 110", "N1 cap 150", "N2 cap 100", "N2 cap 120", "N1 floor")
_NOTHING = tuple(Decimal(v) for v in (0, 100, 110, 120, 150))
_RANGES = (Form.RANGE, Form.GRADE)


def check(view: View) -> Iterator[Relation]:
    """One relation for each indicator and year that prints target, realisasi and capaian."""
    declared = view.document.aturan.formulas
    unused = _unused_caps(view)
    towards_end = realised_towards_end(view)
    for record in view.document.indikator:
        target, realised, capaian = record.target, record.realisasi or towards_end.get(record.id), record.capaian
        if target is None or realised is None or capaian is None:
            continue
        if target.form in _RANGES and target.value is None:
            continue
        if target.value == 0 and not _odd_without_target(realised, capaian):
            continue
        yield Relation(
            rule=RULE.code,
            op=Op.FORMULA,
            result=operand(capaian, record.indikator),
            inputs=(
                operand(realised, record.indikator),
                operand(target, record.indikator).model_copy(update={"fixed": True}),
            ),
            alternatives=tuple(n for n in readings(view, record, declared) if n not in unused),
            context=record.table,
        )


def readings(view: View, record: Indikator, declared: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The formulas that may stand behind a capaian, the declared and the fitting polarity first."""
    if record.target is not None and record.target.value == 0:
        return ("N0",)
    direction = polarity(record.indikator, record.target)
    declares_less = any(f.startswith("N") for f in declared)
    if direction is Polarity.LESS or (declares_less and is_named_fall(record.indikator)):
        names: tuple[str, ...] = (*_LESS, *_LESS_CAPPED, *_MORE)
    else:
        names = (*_MORE, *_LESS, *(_LESS_CAPPED if declares_less else ()))
    table = view.tables.get(record.table)
    if table is not None and table.kind is Kind.PERBANDINGAN_RENSTRA:
        names = (*names, "points", "relative")
    return names


def _unused_caps(view: View) -> set[str]:
    """The names of capped formulas whose cap no row of the report shows: they explain nothing and repair nothing."""
    used = {c for r in view.document.indikator for c in CAPS if _capped(r, Decimal(c))}
    return {name for c in CAPS if c not in used for name in (f"P{c}", f"N1 cap {c}", f"N2 cap {c}")}


def _capped(record: Indikator, cap: Decimal) -> bool:
    target, realised, capaian = record.target, record.realisasi, record.capaian
    if target is None or realised is None or capaian is None or capaian.value != cap:
        return False
    if not target.value or not realised.value:
        return target.form in _RANGES or not target.value or not realised.value
    ratio = realised.value / target.value
    return max(ratio, 1 / ratio, 2 - ratio) * 100 > cap


def _odd_without_target(realised: Printed, capaian: Printed) -> bool:
    """A target of nothing has no formula; 0, a cap or the realisasi itself is what reports print."""
    if realised.value is None or capaian.value is None or realised.value == 0:
        return False
    return capaian.value not in (*_NOTHING, realised.value, realised.value * 100, -realised.value)


RULE = Rule(
    code="A101",
    title_id="Capaian tidak sama dengan hasil hitung dari target dan realisasi",
    title_en="Capaian does not follow from target and realisasi",
    category=Category.PERCENT,
    severity=Severity.ERROR,
    message_id="{place}: capaian {label} tercetak {printed}, hasil hitung ulang {expected} ({computation})",
    message_en="{place}: capaian of {label} prints {printed}, recomputed {expected} ({computation})",
    check=check,
    legal_basis="Perpres 29/2014 (pengukuran kinerja); PermenPANRB 53/2014 Lampiran II",
)
