"""The sheet "Hitung Ulang Anggaran": absorption, sums, changes and remainders recomputed beside what is printed."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from reports.xlsx.book import Column, Sheet
from reports.xlsx.columns import Columns, coloured, compared, computed, outcome_words, subtracted, summed, tolerance
from reports.xlsx.paper import Paper
from reports.xlsx.recount import bounds, by_figures, figures, key_of, recount, sums_by_result
from reports.xlsx.temuan import finding_link
from schemas.number import Printed
from schemas.records import Anggaran, Tingkat
from schemas.relation import Judgement

HEADING = 4
FIRST = HEADING + 1
AMOUNTS = ("anggaran_sebelum", "anggaran", "realisasi")
_INDENT = {Tingkat.PROGRAM: 0, Tingkat.KEGIATAN: 1, Tingkat.SUB_KEGIATAN: 2, Tingkat.BELANJA: 3}
_LEVELS = {
    Tingkat.PROGRAM: ("program", "programme"),
    Tingkat.KEGIATAN: ("kegiatan", "activity"),
    Tingkat.SUB_KEGIATAN: ("sub kegiatan", "sub-activity"),
    Tingkat.BELANJA: ("belanja", "spending"),
    Tingkat.TOTAL: ("jumlah", "total"),
    Tingkat.LAINNYA: ("", ""),
}


class _Sums(NamedTuple):
    """For one result cell: the rows of the sheet that make it up, and the judgement."""

    rows: tuple[int, ...]
    judgement: Judgement

    @property
    def total(self) -> Decimal | None:
        """What the rows add up to, also where their total cannot be read; None when one of them cannot."""
        values = [_value(node.printed) for node in self.judgement.relation.inputs]
        known = [value for value in values if value is not None]
        return sum(known, Decimal(0)) if len(known) == len(values) else None


def columns(sheet: Sheet, paper: Paper) -> Columns:
    """The columns of the sheet; budgets before a change and remainders only where the document prints them."""
    say, rows = sheet.book.say, paper.checked.document.anggaran
    before = any(r.anggaran_sebelum is not None for r in rows)
    rest = any(r.sisa is not None for r in rows)
    named = [
        ("no", Column(say("No", "No"), 5)),
        ("hal", Column(say("Hal.", "Page"), 7)),
        ("tabel", Column(say("Tabel", "Table"), 9)),
        ("kode", Column(say("Kode", "Code"), 15, folded=not any(r.kode for r in rows))),
        ("uraian", Column(say("Uraian", "Description"), 38)),
        ("tingkat", Column(say("Tingkat", "Level"), 10)),
    ]
    if before:
        named.append(("anggaran_sebelum", Column(say("Anggaran sebelum", "Budget before"), 15)))
    named += [
        ("anggaran", Column(say("Anggaran", "Budget"), 15)),
        ("realisasi", Column(say("Realisasi", "Realised"), 15)),
        ("persen", Column(say("% tercetak", "% printed"), 8)),
        ("serapan", Column(say("% hitung ulang", "% recomputed"), 8)),
        ("selisih_persen", Column(say("Selisih %", "Difference %"), 8)),
        ("hasil_persen", Column(say("Hasil %", "Outcome %"), 10)),
    ]
    for name in AMOUNTS[0 if before else 1 :]:
        title = {
            "anggaran_sebelum": say("Rincian anggaran sebelum", "Parts of budget before"),
            "anggaran": say("Rincian anggaran", "Parts of budget"),
            "realisasi": say("Rincian realisasi", "Parts of realised"),
        }[name]
        named.append((f"jumlah_{name}", Column(title, 15)))
        named.append((f"selisih_{name}", Column(say("Selisih", "Difference"), 13)))
    named.append(("hasil_jumlah", Column(say("Hasil jumlah", "Outcome of sums"), 10)))
    if before:
        named.append(("perubahan", Column(say("Bertambah/ (berkurang)", "Change"), 15)))
    if rest:
        named.append(("sisa", Column(say("Sisa tercetak", "Rest printed"), 15)))
        named.append(("selisih_sisa", Column(say("Sisa − (anggaran − realisasi)", "Rest − (budget − realised)"), 13)))
    named.append(("temuan", Column(say("Temuan", "Finding"), 9)))
    for name in ("anggaran_sebelum", "anggaran", "realisasi", "persen"):
        named.append((f"teks_{name}", Column(say(f"{name}, teks".replace("_", " "), f"{name}, text"), 16, folded=True)))
    named += [
        ("bawah", Column(say("Batas bawah pembulatan", "Lower bound of rounding"), 12, folded=True)),
        ("atas", Column(say("Batas atas pembulatan", "Upper bound of rounding"), 12, folded=True)),
        ("batas_jumlah", Column(say("Pembulatan jumlah", "Rounding of sums"), 12, folded=True)),
    ]
    return Columns(named)


def place_rows(sheet: Sheet, paper: Paper) -> None:
    """Tell the paper where each row will stand, before anything is written."""
    column = columns(sheet, paper)["anggaran"]
    for at, record in enumerate(paper.checked.document.anggaran, FIRST):
        paper.rows.setdefault((record.table, record.row), sheet.ref(at, column))


def write(sheet: Sheet, paper: Paper, temuan: str) -> None:
    """Fill the sheet; ``temuan`` is the name of the sheet of findings."""
    book, records = sheet.book, paper.checked.document.anggaran
    cols = columns(sheet, paper)
    sheet.head(
        book.say("Hitung Ulang Anggaran", "Budget recomputed"),
        book.say(
            "Angka dalam rupiah sebagaimana tercetak. Ubah angka pada baris mana pun: persentase, jumlah rincian, "
            "selisih dan hasil mengikuti.",
            "Figures as printed. Change any of them: percentages, sums of parts, differences and outcomes follow.",
        ),
    )
    points = tolerance(
        sheet, 2, cols["uraian"], book.say("Toleransi tambahan % (poin)", "Additional tolerance % (points)"), Decimal(0)
    )
    rupiah = tolerance(
        sheet, 3, cols["uraian"], book.say("Toleransi tambahan jumlah", "Additional tolerance of sums"), Decimal(0)
    )
    sheet.table(HEADING, cols.all, len(records), frozen=cols["tingkat"])
    words = outcome_words(book)
    percents = by_figures(paper.checked.judgements, "A201")
    sums = _sums(paper, records)
    findings = paper.finding_rows()
    for row, record in enumerate(records, FIRST):
        _names(sheet, cols, row, record, paper)
        _percent(
            sheet,
            cols,
            row,
            record,
            percents.get(figures(record.persen, record.realisasi, record.anggaran)),
            points,
            words,
        )
        _parts(sheet, cols, row, record, sums, rupiah, words)
        _rest(sheet, cols, row, record)
        finding_link(sheet, row, cols["temuan"], findings.get((record.table, record.row)), temuan)
    last = FIRST + len(records) - 1
    coloured(sheet, FIRST, last, cols["hasil_persen"], words)
    coloured(sheet, FIRST, last, cols["hasil_jumlah"], words)


def _sums(paper: Paper, records: tuple[Anggaran, ...]) -> Mapping[str, _Sums]:
    """For each result cell the rows that the judgement added up, where all of them stand in the same column."""
    cells: dict[str, tuple[int, str]] = {}
    for row, record in enumerate(records, FIRST):
        for name in AMOUNTS:
            if key := key_of(getattr(record, name)):
                cells.setdefault(key, (row, name))
    found = {}
    for key, judgement in sums_by_result(paper.checked.judgements, "B101", "B102").items():
        own = cells.get(key)
        parts = [cells.get(node.key) for node in judgement.relation.inputs]
        rows = tuple(p[0] for p in parts if p is not None and own is not None and p[1] == own[1])
        if own is not None and len(rows) == len(parts) and own[0] not in rows:
            found[key] = _Sums(rows, judgement)
    return found


def _names(sheet: Sheet, cols: Columns, row: int, record: Anggaran, paper: Paper) -> None:
    places = paper.notes.places
    strong = record.tingkat in (Tingkat.PROGRAM, Tingkat.TOTAL)
    sheet.number(row, cols["no"], row - HEADING, align="center")
    sheet.text(row, cols["hal"], places.page(record.page, record.line), align="center")
    sheet.text(row, cols["tabel"], places.short(record.table))
    sheet.text(row, cols["kode"], record.kode)
    sheet.text(row, cols["uraian"], record.uraian, indent=_INDENT.get(record.tingkat, 0), bold=strong)
    sheet.text(row, cols["tingkat"], sheet.book.say(*_LEVELS[record.tingkat]))
    for name in ("anggaran_sebelum", "anggaran", "realisasi", "persen"):
        cell: Printed | None = getattr(record, name)
        sheet.text(row, cols[f"teks_{name}"], cell.raw if cell else "", align="right")


def _percent(
    sheet: Sheet,
    cols: Columns,
    row: int,
    record: Anggaran,
    judgement: Judgement | None,
    allowed: str,
    words: tuple[str, str, str],
) -> None:
    book = sheet.book
    got = recount(judgement, record.realisasi, record.anggaran, record.persen, "ratio")
    if "anggaran_sebelum" in cols:
        sheet.printed(row, cols["anggaran_sebelum"], record.anggaran_sebelum)
    sheet.printed(row, cols["anggaran"], record.anggaran, got.target)
    sheet.printed(row, cols["realisasi"], record.realisasi, got.realisasi)
    sheet.printed(row, cols["persen"], record.persen, got.printed)
    expression = computed(got.rumus.live, cols.at(row, "realisasi"), cols.at(row, "anggaran"))
    sheet.formula(row, cols["serapan"], expression, got.expected, book.number(2))
    off = None if got.printed is None or got.expected is None else got.printed - got.expected
    sheet.formula(
        row, cols["selisih_persen"], subtracted(cols.at(row, "persen"), cols.at(row, "serapan")), off, book.number(2)
    )
    if record.persen is None:
        sheet.text(row, cols["hasil_persen"], "")
    else:
        sheet.formula(
            row,
            cols["hasil_persen"],
            compared(cols.at(row, "selisih_persen"), cols.at(row, "bawah"), cols.at(row, "atas"), allowed, words),
            words[2] if off is None else words[0] if got.low <= off <= got.high else words[1],
            book.cell(align="center"),
        )
    sheet.number(row, cols["bawah"], got.low, 9)
    sheet.number(row, cols["atas"], got.high, 9)


def _parts(
    sheet: Sheet,
    cols: Columns,
    row: int,
    record: Anggaran,
    sums: Mapping[str, _Sums],
    allowed: str,
    words: tuple[str, str, str],
) -> None:
    book = sheet.book
    slack, outcomes, tests = Decimal("1E-6"), [], []
    for name in AMOUNTS:
        if f"jumlah_{name}" not in cols:
            continue
        cell: Printed | None = getattr(record, name)
        made = sums.get(key_of(cell))
        if made is None or cell is None:
            sheet.text(row, cols[f"jumlah_{name}"], "")
            sheet.text(row, cols[f"selisih_{name}"], "")
            continue
        expected = made.total
        value = cell.value if cell.legible else None
        off = None if expected is None or value is None else value - expected
        sheet.formula(row, cols[f"jumlah_{name}"], summed(made.rows, cols.letter(name)), expected, book.number(0))
        own, total = cols.at(row, name), cols.at(row, f"jumlah_{name}")
        sheet.formula(row, cols[f"selisih_{name}"], subtracted(own, total), off, book.number(0))
        low, high = bounds(cell.model_copy(update={"exact": True}), value, expected, made.judgement.verdict)
        slack = max(slack, abs(low), abs(high))
        outcomes.append(off)
        tests.append(cols.at(row, f"selisih_{name}"))
    sheet.number(row, cols["batas_jumlah"], slack, 6)
    if not tests:
        sheet.text(row, cols["hasil_jumlah"], "")
        return
    good, bad, none = words
    limit = f"{cols.at(row, 'batas_jumlah')}+{allowed}"
    inside = ",".join(f"ABS({test})<={limit}" for test in tests)
    known = [off for off in outcomes if off is not None]
    formula = f'IF(COUNT({",".join(tests)})={len(tests)},IF(AND({inside}),"{good}","{bad}"),"{none}")'
    value_ = none if len(known) < len(outcomes) else good if all(abs(off) <= slack for off in known) else bad
    sheet.formula(row, cols["hasil_jumlah"], formula, value_, book.cell(align="center"))


def _rest(sheet: Sheet, cols: Columns, row: int, record: Anggaran) -> None:
    figure = sheet.book.number(0)
    budget, spent = _value(record.anggaran), _value(record.realisasi)
    if "perubahan" in cols:
        before = _value(record.anggaran_sebelum)
        change = None if budget is None or before is None else budget - before
        formula = subtracted(cols.at(row, "anggaran"), cols.at(row, "anggaran_sebelum"))
        sheet.formula(row, cols["perubahan"], formula, change, figure)
    if "sisa" in cols:
        sheet.printed(row, cols["sisa"], record.sisa)
        rest, one, other = cols.at(row, "sisa"), cols.at(row, "anggaran"), cols.at(row, "realisasi")
        left = _value(record.sisa)
        off = None if left is None or budget is None or spent is None else left - (budget - spent)
        formula = f'IF(COUNT({rest},{one},{other})=3,{rest}-({one}-{other}),"")'
        sheet.formula(row, cols["selisih_sisa"], formula, off, figure)


def _value(printed: Printed | None) -> Decimal | None:
    return printed.value if printed is not None and printed.legible else None
