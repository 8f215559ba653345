"""What did not parse, as a problem: where understanding ended, and sentences that would work.

Every candidate is made of the writer's own words, and is offered only if it parses.
"""

from __future__ import annotations

import re

from kognilang.language.scanning import Tokens
from kognilang.language.terminals import NotParsed
from kognilang.language.trial import works
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
    # A text that is understood needs none of these.
    from kognilang.language.mistakes import sentences
    from kognilang.language.mistakes.case import Case, ended
    from kognilang.language.mistakes.explanations import EXPLANATIONS

    if not sentence[0] <= at[0] <= at[1] <= len(source.text) or at[0] >= at[1]:
        at = sentence
    case = Case(failure, source, sentence, at, tokens, has_block)
    explain = EXPLANATIONS.get(failure.name, sentences.unread)
    problem = explain(case)
    problem.source = source
    if problem.span == (0, 0):
        problem.span = at
    from kognilang.language.literals import written_out

    offered = dict.fromkeys(ended(one) for one in (*written_out(case.text), *problem.candidates))
    problem.candidates = [one for one in offered if works(one)][:3]
    return problem


_LAST_PART = re.compile(r"(.*['’]s?\s+)([\w ]+)$")


def _in_sentence(source: Source, span: Span, written: str, new: str) -> list[str]:
    """Return the line of a text with other words in its braces, if it parses."""
    line = source.line_text(source.line_of(span[0]))
    sentence = line.strip().replace("{" + written + "}", "{" + new + "}")
    return [sentence] if sentence != line.strip() and works(sentence) else []


def braces(source: Source, span: Span, written: str) -> Problem:
    """Return the problem of a value in braces that is not understood."""
    if not written.strip():
        return Problem(
            "empty-braces",
            "The braces hold nothing",
            source,
            (max(0, span[0]), span[1]),
            detail=["Braces hold a value that is filled in; a brace that is only one is {{."],
        )
    from kognilang.language.bracketed import headed
    from kognilang.language.otherwords import said_otherwise

    quoted = _LAST_PART.sub(r'\1"\2"', written, count=1)
    if quoted != written and works(f"Show {quoted}."):
        name = _LAST_PART.search(written)
        assert name is not None
        return Problem(
            "reserved-word-in-name",
            f'"{name[2]}" holds a word that the language needs, so it stands in quotes here',
            source,
            span,
            candidates=_in_sentence(source, span, written, quoted),
        )
    heading = headed(written, source.text)
    if heading is not None and works(f"Show {heading[1][0]}."):
        return Problem(
            "reserved-word-in-name",
            f'"{heading[0]}" holds a mark that the language needs, so it stands in quotes here',
            source,
            span,
            candidates=[
                line for one in heading[1] for line in _in_sentence(source, span, written, one)
            ],
        )
    candidates: list[str] = []
    for _, new in said_otherwise(written):
        candidates += _in_sentence(source, span, written, new)
    return Problem(
        "unread-value",
        f"I cannot read the value in {{{written}}}",
        source,
        span,
        candidates=candidates[:3],
        detail=["Braces in a text hold a value, such as {the customer's name}."],
    )


IN_VALUES = frozenset(
    {
        "ambiguous-date",
        "arithmetic-after-filter",
        "clause-in-filter",
        "duration-of-two",
        "ending-after-operator",
        "list-without-and",
        "mixed-and-or",
        "order-in-group",
        "reserved-word-in-name",
        "tight-comma",
        "tight-operator",
    }
)
"""Mistakes within a value, which are told in braces as anywhere else."""
