"""The page of findings in a real Chromium: it filters, jumps, prints, says nothing on the console, and axe agrees."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from extractors.document import extract
from reports.html import write, write_recap
from reports.recap import entry_of
from validators.check import check_document

pytestmark = pytest.mark.browser

SAMPLES = {"pdf": "samples/pdf/lkip_temuan_bergaris.pdf", "teks": "samples/teks/lkip_temuan.txt"}


@pytest.fixture(scope="module")
def pages(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pages")
    entries = []
    for name, path in SAMPLES.items():
        checked = check_document(extract(root / path))
        write(checked, folder / f"{name}.html", "id")
        entries.append(entry_of(checked))
    write_recap(entries, folder / "rekap.html", "id")
    return {name: (folder / f"{name}.html").as_uri() for name in (*SAMPLES, "rekap")}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    program = os.environ.get("CERMAT_TEST_BROWSER") or next(
        path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND"],
        )
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Any) -> Iterator[Any]:
    """Opens an address in a fresh page; at the end, complaints of the console and requests are asserted empty."""
    complaints: list[str] = []
    contexts: list[Any] = []

    def open_page(address: str, **options: Any) -> Any:
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: complaints.append(str(e)))
        page.on("requestfailed", lambda r: complaints.append(r.url[:80]))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def shown(page: Any) -> list[str]:
    return [
        str(i)
        for i in page.eval_on_selector_all(".cards > .finding", "all => all.filter(c => !c.hidden).map(c => c.id)")
    ]


def in_view(page: Any, selector: str) -> bool:
    return bool(
        page.eval_on_selector(
            selector,
            "e => { const b = e.getBoundingClientRect();"
            " return b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth; }",
        )
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_filters_by_severity_rule_and_words(opened: Any, pages: dict[str, str], name: str) -> None:
    page = opened(pages[name])
    every = shown(page)
    assert len(every) > 10
    page.uncheck("input[value=error]")
    assert (
        page.eval_on_selector_all(
            ".finding.s-error:not([hidden])", "all => all.filter(c => c.checkVisibility()).length"
        )
        == 0
    )
    assert 0 < len(shown(page)) < len(every)
    page.check("input[value=error]")
    rule = page.eval_on_selector("select[name=rule] option:nth-child(2)", "o => o.value")
    page.select_option("select[name=rule]", rule)
    assert 0 < len(shown(page)) < len(every)
    page.select_option("select[name=rule]", "")
    page.fill("input[name=text]", "tidak ada kata seperti ini")
    assert shown(page) == []
    assert page.inner_text("output[name=shown]").startswith("0 ")
    page.fill("input[name=text]", "")
    assert shown(page) == every


@pytest.mark.parametrize("name", SAMPLES)
def test_jumps_from_finding_to_page_and_back(opened: Any, pages: dict[str, str], name: str) -> None:
    page = opened(pages[name], viewport={"width": 1300, "height": 800})
    link = page.locator(".finding a.jump").nth(6)
    target = link.get_attribute("href")
    link.click()
    assert in_view(page, target)
    assert "on" in page.get_attribute(target, "class").split()
    back = page.get_attribute(target, "href")
    page.focus(target)
    page.keyboard.press("Enter")
    assert in_view(page, back)
    assert page.evaluate("document.activeElement.id") == back[1:]


def test_a_consequence_is_unfolded_when_jumped_to(opened: Any, pages: dict[str, str]) -> None:
    page = opened(pages["pdf"])
    inner = page.eval_on_selector(".finding .finding", "e => e.id")
    address = page.url + "#" + inner
    other = opened(address)
    assert other.eval_on_selector(f"#{inner}", "e => e.closest('details').open")
    assert in_view(other, f"#{inner}")


def test_the_keyboard_walks_through_the_findings(opened: Any, pages: dict[str, str]) -> None:
    page = opened(pages["pdf"])
    order = shown(page)
    for key, at in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == order[at]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.classList.contains('mark')")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == order[1]
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "text"
    page.keyboard.type("jk/")
    assert page.input_value("input[name=text]") == "jk/"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement === document.body")


def test_marks_lie_on_their_picture(opened: Any, pages: dict[str, str]) -> None:
    for width in (1300, 390):
        page = opened(pages["pdf"], viewport={"width": width, "height": 800})
        differences = page.eval_on_selector_all(
            ".paper",
            "all => all.map(p => {"
            " const [a, b] = [...p.querySelectorAll('img, svg')].map(e => e.getBoundingClientRect());"
            " return Math.abs(a.left - b.left) + Math.abs(a.top - b.top) + Math.abs(a.width - b.width)"
            " + Math.abs(a.height - b.height); })",
        )
        assert differences
        assert max(differences) < 2
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", [*SAMPLES, "rekap"])
def test_prints_to_pdf(opened: Any, pages: dict[str, str], name: str) -> None:
    import pypdfium2

    data = opened(pages[name]).pdf(format="A4")
    document = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    assert "Kecamatan" in text
    assert "Papan ketik" not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 390])
@pytest.mark.parametrize("name", [*SAMPLES, "rekap"])
def test_axe_finds_nothing_serious(opened: Any, pages: dict[str, str], name: str, width: int, scheme: str) -> None:
    page = opened(pages[name], viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    page.evaluate(resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run().then(r => r.violations.map(v => [v.impact, v.id, v.nodes.slice(0, 3).map(n => n.html)]))"
    )
    assert [v for v in found if v[0] in ("serious", "critical")] == []
    assert found == []


def test_the_recap_sorts(opened: Any, pages: dict[str, str]) -> None:
    page = opened(pages["rekap"])
    button = page.locator("th button[data-kind=number]").nth(1)
    button.click()
    down = page.eval_on_selector_all(".sortable tbody tr", "all => all.map(r => Number(r.cells[3].textContent))")
    button.click()
    up = page.eval_on_selector_all(".sortable tbody tr", "all => all.map(r => Number(r.cells[3].textContent))")
    assert down == sorted(down, reverse=True)
    assert up == sorted(up)


def test_nothing_planted_in_a_document_runs(opened: Any, tmp_path: Path) -> None:
    from tests.test_report_html import NASTY, poisoned

    write(poisoned(tmp_path / "a.txt", NASTY), tmp_path / "a.html", "id")
    page = opened((tmp_path / "a.html").as_uri())
    alerts: list[str] = []
    page.on("dialog", lambda d: (alerts.append(d.message), d.dismiss()))
    page.reload()
    assert alerts == []
    assert NASTY in page.inner_text("main")
