"""Trials: a learning carried out where a past question stood, changing nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kognilang.dataclass import dataclass
from kognilang.journal.records import RunRow
from kognilang.meaning import plan as p
from kognilang.running.changing import set_field
from kognilang.running.circumstances import Circumstance, asking_of, state_of
from kognilang.running.frames import READY, Frame, Lane, Settling
from kognilang.running.learning import GIVEN
from kognilang.running.machine import Machine
from kognilang.running.world import World
from kognilang.values.shown import shown

if TYPE_CHECKING:
    from kognilang.session.session import Session


@dataclass(slots=True)
class Outcome:
    """What sentences came to: what becomes of the step (`how`, as in `plan.Resume`; empty where
    they said nothing), and what they changed. `fault` says why they could not be done."""

    how: str = ""
    changes: tuple[tuple[str, str], ...] = ()
    given: str = ""
    fault: str = ""

    @property
    def applies(self) -> bool:
        """Whether they would have settled the question."""
        return bool(self.how) and not self.fault

    def same(self, other: Outcome) -> bool:
        """Whether both come to the same."""
        return (self.how, self.changes, self.given) == (other.how, other.changes, other.given)


class _Trial(Machine):
    """A machine that carries out the sentences of one frame and commits nothing."""

    how = ""
    fault = ""

    def commit(self, *args: Any, **named: Any) -> str:
        """Nothing is kept."""
        return ""

    def resume_from_answer(self, lane: Lane, how: str) -> None:
        """The sentences have said what becomes of the step."""
        self.how = how
        self._end(lane)

    def reached_end(self, lane: Lane) -> None:
        """The sentences have said nothing."""
        if lane.frame.kind == "call":
            self.leave(lane, None)
            return
        self._end(lane)

    def stop_from(self, lane: Lane, reason: str) -> None:
        """The run would have ended."""
        self.how = "stop"
        self._end(lane)

    def trouble(self, lane: Lane, fault: Any) -> None:
        """The sentences could not be done."""
        self.fault = fault.message
        self._end(lane)

    def ask(self, lane: Lane, *args: Any, **named: Any) -> None:
        """They ask somebody, which is not done here."""
        self.fault = "it asks somebody"
        self._end(lane)

    def _end(self, lane: Lane) -> None:
        lane.status = "done"

    def work(self, lane: Lane) -> None:
        """Carry the lane's frame out."""
        self._run_lane(lane)


def tried(
    session: Session, row: RunRow, plan: p.Plan, where: Circumstance, sentences: bytes
) -> Outcome:
    """Carry sentences out on a circumstance, which is changed by it."""
    machine = _machine(session, row, plan)
    before = state_of(where)
    lane = Lane(status=READY)
    bottom = Frame(where.code, 0, where.names, None, "top")
    hash = machine.add_code(sentences)
    if any(
        isinstance(one, p.CallSkill) and one.effect != "none"
        for one in machine.code(hash).plan.instructions
    ):
        return Outcome(fault="it uses something outside, which is not done here")
    above = Frame(hash, 0, where.names, None, "answer", shares=True)
    above.settling = Settling("trial", "", asking_of(where, "exception"), {})
    lane.stack = [bottom, above]
    machine.world.top = bottom
    machine.work(lane)
    given = where.names.pop(GIVEN, None)
    words = "" if given is None else shown(given, session.settings).casefold()
    if machine.how == "answer" and where.place == "field":
        _put(machine, where, given)
        return Outcome("again", _changes(before, state_of(where)), "", machine.fault)
    return Outcome(machine.how, _changes(before, state_of(where)), words, machine.fault)


def answered(
    session: Session, row: RunRow, plan: p.Plan, where: Circumstance, data: dict[str, Any]
) -> Outcome | None:
    """Return what a person's answer came to on a circumstance, which is changed by it; None where
    that cannot be told any more."""
    kind = data.get("kind")
    if kind == "instruction":
        return Outcome(data["instruction"])
    if kind == "sentences":
        return _as_tried_again(tried(session, row, plan, where, data["plan"].encode()))
    before = state_of(where)
    machine = _machine(session, row, plan)
    if kind == "corrections" and not data.get("accepted"):
        for at, value in data["values"]:
            thing, name = where.targets[at]
            if thing is None:
                where.names[name] = machine.heap.decode(value)
            else:
                set_field(machine, thing, name, machine.heap.decode(value), exact=False)
        return Outcome("again", _changes(before, state_of(where)))
    if kind not in ("choice", "value"):
        return None
    if kind == "choice":
        from kognilang.asking.apart import names_apart

        names = names_apart(where.candidates, session.settings)
        return Outcome("answer", (), names[data["value"]].casefold()) if names else None
    value = machine.heap.decode(data.get("value"))
    if where.place == "field":
        _put(machine, where, value)
        return Outcome("again", _changes(before, state_of(where)))
    if where.place == "name":
        where.names[where.prop] = value
        return Outcome("again", _changes(before, state_of(where)))
    return Outcome("answer", (), shown(value, session.settings).casefold())


def _as_tried_again(one: Outcome) -> Outcome:
    """A person's sentences that say nothing have the step tried again."""
    return one if one.how or one.fault else Outcome("again", one.changes, one.given)


def _machine(session: Session, row: RunRow, plan: p.Plan) -> _Trial:
    world = World(
        session.settings, lambda: session.library, (session.workspace / row.path).parent, dry=True
    )
    bare = RunRow(row.id, row.procedure, row.title, row.path, "running", 0, 0, b"", row.started_at)
    return _Trial(session.store, bare, plan, world)


def _put(machine: _Trial, where: Circumstance, value: Any) -> None:
    set_field(machine, where.thing, where.prop, value, exact=False)


def _changes(before: dict[str, Any], after: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    import json

    found = []
    for part in ("names", "things"):
        for name, value in after[part].items():
            if before[part].get(name) != value:
                found.append((name, json.dumps(value, sort_keys=True, ensure_ascii=False)))
    return tuple(sorted(found))
