"""The loop of the parser over Lark's tables: shift, reduce, and the builder called at once.

Lark's own loop finds each rule's method by hashing the whole rule; here every entry of the
table carries what it does, which halves the time of a parse.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kognilang.language.terminals import Terminal

if TYPE_CHECKING:
    from lark import Lark

END = "$END"

_Reduce = tuple[int, Callable[[list[Any]], Any], str]
"""How many values a rule takes, the builder's method for them, and the rule's name."""


class Stopped(Exception):
    """No entry for a terminal: `terminal` is where the understanding ended, None for the end."""

    def __init__(self, terminal: Terminal | None) -> None:
        super().__init__(terminal)
        self.terminal = terminal


def driver(lark: Lark) -> Callable[[list[Terminal], str], Any]:
    """Return the function that parses terminals from a start rule by the tables of a parser.

    It raises Stopped, and whatever the builder raises.
    """
    from lark.parsers.lalr_analysis import Shift

    inner: Any = lark.parser.parser
    table, callbacks = inner.parser.parse_table, inner.parser.callbacks
    shifts: dict[Any, dict[str, Any]] = {}
    reductions: dict[Any, dict[str, _Reduce]] = {}
    for state, row in table.states.items():
        shifts[state] = {}
        reductions[state] = {}
        for name, (action, argument) in row.items():
            if action is Shift:
                shifts[state][name] = argument
            else:
                rule = (len(argument.expansion), callbacks[argument], argument.origin.name)
                reductions[state][name] = rule
    starts, ends = table.start_states, table.end_states

    def parse(terminals: list[Terminal], start: str) -> Any:
        end = ends[start]
        state = starts[start]
        states = [state]
        values: list[Any] = []
        for terminal in (*terminals, None):
            name = END if terminal is None else terminal.type
            while (after := shifts[state].get(name)) is None:
                rule = reductions[state].get(name)
                if rule is None:
                    raise Stopped(terminal)
                size, build, made = rule
                if size:
                    taken = values[-size:]
                    del states[-size:], values[-size:]
                else:
                    taken = []
                values.append(build(taken))
                state = shifts[states[-1]][made]
                states.append(state)
                if terminal is None and state == end:
                    return values[-1]
            state = after
            states.append(state)
            values.append(terminal)
        raise AssertionError("the end of the text is never shifted")

    return parse
