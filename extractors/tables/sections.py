"""A grid that holds more than one table: cut where another header stands in the middle."""

from extractors.tables.cells import VALUES, Shape, shape
from extractors.tables.headers import Header, find_header
from extractors.tables.matrix import Sheet
from extractors.tables.vocabulary import is_header_text, role_of


def sections(sheet: Sheet) -> list[tuple[Sheet, Header | None]]:
    """A sheet and its header; more than one when another header stands in the middle of the grid."""
    header = find_header(sheet)
    out: list[tuple[Sheet, Header | None]] = []
    top = 0
    r = (header.depth if header else 0) + 1
    while r < len(sheet.own):
        if _header_inside(sheet, r):
            part = _cut(sheet, r, len(sheet.own))
            found = find_header(part)
            if found is not None and found.start == 0 and found.depth < len(part.own):
                upper = _cut(sheet, top, r)
                out.append((upper, find_header(upper)))
                top = r
                r += found.depth
        r += 1
    rest = _cut(sheet, top, len(sheet.own)) if top else sheet
    out.append((rest, find_header(rest) if top else header))
    return out


def _header_inside(sheet: Sheet, row: int) -> bool:
    texts = [(c, t) for c, t in enumerate(sheet.texts(row)) if t]
    if len(texts) < 2 or any(shape(t) in VALUES for _, t in texts) or any(shape(t) is Shape.DASH for _, t in texts):
        return False
    if not all(is_header_text(t) for _, t in texts):
        return False
    roles = [role_of(t) for _, t in texts]
    if len(texts) >= 3 and sum(r is not None for r in roles) >= 3 and len(set(roles)) >= 3:
        return True
    cells = [sheet.own[row][c] for c, _ in texts]
    loud = all(cell is not None and (cell.bold or "<b>" in cell.text or "**" in cell.text) for cell in cells)
    return loud and all(r is not None for r in roles) and len(texts) * 3 >= sheet.width


def _cut(sheet: Sheet, top: int, bottom: int) -> Sheet:
    first = next((c for c in sheet.own[top] if c is not None), None)
    return Sheet(
        order=sheet.order,
        own=sheet.own[top:bottom],
        over=sheet.over[top:bottom],
        page=sheet.page,
        first_line=first.line if first is not None and first.line is not None else sheet.first_line,
        last_line=sheet.last_line,
        edges=sheet.edges,
        bbox=sheet.bbox,
        ruled=sheet.ruled,
        rotated=sheet.rotated,
        engine=sheet.engine,
        score=sheet.score,
        lengths=sheet.lengths[top:bottom],
    )
