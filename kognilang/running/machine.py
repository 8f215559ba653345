"""The machine: carries a run from where it stands until it parks, waits or ends.

The run is plain data between two commits: the lanes with their frames, and the heap. A step
completes or leaves no trace, so that whatever was not committed is simply done again.
"""

from __future__ import annotations

import time
from datetime import datetime
from typing import Any

from kognilang.meaning import plan as p
from kognilang.meaning.skill import Problematic
from kognilang.running import answers, deadlines, lanes, learning, outer
from kognilang.running.changing import changed_value
from kognilang.running.code import Code
from kognilang.running.committing import PERIOD, print_pending
from kognilang.running.frames import BLOCKED, PARKED, READY, WAITING, Frame, Lane
from kognilang.running.ports import Event, Ports
from kognilang.running.trouble import Troubled
from kognilang.running.waits import utc
from kognilang.values.kinds import Exceptional

__all__ = ["Event", "Machine", "Ports", "print_pending"]


class Stopped(BaseException):
    """This process was asked to stop: what was done is committed, another may go on."""


class Machine(Troubled):
    """One run, being worked on by this process."""

    glance = 32
    """After so many steps the clock is looked at; 0 asks the machine to stop after this step."""

    # -- advancing -----------------------------------------------------------------------

    def advance(self) -> str:
        """Work until the run parks, waits or ends; return its status then."""
        self._due = time.monotonic() + PERIOD
        print_pending(self.store, self.run, self.ports.out)
        while True:
            self._run_lanes()
            if self.status != "running":
                break
            if not self._wait_in_place():
                break
        return self._settle()

    def work_open(self) -> None:
        """Work on a run that stays open until it has nothing to do, and commit."""
        self._run_lanes()
        while self._wait_in_place():
            self._run_lanes()
        self.commit()

    def _run_lanes(self) -> None:
        while self.status == "running":
            lane = self._next_lane()
            if lane is None:
                return
            self._run_lane(lane)

    def _next_lane(self) -> Lane | None:
        while self.ready:
            lane = self.ready.popleft()
            if lane.status == READY and lane.stack:
                return lane
        while self.startable:
            group = self.startable[-1]
            if not group.exhausted:
                return lanes.start_next(self, group)
            self.startable.pop()
        return None

    def _run_lane(self, lane: Lane) -> None:
        self._enter(lane)
        context = self.world.context
        monotonic = time.monotonic
        count = 0
        frame = lane.stack[-1]
        code = self._at_work(frame)
        steps = code.steps
        while True:
            try:
                while True:
                    pc = frame.pc
                    to = steps[pc](lane, frame)
                    if frame.overrides:
                        frame.overrides.clear()
                    if context.used:
                        self._clock_used(lane, code, pc, to)
                    if to < 0:
                        if self.status != "running" or lane.status != READY:
                            return
                        frame = lane.stack[-1]
                        code = self._at_work(frame)
                        steps = code.steps
                        continue
                    frame.pc = to
                    count += 1
                    if count >= self.glance:
                        count = 0
                        if monotonic() >= self._due:
                            self.commit()
                        self.within_limits()
                        if not self.glance:
                            self.commit()
                            raise Stopped
            except (Exceptional, Problematic) as fault:
                self.trouble(lane, fault)
            except RecursionError:
                self.trouble(lane, Exceptional("limit-reached", "This calls itself too deep."))
            if self.status != "running" or lane.status != READY:
                return
            frame = lane.stack[-1]
            code = self._at_work(frame)
            steps = code.steps

    def _at_work(self, frame: Frame) -> Code:
        """Return the code of a frame; the trace tells whose sentences it numbers."""
        if frame.code != self._plan:
            self._flush_trace()
            self._plan = frame.code
        return self.code(frame.code)

    def _clock_used(self, lane: Lane, code: Code, pc: int, to: int) -> None:
        """Journal the moment; forget it when the sentence is done."""
        instructions = code.plan.instructions
        sentence = instructions[pc].sentence
        if not (0 <= to < len(instructions) and instructions[to].sentence == sentence and to > pc):
            self.trace.append((sentence, "now", self.world.context.now))
            self.world.context.forget()

    def _wait_in_place(self) -> bool:
        """Sleep for a short wait; False if nothing is due soon."""
        due = self._next_wake(here=True)
        if self.ports.sleep is None or not due:
            return False
        seconds = (datetime.fromisoformat(due) - self.world.context.read()).total_seconds()
        if seconds > self.ports.patience:
            return False
        self.commit()
        self.ports.sleep(max(0.0, seconds))
        self.wake(utc(self.world.context.read()))
        return True

    def _next_wake(self, here: bool = False) -> str:
        dues = [
            lane.wake
            for lane in self.lanes()
            if lane.wake and (not here or deadlines.waits_here(self, lane))
        ]
        return min(dues, default="")

    def wake(self, now: str) -> None:
        """Make ready what waited for a moment that has come; take back what was asked too long
        ago, and remind of what was not."""
        for lane in self.lanes():
            if not lane.wake or lane.wake > now:
                continue
            if lane.status == WAITING:
                self.resume_lane(lane)
            elif lane.status == PARKED and lane.asking is not None:
                deadlines.pass_due(self, lane, now)

    def _settle(self) -> str:
        """Commit how the run stands, and give it back."""
        if self.status != "running":
            self.world.context.forget()
            row = {"status": self.status, "outcome": self.outcome}
            self._flush_trace()
            self._note("", 0, "ended", row)
            ended = self.moment()
            return self.commit(status=self.status, ended=ended, outcome=self.outcome)
        wake = self._next_wake()
        parked = any(lane.status == PARKED for lane in self.lanes())
        return self.commit(status="parked" if parked else "waiting", wake=wake)

    # -- what steps ask of the machine ---------------------------------------------------

    def change(
        self, lane: Lane, frame: Frame, how: str, name: str, value: Any, shared: bool
    ) -> None:
        """Change a name. In a lane a change of an outer name is kept with the lane until the
        loop ends."""
        if shared or (name not in frame.names and frame.kind == "call"):
            owner = self.world.top
            assert owner is not None
            if lane.parent is not None and shared:
                outer.hold(self, lane, owner, (how, name, value))
                return
            if shared:
                self._change_in(owner, how, name, value)
                return
        holder: Frame | None = frame
        while holder is not None and name not in holder.names:
            if holder.kind == "lane":
                outer.hold(self, lane, holder.outer, (how, name, value))
                return
            holder = holder.outer
        if holder is None:
            raise Exceptional("not-set", f"Nothing has set the {name} yet.", prop=name, needs="any")
        self._change_in(holder, how, name, value)

    def _change_in(self, holder: Frame, how: str, name: str, value: Any) -> None:
        if name not in holder.names:
            raise Exceptional("not-set", f"Nothing has set the {name} yet.", prop=name, needs="any")
        holder.names[name] = changed_value(self, how, holder.names[name], value, name)

    def leave(self, lane: Lane, value: Any) -> None:
        """Leave a procedure with its result."""
        left = lane.stack.pop()
        caller = lane.stack[-1]
        if left.result:
            caller.names[left.result] = value
        caller.pc += 1

    def reached_end(self, lane: Lane) -> None:
        """The last step of the run, or of an answer's sentences, is done."""
        frame = lane.frame
        if frame.settling is not None and frame.settling.id:
            learning.passed(self, lane)
            return
        if frame.kind == "answer":
            self.resume_from_answer(lane, "again")
            return
        if frame.kind == "call":
            self.leave(lane, None)
            return
        if lane.parent is not None:
            lanes.end_lane(self, lane)
            return
        if self.stays_open:
            lane.status = BLOCKED
            return
        self.status = "finished"
        lane.status = "done"

    def resume_from_answer(self, lane: Lane, how: str) -> None:
        """An answer's sentences have said what becomes of the step that asked."""
        while lane.stack and lane.frame.kind != "answer":
            lane.stack.pop()
        above = lane.stack.pop() if lane.stack else None
        if above is not None and above.settling is not None:
            learning.applied(self, lane, above, how)
            return
        answers.instruct(self, lane, how)

    def stop_from(self, lane: Lane, reason: str) -> None:
        """`Stop.`: the run ends; from a lane, when the open lanes have ended."""
        group = lane.parent
        if group is not None:
            group.stopping = "run"
            group.reason = group.reason or reason
            lanes.end_lane(self, lane)
            return
        if self.child is not None:
            self.how = "run"
        self.finish("failed" if reason else "finished", reason)

    def end_child(self, how: str) -> None:
        """The item that this run was begun for is done, was skipped, or ends the loop."""
        self.how = how
        self.finish("finished")

    def finish(self, status: str, outcome: str = "") -> None:
        """End the run; what still waits is withdrawn."""
        self.status = status
        self.outcome = outcome
        for lane in self.lanes():
            if lane.asking is not None:
                self._withdrawn.append(lane.asking.question)

    def run_pure(self, code: Code, info: p.ProcedureInfo, args: list[Any]) -> Any:
        """Run the steps of a definition that has no effect, inside an expression."""
        lane = Lane("pure", READY)
        bottom = Frame(kind="call", outer=self.world.top)
        names = dict(zip(info.parameters, args, strict=False))
        inner = Frame(code.hash, info.start, names, self.world.top, "call", 0, "value")
        lane.stack = [bottom, inner]
        size = len(self.trace)
        count = 0
        limit = self.world.limits.rounds * 10
        try:
            while len(lane.stack) > 1:
                frame = lane.stack[-1]
                to = self.code(frame.code).steps[frame.pc](lane, frame)
                if to >= 0:
                    frame.pc = to
                count += 1
                if count > limit:
                    from kognilang.asking.troubles import limit_reached

                    raise limit_reached(f'"{info.title}"', limit)
        finally:
            del self.trace[size:]
        return bottom.names.get("value")

    # -- runs that stay open ---------------------------------------------------------------

    def add_text(self, plan: bytes) -> None:
        """Run a text at the top level of a run that stays open."""
        hash = self.add_code(plan)
        self.root.stack.append(
            Frame(hash, 0, self.root.stack[0].names, None, "answer", shares=True)
        )
        self.resume_lane(self.root)

    def drop_text(self) -> None:
        """Give up what stands on the top frame: a text that was stopped in the middle."""
        for lane in self.lanes():
            if lane.asking is not None:
                self._withdrawn.append(lane.asking.question)
                lane.asking = None
        del self.root.stack[1:]
        self.root.stack[0].loops.clear()
        self.root.status = BLOCKED
        self.ready.clear()
        self.startable.clear()
