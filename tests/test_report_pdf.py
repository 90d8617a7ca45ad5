"""The annotated PDF: highlights cover what the findings quote, on upright and turned pages; the content stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as raw
import pytest
from pikepdf import Array, Dictionary, Name

from extractors.document import extract
from reports.frame import Frame
from reports.marks import find_marks, open_pdf
from reports.pdf import write
from schemas.finding import Category, Evidence, Finding, Message, Severity
from schemas.result import Checked
from validators.check import check_document

SAMPLE = Path("samples/pdf/lkip_temuan_bergaris.pdf")
TURNS = {
    0: lambda w, h: (1, 0, 0, 1, 0, 0),
    90: lambda w, h: (0, 1, -1, 0, h, 0),
    180: lambda w, h: (-1, 0, 0, -1, w, h),
    270: lambda w, h: (0, -1, 1, 0, 0, w),
}
"""For each /Rotate: how the content must lie in user space to be shown upright."""


class Covered(NamedTuple):
    """One highlight: what is quoted, and the letters and digits that really lie under it."""

    raw: str
    under: str


def letters(text: str) -> str:
    """Letters and digits, in any order: a cell's glyphs may come in another order than they are read."""
    return "".join(sorted(c for c in text.split("…")[0].lower() if c.isalnum()))


def checked_of(path: Path) -> Checked:
    return check_document(extract(path))


def covered(checked: Checked, written: Path) -> list[Covered]:
    """Each highlight of a written PDF with the glyphs whose centres lie in its QuadPoints, in user space."""
    if checked.document.source.pages is None:
        quoted = {}
    else:
        with open_pdf(checked.document.source.path) as source:
            quoted = {f"cermat-{m.id}": m.raw for m in find_marks(checked, source).marks}
    found = []
    document = pypdfium2.PdfDocument(written)
    with pikepdf.open(written) as pdf:
        for number, page in enumerate(pdf.pages):
            highlights = [a for a in page.obj.get(Name.Annots, []) if a.Subtype == Name.Highlight and Name.NM in a]
            if not highlights:
                continue
            glyphs = glyphs_of(document[number])
            for annotation in highlights:
                under = "".join(under_quads(glyphs, [float(v) for v in annotation.QuadPoints]))
                text = quoted.get(str(annotation.NM), under)
                found.append(Covered(text, under))
    document.close()
    return found


def glyphs_of(page: Any) -> list[tuple[str, float, float]]:
    text = page.get_textpage()
    glyphs = []
    for index in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, index))
        if character.strip():
            left, bottom, right, top = text.get_charbox(index)
            glyphs.append((character, (left + right) / 2, (bottom + top) / 2))
    return glyphs


def under_quads(glyphs: list[tuple[str, float, float]], quads: list[float]) -> list[str]:
    boxes = [
        (min(quad[0::2]) - 1, min(quad[1::2]) - 1, max(quad[0::2]) + 1, max(quad[1::2]) + 1)
        for quad in (quads[i : i + 8] for i in range(0, len(quads), 8))
    ]
    return [c for c, x, y in glyphs if any(a <= x <= d and b <= y <= e for a, b, d, e in boxes)]


def share(found: list[Covered]) -> float:
    return sum(letters(c.raw) == letters(c.under) for c in found) / len(found)


def turned(source: Path, target: Path, angle: int, shift: tuple[int, int] = (0, 0)) -> Path:
    """The same pages as shown, their content turned in user space, /Rotate and an offset CropBox undoing it."""
    with pikepdf.open(source) as pdf:
        for page in pdf.pages:
            left, bottom, right, top = (float(v) for v in page.mediabox)
            width, height = right - left, top - bottom
            a, b, c, d, e, f = TURNS[angle](width, height)
            x, y = shift
            page.contents_add(f"q {a} {b} {c} {d} {e + x} {f + y} cm\n".encode(), prepend=True)
            page.contents_add(b"\nQ")
            wide, high = (height, width) if angle in (90, 270) else (width, height)
            page.obj.MediaBox = Array([x - 20, y - 30, x + wide + 40, y + high + 10])
            page.obj.CropBox = Array([x, y, x + wide, y + high])
            page.obj.Rotate = angle
        pdf.save(target)
    return target


@pytest.fixture(scope="module")
def sample(root: Path) -> Checked:
    return checked_of(root / SAMPLE)


def test_highlights_cover_what_findings_quote(sample: Checked, tmp_path: Path) -> None:
    write(sample, tmp_path / "a.pdf")
    found = covered(sample, tmp_path / "a.pdf")
    assert len(found) > 60
    assert share(found) >= 0.99


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_highlights_cover_their_cells_on_turned_pages(root: Path, sample: Checked, tmp_path: Path, angle: int) -> None:
    checked = checked_of(turned(root / SAMPLE, tmp_path / "turned.pdf", angle, (15, -25)))
    assert [f.rule for f in checked.findings] == [f.rule for f in sample.findings]
    write(checked, tmp_path / "a.pdf")
    found = covered(checked, tmp_path / "a.pdf")
    assert len(found) > 60
    assert share(found) >= 0.99


@pytest.mark.parametrize("angle", [90, 270])
def test_highlights_on_pages_that_are_shown_sideways(root: Path, tmp_path: Path, angle: int) -> None:
    """The page is turned for reading, not for showing: the marks lie on it as it is shown."""
    with pikepdf.open(root / SAMPLE) as pdf:
        for page in pdf.pages:
            page.obj.Rotate = angle
        pdf.save(tmp_path / "sideways.pdf")
    checked = checked_of(tmp_path / "sideways.pdf")
    assert checked.findings
    write(checked, tmp_path / "a.pdf")
    assert share(covered(checked, tmp_path / "a.pdf")) >= 0.98


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_frame_goes_both_ways(rotation: int) -> None:
    frame = Frame(10.0, 20.0, 310.0, 420.0, rotation)
    box = (5.0, 7.0, 105.0, 57.0)
    assert frame.to_shown(frame.to_user(box)) == pytest.approx(box)
    assert frame.size == ((400.0, 300.0) if rotation in (90, 270) else (300.0, 400.0))


def test_content_annotations_and_bookmarks_of_the_submitted_file_stay(
    root: Path, sample: Checked, tmp_path: Path
) -> None:
    source = tmp_path / "own.pdf"
    with pikepdf.open(root / SAMPLE) as pdf:
        own = pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([10, 10, 30, 30]), Contents=pikepdf.String("x"))
        )
        pdf.pages[0].obj.Annots = Array([own])
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Bab I", 0))
        pdf.save(source)
    checked = checked_of(source)
    write(checked, tmp_path / "a.pdf")
    with pikepdf.open(source) as before, pikepdf.open(tmp_path / "a.pdf") as after:
        for old, new in zip(before.pages, after.pages, strict=True):
            assert contents(old) == contents(new)
            assert list(old.mediabox) == list(new.mediabox)
        assert str(after.pages[0].obj.Annots[0].Contents) == "x"
        with after.open_outline() as outline:
            assert outline.root[0].title == "Bab I"
            assert outline.root[1].title.startswith("Temuan Cermat")


@pytest.mark.parametrize("compact", [False, True], ids=["table", "stream"])
def test_the_submitted_file_stays_byte_for_byte(root: Path, tmp_path: Path, compact: bool) -> None:
    """A signature on it can still be verified; both kinds of cross-reference are continued in kind."""
    mode = pikepdf.ObjectStreamMode.generate if compact else pikepdf.ObjectStreamMode.disable
    with pikepdf.open(root / SAMPLE) as pdf:
        pdf.save(tmp_path / "own.pdf", object_stream_mode=mode)
    checked = checked_of(tmp_path / "own.pdf")
    write(checked, tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes().startswith((tmp_path / "own.pdf").read_bytes())
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert not pdf.check_pdf_syntax()
    assert share(covered(checked, tmp_path / "a.pdf")) >= 0.99


def test_a_file_that_had_to_be_mended_is_written_whole(root: Path, tmp_path: Path) -> None:
    data = (root / SAMPLE).read_bytes()
    at = data.rindex(b"startxref")
    (tmp_path / "own.pdf").write_bytes(data[:at] + b"startxref\n17\n%%EOF\n")
    checked = checked_of(tmp_path / "own.pdf")
    write(checked, tmp_path / "a.pdf")
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert not pdf.check_pdf_syntax()
    assert share(covered(checked, tmp_path / "a.pdf")) >= 0.99


def contents(page: pikepdf.Page) -> list[bytes]:
    streams = page.obj.Contents
    return [s.read_raw_bytes() for s in (streams if isinstance(streams, Array) else [streams])]


def test_bookmarks_lead_to_findings_and_hold_their_consequences(sample: Checked, tmp_path: Path) -> None:
    write(sample, tmp_path / "a.pdf")
    roots = [f for f in sample.findings if f.cause is None]
    with pikepdf.open(tmp_path / "a.pdf") as pdf, pdf.open_outline() as outline:
        items = outline.root[-1].children
        assert len(items) == len(roots) + 1
        for item, finding in zip(items[:-1], roots, strict=True):
            assert finding.message.id in item.title
            assert len(item.children) == sum(f.cause == finding.id for f in sample.findings)


def test_the_last_bookmark_leads_to_what_was_not_read(sample: Checked, tmp_path: Path) -> None:
    write(sample, tmp_path / "a.pdf")
    unread = sample.document.coverage.unread
    assert unread
    with pikepdf.open(tmp_path / "a.pdf") as pdf, pdf.open_outline() as outline:
        last = outline.root[-1].children[-1]
        assert last.title == f"Tidak terbaca ({len(unread)})"
        assert [item.title.partition(":")[0] for item in last.children] == [f"hal. {part.page}" for part in unread]


def test_notes_say_rule_printed_expected_and_the_cause(sample: Checked, tmp_path: Path) -> None:
    write(sample, tmp_path / "a.pdf")
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        notes = [str(a.Contents) for page in pdf.pages for a in page.obj.get(Name.Annots, [])]
    for finding in sample.findings:
        mine = next(note for note in notes if f"{finding.rule} ({finding.id})" in note)
        assert finding.message.id in mine
        for part in (finding.printed, finding.expected, finding.computation, finding.suggestion):
            assert part is None or part in mine
        if finding.cause:
            assert f"Akibat dari: {finding.cause}" in mine


def test_a_finding_without_a_place_becomes_a_note_on_its_page(sample: Checked, tmp_path: Path) -> None:
    lost = [
        Finding(
            id=f"x{number}",
            rule="G101",
            category=Category.MISSING,
            severity=Severity.WARNING,
            message=Message(id=f"tidak ada {number}", en="absent"),
            evidence=evidence,
        )
        for number, evidence in enumerate([(), (Evidence(page=3, raw="tidak tercetak di halaman ini"),)])
    ]
    write(sample.model_copy(update={"findings": tuple(lost)}), tmp_path / "a.pdf", "id")
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        first, third = ([a for a in pdf.pages[n].obj.get(Name.Annots, []) if a.Subtype == Name.Text] for n in (0, 2))
    assert "tidak ada 0" in str(first[0].Contents)
    assert "tidak ada 1" in str(third[0].Contents)


def test_text_inputs_become_pages_with_their_lines_marked(root: Path, tmp_path: Path) -> None:
    checked = checked_of(root / "samples/teks/lkip_temuan.txt")
    write(checked, tmp_path / "a.pdf")
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        highlights = [
            (number, a)
            for number, page in enumerate(pdf.pages)
            for a in page.obj.get(Name.Annots, [])
            if a.Subtype == Name.Highlight
        ]
        document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
        hits = 0
        for number, annotation in highlights:
            glyphs = glyphs_of(document[number])
            under = letters("".join(under_quads(glyphs, [float(v) for v in annotation.QuadPoints])))
            hits += any(letters(e.raw) == under for f in checked.findings for e in f.evidence)
    assert len(highlights) > 30
    # counts of rows and parts that were not read point at a place without quoting its words
    assert hits >= 0.92 * len(highlights)


@pytest.mark.corpus
def test_highlights_cover_what_findings_quote_in_real_reports(shared: Path, tmp_path: Path) -> None:
    found: list[Covered] = []
    for path in sorted((shared / "corpus").glob("*.pdf")):
        checked = checked_of(path)
        if checked.findings and checked.document.source.text_layer == "digital":
            write(checked, tmp_path / "a.pdf")
            found += covered(checked, tmp_path / "a.pdf")
    assert len(found) > 500
    assert share(found) >= 0.99
