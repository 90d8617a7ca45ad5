"""A copy that differs carries another number: of another year, of another column, or those of another indicator."""

from collections.abc import Iterator

from schemas.number import Printed
from schemas.records import Indikator
from validators.hypothesis import Hypothesis
from validators.names import normal, same
from validators.patterns.copied_row import copied_rows
from validators.rule import clip
from validators.view import View

_NAMES = {"target": ("target", "target"), "realisasi": ("realisasi", "realisasi"), "capaian": ("capaian", "capaian")}


def elsewhere(view: View, hypothesis: Hypothesis) -> tuple[str, str, str] | None:
    """Pattern and its name in both languages; None when the number is not found elsewhere."""
    anchor = hypothesis.anchor.printed
    mine = _record(view, anchor)
    if mine is None or anchor.value is None:
        return None
    twin = copied_rows(view).get(mine.id)
    if twin is not None:
        name, where = clip(twin.indikator), view.caption(twin.table)
        return (
            "copied_row",
            f"semua angka baris ini sama dengan baris {name} ({where}), tampaknya tersalin",
            f"all numbers of this row are those of {name} ({where}), they seem copied",
        )
    own_column = (anchor.place.column or "").split()[0]
    key = normal(mine.indikator)
    found: list[tuple[int, str, Indikator]] = []
    for record, column, cell in _numbers(view):
        if cell.value != anchor.value or cell.place == anchor.place or not same(normal(record.indikator), key):
            continue
        if record.tahun == mine.tahun and column != own_column:
            found.append((0, column, record))
        elif record.tahun is not None and record.tahun != mine.tahun and column == own_column:
            found.append((1 if abs(record.tahun - (mine.tahun or 0)) == 1 else 2, column, record))
    if not found:
        return None
    rank, column, record = min(found, key=lambda item: item[0])
    name, name_en = _NAMES[column]
    where, raw = view.caption(record.table), anchor.raw
    if rank == 0:
        return ("copied_value", f"{raw} adalah {name} indikator itu ({where})", f"{raw} is its {name_en} ({where})")
    year = record.tahun
    return ("stale_value", f"{raw} adalah {name} tahun {year} ({where})", f"{raw} is the {name_en} of {year} ({where})")


def _record(view: View, printed: Printed) -> Indikator | None:
    place = printed.place
    return next(
        (r for r, _, cell in _numbers(view) if cell.place == place),
        None,
    )


def _numbers(view: View) -> Iterator[tuple[Indikator, str, Printed]]:
    for record in view.document.indikator:
        for column, cell in (("target", record.target), ("realisasi", record.realisasi), ("capaian", record.capaian)):
            if cell is not None and cell.value is not None:
                yield record, column, cell
