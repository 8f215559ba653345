"""The words of an example's lines: what they say, and what is told of one that says nothing."""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.language import tree
from kognilang.language.scanning import is_mark
from kognilang.language.slots import steps_of
from kognilang.problems.problem import Problem
from kognilang.text.source import Source, Span

Tokens = Sequence[tree.Token]


def not_understood(
    name: str, summary: str, source: Source, span: Span, like: Sequence[str] = ()
) -> Problem:
    """Return the problem of a line of an example; `like` are lines that would work."""
    detail = [f"Lines that work look like: {one}" for one in like[:1]]
    detail += [f"                           {one}" for one in like[1:]]
    return Problem(name, summary, source, span, detail=detail)


def without_end(tokens: Tokens) -> list[tree.Token]:
    """Return the tokens without the full stop or colon at their end."""
    kept = list(tokens)
    while kept and (is_mark(kept[-1], ".") or is_mark(kept[-1], ":")):
        kept.pop()
    return kept


def plain_token(token: tree.Token) -> str:
    """Return what a token of an example's line says: a text without its quotes."""
    if isinstance(token.value, tree.Text):
        return "".join(part for part in token.value.parts if isinstance(part, str))
    return token.written or token.text


def steps_said(line: tree.ExampleLine, tokens: Tokens) -> tree.Body:
    """Return the steps that a line says; none where it says no step."""
    return only_steps((line.step,) if line.step is not None else steps_of(tuple(tokens)))


def only_steps(found: Sequence[tree.Step] | None) -> tree.Body:
    """Return the steps if all of them are some: no words that nothing is known of, and no bare
    value."""
    if not found or any(_no_step(one) for one in found):
        return ()
    return tuple(found)


def _no_step(step: tree.Step) -> bool:
    return isinstance(step, tree.Unread) or (isinstance(step, tree.Show) and step.implicit)
