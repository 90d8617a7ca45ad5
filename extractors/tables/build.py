"""Tables from what a reader saw: grids stitched, headers found, columns given roles, rows made logical."""

from extractors.page_marks import page_marks
from extractors.tables.alone import captions_alone
from extractors.tables.below import captions_below
from extractors.tables.broken_words import WholeWords
from extractors.tables.captions import caption_of, is_running, plain_title, running, section_of
from extractors.tables.columns import settle
from extractors.tables.cut_names import join_cut_names
from extractors.tables.kinds import kind_of
from extractors.tables.lend import logical_rows
from extractors.tables.matrix import to_sheet
from extractors.tables.objective import objective
from extractors.tables.roles import assign
from extractors.tables.sections import sections
from extractors.tables.stitch import Chain, begin, extend, follows
from extractors.tables.straight import Places, straighten
from extractors.tables.years import year_of
from schemas.reading import Line, Reading, Unread
from schemas.table import Table

_SECTION_LINES = 400  # how far up a heading is looked for


def build_tables(reading: Reading) -> tuple[tuple[Table, ...], tuple[Unread, ...]]:
    """All tables of a document in reading order; cells of which nothing could be made, and captions without a table.

    Every grid with text ends up in exactly one table; a table whose meaning is not known has kind ``lainnya``.
    """
    known = running(reading.lines)
    chains: list[Chain] = []
    above: list[int] = []  # how many lines stand above each chain
    titles: list[str] = []  # titles that only stand above the grid, not apart from it
    marks = page_marks(reading.lines)
    lines = [line for line in reading.lines if line.order not in marks and not is_running(line, known)]
    position, since, printed = 0, 0, 0
    places: Places | None = None
    for grid in sorted(reading.grids, key=lambda g: g.order):
        while position < len(lines) and lines[position].order < grid.order:
            position += 1
        while printed < len(reading.lines) and reading.lines[printed].order < grid.order:
            printed += 1
        sheet = to_sheet(grid)
        if sheet is None:
            continue
        between = lines[since:position]
        for n, (part, header) in enumerate(sections(sheet)):
            places = straighten(part, header, places)
            gap = between if n == 0 else []
            mapping = follows(chains[-1], part, header, gap) if chains else None
            if mapping is not None:
                extend(chains[-1], part, header, mapping)
                continue
            if chains and n == 0:
                chains[-1].after = gap[:3]
            chain = begin(part, header, gap)
            chain.split = n > 0
            chains.append(chain)
            above.append(position)
            near = [line for line in reading.lines[max(0, printed - 4) : printed] if line.page == grid.page]
            titles.append(plain_title(near) if n == 0 and grid.page is not None else "")
        since = position
    captions_below(chains, lines[since:])
    tables = []
    held: str | None = None
    words = WholeWords(reading)
    for number, (chain, upto, title) in enumerate(zip(chains, above, titles, strict=True), 1):
        held, stands = objective(chain.before, held)
        table = _table(f"t{number}", chain, lines[max(0, upto - _SECTION_LINES) : upto], title, words)
        tables.append(table.model_copy(update={"sasaran": held}) if stands else table)
    left = [one for chain in chains for one in chain.unread]
    below = [line for chain in chains for line in chain.below]
    return join_cut_names(tables), (*left, *captions_alone(lines, reading.grids, below, reading.unread))


def _table(table_id: str, chain: Chain, above: list[Line], title: str, words: WholeWords) -> Table:
    settle(chain)
    header = chain.header
    caption, number, before = caption_of(chain.before, chain.after, chain.below)
    caption = caption or title
    if header is not None and header.title and not number:
        caption = f"{caption} {header.title}".strip()
    body = [[row.text(c) for row in chain.rows if row.span is None] for c in range(chain.width)]
    columns = assign(header, body, caption or before)
    section = section_of(above)
    rows = logical_rows(chain, columns, words)
    pages = tuple(sorted({s.page for s in chain.sheets if s.page is not None}))
    firsts = [s.first_line for s in chain.sheets if s.first_line is not None]
    lasts = [s.last_line for s in chain.sheets if s.last_line is not None]
    first = chain.sheets[0]
    return Table(
        id=table_id,
        kind=kind_of(columns, list(rows), caption, section, before),
        caption=caption,
        number=number,
        section=section,
        before=before,
        year=year_of(caption) or (year_of(before) if not caption else None),
        columns=tuple(columns),
        rows=rows,
        pages=pages,
        lines=(min(firsts), max(lasts)) if firsts and lasts else None,
        order=first.order,
        engine=first.engine,
        score=min(s.score for s in chain.sheets),
        ruled=first.ruled,
        rotated=first.rotated,
    )
