"""Texts where a number, a length of time or a date is needed: told before the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kognilang.language import tree
from kognilang.language.words import NUMBER_WORDS, canonical
from kognilang.meaning import plan as p
from kognilang.meaning.written import plain

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions
    from kognilang.meaning.state import State, Value

_AMOUNTS = frozenset(("number", "money", "percent", "count"))


def length_of(state: State, expressions: Expressions, node: tree.Expr | None) -> p.X | None:
    """Resolve a length of time, if one is given; a text in its place is reported."""
    if node is None:
        return None
    value = expressions.resolve(node)
    needs(state, node, value, "a length of time")
    return value.x


def needs(state: State, node: tree.Expr | None, value: Value, what: str) -> None:
    """Report a text in quotes that stands where only `what` ("a number") can, and says no such
    thing; and a name that only such a text is set to. What any other name stands for is seen when
    the run meets it."""
    if node is None:
        return
    known_as = state.scope.find(node.name) if isinstance(node, tree.Name) else None
    if isinstance(value.x, p.Const) and isinstance(value.x.value, str):
        text = value.x.value
    elif known_as is not None and known_as.text and isinstance(value.x, p.NameRead):
        text = known_as.text
    else:
        return
    from kognilang.values.recognising import recognise

    if not isinstance(recognise(text, state.settings), str):
        return
    span = node.span
    if known_as is not None and isinstance(node, tree.Name):
        state.problem(
            "wrong-kind-in-slot",
            f"{what.capitalize()} is needed here, and {plain(state, span)} is a text",
            span,
            understood=[f'the {node.name}: "{text}" (set on line {known_as.line})'],
            detail=[f"Set it to {what}, or name here what holds one."],
        )
        return
    known = canonical(text).removeprefix("the ")
    candidates = []
    if text.strip().lower() in NUMBER_WORDS and what == "a number":
        candidates.append(state.rewritten(span, text.strip().lower()))
    elif state.scope.find(known) is not None:
        candidates.append(state.rewritten(span, f"the {known}"))
    state.problem(
        "wrong-kind-in-slot",
        f"{what.capitalize()} is needed here, and {plain(state, span)} is a text",
        span,
        candidates=candidates,
        detail=['A text stands in quotes; a number has none, and a name begins with "the".'],
    )


def compares(state: State, node: tree.Compare, left: Value, right: Value) -> None:
    """Report an amount that is held to be more or less than a text."""
    if node.op not in ("<", ">", "<=", ">="):
        return
    for one, other, written in ((left, right, node.right), (right, left, node.left)):
        if one.kind.word in _AMOUNTS:
            needs(state, written, other, "a number")
