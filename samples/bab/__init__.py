"""The parts of a report: each module turns a `Laporan` into blocks."""
