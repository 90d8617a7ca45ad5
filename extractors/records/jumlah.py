"""What a row calls itself: a total, an expenditure account, revenue, or nothing of these."""

import re

_ROMANS = r"(?:[ivx]+|\d{1,2}|[a-e])"
_TOTAL = re.compile(
    rf"^(?:sub|grand)?(?:jumlah|total)(?:{_ROMANS}(?:[+&]|dan|sd|s/d|-)?)*"
    r"(?:(?:total|jumlah|keseluruhan|seluruh(?:nya)?|semua|umum|besar|akhir|pagu|alokasi|dana|anggaran|biaya|belanja|"
    r"realisasi|pendapatan|penerimaan|program|kegiatan|subkegiatan|sasaran|strategis|wajib|pilihan|urusan|prioritas|pendukung|apbd|apbn|opd|skpd|dinas|badan|"
    r"perangkatdaerah|langsung|tidaklangsung|operasi(?:onal)?|modal|dan|per|tahun|ta|rp|seluruhprogram|\d{1,4})*)$"
)
_TOTAL_OF = re.compile(
    r"^(?:sub\s*total|grand\s*total|total\s+(?:anggaran|belanja|pagu|dana|biaya)|"
    r"jumlah\s+(?:total|belanja|anggaran))\b"
)
_ACCOUNT = re.compile(
    r"^(?:total\s+)?(?:belanja|blj|btl|bl)\b(?!\s+(?:kesehatan masyarakat|publik))|"
    r"^gaji dan tunjangan(?: pegawai| pns)?$"
)
_PART = re.compile(
    r"^(?:belanja\s+)?(?:gaji|tunjangan|pegawai|barang|jasa|modal|subsidi|hibah|bantuan|bunga|bagi hasil|ta?k terduga|"
    r"tidak terduga|tanah|peralatan|gedung|jalan|aset|honor|perjalanan|operasi)"
)
_REVENUE = re.compile(
    r"^(?:total\s+)?(?:pendapatan|penerimaan|retribusi|pajak daerah|lain\W*lain (?:pad|pendapatan)|dana perimbangan|"
    r"dana alokasi|hasil (?:usaha|retribusi|pengelolaan kekayaan)|pembiayaan|surplus|defisit|silpa)"
)
_REVENUE_TABLE = re.compile(r"\b(?:pendapatan|penerimaan|retribusi|pad)\b", re.IGNORECASE)
_SPENDING = re.compile(r"belanja|anggaran|program|kegiatan|pagu", re.IGNORECASE)
_HEAD_OF_PROGRAMMES = re.compile(r"^belanja(?:\s+(?:langsung|daerah|operasi(?:onal)?|program))?$")
_INDIRECT = re.compile(r"^(?:belanja\s+)?tidak langsung|^btl\b")


def _spaced(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s+&/-]", " ", text.lower()).split())


def is_total(text: str) -> bool:
    """``Jumlah``, ``J U M L A H``, ``JUMLAH I + II``, ``Total Belanja``; but no ``Jumlah orang yang …``."""
    return bool(_TOTAL.match(re.sub(r"[^a-z0-9+&/]", "", text.lower())) or _TOTAL_OF.match(_spaced(text)))


def is_account(text: str) -> bool:
    """An expenditure account: ``Belanja Modal``, ``BTL``, ``Gaji dan Tunjangan Pegawai``."""
    return bool(_ACCOUNT.match(_spaced(text)))


def is_part_of_account(text: str) -> bool:
    """A part of an account named without the word: ``Pegawai``, ``Barang dan Jasa``."""
    return bool(_PART.match(_spaced(text)))


def is_revenue(text: str) -> bool:
    """Revenue and financing."""
    return bool(_REVENUE.match(_spaced(text)))


def is_revenue_table(title: str, headers: str) -> bool:
    """True when caption or headers speak of revenue and the headers of no expenditure."""
    return bool(_REVENUE_TABLE.search(headers) or _REVENUE_TABLE.search(title)) and not _SPENDING.search(
        re.sub(r"anggaran\s*(?:pendapatan)?|tahun anggaran", "", f"{headers} {title}", flags=re.IGNORECASE)
    )


def heads_programmes(text: str) -> bool:
    """``Belanja Langsung`` and the like: programmes stand under it."""
    return bool(_HEAD_OF_PROGRAMMES.match(_spaced(text)))


def is_indirect(text: str) -> bool:
    """``Belanja Tidak Langsung``: its parts are accounts, never programmes."""
    return bool(_INDIRECT.match(_spaced(text)))
