"""Runs taken up differently: moved to the new text of their procedure, or begun again in the middle
of what another one did."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kognilang.dataclass import dataclass, field
from kognilang.problems.problem import TextRefused
from kognilang.session import procedures
from kognilang.session.procedures import content_key, plan_of

if TYPE_CHECKING:
    from kognilang.journal.records import ProcedureRow, RunRow
    from kognilang.meaning.plan import Plan
    from kognilang.running.recorded import Event
    from kognilang.session.session import Session
    from kognilang.session.views import RunView

_ENDED = ("finished", "failed", "cancelled")


class NotAgain(Exception):
    """A run cannot be moved or tried again; the message says why, `hints` what can be done."""

    def __init__(self, message: str, *hints: str) -> None:
        super().__init__(message)
        self.message = message
        self.hints = hints


@dataclass(slots=True)
class Retry:
    """A retry that is ready: from before which entry of the journal, and which writes the run did
    after it, as (skill, what it was called with): they would be done once more."""

    run: str
    start: int
    line: int
    repeated: list[tuple[str, str]] = field(default_factory=list)


# -- the new text ---------------------------------------------------------------------


def new_text(session: Session, row: RunRow) -> tuple[ProcedureRow, Plan]:
    """Return the procedure of a run as its file is now. Raises TextRefused, NotAgain."""
    from kognilang.journal.records import ProcedureRow
    from kognilang.meaning.plandata import to_data

    path = session.workspace / row.path
    try:
        read = procedures.source_of(path)
    except OSError as fault:
        raise NotAgain(
            f'The file "{row.path}" of the run {row.id} cannot be read: '
            f"{(fault.strerror or 'it is not there').lower()}.",
            f"Go on by the text as it was: kog resume {row.id}",
        ) from None
    checked = procedures.check_read(session, read)
    if checked.plan is None:
        raise TextRefused(checked.problems)
    key = content_key(session, read[0])
    data = to_data(checked.plan)
    return ProcedureRow(key, checked.plan.title, row.path, read[0].text, data), checked.plan


def move(session: Session, run_id: str) -> bool:
    """Move a run that waits, with the runs of its items, to the new text of its procedure; the
    caller advances it. An item whose turn has not come yet begins by the text as it was.

    False if the text is unchanged. Raises LookupError, NotAgain, TextRefused, Busy.
    """
    from kognilang.running import moving

    store = session.store
    row = store.run(run_id)
    if row is None:
        raise LookupError(f"There is no run {run_id}.")
    if row.status in _ENDED:
        raise NotAgain(
            f"The run {run_id} has ended ({row.status}), so there is nothing to go on with.",
            f"Begin anew: kog run {row.path}",
            f"Or again from a step: kog retry {run_id} --on-new-text",
        )
    procedure, plan = new_text(session, row)
    # The run itself comes last: what breaks off in between is done when it is moved again.
    rows = [one for one in (*_items_at_work(session, row), row) if one.procedure != procedure.hash]
    if not rows:
        return False
    store.add_procedure(procedure)
    machines = []
    try:
        for one in rows:
            row = store.claim(one.id)
            machine = session.machine_of(row, plan_of(session, row))
            machines.append(machine)
            try:
                moving.move(machine, plan, procedure.hash)
            except moving.CannotMove as fault:
                item = f" In {one.id}, one of its items: " if one.id != run_id else " "
                raise NotAgain(
                    f"The run {run_id} cannot be moved to the new text.{item}{fault}",
                    f"Go on by the text as it was: kog resume {run_id}",
                    f"Or begin anew: kog run {row.path}",
                ) from None
        for machine, one in zip(machines, rows, strict=True):
            machine.note_moved(one.procedure, procedure.hash)
            machine.commit()
    finally:
        for one in rows:
            store.release(one.id)
    return True


def _items_at_work(session: Session, row: RunRow) -> Iterator[RunRow]:
    """The runs of items that a run waits for and that are under way, those within them first."""
    from kognilang.journal.units import loops_apart

    store = session.store
    for number in loops_apart(row.frame):
        for child in store.children(f"{row.id}:{number}"):
            found = store.run(child.id)
            if found is None or found.status in _ENDED:
                continue
            if found.epoch or found.status == "ready":
                yield from _items_at_work(session, found)
                yield found


# -- from the middle ------------------------------------------------------------------


_STANDS = {"parked": "waits", "running": "is at work"}


def prepare(session: Session, run_id: str, start: int = 0) -> Retry:
    """Look up what a retry from an entry would do; without one, from where the run stopped.

    Raises LookupError, NotAgain.
    """
    from kognilang.running.recorded import events_of
    from kognilang.session.working import parent_of

    store = session.store
    row = store.run(run_id)
    if row is None:
        raise LookupError(f"There is no run {run_id}.")
    if row.status not in _ENDED:
        raise NotAgain(
            f"The run {run_id} has not ended: it {_STANDS.get(row.status, 'goes on')}.",
            f"Go on with it: kog resume {run_id}",
            f"Or end it first: kog cancel {run_id}",
        )
    if parent := parent_of(row):
        raise NotAgain(
            f"The run {run_id} is one item of {parent}: an item is tried again with the whole run.",
            f"When {parent} has ended: kog retry {parent}",
        )
    events = events_of(store.journal(run_id))
    if not start:
        start = _stopped_at(events)
        if not start:
            raise NotAgain(
                f"The run {run_id} came to its end, so say from which step to do it again.",
                f"The steps with their numbers: kog replay {run_id}",
                f"Then, for example: kog retry {run_id} --from {max(2, len(events) // 2)}",
            )
    if not 1 <= start <= len(events):
        raise NotAgain(
            f"The run {run_id} has {len(events)} steps, and no step {start}.",
            f"The steps with their numbers: kog replay {run_id}",
        )
    at = events[start - 1]
    if at.what == "ended" and start > 1:
        # The end itself stands nowhere.
        at = events[start - 2]
    sentences = plan_of(session, row).sentences
    known = not at.plan and 0 <= at.sentence < len(sentences)
    line = sentences[at.sentence].line if known else 0
    return Retry(run_id, start, line, list(_writes(session, run_id, events, start)))


def _writes(
    session: Session, run: str, events: list[Event], start: int = 1
) -> Iterator[tuple[str, str]]:
    """The writes that a run did from an entry on, with those of the items that would be done again:
    of a loop that begins after it all, of one that it stands in those that did not come to an end.
    """
    from kognilang.running.itemruns import came_to_its_end
    from kognilang.running.recorded import STEP, events_of

    store = session.store
    for event in events:
        if event.number >= start and event.what == "skill" and event.data.get("effect") == "write":
            yield str(event.data["skill"]), _told(event.data.get("args", {}))
        if event.what != STEP or event.name != "~lanes":
            continue
        ended = [
            one
            for one in events
            if one.what == "lane" and "run" in one.data and one.lane.startswith(f"{event.value}.")
        ]
        if event.number < start and any(one.number < start for one in ended):
            continue
        items = [one.data["run"] for one in ended]
        items += [one.id for one in store.children(f"{run}:{event.value}")]
        for item in dict.fromkeys(items):
            row = store.run(item)
            if row is not None and (event.number >= start or not came_to_its_end(row)):
                yield from _writes(session, item, events_of(store.journal(item)))


def _stopped_at(events: list[Event]) -> int:
    """Return the entry that ended a run before its time: the answer that stopped it, or its end
    itself; 0 if it finished."""
    last = events[-1]
    if last.what != "ended" or last.data.get("status") == "finished":
        return 0
    before = events[-2] if len(events) > 1 else last
    if before.what == "lane" and "run" in before.data:
        # One of the items has stopped the run: it is done again, and none that came to its end.
        while before.what == "lane" and "run" in before.data:
            last, before = before, events[before.number - 2]
        return last.number
    if before.what == "answered" and before.data.get("instruction") in ("stop", "start-over"):
        return before.number
    return last.number


def _told(args: dict[str, Any]) -> str:
    from kognilang.values.coding import BadData, decode
    from kognilang.values.shown import shown

    parts = []
    for slot, data in args.items():
        try:
            parts.append(f"{slot.replace('_', ' ')}: {shown(decode(data))}")
        except BadData:
            continue
    return "; ".join(parts)


def retry(session: Session, ready: Retry, on_new_text: bool = False) -> RunView:
    """Begin a new run where another one stood before an entry, and go on until it ends or waits.

    What the other one did up to there is not done again: its journal says what came of it.
    Raises NotAgain, TextRefused.
    """
    from kognilang.journal.records import JournalRow, RunRow
    from kognilang.running import moving
    from kognilang.running.course import Diverged
    from kognilang.running.itemruns import take_over_items
    from kognilang.running.recorded import rows_of
    from kognilang.session.replaying import machine_for

    store = session.store
    row = store.run(ready.run)
    assert row is not None
    replaying = machine_for(session, row, None, ready.start - 1)
    new = store.next_id("r")
    try:
        replaying.begin_as(new)
    except Diverged as fault:
        raise NotAgain(
            f"The run {ready.run} cannot be done again up to there. {fault.message}",
            f"Begin anew: kog run {row.path}",
        ) from None
    now = store.now()
    hash = replaying.procedure
    text = new_text(session, row) if on_new_text else None
    if text is not None and text[0].hash != hash:
        try:
            moving.move(replaying, text[1], text[0].hash)
        except moving.CannotMove as fault:
            raise NotAgain(
                f"From there the run {ready.run} cannot go on by the new text. {fault}",
                f"Retry by the text as it was: kog retry {ready.run} --from {ready.start}",
            ) from None
        store.add_procedure(text[0])
    rows = rows_of(replaying.course.events[: replaying.course.done])
    retried = {"run": ready.run, "from": ready.start, "by": session.as_role}
    rows.append(JournalRow("", 0, "retried", json.dumps(retried), now))
    if replaying.procedure != hash:
        moved = {"from": hash, "to": replaying.procedure}
        rows.append(JournalRow("", 0, "moved", json.dumps(moved), now))
    # Until all that it stands on is written, it is nothing that anybody could go on with.
    begun = RunRow(
        new, replaying.procedure, replaying.title, row.path, "cancelled", 1, 0, b"", now, now,
        parent=row.id, inputs=row.inputs, outcome=f"The retry of {row.id} broke off at once.",
    )  # fmt: skip
    store.new_run(begun, rows, unready=True)
    machine = session.machine_of(begun, replaying.code("").plan)
    machine.take_over(replaying)
    take_over_items(machine, replaying, retried)
    machine.commit(status="ready", ended="", outcome="")
    return session.advance(new)
