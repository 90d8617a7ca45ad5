"""The sheet "Cakupan": every table that was seen, and everything that could not be understood, with the reason."""

from reports.reasons import Unreads
from reports.xlsx.book import AMBER, Column, Sheet
from reports.xlsx.paper import Paper

HEADING = 3


def write(sheet: Sheet, paper: Paper) -> None:
    """Fill the sheet: what was not read first, then the tables."""
    book, document = sheet.book, paper.checked.document
    say, places, unreads = book.say, paper.notes.places, Unreads(document, book.lang)
    sheet.head(
        say("Cakupan", "Coverage"),
        say(
            "Yang tidak terbaca tidak dinilai dan tidak dianggap cocok. Periksa bagian ini dengan mata.",
            "What was not read was not assessed and does not count as agreeing. Look at these parts yourself.",
        ),
    )
    columns = (
        Column(say("Hal.", "Page"), 10),
        Column(say("Tabel", "Table"), 14),
        Column(say("Apa", "What"), 62),
        Column(say("Keterangan", "Remarks"), 44),
        Column(say("Baris", "Rows"), 9),
        Column(say("Kolom", "Columns"), 9),
        Column(say("Angka tidak terbaca", "Numbers not read"), 12),
    )
    unread = document.coverage.unread
    total = len(unread) + len(paper.checked.rule_failures) + len(document.tables)
    sheet.table(HEADING, columns, total)
    row = HEADING + 1
    for part in unread:
        sheet.text(row, 0, places.page(part.page, part.line), align="center")
        sheet.text(row, 1, places.short(unreads.table(part)))
        sheet.text(row, 2, unreads.what(part))
        sheet.text(row, 3, say("Tidak terbaca: ", "Not understood: ") + unreads.reason(part), bg_color=AMBER)
        sheet.number(row, 4, None)
        sheet.number(row, 5, None)
        sheet.number(row, 6, part.numbers)
        row += 1
    for failure in paper.checked.rule_failures:
        for at, text in enumerate(("", "", failure.rule, say("Aturan gagal: ", "Rule crashed: ") + failure.error)):
            sheet.text(row, at, text)
        row += 1
    for table in document.tables:
        pages = ", ".join(map(str, table.pages)) or (f"{table.lines[0]}–{table.lines[1]}" if table.lines else "")
        sheet.text(row, 0, pages if table.pages else f"{say('baris', 'line')} {pages}".strip(), align="center")
        sheet.text(row, 1, places.short(table.id))
        sheet.text(row, 2, places.title(table))
        sheet.text(row, 3, say("Terbaca sebagai ", "Read as ") + table.kind.value.replace("_", " "))
        sheet.number(row, 4, len(table.rows))
        sheet.number(row, 5, len(table.columns))
        sheet.number(row, 6, None)
        row += 1
