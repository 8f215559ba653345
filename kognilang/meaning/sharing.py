"""Shared names, changed by a procedure that is called where that cannot be: in a run of its own,
whose changes would be lost, or at the same time as another step that uses the name."""

from __future__ import annotations

from kognilang.meaning import plan as p
from kognilang.meaning.state import State
from kognilang.meaning.walking import names_read

_CHANGES = (p.Set, p.ChangeName, p.CallSkill)


def check_sharing(state: State) -> None:
    """Report calls that change a shared name from a run of its own or from one of the branches."""
    reach = _Reach(state.plan)
    instructions = state.plan.instructions
    for at, one in enumerate(instructions):
        if isinstance(one, p.Lanes) and one.at_once is not None:
            for inner in instructions[at + 1 : one.end]:
                for name in sorted(reach.changed(inner)):
                    _lost(state, inner, name, one.noun)
        elif isinstance(one, p.Branches):
            _branches(state, reach, one)


def _branches(state: State, reach: _Reach, one: p.Branches) -> None:
    instructions = state.plan.instructions
    ends = [*one.starts[1:], one.end]
    parts = [instructions[start:end] for start, end in zip(one.starts, ends, strict=True)]
    told: set[str] = set()
    for at, part in enumerate(parts):
        for inner in part:
            for name in sorted(reach.changed(inner) - told):
                others = [p_ for n, p_ in enumerate(parts) if n != at]
                if any(reach.uses(step, name) for other in others for step in other):
                    told.add(name)
                    _conflict(state, inner, name)


class _Reach:
    """What the procedures that an instruction calls change and read, by whatever way."""

    def __init__(self, plan: p.Plan) -> None:
        self.plan = plan
        starts = sorted(
            (info.start, number)
            for number, info in enumerate(plan.procedures)
            if info.start > 0 and not info.home
        )
        self._bodies = {
            number: plan.instructions[
                start : starts[at + 1][0] if at + 1 < len(starts) else len(plan.instructions)
            ]
            for at, (start, number) in enumerate(starts)
        }

    def _all(self, one: p.Instruction) -> list[p.Instruction]:
        found = [one]
        seen: set[int] = set()
        for step in found:
            if isinstance(step, p.Call) and step.procedure not in seen:
                seen.add(step.procedure)
                found.extend(self._bodies.get(step.procedure, ()))
        return found

    def changed(self, one: p.Instruction) -> set[str]:
        """Return the shared names that an instruction changes, itself or by a call."""
        return {
            getattr(step, "name", "") or getattr(step, "result", "")
            for step in self._all(one)
            if isinstance(step, _CHANGES) and step.shared
        }

    def uses(self, one: p.Instruction, name: str) -> bool:
        """Tell whether an instruction changes or reads a name of the main steps."""
        return name in self.changed(one) or any(name in names_read(s) for s in self._all(one))


def _lost(state: State, inner: p.Instruction, name: str, noun: str) -> None:
    sentence = state.plan.sentences[inner.sentence]
    if sentence.file != state.source.name:
        return
    state.problem(
        "outer-name-in-lane",
        f'"the {name}" belongs to the main steps; each {noun} is processed in a run of its own'
        " and may not change it.",
        state.line_span(sentence.line),
        understood=[f'this step changes "the shared {name}", itself or by what it calls'],
        detail=[f'Use "Process each {noun} …:" without "in parallel", which may add to it.'],
    )


def _conflict(state: State, inner: p.Instruction, name: str) -> None:
    sentence = state.plan.sentences[inner.sentence]
    if sentence.file != state.source.name:
        return
    state.problem(
        "branch-conflict",
        f'"the {name}" is changed by one of the steps at the same time and used by another.',
        state.line_span(sentence.line),
        understood=[f'this step changes "the shared {name}", itself or by what it calls'],
        detail=["Put one of them after the block."],
    )


__all__ = ["check_sharing"]
