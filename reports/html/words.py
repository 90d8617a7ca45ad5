"""The words of the pages in both languages."""

from reports.words import Lang
from schemas.finding import Message

PAGE_WORDS: dict[str, Message] = {
    "skip": Message(id="Langsung ke temuan", en="Skip to the findings"),
    "summary": Message(id="Ringkasan", en="Summary"),
    "findings": Message(id="Temuan", en="Findings"),
    "pages": Message(id="Halaman yang bertanda", en="Marked pages"),
    "lines": Message(id="Baris yang bertanda", en="Marked lines"),
    "page": Message(id="Halaman", en="Page"),
    "line": Message(id="Baris", en="Line"),
    "of": Message(id="dari", en="of"),
    "errors": Message(id="galat", en="errors"),
    "warnings": Message(id="peringatan", en="warnings"),
    "notes": Message(id="catatan", en="notes"),
    "changing": Message(id="mengubah kesimpulan", en="change a conclusion"),
    "agency": Message(id="Instansi", en="Agency"),
    "kind": Message(id="Jenis", en="Kind"),
    "year": Message(id="Tahun", en="Year"),
    "file": Message(id="Berkas", en="File"),
    "unknown": Message(id="tidak dikenali", en="not recognised"),
    "severity": Message(id="Tingkat", en="Severity"),
    "rule": Message(id="Aturan", en="Rule"),
    "all_rules": Message(id="Semua aturan", en="All rules"),
    "search": Message(id="Cari dalam temuan", en="Search the findings"),
    "filter": Message(id="Saring temuan", en="Filter the findings"),
    "keyboard": Message(
        id="Papan ketik: j/k temuan berikut/sebelum, Enter ke halamannya, / mencari, Esc kembali.",
        en="Keyboard: j/k next/previous finding, Enter to its page, / to search, Esc back.",
    ),
    "accepted": Message(id="Diterima", en="Accepted"),
    "basis": Message(id="Dasar", en="Basis"),
    "places": Message(id="Bukti", en="Evidence"),
    "more": Message(id="bukti lain", en="more"),
    "consequences": Message(id="Akibat dari angka ini", en="Consequences of this number"),
    "no_findings": Message(
        id="Tidak ditemukan hal yang perlu diklarifikasi.", en="Nothing that needs clarification was found."
    ),
    "no_pages": Message(id="Tidak ada halaman yang bertanda.", en="No page is marked."),
    "hidden_pictures": Message(
        id="Gambar halaman ini tidak disertakan agar berkas tetap kecil; lihat PDF beranotasi.",
        en="The picture of this page is left out to keep the file small; see the annotated PDF.",
    ),
    "capaian": Message(id="Capaian per indikator", en="Capaian of each indicator"),
    "capaian_note": Message(
        id="Sebagaimana tercetak; garis tegak menandai 100 %.", en="As printed; the upright line marks 100 %."
    ),
    "anggaran": Message(id="Anggaran dan realisasi", en="Budget and realisation"),
    "anggaran_note": Message(
        id="Dalam rupiah, sebagaimana tercetak; batang atas anggaran, batang bawah realisasi.",
        en="In rupiah, as printed; upper bar budget, lower bar realisation.",
    ),
    "indikator": Message(id="Indikator", en="Indicator"),
    "uraian": Message(id="Uraian", en="Item"),
    "pagu": Message(id="Anggaran", en="Budget"),
    "realisasi": Message(id="Realisasi", en="Realisation"),
    "bar": Message(id="Grafik", en="Chart"),
    "coverage": Message(id="Cakupan pembacaan", en="Coverage"),
    "in_records": Message(id="terbaca sebagai data", en="read as data"),
    "confirmed": Message(id="terbukti cocok", en="confirmed"),
    "numbers": Message(id="angka pada halaman tabel", en="numbers on table pages"),
    "unread": Message(id="Yang tidak terbaca", en="Not understood"),
    "failures": Message(id="Aturan yang gagal dijalankan", en="Rules that crashed"),
    "limits": Message(
        id="Temuan berarti angka yang tercetak tidak saling cocok dan perlu klarifikasi; bukan kesimpulan tentang "
        "sebab atau pihak.",
        en="A finding says that printed numbers do not agree and need clarification; it is no verdict on cause or "
        "people.",
    ),
    "confidence": Message(id="Keyakinan", en="Confidence"),
    "document": Message(id="Dokumen", en="Document"),
    "documents": Message(id="Dokumen", en="Documents"),
    "recap": Message(id="Rekap pemeriksaan", en="Recap of the check"),
    "heat": Message(id="Instansi dan jenis temuan", en="Agencies and kinds of findings"),
    "heat_note": Message(
        id="Banyaknya temuan pokok menurut jenisnya; makin gelap makin banyak.",
        en="Number of root findings of each kind; the darker the more.",
    ),
    "sort": Message(id="Urutkan menurut", en="Sort by"),
    "read_share": Message(id="Terbaca", en="Read"),
    "failed": Message(id="Tidak dapat dibaca", en="Could not be read"),
    "total": Message(id="Jumlah", en="Total"),
    "as_shown": Message(id="tampilan", en="as shown"),
}

CATEGORIES: dict[str, Message] = {
    "percent": Message(id="Persentase", en="Percentage"),
    "sum": Message(id="Penjumlahan", en="Sum"),
    "average": Message(id="Rata-rata", en="Average"),
    "difference": Message(id="Selisih", en="Difference"),
    "cross_table": Message(id="Antartabel", en="Between tables"),
    "narrative": Message(id="Narasi", en="Narrative"),
    "count": Message(id="Hitungan", en="Count"),
    "predicate": Message(id="Predikat", en="Predicate"),
    "duplicate_table": Message(id="Tabel ganda", en="Repeated table"),
    "duplicate_label": Message(id="Label ganda", en="Repeated label"),
    "duplicate_row": Message(id="Baris ganda", en="Repeated row"),
    "copied_text": Message(id="Teks salinan", en="Copied text"),
    "malformed_number": Message(id="Angka cacat", en="Malformed number"),
    "terbilang": Message(id="Terbilang", en="Words and digits"),
    "missing": Message(id="Kelengkapan", en="Missing"),
    "identity": Message(id="Identitas", en="Identity"),
    "year": Message(id="Tahun", en="Year"),
    "structure": Message(id="Susunan", en="Structure"),
    "formula": Message(id="Rumus", en="Formula"),
    "quality": Message(id="Mutu indikator", en="Quality"),
    "archive": Message(id="Antardokumen", en="Between documents"),
    "other": Message(id="Lainnya", en="Other"),
}


def words(lang: Lang) -> dict[str, str]:
    """Every word of the pages in one language, by its key."""
    return {key: getattr(message, lang) for key, message in PAGE_WORDS.items()}


def category_word(category: str, lang: Lang) -> str:
    """The name of a kind of finding."""
    message = CATEGORIES.get(category)
    return str(getattr(message, lang)) if message else category
