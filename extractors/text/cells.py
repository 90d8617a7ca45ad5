"""What a reader of the printed page would see of a piece of marked-up text: tags, emphasis, formulas resolved."""

import html
import re

from extractors.text.latex import plain_formulas

_TAGS = (
    "p|br|b|i|u|s|em|strong|sup|sub|ul|ol|li|dl|dt|dd|div|span|font|small|big|center|a|img|figure|figcaption|hr|h[1-6]"
    "|del|ins|mark|code|pre|blockquote|input|table|tbody|thead|tfoot|tr|td|th|caption|col|colgroup|html|body|label"
)
_TAG = re.compile(rf"<(?P<close>/?)(?P<name>{_TAGS})(?:\s[^<>]*)?/?>", re.I)
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_RAISE = re.compile(r"<(?P<tag>sup|sub)>(?P<text>[0-9+\-n ]{1,4})</(?P=tag)>", re.I)
_RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_BREAKING = frozenset(
    {"p", "br", "ul", "ol", "li", "dl", "dt", "dd", "div", "hr", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"blockquote", "pre", "tr", "caption"}
)
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\](?:\([^()\n]{0,2000}\)|\[[^\]\n]{0,300}\])|<img\b[^<>]*>", re.I)
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]+)\]\((?:https?:|mailto:|#)[^()\s]*\)")
_STRONG = re.compile(  # "1.250 **)" is a number with the sign of a note
    r"(?:\*\*\*|\*\*)(?!\*?\))|(?<![\d%\s*])\*{2,3}|(?<![\w_])__(?=[^\s_])|(?<=[^\s_])__(?![\w_])"
)
_EMPHASIS = re.compile(
    r"(?<![\w*\\])\*(?=[^\s*])((?:[^*\n\\]|\\.)*?(?:[^\s*\\]|\\.))\*(?![\w*])"
    r"|(?<![\w_\\])_(?=[^\s_])((?:[^_\n\\]|\\.)*?(?:[^\s_\\]|\\.))_(?![\w_])"
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~<>$%&])")
_ENUMERATED = re.compile(r"^\s*(?:[-–•▪➢➤○*·]|\(?[0-9]{1,3}[.)]|\(?[A-Za-z][.)])\s*")
_SPACES = re.compile(r"[ \t\u00a0\u2002-\u200a\u202f\u3000]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_BOLD = re.compile(r"^\s*(?:<(?P<tag>b|strong)>(?P<html>.*)</(?P=tag)>|\*\*(?P<md>[^*].*?)\*\*)\s*$", re.I | re.S)


def clean(text: str) -> str:
    r"""The readable text: inner line breaks (``<br>``, paragraphs, list items) are ``\n``, runs of blanks one blank.

    Digits keep their order and their separators; nothing that is printed is left out.
    """
    if "<" in text:
        text = _untag(_uncomment(text))
    if "\\" in text or "$" in text:
        text = plain_formulas(text)
    if "![" in text or "](" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub(" ", text))
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(lambda m: m[1] if m[1] is not None else m[2], _STRONG.sub("", text))
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if "&" in text:
        text = _ENTITY.sub(lambda m: html.unescape(m[0]), text)
    text = _INVISIBLE.sub("", text)
    if "\n" not in text:
        return _SPACES.sub(" ", text).strip()
    return "\n".join(line for raw in text.split("\n") if (line := _SPACES.sub(" ", raw).strip()))


def is_bold(text: str) -> bool:
    """True when the whole text is set in bold by its source."""
    found = _BOLD.match(text)
    if not found:
        return False
    inner = found["html"] if found["html"] is not None else found["md"]
    return "**" not in inner and not re.search(r"</?(?:b|strong)>", inner, re.I)


def is_image(text: str) -> bool:
    """True when the text is nothing but the marker of an image."""
    return bool(_IMAGE.search(text)) and not _uncomment(_IMAGE.sub("", text)).strip()


def _uncomment(text: str) -> str:
    """The text without HTML comments; one that is never closed stays."""
    out: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        out += (text[at:start], " ")
        at = end + 3
    return "".join((*out, text[at:]))


def _untag(text: str) -> str:
    """Tags resolved: block tags break lines, items of numbered lists get the number that a browser would show."""
    text = _RAISE.sub(lambda m: m["text"].translate(_RAISED if m["tag"].lower() == "sup" else _LOWERED), text)
    out: list[str] = []
    lists: list[int] = []  # next number of each open list, 0 for bullets
    last = 0
    for found in _TAG.finditer(text):
        out.append(text[last : found.start()])
        last = found.end()
        name, closing = found["name"].lower(), bool(found["close"])
        if name in _BREAKING:
            out.append("\n")
        elif name in {"td", "th"}:
            out.append(" ")
        if name in {"ul", "ol"}:
            if not closing:
                lists.append(1 if name == "ol" else 0)
            elif lists:
                lists.pop()
        elif name == "li" and not closing and not _ENUMERATED.match(_TAG.sub("", text[last : last + 40])):
            out.append(_item(lists))
    out.append(text[last:])
    return "".join(out)


def _item(lists: list[int]) -> str:
    if not lists or not lists[-1]:
        return "• "
    lists[-1] += 1
    return f"{lists[-1] - 1}. "
