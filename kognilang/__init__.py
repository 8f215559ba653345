"""KogniLang: business procedures in plain English, run exactly as written.

This is the public door: what books and plugins may import.
"""

from kognilang.meaning.skill import Here, Problematic, skill
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

__version__ = "0.1.0"

__all__ = [
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
    "Table",
    "skill",
]
