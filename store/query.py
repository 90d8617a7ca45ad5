"""Reading the dataset with SQL, without being able to change it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, ResourceClosedError

from schemas.errors import CermatError, ErrorCode, InputError
from schemas.finding import Message


def query(engine: Engine, sql: str) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """Column names and rows of one statement, run read-only. Raises CermatError when the database refuses it."""
    connection = engine.connect()
    try:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA query_only=ON")
        else:
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        result = connection.execute(text(sql))
        names = list(result.keys())
    except (DBAPIError, ResourceClosedError) as error:
        connection.close()
        reason = str(getattr(error, "orig", error)).splitlines()[0][:200]
        raise CermatError(
            InputError(
                path="SQL",
                code=ErrorCode.UNSUPPORTED,
                message=Message(
                    id=f"Perintah ini ditolak basis data: {reason}. Hanya SELECT yang dapat dijalankan.",
                    en=f"The database refused this statement: {reason}. Only SELECT can be run.",
                ),
            )
        ) from error

    def rows() -> Iterator[tuple[Any, ...]]:
        with connection:
            for row in result:
                yield tuple(row)

    return names, rows()
