"""Dispatch by the store alone: its index of ready runs and due times is all that one machine needs.

A worker claims what is ready, by lease and epoch; whoever comes first has it.
"""

from __future__ import annotations

from collections.abc import Callable

from kognilang.journal.records import LostLease
from kognilang.journal.store import Store

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

    def submit(self, run: str) -> None:
        """A run that is ready in the store is found there; nothing else is to be told."""

    def wake(self, run: str) -> None:
        """Make a run ready that waits."""
        self.store.make_ready(run)

    def work(self, limit: int = 100) -> int:
        """Carry on what is ready or due, the longest waiting first."""
        count = 0
        for run in self.store.next_ready(limit + AHEAD):
            if count >= limit:
                break
            if self._faults.get(run, 0) >= MOST_FAULTS:
                continue
            try:
                self._advance(run)
            except (LostLease, LookupError):
                continue
            except Exception as fault:
                # One bad run must not stop the others.
                self._faults[run] = self._faults.get(run, 0) + 1
                self._fault(run, fault)
                continue
            self._faults.pop(run, None)
            count += 1
        return count

    def cancel(self, run: str, why: str = "") -> bool:
        """End a run in the store: its worker finds that it has lost it."""
        return self.store.cancel(run, self._by, why)
