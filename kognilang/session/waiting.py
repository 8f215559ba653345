"""Questions that wait while something is learnt: which a learning would settle, and when to try."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kognilang.asking.taught import Taught
    from kognilang.journal.records import QuestionRow
    from kognilang.running.circumstances import Circumstance
    from kognilang.running.machine import Machine
    from kognilang.session.session import Session


def last_learnt(session: Session) -> str:
    """Return when a learning in force was last made or changed; empty where there is none."""
    from kognilang.session.learned import rows

    return max((row.changed_at for row in rows(session) if row.status == "on"), default="")


def news_for(session: Session, run_id: str) -> bool:
    """Whether something was learnt after a question was asked that a run waits with."""
    if session.dry_run or not session.has_store():
        return False
    waiting = session.store.questions("open", run=run_id)
    return bool(waiting) and any(one.asked_at < last_learnt(session) for one in waiting)


def would_settle(session: Session, taught: Taught, scope: str, path: str) -> list[QuestionRow]:
    """Return the open questions that a learning would settle, each tried on a copy of what is
    known where it stands; nothing is changed."""
    from kognilang.asking.learnable import learnable
    from kognilang.running.frames import Frame
    from kognilang.session.backtesting import may_be
    from kognilang.session.learned import understood_at
    from kognilang.session.procedures import plan_of
    from kognilang.session.replies import names_of
    from kognilang.session.trials import tried

    found: list[QuestionRow] = []
    if not session.has_store():
        return found
    machines: dict[str, Machine] = {}
    for question in session.store.questions("open"):
        if not may_be(taught, question) or not learnable(question.kind, question.problem):
            continue
        run = session.store.run(question.run)
        if run is None or (scope == "file" and run.path != path):
            continue
        plan = plan_of(session, run)
        if run.id not in machines:
            machines[run.id] = session.machine_of(run, plan)
        where = _where(machines[run.id], question)
        if where is None or not taught.situation.fits(where.situation):
            continue
        names = names_of(Frame("", 0, where.names))
        data, _ = understood_at(session, taught.body, plan, names, where.code or run.procedure)
        if not data:
            continue
        outcome = tried(session, run, plan, where, data)
        if outcome.applies and not outcome.fault:
            found.append(question)
    return found


def _where(machine: Machine, question: QuestionRow) -> Circumstance | None:
    """Return what is known where an open question stands."""
    from kognilang.running.circumstances import restored, taken
    from kognilang.running.learning import situation_of

    for lane in machine.lanes():
        asking = lane.asking
        if asking is not None and asking.question == question.id and asking.kind != "interrupted":
            return restored(taken(machine, lane, situation_of(machine, lane, asking, question)))
    return None
