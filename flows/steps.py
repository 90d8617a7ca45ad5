"""The whole way of a document on one screen: file → records → findings → report files.

Everything here is a plain function over values that can be pickled, so that one process, a pool of processes, a
Dask cluster and a Prefect flow all run the same code.
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.version import VERSION
from reports.words import Lang
from schemas.base import Frozen
from schemas.errors import CermatError, ErrorCode, InputError
from schemas.finding import Message
from schemas.result import Checked, Result
from schemas.suppression import Suppression


class Options(Frozen):
    """What a run may vary in how a document is checked and what is written for it.

    ``reports`` are the formats written as one file for each document into ``out``; ``shared`` the names of files
    that several inputs of the run have, so that their reports need a suffix. ``template`` is the user's own .docx.
    """

    hints: bool = False
    suppressions: tuple[Suppression, ...] = ()
    keep_text: bool = False  # the store keeps the running text for comparing documents
    lang: Lang = "id"
    reports: tuple[str, ...] = ()
    out: Path | None = None
    shared: frozenset[str] = frozenset()
    template: Path | None = None


def process(path: Path, options: Options) -> Checked | InputError:
    """Check one file, write its report files, return what the run needs of it (see ``slim``)."""
    checked = check_file(path, options)
    if isinstance(checked, InputError):
        return checked
    if options.reports and options.out is not None:
        from reports.files import write_reports

        try:
            write_reports(
                checked, options.reports, options.out, options.lang, shared=options.shared, template=options.template
            )
        except OSError as error:
            return _unwritten(path, options.out, error)
        except Exception as error:  # noqa: BLE001 - the run goes on; the entry names the defect
            what = f"{type(error).__name__}: {error}"
            return _failed(path, ErrorCode.INTERNAL, f"Laporan gagal dibuat ({what})", f"A report failed ({what})")
    return slim(checked, options.keep_text)


def check_file(path: Path, options: Options) -> Checked | InputError:
    """Read, understand and check one file. Never raises for bad input: the entry says what happened."""
    from extractors.document import extract
    from validators.check import check_document
    from validators.suppress import accept

    return guarded(path, lambda: accept(check_document(extract(path), hints=options.hints), options.suppressions))


def extract_file(path: Path) -> Checked | InputError:
    """Read and understand one file without checking it: no findings. Never raises for bad input."""
    from extractors.document import extract

    return guarded(path, lambda: Checked(document=extract(path)))


def guarded(path: Path, work: Callable[[], Checked]) -> Checked | InputError:
    """The outcome of ``work`` on a file, whatever it raises."""
    try:
        with without_garbage_collection():
            return work()
    except CermatError as error:
        return error.entry
    except MemoryError:
        return _failed(
            path, ErrorCode.MEMORY, "Memori habis saat membaca berkas ini", "Out of memory reading this file"
        )
    except Exception as error:  # noqa: BLE001 - one bad file never stops the others; the entry names the defect
        what = f"{type(error).__name__}: {error}"
        return _failed(path, ErrorCode.INTERNAL, f"Kesalahan di dalam Cermat ({what})", f"Defect in Cermat ({what})")


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """One document is many small values and hardly a cycle: looking for cycles among them costs a sixth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def slim(checked: Checked, keep_text: bool = False) -> Checked:
    """Without the cells of tables and, unless kept, the running lines: what outputs of a run and the store need."""
    tables = tuple(
        table.model_copy(update={"rows": tuple(row.model_copy(update={"cells": (), "lent": ()}) for row in table.rows)})
        for table in checked.document.tables
    )
    changed = {"tables": tables} if keep_text else {"tables": tables, "lines": ()}
    return checked.model_copy(update={"document": checked.document.model_copy(update=changed), "judgements": ()})


def gather(outcomes: Iterable[Checked | InputError], errors: Iterable[InputError] = ()) -> Result:
    """One result of many outcomes, in their order."""
    every = tuple(outcomes)
    return Result(
        version=VERSION,
        documents=tuple(o for o in every if isinstance(o, Checked)),
        errors=(*errors, *(o for o in every if isinstance(o, InputError))),
    )


def _unwritten(path: Path, out: Path, error: OSError) -> InputError:
    reason = error.strerror or type(error).__name__
    return InputError(
        path=str(path),
        code=ErrorCode.UNWRITABLE,
        message=Message(
            id=f"Laporan tidak dapat ditulis ke {out} ({reason}). Tutup berkasnya bila sedang dibuka, periksa izin.",
            en=f"The report cannot be written to {out} ({reason}). Close the file if it is open, check permissions.",
        ),
    )


def _failed(path: Path, code: ErrorCode, text_id: str, text_en: str) -> InputError:
    return InputError(
        path=str(path),
        code=code,
        message=Message(
            id=f"{text_id}. Laporkan kepada pengelola Cermat dengan berkas ini."[:400],
            en=f"{text_en}. Report it to the maintainers of Cermat with this file."[:400],
        ),
    )
