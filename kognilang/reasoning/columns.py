"""Columns: what the things of a text have, as far as it shows without declaring it: the headings
of a table in it, and the properties that its sentences speak of."""

from __future__ import annotations

from collections.abc import Mapping

from kognilang.language import tree
from kognilang.language.rewriting import nodes
from kognilang.meaning.kinds import LITERALS


def columns_of(file: tree.File, nouns: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return what rows have, by what they are called: each property with its kind (`any` where
    nothing tells). `nouns` says what a row of each table is called."""
    found: dict[str, dict[str, str]] = {}
    for one in nodes(tuple(file.items)):
        if isinstance(one, tree.Setting) and isinstance(one.value, tree.TableValue):
            noun = nouns.get(one.target.name) if isinstance(one.target, tree.Name) else None
            if noun:
                found.setdefault(noun, {}).update(_headed(one.value))
        elif isinstance(one, tree.Property) and isinstance(one.of, tree.Name):
            found.setdefault(one.of.name, {}).setdefault(one.name.lower(), "any")
    return found


def _headed(table: tree.TableValue) -> dict[str, str]:
    """Return the columns of a table with the kind that all their cells have; blank ones say
    nothing."""
    found = {}
    for at, column in enumerate(table.columns):
        cells = [row[at] for row in table.rows if at < len(row)]
        kinds = {
            LITERALS[type(cell)].word if type(cell) in LITERALS else "any"
            for cell in cells
            if not isinstance(cell, tree.Nothing)
        }
        found[column.lower()] = kinds.pop() if len(kinds) == 1 else "any"
    return found
