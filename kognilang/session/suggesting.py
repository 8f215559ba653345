"""Suggesting: answers to a run's question, proposed by the model and tried where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kognilang.text.source import Source

if TYPE_CHECKING:
    from kognilang.journal.records import QuestionRow
    from kognilang.meaning.plan import Plan
    from kognilang.meaning.understanding import Understood
    from kognilang.reasoning.repairing import Suggestion, Trouble
    from kognilang.running.frames import Lane
    from kognilang.running.machine import Machine
    from kognilang.session.session import Session


def suggest(
    session: Session, question: QuestionRow, machine: Machine | None = None
) -> list[Suggestion]:
    """Return up to three answers to an exception's question, each understood where it stands.

    The model is told the sentence, the kind of problem, the names and their kinds; no value.
    Raises ModelFault where there is no model, or it gave no reply.
    """
    from kognilang.session.advising import repairer_of
    from kognilang.session.answering import machine_at
    from kognilang.session.replies import lane_of

    repairer = repairer_of(session)
    if question.kind == "ask":
        return []
    if machine is None:
        machine = machine_at(session, question)
    lane = lane_of(machine, question.id)
    if lane is None:
        return []
    plan = machine.code(lane.frame.code).plan
    trouble = _trouble(session, question, plan, lane)

    def tried(text: str) -> tuple[str, tuple[str, ...]] | None:
        return _tried(session, machine, lane, plan, text)

    return repairer.suggest(trouble, tried)


def repaired(session: Session, question: QuestionRow, machine: Machine) -> tuple[str, str]:
    """Return the answer that the settings let be given without a person, and who proposed it;
    nothing where there is none. Each situation of a run is repaired once, so that a repair that
    does not help comes to a person."""
    from kognilang.reasoning.port import ModelFault
    from kognilang.session.advising import repairer_of, settings_of

    mark = (question.run, question.situation, question.lane)
    if question.kind == "ask" or mark in session.repaired or not settings_of(session).repair:
        return "", ""
    session.repaired.add(mark)
    try:
        repairer = repairer_of(session)
        for one in suggest(session, question, machine):
            if repairer.may_apply(one):
                return one.typed, f"the model {one.model}"
    except ModelFault as fault:
        session.tell(question.to or "you", f"No answer was suggested: {fault.message}")
    return "", ""


def _trouble(session: Session, question: QuestionRow, plan: Plan, lane: Lane) -> Trouble:
    from kognilang.meaning.scopes import Known
    from kognilang.meaning.understanding import Known as Before
    from kognilang.reasoning.phrasebook import book_phrases, core_phrases, own_phrases
    from kognilang.reasoning.repairing import Trouble
    from kognilang.reasoning.situations import Situation, described
    from kognilang.session.replies import names_of

    kinds = Before.of(plan, names_of(lane.frame)).names
    names = {name: Known(name, name, kind) for name, kind in kinds.items()}
    library = session.library
    books = {library.skills[one].book for one in plan.skills if one in library.skills}
    own = own_phrases(plan.procedures)
    situation = Situation(
        question.sentence, "", [], [], tuple(sorted(names)), described(names, plan.kinds), own,
        tuple(sorted(books)), question.noun,
    )  # fmt: skip
    phrases = [*core_phrases(), *own, *book_phrases(library, books)]
    return Trouble(
        question.sentence,
        question.problem.replace("-", " "),
        question.prop,
        situation,
        phrases,
        question.run,
    )


def _tried(
    session: Session, machine: Machine, lane: Lane, plan: Plan, text: str
) -> tuple[str, tuple[str, ...]] | None:
    """Understand sentences where a question stands: their canonical form and effects, or None."""
    from kognilang.language.printer import print_file
    from kognilang.language.reading import read
    from kognilang.meaning.understanding import Known
    from kognilang.session.procedures import understand
    from kognilang.session.replies import names_of

    known = Known.of(
        plan, names_of(lane.frame), base=lane.frame.code or machine.procedure, in_answer=True
    )
    source = Source("a suggested answer", text)
    understood: Understood = understand(session, source, known)
    if understood.errors or understood.inputs:
        return None
    printed = print_file(read(source).file, source).strip("\n")
    return printed, tuple(sorted(set(_effects(understood.plan))))


def _effects(plan: Plan) -> Iterable[str]:
    from kognilang.meaning import plan as p

    for one in plan.instructions:
        if isinstance(one, p.CallSkill):
            yield one.effect
        elif isinstance(one, p.Call | p.TellPerson | p.AskPerson):
            # What a procedure does is not looked into: a person decides.
            yield "write"
        else:
            yield "none"
