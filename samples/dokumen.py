"""A sample document from its YAML: which report, which parts, where pages break, what was planted, what is expected."""

from dataclasses import dataclass
from typing import Any

from samples import fakta, muat, perubahan
from samples.naskah import Naskah
from samples.susun import susun


@dataclass(frozen=True)
class Dokumen:
    """A manuscript with the findings that a careful reader has about it."""

    nama: str
    naskah: Naskah
    temuan: tuple[dict[str, Any], ...]


def dokumen(nama: str) -> Dokumen:
    """The document of `samples/truth/<nama>.yaml`."""
    data = muat.baca(nama)
    naskah = susun(muat.laporan(data["laporan"]), tuple(data.get("bagian", ())))
    temuan = []
    for satu in data.get("perubahan", ()):
        for langkah in satu["langkah"]:
            naskah = perubahan.terapkan(naskah, langkah)
        if "temuan" in satu:
            temuan.append({"sebab": satu["sebab"], **satu["temuan"]})
    for tabel, ciri in data.get("halaman", {}).items():
        naskah = perubahan.pisah_halaman(naskah, tabel, **{k: _ciri(v) for k, v in ciri.items()})
    return Dokumen(nama, naskah, tuple(temuan))


def _ciri(nilai: Any) -> Any:
    return tuple(nilai) if isinstance(nilai, list) else nilai


def harapan(dokumen: Dokumen, tempat: dict[str, int], ukuran: str) -> dict[str, Any]:
    """What is expected of the printed document: facts and findings with their places (`baris` or `halaman`)."""
    hasil = fakta.catat(dokumen.naskah, tempat, ukuran)
    hasil["temuan"] = [
        {**{k: v for k, v in t.items() if k != "tempat"}, ukuran: sorted({tempat[k] for k in t["tempat"]})}
        for t in dokumen.temuan
    ]
    return hasil
