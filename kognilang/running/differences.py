"""Differences: what an example expected of a value, held against what it is."""

from __future__ import annotations

from typing import Any

from kognilang.running.finding_words import exactly
from kognilang.values.context import Context
from kognilang.values.kinds import Exceptional, List, Record, Table


def differences(context: Context, got: Any, expected: Any) -> list[str]:
    """Return how a value differs from the one expected; only what is expected is compared."""
    if isinstance(expected, Table | List):
        wanted = list(expected)
        if not isinstance(got, Table | List):
            return [f"It is {exactly(got)}, which is no list."]
        found = list(got)
        differing = []
        if len(found) != len(wanted):
            differing.append(f"{len(wanted)} were expected, and there are {len(found)}.")
        for number, (one, other) in enumerate(zip(found, wanted, strict=False), 1):
            differing += [f"Row {number}: {text}" for text in differences(context, one, other)]
        return differing[:8]
    if isinstance(expected, Record):
        if not isinstance(got, Record):
            return [f"It is {exactly(got)}, which has no fields."]
        from kognilang.values.fields import field_name

        differing = []
        for name, value in expected.fields.items():
            own = field_name(got, name)
            if own is None:
                differing.append(f"It has no {name}.")
            elif not alike(context, got.fields[own], value):
                differing.append(
                    f"the {name} is {exactly(got.fields[own])}, and should be {exactly(value)}."
                )
        return differing
    if alike(context, got, expected):
        return []
    return [f"It is {exactly(got)}, and should be {exactly(expected)}."]


def alike(context: Context, one: Any, other: Any) -> bool:
    """Tell whether a value is what was expected, as far as it was said."""
    from kognilang.values.comparing import equal

    if isinstance(other, Table | List | Record):
        return one is other or not differences(context, one, other)
    try:
        return equal(context, one, other)
    except Exceptional:
        return False
