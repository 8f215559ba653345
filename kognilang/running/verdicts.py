"""Verdicts: the claims of an example held against a rehearsal that is over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kognilang.asking.people import People
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
from kognilang.meaning.examples import Script
from kognilang.meaning.skill import Problematic
from kognilang.running.differences import alike, differences
from kognilang.running.finding_words import (
    compared,
    exactly,
    first_line,
    flat,
    laid_out,
    listed,
    reason_of,
    significant,
    who_of,
)
from kognilang.running.findings import Finding
from kognilang.running.given_answers import Answers, same_person
from kognilang.running.rehearsal import Act, Asked, Rehearsal, values_shown
from kognilang.running.world import World
from kognilang.values.kinds import Exceptional, List, Record, Table
from kognilang.values.shown import shown


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
            return self._no(claim, claim.written, reason_of(fault))

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
            who = who_of(answer.who)
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
        to = who_of(question.to)
        mend = f'And {to} answers "…"'
        if question.problem == "input-needed":
            mend = f"And the {question.prop} is …"
        more = [
            f"The same: {who_of(one.question.to)} was asked: {first_line(one.question.text)}"
            for one in others[:4]
        ]
        if len(others) > len(more):
            more.append(f"… and {len(others) - len(more)} more")
        return Finding(
            self.script.line,
            self.script.title,
            False,
            "to come to its end",
            f"{to} was asked and the example gives no answer: {first_line(question.text)}",
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
            sides = compared(claim.written, fault.values)
            if sides is not None:
                return self._no(claim, *sides)
            values = [f"{label}: {exactly(value)}" for label, value in fault.values]
            return self._no(claim, claim.written, "; ".join(values) or "it is not so")
        return self._yes(claim)

    def _equals(self, claim: Equals) -> Finding:
        got, expected = self._work_out(claim, (claim.got, claim.expected))
        differing = differences(self.world.context, got, expected)
        if not differing:
            return self._yes(claim)
        return self._no(claim, laid_out(expected), laid_out(got), differing)

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
        holds = any(flat(text) == flat(one) for one in said) or flat(text) == flat("\n".join(said))
        if holds != claim.negated:
            return self._yes(claim)
        return self._no(claim, f"not: {text}" if claim.negated else text, got)

    def _was_asked(self, claim: WasAsked) -> Finding:
        wanted = significant(claim.about)
        found = [
            one
            for one in self.machine.asked
            if (not claim.who or same_person(self.people, claim.who, one.question.to))
            and wanted <= significant(values_shown(one.question))
        ]
        if claim.times is not None and not claim.negated:
            holds = len(found) == claim.times
        else:
            holds = bool(found) != claim.negated
        return self._yes(claim) if holds else self._no(claim, claim.written, self._asked_in_all())

    def _asked_in_all(self) -> str:
        asked = [
            f"{who_of(one.question.to)} was asked: {first_line(one.question.text)}"
            for one in self.machine.asked
        ]
        return listed(asked) or "nobody was asked anything"

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
        words = significant(reason)
        if not words:
            return True
        texts = [self.machine.outcome]
        texts += [
            f"{one.question.problem.replace('-', ' ')} {values_shown(one.question)}"
            for one in exceptions
        ]
        return any(words <= significant(text) for text in texts)

    def _how_it_ended(self) -> str:
        if self.machine.status == "failed":
            return f"it failed: {self.machine.outcome}"
        if self.open:
            waits = [
                f"it waits for {who_of(one.question.to)}: {first_line(one.question.text)}"
                for one in self.open
            ]
            return listed(waits)
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
        if one is value or alike(self.world.context, one, value):
            return True
        if isinstance(one, str) and isinstance(value, str) and value.strip():
            return flat(value) in flat(one)
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
        return listed([act.shown for act in own or acts]) or "nothing was done"

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
        got = listed([act.shown for act in acts])
        return self._no(claim, claim.written, got or self._did_in_all(""))

    def _called_with(self, act: Act, given: list[tuple[str, Any]]) -> bool:
        own = dict(act.values)
        return all(
            slot in own and alike(self.world.context, own[slot], value) for slot, value in given
        )

    # -- findings -------------------------------------------------------------------------

    def _yes(self, claim: Claim) -> Finding:
        return Finding(claim.line, claim.written, True)

    def _no(
        self, claim: Claim, expected: str, got: str, detail: list[str] | None = None
    ) -> Finding:
        return Finding(claim.line, claim.written, False, expected, got, detail or [])
