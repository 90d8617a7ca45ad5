"""Which samples there are: text documents, and PDFs with their layouts."""

from samples.cetak.tata import Tata

TEKS = ("lkip_bersih", "lkip_temuan", "iku_ganda", "lkip_rusak")

PDF = (
    ("lkip_bersih", Tata("bergaris")),
    ("lkip_bersih", Tata("gabung", gabung="gabung", potong_baris=True, ulang_kepala=False)),
    ("lkip_bersih", Tata("tiga_garis", garis="tiga", gabung="ulang")),
    ("lkip_bersih", Tata("tanpa_garis", garis="tanpa", gabung="ulang")),
    ("lkip_temuan", Tata("bergaris")),
    ("iku_ganda", Tata("gabung", gabung="gabung", potong_baris=True, kertas=(595.0, 440.0), ulang_kepala=False)),
    ("tabel", Tata("pita", garis="pita", gabung="ulang")),
    ("tabel", Tata("mendatar", garis="mendatar", gabung="ulang", tengah=True)),
    ("tabel", Tata("kotak", garis="kotak", gabung="gabung", arsir=True, tengah=True)),
    ("tabel", Tata("lanskap", lanskap=True, ulang_kepala=False)),
    ("tabel", Tata("putar90", lanskap=True, putar=90)),
    ("tabel", Tata("putar270", gabung="gabung", potong_baris=True, putar=270)),
    ("tabel", Tata("menyamping", samping="kiri", ulang_kepala=False)),
    ("tabel", Tata("menyamping_kanan", samping="kanan", garis="tiga", gabung="ulang")),
    ("tabel", Tata("tiga_garis_terbelah", garis="tiga", gabung="ulang", potong_baris=True, ulang_kepala=False)),
    ("tabel", Tata("tanpa_garis_terbelah", garis="tanpa", gabung="ulang", potong_baris=True, ulang_kepala=False)),
)
"""Document, layout; the file is `pdf/<document>_<layout>.pdf`."""
