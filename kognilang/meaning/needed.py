"""Texts where a number, a length of time or a date is needed: told before the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kognilang.language import tree
from kognilang.language.words import NUMBER_WORDS, canonical
from kognilang.meaning import plan as p
from kognilang.meaning.otherwise import in_other_words
from kognilang.meaning.written import plain
from kognilang.values.nouns import with_article

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


def needs(
    state: State, node: tree.Expr | None, value: Value, what: str, *, offered: str = ""
) -> None:
    """Report a text in quotes that stands where only `what` ("a number") can, and says no such
    thing; a name that only such a text is set to; and a property of which the text says that it
    is something else. What any other name stands for is seen when the run meets it. `offered` is a
    sentence that does with a text what this one says."""
    if node is None or _declared(state, node, value, what, offered):
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
            candidates=[offered] if offered else in_other_words(state, span),
            detail=[f"Set it to {what}, or name here what holds one."],
        )
        return
    known = canonical(text).removeprefix("the ")
    candidates = in_other_words(state, span)
    if text.strip().lower() in NUMBER_WORDS and what == "a number":
        candidates.append(state.rewritten(span, text.strip().lower()))
    elif state.scope.find(known) is not None:
        candidates.append(state.rewritten(span, f"the {known}"))
    state.problem(
        "wrong-kind-in-slot",
        f"{what.capitalize()} is needed here, and {plain(state, span)} is a text",
        span,
        candidates=candidates,
        detail=[
            _AS_WRITTEN.get(
                what, 'A text stands in quotes; a number has none, and a name begins with "the".'
            )
        ],
    )


_AS_WRITTEN = {
    "a length of time": "A length of time is written as 10 minutes, 2 hours or 3 days.",
    "a date": "A date is written as 2026-03-31, 31 March 2026 or today, without quotes.",
    "a time or a date": "A time is written as 9:00 or 5 pm, a date as 2026-03-31, without quotes.",
}


def _declared(state: State, node: tree.Expr, value: Value, what: str, offered: str) -> bool:
    """Report a property that the text declares to be of a kind that cannot be `what`."""
    if not isinstance(value.x, p.FieldRead) or value.kind.word not in _NEVER.get(what, ()):
        return False
    field, kind = canonical(value.x.name), value.kind.word
    owner = next(
        (
            noun
            for noun, info in state.plan.kinds.items()
            for one in info.fields
            if canonical(one.name) == field and one.kind == kind
        ),
        "",
    )
    if not owner:
        return False
    state.problem(
        "wrong-kind-in-slot",
        f"{what.capitalize()} is needed here, and {plain(state, node.span) or 'this'} is"
        f" {with_article(kind)}",
        node.span,
        understood=[f"{with_article(owner)} has: {field} ({kind})"],
        candidates=[offered] if offered and kind == "text" else [],
        detail=[f"If it is {what}, say so where it is declared, in parentheses:"
                f" {field} ({what.split(' ', 1)[1]})."]
        if what in ("a number", "a date")
        else [],
    )  # fmt: skip
    return True


_NEVER = {
    "a number": ("text", "yes/no", "person"),
    "a number or a list": ("text", "yes/no", "person"),
    "a length of time": ("text", "yes/no", "person", "date", "money", "percent"),
    "a date": ("text", "yes/no", "person", "number", "money", "percent"),
    "a time or a date": ("text", "yes/no", "person", "number", "money", "percent"),
}
"""What a property may be declared to be that certainly is not what is needed."""

_FORMS = {
    "rounded": "a number", "rounded up": "a number", "rounded down": "a number",
    "rounded to nearest": "a number", "remainder": "a number", "negative": "a number",
    "absolute": "a number", "year of": "a date", "month of": "a date",
    "month number of": "a date", "weekday of": "a date", "day of": "a date",
    "quarter of": "a date", "age of": "a date", "days between": "a date",
    "days between counting both": "a date", "days from to": "a date",
    "business days between": "a date", "weeks between": "a date", "months between": "a date",
    "years between": "a date", "business days from to": "a date",
}  # fmt: skip
_LAST = {"after": "a date", "before": "a date", "share of": "a number"}


def takes(state: State, node: tree.Form, args: list[Value]) -> None:
    """Report what a form of the language cannot take: `the name rounded up`, `3 days after the
    name`."""
    what = _FORMS.get(node.name)
    if what is not None:
        for arg, value in zip(node.args, args, strict=False):
            needs(state, arg, value, what)
    elif node.name in _LAST and args:
        needs(state, node.args[-1], args[-1], _LAST[node.name])


def compares(state: State, node: tree.Compare, left: Value, right: Value) -> None:
    """Report an amount that is held to be more or less than a text, and a date that is held to be
    before or after one."""
    if node.op in ("<", ">", "<=", ">="):
        kinds, what = _AMOUNTS, "a number"
    elif node.op in ("before", "after", "on or before", "on or after"):
        kinds, what = _DAYS, "a date"
    else:
        return
    for one, other, written in ((left, right, node.right), (right, left, node.left)):
        if one.kind.word in kinds:
            needs(state, written, other, what)


_DAYS = frozenset(("date", "moment"))
