"""From one document to its findings: run the rules, judge the relations, find the root causes, rank, number."""

from collections.abc import Iterable
from decimal import Decimal

from schemas.document import Document
from schemas.finding import Finding, Message
from schemas.relation import Judgement, Relation, Verdict
from schemas.result import Checked, RuleFailure, RuleNote
from validators.compared import left_unread
from validators.diagnosis import diagnose
from validators.engine import evaluate, habits_of
from validators.kelengkapan import kelengkapan
from validators.ranking import ranked
from validators.registry import rules
from validators.rule import Rule
from validators.view import View

_AGREEING = (Verdict.AGREES, Verdict.AGREES_ROUNDED)


def check_document(document: Document, hints: bool = False, catalogue: Iterable[Rule] | None = None) -> Checked:
    """All findings of a document, roots first by rank, numbered f1, f2, …, and its coverage completed.

    ``catalogue`` replaces the rules (tests). A rule that crashes becomes a ``RuleFailure``; the others run on.
    """
    view = View(document)
    relations: list[Relation] = []
    direct: list[Finding] = []
    failures: list[RuleFailure] = []
    chosen = {rule.code: rule for rule in (rules() if catalogue is None else catalogue)}
    for rule in chosen.values():
        if rule.hint and not hints:
            continue
        try:
            for item in rule.check(view):
                if isinstance(item, Relation):
                    relations.append(item)
                else:
                    direct.append(item)
        except Exception as error:  # noqa: BLE001 - a broken rule must not look like a broken document
            failures.append(RuleFailure(rule=rule.code, error=f"{type(error).__name__}: {error}"))
    try:
        butir = kelengkapan(view)
    except Exception as error:  # noqa: BLE001 - as for rules
        butir = ()
        failures.append(RuleFailure(rule="kelengkapan", error=f"{type(error).__name__}: {error}"))
    habits = habits_of(relations)
    judgements = evaluate(relations, habits)
    findings = numbered(ranked(diagnose(view, judgements, direct, chosen, habits)))
    try:
        coverage = left_unread(view)
    except Exception as error:  # noqa: BLE001 - as for rules
        coverage = document.coverage
        failures.append(RuleFailure(rule="coverage", error=f"{type(error).__name__}: {error}"))
    coverage = coverage.model_copy(update={"confirmed": len(confirmed(judgements))})
    return Checked(
        document=document.model_copy(update={"coverage": coverage}),
        findings=findings,
        rule_failures=tuple(failures),
        rules=tuple(_note(chosen[code]) for code in sorted({f.rule for f in findings} & chosen.keys())),
        kelengkapan=butir,
        judgements=tuple(judgements),
    )


def _note(rule: Rule) -> RuleNote:
    return RuleNote(code=rule.code, title=Message(id=rule.title_id, en=rule.title_en), legal_basis=rule.legal_basis)


def confirmed(judgements: Iterable[Judgement]) -> set[str]:
    """The keys of table cells that at least one agreeing relation touches."""
    return {
        node.key
        for judgement in judgements
        if judgement.verdict in _AGREEING
        for node in (judgement.relation.result, *judgement.relation.inputs)
        if node.printed.place.table is not None and node.printed.value is not None
    }


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Ids in the order given; causes and consequences follow their findings' provisional ids."""
    listed = list(findings)
    names = {finding.id: f"f{number}" for number, finding in enumerate(listed, 1) if finding.id}
    return tuple(
        finding.model_copy(
            update={
                "id": f"f{number}",
                "cause": names.get(finding.cause) if finding.cause else None,
                "consequences": tuple(names[c] for c in finding.consequences if c in names),
                "confidence": max(Decimal(0), min(Decimal(1), finding.confidence)),
            }
        )
        for number, finding in enumerate(listed, 1)
    )
