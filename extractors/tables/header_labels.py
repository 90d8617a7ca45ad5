"""The labels of a header, column by column: groups above leaves, pieces of one label joined, numbers taken off."""

import re

from extractors.tables.cells import plain
from extractors.tables.matrix import Sheet
from extractors.tables.vocabulary import is_header_text, role_of

_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)\**")
_RATIO = re.compile(  # "(3/4)*100", "4 : 3 x 100%", "(5/4)": a quotient of two numbered columns at the end of a label
    r"(?:^|(?<=\s))((?:\(\s*)?(\d{1,2})\s*[/:÷]\s*(\d{1,2})\s*(?:\)\s*)?[x×*]\s*100\s*%?|\(\s*(\d{1,2})\s*[/:÷]\s*(\d{1,2})\s*\))\s*\)?$",
    re.IGNORECASE,
)
_IN_LABEL = re.compile(r"\s*\(\s*(\d{1,2})\s*(?:=\s*([^()]{3,30}(?:\([^()]*\))?[^()]*))?\)\s*$")


def label_paths(sheet: Sheet, start: int, depth: int) -> list[tuple[str, ...]]:
    """Group labels and leaf of each column, pieces of one label over several lines joined."""
    width = sheet.width
    spans: list[list[tuple[int, int, str]]] = [[] for _ in range(width)]
    for r in range(start, depth):
        cover = _row_cover(sheet, r, depth)
        for c in range(width):
            if cover[c] is not None and (not spans[c] or spans[c][-1] != cover[c]):
                spans[c].append(cover[c])  # type: ignore[arg-type]
    paths: list[tuple[str, ...]] = []
    leaves: list[tuple[int, int]] = []
    for c in range(width):
        path: list[tuple[int, int, str]] = []
        for left, right, text in spans[c]:
            if path and left <= path[-1][0] and path[-1][1] <= right and (left, right) != path[-1][:2]:
                continue  # a heading below the header: it covers more columns than the label above it
            if path and path[-1][:2] == (left, right):
                path[-1] = (left, right, f"{path[-1][2]} {text}")
            else:
                path.append((left, right, text))
        paths.append(tuple(text for _, _, text in path if text))
        leaves.append(path[-1][:2] if path else (c, c))
    _deal_out(paths, leaves)
    return paths


def _deal_out(paths: list[tuple[str, ...]], leaves: list[tuple[int, int]]) -> None:
    """A lowest label over k columns that holds k years, or k header words, is dealt out over them."""
    for left, right in {span for span in leaves if span[1] > span[0]}:
        columns = [c for c in range(left, right + 1) if leaves[c] == (left, right)]
        if len(columns) != right - left + 1 or not paths[left]:
            continue
        text = paths[left][-1]
        tails = re.findall(r"\(\d{1,2}\)", text)
        bare = re.sub(r"\s*\(\d{1,2}\)", "", text) if len(tails) == len(columns) else text
        years = _YEARS.findall(bare)
        words = bare.split()
        group = paths[left][:-1]
        if len(years) == len(columns):
            head = _YEARS.sub("", bare).strip(" -–*")
            deal = [(*group, head, y) if head else (*group, y) for y in years]
        elif len(words) == len(columns) and group and role_of(bare) is None and all(is_header_text(w) for w in words):
            deal = [(*group, w) for w in words]
        elif _heads_words(words, len(tails), len(columns)):  # "Realisasi Keuangan Fisik (10) (11)"
            last = len(words) - len(columns)
            deal = [(*group, " ".join(words[:last]), w) for w in words[last:]]
        else:
            continue
        for k, c in enumerate(columns):
            paths[c] = (*deal[k][:-1], f"{deal[k][-1]} {tails[k]}") if len(tails) == len(columns) else deal[k]


def _heads_words(words: list[str], tails: int, columns: int) -> bool:
    """True for a head and one word for each of the numbered columns below it, each a label with that head."""
    if tails != columns or len(words) <= columns or role_of(" ".join(words[:-columns])) is None:
        return False
    head = " ".join(words[:-columns])
    roles = [role_of(f"{head} {w}") for w in words[-columns:]]
    return None not in roles and len(set(roles)) == columns


def _row_cover(sheet: Sheet, row: int, depth: int) -> list[tuple[int, int, str] | None]:
    """For each column of a header row: the columns its cell covers, and the text."""
    width = sheet.width
    cover: list[tuple[int, int, str] | None] = [None] * width
    for c in range(width):
        cell = sheet.over[row][c]
        if cell is None or not cell.text.strip():
            continue
        reach = [k for k in range(width) if sheet.over[row][k] is cell]
        starts_here = any(sheet.own[row][k] is cell for k in reach)
        if starts_here or reach:
            cover[c] = (reach[0], reach[-1], plain(cell.text))
    if all(n is None or n[0] == n[1] for n in cover):  # no merged cells known: a group reaches over blanks
        c = 0
        while c < width:
            here = cover[c]
            if here is None or not _filled_below(sheet, row, depth, c):
                c += 1
                continue
            end = c
            while (
                end + 1 < width
                and cover[end + 1] is None
                and _filled_below(sheet, row, depth, end + 1)
                and not _filled_above(sheet, row, end + 1)
            ):
                end += 1
            for k in range(c, end + 1):
                cover[k] = (c, end, here[2])
            c = end + 1
    return cover


def _filled_below(sheet: Sheet, row: int, depth: int, column: int) -> bool:
    return any(sheet.text(r, column) for r in range(row + 1, depth))


def _filled_above(sheet: Sheet, row: int, column: int) -> bool:
    return any(sheet.text(r, column) for r in range(row))


def numbers_in_labels(paths: list[tuple[str, ...]], numbers: list[int | None], formulas: list[str | None]) -> None:
    """Take "(3)" or "(6 = 5/4)" off the end of labels when most of the labels end so."""
    matches = [_IN_LABEL.search(p[-1]) if p else None for p in paths]
    labelled = sum(1 for p in paths if p)
    if any(n is not None for n in numbers) or sum(1 for m in matches if m) * 10 < labelled * 6 or labelled < 3:
        return
    for c, match in enumerate(matches):
        if match is not None:
            numbers[c], formulas[c] = int(match.group(1)), match.group(2)
            bare = paths[c][-1][: match.start()].strip()
            paths[c] = (*paths[c][:-1], bare) if bare else paths[c][:-1]


def formulas_in_labels(paths: list[tuple[str, ...]], numbers: list[int | None], formulas: list[str | None]) -> None:
    """Read a quotient of numbered columns off the end of a label: "Realisasi terhadap Target (3/4)*100"."""
    for c, path in enumerate(paths):
        match = _RATIO.search(path[-1]) if path and formulas[c] is None and numbers[c] is not None else None
        if match is None:
            continue
        parts = {int(n) for n in match.groups()[1:] if n}
        if len(parts) == 2 and parts <= {n for n in numbers if n is not None} - {numbers[c]}:
            formulas[c] = match.group(1)
