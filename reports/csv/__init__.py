"""Flat files of findings and of records, for spreadsheets and other tools.

Two files for each document: ``NAME.csv`` holds the findings, ``NAME.data.csv`` one line for each printed number of a
record, then one for each part that was not read (``tidak_terbaca``). UTF-8 with a byte order mark. In Indonesian the
cells are parted by semicolons and decimals by a comma, as spreadsheets with Indonesian settings read and write them;
with ``lang`` en by commas and a point. The columns and their names are the same in both.
"""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from reports.csv.rows import DATA, FINDINGS, data_rows, finding_rows
from reports.csv.safe import safe
from reports.recap import Entry
from reports.words import Lang
from schemas.result import Checked

__all__ = ["write", "write_recap"]

_ENCODING = "utf-8-sig"


def write(checked: Checked, path: Path, lang: Lang) -> tuple[Path, ...]:
    """Write the findings to ``path`` and the records beside it. Returns both files."""
    data = path.with_name(f"{path.stem}.data.csv")
    _write(path, FINDINGS, finding_rows(checked, lang), lang)
    _write(data, DATA, data_rows(checked, lang), lang)
    return path, data


def write_recap(entries: Sequence[Entry], path: Path, lang: Lang) -> tuple[Path, ...]:
    """Put the files of all documents of the run one below the other, in the order of the inputs.

    They are read from the folder above ``path``, where the run wrote them.
    """
    done = []
    for suffix, columns in ((".csv", FINDINGS), (".data.csv", DATA)):
        target = path.with_name(f"{path.stem}{suffix}")
        parts = dict.fromkeys(path.parent.parent / f"{entry.stem}{suffix}" for entry in entries if entry.stem)
        with target.open("w", encoding=_ENCODING, newline="") as out:
            csv.writer(out, delimiter=_delimiter(lang)).writerow(columns)
            for part in parts:
                if part.exists():
                    with part.open(encoding=_ENCODING, newline="") as lines:
                        next(lines, None)  # its own heading
                        out.writelines(lines)
        done.append(target)
    return tuple(done)


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]], lang: Lang) -> None:
    with path.open("w", encoding=_ENCODING, newline="") as out:
        writer = csv.writer(out, delimiter=_delimiter(lang))
        writer.writerow(columns)
        writer.writerows([safe(cell) for cell in row] for row in rows)


def _delimiter(lang: Lang) -> str:
    return ";" if lang == "id" else ","
