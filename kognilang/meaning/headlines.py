"""Headlines: a sentence as the printer writes it, without the block below it."""

from __future__ import annotations

from kognilang.dataclass import replace
from kognilang.language import printer, tree

_EMPTY: tree.Body = ()


def headline(step: tree.Step) -> str:
    """Return the canonical sentence of a step on one line."""
    text = printer.print_step(_head(step))
    return " ".join(text.split("\n", 1)[0].split())


def _head(step: tree.Step) -> tree.Step:
    """Return the step with its blocks left out, so that a long block is not printed."""
    if isinstance(step, tree.If):
        return tree.If(((step.branches[0][0], _EMPTY),))
    if isinstance(
        step,
        tree.ForEach | tree.ProcessEach | tree.Repeat | tree.While | tree.AtOnce | tree.TryUpTo,
    ):
        return replace(step, body=_EMPTY)
    if isinstance(step, tree.DependingOn):
        return replace(step, cases=(), otherwise=None)
    if isinstance(step, tree.Guarded):
        return _head(step.body[0]) if step.body else step
    if isinstance(step, tree.MakeSure) and step.otherwise is not None:
        return replace(step, otherwise=None)
    return step
