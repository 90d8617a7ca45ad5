"""Blocks of tab-separated lines: which of them are tables, and their rows."""

import re
from collections import Counter

from extractors.text.cells import clean, is_bold
from extractors.text.contents import is_contents, is_page_number
from extractors.text.rows import Block, Numbered, Raw, bold_header

_RULE = re.compile(r"^\s*:?-{2,}:?\s*$|^\s*$")
_START = re.compile(r"^\s*(?:[0-9]+(?:\.[0-9]+)*[.)]?|[IVXLC]+[.)]?|[A-Za-z][.)]|\([0-9a-z]+\)|[-–•▪])(?:\s|$)")
_NIP = re.compile(r"^\W*NIP\b\W*[0-9]{4}", re.I)
_PARTY = re.compile(r"^\W*pihak\s+(?:pertama|kedua)\W*$", re.I)
_VALUE = re.compile(r"^:?\s*(?:Rp\.?\s*)?[(-]?[0-9][0-9.,]*\s*(?:%|,-|,--)?\)?\s*$", re.I)
_TOTAL = re.compile(r"^\W*(?:jumlah|total|rata|rerata|sub\s*total)", re.I)


def read_tabs(lines: list[Numbered], before: int | None = None) -> list[Block | Numbered]:
    """The tables and text lines of one block of consecutive lines, most of which hold a tab.

    ``before`` is the number of columns of a table that ends just above with only blank lines between; a lone cell
    in its columns is the rest of a row that a page break cut, not text. Contents lists, signature blocks and
    "label : text" pairs come back as lines.
    """
    rows = [(number, text.split("\t")) for number, text in lines]
    filled = [[cell for cell in cells if cell.strip()] for _, cells in rows]
    width = max(len(cells) for _, cells in rows)
    if all(len(cells) <= 1 for cells in filled):
        trailing = any(len(cells) > 1 and not cells[-1].strip() for _, cells in rows)
        if width == before or (width > 2 and trailing):
            return _tables(rows, width)
        return _flat(lines)
    if is_contents(lines) or (len(rows) == 1 and before != width and _is_footer(filled[0])):
        return _flat(lines)
    if _are_pairs(filled):
        values = sum(1 for cells in filled if _VALUE.match(cells[-1].strip()))
        if values * 2 < len(filled):
            return _flat(lines)
        return _tables([(number, _pair(cells)) for number, cells in rows], 2)
    if _is_signature(filled):
        return [(number, cell) for number, cells in rows for cell in cells if cell.strip()]
    return _tables(rows, width)


def _flat(lines: list[Numbered]) -> list[Block | Numbered]:
    return [(number, re.sub(r"\s*\t\s*", " ", text)) for number, text in lines]


def _is_footer(filled: list[str]) -> bool:
    """A line at the edge of a page: its title and its number."""
    return len(filled) == 2 and (is_page_number(filled[0]) != is_page_number(filled[1]))


def _are_pairs(filled: list[list[str]]) -> bool:
    """Pairs "label : text" or "label : amount", the colon in a cell of its own or before the text."""
    pairs = [cells for cells in filled if len(cells) in (2, 3) and cells[1].lstrip().startswith(":")]
    if len(pairs) * 2 <= len(filled) or any(len(cells) > 3 for cells in filled):
        return False
    return not any(len(cells) == 3 and cells[1].strip() != ":" for cells in filled)


def _pair(cells: list[str]) -> list[str]:
    """Label and value of one pair, the colon between them left out."""
    inked = [cell for cell in cells if cell.strip() and cell.strip() != ":"]
    return [inked[0], *(cell.lstrip().removeprefix(":") for cell in inked[1:])] if inked else [""]


def _is_signature(filled: list[list[str]]) -> bool:
    return max(map(len, filled)) <= 3 and any(_NIP.match(c) or _PARTY.match(c) for cells in filled for c in cells)


def _tables(rows: list[tuple[int, list[str]]], width: int) -> list[Block | Numbered]:
    joined = [[_unquoted(raw) for raw in row] for row in _join(rows, width)]
    blocks: list[Block | Numbered] = []
    part: list[list[Raw]] = []
    header: int | None = None
    for index, row in enumerate(joined):
        if all(_RULE.match(raw.text) for raw in row) and any(raw.text.strip() for raw in row):
            # the rule of a Markdown table: a header above it, when rows follow
            if part and header is None and index + 1 < len(joined):
                header = len(part)
            continue
        if part and _starts_table(joined, index):
            blocks.append(_block(part, header))
            part, header = [], None
        part.append(row)
    if part:
        blocks.append(_block(part, header))
    return blocks


def _unquoted(raw: Raw) -> Raw:
    """Spreadsheets put a cell in quotes when it holds a line break, and double the quotes inside."""
    text = raw.text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"' and ("\n" in text or '""' in text[1:-1]):
        return raw._replace(text=text[1:-1].replace('""', '"'))
    return raw


def _block(rows: list[list[Raw]], header: int | None) -> Block:
    last = max(raw.line + raw.text.count("\n") for row in rows for raw in row)
    return Block(rows, rows[0][0].line, last, header if header is not None else bold_header(rows))


def _starts_table(rows: list[list[Raw]], index: int) -> bool:
    """True for a bold header in the middle of a block: other columns are filled from here on than above."""
    if index + 1 >= len(rows):
        return False
    above, row, below = (_columns(rows[i]) for i in (index - 1, index, index + 1))
    texts = [raw.text for raw in rows[index] if raw.text.strip()]
    return (
        len(texts) > 1
        and all(is_bold(text) and not re.search(r"[0-9]", text) for text in texts)
        and not _START.match(clean(texts[0]))
        and not _TOTAL.match(clean(texts[0]))
        and row == below
        and row != above
    )


def _columns(row: list[Raw]) -> list[int]:
    return [column for column, raw in enumerate(row) if raw.text.strip()]


def _join(rows: list[tuple[int, list[str]]], width: int) -> list[list[Raw]]:
    """Rows of the table, with the lines of one broken row put together again."""
    widths = Counter(len(cells) for _, cells in rows if len(cells) > 1)
    usual = max(widths, key=lambda cells: (widths[cells], cells), default=width)  # of equals, the whole row is wider
    joined: list[list[Raw]] = []
    index = 0
    while index < len(rows):
        number, cells = rows[index]
        row = [Raw(text, number) for text in cells]
        index += 1
        while index < len(rows) and len(row) <= usual and _continues(row, rows[index][1], usual):
            row = _glue(row, rows[index])
            index += 1
        if len(row) == 1 and joined:
            if _is_rest(joined[-1], row[0].text):
                joined[-1] = _extend(joined[-1], row[0].text)
                continue
            row = [row[0]._replace(colspan=usual)]
        joined.append(row)
    return joined


def _continues(row: list[Raw], cells: list[str], usual: int) -> bool:
    """True when the last cell of ``row`` goes on in the first cell of the next line."""
    last, first = row[-1].text.strip(), cells[0].strip()
    if not last or not first or _VALUE.match(last):
        return False
    if len(row) == 1 or len(row) >= usual:
        return False
    return len(row) + len(cells) - 1 <= usual and not _START.match(first) and (len(cells) > 1 or _is_rest(row, first))


def _is_rest(row: list[Raw], text: str) -> bool:
    """True for a line without tabs that goes on with the sentence of the row's last cell."""
    last = next((raw.text.rstrip() for raw in reversed(row) if raw.text.strip()), "")
    first = text.lstrip()[:1]
    return len(last) > 1 and not _VALUE.match(last) and (first.islower() or last[-1:] in "-/,(&" or first in ")/&")


def _extend(row: list[Raw], text: str) -> list[Raw]:
    """The row with ``text`` added to its last cell that is filled."""
    last = max(_columns(row))
    return [*row[:last], row[last]._replace(text=f"{row[last].text}\n{text}"), *row[last + 1 :]]


def _glue(row: list[Raw], following: tuple[int, list[str]]) -> list[Raw]:
    number, cells = following
    tail = [Raw(text, number) for text in cells[1:]]
    return [*row[:-1], row[-1]._replace(text=f"{row[-1].text}\n{cells[0]}"), *tail]
