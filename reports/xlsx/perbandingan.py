"""The sheet "Perbandingan": the target of each indicator in Renstra, RKT, PK and report side by side."""

from decimal import Decimal

from reports.xlsx.book import Column, Sheet
from reports.xlsx.columns import Columns, coloured, subtracted
from reports.xlsx.padanan import Line, lines_of
from reports.xlsx.paper import Paper
from schemas.number import Printed

HEADING = 3
FIRST = HEADING + 1


def columns(sheet: Sheet) -> Columns:
    """The columns of the sheet."""
    say = sheet.book.say
    page = say("Hal.", "Page")
    return Columns(
        [
            ("no", Column("No", 5)),
            ("sasaran", Column(say("Sasaran", "Objective"), 30)),
            ("indikator", Column(say("Indikator", "Indicator"), 40)),
            ("iku", Column(say("Dalam IKU (hal.)", "In IKU (page)"), 11)),
            ("renstra", Column(say("Target Renstra", "Renstra target"), 13)),
            ("hal_renstra", Column(page, 8)),
            ("rkt", Column(say("Target RKT", "RKT target"), 13)),
            ("hal_rkt", Column(page, 8)),
            ("pk", Column(say("Target PK", "PK target"), 13)),
            ("hal_pk", Column(page, 8)),
            ("lkip", Column(say("Target LKIP", "Report target"), 13)),
            ("realisasi", Column(say("Realisasi", "Realised"), 13)),
            ("capaian", Column(say("Capaian", "Capaian"), 11)),
            ("hal_lkip", Column(page, 8)),
            ("selisih_pk", Column(say("LKIP − PK", "Report − PK"), 11)),
            ("selisih_rkt", Column(say("LKIP − RKT", "Report − RKT"), 11)),
            ("selisih_renstra", Column(say("LKIP − Renstra", "Report − Renstra"), 11)),
            ("hasil", Column(say("Hasil", "Outcome"), 13)),
        ]
    )


def write(sheet: Sheet, paper: Paper) -> None:
    """Fill the sheet."""
    book, document = sheet.book, paper.checked.document
    lines = lines_of(document)
    cols = columns(sheet)
    year = document.identity.tahun
    sheet.head(
        book.say("Perbandingan PK – Renstra – IKU – LKIP", "PK – Renstra – IKU – report compared"),
        book.say(
            f"Target indikator untuk tahun {year or '?'} menurut tiap bagian dokumen. Kosong: tidak ditemukan di sana.",
            f"Targets of indicators for {year or '?'} in each part of the document. Blank: not found there.",
        ),
    )
    sheet.table(HEADING, cols.all, len(lines), frozen=cols["iku"])
    words = (book.say("sama", "same"), book.say("periksa", "check"), book.say("tidak lengkap", "incomplete"))
    for row, line in enumerate(lines, FIRST):
        _row(sheet, cols, row, line, paper, words)
    coloured(sheet, FIRST, FIRST + len(lines) - 1, cols["hasil"], words)


def _row(sheet: Sheet, cols: Columns, row: int, line: Line, paper: Paper, words: tuple[str, str, str]) -> None:
    book, places = sheet.book, paper.notes.places
    sheet.number(row, cols["no"], row - HEADING, align="center")
    sheet.text(row, cols["sasaran"], line.sasaran)
    sheet.text(row, cols["indikator"], line.indikator)
    where = (places.page(line.iku.page, line.iku.line) or book.say("ya", "yes")) if line.iku else ""
    sheet.text(row, cols["iku"], where, align="center")
    for source in ("renstra", "rkt", "pk", "lkip"):
        record = line.found.get(source)
        sheet.printed(row, cols[source], line.target(source))
        page = places.page(record.page, record.line) if record else ""
        sheet.text(row, cols[f"hal_{source}"], page, align="center")
    report = line.found.get("lkip")
    sheet.printed(row, cols["realisasi"], report.realisasi if report else None)
    sheet.printed(row, cols["capaian"], report.capaian if report else None)
    offs = []
    for source in ("pk", "rkt", "renstra"):
        mine, other = _value(line.target("lkip")), _value(line.target(source))
        off = None if mine is None or other is None else mine - other
        formula = subtracted(cols.at(row, "lkip"), cols.at(row, source))
        sheet.formula(row, cols[f"selisih_{source}"], formula, off, book.number(2))
        offs.append(off)
    cells = f"{cols.at(row, 'selisih_pk')}:{cols.at(row, 'selisih_renstra')}"
    same, check, none = words
    value = none if all(off is None for off in offs) else check if any(off for off in offs) else same
    formula = f'IF(COUNT({cells})=0,"{none}",IF(SUMSQ({cells})<1E-12,"{same}","{check}"))'
    sheet.formula(row, cols["hasil"], formula, value, book.cell(align="center"))


def _value(printed: Printed | None) -> Decimal | None:
    return printed.value if printed is not None and printed.legible else None
