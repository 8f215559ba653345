"""Collections: picking, filtering apart, sorting, grouping, joining. All give new lists of the
same things; what is sorted or grouped by has been worked out before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from kognilang.values.arithmetic import add, difference, whole
from kognilang.values.comparing import compare, equal, group_key, is_blank, sort_keys
from kognilang.values.context import Context
from kognilang.values.kinds import Count, Duration, Exceptional, List, Record, Table, Thing
from kognilang.values.naming import plural, singular
from kognilang.values.refusing import wrong_kind
from kognilang.values.shown import told

MOST = 10_000_000
"""How many things a range may hold."""


def items_of(value: Any) -> list[Any]:
    """Return what a loop over a value walks: a collection's things, nothing of a blank, and any
    other value alone."""
    if type(value) is List:
        return value.items
    if type(value) is Table:
        return value.rows
    return [] if value is None else [value]


def _many(value: Any, doing: str) -> list[Any]:
    if isinstance(value, List | Table):
        return items_of(value)
    if value is None:
        return []
    raise wrong_kind(value, "list", doing)


def _noun(value: Any) -> str:
    noun = getattr(value, "noun", "")
    return singular(noun) if noun else ""


def _like(value: Any, items: list[Any]) -> List:
    return List(items=items, noun=_noun(value))


def number_of(context: Context, value: Any) -> Decimal:
    """`the number of A`: how many it holds; a count's number."""
    if isinstance(value, List | Table):
        return Decimal(len(value))
    if type(value) is Count:
        return value.value
    if value is None:
        return Decimal(0)
    raise wrong_kind(value, "list", "counted")


# -- picking ------------------------------------------------------------------------


def _none_there(value: Any, which: str) -> Exceptional:
    noun = _noun(value) or "item"
    return Exceptional(
        "no-match",
        f"There is no {which} {noun}, because there are no {plural(noun)}.",
        needs="any",
        values=((plural(noun), value),),
    )


def first(context: Context, value: Any) -> Any:
    """`the first order`. Raises Exceptional `no-match` if there is none."""
    items = _many(value, "picked from")
    if not items:
        raise _none_there(value, "first")
    return items[0]


def last(context: Context, value: Any) -> Any:
    """`the last order`. Raises Exceptional `no-match` if there is none."""
    items = _many(value, "picked from")
    if not items:
        raise _none_there(value, "last")
    return items[-1]


def item(context: Context, place: Any, value: Any) -> Any:
    """`item 4 of A`, `the second order`; places begin at 1."""
    items = _many(value, "picked from")
    at = whole(place, "a place in a list")
    if not 1 <= at <= len(items):
        noun = _noun(value) or "item"
        there = {0: f"there are no {plural(noun)}", 1: f"there is only one {noun}"}.get(
            len(items), f"there are only {len(items)} {plural(noun)}"
        )
        raise Exceptional(
            "no-match",
            f"There is no {noun} number {at}, because {there}."
            if at > 0
            else f"There is no {noun} number {at}; places begin at 1.",
            needs="any",
            values=(("place", place), ("how many", Decimal(len(items)))),
        )
    return items[at - 1]


def first_n(context: Context, number: Any, value: Any) -> List:
    """`the first 3 orders`: as many as there are, if there are fewer."""
    return _like(value, _many(value, "picked from")[: _size(number)])


def last_n(context: Context, number: Any, value: Any) -> List:
    """`the last 3 orders`, in their order."""
    items = _many(value, "picked from")
    return _like(value, items[len(items) - min(_size(number), len(items)) :])


def _size(number: Any) -> int:
    size = whole(number, "a number of things")
    if size < 0:
        raise Exceptional(
            "out-of-range",
            f"{told(number)} is less than zero, so it is no number of things.",
            needs="number",
            values=(("number", number),),
        )
    return size


def reversed_(context: Context, value: Any) -> Any:
    """`A reversed`: a list from its end, a text from its last letter."""
    if isinstance(value, str):
        return value[::-1]
    return _like(value, _many(value, "reversed")[::-1])


def pick_one(context: Context, value: Any, noun: str, wanted: str = "") -> Any:
    """Return the one thing of a collection that a definite description means.

    Raises Exceptional `no-match` or `several-matches` with the candidates.
    """
    items = items_of(value)
    if len(items) == 1:
        return items[0]
    described = wanted or f"the {noun}"
    if not items:
        raise Exceptional(
            "no-match",
            f"There is no {_without_article(described)}.",
            prop=noun,
            needs="any",
        )
    raise Exceptional(
        "several-matches",
        f"There are {len(items)} {plural(noun)} where one is meant: {described}.",
        prop=noun,
        needs="choice",
        candidates=tuple(items[:50]),
    )


def _without_article(words: str) -> str:
    return words.removeprefix("the ")


def extreme(
    context: Context, items: Sequence[Any], keys: Sequence[Any], which: str, noun: str,
    to: Any = None,
) -> Any:  # fmt: skip
    """Return the thing with the highest or lowest key, or the one closest `to` a value; `keys`
    are those of the items. Blank keys do not take part.

    Raises Exceptional `no-match`, or `several-matches` for a tie.
    """
    pairs = [(one, key) for one, key in zip(items, keys, strict=True) if not is_blank(key)]
    if not pairs:
        raise Exceptional(
            "no-match",
            f"There is no {noun} to pick the {which} of.",
            prop=noun,
            needs="any",
        )
    measures = [key for _, key in pairs]
    if which == "closest":
        measures = [_distance(context, key, to) for key in measures]
    order = sort_keys(context, measures)
    best = max(order) if which == "highest" else min(order)
    winners = [one for (one, _), key in zip(pairs, order, strict=True) if key == best]
    if len(winners) > 1:
        at = order.index(best)
        raise Exceptional(
            "several-matches",
            f"{len(winners)} {plural(noun)} share the {_word(which)} value, {told(pairs[at][1])}, "
            "where one is meant.",
            prop=noun,
            needs="choice",
            values=((which, pairs[at][1]),),
            candidates=tuple(winners[:50]),
        )
    return winners[0]


def _word(which: str) -> str:
    return which if which != "closest" else "closest"


def _distance(context: Context, key: Any, to: Any) -> Any:
    gap = difference(context, key, to)
    if type(gap) is Duration:
        return abs(gap.days * 86400 + gap.seconds)
    return gap


def all_except(context: Context, value: Any, without: Any) -> List:
    """`the orders except the first 3`: things by identity, plain values by what they are."""
    gone = items_of(without)
    ids = {id(one) for one in gone} | {
        one.oid for one in gone if isinstance(one, Thing) and one.oid
    }
    plain = {group_key(context, one) for one in gone if not isinstance(one, Thing)}
    kept = []
    for one in _many(value, "left out from"):
        if isinstance(one, Thing):
            if id(one) in ids or (one.oid and one.oid in ids):
                continue
        elif group_key(context, one) in plain:
            continue
        kept.append(one)
    return _like(value, kept)


# -- order, groups, duplicates --------------------------------------------------------


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
    return _like(value, [items[at] for at in places])


def grouped_by(context: Context, value: Any, keys: Sequence[Any], plural_noun: str) -> List:
    """Return the groups in order of first appearance: records with `key` (its first spelling) and
    the items under `plural_noun`."""
    groups: dict[Any, Record] = {}
    noun = singular(plural_noun) or _noun(value)
    for one, key in zip(items_of(value), keys, strict=True):
        mark = group_key(context, key)
        group = groups.get(mark)
        if group is None:
            group = groups[mark] = Record(
                fields={"key": key, plural_noun: List(items=[], noun=noun)}, kind="group"
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
    return _like(value, kept)


def distinct(context: Context, value: Any) -> List:
    """`A without duplicates`."""
    return distinct_by(context, value)


# -- joining ------------------------------------------------------------------------


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
    return List(items=out, noun=_noun(left))


def _merged(left: Record, right: Record) -> Record:
    from kognilang.values.naming import canonical

    fields = dict(left.fields)
    taken = {canonical(name) for name in fields}
    for name, value in right.fields.items():
        if canonical(name) not in taken:
            fields[name] = value
    return Record(fields=fields, kind=left.kind, strict=left.strict and right.strict)


# -- making -------------------------------------------------------------------------


def range_(context: Context, start: Any, end: Any, step: Any = None) -> List:
    """`1 to 10`, each day from A to B, each time from 9:00 to 17:00 every 30 minutes; both ends
    included, nothing if the end is before the start (unless the step is negative)."""
    if isinstance(start, date | time) or isinstance(end, date | time):
        return _times(context, start, end, step)
    first_one, last_one = _range_end(start), _range_end(end)
    by = Decimal(1) if step is None else _range_end(step)
    if not by:
        raise wrong_kind(step, "number", "a step, since it leads nowhere")
    size = int((last_one - first_one) / by) + 1 if (last_one - first_one) * by >= 0 else 0
    _limited(size)
    if step is None and first_one == first_one.to_integral_value():
        begin = int(first_one)
        items: list[Any] = [Decimal(begin + at) for at in range(size)]
    else:
        items = [first_one + by * at for at in range(size)]
    if type(start) is Count:
        items = [Count(one, start.noun) for one in items]
    return List(items=items, noun="number")


def _range_end(value: Any) -> Decimal:
    number = value.value if type(value) is Count else value
    if type(number) is not Decimal:
        raise wrong_kind(value, "number", "an end of a range")
    return number


def _limited(size: int) -> None:
    if size > MOST:
        raise Exceptional(
            "limit-reached",
            f"A range of {size} things is too long; the limit is {MOST}.",
            needs="number",
            values=(("how many", Decimal(size)),),
        )


def _times(context: Context, start: Any, end: Any, step: Any) -> List:
    day = isinstance(start, date) and not isinstance(start, datetime)
    by = (
        step if step is not None else (Duration(days=1) if day else Duration(seconds=Decimal(3600)))
    )
    if type(by) is not Duration:
        raise wrong_kind(by, "duration", "a step in time")
    if not (by.months > 0 or by.days > 0 or by.business_days > 0 or by.seconds > 0):
        raise wrong_kind(by, "duration", "a step, since it leads nowhere")
    items = []
    if isinstance(start, time):
        some = datetime(2000, 1, 1)
        if not isinstance(end, time):
            raise wrong_kind(end, "time", f"the end of a range from {told(start)}")
        at = datetime.combine(some, start)
        stop = datetime.combine(some, end)
        if by.months or by.days or by.business_days:
            raise wrong_kind(by, "time", "a step within a day")
        jump = timedelta(microseconds=int(by.seconds * 1_000_000))
        while at <= stop:
            items.append(at.time())
            at += jump
            _limited(len(items))
        return List(items=items, noun="time")
    one = start
    number = 0
    while compare(context, "<=", one, end):
        items.append(one)
        number += 1
        _limited(number)
        # Counted from the start, so that month ends stay month ends.
        jumped = Duration(
            by.months * number, by.days * number, by.business_days * number, by.seconds * number
        )
        one = add(context, start, jumped)
    return List(items=items, noun="day" if day else "time")


def copy(context: Context, value: Any) -> Any:
    """`a copy of A`: a new thing. What it consists of (its lists, tables and their rows) is copied
    too; another record that a field merely names stays the same thing."""
    if isinstance(value, Record):
        fields = {
            name: copy(context, one) if isinstance(one, List | Table) else one
            for name, one in value.fields.items()
        }
        return Record(
            fields=fields, kind=value.kind, strict=value.strict, open=value.open,
            origin=value.origin, missing=dict(value.missing),
        )  # fmt: skip
    if isinstance(value, Table):
        return Table(
            columns=list(value.columns),
            rows=[copy(context, row) for row in value.rows],
            noun=value.noun, source=value.source, sheet=value.sheet,
        )  # fmt: skip
    if isinstance(value, List):
        items = [copy(context, one) if isinstance(one, Thing) else one for one in value.items]
        return List(items=items, noun=value.noun)
    return value


def make_list(context: Context, *items: Any) -> List:
    """`1, 2 and 3`: a new list."""
    return List(items=list(items))


def remove(context: Context, value: Any, gone: Any) -> list[Any]:
    """Return a collection's things without one (a thing by identity, a plain value wherever it
    occurs), for `Remove … from …`; of a collection, without all of its things."""
    if isinstance(gone, List | Table):
        return all_except(context, value, gone).items
    if isinstance(gone, Thing):
        return [one for one in items_of(value) if one is not gone and not (one_oid(one, gone))]
    return [one for one in items_of(value) if not _alike(context, one, gone)]


def one_oid(one: Any, other: Thing) -> bool:
    """Tell whether two are the same stored thing."""
    return isinstance(one, Thing) and bool(one.oid) and one.oid == other.oid


def _alike(context: Context, left: Any, right: Any) -> bool:
    try:
        return equal(context, left, right)
    except Exceptional:
        return False
