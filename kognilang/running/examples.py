"""Running an example: a rehearsal of its steps, then its claims held against what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from kognilang.asking.people import People
from kognilang.dataclass import dataclass, field
from kognilang.journal.records import QuestionRow, RunRow
from kognilang.journal.store import Store
from kognilang.language.words import canonical, lemma
from kognilang.meaning import plan as p
from kognilang.meaning.claims import (
    Claim,
    Did,
    Ended,
    Equals,
    Holds,
    Speech,
    WasAsked,
    WasDone,
)
from kognilang.meaning.examples import GivenAnswer, Script
from kognilang.meaning.skill import Problematic
from kognilang.problems.problem import Problem
from kognilang.running.learning import Candidate
from kognilang.running.rehearsal import Act, Asked, Clock, NeverComes, Rehearsal, values_shown
from kognilang.running.world import World
from kognilang.values.kinds import Exceptional, List, Money, Record, Table
from kognilang.values.shown import shown, told

Interpret = Callable[[Rehearsal, QuestionRow, str], tuple[dict[str, Any] | None, str]]
"""Reads an answer to a question: its data, or None and why it does not fit."""

MOST_LISTED = 8
"""Of what was done, asked or waits, so many lines are shown."""

Sentence = tuple[str, int, str]
"""A sentence by its file, line and canonical words."""


@dataclass(slots=True)
class Finding:
    """What became of one line of an example: whether it holds, else what came instead."""

    line: int
    sentence: str
    holds: bool
    expected: str = ""
    got: str = ""
    detail: list[str] = field(default_factory=list)


@dataclass(slots=True)
class ExampleResult:
    """One example, run. `status` is `passed`, `failed` or `not understood`.

    `did` are the writes and procedures that were noted, in words; `asked` are (who, question,
    answer or None); `reached` the sentences that ran.
    """

    file: str
    line: int
    title: str
    status: str
    findings: list[Finding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    did: list[str] = field(default_factory=list)
    asked: list[tuple[str, str, str | None]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    reached: frozenset[Sentence] = frozenset()


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
                    f'{_who(given.who)} answers "{given.text}"',
                    False,
                    "an answer that fits",
                    reason,
                    [f"The question was: {_line(question.text)}"],
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
        [(one.question.to, _line(one.question.text), one.answer) for one in machine.asked],
        list(machine.said),
        frozenset(sentence_of(plan, number) for number in reached),
    )


def sentence_of(plan: p.Plan, number: int) -> Sentence:
    """Return by what a sentence of a plan is known in every plan of its file."""
    one = plan.sentences[number]
    return one.file, one.line, one.canonical


class Answers:
    """The answers that an example gives, each used once, in order."""

    def __init__(self, given: list[GivenAnswer], people: People) -> None:
        self.left = list(given)
        self.used: list[GivenAnswer] = []
        self._people = people

    def take(self, question: QuestionRow) -> GivenAnswer | None:
        """Return the first answer that is meant for a question, and use it up."""
        words = _significant(values_shown(question))
        for one in self.left:
            if one.who and not same_person(self._people, one.who, question.to):
                continue
            if one.about and not _significant(one.about) <= words:
                continue
            self.used.append(one)
            if not one.always:
                self.left.remove(one)
            return one
        return None

    @property
    def unused(self) -> list[GivenAnswer]:
        """The answers that nobody asked for."""
        return [one for one in self.left if one not in self.used]


def same_person(people: People, one: str, other: str) -> bool:
    """Tell whether two names are of one person or role of the settings."""
    if canonical(one) == canonical(other) or canonical(one).removeprefix("the ") == canonical(
        other
    ).removeprefix("the "):
        return True
    first, second = people.find(one), people.find(other)
    return first is not None and first == second


class Judge:
    """Holds claims against a rehearsal that is over."""

    def __init__(self, script: Script, machine: Rehearsal, world: World, endless: bool) -> None:
        self.script = script
        self.machine = machine
        self.world = world
        self.people = People.of(world.settings)
        self.endless = endless
        self.open = machine.open
        self.inside: set[int] = {pc for pc in machine.reached if pc >= script.end}
        self._ways: dict[type[Claim], Callable[[Any], Finding]] = {
            Holds: self._holds,
            Equals: self._equals,
            Speech: self._speech,
            WasAsked: self._was_asked,
            WasDone: self._was_done,
            Ended: self._ended,
            Did: self._did,
        }

    def finding(self, claim: Claim) -> Finding:
        """Return whether a claim holds, with what came instead if not."""
        try:
            return self._ways[type(claim)](claim)
        except (Exceptional, Problematic) as fault:
            return self._no(claim, claim.written, _reason(fault))

    def left_over(self, answers: Answers) -> list[Finding]:
        """Return what no claim speaks of and is wrong all the same: a question that nobody
        answered and nothing expected, an answer that nobody asked for, a run that failed."""
        found = []
        expected = [one for one in self.script.claims if isinstance(one, Ended | WasAsked)]
        if self.open and not any(not one.negated for one in expected):
            found.append(self._unanswered(self.open[0], self.open[1:]))
        spoken = any(isinstance(one, Ended) for one in self.script.claims)
        if self.machine.status == "failed" and not spoken:
            found.append(
                Finding(
                    self.script.line,
                    self.script.title,
                    False,
                    "to come to its end",
                    f"it failed: {self.machine.outcome}",
                    ["If it should fail, say so: Then it fails"],
                )
            )
        if self.endless:
            found.append(
                Finding(
                    self.script.line, self.script.title, False, "to come to its end",
                    "it waits for something that never comes",
                )
            )  # fmt: skip
        for answer in answers.unused:
            who = _who(answer.who)
            found.append(
                Finding(
                    answer.line,
                    f'{who} answers "{answer.text}"',
                    False,
                    f"{who} to be asked",
                    self._asked_in_all(),
                )
            )
        return found

    def _unanswered(self, first: Asked, others: list[Asked]) -> Finding:
        question = first.question
        to = _who(question.to)
        mend = f'And {to} answers "…"'
        if question.problem == "input-needed":
            mend = f"And the {question.prop} is …"
        more = [
            f"The same: {_who(one.question.to)} was asked: {_line(one.question.text)}"
            for one in others[:4]
        ]
        if len(others) > len(more):
            more.append(f"… and {len(others) - len(more)} more")
        return Finding(
            self.script.line,
            self.script.title,
            False,
            "to come to its end",
            f"{to} was asked and the example gives no answer: {_line(question.text)}",
            [f"Give it, under Given: {mend}", *more],
        )

    # -- values ---------------------------------------------------------------------------

    def _work_out(self, claim: Claim, names: tuple[str, ...]) -> list[Any]:
        for start, end in claim.starts:
            self.machine.work_out(start, end)
        left = self.machine.root.stack[0].names
        return [left[name] for name in names]

    def _holds(self, claim: Holds) -> Finding:
        try:
            self._work_out(claim, ())
        except Exceptional as fault:
            if fault.problem != "check-failed":
                raise
            compared = _compared(claim.written, fault.values)
            if compared is not None:
                return self._no(claim, *compared)
            shown = [f"{label}: {_told(value)}" for label, value in fault.values]
            return self._no(claim, claim.written, "; ".join(shown) or "it is not so")
        return self._yes(claim)

    def _equals(self, claim: Equals) -> Finding:
        got, expected = self._work_out(claim, (claim.got, claim.expected))
        differences = self._differences(got, expected)
        if not differences:
            return self._yes(claim)
        return self._no(claim, _laid_out(expected), _laid_out(got), differences)

    def _differences(self, got: Any, expected: Any) -> list[str]:
        """Return how a value differs from the one expected; only what is expected is compared."""
        if isinstance(expected, Table | List):
            wanted = list(expected)
            if not isinstance(got, Table | List):
                return [f"It is {_told(got)}, which is no list."]
            found = list(got)
            differences = []
            if len(found) != len(wanted):
                differences.append(f"{len(wanted)} were expected, and there are {len(found)}.")
            for number, (one, other) in enumerate(zip(found, wanted, strict=False), 1):
                differences += [f"Row {number}: {text}" for text in self._differences(one, other)]
            return differences[:8]
        if isinstance(expected, Record):
            if not isinstance(got, Record):
                return [f"It is {_told(got)}, which has no fields."]
            from kognilang.values.fields import field_name

            differences = []
            for name, value in expected.fields.items():
                own = field_name(got, name)
                if own is None:
                    differences.append(f"It has no {name}.")
                elif not self._alike(got.fields[own], value):
                    differences.append(
                        f"the {name} is {_told(got.fields[own])}, and should be {_told(value)}."
                    )
            return differences
        if self._alike(got, expected):
            return []
        return [f"It is {_told(got)}, and should be {_told(expected)}."]

    def _alike(self, one: Any, other: Any) -> bool:
        from kognilang.values.comparing import equal

        if isinstance(other, Table | List | Record):
            return one is other or not self._differences(one, other)
        try:
            return equal(self.world.context, one, other)
        except Exceptional:
            return False

    # -- what was said and asked ----------------------------------------------------------

    def _speech(self, claim: Speech) -> Finding:
        if claim.to:
            who = claim.to
            said = [
                text
                for name, text in self.machine.told
                if who == "anyone" or same_person(self.people, who, name)
            ]
        else:
            said = list(self.machine.said)
        got = "\n".join(said) if said else "nothing was said"
        if not claim.expected:
            holds = bool(said) != claim.negated
            wanted = "nothing" if claim.negated else "something to be said"
            return self._yes(claim) if holds else self._no(claim, wanted, got)
        (value,) = self._work_out(claim, (claim.expected,))
        text = shown(value, self.world.settings).strip("\n")
        holds = any(_flat(text) == _flat(one) for one in said) or _flat(text) == _flat(
            "\n".join(said)
        )
        if holds != claim.negated:
            return self._yes(claim)
        return self._no(claim, f"not: {text}" if claim.negated else text, got)

    def _was_asked(self, claim: WasAsked) -> Finding:
        wanted = _significant(claim.about)
        found = [
            one
            for one in self.machine.asked
            if (not claim.who or same_person(self.people, claim.who, one.question.to))
            and wanted <= _significant(values_shown(one.question))
        ]
        if claim.times is not None and not claim.negated:
            holds = len(found) == claim.times
        else:
            holds = bool(found) != claim.negated
        return self._yes(claim) if holds else self._no(claim, claim.written, self._asked_in_all())

    def _asked_in_all(self) -> str:
        asked = [
            f"{_who(one.question.to)} was asked: {_line(one.question.text)}"
            for one in self.machine.asked
        ]
        return _listed(asked) or "nobody was asked anything"

    def _ended(self, claim: Ended) -> Finding:
        machine = self.machine
        exceptions = [one for one in self.open if one.question.kind != "ask"]
        failed = machine.status == "failed" or bool(exceptions)
        if claim.how == "finishes":
            holds = machine.status == "finished"
        elif claim.how == "waits":
            holds = bool(self.open) and (
                not claim.who
                or any(same_person(self.people, claim.who, o.question.to) for o in self.open)
            )
        else:
            holds = failed and self._because(claim.reason, exceptions)
        if holds != claim.negated:
            return self._yes(claim)
        return self._no(claim, claim.written, self._how_it_ended())

    def _because(self, reason: str, exceptions: list[Asked]) -> bool:
        words = _significant(reason)
        if not words:
            return True
        texts = [self.machine.outcome]
        texts += [
            f"{one.question.problem.replace('-', ' ')} {values_shown(one.question)}"
            for one in exceptions
        ]
        return any(words <= _significant(text) for text in texts)

    def _how_it_ended(self) -> str:
        if self.machine.status == "failed":
            return f"it failed: {self.machine.outcome}"
        if self.open:
            waits = [
                f"it waits for {_who(one.question.to)}: {_line(one.question.text)}"
                for one in self.open
            ]
            return _listed(waits)
        return "it came to its end"

    # -- what was done --------------------------------------------------------------------

    def _was_done(self, claim: WasDone) -> Finding:
        own = (claim.subject,) if claim.subject else ()
        names = (*own, *(name for _, name in claim.others))
        values = self._work_out(claim, names)
        acts = [
            act
            for act in self.machine.acts
            if (not claim.verb and act.skill) or claim.verb in act.verbs
        ]
        others = values[1:] if claim.subject else values
        labels = [label for label, _ in claim.others]
        wants = list(zip(labels, others, strict=True))
        found = [act for act in acts if all(self._in(act, x, label) for label, x in wants)]
        if claim.subject:
            subject = values[0]
            wanted = list(subject) if isinstance(subject, List | Table) else [subject]
            done = [one for one in wanted if any(self._in(act, one) for act in found)]
            matching = [act for act in found if any(self._in(act, one) for one in wanted)]
            if claim.noun and not isinstance(subject, Record | List | Table):
                matching = [act for act in found if self._is_about(act, claim.noun)]
                done = wanted if matching else []
            holds = bool(done) if claim.negated else len(done) == len(wanted) and bool(wanted)
        else:
            matching = [act for act in found if not claim.noun or self._is_about(act, claim.noun)]
            holds = bool(matching)
        if claim.times is not None and not claim.negated:
            holds = self._number(matching, claim) == claim.times
        if holds != claim.negated:
            return self._yes(claim)
        return self._no(claim, claim.written, self._did_in_all(claim.verb))

    def _number(self, acts: list[Act], claim: WasDone) -> int:
        """Count the procedure's calls, or the skills' where no procedure is of that name."""
        own = [act for act in acts if not act.skill]
        return len(own or acts)

    def _is_about(self, act: Act, noun: str) -> bool:
        words = {lemma(word) for word in noun.split()}
        if words <= act.words:
            return True
        return any(
            canonical(name.replace("_", " ")) == noun
            or (isinstance(value, Record) and value.kind == noun)
            for name, value in act.values
        )

    def _in(self, act: Act, value: Any, label: str = "") -> bool:
        """Tell whether something was done with a value; `label` names its place."""
        values = [one for name, one in act.values if name.replace("_", " ") == label]
        if not values:
            values = [one for _, one in act.values]
        return any(self._holds_value(one, value) for one in values)

    def _holds_value(self, one: Any, value: Any, depth: int = 0) -> bool:
        if one is value or self._alike(one, value):
            return True
        if isinstance(one, str) and isinstance(value, str) and value.strip():
            return _flat(value) in _flat(one)
        if isinstance(one, str) and value is not None and not isinstance(value, bool):
            text = shown(value, self.world.settings)
            return depth == 0 and len(text) > 1 and text in one.split()
        if depth < 2 and isinstance(one, Record):
            return any(self._holds_value(x, value, depth + 1) for x in one.fields.values())
        if depth < 2 and isinstance(one, List | Table):
            return any(self._holds_value(x, value, depth + 1) for x in one)
        return False

    def _did_in_all(self, verb: str) -> str:
        acts = self.machine.acts
        own = [act for act in acts if not verb or verb in act.verbs]
        return _listed([act.shown for act in own or acts]) or "nothing was done"

    def _did(self, claim: Did) -> Finding:
        start, end = claim.starts[0]
        plan = self.script.plan
        at = next(
            (
                pc
                for pc in range(end - 1, start - 1, -1)
                if isinstance(plan.instructions[pc], p.CallSkill | p.Call)
            ),
            -1,
        )
        if at < 0:
            return self._no(claim, claim.written, "this is nothing that is done outside")
        self.machine.work_out(start, at)
        given = self.machine.values_of(at)
        one = plan.instructions[at]
        acts = [
            act
            for act in self.machine.acts
            if (isinstance(one, p.CallSkill) and act.skill == one.skill)
            or (isinstance(one, p.Call) and act.procedure == one.procedure)
        ]
        found = [act for act in acts if self._called_with(act, given)]
        if bool(found) != claim.negated:
            return self._yes(claim)
        got = _listed([act.shown for act in acts])
        return self._no(claim, claim.written, got or self._did_in_all(""))

    def _called_with(self, act: Act, given: list[tuple[str, Any]]) -> bool:
        own = dict(act.values)
        return all(slot in own and self._alike(own[slot], value) for slot, value in given)

    # -- findings -------------------------------------------------------------------------

    def _yes(self, claim: Claim) -> Finding:
        return Finding(claim.line, claim.written, True)

    def _no(
        self, claim: Claim, expected: str, got: str, detail: list[str] | None = None
    ) -> Finding:
        return Finding(claim.line, claim.written, False, expected, got, detail or [])


_SMALL = frozenset({
    "the", "a", "an", "is", "was", "are", "were", "it", "its", "this", "that", "of", "to", "has",
    "have", "for", "with", "and", "be", "by", "on", "in", "about", "whether", "if", "because",
    "not", "your", "you",
})  # fmt: skip


def _significant(text: str) -> set[str]:
    """Return the words of a text that tell it from others, in their base form."""
    plain = "".join(c if c.isalnum() else " " for c in canonical(text))
    return {lemma(word) for word in plain.split()} - _SMALL


def _listed(texts: list[str]) -> str:
    """Lay out what happened, one a line; the same again is counted, and many are cut short."""
    counts = Counter(texts)
    lines = [text if number == 1 else f"{text} ({number} times)" for text, number in counts.items()]
    if len(lines) > MOST_LISTED:
        lines[MOST_LISTED:] = [f"… and {len(lines) - MOST_LISTED} more"]
    return "\n".join(lines)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _line(text: str) -> str:
    return text.strip().split("\n")[0]


def _who(name: str) -> str:
    return f"the {name}" if name else "someone"


def _compared(
    written: str, values: list[tuple[str, Any]] | tuple[tuple[str, Any], ...]
) -> tuple[str, str] | None:
    """Return what a line says that one value should be, and what it is: of `the total is 5` the
    5 and the total. None where the line compares otherwise."""
    if len(values) != 1:
        return None
    label, value = values[0]
    words = written.removeprefix("the ").removeprefix("The ")
    begin = label.removeprefix("the ")
    if not words.lower().startswith(begin.lower() + " is ") or " and " in words or " or " in words:
        return None
    return words[len(begin) + len(" is ") :], _told(value)


def _told(value: Any) -> str:
    return shown(value) if isinstance(value, Decimal | Money) else told(value)


def _laid_out(value: Any) -> str:
    if isinstance(value, Table):
        from kognilang.values.shown import table_text

        return table_text(value)
    if isinstance(value, Record):
        from kognilang.values.shown import record_text

        return record_text(value)
    return shown(value) if isinstance(value, List) else _told(value)


def _reason(fault: Exceptional | Problematic) -> str:
    if fault.problem in ("input-needed", "not-set"):
        prop = getattr(fault, "prop", "")
        return f"when the steps are done, nothing is called the {prop}"
    return fault.message
