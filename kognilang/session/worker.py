"""One worker process of `kog serve`: works on what is ready when it is told, and ends when its
input is closed: `python -m kognilang.session.worker WORKSPACE`."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from kognilang.journal.records import StoreFault
from kognilang.running.machine import Stopped
from kognilang.session.session import Session
from kognilang.session.working import parent_of
from kognilang.workers.stored import StoredDispatch


class WorkerProcess:
    """Advances runs with nobody at hand to be asked."""

    def __init__(self, workspace: Path) -> None:
        self.run = ""
        self.session = Session(
            workspace,
            no_input=True,
            out=lambda text: tell(said=text, run=self.run),
            notice=lambda who, text: tell(notice=text, to=who, run=self.run),
            patience=0,
        )
        self.session.apart = True
        self.dispatch = StoredDispatch(self.session.store, self._advance, _fault)

    def serve(self) -> None:
        """Work until asked to stop, or until whoever started this process has gone."""
        while not self.session.stopping:
            try:
                while not self.session.stopping and self.dispatch.work(1):
                    pass
                tell(idle=True)
            except StoreFault as fault:
                tell(idle=True, away=str(fault))
            if not sys.stdin.buffer.readline():
                return

    def _advance(self, run: str) -> None:
        self.run = run
        tell(begins=run)
        begun = self.session.now()
        view = self.session.advance(run)
        row = self.session.store.run(run)
        tell(
            run=run,
            status=view.status,
            outcome=view.outcome,
            # A reminder, or one of several answers, brings no new question to be told.
            questions=[one.id for one in view.questions if one.asked_at >= begun],
            title=row.title if row is not None else "",
            parent=parent_of(row) if row is not None else "",
            next=view.next,
        )


def tell(**said: Any) -> None:
    """Say something to the process that started this one; gone, it needs not hear it."""
    try:
        sys.stdout.write(json.dumps(said, ensure_ascii=True) + "\n")
        sys.stdout.flush()
    except OSError:
        # Its reader is gone, and so will this process be after the step that it is at.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _fault(run: str, fault: Exception) -> None:
    words = " ".join(str(fault).split())[:300]
    tell(fault=words or type(fault).__name__, run=run)


def main(workspace: str) -> int:
    """Serve a workspace; SIGTERM stops after the step that is being done."""
    worker = WorkerProcess(Path(workspace))
    signal.signal(signal.SIGTERM, lambda *_: worker.session.stop())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        worker.serve()
    except Stopped:
        pass
    finally:
        worker.session.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
