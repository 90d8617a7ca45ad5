"""Tables drawn with pipes: Markdown (``| a | b |`` over ``|---|---|``) and grid tables with ``+---+`` borders."""

import re

from extractors.text.rows import Block, Numbered, Raw, bold_header

_PREFIX = re.compile(r"^\s*(?:[-*+]\s+|>\s*)(?=\|)")
_SEPARATOR = re.compile(r"^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_BORDER = re.compile(r"^\s*\+(?:[-=:]+\+)+\s*$")
_SPLIT = re.compile(r"(?<!\\)\|")
_LONGEST = 20  # physical lines that one broken row may have


def pipe_run(lines: list[str], start: int) -> int:
    """How many lines from ``start`` (0-based) belong to a table drawn with pipes; 0 when none begins there.

    Lines without outer pipes count only when the line below is a Markdown separator. A row that is open at the end
    of its line takes the following lines up to its closing pipe.
    """
    first = _bare(lines[start])
    if not first.startswith("|") and not _BORDER.match(first):
        follows = lines[start + 1] if start + 1 < len(lines) else ""
        if not (_SPLIT.search(first) and "|" in follows and _SEPARATOR.match(follows.strip())):
            return 0
        end = start
        while end < len(lines) and _SPLIT.search(lines[end]) and lines[end].strip():
            end += 1
        return end - start
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


def read_pipes(lines: list[Numbered]) -> list[Block]:
    """The tables of one run of lines. A separator in the middle begins a new table with the row above it."""
    if any(_BORDER.match(_bare(text)) for _, text in lines):
        return _bordered(lines)
    blocks: list[Block] = []
    rows: list[list[Raw]] = []
    header: int | None = None
    for number, text in _joined(lines):
        if _SEPARATOR.match(text) and "-" in text:
            if header is None:
                header = len(rows)
            elif rows:
                blocks += _block(rows[:-1], header)
                rows, header = rows[-1:], 1
            continue
        rows.append([Raw(cell.replace("\\|", "|"), number) for cell in _split(text)])
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
    rows: list[list[Raw]] = []
    header: int | None = None
    fresh = True
    for number, text in ((number, _bare(text)) for number, text in lines):
        if _BORDER.match(text):
            fresh = True
            if "=" in text and rows:
                header = len(rows)
            continue
        cells = [Raw(cell, number) for cell in _split(text)]
        if fresh or len(cells) != len(rows[-1]):
            rows.append(cells)
        else:
            rows[-1] = [_below(above, cell) for above, cell in zip(rows[-1], cells, strict=True)]
        fresh = False
    return _block(rows, header)


def _below(above: Raw, cell: Raw) -> Raw:
    if not above.text.strip():
        return cell
    return above._replace(text=f"{above.text}\n{cell.text}") if cell.text.strip() else above


def _bare(text: str) -> str:
    return _PREFIX.sub("", text).strip()


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


def _split(text: str) -> list[str]:
    cells = _SPLIT.split(text)
    if cells and not cells[0].strip() and text.startswith("|"):
        cells = cells[1:]
    if len(cells) > 1 and not cells[-1].strip() and text.endswith("|"):
        cells = cells[:-1]
    return cells
