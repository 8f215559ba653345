"""Replacing parts of a tree: the pronouns of a filter, a definition's own noun."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar

from kognilang.dataclass import fields, replace
from kognilang.language.tree import (
    Expr,
    Extreme,
    Form,
    Item,
    Name,
    Node,
    One,
    Pick,
    Pronoun,
    Property,
    Token,
)
from kognilang.language.words import is_plural

N = TypeVar("N")


@cache
def _parts(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name not in ("span", "quoted"))


def rewritten(node: N, change: Callable[[Node], Node | None]) -> N:
    """Return the tree with every node for which `change` gives another replaced by it.

    Parts that do not change are kept as they are; a replaced node is not looked into.
    """
    return _walk(node, change)  # type: ignore[return-value]


def _walk(value: object, change: Callable[[Node], Node | None]) -> object:
    if isinstance(value, tuple):
        parts = tuple(_walk(part, change) for part in value)
        return parts if any(a is not b for a, b in zip(parts, value, strict=True)) else value
    if isinstance(value, Token) or not isinstance(value, Node):
        return value
    other = change(value)
    if other is not None:
        return other
    changed: dict[str, Any] = {}
    kind: Any = type(value)
    for name in _parts(kind):
        before = getattr(value, name)
        if isinstance(before, Node | tuple):
            after = _walk(before, change)
            if after is not before:
                changed[name] = after
    if not changed:
        return value
    return replace(value, **changed, span=value.span)


def nodes(value: object) -> Iterator[Node]:
    """Yield a node and every node in it, outer ones first; of tokens, the values too."""
    if isinstance(value, tuple):
        for part in value:
            yield from nodes(part)
    elif isinstance(value, Token):
        yield from nodes(value.value)
    elif isinstance(value, Node):
        yield value
        kind: Any = type(value)
        for name in _parts(kind):
            yield from nodes(getattr(value, name))


def _its(node: Node) -> Node | None:
    if type(node) is Property and type(node.of) is Pronoun and node.of.word in ("it", "they"):
        item = Item(span=node.of.span)
        return Property(item, node.name, node.quoted, span=node.span)
    return None


def of_item(node: N) -> N:
    """Return the part of a filter with `its total` and `their totals` being the item's."""
    return rewritten(node, _its)


def of_noun(node: N, noun: str) -> N:
    """Return the body of an adjective or property of `noun` with its noun and pronouns being
    the item."""

    def change(part: Node) -> Node | None:
        if (type(part) is Pronoun and part.word in ("it", "they")) or (
            type(part) is Name and part.name == noun and part.determiner in ("the", "this", "a")
        ):
            return Item(span=part.span)
        return None

    return rewritten(node, change)


def own_field(target: Expr) -> Expr:
    """Return `the total of the order whose id is 1` as that order's own total: what is set or
    changed is a field, never a sum."""
    if not isinstance(target, Form) or len(target.args) != 1 or not target.name.endswith(" of"):
        return target
    of = target.args[0]
    one = isinstance(of, One | Extreme) or (isinstance(of, Pick) and of.count is None)
    if one or (isinstance(of, Name) and not is_plural(of.name)):
        return Property(of, target.name.removesuffix(" of"), span=target.span)
    return target
