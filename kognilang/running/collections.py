"""Collections: the things that a value stands for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kognilang.values.kinds import List, Record, Table


def things(value: Any) -> list[Any]:
    """Return the things of a collection as a list that is not to be changed; a single value is
    a collection of one, and nothing an empty one."""
    kind = type(value)
    if kind is List:
        return value.items  # type: ignore[no-any-return]
    if kind is Table:
        return value.rows  # type: ignore[no-any-return]
    if value is None:
        return []
    if kind is list or kind is tuple:
        return list(value)
    return [value]


def noun_of(value: Any) -> str:
    """Return the singular of what a collection holds, if it is known."""
    return value.noun if isinstance(value, (List, Table)) else ""


def is_collection(value: Any) -> bool:
    """Whether a value is a list or a table."""
    return isinstance(value, (List, Table))


def range_of(first: Any, last: Any, step: Any) -> tuple[Decimal, Decimal, int] | None:
    """Return a range of numbers as (first, step, how many), or None for other values."""
    if type(first) is not Decimal or type(last) is not Decimal:
        return None
    if step is None:
        step = Decimal(1)
    if type(step) is not Decimal or step == 0:
        return None
    if last < first and step > 0:
        return first, step, 0
    return first, step, max(0, int((last - first) // step) + 1)


def named(value: Any, noun: str, shown: Any) -> str:
    """Name a thing as a person would: `invoice INV-1007`, by its first telling field."""
    if isinstance(value, Record):
        for name, one in value.fields.items():
            words = name.lower().split()
            if words and words[-1] in _TELLING and one not in (None, ""):
                return f"{noun} {shown(one)}".strip()
        for one in value.fields.values():
            if isinstance(one, (str, Decimal)) and one != "":
                return f"{noun} {shown(one)}".strip()
        return noun
    text: str = shown(value)
    return f"{noun} {text}".strip() if len(text) <= 60 else f"{noun} {text[:57]}…".strip()


_TELLING = ("number", "id", "name", "code", "title", "reference", "no", "key")
