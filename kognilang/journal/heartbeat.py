"""The heartbeat: a lease is kept for as long as its worker lives, however long one step takes.

A thread of its own renews the lease over a connection of its own; it begins to only when a run is
worked on for longer than a third of the lease. A process that is stopped or dead renews nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threading import Event

    from kognilang.journal.store import Store


@contextmanager
def beating(store: Store, run: str, epoch: int, lease: float) -> Iterator[None]:
    """Keep the lease of a claimed run, in seconds, until the block is left."""
    from threading import Event, Thread

    over = Event()
    thread = Thread(
        target=_beat,
        args=(store.place, run, epoch, lease, over),
        name=f"lease of {run}",
        daemon=True,
    )
    thread.start()
    try:
        yield
    finally:
        over.set()


def _beat(place: str, run: str, epoch: int, lease: float, over: Event) -> None:
    if over.wait(lease / 3):
        return
    from kognilang.journal.records import LostLease, StoreFault
    from kognilang.journal.store import Store

    store = Store.open(place)
    try:
        while not over.is_set():
            # Lost, or the store is away: the next commit of the run itself will say so.
            with suppress(StoreFault):
                store.renew_as(run, epoch, lease)
            over.wait(lease / 3)
    except LostLease:
        return
    finally:
        store.close()
