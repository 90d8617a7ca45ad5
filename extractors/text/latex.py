r"""LaTeX formulas as readable text: ``\frac{a}{b} \times 100\%`` becomes ``(a) / (b) × 100%``."""

import re

_SYMBOLS = {
    "times": "×", "cdot": "·", "div": "÷", "pm": "±", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥",
    "neq": "≠", "ne": "≠", "approx": "≈", "sum": "Σ", "Sigma": "Σ", "sqrt": "√", "infty": "∞", "ldots": "…",
    "dots": "…", "cdots": "…", "rightarrow": "→", "to": "→", "bullet": "•", "circ": "°", "degree": "°",
    "quad": " ", "qquad": " ", "newline": "\n", "lt": "<", "gt": ">", "square": "□", "checkmark": "✓",
}  # fmt: skip
_FRACTIONS = frozenset({"frac", "dfrac", "tfrac", "cfrac"})
_RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_TOKEN = re.compile(r"\\([A-Za-z]+)\*?|\\(.)|([{}^_~])|([^\\{}^_~]+)|(\\)", re.S)
_MATH = re.compile(
    r"\$\$(?P<display>.{1,4000}?)\$\$|\$(?P<inline>[^$\n]{1,4000}?)\$"
    r"|\\\((?P<round>(?:(?!\\\().){1,4000}?)\\\)|\\\[(?P<square>(?:(?!\\\[).){1,4000}?)\\\]",
    re.S,
)
_COMMAND = re.compile(
    r"\\(?:[d-t]?frac|text\w*|times|mathrm|mathbf|left|right|sum|begin|cdot|le|ge|leq|geq|%)(?![a-z])"
)
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\s*\{[^{}]*\}(?:\{[^{}]*\})?")
_DEPTH = 50

_Token = tuple[str, str]


def plain_formulas(text: str) -> str:
    """``text`` with every formula in it turned into words; a dollar sign that encloses no formula stays."""
    if "\\" not in text and "$" not in text:
        return text

    def formula(match: re.Match[str]) -> str:
        body = next(group for group in match.groups() if group is not None)
        if match["inline"] is not None and not re.search(r"\\[A-Za-z%&]|[\^_]", body):
            return match[0]
        return plain_formula(body)

    text = _MATH.sub(formula, text)
    if _COMMAND.search(text):
        text = plain_formula(text.replace("$", "") if "\\frac" in text else text)
    return text


def plain_formula(body: str) -> str:
    """The words of one formula, without its dollar signs."""
    if "\\begin" in body:  # in an array or alignment a bare ampersand only parts columns
        body = re.sub(r"(?<!\\)&(?!amp;)", " ", _ENVIRONMENT.sub(" ", body))
    tokens = [_token(match) for match in _TOKEN.finditer(body)]
    words, _ = _words(tokens, 0, 0)
    words = re.sub(r"[ \t]+", " ", words)
    words = re.sub(r"\( +", "(", re.sub(r" +\)", ")", words))
    return re.sub(r"\) ?/ ?\(", ") / (", words).strip()


def _token(match: re.Match[str]) -> _Token:
    command, escaped, mark, text, _ = match.groups()
    if command is not None:
        return ("command", command)
    if escaped is not None:
        return ("text", {",": " ", ";": " ", ":": " ", "!": "", "\\": "\n", " ": " "}.get(escaped, escaped))
    if mark is not None:
        return ("text", " ") if mark == "~" else ("mark", mark)
    return ("text", text or "")


def _words(tokens: list[_Token], at: int, depth: int) -> tuple[str, int]:
    """The words from ``at`` to the brace that closes this group, and the position behind it."""
    out: list[str] = []
    while at < len(tokens):
        kind, value = tokens[at]
        if (kind, value) == ("mark", "}"):
            if depth:
                return "".join(out), at + 1
            at += 1
        elif (kind, value) == ("mark", "{"):
            inner, at = _words(tokens, at + 1, depth + 1) if depth < _DEPTH else ("", at + 1)
            out.append(inner)
        elif kind == "mark":
            inner, at = _argument(tokens, at + 1, depth)
            out.append(inner.translate(_RAISED if value == "^" else _LOWERED))
        elif kind == "command" and value in _FRACTIONS:
            above, at = _argument(tokens, at + 1, depth)
            below, at = _argument(tokens, at, depth)
            out.append(f" ({above.strip()}) / ({below.strip()}) ")
        elif kind == "command":
            out.append(_SYMBOLS.get(value, ""))
            at += 1
        else:
            out.append(value)
            at += 1
    return "".join(out), at


def _argument(tokens: list[_Token], at: int, depth: int) -> tuple[str, int]:
    """One argument of a command: a group in braces, a symbol, or the next character."""
    while at < len(tokens) and tokens[at][0] == "text" and not tokens[at][1].strip():
        at += 1
    if at >= len(tokens):
        return "", at
    kind, value = tokens[at]
    if (kind, value) == ("mark", "{") and depth < _DEPTH:
        return _words(tokens, at + 1, depth + 1)
    if kind == "command" and value in _SYMBOLS:
        return _SYMBOLS[value], at + 1
    if kind == "text":
        stripped = value.lstrip()
        tokens[at] = ("text", stripped[1:])
        return stripped[0], at
    return "", at if (kind, value) == ("mark", "}") else at + 1
