"""Writes what was added to a PDF behind the bytes of the submitted file, as an incremental update.

The submitted file stays whole inside the annotated one, byte for byte: an electronic signature on it can still be
verified, and a large scan is not written anew. Files that cannot carry an update (encrypted, mended while they were
opened) are left to be saved as a whole.
"""

import io
import re
from collections.abc import Iterable

import pikepdf
from pikepdf import Array, Dictionary, Name

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TAIL = 2048


def updated(source: bytes, pdf: pikepdf.Pdf, first_new: int, changed: Iterable[pikepdf.Object]) -> bytes | None:
    """The file with an update behind it; None when it cannot carry one.

    Args:
        source: the bytes from which ``pdf`` was opened.
        pdf: the document with objects added and changed.
        first_new: what ``next_number`` gave before objects were added.
        changed: objects of the submitted file that are different now.
    """
    found = _START.search(source, max(0, len(source) - _TAIL))
    if found is None or not source.startswith(b"%PDF-") or pdf.is_encrypted:
        return None
    objects = {obj.objgen[0]: obj for obj in changed}
    objects |= {number: pdf.get_object(number, 0) for number in range(first_new + 1, next_number(pdf))}
    if 0 in objects:  # an object that stands inside another one
        return None
    body = bytearray(source if source.endswith(b"\n") else source + b"\n")
    offsets: dict[int, tuple[int, int]] = {}
    for number, obj in sorted(objects.items()):
        offsets[number] = (len(body), obj.objgen[1])
        body += b"%d %d obj\n%b\nendobj\n" % (number, obj.objgen[1], _written(obj))
    before = int(found[1])
    size = max([int(pdf.trailer.get(Name.Size, 0)), *(number + 1 for number in offsets)])
    trailer = Dictionary({key: pdf.trailer[key] for key in ("/Root", "/Info", "/ID") if key in pdf.trailer})
    trailer.Prev, trailer.Size = before, size
    if source[before : before + 4] == b"xref":
        body += _table(offsets, trailer, len(body))
    else:
        body += _stream(offsets, trailer, size, len(body))
    result = bytes(body)
    return result if _sound(result, pdf) else None


def next_number(pdf: pikepdf.Pdf) -> int:
    """The number of the next object; it is taken by an empty one that nothing refers to."""
    return int(pdf.make_indirect(Dictionary()).objgen[0])


def _written(obj: pikepdf.Object) -> bytes:
    if not isinstance(obj, pikepdf.Stream):
        return obj.unparse(resolved=True)
    data = obj.read_raw_bytes()
    head = Dictionary(dict(obj.stream_dict.items()))
    head.Length = len(data)
    return head.unparse() + b"\nstream\n" + data + b"\nendstream"


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    """The numbers in runs without gaps."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] + 1 == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _table(offsets: dict[int, tuple[int, int]], trailer: Dictionary, start: int) -> bytes:
    lines = [b"xref\n"]
    for run in _runs(offsets):
        lines.append(b"%d %d\n" % (run[0], len(run)))
        lines += [b"%010d %05d n\r\n" % offsets[number] for number in run]
    return b"".join(lines) + b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (trailer.unparse(), start)


def _stream(offsets: dict[int, tuple[int, int]], trailer: Dictionary, number: int, start: int) -> bytes:
    """The cross-reference stream; it has to list itself, as the object behind all others."""
    offsets = {**offsets, number: (start, 0)}
    entries = b"".join(
        b"\x01" + offsets[n][0].to_bytes(5, "big") + offsets[n][1].to_bytes(2, "big") for n in sorted(offsets)
    )
    trailer.Type, trailer.Size, trailer.Length = Name.XRef, number + 1, len(entries)
    trailer.W = Array([1, 5, 2])
    trailer.Index = Array([value for run in _runs(offsets) for value in (run[0], len(run))])
    return b"%d 0 obj\n%b\nstream\n%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
        number,
        trailer.unparse(),
        entries,
        start,
    )


def _sound(data: bytes, pdf: pikepdf.Pdf) -> bool:
    """Whether the file opens without being mended, with the annotations of every page."""
    try:
        with pikepdf.open(io.BytesIO(data)) as again:
            return not again.get_warnings() and _annotations(again) == _annotations(pdf)
    except pikepdf.PdfError:
        return False


def _annotations(pdf: pikepdf.Pdf) -> list[int]:
    return [len(page.obj[Name.Annots]) if Name.Annots in page.obj else 0 for page in pdf.pages]
