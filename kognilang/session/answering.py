"""Answers: asked for in place or given later, by whom they are asked of, kept once."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from kognilang.asking.learnable import learnable
from kognilang.session.circumstances import keep_circumstance
from kognilang.session.procedures import plan_of
from kognilang.session.replies import SECRET, interpreted, lane_of
from kognilang.session.views import AnswerOutcome

if TYPE_CHECKING:
    from datetime import date

    from kognilang.asking.people import People
    from kognilang.asking.wishes import Wish
    from kognilang.journal.records import QuestionRow
    from kognilang.running.frames import Lane
    from kognilang.running.machine import Machine
    from kognilang.session.session import Session
    from kognilang.values.kinds import Person


class Answering:
    """One person, and what they may answer today. `by` is who they say they are."""

    def __init__(self, session: Session, by: str = "") -> None:
        from kognilang.asking.people import People

        self.people: People = People.of(session.settings)
        self.who: Person | None = self.people.terminal_person(by or session.as_role)
        self.today: date = session.today()
        self.name: str = self._told(by or session.as_role)
        self.own: str = self.people.own_name(self.who) or self.name.casefold()

    def _named(self) -> str:
        return (self.who.title or self.who.name) if self.who is not None else ""

    def _told(self, given: str) -> str:
        """Who it is by name, where the settings tell the name; else as they said."""
        who = self.who
        if who is None:
            return given
        return who.name if who.name != who.title else given or who.title

    def may(self, question: QuestionRow) -> bool:
        """Tell whether a question is theirs, or that of somebody they stand in for."""
        return self.people.may_answer(self.who, question.to, self.today)

    def refusal(self, question: QuestionRow, machine: Machine) -> str:
        """Say why a question is not theirs to answer; empty if it is."""
        from kognilang.asking.notices import answered_already, not_yours, which_of_you

        if not self.may(question):
            known = self.people.find(question.to) is not None
            held = [] if known else self.people.holders(question.to)
            return not_yours(question, self._named(), [one.title for one in held])
        lane = lane_of(machine, question.id)
        if lane is None or lane.asking is None or _quorum(machine, lane) < 2:
            return ""
        if self.people.only_a_role(self.who, question.to):
            held = self.people.holders(question.to)
            return which_of_you(
                question, [one.title for one in held if not self.people.only_a_role(one, one.title)]
            )
        if self._is_among(lane):
            return answered_already(question, self.name)
        return ""

    def _is_among(self, lane: Lane) -> bool:
        """Tell whether they have answered what a lane asks of several people."""
        given = lane.asking.rest if lane.asking is not None else ()
        return bool(self.own) and self.own in {mark for _, mark, _ in given}

    def has_answered(self, session: Session, question: QuestionRow) -> bool:
        """Tell whether a question that several people must answer waits for others only."""
        from kognilang.running.trouble import ASKED_OF_SEVERAL

        if question.status != "open" or ASKED_OF_SEVERAL not in question.text:
            return False
        machine = machine_at(session, question)
        lane = lane_of(machine, question.id)
        return lane is not None and _quorum(machine, lane) > 1 and self._is_among(lane)


def _quorum(machine: Machine, lane: Any) -> int:
    from kognilang.meaning import plan as p

    one = machine.instruction(lane)
    return one.quorum if isinstance(one, p.AskPerson) else 1


def ask_here(session: Session, machine: Machine, question: QuestionRow) -> dict[str, Any] | None:
    """Ask the person here, if it is for them; None lets the question wait."""
    answered = _repaired(session, machine, question)
    if answered is not None:
        return answered
    person = Answering(session)
    if person.refusal(question, machine):
        return None
    session.machine_here = machine
    reason = ""
    while True:
        typed_here = not session.typed
        if session.typed:
            text = session.typed.pop(0)
        elif session.ask is None or session.no_input:
            return None
        else:
            typed = session.ask(question, reason) if reason else session.ask(question)
            if typed is None:
                return None
            text = typed
        data: dict[str, Any] | None = None
        said, wish, reason = _wished(text, question)
        reason = reason or never_learnt(question, wish)
        if not reason:
            data, reason = interpreted(session, machine, question, said, unseen=typed_here)
        if data is None:
            if session.ask is None or session.no_input:
                session.tell(
                    question.to or "you", f'"{text}" does not answer {question.id}: {reason}'
                )
            continue
        if person.name:
            data["by"] = person.name
        data["own"] = person.own
        keep_circumstance(session, machine, question)
        if keep_answer(session, question, text, data, person.name):
            _offer_to_remember(session, question, wish)
            return data
        return _of_another(session, question)


def _of_another(session: Session, question: QuestionRow) -> dict[str, Any] | None:
    """Tell the person here that somebody else was quicker; return that answer's data."""
    from kognilang.asking.notices import too_late

    counted = session.store.answer_of(question.id)
    session.tell("you", too_late(question, counted))
    return json.loads(counted.data) if counted is not None else None


def _repaired(session: Session, machine: Machine, question: QuestionRow) -> dict[str, Any] | None:
    """Answer as the model suggests, where the settings allow that for what it would do."""
    if "reasoning" not in session.settings.raw:
        return None
    from kognilang.session.suggesting import repaired

    text, by = repaired(session, question, machine)
    if not text:
        return None
    data, _ = interpreted(session, machine, question, f"> {text}")
    if data is None:
        return None
    data["by"] = by
    return data if keep_answer(session, question, text, data, by) else None


def _wished(text: str, question: QuestionRow) -> tuple[str, Wish | None, str]:
    from kognilang.asking.wishes import wish_in

    return wish_in(text, question)


def never_learnt(question: QuestionRow, wish: Wish | None) -> str:
    """Say why an answer that is to be remembered never is; empty where it may be."""
    if wish is None or learnable(question.kind, question.problem):
        return ""
    return (
        "An answer to this question is never remembered: it is decided each time. Type it without "
        '"remember" or "always".'
    )


def _offer_to_remember(session: Session, question: QuestionRow, wish: Wish | None) -> None:
    if session.remember is not None and learnable(question.kind, question.problem):
        session.remember(question, wish)
    elif wish is not None:
        from kognilang.session.remembering import NotRemembered, remember

        try:
            remember(session, question.id, wish)
        except NotRemembered as reason:
            session.tell(question.to or "you", str(reason))


def keep_answer(
    session: Session, question: QuestionRow, text: str, data: dict[str, Any], by: str
) -> bool:
    """Keep an answer; False where another one was first. A secret is never kept with it."""
    from kognilang.journal.records import AnswerRow

    if data["kind"] == "secret":
        text = SECRET
    return session.store.answer(
        AnswerRow(
            _id_of(question, text, by),
            question.id,
            text,
            by,
            session.store.now(),
            json.dumps(data, ensure_ascii=False),
        )
    )


def _id_of(question: QuestionRow, text: str, by: str) -> str:
    """Return the id of an answer: the same for the same words of the same person."""
    words = f"{question.id}\n{by}\n{text.strip()}"
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def answer(
    session: Session, question_id: str, text: str, by: str = "", unseen: bool = False
) -> AnswerOutcome:
    """Answer a question that waits; then the caller advances the run.

    An answer that does not fit, comes too late, or is not this person's to give is not
    accepted, and the message says why. The same answer given again by the same person is
    accepted as often as it comes, and counts once. `unseen` says that nobody could read it
    while it was typed.
    """
    from kognilang.asking.notices import too_late

    question = session.store.question(question_id)
    if question is None or question.status in ("notice", "seen"):
        return AnswerOutcome(False, f'There is no question "{question_id}".', "")
    person = Answering(session, by)
    if question.status != "open":
        counted = session.store.answer_of(question.id)
        if counted is not None and counted.id == _id_of(question, text, person.name):
            return AnswerOutcome(True, "You have given this answer before.", question.run)
        return AnswerOutcome(False, too_late(question, counted), question.run)
    machine = machine_at(session, question)
    refusal = person.refusal(question, machine)
    if refusal:
        return AnswerOutcome(False, refusal, question.run)
    said, wish, reason = _wished(text, question)
    reason = reason or never_learnt(question, wish)
    if reason:
        return AnswerOutcome(False, reason, question.run)
    data, reason = interpreted(session, machine, question, said, unseen=unseen)
    if data is None:
        now = session.store.question(question_id)
        if now is not None and now.status != "open":
            # Somebody else's answer came while this one was read.
            reason = too_late(now, session.store.answer_of(now.id))
        return AnswerOutcome(False, reason, question.run)
    data["by"], data["own"] = person.name, person.own
    keep_circumstance(session, machine, question)
    if keep_answer(session, question, text, data, person.name):
        return AnswerOutcome(True, "", question.run, wish)
    counted = session.store.answer_of(question.id)
    return AnswerOutcome(False, too_late(question, counted), question.run)


def machine_at(session: Session, question: QuestionRow) -> Machine:
    """Return a machine that stands where a question was asked, to look at."""
    row = session.store.run(question.run)
    assert row is not None
    return session.machine_of(row, plan_of(session, row))
