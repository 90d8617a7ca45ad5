"""The items that completeness is asked by, in words of our own (PermenPANRB 53/2014, Lampiran II and III)."""

from typing import NamedTuple

from schemas.kelengkapan import Aspek


class Butir(NamedTuple):
    """Number and question."""

    item: str
    id: str
    en: str


BAB_III = (
    Butir("A.1", "Target dan realisasi tahun ini dibandingkan?", "Are target and realisation of the year compared?"),
    Butir("A.2", "Dibandingkan dengan tahun-tahun sebelumnya?", "Are earlier years compared?"),
    Butir("A.3", "Dibandingkan dengan target jangka menengah?", "Is the mid-term target compared?"),
    Butir("A.4", "Dibandingkan dengan standar nasional, bila ada?", "Is a national standard compared, if any?"),
    Butir("A.5", "Penyebab hasil dan solusinya dianalisis?", "Are causes and remedies analysed?"),
    Butir("A.6", "Efisiensi sumber daya dianalisis?", "Is the efficiency of resources analysed?"),
    Butir("A.7", "Program/kegiatan penunjang dianalisis?", "Are the supporting programmes analysed?"),
    Butir("B", "Realisasi anggaran disajikan?", "Is the realised budget presented?"),
)

_FORMAT = (
    Butir("I.1", "Data penting instansi ditampilkan?", "Are the key data of the agency shown?"),
    Butir("I.2", "Target kinerja disajikan?", "Are performance targets presented?"),
    Butir("I.3", "Capaian kinerja disajikan memadai?", "Is performance presented adequately?"),
    Butir("I.4", "Lampiran mendukung isi laporan?", "Do annexes support the report?"),
    Butir("I.5", "Upaya perbaikan ke depan disajikan?", "Are improvements for the future presented?"),
    Butir("I.6", "Akuntabilitas keuangan disajikan?", "Is financial accountability presented?"),
)
_MEKANISME = (
    Butir("II.1", "Disusun unit kerja yang bertugas untuk itu?", "Was it compiled by the unit in charge?"),
    Butir("II.2", "Informasi didukung data yang memadai?", "Is the information supported by data?"),
    Butir("II.3", "Ada mekanisme penyampaian data ke penyusun?", "Is there a way for data to reach the compilers?"),
    Butir("II.4", "Ada penanggung jawab data di setiap unit?", "Is somebody in charge of data in every unit?"),
    Butir("II.5", "Keandalan data diyakini?", "Is the data trusted to be reliable?"),
    Butir("II.6", "Analisis diketahui unit kerja terkait?", "Do the units concerned know the analysis?"),
    Butir("II.7", "Laporan bulanan merupakan gabungan dari bawah?", "Do monthly reports add up from below?"),
)
_SUBSTANSI = (
    Butir("III.1", "Sasaran sesuai perjanjian kinerja?", "Do the objectives follow the agreement?"),
    Butir("III.2", "Sasaran selaras dengan rencana strategis?", "Do the objectives follow the strategic plan?"),
    Butir("III.3", "Bila tidak, ada penjelasan memadai?", "If not, is that explained?"),
    Butir("III.4", "Indikator sesuai perjanjian kinerja?", "Do the indicators follow the agreement?"),
    Butir("III.5", "Indikator sesuai IKU?", "Do the indicators follow the IKU?"),
    Butir("III.6", "Bila tidak, ada penjelasan memadai?", "If not, is that explained?"),
    Butir("III.7", "Ada perbandingan dengan tahun lalu dan standar?", "Are earlier years and standards compared?"),
    Butir("III.8", "Indikator cukup mengukur sasaran?", "Do the indicators measure the objectives?"),
    Butir("III.9", "Bila tidak, ada penjelasan memadai?", "If not, is that explained?"),
    Butir("III.10", "IKU dan indikator SMART?", "Are IKU and indicators SMART?"),
)
CHECKLIST: tuple[tuple[Aspek, Butir], ...] = (
    *((Aspek.FORMAT, butir) for butir in _FORMAT),
    *((Aspek.MEKANISME, butir) for butir in _MEKANISME),
    *((Aspek.SUBSTANSI, butir) for butir in _SUBSTANSI),
)
