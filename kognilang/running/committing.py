"""Committing: all that a run has done since last time is written in one transaction."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

from kognilang.journal.records import (
    Child,
    ObjectRow,
    Unit,
)
from kognilang.journal.store import Store
from kognilang.running.compact import dumps
from kognilang.running.frames import Lane
from kognilang.running.keeping import STATE
from kognilang.running.lanedata import lane_data
from kognilang.running.noting import Noting
from kognilang.running.ports import Event

PERIOD = 0.1
"""Seconds between commits while only pure steps are done."""


class Committing(Noting):
    """A run that is committed: state, things, journal, effects and questions all at once."""

    def commit(
        self,
        status: str | None = None,
        wake: str | None = None,
        ended: str | None = None,
        outcome: str | None = None,
    ) -> str:
        """Write everything since the last commit in one transaction, then put out what was said.

        Returns the run's status as the store has it.
        """
        self._flush_trace()
        self.rows += len(self._journal)
        state = self._state()
        objects = [
            ObjectRow(f"lane:{lane.path}", 0, dumps(lane_data(lane, self.heap)))
            for lane in self.dirty
            if lane.path and lane.stack
        ]
        self.dirty.clear()
        self._enter(self._lane)
        rows, blobs = self.heap.drain()
        objects.extend(rows)
        state["last"] = self.heap.last
        frame = dumps(state)
        blobs.update(self._blobs)
        unit = Unit(
            self.run,
            self.epoch,
            status=status,
            frame=frame,
            wake_at=wake,
            ended_at=ended,
            outcome=outcome,
            journal=self._journal,
            objects=objects,
            effects=self._effects,
            questions=self._questions,
            withdrawn=self._withdrawn,
            blobs=blobs,
            procedure=self._moved_to,
            children=self._children,
            last=bool(self.child) and (status == "failed" or self.how in ("loop", "run")),
        )
        result = self.store.commit(unit)
        self._journal, self._effects, self._questions = [], [], []
        self._withdrawn, self._blobs, self._children = [], {}, []
        self._moved_to = None
        self._put_out()
        now = time.monotonic()
        self._due = now + PERIOD
        if now >= self._renew_at and status is None:
            self.store.renew(self.run, self.ports.lease)
            self._renew_at = now + self.ports.lease / 3
        self._show_progress()
        return result

    def _state(self) -> dict[str, Any]:
        encode = self.heap.encode
        state = {
            "v": STATE,
            "root": lane_data(self.root, self.heap),
            "groups": self.groups,
            "counts": self.counts,
            "rows": self.rows,
            "worked": round(self._worked(), 3),
            "inputs": {name: encode(value) for name, value in self.world.inputs.items()},
        }
        if self.children:
            state["children"] = self.children
            state["apart"] = [
                loop.group.prefix
                for lane in self.lanes()
                for one in lane.stack
                for loop in one.loops.values()
                if loop.group is not None and loop.group.apart
            ]
        if self.child is not None:
            state |= {"child": self.child, "base": self._base, "how": self.how}
        if self.world.settings.currency:
            state["currency"] = self.world.settings.currency
        if self.world.currencies:
            state["currencies"] = self.world.currencies
        if self.world.meanings:
            state["meanings"] = self.world.meanings
        return state

    def _worked(self) -> float:
        """How many seconds the run has been worked on since it was last let go on."""
        return self._worked_before + time.monotonic() - self._began

    def within_limits(self) -> None:
        """Raise Exceptional `run-limit` where the run has gone on for as long as it may unasked;
        answered, it may go on for as long again."""
        limits = self.world.limits
        if self.rows <= limits.journal and self._worked() <= limits.hours * 3600:
            return
        from kognilang.asking.troubles import run_limit

        fault = (
            run_limit("has written", f"{limits.journal:,} entries of its journal")
            if self.rows > limits.journal
            else run_limit("has worked", f"for {limits.hours} hours")
        )
        self.rows, self._worked_before, self._began = 0, 0.0, time.monotonic()
        raise fault

    def begin_child(self, child: Child) -> None:
        """Begin a run for an item with the next commit."""
        self._children.append(child)

    def _put_out(self) -> None:
        """Put out what was said, now that it is committed, and note that it was."""
        if not self._said:
            return
        said, self._said = self._said, []
        if self.ports.out is not None:
            for row in said:
                self.ports.out(json.loads(row.data)["text"])
        self.store.mark_printed(self.run, said[-1].seq)

    def _show_progress(self) -> None:
        if self.ports.progress is None:
            return
        lane: Lane = self._lane
        group = lane.parent
        if group is None or group.starts:
            for frame in reversed(lane.stack):
                for loop in reversed(frame.loops.values()):
                    total = len(loop.items.items) if loop.items is not None else 0
                    total = loop.range[2] if loop.range is not None else total
                    if total:
                        self.ports.progress(Event("", loop.at, 0, total, ""))
                        return
            return
        waiting = len(group.open) - (lane.place in group.open)
        sentence = self.sentence(lane).written if lane.stack else ""
        self.ports.progress(
            Event(
                group.noun,
                group.done + group.skipped,
                waiting,
                len(group.items.items),
                sentence.split("\n")[0],
            )
        )


def print_pending(store: Store, run: str, out: Callable[[str], None] | None) -> None:
    """Put out what a run said and committed, but never printed."""
    pending = store.said_pending(run)
    for row in pending:
        if out is not None:
            out(json.loads(row.data)["text"])
    if pending:
        store.mark_printed(run, pending[-1].seq)
