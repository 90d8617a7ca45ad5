"""The first form of the dataset."""

import sqlalchemy as sa
from alembic import op

from store.types import Exact

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("sha256", sa.String(length=64), nullable=False, comment="sidik isi berkas"),
        sa.Column(
            "key", sa.String(length=64), nullable=False, comment="sidik isi, pilihan, dan kode: penentu lanjut/ulang"
        ),
        sa.Column("media_type", sa.String(length=80), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True, comment="jumlah halaman PDF"),
        sa.Column("text_layer", sa.String(length=10), nullable=False, comment="digital, scan, mixed, text"),
        sa.Column("jenis", sa.String(length=30), nullable=False, comment="lkip, iku, perjanjian_kinerja, …"),
        sa.Column("instansi", sa.Text(), nullable=True, comment="instansi seperti tercetak"),
        sa.Column("daerah", sa.Text(), nullable=True),
        sa.Column("instansi_kunci", sa.Text(), nullable=True, comment="nama instansi yang diseragamkan"),
        sa.Column("tahun", sa.Integer(), nullable=True, comment="tahun yang dilaporkan atau direncanakan"),
        sa.Column("nomor", sa.Text(), nullable=True, comment="nomor surat keputusan"),
        sa.Column(
            "tanggal", sa.String(length=10), nullable=True, comment="tanggal tanda tangan terakhir yang tercetak"
        ),
        sa.Column("angka_halaman_tabel", sa.Integer(), nullable=False),
        sa.Column("angka_terbaca", sa.Integer(), nullable=False),
        sa.Column("angka_cocok", sa.Integer(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False, comment="teks berjalan di luar tabel, termampat zlib"),
        sa.Column("result", sa.LargeBinary(), nullable=False, comment="hasil lengkap, JSON termampat zlib"),
        sa.PrimaryKeyConstraint("sha256"),
    )
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_documents_instansi_kunci"), ["instansi_kunci"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_tahun"), ["tahun"], unique=False)

    op.create_table(
        "errors",
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("key", sa.String(length=64), nullable=True),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("message_en", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("path"),
    )
    op.create_table(
        "paths",
        sa.Column("path", sa.Text(), nullable=False, comment="letak berkas; satu isi dapat berada di beberapa letak"),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("path"),
    )
    with op.batch_alter_table("paths", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_paths_sha256"), ["sha256"], unique=False)

    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False, comment="urutan menjalankan"),
        sa.Column("started", sa.DateTime(), nullable=False, comment="mulai (UTC)"),
        sa.Column("ended", sa.DateTime(), nullable=True, comment="selesai (UTC); kosong bila terputus"),
        sa.Column("version", sa.String(length=40), nullable=False, comment="versi Cermat"),
        sa.Column("digest", sa.String(length=64), nullable=False, comment="sidik kode Cermat"),
        sa.Column("options", sa.Text(), nullable=False, comment="pilihan, JSON"),
        sa.Column("documents", sa.Integer(), nullable=False, comment="dokumen yang diproses"),
        sa.Column("skipped", sa.Integer(), nullable=False, comment="dokumen yang sudah ada dan tidak berubah"),
        sa.Column("errors", sa.Integer(), nullable=False, comment="berkas yang gagal"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "anggaran",
        sa.Column("sha256", sa.String(length=64), nullable=False, comment="dokumen"),
        sa.Column("id", sa.String(length=80), nullable=False, comment="id baris di dalam dokumen"),
        sa.Column(
            "tingkat",
            sa.String(length=20),
            nullable=False,
            comment="program, kegiatan, sub_kegiatan, belanja, total, lainnya",
        ),
        sa.Column("kode", sa.Text(), nullable=True),
        sa.Column("uraian", sa.Text(), nullable=False),
        sa.Column("induk", sa.String(length=80), nullable=True, comment="id baris induk"),
        sa.Column("sasaran", sa.Text(), nullable=True),
        sa.Column("tahap", sa.String(length=12), nullable=True),
        sa.Column(
            "ukuran", sa.String(length=20), nullable=False, comment="target, realisasi, capaian, anggaran, persen, …"
        ),
        sa.Column("raw", sa.Text(), nullable=False, comment="teks tercetak"),
        sa.Column("nilai", Exact(), nullable=True, comment="nilai; kosong bila tidak terbaca"),
        sa.Column("satuan_tercetak", sa.Text(), nullable=True),
        sa.Column("bentuk", sa.String(length=12), nullable=False, comment="number, missing, malformed, range, …"),
        sa.Column("page", sa.Integer(), nullable=True, comment="halaman PDF, dari 1"),
        sa.Column("line", sa.Integer(), nullable=True, comment="baris teks, dari 1"),
        sa.Column("tabel", sa.String(length=20), nullable=True, comment="id tabel"),
        sa.Column("baris", sa.Integer(), nullable=True, comment="baris tabel, dari 1"),
        sa.Column("kolom", sa.String(length=60), nullable=True, comment="peran kolom"),
        sa.Column("x0", sa.Float(), nullable=True),
        sa.Column("top", sa.Float(), nullable=True),
        sa.Column("x1", sa.Float(), nullable=True),
        sa.Column("bottom", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["sha256"], ["documents.sha256"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("sha256", "id", "ukuran"),
    )
    op.create_table(
        "findings",
        sa.Column("sha256", sa.String(length=64), nullable=False, comment="dokumen"),
        sa.Column("id", sa.String(length=80), nullable=False, comment="id baris di dalam dokumen"),
        sa.Column("rule", sa.String(length=10), nullable=False),
        sa.Column("category", sa.String(length=20), nullable=False),
        sa.Column("severity", sa.String(length=10), nullable=False),
        sa.Column("mengubah_kesimpulan", sa.Boolean(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("message_en", sa.Text(), nullable=False),
        sa.Column("printed", sa.Text(), nullable=True),
        sa.Column("expected", sa.Text(), nullable=True),
        sa.Column("computation", sa.Text(), nullable=True),
        sa.Column("suggestion", sa.Text(), nullable=True),
        sa.Column("cause", sa.String(length=80), nullable=True, comment="id temuan penyebab"),
        sa.Column("accepted", sa.Text(), nullable=True, comment="alasan diterima"),
        sa.Column("page", sa.Integer(), nullable=True, comment="halaman PDF, dari 1"),
        sa.Column("line", sa.Integer(), nullable=True, comment="baris teks, dari 1"),
        sa.Column("tabel", sa.String(length=20), nullable=True, comment="id tabel"),
        sa.Column("baris", sa.Integer(), nullable=True, comment="baris tabel, dari 1"),
        sa.Column("kolom", sa.String(length=60), nullable=True, comment="peran kolom"),
        sa.Column("x0", sa.Float(), nullable=True),
        sa.Column("top", sa.Float(), nullable=True),
        sa.Column("x1", sa.Float(), nullable=True),
        sa.Column("bottom", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["sha256"], ["documents.sha256"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("sha256", "id"),
    )
    with op.batch_alter_table("findings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_findings_rule"), ["rule"], unique=False)
        batch_op.create_index("ix_findings_severity", ["severity"], unique=False)

    op.create_table(
        "iku",
        sa.Column("sha256", sa.String(length=64), nullable=False, comment="dokumen"),
        sa.Column("id", sa.String(length=80), nullable=False, comment="id baris di dalam dokumen"),
        sa.Column("nomor", sa.Text(), nullable=True),
        sa.Column("sasaran", sa.Text(), nullable=True),
        sa.Column("indikator", sa.Text(), nullable=False),
        sa.Column("formulasi", sa.Text(), nullable=True),
        sa.Column("penanggung_jawab", sa.Text(), nullable=True),
        sa.Column("sumber_data", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("tabel", sa.String(length=20), nullable=True),
        sa.Column("baris", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["sha256"], ["documents.sha256"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("sha256", "id"),
    )
    op.create_table(
        "indikator",
        sa.Column("sha256", sa.String(length=64), nullable=False, comment="dokumen"),
        sa.Column("id", sa.String(length=80), nullable=False, comment="id baris di dalam dokumen"),
        sa.Column("nomor", sa.Text(), nullable=True),
        sa.Column("sasaran", sa.Text(), nullable=True),
        sa.Column("indikator", sa.Text(), nullable=False),
        sa.Column("satuan", sa.Text(), nullable=True),
        sa.Column("tahun", sa.Integer(), nullable=True),
        sa.Column("tahap", sa.String(length=12), nullable=True, comment="murni, perubahan, akhir"),
        sa.Column("keluaran", sa.Boolean(), nullable=False, comment="keluaran di dalam tabel anggaran"),
        sa.Column("predikat", sa.Text(), nullable=True),
        sa.Column(
            "ukuran", sa.String(length=20), nullable=False, comment="target, realisasi, capaian, anggaran, persen, …"
        ),
        sa.Column("raw", sa.Text(), nullable=False, comment="teks tercetak"),
        sa.Column("nilai", Exact(), nullable=True, comment="nilai; kosong bila tidak terbaca"),
        sa.Column("satuan_tercetak", sa.Text(), nullable=True),
        sa.Column("bentuk", sa.String(length=12), nullable=False, comment="number, missing, malformed, range, …"),
        sa.Column("page", sa.Integer(), nullable=True, comment="halaman PDF, dari 1"),
        sa.Column("line", sa.Integer(), nullable=True, comment="baris teks, dari 1"),
        sa.Column("tabel", sa.String(length=20), nullable=True, comment="id tabel"),
        sa.Column("baris", sa.Integer(), nullable=True, comment="baris tabel, dari 1"),
        sa.Column("kolom", sa.String(length=60), nullable=True, comment="peran kolom"),
        sa.Column("x0", sa.Float(), nullable=True),
        sa.Column("top", sa.Float(), nullable=True),
        sa.Column("x1", sa.Float(), nullable=True),
        sa.Column("bottom", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["sha256"], ["documents.sha256"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("sha256", "id", "ukuran"),
    )
    with op.batch_alter_table("indikator", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_indikator_tahun"), ["tahun"], unique=False)

    op.create_table(
        "klaim",
        sa.Column("sha256", sa.String(length=64), nullable=False, comment="dokumen"),
        sa.Column("id", sa.String(length=80), nullable=False, comment="id baris di dalam dokumen"),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("measure", sa.String(length=20), nullable=True),
        sa.Column("tahun", sa.Integer(), nullable=True),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("nilai", Exact(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True, comment="halaman PDF, dari 1"),
        sa.Column("line", sa.Integer(), nullable=True, comment="baris teks, dari 1"),
        sa.Column("tabel", sa.String(length=20), nullable=True, comment="id tabel"),
        sa.Column("baris", sa.Integer(), nullable=True, comment="baris tabel, dari 1"),
        sa.Column("kolom", sa.String(length=60), nullable=True, comment="peran kolom"),
        sa.Column("x0", sa.Float(), nullable=True),
        sa.Column("top", sa.Float(), nullable=True),
        sa.Column("x1", sa.Float(), nullable=True),
        sa.Column("bottom", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["sha256"], ["documents.sha256"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("sha256", "id"),
    )
    op.create_table(
        "tables",
        sa.Column("sha256", sa.String(length=64), nullable=False, comment="dokumen"),
        sa.Column("id", sa.String(length=80), nullable=False, comment="id baris di dalam dokumen"),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.Column("nomor", sa.String(length=20), nullable=True),
        sa.Column("page_first", sa.Integer(), nullable=True),
        sa.Column("page_last", sa.Integer(), nullable=True),
        sa.Column("line_first", sa.Integer(), nullable=True),
        sa.Column("line_last", sa.Integer(), nullable=True),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("columns", sa.Integer(), nullable=False),
        sa.Column("engine", sa.String(length=30), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["documents.sha256"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("sha256", "id"),
    )


def downgrade() -> None:
    op.drop_table("tables")
    op.drop_table("klaim")
    with op.batch_alter_table("indikator", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_indikator_tahun"))

    op.drop_table("indikator")
    op.drop_table("iku")
    with op.batch_alter_table("findings", schema=None) as batch_op:
        batch_op.drop_index("ix_findings_severity")
        batch_op.drop_index(batch_op.f("ix_findings_rule"))

    op.drop_table("findings")
    op.drop_table("anggaran")
    op.drop_table("runs")
    with op.batch_alter_table("paths", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_paths_sha256"))

    op.drop_table("paths")
    op.drop_table("errors")
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_documents_tahun"))
        batch_op.drop_index(batch_op.f("ix_documents_instansi_kunci"))

    op.drop_table("documents")
