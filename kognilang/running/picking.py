"""Picking one thing out of several: where it cannot be done, the exception says why and shows the
candidates."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from kognilang.dataclass import dataclass
from kognilang.meaning import plan as p
from kognilang.running.collections import things
from kognilang.running.labels import conjuncts, label, wanted_fields
from kognilang.running.unsettled import UnsettledPick
from kognilang.values import comparing, explaining
from kognilang.values.fields import read_field
from kognilang.values.kinding import article
from kognilang.values.kinds import Exceptional, Record
from kognilang.values.naming import and_list, plural
from kognilang.values.operations import OPERATIONS
from kognilang.values.shown import told

if TYPE_CHECKING:
    from kognilang.running.evaluate import Expressions
    from kognilang.running.frames import Frame
    from kognilang.running.world import World

SHOWN = 8
"""How many candidates a question shows."""


@dataclass(slots=True)
class Wish:
    """What a description wants of a field: `place` is what a sentence calls the value, where it
    can be set."""

    field: str
    op: str
    value: Any
    words: str
    place: str = ""


def unsettled(
    expressions: Expressions, x: p.PickOne, among: list[Any], frame: Frame, place: str
) -> UnsettledPick:
    """Return the exception for a description that fits none or several things."""
    wishes, whole = _wishes(expressions, x, frame)
    values = [(one.words, one.value) for one in wishes]
    wanted = x.wanted or f"the {x.noun}"
    noun = x.noun or "thing"
    settled = "" if frame.items else place
    having = _having(expressions, wishes, len(among)) if whole else ""
    if among:
        count = f"{len(among)} {plural(noun)}"
        message = f"{count} {having}." if having else f"{count} fit: {wanted}."
        return _settleable("several-matches", message, x.noun, values, among, settled)
    everything = _everything(expressions, x, frame)
    message = f"No {noun} {having}." if having else f"There is no {wanted.removeprefix('the ')}."
    if not everything:
        return _settleable(
            "no-match", f"There are no {plural(noun)} at all: {message[:1].lower()}{message[1:]}"
            if not having else f"There are no {plural(noun)} at all.", x.noun, values, [], settled,
        )  # fmt: skip
    nearest = _nearest(expressions, wishes, everything)
    fault = _settleable("no-match", message, x.noun, values, nearest, settled)
    fault.suggestions = _corrections(expressions, wishes, nearest)
    return fault


def _having(expressions: Expressions, wishes: list[Wish], count: int) -> str:
    """Return what things that fit would have: `has the name "Acme" and the date 2026-03-01`."""
    if not wishes:
        return ""
    verb = "have" if count > 1 else "has"
    parts = []
    for one in wishes:
        field = expressions.spelled(one.field)
        if one.op in ("=", "exactly") and one.value is not None:
            parts.append(f"the {field} {told(one.value)}")
        else:
            # `a total that is more than $500`
            words = (
                explaining.said(
                    expressions.world.context, one.op, None, one.value, holds=True
                ).removeprefix(told(None))
                if one.op in explaining.WORDS
                else ""
            )
            if not words:
                return ""
            parts.append(f"{article(field)} that{words}")
    return f"{verb} {and_list(parts)}"


def _everything(expressions: Expressions, x: p.PickOne, frame: Frame) -> list[Any]:
    """Return the things among which one was looked for."""
    collection: p.X = x.collection
    while isinstance(collection, p.FilterBy):
        collection = collection.collection
    depth = len(frame.items)
    try:
        return things(expressions.make(collection)(frame))
    except Exceptional:
        del frame.items[depth:]
        return []


def _corrections(
    expressions: Expressions, wishes: list[Wish], nearest: list[Any]
) -> tuple[str, ...]:
    """Return sentences that correct what was looked for: to the nearest value, if one is near."""
    found = []
    context = expressions.world.context
    for one in wishes:
        if not one.place or one.op not in ("=", "exactly"):
            continue
        own: Any = None
        if nearest:
            with suppress(Exceptional):
                own = read_field(context, nearest[0], one.field)
            if own is None or comparing.equal(context, own, one.value):
                continue
        elif len(wishes) > 1:
            continue
        value = told(own) if own is not None else '"…"'
        found.append(f"Set {one.place} to {value}. Try again.")
    return tuple(found)


def _settleable(
    problem: str,
    message: str,
    noun: str,
    values: list[tuple[str, Any]],
    candidates: list[Any],
    place: str,
) -> UnsettledPick:
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


def _wishes(expressions: Expressions, x: p.PickOne, frame: Frame) -> tuple[list[Wish], bool]:
    """Return what was looked for, and whether that is all of the description."""
    found: list[Wish] = []
    whole = True
    collection: p.X = x.collection
    while isinstance(collection, p.FilterBy):
        parts = conjuncts(collection.condition)
        wanted = wanted_fields(collection.condition)
        whole = whole and len(parts) == len(wanted) and not collection.negated
        for name, op, other in wanted:
            depth = len(frame.items)
            try:
                value = expressions.make(other)(frame)
            except Exceptional:
                del frame.items[depth:]
                whole = False
                continue
            words = expressions.spelled(label(other) or name)
            settable = isinstance(other, p.NameRead) or (
                isinstance(other, p.FieldRead) and isinstance(other.of, p.NameRead)
            )
            found.append(Wish(name, op, value, words, words if settable else ""))
        collection = collection.collection
    return found, whole


def _nearest(expressions: Expressions, wishes: list[Wish], among: list[Any]) -> list[Any]:
    """Return the things that come nearest to a description that fits none."""
    wanted = [(one.field, one.value) for one in wishes if one.op == "="]
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
        if score >= (0.6 if len(wanted) > 1 else 0.5):
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
        if isinstance(pairs[0][1], Record):
            raise Exceptional(
                "wrong-kind",
                f"A whole {x.noun} cannot be compared with {told(target)}; name the field, such as "
                f"the {x.noun} with the total closest to {told(target)}.",
            )
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
