r"""LaTeX tables: ``\begin{tabular}{lll} a & b \\ … \end{tabular}`` and its relatives (longtable, tabularx, tblr …)."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extractors.text.rows import Block, Numbered, Raw, bold_header

_NAMES = r"(?:tabular[xy*]?|longtable\*?|xltabular|supertabular\*?|longtabu|tabu|tblr|longtblr|ltablex|tabulary)"
BEGIN = re.compile(rf"\\begin\s*\{{{_NAMES}\}}", re.I)
END = re.compile(rf"\\end\s*\{{{_NAMES}\}}", re.I)
_OUTER = re.compile(
    r"^\s*(?:\\(?:begin|end)\s*\{(?:table|table\*|center|landscape|sidewaystable|adjustbox)\}(?:\[[^\]]*\]|\{[^{}]*\})*"
    r"|\\(?:centering|small|footnotesize|scriptsize|tiny|normalsize|raggedright)|\\label\{[^{}]*\}"
    r"|\\(?:setlength|renewcommand)\b.*)\s*$"
)
_CAPTION = re.compile(r"\\caption(?:\[[^\]]*\])?\s*(?=\{)")
_RULES = re.compile(
    r"^\s*(?:\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|endlastfoot|noalign|addlinespace"
    r"|specialrule|cline|cmidrule|rowcolor|hhline|Xhline|pagebreak|nopagebreak|newpage|tabularnewline)(?![A-Za-z])"
    r"(?:\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\})*\s*)"
)
_HEAD_END = re.compile(r"\\(?:endhead|endfirsthead|midrule)(?![A-Za-z])")
_REPEATED = re.compile(r"\\(endfirsthead|endhead|endfoot|endlastfoot)(?![A-Za-z])")
_MULTIROW = re.compile(r"\\multirow(?:cell)?\s*(?:\[[^\]]*\]\s*)?\{\s*(\d+)\s*\}\s*(?:\[[^\]]*\]\s*)?(?:\{[^{}]*\}|\*)")
_MULTICOLUMN = re.compile(r"^\s*\\multicolumn\s*\{\s*(\d+)\s*\}\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_FONT = re.compile(
    r"\\(?:textnormal|textrm|textit|textsf|emph|makecell|thead|shortstack|parbox|rotatebox|cellcolor|mbox|text|footnotesize"
    r"|small|centering|raggedright|raggedleft|arraybackslash|bfseries|scriptsize|tiny|large|Large|itshape|color|textcolor)"
    r"(?![A-Za-z])(?:\[[^\[\]]*\])*"
)
_BOLD = re.compile(r"^\s*\{?\\(?:textbf|bfseries|thead)\b")
_COLOUR = re.compile(
    r"\\(?:cellcolor|rowcolor|color|columncolor)(?:\[[^\]]*\])?\{[^{}]*\}|\\(?:parbox|rotatebox|textcolor)(?:\[[^\]]*\])*\{[^{}]*\}"
)
_BREAK = re.compile(r"\\\\(?:\*|\[[^\]]*\])?|\\newline(?![A-Za-z])|\\tabularnewline(?![A-Za-z])")
_COMMAND = re.compile(r"\\[A-Za-z]")
_BRACES = re.compile(r"(?<!\\)[{}]")
_LONGEST = 60_000  # letters of one table whose end is looked for


def tabular_run(lines: Sequence[str], at: int, ends: Sequence[int]) -> int:
    """How many lines the table that begins in line ``at`` (0-based) has; ``ends`` are the lines that hold an end."""
    following = bisect_left(ends, at)
    return ends[following] - at + 1 if following < len(ends) else 0


def read_tabular(lines: Sequence[Numbered]) -> list[Block | Numbered]:
    r"""The table of the lines from its ``\begin`` to its ``\end``, and the text beside it, its caption first."""
    number = lines[0][0]
    text = "\n".join(line for _, line in lines)
    begin, end = BEGIN.search(text), END.search(text)
    if begin is None or end is None or end.start() < begin.end():
        return list(lines)
    before = [(number, line) for line in (without_frame(text[: begin.start()]),) if line]
    body = text[begin.end() : end.start()]
    captions, body = _captions(_specified(body))
    rest = text[end.end() :].strip()
    after = [(lines[-1][0], without_frame(rest))] if without_frame(rest) else []
    first = number + text[: begin.end()].count("\n")
    blocks = _block(body, first + text[begin.end() : end.start()].count("\n") - body.count("\n"), number, lines[-1][0])
    title: list[Block | Numbered] = [(number, caption) for caption in captions]
    return [*before, *title, *blocks, *after]


def without_frame(line: str) -> str:
    r"""A line beside a table: "" for ``\begin{table}``, ``\centering`` and the like, the words of a ``\caption``."""
    if _OUTER.match(line):
        return ""
    found = _CAPTION.search(line)
    if found:
        inner, _ = _braced(line, found.end())
        return inner.strip()
    return line.strip()


def _specified(body: str) -> str:
    """The body without the arguments of its environment, line breaks kept."""
    at = 0
    while at < len(body) and (
        body[at] in "{[" or (body[at].isspace() and body[at : at + 40].lstrip()[:1] in ("{", "["))
    ):
        if body[at] == "{":
            _, at = _braced(body, at)
        elif body[at] == "[":
            close = body.find("]", at)
            if close < 0:
                break
            at = close + 1
        else:
            at += 1
    return "\n" * body[:at].count("\n") + body[at:]


def _captions(body: str) -> tuple[list[str], str]:
    """Captions that stand inside a long table, and the body without them."""
    found = _CAPTION.search(body)
    if found is None:
        return [], body
    inner, end = _braced(body, found.end())
    rest = re.sub(r"^\s*(?:\\label\{[^{}]*\})?\s*\\\\", "", body[end:], count=1)
    gone = body[found.start() : len(body) - len(rest)]
    return [" ".join(inner.split())], body[: found.start()] + "\n" * gone.count("\n") + rest


def _block(body: str, first: int, begin: int, last: int) -> list[Block | Numbered]:
    """The table and, below it, what is set at the foot of each of its pages."""
    rows: list[list[Raw]] = []
    feet: list[list[Raw]] = []
    sections: list[int] = []  # rows before each mark of a part that a long table repeats on its pages
    header: int | None = None
    inked = False
    for offset, piece in _pieces(body):
        lead, content = _leading(piece)
        for mark in _REPEATED.finditer(lead):
            if mark[1] == "endhead" and sections and _texts(rows[sections[-1] :]) == _texts(rows[: sections[-1]]):
                rows = rows[: sections[-1]]
            elif mark[1] in ("endfoot", "endlastfoot") and sections:
                feet += rows[sections[-1] :]
                rows = rows[: sections[-1]]
            sections.append(len(rows))
        if rows and header is None and _HEAD_END.search(lead):
            header = len(rows)
        if content.strip():
            row = content.lstrip()
            line = first + body[:offset].count("\n") + piece[: len(piece) - len(row)].count("\n")
            rows.append(_cells(row, line))
            inked = inked or any(raw.text for raw in rows[-1])
    if not inked:
        return []
    below = [(raw.line, raw.text) for row in feet for raw in row if raw.text]
    rows = _merged(rows)
    known = header if header is not None and 0 < header < len(rows) else bold_header(rows)
    return [Block(rows, begin, last, known, "latex"), *below]


def _texts(rows: list[list[Raw]]) -> list[list[str]]:
    return [[raw.text for raw in row] for row in rows]


def _pieces(body: str) -> Iterator[tuple[int, str]]:
    """The rows with their offsets: a break counts outside of braces only. A comment is no part of a row."""
    body = re.sub(r"(?<!\\)%[^\n]*", lambda m: " " * len(m[0]), body)
    start = depth = at = 0
    while at < len(body):
        if body[at] == "\\":
            found = _BREAK.match(body, at) if depth == 0 and not body.startswith("\\newline", at) else None
            if found:
                yield start, body[start:at]
                start = at = found.end()
                continue
            at += 2
            continue
        depth = max(0, depth + (body[at] == "{") - (body[at] == "}"))
        at += 1
    yield start, body[start:]


def _leading(piece: str) -> tuple[str, str]:
    """The rules at the head of a row, and the row."""
    at = 0
    while found := _RULES.match(piece[at:]):
        at += found.end()
    return piece[:at], piece[at:]


def _cells(content: str, line: int) -> list[Raw]:
    cells: list[Raw] = []
    start = depth = at = 0
    while at <= len(content):
        if at == len(content) or (content[at] == "&" and depth == 0):
            cells.append(_cell(content[start:at], line + content[:start].count("\n")))
            start = at + 1
        elif content[at] == "\\":
            at += 1
        else:
            depth = max(0, depth + (content[at] == "{") - (content[at] == "}"))
        at += 1
    return cells


def _cell(text: str, line: int) -> Raw:
    """One cell: its spans, and its words without what only sets them."""
    colspan = rowspan = 1
    found = _MULTICOLUMN.match(text)
    if found:
        colspan = min(max(int(found[1]), 1), 100)
        text = _braced(text, found.end())[0]
    rows = _MULTIROW.search(text)
    if rows:
        rowspan = min(max(int(rows[1]), 1), 1000)
        text = text[: rows.start()] + _braced(text, rows.end())[0]
    bold = bool(_BOLD.match(text))
    text = _FONT.sub(" ", _COLOUR.sub(" ", text))
    text = _BREAK.sub("<br>", re.sub(r"\\text(?:bf|tt|sc|up|md)\b", " ", text))
    if not _COMMAND.search(text):
        text = _BRACES.sub("", text)
    text = " ".join(text.replace("~", " ").split())
    return Raw(f"**{text}**" if bold and text and "<br>" not in text else text, line, colspan, rowspan)


def _braced(text: str, at: int) -> tuple[str, int]:
    """The words between the brace at or after ``at`` and its partner, and the place behind it."""
    open_ = text.find("{", at)
    if open_ < 0 or text[at:open_].strip():
        return text[at:], len(text)
    depth = 0
    for place in range(open_, min(len(text), open_ + _LONGEST)):
        depth += (text[place] == "{") - (text[place] == "}")
        if depth == 0:
            return text[open_ + 1 : place], place + 1
    return text[open_ + 1 :], len(text)


def _merged(rows: list[list[Raw]]) -> list[list[Raw]]:
    """A cell over several rows leaves empty cells below it, which a grid must not have; a filled one ends it."""
    out: list[list[Raw]] = []
    over: dict[int, tuple[int, int]] = {}  # column: the row and the place in it of the cell that reaches down
    for index, row in enumerate(rows):
        kept: list[Raw] = []
        column = 0
        for raw in row:
            above = over.get(column)
            if above is not None and index < above[0] + out[above[0]][above[1]].rowspan:
                if not raw.text:
                    column += raw.colspan
                    continue
                spanning = out[above[0]][above[1]]
                out[above[0]][above[1]] = spanning._replace(rowspan=index - above[0])
            if raw.rowspan > 1:
                over[column] = (index, len(kept))
            kept.append(raw)
            column += raw.colspan
        out.append(kept)
    return out
