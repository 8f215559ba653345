"""The trace of a run as data, for people: what was done, sentence by sentence."""

from __future__ import annotations

import json
from bisect import bisect_right
from typing import Any

from kognilang.journal.records import JournalRow, RunRow
from kognilang.journal.store import Store
from kognilang.meaning import plan as p
from kognilang.meaning.plandata import WrongFormat, from_data
from kognilang.running.recorded import STEP, Event, events_of


def trace_of(row: RunRow, plan: p.Plan, store: Store, after: int = 0) -> dict[str, Any]:
    """Return a run's journal with its sentences: one entry a step, in order.

    With `after`, only the rows after that number. Each tells where it stands: `lane`, `line`,
    `section`, `sentence`, `procedure` (the title of the definition whose step it is, else
    empty) and `loops` (the lines of the loops around it). `what` is `step` (`name` and
    `value`; a `round` begins the next turn of its loop), `called` and `returned` (a
    definition), `lanes` (`group` is what the paths of the items' lanes begin with), or what
    the journal's row says.
    """
    rows = store.journal(row.id, after)
    tracing = Tracing(_first_plan(rows, plan, store), store)
    steps = [tracing.of_event(event) for event in events_of(rows)]
    return {
        "run": row.id,
        "title": row.title,
        "file": row.path,
        "status": row.status,
        "outcome": row.outcome,
        "started_at": row.started_at,
        "ended_at": row.ended_at,
        "steps": steps,
    }


class Tracing:
    """Tells of the entries of a journal where they stand, in order."""

    def __init__(self, plan: p.Plan, store: Store) -> None:
        self._store = store
        self._places = {"": _Places(plan)}

    def of_event(self, event: Event) -> dict[str, Any]:
        """Return an entry as data."""
        if event.what == "moved":
            self._places[""] = _Places(_text_plan(self._store, event.data["to"]))
        place = self._places.get(event.plan)
        if place is None:
            place = self._places[event.plan] = _Places(_answer_plan(self._store, event.plan))
        where = place.of(event.sentence, event.lane)
        if event.what != STEP:
            return {**where, "what": event.what, **event.data, "at": event.at}
        step = _step(place, event.sentence, event.name, event.value)
        return {**where, **step, "at": event.at}


def _first_plan(rows: list[JournalRow], plan: p.Plan, store: Store) -> p.Plan:
    """Return the plan by which the rows begin: a run may have been moved to another since."""
    moved = next((row for row in rows if row.what == "moved"), None)
    return plan if moved is None else _text_plan(store, json.loads(moved.data)["from"])


def _text_plan(store: Store, hash: str) -> p.Plan:
    row = store.procedure(hash)
    try:
        return p.Plan("") if row is None else from_data(row.plan)
    except WrongFormat:
        return p.Plan("")


def _answer_plan(store: Store, hash: str) -> p.Plan:
    data = store.blob(hash)
    if data is None:
        return p.Plan("")
    try:
        return from_data(data)
    except WrongFormat:
        return p.Plan("")


def _step(place: _Places, sentence: int, name: str, value: Any) -> dict[str, Any]:
    if name == "~called":
        return {"what": "called", "title": value}
    if name == "~returned":
        return {"what": "returned", "value": value}
    if name == "~lanes":
        return {"what": "lanes", "group": value}
    found = {"what": "step", "name": name, "value": value}
    if name and place.rounds.get(sentence) == name:
        found["round"] = True
    return found


class _Places:
    """Where the sentences of a plan stand: in which definition, and in which loops."""

    def __init__(self, plan: p.Plan) -> None:
        self._plan = plan
        starts = sorted(
            (one.start, one.title) for one in plan.procedures if one.start >= 0 and not one.home
        )
        self._starts = [start for start, _ in starts]
        self._titles = [title for _, title in starts]
        self.rounds: dict[int, str] = {}
        """The item of the loop that a sentence walks."""
        first: dict[int, int] = {}
        loops: list[tuple[int, int, int]] = []
        for pc, one in enumerate(plan.instructions):
            first.setdefault(one.sentence, pc)
            if isinstance(one, p.LoopNext):
                loops.append((pc, one.end, one.sentence))
                if one.item:
                    self.rounds[one.sentence] = one.item
        self._first = first
        self._loops = loops
        self._known: dict[int, dict[str, Any]] = {}

    def of(self, sentence: int, lane: str) -> dict[str, Any]:
        """Tell where a sentence stands."""
        found = self._known.get(sentence)
        if found is None:
            found = self._known[sentence] = self._find(sentence)
        return {"lane": lane, **found}

    def _find(self, sentence: int) -> dict[str, Any]:
        sentences = self._plan.sentences
        if not 0 <= sentence < len(sentences):
            return {"line": 0, "section": "", "sentence": "", "procedure": "", "loops": []}
        one = sentences[sentence]
        at = self._first.get(sentence, -1)
        number = bisect_right(self._starts, at) - 1
        return {
            "line": one.line,
            "section": one.section,
            "sentence": one.canonical.split("\n")[0],
            "procedure": self._titles[number] if number >= 0 and at >= 0 else "",
            "loops": [
                sentences[own].line
                for start, end, own in self._loops
                if start < at < end and own != sentence
            ],
        }
