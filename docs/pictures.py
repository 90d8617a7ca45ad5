"""Make the pictures of the manual from a sample: ``python -m docs.pictures`` writes ``docs/img/*.png``.

Needs Chromium (or the program that CERMAT_TEST_BROWSER names) for the page, and LibreOffice for the worksheet; what
is missing is said and its old picture stays.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PIL import Image

from extractors.document import extract
from reports.files import write_reports
from validators.check import check_document

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = Path("samples/pdf/lkip_temuan_bergaris.pdf")
IMG = ROOT / "docs" / "img"
SHEET = "Hitung Ulang Kinerja"
COLOURS = 128


def main() -> int:
    """Write every picture that can be made here. Returns 1 when one could not be made."""
    IMG.mkdir(parents=True, exist_ok=True)
    os.chdir(ROOT)  # the picture shows the path as a reader would type it
    missing = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_reports(check_document(extract(SAMPLE)), ("html", "pdf", "xlsx"), folder, "id")
        make: dict[str, Callable[[Path], Image.Image | None]] = {
            "html": page,
            "ponsel": phone,
            "pdf": pdf,
            "xlsx": sheet,
        }
        for kind, draw in make.items():
            picture = draw(folder)
            if picture is None:
                print(f"docs/img/{kind}.png: the program that draws it is not here", file=sys.stderr)
                missing += 1
                continue
            few = picture.convert("RGB").quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
            few.save(IMG / f"{kind}.png", optimize=True)
    return min(missing, 1)


def page(folder: Path) -> Image.Image | None:
    """The page of findings on a wide screen: a finding that has consequences, its cell shown beside it."""
    return _screen(folder, 1240, 820, chosen=".cards > .finding:has(.follow)")


def phone(folder: Path) -> Image.Image | None:
    """The same page on a phone, in the dark: its beginning."""
    return _screen(folder, 390, 760, scheme="dark")


def _screen(
    folder: Path, width: int, height: int, scheme: str = "light", chosen: str | None = None
) -> Image.Image | None:
    program = os.environ.get("CERMAT_TEST_BROWSER") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if program is None:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        shown = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        shown.goto((folder / f"{SAMPLE.stem}.html").as_uri())
        if chosen:
            shown.locator(chosen).first.locator("a.jump").first.click()
            shown.locator(chosen).first.locator(".follow > summary").click()
            shown.locator(chosen).first.evaluate(
                "e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 20)"
            )
        target = folder / "screen.png"
        shown.screenshot(path=target)
        browser.close()
    return Image.open(target)


def pdf(folder: Path) -> Image.Image:
    """The page of the annotated PDF that has the most highlights, its middle part."""
    document = pypdfium2.PdfDocument(folder / f"{SAMPLE.stem}.pdf")
    pages = list(document)
    fullest = max(pages, key=lambda one: int(pypdfium2.raw.FPDFPage_GetAnnotCount(one.raw)))
    picture: Image.Image = fullest.render(scale=96 / 72).to_pil()
    document.close()
    return picture


def sheet(folder: Path) -> Image.Image | None:
    """The worksheet that recomputes capaian, as LibreOffice prints it, its upper part."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return None
    own = folder / "office"
    own.mkdir()
    command = [
        program,
        f"-env:UserInstallation={own.as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(own),
        str(folder / f"{SAMPLE.stem}.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    document = pypdfium2.PdfDocument(own / f"{SAMPLE.stem}.pdf")
    for one in document:
        if SHEET in (line.strip() for line in one.get_textpage().get_text_range().splitlines()):
            picture: Image.Image = one.render(scale=150 / 72).to_pil()
            width, height = picture.size
            return picture.crop((int(width * 0.02), int(height * 0.055), int(width * 0.98), int(height * 0.5)))
    return None


if __name__ == "__main__":
    sys.exit(main())
