"""Who works on a run: the name of this process, and whether another one still lives."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path


def _host() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")


@cache
def _named(pid: int) -> str:
    return f"{_host()}:{pid}:{_began(pid)}:{_space()}"


def this_worker() -> str:
    """Return this process's name: host, process number, when it began, its process space."""
    return _named(os.getpid())


def is_dead(worker: str) -> bool:
    """Tell whether the worker was a process of this machine and is gone.

    No for any other machine's worker and wherever it cannot be told: then the lease decides.
    """
    host, _, rest = worker.partition(":")
    parts = rest.split(":", 2)
    if len(parts) != 3 or host != _host() or not parts[0].isdigit():
        return False
    pid, began, space = int(parts[0]), parts[1], parts[2]
    if space != _space() or not began:
        return False
    return _began(pid) != began


def _began(pid: int) -> str:
    """When a process began, in the kernel's ticks; empty where that cannot be read."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
    # The second field is the program's name in parentheses and may hold spaces.
    fields = stat.rpartition(")")[2].split()
    return "" if fields[0] == "Z" else fields[19]


@cache
def _space() -> str:
    try:
        return str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        return ""
