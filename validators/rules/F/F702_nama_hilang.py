"""The place where a name should stand is empty.

Apa yang diperiksa / What it does
    Mencari "Kecamatan Kabupaten …" dan "Keputusan Camat Kecamatan Nomor …" tanpa nama. Looks for the kind of an office
    followed at once by its region or by the number of a decree, so that its own name is missing.

Why it matters
    A decree whose title does not name the agency binds nobody in particular.

How a reviewer verifies it
    Compare with the title of the decree elsewhere in the document.

Known false alarms
    Names of places that are called like a region (Kecamatan Kota …) are passed over.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Place
from validators.passages import passages
from validators.rule import Rule
from validators.view import View

_TITLE = re.compile(r"\b(?:KECAMATAN|KELURAHAN)\s+KABUPATEN\s+[A-Z]+|\b(?:Kecamatan|Kelurahan)\s+Kabupaten\s+[A-Z]\w+")
_DECREE = re.compile(
    r"\bKeputusan\s+(?:Camat|Lurah|Kepala)\s+(?:Kecamatan|Kelurahan|Dinas|Badan|Kantor)\s+Nomor\b", re.I
)
_HALF = re.compile(r"\bKeputusan\s+(?:Camat|Lurah|Kepala)\s+(?:Kecamatan|Kelurahan|Dinas|Badan|Kantor)\W*$", re.I)


def check(view: View) -> Iterator[Finding]:
    """One finding for each place."""
    text = passages(view)
    for line in text.lines:
        if "eca" not in line.text and "ECA" not in line.text and "elu" not in line.text and "eputusan" not in line.text:
            continue
        found = _TITLE.search(line.text)
        if found is None and _HALF.search(line.text):
            found = _DECREE.search(" ".join(text.after(line.order, 1).split()))
        if found is None:
            found = _DECREE.search(line.text)
        if found is not None:
            place = Place(page=line.page, line=line.line, bbox=line.bbox)
            yield RULE.finding(Evidence.at(place, text.after(line.order, 1)[:300]), printed=found.group())


RULE = Rule(
    code="F702",
    title_id="Nama instansi hilang",
    title_en="Name of the agency is missing",
    category=Category.MISSING,
    severity=Severity.WARNING,
    message_id="{place}: tercetak “{printed}” tanpa nama",
    message_en="{place}: prints “{printed}” without a name",
    check=check,
)
