"""Picking one thing out of several, and joining: where it cannot be done, the exception says why
and shows the candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.running.collections import noun_of, things
from kognilang.running.labels import label, wanted_fields
from kognilang.values import comparing
from kognilang.values.fields import read_field
from kognilang.values.kinds import Exceptional, List, Record
from kognilang.values.naming import plural
from kognilang.values.operations import OPERATIONS
from kognilang.values.shown import told

if TYPE_CHECKING:
    from kognilang.running.evaluate import Expressions, UnsettledPick
    from kognilang.running.frames import Frame
    from kognilang.running.world import World

SHOWN = 8
"""How many candidates a question shows."""


def unsettled(
    expressions: Expressions, x: p.PickOne, among: list[Any], frame: Frame, place: str
) -> UnsettledPick:
    """Return the exception for a description that fits none or several things."""
    values = _wanted(expressions, x, frame)
    wanted = x.wanted or f"the {x.noun}"
    inside = bool(frame.items)
    if among:
        return _settleable(
            "several-matches",
            f"{len(among)} {plural(x.noun or 'thing')} fit: {wanted}.",
            x.noun,
            values,
            among,
            "" if inside else place,
        )
    return _settleable(
        "no-match",
        f"There is no {wanted.removeprefix('the ')}.",
        x.noun,
        values,
        _nearest(expressions, x, frame),
        "" if inside else place,
    )


def _settleable(
    problem: str,
    message: str,
    noun: str,
    values: list[tuple[str, Any]],
    candidates: list[Any],
    place: str,
) -> UnsettledPick:
    from kognilang.running.evaluate import UnsettledPick

    fault = UnsettledPick(
        problem,
        message,
        prop=noun,
        needs="choice" if candidates and place else "",
        values=tuple(values),
        candidates=tuple(candidates[:SHOWN]),
    )
    fault.place = place
    return fault


def _wanted(expressions: Expressions, x: p.PickOne, frame: Frame) -> list[tuple[str, Any]]:
    """Return what was looked for, as (label, value)."""
    found: list[tuple[str, Any]] = []
    collection: p.X = x.collection
    while isinstance(collection, p.FilterBy):
        for name, _, other in wanted_fields(collection.condition):
            try:
                found.append((label(other) or name, expressions.make(other)(frame)))
            except Exceptional:
                continue
        collection = collection.collection
    return found


def _nearest(expressions: Expressions, x: p.PickOne, frame: Frame) -> list[Any]:
    """Return the things that come nearest to a description that fits none."""
    if not isinstance(x.collection, p.FilterBy):
        return []
    wishes = wanted_fields(x.collection.condition)
    depth = len(frame.items)
    try:
        among = things(expressions.make(x.collection.collection)(frame))
        wanted = [(name, expressions.make(other)(frame)) for name, op, other in wishes if op == "="]
    except Exceptional:
        del frame.items[depth:]
        return []
    if not wanted or len(among) > 20_000:
        return []
    from difflib import SequenceMatcher

    context = expressions.world.context
    scored: list[tuple[float, int, Any]] = []
    for number, one in enumerate(among):
        score = 0.0
        for name, value in wanted:
            try:
                own = read_field(context, one, name)
                if comparing.equal(context, own, value):
                    score += 1
                elif isinstance(own, str) and isinstance(value, str):
                    matcher = SequenceMatcher(None, own.casefold(), value.casefold())
                    if matcher.real_quick_ratio() > 0.6 and matcher.quick_ratio() > 0.6:
                        score += matcher.ratio() * 0.9
            except Exceptional:
                continue
        score /= len(wanted)
        if score >= 0.5:
            scored.append((-score, number, one))
    scored.sort(key=lambda entry: entry[:2])
    return [one for _, _, one in scored[:5]]


def extreme(
    world: World, x: p.ExtremeBy, among: list[Any], keys: list[Any], target: Any, place: str
) -> Any:
    """Return the thing with the highest, lowest or closest key; a tie is an exception."""
    context = world.context
    pairs = [
        (one, key) for one, key in zip(among, keys, strict=True) if not comparing.is_blank(key)
    ]
    if not pairs:
        raise _settleable("no-match", f"There is no {x.noun} to choose from.", x.noun, [], [], "")
    if x.which == "closest":
        distance = OPERATIONS["difference"]
        marks = comparing.sort_keys(context, [distance(context, key, target) for _, key in pairs])
        best = min(marks)
    else:
        marks = comparing.sort_keys(context, [key for _, key in pairs])
        best = min(marks) if x.which in _LOW else max(marks)
    found = [one for (one, _), mark in zip(pairs, marks, strict=True) if mark == best]
    if len(found) == 1:
        return found[0]
    key = pairs[[mark == best for mark in marks].index(True)][1]
    raise _settleable(
        "several-matches",
        f"{len(found)} {plural(x.noun or 'thing')} share the {x.which} "
        f"{label(x.key).removeprefix('its ')}: "
        f"{told(key)}.",
        x.noun,
        [],
        found,
        place,
    )


_LOW = ("lowest", "smallest", "earliest", "least", "oldest", "shortest", "fewest", "cheapest")


def joined(world: World, x: p.JoinBy, left: Any, right: Any, margin: Any) -> List:
    """Join the rows of two collections by equal keys; or the left ones that have no match."""
    context = world.context

    def mark(one: Any, keys: tuple[str, ...]) -> tuple[Any, ...]:
        return tuple(comparing.group_key(context, read_field(context, one, key)) for key in keys)

    exact_keys = x.keys[:-1] if margin is not None else x.keys
    index: dict[tuple[Any, ...], list[Any]] = {}
    for one in things(right):
        index.setdefault(mark(one, exact_keys), []).append(one)
    rows: list[Any] = []
    for one in things(left):
        found = index.get(mark(one, exact_keys), [])
        if margin is not None:
            near = x.keys[-1]
            value = read_field(context, one, near)
            found = [
                other
                for other in found
                if comparing.compare(
                    context, "within", value, read_field(context, other, near), (margin,)
                )
            ]
        if not x.matching:
            if not found:
                rows.append(one)
            continue
        for other in found:
            fields = dict(one.fields)
            for name, value in other.fields.items():
                if name not in fields:
                    fields[name] = value
            rows.append(Record(fields=fields, strict=True))
    return List(items=rows, noun=noun_of(left))
