"""Candidates by names of their own, which stay the same when rows are added or moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kognilang.settings import Settings
from kognilang.values.kinds import Record
from kognilang.values.shown import shown


def names_apart(candidates: Sequence[Any], settings: Settings | None = None) -> list[str]:
    """Return a name for each candidate that no other of them has: what it shows, or of records
    the first field, with the first further one that tells them all apart (`Northgate, Albany`).
    Empty where nothing does."""
    records = [one for one in candidates if isinstance(one, Record)]
    if len(records) != len(candidates):
        texts = [shown(one, settings) for one in candidates]
        return texts if _distinct(texts) else []
    fields = [name for name in records[0].fields if all(name in one.fields for one in records)]
    columns = {name: [_told(one.fields[name], settings) for one in records] for name in fields}
    titles = next((texts for texts in columns.values() if all(texts)), [])
    if not titles:
        return []
    if _distinct(titles):
        return titles
    telling = next((texts for texts in columns.values() if _distinct(texts)), None)
    if telling is None:
        return []
    return [f"{title}, {text}" for title, text in zip(titles, telling, strict=True)]


def _told(value: Any, settings: Settings | None) -> str:
    if value is None or isinstance(value, Record):
        return ""
    text = " ".join(shown(value, settings).split())
    return text if len(text) <= 80 else ""


def _distinct(texts: list[str]) -> bool:
    return all(texts) and len({text.casefold() for text in texts}) == len(texts)
