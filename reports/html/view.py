"""What the page of a document shows, ready for the template: plain values, no logic left."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reports.html.charts import AnggaranBar, CapaianBar, anggaran_bars, capaian_bars
from reports.html.pictures import take_pictures
from reports.html.words import category_word
from reports.marks import Mark, Marks, find_marks, is_pdf, open_pdf
from reports.notes import Part, mention, parts_of
from reports.reasons import Unreads
from reports.source_lines import SourceLine, SourceLines, Span, read_lines
from reports.words import Lang, place_of, say, tell
from schemas.document import Coverage, Document
from schemas.finding import Evidence, Finding
from schemas.printing import print_number
from schemas.reading import Source
from schemas.records import Identity
from schemas.result import Checked, RuleFailure

SHOWN = 6
"""Pieces of evidence shown at once; the rest is folded away."""
AROUND = 3
"""Lines of a text shown before and after a marked one."""


class Place(NamedTuple):
    """One piece of evidence: its words, what is printed there, and the mark it leads to."""

    where: str
    raw: str
    mark: str | None


class Card(NamedTuple):
    """One finding with its consequences below it."""

    id: str
    severity: str
    word: str
    rule: str
    title: str
    basis: str
    category: str
    message: str
    changing: bool
    accepted: str | None
    parts: tuple[Part, ...]
    confidence: str
    places: tuple[Place, ...]
    more: tuple[Place, ...]
    consequences: tuple["Card", ...]


class Shape(NamedTuple):
    """One mark on a picture: the finding it leads to, and its boxes as x, y, width, height."""

    id: str
    severity: str
    about: bool
    target: str
    label: str
    boxes: tuple[tuple[float, float, float, float], ...]


class Sheet(NamedTuple):
    """One marked page: its picture (None when it had no room) and the marks on it; ``loose`` have no place."""

    number: int
    width: float
    height: float
    picture: str | None
    shapes: tuple[Shape, ...]
    loose: tuple[Shape, ...]


class Piece(NamedTuple):
    """A part of a text line, marked or not."""

    text: str
    mark: Shape | None


class TextLine(NamedTuple):
    """One line of a text; ``gap`` when lines were left out before it."""

    number: int
    pieces: tuple[Piece, ...]
    gap: bool


class Left(NamedTuple):
    """A part of the document that was not read, in words, and how many numbers it prints."""

    where: str
    what: str
    reason: str
    numbers: str


class View(NamedTuple):
    """The whole page."""

    title: str
    source: Source
    name: str
    identity: Identity
    counts: tuple[tuple[str, str, int], ...]
    changing: int
    cards: tuple[Card, ...]
    rules: tuple[tuple[str, str, int], ...]
    sheets: tuple[Sheet, ...]
    lines: tuple[TextLine, ...]
    capaian: tuple[CapaianBar, ...]
    anggaran: tuple[AnggaranBar, ...]
    coverage: Coverage
    shares: tuple[float, float]
    unread: tuple[Left, ...]
    failures: tuple[RuleFailure, ...]


def view_of(checked: Checked, lang: Lang) -> View:
    """All that the page shows of a checked document; reads its source file again for pictures or lines."""
    document = checked.document
    sheets: tuple[Sheet, ...] = ()
    lines: tuple[TextLine, ...] = ()
    of: dict[tuple[str, int], str] = {}
    if is_pdf(checked):
        with open_pdf(document.source.path) as pdf:
            marks = find_marks(checked, pdf)
            pictures = take_pictures(pdf, marks.frames)
        sheets = tuple(_sheets(marks, pictures, lang))
        of = {key: mark.id for key, mark in marks.of.items()}
    else:
        source = read_lines(checked)
        lines, of = tuple(_lines(source, lang)), source.of
    titles = {note.code: (tell(note.title, lang), note.legal_basis) for note in checked.rules}
    cards = tuple(_cards(checked, of, titles, lang))
    counts = Counter(card.severity for card in cards if card.accepted is None)
    rules = Counter(card.rule for card in cards)
    coverage = document.coverage
    every = max(1, coverage.numbers_on_table_pages)
    name = Path(document.source.path).name
    return View(
        title=document.identity.instansi or name,
        source=document.source,
        name=name,
        identity=document.identity,
        counts=tuple((s, say(s, lang), counts[s]) for s in ("error", "warning", "info")),
        changing=sum(card.changing for card in cards),
        cards=cards,
        rules=tuple((code, titles.get(code, ("", ""))[0], number) for code, number in sorted(rules.items())),
        sheets=sheets,
        lines=lines,
        capaian=capaian_bars(document),
        anggaran=anggaran_bars(document),
        coverage=coverage,
        shares=(round(100 * coverage.in_records / every, 1), round(100 * coverage.confirmed / every, 1)),
        unread=tuple(_left(document, lang)),
        failures=checked.rule_failures,
    )


def _left(document: Document, lang: Lang) -> Iterator[Left]:
    telling = Unreads(document, lang)
    for part in document.coverage.unread:
        where = place_of(Evidence(page=part.page, line=part.line), lang)
        yield Left(where, telling.what(part), telling.reason(part), telling.numbers(part))


def _cards(
    checked: Checked, of: dict[tuple[str, int], str], titles: dict[str, tuple[str, str]], lang: Lang
) -> Iterator[Card]:
    numbers = {table.id: table.number for table in checked.document.tables if table.number}
    known = {finding.id for finding in checked.findings}

    def card(finding: Finding) -> Card:
        places = [_place(e, of.get((finding.id, i)), numbers, lang) for i, e in enumerate(finding.evidence)]
        title, basis = titles.get(finding.rule, ("", ""))
        return Card(
            id=finding.id,
            severity=finding.severity.value,
            word=say(finding.severity.value, lang),
            rule=finding.rule,
            title=title,
            basis=basis,
            category=category_word(finding.category.value, lang),
            message=tell(finding.message, lang),
            changing=finding.mengubah_kesimpulan,
            accepted=finding.accepted,
            parts=tuple(parts_of(finding, lang)),
            confidence=print_number(finding.confidence * 100, decimals=0) + " %",
            places=tuple(places[:SHOWN]),
            more=tuple(places[SHOWN:]),
            consequences=tuple(card(f) for f in checked.findings if f.cause == finding.id and f.id != finding.id),
        )

    for finding in checked.findings:
        if finding.cause is None or finding.cause not in known:
            yield card(finding)


def _place(evidence: Evidence, mark: str | None, numbers: dict[str, str], lang: Lang) -> Place:
    parts = [place_of(evidence, lang)]
    if evidence.table in numbers:
        parts[0] += f" ({numbers[evidence.table]})"
    if evidence.row is not None:
        parts.append(f"{say('line', lang) if lang == 'id' else say('row', lang)} {evidence.row}")
    if evidence.column:
        parts.append(evidence.column.replace("_", " "))
    return Place(", ".join(part for part in parts if part), evidence.raw, mark)


def _sheets(marks: Marks, pictures: dict[int, str], lang: Lang) -> Iterator[Sheet]:
    for number in sorted(marks.frames):
        width, height = marks.frames[number].size
        here = [_shape(mark, lang) for mark in marks.marks if mark.page == number]
        yield Sheet(
            number=number,
            width=round(width, 1),
            height=round(height, 1),
            picture=pictures.get(number),
            # wide places first, so that those inside them stay on top and can be clicked
            shapes=tuple(sorted((s for s in here if s.boxes), key=lambda s: -max(b[2] * b[3] for b in s.boxes))),
            loose=tuple(s for s in here if not s.boxes),
        )


def _shape(mark: Mark, lang: Lang) -> Shape:
    first = (mark.about or mark.beside)[0]
    boxes = tuple((round(b[0], 1), round(b[1], 1), round(b[2] - b[0], 1), round(b[3] - b[1], 1)) for b in mark.boxes)
    label = f"{mark.raw}: {mention(first, lang)}"
    return Shape(mark.id, mark.severity.value, bool(mark.about), first.id, label, boxes)


def _lines(source: SourceLines, lang: Lang) -> Iterator[TextLine]:
    wanted = {
        near for line in source.lines if line.spans for near in range(line.number - AROUND, line.number + AROUND + 1)
    }
    before = 0
    for line in source.lines:
        if line.number in wanted:
            yield TextLine(line.number, tuple(_pieces(line, lang)), gap=line.number != before + 1)
            before = line.number


def _pieces(line: SourceLine, lang: Lang) -> Iterator[Piece]:
    at = 0
    for span in line.spans:
        yield Piece(line.text[at : span.start], None)
        yield Piece(line.text[span.start : span.end], _span_shape(span, lang))
        at = span.end
    yield Piece(line.text[at:], None)


def _span_shape(span: Span, lang: Lang) -> Shape:
    first = (span.about or span.beside)[0]
    return Shape(span.id, first.severity.value, bool(span.about), first.id, mention(first, lang), ())
