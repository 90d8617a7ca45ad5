"""A workbook that treats every text of a document as text, and numbers as numbers with an Indonesian format."""

import math
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter
from xlsxwriter.exceptions import XlsxFileError
from xlsxwriter.utility import xl_rowcol_to_cell

from reports.plain import clean as unprintable_left_out
from reports.words import Lang
from schemas.number import Printed

INK, PAPER, BAND, LINE = "#1F2933", "#FFFFFF", "#E8EEF4", "#B8C4CE"
RED, AMBER, GREEN, GREY = "#F8D7DA", "#FFF3CD", "#DCEFE1", "#EEEEEE"

_LIMIT = 32_000  # characters of a cell; Excel takes 32,767
_CHARACTERS = 1.15  # of 9 points in one unit of width
_HIGHEST = 400  # points; Excel takes 409
_DIGITS = 15  # what a spreadsheet keeps of a number
_FORMULA_LIKE = ("=", "+", "-", "@", "\t", "\r", "\n")


class Column(NamedTuple):
    """One column of a table sheet: heading, width in characters, and whether it starts folded away."""

    title: str
    width: float
    folded: bool = False


class Book:
    """One workbook being written; closes itself as a context."""

    def __init__(self, path: Path, lang: Lang, title: str) -> None:
        """``path`` is overwritten. ``title`` goes into the properties."""
        self.lang = lang
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self.file = xlsxwriter.Workbook(
            str(path), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        )
        self.file.set_properties({"title": clean(title), "comments": "Cermat"})
        self.file.set_calc_mode("auto")
        self._sheets: list[Sheet] = []

    def __enter__(self) -> "Book":
        return self

    def __exit__(self, *_: object) -> None:
        for sheet in self._sheets:
            sheet.settle()
        try:
            self.file.close()
        except XlsxFileError as error:
            raise OSError(str(error)) from error

    def say(self, indonesian: str, english: str) -> str:
        """The text in the language of the workbook."""
        return indonesian if self.lang == "id" else english

    def look(self, **properties: Any) -> Any:
        """A cell format, made once for each set of properties."""
        base = {"font_name": "Arial", "font_size": 9, "valign": "top", "font_color": INK}
        key = tuple(sorted({**base, **properties}.items()))
        if key not in self._formats:
            self._formats[key] = self.file.add_format(dict(key))
        return self._formats[key]

    def cell(self, **properties: Any) -> Any:
        """The format of a cell of a table."""
        return self.look(**{"border": 1, "border_color": LINE, "text_wrap": True, **properties})

    def number_format(self, decimals: int) -> str:
        """Points for thousands and a comma before decimals, for lang id whatever the system is set to."""
        pattern = "#,##0" + ("." + "0" * min(decimals, 10) if decimals > 0 else "")
        return f"[$-421]{pattern}_ " if self.lang == "id" else f"{pattern}_ "

    def number(self, decimals: int = 2, **properties: Any) -> Any:
        """The format of a number in a table."""
        base = {"num_format": self.number_format(decimals), "align": "right", "text_wrap": False}
        return self.cell(**{**base, **properties})

    def sheet(self, name: str, *, landscape: bool = True) -> "Sheet":
        """A new sheet, set up for A4."""
        self._sheets.append(Sheet(self, name, landscape))
        return self._sheets[-1]


class Sheet:
    """One sheet of a book."""

    def __init__(self, book: Book, name: str, landscape: bool) -> None:
        """``name`` is one of ours, never a text of a document."""
        self.book, self.name = book, name
        self._widths: dict[int, float] = {}
        self._lines: dict[int, int] = {}
        self._options: dict[int, dict[str, Any]] = {}
        self.raw = book.file.add_worksheet(name)
        self.raw.set_paper(9)
        if landscape:
            self.raw.set_landscape()
        self.raw.fit_to_pages(1, 0)
        self.raw.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        self.raw.set_footer(f"&L&8Cermat · {name}&R&8&P / &N")
        self.raw.hide_gridlines(2)
        self.raw.outline_settings(symbols_below=False, symbols_right=False)

    def ref(self, row: int, column: int) -> str:
        """The address of a cell for formulas of other sheets."""
        return f"'{self.name}'!{xl_rowcol_to_cell(row, column)}"

    def head(self, title: str, subtitle: str = "") -> None:
        """The title in the first row and a line below it."""
        self.raw.write_string(0, 0, clean(title), self.book.look(bold=True, font_size=14))
        self.raw.write_string(1, 0, clean(subtitle), self.book.look(font_color="#52606D"))

    def width(self, column: int, characters: float) -> None:
        """The width of a column that is shown."""
        self.raw.set_column(column, column, characters)
        self._widths[column] = characters

    def fold(self, row: int, **options: Any) -> None:
        """Outline options of a row: ``level``, ``hidden``, ``collapsed``."""
        self._options[row] = options

    def need(self, row: int, lines: int) -> None:
        """A row must show that many lines of text."""
        self._lines[row] = max(self._lines.get(row, 1), lines)

    def settle(self) -> None:
        """Give every row the height that its texts need; not every program does that when it opens a file."""
        for row in self._lines.keys() | self._options.keys():
            height = max(13.5, 11.5 * self._lines.get(row, 1) + 3)
            self.raw.set_row(row, min(height, _HIGHEST), None, self._options.get(row, {}))

    def table(
        self, row: int, columns: Sequence[Column], rows: int, *, frozen: int = 0, printed: int | None = None
    ) -> None:
        """Headings at ``row`` for ``rows`` rows below: widths, filter, frozen panes, heading repeated in print.

        ``printed`` is how many columns go on paper, when not all that are shown.
        """
        heading = self.book.cell(bold=True, bg_color=BAND, align="center", valign="vcenter")
        for at, column in enumerate(columns):
            if column.folded:
                self.raw.set_column(at, at, column.width, None, {"level": 1, "hidden": True})
            else:
                self.width(at, column.width)
            self.raw.write_string(row, at, column.title, heading)
        self.need(row, 3)
        self.raw.freeze_panes(row + 1, frozen)
        self.raw.repeat_rows(row)
        if rows:
            self.raw.autofilter(row, 0, row + rows, len(columns) - 1)
        last = _last_shown(columns) if printed is None else printed - 1
        self.raw.print_area(0, 0, row + max(rows, 1), last)

    def text(self, row: int, column: int, text: str | None, *, span: int = 1, **look: Any) -> None:
        """A text of a document or of ours: never a formula, also after somebody edits the cell.

        ``span`` is over how many columns it goes.
        """
        shown = clean(text or "")
        if shown.startswith(_FORMULA_LIKE):
            look["quote_prefix"] = True
        width = sum(self._widths.get(at, 0) for at in range(column, column + span))
        if width:
            self.need(row, lines_of(shown, width))
        if span > 1:
            self.raw.merge_range(row, column, row, column + span - 1, "", self.book.cell(**look))
        self.raw.write_string(row, column, shown, self.book.cell(**look))

    def number(self, row: int, column: int, value: Decimal | int | None, decimals: int = 0, **look: Any) -> None:
        """A number, or an empty cell. More digits than a spreadsheet keeps are written as text."""
        if value is None:
            self.raw.write_blank(row, column, None, self.book.cell(**look))
        elif fits(Decimal(value)):
            self.raw.write_number(row, column, value, self.book.number(decimals, **look))
        else:
            self.text(row, column, f"{value:f}", align="right", **look)

    def printed(self, row: int, column: int, cell: Printed | None, value: Decimal | None = None) -> None:
        """A printed number: its value as a number, or its text, marked, when it holds no single readable number."""
        if cell is None:
            self.number(row, column, None)
        elif cell.legible and (chosen := cell.value if value is None else value) is not None:
            self.number(row, column, chosen, max(cell.decimals, 0))
        elif cell.missing:
            self.text(row, column, cell.raw, align="right")
        else:
            self.text(row, column, cell.raw, align="right", bg_color=AMBER)

    def formula(self, row: int, column: int, formula: str, value: Decimal | str | None, look: Any) -> None:
        """A formula of ours with the value that we computed, for viewers that do not recalculate."""
        shown: float | str = "" if value is None else value if isinstance(value, str) else float(value)
        self.raw.write_formula(row, column, f"={formula}", look, shown)

    def link(self, row: int, column: int, target: str, text: str, **look: Any) -> None:
        """A link to a cell of this workbook."""
        style = self.book.cell(font_color="#0B5CAD", underline=1, **look)
        if column in self._widths:
            self.need(row, lines_of(text, self._widths[column]))
        self.raw.write_url(row, column, f"internal:{target}", style, clean(text))


def _last_shown(columns: Sequence[Column]) -> int:
    return max(at for at, column in enumerate(columns) if not column.folded)


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column that is ``width`` characters wide; capitals are wider."""
    size = sum(1.25 if c.isupper() else 1.0 for c in text) / max(len(text), 1)
    room = max(width * _CHARACTERS - 1, 1)
    return sum(max(1, math.ceil(len(part) * size / room)) for part in text.split("\n"))


def fits(value: Decimal) -> bool:
    """Whether a spreadsheet keeps every digit of the number."""
    return len(value.normalize().as_tuple().digits) <= _DIGITS


def clean(text: str) -> str:
    """Without characters that a workbook cannot hold, and no longer than a cell may be."""
    plain = unprintable_left_out(text)
    return plain if len(plain) <= _LIMIT else plain[: _LIMIT - 1] + "…"
