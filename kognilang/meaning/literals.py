"""Literals: texts, numbers, counts, days, lengths of time, lists, records and tables as written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kognilang.language import tree
from kognilang.language.words import plural, singular
from kognilang.meaning import plan as p
from kognilang.meaning.cells import Cells
from kognilang.meaning.kinds import ANY, DURATION, LITERALS, NUMBER, TEXT, YES_NO, Kind, merged
from kognilang.meaning.needed import needs
from kognilang.meaning.state import State, Value
from kognilang.values import kinds as values
from kognilang.values.dates import so_many

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions

_COUNTED = frozenset(
    ("unit", "item", "person", "piece", "copy", "time", "row", "line", "page", "file", "document",
     "invoice", "order", "case", "box", "percentage point")
)  # fmt: skip
"""What is counted without being named in the text."""

_SCALES = {"thousand": 1000, "thousands": 1000, "hundred": 100, "hundreds": 100}
"""Words that people write behind a number, which here would be counted."""

_CURRENCY_WORDS = {"dollar": "$", "euro": "€", "pound": "£", "buck": "$"}
"""What people write for a currency's sign."""


class Literals:
    """Resolves what is written out."""

    def __init__(self, state: State, expressions: Expressions) -> None:
        self.state = state
        self.expressions = expressions
        self._cells = Cells(state, expressions)
        self.ways: dict[type[tree.Expr], Callable[[Any], Value]] = {
            tree.Text: self._text,
            tree.Number: lambda node: Value(p.Const(node.value), NUMBER),
            tree.MoneyLiteral: lambda node: Value(
                p.Const(values.Money(node.amount, node.currency)), Kind("money")
            ),
            tree.PercentLiteral: lambda node: Value(
                p.Const(values.Percent(node.value)), Kind("percent")
            ),
            tree.CountLiteral: self._count,
            tree.DateLiteral: lambda node: Value(p.Const(node.value), Kind("date")),
            tree.TimeLiteral: lambda node: Value(p.Const(node.value), Kind("time")),
            tree.MomentLiteral: self._moment,
            tree.DurationLiteral: self._duration,
            tree.YesNo: lambda node: Value(p.Const(node.value), YES_NO),
            tree.Nothing: lambda node: Value(p.Const(None), Kind("nothing")),
            tree.NewLine: lambda node: Value(p.Const("\n"), TEXT),
            tree.ListValue: self._list,
            tree.RecordValue: self._record,
            tree.TableValue: self._table,
        }
        """The expressions that are resolved here, each with its way."""

    def _text(self, node: tree.Text) -> Value:
        parts: list[str | p.X] = []
        for part in node.parts:
            if isinstance(part, str):
                parts.append(part)
            else:
                parts.append(self.expressions.resolve(part).x)
        if all(isinstance(part, str) for part in parts):
            return Value(p.Const("".join(str(part) for part in parts)), TEXT)
        return Value(p.Template(tuple(parts)), TEXT)

    def _count(self, node: tree.CountLiteral) -> Value:
        state = self.state
        one, many = singular(node.noun), plural(singular(node.noun))
        known = (
            one in _COUNTED
            or one in state.plan.kinds
            or any(state.scope.find(name) or state.scope.find_later(name) for name in (one, many))
        )
        if not known:
            if node.noun in _SCALES:
                return self._scaled(node)
            self._unknown_count(node, _CURRENCY_WORDS.get(one))
        return Value(p.Const(values.Count(node.value, node.noun)), Kind("count"))

    def _scaled(self, node: tree.CountLiteral) -> Value:
        """Report `5 thousand`, and go on with the number that it is."""
        state = self.state
        written = f"{node.value * _SCALES[node.noun]:,f}"
        state.problem(
            "unknown-count",
            f"{node.value:f} {node.noun} would be a count of {node.noun}s: a number is written out",
            node.span,
            candidates=[
                state.rewritten(node.span, written),
                state.rewritten(node.span, f"${written}"),
            ],
        )
        return Value(p.Const(node.value * _SCALES[node.noun]), NUMBER)

    def _unknown_count(self, node: tree.CountLiteral, sign: str | None) -> None:
        """Report a count of something that the text does not name; `sign` is a currency's."""
        state = self.state
        amount = f"{node.value:f}"
        state.problem(
            "unknown-count",
            f"I don't know what {amount} {node.noun} counts",
            node.span,
            candidates=[
                *([state.rewritten(node.span, f"{sign}{amount}")] if sign else []),
                state.rewritten(node.span, f'"{amount} {node.noun}"'),
                state.rewritten(node.span, amount),
            ],
            detail=["A count is of units, items or people, or of things that the text names."],
        )

    def _moment(self, node: tree.MomentLiteral) -> Value:
        day, time = self.expressions.resolve(node.day), self.expressions.resolve(node.time)
        return Value(p.Operation("at", (day.x, time.x)), LITERALS[tree.MomentLiteral])

    def _duration(self, node: tree.DurationLiteral) -> Value:
        if isinstance(node.amount, tree.Number):
            found = so_many(node.amount.value, node.unit)
            if found is not None:
                return Value(p.Const(found), DURATION)
        amount = self.expressions.resolve(node.amount)
        needs(self.state, node.amount, amount, "a number")
        return Value(p.Operation("duration", (amount.x, p.Const(node.unit))), DURATION)

    def _list(self, node: tree.ListValue) -> Value:
        items = [self.expressions.resolve(item) for item in node.items]
        kind = items[0].kind if items else ANY
        for item in items[1:]:
            kind = merged(kind, item.kind)
        return Value(p.MakeList(tuple(item.x for item in items)), Kind("list", "", kind))

    def _record(self, node: tree.RecordValue) -> Value:
        fields = tuple((name, self._cells.cell(value)) for name, value in node.fields)
        return Value(p.MakeRecord(fields), Kind("record"))

    def _table(self, node: tree.TableValue) -> Value:
        rows = tuple(tuple(self._cells.cell(cell) for cell in row) for row in node.rows)
        return Value(p.MakeTable(node.columns, rows), Kind("table", "", Kind("record")))
