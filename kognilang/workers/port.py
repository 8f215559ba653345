"""The port to whatever dispatches runs to workers: four methods, whichever engine is behind."""

from __future__ import annotations

from typing import Protocol


class Dispatch(Protocol):
    """Brings runs and workers together. A run is named by its id in the store."""

    def submit(self, run: str) -> None:
        """A run has been begun and is ready: let a worker take it."""

    def wake(self, run: str) -> None:
        """A run that waits can go on: an answer came, a child ended, a moment was reached."""

    def work(self, limit: int = 100) -> int:
        """Work on what can go on, each run until it parks or ends; return how many were worked
        on. Returns when nothing is ready, or after so many."""

    def cancel(self, run: str, why: str = "") -> bool:
        """End a run and those that it has begun; False if it had ended already."""
