"""A mean stated in a sentence against the indicators of the report.

Apa yang diperiksa / What it does
    Rata-rata capaian yang disebut dalam kalimat dibandingkan dengan rata-rata capaian pada tabel pengukuran, dengan
    semua cara yang lazim: apa adanya, dibatasi 100/110/120/150, per sasaran, dan rata-rata yang tercetak di tabel.
    Compares a stated mean of capaian with every mean the tables of measurement give: raw, capped, over sasaran means,
    and the means printed in the tables; it disagrees only if none of them fits.

Why it matters
    The mean of capaian is the conclusion of the report.

How a reviewer verifies it
    Average the capaian of the table of measurement, with and without a cap.

Known false alarms
    A mean over a group of indicators that the sentence names in other words; weighted means.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Printed
from schemas.records import Indikator, Klaim, KlaimKind
from schemas.table import Kind
from validators import agreement
from validators.readings import READINGS, Interval
from validators.rule import Rule
from validators.view import View
from validators.wording import show

_MEAN = re.compile(r"(?i)\b(?:rata\s*[-–]?\s*rata|rerata)\b")
_OF_ALL = re.compile(r"(?i)\b(?:capaian|kinerja|indikator|sasaran|nilai)\b")
_NAMES = ("mean", "mean capped 100", "mean capped 110", "mean capped 120", "mean capped 150", "mean nonzero")
_WORDS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_COUNT = re.compile(rf"(?i)\b(\d+|{'|'.join(_WORDS)})\b(?:\s*\([^)]*\))?\s+(?:indikator|sasaran)")
_LEAST = 3


def check(view: View) -> Iterator[Finding]:
    """One finding for each stated mean that no reading gives."""
    claims = [k for k in view.document.klaim if _claims_all(view, k)]
    if not claims:
        return
    found = list(_means(view))
    if not found:
        return
    for klaim in claims:
        assert klaim.value is not None
        stands = agreement.interval_of(klaim.value)
        value = klaim.value.value
        if stands is None or value is None or any(stands.meets(interval) for _, interval, _ in found):
            continue
        named = _named_count(klaim)
        fitting = [item for item in found if named in (None, item[0])]
        if not fitting:
            continue
        count, near, cells = fitting[0]
        yield RULE.finding(
            Evidence.of(klaim.value),
            *(Evidence.of(cell) for cell in cells[:20]),
            expected=show(_middle(near), max(klaim.value.decimals, 2)),
            computation=f"rata-rata {count} capaian = {show(_middle(near), 4)}",
            label=klaim.subject,
            keys=(klaim.id,),
            expected_value=_middle(near),
        )


def _middle(interval: Interval) -> Decimal:
    return (interval.low + interval.high) / 2


def _claims_all(view: View, klaim: Klaim) -> bool:
    if (
        klaim.kind is not KlaimKind.PERCENT
        or klaim.value is None
        or klaim.sasaran
        or klaim.measure not in (None, "capaian")
    ):
        return False
    words = klaim.subject or klaim.text
    right_year = klaim.year is None or klaim.year == view.tahun
    return bool(_MEAN.search(words) and _OF_ALL.search(words)) and right_year


def _named_count(klaim: Klaim) -> int | None:
    """How many indicators the sentence says it averages."""
    found = _COUNT.search(klaim.subject)
    if found is None:
        return None
    word = found.group(1).casefold()
    return int(word) if word.isdigit() else _WORDS.index(word) + 1


def _means(view: View) -> Iterator[tuple[int, Interval, list[Printed]]]:
    """Every mean of capaian that the tables give: number of rows, value, the cells."""
    for table, rows in view.indikator.items():
        kind = view.tables[table].kind if table in view.tables else Kind.LAINNYA
        if kind not in (Kind.PENGUKURAN_KINERJA, Kind.PERBANDINGAN_TAHUN, Kind.EFISIENSI):
            continue
        by_year: dict[int | None, list[Indikator]] = defaultdict(list)
        for row in rows:
            if row.capaian is not None and row.capaian.value is not None:
                by_year[row.tahun].append(row)
        for some in by_year.values():
            if len(some) >= _LEAST:
                yield from _of(some)
    indicators = {(row.table, row.row) for rows in view.indikator.values() for row in rows}
    for some_table in view.document.tables:
        for row_ in some_table.rows:
            if (some_table.id, row_.index) in indicators:
                continue  # an indicator that is itself an average ("rata-rata lama sekolah")
            if any(_MEAN.search(row_.text(c.index)) for c in some_table.columns):
                for cell in row_.numbers:
                    if cell is not None and cell.value is not None and (at := agreement.input_of(cell)) is not None:
                        yield 1, at, [cell]


def _of(rows: list[Indikator]) -> Iterator[tuple[int, Interval, list[Printed]]]:
    cells = [r.capaian for r in rows if r.capaian is not None]
    spans = [i for cell in cells if (i := agreement.input_of(cell))]
    for name in _NAMES:
        got = READINGS[name](spans)
        if got is not None:
            yield len(cells), got, cells
    groups: dict[str | None, list[Interval]] = defaultdict(list)
    for row in rows:
        if row.capaian is not None and (i := agreement.input_of(row.capaian)):
            groups[row.sasaran].append(i)
    of_groups = [m for some in groups.values() if (m := READINGS["mean"](some))]
    total = READINGS["mean"](of_groups)
    if total is not None and len(of_groups) > 1:
        yield len(cells), total, cells


RULE = Rule(
    code="B503",
    title_id="Rata-rata dalam kalimat tidak sesuai dengan tabel",
    title_en="Mean in a sentence does not follow from the tables",
    category=Category.AVERAGE,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}; rata-rata menurut tabel {expected} ({computation})",
    message_en="{place}: {label} prints {printed}; the tables give {expected} ({computation})",
    check=check,
)
