"""One entry for all formats: the bytes of a file decide how it is read, never its name."""

from pathlib import Path

from extractors.pdf.reader import read_pdf
from extractors.text.reader import read_text
from schemas.reading import Reading


def read(path: Path) -> Reading:
    """Read one file into lines and grids.

    Raises CermatError with a typed entry when the file cannot be read.
    """
    data = path.read_bytes()
    if b"%PDF-" in data[:1024]:
        return read_pdf(path, data)
    return read_text(path, data)
