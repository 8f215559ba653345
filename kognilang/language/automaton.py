"""The parser's tables as plain data: what each state does with each terminal.

Lark makes them of the grammar; kept so, they are read and used without importing Lark.
"""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from lark import Lark

Reduction = tuple[int, str, str]
"""How many values a rule takes, the rule's name, and the builder's method for them; no method where
the one value is handed on."""


class Tables(NamedTuple):
    """The states of the parser, by their numbers."""

    rows: dict[int, dict[str, int | Reduction]]
    """For each state and terminal, the state after it or what is reduced; for each rule's name, the
    state after it."""
    starts: dict[str, int]
    ends: dict[str, int]


def tables_of(lark: Lark) -> Tables:
    """Return the tables of a parser whose callbacks are the builder's methods."""
    from lark.parsers.lalr_analysis import Shift

    inner: Any = lark.parser.parser
    table, callbacks = inner.parser.parse_table, inner.parser.callbacks
    reductions = {rule: _reduction(rule, made) for rule, made in callbacks.items()}
    rows: dict[int, dict[str, int | Reduction]] = {
        state: {
            intern(str(name)): argument if action is Shift else reductions[argument]
            for name, (action, argument) in row.items()
        }
        for state, row in table.states.items()
    }
    return Tables(rows, _named(table.start_states), _named(table.end_states))


def _reduction(rule: Any, made: Any) -> Reduction:
    """Return what a rule is reduced by; Lark wraps a method only where one value is handed on."""
    from lark.parse_tree_builder import ExpandSingleChild

    size, name = len(rule.expansion), intern(str(rule.origin.name))
    if isinstance(made, ExpandSingleChild) and size == 1:
        return size, name, ""
    return size, name, intern(made.__name__)


def _named(states: dict[str, int]) -> dict[str, int]:
    return {str(name): state for name, state in states.items()}
