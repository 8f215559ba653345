"""Worker processes: started when there is work, told when there is more, replaced when they die.

Each reads lines on its standard input, a line for every nudge, and ends when that is closed: none
outlives the process that started it. It writes what it does as lines of JSON.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

PATIENCE = 30.0
"""Seconds in which a worker that was asked to stop may finish the step that it is at."""


class Worker:
    """One worker process. `run` is what it works on, empty while it is idle."""

    def __init__(self, command: list[str]) -> None:
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )
        self.run = ""
        self.busy = True
        self._rest = b""
        assert self.process.stdout is not None
        self.out = self.process.stdout.fileno()
        os.set_blocking(self.out, False)

    def nudge(self) -> None:
        """Tell it that there is work."""
        self.busy = True
        with suppress(OSError):
            assert self.process.stdin is not None
            self.process.stdin.write(b"\n")
            self.process.stdin.flush()

    def heard(self) -> list[dict[str, Any]]:
        """Return what it has said since last time."""
        while True:
            try:
                more = os.read(self.out, 65536)
            except BlockingIOError:
                break
            except OSError:
                break
            if not more:
                break
            self._rest += more
        *lines, self._rest = self._rest.split(b"\n")
        found = []
        for line in lines:
            with suppress(ValueError):
                said = json.loads(line)
                if "idle" in said:
                    self.busy, self.run = False, ""
                elif "begins" in said:
                    self.run = said["begins"]
                found.append(said)
        return found

    @property
    def gone(self) -> bool:
        """Whether the process has ended."""
        return self.process.poll() is not None

    def stop(self) -> None:
        """Ask it to stop after the step that it is at."""
        if not self.gone:
            self.process.send_signal(signal.SIGTERM)
        with suppress(OSError):
            assert self.process.stdin is not None
            self.process.stdin.close()


class Pool:
    """At most so many workers, started when they are needed."""

    def __init__(self, command: list[str], size: int) -> None:
        self.command = command
        self.size = size
        self.workers: list[Worker] = []

    def nudge(self, ready: int) -> None:
        """See to it that so many ready runs are taken up, as far as there are workers."""
        idle = [one for one in self.workers if not one.busy]
        for worker in idle[:ready]:
            worker.nudge()
        for _ in range(min(ready - len(idle), self.size - len(self.workers))):
            self.workers.append(Worker(self.command))

    def heard(self, dead: Sequence[Worker] = ()) -> list[tuple[Worker, dict[str, Any]]]:
        """Return what the workers have said, and those that have died before they did."""
        return [(one, said) for one in (*dead, *self.workers) for said in one.heard()]

    def bury(self) -> list[Worker]:
        """Return the workers that have died, which are no more of the pool."""
        # Each is looked at once: one that dies meanwhile is found next time, and not lost.
        dead = [one for one in self.workers if one.gone]
        self.workers = [one for one in self.workers if one not in dead]
        return dead

    def stop(
        self, hear: Callable[[dict[str, Any]], None], patience: float = PATIENCE
    ) -> list[Worker]:
        """Stop all; return those that had to be killed. `hear` is given what is said meanwhile."""
        for worker in self.workers:
            worker.stop()
        until = time.monotonic() + patience
        living = self.workers
        while living and time.monotonic() < until:
            time.sleep(0.02)
            living = [one for one in living if not one.gone]
            self._hear_all(hear)
        for worker in living:
            worker.process.kill()
            worker.process.wait()
        self._hear_all(hear)
        self.workers = []
        return living

    def _hear_all(self, hear: Callable[[dict[str, Any]], None]) -> None:
        for _, said in self.heard():
            hear(said)
