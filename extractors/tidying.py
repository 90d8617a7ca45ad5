"""The text of a cell without what printing and conversion added to it: markup, footnote marks, stray spaces."""

import html
import re

from extractors.numerals import read_numeral

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


def heal(text: str) -> str:
    """Numbers that a narrow column or the PDF broke with spaces, joined where only one reading is well formed."""
    return _SPLIT_RUN.sub(_heal, text) if " " in text else text


def _heal(match: re.Match[str]) -> str:
    run = match[0]
    if " " not in run:
        return run
    joined = _SPLIT_MARK.sub(lambda m: m[1] or m[2], run)
    if " " not in joined:
        whole = read_numeral(joined)
        return joined if whole is not None and whole.value is not None else run
    head, _, _ = joined.partition(" ")
    bare = joined.replace(" ", "")
    if ("." in head or "," in head) and not _WELL.fullmatch(head) and _WELL.fullmatch(bare):
        return bare
    return run
