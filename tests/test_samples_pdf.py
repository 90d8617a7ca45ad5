"""The samples as PDF in every layout: exact records with their pages, and the same findings as in the text."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from extractors.document import extract
from samples.build import FOLDER
from samples.cetak.pdf import cetak_pdf
from samples.daftar import PDF
from samples.dokumen import dokumen
from schemas.result import Checked
from tests.banding import JENIS, baris_tepat, beda, cocok, expected, roots
from validators.check import check_document

RULED = [f"{nama}_{tata.nama}" for nama, tata in PDF if tata.garis in ("penuh", "kotak")]
UNRULED = [f"{nama}_{tata.nama}" for nama, tata in PDF if tata.garis in ("tiga", "tanpa")]
WHOLE = [nama for nama in (*RULED, *UNRULED) if nama.startswith(("lkip", "iku"))]
CLEAN = [nama for nama in WHOLE if nama.startswith("lkip_bersih")]
_checked: dict[str, Checked] = {}


def checked(nama: str) -> Checked:
    """The sample read and checked, once."""
    if nama not in _checked:
        _checked[nama] = check_document(extract(FOLDER / "pdf" / f"{nama}.pdf"))
    return _checked[nama]


def contents(pdf: bytes) -> list[tuple[list[float], int, bytes]]:
    """What every page shows: sheet, rotation, drawing operators."""
    with pikepdf.open(BytesIO(pdf)) as isi:
        return [
            ([float(x) for x in p.MediaBox], int(p.obj.get("/Rotate", 0)), p.Contents.read_bytes()) for p in isi.pages
        ]


@pytest.mark.parametrize(("nama", "tata"), PDF, ids=lambda x: getattr(x, "nama", x))
def test_what_is_committed_is_what_the_truth_gives(nama, tata) -> None:  # type: ignore[no-untyped-def]
    baru, _ = cetak_pdf(dokumen(nama).naskah, tata)
    lama = (FOLDER / "pdf" / f"{nama}_{tata.nama}.pdf").read_bytes()
    assert contents(baru) == contents(lama), "run python -m samples.build"
    assert baru == cetak_pdf(dokumen(nama).naskah, tata)[0]


def test_samples_stay_small() -> None:
    sizes = {p: p.stat().st_size for p in FOLDER.rglob("*") if p.is_file() and "__pycache__" not in p.parts}
    assert max(size for p, size in sizes.items() if p.suffix == ".pdf") < 150_000
    assert sum(sizes.values()) < 2_000_000


@pytest.mark.parametrize("nama", RULED)
@pytest.mark.parametrize("jenis", JENIS)
def test_ruled_tables_are_exact(root: Path, nama: str, jenis: str) -> None:
    truth, read = JENIS[jenis]
    data = expected(root, nama)
    assert beda(truth(data), read(checked(nama).document, data)) == ([], [])


@pytest.mark.parametrize("nama", UNRULED)
@pytest.mark.parametrize("jenis", JENIS)
def test_nearly_all_rows_without_rules_are_exact(root: Path, nama: str, jenis: str) -> None:
    truth, read = JENIS[jenis]
    data = expected(root, nama)
    benar, dibaca = truth(data), read(checked(nama).document, data)
    tepat, semua = baris_tepat(benar, dibaca)
    assert tepat >= 0.95 * semua
    assert len(beda(benar, dibaca)[1]) <= 0.05 * len(benar)


@pytest.mark.parametrize("nama", [*RULED, *UNRULED])
def test_identity(root: Path, nama: str) -> None:
    identity = checked(nama).document.identity
    for kunci, nilai in expected(root, nama)["identitas"].items():
        assert str(getattr(identity, kunci)) == str(nilai)


@pytest.mark.parametrize("nama", CLEAN)
def test_a_clean_report_has_no_finding(nama: str) -> None:
    assert checked(nama).rule_failures == ()
    assert [(f.rule, f.message.id) for f in roots(checked(nama).findings)] == []


@pytest.mark.parametrize("nama", [n for n in WHOLE if n not in CLEAN])
def test_planted_inconsistencies_are_found_and_nothing_else(root: Path, nama: str) -> None:
    findings = checked(nama).findings
    by_id = {f.id: f for f in findings}
    planted = expected(root, nama)["temuan"]
    assert [t["sebab"] for t in planted if not any(cocok(t, f, by_id) for f in roots(findings))] == []
    lain = [f for f in roots(findings) if not any(cocok(t, f, by_id) for t in planted)]
    assert [(f.rule, f.message.id) for f in lain] == []
