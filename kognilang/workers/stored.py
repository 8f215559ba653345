"""Dispatch by the store alone: its index of ready runs and due times is all that one machine needs.

A worker claims what is ready, by lease and epoch; whoever comes first has it.
"""

from __future__ import annotations

from collections.abc import Callable

from kognilang.journal.records import LostLease, StoreFault
from kognilang.journal.store import Store
from kognilang.journal.workers import this_worker

AHEAD = 20
"""So many further runs are looked at, where another worker was quicker to take the first."""

MOST_FAULTS = 3
"""A run that could not even be taken up so often is left until this worker starts anew."""


class StoredDispatch:
    """The port over the store. `advance` carries one run on; `fault` is told what could not be."""

    def __init__(
        self,
        store: Store,
        advance: Callable[[str], object],
        fault: Callable[[str, Exception], None],
        by: str = "",
    ) -> None:
        self.store = store
        self._advance = advance
        self._fault = fault
        self._by = by or "the workers"
        self._faults: dict[str, int] = {}
        self._lost: dict[str, int] = {}
        """The runs in the middle of which the store went away, with how many were done then."""
        self._done = 0

    def submit(self, run: str) -> None:
        """A run that is ready in the store is found there; nothing else is to be told."""

    def wake(self, run: str) -> None:
        """Make a run ready that waits."""
        self.store.make_ready(run)

    def work(self, limit: int = 100) -> int:
        """Carry on what is ready or due, the longest waiting first.

        Raises StoreFault when the store cannot be used; what was at work then is taken up by the
        next call.
        """
        count = 0
        for run in self._found(limit + AHEAD):
            if count >= limit:
                break
            if self._faults.get(run, 0) >= MOST_FAULTS:
                continue
            try:
                self._advance(run)
            except (LostLease, LookupError):
                self._lost.pop(run, None)
                continue
            except Exception as fault:
                if isinstance(fault, StoreFault) and self._lost.get(run, self._done) == self._done:
                    # It is the store's fault unless other runs could be worked on meanwhile.
                    self._lost[run] = self._done
                    raise
                # One bad run must not stop the others.
                self._lost.pop(run, None)
                self._faults[run] = self._faults.get(run, 0) + 1
                self._fault(run, fault)
                continue
            self._faults.pop(run, None)
            self._lost.pop(run, None)
            self._done += 1
            count += 1
        return count

    def _found(self, limit: int) -> list[str]:
        """Return what is ready, then what this worker still has from before the store went."""
        ready = self.store.next_ready(limit)
        if not self._lost:
            return ready
        mine = []
        for run in list(self._lost):
            row = self.store.run(run)
            if run not in ready and row is not None and row.status == "running":
                if row.worker == this_worker():
                    mine.append(run)
            elif run not in ready:
                del self._lost[run]
        return sorted([*ready, *mine], key=lambda run: run in self._lost)

    def cancel(self, run: str, why: str = "") -> bool:
        """End a run in the store: its worker finds that it has lost it."""
        return self.store.cancel(run, self._by, why)
