"""Whose document this is and which year it speaks of, from its own content alone."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from extractors.records.instansi import Nama, find_daerah, find_nama, is_bare, is_short_for, tidy
from extractors.records.jenis import find_jenis
from extractors.records.sampul import Zona, find_zona
from extractors.records.tahun import find_tahun
from schemas.reading import Reading
from schemas.records import Identity, Jenis
from schemas.table import Table

_LABEL = re.compile(
    r"^\W*(?:\d{1,2}\W+)?(?:nama\s+)?(?:instansi|organisasi|unit\s+(?:kerja|organisasi)(?:\s+mandiri)?|skpd|opd|"
    r"perangkat\s+daerah|satuan\s+kerja|"
    r"pd|eselon\s+\w+)\s*:\s*(?P<value>.{4,140})$",
    re.I,
)
_POSITION = re.compile(
    r"^\W*jabatan\s*:\s*(?P<value>(?:camat|lurah|kepala|direktur|inspektur|sekretaris)\s.{3,140})$", re.I
)
_HEAD_OF = re.compile(r"\b(?P<office>CAMAT|LURAH)\s+(?P<name>[A-ZÀ-Þ][A-Za-zÀ-ÿ'’-]+(?:\s+[A-ZÀ-Þ][A-Za-zÀ-ÿ'’-]+)?)")
_NEXT_LABEL = re.compile(r"\s+\w+\s*:.*$")
_SHORT_FORM = re.compile(r"\(\s*(?P<short>[A-Z][A-Za-z&]{2,14})\s*\)")
_SIGNED = re.compile(r"^\W*(?:PLT\.?\s+)?KEPALA\s", re.I)
_PLACED = re.compile(
    r"(?:kecamatan|kelurahan|kantor|pengadilan|kejaksaan|universitas|politeknik|balai|puskesmas|upt)", re.I
)
_ABOVE = re.compile(r"(?:kementerian|mahkamah)\b", re.I)  # a unit on the same cover is the one that reports
_OFFICE = {"CAMAT": "KECAMATAN", "LURAH": "KELURAHAN"}
_DECREE = re.compile(r"\bKEPUTUSAN\b", re.I)
_NUMBER = re.compile(r"^\W*nomor\s*:?\s*(?P<number>[\w.]+(?:\s*/\s*[\w.]*)+(?:\s*/?\s*(?:19|20)\d\d)?)\W*$", re.I)
_LAW = re.compile(r"\b(?:Peraturan|Undang|Lembaran|Instruksi|Keputusan\s+(?:Presiden|Menteri))\b[^;]{0,200}")
_GOVERNMENT = re.compile(
    r"\bpemerintah(?:an)?(?:\s+daerah)?\s+(?P<region>(?:provinsi|kabupaten|kota)\s+[A-Z]\S+(?:\s+[A-Z]\S+)?)", re.I
)
_PAREN = re.compile(r"\s*\([^)]*\)")
_COVER, _LABELLED, _EDGE, _TITLE = 10.0, 12.0, 3.0, 4.0


def find_identity(reading: Reading, tables: Sequence[Table]) -> Identity:
    """Kind, agency with its region, year and decree number of a document.

    Every place that names the agency is a witness; covers, labels ("Instansi : …") and running headers weigh more
    than sentences. What nothing names stays None.
    """
    zona = find_zona(reading)
    jenis = find_jenis(_with_captions(zona, tables))
    name, daerah = _agency(zona)
    whole = " ".join(filter(None, (name, daerah if name and daerah and daerah.lower() not in name.lower() else None)))
    return Identity(
        jenis=jenis,
        instansi=whole or None,
        daerah=daerah,
        tahun=find_tahun(zona, jenis),
        nomor=_decree(zona) if jenis not in (Jenis.LKIP, Jenis.RENSTRA, Jenis.RENJA) else None,
    )


def _with_captions(zona: Zona, tables: Sequence[Table]) -> Zona:
    """A file that is one table has its title above the table, where it may have become the caption."""
    if len(zona.lines) > 40 or not tables:
        return zona
    titles = (text for table in tables[:2] for text in (table.before, table.caption) if text)
    return zona._replace(cover=(*zona.cover, *titles))


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", " ", _PAREN.sub("", name).lower()).strip()


def _agency(zona: Zona) -> tuple[str | None, str | None]:
    votes: Counter[str] = Counter()
    shown: dict[str, Counter[str]] = defaultdict(Counter)
    regions: dict[str, Counter[str]] = defaultdict(Counter)
    spoken: list[str] = []

    def vote(names: Sequence[Nama], weight: float) -> None:
        for nama in names:
            key = _key(nama.name)
            votes[key] += weight  # type: ignore[assignment]
            shown[key][nama.name] += weight  # type: ignore[assignment]
            if nama.daerah:
                regions[key][nama.daerah] += weight  # type: ignore[assignment]

    cover = "\n".join(zona.cover)
    front = find_nama(_offices(cover))[:3]
    under = [nama for nama in front if not _ABOVE.match(nama.name)]
    vote(under or front, _COVER)
    for text in zona.cells:
        vote(find_nama(text), _EDGE)
    for text in zona.lines:
        label = _LABEL.match(text)
        if label:
            value = _NEXT_LABEL.sub("", label["value"])
            vote(find_nama(value)[:1], _LABELLED)
            spoken.append(value)
    position = next((found["value"] for text in zona.lines if (found := _POSITION.match(text))), None)
    if position:  # of the first party of an agreement, who answers for the agency
        vote(find_nama(_offices(position.upper()))[:1], _TITLE)
    for text, pages in zona.edges:
        vote(find_nama(text), min(_EDGE * pages, 18.0))
    for part in zona.parts:
        if part.kind == "toc":
            continue
        text = _LAW.sub(" ", _expanded(part.text))
        title = part.kind in ("heading", "caption") or (text.isupper() and len(text) < 200)
        heavy = (title and _DECREE.search(text)) or _SIGNED.match(text)
        vote(find_nama(_offices(text) if title else text), _TITLE if heavy else 1.0)
    _abbreviated(zona, votes, shown)
    _absorb(votes, shown, regions)
    government = Counter(_key(m["region"]) for part in zona.parts for m in _GOVERNMENT.finditer(_expanded(part.text)))
    best = votes.most_common(1)
    region = _region(zona, regions.get(best[0][0]) if best else None)
    if best and best[0][1] >= 3:
        rival = government.most_common(1)
        if rival and rival[0][1] > 4 * best[0][1] and best[0][1] < 20 and region:
            return f"Pemerintah {region}", region
        return _without(shown[best[0][0]].most_common(1)[0][0], region), region
    if spoken:
        own = find_daerah(spoken[0])
        return tidy(_before_region(spoken[0])), own or region
    if cover and region and re.search(r"\bpemerintah\b", cover, re.I):
        return f"Pemerintah {region}", region
    return None, region


def _abbreviated(zona: Zona, votes: Counter[str], shown: dict[str, Counter[str]]) -> None:
    """Counts "BPLHD" for the name that introduces it in brackets."""
    shorts: dict[str, str] = {}
    for key, forms in shown.items():
        for form in forms:
            found = _SHORT_FORM.search(form)
            if (
                found
                and not is_bare(form)
                and (found["short"] not in shorts or votes[shorts[found["short"]]] < votes[key])
            ):
                shorts[found["short"]] = key
    for short, key in shorts.items():
        pattern = re.compile(rf"(?<![\w(]){re.escape(short)}\b")
        votes[key] += sum(len(pattern.findall(part.text)) for part in zona.parts)


def _expanded(text: str) -> str:
    from extractors.records.instansi import expand

    return expand(text)


def _offices(text: str) -> str:
    """Reads "CAMAT KENCANA" as the kecamatan that he heads."""
    return _HEAD_OF.sub(lambda m: f"{_OFFICE[m['office'].upper()]} {m['name']}", text)


def _without(name: str, region: str | None) -> str:
    """The name without the bare region at its end: "Dinas Pertanian Sumber Raya" of Provinsi Sumber Raya."""
    bare = region.split(" ", 1)[-1] if region else ""
    kept = name[: -len(bare)].strip() if bare and name.lower().endswith(" " + bare.lower()) else name
    return kept if len(kept.split()) > 1 and not _PLACED.match(name) else name


def _before_region(text: str) -> str:
    return re.split(r"\b(?:provinsi|kabupaten|kota)\b", text, maxsplit=1, flags=re.I)[0].strip(" ,.-") or text


def _absorb(votes: Counter[str], shown: dict[str, Counter[str]], regions: dict[str, Counter[str]]) -> None:
    """Gives the votes of a short form ("Biro Organisasi") to the longer name that begins with it, where common."""
    for short in sorted(votes, key=len):
        longer = [
            key
            for key in votes
            if votes[key] >= 2.0
            and ((key.startswith(short + " ") and votes[key] >= 0.12 * votes[short]) or is_short_for(short, key))
        ]
        if not longer:
            continue
        best = max(longer, key=lambda key: votes[key])
        votes[best] += votes[short]
        regions[best].update(regions.get(short, Counter()))
        votes[short] = 0


def _region(zona: Zona, own: Counter[str] | None) -> str | None:
    if own:
        return _whole(own.most_common(1)[0][0], zona)
    for text in (" ".join(zona.cover), *(text for text, _ in zona.edges)):
        found = find_daerah(text)
        if found:
            return found
    counted: Counter[str] = Counter()
    for part in zona.parts:
        if part.kind != "toc":
            found = find_daerah(_LAW.sub(" ", _expanded(part.text)))
            if found:
                counted[found] += 2 if len(part.text) < len(found) + 12 else 1
    best = counted.most_common(1)
    return best[0][0] if best and best[0][1] >= 2 else None


def _whole(region: str, zona: Zona) -> str:
    """The region as a line of the cover prints it in full, when the end of a line cut its name in another place."""
    printed = (find_daerah(_expanded(text)) for text in zona.cover)
    return next((full for full in printed if full and full.startswith(region + " ")), region)


def _decree(zona: Zona) -> str | None:
    """The number of the first decree that the document prints as its own heading ("Nomor : 065/33/2023")."""
    for text in zona.lines:
        found = _NUMBER.match(text)
        if found:
            return re.sub(r"\s+", "", found["number"])
    return None
