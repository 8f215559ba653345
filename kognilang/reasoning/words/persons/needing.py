"""Needing: which words a text must have for a pattern to be found in it, so that a pattern is made
ready only for a text that may hold it."""

from __future__ import annotations

import re
from functools import lru_cache

Needed = tuple[frozenset[str], ...]
"""Of each of these sets a text must have a word."""

_PLAIN = re.compile(r"[A-Za-z' ,-]+")
_OPTIONAL = ("?", "*", "{")
_LEAST = 2
_MOST = 120
"""A set of more words than this says next to nothing."""


def may_hold(needed: Needed, text: str) -> bool:
    """Tell whether a text in small letters has a word of each set."""
    return all(any(word in text for word in words) for words in needed)


@lru_cache(4096)
def needed(pattern: str) -> Needed:
    """Return the words that what a pattern finds must have, in small letters."""
    if len(_alternatives(pattern)) > 1:
        return _of_any(pattern)
    found: list[frozenset[str]] = []
    at = 0
    while at < len(pattern):
        start = at
        if pattern[at] == "(":
            at = _closing(pattern, at)
            inner = _inside(pattern[start:at])
            if inner and pattern[at : at + 1] not in _OPTIONAL:
                found += _of_any(inner)
        elif (run := _PLAIN.match(pattern, at)) is not None:
            at = run.end()
            words = run[0][:-1] if pattern[at : at + 1] in _OPTIONAL else run[0]
            if len(words.strip()) >= _LEAST:
                found.append(frozenset((words.strip().lower(),)))
        else:
            at += 2 if pattern[at] == "\\" else 1
            if pattern[start] == "[":
                at = pattern.index("]", start + 2) + 1
    return tuple(found)


def _of_any(pattern: str) -> Needed:
    """Return the words of which one must be there, whichever alternative is found."""
    every: set[str] = set()
    for one in _alternatives(pattern):
        best = min(needed(one), key=len, default=None) if one != pattern else None
        if best is None:
            return needed(one) if one == pattern else ()
        every |= best
    return (frozenset(every),) if len(every) <= _MOST else ()


@lru_cache(4096)
def _alternatives(pattern: str) -> tuple[str, ...]:
    found, start, depth = [], 0, 0
    for one in _SIGN.finditer(pattern):
        depth += _DEPTH.get(one[0], 0)
        if one[0] == "|" and not depth:
            found.append(pattern[start : one.start()])
            start = one.end()
    return (*found, pattern[start:])


_SIGN = re.compile(r"\\.|\[.[^\]]*\]|[()|]")
_DEPTH = {"(": 1, ")": -1}


def _closing(pattern: str, start: int) -> int:
    """Return where a group ends, behind its bracket."""
    depth = 0
    for one in _SIGN.finditer(pattern, start):
        depth += _DEPTH.get(one[0], 0)
        if not depth:
            return one.end()
    return len(pattern)


_OPENING = re.compile(r"\((?:\?:|\?P<\w+>)?(?!\?)")


def _inside(group: str) -> str:
    """Return what a group finds; an empty text where it only looks ahead or back."""
    opening = _OPENING.match(group)
    return group[opening.end() : -1] if opening is not None else ""
