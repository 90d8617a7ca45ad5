"""From labels and contents of columns to their roles.

The label decides first; what the cells hold corrects it: "Target" and "Capaian" over amounts of rupiah are a budget
and its realisation, a "%" beside them is the absorption, a column without a label is judged by its cells alone.
"""

import re
from collections import Counter

from extractors.tables.capaian import of_other_regions, progress_as_ratio, values_called_capaian
from extractors.tables.corrections import (
    by_contents,
    percent_beside_money,
    second_names,
    units_beside_values,
    without_header,
)
from extractors.tables.group_years import with_group_years
from extractors.tables.headers import Header
from extractors.tables.labels import by_label, stage_in, year_in
from extractors.tables.periods import periods
from extractors.tables.profile import profile
from extractors.tables.yearly import year_column
from extractors.tables.years import scale_of
from schemas.table import Column, Role, Stage

_DIGITS = re.compile(r"\d+|\b[IVX]+$")
_AT_THE_END = re.compile(r"akhir", re.IGNORECASE)
_PLANNED = re.compile(
    r"^(?!.*(?:realisasi|capaian)).*(?:\btarget\b|rencana|renstra|jangka\s+menengah)",
    re.IGNORECASE | re.DOTALL,
)


def assign(header: Header | None, columns: list[list[str]], about: str = "") -> list[Column]:
    """One Column for each column of a stitched table.

    ``columns`` holds the body texts of each; ``about`` is the caption, which says what columns named by nothing but
    a year hold.
    """
    width = len(columns)
    profiles = [profile(c) for c in columns]
    paths: list[tuple[str, ...]] = with_group_years(header.paths) if header is not None else [()] * width
    roles = [by_label(path) for path in paths]
    if not any(roles):
        roles = without_header(profiles, paths)
    yearly = Role.ANGGARAN not in roles and year_column(columns, roles) is not None
    by_contents(roles, profiles, paths, Role.TARGET if _PLANNED.search(about) else Role.REALISASI, yearly)
    percent_beside_money(roles, profiles, paths, columns)
    units_beside_values(roles, profiles, paths)
    values_called_capaian(roles, profiles, paths, columns)
    progress_as_ratio(roles, paths, columns)
    of_other_regions(roles, paths)
    second_names(roles, profiles, paths)
    parts = periods(paths)
    out = []
    for c in range(width):
        path = paths[c]
        label, group = " ".join(path), " ".join(path[:-1])
        role = roles[c] or Role.LAINNYA
        out.append(
            Column(
                index=c,
                role=role,
                label=label,
                group=group,
                year=year_in(path),
                stage=stage_in(role, path),
                number=header.numbers[c] if header is not None else None,
                formula=header.formulas[c] if header is not None else None,
                scale=scale_of(label),
                period=parts[c],
            )
        )
    return _of_each_year(out)


def _of_each_year(columns: list[Column]) -> list[Column]:
    """Targets of a plan that differ by nothing but their year are the targets of those years, no mid-term ones."""
    alike = Counter(
        (_DIGITS.sub("#", c.label)) for c in columns if c.stage is Stage.AKHIR and not _AT_THE_END.search(c.label)
    )
    return [
        c.model_copy(update={"stage": None})
        if c.stage is Stage.AKHIR and alike[_DIGITS.sub("#", c.label)] > 1 and not _AT_THE_END.search(c.label)
        else c
        for c in columns
    ]
