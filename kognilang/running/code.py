"""Code: a plan compiled for one run, each instruction to a closure, when it is first reached."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.running import asking, branches, checking, effects, lanes, sampling, steps, waits
from kognilang.running.evaluate import Expressions
from kognilang.running.frames import Frame, Lane, Value
from kognilang.running.steps import Step

if TYPE_CHECKING:
    from kognilang.running.machine import Machine

COMPILERS: dict[type, Callable[[Any, int, Any], Step]] = {
    **steps.COMPILERS,
    **checking.COMPILERS,
    **lanes.COMPILERS,
    **branches.COMPILERS,
    **effects.COMPILERS,
    **asking.COMPILERS,
    **sampling.COMPILERS,
    **waits.COMPILERS,
}
"""How each class of instruction is compiled."""


class Code:
    """One plan in one run: `hash` is empty for the run's own, else the answer's plan's."""

    def __init__(self, plan: p.Plan, machine: Machine, hash: str = ""):
        self.plan = plan
        self.machine = machine
        self.hash = hash
        self.expressions = Expressions(plan, machine.world, self.run_pure)
        self.steps: list[Step] = [self._lazily(pc) for pc in range(len(plan.instructions))]

    def _lazily(self, pc: int) -> Step:
        def first(lane: Lane, frame: Frame) -> int:
            one = self.plan.instructions[pc]
            step = self.steps[pc] = COMPILERS[type(one)](self, pc, one)
            return step(lane, frame)

        return first

    def value(self, x: p.X, pc: int) -> Value:
        """Compile an expression of an instruction."""
        return self.expressions.compile(x, steps.place_of(pc))

    def condition(self, x: p.X, pc: int) -> Callable[[Frame], bool]:
        """Compile a condition of an instruction."""
        return self.expressions.condition(x, steps.place_of(pc))

    def home_of(self, number: int) -> Code:
        """Return the code that holds a procedure's steps: this one, or an earlier text's."""
        return self.machine.home(self.plan.procedures[number].home, self)

    def run_pure(self, number: int, args: list[Any]) -> Any:
        """Run the steps of a definition that has no effect, inside an expression."""
        return self.machine.run_pure(self.home_of(number), self.plan.procedures[number], args)

    def sentence(self, pc: int) -> p.Sentence:
        """Return the sentence that an instruction belongs to."""
        return self.plan.sentences[self.plan.instructions[pc].sentence]
