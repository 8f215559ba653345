"""Working on a run: from where it stands until it ends or waits, with its children."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from kognilang.session.procedures import plan_of
from kognilang.session.views import RunView

if TYPE_CHECKING:
    from kognilang.journal.records import RunRow
    from kognilang.meaning.plan import Plan
    from kognilang.running.machine import Machine
    from kognilang.session.session import Session

MOST_ATTEMPTS = 3
"""A run taken up more often without getting any further is asked about."""

GLANCE = 0.2
"""Seconds between looks at children that another worker has."""

_ENDED = ("finished", "failed", "cancelled")


def work(session: Session, row: RunRow, plan: Plan, answers: Iterable[str]) -> RunView:
    """Work on a claimed run until it ends or waits, and return how it stands."""
    session.run_id = row.id
    session.typed = list(answers)
    session.said = []
    machine = go_on(session, row, plan)
    if machine.started_over:
        return start_over(session, row, plan)
    if machine.children and not session.apart:
        again = _with_children(session, row.id)
        machine = again or machine
    view = session.view(_top(session, row))
    view.said = session.said
    view.simulated = machine.simulated
    return view


def go_on(session: Session, row: RunRow, plan: Plan) -> Machine:
    """Carry a claimed run on until it ends or waits; give it back whatever happens."""
    from kognilang.journal.heartbeat import beating
    from kognilang.journal.records import LostLease, StoreFault
    from kognilang.running.children import gather
    from kognilang.running.learning import settle_waiting
    from kognilang.session.waiting import news_for

    store = session.store
    try:
        with beating(store, row.id, row.epoch, session.lease):
            machine = session.machine_of(row, plan)
            machine.wake(session.now())
            machine.take_answers()
            if session.taught or news_for(session, row.id):
                settle_waiting(machine)
            gather(machine)
            if row.attempts > MOST_ATTEMPTS and machine.status == "running":
                machine.incident(row.attempts)
            status = machine.advance()
        while status == "ready":
            # An answer came, or a child ended, while it parked.
            row = store.claim(row.id, lease_seconds=session.lease)
            with beating(store, row.id, row.epoch, session.lease):
                machine = session.machine_of(row, plan)
                machine.take_answers()
                gather(machine)
                status = machine.advance()
    except BaseException:
        with suppress(StoreFault, LostLease):
            store.release(row.id)
        raise
    return machine


def start_over(session: Session, row: RunRow, plan: Plan) -> RunView:
    """Begin a new run of the same plan, which lists the writes that the old one has done."""
    from kognilang.journal.records import JournalRow, RunRow

    store = session.store
    now = store.now()
    new = RunRow(
        store.next_id("r"), row.procedure, row.title, row.path, "running", 1, 0, b"", now,
        parent=row.id, inputs=row.inputs,
    )  # fmt: skip
    done = [
        {"skill": one.skill, "arguments": one.arguments}
        for one in store.effects(row.id)
        if one.status == "done"
    ]
    began = {"file": row.path, "instead_of": row.id, "already_done": done}
    store.new_run(new, [JournalRow("", 0, "began", json.dumps(began), now)])
    if done:
        from kognilang.asking.notices import started_over

        session.tell("you", started_over(row.id, new.id, done))
    return work(session, new, plan, session.typed)


# -- the runs that a run has begun -------------------------------------------------------------


def parent_of(row: RunRow) -> str:
    """Return the run that has begun this one for an item; empty for a run of its own."""
    return row.parent.rpartition(":")[0]


def _top(session: Session, row: RunRow) -> str:
    """Go on with the runs that wait for this one, where they can; return the outermost."""
    found: RunRow | None = row
    while found is not None and (parent := parent_of(found)) and not session.apart:
        _with_children(session, parent)
        row, found = found, session.store.run(parent)
    return (found or row).id


def _with_children(session: Session, run_id: str) -> Machine | None:
    """Work on a run's children, and on it whenever they let it go on."""
    machine = None
    while _children_done(session, run_id):
        machine = _taken(session, run_id) or machine
    return machine


def _taken(session: Session, run_id: str) -> Machine | None:
    """Claim a run and carry it on; None if another worker has it."""
    from kognilang.journal.records import Busy

    try:
        row = session.store.claim(run_id, lease_seconds=session.lease)
    except Busy:
        return None
    return go_on(session, row, plan_of(session, row))


def _children_done(session: Session, run_id: str) -> bool:
    """Work on the children of a run until none can go on; say whether the run itself can."""
    from kognilang.journal.units import loops_apart

    store = session.store
    while True:
        row = store.run(run_id)
        if row is None or row.status in _ENDED:
            return False
        if row.status == "ready":
            return True
        apart = [f"{run_id}:{number}" for number in loops_apart(row.frame)]
        ready = [child for parent in apart for child in store.ready_children(parent)]
        for child in ready:
            if _taken(session, child) is not None:
                _with_children(session, child)
        if not ready and (not apart or not _waited_for(session, apart)):
            return False


def _waited_for(session: Session, apart: list[str]) -> bool:
    """Wait for children that another worker has or whose wait is short; False if none is such."""
    store = session.store
    rows = [row for parent in apart for row in store.children(parent) if row.status not in _ENDED]
    for row in rows:
        if row.status == "running" and session.interrupted(row):
            return _taken(session, row.id) is not None
    for row in rows:
        if row.status in ("parked", "waiting") and row.epoch and _children_done(session, row.id):
            _taken(session, row.id)
            return True
    if any(row.status == "running" for row in rows):
        time.sleep(GLANCE)
        return True
    due = min((row.wake_at for row in rows if row.wake_at), default="")
    if not due or not session.waits_here:
        return False
    seconds = (datetime.fromisoformat(due) - datetime.fromisoformat(session.now())).total_seconds()
    if seconds > session.patience:
        return False
    time.sleep(max(0.0, seconds))
    for row in rows:
        if row.wake_at and row.wake_at <= session.now():
            _taken(session, row.id)
    return True
