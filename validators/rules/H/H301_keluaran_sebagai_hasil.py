"""An output in the place of an outcome.

Apa yang diperiksa / What it does
    Mencari indikator sasaran yang hanya menghitung dokumen, laporan, rapat, atau peserta. Looks for indicators of
    objectives that only count documents, reports, meetings or participants.

Why it matters
    An objective is reached when something changes for people, not when a document was made.

How a reviewer verifies it
    Ask what the documents were for; that effect is the indicator.

Known false alarms
    Agencies whose product is a document (planning, statistics, archives). A hint only.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Iku, Indikator
from schemas.table import Kind
from validators.names import normal
from validators.rule import Rule
from validators.view import View

_OUTPUT = re.compile(
    r"^\W*(?:\d+[.)]?\s*)?(?:jumlah|tersedianya|tersusunnya|terlaksananya)\s+"
    r"(?:dokumen|laporan|rapat|kegiatan|peserta|sosialisasi|pelatihan|buku|surat)\b",
    re.I,
)
_KINDS = frozenset({Kind.PERJANJIAN_KINERJA, Kind.PENGUKURAN_KINERJA, Kind.IKU})


def check(view: View) -> Iterator[Finding]:
    """One hint for each indicator."""
    told: set[str] = set()
    rows: list[Indikator | Iku] = [
        r for r in view.document.indikator if not r.keluaran and view.tables[r.table].kind in _KINDS
    ]
    for row in [*rows, *view.document.iku]:
        key = normal(row.indikator)
        if key not in told and _OUTPUT.match(row.indikator):
            told.add(key)
            place = Evidence(page=row.page, line=row.line, table=row.table, row=row.row, column="indikator")
            yield RULE.finding(place.model_copy(update={"raw": row.indikator}), printed=row.indikator)


RULE = Rule(
    code="H301",
    title_id="Keluaran sebagai indikator sasaran",
    title_en="Output in place of an outcome",
    category=Category.QUALITY,
    severity=Severity.INFO,
    message_id="{place}: “{printed}” menghitung keluaran, bukan hasil sasarannya",
    message_en="{place}: “{printed}” counts an output, not the outcome of its objective",
    legal_basis="PER/20/M.PAN/11/2008",
    check=check,
    hint=True,
)
