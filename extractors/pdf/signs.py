"""What the codes behind glyphs mean: ligatures, hyphens, symbol fonts, and codes that mean nothing."""

import re

_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_HYPHENS = dict.fromkeys((0x02, 0xAD, 0x2010, 0x2011), "-")  # PDFium hands out 0x02 for a hyphen that ends a line
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "❖", 0xF0E0: "→", 0xF02D: "-"}
_ADOBE_SYMBOL = {
    **{0xF000 + code: chr(code) for code in b" %()+,./0123456789:;<=>[]"},
    0xF02D: "−",
    0xF0A3: "≤",
    0xF0B1: "±",
    0xF0B3: "≥",
    0xF0B4: "×",
    0xF0B8: "÷",
    0xF0E5: "∑",
}
_PLAIN = {**_LIGATURES, **_HYPHENS, **_BULLETS}
_SYMBOL = {**_PLAIN, **_ADOBE_SYMBOL}
_DINGBATS = {**_PLAIN, **dict.fromkeys(range(0xF000, 0xF100), "•"), **{0xF0FC: "✓", 0xF0E0: "→"}}

# Private use, noncharacters, the replacement character, and control codes have no meaning of their own.
_MEANINGLESS = re.compile(r"[\x00-\x1f\x7f-\x9f\ue000-\uf8ff\ufffc-\uffff\U000f0000-\U0010ffff]")


def clean(text: str, font: str = "") -> tuple[str, bool]:
    """The text with ligatures and symbols resolved, and whether all of it has a meaning.

    What has none becomes the replacement character, so that no code is ever taken for a character.
    ``font`` is the name of the font in small letters; private-use codes mean something in symbol fonts only.
    """
    if text.isascii() and text.isprintable():
        return text, True
    table = _PLAIN
    if "symbol" in font:
        table = _SYMBOL
    elif "wingdings" in font or "dingbat" in font or "webdings" in font:
        table = _DINGBATS
    text = text.translate(table)
    read = _MEANINGLESS.sub("\ufffd", text)
    return read, "\ufffd" not in read
