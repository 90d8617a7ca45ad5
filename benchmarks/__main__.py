"""``make bench``: measure, print, and rewrite ``docs/benchmark.md``."""

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
    """Run the parts named on the command line, all without names; only a whole run rewrites the page."""
    names = sys.argv[1:] or list(PARTS)
    origin = "real documents beside the project" if SHARED.is_dir() else "the project's own samples"
    lines = [HEAD, f"Python {platform.python_version()}, {platform.system()}; measured on {origin}.", ""]
    for name in names:
        title, part = PARTS[name]
        lines += [f"## {title}", "", *part()]
    text = "\n".join(lines).rstrip() + "\n"
    print(text)
    if names == list(PARTS):
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
