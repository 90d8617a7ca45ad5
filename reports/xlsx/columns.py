"""Columns of a recompute sheet by name, and the formulas that compare printed with recomputed numbers."""

from collections.abc import Sequence
from decimal import Decimal

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from reports.xlsx.book import AMBER, GREEN, GREY, RED, Book, Column, Sheet

MOST_ARGUMENTS = 200  # of a function; Excel takes 255


class Columns:
    """The columns of a sheet in order, found by a short name."""

    def __init__(self, named: Sequence[tuple[str, Column]]) -> None:
        """``named`` in the order of the sheet."""
        self.all = tuple(column for _, column in named)
        self._index = {name: at for at, (name, _) in enumerate(named)}

    def __getitem__(self, name: str) -> int:
        return self._index[name]

    def __contains__(self, name: str) -> bool:
        return name in self._index

    def at(self, row: int, name: str) -> str:
        """The address of a cell."""
        return str(xl_rowcol_to_cell(row, self._index[name]))

    def letter(self, name: str) -> str:
        """The letters of a column."""
        return str(xl_col_to_name(self._index[name]))


def outcome_words(book: Book) -> tuple[str, str, str]:
    """What a comparison says: agrees, does not, cannot be computed."""
    return book.say("cocok", "agrees"), book.say("periksa", "check"), book.say("tidak dapat dihitung", "not computable")


def compared(difference: str, low: str, high: str, tolerance: str, words: tuple[str, str, str]) -> str:
    """The formula that says whether a difference is within the rounding of the print and the tolerance."""
    good, bad, none = words
    inside = f"AND({difference}>={low}-{tolerance},{difference}<={high}+{tolerance})"
    return f'IF(ISNUMBER({difference}),IF({inside},"{good}","{bad}"),"{none}")'


def subtracted(one: str, other: str) -> str:
    """The formula of a difference; empty text unless both are numbers."""
    return f'IF(COUNT({one},{other})=2,{one}-{other},"")'


def computed(expression: str, realisasi: str, target: str) -> str:
    """The formula of a reading; empty text when an input is no number or the formula is not defined."""
    body = expression.replace("{R}", realisasi).replace("{T}", target)
    return f'IF(COUNT({realisasi},{target})=2,IFERROR({body},""),"")'


def summed(rows: Sequence[int], letter: str) -> str:
    """The sum of cells of one column; empty text unless every one of them is a number."""
    runs = _runs(sorted(rows), letter)
    parts = [",".join(runs[at : at + MOST_ARGUMENTS]) for at in range(0, len(runs), MOST_ARGUMENTS)]
    count = "+".join(f"COUNT({part})" for part in parts)
    total = "+".join(f"SUM({part})" for part in parts)
    return f'IF({count}={len(rows)},{total},"")'


def _runs(rows: list[int], letter: str) -> list[str]:
    """Neighbouring rows as ranges."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return [f"{letter}{a + 1}" if a == b else f"{letter}{a + 1}:{letter}{b + 1}" for a, b in runs]


def coloured(sheet: Sheet, first: int, last: int, column: int, words: tuple[str, str, str]) -> None:
    """Colours for the outcome words of a column."""
    for word, colour in zip(words, (GREEN, RED, GREY), strict=True):
        form = sheet.book.file.add_format({"bg_color": colour})
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": form}
        sheet.raw.conditional_format(first, column, max(first, last), column, rule)


def tolerance(sheet: Sheet, row: int, column: int, label: str, value: Decimal) -> str:
    """The cell that a reviewer may change, with its label before it; returns its absolute address."""
    book = sheet.book
    sheet.raw.write_string(row, column, label, book.look(bold=True, align="right"))
    sheet.raw.write_number(
        row, column + 1, float(value), book.look(bg_color=AMBER, border=1, num_format=book.number_format(2))
    )
    return str(xl_rowcol_to_cell(row, column + 1, row_abs=True, col_abs=True))
