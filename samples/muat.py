"""Truth from YAML to a `Laporan`. Numbers in the YAML are strings or integers; nothing becomes a float."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from samples.laporan import (
    Gaya,
    Indikator,
    Kegiatan,
    Laporan,
    Orang,
    Penyesuaian,
    Pita,
    Program,
    Sasaran,
    SubKegiatan,
    Uang,
)

FOLDER = Path(__file__).parent
TRUTH = FOLDER / "truth"


def baca(nama: str) -> dict[str, Any]:
    """One YAML file of `samples/truth`."""
    isi = yaml.safe_load((TRUTH / f"{nama}.yaml").read_text(encoding="utf-8"))
    assert isinstance(isi, dict)
    return isi


def laporan(nama: str) -> Laporan:
    """The report of that name."""
    data = baca(nama)
    biasa: dict[str, Any] = {k: v for k, v in data.items() if isinstance(v, str | int)}
    gaya: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.get("gaya", {}).items()}
    return Laporan(
        **biasa,
        periode=(data["periode"][0], data["periode"][1]),
        isu=tuple(data.get("isu", ())),
        sasaran=tuple(_sasaran(s, data["tahun"], data["periode"]) for s in data["sasaran"]),
        program=tuple(_program(p) for p in data.get("program", ())),
        skala=tuple(Pita(Decimal(p["bawah"]), p["interval"], p["predikat"]) for p in data.get("skala", ())),
        pegawai=tuple(Orang(*o) for o in data.get("pegawai", ())),
        penyesuaian=tuple(Penyesuaian(*p) for p in data.get("penyesuaian", ())),
        lalu=Uang(*data.get("lalu", (1, 1))),
        gaya=Gaya(**gaya),
    )


def _sasaran(data: dict[str, Any], tahun: int, periode: list[int]) -> Sasaran:
    return Sasaran(data["tujuan"], data["nama"], tuple(_indikator(i, tahun, periode) for i in data["indikator"]))


def _indikator(data: dict[str, Any], tahun: int, periode: list[int]) -> Indikator:
    """`target` runs from the first year of the plan to the last, `realisasi` up to the reported year."""
    tahun_target = range(periode[1] - len(data["target"]) + 1, periode[1] + 1)
    tahun_nyata = range(tahun - len(data["realisasi"]) + 1, tahun + 1)
    nasional = data.get("nasional")
    teks = {k: data[k] for k in ("formulasi", "penanggung_jawab", "sumber", "sebab", "solusi") if k in data}
    return Indikator(
        nama=data["nama"],
        satuan=data["satuan"],
        target={t: Decimal(v) for t, v in zip(tahun_target, data["target"], strict=True)},
        realisasi={t: Decimal(v) for t, v in zip(tahun_nyata, data["realisasi"], strict=True)},
        turun=data.get("turun", False),
        nasional=None if nasional is None else Decimal(nasional),
        **teks,
    )


def _program(data: dict[str, Any]) -> Program:
    kegiatan = tuple(Kegiatan(k["nama"], tuple(_sub(s) for s in k["sub"])) for k in data["kegiatan"])
    return Program(data["nama"], data["sasaran"] - 1, kegiatan)


def _sub(data: dict[str, Any]) -> SubKegiatan:
    jumlah, satuan = data["target"].split(" ", 1)
    return SubKegiatan(
        nama=data["nama"],
        uang=Uang(*data["uang"]),
        keluaran=data["keluaran"],
        satuan=satuan,
        target=int(jumlah),
        realisasi=data.get("realisasi", int(jumlah)),
        modal=data.get("modal", False),
        pegawai=data.get("pegawai", False),
    )
