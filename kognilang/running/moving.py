"""Moving a run that waits to another text of its procedure, where every sentence that it stands on
is still there.

Sentences are matched in order, definition by definition, by their canonical words. What the run
has passed may have changed in any way; what it stands on, is called from or walks in must not.
"""

from __future__ import annotations

from bisect import bisect_right
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from kognilang.meaning import plan as p
from kognilang.running.code import Code
from kognilang.running.frames import Frame, Guard, Lane

if TYPE_CHECKING:
    from kognilang.running.machine import Machine


class CannotMove(Exception):
    """The run stands where the new text has no place for it; the message says where and why."""


def move(machine: Machine, plan: p.Plan, hash: str) -> None:
    """Go on by another plan. Raises CannotMove, having changed nothing."""
    places = _Places(machine.code("").plan, plan)
    lanes = machine.lanes()
    # First everything is looked up, so that a refusal leaves the run as it is.
    for lane in lanes:
        for frame in lane.stack:
            _moved(places, frame)
    start = -1 if machine.child is None else places.pc(machine.child["start"] - 1) + 1
    for lane in lanes:
        _move_lane(places, lane)
    if machine.child is not None:
        machine.child["start"] = start
    machine.move_code(Code(plan, machine), hash)


def _moved(places: _Places, frame: Frame) -> Frame:
    """Return where a frame goes on, with its loops and guards."""
    if frame.code:
        raise CannotMove(
            "It stands inside the sentences of an answer, which belong to the text as it was. "
            "Go on by that text: kog resume RUN"
        )
    there = Frame(pc=places.pc(frame.pc))
    if frame.procedure >= 0:
        there.procedure = places.procedure(frame.procedure)
    for number, loop in frame.loops.items():
        there.loops[places.loop(number)] = loop
        if loop.group is not None:
            places.group(loop.group.loop)
    there.guards = [places.guard(guard) for guard in frame.guards]
    return there


def _move_lane(places: _Places, lane: Lane) -> None:
    if lane.trying is not None and not lane.trying.code:
        lane.trying.pc = places.pc(lane.trying.pc)
    if lane.asking is not None and lane.asking.place.startswith("pick:"):
        old = lane.asking.place.removeprefix("pick:")
        lane.asking.place = f"pick:{places.pick(old)}"
    for frame in lane.stack:
        there = _moved(places, frame)
        frame.overrides = {places.pick(name): one for name, one in frame.overrides.items()}
        frame.pc, frame.procedure = there.pc, there.procedure
        frame.loops, frame.guards = there.loops, there.guards
        for loop in frame.loops.values():
            group = loop.group
            if group is not None:
                at, one = places.group(group.loop)
                group.start, group.end, group.loop = at + 1, one.end, one.loop
                group.sentence = one.sentence
                if isinstance(one, p.Branches):
                    group.starts = one.starts


class _Places:
    """Where each sentence of one plan stands in another."""

    def __init__(self, old: p.Plan, new: p.Plan) -> None:
        self._old, self._new = old, new
        self._firsts = (_firsts(old), _firsts(new))
        self._sentences = _matched(old, new)

    def pc(self, pc: int) -> int:
        """Return the place of an instruction. Raises CannotMove."""
        instructions = self._old.instructions
        if not 0 <= pc < len(instructions):
            return pc
        old = instructions[pc].sentence
        new = self.sentence(old)
        start, there = self._firsts[0][old], self._firsts[1].get(new, -1)
        found = there + pc - start
        same = there >= 0 and found < len(self._new.instructions)
        if same:
            before = [type(one) for one in instructions[start : pc + 1]]
            after = [type(one) for one in self._new.instructions[there : found + 1]]
            same = before == after
        if not same:
            raise CannotMove(f"{self._told(old)} is done in other steps now.")
        return found

    def sentence(self, old: int) -> int:
        """Return the number of a sentence. Raises CannotMove."""
        if old not in self._sentences:
            raise CannotMove(
                f"{self._told(old)}, on which it stands, is not in the new text any more."
            )
        return self._sentences[old]

    def procedure(self, number: int) -> int:
        """Return the number of a definition. Raises CannotMove."""
        title = self._old.procedures[number].title
        for at, one in enumerate(self._new.procedures):
            if one.title == title:
                return at
        raise CannotMove(f'The definition "{title}" is not in the new text any more.')

    def loop(self, number: int) -> int:
        """Return the number of a loop. Raises CannotMove."""
        return int(getattr(self._begun(number, "loop")[1], "loop", number))

    def group(self, number: int) -> tuple[int, p.Lanes | p.Branches]:
        """Return the place and the instruction that begins a loop's lanes. Raises CannotMove."""
        at, one = self._begun(number, "loop")
        assert isinstance(one, p.Lanes | p.Branches)
        return at, one

    def guard(self, guard: Guard) -> Guard:
        """Return a guard as the new text has it: where it leads to. Raises CannotMove."""
        at, one = self._begun(guard.number, "guard")
        loops = tuple(self.loop(number) for number in guard.loops)
        reasons = one.reasons if isinstance(one, p.GuardBegin) else ()
        again = at + 1 if guard.again >= 0 else -1
        number = int(getattr(one, "guard", guard.number))
        return Guard(number, reasons, again, guard.tries, guard.waiting, loops, guard.writes)

    def _begun(self, number: int, name: str) -> tuple[int, p.Instruction]:
        """Return the instruction that begins a loop or guarded steps, with its place."""
        for pc, one in enumerate(self._old.instructions):
            if getattr(one, name, None) == number:
                at = self.pc(pc)
                return at, self._new.instructions[at]
        raise CannotMove("It walks in a loop that cannot be found in the new text.")

    def pick(self, name: str) -> str:
        """Return the name by which a pick of an instruction is settled."""
        head, dot, rest = name.partition(".")
        return f"{self.pc(int(head))}{dot}{rest}" if head.isdigit() else name

    def _told(self, sentence: int) -> str:
        one = self._old.sentences[sentence]
        return f'The sentence "{one.canonical.split(chr(10))[0]}" (line {one.line})'


def _firsts(plan: p.Plan) -> dict[int, int]:
    found: dict[int, int] = {}
    for pc, one in enumerate(plan.instructions):
        found.setdefault(one.sentence, pc)
    return found


def _matched(old: p.Plan, new: p.Plan) -> dict[int, int]:
    """Match the sentences that have instructions, definition by definition."""
    found: dict[int, int] = {}
    before, after = _by_definition(old), _by_definition(new)
    for title, numbers in before.items():
        others = after.get(title, [])
        words = [old.sentences[one].canonical.split("\n")[0] for one in numbers]
        there = [new.sentences[one].canonical.split("\n")[0] for one in others]
        matcher = SequenceMatcher(None, words, there, autojunk=False)
        for at, to, size in matcher.get_matching_blocks():
            for step in range(size):
                found[numbers[at + step]] = others[to + step]
    return found


def _by_definition(plan: p.Plan) -> dict[str, list[int]]:
    starts = sorted((one.start, one.title) for one in plan.procedures if one.start >= 0)
    places = [start for start, _ in starts]
    found: dict[str, list[int]] = {}
    for sentence, pc in sorted(_firsts(plan).items(), key=lambda pair: pair[1]):
        number = bisect_right(places, pc) - 1
        found.setdefault(starts[number][1] if number >= 0 else "", []).append(sentence)
    return found
