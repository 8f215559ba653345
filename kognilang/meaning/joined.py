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
_MOST_JOINTS = 96
"""At how many `and`s a sentence is parted at most."""
_TRIES = 8
"""How many times as many parts as there are are tried at most."""


def joined(state: State, steps: Steps, step: tree.Action) -> bool:
    """Plan `S and S` and `S, S and S` where the whole is no phrase and the parts are; say
    whether it was so."""
    joints = [
        at
        for at, token in enumerate(step.tokens)
        if token.kind == "word" and token.text == "and" and 0 < at < len(step.tokens) - 1
    ]
    if state.whole or not 0 < len(joints) <= _MOST_JOINTS:
        return False
    outermost = state.parts_left is None
    if state.parts_left is None:
        state.parts_left = _TRIES * len(joints)
    try:
        if not _Parting(state, steps, step, joints).from_here(0):
            return False
    finally:
        if outermost:
            state.parts_left = None
    _late_condition(state, step)
    return True


class _Parting:
    """Where a sentence is parted: the first part is as short, what follows as long as it can be.

    A part that was not understood is not tried once more behind other parts, and there is an end
    of trying: the ways to part a sentence double with every `and`.
    """

    def __init__(self, state: State, steps: Steps, step: tree.Action, joints: list[int]) -> None:
        self.state = state
        self.steps = steps
        self.step = step
        self.joints = joints
        self.refused: set[int] = set()
        """From where on the sentence was not understood."""

    def from_here(self, start: int) -> bool:
        """Plan the words from a place on as two steps or more; say whether they are."""
        state, tokens = self.state, self.step.tokens
        for joint in self.joints:
            if joint <= start:
                continue
            first = tokens[start:joint]
            if first[-1].text == ",":
                first = first[:-1]
            second = joint + 1 + (tokens[joint + 1].text == "then")
            if not first or second >= len(tokens) or second in self.refused:
                continue
            with state.trying(for_offer=True) as trial:
                if not self._understood(first, trial.start):
                    continue
                trial.kept = self._last(second)
                if not trial.kept and self._more_tries():
                    trial.kept = self.from_here(second)
                if not trial.kept:
                    self.refused.add(second)
            if trial.kept:
                return True
        return False

    def _last(self, start: int) -> bool:
        """Plan the words from a place to the end as the last part; say whether they are one."""
        with self.state.trying(for_offer=True) as trial:
            trial.kept = self._understood(self.step.tokens[start:], trial.start, last=True)
        return trial.kept

    def _understood(self, tokens: tuple[tree.Token, ...], before: int, last: bool = False) -> bool:
        """Plan a part; say whether it is understood. The last has what stands behind all."""
        state, whole = self.state, self.step
        if not self._more_tries():
            return False
        state.parts_left = (state.parts_left or 0) - 1
        parts = list(reading.steps_of(tokens) or ())
        end = parts[-1] if last and parts else None
        if isinstance(end, tree.Action):
            parts[-1] = tree.Action(
                end.tokens, end.result or whole.result, whole.details, whole.block,
                whole.steps, span=end.span,
            )  # fmt: skip
        for part in parts:
            self._plan(part)
            if len(state.problems) > before:
                return False
        return bool(parts)

    def _plan(self, part: tree.Step) -> None:
        """Plan a step of a part; a phrase is not parted once more."""
        self.state.whole = isinstance(part, tree.Action)
        try:
            self.steps.one(part)
        finally:
            self.state.whole = False

    def _more_tries(self) -> bool:
        return bool(self.state.parts_left and self.state.parts_left > 0)


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
