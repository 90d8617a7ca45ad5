"""Which documents are measured: the real ones where they are present, else the project's own samples."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def pdfs() -> list[Path]:
    """All PDF files to measure, by content (one of the real ones has another suffix)."""
    folder = SHARED / "corpus"
    folder = folder if folder.is_dir() else ROOT / "samples" / "pdf"
    return [p for p in sorted(folder.iterdir()) if p.is_file() and p.read_bytes()[:1024].find(b"%PDF-") >= 0]


def texts() -> list[Path]:
    """All text documents to measure."""
    folder = SHARED / "seeds"
    folder = folder if folder.is_dir() else ROOT / "samples"
    return sorted(folder.glob("*.txt"))
