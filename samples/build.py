"""Write the samples: `python -m samples.build`. The same truth always gives the same bytes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from samples.cetak.pdf import cetak_pdf
from samples.daftar import PDF, TEKS
from samples.dokumen import dokumen, harapan
from samples.teks import cetak_teks

FOLDER = Path(__file__).parent


def semua() -> Iterator[tuple[str, bytes]]:
    """Every file that is built: its path below `samples/` and its bytes."""
    for nama in TEKS:
        isi = dokumen(nama)
        teks, baris = cetak_teks(isi.naskah)
        yield f"teks/{nama}.txt", teks.encode()
        yield f"expected/{nama}.yaml", _yaml(harapan(isi, baris, "baris"))
    for nama, tata in PDF:
        isi = dokumen(nama)
        pdf, halaman = cetak_pdf(isi.naskah, tata)
        yield f"pdf/{nama}_{tata.nama}.pdf", pdf
        yield f"expected/{nama}_{tata.nama}.yaml", _yaml(harapan(isi, halaman, "halaman"))


def _yaml(isi: dict[str, Any]) -> bytes:
    """Data as YAML, one record on a line."""
    return yaml.safe_dump(isi, allow_unicode=True, sort_keys=False, default_flow_style=None, width=10**6).encode()


def main() -> None:
    """Write all files; what is no longer built is removed."""
    ditulis = set()
    for nama, isi in semua():
        berkas = FOLDER / nama
        berkas.parent.mkdir(exist_ok=True)
        berkas.write_bytes(isi)
        ditulis.add(berkas)
    for folder in ("teks", "pdf", "expected"):
        for berkas in (FOLDER / folder).iterdir():
            if berkas not in ditulis:
                berkas.unlink()
    print(f"{len(ditulis)} berkas, {sum(b.stat().st_size for b in ditulis) // 1024} KB")


if __name__ == "__main__":
    main()
