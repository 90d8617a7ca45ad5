"""References in running text: decrees, regulations, years, agencies, people, table numbers, headings, dates."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from extractors.records.bagian import caption, heading, is_toc
from extractors.records.bersih import bersih
from extractors.records.instansi import expand, find_nama
from extractors.records.kalimat import Paragraf, paragraphs
from extractors.records.peraturan import find_peraturan
from extractors.records.rencana import find_rencana
from extractors.records.tanggal import find_tanggal
from schemas.number import Place
from schemas.reading import Line, Reading
from schemas.records import Rujukan
from schemas.table import Table

_NIP = re.compile(r"\bNIP\.?\s*:?\s*(?P<nip>\d[\d\s]{14,26}\d)|(?<!\d)(?P<bare>(?:19|20)\d{6}\s\d{6}\s\d\s\d{3})(?!\d)")
_NAME = re.compile(r"^(?:[A-Z][\w.'’,\- ]{3,70})$")
_NOT_NAME = re.compile(
    r"^(?:NIP|Pembina|Penata|Pengatur|Juru|Kepala|KEPALA|CAMAT|Camat|BUPATI|Bupati|Pihak|PIHAK|Sekretaris|Plt|"
    r"PLT|Selaku|Jabatan|a\.n|A\.n)\b"
)
_SK = re.compile(
    r"\b(?P<kind>(?:surat\s+)?keputusan|SK)\s+(?P<who>[^;:.]{0,90}?)\s*(?:nomor|"
    r"no\.?)\s*[.:]*\s*(?P<number>[\w.]{1,12}(?:\s*[/\-]\s*[\w.]*){1,7}(?:\s*/?\s*(?:19|20)\d\d)?)",
    re.I,
)
_DECREE = re.compile(r"^\W*nomor\s*:?\s*(?P<number>[\w.]{1,16}(?:\s*/\s*[\w.]*){1,7})\W*$", re.I)
_DIKTUM = re.compile(
    r"^\W*(?P<name>KESATU|PERTAMA|KEDUA|KETIGA|KEEMPAT|KELIMA|KEENAM|KETUJUH|KEDELAPAN|KESEMBILAN|"
    r"KESEPULUH)\s*:\s*(?P<text>.*)$"
)
_TABLE = re.compile(r"\b(?P<word>tabel|table)\.?\s*(?P<number>\d{1,2}(?:\s?[.\-]\s?\d{1,3}){0,2})(?!\s*%)", re.I)
_YEARS = re.compile(
    r"\b(?P<what>laporan\s+(?:akuntabilitas\s+)?kinerja|LKJ?IP|LAKIP|LKj|perjanjian\s+kinerja|"
    r"penetapan\s+kinerja|rencana\s+kinerja\s+tahunan|RKT|rencana\s+kerja|"
    r"renja|indikator\s+kinerja\s+utama|IKU|rencana\s+strategis|renstra|RPJMD|pengukuran\s+(?:\w+\s+)?kinerja|"
    r"capaian\s+kinerja|rencana\s+pembangunan\s+jangka\s+menengah)"
    r"\b(?P<between>[^.;:\n]{0,120}?)\b(?P<ta>tahun(?:\s+anggaran)?|th\.?|ta\.?|t\.a\.?)\s*:?\s*(?P<year>(?:19|"
    r"20)\d\d)(?P<end>\s*(?:[-–—]|s\.?/?d\.?|sampai)\s*(?:tahun\s*)?(?:19|20)?\d\d\b)?",
    re.I,
)
_PLAN = re.compile(
    r"\b(?:perjanjian\s+kinerja|rencana\s+kinerja\s+tahunan|RKT|rencana\s+kerja|renja|rencana\s+strategis|"
    r"renstra|RPJMD|capaian\s+kinerja)\b",
    re.I,
)
_FISCAL = re.compile(
    r"\b(?:tahun\s+anggaran|t\.\s?a\.?|ta\.|(?-i:TA))\s*:?\s*(?P<year>(?:19|20)\d\d)\b(?!\s*[-–]\s*\d)", re.I
)
_NTH = re.compile(
    r"\btahun\s+(?P<nth>pertama|kedua|ke-?\s?dua|ketiga|ke-?\s?tiga|keempat|ke-?\s?empat|kelima|ke-?\s?lima|"
    r"keenam|ke-?\s?enam|terakhir|ke-?\s?\d)\b"
    r"(?=[^.;]{0,80}\b(?:renstra|rencana\s+strategis|RPJMD|periode|pelaksanaan)\b)",
    re.I,
)
_ORDINALS = {"pertama": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6}
_WHAT = (
    (re.compile(r"^(?:laporan|lkj|lkip|lakip)", re.I), "laporan"),
    (re.compile(r"^(?:perjanjian|penetapan)", re.I), "perjanjian kinerja"),
    (re.compile(r"^(?:rencana\s+kinerja|rkt)", re.I), "rkt"),
    (re.compile(r"^(?:rencana\s+kerja|renja)", re.I), "renja"),
    (re.compile(r"^(?:indikator|iku)", re.I), "iku"),
    (re.compile(r"^(?:rencana\s+strategis|renstra)", re.I), "renstra"),
    (re.compile(r"^(?:rpjmd|rencana\s+pembangunan)", re.I), "rpjmd"),
    (re.compile(r"^(?:pengukuran|capaian)", re.I), "capaian"),
)
_LAW = re.compile(r"\b(?:nomor|no\.?)\s*:?\s*[\w./ -]{1,40}?\s*tahun\s*(?:19|20)\d\d", re.I)
_COVER_YEAR = re.compile(r"^\W*(?:tahun(?:\s+anggaran)?|th\.?|ta\.?|t\.a\.?)\s*:?\s*(20\d\d)\W*$", re.I)
_DIGIT = re.compile(r"\d")
_OFTEN = 3
_ABOUT = re.compile(r"^\s*tentang\s+(?P<title>[^;.]{5,200})", re.I)


class _Make(Protocol):
    """Makes a reference from a span of the paragraph at hand."""

    def __call__(self, kind: str, span: tuple[int, int], value: str, about: str = "") -> Rujukan: ...


def find_rujukan(reading: Reading, tables: Sequence[Table]) -> tuple[Rujukan, ...]:
    """The references of a document in reading order; what ``value`` and ``about`` hold is told at ``Rujukan``.

    ``tables`` adds the captions that the table finder took out of the running text.
    """
    parts = paragraphs(reading.lines, (grid.order for grid in reading.grids))
    found = [*_titled(_of_lines(reading.lines)), *_of_parts(parts), *_of_tables(reading, tables)]
    return tuple(sorted(found, key=lambda one: one.order))


def _at(line: Line) -> Place:
    return Place(page=line.page, line=line.line, bbox=line.bbox)


def _number(text: str) -> str:
    return re.sub(r"\s+", "", text).strip("./-")


def _of_lines(lines: Sequence[Line]) -> Iterator[Rujukan]:
    """What stands on a line of its own: headings, contents, decree numbers, diktums, NIPs, dates, covers."""
    names: list[str] = []
    body = False
    for line in lines:
        text = bersih(line.text)
        if not text:
            continue

        def make(kind: str, value: str, about: str = "", *, line: Line = line, text: str = text) -> Rujukan:
            return Rujukan(
                kind=kind, text=text[:300], value=value, about=about[:300], place=_at(line), order=line.order
            )

        head = heading(text, marked=line.heading is not None, bold=line.bold)
        if is_toc(text, line.text):
            bare = re.sub(r"[\s.…_]*[\divxlIVXL]*\s*$", "", text)
            entry = heading(bare, marked=True)
            yield make("toc", entry.number if entry else "", entry.title if entry else bare)
            continue
        if head and head.kind in ("bab", "outline", "ikhtisar", "lampiran", "front"):
            body = True
            yield make("bab" if head.kind == "bab" else "heading", head.number, head.title)
        if not body:
            cover = _COVER_YEAR.match(text)
            if cover:
                yield make("tahun", cover.group(1), "sampul")
        diktum = _DIKTUM.match(text)
        if diktum:
            yield make("diktum", diktum["name"], diktum["text"])
        decree = _DECREE.match(text)
        if decree:
            yield make("sk", _number(decree["number"]), "kepala keputusan")
        nip = _NIP.search(text)
        if nip:
            digits = re.sub(r"\s", "", nip["nip"] or nip["bare"])
            person = next(
                (name for name in reversed(names[-4:]) if _NAME.match(name) and not _NOT_NAME.match(name)), ""
            )
            yield make("nip", digits, person)
            if person:
                yield make("orang", person, digits)
        elif "20" in text or "19" in text:
            for date in find_tanggal(text):
                yield make("tanggal", date.iso, date.about)
        names.append(text)


def _titled(found: Iterator[Rujukan]) -> Iterator[Rujukan]:
    """Gives a "BAB II" the title that stands on the line under it."""
    held: Rujukan | None = None
    for one in found:
        if held:
            if one.kind == "bab" and not one.value:
                yield held.model_copy(update={"about": one.about})
                held = None
                continue
            yield held
            held = None
        if one.kind == "bab" and not one.about:
            held = one
        else:
            yield one
    if held:
        yield held


def _of_parts(parts: Sequence[Paragraf]) -> Iterator[Rujukan]:
    """What stands in sentences: regulations, decrees, years, agencies, mentions of tables."""
    seen: Counter[tuple[str, str]] = Counter()
    for part in parts:
        if part.kind == "toc":
            continue
        text = part.text

        def make(kind: str, span: tuple[int, int], value: str, about: str = "", *, part: Paragraf = part) -> Rujukan:
            line = part.line_at(span[0])
            return Rujukan(
                kind=kind,
                text=part.text[span[0] : span[1]][:300],
                value=value,
                about=about[:300],
                place=_at(line),
                order=line.order,
            )

        titled = caption(text) if part.kind == "caption" else None
        if titled and titled.word == "tabel":
            yield make("tabel", (0, len(text)), titled.number, titled.title)
        elif "abe" in text or "ABE" in text or "abl" in text:
            for table in _TABLE.finditer(text):
                yield make("rujuk_tabel", table.span(), _number(table["number"]).replace("-", "."))
        laws = find_peraturan(text) if "o" in text and _DIGIT.search(text) else []
        for law in laws:
            yield make("peraturan", (law.start, law.end), law.code, law.title)
        for decree in _SK.finditer(text) if "eputusan" in text or "KEPUTUSAN" in text or "SK " in text else ():
            if not any(law.start < decree.end() and decree.start() < law.end for law in laws):
                about = _ABOUT.match(text[decree.end() :])
                yield make(
                    "sk",
                    decree.span(),
                    _number(decree["number"]),
                    about["title"].strip() if about else decree["who"].strip(),
                )
        yield from _years(part, make)
        for plan in find_rencana(text) if "20" in text else ():
            yield make("periode", (plan.start, plan.end), plan.period, plan.about)
        if part.kind != "heading" or len(text) < 200:
            yield from _agencies(part, seen)


def _agencies(part: Paragraf, seen: Counter[tuple[str, str]]) -> Iterator[Rujukan]:
    """The agencies that a paragraph names, each at most a few times in a document, with the words around."""
    text = expand(part.text)
    for nama in find_nama(text):
        words = nama.name.split()
        if len(words) > 1 and words[1] in ("dan", "serta", "di", "Didukung", "Setempat", "Terkait"):
            continue
        key = (nama.name, nama.daerah or "")
        seen[key] += 1
        if seen[key] > _OFTEN:
            continue
        line = part.line_at(min(nama.start, len(part.text) - 1))
        around = text[max(0, nama.start - 90) : nama.end + 60].strip()
        yield Rujukan(
            kind="instansi", text=around, value=nama.name, about=nama.daerah or "", place=_at(line), order=line.order
        )


def _years(part: Paragraf, make: _Make) -> Iterator[Rujukan]:
    text = part.text
    if "20" not in text and "ahun ke" not in text and "ahun pertama" not in text:
        return
    bare = _LAW.sub(lambda m: " " * len(m.group()), text)
    taken: list[tuple[int, int]] = []
    for year in _YEARS.finditer(bare):
        nearer = list(_PLAN.finditer(year["between"]))
        said = nearer[-1].group() if nearer else year["what"]
        what = next(name for pattern, name in _WHAT if pattern.match(said))
        if what in ("renstra", "rpjmd") and not year["end"]:
            continue
        value = year["year"]
        if year["end"]:
            last = re.sub(r"\D", "", year["end"])
            value += "-" + (last if len(last) == 4 else value[:2] + last)
        taken.append(year.span())
        yield make("tahun", year.span(), value, what)
    for year in _FISCAL.finditer(bare):
        if not any(start <= year.start() < end for start, end in taken):
            yield make("tahun", year.span(), year["year"], "tahun anggaran")
    for nth in _NTH.finditer(bare):
        word = re.sub(r"^ke-?\s?", "", nth["nth"].lower())
        value = word if word.isdigit() else str(_ORDINALS.get(word, word))
        around = text[max(0, nth.start() - 60) : nth.end() + 120]
        yield make(
            "tahun_ke",
            (nth.start(), min(nth.end() + 60, len(text))),
            value,
            "rpjmd" if "RPJMD" in around else "renstra",
        )


def _of_tables(reading: Reading, tables: Sequence[Table]) -> Iterator[Rujukan]:
    """Captions that the table finder holds and that no line of running text prints any more."""
    printed = {bersih(line.text)[:24].lower() for line in reading.lines}
    for table in tables:
        if table.number and table.caption and bersih(table.caption)[:24].lower() not in printed:
            first = next((row for row in table.rows), None)
            titled = caption(bersih(table.caption))
            yield Rujukan(
                kind="tabel",
                text=table.caption[:300],
                value=table.number,
                about=titled.title if titled else table.caption,
                place=Place(
                    page=table.pages[0] if table.pages else None, line=first.line if first else None, table=table.id
                ),
                order=table.order,
            )
