"""Small tables typed in plain text, without a header that is known: words under each other, two blanks between."""

import re
from itertools import pairwise
from typing import NamedTuple

from extractors.text.rows import Block, Numbered, Raw

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_RULER = re.compile(r"^[\s\-=_+|]*(?:-{3,}|={3,}|_{3,})[\s\-=_+|]*$")
_NUMBER = re.compile(r"^(?:Rp\.?\s*)?[(-]?[0-9][0-9.,]*\s*(?:%|,-)?\)?(?:\s[A-Za-z]{1,12})?$", re.I)
_LEADER = re.compile(r"\.{4,}\s*(?:[ivxlc]+|[0-9]{1,4})?\s*$", re.I)
_BULLET = re.compile(r"^[-–—•*▪◦·‣]\s*(?=\D|$)")
_BLANKS = 2  # blank lines that may stand between two rows
_WIDEST = 20_000  # characters of a line; longer ones are no table
_SAMPLE = 30  # lines on either side of a gap that are compared
_WRAPPED = 60  # characters that a wrapped line below the last row may have


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
    prose, signatures and "label : text" pairs stay lines. Blank lines between rows of the same columns stay inside
    the table.
    """
    out: list[Block | Numbered] = []
    at = 0
    for first, last in _regions(lines):
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


def _regions(lines: list[Numbered]) -> list[tuple[int, int]]:
    """Ranges of lines (0-based, inclusive): paragraphs, and runs of paragraphs whose columns fit each other."""
    regions: list[tuple[int, int]] = []
    for first, last in _paragraphs(lines):
        if regions and first - regions[-1][1] <= _BLANKS + 1 and _fits(lines, regions[-1], (first, last)):
            regions[-1] = (regions[-1][0], last)
        else:
            regions.append((first, last))
    return regions


def _paragraphs(lines: list[Numbered]) -> list[tuple[int, int]]:
    """Runs of lines without a blank line that hold a line of several segments, trimmed of lines before those."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for index, (_, text) in enumerate([*lines, (0, "")]):
        if text.strip():
            start = index if start is None else start
        elif start is not None:
            many = [i for i in range(start, index) if _is_row(lines[i][1])]
            if many:
                runs.append((many[0], _tail(lines, many[-1], index)))
            start = None
    return runs


def _is_row(text: str) -> bool:
    return "  " in text.strip() and not _LEADER.search(text[-80:]) and len(_segments(text)) > 1


def _tail(lines: list[Numbered], last: int, end: int) -> int:
    """The last of the wrapped lines right below the last row: indented and short."""
    margin = _segments(lines[last][1])[0].start
    while last + 1 < end:
        text = lines[last + 1][1]
        if len(text) - len(text.lstrip()) <= margin + 1 or len(text.strip()) > _WRAPPED:
            break
        last += 1
    return last


def _rows(lines: list[Numbered], region: tuple[int, int]) -> list[_Printed]:
    texts = lines[region[0] : region[1] + 1]
    return [_Printed(n, _segments(t)) for n, t in texts if _is_row(t) and not _RULER.match(t)]


def _fits(lines: list[Numbered], above: tuple[int, int], below: tuple[int, int]) -> bool:
    """True when two paragraphs have the same columns; of a long one the lines next to the other are compared."""
    upper = _rows(lines, (max(above[0], above[1] - _SAMPLE), above[1]))
    lower = _rows(lines, (below[0], min(below[1], below[0] + _SAMPLE)))
    if not upper or not lower:
        return False
    gutters = _gutters([*upper, *lower])
    return len(gutters) > 1 and _keeps(upper, gutters) and _keeps(lower, gutters)


def _keeps(rows: list[_Printed], gutters: list[int]) -> bool:
    """True when the segments of the rows stand in columns of their own; a header may differ."""
    astray = 0
    for row in rows:
        columns = [_column(segment, gutters) for segment in row.segments]
        if len(set(columns)) < len(columns) or any(first != last for first, last in columns):
            astray += 1
    return astray <= (len(rows) // 8 or (1 if len(rows) > 2 else 0))


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
    if _is_list(fitting, columns):
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
    return Block(out, lines[0][0], lines[-1][0], marked, "plain", ruled=False, score=0.9)


def _is_list(rows: list[_Printed], columns: int) -> bool:
    """Whether every row is an item with a bullet, its name and one value: a list, whose values are claims."""
    apart = all(len(_BULLET.sub("", row.segments[0].text)) == 0 for row in rows)
    return columns == 2 + apart and all(_BULLET.match(row.segments[0].text) for row in rows)


def _gutters(rows: list[_Printed]) -> list[int]:
    """Positions where almost no row has ink, and where enough of the rows that reach over them are split.

    A heading over several columns inks the gutters between them. Behind the last cells of the body only the header
    reaches on: its own splits count there.
    """
    width = max((line.segments[-1].end for line in rows), default=0)
    if len(rows) < 2 or width > _WIDEST:
        return []
    ink, split, reach = [0] * (width + 1), [0] * (width + 1), [0] * (width + 1)
    for line in rows:
        for x in range(line.segments[0].start, line.segments[-1].end):
            reach[x] += 1
        for left, right in pairwise(line.segments):
            for x in range(left.end, right.start):
                split[x] += 1
    for x in range(width):
        ink[x] = reach[x] - split[x]
    allowed = max(len(rows) // 8, 1 if len(rows) > 3 else 0)
    header = {x for left, right in pairwise(rows[0].segments) for x in range(left.end, right.start) if reach[x] == 1}

    def open_at(x: int) -> bool:
        return ink[x] <= allowed and (split[x] >= max(2, (reach[x] * 2 + 4) // 5) or x in header)

    gutters: list[int] = []
    x = 0
    while x < width:
        end = x
        while end < width and open_at(end):
            end += 1
        if end > x:
            gutters.append((x + end - 1) // 2)
        x = end + 1
    return gutters


def _column(segment: _Segment, gutters: list[int]) -> tuple[int, int]:
    """First and last column that the segment covers."""
    first = sum(1 for gutter in gutters if gutter < segment.start)
    last = sum(1 for gutter in gutters if gutter < segment.end - 1)
    return first, max(first, last)


def _row(line: _Printed, gutters: list[int]) -> list[Raw]:
    """One position for each column; a segment over several gutters stands in the first, the others are empty."""
    row = [Raw("", line.number) for _ in range(len(gutters) + 1)]
    for segment in line.segments:
        first, _ = _column(segment, gutters)
        row[first] = Raw(f"{row[first].text} {segment.text}".strip(), line.number)
    return row


def _wraps(row: list[Raw], above: list[Raw]) -> bool:
    """True when the row only carries on the words of cells above it."""
    if row[0].text:
        return False
    filled = [(raw, up) for raw, up in zip(row, above, strict=True) if raw.text]
    return all(up.text and not _NUMBER.match(raw.text) for raw, up in filled)


def _append(above: Raw, cell: Raw) -> Raw:
    return above._replace(text=f"{above.text}\n{cell.text}") if cell.text else above
