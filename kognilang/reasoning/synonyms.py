"""Verbs that mean much the same, by WordNet's list of English verbs: a general one, read when
sentences are ranked and not before."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

_SAME, _WIDER, _SISTER = 1.0, 0.6, 0.35

PARTICLES = frozenset(
    ("up", "down", "off", "out", "in", "on", "over", "away", "back", "through", "with", "along")
)
"""Words that make another verb of one, and may stand apart from it: take it out."""


@cache
def _senses() -> tuple[dict[str, list[int]], list[tuple[int, ...]]]:
    """Return each verb's senses, and the wider senses of each sense."""
    by_verb: dict[str, list[int]] = {}
    wider: list[tuple[int, ...]] = []
    text = files("kognilang.reasoning").joinpath("verbs.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        verbs, _, above = line.partition(" < ")
        for verb in verbs.split(", "):
            by_verb.setdefault(verb, []).append(len(wider))
        wider.append(tuple(map(int, above.split())))
    return by_verb, wider


def is_verb(word: str) -> bool:
    """Tell whether the list has a verb."""
    return word in _senses()[0]


@lru_cache(4096)
def closeness(one: str, other: str) -> float:
    """Say how near two verbs are: 1 for a common sense, less where a sense of one is a wider one
    of the other's or both have the same wider one, 0 where they have nothing in common."""
    if one == other:
        return _SAME
    by_verb, wider = _senses()
    mine, theirs = set(by_verb.get(one, ())), set(by_verb.get(other, ()))
    if not mine or not theirs:
        return 0.0
    if mine & theirs:
        return _SAME
    above = {up for sense in mine for up in wider[sense]}
    over = {up for sense in theirs for up in wider[sense]}
    if above & theirs or over & mine:
        return _WIDER
    return _SISTER if above & over else 0.0
