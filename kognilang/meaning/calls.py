"""Calls: which phrase a run of words is, among the file's own definitions and the books'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kognilang.dataclass import dataclass, replace
from kognilang.language import tree
from kognilang.language.words import lemma
from kognilang.meaning import plan as p
from kognilang.meaning.kinds import ANY, YES_NO, yielded
from kognilang.meaning.matcher import Match, match, strongest
from kognilang.meaning.remembered import Remembered
from kognilang.meaning.skill import SkillInfo
from kognilang.meaning.slotvalues import Filled, Parsed, fill, parse
from kognilang.meaning.state import Defined, State, Value
from kognilang.meaning.walking import reads_item
from kognilang.meaning.written import chosen_in_a_loop, dotted, plain, slot_words
from kognilang.problems.problem import Problem

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions

STRUCTURAL = frozenset(("unknown-phrase", "unknown-condition", "two-readings"))
"""Problems that mean that words were cut in the wrong places, not that a name is wrong."""


@dataclass(slots=True)
class Choice:
    """What a search came to: the reading that stands, or why none does."""

    parsed: Parsed | None = None
    filled: Filled | None = None
    """The reading's slots, where they have been resolved for good already."""
    several: tuple[Parsed, ...] = ()
    unfit: Filled | None = None


class Calls:
    """Finds and plans the calls of definitions and skills."""

    def __init__(self, state: State, expressions: Expressions) -> None:
        self.state = state
        self.expressions = expressions
        self.taken: dict[tuple[int, int], int] = {}
        """By the span of a value that a phrase works out: where the last of what it takes begins,
        if that could be a number."""
        self._chosen: Remembered[Choice] = Remembered()
        self._weighed: Remembered[tuple[Value | None, list[Problem]]] = Remembered()
        """Values of words within words, with what is wrong in them, for a reading that is only
        weighed against others."""
        self._weighing = 0
        """How many readings are being weighed, one within the other: what they add to the plan is
        taken back."""
        self._depth = 0

    # -- searching ------------------------------------------------------------------

    def may_begin(self, word: str) -> bool:
        """Say whether any noun phrase can begin with the word."""
        base = lemma(word)
        return base in self.state.own.nouns.words or base in self.state.library.phrases.nouns.words

    def choose(self, tokens: Sequence[tree.Token], form: str) -> Choice:
        """Return the one reading of the tokens as a phrase of the form; the file's own
        definitions come before the books."""
        items = self.state.items
        known = self._chosen.find(form, tokens, items)
        if known is not None:
            return known
        self._depth += 1
        try:
            choice = self._looked_up(tokens, form)
        finally:
            self._depth -= 1
            if not self._depth:
                self._chosen.clear()
                self._weighed.clear()
        if self._depth:
            # What fills the slots has to be planned each time.
            self._chosen.keep(form, tokens, items, replace(choice, filled=None))
        return choice

    def _looked_up(self, tokens: Sequence[tree.Token], form: str) -> Choice:
        own = self._choose(match(tokens, self.state.own.trie(form)), tokens)
        if own.parsed is not None or own.several:
            return own
        books = self._choose(match(tokens, self.state.library.phrases.trie(form)), tokens)
        if books.parsed is None and not books.several and books.unfit is None:
            return own
        return books

    def _choose(self, matches: list[Match], tokens: Sequence[tree.Token]) -> Choice:
        if not matches:
            return Choice()
        readings = [one for one in (parse(m, tokens, self.state) for m in matches) if one]
        if not readings:
            return Choice()
        if len(readings) == 1:
            return self._only(readings[0])
        standing: list[Parsed] = []
        unfit: Filled | None = None
        faulty: list[Parsed] = []
        for reading in readings:
            # What a reading lacks is counted only: what would mend it, nobody reads.
            with self.state.trying(for_offer=True) as trial:
                self._weighing += 1
                try:
                    filled = self.fill(reading)
                finally:
                    self._weighing -= 1
            if filled.unfit:
                unfit = unfit or filled
            elif any(problem.name in STRUCTURAL for problem in trial.problems):
                faulty.append(reading)
            else:
                standing.append(reading)
        candidates = standing or faulty
        if not candidates:
            return Choice(unfit=unfit)
        best = strongest([one.match for one in candidates])
        left = [one for one in candidates if any(one.match is m for m in best)]
        left = self._by_noun(left)
        if len(left) == 1 or not standing or self._twins(left):
            return Choice(left[0])
        return Choice(several=tuple(left))

    def _only(self, reading: Parsed) -> Choice:
        with self.state.trying() as trial:
            filled = self.fill(reading)
            trial.kept = not filled.unfit
        return Choice(unfit=filled) if filled.unfit else Choice(reading, filled)

    def _twins(self, readings: list[Parsed]) -> bool:
        """Tell whether all are definitions in the same words: that is told of where they stand."""
        targets = [one.match.entry.target for one in readings]
        words = {self.state.defined[one].words for one in targets if isinstance(one, int)}
        return len(words) == 1 and all(isinstance(one, int) for one in targets)

    def _by_noun(self, readings: list[Parsed]) -> list[Parsed]:
        """Among the file's own headers that differ only by noun, keep the one that is meant."""
        if len(readings) < 2 or not all(isinstance(r.match.entry.target, int) for r in readings):
            return readings
        # A noun that all of them have tells nothing apart.
        shared = set.intersection(*({place.name for place, _ in r.values} for r in readings))
        fits = [
            [
                self._is_noun(expr, place.name)
                for place, expr in reading.values
                if place.name not in shared
            ]
            for reading in readings
        ]
        # The nouns of one fit, if only some of them, and none of another's.
        some = [reading for reading, one in zip(readings, fits, strict=True) if any(one)]
        kept = [reading for reading, one in zip(readings, fits, strict=True) if all(one)]
        if len(some) == 1:
            return some
        return kept or readings

    def _is_noun(self, expr: tree.Expr, noun: str) -> bool:
        if f" {getattr(expr, 'name', '')}".endswith(f" {noun}"):
            return True
        with self.state.trying():
            kind = self.expressions.resolve(expr).kind
        return kind.noun == noun or kind.noun.endswith(" " + noun)

    def filled(self, choice: Choice) -> Filled:
        """Return the chosen reading with its slots resolved."""
        if choice.filled is not None:
            return choice.filled
        assert choice.parsed is not None
        return self.fill(choice.parsed)

    def fill(self, reading: Parsed) -> Filled:
        """Resolve the slots of a reading."""
        target = reading.match.entry.target
        info = self.state.library.skills[target] if isinstance(target, str) else None
        return fill(reading, self.expressions, info, self.state)

    # -- values ---------------------------------------------------------------------

    def noun(self, tokens: Sequence[tree.Token]) -> Value | None:
        """Return the value of a noun phrase; None where no phrase takes these words."""
        state = self.state
        if not self._weighing:
            return self._noun(tokens)
        known = self._weighed.find("noun", tokens, state.items)
        if known is None:
            before = len(state.problems)
            known = self._noun(tokens), state.problems[before:]
            self._weighed.keep("noun", tokens, state.items, known)
        else:
            state.problems.extend(known[1])
        return known[0]

    def _noun(self, tokens: Sequence[tree.Token]) -> Value | None:
        choice = self.choose(tokens, "noun")
        if choice.several:
            self.two_readings(choice.several, tokens, "noun")
            return Value(p.Const(None), ANY)
        if choice.parsed is None:
            return None
        return self._value(choice, tokens)

    def adjective(self, tokens: Sequence[tree.Token]) -> p.X | None:
        """Return the condition that words make; None where no decision takes them."""
        choice = self.choose(tokens, "adjective")
        if choice.several:
            self.two_readings(choice.several, tokens, "adjective")
            return p.Const(False)
        if choice.parsed is None:
            return None
        return self._value(choice, tokens).x

    def _value(self, choice: Choice, tokens: Sequence[tree.Token]) -> Value:
        filled = self.filled(choice)
        target = filled.match.entry.target
        self._note_taken(filled, tokens)
        if isinstance(target, int):
            return self.call_value(target, filled, span_of(tokens))
        return self.skill_value(self.state.library.skills[target], filled, span_of(tokens))

    def _note_taken(self, filled: Filled, tokens: Sequence[tree.Token]) -> None:
        """Note where the last value of a phrase begins, if the phrase ends in it and it could be
        a number: arithmetic behind the phrase could be part of it."""
        slots = filled.match.slots
        if not slots or not filled.args:
            return
        place, start, end = max(slots, key=lambda one: one[1])
        kind = next((value.kind for name, value in filled.args if name == place.name), ANY)
        numeric = kind.word in _NUMERIC and kind.noun not in self.state.plan.kinds
        if end == len(tokens) and numeric and tokens[start].span != (0, 0):
            self.taken[span_of(tokens)] = tokens[start].span[0]

    def call_value(self, number: int, filled: Filled, span: tuple[int, int]) -> Value:
        """Return the value of one of the file's own definitions; its steps run before the
        sentence, or, for each thing of a filter, within it."""
        state = self.state
        defined = state.defined[number]
        args = self.arguments(defined, filled)
        state.part(plain(state, span), f"{defined.title} ({state.place(defined)})")
        kind = YES_NO if defined.form == "decision" else defined.yields
        if state.filtering and any(reads_item(arg) for arg in args):
            state.must_be_pure.append((number, span))
            return Value(p.Apply(number, args), kind)
        if state.plan.procedures[number].body is not None:
            return Value(p.Apply(number, args), kind)
        result = state.builder.temporary()
        state.builder.add(p.Call(number, args, result))
        return Value(p.NameRead(result), kind)

    def arguments(self, defined: Defined, filled: Filled) -> tuple[p.X, ...]:
        """Return the arguments of a call in the order of the definition's parameters."""
        given = dict(filled.args)
        return tuple(given[one.name].x for one in defined.parameters)

    def skill_value(self, info: SkillInfo, filled: Filled, span: tuple[int, int]) -> Value:
        """Return the value of a book's noun or condition: a skill that reads is called before
        the sentence."""
        state = self.state
        args = tuple((name, value.x) for name, value in filled.args)
        kind = YES_NO if info.form == "adjective" else yielded(info.yields)
        state.builder.skills.setdefault(info.id)
        state.part(plain(state, span), f'{slot_words(info)} (book "{info.book}"{_effect(info)})')
        if info.effect == "none":
            return Value(p.SkillValue(info.id, args), kind)
        if info.effect == "write":
            state.problem(
                "value-that-writes",
                f'"{plain(state, span)}" changes something, so it is no value.',
                span,
                detail=['Write it as a sentence of its own: "… as the NAME".'],
            )
            return Value(p.Const(None), kind)
        if state.filtering and any(reads_item(arg) for _, arg in args):
            noun = state.item().kind.noun
            test = plain(state, span)
            state.problem(
                "reading-in-a-filter",
                f'"{test}" would have to be looked up for each one',
                span,
                detail=chosen_in_a_loop(noun, re.sub(r"^are\b", "is", test))
                if noun and info.form == "adjective" and re.match(r"(is|are|has) ", test)
                else ['Read it in a loop first: "For each …:", and set a name or a property.'],
            )
            return Value(p.Const(None), kind)
        result = state.builder.temporary()
        state.builder.add(p.CallSkill(info.id, args, info.effect, result))
        return Value(p.NameRead(result), kind)

    # -- problems -------------------------------------------------------------------

    def two_readings(
        self, readings: Sequence[Parsed], tokens: Sequence[tree.Token], form: str = "action"
    ) -> None:
        """Report that a sentence can be read in several ways, and what each would mean."""
        from kognilang.meaning.apart import told_apart
        from kognilang.meaning.chunks import chunks_of, described

        state = self.state
        span = span_of(tokens)
        phrases = {one.match.entry.target for one in readings}
        ways = _WAYS.get(len(readings), str(len(readings)))
        if len(phrases) == 1:
            understood = [f"{_dotted(readings[0])}   ({self._origin(readings[0])})"]
            summary = f"I can share out the words of this step in {ways} ways"
            lines = [self._slots(one, tokens) for one in readings]
            detail = ["Parentheses say what belongs together; so does a name given first."]
        else:
            understood = described(state, chunks_of(state, self.expressions, tokens))
            summary = f"I can read this step in {ways} ways"
            lines = [
                f"{_dotted(one)}   ({self._origin(one)}): {self._slots(one, tokens)}"
                for one in readings
            ]
            detail = ["Change the sentence so that only one of them fits."]
        state.problem(
            "two-readings",
            summary,
            span,
            understood=understood,
            readings=lines,
            candidates=told_apart(self, readings, tokens, form),
            detail=detail,
        )

    def _slots(self, reading: Parsed, tokens: Sequence[tree.Token]) -> str:
        """Return what goes into each place of a phrase: `the file: the report, …`."""
        return ", ".join(
            f"the {place.name.replace('_', ' ')}: {plain(self.state, span_of(tokens[start:end]))}"
            for place, start, end in reading.match.slots
        )

    def _origin(self, reading: Parsed) -> str:
        target = reading.match.entry.target
        if isinstance(target, int):
            return f"defined on {self.state.place(self.state.defined[target])}"
        return f'from the book "{self.state.library.skills[target].book}"'


_NUMERIC = ("any", "number", "money", "percent", "count", "duration", "date", "moment")
"""Kinds of values that something can be added to."""


def _effect(info: SkillInfo) -> str:
    return "" if info.effect == "none" else {"read": ", reads"}.get(info.effect, ", writes")


_WAYS = {2: "two", 3: "three", 4: "four"}


def _dotted(reading: Parsed) -> str:
    """Return a phrase's wording with `…` in its places."""
    return dotted(reading.match.entry.wording)


def span_of(tokens: Sequence[tree.Token]) -> tuple[int, int]:
    """Return the span of words; (0, 0) where none stands in the text."""
    spans = [token.span for token in tokens if token.span != (0, 0)]
    if not spans:
        return (0, 0)
    return min(one[0] for one in spans), max(one[1] for one in spans)
