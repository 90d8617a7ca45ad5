"""The page of a document and the recap: nothing of a document is executed, nothing is fetched, the size is bounded."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from extractors.document import extract
from reports.html import write, write_recap
from reports.html.pictures import BUDGET, take_pictures
from reports.html.view import View, view_of
from reports.recap import Entry, entry_of
from schemas.document import Document
from schemas.finding import Category, Evidence, Finding, Message, Severity
from schemas.reading import Source
from schemas.records import Identity
from schemas.result import Checked
from validators.check import check_document

NASTY = """</script><script>alert(1)</script><img src=x onerror=alert(1)>"'&{{7*7}}{% raw %}"""


class Tags(HTMLParser):
    """All tags of a page with their attributes, and the text of scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.text: list[str] = []
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts.append(data)
        elif self._inside != "style":
            self.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""


@pytest.fixture(scope="module")
def sample(root: Path) -> Checked:
    return check_document(extract(root / "samples/pdf/lkip_temuan_bergaris.pdf"))


@pytest.fixture(scope="module")
def view(sample: Checked) -> View:
    return view_of(sample, "id")


def page_of(checked: Checked, folder: Path, lang: str = "id") -> str:
    write(checked, folder / "a.html", lang)  # type: ignore[arg-type]
    return (folder / "a.html").read_text(encoding="utf-8")


def poisoned(path: Path, text: str) -> Checked:
    """A text document all of whose words are ``text``."""
    path.write_text(f"baris satu\n{text}\n", encoding="utf-8", newline="")
    line = 2
    finding = Finding(
        id="f1",
        rule="B101",
        category=Category.SUM,
        severity=Severity.ERROR,
        message=Message(id=text, en=text),
        printed=text,
        expected=text,
        computation=text,
        suggestion=text,
        evidence=(Evidence(line=line, raw=text, column=text),),
    )
    source = Source(path=str(path), sha256="0" * 64, media_type="text/plain")
    document = Document(source=source, identity=Identity(instansi=text, nomor=text))
    return Checked(document=document, findings=(finding,))


@given(text=st.one_of(st.just(NASTY), st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1)))
def test_what_a_document_says_is_text_and_nothing_else(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("html")
    clean = Tags(page_of(poisoned(folder / "a.txt", "angka"), folder))
    nasty = Tags(page_of(poisoned(folder / "b.txt", text), folder))
    assert nasty.scripts == clean.scripts
    assert [tag for tag, _ in nasty.tags if tag != "q"] == [tag for tag, _ in clean.tags if tag != "q"]
    assert not any(name.startswith("on") for _, attributes in nasty.tags for name in attributes)


def test_the_recap_escapes_too(tmp_path: Path) -> None:
    entry = Entry(path=NASTY, stem=NASTY, jenis=NASTY, instansi=NASTY, errors=1, categories=((NASTY, 3),))
    write_recap([entry], tmp_path / "r.html", "id")
    page = Tags((tmp_path / "r.html").read_text(encoding="utf-8"))
    assert len(page.scripts) == 1
    assert "img" not in {tag for tag, _ in page.tags}
    links = [attributes["href"] or "" for tag, attributes in page.tags if tag == "a"]
    assert all(link.startswith(("#", "./")) and "/" not in link[2:] for link in links)


@pytest.mark.parametrize("name", ["samples/pdf/lkip_temuan_bergaris.pdf", "samples/teks/lkip_temuan.txt"])
def test_the_page_fetches_nothing(root: Path, tmp_path: Path, name: str) -> None:
    page = page_of(check_document(extract(root / name)), tmp_path)
    tags = Tags(page)
    policy = next(a["content"] or "" for t, a in tags.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; img-src data:;")
    assert "unsafe" not in policy
    assert not re.search(r"(?:src|href)=\"(?!#|data:image/webp;base64,)", page)
    assert "://" not in page
    assert "@import" not in page
    assert not re.search(r"\sstyle=", page)


def test_every_link_of_the_page_leads_somewhere(sample: Checked, tmp_path: Path) -> None:
    page = Tags(page_of(sample, tmp_path))
    names = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(names) == len(set(names))
    links = {(a["href"] or "")[1:] for tag, a in page.tags if tag == "a" and (a["href"] or "").startswith("#")}
    assert len(links) > 40
    assert links <= set(names)


def test_findings_show_their_parts_and_consequences(sample: Checked, view: View, tmp_path: Path) -> None:
    text = " ".join(" ".join(Tags(page_of(sample, tmp_path)).text).split())
    for finding in sample.findings:
        assert " ".join(finding.message.id.split()) in text
        assert finding.expected is None or finding.expected in text
    shown = [card.id for card in view.cards] + [c.id for card in view.cards for c in card.consequences]
    assert sorted(shown) == sorted(f.id for f in sample.findings)


def test_charts_show_capaian_and_budgets_as_indonesians_write_them(view: View) -> None:
    assert len(view.capaian) == 5
    assert all(re.fullmatch(r"[\d.]+(,\d+)? %", bar.printed) for bar in view.capaian)
    assert any(bar.below for bar in view.capaian)
    assert len(view.anggaran) == 4
    assert all(re.fullmatch(r"\d{1,3}(\.\d{3})*", bar.anggaran) for bar in view.anggaran)
    assert max(bar.length for bar in view.anggaran) == 100


def test_only_pages_with_findings_have_pictures(sample: Checked, view: View) -> None:
    assert {sheet.number for sheet in view.sheets} == {
        e.page for finding in sample.findings for e in finding.evidence if e.page
    }


def test_a_hundred_pages_full_of_noise_stay_within_the_budget() -> None:
    document = pypdfium2.PdfDocument.new()
    noise = Image.effect_noise((900, 1200), 90).convert("RGB")
    picture = pypdfium2.PdfBitmap.from_pil(noise)
    for _ in range(100):
        image = pypdfium2.PdfImage.new(document)
        image.set_bitmap(picture)
        image.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
        page = document.new_page(595, 842)
        page.insert_obj(image)
        page.gen_content()
    pictures = take_pictures(document, range(1, 101))
    assert sum(len(data) for data in pictures.values()) < BUDGET * 4 / 3 + 100 * 40
    assert BUDGET * 4 / 3 < 4_600_000


def test_english_is_english(root: Path, tmp_path: Path) -> None:
    page = page_of(check_document(extract(root / "samples/teks/lkip_temuan.txt")), tmp_path, "en")
    assert '<html lang="en">' in page
    assert "Skip to the findings" in page
    assert "Temuan" not in " ".join(Tags(page).text)


def test_the_recap_ranks_the_worst_first(root: Path, tmp_path: Path) -> None:
    outcomes = [check_document(extract(root / f"samples/teks/{n}.txt")) for n in ("lkip_bersih", "lkip_temuan")]
    write_recap([entry_of(o) for o in outcomes], tmp_path / "rekap.html", "id")
    page = (tmp_path / "rekap.html").read_text(encoding="utf-8")
    assert page.index("./lkip_temuan.html") < page.index("./lkip_bersih.html")


@pytest.mark.corpus
def test_real_reports_of_a_hundred_pages_stay_small(shared: Path, tmp_path: Path) -> None:
    for path in sorted((shared / "corpus").glob("B0*.pdf")):
        page_of(check_document(extract(path)), tmp_path)
        assert (tmp_path / "a.html").stat().st_size < 5_000_000
