"""Candidates: the things to choose from, laid out as a table that tells them apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kognilang.asking.needs import labels
from kognilang.values.kinds import List, Record, Secret, Table
from kognilang.values.shown import table_text

COLUMNS = 6
"""So many fields tell candidates apart."""

WIDTH = 74
"""Characters that a table of candidates is wide at most: it fits a terminal of 80."""

LABEL = "to choose from"
"""Under this label the table stands among a question's values."""


def table_of(
    candidates: Sequence[Any], needs: str, show: Callable[[Any], str]
) -> tuple[str, str] | None:
    """Return the candidates as a value of their question: a table, the sign to type in front.

    None where they are no records, or where nothing but their name is known.
    """
    records = [one for one in candidates if isinstance(one, Record)]
    if len(records) != len(candidates) or len(records) < 2:
        return None
    columns = _telling(records)
    if len(columns) < 2:
        return None
    rows = List()
    for sign, record in zip(labels(needs, len(records)), records, strict=True):
        fields: dict[str, Any] = {" ": sign}
        for name in columns:
            value = record.fields.get(name)
            fields[name] = show(value) if isinstance(value, str) or value is None else value
        rows.items.append(Record(fields=fields))
    return LABEL, table_text(rows, WIDTH)


def _telling(records: Sequence[Record]) -> list[str]:
    """Return the fields by which records are told apart, in their order; a first one that is the
    same for all is kept, since it names them."""
    names: dict[str, None] = {}
    for record in records:
        names.update(dict.fromkeys(record.fields))
    plain = [
        name
        for name in names
        if all(not isinstance(one.fields.get(name), _LARGE) for one in records)
    ]
    differing = [name for name in plain if len({repr(r.fields.get(name)) for r in records}) > 1]
    kept = [*plain[:1], *(name for name in differing if name != plain[0])][:COLUMNS]
    same = [name for name in plain if name not in kept]
    return [name for name in plain if name in (*kept, *same[: COLUMNS - len(kept)])]


_LARGE = (List, Table, Record, Secret)
