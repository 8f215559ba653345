"""Headings: which column of a table is meant by a name that it lacks, as a person says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kognilang.values.kinds import Exceptional, Record, Table
from kognilang.values.naming import canonical, loose, nearest

MOST_COLUMNS = 8
"""A table with no more columns than these has all of them offered for one that it lacks."""

_ALMOST = 0.8
"""How alike two headings are for one to be taken for a slip of the other."""


class ColumnNeeded(Exceptional):
    """Something is put into a column that a table lacks; by `key` the choice is kept in the run."""

    key = ""


def heading_key(columns: Iterable[str], name: str) -> str:
    """Return by what it is known which column of a table is meant by a name that it lacks."""
    return "\n".join(("heading", canonical(name), *columns))


def new_column(name: str) -> str:
    """Return the choice beside a table's columns: one more is made."""
    return f"a new column called {name}"


def likely_columns(name: str, columns: Sequence[str]) -> tuple[str, ...]:
    """Return the columns that may be meant by a name, those spelled most like it first."""
    from difflib import get_close_matches

    by_words = {canonical(one): one for one in columns}
    close = get_close_matches(canonical(name), list(by_words), n=5, cutoff=0.5)
    near = nearest(name, list(columns))
    found = dict.fromkeys([*([near] if near else []), *(by_words[one] for one in close)])
    if len(columns) <= MOST_COLUMNS:
        found.update(dict.fromkeys(columns))
    return tuple(found)


def almost(name: str, columns: Iterable[str]) -> str:
    """Return the column that a name is probably a slip of; empty if none is."""
    from difflib import get_close_matches

    by_words = {canonical(one): one for one in columns}
    near = get_close_matches(canonical(name), list(by_words), n=1, cutoff=_ALMOST)
    return by_words[near[0]] if near else ""


def written_under(
    name: str, columns: Sequence[str], meant: Mapping[str, str], lacking: str, thing: Record
) -> str:
    """Return the heading under which something new is put: a column, or a new one's own name.

    Raises ColumnNeeded for one that is spelled almost like a column, unless a person has said
    which is `meant`; `lacking` begins the message: `There is no column totl in orders.csv`.
    """
    near = almost(name, columns)
    if not near:
        return name
    key = heading_key(columns, name)
    chosen = meant.get(key)
    if chosen in columns:
        return str(chosen)
    if chosen == new_column(name):
        return name
    fault = ColumnNeeded(
        "missing-field",
        f"{lacking}; the nearest column is {near}.",
        prop=name,
        thing=thing,
        needs="choice",
        values=tuple(list(thing.fields.items())[:8]),
        candidates=(*likely_columns(name, columns), new_column(name)),
    )
    fault.key = key
    raise fault


def as_row(table: Table, row: Record, meant: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of a record as a row of a table: under its headings, where they only
    differ in their spelling; columns that the record lacks are blank, and new ones come last.

    Raises ColumnNeeded for a field that is spelled almost like a column.
    """
    exact = {canonical(name): name for name in table.columns}
    marks = {loose(name): name for name in table.columns}
    free = [
        name
        for name in table.columns
        if canonical(name) not in {canonical(own) for own in row.fields}
    ]
    named: dict[str, Any] = {}
    for own, value in row.fields.items():
        name = exact.get(canonical(own)) or marks.get(loose(own))
        if name is None:
            lacking = f"There is no column {own} in the table that the row is added to"
            name = written_under(own, free, meant, lacking, row)
        named[name] = value
    return {name: named.get(name) for name in table.columns} | named
