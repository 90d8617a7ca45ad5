"""Why a part was not read, in both languages; readers name reasons by short English words."""

import re
from collections.abc import Sequence

from reports.places import Places
from reports.words import Lang
from schemas.document import Document
from schemas.reading import Unread

_TABLE = re.compile(r"^table (t\d+)\b(?:, columns: (?P<columns>.*)|: (?P<labels>.*))?", re.DOTALL)
_WHAT = {
    "page": "Halaman",
    "drawing": "Garis dan bidang",
    "gambar": "Gambar",
    "text nobody can see": "Teks yang tidak terlihat",
    "glyphs without meaning": "Huruf tanpa makna",
    "row": "Baris",
    "caption": "Judul",
    "pictures": "Gambar pada halaman",
}
_WHAT_EN = {"gambar": "Picture", "pictures": "Pictures on pages"}
_WHOLE = frozenset({"scan", "damaged", "too_large"})
_REASONS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern), indonesian, english)
    for pattern, indonesian, english in (
        (
            r"columns have no known meaning",
            "bukan tabel kinerja atau anggaran, atau arti kolom-kolomnya tidak dikenali",
            "no table of performance or budget, or its columns have no known meaning",
        ),
        (
            r"no row of this efisiensi gave a record",
            "tabel efisiensi tidak menjadi data; isinya tetap dicocokkan dengan tabel dan uraian lain",
            "a table of efficiency gives no record; what it says is checked against other tables and the text",
        ),
        (r"no row of this (\w+) gave a record", "tidak ada baris yang terbaca sebagai data", "no row gave a record"),
        (r"rows without a record: (.*)", r"baris yang tidak menjadi data: \1", r"rows without a record: \1"),
        (
            r"only parts of the year are printed, no figure of the year",
            "hanya angka per bulan/triwulan yang tercetak, tanpa angka setahun; jumlahnya tetap diperiksa",
            "only figures of months or quarters are printed, none of the year; their sums are checked all the same",
        ),
        (r"no record takes these columns", "tidak ada data yang memakai kolom ini", "no record takes these columns"),
        (r"cells in no record, rows: (.*)", r"sel yang tidak menjadi data, baris: \1", r"cells in no record, rows: \1"),
        (
            r"looks like a table, but was read as running text only",
            "tampak seperti tabel, tetapi hanya terbaca sebagai teks",
            "looks like a table, but was read as running text only",
        ),
        (
            r"no table was found below this caption",
            "tidak ditemukan tabel di bawah judul ini",
            "no table was found below this caption",
        ),
        (
            r"what is in pictures is not read",
            "isi gambar tidak dibaca; mungkin ada tabel atau grafik di dalamnya",
            "what is in pictures is not read; there may be tables or charts in them",
        ),
        (r"text that runs sideways", "teks yang tercetak menyamping", "text that runs sideways"),
        (
            r"the row has fewer cells than the table has columns, and nothing tells which one is missing",
            "selnya kurang dari jumlah kolom tabel, dan tidak jelas sel mana yang hilang",
            "the row has fewer cells than the table has columns, and nothing tells which one is missing",
        ),
        (r"scan", "hasil pindai tanpa teks", "scanned, without text"),
        (r"damaged", "halaman rusak", "damaged page"),
        (
            r"drawn",
            "hurufnya digambar sebagai bentuk, bukan teks; isinya tidak dibaca",
            "letters drawn as shapes and not set as text are not read",
        ),
        (r"too_large", "isinya terlalu besar", "too large"),
        (r"hidden", "teks tersembunyi", "hidden text"),
        (r"illegible", "huruf tidak dapat dipercaya", "characters that cannot be trusted"),
        (r"isi gambar tidak dibaca", "isi gambar tidak dibaca", "what is in pictures is not read"),
    )
)


def heaviest(unread: Sequence[Unread], most: int) -> list[Unread]:
    """The parts that matter most: whole pages, then those with most numbers."""
    return sorted(unread, key=lambda part: (part.what != "page" and part.reason not in _WHOLE, -part.numbers))[:most]


class Unreads:
    """Tells the unread parts of one document."""

    def __init__(self, document: Document, lang: Lang) -> None:
        """Only the tables of the document are kept."""
        self._tables = {table.id: table for table in document.tables}
        self._places = Places(document, lang)
        self._lang = lang

    def what(self, part: Unread) -> str:
        """What was not read: a table by its title, or by the labels of its columns."""
        found = _TABLE.match(part.what)
        if found and found[1] in self._tables:
            title = self._places.title(self._tables[found[1]])
            title = title or ("Tabel tanpa judul" if self._lang == "id" else "Table without a title")
            if found["columns"]:
                return f"{title}, {'kolom' if self._lang == 'id' else 'columns'}: {found['columns']}"
            return f"{title}: {found['labels']}" if found["labels"] else title
        words = _WHAT if self._lang == "id" else _WHAT_EN
        head, colon, rest = part.what.partition(": ")
        if head == "area":
            return f"“{rest}” {'dan seterusnya' if self._lang == 'id' else 'and so on'}"
        return f"{words.get(head, head[:1].upper() + head[1:])}{colon}{rest}"

    def table(self, part: Unread) -> str:
        """The id of the table that was not read; empty for other things."""
        found = _TABLE.match(part.what)
        return found[1] if found else ""

    def numbers(self, part: Unread) -> str:
        """How many numbers it prints; empty when that is not known."""
        word = ("angka" if self._lang == "id" else "number" if part.numbers == 1 else "numbers") if part.numbers else ""
        return f"{part.numbers} {word}" if word else ""

    def reason(self, part: Unread) -> str:
        """Why it was not read; reasons without a translation as they are."""
        for pattern, indonesian, english in _REASONS:
            found = pattern.fullmatch(part.reason)
            if found:
                return found.expand(indonesian if self._lang == "id" else english)
        return part.reason
