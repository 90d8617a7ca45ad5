"""The recap workbook over several documents: agencies ranked, findings by kind, what could not be read."""

from collections.abc import Sequence
from pathlib import Path

from reports.recap import Entry
from reports.words import Lang, say, tell
from reports.xlsx.book import AMBER, RED, Book, Column, Sheet, clean
from schemas.result import RuleNote

HEADING = 3
FIRST = HEADING + 1


def write_recap(entries: Sequence[Entry], path: Path, lang: Lang) -> tuple[Path, ...]:
    """Write the workbook. The order of ``entries`` does not matter: the worst document comes first."""
    ranked = sorted((e for e in entries if e.failure is None), key=lambda e: e.path)
    ranked.sort(key=lambda e: e.weight, reverse=True)
    with Book(path, lang, "Rekap Reviu Laporan Kinerja") as book:
        _agencies(book.sheet(book.say("Rekap Instansi", "Agencies")), ranked)
        _kinds(book.sheet(book.say("Temuan menurut Jenis", "Findings by kind"), landscape=False), ranked)
        _matrix(book.sheet(book.say("Instansi x Jenis", "Agencies x kinds")), ranked)
        failed = [e for e in entries if e.failure is not None]
        if failed:
            _failed(book.sheet(book.say("Tidak Terbaca", "Not read")), failed)
    return (path,)


def _agencies(sheet: Sheet, ranked: Sequence[Entry]) -> None:
    book = sheet.book
    word = book.say
    columns = (
        Column("No", 5),
        Column(word("Instansi", "Agency"), 44),
        Column(word("Tahun", "Year"), 7),
        Column(word("Jenis", "Kind"), 13),
        Column(word("Berkas", "File"), 44),
        Column(word("Tidak sesuai", "Do not agree"), 9),
        Column(word("Perlu klarifikasi", "To clarify"), 11),
        Column(word("Catatan", "Notes"), 9),
        Column(word("Mengubah simpulan", "Change a conclusion"), 11),
        Column(word("Angka tabel", "Table numbers"), 9),
        Column(word("% terbaca", "% read"), 9),
        Column(word("% cocok", "% confirmed"), 9),
        Column(word("Bagian tidak terbaca", "Parts not read"), 10),
    )
    sheet.head(
        word("Rekap Reviu Laporan Kinerja", "Recap of the review of performance reports"),
        word(f"{len(ranked)} dokumen, yang paling perlu perhatian di atas.", f"{len(ranked)} documents, worst first."),
    )
    sheet.table(HEADING, columns, len(ranked), frozen=2)
    for row, entry in enumerate(ranked, FIRST):
        sheet.number(row, 0, row - HEADING, align="center")
        sheet.text(row, 1, entry.instansi or say("unknown_agency", book.lang))
        sheet.text(row, 2, str(entry.tahun or ""), align="center")
        sheet.text(row, 3, entry.jenis.replace("_", " "))
        sheet.text(row, 4, entry.path.replace("\\", "/").rsplit("/", 1)[-1])
        for at, number in enumerate((entry.errors, entry.warnings, entry.notes, entry.changing, entry.numbers), 5):
            sheet.number(row, at, number)
        for at, number in ((10, entry.in_records), (11, entry.confirmed)):
            formula = f'IF(J{row + 1}>0,{number}/J{row + 1}*100,"")'
            share = number * 100 / entry.numbers if entry.numbers else ""
            sheet.raw.write_formula(row, at, f"={formula}", book.number(1), share)
        sheet.number(row, 12, entry.unread)
    if ranked:
        last = FIRST + len(ranked) - 1
        for column, colour in ((5, "#E57373"), (6, "#FFD54F")):
            bar = {"type": "data_bar", "bar_color": colour, "bar_solid": True}
            sheet.raw.conditional_format(FIRST, column, last, column, bar)


def _notes(ranked: Sequence[Entry]) -> dict[str, RuleNote]:
    return {note.code: note for entry in ranked for note in entry.titles}


def _kinds(sheet: Sheet, ranked: Sequence[Entry]) -> None:
    word = sheet.book.say
    columns = (
        Column(word("Aturan", "Rule"), 9),
        Column(word("Jenis temuan", "Kind of finding"), 70),
        Column(word("Temuan", "Findings"), 10),
        Column(word("Dokumen", "Documents"), 11),
    )
    sheet.head(word("Temuan menurut Jenis", "Findings by kind"))
    found: dict[str, list[int]] = {}
    for entry in ranked:
        for rule, number in entry.rules:
            found.setdefault(rule, []).append(number)
    order = sorted(found, key=lambda rule: (-sum(found[rule]), rule))
    notes = _notes(ranked)
    sheet.table(HEADING, columns, len(order))
    for row, rule in enumerate(order, FIRST):
        sheet.text(row, 0, rule)
        sheet.text(row, 1, tell(notes[rule].title, sheet.book.lang) if rule in notes else "")
        sheet.number(row, 2, sum(found[rule]))
        sheet.number(row, 3, len(found[rule]))


def _matrix(sheet: Sheet, ranked: Sequence[Entry]) -> None:
    book = sheet.book
    rules = sorted({rule for entry in ranked for rule, _ in entry.rules})
    columns = (Column(book.say("Instansi", "Agency"), 40), Column(book.say("Tahun", "Year"), 7))
    sheet.head(book.say("Instansi menurut Jenis Temuan", "Agencies by kind of finding"))
    sheet.table(HEADING, (*columns, *(Column(rule, 6) for rule in rules)), len(ranked), frozen=2)
    for row, entry in enumerate(ranked, FIRST):
        sheet.text(row, 0, entry.instansi or clean(entry.path.rsplit("/", 1)[-1]))
        sheet.text(row, 1, str(entry.tahun or ""), align="center")
        counts = dict(entry.rules)
        for at, rule in enumerate(rules, 2):
            sheet.number(row, at, counts.get(rule), align="center")
    if ranked and rules:
        scale = {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#E57373"}
        sheet.raw.conditional_format(FIRST, 2, FIRST + len(ranked) - 1, 1 + len(rules), scale)


def _failed(sheet: Sheet, failed: Sequence[Entry]) -> None:
    word = sheet.book.say
    columns = (
        Column(word("Berkas", "File"), 60),
        Column(word("Kode", "Code"), 14),
        Column(word("Sebab", "Reason"), 80),
    )
    sheet.head(word("Masukan yang tidak terbaca", "Inputs that could not be read"))
    sheet.table(HEADING, columns, len(failed))
    for row, entry in enumerate(failed, FIRST):
        if entry.failure is not None:
            sheet.text(row, 0, entry.path)
            sheet.text(row, 1, entry.failure.code.value, bg_color=RED)
            sheet.text(row, 2, tell(entry.failure.message, sheet.book.lang), bg_color=AMBER)
