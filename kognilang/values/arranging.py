"""Arranging: sorting, grouping, leaving out duplicates, joining. All give new lists of the same
things; what is sorted or grouped by has been worked out before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from kognilang.values.collections import items_of, like, noun_of
from kognilang.values.comparing import compare, group_key, is_blank, sort_keys
from kognilang.values.context import Context
from kognilang.values.kinds import Duration, Exceptional, List, Money, Record
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
    codes: Sequence[Sequence[tuple[str, str]]] = (),
) -> List:
    """Join the rows of two collections whose fields `keys` are equal.

    With `matching`, a row for each pair, holding the fields of both (the left one's where
    they share a name); without, the left rows that have no match. `within` is a tolerance for the
    last key, or, where that is no figure, for the one field of each side that it can be one for.
    `codes` are the currencies of columns, of the left rows and of the right ones.

    Raises Exceptional `missing-field` where it is not clear which field the tolerance is for.
    """
    from kognilang.values.fields import read_field
    from kognilang.values.naming import canonical
    from kognilang.values.operations import in_currency

    told = [dict(side) for side in codes] or [{}, {}]

    def read(side: int, row: Any, name: str) -> Any:
        value = read_field(context, row, name)
        code = told[side].get(canonical(name))
        return in_currency(context, value, code) if code else value

    exact, near = list(keys), ("", "")
    if within is not None:
        values = [read(0, row, keys[-1]) for row in items_of(left)]
        if any(isinstance(one, str) for one in values):
            near = _tolerated(items_of(left), items_of(right), within)
        else:
            near = (exact.pop(), keys[-1])
    others: dict[Any, list[Any]] = {}
    for row in items_of(right):
        mark = tuple(group_key(context, read(1, row, name)) for name in exact)
        others.setdefault(mark, []).append(row)
    out = []
    for row in items_of(left):
        mark = tuple(group_key(context, read(0, row, name)) for name in exact)
        found = [] if None in mark else others.get(mark, [])
        if near[0]:
            own = read(0, row, near[0])
            found = [
                one for one in found
                if compare(context, "within", own, read(1, one, near[1]), (within,))
            ]  # fmt: skip
        if not matching:
            if not found:
                out.append(row)
            continue
        for one in found:
            out.append(_merged(row, one))
    return List(items=out, noun=noun_of(left))


def _tolerated(left: list[Any], right: list[Any], within: Any) -> tuple[str, str]:
    """Return the field of each side that a tolerance is for: the one of its kind that both have,
    or the only one that each has."""
    from kognilang.values.shown import told

    ours, theirs = _figures(left, within), _figures(right, within)
    shared = [name for name in ours if name in theirs]
    if len(shared) == 1:
        return ours[shared[0]], theirs[shared[0]]
    if len(ours) == len(theirs) == 1:
        return next(iter(ours.values())), next(iter(theirs.values()))
    names = ", ".join(dict.fromkeys([*ours.values(), *theirs.values()])) or "none fits"
    raise Exceptional(
        "missing-field",
        f"It is not clear which column may differ by {told(within)}: {names}. Name it last, such "
        f"as by reference and amount within {told(within)}.",
        values=(("tolerance", within),),
    )


def _figures(rows: list[Any], within: Any) -> dict[str, str]:
    """Return the fields whose values a tolerance could be for, by their words."""
    from kognilang.values.naming import canonical

    kinds = _TOLERATED.get(type(within), (Decimal, Money))
    found: dict[str, str] = {}
    for row in rows:
        for name, value in row.fields.items() if isinstance(row, Record) else ():
            if isinstance(value, kinds) and not isinstance(value, bool):
                found.setdefault(canonical(name), name)
    if type(within) is Money:
        money = {
            words: name for words, name in found.items()
            if any(isinstance(row.fields.get(name), Money) for row in rows)
        }  # fmt: skip
        return money or found
    return found


_TOLERATED: dict[type, tuple[type, ...]] = {Duration: (date, datetime)}


def _merged(left: Record, right: Record) -> Record:
    from kognilang.values.naming import canonical

    fields = dict(left.fields)
    taken = {canonical(name) for name in fields}
    for name, value in right.fields.items():
        if canonical(name) not in taken:
            fields[name] = value
    return Record(fields=fields, kind=left.kind, strict=left.strict and right.strict)
