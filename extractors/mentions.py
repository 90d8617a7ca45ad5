"""Numbers in running text: amounts, percentages, counts, ranges and years; not the numbers of decrees or tables."""

import re
from typing import NamedTuple

from extractors.amounts import MULTIPLIERS, Fields
from extractors.cells import understand
from extractors.numerals import Kind
from schemas.number import Form, Printed

_FLAT = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u2009\u202f\t\r\n\f\v", " ") | dict.fromkeys("‐‑‒–—―−", "-")
)  # one character for one, so that offsets stay those of the text
_NUM = r"\d(?:[\d.,]*\d)?+"
_TO = r"\s?(?:-|s\s?[/.]\s?d\.?)\s?"
_SCALE = "(?:" + "|".join(MULTIPLIERS) + ")"
_PCT = r"(?:%|‰|(?:persen|prosen|percent)\b)"
_MONTH = r"(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)"
_MENTION = re.compile(
    rf"""(?ix)
      (?P<reference>
          (?<![\w/]) (?: nomor | no\. | pasal | ayat | tabel | table | gambar | grafik | diagram | lampiran | bab
            | butir | halaman | hal\. | nip\.? | jln?\. | rt\.? | rw\.? | kode\s+pos | kode | telp\.?
            | telepon | fax\.? | angka | bagian | permen\w* | perpres | perbup | perda | uu | pp )
            \s* [:.]? \s* \(? \s* [\dIVXLC] [\w./-]* (?: \s+ \d{{6}} \s+ \d \s+ \d{{3}} | \) \s* [\d ]+ )?
        | \d [\w.]* (?: \s? / \s? [\w.-]+ ){{2,}}
        | (?<![\w.]) \d+ (?: \. \d{{1,2}} ){{2,}} (?![\d,])
      )
    | (?P<money> (?<!\w) (?:rp|idr) \.? \s* :? \s* -? (?P<figure> \d (?: [\d.,] | (?<=\d\.)\ (?=\d{{3}}[.,]) )*+ )
          (?: (?<=[.,]) -{{1,2}} | \s? [.,]? = | (?<=\d) ,?-{{1,2}}(?!\w) )? (?: \s* {_SCALE} \b )? )
    | (?P<rupiah> (?<![\w.,/]) {_NUM} (?:,-)? \s* (?: {_SCALE} \s+ )? rupiah \b )
    | (?P<range> (?<![\w.,/-]) {_NUM} \s? {_PCT}? {_TO} {_NUM} \s? {_PCT}? (?![\w/]) )
    | (?P<bound> (?: [≥≤<>] =? | => | =< ) \s? {_NUM} (?: \s? {_PCT} )? )
    | (?P<percent> (?<![\w.,/]) (?: (?<!\w) - )? {_NUM} \s? {_PCT} )
    | (?P<date> (?<![\w.,/]) (?P<day>\d{{1,2}}) \s+ {_MONTH} \b )
    | (?P<plain> (?<![\w.,/]) (?: (?<![\w)]) - (?=\d) )? {_NUM} (?: \s+ {_SCALE} \b )? )
    """
)
_NOUN = re.compile(r"\s*(?:\([^()]{1,60}\)\s*)?(?P<noun>[^\W\d_]+(?:\s?/\s?[^\W\d_]+)?)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_BEFORE = re.compile(rf"(?:tahun(?:\s+anggaran)?|ta\.?|t\.a\.?|th\.?|{_MONTH})\s*:?\s*$", re.I)
_NO_NOUN = re.compile(
    r"dan|atau|dari|yang|dengan|di|ke|pada|untuk|dalam|adalah|menjadi|sebesar|sehingga|serta|tentang|atas|sampai|"
    r"hingga|terhadap|karena|bila|maka|oleh|telah|sudah|dapat|tidak|ini|itu|sd|secara"
)
_MEASURED_NOUN = re.compile(
    r"poin|point|indeks|nilai|skor|ha|hektar|ton|kg|kw|kuintal|liter|km|m|meter|jam|menit|derajat|rasio|ribu|juta"
)
_LIST_MARK = re.compile(r"\A\s*\(?\d{1,2}[.)]\s")


class Mention(NamedTuple):
    """A number of running text and the characters it takes."""

    printed: Printed
    start: int
    end: int


def _printed(raw: str, fields: Fields) -> Printed:
    return Printed(raw=raw, **fields._asdict())


def _plain(text: str, flat: str, match: re.Match[str]) -> Mention | None:
    """A number without sign of what it is: a year, a count of the noun that follows, or a measured value."""
    start, end = match.span()
    raw = text[start:end]
    if flat[end : end + 1] in ("/", "-") and flat[end + 1 : end + 2].isalnum():
        return None
    if _YEAR.fullmatch(raw) and (_YEAR_BEFORE.search(flat[max(0, start - 24) : start]) or not _noun(flat, end)):
        return Mention(_printed(raw, understand(raw, "count")._replace(unit="tahun")), start, end)
    noun = _noun(flat, end)
    counted = noun is not None and not _MEASURED_NOUN.fullmatch(noun.lower())
    kind: Kind = "count" if counted else "measure"
    fields = understand(raw, kind)
    if fields.form is Form.TEXT:
        return None
    if fields.unit is None:
        fields = fields._replace(unit=noun)
    return Mention(_printed(raw, fields), start, end)


def _noun(flat: str, end: int) -> str | None:
    match = _NOUN.match(flat, end)
    if match is None or _NO_NOUN.fullmatch(match["noun"].lower()):
        return None
    return match["noun"]


def find_numbers(text: str) -> list[Mention]:
    """The numbers of a sentence or paragraph, in order, each with its first and last+1 character.

    The unit tells what each is: "Rp" an amount, "%" a percentage, "tahun" with a four-digit value a year, "tanggal"
    the day of a date, any other word the noun that follows ("kegiatan"), None where none follows. Numbers of
    decrees, articles, tables, pages, telephone and personnel numbers, codes and list marks are left out.
    """
    flat = text.translate(_FLAT)
    found: list[Mention] = []
    mark = _LIST_MARK.match(flat)
    for match in _MENTION.finditer(flat, mark.end() - 1 if mark else 0):
        name = match.lastgroup
        if name == "reference":
            continue
        start, end = match.span()
        if name in ("money", "figure"):
            while flat[end - 1] in ".," and end > start:
                end -= 1
            fields = understand(flat[start:end], "money")
        elif name in ("date", "day"):
            end = match.end("day")
            fields = understand(flat[start:end], "count")._replace(unit="tanggal")
        elif name == "plain":
            mention = _plain(text, flat, match)
            if mention:
                found.append(mention)
            continue
        else:
            kind: Kind | None = "money" if name == "rupiah" else "percent" if name == "percent" else None
            fields = understand(flat[start:end], kind)
            if name == "range" and fields.unit is None and _YEAR.fullmatch(flat[start : start + 4]):
                fields = fields._replace(unit="tahun")
            elif name == "range" and fields.unit is None:
                fields = fields._replace(unit=_noun(flat, end))
        if fields.form is not Form.TEXT:
            found.append(Mention(_printed(text[start:end], fields), start, end))
    return found
