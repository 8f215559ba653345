"""The plan as bytes: versioned JSON, the same plan giving the same bytes.

The first line is the plan without its instructions and sentences, which follow, a line each,
and are read when they are asked for: a run stands on few of them. A node is a list that begins
with its class's name and holds its fields in order; a tuple begins with `(`, a plan's list with
`[`; a value that is written in the text begins with `=` and its kind. Everything else is JSON's
own.
"""

from __future__ import annotations

import json
import operator
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from kognilang.collecting import uncollected
from kognilang.dataclass import members
from kognilang.meaning import plan as plans
from kognilang.meaning.plan import FORMAT, Plan
from kognilang.values import kinds


class WrongFormat(ValueError):
    """The bytes are no plan of this version; the message names the version found."""


@uncollected()
def to_data(plan: Plan) -> bytes:
    """Write a plan."""
    write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    node = _encode(plan)
    instructions, sentences = node[_INSTRUCTIONS][1:], node[_SENTENCES][1:]
    node[_INSTRUCTIONS] = node[_SENTENCES] = ["["]
    head = {"format": plan.format, "instructions": len(instructions), "plan": node}
    return "\n".join(map(write, [head, *instructions, *sentences])).encode()


@uncollected()
def from_data(data: bytes) -> Plan:
    """Read a plan that `to_data` wrote.

    Raises WrongFormat when it is of another version or no plan at all.
    """
    head, *lines = data.split(b"\n")
    try:
        found = json.loads(head)
        version = found["format"]
    except (ValueError, TypeError, KeyError) as fault:
        raise WrongFormat(f"This is not a stored plan: {fault}.") from None
    if version != FORMAT:
        raise WrongFormat(f"The stored plan has format {version}; this version reads {FORMAT}.")
    plan = _decode(found["plan"])
    if not isinstance(plan, Plan):
        raise WrongFormat("This is not a stored plan.")
    # Plans of the first versions are one line, which holds everything.
    if lines:
        count = found["instructions"]
        plan.instructions = Lines(lines[:count])
        plan.sentences = Lines(lines[count:])
    return plan


class Lines(list[Any]):
    """A list whose items are read from their lines when they are first asked for."""

    __slots__ = ("_lines",)

    def __init__(self, lines: list[bytes]) -> None:
        super().__init__((None,) * len(lines))
        self._lines = lines

    def _item(self, at: int) -> Any:
        found = super().__getitem__(at)
        if found is None:
            found = _decode(json.loads(self._lines[at]))
            super().__setitem__(at, found)
        return found

    def __getitem__(self, at: Any) -> Any:
        if type(at) is slice:
            return [self._item(one) for one in range(*at.indices(len(self)))]
        return self._item(at)

    def __iter__(self) -> Iterator[Any]:
        return map(self._item, range(len(self)))

    def __reversed__(self) -> Iterator[Any]:
        return map(self._item, range(len(self) - 1, -1, -1))

    def __contains__(self, item: object) -> bool:
        return any(one == item for one in self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, list):
            return NotImplemented
        return len(self) == len(other) and all(map(operator.eq, self, other))

    __hash__ = None


def _node_classes() -> dict[str, tuple[type[Any], tuple[str, ...]]]:
    found: dict[str, tuple[type[Any], tuple[str, ...]]] = {}
    for name, item in vars(plans).items():
        if isinstance(item, type) and hasattr(item, "__members__"):
            found[name] = item, tuple(member.name for member in members(item))
    return found


_NODES = _node_classes()
_INSTRUCTIONS = _NODES["Plan"][1].index("instructions") + 1
_SENTENCES = _NODES["Plan"][1].index("sentences") + 1
_BY_CLASS = {item: (name, names) for name, (item, names) in _NODES.items()}
_PLAIN = (str, int, bool, type(None))


def _encode(value: Any) -> Any:
    known = _BY_CLASS.get(type(value))
    if known is not None:
        name, names = known
        if name == "Const":
            return ["Const", _constant(value.value)]
        return [name, *(_encode(getattr(value, member)) for member in names)]
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return ["(", *map(_encode, value)]
    if kind is list or kind is Lines:
        return ["[", *map(_encode, value)]
    if kind is dict:
        return {key: _encode(item) for key, item in value.items()}
    raise TypeError(f"a plan cannot hold {value!r}")


def _decode(data: Any) -> Any:
    if type(data) is list:
        tag = data[0]
        make = _MAKERS.get(tag) or _maker(tag)
        return make(data)
    if type(data) is dict:
        return {key: _decode(item) for key, item in data.items()}
    return data


def _items(data: list[Any]) -> list[Any]:
    return [_decode(one) if type(one) in _NESTED else one for one in data[1:]]


_NESTED = frozenset({list, dict})
_MAKERS: dict[str, Callable[[list[Any]], Any]] = {
    "(": lambda data: tuple(_items(data)),
    "[": _items,
    "Const": lambda data: plans.Const(_constant_of(data[1])),
}
"""By tag: what makes a node of its data. Those of the plan's classes are compiled when first met:
a plan that is unchanged since last time is to be there at once."""


def _maker(tag: str) -> Callable[[list[Any]], Any]:
    """Compile the maker of a class: its fields by place; where data of an earlier version are
    shorter, the rest have their defaults."""
    item, names = _NODES[tag]

    def shorter(data: list[Any]) -> Any:
        named = {name: _decode(value) for name, value in zip(names, data[1:], strict=False)}
        return item(**named)

    given = []
    for at, member in sorted(enumerate(members(item), 1), key=lambda pair: pair[1].kw_only):
        value = f"d[{at}]"
        if member.kind not in ("str", "int", "bool"):
            value += f" if type({value}) not in nested else decode({value})"
        given.append(f"{member.name}={value}" if member.kw_only else value)
    space: dict[str, Any] = {
        "item": item, "decode": _decode, "nested": _NESTED, "shorter": shorter,
    }  # fmt: skip
    exec(
        f"def make(d):\n if len(d) != {len(names) + 1}: return shorter(d)\n"
        f" return item({', '.join(given)})",
        space,
    )
    _MAKERS[tag] = space["make"]
    return _MAKERS[tag]


# -- values written in the text -------------------------------------------------------


def _constant(value: Any) -> Any:
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return value
    writer = _WRITERS.get(kind)
    if writer is None:
        raise TypeError(f"a plan cannot hold the value {value!r}")
    return ["=", kind.__name__, *writer(value)]


def _constant_of(data: Any) -> Any:
    if type(data) is not list:
        return data
    return _READERS[data[1]](*data[2:])


_WRITERS: dict[type[Any], Callable[[Any], list[Any]]] = {
    Decimal: lambda v: [str(v)],
    kinds.Money: lambda v: [str(v.amount), v.currency],
    kinds.Percent: lambda v: [str(v.value)],
    kinds.Count: lambda v: [str(v.value), v.noun],
    kinds.Duration: lambda v: [v.months, v.days, v.business_days, str(v.seconds)],
    kinds.Secret: lambda v: [v.name],
    kinds.File: lambda v: [str(v.path)],
    kinds.Folder: lambda v: [str(v.path)],
    kinds.Person: lambda v: [v.name, v.email, v.title],
    kinds.Schema: lambda v: [
        v.noun,
        [list(field) for field in v.fields],
        {noun: _constant(other) for noun, other in v.others.items()},
    ],
    date: lambda v: [v.isoformat()],
    time: lambda v: [v.isoformat()],
    datetime: lambda v: [v.isoformat()],
}

_READERS: dict[str, Callable[..., Any]] = {
    "Decimal": Decimal,
    "Money": lambda amount, currency: kinds.Money(Decimal(amount), currency),
    "Percent": lambda value: kinds.Percent(Decimal(value)),
    "Count": lambda value, noun: kinds.Count(Decimal(value), noun),
    "Duration": lambda months, days, business, seconds: kinds.Duration(
        months, days, business, Decimal(seconds)
    ),
    "Secret": kinds.Secret,
    "File": lambda path: kinds.File(Path(path)),
    "Folder": lambda path: kinds.Folder(Path(path)),
    "Person": kinds.Person,
    "Schema": lambda noun, members, others: kinds.Schema(
        noun,
        tuple((name, kind, many) for name, kind, many in members),
        {other: _constant_of(data) for other, data in others.items()},
    ),
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "datetime": datetime.fromisoformat,
}
