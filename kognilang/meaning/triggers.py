"""Triggers: when a block of its own begins a run, and with which settings it starts."""

from __future__ import annotations

from copy import copy
from typing import Any

from kognilang.language import tree
from kognilang.meaning import plan as p
from kognilang.meaning.occasions import offered, read_occasion
from kognilang.meaning.state import Defined, State
from kognilang.meaning.walking import parts

_TARGETS = ("to", "otherwise", "end", "again", "nobody")


def read_trigger(node: tree.Trigger, state: State) -> p.TriggerInfo | None:
    """Return what sets a trigger off; None, with a problem, where that is not understood."""
    tokens = node.words
    title = " ".join(token.written or token.text for token in tokens)
    line = state.line(node.span)
    made = p.TriggerInfo(-1, "", title, line)
    if read_occasion(tokens, made):
        return made
    state.problem(
        "trigger-not-understood",
        f'I cannot tell when "{title}" is',
        state.line_span(line),
        understood=["a block at the top level that begins a run of its own"],
        candidates=offered(tokens),
    )
    return None


# -- how its run begins --------------------------------------------------------------------


class Entries:
    """Plans how the runs of the triggers begin: the settings above, then the trigger's steps."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.settings: list[tuple[tree.Setting, int, int]] = []

    def note(self, item: tree.Step, begin: int) -> None:
        """Note where a main step was planned, if it is a setting."""
        if isinstance(item, tree.Setting) and isinstance(item.target, tree.Name):
            self.settings.append((item, begin, self.state.builder.here))

    def enter(self, defined: Defined, info: p.TriggerInfo, end: int) -> None:
        """Plan the beginning of a trigger's runs; its own steps end at `end`."""
        state, builder = self.state, self.state.builder
        assert defined.node is not None
        own = state.plan.instructions[state.plan.procedures[defined.number].start : end]
        info.procedure, info.start = defined.number, builder.here
        given: set[str] = set()
        for item, begin, after in self.settings:
            if item.span[0] < defined.node.span[0]:
                given |= self._again(begin, after)
        builder.sentence = len(state.plan.sentences)
        state.plan.sentences.append(
            p.Sentence(f"{info.title}:", info.title, state.source.name, info.line)
        )
        args = (p.NameRead("~event"),) if info.parameter else ()
        builder.add(p.Call(defined.number, args))
        builder.add(p.End())
        state.plan.triggers = (*state.plan.triggers, info)
        self._hold_against(own, given | {name for name, _ in state.plan.constants}, info)

    def _again(self, begin: int, after: int) -> set[str]:
        """Plan a setting once more; return the names that it sets."""
        instructions = self.state.plan.instructions
        moved = self.state.builder.here - begin
        names = set()
        for one in instructions[begin:after]:
            made = copy(one)
            for target in _TARGETS:
                place = getattr(made, target, None)
                if isinstance(place, int) and begin <= place <= after:
                    setattr(made, target, place + moved)
            instructions.append(made)
            names.add(getattr(made, "name", "") or getattr(made, "result", ""))
        return names

    def _hold_against(self, own: list[p.Instruction], given: set[str], info: p.TriggerInfo) -> None:
        """Report a name of the main steps that the trigger's run starts without."""
        state = self.state
        known = set(given) | {info.parameter}
        for one in own:
            for name in ("name", "result", "item"):
                known.add(getattr(one, name, "") or "")
        told: set[str] = set()
        for one in own:
            for x in parts(one):
                if not isinstance(x, p.NameRead) or x.name.startswith("~") or x.name in known:
                    continue
                holder: Any = state.scope.find(x.name)
                if holder is None or x.name in told:
                    continue
                told.add(x.name)
                state.problem(
                    "trigger-name-not-set",
                    f'"the {x.name}" is set by a step that the runs of this trigger do not do.',
                    state.line_span(state.plan.sentences[one.sentence].line),
                    understood=[
                        f"a run begun by a trigger starts with the settings above line {info.line}"
                    ],
                    detail=["Put that step into the trigger's own block."],
                )
