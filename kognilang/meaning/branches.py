"""`At the same time:` each step of the block is a branch of its own, and what leads out of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kognilang.language import tree
from kognilang.meaning import plan as p
from kognilang.meaning.builder import Loop
from kognilang.meaning.state import State

if TYPE_CHECKING:
    from kognilang.meaning.steps import Steps


class Branches:
    """Plans the steps that are done at the same time."""

    def __init__(self, state: State, steps: Steps) -> None:
        self.state = state
        self.steps = steps

    def at_once(self, step: tree.AtOnce) -> None:
        """Plan each step of the block as a branch; a single step is simply done."""
        state, builder = self.state, self.state.builder
        branches = [one for one in step.body if not isinstance(one, tree.Title | tree.Note)]
        if len(branches) < 2:
            self.steps.body(step.body)
            return
        barrier = Loop("branch", builder.number())
        begin = builder.add(p.Branches(barrier.number, (), 0))
        head, asked = state.mentions, state.asked
        starts = []
        builder.open.append(barrier)
        for one in step.body:
            if one in branches:
                starts.append(builder.here)
            # No branch may speak of what another has just done or asked.
            state.produced = state.asked = state.decided = None
            state.mentions = list(head)
            self.steps.one(one)
            if one in branches:
                builder.add(p.LaneEnd())
        builder.open.pop()
        begin.starts = tuple(starts)
        for leave, sentence, onward in barrier.exits:
            leave.to = builder.here
            builder.sentence, own = sentence, builder.sentence
            onward()
            builder.sentence = own
        begin.end = builder.here
        state.mentions, state.produced = head, None
        state.asked = None if any(isinstance(one, tree.Ask) for one in branches) else asked

    def leave(self, barrier: Loop, onward: Callable[[], None]) -> None:
        """End the branch that is open; what `onward` plans is done when the others have ended."""
        builder = self.state.builder
        leave = builder.add(p.BranchLeave(0))
        barrier.exits.append((leave, builder.sentence, onward))
