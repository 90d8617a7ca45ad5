"""The draft note: its elements, its wording, its styles, and the user's own template."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt

from reports.docx import usable, write
from reports.docx.styles import BODY, HEADING, TITLE
from reports.elements import Notes
from schemas.finding import Severity
from tests.laporan_uji import ATTACKS, SAMPLES, checked, hostile

VERDICTS = re.compile(r"\b(?:salah|keliru|palsu|rekayasa|korupsi|manipulasi|kerugian|wrong|fraud|fake)\b", re.I)


def text_of(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_finding_has_its_elements(path: Path, lang: str, tmp_path: Path) -> None:
    result = checked(path)
    (file,) = write(result, tmp_path / "chr.docx", lang)  # type: ignore[arg-type]
    document = Document(str(file))
    main = [f for f in Notes(result, "id").roots() if f.severity is not Severity.INFO]
    blocks = [[row.cells[0].text for row in t.rows] for t in document.tables if len(t.columns) == 2]
    labels = {"id": "Rekomendasi", "en": "Recommendation"}[lang]
    assert sum(labels in block for block in blocks) == len(main)
    for table in document.tables:
        if table.rows[0].cells[0].text in ("Tingkat", "Severity"):
            texts = [row.cells[1].text.strip() for row in table.rows]
            assert all(texts[:5]), "kondisi, kriteria, akibat and rekomendasi are never empty"
            assert texts[5] == "", "room for the response"


def test_pages_and_tables_are_cited(tmp_path: Path) -> None:
    (file,) = write(checked(next(p for p in SAMPLES if p.name == "lkip_temuan.txt")), tmp_path / "chr.docx", "id")
    assert "Tabel 3.7" in text_of(file)
    assert not re.search(r"\bt\d+\b", text_of(file).replace("tabel t", "")), "ids are for machines"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_wording_gives_limited_assurance(path: Path, tmp_path: Path) -> None:
    result = checked(path)
    (file,) = write(result, tmp_path / "chr.docx", "id")
    quoted = {f.printed or "" for f in result.findings}
    text = text_of(file)
    for quote in sorted(quoted, key=len, reverse=True):
        text = text.replace(quote, "")
    assert not VERDICTS.search(text)
    assert "keyakinan terbatas" in text


def test_styles_are_named_and_used(tmp_path: Path) -> None:
    (file,) = write(checked(SAMPLES[0]), tmp_path / "chr.docx", "id")
    used = {p.style.name for p in Document(str(file)).paragraphs if p.style is not None}
    assert {TITLE, HEADING, BODY} <= used


def test_own_template_keeps_its_styles_and_place(tmp_path: Path) -> None:
    own = Document()
    style = own.styles.add_style(HEADING, 1)
    style.font.size = Pt(20)
    own.add_paragraph("INSPEKTORAT {{instansi}}")
    own.add_paragraph("{{catatan}}")
    own.add_paragraph("Tembusan")
    own.sections[0].footer.paragraphs[0].text = "Tahun {{tahun}}"
    own.save(str(tmp_path / "kop.docx"))
    result = checked(next(p for p in SAMPLES if p.name == "lkip_temuan.txt"))
    (file,) = write(result, tmp_path / "chr.docx", "id", template=tmp_path / "kop.docx")
    made = Document(str(file))
    texts = [p.text for p in made.paragraphs]
    assert texts[0] == f"INSPEKTORAT {result.document.identity.instansi}"
    assert texts[-1] == "Tembusan"
    assert "{{catatan}}" not in texts
    assert texts.index("C. Uraian Catatan") < len(texts) - 1
    assert made.styles[HEADING].font.size == Pt(20)
    assert made.sections[0].footer.paragraphs[0].text == f"Tahun {result.document.identity.tahun}"


def test_a_template_that_is_no_docx_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "kop.docx"
    broken.write_bytes(b"PK not a document")
    assert not usable(broken)
    with pytest.raises(ValueError, match=r"no \.docx"):
        write(checked(SAMPLES[0]), tmp_path / "chr.docx", "id", template=broken)


@pytest.mark.parametrize("text", [*ATTACKS, "a\x00\x1b\ud800b", "<w:p/>&amp;"])
def test_hostile_texts_stay_texts(text: str, tmp_path: Path) -> None:
    (file,) = write(hostile(text), tmp_path / "chr.docx", "id")
    assert Document(str(file)).paragraphs
