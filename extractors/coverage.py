"""How much of what is printed was understood: numbers in tables against numbers in records.

What did not become a record is listed, with the place and the reason: whole tables, rows, columns, single cells.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from extractors.counted import NAMES, Count, count
from extractors.records.indikator import is_summary
from schemas.document import Coverage, Document
from schemas.number import Form, Printed
from schemas.reading import Unread
from schemas.table import Column, Kind, Role, Row, Table

_NAMED_ROWS = 12
_LABELS = 120  # letters of the labels that an entry shows


def measure(document: Document, unread: tuple[Unread, ...]) -> Coverage:
    """Coverage of a document; ``confirmed`` is counted later, by what the relations could confirm.

    Every number in a table is in a record, in a row of totals or averages (which the checks read from the table
    itself), in a declared scale, or in one of the entries of ``unread``.

    Args:
        document: tables and records.
        unread: what readers and tables could not make anything of. All entries come in the order of their places.
    """
    taken, recorded = _taken(document), _recorded(document)
    printed = inside = 0
    missing: list[Unread] = []
    for table in document.tables:
        counts = count(table, taken[table.id])
        rows = recorded[table.id]
        bands = {b.place.row for s in document.skala if s.table == table.id for b in s.bands}
        printed += sum(c.printed for c in counts)
        inside += sum(c.printed if c.row in bands else c.read for c in counts)
        bare = [row for row in table.rows if rows and row.index not in rows]
        summaries = {row.index for row in bare if sums_up(table, row)}
        left = [c for c in counts if c.printed > c.read and c.row not in bands and c.row not in summaries]
        missing += _entries(table, left, counts, rows | bands)
    beyond = sum(u.numbers for u in unread)
    entries = sorted((*unread, *missing), key=lambda entry: (entry.page or 0, entry.line or 0))
    return Coverage(numbers_on_table_pages=printed + beyond, in_records=inside, confirmed=0, unread=tuple(entries))


def _entries(table: Table, left: Sequence[Count], counts: Sequence[Count], rows: set[int | None]) -> Iterator[Unread]:
    """One entry for the rows that gave no record, one for columns that no record takes, one for single cells."""
    outside = [c for c in left if c.row not in rows]
    inside = [c for c in left if c.row in rows]
    if outside:
        yield _unread(table, outside, _of_rows(table, outside, whole=not rows))
    used = {c.column.index for c in counts if c.read or c.column.role in NAMES}
    columns = [c for c in inside if c.column.index not in used]
    cells = [c for c in inside if c.column.index in used]
    if columns:
        yield _unread(
            table, columns, "no record takes these columns", f", columns: {_labels(c.column for c in columns)}"
        )
    if cells:
        yield _unread(table, cells, f"cells in no record, rows: {_listed(cells)}")


def _of_rows(table: Table, left: Sequence[Count], whole: bool) -> str:
    if whole and table.kind is Kind.LAINNYA:
        return "columns have no known meaning"
    if whole and any(column.period is not None for column in table.columns):
        return "only parts of the year are printed, no figure of the year"
    if whole:
        return f"no row of this {table.kind.value} gave a record"
    return f"rows without a record: {_listed(left)}"


def _listed(left: Sequence[Count]) -> str:
    """The numbers of rows, those that follow each other as "27–31"."""
    runs: list[list[int]] = []
    for row in dict.fromkeys(c.row for c in left):
        if runs and runs[-1][-1] + 1 == row:
            runs[-1].append(row)
        else:
            runs.append([row])
    named = (f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs[:_NAMED_ROWS])
    return ", ".join(named) + (", …" if len(runs) > _NAMED_ROWS else "")


def _labels(columns: Iterable[Column]) -> str:
    return "; ".join(dict.fromkeys(column.label or str(column.index + 1) for column in columns))[:_LABELS]


def _unread(table: Table, left: Sequence[Count], reason: str, columns: str = "") -> Unread:
    """An entry with the place of the first number; a table without a caption is told by its columns."""
    first = next(row for row in table.rows if row.index == left[0].row)
    labels = _labels(column for column in table.columns if column.label)
    caption = f" ({table.caption[:80]})" if table.caption else f": {labels}" if labels else ""
    return Unread(
        page=first.page,
        line=first.line,
        what=f"table {table.id}{columns or caption}",
        reason=reason,
        numbers=sum(c.printed - c.read for c in left),
    )


def sums_up(table: Table, row: Row) -> bool:
    """Whether a row prints totals or averages of others: the checks read it from the table, records do not."""
    return is_summary(table, row) or _is_head(table, row)


def _is_head(table: Table, row: Row) -> bool:
    """True for the mean of a sasaran beside its name, above its indicators: read from the table itself as well."""
    named = any(row.text(c.index) for c in table.roles(Role.SASARAN, Role.TUJUAN))
    bare = not any(row.text(c.index) for c in table.roles(Role.TARGET, Role.REALISASI))
    name = "".join(row.text(c.index) for c in table.roles(Role.INDIKATOR))
    return named and bare and (not name or name.endswith(":"))


def _taken(document: Document) -> dict[str, dict[int, list[Printed]]]:
    """The numbers in records by table and row; a text that is no number is not read, though a record quotes it."""
    taken: dict[str, dict[int, list[Printed]]] = defaultdict(lambda: defaultdict(list))
    for printed in _printed(document):
        place = printed.place
        if place.table is not None and place.row is not None and printed.form not in (Form.MISSING, Form.TEXT):
            taken[place.table][place.row].append(printed)
    return taken


def _recorded(document: Document) -> dict[str, set[int | None]]:
    rows: dict[str, set[int | None]] = defaultdict(set)
    places = [(i.table, i.row) for i in document.indikator] + [(a.table, a.row) for a in document.anggaran]
    for table, row in [*places, *((i.table, i.row) for i in document.iku)]:
        rows[table].add(row)
    return rows


def _printed(document: Document) -> Iterable[Printed]:
    for i in document.indikator:
        yield from (p for p in (i.target, i.realisasi, i.capaian, i.nasional, i.selisih) if p is not None)
    for a in document.anggaran:
        yield from (p for p in (a.anggaran, a.anggaran_sebelum, a.realisasi, a.persen, a.sisa) if p is not None)
