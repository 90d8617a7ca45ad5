"""Claims in running text: what sentences say, what they speak of and what they are tied to."""

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extractors.records.kalimat import paragraphs, sentences
from extractors.records.klaim import find_klaim
from extractors.records.nilai import find_nilai
from schemas.reading import Line, Reading, Source
from schemas.records import Identity, Klaim

CASES = yaml.safe_load((Path(__file__).parent / "data" / "klaim.yaml").read_text(encoding="utf-8"))
BODY = (
    "Realisasi anggaran sebesar",
    "Rp 75.000.000,00 atau 75 % dari pagu anggaran.",
    "Kegiatan berjalan lancar.",
    "Sekian.",
)
TIES = {"group": "group", "pair": "pair_id", "list": "list_id"}


def reading(lines: list[str]) -> Reading:
    source = Source(path="x.txt", sha256="0", media_type="text/plain")
    return Reading(source=source, lines=tuple(Line(text=text, order=n, line=n + 1) for n, text in enumerate(lines)))


def claims(lines: list[str]) -> tuple[Klaim, ...]:
    return find_klaim(reading(lines), (), Identity())


def matches(wanted: dict, got: Klaim, ids: dict[str, Klaim]) -> bool:
    """Whether a claim has all fields that a case names; ties are compared by the caller."""
    for field, expected in wanted.items():
        if field in TIES or field == "total_of":
            continue
        if field == "value" and expected is None:
            if got.value is not None:
                return False
        elif field == "value":
            if got.value is None or got.value.value != Decimal(str(expected)):
                return False
        elif field in ("awal", "akhir"):
            other = ids.get(getattr(got, field) or "")
            if other is None or other.value is None or other.value.value != Decimal(str(expected)):
                return False
        elif field == "words_value":
            if got.words_value != Decimal(str(expected)):
                return False
        elif field == "kind":
            if got.kind.value != expected:
                return False
        elif field == "stage":
            if (got.stage.value if got.stage else None) != expected:
                return False
        elif getattr(got, field) != expected:
            return False
    return True


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_claims(case: dict) -> None:
    found = claims(case["lines"])
    ids = {klaim.id: klaim for klaim in found}
    left = list(found)
    names: dict[tuple[str, str], str | None] = {}
    for wanted in case["claims"]:
        got = next((klaim for klaim in left if matches(wanted, klaim, ids)), None)
        assert got is not None, (wanted, [klaim.model_dump(exclude_defaults=True) for klaim in left])
        left.remove(got)
        for tie, field in TIES.items():
            if tie in wanted:
                name = getattr(got, field)
                assert name is not None
                assert names.setdefault((tie, wanted[tie]), name) == name
        if "total_of" in wanted and ("list", wanted["total_of"]) in names:
            assert got.total_of == names["list", wanted["total_of"]]
        elif "total_of" in wanted:
            names["list", wanted["total_of"]] = got.total_of
    if case.get("total"):
        assert not [klaim.model_dump(exclude_defaults=True) for klaim in left]
    tied = [name for name in names.values() if name]
    assert len(tied) == len(set(tied))


def test_every_claim_knows_its_printed_line_section_and_sasaran() -> None:
    found = claims(
        [
            "BAB III",
            "AKUNTABILITAS KINERJA",
            "",
            "Sasaran 2 : Meningkatnya literasi warga",
            "",
            "Pada tahun ini capaian sasaran yang diukur dengan",
            "indeks literasi adalah sebesar 91,20%.",
            "IKHTISAR EKSEKUTIF",
            "Realisasi belanja sebesar Rp 5.000.000.",
        ]
    )
    (first, second) = found
    assert (first.place.line, first.section, first.sasaran) == (7, "bab3", "Meningkatnya literasi warga")
    assert (second.place.line, second.section, second.sasaran) == (9, "ikhtisar", None)
    assert [klaim.id for klaim in found] == ["k1", "k2"]
    assert first.order < second.order


def test_table_of_contents_and_captions_claim_nothing() -> None:
    assert not claims(
        [
            "BAB I PENDAHULUAN ..... 1",
            "A. 5 (lima) desa ............ 12",
            "Tabel 3.1 Capaian 5 (lima) Sasaran Tahun 2023",
        ]
    )


def test_rows_that_fell_out_of_a_table_are_no_sentences() -> None:
    assert not claims(["1 2.000.000 1.980.000 99,00% 20.000 1,00% 100% 100%"])


def test_running_headers_and_page_numbers_do_not_cut_a_sentence() -> None:
    lines = []
    for page in range(1, 5):
        texts = ["LKIP Dinas Contoh 2020", BODY[page - 1], str(11 + page)]
        for n, text in enumerate(texts):
            box = (50.0, 100.0 + 20 * n, 540.0, 110.0 + 20 * n)
            lines.append(Line(text=text, order=10 * page + n, page=page, bbox=box))
    source = Source(path="x.pdf", sha256="0", media_type="application/pdf", pages=4)
    found = find_klaim(Reading(source=source, lines=tuple(lines)), (), Identity())
    amount = next(klaim for klaim in found if klaim.kind.value == "amount")
    assert (amount.measure, amount.place.page) == ("realisasi", 2)


def test_abbreviations_do_not_end_a_sentence() -> None:
    text = "Anggaran Kec. Contoh sebesar Rp. 5.000,00 naik. Realisasi No. 3 tetap."
    assert [text[a:b].strip() for a, b in sentences(text)] == [
        "Anggaran Kec. Contoh sebesar Rp. 5.000,00 naik.",
        "Realisasi No. 3 tetap.",
    ]


@given(st.lists(st.text(max_size=80), max_size=8))
def test_no_text_raises_and_no_character_is_lost(texts: list[str]) -> None:
    claims(texts)
    for part in paragraphs(reading(texts).lines):
        assert len(part.starts) == len(part.lines)
        found = find_nilai(part.text)
        assert all(part.text[value.start :].startswith(value.raw) for value in found)
        assert all(a.end <= b.start for a, b in pairwise(found))


@given(
    st.integers(1, 999_999_999_999), st.sampled_from(["Rp ", "Rp. ", "Rp", "Rp."]), st.sampled_from(["", ",00", ",-"])
)
def test_printed_amounts_come_back(value: int, mark: str, tail: str) -> None:
    printed = f"{value:,}".replace(",", ".")
    (klaim,) = claims([f"Realisasi belanja sebesar {mark}{printed}{tail} pada akhir tahun."])
    assert klaim.value is not None
    assert klaim.value.value == value
    assert klaim.measure == "realisasi"
