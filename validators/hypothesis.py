"""One explanation of failing relations, and how good it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from schemas.finding import Evidence
from schemas.relation import Operand
from validators.graph import Effect

_FIXED, _SETTLED, _BROKEN, _WEAKENED, _STRENGTHENED, _CHANGE = 10, 8, 15, 12, 3, 4


@dataclass(frozen=True)
class Hypothesis:
    """What was printed wrongly (``anchor``), what would stand there (``value``) and what that explains.

    ``rule`` is the code whose texts tell it (None: the rule of the relation that shows it best). ``note`` and
    ``note_en`` name the pattern. ``bonus`` weighs how telling the pattern is. ``changes`` are taken over once the
    hypothesis is accepted.
    """

    pattern: str
    anchor: Operand
    value: Decimal | None
    effect: Effect
    changes: Mapping[str, Decimal] = field(default_factory=dict)
    rule: str | None = None
    bonus: int = 0
    note: str = ""
    note_en: str = ""
    evidence: tuple[Evidence, ...] = ()
    expected: str | None = None
    free: frozenset[str] = frozenset()

    @property
    def score(self) -> int:
        """Relations explained, less relations contradicted, less liberties taken."""
        effect = self.effect
        return (
            _FIXED * len(effect.fixed)
            + _SETTLED * len(effect.settled)
            - _BROKEN * len(effect.broken)
            - _WEAKENED * effect.weakened
            + _STRENGTHENED * effect.strengthened
            - _CHANGE * max(0, len(self.changes) - 1)
            + self.bonus
        )

    @property
    def support(self) -> int:
        """How many relations hold because of it."""
        return len(self.effect.fixed) + len(self.effect.settled)
