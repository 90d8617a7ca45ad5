"""Archives of many agencies over years: every series consistent, and one known fault planted where asked.

>>> for naskah in arsip(1, agencies=2, years=3): ...
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from random import Random

from samples import acak
from samples.acak import Ukuran
from samples.cetak.pdf import cetak_pdf
from samples.cetak.tata import Tata
from samples.laporan import Indikator, Laporan, Uang
from samples.susun import susun
from samples.teks import cetak_teks

FAULTS = ("tahun_lalu", "melonjak", "beku", "versi", "salinan")
"""Kinds of faults between documents: last year told differently, a value that jumps, one that stands still, two
versions of one report, a report that is another agency's with the names exchanged."""
SUKU = ("ba", "ca", "da", "ga", "ja", "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "wa")
KECIL = Ukuran(sasaran=2, indikator=2, program=2, kegiatan=2, sub=2)


@dataclass(frozen=True)
class Berkas:
    """One file of an archive."""

    nama: str
    laporan: Laporan
    pdf: bool

    def tulis(self, folder: Path) -> Path:
        """Write it as text or as a ruled PDF; its path."""
        naskah = susun(self.laporan)
        path = folder / f"{self.nama}.{'pdf' if self.pdf else 'txt'}"
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.pdf:
            path.write_bytes(cetak_pdf(naskah, Tata(nama="bergaris"))[0])
        else:
            path.write_text(cetak_teks(naskah)[0], encoding="utf-8")
        return path


def arsip(
    seed: int, agencies: int, years: int, pdf: Decimal = Decimal(0), ukuran: Ukuran = KECIL, fault: str | None = None
) -> Iterator[Berkas]:
    """The files of an archive; ``pdf`` is the share printed as PDF, ``fault`` is planted at the first agency."""
    for number in range(agencies):
        chance = Random(f"{seed}-{number}")
        series = _series(chance, seed * 100_003 + number, years, ukuran, fault if number == 0 else None)
        for laporan in series:
            name = f"{number:05}-{laporan.tahun}"
            yield Berkas(name, laporan, Decimal(str(chance.random())) < pdf)
        if number == 0 and fault == "versi":
            yield Berkas("versi-2", _other_version(series[-1]), False)
        if number == 0 and fault == "salinan":
            other = replace(series[-1], instansi=f"Kecamatan {_nama(chance)}", pejabat="Drs. WARSITO, M.Si")
            yield Berkas("salinan", replace(other, jabatan=other.instansi.replace("Kecamatan", "Camat")), False)


def _series(chance: Random, seed: int, years: int, ukuran: Ukuran, fault: str | None) -> list[Laporan]:
    """The reports of one agency, first year first."""
    base = acak.laporan(seed, ukuran, None)
    unit, daerah = _nama(chance), _nama(chance)
    first = 2026 - years
    periode = (first - 1, first + max(4, years))
    sasaran = tuple(
        replace(s, indikator=tuple(_indikator(chance, i, periode) for i in s.indikator)) for s in base.sasaran
    )
    reports: list[Laporan] = []
    for tahun in range(first, 2026):
        program = acak._program(chance, ukuran, len(sasaran))
        lalu = Uang.jumlah(p.uang for p in reports[-1].program) if reports else base.lalu
        reports.append(
            replace(
                base,
                instansi=f"Kecamatan {unit}",
                daerah=f"Kabupaten {daerah}",
                kepala_daerah=f"Bupati {daerah}",
                jabatan=f"Camat {unit}",
                tempat=daerah,
                tahun=tahun,
                tanggal=f"{tahun + 1}-02-{chance.randint(1, 27):02}",
                tanggal_pk=f"{tahun}-01-{chance.randint(5, 30):02}",
                periode=periode,
                sasaran=tuple(replace(s, indikator=tuple(_until(i, tahun) for i in s.indikator)) for s in sasaran),
                program=program,
                penyesuaian=(),
                lalu=lalu,
            )
        )
    return _planted(reports, fault)


def _nama(chance: Random) -> str:
    return "".join(chance.choice(SUKU) for _ in range(4)).capitalize()


def _indikator(chance: Random, indikator: Indikator, periode: tuple[int, int]) -> Indikator:
    """The indicator over the whole period: targets that move, values near them that differ from year to year."""
    start = next(iter(indikator.target.values()))
    step = Decimal(1).scaleb(start.as_tuple().exponent)  # type: ignore[arg-type]
    top = Decimal(100) if indikator.satuan == "Persen" else Decimal(10**6)
    sign = -1 if indikator.turun else 1
    target = {t: min(top, max(step, start + sign * step * n)) for n, t in enumerate(range(periode[0], periode[1] + 1))}
    values: dict[int, Decimal] = {}
    for tahun, wanted in target.items():
        value = min(top, max(step, (wanted * chance.randint(82, 116) / 100).quantize(step)))
        while value == values.get(tahun - 1) and value not in (top, step):
            value = min(top, value + step)
        values[tahun] = value
    return replace(indikator, target=target, realisasi=values)


def _until(indikator: Indikator, tahun: int) -> Indikator:
    return replace(indikator, realisasi={t: v for t, v in indikator.realisasi.items() if t <= tahun})


def _changed(report: Laporan, tahun: int, value: Decimal) -> Laporan:
    """The report with another value of its first indicator in a year."""
    first, *rest = report.sasaran
    indikator, *others = first.indikator
    indikator = replace(indikator, realisasi={**indikator.realisasi, tahun: value})
    return replace(report, sasaran=(replace(first, indikator=(indikator, *others)), *rest))


def _value(report: Laporan, tahun: int) -> Decimal:
    return report.sasaran[0].indikator[0].realisasi[tahun]


def _planted(reports: list[Laporan], fault: str | None) -> list[Laporan]:
    last = reports[-1]
    if fault == "tahun_lalu":
        before = last.tahun - 1
        return [*reports[:-1], _changed(last, before, _value(last, before) + 1)]
    if fault == "melonjak":
        return [*reports[:-1], _changed(last, last.tahun, _value(last, last.tahun) * 10)]
    if fault == "beku":
        value = _value(reports[0], reports[0].tahun).quantize(Decimal("0.01")) + Decimal("0.37")
        still = [r.tahun for r in reports]
        for tahun in still:
            reports = [_changed(r, tahun, value) if r.tahun >= tahun else r for r in reports]
    return reports


def _other_version(report: Laporan) -> Laporan:
    return _changed(report, report.tahun, _value(report, report.tahun) + 1)
