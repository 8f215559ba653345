"""Arranging: sorting, grouping, leaving out duplicates, joining. All give new lists of the same
things; what is sorted or grouped by has been worked out before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kognilang.values.collections import items_of, like, noun_of
from kognilang.values.comparing import compare, group_key, is_blank, sort_keys
from kognilang.values.context import Context
from kognilang.values.kinds import List, Record
from kognilang.values.naming import singular


def sorted_by(
    context: Context,
    value: Any,
    keys: Sequence[Sequence[Any]],
    descending: Sequence[bool],
) -> List:
    """Return the things in order. `keys` holds, for each key, its values of all things; blanks
    come last either way, and things with equal keys keep their order.

    Raises Exceptional where two values of a key cannot be compared.
    """
    items = items_of(value)
    places = list(range(len(items)))
    for values, down in reversed(list(zip(keys, descending, strict=True))):
        order = sort_keys(context, values)
        blanks = [at for at in places if is_blank(values[at])]
        places = [at for at in places if not is_blank(values[at])]
        # Reversed twice around a descending sort, so that equal ones keep their order.
        places.sort(key=order.__getitem__, reverse=down)
        places += blanks
    return like(value, [items[at] for at in places])


def grouped_by(
    context: Context,
    value: Any,
    keys: Sequence[Sequence[Any]],
    names: Sequence[str],
    plural_noun: str,
) -> List:
    """Return the groups in order of first appearance: records with the items under `plural_noun`
    and the first spelling of the key before them, as `key`, or of several keys each under its own
    of the `names`. `keys` holds, for each key, its values of all things."""
    groups: dict[Any, Record] = {}
    noun = noun_of(value) or singular(plural_noun)
    fields = ["key"] if len(keys) == 1 else list(names)
    for at, one in enumerate(items_of(value)):
        own = [values[at] for values in keys]
        mark = tuple(group_key(context, key) for key in own)
        group = groups.get(mark)
        if group is None:
            group = groups[mark] = Record(
                fields={
                    **dict(zip(fields, own, strict=True)),
                    plural_noun: List(items=[], noun=noun),
                },
                kind="group",
            )
        group.fields[plural_noun].items.append(one)
    return List(items=list(groups.values()), noun="group")


def distinct_by(context: Context, value: Any, keys: Sequence[Sequence[Any]] = ()) -> List:
    """Return the first of each that are alike. `keys` holds, for each key, its values of all
    things; without keys a record is compared by all its fields."""
    items = items_of(value)
    seen: set[Any] = set()
    kept = []
    for at, one in enumerate(items):
        if keys:
            mark: Any = tuple(group_key(context, values[at]) for values in keys)
        elif isinstance(one, Record):
            mark = tuple((name, group_key(context, own)) for name, own in one.fields.items())
        else:
            mark = group_key(context, one)
        if mark not in seen:
            seen.add(mark)
            kept.append(one)
    return like(value, kept)


def distinct(context: Context, value: Any) -> List:
    """`A without duplicates`."""
    return distinct_by(context, value)


def joined_by(
    context: Context,
    left: Any,
    right: Any,
    keys: Sequence[str],
    matching: bool = True,
    within: Any = None,
) -> List:
    """Join the rows of two collections whose fields `keys` are equal.

    With `matching`, a row for each pair, holding the fields of both (the left one's where
    they share a name); without, the left rows that have no match. `within` is a tolerance
    for the last key that is a figure.
    """
    from kognilang.values.fields import read_field

    exact = list(keys)
    near = exact.pop() if within is not None and len(exact) > 1 else ""
    if within is not None and not near:
        near = exact.pop()
    others: dict[Any, list[Any]] = {}
    for row in items_of(right):
        mark = tuple(group_key(context, read_field(context, row, name)) for name in exact)
        others.setdefault(mark, []).append(row)
    out = []
    for row in items_of(left):
        mark = tuple(group_key(context, read_field(context, row, name)) for name in exact)
        found = [] if None in mark else others.get(mark, [])
        if near:
            own = read_field(context, row, near)
            found = [
                one for one in found
                if compare(context, "within", own, read_field(context, one, near), (within,))
            ]  # fmt: skip
        if not matching:
            if not found:
                out.append(row)
            continue
        for one in found:
            out.append(_merged(row, one))
    return List(items=out, noun=noun_of(left))


def _merged(left: Record, right: Record) -> Record:
    from kognilang.values.naming import canonical

    fields = dict(left.fields)
    taken = {canonical(name) for name in fields}
    for name, value in right.fields.items():
        if canonical(name) not in taken:
            fields[name] = value
    return Record(fields=fields, kind=left.kind, strict=left.strict and right.strict)
