"""Unsettled: what a description or a word could mean several ways, for a person to settle."""

from __future__ import annotations

from typing import Any

from kognilang.meaning import plan as p
from kognilang.values.kinds import Exceptional, Record
from kognilang.values.shown import told


class UnsettledPick(Exceptional):
    """A description that fits none or several things; `place` is where a choice is entered."""

    place = ""


class TwoMeanings(Exceptional):
    """A word of a filter that is a set name and a field of the items too; `key` is the place."""

    key = ""


def two_meanings(x: p.NameOrField, item: Record, named: Any, own: Any) -> TwoMeanings:
    """Return the exception for a word of a filter that is a set name, whose value is `named`, and
    a field of the item, whose value is `own`."""
    noun = x.noun or item.kind or "item"
    fault = TwoMeanings(
        "two-meanings",
        f'"The {x.field}" could be the one that is {x.told}, or each {noun}\'s own {x.field}.',
        prop=x.field,
        needs="choice",
        values=((f"the {x.field} that is {x.told}", named), (f"the {noun}", item)),
        candidates=(
            f"the {x.field} that is {x.told}: {told(named)}",
            f"each {noun}'s own {x.field}, such as {told(own)}",
        ),
        suggestions=(
            f"its {x.field}, in the text, is always the {noun}'s own; "
            f"the `{x.field}`, in backticks, always the one that is set",
        ),
    )
    fault.key = x.key
    return fault
