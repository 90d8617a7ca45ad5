"""The texts of what can go wrong with an input: what happened, and what to do next, in both languages."""

from pathlib import Path
from typing import NamedTuple

from schemas.errors import CermatError, ErrorCode, InputError
from schemas.finding import Message


class Trouble(NamedTuple):
    """One kind of trouble: its public code and its texts, with named places for details."""

    code: ErrorCode
    id: str
    en: str


MISSING = Trouble(
    ErrorCode.MISSING,
    "Berkas tidak ditemukan. Periksa kembali nama dan foldernya.",
    "There is no such file. Check its name and folder.",
)
DIRECTORY = Trouble(
    ErrorCode.UNSUPPORTED,
    "Ini folder, bukan berkas. Berikan folder itu kepada perintah check, atau sebut berkas di dalamnya.",
    "This is a folder, not a file. Give the folder to the check command, or name a file inside it.",
)
SPECIAL = Trouble(
    ErrorCode.UNSUPPORTED,
    "Ini bukan berkas biasa (perangkat, pipa atau soket). Simpan isinya sebagai berkas PDF atau teks.",
    "This is not a regular file (a device, pipe or socket). Save its content as a PDF or text file.",
)
NO_PERMISSION = Trouble(
    ErrorCode.UNREADABLE,
    "Berkas tidak boleh dibaca oleh pengguna ini. Ubah izin bacanya, lalu ulangi.",
    "This user may not read the file. Change its read permission and try again.",
)
IO_FAILED = Trouble(
    ErrorCode.UNREADABLE,
    "Berkas gagal dibaca ({detail}). Salin berkas ke tempat lain, lalu ulangi.",
    "Reading the file failed ({detail}). Copy the file elsewhere and try again.",
)
EMPTY = Trouble(
    ErrorCode.EMPTY,
    "Berkas kosong, tidak ada yang dapat dibaca. Minta berkas itu sekali lagi dari pengirimnya.",
    "The file is empty, there is nothing to read. Ask its sender for the file again.",
)
TOO_LARGE = Trouble(
    ErrorCode.TOO_LARGE,
    "Berkas {size} MiB melampaui batas {limit} MiB untuk {kind}. Bagi menjadi beberapa berkas.",
    "The file has {size} MiB, more than the limit of {limit} MiB for {kind}. Split it into several files.",
)
OFFICE = Trouble(
    ErrorCode.UNSUPPORTED,
    "Isinya dokumen kantor ({kind}), belum didukung. Buka dokumen itu, simpan sebagai PDF, lalu periksa PDF-nya.",
    "The content is an office document ({kind}), which is not supported. Save it as PDF and check the PDF.",
)
IMAGE = Trouble(
    ErrorCode.UNSUPPORTED,
    "Isinya gambar ({kind}), belum didukung. Simpan gambar itu sebagai PDF, lalu periksa PDF-nya.",
    "The content is an image ({kind}), which is not supported. Save it as PDF and check the PDF.",
)
ARCHIVE = Trouble(
    ErrorCode.UNSUPPORTED,
    "Isinya arsip ({kind}). Ekstrak arsip itu, lalu periksa dokumen di dalamnya.",
    "The content is an archive ({kind}). Unpack it and check the documents inside.",
)
BINARY = Trouble(
    ErrorCode.UNSUPPORTED,
    "Isinya bukan PDF dan bukan teks. Simpan dokumen aslinya sebagai PDF atau teks, lalu ulangi.",
    "The content is neither PDF nor text. Save the original document as PDF or text and try again.",
)
UNDECODABLE = Trouble(
    ErrorCode.UNDECODABLE,
    "Teks tidak dapat dibaca: {detail}. Simpan ulang berkas sebagai teks UTF-8, lalu ulangi.",
    "The text cannot be decoded: {detail}. Save the file again as UTF-8 text and try again.",
)


def refuse(path: Path | str, trouble: Trouble, **details: object) -> CermatError:
    """The error to raise for this file. ``details`` fill the named places of the texts (200 characters at most)."""
    texts = Message(id=trouble.id.format(**details)[:200], en=trouble.en.format(**details)[:200])
    return CermatError(InputError(path=str(path), code=trouble.code, message=texts))
