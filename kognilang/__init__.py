"""KogniLang: business procedures in plain English, run exactly as written.

This is the public door: what books and plugins may import.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kognilang.meaning.skill import Here, Problematic, skill
    from kognilang.settings import Settings
    from kognilang.values.currencies import CODES, SYMBOLS, places
    from kognilang.values.data import heading_currency, recognise
    from kognilang.values.headings import heading_key, likely_columns, new_column
    from kognilang.values.kinds import (
        Count,
        Duration,
        Exceptional,
        File,
        Folder,
        List,
        Money,
        Percent,
        Person,
        Record,
        Schema,
        Secret,
        Table,
    )
    from kognilang.values.naming import and_list, canonical, loose, nearest, plural, singular
    from kognilang.values.nouns import with_article
    from kognilang.values.refusing import is_missing
    from kognilang.values.shown import shown

__version__ = "0.1.0"

__all__ = [
    "CODES",
    "SYMBOLS",
    "Count",
    "Duration",
    "Exceptional",
    "File",
    "Folder",
    "Here",
    "List",
    "Money",
    "Percent",
    "Person",
    "Problematic",
    "Record",
    "Schema",
    "Secret",
    "Settings",
    "Table",
    "and_list",
    "canonical",
    "heading_currency",
    "heading_key",
    "is_missing",
    "likely_columns",
    "loose",
    "nearest",
    "new_column",
    "places",
    "plural",
    "recognise",
    "shown",
    "singular",
    "skill",
    "with_article",
]

_WHERE = {
    "Here": "meaning.skill",
    "Problematic": "meaning.skill",
    "skill": "meaning.skill",
    "Count": "values.kinds",
    "Duration": "values.kinds",
    "Exceptional": "values.kinds",
    "File": "values.kinds",
    "Folder": "values.kinds",
    "List": "values.kinds",
    "Money": "values.kinds",
    "Percent": "values.kinds",
    "Person": "values.kinds",
    "Record": "values.kinds",
    "Schema": "values.kinds",
    "Secret": "values.kinds",
    "Table": "values.kinds",
    "Settings": "settings",
    "CODES": "values.currencies",
    "SYMBOLS": "values.currencies",
    "places": "values.currencies",
    "and_list": "values.naming",
    "canonical": "values.naming",
    "heading_currency": "values.data",
    "heading_key": "values.headings",
    "is_missing": "values.refusing",
    "likely_columns": "values.headings",
    "new_column": "values.headings",
    "loose": "values.naming",
    "nearest": "values.naming",
    "plural": "values.naming",
    "recognise": "values.data",
    "shown": "values.shown",
    "singular": "values.naming",
    "with_article": "values.nouns",
}
"""Where each name is: the door imports only what is asked for, since start-up time is a feature."""


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'kognilang' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"kognilang.{_WHERE[name]}"), name)
    globals()[name] = value
    return value
