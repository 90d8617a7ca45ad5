"""Bytes to text: UTF-8, UTF-16 and UTF-32 with or without a byte order mark, else Windows-1252."""

import codecs
import re

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MULTIBYTE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_FOREIGN = re.compile("[\u00aa\u00ac\u00af\u00b5-\u00b6\u00b8-\u00ba\u00bf-\u00c6\u00c8-\u00d6\u00d8-\u00df"
                      "\u00e3-\u00e6\u00ec\u00f0\u00f2\u00f5\u00f8\u00fb\u00fd-\u00ff]")  # fmt: skip
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class UndecodableError(ValueError):
    """No encoding fits. The argument names the place, without quoting bytes."""


def looks_like_utf16(data: bytes) -> str | None:
    """``utf-16-le`` or ``utf-16-be`` when every second byte is mostly zero and the others never are, else None."""
    head = data[:4096]
    head = head[: len(head) // 2 * 2]
    if len(head) < 4:
        return None
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd * 10 >= half * 7 and even == 0:
        return "utf-16-le"
    if even * 10 >= half * 7 and odd == 0:
        return "utf-16-be"
    return None


def decode(data: bytes) -> str:
    """The text of ``data`` without its byte order mark.

    A file that was cut inside its last character loses only that character's rest. Raises UndecodableError when the
    bytes fit no encoding, or only as letters that no Indonesian text is made of.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    utf16 = looks_like_utf16(data)
    if utf16:
        return _strict(data, utf16)
    try:
        return codecs.getincrementaldecoder("utf-8")("strict").decode(data, final=False)
    except UnicodeDecodeError as error:
        if len(_MULTIBYTE.findall(data[:1_000_000])) > 2:
            raise UndecodableError(_place(data, error.start, "UTF-8")) from error
    return _windows(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = codecs.getincrementaldecoder(encoding)("strict").decode(data, final=False)
    except UnicodeDecodeError as error:
        raise UndecodableError(_place(data, error.start, encoding.upper())) from error
    if len(_CONTROL.findall(text)) * 50 > len(text):
        raise UndecodableError(f"{encoding.upper()}, karakter kendali / control characters")
    return text


def _windows(data: bytes) -> str:
    """Windows-1252, when what it yields is plausible: rare typographic signs, not a stream of foreign letters."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UndecodableError(_place(data, error.start, "Windows-1252")) from error
    high = sum(1 for byte in data if byte > 0x7F)
    foreign = len(_FOREIGN.findall(text))
    if high * 5 > len(data) or foreign * 50 > len(data):
        raise UndecodableError("UTF-8, UTF-16, Windows-1252")
    return text


def _place(data: bytes, start: int, encoding: str) -> str:
    return f"{encoding}, baris / line {data.count(10, 0, start) + 1}"
