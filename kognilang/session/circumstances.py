"""What was known where a question stood: kept with its answer, for learnings to be tried on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kognilang.journal.records import QuestionRow
    from kognilang.running.circumstances import Circumstance
    from kognilang.running.machine import Machine
    from kognilang.session.session import Session


def keep_circumstance(session: Session, machine: Machine, question: QuestionRow) -> None:
    """Keep what is known where a question stands, before its answer changes it."""
    from kognilang.asking.learnable import learnable
    from kognilang.journal.learnings import Learnings
    from kognilang.running.circumstances import taken
    from kognilang.running.learning import situation_of

    if session.dry_run or not learnable(question.kind, question.problem):
        return
    lane = next(
        (
            one
            for one in machine.lanes()
            if one.asking is not None and one.asking.question == question.id
        ),
        None,
    )
    if lane is None or lane.asking is None or lane.asking.kind == "interrupted":
        return
    data = taken(machine, lane, situation_of(machine, lane, lane.asking, question))
    Learnings(session.store).keep_circumstance(question.id, data)


def circumstance_of(session: Session, question: str) -> Circumstance | None:
    """Return what was known where an answered question stood; None where it was not kept."""
    from kognilang.journal.learnings import Learnings
    from kognilang.running.circumstances import restored

    data = Learnings(session.store).circumstance(question)
    return None if data is None else restored(data)
