"""What a run's journal says, laid out as events in order: the script that a replay follows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from kognilang.dataclass import dataclass, field
from kognilang.journal.records import JournalRow, QuestionRow, StoreFault
from kognilang.journal.store import Store
from kognilang.meaning.plan import Plan
from kognilang.meaning.plandata import from_data

STEP = "step"


@dataclass(slots=True)
class Event:
    """One entry of the journal. `name` and `value` belong to a pure step (`what` is `step`), `data`
    to any other."""

    number: int
    lane: str
    plan: str
    sentence: int
    what: str
    at: str
    name: str = ""
    value: Any = None
    data: dict[str, Any] = field(default_factory=dict)


def events_of(rows: Iterable[JournalRow]) -> list[Event]:
    """Lay journal rows out as events, numbered from 1."""
    found: list[Event] = []
    for row in rows:
        data = json.loads(row.data)
        if row.what != "steps":
            number = len(found) + 1
            found.append(
                Event(number, row.lane, row.plan, row.sentence, row.what, row.at, data=data)
            )
            continue
        for sentence, name, value in data:
            number = len(found) + 1
            found.append(Event(number, row.lane, row.plan, sentence, STEP, row.at, name, value))
    return found


class Recorded:
    """A run's rows as a machine reads them while it replays: nothing is ever written."""

    identity = "replay"

    def __init__(self, store: Store, run: str) -> None:
        self._store = store
        self.run = run
        self.asked: list[str] = []
        """The ids of the questions that are yet to be asked, in order."""

    def next_id(self, prefix: str) -> str:
        """Return the id that the next question had; notices need none."""
        return self.asked.pop(0) if prefix == "q" and self.asked else f"{prefix}0"

    def objects(self, run: str) -> dict[str, Any]:
        """A replay begins with nothing."""
        return {}

    def blob(self, digest: str) -> bytes | None:
        """Return a large value of the run."""
        return self._store.blob(digest)

    def effect(self, key: str) -> None:
        """No write of the replay is known from before."""
        return

    def question(self, id: str) -> QuestionRow | None:
        """Return a question as it was asked."""
        return self._store.question(id)

    def plan(self, hash: str) -> Plan:
        """Return the plan of a text that the run was moved to."""
        row = self._store.procedure(hash)
        if row is None:
            raise StoreFault(
                f"The store {self._store.where} is damaged: a text of the run {self.run} is "
                "missing. It was left as it is. Put back the last good copy of it."
            )
        return from_data(row.plan)

    def said_pending(self, run: str) -> list[JournalRow]:
        """Nothing waits to be printed."""
        return []

    def answer_to(self, event: Event) -> dict[str, Any]:
        """Return the whole data of an answer that the journal tells of."""
        row = self._store.answer_of(event.data.get("question", ""))
        if row is None:
            return dict(event.data)
        data: dict[str, Any] = json.loads(row.data or "{}")
        data.setdefault("by", row.by)
        data.setdefault("text", row.text)
        return data
