"""Column types that keep printed numbers exact."""

from decimal import Decimal
from typing import Any

from sqlalchemy import Dialect, Numeric, types


class Exact(types.TypeDecorator[Decimal]):
    """A decimal number that stays one.

    NUMERIC in PostgreSQL; in SQLite bound as text, so that its NUMERIC affinity keeps integers as integers and every
    decimal of up to 15 digits as printed. The raw text always stands beside it.
    """

    impl = Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> types.TypeEngine[Any]:
        """NUMERIC without conversion to float in SQLite."""
        return dialect.type_descriptor(_Affinity() if dialect.name == "sqlite" else Numeric())

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """Text for SQLite, the decimal itself elsewhere."""
        return f"{value:f}" if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """The decimal as it was stored."""
        return None if value is None else Decimal(str(value))


class _Affinity(types.UserDefinedType[Any]):
    """A column declared NUMERIC whose values SQLite converts by itself."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return "NUMERIC"
