"""The real command in the sample's workspace: begun, killed at a moment, or left to its end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from kognilang.journal.store import Store
from tests.patience import PATIENCE
from tests.samples.stories import PAYABLE, Story, answered, in_order

Moment = Callable[[Path], bool]
"""Tells, of the workspace, that the moment to kill has come."""

_BYTECODE = Path(tempfile.gettempdir()) / "kognilang-tests-bytecode"


def paid(count: int) -> Moment:
    """The moment when so many payments are in the file."""

    def come(folder: Path) -> bool:
        try:
            return (folder / "results" / "payments.csv").read_bytes().count(b"\n") > count
        except OSError:
            return False

    return come


def after(seconds: float) -> Moment:
    """The moment so long after the command began."""
    end = 0.0

    def come(folder: Path) -> bool:
        nonlocal end
        end = end or time.monotonic() + seconds
        return time.monotonic() >= end

    return come


def begin(
    folder: Path, *words: str, before: Callable[[], None] | None = None
) -> subprocess.Popen[str]:
    """Begin the command in the workspace; `before` is called in the new process."""
    left_out = ("PYTHONDONTWRITEBYTECODE", "COLUMNS")
    environment = {name: value for name, value in os.environ.items() if name not in left_out}
    environment |= {
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "PYTHONPYCACHEPREFIX": str(_BYTECODE),
        "XDG_STATE_HOME": str(folder / "state"),
        "PYTHONUTF8": "1",
    }
    if before is not None:
        # Python does not notice when its bytecode does not fit on the disk.
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
    return subprocess.Popen(
        [sys.executable, "-m", "kognilang.terminal.main", *words],
        cwd=folder, env=environment, preexec_fn=before, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def ended(process: subprocess.Popen[str], moment: Moment | None, folder: Path) -> tuple[int, str]:
    """Wait for the process, or kill it when the moment comes; return its code and its output."""
    until = time.monotonic() + PATIENCE
    while moment is not None and process.poll() is None and time.monotonic() < until:
        if moment(folder):
            process.send_signal(signal.SIGKILL)
            break
        time.sleep(0.001)
    out, errors = process.communicate(timeout=PATIENCE)
    assert "Traceback" not in errors and "A fault in KogniLang" not in errors, errors
    return process.returncode, out + errors


def next_command(folder: Path, told: Story = PAYABLE) -> list[str]:
    """Return what a person would type next, from how the story stands; empty when it has ended."""
    with closing(Store.open(folder / ".kognilang" / "store.db")) as store:
        runs = in_order(store)
        for number, inputs in enumerate(told.starts):
            if len(runs) <= number:
                given = [f"--set={name}={value}" for name, value in inputs.items()]
                return ["run", told.procedure, *given, "--no-input"]
            row = runs[number]
            if row.status == "finished":
                continue
            questions = store.questions("open", run=row.id)
            if row.status != "parked" or not questions:
                return ["resume", row.id, "--no-input"]
            one = questions[0]
            role = ["--as", one.to] if one.to else []
            return ["answer", one.id, answered(told, one), *role, "--no-input"]
        return []
