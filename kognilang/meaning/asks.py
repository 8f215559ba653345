"""Asking sentences: who is asked what, and where the answer goes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kognilang.language import slots as reading
from kognilang.language import tree
from kognilang.language.words import PREPOSITIONS
from kognilang.meaning import plan as p
from kognilang.meaning.kinds import ANY, YES_NO, Kind
from kognilang.meaning.needed import length_of
from kognilang.meaning.state import State, Value
from kognilang.meaning.written import plain
from kognilang.values.kinds import Percent

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions
    from kognilang.meaning.steps import Steps

_LONGEST = 30
"""How many words a thing within a question has at most."""


class Asks:
    """Plans questions to people."""

    def __init__(self, state: State, expressions: Expressions, steps: Steps) -> None:
        self.state = state
        self.expressions = expressions
        self.steps = steps

    def ask(self, step: tree.Ask) -> None:
        """Plan one asking sentence."""
        state = self.state
        person, quorum = self._people(step)
        about: tuple[tuple[str, p.X], ...] = ()
        choices = self.expressions.resolve(step.choices) if step.choices is not None else None
        question: p.X
        needs, kind = "any", ANY
        sampled: p.Branch | None = None
        if step.form == "review" and step.target is not None:
            question, about, sampled = self._review(step.target, step.share)
            needs, kind = "yes/no", YES_NO
        elif step.form in ("whether", "approval"):
            needs, kind = "yes/no", YES_NO
            words, about = self._subject(step.subject)
            question = p.Const(words)
        elif step.question is not None:
            question = self.expressions.resolve(step.question).x
        else:
            label = plain(state, step.target.span) if step.target is not None else ""
            question = p.Const(label)
            if step.form == "confirm" and step.target is not None:
                needs, kind = "yes/no", YES_NO
                about = ((label, self.expressions.resolve(step.target).x),)
        if choices is not None:
            needs, kind = "choice", choices.kind.item if choices.kind.many else ANY
        result, place = "", None
        if step.form in ("for", "choose") and step.target is not None:
            result, place, kind = self._target(step.target, kind, step)
            owner = step.target.of if isinstance(step.target, tree.Property) else None
            if place is not None and owner is not None and step.form == "for":
                # Who is asked for something of a thing sees the thing.
                about = ((plain(state, owner.span) or "it", place[0]),)
            if needs == "any" and kind.word != "any":
                needs = kind.word
        if step.name is not None:
            result = self.steps.names.set(step.name.name, kind, step.span)
        instruction = state.builder.add(
            p.AskPerson(
                step.form,
                question,
                person,
                needs,
                choices.x if choices is not None else None,
                result,
                place,
                about,
                length_of(self.state, self.expressions, step.limits.within),
                length_of(self.state, self.expressions, step.limits.reminding),
                quorum,
            )
        )
        free = step.form == "text" and needs == "any"
        state.open_question = instruction if free else None
        state.decided = None
        state.asked = kind
        state.produced = Value(p.NameRead("~answer"), kind)
        if step.nobody is not None:
            self.steps.body(step.otherwise or ())
            jump = state.builder.add(p.Jump(0))
            instruction.nobody = state.builder.here
            self.steps.body(step.nobody)
            jump.to = state.builder.here
        if sampled is not None:
            sampled.otherwise = state.builder.here

    def _review(
        self, target: tree.Expr, share: tree.Expr | None
    ) -> tuple[p.X, tuple[tuple[str, p.X], ...], p.Branch]:
        """Plan the drawing of a sample; return the question about it, what to show beside it, and
        the branch that passes over the question where there is nothing to review."""
        state = self.state
        collection = self.expressions.collections.walked(target)
        wanted = self.expressions.resolve(share) if share is not None else None
        sample = state.builder.temporary()
        whole = p.Const(Percent(Decimal(100)))
        state.builder.add(p.Sample(sample, collection.x, wanted.x if wanted is not None else whole))
        count = p.Operation("number of", (p.NameRead(sample),))
        of = p.Operation("number of", (collection.x,))
        words = plain(state, target.span).removeprefix("the ")
        question = p.Template(
            ("Please review ", count, " of the ", of, f" {words}. Is everything right?")
        )
        some = p.Comparison(">", count, p.Const(Decimal(0)))
        branch = state.builder.add(p.Branch(some, 0))
        return question, ((words, p.NameRead(sample)),), branch

    def _people(self, step: tree.Ask) -> tuple[p.X | None, int]:
        """Return who is asked, and how many of them must answer: all of `A and B`, one of `A or
        B`."""
        node = step.person
        if node is None:
            return None, step.quorum or 1
        each = self.expressions.people.all(node)
        if len(each) == 1:
            return each[0].x, step.quorum or 1
        all_of_them = isinstance(node, tree.ListValue) and node.joint == "and"
        quorum = step.quorum or (len(each) if all_of_them else 1)
        return p.MakeList(tuple(one.x for one in each)), quorum

    def _subject(self, tokens: tuple[tree.Token, ...]) -> tuple[str, tuple[tuple[str, p.X], ...]]:
        """Return the words of what is asked about, and the things in them with their values."""
        if not tokens:
            return "", ()
        span = (tokens[0].span[0], tokens[-1].span[1])
        words = plain(self.state, span)
        for start in range(len(tokens)):
            if not _opens(tokens, start):
                continue
            value = reading.values_of(tuple(tokens[start:]))
            if isinstance(value, tree.Phrase) and not self._is_known(value):
                # `whether to hand the invoice over to the agency`: words around the invoice.
                return words, self._chunks(tokens)
            if value is not None and not _in_question(tokens, start) and not self._is_meant(value):
                # `whether to fail over to the second site`: where to is only said.
                return words, ()
            if value is not None:
                label = plain(self.state, (tokens[start].span[0], span[1]))
                return words, ((label, self.expressions.resolve(value).x),)
        return words, self._chunks(tokens)

    def _is_known(self, value: tree.Expr) -> bool:
        with self.state.trying() as trial:
            self.expressions.resolve(value)
        return not trial.problems

    def _is_meant(self, value: tree.Expr) -> bool:
        """Say whether words within a question are a value that is known, or a slip of the pen for
        one: what nothing sets, as `the collection agency`, is only spoken of."""
        inputs = dict(self.state.inputs)
        with self.state.trying() as trial:
            found = self.expressions.resolve(value).x
        if trial.problems:
            return any(one.name == "almost-known-name" for one in trial.problems)
        return not (isinstance(found, p.InputRead) and found.name not in inputs)

    def _is_input(self, tokens: tuple[tree.Token, ...], start: int, value: tree.Name) -> bool:
        """Say whether a name that nothing sets is what the question is about."""
        with self.state.trying() as trial:
            self.expressions.resolve(value)
        return not trial.problems and start == 0

    def _chunks(self, tokens: tuple[tree.Token, ...]) -> tuple[tuple[str, p.X], ...]:
        """Return the longest values among the words, from left to right."""
        found: list[tuple[str, p.X]] = []
        start = 0
        while start < len(tokens):
            if _opens(tokens, start):
                for stop in range(min(len(tokens), start + _LONGEST), start + 1, -1):
                    value = reading.values_of(tuple(tokens[start:stop]))
                    if isinstance(value, tree.Name | tree.Property) and (
                        self._is_meant(value)
                        or (isinstance(value, tree.Name) and self._is_input(tokens, start, value))
                    ):
                        label = plain(self.state, (tokens[start].span[0], tokens[stop - 1].span[1]))
                        found.append((label, self.expressions.resolve(value).x))
                        start = stop - 1
                        break
            start += 1
        return tuple(found)

    def _target(
        self, target: tree.Expr, kind: Kind, step: tree.Ask
    ) -> tuple[str, tuple[p.X, str] | None, Kind]:
        if isinstance(target, tree.Property):
            of = self.expressions.resolve(target.of)
            known = self.expressions.properties.field_kind(of.kind, target.name)
            return "", (of.x, target.name), known if known.word != "any" else kind
        if isinstance(target, tree.Name):
            return self.steps.names.set(target.name, kind, step.span), None, kind
        self.state.problem(
            "cannot-be-asked-for",
            f'"{plain(self.state, target.span)}" cannot be asked for',
            target.span,
            detail=['Ask for a name ("the PO number") or a property ("the invoice\'s PO number").'],
        )
        return "", None, kind


def _opens(tokens: tuple[tree.Token, ...], at: int) -> bool:
    token = tokens[at]
    return token.kind == "word" and token.text in ("the", "this", "my", "our", "its", "it", "them")


def _in_question(tokens: tuple[tree.Token, ...], start: int) -> bool:
    """Say whether a thing is what is decided on: it stands first, or right behind what is to be
    done (`whether to pay the invoice`)."""
    return (
        start == 0
        or (start <= 2 and tokens[0].text in ("to", "for"))
        or (start == 1 and tokens[0].text not in PREPOSITIONS)
    )
