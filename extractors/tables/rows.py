"""From physical rows to logical ones: wrapped pieces rejoined, cells realigned, span rows and lent names."""

import re
from dataclasses import dataclass, field

from extractors.tables.cells import VALUES, Shape, is_code, is_ordinal, plain, reads_on, shape
from extractors.tables.cut_cells import cut_text, is_cut, ratio_text
from extractors.tables.matrix import Sheet
from schemas.reading import FULL, Cell

LEVEL = re.compile(
    r"^\W*(?:\d+[.)]?\s*)?(?:program|kegiatan|sub\s*kegiatan|input|output|outcom\w*|hasil|keluaran|masukan|manfaat|dampak|"
    r"sasaran|tujuan|misi|indikator|jumlah|total|rata)\b",
    re.IGNORECASE,
)
MEASURE_WORDS = re.compile(
    r"^\W*(?:jumlah|persen|prosen|presen|inde[kx]s?|nilai|rasio|tingkat|cakupan|angka|rata)", re.IGNORECASE
)
_EVEN = 1e-6
_SPAN = re.compile(
    r"^\W*(?:misi|tujuan|sasaran|perspektif|prioritas|urusan|sebelum\s+perubahan|sesudah\s+perubahan)\b.{3,}",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?:[:,/&(-]|\b(?:dan|atau|yang|di|ke|dari|dalam|pada|untuk|dengan|oleh|serta|bagi|atas|terhadap|the|of))$", re.I
)


@dataclass(slots=True)
class Draft:
    """A row in the making: cells by column, and the merged cells that reach into it."""

    cells: list[Cell | None]
    over: list[Cell | None]
    first: bool = False  # the first row after a break (page, blank line)
    span: str | None = None
    short: bool = False  # printed with fewer or more cells than its table has columns
    lent: list[str | None] = field(default_factory=list)
    given: set[int] = field(default_factory=set)  # columns whose text went back to the row above

    def text(self, column: int) -> str:
        """The text of one cell on one line."""
        cell = self.cells[column] if column < len(self.cells) else None
        return plain(cell.text) if cell is not None else ""

    @property
    def filled(self) -> list[int]:
        """The columns that print something."""
        return [c for c in range(len(self.cells)) if self.text(c)]


def drafts(sheet: Sheet, start: int) -> list[Draft]:
    """The rows of a sheet below its header."""
    out = []
    for r in range(start, len(sheet.own)):
        draft = Draft(list(sheet.own[r]), list(sheet.over[r]), first=r == start, short=sheet.lengths[r] != sheet.width)
        filled = draft.filled
        if not filled:
            continue
        cell = draft.cells[filled[0]]
        if cell is not None and len(filled) == 1 and sheet.width > 2:
            level = filled[0] == 0 and _SPAN.match(draft.text(0)) is not None
            wide = level or (cell.colspan > 1 and sum(1 for o in draft.over if o is cell) >= max(2, sheet.width - 1))
            lone = filled[0] == 0 and not is_ordinal(draft.text(0)) and shape(draft.text(0)) is Shape.TEXT
            if wide or (lone and sheet.engine.startswith("text") and len(draft.text(0)) <= 200):
                draft.span = draft.text(filled[0])
        out.append(draft)
    return out


def align(draft: Draft, width: int, kinds: list[str]) -> list[int]:
    """Give a row that lost or gained a blank cell its columns back, by what each cell looks like.

    ``kinds`` holds one letter per column, see ``column_kinds``. Only blank cells are dropped; a row with more printed
    cells than columns stays as it is. Returned are the columns whose cell could as well stand in another one.
    """
    cells = draft.cells
    kinds = [
        "v" if k == "?" and kinds[max(0, c - 1)] == kinds[min(width - 1, c + 1)] == "v" else k
        for c, k in enumerate(kinds)
    ]
    early, late = (_placed(cells, width, kinds, moves) for moves in (_EARLY, _LATE))
    if early is None or late is None:
        return []
    draft.cells = [None if at is None else cells[at] for at in early]
    draft.over = list(draft.cells)
    return [c for c, at in enumerate(early) if at is not None and late[c] != at and draft.text(c) and kinds[c] in "mv"]


_EARLY, _LATE = ("skip", "drop", "take"), ("take", "drop", "skip")
"""Which of equally good steps is taken last, seen from the end of the row: blanks as far left, or right, as may be."""


def _placed(cells: list[Cell | None], width: int, kinds: list[str], moves: tuple[str, ...]) -> list[int | None] | None:
    """Which cell stands in each column; None when the cells cannot be placed. ``moves`` settles ties."""
    texts = [plain(c.text) if c is not None else "" for c in cells]
    n = len(cells)
    none = float("-inf")
    best = [[none] * (width + 1) for _ in range(n + 1)]
    move = [[""] * (width + 1) for _ in range(n + 1)]
    best[0][0] = 0.0
    for i in range(n + 1):
        for j in range(width + 1):
            for step in moves:
                if step == "skip":
                    got = best[i][j - 1] - 0.05 if j else none
                elif step == "drop":
                    got = best[i - 1][j] - 0.1 if i and not texts[i - 1] else none
                else:
                    got = best[i - 1][j - 1] + _fits(texts[i - 1], kinds[j - 1]) if i and j else none
                if got > best[i][j] + _EVEN:
                    best[i][j], move[i][j] = got, step
    if best[n][width] == none:
        return None
    out: list[int | None] = [None] * width
    i, j = n, width
    while i or j:
        step = move[i][j]
        if step == "take":
            out[j - 1] = i - 1
            i, j = i - 1, j - 1
        elif step == "skip":
            j -= 1
        else:
            i -= 1
    return out


def _fits(text: str, kind: str) -> float:
    if not text:
        return 0.0
    look = shape(text)
    if kind == "m":
        return 2.0 if look is Shape.MONEY else 0.3 if look in VALUES or look is Shape.DASH else -2.0
    if kind == "v":
        return 1.5 if look in VALUES or look is Shape.DASH else -1.5
    if kind == "o":
        return 1.5 if is_ordinal(text) else -1.5
    if kind in "ti":
        if look is not Shape.TEXT:
            return -1.0
        measure = MEASURE_WORDS.match(text) is not None
        return (1.3 if measure else 0.6) if kind == "i" else (0.7 if measure else 1.0)
    return 0.2


def continues(previous: Draft, draft: Draft, kinds: list[str], names: list[int], tails: list[int]) -> bool:
    """True when a row is the rest of the row above it.

    ``kinds`` holds a letter per column (m money, v values, o ordinals, t text, ? unknown), ``names`` the name columns,
    ``tails`` the describing ones (formulation, source, remarks). A rest prints no number of its own row and no value
    in a column where the row above has one.
    """
    if draft.span is not None or previous.span is not None:
        return False
    filled = draft.filled
    if draft.first and _is_cut(previous, draft, kinds):
        return True
    if any(kinds[c] == "o" and _numbers(draft.text(c)) for c in filled):
        return False
    values = [c for c in filled if kinds[c] in "mv" and shape(draft.text(c)) in VALUES]
    texts = [c for c in filled if c not in values and kinds[c] != "o"]
    if not texts:
        return False
    if values:
        return draft.first and _late_values(previous, draft, kinds, names, texts)
    if all(c in tails for c in texts) and any(previous.text(c) for c in names):
        return True
    named = [c for c in texts if c in names] or texts
    if any(LEVEL.match(draft.text(c)) for c in named):
        return False
    if len(texts) == 1 and _OPEN.search(previous.text(texts[0])):
        return True
    if not draft.first:
        return False
    last = named[-1]
    if any(k in "mv" for k in kinds):
        return bool(previous.text(last)) or reads_on(draft.text(last))
    return _reads_on(previous, draft, named)


def _is_cut(previous: Draft, draft: Draft, kinds: list[str]) -> bool:
    upper = {c: cell.text for c in previous.filled if (cell := previous.cells[c]) is not None}
    return is_cut(upper, {c: draft.text(c) for c in draft.filled}, kinds)


def _numbers(text: str) -> bool:
    """True for what begins a row in the column of numbers: a number, a code, or a level ("MISI III :")."""
    return is_ordinal(text) or is_code(text) or LEVEL.match(text) is not None


def _late_values(previous: Draft, draft: Draft, kinds: list[str], names: list[int], texts: list[int]) -> bool:
    """A row cut by a page break whose values stand in the lower part: the upper part printed none."""
    if any(kinds[c] in "mv" and shape(previous.text(c)) in VALUES for c in previous.filled):
        return False
    named = [c for c in texts if c in names]
    return bool(named) and _reads_on(previous, draft, named)


def _reads_on(previous: Draft, draft: Draft, named: list[int]) -> bool:
    """True when a name goes on: it starts small, the part above ends open, or a higher name goes on beside it."""
    for c in named:
        before = previous.text(c)
        if before and (reads_on(draft.text(c)) or _OPEN.search(before)):
            return True
    return False


def rejoin(previous: Draft, draft: Draft) -> None:
    """Append the cells of a cut row's rest to its first part; places stay those of the first part."""
    for c, cell in enumerate(draft.cells):
        if cell is None or not cell.text.strip():
            continue
        own = previous.cells[c]
        if own is None or not own.text.strip():
            previous.cells[c] = cell
        elif (whole := cut_text(own.text, cell.text) or ratio_text(own.text, cell.text)) is not None:
            previous.cells[c] = own.model_copy(update={"text": whole})
        else:
            joint = f"{FULL}\n" if own.text.endswith(FULL) else " "  # the page break may stand inside a word
            previous.cells[c] = own.model_copy(update={"text": f"{own.text.rstrip()}{joint}{cell.text.lstrip()}"})
