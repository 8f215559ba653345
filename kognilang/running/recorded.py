"""What a run's journal says, laid out as events in order: the script that a replay follows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from kognilang.dataclass import dataclass, field
from kognilang.journal.records import (
    Child,
    JournalRow,
    ObjectRow,
    QuestionRow,
    RunRow,
    StoreFault,
)
from kognilang.journal.store import Store
from kognilang.meaning.plan import Plan
from kognilang.meaning.plandata import from_data
from kognilang.running.compact import compact

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


def rows_of(events: Iterable[Event]) -> list[JournalRow]:
    """Write entries as journal rows again; the pure steps of a stretch in one."""
    rows: list[JournalRow] = []
    steps: list[Any] = []
    last: Event | None = None

    def flush() -> None:
        if last is not None and steps:
            rows.append(
                JournalRow(last.lane, steps[0][0], "steps", compact(steps), last.at, last.plan)
            )
            steps.clear()

    for event in events:
        if steps and last is not None and (event.what != STEP or event.lane != last.lane
                                           or event.plan != last.plan):  # fmt: skip
            flush()
        last = event
        if event.what == STEP:
            steps.append([event.sentence, event.name, event.value])
        else:
            rows.append(
                JournalRow(
                    event.lane, event.sentence, event.what, compact(event.data), event.at,
                    event.plan,
                )
            )  # fmt: skip
    flush()
    return rows


def first_procedure(rows: Iterable[JournalRow], row: RunRow) -> str:
    """Return the hash of the text that a run began with."""
    for line in rows:
        if line.what == "moved":
            return str(json.loads(line.data)["from"])
    return row.procedure


class Recorded:
    """A run's rows as a machine reads them while it replays: nothing is ever written."""

    identity = "replay"

    def __init__(
        self,
        store: Store,
        run: str,
        own: dict[str, ObjectRow] | None = None,
        blobs: dict[str, bytes] | None = None,
    ) -> None:
        self.store = store
        self.id = run
        self._own = own or {}
        self.blobs = dict(blobs or {})
        """Large values that the replay itself has made, for runs that it replays within."""
        self.begun: dict[str, Child] = {}
        """By id, the runs that were begun for items."""
        self.ended: dict[str, tuple[RunRow, dict[str, ObjectRow]]] = {}
        """By id, how such a run ended when it was replayed, and the things that it made."""
        self.asked: list[str] = []
        """The ids of the questions that are yet to be asked, in order."""
        self.items: dict[str, str] = {}
        """By their lanes, the runs of items as the journal names them."""
        self.retried = False

    def follow(self, events: list[Event]) -> None:
        """Note what the journal tells of runs of items."""
        for event in events:
            if event.what == "lane" and "run" in event.data:
                self.items[event.lane] = event.data["run"]
            self.retried = self.retried or event.what == "retried"

    def next_id(self, prefix: str) -> str:
        """Return the id that the next question had; notices need none."""
        return self.asked.pop(0) if prefix == "q" and self.asked else f"{prefix}0"

    def objects(self, run: str) -> dict[str, ObjectRow]:
        """A replay begins with nothing but what the run of an item is handed; of such a run that
        has ended, return what it made."""
        if run == self.id:
            return self._own
        return self.ended[run][1] if run in self.ended else {}

    def blob(self, digest: str) -> bytes | None:
        """Return a large value of the run."""
        kept = self.blobs.get(digest)
        return self.store.blob(digest) if kept is None else kept

    def any_child_open(self, parent: str) -> bool:
        """All have ended where the journal tells what has become of them."""
        return False

    def children(self, parent: str) -> list[RunRow]:
        """Return the runs that were begun for a loop's items, in their order."""
        return [one.row for one in self.begun.values() if one.row.parent == parent]

    def run(self, id: str) -> RunRow | None:
        """Return the run of an item as it ended."""
        return self.ended[id][0] if id in self.ended else None

    def stored(self, id: str) -> RunRow:
        """Return a run's own row. Raises StoreFault where it is missing."""
        row = self.store.run(id)
        if row is None and self.retried:
            # It is one that was cancelled before anybody took it, before the retry.
            row = self.begun[id].row
        if row is None:
            raise StoreFault(
                f"The store {self.store.where} is damaged: the run {id}, one item of "
                f"{self.id}, is missing. It was left as it is. Put back the last good copy of it."
            )
        return row

    def effect(self, key: str) -> None:
        """No write of the replay is known from before."""
        return

    def question(self, id: str) -> QuestionRow | None:
        """Return a question as it was asked."""
        return self.store.question(id)

    def plan(self, hash: str) -> Plan:
        """Return the plan of a text that the run was moved to."""
        row = self.store.procedure(hash)
        if row is None:
            raise StoreFault(
                f"The store {self.store.where} is damaged: a text of the run {self.id} is "
                "missing. It was left as it is. Put back the last good copy of it."
            )
        return from_data(row.plan)

    def said_pending(self, run: str) -> list[JournalRow]:
        """Nothing waits to be printed."""
        return []

    def answer_to(self, event: Event) -> dict[str, Any]:
        """Return the whole data of an answer that the journal tells of."""
        row = self.store.answer_of(event.data.get("question", ""))
        if row is None:
            return dict(event.data)
        data: dict[str, Any] = json.loads(row.data or "{}")
        data.setdefault("by", row.by)
        data.setdefault("text", row.text)
        return data
