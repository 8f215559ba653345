"""An outage of the store while a workspace is served: told once, waited out, and its end told."""

from __future__ import annotations

import time
from collections.abc import Callable

FIRST = 0.5
"""Seconds until the store is tried again for the first time; then twice as long each time."""

LONGEST = 5.0
"""Seconds between two tries at most."""


class Outage:
    """Whether the store can be used. `tell` is given lines for whoever watches."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._words = ""
        self._pause = 0.0
        self._until = 0.0

    @property
    def lasts(self) -> bool:
        """Whether the store could not be used when it was last tried."""
        return bool(self._words)

    @property
    def resting(self) -> bool:
        """Whether it is too early to try again."""
        return time.monotonic() < self._until

    def met(self, words: str) -> None:
        """The store could not be used; what is told is told once however often that is found."""
        if not self._words:
            # One cause has several wordings, such as "was lost" and then "cannot be reached".
            self._tell(f"{words} Until then nothing is lost: kog serve tries again by itself.")
        self._words = words
        self.pause()

    def pause(self) -> None:
        """Let some time pass until the store is tried again, the longer the longer this lasts."""
        self._pause = min(LONGEST, self._pause * 2 or FIRST)
        self._until = time.monotonic() + self._pause

    def over(self) -> None:
        """The store could be used."""
        if self._words:
            self._tell("The store can be used again, and everything goes on.")
        self._words, self._pause, self._until = "", 0.0, 0.0


__all__ = ["Outage"]
