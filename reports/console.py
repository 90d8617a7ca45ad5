"""The result on the terminal: grouped by document, worst first, readable at 80 columns."""

from collections import Counter
from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from reports.reasons import Unreads, heaviest
from reports.words import Lang, place_of, say, tell
from schemas.errors import InputError
from schemas.finding import Finding, Severity
from schemas.result import Checked, Result

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}
WEIGHTS = {Severity.ERROR: 1000, Severity.WARNING: 1, Severity.INFO: 0}
MOST_CONSEQUENCES = 4
MOST_UNREAD = 5
LONGEST_PATH = 74


def print_result(result: Result, console: Console, lang: Lang = "id", info: bool = False) -> None:
    """Print the documents, worst first, then the inputs that could not be read and one line of sums.

    Findings of severity ``info`` are shown only with ``info``; consequences are folded under their cause.
    """
    for checked in sorted(result.documents, key=_weight, reverse=True):
        console.print(_document(checked, lang, info))
    if result.errors:
        console.print(Text(say("failed_inputs", lang) + ":", style="bold red"))
        for error in result.errors:
            console.print(_error(error, lang))
    console.print(_summary(result, lang))


def roots(checked: Checked) -> list[Finding]:
    """The findings that are not consequences, in the order of their ranking, accepted ones last."""
    return sorted((f for f in checked.findings if f.cause is None), key=lambda f: f.accepted is not None)


def _weight(checked: Checked) -> int:
    return sum(WEIGHTS[f.severity] for f in roots(checked) if f.accepted is None)


def _document(checked: Checked, lang: Lang, info: bool) -> Group:
    document = checked.document
    identity = document.identity
    agency = identity.instansi or say("unknown_agency", lang)
    parts: list[RenderableType] = [
        Rule(Text(_end_of(document.source.path), style="bold"), align="left"),
        Text(f"{identity.jenis.upper()} · {agency} · {identity.tahun or '?'}"),
    ]
    shown = [f for f in roots(checked) if info or f.severity is not Severity.INFO]
    by_id = {f.id: f for f in checked.findings}
    for finding in shown:
        parts.extend(_finding(finding, by_id, lang))
    coverage = document.coverage
    if document.scanned:
        parts.append(Text(say("scan", lang), style="bold yellow"))
    elif not shown:
        parts.append(Text(say("none_read" if coverage.unread else "none", lang), style="green"))
    figures = {"read": coverage.in_records, "all": coverage.numbers_on_table_pages, "confirmed": coverage.confirmed}
    parts.append(Text(say("coverage", lang, **figures), style="dim"))
    telling = Unreads(document, lang)
    for unread in heaviest(coverage.unread, MOST_UNREAD):
        where = place_of_unread(unread.page, unread.line, lang)
        numbers = f" ({telling.numbers(unread)})" if unread.numbers else ""
        text = f"{say('unread', lang)}: {where}{telling.what(unread)}{numbers}: {telling.reason(unread)}"
        parts.append(Text(text, style="dim"))
    if len(coverage.unread) > MOST_UNREAD:
        parts.append(Text(f"… +{len(coverage.unread) - MOST_UNREAD} {say('unread', lang)}", style="dim"))
    for failure in checked.rule_failures:
        parts.append(Text(f"{say('failed_rules', lang)}: {failure.rule}: {failure.error}", style="magenta"))
    return Group(*parts, Text(""))


def _end_of(path: str) -> str:
    """A path that fits in a line: its end says which file it is."""
    return path if len(path) <= LONGEST_PATH else "…" + path[1 - LONGEST_PATH :]


def place_of_unread(page: int | None, line: int | None, lang: Lang) -> str:
    """The place of something that was not read, with a colon; empty when it has none."""
    if page is not None:
        return f"{say('page', lang)} {page}: "
    return f"{say('line', lang)} {line}: " if line is not None else ""


def _finding(finding: Finding, by_id: dict[str, Finding], lang: Lang) -> Iterator[RenderableType]:
    head = Text()
    head.append(say(finding.severity.value, lang), style=STYLES[finding.severity])
    head.append(f" {finding.rule}", style="bold")
    if finding.evidence:
        head.append(f"  {place_of(finding.evidence[0], lang)}", style="cyan")
    if finding.mengubah_kesimpulan:
        head.append(f"  [{say('changes', lang)}]", style="bold magenta")
    if finding.accepted is not None:
        head.append(f"  [{say('accepted', lang)}: {finding.accepted}]", style="green")
    yield head
    yield Padding(Text(tell(finding.message, lang)), (0, 0, 0, 2))
    suggestion = finding.suggestion if lang == "id" else finding.suggestion_en or finding.suggestion
    for key, value in (
        ("printed", finding.printed),
        ("expected", finding.expected),
        ("computation", finding.computation),
        ("suggestion", suggestion),
    ):
        if value:
            yield Padding(Text.assemble((f"{say(key, lang)}: ", "dim"), value), (0, 0, 0, 2))
    known = [by_id[c] for c in finding.consequences if c in by_id]
    for consequence in known[:MOST_CONSEQUENCES]:
        where = place_of(consequence.evidence[0], lang) if consequence.evidence else ""
        text = f"↳ {say('consequences', lang)} {consequence.rule} {where}: {tell(consequence.message, lang)}"
        yield Padding(Text(text, style="dim"), (0, 0, 0, 4))
    if len(known) > MOST_CONSEQUENCES:
        more = f"↳ … +{len(known) - MOST_CONSEQUENCES} {say('consequences', lang)}"
        yield Padding(Text(more, style="dim"), (0, 0, 0, 4))


def _error(error: InputError, lang: Lang) -> Padding:
    return Padding(Text(f"{error.path} [{error.code.value}] {tell(error.message, lang)}"), (0, 0, 0, 2))


def _summary(result: Result, lang: Lang) -> Text:
    counts = Counter(f.severity for c in result.documents for f in roots(c) if f.accepted is None)
    figures = {
        "documents": len(result.documents),
        "error": counts[Severity.ERROR],
        "warning": counts[Severity.WARNING],
        "failed": len(result.errors) + sum(c.document.scanned for c in result.documents),
    }
    return Text(say("summary", lang, **figures), style="bold")
