"""Bookmarks of the findings, behind those the document already has."""

from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from reports.marks import Mark, Marks
from reports.reasons import Unreads
from reports.words import Lang, say, tell
from schemas.finding import Finding
from schemas.result import Checked

ABOVE = 40.0
"""Points shown above a marked place when its bookmark is followed."""


def add_outline(pdf: pikepdf.Pdf, checked: Checked, marks: Marks, lang: Lang) -> list[pikepdf.Object]:
    """Add one bookmark for each finding, consequences below their cause, all below one heading; what was not read last.

    Returns the objects it already had that are different now.
    """
    known = {finding.id for finding in checked.findings}
    roots = [f for f in checked.findings if f.cause is None or f.cause not in known]
    heading = f"{'Temuan' if lang == 'id' else 'Findings'} Cermat ({len(roots)})"
    top = pdf.make_indirect(Dictionary(Title=String(heading)))
    items = [_entry(pdf, finding, checked, marks, lang) for finding in roots] + _unread(pdf, checked, lang)
    _fill(pdf, top, items)
    catalog = pdf.Root
    changed = [catalog]
    if not isinstance(catalog.get(Name.Outlines), Dictionary):
        catalog.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    elif catalog.Outlines.is_indirect:
        changed.append(catalog.Outlines)
    outlines = catalog.Outlines
    top.Parent = outlines
    last = outlines.get(Name.Last)
    if isinstance(last, Dictionary):
        last.Next, top.Prev = top, last
        changed.append(last)
    else:
        outlines.First = top
    outlines.Last = top
    outlines.Count = int(outlines.get(Name.Count, 0)) + 1 + len(items)
    if Name.PageMode not in catalog:
        catalog.PageMode = Name.UseOutlines
    return changed


def _entry(pdf: pikepdf.Pdf, finding: Finding, checked: Checked, marks: Marks, lang: Lang) -> pikepdf.Object:
    title = f"{say(finding.severity.value, lang)} {finding.rule}: {tell(finding.message, lang)}"
    item = pdf.make_indirect(Dictionary(Title=String(title)))
    mark = next((marks.of[finding.id, i] for i in range(len(finding.evidence)) if (finding.id, i) in marks.of), None)
    item.Dest = _place(pdf, mark, marks) if mark else Array([pdf.pages[0].obj, Name.Fit])
    followers = [f for f in checked.findings if f.cause == finding.id]
    if followers:
        _fill(pdf, item, [_entry(pdf, follower, checked, marks, lang) for follower in followers], opened=False)
    return item


def _unread(pdf: pikepdf.Pdf, checked: Checked, lang: Lang) -> list[pikepdf.Object]:
    """One closed bookmark with all parts that were not read, each leading to its page; none when all was read."""
    unreads = Unreads(checked.document, lang)
    parts = [part for part in checked.document.coverage.unread if part.page and part.page <= len(pdf.pages)]
    if not parts:
        return []
    entries: list[pikepdf.Object] = []
    for part in parts:
        numbers = f" ({unreads.numbers(part)})" if part.numbers else ""
        title = f"{say('page', lang)} {part.page}: {unreads.what(part)}{numbers}: {unreads.reason(part)}"
        page = pdf.pages[(part.page or 1) - 1].obj
        entries.append(pdf.make_indirect(Dictionary(Title=String(title), Dest=Array([page, Name.Fit]))))
    word = say("unread", lang)
    heading = Dictionary(Title=String(f"{word[:1].upper()}{word[1:]} ({len(parts)})"), Dest=entries[0].Dest)
    item = pdf.make_indirect(heading)
    _fill(pdf, item, entries, opened=False)
    return [item]


def _place(pdf: pikepdf.Pdf, mark: Mark, marks: Marks) -> Array:
    page = pdf.pages[mark.page - 1].obj
    if not mark.boxes:
        return Array([page, Name.Fit])
    frame = marks.frames[mark.page]
    x0, top, _, _ = mark.boxes[0]
    corner = (max(0.0, x0 - ABOVE), max(0.0, top - ABOVE))
    left, low, _, _ = frame.to_user((*corner, *corner))
    return Array([page, Name.XYZ, round(left, 1), round(low, 1), 0])


def _fill(pdf: pikepdf.Pdf, parent: pikepdf.Object, items: list[pikepdf.Object], opened: bool = True) -> None:
    if not items:
        return
    for before, after in pairwise(items):
        before.Next, after.Prev = after, before
    for item in items:
        item.Parent = parent
    parent.First, parent.Last = items[0], items[-1]
    parent.Count = len(items) if opened else -len(items)
