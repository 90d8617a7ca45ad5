"""One regulation cited with two numbers or years, with a wrong one, or before it was issued.

Apa yang diperiksa / What it does
    Membandingkan nomor dan tahun peraturan yang berjudul sama, peraturan yang selalu dikutip laporan kinerja, dan
    tahun peraturan terhadap tahun laporan. Compares number and year of citations with one title, of the regulations
    that every performance report cites, and the year of a regulation with the year of the report.

Why it matters
    The legal basis of a decree must be citable; a slip in it spreads by copying from one decree to the next.

How a reviewer verifies it
    Look the regulation up in the legal information network (JDIH) by its title.

Known false alarms
    Regulations on one matter follow each other under one title with another number; only a shared number, or a title
    that was issued once, is compared. Variants of writing (PER/09/M.PAN/5/2007) are the same number.
"""

from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Rujukan
from validators.peraturan import Sitasi, known, parse, same_title
from validators.rule import Rule
from validators.view import View

_WRITING = 1
"""A report on a year is written in the next one and may cite what is issued until then."""


def check(view: View) -> Iterator[Finding]:
    """Wrong ones first, then pairs that contradict each other, then those from after the report."""
    cited = [(r, c) for r in view.document.rujukan if r.kind == "peraturan" and (c := parse(r)) is not None]
    told: set[tuple[str, str, int]] = set()
    for rujukan, citation in cited:
        right = known(citation)
        if right and right.code != citation.code and _once(told, citation):
            proof = next((r for r, c in cited if c.type == right.type and c.code == right.code), None)
            yield _finding(rujukan, right.code, proof, _TITLE, citation)
    for at, (rujukan, citation) in enumerate(cited):
        for other, second in cited[at + 1 :]:
            if _contradict(citation, second) and not known(citation) and _new(told, citation, second):
                yield _finding(other, citation.code, rujukan, _TITLE, second)
    for rujukan, citation in cited:
        if view.tahun and citation.year > view.tahun + _WRITING and _once(told, citation):
            proof = next(
                (r for r, c in cited if (c.type, c.number) == (citation.type, citation.number) and c != citation), None
            )
            yield _finding(rujukan, None, proof, _LATER, citation, str(view.tahun))


def _contradict(one: Sitasi, two: Sitasi) -> bool:
    return (
        one.type == two.type and one.number == two.number and one.year != two.year and same_title(one.title, two.title)
    )


def _once(told: set[tuple[str, str, int]], citation: Sitasi) -> bool:
    key = (citation.type, citation.number, citation.year)
    if key in told:
        return False
    told.add(key)
    return True


def _new(told: set[tuple[str, str, int]], one: Sitasi, two: Sitasi) -> bool:
    keys = {(c.type, c.number, c.year) for c in (one, two)}
    if keys & told:
        return False
    told |= keys
    return True


def _finding(
    rujukan: Rujukan,
    expected: str | None,
    proof: Rujukan | None,
    message: tuple[str, str],
    citation: Sitasi,
    year: str = "",
) -> Finding:
    evidence = [Evidence.at(rujukan.place, rujukan.text)]
    if proof is not None:
        evidence.append(Evidence.at(proof.place, proof.text))
    return RULE.finding(
        *evidence,
        printed=f"Nomor {citation.number} Tahun {citation.year}",
        expected=expected,
        message=message,
        title=citation.title or rujukan.text,
        year=year,
        severity=Severity.ERROR if message is _LATER else None,
        category=Category.YEAR if proof is not None or message is _LATER else None,
    )


_TITLE = (
    "{place}: {printed} tentang {title}; dengan judul itu dikenal atau dikutip {expected}",
    "{place}: {printed} on {title}; that title is known or cited as {expected}",
)
_LATER = (
    "{place}: {printed} tentang {title} terbit setelah tahun laporan {year}; perlu klarifikasi",
    "{place}: {printed} on {title} is later than the reported year {year}; please clarify",
)

RULE = Rule(
    code="F301",
    title_id="Nomor atau tahun peraturan tidak sejalan",
    title_en="Number or year of a regulation does not fit",
    category=Category.IDENTITY,
    severity=Severity.WARNING,
    message_id=_TITLE[0],
    message_en=_TITLE[1],
    legal_basis="PermenPANRB 53/2014; Perpres 29/2014",
    check=check,
)
