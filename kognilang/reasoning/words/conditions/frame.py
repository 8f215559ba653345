"""Frame: a sentence in two parts, the condition that it states and what it says to do."""

from __future__ import annotations

from kognilang.dataclass import dataclass


@dataclass(slots=True)
class Frame:
    """A sentence of two parts: the condition it states, in marked words, and what is done.

    `turned` says that it is done where the condition does not hold. `close` says that the
    condition has to be most of its words: other words there would be what is done.
    """

    said: str
    rest: str
    turned: bool = False
    close: bool = True
