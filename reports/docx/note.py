"""The text of the note: what was reviewed, one block for each finding, a conclusion, room for responses."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from reports.docx.styles import BODY, CELL, HEADING, LABEL, NOTE, TABLE, TITLE
from reports.elements import Notes, severity_name
from reports.plain import clean
from reports.reasons import Unreads, heaviest
from reports.words import Lang, say
from schemas.finding import Finding, Severity
from schemas.result import Checked

MOST_UNREAD = 10
_LABEL_WIDTH, _TEXT_WIDTH = Cm(3.4), Cm(12.4)


def fill(document: Any, checked: Checked, lang: Lang) -> None:
    """Add the whole note to the end of a document that has the styles."""
    writer = _Writer(document, checked, lang)
    writer.heading()
    writer.scope()
    writer.summary()
    writer.findings()
    writer.conclusion()
    writer.signatures()


class _Writer:
    """Adds the parts of the note to one document."""

    def __init__(self, document: Any, checked: Checked, lang: Lang) -> None:
        self.document, self.checked, self.lang = document, checked, lang
        self.notes = Notes(checked, lang)
        self.open = [f for f in self.notes.roots() if f.accepted is None]
        self.main = [f for f in self.open if f.severity is not Severity.INFO]
        self.agency = checked.document.identity.instansi or say("unknown_agency", lang)
        self.year = str(checked.document.identity.tahun or "…")
        self.ids = {name: document.styles[name].style_id for name in (TITLE, HEADING, NOTE, BODY, LABEL, CELL)}

    def say(self, indonesian: str, english: str) -> str:
        return indonesian if self.lang == "id" else english

    def add(self, text: str, style: str) -> Any:
        return self.styled(self.document.add_paragraph(clean(text)), style)

    def styled(self, paragraph: Any, style: str) -> Any:
        """Set the style by its id: looking it up by name takes longer than all the rest."""
        paragraph._p.style = self.ids[style]
        return paragraph

    def heading(self) -> None:
        self.add(self.say("CATATAN HASIL REVIU", "NOTE OF REVIEW RESULTS"), TITLE)
        self.add(self.say("ATAS LAPORAN KINERJA", "ON THE PERFORMANCE REPORT"), TITLE)
        self.add(f"{self.agency.upper()} {self.say('TAHUN', 'YEAR')} {self.year}", TITLE)
        self.add(self.say("(DRAF)", "(DRAFT)"), TITLE)
        name = self.checked.document.source.path.replace("\\", "/").rsplit("/", 1)[-1]
        self.table(
            (
                (self.say("Nomor", "Number"), ""),
                (self.say("Tanggal reviu", "Date of review"), ""),
                (self.say("Instansi", "Agency"), self.agency),
                (self.say("Dokumen", "Document"), name),
                (self.say("Tim reviu", "Review team"), ""),
            )
        )

    def scope(self) -> None:
        self.add(self.say("A. Dasar dan Lingkup", "A. Basis and scope"), HEADING)
        self.add(
            self.say(
                "Reviu dilaksanakan berdasarkan Peraturan Presiden Nomor 29 Tahun 2014 dan Peraturan Menteri PANRB "
                "Nomor 53 Tahun 2014 untuk memberikan keyakinan terbatas atas akurasi, keandalan dan keabsahan "
                "informasi kinerja. Catatan ini membandingkan angka dan pernyataan di dalam dokumen satu sama lain; "
                "data sumber di luar dokumen tidak diperiksa. Substansi laporan menjadi tanggung jawab instansi.",
                "The review is based on Perpres 29/2014 and PermenPANRB 53/2014 and gives limited assurance on the "
                "accuracy, reliability and validity of performance information. This note holds figures and "
                "statements of the document against each other; source data outside it were not examined. The "
                "agency answers for the substance of the report.",
            ),
            BODY,
        )

    def summary(self) -> None:
        self.add(self.say("B. Ringkasan", "B. Summary"), HEADING)
        counts = Counter(f.severity for f in self.open)
        errors, warnings, notes = (counts[s] for s in Severity)
        self.add(
            self.say(
                f"Terdapat {errors} hal yang tidak sesuai satu sama lain, {warnings} hal yang perlu diklarifikasi dan "
                f"{notes} catatan.",
                f"{errors} items do not agree, {warnings} need clarification, and there are {notes} notes.",
            ),
            BODY,
        )
        coverage = self.checked.document.coverage
        figures = {"read": coverage.in_records, "all": coverage.numbers_on_table_pages, "confirmed": coverage.confirmed}
        self.add(say("coverage", self.lang, **figures), BODY)
        if not coverage.unread:
            return
        unreads = Unreads(self.checked.document, self.lang)
        self.add(self.say("Bagian berikut tidak terbaca dan tidak dinilai:", "Not read and not assessed:"), BODY)
        for part in heaviest(coverage.unread, MOST_UNREAD):
            place = self.notes.places.page(part.page, part.line)
            where = f"{say('page', self.lang)} {place}: " if part.page is not None else f"{place}: " if place else ""
            why = ", ".join(filter(None, (unreads.reason(part), unreads.numbers(part))))
            self.add(f"– {where}{unreads.what(part)} ({why})", BODY)
        more = len(coverage.unread) - MOST_UNREAD
        if more > 0:
            self.add(self.say(f"– dan {more} bagian lain", f"– and {more} more"), BODY)

    def findings(self) -> None:
        self.add(self.say("C. Uraian Catatan", "C. Items"), HEADING)
        if not self.main:
            self.add(say("none", self.lang), BODY)
        for number, finding in enumerate(self.main, 1):
            self.add(f"{number}. {self.notes.title(finding)}", NOTE)
            self.table(self.elements(finding), keep=True)
        rest = [f for f in self.open if f.severity is Severity.INFO]
        if rest:
            self.add(self.say("Catatan lain", "Other notes"), NOTE)
            for finding in rest:
                self.add(f"– {self.notes.kondisi(finding)}", BODY)

    def elements(self, finding: Finding) -> tuple[tuple[str, str], ...]:
        parts = self.notes.of(finding)
        figures = [
            f"{label}: {value}."
            for label, value in (
                (self.say("Tercetak", "Printed"), finding.printed),
                (self.say("Pembanding", "Compared with"), finding.expected),
                (self.say("Perhitungan", "Computation"), finding.computation),
            )
            if value and value not in parts.kondisi
        ]
        kondisi = "\n".join((parts.kondisi, " ".join(figures))) if figures else parts.kondisi
        return (
            (self.say("Tingkat", "Severity"), severity_name(finding.severity, self.lang)),
            (self.say("Kondisi", "Condition"), kondisi),
            (self.say("Kriteria", "Criteria"), parts.kriteria),
            (self.say("Akibat", "Effect"), parts.akibat),
            (self.say("Rekomendasi", "Recommendation"), parts.rekomendasi),
            (self.say("Tanggapan", "Response"), "\n"),
        )

    def conclusion(self) -> None:
        self.add(self.say("D. Simpulan", "D. Conclusion"), HEADING)
        if self.main:
            text = self.say(
                "Berdasarkan reviu terbatas ini, hal-hal pada bagian C perlu diklarifikasi atau diperbaiki sebelum "
                "keandalan informasi kinerja yang bersangkutan dapat diyakini. Untuk bagian yang terbaca selebihnya "
                "tidak ditemukan hal lain yang tidak selaras satu sama lain.",
                "On the basis of this limited review, the items of part C are to be clarified or corrected before the "
                "performance information concerned can be relied upon. In the rest of what was read nothing else was "
                "found that does not agree.",
            )
        else:
            text = self.say(
                "Berdasarkan reviu terbatas ini, pada bagian yang terbaca tidak ditemukan hal-hal yang menimbulkan "
                "perbedaan dalam meyakini keandalan informasi kinerja.",
                "On the basis of this limited review, nothing was found in what was read that would change how far "
                "the performance information is relied upon.",
            )
        self.add(text, BODY).paragraph_format.keep_with_next = True
        self.add("", BODY)

    def signatures(self) -> None:
        sides = (
            self.say("Unit kerja penyusun laporan", "Unit that drew up the report"),
            self.say("Tim reviu", "Review team"),
        )
        table = self.document.add_table(rows=1, cols=2)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        _whole(table.rows[0])
        line = "……………………………………"
        for cell, side in zip(table.rows[0].cells, sides, strict=True):
            words = (f"{line[:14]}, {line[:20]}", side, "", "", "", f"({line})", f"NIP {line}")
            for at, text in enumerate(words):
                paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
                paragraph.text = text
                paragraph.paragraph_format.keep_with_next = True
                self.styled(paragraph, CELL)

    def table(self, lines: Sequence[tuple[str, str]], keep: bool = False) -> None:
        """Two columns: label and text. ``keep`` holds the rows together on a page."""
        table = self.document.add_table(rows=0, cols=2, style=TABLE)
        table.autofit = False
        for column, width in zip(table.columns, (_LABEL_WIDTH, _TEXT_WIDTH), strict=True):
            column.width = width
        for at, (label, text) in enumerate(lines):
            row = table.add_row()
            _whole(row)
            cells = row.cells
            for cell, width, words, style in zip(
                cells, (_LABEL_WIDTH, _TEXT_WIDTH), (label, text), (LABEL, CELL), strict=True
            ):
                cell.width = width
                paragraph = cell.paragraphs[0]
                paragraph.text = clean(words)
                self.styled(paragraph, style)
                paragraph.paragraph_format.keep_with_next = keep and at < len(lines) - 1
        self.add("", CELL)


def _whole(row: Any) -> None:
    """A row is not cut at the end of a page."""
    row._tr.get_or_add_trPr().append(_mark("w:cantSplit"))


def _mark(name: str) -> Any:
    element = OxmlElement(name)
    element.set(qn("w:val"), "true")
    return element
