"""Calculations: arithmetic and the forms of the language, and the kind of what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kognilang.language import tree
from kognilang.meaning import plan as p
from kognilang.meaning.kinds import ANY, NUMBER, TEXT, Kind, merged
from kognilang.meaning.needed import needs, takes
from kognilang.meaning.state import State, Value

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions


class Calculations:
    """Resolves arithmetic and forms."""

    def __init__(self, state: State, expressions: Expressions) -> None:
        self.state = state
        self.expressions = expressions

    def arithmetic(self, node: tree.Arithmetic) -> Value:
        """Return a sum, difference, product or quotient."""
        left, right = self.expressions.resolve(node.left), self.expressions.resolve(node.right)
        self._taken_by(node)
        needs(self.state, node.left, left, "a number")
        needs(self.state, node.right, right, "a number")
        return Value(p.Operation(node.op, (left.x, right.x)), _sum_kind(node.op, left, right))

    def _taken_by(self, node: tree.Arithmetic) -> None:
        """Refuse `the fee of the gross plus 1` where the fee is worked out from a number: it could
        be that of the gross, or that of the gross plus 1."""
        state = self.state
        last = node.left
        while isinstance(last, tree.Arithmetic):
            last = last.right
        taken = self.expressions.calls.taken.get(last.span)
        text = state.source.text
        end = last.span[1]
        if taken is None or not last.span[0] < taken < end or ")" in text[end : node.right.span[0]]:
            return
        if text[last.span[0]] == "(" or text[end - 1] == ")":
            return
        start, stop = last.span[0], node.right.span[1]
        one = f"({text[start:end]}){text[end:stop]}"
        other = f"{text[start:taken]}({text[taken:stop]})"
        state.problem(
            "arithmetic-after-value",
            f'"{" ".join(text[end:stop].split())}" could belong to '
            f'"{" ".join(text[taken:end].split())}", or to all of it',
            (start, stop),
            candidates=[
                state.rewritten((start, stop), one), state.rewritten((start, stop), other)
            ],
        )  # fmt: skip

    def form(self, node: tree.Form) -> Value:
        """Return what a form of the language comes to: `the total of X`, `X rounded up`."""
        args = [self.expressions.resolve(arg) for arg in node.args]
        own = node.name.removesuffix(" of")
        if own != node.name and len(args) == 1 and self._is_own(args[0].kind, own):
            return self.expressions.properties.field(args[0], own, exact=False)
        takes(self.state, node, args)
        return Value(
            p.Operation(node.name, tuple(arg.x for arg in args)), _form_kind(node.name, args)
        )

    def _is_own(self, kind: Kind, name: str) -> bool:
        """Say whether `the total of` a thing is known to be the thing's own field; where nothing
        is known of it, the run finds out."""
        if kind.many:
            return False
        return kind.word == "record" or name in self.state.plan.currencies.get(kind.noun, {})


_NUMBERS = frozenset(
    ("number of", "length of", "remainder", "year of", "month number of", "day of", "hour of",
     "age of", "days between", "business days between", "weeks between", "days from to")
)  # fmt: skip
_TEXTS = frozenset(
    ("followed by", "in capitals", "in lower case", "trimmed", "first word of", "last word of",
     "joined with", "text before", "text after", "text between", "replaced", "listed one per line",
     "in words", "as", "month of", "weekday of")
)  # fmt: skip
_DATES = frozenset(("today", "tomorrow", "yesterday", "end of month", "start of month",
                    "next weekday", "last weekday", "end of year"))  # fmt: skip
_LISTS = frozenset(("lines of", "words of", "split by"))
_SAME = frozenset(("rounded", "rounded up", "rounded down", "negative", "reversed", "copy"))
_ONE_OF = frozenset(("total of", "largest of", "smallest of", "latest of", "earliest of",
                     "average of", "most common of", "first", "last"))  # fmt: skip


def _form_kind(name: str, args: list[Value]) -> Kind:
    """Return what is known of the kind of what a form yields."""
    if name in _NUMBERS:
        return NUMBER
    if name in _TEXTS:
        return TEXT
    if name in _DATES:
        return Kind("date")
    if name == "now":
        return Kind("moment")
    if name in _LISTS:
        return Kind("list", "", TEXT)
    if name in _SAME and args:
        return args[0].kind
    if name in _ONE_OF and args:
        return args[-1].kind.item if args[-1].kind.many else ANY
    if name in ("smaller of", "larger of", "earlier of", "later of", "difference") and args:
        return merged(args[0].kind, args[-1].kind)
    return ANY


def _sum_kind(op: str, left: Value, right: Value) -> Kind:
    """Return what is known of the kind of what arithmetic yields."""
    one, other = left.kind.word, right.kind.word
    if op in "+-":
        if one in ("date", "moment") and other == "duration":
            return Kind(one)
        if one == other and one in ("number", "money", "percent", "count", "duration"):
            return Kind(one)
    elif op == "*":
        if "money" in (one, other):
            return Kind("money")
        if one == other == "number":
            return NUMBER
    elif one == "money" and other == "number":
        return Kind("money")
    return ANY
