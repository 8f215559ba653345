"""Leases: one worker at a time has a run, by an epoch that every later claim raises."""

from __future__ import annotations

from kognilang.journal.holding import Hold, later
from kognilang.journal.queries import RUN, Queries
from kognilang.journal.records import Busy, LostLease, RunRow
from kognilang.journal.workers import is_dead, this_worker

ENDED = ("finished", "failed", "cancelled")


class Leasing(Queries):
    """A store whose runs can be claimed."""

    def claim(self, run_id: str, worker: str = "", lease_seconds: float = 60) -> RunRow:
        """Take a run for this worker: raises its epoch, so that no other can write to it.

        A run whose worker's lease is over, whose worker is a process of this machine that
        is gone, or that has this worker's own name, can be taken too. Raises Busy, in
        words, when another worker has it, it has ended, or there is none.
        """
        now = self.now()
        worker = worker or this_worker()
        current = self.run(run_id)
        gone = current.worker if current is not None and is_dead(current.worker) else worker
        with self._driver.writing() as writer:
            rows = writer.rows(
                self._sql["claim"],
                (later(now, lease_seconds), worker, run_id, now, gone),
            )
        if not rows:
            raise Busy(self._why_not(run_id))
        row = rows[0]
        head, commits, answers, _ = row[RUN:]
        claimed = RunRow(*row[:RUN])
        self._held[run_id] = Hold(
            claimed.epoch, claimed.seq, head, commits, answers, claimed.parent
        )
        return claimed

    def _why_not(self, run_id: str) -> str:
        run = self.run(run_id)
        if run is None:
            return f"There is no run {run_id}."
        if run.status in ENDED:
            return f"The run {run_id} has ended ({run.status})."
        return (
            f"The run {run_id} is being carried out by another program. Wait until it is done, "
            f"or stop that program and try again in a minute."
        )

    def renew(self, run_id: str, lease_seconds: float = 60) -> None:
        """Keep a run for longer. Raises LostLease when another worker has it by now."""
        self.renew_as(run_id, self._hold(run_id).epoch, lease_seconds)

    def renew_as(self, run_id: str, epoch: int, lease_seconds: float = 60) -> None:
        """Keep a run that was claimed over another connection, by its epoch."""
        until = later(self.now(), lease_seconds)
        with self._driver.writing(durable=False) as writer:
            if not writer.run(self._sql["renew"], (until, run_id, epoch)):
                raise self._lost(run_id)

    def release(self, run_id: str) -> None:
        """Give a run back; a running one becomes ready for any worker. Harmless when lost."""
        hold = self._held.pop(run_id, None)
        if hold is not None:
            # Lost with the power, the lease lasts a little longer: no harm.
            with self._driver.writing(durable=False) as writer:
                writer.run(self._sql["release"], (run_id, hold.epoch))

    def reap(self) -> list[str]:
        """Make the runs ready whose worker is gone or whose lease is over; return their ids."""
        now = self.now()
        found = []
        for run, worker, until, epoch in self._driver.rows(self._sql["at_work"]):
            if until < now or is_dead(worker):
                with self._driver.writing(durable=False) as writer:
                    if writer.run(self._sql["reap"], (run, epoch)):
                        found.append(run)
        return found

    def _hold(self, run_id: str, epoch: int | None = None) -> Hold:
        hold = self._held.get(run_id)
        if hold is None or (epoch is not None and hold.epoch != epoch):
            raise self._lost(run_id)
        return hold

    def _lost(self, run_id: str) -> LostLease:
        self._held.pop(run_id, None)
        return LostLease(f"Another worker has taken the run {run_id} over; this one stops.")
