"""Derived: the properties that a text works out from others, with their kinds: a meal's cost."""

from __future__ import annotations

from collections.abc import Mapping

from kognilang.meaning import plan as p
from kognilang.meaning.kinds import LITERALS


def derived(
    procedures: list[p.ProcedureInfo], kinds: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, str]]:
    """Return what a text defines as a property of each sort of thing, with the kinds."""
    found: dict[str, dict[str, str]] = {}
    for one in procedures:
        if one.form != "property":
            continue
        # A property may be worked out from another one that is.
        own = {**kinds.get(one.noun, {}), **found.get(one.noun, {})}
        name = one.title.partition("'s ")[2]
        if name and name not in own:
            found.setdefault(one.noun, {})[name] = _kind(one.body, own)
    return found


def _kind(value: p.X | None, own: Mapping[str, str]) -> str:
    """Return the kind of a value that is worked out from properties; `any` where nothing tells."""
    if isinstance(value, p.FieldRead):
        return own.get(value.name, "any") if isinstance(value.of, p.ItemRead) else "any"
    if isinstance(value, p.Const):
        named = LITERALS.get(type(value.value))
        return named.word if named is not None else "any"
    if not isinstance(value, p.Operation) or len(value.args) != 2:
        return "any"
    one, other = (_kind(part, own) for part in value.args)
    if value.name in ("+", "-"):
        if "date" in (one, other):
            return "date" if one != other else "duration"
        return one if one != "any" else other
    if value.name == "*":
        return "money" if "money" in (one, other) else "number" if one == other else "any"
    if value.name == "/":
        return "number" if one == other else one
    return "any"
