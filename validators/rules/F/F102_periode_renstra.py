"""The period of the strategic plan, and the place of the reported year in it.

Apa yang diperiksa / What it does
    Membandingkan periode Renstra, RPJMD, dan rencana lain (RPJPD, RTRW, RUPM …) di seluruh dokumen, dan menghitung
    "tahun ke-…" dari periode itu. Compares the periods that passages give one plan of one owner, and computes the
    ordinal of the reported year ("tahun ketiga Renstra"). Periods that share their first or their last year are
    meant to be one. An earlier plan is meant to be one, unless the sentence takes the targets of the reported year
    from it.

Why it matters
    Progress towards the plan is read against its period; a wrong ordinal or end year makes the report look ahead of
    or behind its plan.

How a reviewer verifies it
    Take the period from the decree that set the plan; count the years from its first one.

Known false alarms
    A plan of another level (RPJMN, ministry, province), and the plan before this one. A six-year period holds five
    years of a five-year plan, so both ways of counting are accepted. A plan that was revised may get a new period.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Rujukan
from validators.passages import Passages, passages
from validators.rule import Rule
from validators.view import View

_PERIOD = re.compile(r"(20\d\d)-(20\d\d)$")
_ELSEWHERE = re.compile(r"\b(?:nasional|RPJMN|kementerian|sebelumnya|menggantikan|perubahan atas)\b", re.I)
_SUBJECT = re.compile(r"\btahun\s+(20\d\d)\s+(?:ini\s+)?(?:adalah|merupakan)\b", re.I)
_SET = re.compile(
    r"\b(?:target|sasaran|indikator)\b[^.]{0,60}\b(?:dicapai|ditetapkan|diukur|tercapai|dilaksanakan)\b", re.I
)
_PART = re.compile(r"\b(?:tahap\w*|sebelumnya|menggantikan|diubah|perubahan|revisi|review|reviu)\b", re.I)
_LAST = "terakhir"
_FIVE_YEARS_IN_SIX = 6
_NAMES = {"renstra": "Renstra", "rpjmd": "RPJMD"}
_NTH = ("", "pertama", "kedua", "ketiga", "keempat", "kelima", "keenam")


def check(view: View) -> Iterator[Finding]:
    """Periods that differ from the usual one, then ordinals that do not fit it."""
    text = passages(view)
    usual: dict[str, tuple[int, int]] = {}
    shown: dict[str, Rujukan] = {}
    for plan in _NAMES:
        periods = [r for r in view.document.rujukan if r.kind == "tahun" and r.about == plan and _own(r, text)]
        counted = Counter(r.value for r in periods)
        if not counted:
            continue
        first, times = counted.most_common(1)[0]
        start, end = _years(first)
        usual[plan] = (start, end)
        shown[plan] = next(r for r in periods if r.value == first)
        if times * 2 <= sum(counted.values()):
            continue
        by_value = {r.value: r for r in reversed(periods)}
        for value, rujukan in by_value.items():
            low, high = _years(value)
            if value == first:
                continue
            if (low == start) != (high == end) or _outlived(text.sentence(rujukan), high, view.tahun):
                yield _period(rujukan, by_value[first], plan, value, first)
    yield from _other_plans(view, text)
    yield from _ordinals(view, usual, shown, text)


def _other_plans(view: View, text: Passages) -> Iterator[Finding]:
    """Periods of the same plan of the same owner; of two that are printed equally often the first is the usual one."""
    plans: dict[str, list[Rujukan]] = defaultdict(list)
    for rujukan in view.document.rujukan:
        if rujukan.kind == "periode" and not _PART.search(text.sentence(rujukan)):
            plans[rujukan.about].append(rujukan)
    for plan, periods in plans.items():
        first = Counter(r.value for r in periods).most_common(1)[0][0]
        start, end = _years(first)
        by_value = {r.value: r for r in reversed(periods)}
        for value, rujukan in by_value.items():
            low, high = _years(value)
            if (low == start) != (high == end):
                yield _period(rujukan, by_value[first], plan, value, first)


def _own(rujukan: Rujukan, text: Passages) -> bool:
    """Whether the passage gives the period of the agency's own plan."""
    return bool(_PERIOD.match(rujukan.value)) and not _ELSEWHERE.search(text.sentence(rujukan))


def _outlived(sentence: str, end: int, tahun: int | None) -> bool:
    """Whether a passage sets for the reported year what a plan says that ended before it."""
    return tahun is not None and end < tahun and _SET.search(sentence) is not None and str(tahun) in sentence


def _years(value: str) -> tuple[int, int]:
    start, _, end = value.partition("-")
    return int(start), int(end)


def _period(rujukan: Rujukan, usual: Rujukan, plan: str, value: str, first: str) -> Finding:
    return RULE.finding(
        Evidence.at(rujukan.place, rujukan.text),
        Evidence.at(usual.place, usual.text),
        printed=value,
        expected=first,
        plan=_NAMES.get(plan, plan),
        suggestion=("Samakan periode rencana di seluruh dokumen.", "Give the plan one period throughout."),
    )


def _ordinals(
    view: View, usual: dict[str, tuple[int, int]], shown: dict[str, Rujukan], text: Passages
) -> Iterator[Finding]:
    if view.tahun is None:
        return
    wrong: dict[str, list[Rujukan]] = {}
    for rujukan in view.document.rujukan:
        if rujukan.kind != "tahun_ke" or rujukan.about not in usual:
            continue
        start, end = usual[rujukan.about]
        said = _SUBJECT.search(text.sentence(rujukan))
        year = int(said.group(1)) if said else view.tahun
        span, nth = end - start + 1, year - start + 1
        fitting = {nth} | ({nth - 1} if span == _FIVE_YEARS_IN_SIX else set())
        given = span if rujukan.value == _LAST else int(rujukan.value) if rujukan.value.isdigit() else None
        if given is None or given in fitting or (rujukan.value == _LAST and year == end) or not 0 < nth <= span:
            continue
        wrong.setdefault(rujukan.about, []).append(rujukan)
    for plan, found in wrong.items():
        start, end = usual[plan]
        nth = view.tahun - start + 1
        yield RULE.finding(
            *(Evidence.at(r.place, r.text) for r in (*found, shown[plan])),
            printed=found[0].text,
            expected=f"tahun {_NTH[nth] if nth < len(_NTH) else nth}",
            computation=f"{view.tahun} − {start} + 1 = {nth}",
            plan=_NAMES[plan],
            message=_ORDINAL,
            period=f"{start}–{end}",
            year=str(view.tahun),
            nth=str(nth),
        )


_ORDINAL = (
    "{place}: “{printed}”, padahal {year} adalah tahun ke-{nth} {plan} {period}",
    "{place}: “{printed}”, while {year} is year {nth} of the {plan} {period}",
)

RULE = Rule(
    code="F102",
    title_id="Periode atau tahun Renstra tidak sejalan",
    title_en="Period or year of the strategic plan does not fit",
    category=Category.YEAR,
    severity=Severity.WARNING,
    message_id="{place}: periode {plan} tercetak {printed}, di bagian lain {expected}",
    message_en="{place}: the period of the {plan} is printed {printed}, elsewhere {expected}",
    check=check,
)
