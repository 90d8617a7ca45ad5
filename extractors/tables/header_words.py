"""The words that headers of performance tables are made of; they tell a header cell from a name."""

import re

_TEXT = """
no nomor urut kode rekening rek tujuan sasaran strategis strategi strategik stratejik indikator kinerja utama
iku ik satuan sat target realisasi capaian pencapaian prosentase persentase presentase persen tingkat predikat
kategori katagori keterangan ket catatan anggaran pagu dana rp ribu juta rupiah program kegiatan sub uraian
tahun thn th ta formulasi formula perhitungan penghitungan penjelasan dan rumus penanggung jawab bidang sumber
data nasional standar murni perubahan sebelum sesudah setelah penetapan semula menjadi awal akhir revisi renstra
rpjmd jangka menengah serapan penyerapan sisa fisik keuangan keu volume vol lokasi input output outcome outcomes
hasil keluaran masukan manfaat terhadap thd pada s/d sd sampai dengan kondisi dasar baseline jumlah total
triwulan trw semester smt tw i ii iii iv misi visi definisi operasional unit pelaksana skpd opd pd perangkat
daerah nilai skor bobot efisiensi selisih perbandingan realiasi reallsasi kendala solusi dpa dppa dipa apbd apbn
belanja alokasi nama ini lalu yang dari ke bulan skala interval kriteria penilaian interpretasi lebih kurang lbh
aspek jenis urusan progres progress deviasi
tolok ukur kunci individu pk status rata naik turun efisien indikatif biaya terserap pendukung persamaan cara charge
pic pelaksanaan kemajuan provinsi rencana prediket ikk ss s d n o th ukuran in tidak indikasi sumberdaya kuantitatif
"""
HEADER_WORDS = frozenset(re.findall(r"\S+", _TEXT))
