"""Prose in lines of a width, with leads, and never steering the terminal."""

from __future__ import annotations

from kognilang.text.columns import text_width, visible, wrap


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Break a text into lines of at most `width` columns.

    The first line begins with `first`, the others with `rest` (by default as much space).
    """
    lead = " " * text_width(first) if rest is None else rest
    room = max(10, width - max(text_width(first), text_width(lead)))
    pieces = wrap(visible(text), room)
    return [(first if place == 0 else lead) + piece for place, piece in enumerate(pieces)]


def harmless(text: str) -> str:
    """Return a text whose control characters cannot steer a terminal; line ends stay."""
    if text.isprintable():
        return text
    return "\n".join(visible(line.expandtabs(8)) for line in text.split("\n"))
