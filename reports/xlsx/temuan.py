"""The sheet "Temuan": every root with its elements, its consequences folded below it, links to the recompute rows."""

import re
from decimal import Decimal
from typing import Any

from reports.elements import severity_name
from reports.xlsx.book import AMBER, GREY, RED, Column, Sheet
from reports.xlsx.paper import FIRST_FINDING, Paper, row_of
from schemas.finding import Finding, Severity

HEADING = FIRST_FINDING - 1
_PLAIN = re.compile(r"-?[\d.]+(?:,(\d+))?")
_COLOURS = {Severity.ERROR: RED, Severity.WARNING: AMBER, Severity.INFO: GREY}


def columns(sheet: Sheet) -> tuple[Column, ...]:
    """The columns of the sheet."""
    say = sheet.book.say
    return (
        Column(say("No", "No"), 5),
        Column(say("Tingkat", "Severity"), 10),
        Column(say("Hal.", "Page"), 6),
        Column(say("Tabel", "Table"), 9),
        Column(say("Kondisi", "Condition"), 36),
        Column(say("Tercetak", "Printed"), 15),
        Column(say("Seharusnya", "Expected"), 15),
        Column(say("Perhitungan", "Computation"), 20),
        Column(say("Kriteria", "Criteria"), 23),
        Column(say("Akibat", "Effect"), 23),
        Column(say("Rekomendasi", "Recommendation"), 24),
        Column(say("Status", "Status"), 11),
        Column(say("Tanggapan", "Response"), 18),
        Column(say("Hitung ulang", "Recomputed"), 11),
        Column(say("Aturan", "Rule"), 8),
    )


def write(sheet: Sheet, paper: Paper) -> None:
    """Fill the sheet."""
    book, listed, cols = sheet.book, paper.listed(), columns(sheet)
    sheet.head(
        book.say("Temuan", "Findings"),
        book.say(
            "Akibat ikutan dilipat di bawah temuan pokoknya (tombol + di tepi kiri). Semua butir menunggu klarifikasi "
            "unit kerja.",
            "Consequences are folded under their cause (+ at the left edge). All items await clarification.",
        ),
    )
    sheet.table(HEADING, cols, len(listed), frozen=2, printed=13)
    choices = book.say(
        "Terbuka,Diklarifikasi,Diperbaiki,Tidak ditindaklanjuti,Diterima", "Open,Clarified,Corrected,Kept,Accepted"
    )
    for row, (number, finding, folded) in enumerate(listed, FIRST_FINDING):
        _row(sheet, paper, row, number, finding, folded)
        if folded:
            sheet.fold(row, level=1, hidden=True)
        elif row + 1 < FIRST_FINDING + len(listed) and listed[row + 1 - FIRST_FINDING][2]:
            sheet.fold(row, collapsed=True)
    if listed:
        last = FIRST_FINDING + len(listed) - 1
        sheet.raw.data_validation(
            FIRST_FINDING, 11, last, 11, {"validate": "list", "source": choices.split(","), "ignore_blank": True}
        )
        sheet.raw.ignore_errors({"number_stored_as_text": f"A1:O{last + 1}"})
    else:
        none = book.say("Tidak ditemukan hal yang perlu diklarifikasi.", "Nothing that needs clarification was found.")
        sheet.text(FIRST_FINDING, 4, none)


def _row(sheet: Sheet, paper: Paper, row: int, number: str, finding: Finding, folded: bool) -> None:
    notes, book = paper.notes, sheet.book
    first = finding.evidence[0] if finding.evidence else None
    quiet: dict[str, Any] = {"font_color": "#52606D", "italic": True} if folded else {}
    elements = notes.of(finding)
    sheet.text(row, 0, number, align="center", bold=not folded)
    severity = book.say("akibat ikutan", "consequence") if folded else severity_name(finding.severity, book.lang)
    colour: dict[str, Any] = {"bg_color": _COLOURS[finding.severity]}
    sheet.text(row, 1, severity, **colour)
    sheet.text(row, 2, notes.places.page(first.page, first.line) if first else "", align="center")
    sheet.text(row, 3, notes.places.short(first.table) if first else "")
    sheet.text(row, 4, elements.kondisi, **quiet)
    sheet.text(row, 5, finding.printed, align="right", **quiet)
    expected = plain_value(finding)
    if expected is None:
        sheet.text(row, 6, finding.expected, align="right", **quiet)
    else:
        sheet.number(row, 6, expected[0], expected[1], **quiet)
    sheet.text(row, 7, finding.computation, indent=1, **quiet)
    for at, text in enumerate((elements.kriteria, elements.akibat, elements.rekomendasi), 8):
        sheet.text(row, at, "" if folded else text)
    _link(sheet, row, paper, finding)
    accepted = book.say("Diterima", "Accepted") if finding.accepted is not None else ""
    sheet.text(row, 11, accepted or ("" if folded else book.say("Terbuka", "Open")))
    sheet.text(row, 12, finding.accepted)
    sheet.text(row, 14, finding.rule)


def _link(sheet: Sheet, row: int, paper: Paper, finding: Finding) -> None:
    for evidence in finding.evidence:
        place = row_of(evidence)
        if place is not None and place in paper.rows:
            sheet.link(row, 13, paper.rows[place], sheet.book.say("lihat baris", "see row"))
            return
    sheet.text(row, 13, "")


def plain_value(finding: Finding) -> tuple[Decimal, int] | None:
    """Value and decimals of an expectation that is one plain number, as printed in Indonesian."""
    text = (finding.expected or "").strip()
    found = _PLAIN.fullmatch(text)
    if found is None or finding.expected_value is None or not any(c.isdigit() for c in text):
        return None
    try:
        value = Decimal(text.replace(".", "").replace(",", "."))
    except ArithmeticError:
        return None
    return value, len(found[1] or "")


def finding_link(sheet: Sheet, row: int, column: int, found: tuple[str, int] | None, temuan: str) -> None:
    """From a recompute row to the finding about it: its number and its row on the sheet of findings."""
    if found is None:
        sheet.text(row, column, "")
    else:
        number, at = found
        sheet.link(row, column, f"'{temuan}'!A{at + 1}", f"{sheet.book.say('no.', 'no.')} {number}", align="center")
