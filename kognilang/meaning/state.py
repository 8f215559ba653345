"""What is known while a text is being understood: definitions, names, problems, the plan so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kognilang.dataclass import dataclass, field
from kognilang.language import tree
from kognilang.meaning import plan as p
from kognilang.meaning.books import Library
from kognilang.meaning.builder import Builder
from kognilang.meaning.kinds import ANY, Kind
from kognilang.meaning.phrases import Phrases
from kognilang.meaning.scopes import Known, Scope
from kognilang.problems.problem import Problem
from kognilang.settings import Settings
from kognilang.text.source import Source, Span


@dataclass(slots=True)
class Value:
    """A resolved expression and what is known of its kind."""

    x: p.X
    kind: Kind = ANY


@dataclass(slots=True)
class Looked:
    """The thing that a filter or a definition looks at.

    `x` is given where it has a name of its own in the plan (`Depending on`); then no
    level of `ItemRead` is counted for it. `owned` says that `the NOUN` means it even if the
    text has such a name (definitions).
    """

    kind: Kind
    x: p.X | None = None
    owned: bool = False
    filters: bool = False
    """Whether it is the item of a filter, whose own field a set name could also mean."""


@dataclass(slots=True)
class Parameter:
    """A parameter of a definition: its noun and what it may be."""

    name: str
    kind: Kind


@dataclass(slots=True)
class Defined:
    """A definition of the file: `number` is its place in `Plan.procedures`."""

    number: int
    form: str
    title: str
    node: tree.Procedure | tree.Adjective | tree.DerivedProperty | tree.Trigger | None
    parameters: tuple[Parameter, ...] = ()
    line: int = 0
    noun: str = ""
    words: str = ""
    yields: Kind = ANY
    source: Source | None = None
    """The text that it stands in."""


_OF_LITERALS = frozenset(("unknown-count", "unknown-phrase", "unknown-unit"))
"""Problems of words that may be a literal in other letters."""


@dataclass(slots=True)
class Explanation:
    """How a sentence was understood: `parts` are (words as written, what they are)."""

    line: int
    written: str
    canonical: str
    section: str = ""
    skill: str = ""
    effect: str = ""
    parts: list[tuple[str, str]] = field(default_factory=list)
    span: Span = (0, 0)
    file: str = ""
    """The name of the file that it stands in."""
    sentence: int = -1
    """The place of the sentence among the plan's; -1 for a definition's head."""


@dataclass(slots=True)
class Mention:
    """Something that a sentence named, which `it` or `they` may mean."""

    label: str
    x: p.X
    kind: Kind


@dataclass(slots=True)
class State:
    """The state of understanding one text; every part of the resolver shares it."""

    source: Source
    library: Library
    settings: Settings
    builder: Builder
    scope: Scope
    own: Phrases = field(default_factory=Phrases)
    defined: dict[int, Defined] = field(default_factory=dict)
    adjectives: dict[str, list[Defined]] = field(default_factory=dict)
    constants: dict[str, Kind] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    explanations: list[Explanation] = field(default_factory=list)
    inputs: dict[str, int] = field(default_factory=dict)
    items: list[Looked] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    before: list[Mention] = field(default_factory=list)
    produced: Value | None = None
    """What the sentence before produced, for `the result`."""
    asked: Kind | None = None
    """The kind of the last answer, for `the answer`; None if nothing was asked above."""
    open_question: p.AskPerson | None = None
    """The last question of any kind of answer, until something speaks of its answer."""
    decided: tuple[Scope, Value] | None = None
    """What `Decide whether …` came to, with the scope that it stands in, for `If so`."""
    offering: int = 0
    """How many trials for suggestions are under way, one within the other."""
    parts_left: int | None = None
    """While a sentence is parted at its `and`s: how many more parts are tried."""
    whole: bool = False
    """Whether a sentence that is planned now is not parted at an `and`."""
    must_be_pure: list[tuple[int, Span]] = field(default_factory=list)
    """Definitions that are called inside a filter, with where."""
    section: str = ""
    explaining: Explanation | None = None
    in_answer: bool = False
    """Whether the text answers a question: `Try again.` and the like are steps then."""
    watched: frozenset[int] = frozenset()
    """Where sentences begin of which it is asked what is known there."""
    served: Callable[[Source], Source] | None = None
    """Returns the text of a file that is used with what has been settled for it laid in."""
    seen: dict[int, dict[str, Known]] = field(default_factory=dict)
    """The names known at each of the watched places."""
    trials: int = 0
    """How many readings are being tried, one inside the other."""

    @property
    def plan(self) -> p.Plan:
        """Return the plan so far."""
        return self.builder.plan

    def place(self, defined: Defined) -> str:
        """Return where a definition stands, for people: its line, and its file if another."""
        away = defined.source is not None and defined.source is not self.source
        where = f"line {defined.line}"
        return f"{where} of {defined.source.name}" if away and defined.source else where

    def line(self, span: Span) -> int:
        """Return the line on which a span begins."""
        return self.source.line_of(span[0])

    def rewritten(self, span: Span, new: str) -> str:
        """Return the sentence at hand with the words of a span replaced: a candidate."""
        text = self.source.text
        if self.explaining is None or span == (0, 0):
            return new
        begin, end = self.explaining.span
        if ":\n" in text[begin : span[0]]:
            # Of a sentence with blocks, the head that the words stand in is all that is meant.
            begin = text.rfind("\n", begin, span[0]) + 1
        if not begin <= span[0] <= span[1] <= end:
            return new
        line_end = text.find("\n", span[1])
        stop = min(end, line_end if line_end != -1 else len(text))
        sentence = " ".join((text[begin : span[0]] + new + text[span[1] : stop]).split())
        sentence = sentence[:1].upper() + sentence[1:]
        end_mark = ":" if text[stop : stop + 1] == ":" else "."
        return sentence if sentence.endswith((".", ":")) else sentence + end_mark

    def line_span(self, line: int) -> Span:
        """Return the span of a line's words."""
        text = self.source.line_text(line)
        starts = self.source._line_starts()
        start = starts[line - 1] if 0 < line <= len(starts) else 0
        return start + len(text) - len(text.lstrip()), start + len(text.rstrip())

    def problem(
        self,
        name: str,
        summary: str,
        span: Span,
        *,
        understood: list[str] | None = None,
        candidates: list[str] | None = None,
        readings: list[str] | None = None,
        detail: list[str] | None = None,
        warning: bool = False,
    ) -> None:
        """Report a problem of the text; one without a place stands at the sentence at hand."""
        if span == (0, 0) and self.explaining is not None:
            span = self.explaining.span
        if name in _OF_LITERALS and not self.trials:
            every = dict.fromkeys([*self._written_out(span), *(candidates or [])])
            candidates = list(every)[:3]
        self.problems.append(
            Problem(
                name,
                summary,
                self.source,
                span,
                understood or [],
                candidates or [],
                readings or [],
                detail or [],
                warning,
            )
        )

    def _written_out(self, span: Span) -> list[str]:
        """Return the sentence at hand with its literals as the language writes them."""
        from kognilang.language.literals import written_out
        from kognilang.language.trial import works

        whole = self.rewritten(span, " ".join(self.source.text[span[0] : span[1]].split()))
        return [one for one in written_out(whole) if works(one)]

    @contextmanager
    def looking_at(
        self, kind: Kind, x: p.X | None = None, *, owned: bool = False, filters: bool = False
    ) -> Iterator[None]:
        """Resolve what speaks of an item: of a filter, a sort, a definition, a case."""
        self.items.append(Looked(kind, x, owned, filters))
        try:
            yield
        finally:
            self.items.pop()

    def item(self, place: int = -1) -> Value:
        """Return the item looked at, the innermost by default; `place` is in `items`."""
        looked = self.items[place]
        if looked.x is not None:
            return Value(looked.x, looked.kind)
        inner = self.items[place:][1:] if place != -1 else []
        depth = sum(1 for one in inner if one.x is None)
        return Value(p.ItemRead(depth), looked.kind)

    @property
    def filtering(self) -> bool:
        """Say whether an item of a filter or definition is being looked at."""
        return any(one.x is None for one in self.items)

    def mention(self, label: str, x: p.X, kind: Kind) -> None:
        """Note that the sentence names something."""
        if not any(one.label == label for one in self.mentions):
            self.mentions.append(Mention(label, x, kind))

    def part(self, written: str, meaning: str) -> None:
        """Explain some words of the sentence."""
        if self.explaining is not None and (written, meaning) not in self.explaining.parts:
            self.explaining.parts.append((written, meaning))

    @contextmanager
    def trying(self, *, for_offer: bool = False) -> Iterator[Trial]:
        """Try a reading: what it adds is taken back unless the trial is kept. `for_offer`: it is
        tried only for a suggestion, so that nothing is suggested for what is wrong in it."""
        trial = Trial(len(self.problems))
        self.trials += 1
        self.offering += for_offer
        mark = self.builder.mark()
        mentions = list(self.mentions)
        inputs = dict(self.inputs)
        explained = list(self.explaining.parts) if self.explaining is not None else []
        pure = len(self.must_be_pure)
        try:
            yield trial
        finally:
            self.trials -= 1
            self.offering -= for_offer
            trial.problems = self.problems[trial.start :]
            if not trial.kept:
                del self.problems[trial.start :]
                self.builder.back_to(mark)
                self.mentions = mentions
                self.inputs = inputs
                del self.must_be_pure[pure:]
                if self.explaining is not None:
                    self.explaining.parts = explained


@dataclass(slots=True)
class Trial:
    """A reading that is being tried."""

    start: int
    kept: bool = False
    problems: list[Problem] = field(default_factory=list)
