"""Years that stand over groups of columns and were read into one of each ("Tahun 2023 Realisasi").

Where no line parts the two rows of a header, the year over three columns falls into the cell below it. The labels
without the year tell the groups: they are the same in each.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

_OVER = re.compile(r"^((?:tahun|thn?|ta)\.?\s+(?:19|20)\d\d)\s+(\S.*)$", re.IGNORECASE | re.DOTALL)
_YEAR = re.compile(r"(?:19|20)\d\d")

Path = tuple[str, ...]


def with_group_years(paths: Sequence[Path]) -> list[Path]:
    """The labels of all columns, such a year above all columns of its group; unchanged where groups are not alike."""
    out = list(paths)
    split = [_OVER.match(path[0]) if len(path) == 1 else None for path in paths]
    named = [c for c, match in enumerate(split) if match]
    if len(named) < 2 or len({_OVER.sub("", paths[c][0]) for c in named}) > 1:
        return out
    width = named[1] - named[0]
    leaves = [match.group(2) if match else (path[-1] if path else "") for path, match in zip(paths, split, strict=True)]
    if width < 2 or any(b - a != width for a, b in pairwise(named)):
        return out
    for start in range(max(0, named[0] - width + 1), named[0] + 1):
        end = start + width * len(named)
        groups = [leaves[a : a + width] for a in range(start, end, width)]
        if end <= len(paths) and all(g == groups[0] for g in groups) and _plain(groups[0]):
            for n, c in enumerate(named):
                match = split[c]
                for at in range(start + width * n, start + width * (n + 1)):
                    out[at] = (match.group(1), leaves[at]) if match else out[at]
            return out
    return out


def _plain(leaves: Sequence[str]) -> bool:
    """Labels that name no year of their own, each another one."""
    return len(set(leaves)) == len(leaves) and not any(_YEAR.search(leaf) or not leaf for leaf in leaves)
