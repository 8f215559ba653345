"""The lock of a workspace that is served: one process at a time, given back when it dies."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from kognilang.session.keeping import FOLDER

TRIES = 10
"""So often the lock is tried: `served_by` holds it for a moment."""

GLANCE = 0.03
"""Seconds between two tries."""


class AlreadyServed(Exception):
    """Another process serves this workspace; the message says which."""


def locked(workspace: Path) -> Any:
    """Take the workspace's lock for serving, which a process that dies gives back.

    Raises AlreadyServed.
    """
    folder = workspace / FOLDER
    folder.mkdir(exist_ok=True)
    file = (folder / "serve.lock").open("a+", encoding="utf-8")
    try:
        _take(file)
    except OSError:
        file.seek(0)
        who = file.read().strip()
        file.close()
        raise AlreadyServed(
            f"This workspace is served already{f', by the process {who}' if who else ''}. "
            "Two would do nothing more: leave that one, or stop it first."
        ) from None
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
    return file


def _take(file: Any) -> None:
    """Lock the file for this process alone. Raises OSError when another keeps it."""
    try:
        import fcntl
    except ImportError:
        return
    for left in reversed(range(TRIES)):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except OSError:
            if not left:
                raise
            time.sleep(GLANCE)


def served_by(workspace: Path) -> str:
    """Return the number of the process that serves a workspace; empty if none does."""
    path = workspace / FOLDER / "serve.lock"
    try:
        import fcntl

        with path.open("r", encoding="utf-8") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError:
                return file.read().strip() or "?"
    except (ImportError, OSError):
        return ""
    return ""
