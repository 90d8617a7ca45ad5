"""What a template leaves behind: choices not made, blanks not filled, placeholders, broken fields.

Apa yang diperiksa / What it does
    Mencari pilihan "(* Ada / tidak ada)", titik-titik yang belum diisi, "(PERANGKAT DAERAH)" sebagai pengganti nama,
    dan galat dari pengolah kata atau lembar kerja. Looks for choices not made, dotted blanks, placeholders for names,
    and errors of word processors and spreadsheets (#REF!, Error! Reference source not found).

Why it matters
    The sentence says nothing, or says both things at once; and the text around it was probably not adapted either.

How a reviewer verifies it
    Ask which of the choices holds; compare the paragraph with the guideline it came from.

Known false alarms
    Dotted leaders of a table of contents, and blanks for stamps and signatures. "(Perangkat Daerah)" after a name is
    an explanation, not a placeholder.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Place
from schemas.reading import Line
from validators.rule import Rule
from validators.view import View

_CHOICE = re.compile(
    r"\(\s*\\?\*+\)?\s*\w[^()/]{1,30}/[^()/]{1,30}\)|\b(?P<one>ada|sudah|telah|dapat|perlu)\s*/\s*(?:tidak|belum)\s+(?P=one)\b|"
    r"coret\s+yang\s+tidak\s+perlu",
    re.I,
)
_HOLDER = re.compile(
    r"\b(?:KECAMATAN|KELURAHAN|DINAS|BADAN|KABUPATEN|KOTA|PROVINSI|INSTANSI)\s*"
    r"[\[(<]\s*(?:PERANGKAT\s+DAERAH|NAMA\s+[\w/ ]{3,30}|OPD|SKPD|[xX.…_]{2,})\s*[\])>]"
)
_BLANK = re.compile(
    r"\b(?:sebesar|sebanyak|adalah|menjadi|nomor|tahun|Rp\.?)\s*:?\s*(?:\.\s?){5,}(?!\s*\d{1,3}\s*$)|"
    r"\b(?:sebesar|sebanyak|adalah|menjadi|nomor|tahun|Rp\.?)\s*:?\s*(?:…\s?){2,}(?!\s*\d{1,3}\s*$)|"
    r"\b(?:sebesar|sebanyak|nomor|tahun)\s+x{3,}\b"
)
_BROKEN = re.compile(
    r"#(?:REF!|DIV/0!|N/A|NAME\?|VALUE!|NULL!|NUM!)|Error! (?:Reference|Bookmark|No)\b[^.]{0,40}|"
    r"Click (?:here|or tap here) to enter text|lorem ipsum",
    re.I,
)
_SIGNS = ("#", "error!", "click", "lorem")  # one of them stands in everything broken
_TWICE = re.compile(
    r"(?<![\w-])(?P<word>dalam|dari|yang|untuk|dengan|pada|dan|oleh|rangka|adalah|akan|telah|sebagai|serta|atau|kepada|"
    r"terhadap|kinerja|kegiatan|tentang)\s+(?P=word)(?![\w-])",
    re.I,
)


def check(view: View) -> Iterator[Finding]:
    """Residue in lines, broken fields in cells, then words printed twice as a note."""
    contents = {r.order for r in view.document.rujukan if r.kind == "toc"}
    for line in view.document.lines:
        if line.order in contents:
            continue
        found = _residue(line.text)
        if found:
            yield _finding(_place(line), found, line.text)
        elif _repeats(line.text) and (twice := _TWICE.search(line.text)):
            yield RULE.finding(
                Evidence.at(_place(line), line.text), printed=twice.group(), severity=Severity.INFO, message=_REPEATED
            )
    for table in view.document.tables:
        for row in table.rows:
            for cell in row.cells:
                if cell is not None and "#" in cell.text and (broken := _BROKEN.search(cell.text)):
                    place = Place(page=cell.page, line=cell.line, table=table.id, row=row.index, bbox=cell.bbox)
                    yield _finding(place, broken.group(), cell.text)


def _place(line: Line) -> Place:
    return Place(page=line.page, line=line.line, bbox=line.bbox)


def _repeats(text: str) -> bool:
    """Whether any two words that follow each other are the same; quicker than the pattern."""
    words = text.casefold().split()
    return any(a == b for a, b in pairwise(words))


def _residue(text: str) -> str | None:
    if "/" in text or "coret" in text:
        found = _CHOICE.search(text)
        if found:
            return found.group()
    if ("(" in text or "[" in text or "<" in text) and (found := _HOLDER.search(text)):
        return found.group()
    if (text.count(".") >= 5 or "…" in text or "xxx" in text) and (found := _BLANK.search(text)):
        return found.group()
    low = text.lower()
    if any(sign in low for sign in _SIGNS) and (found := _BROKEN.search(text)):
        return found.group()
    return None


def _finding(place: Place, printed: str, whole: str) -> Finding:
    return RULE.finding(
        Evidence.at(place, whole[:300]),
        printed=printed,
        suggestion=("Isi atau hapus bagian templat ini.", "Fill this part of the template in, or remove it."),
    )


_REPEATED = ("{place}: kata tercetak dua kali: “{printed}”", "{place}: a word is printed twice: “{printed}”")

RULE = Rule(
    code="F701",
    title_id="Sisa templat",
    title_en="Left over from a template",
    category=Category.COPIED_TEXT,
    severity=Severity.WARNING,
    message_id="{place}: bagian templat belum diisi: “{printed}”",
    message_en="{place}: part of a template was not filled in: “{printed}”",
    check=check,
)
