"""Running an example: a rehearsal of its steps, then its claims held against what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from kognilang.asking.people import People
from kognilang.journal.records import QuestionRow, RunRow
from kognilang.journal.store import Store
from kognilang.meaning import plan as p
from kognilang.meaning.examples import Script
from kognilang.running.finding_words import first_line, who_of
from kognilang.running.findings import ExampleResult, Finding, Sentence
from kognilang.running.given_answers import Answers
from kognilang.running.learning import Candidate
from kognilang.running.rehearsal import Clock, NeverComes, Rehearsal
from kognilang.running.verdicts import Judge
from kognilang.running.world import World

Interpret = Callable[[Rehearsal, QuestionRow, str], tuple[dict[str, Any] | None, str]]
"""Reads an answer to a question: its data, or None and why it does not fit."""


def run_example(
    script: Script,
    store: Store,
    row: RunRow,
    world: World,
    clock: Clock,
    interpret: Interpret,
    learnings: Callable[..., Iterable[Candidate]] | None = None,
) -> ExampleResult:
    """Run an example in a store of its own and hold its claims against what came of it.

    `learnings` finds those that stand in the text.
    """
    machine = Rehearsal(store, row, script.plan, world)
    machine.ports.learnings = learnings
    answers = Answers(script.answers, People.of(world.settings))
    misfits: list[Finding] = []

    def answer(question: QuestionRow) -> tuple[dict[str, Any], str] | None:
        given = answers.take(question)
        if given is None:
            return None
        data, reason = interpret(machine, question, given.text)
        if data is None and not given.text.startswith(">"):
            # What cannot be a value here is meant as an instruction: `skip this invoice`.
            data, _ = interpret(machine, question, f"> {given.text}")
        if data is None:
            misfits.append(
                Finding(
                    given.line,
                    f'{who_of(given.who)} answers "{given.text}"',
                    False,
                    "an answer that fits",
                    reason,
                    [f"The question was: {first_line(question.text)}"],
                )
            )
            return None
        data.setdefault("by", given.who or question.to)
        return data, given.text

    machine.prepare(clock, answer)
    endless = False
    try:
        machine.advance()
    except NeverComes:
        endless = True
    judged = Judge(script, machine, world, endless)
    findings = [*misfits, *(judged.finding(claim) for claim in script.claims)]
    findings += judged.left_over(answers)
    plan = script.plan
    reached = {plan.instructions[pc].sentence for pc in machine.reached if pc < script.end}
    reached |= {plan.instructions[pc].sentence for pc in judged.inside}
    return ExampleResult(
        script.source.name,
        script.line,
        script.title,
        "passed" if all(one.holds for one in findings) else "failed",
        findings,
        [],
        [act.shown for act in machine.acts],
        [(one.question.to, first_line(one.question.text), one.answer) for one in machine.asked],
        list(machine.said),
        frozenset(sentence_of(plan, number) for number in reached),
    )


def sentence_of(plan: p.Plan, number: int) -> Sentence:
    """Return by what a sentence of a plan is known in every plan of its file."""
    one = plan.sentences[number]
    return one.file, one.line, one.canonical
