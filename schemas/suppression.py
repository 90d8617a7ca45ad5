"""A finding that somebody accepts: which one, why, and who says so."""

from schemas.base import Frozen


class Suppression(Frozen):
    """One entry of ``cermat.toml``.

    A finding is met when its rule is ``rule`` and everything else that is given holds for it: ``document`` is the
    sha256 of the file or its first eight digits or more, ``page``, ``line``, ``table`` and ``row`` belong to its
    first evidence, ``printed`` is what it prints. ``folder`` limits an entry to the documents below the folder of the
    ``cermat.toml`` that it stands in; None is every document of the run. ``origin`` names the file and the entry.
    """

    rule: str
    reason: str
    author: str
    document: str | None = None
    page: int | None = None
    line: int | None = None
    table: str | None = None
    row: int | None = None
    printed: str | None = None
    date: str | None = None
    folder: str | None = None
    origin: str = ""
