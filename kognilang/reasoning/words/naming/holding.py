"""Holding: which properties of a thing hold a text, as far as the text of the procedure shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kognilang.reasoning.situations import Situation


def held_by(situation: Situation, thing: str) -> Mapping[str, tuple[str, ...]]:
    """Return the texts that each property of a thing is known to hold, by the thing's name or the
    last words of it: those of an invoice, for the late invoice."""
    while thing:
        if thing in situation.values:
            return situation.values[thing]
        thing = thing.partition(" ")[2]
    return {}


def holders(situation: Situation, thing: str, value: str) -> list[str]:
    """Return the properties of a thing that are known to hold a text."""
    bare = value.strip('"').lower()
    return [
        name
        for name, texts in held_by(situation, thing).items()
        if any(bare == text.lower() for text in texts)
    ]


def holders_first(names: Iterable[str], situation: Situation, thing: str, value: str) -> list[str]:
    """Return properties in their order, but first those that are known to hold a text."""
    sure = holders(situation, thing, value)
    return sorted(names, key=lambda name: name not in sure)
