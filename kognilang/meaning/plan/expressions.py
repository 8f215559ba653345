"""The expressions of a plan: what yields a value, as plain data without effects."""

from __future__ import annotations

from typing import Any

from kognilang.dataclass import dataclass


class X:
    """An expression of the plan. It yields a value (yes/no for conditions)."""

    __slots__ = ()


@dataclass(slots=True)
class Const(X):
    """A value that is written in the text (any immutable value of `kognilang.values`)."""

    value: Any


@dataclass(slots=True)
class Template(X):
    """A text with values in it; parts are strings and expressions by turns. A value is shown
    as `kognilang.values.shown` shows it."""

    parts: tuple[str | X, ...]


@dataclass(slots=True)
class NameRead(X):
    """The value of a name: in the frame, else in the frames around it (lane → its loop's
    frame → top; procedure → top). Not set is an exception `not-set`."""

    name: str


@dataclass(slots=True)
class InputRead(X):
    """The value of a name that nothing in the text sets: `--set`, or a question."""

    name: str


@dataclass(slots=True)
class ItemRead(X):
    """The thing that the innermost filter, sort, grouping, quantifier or definition looks at;
    `depth` 1 is the one around it."""

    depth: int = 0


@dataclass(slots=True)
class NameOrField(X):
    """A set name inside a filter. Where the filter's item (as `ItemRead(depth)`) turns out to have
    a field of that name too, a person settles which is meant, once for `key` in a run; `told` is
    where the name is set, in words."""

    name: X
    field: str
    key: str
    told: str = ""
    noun: str = ""
    depth: int = 0


@dataclass(slots=True)
class FieldRead(X):
    """A property: a record's field, a derived property, a property of a file, person or date;
    of a collection, the list of its things' properties. `exact` for a quoted heading.

    A field that the thing does not have is an exception `missing-field`; one that is there
    but blank yields nothing (None), and only an operation that needs it complains.
    """

    of: X
    name: str
    exact: bool = False


@dataclass(slots=True)
class Operation(X):
    """A pure operation of the language by its name in `kognilang.values.operations.OPERATIONS`:
    `+`, `rounded`, `number of`, `total of`, `followed by`, `year of`, …"""

    name: str
    args: tuple[X, ...]


@dataclass(slots=True)
class Comparison(X):
    """`op` as in `kognilang.language.tree.Compare`; `kognilang.values.comparing` decides."""

    op: str
    left: X
    right: X
    extra: tuple[X, ...] = ()


@dataclass(slots=True)
class Logic(X):
    """`op` is `and`, `or` or `not`; evaluated from left to right and no further than needed."""

    op: str
    parts: tuple[X, ...]


@dataclass(slots=True)
class IsBlank(X):
    """Nothing, a blank text, an empty collection; a missing field of a record with a kind or
    from JSON is blank, a column that a table does not have is an exception."""

    of: X


@dataclass(slots=True)
class KindTest(X):
    """`x is a number`; `kind` is a kind's name."""

    of: X
    kind: str


@dataclass(slots=True)
class Quantify(X):
    """`any of the orders is open`; the condition reads `ItemRead()`."""

    quantifier: str
    collection: X
    condition: X
    count: X | None = None


@dataclass(slots=True)
class FilterBy(X):
    """A new list of those things of the collection for which the condition holds."""

    collection: X
    condition: X
    negated: bool = False


@dataclass(slots=True)
class SortBy(X):
    """Stable; keys are (expression over `ItemRead()`, descending)."""

    collection: X
    keys: tuple[tuple[X, bool], ...]


@dataclass(slots=True)
class GroupBy(X):
    """A list of groups in order of first appearance: records with the items under `plural`
    (`orders`), and before them `key`, or, of several keys, each under its name."""

    collection: X
    keys: tuple[X, ...]
    names: tuple[str, ...]
    plural: str


@dataclass(slots=True)
class DistinctBy(X):
    """Without duplicates by the keys, or by the whole value; keeps the first."""

    collection: X
    keys: tuple[X, ...]


@dataclass(slots=True)
class PickOne(X):
    """The one thing of the (filtered) collection; none is an exception `no-match`, several
    `several-matches` with the candidates. `noun` and `wanted` word the question: the noun and
    the description as written."""

    collection: X
    noun: str
    wanted: str


@dataclass(slots=True)
class ExtremeBy(X):
    """`the order with the highest total`; a tie is an exception `several-matches`."""

    collection: X
    which: str
    key: X
    noun: str
    to: X | None = None


@dataclass(slots=True)
class JoinBy(X):
    """Rows of both sides matched by equal keys; without `matching`, the left ones with no match.

    `codes` are the currencies that the text says of columns, of the left ones and of the right
    ones: empty where it says none.
    """

    left: X
    right: X
    keys: tuple[str, ...]
    matching: bool = True
    within: X | None = None
    codes: tuple[tuple[tuple[str, str], ...], ...] = ()


@dataclass(slots=True)
class MakeList(X):
    """A new list; `noun` is what one of its items is called."""

    items: tuple[X, ...]
    noun: str = ""


@dataclass(slots=True)
class MakeRecord(X):
    """A new record; names as written."""

    fields: tuple[tuple[str, X], ...]
    kind: str = ""


@dataclass(slots=True)
class MakeTable(X):
    """A new table; `noun` is what one of its rows is called."""

    columns: tuple[str, ...]
    rows: tuple[tuple[X, ...], ...]
    noun: str = ""


@dataclass(slots=True)
class Apply(X):
    """A pure definition of the file (adjective, derived property, a decision or value whose
    body has no effect) applied to values. `definition` is its index in `Plan.procedures`."""

    definition: int
    args: tuple[X, ...]


@dataclass(slots=True)
class SkillValue(X):
    """A skill with effect `none`, called inside an expression. `skill` is its id (`text.words`)."""

    skill: str
    args: tuple[tuple[str, X], ...]


@dataclass(slots=True)
class PersonRead(X):
    """A person or role of the settings by name (`finance manager`, `Bob`)."""

    name: str


@dataclass(slots=True)
class SecretRead(X):
    """`the secret "SMTP_PASSWORD"`: a handle; the value is looked up only by a skill."""

    name: str
