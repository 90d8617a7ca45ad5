"""The single writer: one transaction for each document; writing a document again replaces it."""

import zlib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from schemas.errors import ErrorCode, InputError
from schemas.finding import Message
from schemas.result import Checked
from store.keys import sources_digest
from store.rows import document_row, record_rows
from store.tables import RECORDS, documents, errors, metadata, runs


class Writer:
    """Writes the outcomes of one run. Readers may read meanwhile; there must be one writer at a time."""

    def __init__(self, engine: Engine) -> None:
        """``engine`` is an open store (``store.database.open_store``)."""
        self._engine = engine
        with engine.connect() as connection:
            self._keys: dict[str, str] = {
                row.sha256: row.key for row in connection.execute(select(documents.c.sha256, documents.c.key))
            }

    def has(self, sha256: str, key: str) -> bool:
        """Whether this content was already processed with these options and sources."""
        return self._keys.get(sha256) == key

    def failures(self) -> dict[tuple[str, str], InputError]:
        """What could not be processed in earlier runs, by path and key."""
        with self._engine.connect() as connection:
            return {
                (row.path, row.key): InputError(
                    path=row.path, code=ErrorCode(row.code), message=Message(id=row.message_id, en=row.message_en)
                )
                for row in connection.execute(select(errors).where(errors.c.key.is_not(None)))
            }

    def begin(self, version: str, options: str) -> int:
        """Record the start of a run; its number."""
        row = {"started": _now(), "version": version, "digest": sources_digest(), "options": options}
        with self._engine.begin() as connection:
            made = insert(runs).values(**row, documents=0, skipped=0, errors=0).returning(runs.c.id)
            return int(connection.execute(made).scalar_one())

    def end(self, run: int, documents_: int, skipped: int, errors_: int) -> None:
        """Record the end of a run."""
        values = {"ended": _now(), "documents": documents_, "skipped": skipped, "errors": errors_}
        with self._engine.begin() as connection:
            connection.execute(update(runs).where(runs.c.id == run).values(**values))

    def write(self, path: Path, checked: Checked, key: str) -> None:
        """Store a document with all its rows, in one transaction."""
        sha256 = checked.document.source.sha256
        rows = record_rows(checked)
        with self._engine.begin() as connection:
            connection.execute(delete(documents).where(documents.c.sha256 == sha256))
            connection.execute(insert(documents), document_row(checked, key))
            for table in RECORDS:
                if rows[table.name]:
                    connection.execute(insert(table), rows[table.name])
            connection.execute(delete(errors).where(errors.c.path == str(path)))
            _upsert(connection, "paths", [{"path": str(path), "sha256": sha256}])
        self._keys[sha256] = key

    def seen(self, found: Iterable[tuple[Path, str]]) -> None:
        """Record where contents that are already stored lie now."""
        rows = [{"path": str(path), "sha256": sha256} for path, sha256 in found]
        if rows:
            with self._engine.begin() as connection:
                _upsert(connection, "paths", rows)
                for start in range(0, len(rows), 500):
                    listed = [row["path"] for row in rows[start : start + 500]]
                    connection.execute(delete(errors).where(errors.c.path.in_(listed)))

    def fail(self, path: Path, error: InputError, sha256: str | None = None, key: str | None = None) -> None:
        """Store why a file could not be processed."""
        row = {
            "path": str(path),
            "sha256": sha256,
            "key": key,
            "code": error.code.value,
            "message_id": error.message.id,
            "message_en": error.message.en,
        }
        with self._engine.begin() as connection:
            _upsert(connection, "errors", [row])


def read_result(engine: Engine, sha256: str) -> Checked | None:
    """The stored result of a content, None when there is none."""
    with engine.connect() as connection:
        packed = connection.execute(select(documents.c.result).where(documents.c.sha256 == sha256)).scalar()
    return None if packed is None else Checked.model_validate_json(zlib.decompress(packed))


def _upsert(connection: Connection, name: str, rows: list[dict[str, Any]]) -> None:
    table = metadata.tables[name]
    maker = postgres_insert if connection.dialect.name == "postgresql" else sqlite_insert
    statement = maker(table)
    others = {column.name: statement.excluded[column.name] for column in table.columns if not column.primary_key}
    keys = [column.name for column in table.primary_key]
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=others), rows)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
