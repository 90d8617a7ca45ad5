"""Tables in the notations that converters write: LaTeX, separated values, pipes of several kinds, drawn frames."""

from pathlib import Path

import pytest

from extractors.document import understand
from extractors.text.reader import read_text
from schemas.reading import Grid, Reading

ROWS = [
    ["No", "Program", "Anggaran (Rp)", "Realisasi (Rp)", "%"],
    ["1", "Penataan Pasar & Taman", "120.000.000", "90.000.000", "75,00"],
    ["2", "Pembinaan Karang Taruna", "80.000.000", "78.400.000", "98,00"],
    ["", "Jumlah", "200.000.000", "168.400.000", "84,20"],
]


def read(text: str) -> Reading:
    return read_text(Path("laporan.txt"), text.encode())


def table(grid: Grid) -> list[list[str]]:
    found = [[""] * grid.columns for _ in range(grid.rows)]
    for cell in grid.cells:
        found[cell.row][cell.column] = cell.text
    return found


def latex(rules: tuple[str, str, str], env: str = "tabular", head: str = "") -> str:
    rows = [" & ".join(cell.replace("&", "\\&").replace("%", "\\%") for cell in row) + " \\\\" for row in ROWS]
    body = [rows[0], rules[1] + head, *rows[1:]]
    return "\n".join([f"\\begin{{{env}}}{{|l|p{{3cm}}|r|r|r|}}", rules[0], *body, rules[2], f"\\end{{{env}}}"])


def frame(corners: str, bar: str, line: str, between: bool) -> str:
    rule = "".join(corners[0] + line * 26 for _ in ROWS[0]) + corners[0]
    rows = [bar + bar.join(f" {cell:<24} " for cell in row) + bar for row in ROWS]
    drawn = [rule, rows[0], rule]
    for row in rows[1:]:
        drawn += [row, rule] if between else [row]
    return "\n".join(drawn if between else [*drawn, rule])


NOTATIONS = {
    "latex": latex(("\\hline", "\\hline", "\\hline")),
    "booktabs": "\\begin{table}\n\\centering\n" + latex(("\\toprule", "\\midrule", "\\bottomrule")) + "\n\\end{table}",
    "longtable": latex(("\\hline", "\\hline\n", "\\hline"), "longtable", "\\endhead"),
    "semicolons": "\n".join(";".join(row) for row in ROWS),
    "commas": "\n".join(",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in ROWS),
    "open pipes": "\n".join(" | ".join(row) for row in ROWS),
    "open pipes, ruled": "\n".join(" | ".join(row) for row in [ROWS[0], ["---"] * 5, *ROWS[1:]]),
    "rule with joints": "\n".join("|".join(row) for row in ROWS[:1]) + "\n---+---+---+---+---\n"
    + "\n".join("|".join(row) for row in ROWS[1:]),
    "rule too short": "\n".join("| " + " | ".join(row) + " |" for row in ROWS).replace(" |\n", " |\n|---|\n", 1),
    "ascii frame": frame("+", "|", "-", between=True),
    "frame without inner rules": frame("+", "|", "-", between=False),
    "drawn frame": frame("┼", "│", "─", between=True),
    "double frame": frame("╬", "║", "═", between=False),
}  # fmt: skip


@pytest.mark.parametrize("notation", NOTATIONS)
def test_one_table_in_every_notation(notation: str) -> None:
    reading = read(f"Realisasi anggaran Tahun 2023\n\n{NOTATIONS[notation]}\n\nPenutup.\n")
    assert [table(grid) for grid in reading.grids] == [ROWS]
    assert [line.text for line in reading.lines] == ["Realisasi anggaran Tahun 2023", "Penutup."]
    found = understand(reading).anggaran
    assert [(row.uraian, row.persen and str(row.persen.value)) for row in found][1] == (
        "Pembinaan Karang Taruna",
        "98.00",
    )


def test_latex_spans_breaks_and_captions() -> None:
    text = (
        "\\begin{table}[ht]\n\\caption{Target \\textbf{kinerja} tahun 2023}\n\\label{tab:target}\n"
        "\\begin{tabular}{|l|l|r|r|}\n\\hline\n"
        "\\multirow{2}{*}{No} & \\multirow{2}{=}{Indikator} & \\multicolumn{2}{c|}{Target} \\\\ \\cline{3-4}\n"
        " & & 2022 & 2023 \\\\ \\hline % kepala tabel\n"
        "1 & \\makecell{Jumlah \\\\ warga dibina} & 30 & 81,5\\% \\\\[2pt] \\hline\n"
        "\\end{tabular}\n\\end{table}\n"
    )
    reading = read(text)
    (found,) = reading.grids
    assert [line.text for line in reading.lines] == ["Target kinerja tahun 2023"]
    spans = {cell.text: (cell.row, cell.column, cell.rowspan, cell.colspan, cell.line) for cell in found.cells}
    assert spans["Indikator"] == (0, 1, 2, 1, 6)
    assert (spans["Target"], spans["2023"]) == ((0, 2, 1, 2, 6), (1, 3, 1, 1, 7))
    assert (spans["Jumlah\nwarga dibina"], spans["81,5%"]) == ((2, 1, 1, 1, 8), (2, 3, 1, 1, 8))


def test_a_long_table_has_its_repeated_header_once_and_its_foot_below() -> None:
    head = "Program & Pagu \\\\\n\\midrule\n"
    text = (
        "\\begin{longtable}{ll}\n\\caption{Pagu program}\\\\\n\\toprule\n" + head + "\\endfirsthead\n\\toprule\n" + head
        + "\\endhead\n\\multicolumn{2}{r}{bersambung} \\\\\n\\endfoot\n\\endlastfoot\n"
        "Taman & 20.000 \\\\\nPasar & 30.000 \\\\\n\\end{longtable}\n"
    )  # fmt: skip
    reading = read(text)
    assert [(table(grid), grid.header_rows) for grid in reading.grids] == [
        ([["Program", "Pagu"], ["Taman", "20.000"], ["Pasar", "30.000"]], 1)
    ]
    assert [line.text for line in reading.lines] == ["Pagu program", "bersambung"]


def test_a_latex_table_that_never_ends_is_text() -> None:
    assert not read("\\begin{tabular}{ll}\nTaman & 20 \\\\\nPasar & 30 \\\\\n").grids


@pytest.mark.parametrize(
    "text",
    [
        "Hadir camat, lurah, dan warga\nserta kader, tokoh, dan pemuda\njuga guru, bidan, dan dokter\n",
        "Taman; pasar; jalan\nbalai; pos; lapangan\nparit; kolam; kebun\n",
        "Jalan Mawar 1,Desa Tirta,Kode 10\n",
        "Telepon 021 | Surel a@b.id\n",
        "1. Nilai layanan terealisasi 63,31 dari target 73,62 dengan capaian 85,99%.\n"
        "2. Lama layanan terealisasi 10,9 dari target 10,0 dengan capaian 91,00%.\n"
        "3. Indeks warga terealisasi 86,67 dari target 79,51 dengan capaian 109,00%.\n",
        "Serapan 63,31 persen, lebih baik\nSerapan 70,12 persen, lebih baik\nSerapan 75,40 persen, lebih baik\n",
    ],
)
def test_signs_in_sentences_part_no_cells(text: str) -> None:
    assert not read(text).grids


def test_years_and_units_beside_a_comma_part_cells() -> None:
    text = "Uraian,Target,Realisasi\nDokumen tahun 2023,2 dokumen,2 dokumen\nNilai tahun 2023,80,85\n"
    (grid,) = read(text).grids
    assert table(grid)[1:] == [["Dokumen tahun 2023", "2 dokumen", "2 dokumen"], ["Nilai tahun 2023", "80", "85"]]


def test_words_that_go_on_below_in_a_frame_without_rules() -> None:
    rule = "+---+----------+-----+\n"
    found = rule + "| 1 | Penataan | 75% |\n|   | Pasar    |     |\n| 2 | Taman    | 80% |\n" + rule
    (grid,) = read(found).grids
    assert table(grid) == [["1", "Penataan\nPasar", "75%"], ["2", "Taman", "80%"]]


def test_a_single_row_goes_on_with_the_table_above() -> None:
    text = "A | B | C\n1 | 2 | 3\n\n4 | 5 | 6\n"
    assert [grid.rows for grid in read(text).grids] == [2, 1]
    assert not read("4 | 5 | 6\n").grids
