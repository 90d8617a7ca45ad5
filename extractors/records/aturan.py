"""Rules that the document declares for itself: formulas of capaian, limits, how efficiency is judged."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractors.records.bersih import bersih
from schemas.number import Place
from schemas.reading import Line
from schemas.records import Aturan
from schemas.table import Kind, Table

_LATEX = re.compile(r"\\(?:text|mathrm|textbf|mathbf|textit)\s*\{([^{}]*)\}")
_FRACTION = re.compile(r"\\d?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_COMMAND = re.compile(r"\\[a-zA-Z]+|[${}\\]")
_R = r"(?:nilai\s+)?(?:capaian\s+)?realisasi(?:\s+\w+){0,2}?"
_T = r"(?:nilai\s+)?(?:target|rencana)(?:\s+\w+){0,2}?"
_MINUS = r"\s*[-–—−]\s*"
_HUNDRED = r"\s*\)?\s*[x×*X]\s*100"
_FORMULAS = (
    ("N1", re.compile(rf"\(?\s*{_T}{_MINUS}\(\s*{_R}{_MINUS}{_T}\s*\)", re.I)),
    ("N1", re.compile(rf"\(?\s*2\s*[x×*]?\s*\(?{_T}\)?\s*\)?{_MINUS}{_R}\b", re.I)),
    ("N3", re.compile(rf"1\s*\+\s*\(?\s*1{_MINUS}\(?\s*{_R}\s*[/:]\s*{_T}", re.I)),
    ("N2", re.compile(rf"(?:^|[=(\s]){_T}\s*\)?\s*[/:]\s*\(?\s*{_R}{_HUNDRED}", re.I)),
    ("P0", re.compile(rf"(?:^|[=(\s]){_R}\s*\)?\s*[/:]\s*\(?\s*{_T}(?:{_HUNDRED}|\s*\)?\s*$)", re.I)),
)
# A fraction set on three lines: "Realisasi", a bar or "x 100 %", "Target".
_STACKED_P = re.compile(
    rf"^[^a-z]*(?:[\w\s%()]+=)?\s*{_R}\s*[-–—_=\s]*(?:[x×*X]\s*100\s*%?)?\s*[-–—_\s]*(?:[\w\s]{{0,40}}=?\s*[-–—_\s]*[x×*X]\s*100\s*%?)?\s*{_T}\s*$",
    re.I,
)
_STACKED_N = re.compile(rf"{_T}\s*\)?\s*[-–—_\s]*[x×*X]\s*100\s*%?\s*{_R}\s*$", re.I)
_POSITIVE = re.compile(
    r"semakin\s+(?:tinggi|besar)\s+(?:nilai\s+)?realisasi\w*\s+\w*\s*(?:\w+\s+){0,3}semakin\s+(?:tinggi|baik|"
    r"besar|meningkat)",
    re.I,
)
_LIMIT = r"(\d{2,3}(?:[.,]\d+)?)\s*(?:%|persen)"
_CAPS = (
    re.compile(
        rf"(?:lebih\s+dari|melebihi|di\s?atas|melampaui|>)\s*{_LIMIT}[^.;]{{0,60}}?\b(?:termasuk|dianggap|"
        rf"dihitung|ditulis|dinilai|dibulatkan|ditetapkan|disamakan|menjadi|dicatat|"
        rf"diperhitungkan)\b[^.;]{{0,60}}?{_LIMIT}",
        re.I,
    ),
    re.compile(
        rf"(?:capaian|kinerja|nilai)[^.;]{{0,80}}?\b(?:maksimal|maksimum|paling\s+tinggi|setinggi-?\s?tingginya|"
        rf"dibatasi|tidak\s+(?:boleh\s+)?(?:lebih\s+dari|melebihi)|batas\s+(?:atas|maksimal|"
        rf"maksimum))\b[^.;\d]{{0,50}}?{_LIMIT}",
        re.I,
    ),
    re.compile(
        rf"\b(?:maksimal|maksimum|batas\s+(?:atas|maksimal|"
        rf"maksimum))\b[^.;\d]{{0,40}}?{_LIMIT}[^.;]{{0,60}}?\bcapaian\b",
        re.I,
    ),
)
_FLOOR = re.compile(
    r"kurang\s+dari\s+0\s*(?:%|persen)?[^.;]{0,60}?\b(?:termasuk|dianggap|dihitung|ditulis|dinilai|"
    r"menjadi)\b[^.;]{0,60}?\b0\b",
    re.I,
)
_E1 = re.compile(
    r"(?:membandingkan|perbandingan|selisih)\s+(?:antara\s+)?(?:persentase\s+|prosentase\s+|%\s+)?(?:capaian|"
    r"pencapaian)\s+kinerja\s+(?:dengan|dan|terhadap)\s+(?:capaian\s+|persentase\s+|prosentase\s+|%\s+|"
    r"tingkat\s+)?(?:penyerapan|serapan|realisasi)\s+anggaran",
    re.I,
)
_E2 = re.compile(
    r"(?:tingkat\s+)?efisiensi\s*=\s*\(?\s*%?\s*capaian[^=]{0,40}?[-–−]\s*%?\s*(?:penyerapan|serapan|realisasi)", re.I
)
_PROMISING = re.compile(r"realisasi|rencana|target|capaian|efisien", re.I)


def find_aturan(tables: Sequence[Table], lines: Sequence[Line]) -> Aturan:
    """The declared rules; what is not declared stays empty.

    Formula codes: P0 realisasi/target, N1 (2·target − realisasi)/target, N2 target/realisasi, N3 1 + (1 − R/T). The
    efficiency code is E1 (capaian above absorption) or E2 (capaian minus absorption).
    """
    formulas: list[str] = []
    places: list[Place] = []
    cap = floor = None
    efisiensi: str | None = None
    for text, place in _statements(tables, lines):
        for code in _codes(text):
            if code not in formulas:
                formulas.append(code)
                places.append(place)
        limit = _cap(text)
        if cap is None and limit is not None:
            cap = limit
            places.append(place)
        if floor is None and _FLOOR.search(text):
            floor = Decimal(0)
        if efisiensi is None and (_E2.search(text) or _E1.search(text)):
            efisiensi = "E2" if _E2.search(text) else "E1"
    return Aturan(formulas=tuple(formulas), cap=cap, floor=floor, efisiensi=efisiensi, places=tuple(places))


def _plain(text: str) -> str:
    """A formula without LaTeX: fractions become "(a) / (b)"."""
    if "\\" not in text:
        return text
    for _ in range(3):
        text = _LATEX.sub(r"\1", text)
    text = _FRACTION.sub(r"\1 / \2", text)
    text = text.replace("\\times", "x").replace("\\%", "%")
    return _COMMAND.sub(" ", text)


def _statements(tables: Sequence[Table], lines: Sequence[Line]) -> Iterator[tuple[str, Place]]:
    """Each promising line alone and joined with its two neighbours, where fractions are set on several lines."""
    texts = [_plain(bersih(line.text)) if "\\" not in line.text else bersih(_plain(line.text)) for line in lines]
    for index, (line, text) in enumerate(zip(lines, texts, strict=True)):
        if len(text) > 2 and _PROMISING.search(text):
            place = Place(page=line.page, line=line.line, bbox=line.bbox)
            yield text, place
            if len(text) < 130:
                yield " ".join(texts[index : index + 2]), place
                yield " ".join(texts[index : index + 3]), place
            else:
                yield " ".join(texts[index : index + 2]), place
    for table in tables:
        if table.kind is Kind.IKU or len(table.rows) > 12:
            continue  # the formulas of an IKU table are those of its indicators
        for row in table.rows:
            for cell in row.cells:
                if cell and 15 < len(cell.text) < 400 and _PROMISING.search(cell.text) and "100" in cell.text:
                    yield (
                        _plain(bersih(cell.text)),
                        Place(page=cell.page, line=cell.line, table=table.id, row=row.index),
                    )


def _codes(text: str) -> list[str]:
    if len(text) > 700 or "ealisasi" not in text.lower():
        return []
    found = [code for code, pattern in _FORMULAS if pattern.search(text)]
    if "100" in text and "N1" not in found and len(text) < 200:
        if _STACKED_P.search(text):
            found.append("P0")
        elif _STACKED_N.search(text):
            found.append("N2")
    if "N1" in found or "N3" in found:
        found = [code for code in found if code in ("N1", "N3")]
    if not found and _POSITIVE.search(text) and "rumus" in text.lower():
        found.append("P0")
    return found


def _cap(text: str) -> Decimal | None:
    if "%" not in text and "persen" not in text:
        return None
    for pattern in _CAPS:
        found = pattern.search(text)
        if found:
            limit = Decimal(found.groups()[-1].replace(",", "."))
            if Decimal(100) <= limit <= Decimal(200):
                return limit
    return None
