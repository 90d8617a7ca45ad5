"""IKU records: the rows of tables that define indicators by formulation, responsible unit and source."""

import re

from extractors.tables.cells import is_ordinal, plain
from schemas.records import Iku
from schemas.table import Column, Kind, Role, Row, Table

_NUMBER = re.compile(
    r"^\s*(?:\d{1,2}(?:\.\d{1,2})+\.?(?=\s+[^\W\d])|\(?\d{1,2}(?:\.\d{1,2})?[.)]|\d{1,2}\s+(?=[A-Z]))\s*(?=\S)"
)


def find_iku(tables: tuple[Table, ...]) -> tuple[Iku, ...]:
    """Every row of every IKU table as printed; a table printed twice gives its rows twice."""
    return tuple(record for table in tables if table.kind is Kind.IKU for record in _of_table(table))


def _of_table(table: Table) -> list[Iku]:
    column = {
        role: _columns(table, role)
        for role in (
            Role.SASARAN,
            Role.INDIKATOR,
            Role.INDIKATOR_TUJUAN,
            Role.FORMULASI,
            Role.PENANGGUNG_JAWAB,
            Role.SUMBER_DATA,
            Role.NO,
        )
    }
    out: list[Iku] = []
    for row in table.rows:
        if row.span_heading is not None:
            continue
        indikator = _own(row, column[Role.INDIKATOR]) or _own(row, column[Role.INDIKATOR_TUJUAN])
        sasaran = _named(row, column[Role.SASARAN])
        formulasi = _own(row, column[Role.FORMULASI])
        if not indikator and not formulasi:
            continue
        name, nomor = _split(indikator or "")
        out.append(
            Iku(
                id=f"{table.id}.r{row.index}",
                table=table.id,
                row=row.index,
                page=row.page,
                line=row.line,
                nomor=nomor or _own(row, column[Role.NO]),
                sasaran=_split(sasaran or "")[0] or None,
                indikator=name,
                formulasi=formulasi,
                penanggung_jawab=_named(row, column[Role.PENANGGUNG_JAWAB]),
                sumber_data=_named(row, column[Role.SUMBER_DATA]),
            )
        )
    return out


def _columns(table: Table, role: Role) -> list[Column]:
    return [c for c in table.columns if c.role is role]


def _own(row: Row, columns: list[Column]) -> str | None:
    texts = [plain(row.text(c.index)) for c in columns]
    return " ".join(t for t in texts if t) or None


def _named(row: Row, columns: list[Column]) -> str | None:
    """Printed text, or the text that a merged cell above lends."""
    texts = [plain(row.name(c.index)) for c in columns]
    return " ".join(t for t in texts if t) or None


def _split(text: str) -> tuple[str, str | None]:
    """A name without its leading number, and the number."""
    match = _NUMBER.match(text)
    if match is None or is_ordinal(text):
        return text, None
    return text[match.end() :].strip(), match.group(0).strip()
