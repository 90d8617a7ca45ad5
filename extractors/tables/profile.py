"""What the cells of one column hold, as counts."""

from dataclasses import dataclass

from extractors.tables.cells import VALUES, Shape, has_digit, is_code, is_ordinal, shape


@dataclass(slots=True)
class Profile:
    """What the cells of one column hold, as counts."""

    filled: int = 0
    values: int = 0
    money: int = 0
    rupiah: int = 0
    percent: int = 0
    ordinals: int = 0
    codes: int = 0
    dashes: int = 0
    signs: int = 0
    length: int = 0

    @property
    def texts(self) -> int:
        """Cells that hold words."""
        return self.filled - self.values - self.dashes


def profile(texts: list[str]) -> Profile:
    """Count the shapes of a column's cells."""
    p = Profile()
    for text in texts:
        kind = shape(text)
        if kind is Shape.EMPTY:
            continue
        p.filled += 1
        p.length += len(text)
        if kind is Shape.MONEY:
            p.money += 1
            p.rupiah += text[:3].lower().lstrip("(").startswith("rp")
        if kind is Shape.PERCENT:
            p.percent += 1
        if kind in VALUES:
            p.values += 1
        elif kind is Shape.DASH:
            p.dashes += 1
        if len(text) <= 8 and is_ordinal(text):
            p.ordinals += 1
        if len(text) <= 40 and is_code(text):
            p.codes += 1
        if "%" in text and has_digit(text):
            p.signs += 1
    return p
