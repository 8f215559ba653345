"""Walking over the plan's expressions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kognilang.dataclass import fields, replace
from kognilang.meaning import plan as p

_MEMBERS: dict[Any, tuple[str, ...]] = {}


def _members(node: Any) -> tuple[str, ...]:
    found = _MEMBERS.get(node)
    if found is None:
        found = _MEMBERS[node] = tuple(member.name for member in fields(node))
    return found


def parts(node: Any) -> Iterator[Any]:
    """Yield every expression of the plan in a node, itself included, outermost first."""
    if isinstance(node, p.X):
        yield node
    if isinstance(node, p.X | p.Instruction):
        for name in _members(node.__class__):
            yield from parts(getattr(node, name))
    elif isinstance(node, tuple | list):
        for one in node:
            yield from parts(one)


def replaced(x: p.X, change: Callable[[p.X], p.X]) -> p.X:
    """Return an expression with each of those directly in it changed; itself where none is."""
    found: dict[str, Any] = {}
    for name in _members(x.__class__):
        before = getattr(x, name)
        after = _changed(before, change)
        if after is not before:
            found[name] = after
    return replace(x, **found) if found else x  # type: ignore[type-var]


def _changed(value: Any, change: Callable[[p.X], p.X]) -> Any:
    if isinstance(value, p.X):
        return change(value)
    if isinstance(value, tuple):
        after = tuple(_changed(one, change) for one in value)
        return after if any(a is not b for a, b in zip(after, value, strict=True)) else value
    return value


def reads_item(x: p.X) -> bool:
    """Say whether an expression reads the item of a filter, and so differs from thing to thing."""
    return any(isinstance(one, p.ItemRead) for one in parts(x))


def names_read(node: Any) -> set[str]:
    """Return the names that a node reads."""
    return {one.name for one in parts(node) if isinstance(one, p.NameRead | p.InputRead)}
