"""How each table makes its decimals, found from the relations that hold before any is called wrong."""

from collections.abc import Iterable

from schemas.relation import Habit, Relation


def habits_of(relations: Iterable[Relation]) -> dict[str, Habit]:
    """Habit by context; a context without evidence is absent."""
    return {}
