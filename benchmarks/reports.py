"""All report formats of one report beside pdfplumber's tables on the same file: the bar is twice its time."""

import shutil
import tempfile
import time
from pathlib import Path

import pdfplumber
import pypdfium2

from benchmarks.documents import pdfs
from flows.steps import Options, check_file
from reports.files import write_reports
from schemas.errors import InputError

FORMATS = ("xlsx", "docx", "pdf", "html", "csv")
WANTED_PAGES = 60


def reports() -> list[str]:
    """Lines of Markdown: seconds of processor time for each format, and the ratio of all to pdfplumber."""
    path = min(pdfs(), key=lambda p: (abs(_pages(p) - WANTED_PAGES), p))
    checked = check_file(path, Options())
    if isinstance(checked, InputError):
        return [f"{path.name}: {checked.message.en}", ""]
    folder = Path(tempfile.mkdtemp(prefix="cermat-bench-"))
    lines = ["| format | seconds | KB |", "|---|---|---|"]
    whole = 0.0
    try:
        for form in FORMATS:
            began = time.process_time()
            written = write_reports(checked, (form,), folder / form, "id")
            seconds = time.process_time() - began
            whole += seconds
            lines.append(f"| {form} | {seconds:.2f} | {sum(p.stat().st_size for p in written) / 1024:.0f} |")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    peer = _pdfplumber_seconds(path)
    roots = sum(f.cause is None for f in checked.findings)
    lines += [
        "",
        f"{path.name}, {_pages(path)} pages, {roots} findings: all formats {whole:.2f} s, pdfplumber extract_tables "
        f"{peer:.2f} s: {whole / peer:.2f} times its time.",
        "",
    ]
    return lines


def _pages(path: Path) -> int:
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return len(document)
    finally:
        document.close()


def _pdfplumber_seconds(path: Path) -> float:
    began = time.process_time()
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_tables()
            page.close()
    return time.process_time() - began
