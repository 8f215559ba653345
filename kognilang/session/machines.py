"""Machines: what a machine that carries a run on may reach of the session is wired here."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kognilang.session.judging import judging

if TYPE_CHECKING:
    from kognilang.asking.situations import Situation
    from kognilang.journal.records import QuestionRow, RunRow
    from kognilang.meaning.plan import Plan
    from kognilang.running.frames import Lane
    from kognilang.running.learning import Candidate, Offer
    from kognilang.running.machine import Machine
    from kognilang.session.learned import Learned
    from kognilang.session.session import Session


def machine_of(session: Session, row: RunRow, plan: Plan) -> Machine:
    """Return the machine that carries a claimed run on; it becomes the session's."""
    from kognilang.running.machine import Machine, Ports
    from kognilang.running.world import World, clock
    from kognilang.session.answering import ask_here
    from kognilang.values.coding import decode

    inputs = {
        name: decode(value)
        for name, value in json.loads(row.inputs or "{}").items()
        if not name.startswith("~")
    }
    world = World(
        session.settings,
        lambda: session.library,
        (session.workspace / row.path).parent,
        inputs,
        session.clock or clock,
        session.dry_run,
    )
    ports = Ports(
        out=session.say,
        notice=session.tell,
        progress=session.progress,
        sleep=time.sleep if session.waits_here and ":" not in row.parent else None,
        patience=session.patience,
        lease=session.lease,
        children=not session.dry_run,
    )
    world.judging = judging(session, row.id)
    machine = session.machine = Machine(session.store, row, plan, world, ports)
    if session.stopping:
        machine.glance = 0
    if _may_ask(session):
        ports.ask = lambda question: ask_here(session, machine, question)
    learned = _Learned(session, row, plan)
    ports.learnings, ports.offers = learned.candidates, learned.offers
    return machine


def _may_ask(session: Session) -> bool:
    """Tell whether anybody could answer here and now; else a question is not committed by itself,
    but with what parks the run."""
    here = session.ask is not None and not session.no_input
    return here or bool(session.typed) or "reasoning" in session.settings.raw


class _Learned:
    """What was learnt, for one run: read when the first thing goes wrong."""

    def __init__(self, session: Session, row: RunRow, plan: Plan) -> None:
        self._session, self._row, self._plan = session, row, plan
        self._made: Learned | None = None

    @property
    def _found(self) -> Learned:
        if self._made is None:
            from kognilang.session.learned import Learned

            self._made = Learned(self._session, self._row.path, self._plan)
        return self._made

    def candidates(self, machine: Machine, lane: Lane, situation: Situation) -> Iterable[Candidate]:
        """Return the learnings to try, in their order."""
        return self._found.candidates(machine, lane, situation)

    def offers(self, machine: Machine, lane: Lane, question: QuestionRow) -> Iterable[Offer]:
        """Return what learnings that are not in force would answer."""
        from kognilang.running.learning import situation_of

        assert lane.asking is not None
        situation = situation_of(machine, lane, lane.asking, question)
        resting = self._found.resting(situation)
        if not resting:
            return ()
        from kognilang.session.offering import offers

        return offers(self._session, machine, lane, question, situation, resting)
