"""The sheet "Checklist Reviu": 23 statements, what the document answers, and room for what only people can."""

from reports.checklist import ANSWERS, ASPECTS, answered
from reports.words import tell
from reports.xlsx.book import AMBER, BAND, GREEN, GREY, RED, Column, Sheet
from reports.xlsx.paper import Paper

HEADING = 3
_COLOURS = {"ya": GREEN, "tidak": RED, "sebagian": AMBER, "tidak_dapat_dinilai": GREY}


def write(sheet: Sheet, paper: Paper) -> None:
    """Fill the sheet."""
    book = sheet.book
    say = book.say
    columns = (
        Column(say("No", "No"), 7),
        Column(say("Pernyataan", "Statement"), 46),
        Column(say("Jawaban", "Answer"), 17),
        Column(say("Bukti (hal.)", "Evidence (page)"), 46),
        Column(say("Keterangan / Ref. KKR", "Remarks / reference"), 34),
    )
    sheet.head(
        say("Checklist Reviu", "Review checklist"),
        say(
            "Pernyataan diringkas dari PermenPANRB 53/2014 Lampiran III. Jawaban kosong diisi oleh peninjau.",
            "Statements shortened from PermenPANRB 53/2014, Lampiran III. Blank answers are for the reviewer.",
        ),
    )
    lines = answered(paper.checked, book.lang)
    sheet.table(HEADING, columns, 0)
    row, aspect = HEADING + 1, ""
    first = row
    for line in lines:
        code = line.item.code.split(".")[0]
        code = "A" if code == "B" else code  # chapter III has two parts, one aspect
        if code != aspect:
            aspect = code
            for at in range(len(columns)):
                sheet.text(
                    row, at, (code, tell(ASPECTS[code], book.lang))[at] if at < 2 else "", bold=True, bg_color=BAND
                )
            row += 1
        sheet.text(row, 0, line.item.code, align="center")
        sheet.text(row, 1, tell(line.item.text, book.lang))
        sheet.text(row, 2, line.answer, align="center")
        asked = say("Perlu keterangan unit kerja", "To be asked from the unit") if line.item.ask else ""
        sheet.text(row, 3, line.evidence or asked, italic=not line.evidence)
        sheet.text(row, 4, "")
        row += 1
    words = [tell(word, book.lang) for word in ANSWERS.values()]
    sheet.raw.data_validation(first, 2, row - 1, 2, {"validate": "list", "source": words, "ignore_blank": True})
    for key, word in zip(ANSWERS, words, strict=True):
        form = book.file.add_format({"bg_color": _COLOURS[key]})
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": form}
        sheet.raw.conditional_format(first, 2, row - 1, 2, rule)
    sheet.raw.print_area(0, 0, row - 1, len(columns) - 1)
