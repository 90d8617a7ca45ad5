"""Whether objectives and indicators of the report are those of agreement, plan and IKU."""

from collections.abc import Iterable, Sequence

from schemas.finding import Evidence
from schemas.kelengkapan import Jawaban
from schemas.records import Iku, Indikator
from schemas.table import Kind
from validators.likeness import alike
from validators.view import View

Answer = tuple[Jawaban, tuple[str, str], tuple[Evidence, ...]]
_REPORT = frozenset(
    {Kind.PENGUKURAN_KINERJA, Kind.PERBANDINGAN_TAHUN, Kind.PERBANDINGAN_RENSTRA, Kind.PERBANDINGAN_NASIONAL}
)
_SHORT = 8


def sasaran_pk(view: View) -> Answer:
    """Objectives of the measurement against those of the agreement."""
    return _compare(_sasaran(view, Kind.PERJANJIAN_KINERJA), _sasaran(view, *_REPORT))


def sasaran_renstra(view: View) -> Answer:
    """Objectives of the measurement against those of the strategic plan."""
    return _compare(_sasaran(view, Kind.TARGET_RENSTRA), _sasaran(view, *_REPORT))


def indikator_pk(view: View) -> Answer:
    """Indicators of the measurement against those of the agreement."""
    return _compare(_indikator(view, Kind.PERJANJIAN_KINERJA), _indikator(view, *_REPORT))


def indikator_iku(view: View) -> Answer:
    """Indicators of the measurement against the IKU."""
    return _compare(_places(view.document.iku, "indikator"), _indikator(view, *_REPORT))


def _sasaran(view: View, *kinds: Kind) -> dict[str, Evidence]:
    return _places(_rows(view, kinds), "sasaran")


def _indikator(view: View, *kinds: Kind) -> dict[str, Evidence]:
    return _places(_rows(view, kinds), "indikator")


def _rows(view: View, kinds: Sequence[Kind]) -> list[Indikator]:
    return [r for r in view.document.indikator if not r.keluaran and view.tables[r.table].kind in kinds]


def _places(rows: Iterable[Indikator | Iku], field: str) -> dict[str, Evidence]:
    found: dict[str, Evidence] = {}
    for row in rows:
        name = " ".join((getattr(row, field) or "").split())
        if len(name) >= _SHORT:
            found.setdefault(
                name, Evidence(page=row.page, line=row.line, table=row.table, row=row.row, column=field, raw=name)
            )
    return found


def _compare(promised: dict[str, Evidence], reported: dict[str, Evidence]) -> Answer:
    """Yes when all that was promised is reported, partly when some is."""
    if not promised or not reported:
        return Jawaban.TIDAK_DAPAT_DINILAI, ("salah satu tabelnya tidak ditemukan", "one of the tables is absent"), ()
    missing = [place for name, place in promised.items() if not any(alike(name, other) for other in reported)]
    if not missing:
        return Jawaban.YA, ("semua ditemukan", "all were found"), tuple(promised.values())[:3]
    if len(missing) < len(promised):
        count = len(promised) - len(missing)
        text = f"{count} dari {len(promised)} ditemukan", f"{count} of {len(promised)} were found"
        return Jawaban.SEBAGIAN, text, tuple(missing)[:5]
    return Jawaban.TIDAK, ("tidak ada yang sama", "none is the same"), tuple(missing)[:5]
