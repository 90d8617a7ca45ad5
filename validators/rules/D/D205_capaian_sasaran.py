"""The capaian of one indicator quoted as that of its sasaran.

Apa yang diperiksa / What it does
    Sasaran dengan beberapa indikator: kalimat menyebut capaian satu indikator sebagai capaian sasaran, padahal di
    tempat lain capaian sasaran itu adalah rata-ratanya. A capaian given to a sasaran of several indicators that is
    that of one of them is reported when the report itself elsewhere states the mean for the same sasaran.

Why it matters
    The best indicator is presented as the result of the whole sasaran.

How a reviewer verifies it
    Average the capaian of the indicators of the sasaran.

Known false alarms
    None when the report states the mean itself; without such a statement nothing is reported.
"""

from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Form
from validators.facts import REACHED, Fact, equals, means
from validators.figures import Figure, figures_of
from validators.names import normal
from validators.rule import Rule
from validators.view import View
from validators.wording import show


def check(view: View) -> Iterator[Finding]:
    """One finding for each sasaran that is given the capaian of one indicator."""
    about_goals = [f for f in figures_of(view).all if _about_goal(f)]
    for figure in about_goals:
        value = figure.klaim.value
        reached = [f for f in figure.facts if f.measure == REACHED and not f.end and f.year in (None, view.tahun)]
        if value is None or len({normal(f.record.indikator) for f in reached}) < 2:
            continue
        wholes = means(reached, None)
        part = next((f for f in reached if f.cell.value == value.value), None)
        if part is None or any(equals(value, whole) for whole in wholes):
            continue
        stated = [o for o in about_goals if o is not figure and _same_goal(o, figure)]
        right = next(
            (w for o in stated if o.klaim.value is not None for w in wholes if equals(o.klaim.value, w)),
            None,
        )
        if right is not None:
            yield _told(figure, part, reached, show(right, 2))


def _about_goal(figure: Figure) -> bool:
    value = figure.klaim.value
    named = all(name.about == "sasaran" for name in figure.names) and not figure.others
    return named and figure.klaim.measure == REACHED and value is not None and value.form is Form.NUMBER


def _same_goal(one: Figure, other: Figure) -> bool:
    return bool({name.key for name in one.names} & {name.key for name in other.names})


def _told(figure: Figure, part: Fact, reached: list[Fact], expected: str) -> Finding:
    assert figure.klaim.value is not None
    return RULE.finding(
        Evidence.of(figure.klaim.value),
        *(Evidence.of(fact.cell) for fact in reached[:4]),
        expected=expected,
        keys=(figure.klaim.id,),
        goal=figure.said,
        indicator=part.record.indikator,
    )


RULE = Rule(
    code="D205",
    title_id="Capaian satu indikator dikutip sebagai capaian sasaran",
    title_en="Capaian of one indicator quoted as that of the sasaran",
    category=Category.NARRATIVE,
    severity=Severity.ERROR,
    message_id="{place}: {goal}: {printed} adalah capaian satu indikator; capaian sasaran {expected}",
    message_en="{place}: {goal}: {printed} is the capaian of one indicator; that of the sasaran is {expected}",
    check=check,
)
