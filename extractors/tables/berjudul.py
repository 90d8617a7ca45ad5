"""The items of a cell that lists outputs and outcomes one below the other, each kind under its heading.

    Output :
    Jumlah alat yang dibeli :
    Traktor (unit)                          12
    Pompa air untuk lahan                    8
    kering (unit)
    Outcome :
    • Meningkatnya luas tanam

Values stand beside outputs, or beside all items. A line that begins small, or in brackets, goes on with the one above.
"""

import re

from extractors.tables.cells import plain, reads_on

_HEADING = re.compile(
    r"^(?:(?:output|outcomes?)\s*$|(?P<kind>output|keluaran|outcomes?|hasil|manfaat|dampak|benefits?|impacts?)"
    r"(?:\s*/\s*\w+)?\s*(?:kegiatan|program)?\s*:\s*(?P<rest>.*)$)",
    re.IGNORECASE,
)
_OUTPUT = re.compile(r"^(?:output|keluaran)", re.IGNORECASE)
_OPEN = re.compile(r"(?:[,/&-]|\b(?:dan|atau|yang|di|ke|dari|dengan|untuk|pada|dalam|per))$", re.IGNORECASE)
_UNIT = re.compile(r"\(\s*(?:%|[^\W\d][\w\s/.²³]{0,14})\s*\)$")
_MARK = re.compile(r"^[-–•▪●➢]\s*(?=\w)")


def headed_items(name: str, count: int) -> list[str]:
    """The names of ``count`` items of a cell; empty when its headings (or units) do not tell so many.

    Without any heading every item must end with its unit in brackets, and there must be two at least.
    """
    outputs, others, headed = _parts(name)
    if headed:
        return next((x for x in (outputs, [*outputs, *others]) if len(x) == count), [])
    every = [*outputs, *others]
    return every if count >= 2 and len(every) == count and all(_UNIT.search(x) for x in every) else []


def _parts(name: str) -> tuple[list[str], list[str], bool]:
    """Items under headings of outputs, items under other headings, and whether there are headings at all."""
    outputs: list[str] = []
    others: list[str] = []
    into, headed, begun = outputs, False, False
    for line in (plain(x) for x in name.split("\n")):
        heading = _HEADING.match(line)
        if heading is not None:
            into, headed, begun = outputs if _OUTPUT.match(line) else others, True, False
            line = plain(heading["rest"] or "")
        if not line:
            continue
        if begun and into and not _MARK.match(line) and _goes_on(into[-1], line):
            into[-1] = f"{into[-1]} {line}"
        else:
            into.append(_MARK.sub("", line))
        begun = not into[-1].endswith(":")
        if not begun:  # a heading of the items that follow, not one of them
            into.pop()
    return outputs, others, headed


def _goes_on(above: str, line: str) -> bool:
    return reads_on(line) or line.startswith("(") or _OPEN.search(above) is not None
