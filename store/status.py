"""What is in the dataset, in a few figures."""

from typing import Any, NamedTuple

from sqlalchemy import Engine, func, select

from store.tables import anggaran, documents, errors, findings, indikator, paths, runs


class Status(NamedTuple):
    """Counts of the dataset; lists are pairs of name and count, largest first."""

    documents: int
    paths: int
    values: int
    findings: list[tuple[str, int]]
    errors: list[tuple[str, int]]
    jenis: list[tuple[str, int]]
    years: list[tuple[str, int]]
    agencies: int
    runs: int
    unfinished_runs: int


def status(engine: Engine) -> Status:
    """The figures of a store."""
    with engine.connect() as connection:

        def count(statement: Any) -> int:
            return int(connection.execute(statement).scalar() or 0)

        def by(column: Any) -> list[tuple[str, int]]:
            statement = select(column, func.count()).group_by(column).order_by(func.count().desc(), column)
            return [(str(name), int(number)) for name, number in connection.execute(statement)]

        return Status(
            documents=count(select(func.count()).select_from(documents)),
            paths=count(select(func.count()).select_from(paths)),
            values=count(select(func.count()).select_from(indikator))
            + count(select(func.count()).select_from(anggaran)),
            findings=by(findings.c.severity),
            errors=by(errors.c.code),
            jenis=by(documents.c.jenis),
            years=sorted(by(documents.c.tahun)),
            agencies=count(select(func.count(documents.c.instansi_kunci.distinct()))),
            runs=count(select(func.count()).select_from(runs)),
            unfinished_runs=count(select(func.count()).select_from(runs).where(runs.c.ended.is_(None))),
        )
