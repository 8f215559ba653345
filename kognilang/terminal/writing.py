"""A language model asked at the terminal: what it writes is shown while it comes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from kognilang.terminal.screen import Screen
from kognilang.terminal.wrapping import wrapped

Found = TypeVar("Found")

REFRESH = 0.1
ROWS = 6
"""So many lines of a text are shown while it grows: its end."""
_UNTOLD = ("kind", "if", "then", "samples")
"""Entries of a reply that say nothing to a person."""


def asked(screen: Screen, call: Callable[[], Found]) -> Found | None:
    """Return what the model is asked for; None where it fails, or where the person does not wait
    for it (Ctrl-C), which is told."""
    from kognilang.session.advising import ModelFault

    screen.status("Asking the model …")
    try:
        return call()
    except ModelFault as fault:
        told = str(fault)
    except KeyboardInterrupt:
        told = "Stopped. The model is not asked any more."
    finally:
        screen.clear_status()
    for line in wrapped(told, screen.text_width):
        screen.tell(screen.paint("yellow", line))
    return None


class Writing:
    """Shows the replies of a model as they come, in place; nothing stays when one is complete."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._shown = 0.0

    def __call__(self, job: str, text: str) -> None:
        """Take the text of a reply so far; an empty one where it is complete, or begins anew."""
        if not text:
            self._screen.clear_status()
            self._shown = 0.0
            return
        if job == "waiting":
            self._screen.status(*wrapped(text, self._screen.text_width - 1))
            return
        now = time.monotonic()
        if now - self._shown < REFRESH:
            return
        self._shown = now
        rows = rows_of(job, text, self._screen.text_width - 1)
        self._screen.status(*rows)


def rows_of(job: str, text: str, width: int) -> list[str]:
    """Return what is shown of a reply so far: a heading, and the last lines of what it says."""
    from kognilang.reasoning.incoming import said_so_far

    said = [(name, words) for name, words in said_so_far(text) if name not in _UNTOLD]
    answers = [words for name, words in said if name == "answer"] if job == "judge" else []
    if answers:
        head, body = "The model answers:", answers[-1]
    elif job == "judge":
        head = "The model reads …"
        body = "\n".join(f'"{words}"' for name, words in said if name == "evidence")
    else:
        head, body = "The model answers:", " · ".join(words for _, words in said)
    lines = [line for part in body.split("\n") for line in wrapped(part, width - 4)]
    return [head, *(f"    {line}" for line in lines[-ROWS:] if line.strip())]
