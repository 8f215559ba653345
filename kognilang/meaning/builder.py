"""The plan as it grows: instructions are added in order, and their targets filled in later."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from kognilang.dataclass import dataclass, field
from kognilang.meaning import plan as p

Added = TypeVar("Added", bound=p.Instruction)


@dataclass(slots=True)
class Loop:
    """A loop, lane or guard that is open where the planner stands."""

    form: str
    """`for`, `while`, `lane`, `branch` or `guard`."""
    number: int
    noun: str = ""
    again: int = -1
    """Where the next round begins."""
    leaving: list[p.Jump | p.LoopLeave] = field(default_factory=list)
    """Instructions that go to the loop's end, which is known only there."""
    exits: list[tuple[p.BranchLeave, int, Callable[[], None]]] = field(default_factory=list)
    """What leads out of a branch, with its sentence and what plans the way on from there."""


@dataclass(slots=True)
class Mark:
    """A place to go back to when a reading that was tried is given up."""

    instructions: int
    temporaries: int
    skills: int


@dataclass(slots=True)
class Builder:
    """Collects the instructions and sentences of one plan."""

    plan: p.Plan
    sentence: int = 0
    temporaries: int = 0
    numbers: int = 0
    open: list[Loop] = field(default_factory=list)
    skills: dict[str, None] = field(default_factory=dict)

    @property
    def here(self) -> int:
        """Return the place of the next instruction."""
        return len(self.plan.instructions)

    def add(self, instruction: Added) -> Added:
        """Add an instruction of the current sentence and return it, to be filled in later."""
        instruction.sentence = self.sentence
        self.plan.instructions.append(instruction)
        return instruction

    def temporary(self) -> str:
        """Return a name that no text can use."""
        self.temporaries += 1
        return f"~{self.temporaries}"

    def number(self) -> int:
        """Return the number of the next loop or guard."""
        self.numbers += 1
        return self.numbers

    def mark(self) -> Mark:
        """Remember how far the plan has come."""
        return Mark(self.here, self.temporaries, len(self.skills))

    def back_to(self, mark: Mark) -> None:
        """Forget what was added since the mark."""
        del self.plan.instructions[mark.instructions :]
        self.temporaries = mark.temporaries
        for skill in list(self.skills)[mark.skills :]:
            del self.skills[skill]
