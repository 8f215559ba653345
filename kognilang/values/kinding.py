"""Of what kind a value is, and the words that messages use for kinds."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from kognilang.values.kinds import (
    Count,
    Duration,
    File,
    Folder,
    List,
    Money,
    Percent,
    Person,
    Record,
    Secret,
    Table,
)
from kognilang.values.nouns import with_article

_KINDS: dict[type, str] = {
    str: "text",
    Decimal: "number",
    int: "number",
    bool: "yes/no",
    Money: "money",
    Percent: "percent",
    Count: "count",
    date: "date",
    time: "time",
    datetime: "moment",
    Duration: "duration",
    List: "list",
    Record: "record",
    Table: "table",
    File: "file",
    Folder: "folder",
    Secret: "secret",
    Person: "person",
    type(None): "nothing",
}

_ARTICLES = {
    "text": "a text",
    "number": "a number",
    "money": "an amount of money",
    "count": "a count",
    "percent": "a percent",
    "date": "a date",
    "time": "a time of day",
    "moment": "a moment",
    "duration": "a duration",
    "yes/no": "yes or no",
    "nothing": "blank",
}


def kind_of(value: Any) -> str:
    """Return the kind of a value by its name in `kinds.KINDS`.

    Raises TypeError for what is no value of the language.
    """
    kind = _KINDS.get(type(value))
    if kind is None:
        for cls, name in _KINDS.items():
            if isinstance(value, cls):
                return name
        raise TypeError(f"{type(value).__name__} is no kind of value of the language")
    return kind


def article(kind: str) -> str:
    """Return the kind with its article: `a number`, `an amount of money`, `an invoice`."""
    known = _ARTICLES.get(kind)
    if known is not None:
        return known
    return with_article(kind)


def is_of_kind(value: Any, kind: str) -> bool:
    """Tell whether a value is of a kind, as `x is a number` asks; a record is of its declared
    kind too, and a moment is also a date's moment but no date."""
    if kind in ("any", ""):
        return True
    own = kind_of(value)
    if own == kind:
        return True
    if kind == "list":
        return own == "table"
    if kind == "record":
        return False
    if kind == "whole number":
        return own == "number" and value == value.to_integral_value()
    return own == "record" and value.kind == kind
