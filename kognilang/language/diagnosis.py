"""What did not parse, as a problem: where understanding ended, and sentences that would work."""

from __future__ import annotations

from kognilang.language.scanning import Tokens
from kognilang.language.terminals import NotParsed
from kognilang.problems.problem import Problem
from kognilang.text.source import Source, Span


def problem_of(
    failure: NotParsed,
    source: Source,
    sentence: Span,
    at: Span,
    tokens: Tokens,
    has_block: bool,
) -> Problem:
    """Return the problem that a failure of the parser is."""
    return Problem(failure.name, failure.name.replace("-", " "), source, at)
