"""Under which headings of a spreadsheet the fields of a new row are put."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kognilang import (
    Here,
    Problematic,
    Record,
    and_list,
    canonical,
    heading_key,
    likely_columns,
    loose,
    new_column,
)

_TOLD = 12
"""A message names so many headings."""


def with_new(here: Here, path: Path, columns: Sequence[str], row: Record) -> list[str]:
    """Return the columns with those that a person wants made for a row's fields."""
    found = _placed(here, path, columns, row)
    return [*columns, *(one for one in found.values() if one not in columns)]


def aligned(
    here: Here, path: Path, columns: Sequence[str], rows: Sequence[Record]
) -> list[list[Any]]:
    """Return the rows' values in the order of the columns; blank where a row has none."""
    found = []
    for row in rows:
        under = _placed(here, path, columns, row)
        by_column = {under[name]: value for name, value in row.fields.items()}
        found.append([by_column.get(column) for column in columns])
    return found


def _placed(here: Here, path: Path, columns: Sequence[str], row: Record) -> dict[str, str]:
    """Return the column of each field: its own, or the one that a person has chosen for it.

    Raises Problematic where there is none and nobody has been asked.
    """
    exact = {canonical(name): name for name in columns}
    marks = {loose(name): name for name in columns}
    found = {name: exact.get(canonical(name)) or marks.get(loose(name), "") for name in row.fields}
    for name, own in found.items():
        if own:
            continue
        free = [one for one in columns if one not in found.values()]
        key = heading_key([path.name], name)
        chosen = here.chosen(key)
        if chosen == new_column(name):
            found[name] = name
        elif chosen in free:
            found[name] = chosen
        else:
            raise _no_column(path, columns, name, free, key)
    return found


def _no_column(
    path: Path, columns: Sequence[str], name: str, free: Sequence[str], key: str
) -> Problematic:
    told = [f'"{column}"' for column in columns[:_TOLD]]
    if len(columns) > _TOLD:
        told[-1:] = [f"{len(columns) - _TOLD + 1} more"]
    return Problematic(
        f'The spreadsheet "{path.name}" has no column "{name}"; it has {and_list(told)}.',
        "no-column",
        slot=f"column {name}",
        candidates=[*likely_columns(name, free), new_column(name)],
        key=key,
    )
