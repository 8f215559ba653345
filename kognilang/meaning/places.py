"""Places: words for one of a collection by where it stands, `second`, `3rd` or `last`."""

from __future__ import annotations

import re
from decimal import Decimal

from kognilang.language.words import ORDINALS
from kognilang.meaning import plan as p

_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


def place_of(word: str) -> int | None:
    """Return the place that a word means (`second`, `3rd`), -1 for `last`, None for other words."""
    if word == "last":
        return -1
    digits = _ORDINAL.fullmatch(word)
    return int(digits[1]) if digits else ORDINALS.get(word)


def picked(word: str, collection: p.X) -> p.X:
    """Return the one of a collection at the place that a word means."""
    if word in ("first", "last"):
        return p.Operation(word, (collection,))
    return p.Operation("item", (p.Const(Decimal(place_of(word) or 1)), collection))
