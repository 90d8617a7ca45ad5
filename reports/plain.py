"""Texts of documents without what an XML file cannot hold."""

import re

_UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Without control characters, lone surrogates and non-characters; tabs and line breaks stay."""
    return _UNFIT.sub("", text)
