"""One source while it is read: its tokens, and what is found to be wrong with it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from kognilang.language.contractions import may_be_short, spelled_out
from kognilang.language.diagnosis import problem_of
from kognilang.language.lexer import tokens as lex
from kognilang.language.rewriting import nodes
from kognilang.language.scanning import Tokens
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import Body
from kognilang.problems.problem import Problem
from kognilang.text.fault import Fault
from kognilang.text.outline import Entry
from kognilang.text.sentences import Sentence
from kognilang.text.source import Source, Span


class SourceReader(ABC):
    """Gives the tokens of a source's parts, their spans in the source, and keeps its problems."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.long_texts: list[Span] = []
        """Where texts stand below a sentence: in them the outline's faults are none."""
        self._faults: list[Fault] = []
        # False while a sentence is only tried out: then no candidates are made of it.
        self.asides = True

    @abstractmethod
    def steps(self, entries: Sequence[Entry]) -> Body:
        """Return the steps of a block; problems are kept, not raised."""

    def tokens(self, start: int, end: int) -> Tokens:
        """Return the tokens of a part of the source."""
        text = self.source.text[start:end]
        found = tuple(lex(text, start, self._faults))
        return spelled_out(found) if may_be_short(text) else found

    def sentence_tokens(self, sentence: Sentence) -> Tokens:
        """Return the tokens of a sentence, which may stand on several lines."""
        if len(sentence.starts) == 1:
            whole = tuple(lex(sentence.text, sentence.origins[0], self._faults))
            return spelled_out(whole) if may_be_short(sentence.text) else whole
        faults: list[Fault] = []
        found = lex(sentence.text, 0, faults)
        for fault in faults:
            fault.span = sentence.place(*fault.span)
        self._faults.extend(faults)
        for token in found:
            token.span = sentence.place(*token.span)
            if token.value is not None:
                for node in {id(one): one for one in nodes(token.value)}.values():
                    node.span = sentence.place(*node.span)
        return spelled_out(tuple(found)) if may_be_short(sentence.text) else tuple(found)

    def faults_in_text(self, faults: list[Fault]) -> None:
        """Note the faults of a text literal."""
        self._faults.extend(faults)

    def problem(
        self,
        failure: NotParsed,
        span: Span,
        at: Span | None = None,
        tokens: Tokens = (),
        block: bool = False,
    ) -> None:
        """Note why a sentence at a span, with or without a block below it, did not parse."""
        if not self.asides:
            self.problems.append(Problem(failure.name, failure.name, self.source, span))
            return
        self.problems.append(
            problem_of(failure, self.source, span, at or failure.span, tokens, block)
        )
