"""Names why a printed percentage or total is what it is: the legitimate-looking computation that gives it."""

from dataclasses import replace
from decimal import Decimal

from schemas.number import Printed
from schemas.records import Anggaran
from schemas.relation import Op, Relation
from validators import agreement
from validators.graph import Graph
from validators.hypothesis import Hypothesis
from validators.patterns.elsewhere import elsewhere
from validators.readings import Interval, mean, ratio
from validators.view import View
from validators.wording import show


def explain(view: View, graph: Graph, hypothesis: Hypothesis, main: int) -> Hypothesis:
    """The hypothesis with the name of the pattern that reproduces what is printed, where one does."""
    relation = graph.judgements[main].relation
    if hypothesis.rule or hypothesis.note:
        return hypothesis
    if relation.op is Op.RATIO and _copied(relation, anchor_key=hypothesis.anchor.key):
        return replace(
            hypothesis,
            pattern="copied_amount",
            note="salinan dari kolom di sebelahnya",
            note_en="copied from the column beside it",
        )
    if relation.op is Op.EQUAL:
        found = elsewhere(view, hypothesis)
    elif hypothesis.anchor.key != relation.result.key or relation.op not in (Op.RATIO, Op.FORMULA, Op.MEAN):
        return hypothesis
    else:
        found = _budget(view, relation) or _inputs(relation) or elsewhere(view, hypothesis)
    if found is None:
        return hypothesis
    pattern, note, note_en = found
    return replace(hypothesis, pattern=pattern, note=note, note_en=note_en)


def _copied(relation: Relation, anchor_key: str) -> bool:
    """Whether the wrong number is an input that repeats the other input."""
    values = [node.printed.value for node in relation.inputs]
    return len(values) == 2 and values[0] == values[1] and any(n.key == anchor_key for n in relation.inputs)


def _budget(view: View, relation: Relation) -> tuple[str, str, str] | None:
    place = relation.result.printed.place
    row = next((r for r in view.anggaran.get(place.table or "", ()) if r.row == place.row), None)
    printed = relation.result.printed
    if row is None or row.persen is None or row.persen.place != place:
        return None
    if _gives(printed, row.realisasi, row.anggaran_sebelum):
        return (
            "before_revision",
            "dihitung dari anggaran sebelum perubahan (Penetapan)",
            "computed from the budget before revision",
        )
    below = [p for child in view.children.get(row.id, ()) if (p := _share(child)) is not None]
    if _is_mean(printed, below) or _is_mean(printed, [p for p in below if p]):
        return (
            "mean_of_percentages",
            "rata-rata sederhana persentase baris di bawahnya, bukan realisasi dibagi anggaran",
            "simple mean of the percentages below it, not realisation over budget",
        )
    top = [p for r in view.anggaran.get(row.table, ()) if r.tingkat == "program" and (p := _share(r)) is not None]
    if row.tingkat == "total" and (_is_mean(printed, top) or _is_mean(printed, [p for p in top if p])):
        return (
            "mean_of_percentages",
            "rata-rata sederhana persentase program, bukan realisasi dibagi anggaran",
            "simple mean of the programmes' percentages, not realisation over budget",
        )
    for other in view.anggaran.get(row.table, ()):
        if other.tingkat == "total" and other.id != row.id:
            if _gives(printed, row.realisasi, other.anggaran):
                return ("wrong_base", "dibagi jumlah anggaran tabel", "divided by the total budget of the table")
            if _gives(printed, row.anggaran, other.anggaran):
                return ("wrong_base", "porsi dari jumlah anggaran", "share of the total budget")
            if _gives(printed, row.realisasi, other.realisasi):
                return ("wrong_base", "porsi dari jumlah realisasi", "share of the total realisation")
    if row.anggaran is not None and row.realisasi is not None and row.anggaran.value == row.realisasi.value:
        value = printed.value or Decimal(0)
        fits = show((row.anggaran.value or Decimal(0)) * value / 100, 0)
        return (
            "copied_amount",
            f"realisasi sama persis dengan anggaran; {printed.raw} cocok dengan realisasi sekitar {fits}",
            f"realisation equals the budget; {printed.raw} fits a realisation of about {fits}",
        )
    near = [r for r in view.anggaran.get(row.table, ()) if abs(r.row - row.row) == 1 and r.persen is not None]
    if any(r.persen is not None and r.persen.raw.strip() == printed.raw.strip() for r in near) and printed.value != 100:
        return (
            "copied_value",
            "sama dengan persentase baris di dekatnya",
            "equals the percentage of a neighbouring row",
        )
    return None


def _inputs(relation: Relation) -> tuple[str, str, str] | None:
    """Slips in the use of the two inputs themselves."""
    if len(relation.inputs) != 2:
        return None
    printed = relation.result.printed
    realised, target = (node.printed for node in relation.inputs)
    if _gives(printed, target, realised) and "N2" not in relation.alternatives:
        return ("inverted", "rumus terbalik (penyebut dan pembilang tertukar)", "inverted formula")
    if realised.value is not None and realised.value % 1:
        whole = realised.model_copy(update={"value": Decimal(int(realised.value)), "decimals": 0, "exact": True})
        if _gives(printed, whole, target):
            return ("decimals_dropped", "desimal realisasi diabaikan", "decimals of the realisation were dropped")
    if printed.value is not None and printed.value == realised.value:
        return ("copied_value", "nilai realisasi dicetak sebagai capaian", "realisation printed as capaian")
    if printed.value is not None and printed.value == target.value:
        return ("copied_value", "nilai target dicetak sebagai capaian", "target printed as capaian")
    return None


def _share(row: Anggaran) -> Decimal | None:
    return row.persen.value if row.persen is not None else None


def _gives(printed: Printed, upper: Printed | None, lower: Printed | None) -> bool:
    if upper is None or lower is None or upper.value is None or not lower.value:
        return False
    got = ratio((Interval(upper.value, upper.value), Interval(lower.value, lower.value)))
    stands = agreement.interval_of(printed)
    return got is not None and stands is not None and stands.meets(got)


def _is_mean(printed: Printed, values: list[Decimal]) -> bool:
    stands = agreement.interval_of(printed)
    got = mean([Interval(v, v) for v in values]) if len(values) > 1 else None
    return got is not None and stands is not None and stands.meets(got)
