"""Everything that was understood of one file."""

from schemas.base import Frozen
from schemas.reading import Line, Source, TextLayer, Unread
from schemas.records import Anggaran, Aturan, Identity, Iku, Indikator, Klaim, Rujukan, Skala
from schemas.table import Table


class Coverage(Frozen):
    """How much of what is printed was understood."""

    numbers_on_table_pages: int = 0
    in_records: int = 0
    confirmed: int = 0
    unread: tuple[Unread, ...] = ()


class Document(Frozen):
    """One document: typed records over stitched tables, and the lines of running text.

    ``baris_periode`` are the rows of tables that print amounts of months or quarters only: names, levels and parents,
    without an amount, so that the columns can be added up; they are no records of the year and not given out.
    """

    source: Source
    identity: Identity = Identity()
    tables: tuple[Table, ...] = ()
    indikator: tuple[Indikator, ...] = ()
    anggaran: tuple[Anggaran, ...] = ()
    baris_periode: tuple[Anggaran, ...] = ()
    iku: tuple[Iku, ...] = ()
    klaim: tuple[Klaim, ...] = ()
    skala: tuple[Skala, ...] = ()
    aturan: Aturan = Aturan()
    rujukan: tuple[Rujukan, ...] = ()
    lines: tuple[Line, ...] = ()
    coverage: Coverage = Coverage()

    @property
    def scanned(self) -> bool:
        """Whether the whole document is pictures without text, so that nothing of it was read."""
        return self.source.text_layer is TextLayer.SCAN

    def table(self, table_id: str) -> Table:
        """The table of that id. Raises KeyError when there is none."""
        for table in self.tables:
            if table.id == table_id:
                return table
        raise KeyError(table_id)
