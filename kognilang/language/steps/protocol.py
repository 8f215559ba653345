"""What a sentence's form may ask of the block below it, and branches that wait for their step."""

from __future__ import annotations

import re
from typing import Protocol

from kognilang.language.scanning import Tokens
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import (
    Ask,
    Blank,
    Body,
    Compare,
    Cond,
    Detail,
    Exists,
    Expr,
    Fail,
    Guarded,
    If,
    Is,
    MakeSure,
    Not,
    Return,
    SkipItem,
    Step,
    Stop,
    StopRepeating,
    Truth,
    Unread,
)


class Block(Protocol):
    """The block that stands indented below a sentence."""

    def steps(self) -> Body:
        """Return it as steps."""
        ...

    def value(self) -> Expr:
        """Return it as a value: a record, a table, a list, or a long text."""
        ...

    def text(self) -> Expr:
        """Return it as a long text (a table stays one)."""
        ...

    def details(self) -> tuple[Detail, ...] | None:
        """Return it as named details, or None if some line is none."""
        ...

    def lines(self) -> tuple[Tokens, ...]:
        """Return the words of its lines, without commas and periods at their ends."""
        ...

    def conditions(self) -> tuple[Cond, ...]:
        """Return it as conditions, one a line."""
        ...

    def cases(self) -> tuple[tuple[tuple[Cond, Body], ...], Body | None]:
        """Return it as the cases of `Depending on`, and what is done in any other."""
        ...

    def condition(self, tokens: Tokens) -> Cond:
        """Return it as the list of conditions that `all of the following` announces."""
        ...


class Otherwise(Step):
    """A branch that still has to be joined to the `If` before it."""

    __slots__ = ("body", "condition")

    def __init__(self, condition: Cond | None, body: Body) -> None:
        super().__init__()
        self.condition = condition
        self.body = body


class Handler(Step):
    """`If that fails, S.`, to be joined to the step before it."""

    __slots__ = ("because", "body")

    def __init__(self, because: str | None, body: Body) -> None:
        super().__init__()
        self.because = because
        self.body = body


class Nobody(Step):
    """`If nobody answers, S.`, to be joined to the asking before it."""

    __slots__ = ("body",)

    def __init__(self, body: Body) -> None:
        super().__init__()
        self.body = body


def join(items: list[Step], steps: Body, doubts: list[NotParsed] | None = None) -> None:
    """Add steps to those before them; `Otherwise`, `If that fails` and `If nobody answers` are
    joined to the step that they belong to. Raises NotParsed where there is none, or where it is
    not clear which; with `doubts`, such a failure is added to them and the joining goes on, so
    that one mistake is told once. What belongs to a sentence that did not parse is no mistake."""
    for step in steps:
        before = items[-1] if items else None
        if type(step) is Otherwise:
            if type(before) is Unread and _CHOOSES.match(before.text):
                items.append(_astray(step))
                continue
            try:
                if type(before) is If:
                    _hold_against(step, before, items[-2] if len(items) > 1 else None)
                _join_otherwise(step, before)
            except NotParsed as failure:
                if doubts is None:
                    raise
                doubts.append(failure)
                if failure.name == "ambiguous-otherwise":
                    _join_otherwise(step, before)
                else:
                    items.append(_astray(step))
        elif type(step) is Handler:
            if before is None:
                raise NotParsed("handler-without-step", step.span, {})
            handler = (step.because, step.body)
            span = (before.span[0], step.span[1])
            if type(before) is Guarded:
                before.handlers = (*before.handlers, handler)
                before.span = span
            else:
                items[-1] = Guarded((before,), (handler,), span=span)
        elif type(step) is Nobody:
            if type(before) is Unread:
                items.append(Unread("", step.body, span=step.span))
                continue
            if type(before) is not Ask or before.nobody is not None:
                raise NotParsed("nobody-without-ask", step.span, {})
            before.nobody = step.body
        else:
            items.append(step)


def joined(body: Body) -> Body:
    """Return the steps with `otherwise` and its like joined to the step before each."""
    items: list[Step] = []
    join(items, body)
    return tuple(items)


def _settled_by(before: Step | None) -> bool:
    """Tell whether `Otherwise` is the opposite of `If nobody answers` or `If that fails`, and of
    no `If` before that."""
    if type(before) is Ask:
        return before.nobody is not None and before.otherwise is None
    if type(before) is Guarded:
        last = before.body[-1] if before.body else None
        chooses = type(last) is If and last.otherwise is None
        return before.otherwise is None and not chooses
    return False


_CHOOSES = re.compile(
    r"(if|unless|otherwise|else|or if|elif|elseif|make sure|ensure|check|verify|then)\b"
    r"|.* (if|unless) ",
    re.IGNORECASE | re.DOTALL,
)
"""How a sentence that `Otherwise` may follow is written."""


def _astray(step: Otherwise) -> Unread:
    """Return a branch whose `If` is not there, so that what is wrong in it is told too."""
    body = step.body
    if step.condition is not None:
        body = (If(((step.condition, body),), span=step.span),)
    return Unread("otherwise", body, span=step.span)


def _hold_against(step: Otherwise, before: If, earlier: Step | None) -> None:
    """Raise NotParsed where `Otherwise` could be the opposite of two Ifs."""
    if before.nested and before.otherwise is None:
        raise NotParsed("ambiguous-otherwise", step.span, {})
    if (
        len(before.branches) == 1
        and before.otherwise is None
        and type(earlier) is If
        and len(earlier.branches) == 1
        and earlier.otherwise is None
        and not _always_leaves(earlier.branches[0][1])
        and _subject(earlier.branches[0][0]) is not None
        and _subject(earlier.branches[0][0]) == _subject(before.branches[0][0])
    ):
        start = before.span[0]
        raise NotParsed("ambiguous-otherwise", step.span, {"second": str(start)})


def _always_leaves(body: Body) -> bool:
    return bool(body) and isinstance(body[-1], Stop | Return | SkipItem | StopRepeating | Fail)


def _subject(condition: Cond) -> Expr | None:
    """Return what a condition is about: the value that it looks at."""
    while type(condition) is Not:
        condition = condition.part
    if isinstance(condition, Compare | Is):
        return condition.left
    return condition.of if isinstance(condition, Blank | Exists | Truth) else None


def _join_otherwise(step: Otherwise, before: Step | None) -> None:
    if type(before) is MakeSure and step.condition is None and before.otherwise is None:
        before.otherwise = step.body
        return
    if step.condition is None and _settled_by(before):
        before.otherwise = step.body  # type: ignore[union-attr]
        before.span = (before.span[0], step.span[1])  # type: ignore[union-attr]
        return
    if type(before) is not If or before.otherwise is not None:
        data = {"closed": "yes"} if type(before) is If else {}
        raise NotParsed("otherwise-without-if", step.span, data)
    if step.condition is None:
        before.otherwise = step.body
    else:
        before.branches = (*before.branches, (step.condition, step.body))
    before.span = (before.span[0], step.span[1])
