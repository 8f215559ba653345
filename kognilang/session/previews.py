"""Previews: what an answer would do to each question that it could serve, before it is given."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kognilang.asking.wishes import wish_in
from kognilang.session.answering import Answering, machine_at, never_learnt
from kognilang.session.replies import interpreted, lane_of
from kognilang.session.views import AnswerOutcome

if TYPE_CHECKING:
    from kognilang.journal.records import QuestionRow
    from kognilang.running.frames import Asking
    from kognilang.running.machine import Machine
    from kognilang.session.session import Session


def preview(session: Session, question_id: str, text: str, by: str = "") -> AnswerOutcome:
    """Say in a few words what an answer would do, or why it would not be accepted."""
    from kognilang.asking.notices import too_late

    question = session.store.question(question_id)
    if question is None or question.status in ("notice", "seen"):
        return AnswerOutcome(False, f'There is no question "{question_id}".', "")
    if question.status != "open":
        counted = session.store.answer_of(question.id)
        return AnswerOutcome(False, too_late(question, counted), question.run)
    machine = machine_at(session, question)
    refusal = Answering(session, by).refusal(question, machine)
    if refusal:
        return AnswerOutcome(False, refusal, question.run)
    said, wish, reason = wish_in(text, question)
    reason = reason or never_learnt(question, wish)
    if reason:
        return AnswerOutcome(False, reason, question.run)
    data, reason = interpreted(session, machine, question, said, unseen=True, keep=False)
    if data is None:
        return AnswerOutcome(False, reason, question.run)
    lane = lane_of(machine, question.id)
    assert lane is not None and lane.asking is not None
    return AnswerOutcome(True, _words(machine, lane.asking, question, data), question.run)


def _words(machine: Machine, asking: Asking, question: QuestionRow, data: dict[str, Any]) -> str:
    kind = data["kind"]
    if kind == "instruction":
        return _instructed(machine, question, data)
    if kind == "secret":
        return "keeps the secret, then tries the step again"
    if kind == "sentences":
        return f"runs: {' '.join(data['text'].split())}"
    if kind == "corrections":
        return _corrected(machine, asking, data)
    if kind == "choice":
        chosen = json.loads(question.choices)[data["value"]]
        return f"takes {chosen}" if question.kind == "ask" else f"takes {chosen}, then goes on"
    value = _told(machine.heap.decode(data["value"]))
    if question.kind == "ask":
        return f"answers {value}"
    if asking.kind == "interrupted":
        return "takes it that it happened" if value == "yes" else "does it now"
    name = question.prop or "it"
    name = name if name == "it" or name.startswith("the ") else f"the {name}"
    if asking.place == "field":
        from kognilang.values.shown import told

        return f"sets {name} of {told(asking.thing)} to {value}, then tries the step again"
    return f"sets {name} to {value}, then tries the step again"


def _instructed(machine: Machine, question: QuestionRow, data: dict[str, Any]) -> str:
    how = data["instruction"]
    if how == "again":
        from kognilang.values.coding import decode
        from kognilang.values.shown import shown

        later = f" in {shown(decode(data['waiting']))}" if "waiting" in data else ""
        times = f", up to {data['times']} times" if data.get("times", 1) > 1 else ""
        return f"tries the step again{later}{times}"
    if how == "skip-step":
        return "goes on without this step"
    if how == "skip-item":
        return f"leaves {question.item or f'this {question.noun}'} out and goes on with the next"
    if how == "start-over":
        done = sum(one.status == "done" for one in machine.store.effects(question.run))
        again = {0: "", 1: "; it comes again to a write that is done"}
        more = again.get(done, f"; it comes again to {done} writes that are done")
        return f"ends the run {question.run} and begins it anew{more}"
    return f"ends the run {question.run} as failed"


def _corrected(machine: Machine, asking: Asking, data: dict[str, Any]) -> str:
    parts = []
    for at, value in data["values"]:
        label, thing, name = asking.targets[at]
        if label.isdigit():
            label = f"the {thing.kind or 'item'}'s {name}" if thing is not None else f"the {name}"
        parts.append(f"sets {label} to {_told(machine.heap.decode(value))}")
    for line in data.get("accepted", ()):
        parts.append(f"accepts line {line}")
    return f"{', '.join(parts)}; then tries the step again"


def _told(value: Any) -> str:
    from kognilang.values.shown import told

    return "no value" if value is None else told(value)
