"""The whole way of a document on one screen: file → records → findings → result.

Everything called here is a plain function over values that can be pickled, so that one process, a pool of
processes and a Prefect flow all run the same code.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from flows.version import VERSION
from schemas.base import Frozen
from schemas.errors import CermatError, ErrorCode, InputError
from schemas.finding import Message
from schemas.result import Checked, Result


class Options(Frozen):
    """What a run may vary in how a document is checked."""

    hints: bool = False


def check_file(path: Path, options: Options) -> Checked | InputError:
    """Read, understand and check one file. Never raises for bad input: the entry says what happened."""
    from extractors.document import extract
    from validators.check import check_document

    try:
        return check_document(extract(path), hints=options.hints)
    except CermatError as error:
        return error.entry
    except MemoryError:
        return _failed(
            path, ErrorCode.MEMORY, "Memori habis saat membaca berkas ini", "Out of memory reading this file"
        )
    except Exception as error:  # noqa: BLE001 - one bad file never stops the others; the entry names the defect
        what = f"{type(error).__name__}: {error}"
        return _failed(path, ErrorCode.INTERNAL, f"Kesalahan di dalam Cermat ({what})", f"Defect in Cermat ({what})")


def check_files(
    files: Iterable[Path], options: Options, done: Callable[[Path, Checked | InputError], None] = lambda p, o: None
) -> Result:
    """Check files one after the other in this process; ``done`` hears of each as it ends."""
    outcomes: list[Checked | InputError] = []
    for path in files:
        outcome = check_file(path, options)
        done(path, outcome)
        outcomes.append(outcome)
    return gather(outcomes)


def gather(outcomes: Iterable[Checked | InputError], errors: Iterable[InputError] = ()) -> Result:
    """One result of many outcomes, in their order."""
    every = tuple(outcomes)
    return Result(
        version=VERSION,
        documents=tuple(o for o in every if isinstance(o, Checked)),
        errors=(*errors, *(o for o in every if isinstance(o, InputError))),
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
