"""Tables drawn with pipes: Markdown (``| a | b |`` over ``|---|---|``) and grid tables with ``+---+`` borders."""

import re

from extractors.text.line_rows import row_starts
from extractors.text.rows import Block, Numbered, Raw, bold_header

_PREFIX = re.compile(r"^\s*(?:[-*+]\s+|>\s*)(?=\|)")
_SEPARATOR = re.compile(r"^[|+]?\s*:?[-=]+:?\s*(?:[|+]\s*:?[-=]+:?\s*)*[|+]?\s*$")
_BORDER = re.compile(r"^\s*\+(?:[-=:]+\+)+\s*$")
_SPLIT = re.compile(r"(?<!\\)\|")
_DRAWN = re.compile(r"[|│┃║┆┇┊┋¦]|^\s*(?:\+[-=]|[┌┍┎┏╒╓╔╭├╠┼╬])")
_LONGEST = 20  # physical lines that one broken row may have
_CORNERS = "╭╮╰╯┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬"
_FRAMES = str.maketrans(
    dict.fromkeys("│┃║┆┇┊┋¦", "|") | dict.fromkeys("─━┄┅┈┉", "-") | dict.fromkeys("═", "=")
    | dict.fromkeys(_CORNERS, "+")
)  # fmt: skip
_OPEN_COLUMNS = 3  # of rows that pipes only part, without outer ones and without a rule below the header


def pipe_run(lines: list[str], start: int, before: int | None = None) -> int:
    """How many lines from ``start`` (0-based) belong to a table drawn with pipes; 0 when none begins there.

    Lines without outer pipes count when the line below is a separator, or has as many pipes (two at least). A row
    that is open at the end of its line takes the following lines up to its closing pipe. ``before`` is the number of
    columns of such a table that ends just above: a single row can go on with it.
    """
    if not _DRAWN.search(lines[start]):
        return 0
    first = _bare(lines[start])
    if not first.startswith("|") and not _BORDER.match(first):
        return _open_run(lines, start, before)
    end, open_lines = start, 0
    while end < len(lines) and lines[end].strip():
        text = _bare(lines[end])
        if text.startswith("|") or _BORDER.match(text):
            open_lines = 0 if text.endswith("|") or _BORDER.match(text) else 1
        elif open_lines and open_lines < _LONGEST and _closes(lines, end):
            open_lines = 0 if text.endswith("|") else open_lines + 1
        else:
            break
        end += 1
    drawn = [_bare(text) for text in lines[start:end]]
    if len(drawn) == 1 and len(_split(drawn[0])) < 2:
        return 0
    return end - start


def _open_run(lines: list[str], start: int, before: int | None) -> int:
    """Lines whose cells pipes only part."""
    width = len(_SPLIT.split(_ascii(lines[start])))
    if width < 2:
        return 0
    end = start + 1
    ruled = end < len(lines) and _is_separator(lines[end])
    while end < len(lines) and lines[end].strip():
        cells = len(_SPLIT.split(_ascii(lines[end])))
        if (cells < 2 and not _is_separator(lines[end])) or (not ruled and cells != width):
            break
        end += 1
    return end - start if ruled or (width >= _OPEN_COLUMNS and (end - start > 1 or width == before)) else 0


def _is_separator(text: str) -> bool:
    text = _bare(text)
    return ("|" in text or "+" in text) and bool(_SEPARATOR.match(text))


def read_pipes(lines: list[Numbered]) -> list[Block]:
    """The tables of one run of lines. A separator in the middle begins a new table with the row above it."""
    if any(_BORDER.match(_bare(text)) for _, text in lines):
        return _bordered(lines)
    blocks: list[Block] = []
    rows: list[list[Raw]] = []
    header: int | None = None
    width = 0 if _bare(lines[0][1]).startswith("|") else len(_SPLIT.split(_ascii(lines[0][1])))
    for number, text in [(n, _ascii(text)) for n, text in lines] if width else _joined(lines):
        if _SEPARATOR.match(text.strip()) and "-" in text:
            if header is None:
                header = len(rows)
            elif rows:
                blocks += _block(rows[:-1], header)
                rows, header = rows[-1:], 1
            continue
        rows.append([Raw(cell.replace("\\|", "|"), number) for cell in _split(text, width)])
    return blocks + _block(rows, header)


def _block(rows: list[list[Raw]], header: int | None) -> list[Block]:
    """The block, without the blank header row that Markdown demands of a table that has none."""
    if header and not any(raw.text.strip() for row in rows[:header] for raw in row):
        rows, header = rows[header:], 0
    if not rows:
        return []
    last = max(raw.line + raw.text.count("\n") for row in rows for raw in row)
    return [Block(rows, rows[0][0].line, last, header if header is not None else bold_header(rows), "pipe")]


def _bordered(lines: list[Numbered]) -> list[Block]:
    """The table of lines with borders: one row between two borders, or one row a line when only the frame has any."""
    header: int | None = None
    parts: list[list[list[Raw]]] = [[]]  # the lines between two borders
    for number, text in ((number, _bare(text)) for number, text in lines):
        if _BORDER.match(text):
            if parts[-1]:
                parts.append([])
            if "=" in text and len(parts) > 1:
                header = len(parts) - 1
            continue
        parts[-1].append([Raw(cell, number) for cell in _split(text)])
    parts = [part for part in parts if part]
    framed = len(parts) <= 2 and len(parts[-1]) > 1 if parts else False
    rows: list[list[Raw]] = []
    for part in parts:
        starts = row_starts([[raw.text for raw in line] for line in part]) if framed and part is parts[-1] else {0}
        for at, cells in enumerate(part):
            if at in starts or len(cells) != len(rows[-1]):
                rows.append(cells)
            else:
                rows[-1] = [_below(above, cell) for above, cell in zip(rows[-1], cells, strict=True)]
    if framed and len(parts) == 2 and header is None:
        header = 1
    return _block(rows, header if header is not None and header < len(rows) else None)


def _below(above: Raw, cell: Raw) -> Raw:
    if not above.text.strip():
        return cell
    return above._replace(text=f"{above.text}\n{cell.text}") if cell.text.strip() else above


def _bare(text: str) -> str:
    """The line without the marks of a list or a quotation before it; frames drawn with their own letters as ASCII."""
    return _PREFIX.sub("", _ascii(text)).strip()


def _ascii(text: str) -> str:
    return text if text.isascii() else text.translate(_FRAMES)


def _closes(lines: list[str], at: int) -> bool:
    """True when the open row finds its closing pipe before a blank line or the next row."""
    for text in lines[at : at + _LONGEST]:
        bare = text.strip()
        if not bare or bare.startswith("|"):
            return False
        if bare.endswith("|"):
            return True
    return False


def _joined(lines: list[Numbered]) -> list[Numbered]:
    rows: list[Numbered] = []
    for number, text in lines:
        bare = _bare(text)
        if rows and not bare.startswith("|") and rows[-1][1].startswith("|") and not rows[-1][1].endswith("|"):
            rows[-1] = (rows[-1][0], f"{rows[-1][1]}\n{bare}")
        else:
            rows.append((number, bare))
    return rows


def _split(text: str, width: int = 0) -> list[str]:
    """The cells of a row; of one with ``width`` columns and no outer pipes, empty cells at its ends count, too."""
    cells = _SPLIT.split(text)
    if width and len(cells) <= width:
        return cells
    text = text.strip()
    if cells and not cells[0].strip() and text.startswith("|"):
        cells = cells[1:]
    if len(cells) > 1 and not cells[-1].strip() and text.endswith("|"):
        cells = cells[:-1]
    return cells
