"""What words have come to, while the words around them are looked up.

Phrases stand within phrases: each would be looked up anew in every reading of those around it, and
the ways to read a sentence multiply with its length.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from kognilang.language.tree import Token

_T = TypeVar("_T")


class Remembered(Generic[_T]):
    """What runs of words have come to, by their form and by the items that they may speak of."""

    def __init__(self) -> None:
        self._known: dict[
            tuple[object, ...], tuple[Sequence[Token], tuple[object, ...], _T]
        ] = {}  # fmt: skip

    def find(self, form: str, tokens: Sequence[Token], items: Sequence[object]) -> _T | None:
        """Return what the words came to where the same items were looked at, or None."""
        known = self._known.get(_key(form, tokens))
        if known is None or len(known[1]) != len(items):
            return None
        return known[2] if all(a is b for a, b in zip(known[1], items, strict=True)) else None

    def keep(self, form: str, tokens: Sequence[Token], items: Sequence[object], found: _T) -> None:
        """Remember what words came to. They are kept with it, so that their values live on: by
        these they are told apart."""
        self._known[_key(form, tokens)] = tuple(tokens), tuple(items), found

    def clear(self) -> None:
        """Forget everything: names may come to mean something else."""
        self._known.clear()


def _key(form: str, tokens: Sequence[Token]) -> tuple[object, ...]:
    return (form, *((t.kind, t.text, t.span, t.written, id(t.value)) for t in tokens))
