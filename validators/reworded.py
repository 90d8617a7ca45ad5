"""Indicators under another wording that certainly mean the same: alone under the same sasaran in both tables."""

from collections import defaultdict

from validators.likeness import alike
from validators.names import normal
from validators.slots import slots
from validators.view import View


def reworded(view: View, name: dict[str, str]) -> dict[tuple[str, str], str]:
    """For a table and the cluster of a name there: the cluster under which most tables print that indicator.

    ``name`` gives the cluster of each printed name (``names.clusters``).
    """
    under: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in view.document.indikator:
        if record.sasaran and record.indikator in name and not record.keluaran:
            under[record.table, normal(record.sasaran)].add(name[record.indikator])
    found: dict[tuple[str, str], str] = {}
    for slot in slots(view):
        usual = name.get(slot.usual.indikator)
        alone = [r for r in slot.rows if r.sasaran and len(under[r.table, normal(r.sasaran)]) == 1]
        known = {r.sasaran for r in alone if name.get(r.indikator) == usual}
        for row in alone:
            own = name.get(row.indikator)
            if own and usual and own != usual and any(alike(row.sasaran or "", goal or "") for goal in known):
                found[row.table, own] = usual
    return found
