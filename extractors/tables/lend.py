"""The logical rows of a table: rests rejoined, span rows named, names lent downwards (names, never numbers)."""

from itertools import takewhile

from extractors.tables.broken_words import WholeWords
from extractors.tables.cells import VALUES, Shape, is_ordinal, plain, reads_on, shape
from extractors.tables.column_kinds import column_kinds
from extractors.tables.rows import Draft, continues, rejoin
from extractors.tables.stacks import unstack
from extractors.tables.stitch import Chain
from schemas.reading import Cell
from schemas.table import Column, Role, Row

_LENDING = (
    Role.NO,
    Role.TUJUAN,
    Role.INDIKATOR_TUJUAN,
    Role.SASARAN,
    Role.PROGRAM,
    Role.KEGIATAN,
    Role.SUB_KEGIATAN,
    Role.INDIKATOR,
    Role.PENANGGUNG_JAWAB,
    Role.SUMBER_DATA,
    Role.SATUAN,
)
_BLANK_LENDING = frozenset({Role.TUJUAN, Role.SASARAN, Role.PROGRAM, Role.KEGIATAN})
_CARRIED = frozenset({Role.TUJUAN, Role.SASARAN, Role.INDIKATOR, Role.PROGRAM})
_TAILS = frozenset({Role.FORMULASI, Role.PENANGGUNG_JAWAB, Role.SUMBER_DATA, Role.KETERANGAN, Role.LAINNYA})
_MEASURED = frozenset({Role.TARGET, Role.REALISASI, Role.CAPAIAN})
_NAMES = frozenset(
    {
        Role.TUJUAN,
        Role.SASARAN,
        Role.INDIKATOR,
        Role.INDIKATOR_TUJUAN,
        Role.URAIAN,
        Role.PROGRAM,
        Role.KEGIATAN,
        Role.SUB_KEGIATAN,
    }
)


def logical_rows(chain: Chain, columns: list[Column], words: WholeWords) -> tuple[Row, ...]:
    """The rows of a settled chain. ``words`` are those of the whole document: what broken ones are joined to."""
    kinds = column_kinds([r for r in chain.rows if r.span is None], chain.width)
    for c, column in enumerate(columns):
        if column.role in {Role.NO, Role.KODE}:
            kinds[c] = "o"
        elif column.role in _NAMES:
            kinds[c] = "t"
    names = [c.index for c in columns if c.role in _NAMES]
    tails = [c.index for c in columns if c.role in _TAILS]
    kept: list[Draft] = []
    for draft in (piece for row in chain.rows for piece in unstack(row)):
        if kept and continues(kept[-1], draft, kinds, names, tails):
            rejoin(kept[-1], draft)
            continue
        if kept and draft.first and draft.span is None:
            _carry_back(kept, draft, columns)
        elif kept and draft.span is None and kept[-1].span is None:
            _give_back_spill(kept[-1], draft, columns)
        kept.append(draft)
    for draft in kept:
        draft.cells = [_joined(cell, words) for cell in draft.cells]
        draft.over = [_joined(cell, words) for cell in draft.over]
    _lend(kept, columns)
    return tuple(_row(n, draft) for n, draft in enumerate(kept, 1))


def _joined(cell: Cell | None, words: WholeWords) -> Cell | None:
    if cell is None or (text := words.join(cell.text)) == cell.text:
        return cell
    return cell.model_copy(update={"text": text})


def _carry_back(kept: list[Draft], draft: Draft, columns: list[Column]) -> None:
    """A new row at the top of a page whose merged names begin with the rest of the names above: give the rest back."""
    names = [c.index for c in columns if c.role in _CARRIED]
    small = [c for c in names if reads_on(draft.text(c)) or _without_values(kept[-1], draft, columns, c)]
    if not small:
        return
    for c in names:
        cell = draft.cells[c]
        if c > small[-1] or cell is None or not draft.text(c):
            continue
        owner = next((k for k in reversed(kept) if k.span is None and k.text(c)), None)
        if owner is None:
            continue
        own = owner.cells[c]
        if own is not None:
            owner.cells[c] = own.model_copy(update={"text": f"{own.text.rstrip()} {cell.text.lstrip()}"})
            draft.cells[c] = None


def _without_values(above: Draft, draft: Draft, columns: list[Column], name: int) -> bool:
    """True for the rest of an indicator beside the next activity: its values stand with the upper part of the name."""
    if columns[name].role is not Role.INDIKATOR or not draft.text(name) or is_ordinal(draft.text(name)):
        return False
    if any(draft.text(c.index) for c in columns[:name]):
        return False
    own = list(takewhile(lambda c: columns[c].role not in _NAMES, range(name + 1, len(columns))))
    values = [c for c in own if columns[c].role in _MEASURED]
    return (
        bool(values)
        and len(own) + name + 1 < len(columns)
        and not any(draft.text(c) for c in own)
        and bool(above.text(name))
        and any(above.text(c) for c in values)
    )


def _give_back_spill(above: Draft, draft: Draft, columns: list[Column]) -> None:
    """A name whose last line stands in the row below, beside that row's own indicator: the name takes it back."""
    for column in columns:
        c = column.index
        cell, own = draft.cells[c], above.cells[c]
        if column.role not in _BLANK_LENDING or cell is None or own is None or not above.text(c):
            continue
        if reads_on(draft.text(c)) and any(k > c for k in draft.filled):
            above.cells[c] = own.model_copy(update={"text": f"{own.text.rstrip()} {cell.text.lstrip()}"})
            draft.cells[c] = None


def _row(index: int, draft: Draft) -> Row:
    first = next((c for c in draft.cells if c is not None and c.text.strip()), None)
    cells: tuple[Cell | None, ...] = tuple(c if c is not None and c.text.strip() else None for c in draft.cells)
    lent = tuple(draft.lent)
    return Row.model_construct(
        index=index,
        cells=cells,
        page=first.page if first is not None else None,
        line=first.line if first is not None else None,
        lent=lent if any(lent) else (),
        span_heading=draft.span,
    )


def _lend(rows: list[Draft], columns: list[Column]) -> None:
    """Names reach down over merged cells, and over blanks below a name until a column further left starts anew."""
    roles = [c.role for c in columns]
    held: list[str | None] = [None] * len(columns)
    for draft in rows:
        draft.lent = [None] * len(columns)
        if draft.span is not None:
            held = [None] * len(columns)
            continue
        reset = False
        for c, role in enumerate(roles):
            text = draft.text(c)
            if role not in _LENDING:
                continue
            if any(char.isalnum() for char in text):
                if shape(text) not in VALUES or is_ordinal(text):
                    held[c] = text
                    if role in _BLANK_LENDING:
                        reset = True
                        for k in range(c + 1, len(columns)):
                            if roles[k] in _BLANK_LENDING | {Role.INDIKATOR_TUJUAN}:
                                held[k] = None
                continue
            over = draft.over[c] if c < len(draft.over) else None
            if over is not None and over is not draft.cells[c] and over.text.strip():
                text = plain(over.text)
                beside = role is Role.SATUAN and c > 0 and draft.over[c - 1] == over  # a name merged over its unit
                if (shape(text) is Shape.TEXT or role is Role.NO) and over.rowspan > 1 and not beside:
                    whole = held[c]
                    if whole is not None and whole.endswith(text):
                        text = whole  # the merged cell is the rest of a name cut by a page break
                    draft.lent[c] = text
                    held[c] = text
                continue
            if role in _BLANK_LENDING and held[c] is not None and not reset:
                draft.lent[c] = held[c]
