"""Inputs ("Masukan: Dana", "Dana APBN") that stand among the outputs of a kegiatan, in the column of its indicators."""

import re

from extractors.records.nominal import is_money
from extractors.records.uraian import Name, read_name
from schemas.table import Role, Row, Table

_NAMED = frozenset({Role.INDIKATOR, Role.URAIAN, Role.KEGIATAN, Role.SUB_KEGIATAN})
_INPUT = re.compile(r"\W*(?:masukan|input)\b", re.IGNORECASE)
_FUNDS = re.compile(r"(?:dana|anggaran|biaya|pagu)\b", re.IGNORECASE)


def input_name(table: Table, row: Row, column: int) -> Name | None:
    """The name of the input whose amount stands in a column; None for outputs, people and what is no amount."""
    at = next((c.index for c in reversed(table.columns[:column]) if c.role in _NAMED), None)
    if at is None or not is_money(row.text(column)):
        return None
    name = read_name(row.text(at))
    if _FUNDS.match(name.text) or (name.flow and _INPUT.match(row.text(at))):
        return name._replace(flow=True)
    return None
