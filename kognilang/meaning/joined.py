"""Sentences joined by `and`: `Pay the invoice and tell the CFO "Paid."` is two steps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kognilang.language import slots as reading
from kognilang.language import tree
from kognilang.meaning.state import State

if TYPE_CHECKING:
    from kognilang.meaning.steps import Steps

_LATE = re.compile(r"\s+((?:if|unless)\b.*?)\.?\s*$", re.IGNORECASE)


def joined(state: State, steps: Steps, step: tree.Action) -> bool:
    """Plan `S and S` and `S, S and S` where the whole is no phrase and the parts are; say
    whether it was so."""
    cuts = [
        at
        for at, token in enumerate(step.tokens)
        if token.kind == "word" and token.text == "and" and 0 < at < len(step.tokens) - 1
    ]
    for cut in cuts:
        first, second = step.tokens[:cut], step.tokens[cut + 1 :]
        if first[-1].text == ",":
            first = first[:-1]
        if second[0].text == "then":
            second = second[1:]
        before = reading.steps_of(tuple(first))
        after = reading.steps_of(tuple(second))
        if not before or not after:
            continue
        last = after[-1]
        if isinstance(last, tree.Action):
            after = (
                *after[:-1],
                tree.Action(
                    last.tokens, last.result or step.result, step.details, step.block,
                    step.steps, span=last.span,
                ),
            )  # fmt: skip
        with state.trying() as trial:
            for part in (*before, *after):
                steps.one(part)
            trial.kept = len(state.problems) == trial.start
        if trial.kept:
            _late_condition(state, step)
            return True
    return False


def _late_condition(state: State, step: tree.Action) -> None:
    """Report an `if` behind two steps: it could govern both, or the last one."""
    text = state.source.text
    start, end = step.tokens[0].span[0], step.tokens[-1].span[1]
    line_end = text.find("\n", end)
    rest = text[end : line_end if line_end != -1 else len(text)]
    found = _LATE.match(rest)
    if found is None or not 0 <= start < end:
        return
    condition = " ".join(found[1].split())
    steps = text[start:end]
    state.problem(
        "and-before-condition",
        f'"{condition}" follows two steps: it is not clear whether it governs both',
        (end + found.start(1), end + found.end(1)),
        candidates=[f"{condition[:1].upper()}{condition[1:]}, {steps[:1].lower()}{steps[1:]}."],
    )
