"""A process of the real command: its environment and how it ended."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pexpect

from kognilang.journal.store import Store
from tests.patience import PATIENCE


@dataclass
class Ended:
    code: int
    out: str
    err: str


Kog = Callable[..., Ended]


def is_running(folder: Path) -> bool:
    """Whether a run of the workspace is being worked on."""
    place = folder / ".kognilang" / "store.db"
    if not place.exists():
        return False
    store = Store.open(place)
    try:
        return any(one.status == "running" for one in store.runs())
    finally:
        store.close()


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache")),
        "TERM": "xterm",
        "PYTHONUTF8": "1",
        **more,
    }


def spawn(home: Path, folder: Path, *words: str, columns: int = 80, **more: str) -> pexpect.spawn:
    """Start the command in a folder at a terminal of 24 lines."""
    return pexpect.spawn(
        sys.executable,
        ["-m", "kognilang.terminal.main", *words],
        cwd=str(folder),
        env=environment(home, **more),
        dimensions=(24, columns),
        encoding="utf-8",
        timeout=PATIENCE,
    )
