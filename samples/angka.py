"""How the samples print numbers. Written apart from extractors and validators, so that neither proves itself."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

SATUAN = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
SKALA = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))
BULAN = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def bulatkan(nilai: Decimal, desimal: int, potong: bool = False) -> Decimal:
    """Round half up, or cut off when the report's habit is to cut."""
    return nilai.quantize(Decimal(1).scaleb(-desimal), ROUND_DOWN if potong else ROUND_HALF_UP)


def ribuan(nilai: int) -> str:
    """1234567 as 1.234.567."""
    return f"{nilai:,}".replace(",", ".")


def cetak(nilai: Decimal) -> str:
    """A decimal as it stands, with Indonesian separators: 1234.50 as 1.234,50."""
    tanda = "-" if nilai < 0 else ""
    bulat, _, pecahan = f"{abs(nilai):f}".partition(".")
    return tanda + ribuan(int(bulat)) + ("," + pecahan if pecahan else "")


def uang(nilai: int, bentuk: str) -> str:
    """An amount as a table prints it: `titik` 1.234, `desimal` 1.234,00, `rp` Rp1.234, `strip` Rp. 1.234,-."""
    angka = ribuan(nilai)
    return {"titik": angka, "desimal": f"{angka},00", "rp": f"Rp{angka}", "strip": f"Rp. {angka},-"}[bentuk]


def eja(nilai: int) -> str:
    """The words of a whole number, lower case: 1234 as `seribu dua ratus tiga puluh empat`."""
    if nilai == 0:
        return "nol"
    for besar, nama in SKALA:
        if nilai >= besar:
            depan, sisa = divmod(nilai, besar)
            kepala = "seribu" if (depan, nama) == (1, "ribu") else f"{eja(depan)} {nama}"
            return f"{kepala} {eja(sisa)}" if sisa else kepala
    if nilai >= 100:
        depan, sisa = divmod(nilai, 100)
        kepala = "seratus" if depan == 1 else f"{SATUAN[depan]} ratus"
        return f"{kepala} {eja(sisa)}" if sisa else kepala
    if nilai >= 20:
        depan, sisa = divmod(nilai, 10)
        return f"{SATUAN[depan]} puluh {SATUAN[sisa]}".strip()
    return SATUAN[nilai] if nilai < 12 else f"{SATUAN[nilai - 10]} belas"


def banyak(nilai: int) -> str:
    """A count with its words: 12 (dua belas)."""
    return f"{nilai} ({eja(nilai)})"


def romawi(nilai: int) -> str:
    """Roman figures up to XX."""
    satuan = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (nilai // 10) + satuan[nilai % 10]


def tanggal(iso: str) -> str:
    """2025-02-14 as 14 Februari 2025."""
    tahun, bulan, hari = (int(bagian) for bagian in iso.split("-"))
    return f"{hari} {BULAN[bulan - 1]} {tahun}"
