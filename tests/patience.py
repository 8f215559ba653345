"""How long a test waits for what must come, and how it sees that a process has come so far.

A test never sleeps for a while in the hope that something has happened by then: a machine may
stall for seconds. It waits until it sees it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 100.0
"""Seconds for what must come: many times what it takes on a slow machine that is busy."""


def until(true: Callable[[], object], what: str = "it") -> None:
    """Wait until something is true."""
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            raise AssertionError(f"{what} never came")
        time.sleep(0.01)


def until_it_waits(pid: int) -> None:
    """Wait until a process has come to rest, as one does that waits for a key.

    A process that has to wait for the processor on a busy machine does not count as at rest.
    """
    if not Path("/proc/self/stat").exists():
        time.sleep(0.5)
        return
    seen = 0
    end = time.monotonic() + PATIENCE
    before = -1
    while seen < 3:
        state, used = _state(pid)
        seen = seen + 1 if state == "S" and used == before else 0
        before = used
        if time.monotonic() > end:
            raise AssertionError("the process never came to rest")
        time.sleep(0.02)


def until_it_works(pid: int, seconds: float = 0.3) -> None:
    """Wait until a process has used the processor for so many more seconds."""
    if not Path("/proc/self/stat").exists():
        time.sleep(1.5)
        return
    begun = _state(pid)[1]
    wanted = seconds * os.sysconf("SC_CLK_TCK")
    until(lambda: _state(pid)[1] - begun >= wanted, "the work")


def until_it_is_stopped(pid: int) -> None:
    """Wait until a process that was sent SIGSTOP stands still."""
    if Path("/proc/self/stat").exists():
        until(lambda: _state(pid)[0] in "TZ", "the stop")


def _state(pid: int) -> tuple[str, int]:
    """The state of a process, such as S for one that waits, and its processor time in ticks."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return fields[0], int(fields[11]) + int(fields[12])
