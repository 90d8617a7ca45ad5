"""``make bench``: measure, print, and rewrite ``docs/benchmark.md``; with names of parts, only their sections.

python -m benchmarks [accuracy] [planted] [speed] [reports] [bulk]
"""

import platform
import sys
from collections.abc import Callable

from benchmarks.accuracy import accuracy
from benchmarks.bulk import bulk
from benchmarks.documents import ROOT, SHARED
from benchmarks.planted import planted
from benchmarks.reports import reports
from benchmarks.speed import speed

PARTS: dict[str, tuple[str, Callable[[], list[str]]]] = {
    "accuracy": ("Accuracy", accuracy),
    "planted": ("Planted errors", planted),
    "speed": ("Speed and memory of reading", speed),
    "reports": ("Report formats", reports),
    "bulk": ("Bulk runs", bulk),
}
PAGE = ROOT / "docs" / "benchmark.md"
HEAD = """# Benchmark

Rewritten by `make bench`; do not edit by hand. Figures of a shared machine: quote ratios, not seconds.
"""


def main() -> None:
    """Run the parts named on the command line, all without names."""
    names = sys.argv[1:] or list(PARTS)
    if unknown := set(names) - set(PARTS):
        sys.exit(f"benchmarks: unknown part {', '.join(sorted(unknown))}; known are {', '.join(PARTS)}")
    origin = "real documents beside the project" if SHARED.is_dir() else "the project's own samples"
    sections = _written() | {PARTS[name][0]: "\n".join(PARTS[name][1]()).strip() for name in names}
    for name in names:
        print(f"## {PARTS[name][0]}\n\n{sections[PARTS[name][0]]}\n")
    head = f"{HEAD}\nPython {platform.python_version()}, {platform.system()}; measured on {origin}.\n"
    told = [f"## {title}\n\n{sections[title]}\n" for title, _ in PARTS.values() if title in sections]
    PAGE.write_text("\n".join([head, *told]), encoding="utf-8")


def _written() -> dict[str, str]:
    """The sections that the page has now."""
    parts = PAGE.read_text(encoding="utf-8").split("\n## ")[1:] if PAGE.is_file() else []
    return {title.strip(): text.strip() for title, _, text in (part.partition("\n") for part in parts)}


if __name__ == "__main__":
    main()
