"""Lists of contents, of tables and of annexes: they name headings and pages, they are neither."""

import re

from extractors.text.cells import clean
from extractors.text.rows import Numbered

_LEADER = re.compile(
    r"(?:\.[ \t]?){4,}\s*(?:[ivxlc]+|[0-9]{1,4})?\s*$|(?:…\s?){2,}\s*(?:[ivxlc]+|[0-9]{1,4})?\s*$", re.I
)
_PAGE = re.compile(r"^(?:[ivxlc]{1,7}|[IVXLC]{1,7}|[0-9]{1,4})$")
_ITEM = re.compile(r"^(?:lampiran|tabel|table|gambar|grafik|diagram|bagan|bab)\s+[0-9IVXLC]+\b", re.I)
_PART = re.compile(r"^(?:BAB\s+[IVXLC0-9]+\b|KATA PENGANTAR|DAFTAR ISI|IKHTISAR EKSEKUTIF)", re.I)


def is_page_number(text: str) -> bool:
    """True for what stands alone as the number of a page."""
    return bool(_PAGE.match(text.strip()))


def has_leader(text: str) -> bool:
    """True when the line ends in dot leaders, with or without its page number."""
    return bool(_LEADER.search(text[-80:]))


def is_contents(lines: list[Numbered]) -> bool:
    """True for a block of lines with tabs that lists headings or annexes with their pages."""
    if sum(1 for _, text in lines if has_leader(text)) * 2 > len(lines):
        return True
    rows = [[clean(cell) for cell in text.split("\t") if cell.strip()] for _, text in lines]
    if len(rows) < 2 or any(len(row) > 2 for row in rows):
        return False
    if all(row and _ITEM.match(row[0]) for row in rows):
        return True
    pages = [row[1] for row in rows if len(row) == 2]
    if len(pages) < 3 or len(pages) * 10 < len(rows) * 7 or not all(map(_PAGE.match, pages)):
        return False
    numbers = [int(page) for page in pages if page.isdigit()]
    if numbers != sorted(numbers) or any(_PAGE.match(row[0]) for row in rows if row):
        return False
    return not pages[0].isdigit() or any(_PART.match(row[0]) for row in rows if row)
