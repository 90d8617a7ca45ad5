"""The text of a cell without what printing and conversion added to it: markup, footnote marks, stray spaces."""

import html
import re

from extractors.numerals import Kind, read_numeral

_GLYPHS = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | dict.fromkeys("\u00a0\u2007\u2009\u202f\t\r\n\f\v", " ")
    | dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad", None)
    # the Symbol and Wingdings fonts, as PDF text layers print them
    | {"\uf0b3": "≥", "\uf0a3": "≤", "\uf0b1": "±", "\uf02d": "-", "\uf03e": ">", "\uf03c": "<", "\uf025": "%"}
    | dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf06e\uf071\uf09f\uf0e0", "•")
)
_LATEX = {
    "\\geqslant": "≥", "\\leqslant": "≤", "\\geq": "≥", "\\leq": "≤", "\\ge": "≥", "\\le": "≤", "\\pm": "±",
    "\\%": "%", "\\sim": "±",
}  # fmt: skip
_SUP = re.compile(r"([A-Za-z]?)<sup>([^<]*)</sup>", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_STARS = re.compile(r"\s*\*+\)+")
_FOOTNOTE = re.compile(r"(?<=[\d%)\-])\s*(?:\*+\)*|(?<=[\s%])\d\)|[¹²³⁴⁵⁶⁷⁸⁹]+\)?)$")
_SPLIT_MARK = re.compile(r"(?<=\d)\s*([.,])\s+(?=\d)|(?<=\d)\s+([.,])\s*(?=\d)")
_SPLIT_GROUP = re.compile(r"(?<=\d)\s*([.,])\s+(?=\d{3}(?!\d))|(?<=\d)\s+([.,])\s*(?=\d{3}(?!\d))")
_GROUPED = re.compile(r"\d{1,3}\s*[.,]\s*\d{3}\s*[.,]")
_SPLIT_RUN = re.compile(r"\d[\d.,\s]*\d")
_WELL = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?")


def tidy(raw: str) -> str:
    """The text without markup, footnote marks and typographic variants of space and dash.

    Superscripts stay on a unit (km2) and go from a number, where they are footnotes.
    """
    text = raw
    if "<" in text:
        text = _SUP.sub(lambda m: f"{m[1]}{m[2]}" if m[1] else "", text)
        text = _TAG.sub(" ", text)
    if "&" in text:
        text = html.unescape(text)
    if "\\" in text:
        for name, sign in _LATEX.items():
            text = text.replace(name, sign)
    text = text.translate(_GLYPHS)
    if "*" in text or "_" in text or "$" in text:
        text = _STARS.sub("", text).replace("**", "").replace("__", "").replace("$", "")
    text = " ".join(text.split())
    if text and not text[-1].isalnum():
        text = _FOOTNOTE.sub("", text)
    return text.strip(" :;")


def heal(text: str, kind: Kind | None = None) -> str:
    """Numbers that a narrow column or the PDF broke with spaces, joined where only one reading is well formed.

    ``1, 2`` and ``464.8 50`` may be two numbers: the first is joined only in a column of percentages, the second only
    in a column of money.
    """
    return _SPLIT_RUN.sub(lambda match: _heal(match[0], kind), text) if " " in text else text


def _heal(run: str, kind: Kind | None) -> str:
    if " " not in run:
        return run
    marks = _SPLIT_MARK if kind == "percent" or _GROUPED.match(run) else _SPLIT_GROUP
    joined = marks.sub(lambda m: m[1] or m[2], run)
    if " " not in joined:
        whole = read_numeral(joined, kind)
        return joined if whole is not None and whole.value is not None else run
    head = joined.partition(" ")[0]
    bare = joined.replace(" ", "")
    sure = kind == "money" or _GROUPED.match(head)
    if sure and ("." in head or "," in head) and not _WELL.fullmatch(head) and _WELL.fullmatch(bare):
        return bare
    return run
