"""Words for random reports: invented agencies and regions, indicators, programmes of the national classification."""

DAERAH = ("Harapan Jaya", "Lembah Cendana", "Teluk Purnama", "Bukit Kencana", "Muara Seroja", "Padang Kemuning")
WILAYAH = ("Sukamaju", "Mekar Asri", "Tirta Wening", "Giri Lestari", "Banyu Seta", "Rimba Agung", "Karang Melati")
DINAS = (
    "Perpustakaan dan Kearsipan",
    "Komunikasi dan Informatika",
    "Ketahanan Pangan",
    "Lingkungan Hidup",
    "Perhubungan",
    "Pemuda dan Olahraga",
)
ORANG = ("BAGUS WIRATAMA, S.Sos", "SARI PUSPANINGRUM, S.STP", "Ir. RATNA KUSUMADEWI, M.M", "HENDRA LAKSMANA, S.E")
SASARAN = (
    "Meningkatnya mutu pelayanan publik",
    "Meningkatnya peran serta masyarakat dalam pembangunan",
    "Terpeliharanya ketenteraman dan ketertiban umum",
    "Meningkatnya akuntabilitas kinerja perangkat daerah",
    "Meningkatnya tertib administrasi wilayah",
    "Meningkatnya kemandirian kelompok masyarakat",
)
INDIKATOR = (  # name, unit, less is better, decimals, lowest and highest target
    ("Indeks Kepuasan Masyarakat", "Indeks", False, 2, 76, 92),
    ("Persentase usulan masyarakat yang terakomodasi", "Persen", False, 2, 40, 90),
    ("Persentase aduan yang diselesaikan tepat waktu", "Persen", False, 1, 60, 95),
    ("Jumlah kejadian pelanggaran ketertiban umum", "Kejadian", True, 0, 12, 60),
    ("Nilai evaluasi akuntabilitas kinerja", "Nilai", False, 2, 55, 85),
    ("Jumlah kelompok masyarakat yang dibina", "Kelompok", False, 0, 8, 140),
    ("Persentase layanan yang memenuhi standar", "Persen", False, 0, 50, 95),
    ("Rata-rata lama penyelesaian layanan", "Hari", True, 1, 3, 14),
    ("Persentase wilayah yang tertib administrasi", "Persen", False, 2, 45, 96),
    ("Jumlah peserta forum konsultasi publik", "Orang", False, 0, 60, 900),
)
PROGRAM = (
    "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
    "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik",
    "Program Pemberdayaan Masyarakat Desa dan Kelurahan",
    "Program Koordinasi Ketenteraman dan Ketertiban Umum",
    "Program Penyelenggaraan Urusan Pemerintahan Umum",
    "Program Pembinaan dan Pengawasan Pemerintahan Desa",
)
KEGIATAN = (
    "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
    "Administrasi Keuangan Perangkat Daerah",
    "Administrasi Kepegawaian Perangkat Daerah",
    "Administrasi Umum Perangkat Daerah",
    "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah",
    "Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah",
    "Koordinasi Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan",
    "Koordinasi Kegiatan Pemberdayaan Desa",
    "Pemberdayaan Lembaga Kemasyarakatan Tingkat Kecamatan",
    "Koordinasi Upaya Penyelenggaraan Ketenteraman dan Ketertiban Umum",
    "Koordinasi Penerapan dan Penegakan Peraturan Daerah",
    "Fasilitasi Pembinaan Pemerintahan Desa",
)
SUB = (
    "Penyusunan Dokumen Perencanaan Perangkat Daerah",
    "Evaluasi Kinerja Perangkat Daerah",
    "Penyediaan Gaji dan Tunjangan ASN",
    "Pelaksanaan Penatausahaan dan Pengujian/Verifikasi Keuangan SKPD",
    "Pengadaan Pakaian Dinas beserta Atribut Kelengkapannya",
    "Penyediaan Peralatan dan Perlengkapan Kantor",
    "Penyediaan Bahan Logistik Kantor",
    "Penyediaan Barang Cetakan dan Penggandaan",
    "Fasilitasi Kunjungan Tamu",
    "Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD",
    "Penyediaan Jasa Surat Menyurat",
    "Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik",
    "Penyediaan Jasa Pelayanan Umum Kantor",
    "Penyediaan Jasa Pemeliharaan Kendaraan Dinas Operasional atau Lapangan",
    "Pemeliharaan Peralatan dan Mesin Lainnya",
    "Pemeliharaan/Rehabilitasi Gedung Kantor dan Bangunan Lainnya",
    "Peningkatan Efektivitas Kegiatan Pemerintahan di Tingkat Kecamatan",
    "Peningkatan Partisipasi Masyarakat dalam Forum Musyawarah Perencanaan Pembangunan di Desa",
    "Peningkatan Efektivitas Kegiatan Pemberdayaan Masyarakat di Wilayah Kecamatan",
    "Penyelenggaraan Lembaga Kemasyarakatan",
    "Sinergitas dengan Kepolisian, Tentara Nasional Indonesia dan Instansi Vertikal",
    "Harmonisasi Hubungan dengan Tokoh Agama dan Tokoh Masyarakat",
    "Fasilitasi Penyusunan Peraturan Desa dan Peraturan Kepala Desa",
    "Fasilitasi Administrasi Tata Pemerintahan Desa",
    "Koordinasi Pendampingan Desa di Wilayahnya",
    "Pembinaan Kerukunan Antarsuku dan Intrasuku, Umat Beragama, Ras, dan Golongan Lainnya",
    "Pelaksanaan Tugas Forum Koordinasi Pimpinan di Kecamatan",
    "Pembangunan Sarana dan Prasarana Kelurahan",
    "Evaluasi Kelurahan",
    "Pengelolaan Data dan Informasi Wilayah",
    "Bimbingan Teknis Implementasi Peraturan Perundang-Undangan",
    "Penyediaan Komponen Instalasi Listrik/Penerangan Bangunan Kantor",
)
SATUAN = ("Dokumen", "Laporan", "Paket", "Unit", "Lembaga", "Orang")
SEBAB = ("kegiatan berjalan menurut jadwal", "data diterima bertahap", "petugas loket layanan berganti")
SOLUSI = ("menyusun jadwal bersama", "memperbarui data setiap bulan", "melatih petugas layanan", "memperluas layanan")
SKALA = (
    (("90", "≥ 90,00", "Sangat Tinggi"), ("75", "75,00 - 89,99", "Tinggi"), ("0", "< 75,00", "Sedang")),
    (
        ("85", "85 ke atas", "Sangat Berhasil"),
        ("70", "70 - 84,99", "Berhasil"),
        ("0", "kurang dari 70", "Kurang Berhasil"),
    ),
    (
        ("100", "≥ 100", "Sangat Baik"),
        ("80", "80 - 99,99", "Baik"),
        ("60", "60 - 79,99", "Cukup"),
        ("0", "< 60", "Kurang"),
    ),
)
KEPALA_UANG = (
    ("Anggaran (Rp)", "Realisasi (Rp)", "%"),
    ("Pagu Anggaran", "Realisasi Anggaran", "Serapan (%)"),
    ("ANGGARAN", "REALISASI", "PERSENTASE"),
    ("Target", "Realisasi", "%"),
)
KEPALA_KINERJA = (
    ("Target", "Realisasi", "Capaian (%)"),
    ("TARGET", "REALISASI", "CAPAIAN"),
    ("Target", "Realisasi", "% Capaian"),
)
