"""A line of running text without its markup: Markdown emphasis, HTML tags, entities, private bullets, odd spaces."""

import re
from functools import lru_cache

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,80}>")
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)")
_ESCAPE = re.compile(r"\\([_*#\-.()&%])")
_ENTITY = re.compile(r"&(nbsp|amp|lt|gt);")
_INVISIBLE = re.compile(r"[\u200b\ufeff]")
_MARKS = frozenset("*_<\\&#")
_HASHES = re.compile(r"^\s*#{1,6}\s+")
_ENTITIES = {"nbsp": " ", "amp": "&", "lt": "<", "gt": ">"}


def kata(text: str) -> frozenset[str]:
    """The words of a text as a set: how vocabularies are written down here."""
    return frozenset(text.split())


@lru_cache(maxsize=16384)
def bersih(text: str) -> str:
    """The text as a reader sees it, on one line, without markup.

    ``text`` is one printed line. Numbers, punctuation and letter case stay as they are printed.
    """
    if not _MARKS.isdisjoint(text):
        text = _ESCAPE.sub(r"\1", text)
        text = _HASHES.sub("", text)
        text = _TAG.sub("", text)
        text = _ENTITY.sub(lambda m: _ENTITIES[m.group(1)], text)
        text = _EMPHASIS.sub("", text)
    if not text.isascii():
        text = _INVISIBLE.sub(" ", text)
    return " ".join(text.split())
