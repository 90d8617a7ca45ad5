"""Criteria, effects and recommendations for each category of findings, in both languages."""

from collections.abc import Mapping
from typing import NamedTuple

from schemas.finding import Category, Message


class Texts(NamedTuple):
    """Sentences without their full stop."""

    kriteria: Message
    akibat: Message
    rekomendasi: Message


_DATA = Message(
    id="Informasi kinerja pada bagian ini belum dapat diyakini akurasinya",
    en="The accuracy of the performance information in this part cannot be relied upon yet",
)
_SOURCE = Message(
    id="Mohon klarifikasi dengan data sumber, lalu perbaiki angka yang tidak sesuai",
    en="Please clarify with the source data, then correct the figure that does not agree",
)
_SAME = Message(
    id="Samakan penyajian di semua bagian laporan dengan dokumen sumbernya",
    en="Bring all parts of the report in line with their source document",
)


def _texts(kriteria: tuple[str, str], akibat: Message = _DATA, rekomendasi: Message = _SOURCE) -> Texts:
    return Texts(Message(id=kriteria[0], en=kriteria[1]), akibat, rekomendasi)


DEFAULT = _texts(
    ("Informasi dalam laporan disajikan selaras satu sama lain", "The parts of a report agree with each other")
)

TEXTS: Mapping[Category, Texts] = {
    Category.PERCENT: _texts(
        (
            "Persentase mengikuti angka-angka yang dinyatakan sebagai dasarnya menurut rumus laporan",
            "A percentage follows from the figures that it is based on by the formula of the report",
        )
    ),
    Category.SUM: _texts(
        ("Jumlah sama dengan penjumlahan rinciannya", "A total is the sum of its parts"),
        Message(
            id="Jumlah dan rincian memberi gambaran yang berbeda atas anggaran atau kinerja yang sama",
            en="Total and parts give different pictures of the same budget or performance",
        ),
    ),
    Category.AVERAGE: _texts(
        (
            "Rata-rata mengikuti angka-angka yang disebut sebagai dasarnya",
            "A mean follows from the figures that it is said to be made of",
        )
    ),
    Category.DIFFERENCE: _texts(
        ("Selisih atau perubahan mengikuti kedua angka yang dibandingkan", "A difference follows from its two figures")
    ),
    Category.CROSS_TABLE: _texts(
        (
            "Fakta yang sama disajikan sama di setiap tabel yang memuatnya",
            "One fact is printed the same in every table that holds it",
        ),
        Message(
            id="Pembaca tidak dapat mengetahui angka mana yang berlaku",
            en="A reader cannot tell which figure holds",
        ),
        _SAME,
    ),
    Category.NARRATIVE: _texts(
        ("Uraian mengikuti angka pada tabel laporan yang sama", "The text follows the figures of the report's tables"),
        Message(
            id="Uraian dan tabel memberi kesan yang berbeda atas hal yang sama",
            en="Text and table give different impressions of the same thing",
        ),
        _SAME,
    ),
    Category.COUNT: _texts(
        ("Banyaknya butir yang disebut sama dengan butir yang disajikan", "A stated count is that of the items shown"),
        rekomendasi=_SAME,
    ),
    Category.PREDICATE: _texts(
        (
            "Kategori mengikuti skala penilaian yang dinyatakan laporan",
            "A category follows the scale that the report declares",
        ),
        Message(
            id="Kategori yang disajikan dapat memberi kesan kinerja yang tidak sesuai dengan angkanya",
            en="The category may give an impression of performance that its figure does not support",
        ),
        Message(
            id="Mohon klarifikasi kategori terhadap skala laporan dan sesuaikan",
            en="Please clarify the category against the scale of the report and bring it in line",
        ),
    ),
    Category.DUPLICATE_TABLE: _texts(
        ("Tabel diberi nomor satu kali dan isinya tidak berulang", "A table has one number and is printed once"),
        Message(id="Rujukan ke tabel menjadi tidak jelas", en="References to the table become unclear"),
        Message(id="Mohon periksa penomoran dan hapus pengulangan", en="Please check numbering and remove repetition"),
    ),
    Category.DUPLICATE_LABEL: _texts(
        ("Setiap tabel, kode atau nomor hanya menunjuk satu hal", "A table, code or number stands for one thing only"),
        Message(id="Rujukan menjadi tidak jelas", en="References become unclear"),
        Message(id="Mohon periksa penomoran dan perbaiki", en="Please check the numbering and correct it"),
    ),
    Category.DUPLICATE_ROW: _texts(
        ("Setiap baris memuat datanya sendiri", "Each row holds its own data"),
    ),
    Category.COPIED_TEXT: _texts(
        (
            "Uraian ditulis untuk instansi dan tahun laporan ini",
            "The text is written for this agency and this year",
        ),
        Message(
            id="Uraian dapat tidak menggambarkan keadaan instansi pada tahun laporan",
            en="The text may not describe the agency in the year of the report",
        ),
        Message(
            id="Mohon klarifikasi uraian ini dan sesuaikan dengan keadaan tahun laporan",
            en="Please clarify this text and bring it in line with the year of the report",
        ),
    ),
    Category.MALFORMED_NUMBER: _texts(
        ("Angka ditulis sehingga hanya dapat dibaca dengan satu cara", "A number can be read in one way only"),
        Message(
            id="Angka ini dan perhitungan yang memakainya tidak dapat dinilai",
            en="This number and what is computed from it cannot be assessed",
        ),
        Message(
            id="Mohon tuliskan kembali angka sesuai data sumber",
            en="Please write the number anew from the source data",
        ),
    ),
    Category.TERBILANG: _texts(
        ("Angka dan sebutannya dalam kata-kata menyatakan nilai yang sama", "Digits and words state the same value"),
    ),
    Category.MISSING: _texts(
        (
            "Laporan memuat informasi yang diminta pedoman penyusunan laporan kinerja",
            "The report holds the information that the guideline for performance reports asks for",
        ),
        Message(
            id="Informasi kinerja belum lengkap dan bagian ini tidak dapat dinilai",
            en="The performance information is incomplete and this part cannot be assessed",
        ),
        Message(
            id="Mohon lengkapi informasi ini atau jelaskan mengapa tidak disajikan",
            en="Please complete this information or explain why it is not given",
        ),
    ),
    Category.IDENTITY: _texts(
        (
            "Nama instansi, pejabat dan dokumen ditulis sama dan sesuai di seluruh laporan",
            "Names of agency, officials and documents are the same and fitting all through the report",
        ),
        Message(
            id="Keabsahan bagian ini dapat dipertanyakan pembaca",
            en="A reader may question the validity of this part",
        ),
        _SAME,
    ),
    Category.YEAR: _texts(
        (
            "Tahun yang disebut sesuai dengan tahun laporan dan periode rencana",
            "Years agree with the year of the report and the period of the plan",
        ),
        Message(
            id="Pembaca dapat menghubungkan data dengan tahun yang berbeda",
            en="A reader may tie the data to another year",
        ),
        Message(
            id="Mohon periksa tahun yang disebut dan sesuaikan",
            en="Please check the year that is named and bring it in line",
        ),
    ),
    Category.STRUCTURE: _texts(
        (
            "Susunan dan penomoran laporan lengkap dan berurutan",
            "Structure and numbering of the report are complete and in order",
        ),
        Message(id="Laporan lebih sulit ditelusuri", en="The report is harder to follow"),
        Message(id="Mohon lengkapi dan urutkan kembali", en="Please complete and put in order"),
    ),
    Category.FORMULA: _texts(
        (
            "Rumus yang dinyatakan laporan diterapkan sebagaimana tertulis",
            "The formula that the report declares is applied as written",
        )
    ),
    Category.QUALITY: _texts(
        (
            "Indikator mengukur sasarannya secara spesifik dan terukur",
            "Indicators measure their objective specifically and measurably",
        ),
        Message(
            id="Ketercapaian sasaran belum tentu tergambar oleh indikator ini",
            en="The indicator may not show whether its objective is met",
        ),
        Message(
            id="Dapat dipertimbangkan untuk disempurnakan pada perencanaan berikutnya",
            en="May be considered for improvement in the next planning",
        ),
    ),
    Category.ARCHIVE: _texts(
        (
            "Data tahun yang sama disajikan sama dalam laporan tahun berikutnya",
            "Data of one year are the same in the reports of later years",
        ),
        rekomendasi=_SAME,
    ),
}
