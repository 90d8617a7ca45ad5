"""The sheet "Hitung Ulang Kinerja": capaian as printed beside live formulas over target and realisasi."""

from collections.abc import Mapping
from decimal import Decimal

from reports.words import tell
from reports.xlsx.book import Column, Sheet
from reports.xlsx.columns import Columns, coloured, compared, computed, outcome_words, subtracted, tolerance
from reports.xlsx.paper import Paper
from reports.xlsx.recount import Figures, by_figures, figures, recount
from reports.xlsx.rumus import rumus
from reports.xlsx.temuan import finding_link
from schemas.records import Indikator
from schemas.relation import Judgement

HEADING = 3
FIRST = HEADING + 1
_MORE = ("P0", "P100", "P110", "P120", "P150", "P0 floor")
_OTHER = "N1"


def columns(sheet: Sheet) -> Columns:
    """The columns of the sheet."""
    say = sheet.book.say
    return Columns(
        [
            ("no", Column(say("No", "No"), 5)),
            ("hal", Column(say("Hal.", "Page"), 7)),
            ("tabel", Column(say("Tabel", "Table"), 9)),
            ("sasaran", Column(say("Sasaran", "Objective"), 26)),
            ("indikator", Column(say("Indikator", "Indicator"), 34)),
            ("satuan", Column(say("Satuan", "Unit"), 9)),
            ("tahun", Column(say("Tahun", "Year"), 7)),
            ("target", Column(say("Target (T)", "Target (T)"), 13)),
            ("realisasi", Column(say("Realisasi (R)", "Realised (R)"), 13)),
            ("capaian", Column(say("Capaian tercetak", "Capaian printed"), 11)),
            ("rumus", Column(say("Rumus yang dipakai", "Formula used"), 17)),
            ("hitung", Column(say("Capaian hitung ulang", "Capaian recomputed"), 11)),
            ("selisih", Column(say("Selisih", "Difference"), 9)),
            ("hasil", Column(say("Hasil", "Outcome"), 11)),
            ("n1", Column(say("Bila makin rendah makin baik", "If lower is better"), 12)),
            ("temuan", Column(say("Temuan", "Finding"), 9)),
            ("teks_target", Column(say("Target, teks", "Target, text"), 14, folded=True)),
            ("teks_realisasi", Column(say("Realisasi, teks", "Realised, text"), 14, folded=True)),
            ("teks_capaian", Column(say("Capaian, teks", "Capaian, text"), 14, folded=True)),
            ("bawah", Column(say("Batas bawah pembulatan", "Lower bound of rounding"), 12, folded=True)),
            ("atas", Column(say("Batas atas pembulatan", "Upper bound of rounding"), 12, folded=True)),
        ]
    )


def rows_of(paper: Paper) -> list[Indikator]:
    """The records that print a result; plans without one have nothing to recompute."""
    return [r for r in paper.checked.document.indikator if r.realisasi is not None or r.capaian is not None]


def place_rows(sheet: Sheet, paper: Paper) -> None:
    """Tell the paper where each row will stand, before anything is written."""
    column = columns(sheet)["capaian"]
    for at, record in enumerate(rows_of(paper), FIRST):
        paper.rows.setdefault((record.table, record.row), sheet.ref(at, column))


def write(sheet: Sheet, paper: Paper, temuan: str) -> None:
    """Fill the sheet; ``temuan`` is the name of the sheet of findings."""
    book, records = sheet.book, rows_of(paper)
    cols = columns(sheet)
    sheet.head(
        book.say("Hitung Ulang Kinerja", "Performance recomputed"),
        book.say(
            "Ubah target, realisasi, capaian atau rumus pada baris mana pun: kolom hitung ulang, selisih dan hasil "
            "mengikuti. Pembulatan cetakan sudah diperhitungkan.",
            "Change target, realised, capaian or formula in any row: recomputed value, difference and outcome follow. "
            "Rounding of the print is allowed for.",
        ),
    )
    label = book.say("Toleransi tambahan (poin)", "Additional tolerance (points)")
    allowed = tolerance(sheet, 2, cols["indikator"], label, Decimal(0))
    sheet.table(HEADING, cols.all, len(records), frozen=cols["satuan"])
    words = outcome_words(book)
    judged = by_figures(paper.checked.judgements, "A101")
    findings = paper.finding_rows()
    for row, record in enumerate(records, FIRST):
        _names(sheet, cols, row, record, paper)
        _numbers(sheet, cols, row, record, judged, allowed, words)
        finding_link(sheet, row, cols["temuan"], findings.get((record.table, record.row)), temuan)
    coloured(sheet, FIRST, FIRST + len(records) - 1, cols["hasil"], words)


def _names(sheet: Sheet, cols: Columns, row: int, record: Indikator, paper: Paper) -> None:
    places = paper.notes.places
    sheet.number(row, cols["no"], row - HEADING, align="center")
    sheet.text(row, cols["hal"], places.page(record.page, record.line), align="center")
    sheet.text(row, cols["tabel"], places.short(record.table))
    sheet.text(row, cols["sasaran"], record.sasaran)
    sheet.text(row, cols["indikator"], record.indikator)
    sheet.text(row, cols["satuan"], record.satuan)
    sheet.text(row, cols["tahun"], str(record.tahun) if record.tahun else "", align="center")
    for name, cell in (("target", record.target), ("realisasi", record.realisasi), ("capaian", record.capaian)):
        sheet.text(row, cols[f"teks_{name}"], cell.raw if cell else "", align="right")


def _numbers(
    sheet: Sheet,
    cols: Columns,
    row: int,
    record: Indikator,
    judged: Mapping[Figures, Judgement],
    allowed: str,
    words: tuple[str, str, str],
) -> None:
    book = sheet.book
    judgement = judged.get(figures(record.capaian, record.realisasi, record.target))
    nothing = record.target is not None and record.target.value == 0
    got = recount(judgement, record.realisasi, record.target, record.capaian, "N0" if nothing else "P0")
    sheet.printed(row, cols["target"], record.target, got.target)
    sheet.printed(row, cols["realisasi"], record.realisasi, got.realisasi)
    sheet.printed(row, cols["capaian"], record.capaian, got.printed)
    sheet.text(row, cols["rumus"], tell(got.rumus.told, book.lang), indent=1)
    target, realised = cols.at(row, "target"), cols.at(row, "realisasi")
    decimals = max(2, record.capaian.decimals if record.capaian else 2)
    figure = book.number(decimals)
    sheet.formula(row, cols["hitung"], computed(got.rumus.live, realised, target), got.expected, figure)
    off = None if got.printed is None or got.expected is None else got.printed - got.expected
    sheet.formula(
        row, cols["selisih"], subtracted(cols.at(row, "capaian"), cols.at(row, "hitung")), off, book.number(decimals)
    )
    low, high = cols.at(row, "bawah"), cols.at(row, "atas")
    if record.capaian is None:
        sheet.text(row, cols["hasil"], "")
    else:
        sheet.formula(
            row,
            cols["hasil"],
            compared(cols.at(row, "selisih"), low, high, allowed, words),
            words[2] if off is None else words[0] if got.low <= off <= got.high else words[1],
            book.cell(align="center"),
        )
    sheet.number(row, cols["bawah"], got.low, 9)
    sheet.number(row, cols["atas"], got.high, 9)
    other = rumus(_OTHER)
    if other is not None and (judgement is None or judgement.reading in _MORE or not judgement.reading) and not nothing:
        value = None
        if got.realisasi is not None and got.target:
            value = other.exact(got.realisasi, got.target)
        sheet.formula(
            row, cols["n1"], computed(other.live, realised, target), value, book.number(decimals, font_color="#7B8794")
        )
    else:
        sheet.text(row, cols["n1"], "")
