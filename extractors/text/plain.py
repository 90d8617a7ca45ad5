"""Tables set in plain text: columns of words aligned under each other, two blanks or more between them."""

import re
from typing import NamedTuple

from extractors.text.rows import Block, Numbered, Raw

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_RULER = re.compile(r"^[\s\-=_+|]*(?:-{3,}|={3,}|_{3,})[\s\-=_+|]*$")
_NUMBER = re.compile(r"^(?:Rp\.?\s*)?[(-]?[0-9][0-9.,]*\s*(?:%|,-)?\)?(?:\s[A-Za-z]{1,12})?$", re.I)
_LEADER = re.compile(r"\.{4,}\s*(?:[ivxlc]+|[0-9]{1,4})?\s*$", re.I)
_GAP = 6  # lines of one column only (wrapped text) that may stand between two rows


class _Segment(NamedTuple):
    start: int
    end: int
    text: str


class _Printed(NamedTuple):
    number: int
    segments: list[_Segment]


def find_aligned(lines: list[Numbered]) -> list[Block | Numbered]:
    """Tables and text lines of ``lines`` (blank lines included), in order.

    A table needs two rows or more that share a gutter, and either three columns or a column of numbers: justified
    prose, signatures and "label : text" pairs stay lines.
    """
    out: list[Block | Numbered] = []
    at = 0
    for first, last in _clusters(lines):
        block = _table(lines[first : last + 1])
        if block is not None:
            out += lines[at:first]
            out.append(block)
            at = last + 1
    return out + lines[at:]


def _segments(text: str) -> list[_Segment]:
    if "  " not in text.strip():
        text = text.rstrip()
        start = len(text) - len(text.lstrip())
        return [_Segment(start, len(text), text.strip())] if text.strip() else []
    return [_Segment(m.start(), m.end(), m[0]) for m in _SEGMENT.finditer(text)]


def _clusters(lines: list[Numbered]) -> list[tuple[int, int]]:
    """Ranges of lines (0-based, inclusive) that begin and end with a line of several segments."""
    many = [
        index
        for index, (_, text) in enumerate(lines)
        if "  " in text.strip() and not _LEADER.search(text[-80:]) and len(_segments(text)) > 1
    ]
    ranges: list[tuple[int, int]] = []
    for index in many:
        if ranges and _near(lines, ranges[-1][1], index):
            ranges[-1] = (ranges[-1][0], index)
        else:
            ranges.append((index, index))
    return [(first, _tail(lines, first, last)) for first, last in ranges if last > first]


def _near(lines: list[Numbered], above: int, below: int) -> bool:
    between = [text for _, text in lines[above + 1 : below]]
    width = max(len(lines[above][1].rstrip()), len(lines[below][1].rstrip()))
    blanks = sum(1 for text in between if not text.strip())
    prose = any(len(text.strip()) > 0.7 * width and not _RULER.match(text) for text in between)
    return len(between) <= _GAP and blanks <= 2 and not prose


def _tail(lines: list[Numbered], first: int, last: int) -> int:
    """Include wrapped lines right below the last row: indented, and short."""
    margin = min(_segments(lines[i][1])[0].start for i in (first, last))
    while last + 1 < len(lines):
        text = lines[last + 1][1]
        indent = len(text) - len(text.lstrip())
        if not text.strip() or indent <= margin + 1 or len(text.strip()) > 60:
            break
        last += 1
    return last


def _table(lines: list[Numbered]) -> Block | None:
    printed = [_Printed(n, _segments(t)) for n, t in lines if t.strip() and not _RULER.match(t)]
    rows = [line for line in printed if len(line.segments) > 1]
    gutters = _gutters(rows)
    if not gutters:
        return None
    columns = len(gutters) + 1
    fitting = [line for line in rows if len({_column(s, gutters)[0] for s in line.segments}) > 1]
    wide = sum(1 for line in fitting if len(line.segments) > 2)
    valued = sum(1 for line in fitting if _NUMBER.match(line.segments[-1].text))
    if len(fitting) < 2 or not ((columns > 2 and wide >= 2) or (valued >= 2 and valued * 2 >= len(fitting))):
        return None
    header = next((n for n, t in lines if _RULER.match(t) and n > lines[0][0]), None)
    out: list[list[Raw]] = []
    marked: int | None = None
    for line in printed:
        row = _row(line, gutters)
        if header is not None and marked is None and line.number > header:
            marked = len(out)
        if out and (marked is None or len(out) > marked) and _wraps(row, out[-1]):
            out[-1] = [_append(above, cell) for above, cell in zip(out[-1], row, strict=True)]
        else:
            out.append(row)
    if marked is not None and not 0 < marked < len(out):
        marked = None
    spanned = [_span(row, line_columns=columns) for row in out]
    return Block(spanned, lines[0][0], lines[-1][0], marked, "plain", ruled=False, score=0.9)


def _gutters(rows: list[_Printed]) -> list[int]:
    """Positions where almost no row has ink and where enough rows are split."""
    width = max((line.segments[-1].end for line in rows), default=0)
    if len(rows) < 2 or width > 2000:
        return []
    ink = [0] * (width + 1)
    split = [0] * (width + 1)
    for line in rows:
        for segment in line.segments:
            for x in range(segment.start, segment.end):
                ink[x] += 1
        for left, right in zip(line.segments, line.segments[1:], strict=False):
            for x in range(left.end, right.start):
                split[x] += 1
    allowed = len(rows) // 8
    needed = max(2, (len(rows) * 2 + 4) // 5)
    gutters: list[int] = []
    x = 0
    while x < width:
        if ink[x] <= allowed and split[x] >= needed:
            end = x
            while end + 1 < width and ink[end + 1] <= allowed and split[end + 1] >= needed:
                end += 1
            gutters.append((x + end) // 2)
            x = end + 1
        x += 1
    return gutters


def _column(segment: _Segment, gutters: list[int]) -> tuple[int, int]:
    """First and last column that the segment covers."""
    first = sum(1 for gutter in gutters if gutter < segment.start)
    last = sum(1 for gutter in gutters if gutter < segment.end - 1)
    return first, max(first, last)


def _row(line: _Printed, gutters: list[int]) -> list[Raw]:
    """One position for each column; a segment over several gutters stands in its first, with its span."""
    row = [Raw("", line.number) for _ in range(len(gutters) + 1)]
    for segment in line.segments:
        first, last = _column(segment, gutters)
        text = f"{row[first].text} {segment.text}".strip()
        row[first] = Raw(text, line.number, colspan=max(row[first].colspan, last - first + 1))
    return row


def _wraps(row: list[Raw], above: list[Raw]) -> bool:
    """True when the row only carries on the words of cells above it."""
    if row[0].text or any(raw.colspan > 1 for raw in row) or any(raw.colspan > 1 for raw in above):
        return False
    filled = [(raw, up) for raw, up in zip(row, above, strict=True) if raw.text]
    return all(up.text and not _NUMBER.match(raw.text) for raw, up in filled)


def _append(above: Raw, cell: Raw) -> Raw:
    return above._replace(text=f"{above.text}\n{cell.text}") if cell.text else above


def _span(row: list[Raw], line_columns: int) -> list[Raw]:
    """The row with the positions removed that a spanning cell covers; a covered cell that has text keeps its own."""
    out: list[Raw] = []
    column = 0
    while column < line_columns:
        raw = row[column]
        reach = 1
        while reach < raw.colspan and column + reach < line_columns and not row[column + reach].text:
            reach += 1
        out.append(raw._replace(colspan=reach))
        column += reach
    return out
