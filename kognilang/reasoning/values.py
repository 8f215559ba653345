"""Values: which texts the properties of a text's things hold, as far as the text itself shows: in
its own tables, where it compares a property with a text or sets it to one, and where it lists them
(the transport is "air", "sea" or "road")."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kognilang.language import tree
from kognilang.language.rewriting import nodes
from kognilang.language.words import plural

_TEXT = r'"[^"\n{}]{1,40}"'
_LISTED = re.compile(
    r"(?i)(?P<before>[a-z][a-z -]{0,40}) (?:is|are|can be|may be|must be|will be|:)(?: (?:always|"
    rf"either|one of|any of|either of))?:? (?P<all>{_TEXT}(?:(?:,? (?:or|and) |, ?){_TEXT})+)"
)


def values_of(
    file: tree.File, text: str, nouns: Mapping[str, str], kinds: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the texts that each property of each sort of thing is known to hold. `text` is what
    the file was read from, `nouns` says what a row of each table is called, `kinds` what each sort
    of thing has."""
    found: dict[str, dict[str, dict[str, None]]] = {noun: {} for noun in kinds}

    def note(noun: str, name: str, value: tree.Expr | None) -> None:
        if isinstance(value, tree.Text) and name.lower() in kinds.get(noun, {}):
            said = value.parts[0] if len(value.parts) == 1 else ""
            if isinstance(said, str) and said.strip():
                found[noun].setdefault(name.lower(), {})[said] = None

    def within(node: object, thing: str) -> None:
        """Note what the steps and conditions of one item say; `thing` is what `its` means."""
        for one in nodes(node):
            if isinstance(one, tree.Setting) and isinstance(one.target, tree.Property):
                note(_owner(one.target, thing), one.target.name, one.value)
            elif isinstance(one, tree.Compare) and isinstance(one.left, tree.Property):
                for value in (one.right, *one.extra):
                    note(_owner(one.left, thing), one.left.name, value)

    for item in file.items:
        if isinstance(item, tree.Setting) and isinstance(item.value, tree.TableValue):
            noun = nouns.get(item.target.name, "") if isinstance(item.target, tree.Name) else ""
            for row in item.value.rows:
                for column, cell in zip(item.value.columns, row, strict=False):
                    note(noun, column, cell)
        else:
            within((item,), item.noun if isinstance(item, tree.Adjective) else "")
    for match in _LISTED.finditer(text):
        words = match["before"].lower().split()
        for noun, fields in kinds.items():
            for name in fields:
                said = " ".join(words[-len(name.split()) :])
                if said in (name.lower(), plural(name.lower())):
                    texts = re.findall(r'"([^"]+)"', match["all"])
                    found[noun].setdefault(name.lower(), {}).update(dict.fromkeys(texts))
    _refer(found, kinds)
    return {
        noun: {name: tuple(texts) for name, texts in held.items()}
        for noun, held in found.items()
        if held
    }


_KEYS = ("code", "number", "id", "name", "title")


def _refer(
    found: dict[str, dict[str, dict[str, None]]], kinds: Mapping[str, Mapping[str, str]]
) -> None:
    """Add what a property holds that speaks of another sort of thing: a booking's crossing code
    is the code of a crossing."""
    for noun, fields in kinds.items():
        for name, kind in fields.items():
            if kind not in ("text", "any"):
                continue
            for other, held in list(found.items()):
                if other == noun or not held:
                    continue
                key = next((one for one in _KEYS if one in held), "")
                own = name.removeprefix(f"{other} ") if name != other else key
                if own and (name == other or name.startswith(f"{other} ")) and own in held:
                    found[noun].setdefault(name, {}).update(held[own])


def _owner(one: tree.Property, thing: str) -> str:
    """Return what the property is said to be of."""
    return one.of.name if isinstance(one.of, tree.Name) else thing


def rows_shown(
    file: tree.File, nouns: Mapping[str, str]
) -> dict[str, tuple[Mapping[str, str], ...]]:
    """Return the rows of the text's own tables with their texts, by what a row is called."""
    found: dict[str, tuple[Mapping[str, str], ...]] = {}
    for item in file.items:
        if not isinstance(item, tree.Setting) or not isinstance(item.value, tree.TableValue):
            continue
        noun = nouns.get(item.target.name, "") if isinstance(item.target, tree.Name) else ""
        if noun:
            columns = [column.lower() for column in item.value.columns]
            found[noun] = tuple(
                {
                    column: text
                    for column, cell in zip(columns, row, strict=False)
                    if (text := _text_of(cell))
                }
                for row in item.value.rows
            )
    return found


def _text_of(cell: tree.Expr) -> str:
    """Return the text of a cell; empty where it holds none. One that begins with an article is
    read as a name."""
    if isinstance(cell, tree.Text) and len(cell.parts) == 1 and isinstance(cell.parts[0], str):
        return cell.parts[0]
    if isinstance(cell, tree.Name) and cell.determiner:
        return f"{cell.determiner} {cell.name}".title()
    return ""
