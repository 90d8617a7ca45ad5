"""The sheet "Ringkasan": header block to fill in, the document, counts, coverage, what could not be read."""

from collections import Counter

from reports.elements import severity_name
from reports.names import safe_stem
from reports.words import say
from reports.xlsx.book import AMBER, BAND, Sheet, clean
from reports.xlsx.paper import Paper
from schemas.finding import Severity

WIDTHS = (26, 22, 26, 30)


def write(sheet: Sheet, paper: Paper) -> None:
    """Fill the sheet, set up for one upright page."""
    book, checked = sheet.book, paper.checked
    document = checked.document
    for at, width in enumerate(WIDTHS):
        sheet.raw.set_column(at, at, width)
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
    text = book.say(
        "Kertas kerja ini membandingkan angka dan pernyataan di dalam dokumen satu sama lain. Sifatnya keyakinan "
        "terbatas: butir yang tercantum perlu diklarifikasi dengan data sumber, dan tidak adanya butir tidak berarti "
        "seluruh isi dokumen telah diyakini. Bagian yang tidak terbaca tidak dinilai.",
        "This working paper holds figures and statements of the document against each other. It gives limited "
        "assurance: its items await clarification with the source data, and having none does not mean that all of "
        "the document is relied upon. What could not be read was not assessed.",
    )
    sheet.raw.merge_range(row + 1, 0, row + 1, 3, text, book.look(text_wrap=True, italic=True))
    sheet.raw.set_row(row + 1, 52)
    sheet.raw.print_area(0, 0, row + 1, 3)


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
        sheet.raw.set_row(at, 20)
    return row + len(fields)


def _title(sheet: Sheet, row: int, text: str) -> None:
    sheet.raw.write_string(row, 0, text, sheet.book.look(bold=True, font_size=11))


def _lines(sheet: Sheet, row: int, title: str, lines: tuple[tuple[str, str], ...]) -> int:
    _title(sheet, row, title)
    look = sheet.book.cell()
    for at, (label, value) in enumerate(lines, row + 1):
        sheet.text(at, 0, label, bg_color=BAND)
        shown = clean(value)
        sheet.raw.merge_range(at, 1, at, 3, "", look)
        sheet.text(at, 1, shown)
        if len(shown) > sum(WIDTHS[1:]):
            sheet.raw.set_row(at, 26)
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
