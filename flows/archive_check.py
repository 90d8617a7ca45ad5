"""Checks between the documents of the dataset, from the store to findings."""

from collections.abc import Iterator

from sqlalchemy import Engine

from schemas.archive import ArchiveFinding


def archive_findings(engine: Engine) -> Iterator[ArchiveFinding]:
    """Every finding between documents, agency by agency, copies last."""
    from store.dossiers import dossiers, text_of
    from validators.archive.check import check_archive

    yield from check_archive(dossiers(engine), lambda sha256: text_of(engine, sha256))
