"""Firing: a trigger's event begins one run, in the same transaction in which it is noted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.dataclass import dataclass

if TYPE_CHECKING:
    from kognilang.journal.records import ProcedureRow
    from kognilang.journal.store import Store
    from kognilang.meaning.plan import TriggerInfo


@dataclass(slots=True)
class Kept:
    """A trigger of a file that is kept: what its runs are made of. `id` names it for good."""

    id: str
    path: str
    title: str
    key: str
    info: TriggerInfo
    procedure: ProcedureRow | None
    folder: Path

    @property
    def words(self) -> str:
        """The trigger as a person would name it."""
        return f"{self.info.title} ({self.path})"


def fire(store: Store, kept: Kept, event: str, event_value: Any = None) -> str:
    """Begin the run of an event, ready for any worker; empty if the event has begun one before."""
    from kognilang.journal.records import EventRow, JournalRow, RunRow

    key = f"{kept.id}@{event}"
    if store.event(key) is not None:
        return ""
    now = store.now()
    inputs = {"~entry": kept.info.start, "~event": event_value}
    row = RunRow(
        store.next_id("r"), kept.key, kept.title, kept.path, "ready", 0, 0, b"", now,
        inputs=json.dumps(inputs, default=str),
    )  # fmt: skip
    began = {"file": kept.path, "trigger": kept.info.title, "event": event, "by": "a trigger"}
    journal = [JournalRow("", 0, "began", json.dumps(began), now)]
    event_row = EventRow(key, kept.id, now, row.id)
    return row.id if store.new_run(row, journal, kept.procedure, event_row) else ""


def note(store: Store, kept: Kept, event: str) -> bool:
    """Note an event that begins no run; False if it is known already."""
    from kognilang.journal.records import EventRow

    return store.add_event(EventRow(f"{kept.id}@{event}", kept.id, store.now()))
