"""Durable writes a second, whole runs on disk, against DBOS and LangGraph's SqliteSaver."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import tempfile
from pathlib import Path

from bench.timing import PYTHON, Line

WRITES = 1000
ROUNDS = 5
PEERS = {"dbos": "DBOS on SQLite", "langgraph": "LangGraph's SqliteSaver"}


def measure() -> list[Line]:
    """Return the lines of this part of the report; a peer that is not installed is left out."""
    peers = [name for name in PEERS if importlib.util.find_spec(name) is not None]
    spent: dict[str, list[float]] = {name: [] for name in ("apart", "once", "read", *peers)}
    for _ in range(ROUNDS):
        for name, times in spent.items():
            times.append(_seconds(name))
    # The best of the rounds: whatever else the machine does can only add to them.
    speed = {name: WRITES / min(times) for name, times in spent.items()}
    return [
        Line(title, speed[ours], PEERS[peer], speed[peer], "/s")
        for ours, title in (
            ("apart", "writes, intent and outcome apart"),
            ("once", "idempotent writes, one commit each"),
            ("read", "steps that need one commit"),
        )
        for peer in peers
    ]


def _seconds(name: str) -> float:
    """Do the work in a new folder and a process of its own."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        done = subprocess.run(
            [PYTHON, "-m", "bench.peers", name, str(WRITES)],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(Path.cwd())},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(f"{name} ended with {done.returncode}: {done.stderr[-500:]}")
    return float(done.stdout.split()[-1])
