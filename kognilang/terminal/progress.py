"""Progress of long loops, on standard error."""

from __future__ import annotations

import time
from typing import Any

from kognilang.terminal.screen import Screen

PATIENCE = 1.0
"""Seconds before anything is shown: short work needs no progress."""
REFRESH = 0.2
PLAIN_EVERY = 15.0
"""Seconds between lines where there is no terminal to draw in."""


class Progress:
    """Shows how far a loop is: one line in place at a terminal, a line now and then in a pipe."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._began: dict[object, float] = {}
        self._shown = 0.0

    def __call__(self, event: Any) -> None:
        """Take one event of the machine."""
        now = time.monotonic()
        key = (getattr(event, "noun", ""), event.total)
        began = self._began.setdefault(key, now)
        interactive = self._screen.interactive
        pause = REFRESH if interactive else PLAIN_EVERY
        if now - began < PATIENCE or now - self._shown < pause:
            return
        self._shown = now
        line = progress_line(
            noun=getattr(event, "noun", ""),
            done=event.done,
            waiting=getattr(event, "waiting", 0),
            total=event.total,
            elapsed=now - began,
            sentence=getattr(event, "sentence", ""),
        )
        if interactive:
            self._screen.status(line)
        else:
            self._screen.note(line)


def progress_line(
    noun: str, done: int, waiting: int, total: int, elapsed: float, sentence: str
) -> str:
    """Say how far it is; what matters most comes first, for narrow terminals cut the end."""
    parts = [f"{done}/{total}"]
    if noun:
        parts[0] = f"{noun} {parts[0]}"
    if waiting:
        parts.append(f"{waiting} waiting")
    if done and elapsed > 0:
        rate = done / elapsed
        parts.append(f"{duration(max(0, total - done - waiting) / rate)} to go")
        parts.append(f"{rate:.1f}/s" if rate >= 0.1 else f"{rate * 60:.1f}/min")
    if sentence:
        parts.append(" ".join(sentence.split()))
    return " · ".join(parts)


def duration(seconds: float) -> str:
    """`8 s`, `3 min`, `2 h 5 min`."""
    whole = round(seconds)
    if whole < 90:
        return f"{whole} s"
    minutes = round(whole / 60)
    if minutes < 90:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"
