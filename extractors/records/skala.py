"""Scales that the document declares: bands of values with a predicate, in tables and in lists of the text."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.records.bersih import bersih
from extractors.records.penanda import marker
from extractors.records.pita import Pita, parse_pair, parse_pita
from extractors.records.predikat import PREDIKAT
from schemas.number import Place
from schemas.reading import Line
from schemas.records import Band, Skala
from schemas.table import Kind, Row, Table

_LABEL = re.compile(
    rf"^\W*(?:(?P<grade>AA|BB|CC|A|B|C|D|E|SB|SM|SK|K|M|R|T|"
    rf"S)\b\s*[-–/(:]*\s*)?(?P<label>{PREDIKAT}(?:\s+sekali)?)\b\s*"
    r"(?:\(\s*(?P<bracket>[A-Za-z]{1,3}|memadai)\s*\))?\W*$",
    re.I,
)
_GRADE = re.compile(r"^\W*(AA|BB|CC|A|B|C|D|E|SB|SM|SK|K)\W*$")
_BAND_IN_LINE = re.compile(
    r"(?P<band>(?:>\s*=?|≥|<\s*=?|≤|➤|➢|[\uf0a0-\uf0ff]|lebih\s+dari|kurang\s+dari|di\s?atas|"
    r"di\s?bawah)?\s*\d{1,3}(?:[.,]\d{1,4})?\s*(?:%|persen)?"
    r"(?:\s*(?:s\s?/\s?d\.?|s\.d\.?|sd|sampai(?:\s+dengan)?|hingga|[-–—]|≤|<\s*=?)\s*(?:<\s*=?|"
    r"≤)?\s*\d{1,3}(?:[.,]\d{1,4})?\s*(?:%|persen)?)?)",
    re.I,
)
_LABEL_IN_LINE = re.compile(
    rf"(?:=|:|maka\b.*?\b(?:dinyatakan|dikategorikan|adalah|kategori)|dinyatakan|dikategorikan|kategori|predikat|"
    rf"berarti|artinya|adalah|\s[-–]\s|\t|\s{{2,}})\s*"
    rf"(?P<label>{PREDIKAT}(?:\s+sekali)?)\b\s*(?:\(\s*(?P<grade>[A-Z]{{1,3}})\s*\))?",
    re.I,
)
_LABEL_FIRST = re.compile(
    rf"^(?P<label>{PREDIKAT}(?:\s+sekali)?)\s*(?:\((?P<grade>[A-Z]{{1,3}})\))?\s*(?:=|:|\(|jika|apabila|bila|"
    rf"adalah|(?=[<>≥≤\d]))\s*(?P<rest>.*)$",
    re.I,
)
_COUNTER = re.compile(r"^\d{1,2}\s+(?=[A-Za-z])(?!s\s?/?\.?\s?d\b|sampai|hingga|persen)", re.I)
_NUMBERS = re.compile(r"\d{1,3}(?:[.,]\d{1,4})?")
_DIGIT = re.compile(r"\d")
_LABEL_LAST = re.compile(rf"(?<=[\d%])\s*(?P<grade>)(?P<label>{PREDIKAT})\W*$", re.I)
# One of these stands in every predicate.
_JUDGING = (
    "baik", "kurang", "cukup", "sedang", "tinggi", "rendah", "memuaskan", "berhasil", "gagal", "efisien", "efektif",
    "buruk", "jelek", "kecil", "istimewa", "berimbang",
)  # fmt: skip
_PAIRS = 2
_GAP = 3  # order may jump so much between two lines of one list


def find_skala(tables: Sequence[Table], lines: Sequence[Line]) -> tuple[Skala, ...]:
    """The declared scales, ids "s1", "s2", … in reading order.

    A table is a scale when most of its rows hold one band and one predicate; a list in the text when three or more
    lines in a row do (two, where the lines also print grades).
    """
    found = [skala for table in tables if (skala := _of_table(table))]
    found += _of_lines(lines)
    found.sort(key=lambda pair: pair[0])
    return tuple(skala.model_copy(update={"id": f"s{number}"}) for number, (_, skala) in enumerate(found, 1))


def _band(label: str, grade: str | None, pita: Pita, raw: str, place: Place) -> Band:
    return Band(
        label=label,
        grade=grade,
        low=pita.low,
        high=pita.high,
        low_open=pita.low_open,
        high_open=pita.high_open,
        raw=raw,
        place=place,
    )


def _about(text: str) -> str:
    low = text.lower()
    if re.search(r"efisien", low):
        return "efisiensi"
    if re.search(r"kepuasan|\b[is]km\b|mutu\s+pelayanan|nilai\s+(?:persepsi|interval)", low):
        return "skm"
    if (
        re.search(r"(?<!petunjuk pelaksanaan )\bevaluasi\s+(?:atas\s+)?(?:implementasi|akuntabilitas)|\bs?akip\b", low)
        and "capaian" not in low
    ):
        return "akip"
    return "capaian"


def _label(text: str) -> tuple[str, str | None] | None:
    found = _LABEL.match(" ".join(text.split()))
    if not found:
        return None
    grade = found["grade"] or found["bracket"]
    return " ".join(found["label"].lower().split("(")[0].split()), grade.upper() if grade and len(grade) <= 3 else None


def _of_row(table: Table, row: Row, pairs: int | None) -> Band | None:
    texts = [(cell, bersih(cell.text.replace("\n", " "))) for cell in row.cells if cell and cell.text.strip()]
    joined = row.cells[pairs] if pairs is not None else None
    band = next(
        (
            (cell, text, pita)
            for cell, text in texts
            if (pita := parse_pita(text) or (parse_pair(text) if cell is joined else None))
        ),
        None,
    )
    if not band:
        return None
    cell, raw, pita = band
    label, grade = None, None
    for other, text in texts:
        if other is cell:
            continue
        named = _label(text)
        if named:
            label, grade = named[0], grade or named[1]
        elif _GRADE.match(text):
            grade = text.strip(" .()")
    if label is None and grade is None:
        return None
    column = table.columns[cell.column].role.value if cell.column < len(table.columns) else None
    place = Place(page=cell.page, line=cell.line, table=table.id, row=row.index, column=column, bbox=cell.bbox)
    return _band(label or str(grade), grade, pita, raw, place)


def _pairs(table: Table) -> int | None:
    """The column of a scale whose cells hold two numbers each and no joint, and whose bands do not overlap."""
    if table.kind is not Kind.SKALA_PREDIKAT:
        return None
    for column in range(len(table.columns)):
        cells = [cell for row in table.rows if (cell := row.cells[column]) is not None]
        bands = sorted((p.low, p.high) for c in cells if (p := parse_pair(bersih(c.text))) and p.low is not None)
        apart = all(a[1] <= b[0] for a, b in pairwise(bands) if a[1] is not None)
        if len(bands) >= _PAIRS and apart:
            return column
    return None


def _of_table(table: Table) -> tuple[int, Skala] | None:
    if not 2 <= len(table.rows) <= 24 or (len(table.rows) > 12 and table.kind is not Kind.SKALA_PREDIKAT):
        return None
    pairs = _pairs(table)
    bands = [band for row in table.rows if (band := _of_row(table, row, pairs))]
    if len(bands) < 2 or len(bands) < 0.6 * len(table.rows):
        return None
    context = " ".join((table.caption, table.before, *(column.label for column in table.columns)))
    return table.order, Skala(id="", table=table.id, bands=tuple(bands), about=_about(context), place=bands[0].place)


def _of_line(line: Line, text: str) -> Band | None:
    mark = marker(text)
    body = _COUNTER.sub("", text[mark.length :] if mark and mark.kind != "bullet" else text)
    if len(body) > 170 or not 1 <= len(_NUMBERS.findall(body)) <= 2:
        return None
    low = body.lower()
    if not any(word in low for word in _JUDGING):
        return None
    first = _LABEL_FIRST.match(body)
    if first:
        where, named = first["rest"], first
    else:
        after = _LABEL_IN_LINE.search(body) or _LABEL_LAST.search(body)
        if not after:
            return None
        where, named = body[: after.start()] or body, after
    printed = _BAND_IN_LINE.search(where)
    pita = parse_pita(printed["band"]) if printed else None
    if not pita or (pita.low is not None and pita.low == pita.high):
        return None
    assert printed
    place = Place(page=line.page, line=line.line, bbox=line.bbox)
    label = " ".join(named["label"].lower().split())
    return _band(label, named["grade"] or None, pita, printed["band"].strip(), place)


def _of_lines(lines: Sequence[Line]) -> list[tuple[int, Skala]]:
    found: list[tuple[int, Skala]] = []
    run: list[tuple[int, Band]] = []
    context: list[str] = []
    before = ""

    def close() -> None:
        if len(run) >= 3 or (len(run) == 2 and all(band.grade for _, band in run)):
            bands = tuple(band for _, band in run)
            found.append((run[0][0], Skala(id="", bands=bands, about=_about(before), place=bands[0].place)))
        run.clear()

    for index, line in enumerate(lines):
        if not _DIGIT.search(line.text):
            context.append(line.text)
            continue
        text = bersih(line.text)
        band = _of_line(line, text)
        if band is None and index + 1 < len(lines):
            band = _of_line(line, f"{text} {bersih(lines[index + 1].text)}")
        if band:
            if run and index - run[-1][0] > _GAP:
                close()
            if not run:
                before = " ".join(context[-4:])
            run.append((index, band))
            continue
        context.append(line.text)
        if run and index - run[-1][0] > _GAP:
            close()
    close()
    return [(lines[index].order, skala) for index, skala in found]
