"""The size of a change stated in the text against the values of the tables.

Apa yang diperiksa / What it does
    "Realisasi 56 %, meningkat dari tahun 2015 sebesar 1,04 %" dibandingkan dengan realisasi kedua tahun pada tabel.
    The value that the sentence gives names the indicator, the year it names gives the value before; the stated change
    must be their difference or their relative change, by one of the values that the tables print.

Why it matters
    The size of the change is what readers remember; a ratio (1,04) quoted as a change (1,04 %) hides a real one.

How a reviewer verifies it
    Subtract the value of the earlier year from that of the reported year; divide by the earlier one for the relative
    change.

Known false alarms
    A value that several indicators share says nothing and is left alone; so is a change over the capaian.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Form, Printed
from schemas.records import Klaim, KlaimKind
from validators.facts import equals
from validators.names import clusters
from validators.rule import Rule
from validators.subjects import offset
from validators.view import View
from validators.wording import show

_SAID = re.compile(
    r"""(?ix)\b(?:(?P<up>peningkatan|kenaikan|meningkat|naik)|(?P<down>penurunan|menurun|turun))\b
    [^.;\d]{0,70}\btahun\s+(?P<year>20\d\d)\s*,?\s*(?:yaitu\s+)?(?:sebesar|sebanyak)\s+(?P<by>\d[\d.,]*)\s*(?:%|persen|poin)"""
)
_REALISED = re.compile(r"(?i)\brealisasi\b|\bhasil\b")
_HUNDRED = Decimal(100)


def check(view: View) -> Iterator[Finding]:
    """One finding for each stated change that no value of the tables gives."""
    said = [(k, hit) for k in view.document.klaim if k.kind is KlaimKind.PERCENT and (hit := _hit(k))]
    if not said or view.tahun is None:
        return
    names = clusters(r.indikator for r in view.document.indikator)
    values: dict[tuple[str, int | None], list[Printed]] = defaultdict(list)
    for record in view.document.indikator:
        if record.realisasi is not None and record.realisasi.value is not None and not record.keluaran:
            values[names[record.indikator], record.tahun].append(record.realisasi)
    for klaim, hit in said:
        now = _before(view, klaim, hit.start())
        owners = {n for (n, year), cells in values.items() if year == view.tahun and now and _among(now, cells)}
        if now is None or len(owners) != 1:
            continue
        name = owners.pop()
        earlier = values.get((name, int(hit["year"])), [])
        if earlier and not any(_fits(klaim, now, cell, hit["up"] is not None) for cell in earlier):
            yield _told(klaim, now, earlier[0], next(n for n, own in names.items() if own == name))


def _hit(klaim: Klaim) -> re.Match[str] | None:
    """The phrase whose change is the value of the claim."""
    at = offset(klaim)
    return next((hit for hit in _SAID.finditer(klaim.text) if hit.start("by") == at), None)


def _before(view: View, klaim: Klaim, start: int) -> Printed | None:
    """The last value that the sentence gives before the change, of the realisation and printed with decimals."""
    near = [k for k in view.document.klaim if k.text == klaim.text and k is not klaim and 0 <= offset(k) < start]
    near = [k for k in near if k.value is not None and k.kind in (KlaimKind.PERCENT, KlaimKind.COUNT)]
    last = max(near, key=offset, default=None)
    if last is None or last.value is None or not _REALISED.search(klaim.text[:start]):
        return None
    return last.value if last.value.form is Form.NUMBER and last.value.decimals > 0 else None


def _among(value: Printed, cells: list[Printed]) -> bool:
    return any(cell.value == value.value for cell in cells)


def _fits(klaim: Klaim, now: Printed, then: Printed, up: bool) -> bool:
    if klaim.value is None or now.value is None or not then.value:
        return True
    change = (now.value - then.value) * (1 if up else -1)
    return change < 0 or equals(klaim.value, change) or equals(klaim.value, change / then.value * _HUNDRED)


def _told(klaim: Klaim, now: Printed, then: Printed, name: str) -> Finding:
    assert klaim.value is not None
    assert now.value is not None
    assert then.value is not None
    change = now.value - then.value
    return RULE.finding(
        Evidence.of(klaim.value),
        Evidence.of(now),
        Evidence.of(then),
        printed=klaim.value.raw,
        expected=show(abs(change)),
        computation=f"{show(now.value)} − {show(then.value)} = {show(change)}",
        expected_value=abs(change),
        keys=(klaim.id,),
        name=name,
    )


RULE = Rule(
    code="D504",
    title_id="Besar perubahan yang disebut tidak sesuai tabel",
    title_en="Stated size of a change differs from the tables",
    category=Category.NARRATIVE,
    severity=Severity.ERROR,
    message_id="{place}: perubahan {name} disebut {printed}, menurut tabel {expected} ({computation})",
    message_en="{place}: the change of {name} is given as {printed}, the tables give {expected} ({computation})",
    check=check,
)
