"""What may follow an unfinished sentence: the terminals that the parser would take next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from kognilang.language.grammar import tables
from kognilang.language.passes import Tagger
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import Token

END = "$END"
"""Among what may follow: the value or the sentence may end here."""

_NOTHING: frozenset[str] = frozenset()


def following(
    tokens: Sequence[Token], start: str = "value", *, condition: bool = False
) -> frozenset[str]:
    """Return the names of the terminals that may follow tokens which begin a value, a condition or
    a sentence (`start`); none where the tokens are no beginning of one."""
    try:
        terminals = Tagger(
            tuple(tokens), condition=condition, sentence_start=start == "sentence"
        ).run()
    except NotParsed:
        return _NOTHING
    return _accepted([one.type for one in terminals], start)


def _accepted(types: Sequence[str], start: str) -> frozenset[str]:
    rows, starts = _tables()
    states: list[Any] | None = [starts[start]]
    for one in types:
        states = _shifted(states, one, rows) if states is not None else None
    if states is None:
        return _NOTHING
    return frozenset(name for name in rows[states[-1]] if _goes_on(states, name, rows))


_Row = dict[str, Callable[[list[Any]], bool]]
"""What a state does with a terminal: it changes the stack, and says whether it took it."""


def _shifted(states: list[Any], name: str, rows: dict[Any, _Row]) -> list[Any] | None:
    """Return the stack after a terminal; None where it may not stand there."""
    states = list(states)
    while (act := rows[states[-1]].get(name)) is not None:
        if act(states):
            return states
    return None


def _goes_on(states: list[Any], name: str, rows: dict[Any, _Row]) -> bool:
    """Tell whether a terminal may stand next: that a state reduces for it is not enough."""
    if name != END:
        return _shifted(states, name, rows) is not None
    # The end is never shifted: what it reduces to has to be the whole.
    states = list(states)
    while (act := rows[states[-1]].get(END)) is not None:
        act(states)
        if len(states) == 2:
            return True
    return False


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[Any, _Row], dict[str, Any]]:
    states, starts, _ = tables()
    gotos = {
        state: {name: to for name, to in row.items() if isinstance(to, int)}
        for state, row in states.items()
    }

    def shift(to: Any) -> Callable[[list[Any]], bool]:
        def act(states: list[Any]) -> bool:
            states.append(to)
            return True

        return act

    def reduce(size: int, made: str) -> Callable[[list[Any]], bool]:
        def act(states: list[Any]) -> bool:
            if size:
                del states[-size:]
            states.append(gotos[states[-1]][made])
            return False

        return act

    rows: dict[Any, _Row] = {}
    for state, row in states.items():
        rows[state] = {
            name: shift(action) if isinstance(action, int) else reduce(*action[:2])
            for name, action in row.items()
        }
    return rows, dict(starts)


__all__ = ["END", "following"]
