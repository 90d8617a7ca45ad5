"""The sheet "Ringkasan": header block to fill in, the document, counts, coverage, what could not be read."""

from collections import Counter

from reports.elements import severity_name
from reports.names import safe_stem
from reports.reasons import Unreads, heaviest
from reports.words import say
from reports.xlsx.book import AMBER, BAND, Sheet
from reports.xlsx.paper import FIRST_FINDING, Paper
from schemas.finding import Severity

WIDTHS = (28, 22, 26, 36)
MOST = 12
"""Findings and unread parts that the summary names; all stand on their own sheets."""


def write(sheet: Sheet, paper: Paper) -> None:
    """Fill the sheet, set up for one upright page."""
    book, checked = sheet.book, paper.checked
    document = checked.document
    for at, width in enumerate(WIDTHS):
        sheet.width(at, width)
    sheet.head(book.say("KERTAS KERJA REVIU LAPORAN KINERJA", "WORKING PAPER: REVIEW OF A PERFORMANCE REPORT"))
    row = _block(sheet, 2)
    identity = document.identity
    name = document.source.path.replace("\\", "/").rsplit("/", 1)[-1] or safe_stem(document.source.path)
    row = _lines(
        sheet,
        row + 1,
        book.say("Dokumen", "Document"),
        (
            (book.say("Instansi", "Agency"), identity.instansi or say("unknown_agency", book.lang)),
            (book.say("Daerah", "Region"), identity.daerah or ""),
            (book.say("Jenis dokumen", "Kind of document"), identity.jenis.value.replace("_", " ").upper()),
            (book.say("Tahun", "Year"), str(identity.tahun or "")),
            (book.say("Nomor", "Number"), identity.nomor or ""),
            (book.say("Berkas", "File"), name),
            (book.say("Halaman", "Pages"), str(document.source.pages or "")),
            (book.say("Sidik berkas (SHA-256)", "Fingerprint (SHA-256)"), document.source.sha256),
        ),
    )
    row = _counts(sheet, row + 1, paper)
    row = _coverage(sheet, row + 1, paper)
    row = _foremost(sheet, row + 1, paper)
    row = _unread(sheet, row + 1, paper)
    text = book.say(
        "Kertas kerja ini membandingkan angka dan pernyataan di dalam dokumen satu sama lain. Sifatnya keyakinan "
        "terbatas: butir yang tercantum perlu diklarifikasi dengan data sumber, dan tidak adanya butir tidak berarti "
        "seluruh isi dokumen telah diyakini. Bagian yang tidak terbaca tidak dinilai.",
        "This working paper holds figures and statements of the document against each other. It gives limited "
        "assurance: its items await clarification with the source data, and having none does not mean that all of "
        "the document is relied upon. What could not be read was not assessed.",
    )
    sheet.raw.merge_range(row + 1, 0, row + 1, 3, text, book.look(text_wrap=True, italic=True))
    sheet.need(row + 1, 4)
    sheet.raw.print_area(0, 0, row + 1, 3)


def _foremost(sheet: Sheet, row: int, paper: Paper) -> int:
    """The first findings in one line each, with a link to their row."""
    book = sheet.book
    roots = [line for line in paper.listed() if not line[2] and line[1].severity is not Severity.INFO]
    if not roots:
        return row
    _title(sheet, row, book.say("Temuan pertama", "First findings"))
    rows = {number: at for at, (number, _, _) in enumerate(paper.listed(), FIRST_FINDING)}
    sheet_name = book.say("Temuan", "Findings")
    for at, (number, finding, _) in enumerate(roots[:MOST], row + 1):
        sheet.link(at, 0, f"'{sheet_name}'!A{rows[number] + 1}", f"no. {number}")
        sheet.text(at, 1, f"{paper.notes.title(finding)}. {paper.notes.kondisi(finding)}", span=3)
    if len(roots) > MOST:
        sheet.text(row + MOST + 1, 0, book.say(f"… dan {len(roots) - MOST} lagi", f"… and {len(roots) - MOST} more"))
    return row + min(len(roots), MOST + 1) + 1


def _unread(sheet: Sheet, row: int, paper: Paper) -> int:
    """What could not be read, the first parts of it."""
    book, document = sheet.book, paper.checked.document
    unread, unreads = document.coverage.unread, Unreads(document, book.lang)
    if not unread:
        return row
    _title(sheet, row, book.say("Tidak terbaca (selengkapnya di Cakupan)", "Not read (all of it under coverage)"))
    for at, part in enumerate(heaviest(unread, MOST), row + 1):
        page = paper.notes.places.page(part.page, part.line)
        sheet.text(at, 0, f"{book.say('Hal.', 'Page')} {page}" if part.page else page)
        sheet.text(at, 1, f"{unreads.what(part)}: {unreads.reason(part)}", span=3)
    return row + min(len(unread), MOST) + 1


def _block(sheet: Sheet, row: int) -> int:
    """The block on top of every working paper."""
    book = sheet.book
    fields = (
        (book.say("No. KKR", "Paper no."), book.say("Sasaran reviu", "Subject of review")),
        (book.say("Dibuat oleh", "Made by"), book.say("Tanggal", "Date")),
        (book.say("Direviu oleh", "Reviewed by"), book.say("Tanggal", "Date")),
    )
    for at, pair in enumerate(fields, row):
        for column, label in enumerate(pair):
            sheet.text(at, column * 2, label, bold=True, bg_color=BAND)
            sheet.text(at, column * 2 + 1, "")
        sheet.need(at, 2)
    return row + len(fields)


def _title(sheet: Sheet, row: int, text: str) -> None:
    sheet.raw.write_string(row, 0, text, sheet.book.look(bold=True, font_size=11))


def _lines(sheet: Sheet, row: int, title: str, lines: tuple[tuple[str, str], ...]) -> int:
    _title(sheet, row, title)
    for at, (label, value) in enumerate(lines, row + 1):
        sheet.text(at, 0, label, bg_color=BAND)
        sheet.text(at, 1, value, span=3)
    return row + len(lines) + 1


def _counts(sheet: Sheet, row: int, paper: Paper) -> int:
    book, checked = sheet.book, paper.checked
    roots = [f for f in paper.notes.roots() if f.accepted is None]
    counts = Counter(f.severity for f in roots)
    _title(sheet, row, book.say("Temuan menurut tingkat", "Findings by severity"))
    lines = [(severity_name(s, book.lang), counts[s]) for s in Severity]
    lines += [
        (book.say("Akibat ikutan", "Consequences"), len(checked.findings) - len(paper.notes.roots())),
        (
            book.say("Dapat mengubah simpulan", "May change a conclusion"),
            sum(f.mengubah_kesimpulan for f in roots),
        ),
        (
            book.say("Diterima oleh peninjau", "Accepted by a reviewer"),
            sum(f.accepted is not None for f in checked.findings),
        ),
        (book.say("Aturan gagal dijalankan", "Rules that crashed"), len(checked.rule_failures)),
    ]
    for at, (label, number) in enumerate(lines, row + 1):
        sheet.text(at, 0, label, bg_color=BAND)
        sheet.number(at, 1, number, 0, **({"bg_color": AMBER} if label == lines[-1][0] and number else {}))
    return row + len(lines) + 1


def _coverage(sheet: Sheet, row: int, paper: Paper) -> int:
    book, coverage = sheet.book, paper.checked.document.coverage
    _title(sheet, row, book.say("Cakupan", "Coverage"))
    lines = (
        (book.say("Angka pada halaman tabel", "Numbers on table pages"), coverage.numbers_on_table_pages),
        (book.say("Terbaca sebagai data", "Read as data"), coverage.in_records),
        (book.say("Terbukti cocok dengan angka lain", "Confirmed by other figures"), coverage.confirmed),
        (book.say("Bagian yang tidak terbaca", "Parts not understood"), len(coverage.unread)),
    )
    for at, (label, number) in enumerate(lines, row + 1):
        sheet.text(at, 0, label, bg_color=BAND)
        sheet.number(at, 1, number, 0)
    share = book.number(1)
    for at in (row + 2, row + 3):
        whole = coverage.numbers_on_table_pages
        value = None if not whole else lines[at - row - 1][1] * 100 / whole
        formula = f'=IF($B${row + 2}>0,B{at + 1}/$B${row + 2}*100,"")'
        sheet.raw.write_formula(at, 2, formula, share, "" if value is None else value)
        sheet.text(at, 3, book.say("% dari angka pada halaman tabel", "% of numbers on table pages"))
    return row + len(lines) + 1
