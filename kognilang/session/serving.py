"""Serving a workspace: its triggers, timers, due questions and workers, for as long as wished."""

from __future__ import annotations

import os
import re
import select
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kognilang.dataclass import dataclass
from kognilang.journal.records import StoreFault
from kognilang.journal.store import Store
from kognilang.problems.problem import TextRefused
from kognilang.session.arrivals import Arrivals
from kognilang.session.firing import Kept, fire, note
from kognilang.session.outage import Outage
from kognilang.session.serve_lock import locked
from kognilang.session.session import Session
from kognilang.workers.processes import Pool
from kognilang.workers.schedules import due_between, next_due

TICK = 0.25
"""Seconds between looks at the store, which cost next to nothing when nothing has changed."""

LOOK = 1.0
"""Seconds between looks at the folders that are watched."""

TIDY = 5.0
"""Seconds between looks at the procedures' files and at leases that are over, and between counts
of all runs, which take the longer the more there are."""

RECENT = 100
"""So many questions that were told last are known, so that none is told twice."""

_MAY_TRIGGER = re.compile(r"(?im)^\s*(?:[-*]\s+|\d+\.\s+)?(?:every|each|on|when|whenever)\b.*:\s*$")
_SKIPPED = (".kognilang", ".git", "__pycache__", "node_modules", ".venv")


@dataclass(slots=True)
class Timed:
    """When a kept schedule is next due."""

    kept: Kept
    due: datetime | None


class Serving:
    """Keeps a workspace going. `tell` is given lines for whoever watches, `say` what the runs
    say, as (run, text)."""

    def __init__(
        self,
        workspace: Path,
        place: Path,
        *,
        tell: Callable[[str], None],
        say: Callable[[str, str], None],
        workers: int = 0,
        port: int | None = None,
    ) -> None:
        self.session = Session(workspace, no_input=True, patience=0)
        self.place = place
        self.tell, self.say = tell, say
        self.stopping = False
        self.kept: list[Kept] = []
        self.timed: list[Timed] = []
        self.at_work: dict[str, str] = {}
        self._files: dict[Path, tuple[int, int]] = {}
        settings = self._settings()
        port = port if port is not None else int(settings.get("port", 8440))
        self._arrivals = Arrivals(self.session, settings, port, tell, self._fire)
        command = [sys.executable, "-m", "kognilang.session.worker", str(self.session.workspace)]
        self.pool = Pool(command, workers or int(settings.get("workers", 2)))
        self._stamp: int | None = -1
        self._wake = ""
        self._counts: dict[str, int] = {}
        self._counted = False
        self._asked: list[str] = []
        self._looked = self._tidied = time.monotonic()
        self._outage = Outage(tell)
        self._lock: Any = None

    @property
    def store(self) -> Store:
        """The workspace's store."""
        return self.session.store

    def _settings(self) -> dict[str, Any]:
        found = self.session.settings.raw.get("serve", {})
        return found if isinstance(found, dict) else {}

    # -- going ------------------------------------------------------------------------------

    def serve(self, watch: Callable[[str], None] | None = None) -> None:
        """Keep everything going until `stop` is called; `watch` is given the line of how it is.

        Raises AlreadyServed, StoreFault.
        """
        self._lock = locked(self.session.workspace)
        try:
            self._look_at_files(first=True)
            self._go_on(watch)
        finally:
            self._end()

    def stop(self) -> None:
        """Stop after what is being done."""
        self.stopping = True

    def _go_on(self, watch: Callable[[str], None] | None) -> None:
        last = ""
        while not self.stopping:
            try:
                self._hear()
                if not self._outage.resting:
                    self._tick()
            except StoreFault as fault:
                # Whatever was not done is found undone when the store can be used again.
                self._outage.met(str(fault))
                self._stamp = -1
            if watch is not None and (line := self.line()) != last:
                last = line
                watch(line)
            self._rest()

    def _tick(self) -> None:
        """Do all that is due now."""
        now = time.monotonic()
        if now - self._tidied >= TIDY:
            self._look_at_files()
            self._reap()
            self._tidied = now
            self._counted = False
        if now - self._looked >= LOOK:
            self._looked = now
            self._arrivals.look()
        self._arrivals.take_mail()
        self._fire_what_is_due()
        self._nudge()

    def _rest(self) -> None:
        outs = [worker.out for worker in self.pool.workers]
        try:
            select.select(outs, [], [], TICK)
        except (OSError, ValueError):
            time.sleep(TICK)

    def _end(self) -> None:
        self._arrivals.close()
        busy = [worker.run for worker in self.pool.workers if worker.run]
        if busy:
            self.tell(f"Stopping after the step of {' and '.join(busy)}.")
        for killed in self.pool.stop(self._take):
            self.tell(f"{killed.run or 'A worker'} did not stop in time and was ended.")
        self.session.close()
        if self._lock is not None:
            self._lock.close()

    # -- runs -------------------------------------------------------------------------------

    def _nudge(self) -> None:
        """Tell the workers of runs that can go on, if anything has changed."""
        stamp = self.store.stamp()
        now = self.store.now()
        if stamp is not None and stamp == self._stamp and not (self._wake and self._wake <= now):
            return
        ready = len(self.store.next_ready(self.pool.size))
        self._wake = self.store.next_wake()
        if not self._counted:
            self._counts, self._counted = self.store.run_counts(), True
        self._stamp = stamp
        if self._outage.lasts:
            # Reading may work where writing does not: a worker that writes finds out. One that
            # lost the store in the middle of a run goes on with that, though it is not ready.
            if ready or self.store.run_counts().get("running"):
                self._outage.pause()
                ready = self.pool.size
            else:
                self._outage.over()
        if ready:
            self.pool.nudge(ready)

    def _hear(self) -> None:
        # First who has died, then what was said: so the last words of the dead are heard as well.
        dead = self.pool.bury()
        for _, said in self.pool.heard(dead):
            self._take(said)
        for worker in dead:
            if worker.run:
                self.tell(f"The worker of {worker.run} has died; another goes on with it.")
        if dead:
            self._reap()

    def _take(self, said: dict[str, Any]) -> None:
        """Pass on, and act upon, one thing that a worker has said."""
        run = said.get("run", "")
        if "said" in said:
            self.say(run, said["said"])
        elif "notice" in said:
            self.tell(f"{run}, to {said['to']}: {said['notice']}")
        elif "fault" in said:
            self.tell(f"{run} could not be carried on: {said['fault']}")
        elif "status" in said and not said["parent"]:
            self._tell_status(run, said)
        elif "away" in said:
            self._outage.met(said["away"])
        if "status" in said:
            self._outage.over()
        if "idle" in said or "status" in said:
            self._stamp = -1

    def _tell_status(self, run: str, said: dict[str, Any]) -> None:
        name = f"{run} ({said['title']})"
        if said["status"] == "finished":
            self.tell(f"{name} is done.")
        elif said["status"] == "failed":
            self.tell(f"{name} has failed: {said['outcome']}")
        elif asked := [one for one in said["questions"] if one not in self._asked]:
            # Two workers may find the same run at the same moment, one after the other.
            self._asked = [*self._asked, *asked][-RECENT:]
            what = f"{len(asked)} answers" if len(asked) > 1 else "an answer"
            self.tell(f"{name} waits for {what}: kog inbox")

    def _reap(self) -> None:
        """Let others take what a worker that is gone has left."""
        if self.store.reap():
            self._stamp = -1

    # -- files and their triggers --------------------------------------------------------------

    def _look_at_files(self, first: bool = False) -> None:
        """Read the triggers of files that are new or have changed."""
        found = {path: _stat(path) for path in procedures_below(self.place)}
        if found == self._files and not first:
            return
        for path in [one for one in self._files if one not in found]:
            self._forget(path)
        for path, stat in found.items():
            if self._files.get(path) != stat:
                self._forget(path)
                self._take_in(path)
        self._files = found
        self._arrivals.attend(self.kept)

    def _forget(self, path: Path) -> None:
        relative = self.session.relative(path)
        self.kept = [one for one in self.kept if one.path != relative]
        self.timed = [one for one in self.timed if one.kept.path != relative]

    def _take_in(self, path: Path) -> None:
        try:
            if not _MAY_TRIGGER.search(path.read_text(encoding="utf-8", errors="replace")):
                return
            procedure, plan, key = self.session.prepare(path)
        except TextRefused as refused:
            wrong = [one for one in refused.problems if not one.warning]
            self.tell(
                f"{self.session.relative(path)} is not understood, so its triggers are not kept: "
                f"{wrong[0].summary if wrong else ''} (kog check {self.session.relative(path)})"
            )
            return
        except OSError:
            return
        relative = self.session.relative(path)
        for info in plan.triggers:
            id = f"{relative}: {info.title.lower()}"
            kept = Kept(id, relative, plan.title, key, info, procedure, path.parent)
            self.kept.append(kept)
            if info.form == "schedule":
                self._schedule(kept)
            elif info.form == "file":
                self._arrivals.watch(kept)

    # -- schedules ------------------------------------------------------------------------------

    def _schedule(self, kept: Kept) -> None:
        """Find out when a schedule is next due; what was missed is caught up with once."""
        settings = self.session.settings
        now = _now()
        last = self.store.last_event(kept.id)
        if not last:
            note(self.store, kept, f"kept since {now.isoformat(timespec='seconds')}")
        else:
            missed = due_between(kept.info, datetime.fromisoformat(last), now, settings)
            if missed:
                self._catch_up(kept, missed)
        self.timed.append(Timed(kept, next_due(kept.info, now, settings)))

    def _fire(self, kept: Kept, event: str, value: Any = None) -> str:
        # This connection's own writes are not told by the store's stamp.
        self._stamp = -1
        return fire(self.store, kept, event, value)

    def _catch_up(self, kept: Kept, missed: list[datetime]) -> None:
        run = self._fire(kept, _key(missed[-1]))
        if not run:
            return
        when = missed[-1].strftime("%Y-%m-%d %H:%M")
        if len(missed) == 1:
            self.tell(f"{kept.words} was missed on {when}: {run} does it now.")
        else:
            count = "many" if len(missed) >= 1000 else str(len(missed))
            self.tell(
                f"{kept.words} was missed {count} times, last {when}: {run} does it once now."
            )

    def _fire_what_is_due(self) -> None:
        now = _now()
        for timed in self.timed:
            if timed.due is None or timed.due > now:
                continue
            due = timed.due
            missed = due_between(timed.kept.info, due, now, self.session.settings)
            # The machine may have slept: what became due meanwhile is done once.
            if missed:
                self._catch_up(timed.kept, [due, *missed])
            elif run := self._fire(timed.kept, _key(due)):
                self.tell(f"{timed.kept.words}: {run} begins.")
            timed.due = next_due(timed.kept.info, max(now, due), self.session.settings)

    # -- how it is ------------------------------------------------------------------------------

    def line(self) -> str:
        """Return in a line what is being done and what is waited for."""
        busy = [worker.run for worker in self.pool.workers if worker.run]
        parts = [f"at work on {', '.join(busy[:3])}" if busy else "idle"]
        if self._outage.lasts:
            parts = ["the store cannot be used"]
        waiting = sum(self._counts.get(one, 0) for one in ("parked", "waiting"))
        if ready := self._counts.get("ready", 0):
            parts.append(f"{ready} ready")
        if waiting:
            parts.append(f"{waiting} waiting")
        dues = [(one.due, one.kept.info.title) for one in self.timed if one.due is not None]
        if dues:
            due, title = min(dues)
            parts.append(f"next {due.strftime('%a %H:%M')}: {title}")
        elif self.kept:
            parts.append(f"{len(self.kept)} triggers" if len(self.kept) > 1 else "1 trigger")
        return " · ".join(parts)


def procedures_below(place: Path) -> list[Path]:
    """Return the files that may hold triggers: a file itself, or those below a folder."""
    if place.is_file():
        return [place]
    found = []
    for folder, names, files in os.walk(place):
        names[:] = sorted(n for n in names if n not in _SKIPPED and not n.startswith("."))
        found += [Path(folder) / name for name in sorted(files) if name.endswith((".kog", ".md"))]
    return found


def _stat(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_size, found.st_mtime_ns)


def _now() -> datetime:
    return datetime.now(UTC)


def _key(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
