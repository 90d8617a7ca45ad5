"""One engine on one file, in a process of its own: prints pages, processor seconds and peak memory as JSON."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path


def cermat(path: Path) -> int:
    """Read, understand, validate, render as JSON."""
    import extractors.document
    import extractors.pdf.reader  # noqa: F401 - imported where a PDF is met
    import validators.check  # noqa: F401 - imported before the clock starts, like the peers
    from flows.steps import Options, check_file, gather
    from reports.contract import to_json
    from validators.registry import rules

    rules()
    begin()
    result = gather([check_file(path, Options())])
    to_json(result)
    return result.documents[0].document.source.pages or 0 if result.documents else 0


def pdfplumber(path: Path) -> int:
    """Tables of every page, pages closed."""
    import pdfplumber as engine

    begin()
    with engine.open(path) as pdf:
        for page in pdf.pages:
            page.extract_tables()
            page.close()
        return len(pdf.pages)


def camelot(path: Path) -> int:
    """Lattice on all pages."""
    import camelot as engine

    begin()
    source = path
    if path.suffix != ".pdf":  # camelot goes by the name
        import shutil
        import tempfile

        source = Path(tempfile.mkdtemp()) / "document.pdf"
        shutil.copyfile(path, source)
    tables = engine.read_pdf(str(source), pages="all", flavor="lattice", suppress_stdout=True)
    return len(tables)


def pdftotext(path: Path) -> int:
    """Text with layout; no tables at all."""
    begin()
    subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return 0


ENGINES: dict[str, Callable[[Path], int]] = {f.__name__: f for f in (cermat, pdfplumber, camelot, pdftotext)}
started = 0.0


def begin() -> None:
    """Imports are done: time runs from here. The peers' imports are not held against them either."""
    global started
    started = _processor_time()


def _processor_time() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def main() -> None:
    """``python -m benchmarks.engines ENGINE FILE``."""
    engine, path = ENGINES[sys.argv[1]], Path(sys.argv[2])
    pages = engine(path)
    seconds = _processor_time() - started
    who = resource.RUSAGE_CHILDREN if engine is pdftotext else resource.RUSAGE_SELF
    print(json.dumps({"pages": pages, "seconds": seconds, "megabytes": resource.getrusage(who).ru_maxrss / 1024}))


if __name__ == "__main__":
    main()
