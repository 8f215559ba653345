"""A step that the grammar reads whole, from its verb on."""

from __future__ import annotations

from kognilang.language.parsing import read_with
from kognilang.language.scanning import Tokens, span_of
from kognilang.language.terminals import Terminal
from kognilang.language.tree import Step


def core_step(
    tokens: Tokens, verb: str, data: object, separators: dict[int, str], take: int = 1
) -> Step:
    """Read a step whose verb is its first `take` words; `separators` names the terminals of the
    prepositions that divide it, by their index. Raises NotParsed."""
    terminal = Terminal(verb, data, span_of(tokens[:take]))
    rest = tokens[take - 1 :]
    shifted = {at - take + 1: name for at, name in separators.items()}
    step = read_with(rest, "step", shifted, terminal)
    assert isinstance(step, Step)
    step.span = span_of(tokens)
    return step
