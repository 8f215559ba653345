"""Back-testing: what a learning would have answered, and what people really answered."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from kognilang.asking.taught import Taught
from kognilang.dataclass import dataclass
from kognilang.running.frames import Frame
from kognilang.session.circumstances import circumstance_of
from kognilang.session.learned import Learnt, folded, in_force, understood_at
from kognilang.session.procedures import plan_of
from kognilang.session.replies import names_of
from kognilang.session.trials import Outcome, answered, tried

if TYPE_CHECKING:
    from kognilang.journal.records import AnswerRow, QuestionRow
    from kognilang.session.session import Session


@dataclass(slots=True)
class Past:
    """A past question that a learning would have answered. `same` is None where the answer's
    effect cannot be told any more; `fault` says why the learning would have failed."""

    question: QuestionRow
    answer: AnswerRow
    same: bool | None
    fault: str = ""


@dataclass(slots=True)
class BackTest:
    """What a learning would have answered, how many questions were looked at, and how many of
    them could not be tried."""

    past: list[Past]
    looked_at: int = 0
    untried: int = 0

    @property
    def differing(self) -> list[Past]:
        """The questions that it would have answered otherwise than people did."""
        return [one for one in self.past if one.same is False or one.fault]


def back_test(session: Session, taught: Taught, scope: str, path: str) -> BackTest:
    """Try a learning on every past question of its situation, changing nothing."""
    found = BackTest([])
    if not session.has_store():
        return found
    store = session.store
    for question in store.questions("answered"):
        run = store.run(question.run)
        if run is None or (scope == "file" and run.path != path):
            continue
        if not may_be(taught, question):
            continue
        where = circumstance_of(session, question.id)
        answer = store.answer_of(question.id)
        if where is None or answer is None:
            continue
        if not taught.situation.fits(where.situation):
            continue
        found.looked_at += 1
        plan = plan_of(session, run)
        base = where.code or run.procedure
        names = names_of(Frame("", 0, where.names))
        data, reason = understood_at(session, taught.body, plan, names, base)
        if not data:
            found.untried += 1
            found.past.append(Past(question, answer, None, reason))
            continue
        outcome = tried(session, run, plan, where, data)
        if not outcome.applies and not (outcome.fault and outcome.changes):
            continue
        again = circumstance_of(session, question.id)
        assert again is not None
        given = answered(session, run, plan, again, json.loads(answer.data or "{}"))
        found.past.append(Past(question, answer, _same(outcome, given), outcome.fault))
    return found


def may_be(taught: Taught, question: QuestionRow) -> bool:
    """Whether a question may be in a learning's situation, by its problem alone."""
    problem = "ask" if question.kind == "ask" else question.problem
    # Of several checks in one step, one alone may have failed.
    return problem == taught.situation.problem or {problem, taught.situation.problem} == _CHECKS


_CHECKS = {"check-failed", "checks-failed"}


def _same(one: Outcome, other: Outcome | None) -> bool | None:
    if other is None or other.fault:
        return None
    return one.same(other)


# -- conflicts --------------------------------------------------------------------------


@dataclass(slots=True)
class Conflict:
    """A learning that would answer the same question; `alike` where it does the same."""

    learnt: Learnt
    alike: bool


def conflicts(
    session: Session, taught: Taught, scope: str, path: str, but: str = ""
) -> list[Conflict]:
    """Return the learnings in force for the same situation whose conditions may hold at the same
    time, except the one called `but`."""
    found = []
    for one in in_force(session, path, None, every=scope == "workspace"):
        if one.id == but:
            continue
        if not (
            one.taught.situation.fits(taught.situation)
            or taught.situation.fits(one.taught.situation)
        ):
            continue
        if _exclude(one.taught, taught):
            continue
        found.append(Conflict(one, folded(one.taught.actions) == folded(taught.actions)))
    return found


_EQUALS = re.compile(r"(?i)^(?P<left>.+?) is (?P<right>\".*\"|[^a-z\"].*)$")


def _exclude(one: Taught, other: Taught) -> bool:
    """Whether a condition of one cannot hold where one of the other does: the same property is
    said to be something else."""
    values = {}
    for condition in one.conditions:
        if (found := _EQUALS.match(condition)) is not None:
            values[folded(found["left"])] = folded(found["right"])
    for condition in other.conditions:
        if (found := _EQUALS.match(condition)) is not None:
            known = values.get(folded(found["left"]))
            if known is not None and known != folded(found["right"]):
                return True
    return False
