"""Colours for what is typed, as the parser reads it: from the syntax tree, not from patterns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

STYLES = {
    "Name": "ansicyan",
    "Property": "ansicyan",
    "Text": "ansigreen",
    "Number": "ansimagenta",
    "YesNo": "ansimagenta",
}
"""Styles by the kind of node; inner nodes are laid over outer ones."""


@lru_cache(maxsize=64)
def styles(text: str) -> tuple[str, ...]:
    """Return the style of every character."""
    from kognilang.language.reading import read
    from kognilang.text.source import Source

    found = [""] * len(text)
    if text.lstrip().startswith(":"):
        return tuple(["bold"] * len(text))
    for kind, (start, end) in _nodes(read(Source("what is typed", text)).file):
        style = "ansimagenta" if kind.endswith("Literal") else STYLES.get(kind)
        if style is not None:
            found[start:end] = [style] * (min(end, len(text)) - start)
    return tuple(found)


def _nodes(node: Any) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the kind and place of every node, the outer ones first."""
    if isinstance(node, tuple | list):
        for one in node:
            yield from _nodes(one)
        return
    fields = getattr(type(node), "__dataclass_fields__", None)
    if fields is None:
        return
    span = getattr(node, "span", None)
    if span is not None and 0 <= span[0] < span[1]:
        yield type(node).__name__, span
    for name in fields:
        if name != "span":
            yield from _nodes(getattr(node, name, None))


def fragments(text: str) -> list[list[tuple[str, str]]]:
    """Return each line as (style, words) pieces."""
    found: list[list[tuple[str, str]]] = []
    marks = styles(text)
    at = 0
    for line in text.split("\n"):
        pieces: list[tuple[str, str]] = []
        for place, character in enumerate(line, at):
            style = marks[place]
            if pieces and pieces[-1][0] == style:
                pieces[-1] = (style, pieces[-1][1] + character)
            else:
                pieces.append((style, character))
        found.append(pieces)
        at += len(line) + 1
    return found
