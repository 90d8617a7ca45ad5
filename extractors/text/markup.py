"""HTML: tables of a page or of a piece of Markdown, and the lines of text between them, each with its line."""

import re
from html.parser import HTMLParser

from extractors.text.rows import Block, Numbered, Raw, bold_header

_BLOCKS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header"}
    | {"footer", "blockquote", "pre", "hr", "tr", "dt", "dd", "body", "caption", "figure", "figcaption"}
)
_SILENT = frozenset(["script", "style", "head", "template", "noscript"])
_MAX_SPAN = 100


def read_markup(text: str, first_line: int = 1) -> list[Block | Numbered]:
    """The tables and lines of HTML text, in order. Never raises: broken HTML is read as far as it goes."""
    parser = _Parser(first_line)
    parser.feed(text)
    parser.close()
    parser.finish()
    return parser.pieces


class _Parser(HTMLParser):
    """Collects pieces. Tags inside a cell are kept as text: the cell's cleaning resolves them later."""

    def __init__(self, first_line: int) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[Block | Numbered] = []
        self._offset = first_line - 1
        self._words: list[str] = []
        self._begin: int | None = None
        self._silent: list[str] = []
        self._depth = 0
        self._table_line = 0
        self._rows: list[list[Raw]] = []
        self._heads: list[bool] = []
        self._cell: Raw | None = None
        self._cell_words: list[str] = []

    @property
    def _line(self) -> int:
        return self.getpos()[0] + self._offset

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag == "table":
            self._open_table()
        elif self._depth == 1 and tag in {"td", "th"}:
            self._close_cell()
            self._open_cell(tag, dict(attrs))
        elif self._depth == 1 and tag in {"tr", "thead", "tbody", "tfoot"}:
            self._close_cell()
            if tag == "tr":
                self._rows.append([])
                self._heads.append(True)
        elif self._cell is not None:
            self._cell_words.append(self.get_starttag_text() or "")
        elif tag in _BLOCKS:
            self._flush()
            if re.fullmatch("h[1-6]", tag):
                self._words.append("#" * int(tag[1]) + " ")
        else:
            self._words.append(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
        elif tag == "table":
            self._close_table()
        elif self._depth == 1 and tag in {"td", "th", "tr"}:
            self._close_cell()
        elif self._cell is not None:
            self._cell_words.append(f"</{tag}>")
        elif tag in _BLOCKS:
            self._flush()
        else:
            self._words.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._text(data)

    def handle_entityref(self, name: str) -> None:
        self._text(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._text(f"&#{name};")

    def finish(self) -> None:
        """Close what the source left open."""
        while self._depth:
            self._close_table()
        self._flush()

    def _text(self, data: str) -> None:
        if self._silent:
            return
        if self._cell is not None:
            self._cell_words.append(re.sub(r"\s*\n\s*", " ", data))
        elif self._depth and not data.strip():
            return
        else:
            for index, part in enumerate(data.split("\n")):
                if index:
                    self._words.append(" ")
                if part.strip() and self._begin is None:
                    self._begin = self._line + index
                self._words.append(part)

    def _flush(self) -> None:
        text = "".join(self._words).strip()
        if self._begin is not None and text.strip("# "):
            self.pieces.append((self._begin, text))
        self._words, self._begin = [], None

    def _open_table(self) -> None:
        self._depth += 1
        if self._depth == 1:
            self._flush()
            self._table_line, self._rows, self._heads = self._line, [], []

    def _close_table(self) -> None:
        if self._depth == 1:
            self._close_cell()
            rows = [row for row in self._rows if row]
            heads = [head for row, head in zip(self._rows, self._heads, strict=True) if row]
            count = next((index for index, head in enumerate(heads) if not head), len(heads))
            if any(raw.text.strip() for row in rows for raw in row):
                header = count if 0 < count < len(rows) else bold_header(rows)
                self._flush()
                self.pieces.append(Block(rows, self._table_line, self._line, header, "html"))
            self._flush()
        self._depth = max(0, self._depth - 1)

    def _open_cell(self, tag: str, attrs: dict[str, str | None]) -> None:
        if not self._rows:
            self._rows.append([])
            self._heads.append(True)
        self._heads[-1] = self._heads[-1] and tag == "th"
        self._cell = Raw("", self._line, _span(attrs.get("colspan")), _span(attrs.get("rowspan")))
        self._cell_words = []

    def _close_cell(self) -> None:
        if self._cell is not None:
            self._rows[-1].append(self._cell._replace(text="".join(self._cell_words).strip()))
            self._cell, self._cell_words = None, []


def _span(value: str | None) -> int:
    digits = (value or "").strip()
    return min(max(int(digits), 1), _MAX_SPAN) if digits.isascii() and digits.isdigit() and len(digits) < 5 else 1
