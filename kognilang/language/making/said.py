"""What is said of a value, made before the value is known: comparisons, filters, conditions."""

from __future__ import annotations

from collections.abc import Callable

from kognilang.language.making.spanned import Kids, Spanned, whole
from kognilang.language.rewriting import of_item
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import (
    And,
    Blank,
    Compare,
    Cond,
    Expr,
    ListValue,
    Not,
    Nothing,
    Or,
)
from kognilang.text.source import Span

Said = Callable[[Expr], Cond]


class Either(Or):
    """An `either … or …` that has not yet been found to stand in its place."""

    __slots__ = ()


class NotClause(Not):
    """A `not` before a whole clause, which must not be followed by another clause."""

    __slots__ = ()


class Parenthesised(Cond):
    """A condition in parentheses."""

    __slots__ = ("inner",)

    def __init__(self, inner: Cond, span: Span) -> None:
        self.inner = inner
        self.span = span


def settled(part: Cond) -> Cond:
    """Return a finished condition without the marks of `either`, `not` and parentheses."""
    if type(part) is Parenthesised:
        return part.inner
    if type(part) is Either:
        return Or(part.parts, span=part.span)
    return Not(part.part, span=part.span) if type(part) is NotClause else part


class Filtering(Spanned):
    """A filter in the making: its subject, and what has been said of the items so far."""

    __slots__ = ("joint", "parts", "says", "subject")

    def __init__(self, subject: Expr, say: Said, span: Span) -> None:
        self.subject = subject
        self.parts: list[Cond] = [say(subject)]
        self.joint = ""
        self.says = say
        super().__init__(lambda item: self.condition(), span)

    def and_then(self, more: Filtering, joint: str, at: Span, span: Span) -> Filtering:
        if self.joint not in ("", joint):
            raise NotParsed("mixed-and-or", at, {})
        self.joint = joint
        self.parts.extend(more.parts)
        self.subject = more.subject
        self.span = span
        return self

    def another(self, value: Expr, joint: str, at: Span) -> None:
        """Add a value to the last comparison (`or "held"`)."""
        last = self.parts[-1]
        negated = type(last) is Not
        compare = last.part if isinstance(last, Not) else last
        if type(compare) is not Compare or compare.op not in ("=", "in"):
            if type(compare) is Compare and joint == "or" and not negated:
                if self.joint not in ("", "or"):
                    raise NotParsed("mixed-and-or", at, {})
                self.joint = "or"
                self.parts.append(Compare(compare.op, compare.left, value, compare.extra))
                return
            raise NotParsed("mixed-and-or", at, {})
        if compare.op == "=" or type(compare.right) is not ListValue:
            items: tuple[Expr, ...] = (compare.right, value)
        else:
            items = (*compare.right.items, value)
        span = (items[0].span[0], value.span[1])
        new: Cond = Compare(
            "in", compare.left, ListValue(items, "or", span=span), span=compare.span
        )
        self.parts[-1] = Not(new, span=last.span) if negated else new

    def condition(self) -> Cond:
        parts = tuple(of_item(part) for part in self.parts)
        if len(parts) == 1:
            return parts[0]
        return (And if self.joint == "and" else Or)(parts, span=self.span)


def saying(say: Callable[[Expr], Cond], negated: bool, span: Span) -> Spanned:
    def said(of: Expr) -> Cond:
        condition = say(of)
        condition.span = (min(of.span[0], span[0]) if of.span[1] else span[0], span[1])
        if not negated:
            return condition
        return Not(condition, span=condition.span)

    return Spanned(said, span, negated)


def compared(op: str, negated: bool, right: Expr, extra: tuple[Expr, ...], span: Span) -> Spanned:
    """Return what is said of a value by comparing it; several values are told apart here."""
    if type(right) is ListValue and not right.items and op == "=":
        return saying(lambda of: Blank(of), negated, span)
    if type(right) is ListValue:
        if op == "in":
            right = ListValue(right.items, "or", span=right.span)
        elif op == "=" and right.joint == "or":
            op = "in"
        elif op not in ("=", "all in"):
            kind = Or if right.joint == "or" else And
            items = right.items

            def say(of: Expr) -> Cond:
                return kind(tuple(Compare(op, of, item, extra) for item in items))

            return saying(say, negated, span)
    elif op == "=" and type(right) is Nothing:
        return saying(lambda of: Blank(of), negated, span)
    final = right
    return saying(lambda of: Compare(op, of, final, extra), negated, span)


def predicated(subject: Expr, said: list[tuple[str, Spanned]]) -> Cond:
    parts: tuple[Cond, ...] = tuple(spanned.apply(subject) for _, spanned in said)
    if len(parts) == 1:
        return parts[0]
    joints = {joint for joint, _ in said[1:]}
    if len(joints) > 1:
        raise NotParsed("mixed-and-or", said[-1][1].span, {})
    span = (parts[0].span[0], parts[-1].span[1])
    return (And if joints == {"and"} else Or)(parts, span=span)


def refuse_every_not(how: str, kids: Kids) -> None:
    """Raise NotParsed for `every order is not open`: none, or not all?"""
    if how == "every" and any(said.negated for _, said in kids[-1]):
        raise NotParsed("every-is-not", whole(kids), {})
