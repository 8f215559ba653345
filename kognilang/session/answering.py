"""Answers: asked for in place or given later, understood where their question stands, kept once."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from kognilang.session.circumstances import keep_circumstance
from kognilang.session.procedures import plan_of, understand
from kognilang.session.views import AnswerOutcome
from kognilang.text.source import Source

if TYPE_CHECKING:
    from kognilang.asking.answers import Reply
    from kognilang.journal.records import QuestionRow
    from kognilang.running.machine import Machine
    from kognilang.session.session import Session


def may_answer_here(session: Session, question: QuestionRow) -> bool:
    """Tell whether a question is for the person at this terminal."""
    from kognilang.asking.people import People

    people = People.of(session.settings)
    return people.may_answer(people.terminal_person(session.as_role), question.to)


def ask_here(session: Session, machine: Machine, question: QuestionRow) -> dict[str, Any] | None:
    """Ask the person here, if it is for them; None lets the question wait."""
    if not may_answer_here(session, question):
        return None
    reason = ""
    while True:
        if session.typed:
            text = session.typed.pop(0)
        elif session.ask is None or session.no_input:
            return None
        else:
            typed = session.ask(question, reason) if reason else session.ask(question)
            if typed is None:
                return None
            text = typed
        data, reason = interpreted(session, machine, question, text)
        if data is None:
            if session.ask is None or session.no_input:
                session.tell(
                    question.to or "you", f'"{text}" does not answer {question.id}: {reason}'
                )
            continue
        keep_circumstance(session, machine, question)
        if keep_answer(session, question, text, data, session.as_role):
            return data
        counted = session.store.answer_of(question.id)
        return json.loads(counted.data) if counted is not None else None


def interpreted(
    session: Session, machine: Machine, question: QuestionRow, text: str
) -> tuple[dict[str, Any] | None, str]:
    """Return an answer's data, or None and why it does not fit."""
    from kognilang.asking.answers import interpret

    reply = interpret(text, question, session.settings)
    if not reply.accepted:
        return None, reply.reason
    if reply.kind == "sentences":
        return sentences_of(session, machine, question, reply)
    from kognilang.values.coding import encode

    data: dict[str, Any] = {"kind": reply.kind}
    if reply.kind == "instruction":
        data["instruction"] = reply.instruction
    elif reply.kind == "choice":
        data["value"] = reply.value
    else:
        data["value"] = encode(reply.value)
    return data, ""


def sentences_of(
    session: Session, machine: Machine, question: QuestionRow, reply: Reply
) -> tuple[dict[str, Any] | None, str]:
    """Understand the sentences of an answer where the question stands."""
    from kognilang.meaning.plandata import to_data
    from kognilang.meaning.understanding import Known

    lane = next(
        (
            one
            for one in machine.lanes()
            if one.asking is not None and one.asking.question == question.id
        ),
        None,
    )
    if lane is None:
        return None, "The question is no longer open."
    frame = lane.frame
    plan = machine.code(frame.code).plan
    known = Known.of(
        plan,
        names_of(frame),
        base=frame.code or machine.procedure,
        in_answer=True,
    )
    source = Source(f"the answer to {question.id}", reply.sentences)
    understood = understand(session, source, known)
    errors = [one for one in understood.problems if not one.warning]
    if errors:
        first = errors[0]
        hints = f" For example: {first.candidates[0]}" if first.candidates else ""
        stop = "" if first.summary.endswith((".", "?", "!")) else "."
        return None, f"That could not be understood: {first.summary}{stop}{hints}"
    if understood.inputs:
        names = ", ".join(f"the {name}" for name in understood.inputs)
        return None, f"That speaks of {names}, which nothing has set here."
    data = to_data(understood.plan).decode()
    return {"kind": "sentences", "text": reply.sentences, "plan": data}, ""


def keep_answer(
    session: Session, question: QuestionRow, text: str, data: dict[str, Any], by: str
) -> bool:
    """Keep an answer; False where another one was first."""
    from kognilang.journal.records import AnswerRow

    words = f"{question.id}\n{by}\n{text}"
    return session.store.answer(
        AnswerRow(
            hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:24],
            question.id,
            text,
            by,
            session.store.now(),
            json.dumps(data, ensure_ascii=False),
        )
    )


def answer(session: Session, question_id: str, text: str, by: str = "") -> AnswerOutcome:
    """Answer a question that waits; then the caller advances the run.

    An answer that does not fit, comes too late, or is not this person's to give is not
    accepted, and the message says why.
    """
    from kognilang.asking.notices import not_yours, too_late
    from kognilang.asking.people import People

    question = session.store.question(question_id)
    if question is None:
        return AnswerOutcome(False, f'There is no question "{question_id}".', "")
    if question.status != "open":
        counted = session.store.answer_of(question.id)
        return AnswerOutcome(False, too_late(question, counted), question.run)
    people = People.of(session.settings)
    who = people.terminal_person(by or session.as_role)
    if not people.may_answer(who, question.to):
        name = (who.title or who.name) if who is not None else ""
        return AnswerOutcome(False, not_yours(question, name), question.run)
    row = session.store.run(question.run)
    assert row is not None
    machine = session.machine_of(row, plan_of(session, row))
    data, reason = interpreted(session, machine, question, text)
    if data is None:
        return AnswerOutcome(False, reason, question.run)
    name = by or session.as_role or ((who.title or who.name) if who is not None else "")
    data["by"] = name
    keep_circumstance(session, machine, question)
    if keep_answer(session, question, text, data, name):
        return AnswerOutcome(True, "", question.run)
    counted = session.store.answer_of(question.id)
    return AnswerOutcome(False, too_late(question, counted), question.run)


def names_of(frame: Any) -> dict[str, str]:
    """Return the names that a frame sees, the inner ones first, with the kind of each value."""
    from kognilang.values.kinding import kind_of
    from kognilang.values.kinds import Record

    found: dict[str, str] = {}
    while frame is not None:
        for name, value in frame.names.items():
            if name.startswith("~") or name in found:
                continue
            kind = kind_of(value)
            if isinstance(value, Record) and value.kind:
                kind = value.kind
            found[name] = "any" if kind == "nothing" else kind
        frame = frame.outer
    return found
