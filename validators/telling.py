"""Turns an accepted hypothesis into findings: the root and its consequences."""

from collections.abc import Mapping
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.relation import Judgement, Op, Operand, Relation
from validators.engine import HOLDS, judge
from validators.graph import nodes_of
from validators.hypothesis import Hypothesis
from validators.rule import Rule
from validators.wording import computation, show

_EVIDENCE = 60
_PART = (
    "{place}: {label} tercetak {printed}; angka lain hanya cocok dengan {expected} ({computation})",
    "{place}: {label} prints {printed}; the other figures fit only {expected} ({computation})",
)
_CENT = Decimal("0.01")
_PLAIN = Decimal("0.8")
_NAMED = Decimal("0.9")
_SUPPORTED = Decimal("0.97")


def root(judgement: Judgement, hypothesis: Hypothesis, catalogue: Mapping[str, Rule]) -> Finding:
    """The finding of the cause, told at the number that is wrong."""
    relation, anchor = judgement.relation, hypothesis.anchor
    rule = catalogue.get(hypothesis.rule or "") or catalogue[relation.rule]
    value = hypothesis.value
    expected = hypothesis.expected or (None if value is None else _shown(value, anchor))
    severity = Severity.WARNING if judgement.strained else None
    if relation.note in ("warning", "info") and rule.code == relation.rule:
        severity = Severity(relation.note)
    category = None
    if hypothesis.pattern == "swapped_operands":  # proven by the percentage: more than spending above a budget
        severity, category = (
            Severity.ERROR,
            Category.NARRATIVE if anchor.printed.place.table is None else Category.PERCENT,
        )
    part = anchor.key != relation.result.key and rule.code == relation.rule and relation.op is not Op.EQUAL
    return rule.finding(
        *_evidence(relation, hypothesis),
        printed=anchor.printed.raw,
        expected=expected,
        computation=_computation(judgement, hypothesis),
        severity=severity,
        category=category,
        suggestion=_suggestion(hypothesis, expected),
        confidence=_confidence(hypothesis),
        keys=tuple(dict.fromkeys((anchor.key, *(n.key for n in nodes_of(relation))))),
        expected_value=value,
        message=_PART if part and expected else None,
        label=anchor.label,
        note=(hypothesis.note or "tidak cocok", hypothesis.note_en or "does not agree"),
    )


def consequence(judgement: Judgement, rule: Rule, hypothesis: Hypothesis, name: str, cause: str) -> Finding:
    """A relation that fails because of the cause."""
    relation = judgement.relation
    raw = hypothesis.anchor.printed.raw
    told = None
    if judgement.expected is None:
        told = (
            "{place}: {label} tidak dapat dihitung ulang karena angka " + _safe(raw),
            "{place}: {label} cannot be recomputed because of " + _safe(raw),
        )
    elif judgement.verdict in HOLDS and relation.op is not Op.EQUAL:
        told = (
            "{place}: {label} tercetak {printed}, mengikuti angka " + _safe(raw),
            "{place}: {label} prints {printed}, it follows from " + _safe(raw),
        )
    finding = rule.finding(
        *(Evidence.of(node.printed) for node in nodes_of(relation)[:_EVIDENCE]),
        printed=relation.result.printed.raw,
        expected=None if judgement.expected is None else _shown(judgement.expected, relation.result),
        computation=judgement.computation or None,
        severity=Severity.INFO,
        keys=tuple(node.key for node in nodes_of(relation)),
        message=told,
        label=relation.result.label,
        note=("akibat temuan lain", "consequence of another finding"),
    )
    return finding.model_copy(update={"id": name, "cause": cause})


def _evidence(relation: Relation, hypothesis: Hypothesis) -> tuple[Evidence, ...]:
    first = Evidence.of(hypothesis.anchor.printed)
    nodes: tuple[Operand, ...] = nodes_of(relation)
    found = (first, *hypothesis.evidence, *(Evidence.of(node.printed) for node in nodes))
    return tuple(dict.fromkeys(found))[:_EVIDENCE]


def _computation(judgement: Judgement, hypothesis: Hypothesis) -> str | None:
    relation, value = judgement.relation, hypothesis.value
    is_part = hypothesis.anchor.key != relation.result.key
    result = relation.result.printed.value
    if is_part and value is not None and relation.op is Op.SUM and result is not None:
        rest = [n.printed.value for n in relation.inputs if n.key != hypothesis.anchor.key]
        known = [v for v in rest if v is not None]
        if not rest and value == result:
            return f"{show(result)} ({relation.result.label or relation.result.printed.raw})"
        if known and sum(known, value) == result:
            others = show(known[0]) if len(known) == 1 else show(sum(known, Decimal(0)))
            return f"{show(result)} − {others} = {show(value)}"
    if relation.op is Op.FORMULA and not is_part and value is not None:
        fitting = judge(relation, values={hypothesis.anchor.key: value})  # maybe by another formula than the first one
        known = [n.printed.value for n in relation.inputs if n.printed.value is not None]
        if fitting.verdict in HOLDS and fitting.expected is not None and fitting.reading != judgement.reading:
            return computation(relation, fitting.reading, known, fitting.expected)
    return judgement.computation or None


def _suggestion(hypothesis: Hypothesis, expected: str | None) -> tuple[str, str] | None:
    note, note_en, count = hypothesis.note, hypothesis.note_en, hypothesis.support
    if hypothesis.pattern == "unexplained" and not note:
        return None
    if hypothesis.value is None or expected is None:
        return (_upper(note), _upper(note_en)) if note else None
    checks = "check holds" if count == 1 else "checks hold"
    return (
        f"dengan {expected}, {count} pemeriksaan menjadi cocok" + (f" ({note})" if note else ""),
        f"with {expected} {count} {checks}" + (f" ({note_en})" if note_en else ""),
    )


def _confidence(hypothesis: Hypothesis) -> Decimal:
    if hypothesis.effect.broken:
        return _PLAIN
    if hypothesis.support > 1:
        return _SUPPORTED
    return _NAMED


def _shown(value: Decimal, node: Operand) -> str:
    """With the places that are printed, or up to two more where the value needs them."""
    exponent = value.quantize(_CENT).normalize().as_tuple().exponent
    needed = -exponent if isinstance(exponent, int) else 0
    return show(value, max(node.printed.decimals if not node.printed.exact else 0, needed, 0))


def _safe(text: str) -> str:
    return text.replace("{", "(").replace("}", ")")


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
