"""Offering: what learnings that are not in force would answer, as suggestions to a person.

A learning that is switched off, or whose last day is past, settles nothing; where its conditions
hold it is still the best that is known of the situation, and a person may choose it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kognilang.running.learning import Offer
from kognilang.session.procedures import plan_of

if TYPE_CHECKING:
    from kognilang.asking.situations import Situation
    from kognilang.asking.taught import Taught
    from kognilang.journal.records import QuestionRow
    from kognilang.running.frames import Lane
    from kognilang.running.machine import Machine
    from kognilang.session.learned import Learnt
    from kognilang.session.session import Session

MOST = 3
"""So many are offered at most."""


def offers(
    session: Session,
    machine: Machine,
    lane: Lane,
    question: QuestionRow,
    situation: Situation,
    resting: list[Learnt],
) -> list[Offer]:
    """Return what learnings would answer to a question that is about to be asked: those whose
    conditions hold there, each tried on what is known there, which is left as it is."""
    found: dict[str, Offer] = {}
    for one in _applying(session, machine, lane, situation, resting):
        answer = typed(one.taught, question)
        if answer and answer not in found:
            found[answer] = Offer(answer, one.id, _why(one))
        if len(found) == MOST:
            break
    return list(found.values())


def _applying(
    session: Session, machine: Machine, lane: Lane, situation: Situation, resting: list[Learnt]
) -> Iterator[Learnt]:
    from kognilang.running.circumstances import restored, taken
    from kognilang.session.learned import understood_at
    from kognilang.session.replies import names_of
    from kognilang.session.trials import tried

    row = session.store.run(machine.run)
    if row is None:
        return
    run_plan = plan_of(session, row)
    plan = machine.code(lane.frame.code).plan
    base = lane.frame.code or machine.procedure
    known = taken(machine, lane, situation)
    for one in resting:
        data, _ = understood_at(session, one.taught.body, plan, names_of(lane.frame), base)
        where = restored(known)
        if data and where is not None and tried(session, row, run_plan, where, data).applies:
            yield one


def typed(taught: Taught, question: QuestionRow) -> str:
    """Return what a learning does as an answer to be typed; empty where it is too long for one."""
    lines = taught.actions.splitlines()
    if any(line[:1].isspace() for line in lines):
        return ""
    only = lines[0].strip() if len(lines) == 1 else ""
    if only.startswith("The answer is "):
        value = only.removeprefix("The answer is ").removesuffix(".")
        plain = value[1:-1] if value[:1] == value[-1:] == '"' else value
        quoted = question.kind == "exception" and question.needs not in ("", "choice")
        return value if quoted or '"' in plain or "{" in plain else plain
    if only.casefold().startswith(("skip this ", "stop", "try again")):
        return only[:1].lower() + only[1:].rstrip(".")
    return " ".join(line.strip() for line in lines)


def _why(one: Learnt) -> str:
    assert one.row is not None
    return "switched off" if one.row.status == "off" else f"ended on {one.row.until}"
