"""Columns: what the things of a text have, as far as it shows without declaring it: the headings
of a table in it, and the properties that its sentences speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kognilang.dataclass import fields, is_dataclass
from kognilang.language import tree
from kognilang.meaning.kinds import LITERALS


def columns_of(file: tree.File, nouns: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return what rows have, by what they are called: each property with its kind (`any` where
    nothing tells). `nouns` says what a row of each table is called."""
    found: dict[str, dict[str, str]] = {}
    for one in _nodes(file.items):
        if isinstance(one, tree.Setting) and isinstance(one.value, tree.TableValue):
            noun = nouns.get(one.target.name) if isinstance(one.target, tree.Name) else None
            if noun:
                found.setdefault(noun, {}).update(_headed(one.value))
        elif isinstance(one, tree.Property) and isinstance(one.of, tree.Name):
            found.setdefault(one.of.name, {}).setdefault(one.name, "any")
    return found


def _headed(table: tree.TableValue) -> dict[str, str]:
    cells = table.rows[0] if table.rows else ()
    kinds = [LITERALS[type(cell)].word if type(cell) in LITERALS else "any" for cell in cells]
    kinds += ["any"] * (len(table.columns) - len(kinds))
    return dict(zip(table.columns, kinds, strict=False))


def _nodes(node: Any) -> Iterator[Any]:
    """Yield every node of the tree in a node, itself included."""
    if isinstance(node, tuple | list):
        for one in node:
            yield from _nodes(one)
    elif is_dataclass(node):
        yield node
        for member in fields(node):
            yield from _nodes(getattr(node, member.name))
