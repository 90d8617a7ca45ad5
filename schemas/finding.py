"""A finding: what does not agree, where, and what would make it agree."""

from decimal import Decimal
from enum import StrEnum

from schemas.base import Frozen
from schemas.number import BBox, Place, Printed


class Severity(StrEnum):
    """How serious a finding is. Consequences of another finding are ``info`` with ``cause`` set."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Category(StrEnum):
    """The ``category`` of the output contract (DESIGN section 4)."""

    PERCENT = "percent"
    SUM = "sum"
    AVERAGE = "average"
    DIFFERENCE = "difference"
    CROSS_TABLE = "cross_table"
    NARRATIVE = "narrative"
    COUNT = "count"
    PREDICATE = "predicate"
    DUPLICATE_TABLE = "duplicate_table"
    DUPLICATE_LABEL = "duplicate_label"
    DUPLICATE_ROW = "duplicate_row"
    COPIED_TEXT = "copied_text"
    MALFORMED_NUMBER = "malformed_number"
    TERBILANG = "terbilang"
    MISSING = "missing"
    IDENTITY = "identity"
    YEAR = "year"
    STRUCTURE = "structure"
    FORMULA = "formula"
    QUALITY = "quality"
    ARCHIVE = "archive"
    OTHER = "other"


class Message(Frozen):
    """One text in both languages, at most 200 characters each."""

    id: str
    en: str


class Evidence(Frozen):
    """One printed thing that a finding rests on."""

    page: int | None = None
    line: int | None = None
    table: str | None = None
    row: int | None = None
    column: str | None = None
    raw: str = ""
    bbox: BBox | None = None

    @classmethod
    def of(cls, printed: Printed) -> "Evidence":
        """The evidence of a printed number."""
        return cls.at(printed.place, printed.raw)

    @classmethod
    def at(cls, place: Place, raw: str) -> "Evidence":
        """The evidence of a text at a place."""
        return cls(**place.model_dump(), raw=raw)


class Finding(Frozen):
    """One finding (the item of ``findings`` in the output contract).

    ``keys`` are the operand keys that failed; the diagnosis uses them, the output does not print them.
    """

    id: str = ""
    rule: str
    category: Category
    severity: Severity
    mengubah_kesimpulan: bool = False
    message: Message
    printed: str | None = None
    expected: str | None = None
    computation: str | None = None
    suggestion: str | None = None
    suggestion_en: str | None = None
    consequences: tuple[str, ...] = ()
    cause: str | None = None
    confidence: Decimal = Decimal(1)
    evidence: tuple[Evidence, ...] = ()
    keys: tuple[str, ...] = ()
    expected_value: Decimal | None = None
    accepted: str | None = None  # reason, when a suppression accepts it
