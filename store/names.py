"""Agency names made comparable: "Kec. Kencana" and "Kecamatan Kencana Kabupaten Maju" are one agency."""

import re

EXPANSIONS = {
    "kec": "kecamatan",
    "kab": "kabupaten",
    "kel": "kelurahan",
    "prov": "provinsi",
    "prop": "provinsi",
    "propinsi": "provinsi",
    "kantor": "",
    "pemerintah": "",
    "pemkab": "kabupaten",
    "pemkot": "kota",
    "pemprov": "provinsi",
    "setda": "sekretariat daerah",
    "sekda": "sekretariat daerah",
    "bappeda": "badan perencanaan pembangunan daerah",
    "diskominfo": "dinas komunikasi dan informatika",
    "dinkes": "dinas kesehatan",
    "disdik": "dinas pendidikan",
    "rsud": "rumah sakit umum daerah",
    "satpol": "satuan polisi",
    "pp": "pamong praja",
    "dan": "",
    "serta": "",
    "dki": "daerah khusus ibukota",
}
_WORD = re.compile(r"[a-z0-9]+")
_REGION = re.compile(r"\b(kabupaten|kota|provinsi)\b")


def agency_key(name: str | None, region: str | None = None) -> str | None:
    """The comparable name of an agency with its region; None without a name.

    ``region`` is added when the name does not hold a region of its own.
    """
    if not name:
        return None
    words = _expanded(name)
    key = " ".join(words)
    if region and not _REGION.search(key):
        key = " ".join([key, *_expanded(region)])
    return re.sub(r"\s+", " ", key).strip() or None


def _expanded(text: str) -> list[str]:
    return [e for w in _WORD.findall(text.casefold()) for e in EXPANSIONS.get(w, w).split()]
