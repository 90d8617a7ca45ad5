"""The terminal never says that all is well about what was not read."""

from __future__ import annotations

import io

from rich.console import Console

from reports.console import print_result
from schemas.document import Coverage, Document
from schemas.finding import Category, Evidence, Finding, Message, Severity
from schemas.reading import Source, TextLayer, Unread
from schemas.result import Checked, Result


def shown(layer: TextLayer, unread: tuple[Unread, ...] = (), findings: tuple[Finding, ...] = ()) -> str:
    source = Source(path="a.pdf", sha256="0" * 64, media_type="application/pdf", pages=1, text_layer=layer)
    document = Document(source=source, coverage=Coverage(unread=unread))
    buffer = io.StringIO()
    result = Result(version="0", documents=(Checked(document=document, findings=findings),))
    print_result(result, Console(file=buffer, width=80), "id")
    return buffer.getvalue()


def test_a_read_document_without_findings_is_clean() -> None:
    assert "Tidak ditemukan hal" in shown(TextLayer.DIGITAL)


def test_a_scan_is_not_checked() -> None:
    text = shown(TextLayer.SCAN, (Unread(page=1, what="page", reason="scan"),))
    assert "Tidak diperiksa" in text
    assert "Tidak ditemukan hal" not in text


def test_a_part_that_was_not_read_limits_the_statement() -> None:
    text = shown(TextLayer.MIXED, (Unread(page=2, what="page", reason="scan"),))
    assert "Pada bagian yang terbaca" in text
    assert "hal. 2" in text


def test_the_parts_with_most_numbers_are_told_first_after_whole_pages() -> None:
    parts = [
        Unread(page=n, what=f"area: Baris {n}", reason="columns have no known meaning", numbers=n) for n in range(1, 9)
    ]
    text = " ".join(shown(TextLayer.MIXED, (*parts, Unread(page=9, what="page", reason="scan"))).split())
    told = ["hal. 9: Halaman", *(f"hal. {n}: “Baris {n}” dan seterusnya ({n} angka)" for n in (8, 7, 6, 5))]
    assert [text.index(one) for one in told] == sorted(text.index(one) for one in told)
    assert "… +4 tidak terbaca" in text


def test_consequences_are_folded_under_their_cause() -> None:
    def finding(name: str, severity: Severity, **fields: object) -> Finding:
        message = Message(id=f"pesan {name}", en=name)
        base = {"id": name, "rule": "B101", "category": Category.SUM, "severity": severity, "message": message}
        return Finding(**base, evidence=(Evidence(page=3, raw="1"),), **fields)  # type: ignore[arg-type]

    root = finding("f1", Severity.ERROR, consequences=("f2",))
    text = shown(TextLayer.DIGITAL, findings=(root, finding("f2", Severity.INFO, cause="f1")))
    assert text.index("pesan f1") < text.index("akibat B101") < text.index("pesan f2")
    assert text.count("GALAT") == 1
