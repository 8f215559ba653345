"""A failure of the parser with the sentence that it happened in."""

from __future__ import annotations

import re

from kognilang.dataclass import dataclass
from kognilang.language.scanning import Tokens
from kognilang.language.terminals import NotParsed
from kognilang.text.source import Source, Span


@dataclass(slots=True)
class Case:
    """A failure with the sentence that it happened in."""

    failure: NotParsed
    source: Source
    sentence: Span
    at: Span
    tokens: Tokens
    block: bool

    @property
    def text(self) -> str:
        """The sentence as one line."""
        return one_line(self.source.text[self.sentence[0] : self.sentence[1]])

    def words(self, span: Span) -> str:
        """Return the words of a part of the source as one line."""
        return one_line(self.source.text[span[0] : span[1]])

    def with_part(self, span: Span, new: str) -> str:
        """Return the sentence with the words of a span replaced."""
        text, (start, end) = self.source.text, self.sentence
        return one_line(text[start : span[0]] + new + text[span[1] : end])


def one_line(text: str) -> str:
    """Return words that were written over several lines as one."""
    return re.sub(r"\s*\n\s*", " ", text).strip()


def ended(sentence: str) -> str:
    """Return a sentence with its period, or its colon; a title has none."""
    if sentence.startswith("#"):
        return sentence
    return sentence if sentence.endswith((".", ":")) else f"{sentence}."
