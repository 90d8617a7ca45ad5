"""Whose document it is: covers, decrees, labels and running text of every kind of agency."""

import json
from pathlib import Path

import pytest
import yaml

from extractors.reading import read
from extractors.records.identity import find_identity
from extractors.records.instansi import expand, find_daerah, find_nama, is_short_for
from extractors.tables.build import build_tables
from schemas.reading import Line, Reading, Source

CASES = yaml.safe_load((Path(__file__).parent / "data" / "identity.yaml").read_text(encoding="utf-8"))


def reading(lines: list[str]) -> Reading:
    """A text document of these lines, one blank line after the other."""
    source = Source(path="x.txt", sha256="0", media_type="text/plain")
    return Reading(source=source, lines=tuple(Line(text=text, order=n, line=2 * n + 1) for n, text in enumerate(lines)))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_identity(case: dict) -> None:
    found = find_identity(reading([str(line) for line in case["lines"]]), ())
    assert found.jenis.value == case["jenis"]
    assert found.instansi == case["instansi"]
    assert found.tahun == case["tahun"]
    for field in ("daerah", "nomor"):
        if field in case:
            assert getattr(found, field) == case[field]


def test_the_name_of_the_file_says_nothing() -> None:
    empty = reading([])
    named = empty.model_copy(
        update={"source": empty.source.model_copy(update={"path": "LKIP_Dinas_Sosial_Kota_Malang_2021.txt"})}
    )
    assert find_identity(named, ()) == find_identity(empty, ())


def test_running_headers_outweigh_what_sentences_mention() -> None:
    lines = []
    for page in range(1, 6):
        for n, text in enumerate(
            ("LKIP Dinas Pertanian Kota Batu 2016", "Isi laporan.", "Dinas Sosial membantu.", "Akhir")
        ):
            lines.append(Line(text=text, order=10 * page + n, page=page))
    source = Source(path="x.pdf", sha256="0", media_type="application/pdf", pages=5)
    found = find_identity(Reading(source=source, lines=tuple(lines)), ())
    assert (found.jenis.value, found.instansi, found.tahun) == ("lkip", "Dinas Pertanian Kota Batu", 2016)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("PEMERINTAH KABUPATEN JEMBER KECAMATAN X", "Kabupaten Jember"),
        ("Kota Ambon telah diselesaikan", "Kota Ambon"),
        ("Prov. Jawa Timur", "Provinsi Jawa Timur"),
        ("se-kabupaten mana pun", None),
        ("19 Kabupaten dan 8 Kota", None),
    ],
)
def test_regions(text: str, region: str | None) -> None:
    assert find_daerah(expand(text)) == region


def test_a_name_ends_where_the_sentence_goes_on() -> None:
    names = find_nama("Pelayanan Dinas Kesehatan Kota Batu dalam tahun ini, bersama Kecamatan Junrejo untuk warga.")
    assert [(name.name, name.daerah) for name in names] == [
        ("Dinas Kesehatan", "Kota Batu"),
        ("Kecamatan Junrejo", None),
    ]


def test_contractions_are_made_of_beginnings_in_order() -> None:
    assert is_short_for("badan kesbangpol", "badan kesatuan bangsa dan politik")
    assert not is_short_for("dinas kesehatan", "dinas kepemudaan dan olahraga")
    assert not is_short_for("dinas sosial", "badan sosial nasional")


@pytest.mark.corpus
def test_identity_of_the_labelled_documents(shared: Path) -> None:
    seen = wrong = 0
    for path in sorted((shared / "gold").glob("*.gold.json")):
        name = path.name.split(".")[0]
        gold = json.loads(path.read_text(encoding="utf-8"))["identity"]
        pattern = f"seeds/{name[1:]}_*" if name.startswith("S") else f"corpus/{name}_*"
        content = read(next(shared.glob(pattern)))
        found = find_identity(content, build_tables(content)[0])
        pairs = [
            (gold["jenis"], found.jenis.value),
            (gold["tahun"], found.tahun),
            ((gold["instansi"] or "").lower(), (found.instansi or "").lower()),
        ]
        seen += len(pairs)
        wrong += sum(expected != got for expected, got in pairs)
    assert wrong <= 0.05 * seen
