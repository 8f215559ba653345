"""Almost-known names: which known one a misspelled name was meant to be."""

from __future__ import annotations

from collections.abc import Iterable

from kognilang.language.spelling import edits
from kognilang.language.words import plural, singular

__all__ = ["almost", "edits"]


def almost(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is spelled almost like this one, or None.

    Two names that differ only in a number (`invoice 1`, `invoice 2`) are different names.
    """
    best: tuple[int, str] | None = None
    limit = 1 if len(name) < 6 else 2
    if len(name) < 4:
        return None
    digits = [letter for letter in name if letter.isdigit()]
    forms = (singular(name), plural(name))
    for other in known:
        if (
            other in forms
            or other.startswith("~")
            or abs(len(other) - len(name)) > limit
            or other == name
        ):
            continue
        if [letter for letter in other if letter.isdigit()] != digits:
            continue
        distance = edits(name, other, limit)
        if distance <= limit and (best is None or (distance, other) < best):
            best = (distance, other)
    return best[1] if best is not None else None
