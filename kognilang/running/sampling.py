"""Spot checks: some of a collection, chosen at random, and the same again from the journal."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.running.collections import noun_of, things
from kognilang.running.frames import Frame, Lane
from kognilang.running.steps import Step
from kognilang.values.kinds import Count, Exceptional, List, Percent
from kognilang.values.shown import told

if TYPE_CHECKING:
    from kognilang.running.code import Code

DRAWN = "random"
"""The name under which the journal keeps a number that was drawn."""


def _sample(code: Code, pc: int, one: p.Sample) -> Step:
    collection, share = code.value(one.collection, pc), code.value(one.share, pc)
    name, sentence = one.name, one.sentence
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        found = collection(frame)
        among = things(found)
        wanted = how_many(share(frame), len(among))
        seed = machine.world.draw()
        machine.trace.append((sentence, DRAWN, Decimal(seed)))
        chosen = List(
            items=[among[place] for place in places(seed, len(among), wanted)],
            noun=noun_of(found),
        )
        frame.names[name] = chosen
        machine.trace.append((sentence, name, chosen))
        return pc + 1

    return work


def how_many(share: Any, count: int) -> int:
    """Return how many of `count` a sample takes: of a percent at least one, if there is one.

    Raises Exceptional `out-of-range` for a share that is none.
    """
    if isinstance(share, Percent):
        exact = share.value * count / 100
        whole = int(exact.to_integral_value(ROUND_CEILING))
    else:
        number = share.value if isinstance(share, Count) else share
        if not isinstance(number, Decimal) or number != number.to_integral_value():
            raise Exceptional("not-whole", f"{told(share)} is no number of things to review.")
        whole = int(number)
    if whole < 0 or (isinstance(share, Percent) and share.value > 100):
        raise Exceptional("out-of-range", f"{told(share)} is no share of things to review.")
    return min(count, whole)


def places(seed: int, count: int, wanted: int) -> list[int]:
    """Return `wanted` of the places 0 to `count` - 1, in their order: the same for the same seed,
    on every machine."""
    from hashlib import sha256

    def rank(place: int) -> bytes:
        return sha256(f"{seed}:{place}".encode()).digest()

    return sorted(sorted(range(count), key=rank)[:wanted])


COMPILERS: dict[type, Callable[[Any, int, Any], Step]] = {p.Sample: _sample}
