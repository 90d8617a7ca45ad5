"""One account code on two programmes or activities.

Apa yang diperiksa / What it does
    Mencari kode program atau kegiatan yang tercetak pada dua nama yang berbeda. Looks for a code of a programme,
    kegiatan or sub kegiatan that stands on two different names.

Why it matters
    The code is the key to the budget document; with one code on two names their amounts cannot be told apart.

How a reviewer verifies it
    Look both names up in the budget document (DPA) or the national list of codes.

Known false alarms
    Codes that count within their parent only (01, 02) are compared together with it; spelling variants and cut names
    are the same name.
"""

from collections import defaultdict
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Anggaran, Tingkat
from schemas.table import Kind, Role
from validators.names import normal, same
from validators.rule import Rule
from validators.view import View

_PARTS = 3
_LEVELS = frozenset({Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN})


def check(view: View) -> Iterator[Finding]:
    """One finding for each level and kind of table, with all codes that stand twice."""
    coded: dict[tuple[Kind, Tingkat], dict[str, list[Anggaran]]] = defaultdict(lambda: defaultdict(list))
    for row in view.document.anggaran:
        if (
            row.kode
            and row.tingkat in _LEVELS
            and row.uraian
            and len(parts := row.kode.strip(" .").split(".")) >= _PARTS
        ):
            coded[view.tables[row.table].kind, row.tingkat][".".join(parts)].append(row)
    for codes in coded.values():
        twice = {code: pair for code, rows in codes.items() if (pair := _different(rows))}
        if not twice:
            continue
        code, (first, second) = next(iter(twice.items()))
        yield RULE.finding(
            *(_evidence(view, row) for pair in twice.values() for row in reversed(pair)),
            printed=code,
            first=first.uraian,
            second=second.uraian,
            count=str(len(twice)),
        )


def _different(rows: list[Anggaran]) -> tuple[Anggaran, Anggaran] | None:
    first = rows[0]
    other = next((row for row in rows[1:] if not same(normal(first.uraian), normal(row.uraian))), None)
    return None if other is None else (first, other)


def _evidence(view: View, row: Anggaran) -> Evidence:
    table = view.tables[row.table]
    printed = next((r for r in table.rows if r.index == row.row), None)
    parts = [printed.text(c.index) for c in table.roles(Role.KODE)] if printed else [row.kode or ""]
    raw = f"{' '.join(filter(None, parts))} {row.uraian}"
    return Evidence(page=row.page, line=row.line, table=row.table, row=row.row, column="kode", raw=raw)


RULE = Rule(
    code="G103",
    title_id="Kode dipakai dua kali",
    title_en="Code used twice",
    category=Category.DUPLICATE_LABEL,
    severity=Severity.WARNING,
    message_id="{place}: kode {printed} untuk “{second}” dan untuk “{first}” ({count} kode ganda)",
    message_en="{place}: code {printed} stands on “{second}” and on “{first}” ({count} such codes)",
    check=check,
)
