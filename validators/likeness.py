"""When two printed names of indicators or sasaran mean the same, more generously than ``names.same``."""

from functools import lru_cache

from rapidfuzz import fuzz

from validators.names import normal, same

_WORDS = 85.0


@lru_cache(maxsize=65536)
def alike(one: str, two: str) -> bool:
    """Whether the names are the same but for spelling, or the words of one stand in the other."""
    if not one or not two:
        return False
    return same(normal(one), normal(two)) or fuzz.token_set_ratio(one.casefold(), two.casefold()) >= _WORDS
