"""Runs of printed numbers in a column: where one is skipped, repeated or misprinted."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_PLAIN = re.compile(r"(?:\d{1,3}[.)]?\s+)*\d{1,3}\s*[.)]?(?:\s*\*\))?(?:\s+[A-Z].*)?$", re.S)
_NUMBER = re.compile(r"(?<!\S)\d{1,3}(?=[.)]?(?:\s|$))")


class Slip(NamedTuple):
    """One irregular number: position in the run, what is printed, what the run asks for, and the kind of slip."""

    at: int
    printed: int
    expected: int
    kind: str  # "ganda" printed before, "salah" misprint between its neighbours, "lompat" skipped


def plain(text: str) -> tuple[int, ...]:
    """The numbers of a cell that begins with nothing else ("12", "12.", "3 4" of two rows in one); else none."""
    return tuple(map(int, _NUMBER.findall(text))) if _PLAIN.match(text.strip()) else ()


def slips(numbers: Sequence[int]) -> list[Slip]:
    """The irregular numbers of a run that may start anew at 1 as often as it likes.

    A number that breaks the run between two that fit is a misprint ("ganda" when it stands earlier in the run); a
    number repeated at once is "ganda" when the run goes on from it; a jump from which the run goes on is "lompat".
    """
    found: list[Slip] = []
    start = 0
    for at in range(1, len(numbers)):
        now, before = numbers[at], numbers[at - 1]
        if found and found[-1].at == at - 1 and found[-1].kind != "lompat":
            before = found[-1].expected if now == found[-1].expected + 1 else before
        if now == 1 or now == before + 1:
            start = at if now == 1 else start
            continue
        following = numbers[at + 1] if at + 1 < len(numbers) else None
        if following == before + 2 and now != before + 2:
            found.append(Slip(at, now, before + 1, "ganda" if now in numbers[start:at] else "salah"))
        elif now == before and following in (None, before + 1):
            found.append(Slip(at, now, before + 1, "ganda"))
        elif before + 1 < now <= before + 3 and following in (None, now + 1):
            found.append(Slip(at, now, before + 1, "lompat"))
    return found
