"""What a finding says, as labelled parts in reading order: for notes on pages, cards and lists."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reports.words import Lang, place_of, say, tell
from schemas.finding import Finding
from schemas.result import Checked


class Part(NamedTuple):
    """One labelled part: ``key`` is the word's key in ``reports.words``."""

    key: str
    label: str
    value: str


def by_id(checked: Checked) -> dict[str, Finding]:
    """The findings of a document by their id."""
    return {finding.id: finding for finding in checked.findings}


def parts_of(finding: Finding, lang: Lang) -> Iterator[Part]:
    """Printed, expected, computation and suggestion, as far as the finding has them."""
    suggestion = finding.suggestion if lang == "id" else finding.suggestion_en or finding.suggestion
    for key, value in (
        ("printed", finding.printed),
        ("expected", finding.expected),
        ("computation", finding.computation),
        ("suggestion", suggestion),
    ):
        if value:
            yield Part(key, _upper(say(key, lang)), value)


def head_of(finding: Finding, lang: Lang) -> str:
    """Severity, rule and id in a few words."""
    head = f"{say(finding.severity.value, lang)} {finding.rule} ({finding.id})"
    if finding.mengubah_kesimpulan:
        head += f", {say('changes', lang)}"
    if finding.accepted is not None:
        head += f", {say('accepted', lang)}: {finding.accepted}"
    return head


def mention(finding: Finding, lang: Lang) -> str:
    """The finding in a list of others: id, rule and place."""
    where = place_of(finding.evidence[0], lang) if finding.evidence else ""
    return f"{finding.id} {finding.rule}" + (f" ({where})" if where else "")


def note(finding: Finding, known: Mapping[str, Finding], lang: Lang) -> str:
    """The whole finding as plain text of several lines; consequences name their cause, causes their consequences."""
    lines = [head_of(finding, lang), tell(finding.message, lang)]
    lines += [f"{part.label}: {part.value}" for part in parts_of(finding, lang)]
    followers = [mention(known[c], lang) for c in finding.consequences if c in known]
    if followers:
        lines.append(f"{_upper(say('consequences', lang))}: {'; '.join(followers)}")
    if finding.cause is not None and finding.cause in known:
        lines.append(f"{'Akibat dari' if lang == 'id' else 'Consequence of'}: {mention(known[finding.cause], lang)}")
    return "\n".join(lines)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
