"""A run held against its replay: the same steps, the same words, the same names at the end."""

from __future__ import annotations

from typing import Any

import pytest

from kognilang.meaning.skill import SkillInfo
from kognilang.running import calling
from kognilang.session import Session
from kognilang.session.procedures import plan_of
from kognilang.session.replaying import Replayed, replay
from kognilang.session.working import parent_of
from kognilang.values.kinds import List, Record, Table


def plain(value: Any, seen: tuple[int, ...] = ()) -> Any:
    """A value laid out: things by their content, a thing within itself as such."""
    if isinstance(value, Record | List | Table):
        if id(value) in seen:
            return "itself"
        seen = (*seen, id(value))
    if isinstance(value, Record):
        return ("record", value.kind, {n: plain(one, seen) for n, one in value.fields.items()})
    if isinstance(value, List):
        return ("list", value.noun, [plain(one, seen) for one in value.items])
    if isinstance(value, Table):
        return ("table", value.columns, value.source, [plain(one, seen) for one in value.rows])
    return value


def held_with_items(session: Session, run: str) -> list[str]:
    """Hold a run and the runs of its items, each by itself; return what all of them said."""
    said = held(session, run).said
    for row in session.store.runs():
        if parent_of(row) == run and row.epoch:
            said += held_with_items(session, row.id)
    return said


def held(session: Session, run: str) -> Replayed:
    """Replay a run without a single skill at hand, and hold it against what is stored."""
    called: list[str] = []
    real = calling.invoke

    def invoke(world: Any, info: SkillInfo, *rest: Any) -> Any:
        if info.effect != "none":
            called.append(info.id)
        return real(world, info, *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(calling, "invoke", invoke)
        found = replay(session, run)
    assert found.diverged == ""
    assert called == []
    trace = session.show(run)["steps"]
    assert len(found.steps) == found.total
    assert [one["what"] for one in found.steps] == [one["what"] for one in trace]
    row = session.store.run(run)
    assert row is not None
    live = session.machine_of(row, plan_of(session, row))
    if live.root.stack:
        names = live.root.stack[0].names
        again = found.top
        for name, value in names.items():
            if "~" not in name:
                assert plain(again[name]) == plain(value), name
    return found
