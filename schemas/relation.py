"""A relation ties printed numbers together; a judgement says whether it holds."""

from decimal import Decimal
from enum import StrEnum

from schemas.base import Frozen
from schemas.number import Printed


class Verdict(StrEnum):
    """Outcome of comparing what is printed with what follows from other printed numbers."""

    AGREES = "agrees"
    AGREES_ROUNDED = "agrees_rounded"
    DISAGREES = "disagrees"
    UNDECIDABLE = "undecidable"


class Habit(StrEnum):
    """How a table makes its printed decimals."""

    ROUNDS = "rounds"
    TRUNCATES = "truncates"
    UNKNOWN = "unknown"


class Op(StrEnum):
    """The kinds of relation that the engine can evaluate."""

    RATIO = "ratio"  # result = inputs[0] / inputs[1] × 100
    SUM = "sum"  # result = Σ inputs
    DIFFERENCE = "difference"  # result = inputs[0] − inputs[1]
    MEAN = "mean"
    EQUAL = "equal"  # result = inputs[0], the same fact printed twice
    ATMOST = "atmost"  # Σ inputs ≤ result
    FORMULA = "formula"  # a named alternative evaluated by a function of the rule


class Operand(Frozen):
    """One number of a relation with a stable key, so that relations that share a number share a node.

    ``key`` is unique for a printed cell in its document: "t9.r14.anggaran" or "k12".
    """

    key: str
    printed: Printed
    label: str = ""
    fixed: bool = False  # counts as exact however it is printed (a target)


class Relation(Frozen):
    """A relation yielded by a rule. ``alternatives`` names the legitimate readings that may be tried."""

    rule: str
    op: Op
    result: Operand
    inputs: tuple[Operand, ...]
    alternatives: tuple[str, ...] = ()
    note: str = ""
    scale: Decimal = Decimal(1)
    context: str = ""  # table id whose habit applies


class Judgement(Frozen):
    """The evaluated relation.

    ``expected`` is the computed value nearest to what is printed; ``reading`` names the alternative that fits
    (or the nearest one when none does).
    """

    relation: Relation
    verdict: Verdict
    expected: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    reading: str = ""
    computation: str = ""
    strained: bool = False  # holds only if a target varies or the result was rounded up: a warning, not an error
