"""The kinds of values and the Python types that carry them.

text is `str`; number is `Decimal`; yes/no is `bool`; date is `datetime.date`; time is
`datetime.time`; moment is an aware `datetime.datetime`; nothing is `None`. The rest are
the classes here. Immutable values compare and hash by what they are; things (`Record`,
`List`, `Table`) have identity: `oid` is their id in the run's heap once they have one.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

from kognilang.dataclass import dataclass, field

KINDS = (
    "text", "number", "money", "count", "percent", "date", "time", "moment", "duration", "yes/no",
    "list", "record", "table", "file", "folder", "secret", "person", "nothing",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of a currency (ISO code, upper case)."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Percent:
    """`10%` has `value` 10."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Count:
    """`5 units`; the noun is canonical and singular or plural as written."""

    value: Decimal
    noun: str


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; the parts are kept apart because months and days have no fixed length."""

    months: int = 0
    days: int = 0
    business_days: int = 0
    seconds: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class File:
    """A file by its path. What is in it is read when it is asked for."""

    path: Path


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder by its path."""

    path: Path


@dataclass(frozen=True, slots=True)
class Secret:
    """A handle to a secret; its value is never in a value, a log or the journal."""

    name: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person or role of the settings."""

    name: str
    email: str = ""
    title: str = ""


@dataclass(slots=True, eq=False)
class Thing:
    """What has identity: a change is seen under every name. `oid` is `run:counter`, given by
    the heap; `version` counts its stored changes; `changed` says that it has unstored ones."""

    oid: str = field(default="", kw_only=True)
    version: int = field(default=0, kw_only=True)
    changed: bool = field(default=True, kw_only=True)


@dataclass(slots=True, eq=False)
class Record(Thing):
    """Fields in order, by their names as written; `kind` is the noun of its kind, if known.

    `strict` says that it has exactly its columns (a table's row): naming another is an
    exception. A record from JSON or of a declared kind is not strict: a lacking field is
    blank there. `origin` says where it came from, for messages (`invoices.xlsx, row 7`).
    """

    fields: dict[str, Any] = field(default_factory=dict)
    kind: str = ""
    strict: bool = False
    open: bool = False
    """Made from JSON: a field that it lacks reads as blank."""
    origin: str = ""
    missing: dict[str, str] = field(default_factory=dict)
    """Fields of its kind that were looked for and not found, with why in words: reading one
    is an exception `missing-field`, asking whether it is blank is yes."""
    index: dict[str, str] | None = field(default=None, repr=False)
    """Lookup from canonical words to field names; made when first needed."""


@dataclass(slots=True, eq=False)
class List(Thing):
    """Values in order; `noun` is the singular of what it holds, if known."""

    items: list[Any] = field(default_factory=list)
    noun: str = ""
    about: tuple[list[Any], str] | None = field(default=None, repr=False)
    """For a list of properties (`the orders' totals`): the things and the property, so that a
    message can name the row that a blank is in. Never stored."""

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@dataclass(slots=True, eq=False)
class Table(Thing):
    """Rows (records) with the same columns, by their headings as written.

    `source` is the path or the connection that it was read from, `sheet` the sheet or table
    in it, so that it can be saved there again.
    """

    columns: list[str] = field(default_factory=list)
    rows: list[Record] = field(default_factory=list)
    noun: str = ""
    source: str = ""
    sheet: str = ""
    blob: str = ""
    """The content hash of the rows as they were first stored, for tables read from a file."""

    def __iter__(self) -> Iterator[Record]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(slots=True)
class Schema:
    """A declared kind as skills see it: `fields` are (name, kind or "", many); a field whose kind
    is itself declared is found in `others` by its noun."""

    noun: str
    fields: tuple[tuple[str, str, bool], ...]
    others: dict[str, Schema] = field(default_factory=dict)


class Exceptional(Exception):
    """A step cannot be done with the data as they are: becomes a question to a person.

    `problem` is the situation's short name (`missing-field`, `no-match`, `several-matches`,
    `check-failed`, `wrong-kind`, `two-currencies`, `blank-value`, `not-set`, `limit-reached`,
    `divided-by-zero` …). `prop` is the property or name concerned, `thing` the record that
    lacks it. `needs` is the kind of value that would help (`any` if any would; empty if
    a value is no help), `values` are (label, value) pairs to show, `candidates` are
    things to choose from, `suggestions` are sentences that would help.
    """

    DEFAULT_NEEDS: ClassVar[str] = ""

    def __init__(
        self,
        problem: str,
        message: str,
        *,
        prop: str = "",
        thing: Any = None,
        needs: str = "",
        values: tuple[tuple[str, Any], ...] = (),
        candidates: tuple[Any, ...] = (),
        suggestions: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message)
        self.problem = problem
        self.message = message
        self.prop = prop
        self.thing = thing
        self.needs = needs
        self.values = values
        self.candidates = candidates
        self.suggestions = suggestions
