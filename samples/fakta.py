"""The facts that the tables of a manuscript state: what an exact reading of the document returns."""

from collections.abc import Iterator, Mapping
from typing import Any

from samples.naskah import Baris, Naskah, Sel, Tabel

NAMA = ("sasaran", "indikator", "satuan")
NILAI = ("target", "realisasi", "capaian")
ANGGARAN = ("anggaran", "realisasi_anggaran", "persen")
IKU = ("sasaran", "indikator", "formulasi", "penanggung_jawab", "sumber_data")
URAIAN = ("uraian", "sub_kegiatan", "kegiatan", "program")
Tempat = Mapping[str, int]


def catat(naskah: Naskah, tempat: Tempat, ukuran: str) -> dict[str, Any]:
    """Identity, tables and records with their places; `ukuran` names the place: `baris` (lines) or `halaman`."""
    hasil: dict[str, Any] = {"identitas": dict(naskah.identitas), "tabel": []}
    hasil |= {"indikator": [], "anggaran": [], "iku": []}
    for tabel in naskah.tabel():
        hasil["tabel"].append(_kepala(tabel, tempat, ukuran))
        for baris, sel in baris_bernama(tabel):
            letak: dict[str, Any] = {"tabel": tabel.kunci, ukuran: tempat[f"{tabel.kunci}.{baris.kunci}"]}
            letak |= {"rusak": True} if baris.kunci in tabel.rusak else {}
            if baris.jenis == "indikator":
                hasil["indikator"] += [letak | fakta for fakta in indikator(baris, sel, tabel.tahun)]
            elif baris.jenis == "anggaran":
                hasil["anggaran"].append(letak | anggaran(baris, sel))
                if "indikator" in sel:  # the output that a budget row pays for
                    keluaran = indikator(baris, sel, tabel.tahun)
                    hasil["indikator"] += [letak | fakta | {"keluaran": "ya"} for fakta in keluaran]
            elif baris.jenis == "iku":
                hasil["iku"].append(letak | {nama: datar(sel[nama].teks) for nama in IKU if nama in sel})
    return hasil


def _kepala(tabel: Tabel, tempat: Tempat, ukuran: str) -> dict[str, Any]:
    letak = tempat.get(f"{tabel.kunci}.{tabel.baris[0].kunci}") if tabel.baris else None
    return {
        "kunci": tabel.kunci,
        "jenis": tabel.jenis,
        "nomor": tabel.nomor or None,
        ukuran: letak,
        "jumlah_baris": len(tabel.baris),
        "jumlah_kolom": len(tabel.lebar),
    }


def baris_bernama(tabel: Tabel) -> Iterator[tuple[Baris, dict[str, Sel]]]:
    """Every row with its cells by key; a merged name is lent to the rows it spans."""
    dipinjam: dict[str, Sel] = {}
    for baris in tabel.baris:
        sel: dict[str, Sel] = {}
        for isi in baris.sel:
            if isi.gabung and isi.kunci in dipinjam:
                sel[isi.kunci] = dipinjam[isi.kunci]
            else:
                sel[isi.kunci] = isi
                dipinjam[isi.kunci] = isi
        yield baris, sel


def indikator(baris: Baris, sel: dict[str, Sel], tahun_tabel: int | None) -> list[dict[str, Any]]:
    """One entry for each year that the row prints; dashes and empty cells are no facts."""
    nama = {kunci: datar(sel[kunci].teks) for kunci in NAMA if kunci in sel} | baris.nama
    per_tahun: dict[int | None, dict[str, str]] = {}
    for isi in sel.values():
        if isi.peran in NILAI and isi.teks not in ("", "-"):
            per_tahun.setdefault(isi.tahun or tahun_tabel, {})[isi.peran] = isi.teks
    return [nama | {"tahun": tahun} | nilai for tahun, nilai in per_tahun.items()]


def anggaran(baris: Baris, sel: dict[str, Sel]) -> dict[str, Any]:
    """One budget row as printed."""
    nama = next((sel[k].teks for k in URAIAN if k in sel and sel[k].teks), "")
    angka = {kunci: sel[kunci].teks for kunci in ANGGARAN if kunci in sel and sel[kunci].teks}
    if "realisasi_anggaran" in angka:
        angka["realisasi"] = angka.pop("realisasi_anggaran")
    return {"tingkat": baris.tingkat, "uraian": datar(nama)} | angka


def datar(teks: str) -> str:
    """The text of a cell on one line."""
    return " ".join(teks.replace("<br>", " ").split())
