"""Years over groups of columns that were read into one column of each."""

from extractors.tables.group_years import with_group_years


def test_a_year_in_the_middle_label_stands_over_its_whole_group() -> None:
    labels = ["No", "Indikator", "Target", "Tahun 2023 Realisasi", "%", "Target", "Tahun 2024 Realisasi", "%"]
    assert with_group_years([(text,) for text in labels]) == [
        *(("No",), ("Indikator",)),
        *(("Tahun 2023", text) for text in ("Target", "Realisasi", "%")),
        *(("Tahun 2024", text) for text in ("Target", "Realisasi", "%")),
    ]


def test_labels_that_do_not_repeat_stay_as_they_are() -> None:
    for labels in (
        ["Indikator", "Tahun 2023 Realisasi", "Target", "Tahun 2024 Realisasi", "%"],
        ["Indikator", "Target 2023", "Realisasi 2023", "Target 2024", "Realisasi 2024"],
        ["Indikator", "Tahun 2023 Realisasi", "Tahun 2024 Realisasi"],
    ):
        paths = [(text,) for text in labels]
        assert with_group_years(paths) == paths
