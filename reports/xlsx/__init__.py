"""The working paper (Kertas Kerja Reviu) as a workbook with live formulas."""

from pathlib import Path

from reports.elements import Notes
from reports.words import Lang
from reports.xlsx import anggaran, cakupan, daftar_periksa, kinerja, perbandingan, ringkasan, temuan
from reports.xlsx.book import Book
from reports.xlsx.paper import Paper
from reports.xlsx.rekap import write_recap
from schemas.result import Checked

__all__ = ["write", "write_recap"]


def write(checked: Checked, path: Path, lang: Lang) -> tuple[Path, ...]:
    """Write the working paper of one document to ``path``. Returns the files made.

    ``checked`` keeps its judgements: the formulas use the reading and the rows that were judged. Raises OSError when
    the file cannot be written.
    """
    paper = Paper(checked, Notes(checked, lang))
    with Book(path, lang, f"Kertas Kerja Reviu {checked.document.identity.instansi or ''}".strip()) as book:
        say = book.say
        summary = book.sheet(say("Ringkasan", "Summary"), landscape=False)
        found = book.sheet(say("Temuan", "Findings"))
        performance = book.sheet(say("Hitung Ulang Kinerja", "Performance recomputed"))
        budget = book.sheet(say("Hitung Ulang Anggaran", "Budget recomputed"))
        checklist = book.sheet(say("Checklist Reviu", "Review checklist"))
        compared = book.sheet(say("Perbandingan PK-Renstra-LKIP", "PK-Renstra-report compared"))
        coverage = book.sheet(say("Cakupan", "Coverage"))
        kinerja.place_rows(performance, paper)
        anggaran.place_rows(budget, paper)
        ringkasan.write(summary, paper)
        temuan.write(found, paper)
        kinerja.write(performance, paper, found.name)
        anggaran.write(budget, paper, found.name)
        daftar_periksa.write(checklist, paper)
        perbandingan.write(compared, paper)
        cakupan.write(coverage, paper)
    return (path,)
