"""Looking: how a run stands, and which questions and notices are somebody's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from kognilang.session.answering import Answering
from kognilang.session.procedures import plan_of
from kognilang.session.views import RunView, counts_of

if TYPE_CHECKING:
    from kognilang.journal.records import QuestionRow, RunRow
    from kognilang.session.session import Session


def row_of(session: Session, run_id: str) -> RunRow:
    """Return a run's row. Raises LookupError."""
    row = session.store.run(run_id)
    if row is None:
        raise LookupError(f"There is no run {run_id}.")
    return row


def view(session: Session, run_id: str) -> RunView:
    """Return how a run stands. Raises LookupError."""
    row = row_of(session, run_id)
    return RunView(
        row.id,
        row.status,
        row.outcome,
        _questions_of(session, row),
        [],
        counts_of(row, session.store),
        [one for one in session.store.effects(row.id) if one.status == "done"],
        row.wake_at if row.status == "waiting" else "",
    )


def _questions_of(session: Session, row: RunRow) -> list[QuestionRow]:
    """Return what is asked of a run and of those that it has begun for items of its loops."""
    from kognilang.journal.units import loops_apart

    return session.store.questions("open", run=row.id, items=bool(loops_apart(row.frame)))


def trace(session: Session, run_id: str) -> dict[str, Any]:
    """Return the trace of a run as data. Raises LookupError."""
    from kognilang.running.trace import trace_of

    row = row_of(session, run_id)
    return trace_of(row, plan_of(session, row), session.store)


def of_person(
    session: Session, rows: Iterable[QuestionRow], as_role: str | None
) -> Iterator[QuestionRow]:
    """Go through those of some questions that a person may answer and has not; all without one."""
    person = Answering(session, as_role) if as_role else None
    for one in rows:
        if person is None or (person.may(one) and not person.has_answered(session, one)):
            yield one


def notices(session: Session) -> Iterator[QuestionRow]:
    """Go through what people were told and nobody has marked as seen; of the reminders of a
    question only the last one, while it waits."""
    last = {
        one.situation: one.id
        for one in session.store.each_question("notice")
        if one.problem == _REMINDER
    }
    for one in session.store.each_question("notice"):
        if one.problem != _REMINDER:
            yield one
        elif last.get(one.situation) == one.id:
            asked = session.store.question(one.situation)
            if asked is not None and asked.status == "open":
                yield one


_REMINDER = "reminder"
