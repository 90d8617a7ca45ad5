"""Compare what was extracted and found in a sample with what is expected of it (`samples/expected`)."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from schemas.document import Document
from schemas.finding import Finding, Severity
from schemas.number import Printed
from schemas.table import Kind

NILAI = ("target", "realisasi", "capaian")
ANGGARAN = ("anggaran", "realisasi", "persen")
IKU = ("sasaran", "indikator", "formulasi", "penanggung_jawab", "sumber_data")
AWALAN = re.compile(r"^(program|kegiatan|sub ?kegiatan) ?: ?", re.I)
Baris = tuple[Any, ...]


def expected(root: Path, nama: str) -> dict[str, Any]:
    """The expected data of a sample."""
    isi = yaml.safe_load((root / "samples" / "expected" / f"{nama}.yaml").read_text(encoding="utf-8"))
    assert isinstance(isi, dict)
    return isi


def datar(teks: str | None) -> str:
    """Text on one line; a tag for a line break is a space, a space inside a compound is none."""
    return re.sub(r"\s*([/-])\s*", r"\1", " ".join((teks or "").replace("<br>", " ").split()))


def uraian(teks: str) -> str:
    """The name of a budget row without the word for its level."""
    return AWALAN.sub("", datar(teks))


def angka(printed: Printed | None) -> str | None:
    """The raw text of a value; dashes and empty cells are no facts."""
    return None if printed is None or printed.missing else datar(printed.raw)


def indikator_truth(data: dict[str, Any]) -> list[Baris]:
    """Every value that the tables print of an indicator, outputs of sub kegiatan aside."""
    return [
        fakta
        for r in data["indikator"]
        if "keluaran" not in r
        for fakta in _fakta(r.get("halaman", r.get("baris")), r, None if r["tabel"] == "renstra" else r["tahun"])
    ]


def indikator_read(document: Document, data: dict[str, Any]) -> list[Baris]:
    """The same of what was read. A comparison with the Renstra may file its values under either year."""
    keluaran = {datar(r["indikator"]) for r in data["indikator"] if "keluaran" in r}
    renstra = {t.id for t in document.tables if t.kind is Kind.PERBANDINGAN_RENSTRA}
    return [
        fakta
        for i in document.indikator
        if not i.keluaran and datar(i.indikator).removeprefix("Output : ") not in keluaran
        for fakta in _fakta(
            i.page or i.line,
            {"indikator": i.indikator, "sasaran": i.sasaran} | {k: angka(getattr(i, k)) for k in NILAI},
            None if i.table in renstra else i.tahun,
        )
    ]


def _fakta(tempat: int | None, r: dict[str, Any], tahun: int | None) -> Iterable[Baris]:
    for kolom in NILAI:
        if r.get(kolom):
            yield tempat, datar(r["indikator"]), datar(r.get("sasaran")), kolom, tahun, datar(r[kolom])


def anggaran_truth(data: dict[str, Any]) -> list[Baris]:
    """Every budget row that the document prints."""
    return [
        (r.get("halaman", r.get("baris")), r["tingkat"], uraian(r["uraian"]), *(r.get(k) for k in ANGGARAN))
        for r in data["anggaran"]
    ]


def anggaran_read(document: Document, data: dict[str, Any]) -> list[Baris]:
    """The same of what was read."""
    return [
        (a.page or a.line, str(a.tingkat), uraian(a.uraian), *(angka(getattr(a, k)) for k in ANGGARAN))
        for a in document.anggaran
    ]


def iku_truth(data: dict[str, Any]) -> list[Baris]:
    """Every row of an IKU table."""
    return [(r.get("halaman", r.get("baris")), *(datar(r.get(k)) for k in IKU)) for r in data["iku"]]


def iku_read(document: Document, data: dict[str, Any]) -> list[Baris]:
    """The same of what was read."""
    return [(i.page or i.line, *(datar(getattr(i, k)) for k in IKU)) for i in document.iku]


JENIS = {
    "indikator": (indikator_truth, indikator_read),
    "anggaran": (anggaran_truth, anggaran_read),
    "iku": (iku_truth, iku_read),
}


def beda(benar: Iterable[Baris], dibaca: Iterable[Baris]) -> tuple[list[Baris], list[Baris]]:
    """What was missed and what was read too much, as whole rows."""
    truth, read = Counter(benar), Counter(dibaca)
    return sorted((truth - read).elements(), key=str), sorted((read - truth).elements(), key=str)


def roots(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that stand for themselves, at severity warning or above."""
    return [f for f in findings if f.severity is not Severity.INFO]


def tempat(finding: Finding, semua: dict[str, Finding]) -> set[int]:
    """Lines or pages of the evidence of a finding and of its consequences."""
    ikut = [finding, *(semua[k] for k in finding.consequences if k in semua)]
    return {p for f in ikut for e in f.evidence if (p := e.page or e.line) is not None}


def cocok(harapan: dict[str, Any], finding: Finding, semua: dict[str, Finding]) -> bool:
    """True when a finding is the expected one: its kind, its severity, its place."""
    letak = set(harapan.get("baris", harapan.get("halaman", ())))
    return (
        str(finding.category) in harapan["kategori"]
        and str(finding.severity) in harapan["keparahan"]
        and (not letak or bool(letak & tempat(finding, semua)))
        and _bukti(harapan, finding, semua)
    )


def _bukti(harapan: dict[str, Any], finding: Finding, semua: dict[str, Finding]) -> bool:
    """On a page with many findings the printed text tells which one is meant."""
    if "halaman" not in harapan or "tercetak" not in harapan:
        return True
    ikut = [finding, *(semua[k] for k in finding.consequences if k in semua)]
    isi = " ".join(t for f in ikut for t in (f.printed, f.message.id, f.computation, *(e.raw for e in f.evidence)) if t)
    return harapan["tercetak"].casefold() in isi.casefold()


def baris_tepat(benar: list[Baris], dibaca: list[Baris]) -> tuple[int, int]:
    """How many printed rows came out with every value, and how many there are.

    Facts of one row share their place and name; a row of one tuple is itself.
    """
    rows = {b[:2] if b and b[3:4] in [("target",), ("realisasi",), ("capaian",)] else b for b in benar}
    kurang = {b[:2] if b[3:4] in [("target",), ("realisasi",), ("capaian",)] else b for b in beda(benar, dibaca)[0]}
    return len(rows) - len(kurang), len(rows)
