"""The pool of worker processes loses nothing of what they say, however they end."""

from __future__ import annotations

import sys
import textwrap
from typing import Any

from kognilang.workers.processes import Pool, Worker
from tests.patience import until


def pool(code: str, size: int = 1) -> Pool:
    """A pool of real processes that do what the code says."""
    head = "import json, signal, sys, time\n"
    head += "def tell(**said): print(json.dumps(said), flush=True)\n"
    made = Pool([sys.executable, "-c", head + textwrap.dedent(code)], size)
    made.nudge(size)
    return made


def heard(made: Pool, count: int) -> list[dict[str, Any]]:
    """Wait for so many messages."""
    found: list[dict[str, Any]] = []

    def enough() -> bool:
        found.extend(said for _, said in made.heard())
        return len(found) >= count

    until(enough, f"{count} messages")
    return found


def test_what_is_said_while_it_stops_is_heard_however_much_it_is() -> None:
    made = pool(
        """
        def last(*_):
            for number in range(3000):
                tell(said="x" * 100, run="r1", number=number)
            sys.exit()
        signal.signal(signal.SIGTERM, last)
        tell(begins="r1")
        while True:
            time.sleep(60)
        """
    )
    assert heard(made, 1) == [{"begins": "r1"}]
    said: list[dict[str, Any]] = []
    assert made.stop(said.append) == []
    assert [one["number"] for one in said] == list(range(3000))


def test_one_that_does_not_stop_is_killed() -> None:
    made = pool(
        """
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        tell(begins="r1")
        while True:
            time.sleep(60)
        """
    )
    heard(made, 1)
    said: list[dict[str, Any]] = []
    (killed,) = made.stop(said.append, patience=0.1)
    assert killed.run == "r1" and killed.gone and said == []


def test_one_that_dies_while_the_dead_are_looked_for_is_found_next_time() -> None:
    made = pool('tell(begins="r1")\n')
    (worker,) = made.workers
    worker.process.wait()

    class Dying(Worker):
        """Dies right after it was looked at for the first time."""

        looks = 0

        @property
        def gone(self) -> bool:
            self.looks += 1
            return self.looks > 1 and super().gone

    worker.__class__ = Dying
    assert made.bury() == []
    assert made.bury() == [worker]
    assert made.workers == []
    assert [said for _, said in made.heard([worker])] == [{"begins": "r1"}]
    assert worker.run == "r1"
