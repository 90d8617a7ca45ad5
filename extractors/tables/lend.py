"""The logical rows of a table: rests rejoined, span rows named, names lent downwards (names, never numbers)."""

import re

from extractors.tables.broken_words import WholeWords
from extractors.tables.cells import VALUES, Shape, is_ordinal, plain, shape
from extractors.tables.column_kinds import column_kinds
from extractors.tables.items import part_items
from extractors.tables.rows import Draft, continues, rejoin
from extractors.tables.spills import carry_back, give_back, itemised
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
_TAILS = frozenset({Role.FORMULASI, Role.PENANGGUNG_JAWAB, Role.SUMBER_DATA, Role.KETERANGAN, Role.LAINNYA})
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
_MONEY = frozenset({Role.ANGGARAN, Role.REALISASI_ANGGARAN, Role.SISA})
_AMOUNT = re.compile(r"(?:rp\.?\s*)?\d{1,3}(?:[.,]\d{3})+(?:,(?:\d\d|-+))?", re.IGNORECASE)


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
    items = itemised(chain.rows, columns)
    kept: list[Draft] = []
    for draft in (piece for row in chain.rows for piece in unstack(row)):
        _under_money(draft, columns)
        if kept and continues(kept[-1], draft, kinds, names, tails):
            rejoin(kept[-1], draft)
            continue
        if kept and draft.first and draft.span is None:
            carry_back(kept, draft, columns)
        elif kept and draft.span is None and kept[-1].span is None:
            give_back(kept, draft, columns, items)
        kept.append(draft)
    for draft in kept:
        draft.cells = [_joined(cell, words) for cell in draft.cells]
        draft.over = [_joined(cell, words) for cell in draft.over]
    kept = [piece for draft in kept for piece in part_items(draft, columns)]
    _lend(kept, columns)
    return tuple(_row(n, draft) for n, draft in enumerate(kept, 1))


def _under_money(draft: Draft, columns: list[Column]) -> None:
    """An amount in a cell merged over several columns, the last alone of money: it stands in that one."""
    for c, cell in enumerate(draft.cells):
        if cell is None or cell.colspan < 2 or columns[c].role in _MONEY or not _AMOUNT.fullmatch(draft.text(c)):
            continue
        reach = [k for k in range(c + 1, len(columns)) if k < len(draft.over) and draft.over[k] is cell]
        if [k for k in reach if columns[k].role in _MONEY] == reach[-1:] and draft.cells[reach[-1]] is None:
            draft.cells[reach[-1]], draft.cells[c] = cell, None


def _joined(cell: Cell | None, words: WholeWords) -> Cell | None:
    if cell is None or (text := words.join(cell.text)) == cell.text:
        return cell
    return cell.model_copy(update={"text": text})


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


def _merged(cell: Cell) -> bool:
    """True for a printed cell over several slots; the text of a single one was given to another row."""
    return bool(cell.text.strip()) and (cell.rowspan > 1 or cell.colspan > 1)


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
            if over is not None and over is not draft.cells[c] and _merged(over):
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
