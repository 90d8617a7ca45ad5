"""The tables of the dataset. Every row is traceable: document hash, page or line, table, row, column, box.

Rows have natural keys (hash of the content and the id of the record), so that a store filled in one run equals one
filled in ten interrupted runs, row for row.
"""

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

from store.types import Exact

metadata = MetaData()

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True, comment="urutan menjalankan"),
    Column("started", DateTime, nullable=False, comment="mulai (UTC)"),
    Column("ended", DateTime, comment="selesai (UTC); kosong bila terputus"),
    Column("version", String(40), nullable=False, comment="versi Cermat"),
    Column("digest", String(64), nullable=False, comment="sidik kode Cermat"),
    Column("options", Text, nullable=False, comment="pilihan, JSON"),
    Column("documents", Integer, nullable=False, default=0, comment="dokumen yang diproses"),
    Column("skipped", Integer, nullable=False, default=0, comment="dokumen yang sudah ada dan tidak berubah"),
    Column("errors", Integer, nullable=False, default=0, comment="berkas yang gagal"),
)

documents = Table(
    "documents",
    metadata,
    Column("sha256", String(64), primary_key=True, comment="sidik isi berkas"),
    Column("key", String(64), nullable=False, comment="sidik isi, pilihan, dan kode: penentu lanjut/ulang"),
    Column("media_type", String(80), nullable=False),
    Column("pages", Integer, comment="jumlah halaman PDF"),
    Column("text_layer", String(10), nullable=False, comment="digital, scan, mixed, text"),
    Column("jenis", String(30), nullable=False, comment="lkip, iku, perjanjian_kinerja, …"),
    Column("instansi", Text, comment="instansi seperti tercetak"),
    Column("daerah", Text),
    Column("instansi_kunci", Text, index=True, comment="nama instansi yang diseragamkan"),
    Column("tahun", Integer, index=True, comment="tahun yang dilaporkan atau direncanakan"),
    Column("nomor", Text, comment="nomor surat keputusan"),
    Column("tanggal", String(10), comment="tanggal tanda tangan terakhir yang tercetak"),
    Column("angka_halaman_tabel", Integer, nullable=False),
    Column("angka_terbaca", Integer, nullable=False),
    Column("angka_cocok", Integer, nullable=False),
    Column("text", LargeBinary, nullable=False, comment="teks berjalan di luar tabel, termampat zlib"),
    Column("result", LargeBinary, nullable=False, comment="hasil lengkap, JSON termampat zlib"),
)

paths = Table(
    "paths",
    metadata,
    Column("path", Text, primary_key=True, comment="letak berkas; satu isi dapat berada di beberapa letak"),
    Column("sha256", String(64), nullable=False, index=True),
)


def _document() -> Column[str]:
    return Column(
        "sha256", String(64), ForeignKey("documents.sha256", ondelete="CASCADE"), primary_key=True, comment="dokumen"
    )


def _id() -> Column[str]:
    return Column("id", String(80), primary_key=True, comment="id baris di dalam dokumen")


def _place() -> list[Column]:  # type: ignore[type-arg]
    """Where a value is printed."""
    return [
        Column("page", Integer, comment="halaman PDF, dari 1"),
        Column("line", Integer, comment="baris teks, dari 1"),
        Column("tabel", String(20), comment="id tabel"),
        Column("baris", Integer, comment="baris tabel, dari 1"),
        Column("kolom", String(60), comment="peran kolom"),
        Column("x0", Float),
        Column("top", Float),
        Column("x1", Float),
        Column("bottom", Float),
    ]


def _value() -> list[Column]:  # type: ignore[type-arg]
    """A printed number beside its raw text."""
    return [
        Column("ukuran", String(20), primary_key=True, comment="target, realisasi, capaian, anggaran, persen, …"),
        Column("raw", Text, nullable=False, comment="teks tercetak"),
        Column("nilai", Exact, comment="nilai; kosong bila tidak terbaca"),
        Column("satuan_tercetak", Text),
        Column("bentuk", String(12), nullable=False, comment="number, missing, malformed, range, …"),
    ]


tables = Table(
    "tables",
    metadata,
    _document(),
    _id(),
    Column("kind", String(30), nullable=False),
    Column("caption", Text, nullable=False),
    Column("nomor", String(20)),
    Column("page_first", Integer),
    Column("page_last", Integer),
    Column("line_first", Integer),
    Column("line_last", Integer),
    Column("rows", Integer, nullable=False),
    Column("columns", Integer, nullable=False),
    Column("engine", String(30), nullable=False),
    Column("score", Float, nullable=False),
)

indikator = Table(
    "indikator",
    metadata,
    _document(),
    _id(),
    Column("nomor", Text),
    Column("sasaran", Text),
    Column("indikator", Text, nullable=False),
    Column("satuan", Text),
    Column("tahun", Integer, index=True),
    Column("tahap", String(12), comment="murni, perubahan, akhir"),
    Column("keluaran", Boolean, nullable=False, comment="keluaran di dalam tabel anggaran"),
    Column("predikat", Text),
    *_value(),
    *_place(),
)

anggaran = Table(
    "anggaran",
    metadata,
    _document(),
    _id(),
    Column("tingkat", String(20), nullable=False, comment="program, kegiatan, sub_kegiatan, belanja, total, lainnya"),
    Column("kode", Text),
    Column("uraian", Text, nullable=False),
    Column("induk", String(80), comment="id baris induk"),
    Column("sasaran", Text),
    Column("tahap", String(12)),
    *_value(),
    *_place(),
)

iku = Table(
    "iku",
    metadata,
    _document(),
    _id(),
    Column("nomor", Text),
    Column("sasaran", Text),
    Column("indikator", Text, nullable=False),
    Column("formulasi", Text),
    Column("penanggung_jawab", Text),
    Column("sumber_data", Text),
    Column("page", Integer),
    Column("line", Integer),
    Column("tabel", String(20)),
    Column("baris", Integer),
)

klaim = Table(
    "klaim",
    metadata,
    _document(),
    _id(),
    Column("kind", String(12), nullable=False),
    Column("text", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("measure", String(20)),
    Column("tahun", Integer),
    Column("raw", Text),
    Column("nilai", Exact),
    *_place(),
)

findings = Table(
    "findings",
    metadata,
    _document(),
    _id(),
    Column("rule", String(10), nullable=False, index=True),
    Column("category", String(20), nullable=False),
    Column("severity", String(10), nullable=False),
    Column("mengubah_kesimpulan", Boolean, nullable=False),
    Column("message_id", Text, nullable=False),
    Column("message_en", Text, nullable=False),
    Column("printed", Text),
    Column("expected", Text),
    Column("computation", Text),
    Column("suggestion", Text),
    Column("cause", String(80), comment="id temuan penyebab"),
    Column("accepted", Text, comment="alasan diterima"),
    *_place(),
)

errors = Table(
    "errors",
    metadata,
    Column("path", Text, primary_key=True),
    Column("sha256", String(64)),
    Column("key", String(64)),
    Column("code", String(20), nullable=False),
    Column("message_id", Text, nullable=False),
    Column("message_en", Text, nullable=False),
)

RECORDS = (tables, indikator, anggaran, iku, klaim, findings)
"""Tables whose rows belong to one document."""

Index("ix_findings_severity", findings.c.severity)
