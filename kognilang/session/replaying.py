"""Replaying a run from its journal: every step again, without calling a skill or a model."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kognilang.dataclass import dataclass, field
from kognilang.session.procedures import plan_of
from kognilang.settings import Settings

if TYPE_CHECKING:
    from kognilang.journal.records import RunRow
    from kognilang.running.recorded import Event
    from kognilang.running.replay import Replaying
    from kognilang.session.session import Session


@dataclass(slots=True)
class Replayed:
    """A run done again. `steps` are the entries of its trace (see `trace_of`) with their `number`;
    `names` what had a name where it ended, with its value (`top` without the innermost block's);
    `diverged` says in words where it is not
    what the journal says, empty if it is the same throughout."""

    run: str
    total: int
    steps: list[dict[str, Any]] = field(default_factory=list)
    names: dict[str, Any] = field(default_factory=dict)
    top: dict[str, Any] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    diverged: str = ""


def replay(session: Session, run_id: str, to: int = 0) -> Replayed:
    """Replay a run, up to a step if one is given.

    Raises LookupError for a run that there is not.
    """
    from kognilang.running.course import Diverged
    from kognilang.running.trace import Tracing

    row = session.store.run(run_id)
    if row is None:
        raise LookupError(f"There is no run {run_id}.")
    found = Replayed(run_id, 0)
    tracing = Tracing(first_plan(session, row), session.store)

    def seen(machine: Replaying, event: Event, value: Any) -> None:
        if to and event.number > to and "run" in event.data:
            # All items that are runs of their own are taken back at once.
            return
        step = tracing.of_event(event)
        step["number"] = event.number
        if event.what == "step":
            step["shown"] = in_words(value, machine.world.settings)
        if event.what == "said":
            found.said.append(event.data["text"])
        found.steps.append(step)

    try:
        machine = machine_for(session, row, seen, to)
    except Diverged as fault:
        # The run of an item, whose parent does something else before it begins.
        found.diverged = fault.message
        return found
    found.total = len(machine.course.events)
    try:
        machine.replay()
    except Diverged as fault:
        found.diverged = fault.message
    found.top = dict(machine.root.stack[0].names) if machine.root.stack else {}
    frame = machine.frame_here()
    while frame is not None:
        for name, value in frame.names.items():
            if "~" not in name:
                found.names.setdefault(name, value)
        frame = frame.outer
    return found


def in_words(value: Any, settings: Settings) -> str:
    """Return a value as a step shows it: of a list or a table only how long it is."""
    from kognilang.values.kinds import List, Table
    from kognilang.values.shown import shown, told

    return told(value) if isinstance(value, List | Table) else shown(value, settings)


def first_plan(session: Session, row: RunRow) -> Any:
    """Return the plan that a run began with."""
    from kognilang.meaning.plandata import from_data
    from kognilang.running.recorded import first_procedure

    procedure = session.store.procedure(first_procedure(session.store.journal(row.id), row))
    return plan_of(session, row) if procedure is None else from_data(procedure.plan)


def machine_for(
    session: Session,
    row: RunRow,
    seen: Callable[[Replaying, Event, Any], None] | None = None,
    to: int = 0,
    until: str = "",
) -> Replaying:
    """Return the machine that replays a run; at the beginning of the item's run `until` it ends.

    Raises Diverged where the run is one of an item, and its parent does something else by then.
    """
    import json

    from kognilang.running.course import Diverged
    from kognilang.running.replay import Replaying
    from kognilang.running.world import World
    from kognilang.session.working import parent_of
    from kognilang.values.coding import decode

    if parent_of(row):
        outer = session.store.run(parent_of(row))
        if outer is None:
            raise LookupError(f"The run {parent_of(row)}, which began {row.id}, is missing.")
        parent = machine_for(session, outer, until=row.id)
        parent.replay()
        child = parent.recorded.begun.get(row.id)
        if child is None:
            raise Diverged(0, f"{row.id} is not begun any more where {outer.id} is done again.")
        return parent.of_item(child, row, seen, to, until)
    inputs = {name: decode(value) for name, value in json.loads(row.inputs or "{}").items()}
    folder = (session.workspace / row.path).parent
    world = World(session.settings, lambda: session.library, folder, inputs)
    return Replaying(session.store, row, first_plan(session, row), world, seen, to, until=until)
