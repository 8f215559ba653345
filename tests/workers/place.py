"""A workspace that is served by a real `kog serve`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kognilang.journal.records import RunRow
from kognilang.journal.store import Store
from kognilang.session import Session
from tests.patience import PATIENCE


class Place:
    """A workspace in a folder; what is started in it is ended by `close`."""

    def __init__(self, folder: Path, settings: str = "") -> None:
        self.folder = folder
        (folder / "kognilang.toml").write_text(f'currency = "USD"\n"time zone" = "UTC"\n{settings}')
        self.started: list[subprocess.Popen[bytes]] = []
        self.out = folder / ".." / f"{folder.name}.out"
        self.err = folder / ".." / f"{folder.name}.err"

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def rows(self) -> list[str]:
        """Return the rows of `out.csv`, without its headings."""
        out = self.folder / "out.csv"
        return out.read_text().split("\n")[1:-1] if out.exists() else []

    def kog(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "kognilang.terminal.main", *words],
            cwd=self.folder, env=self._env(), capture_output=True, text=True, timeout=PATIENCE,
            stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip

    def submit(self, *paths: Path) -> list[str]:
        """Hand files over to the workers, as `kog run --detach` does; return the runs."""
        session = Session(self.folder)
        try:
            return [session.submit(path) for path in paths]
        finally:
            session.close()

    def serve(self, *words: str) -> subprocess.Popen[bytes]:
        with self.out.open("ab") as out, self.err.open("ab") as err:
            process = subprocess.Popen(
                [sys.executable, "-m", "kognilang.terminal.main", "serve", *words],
                cwd=self.folder, env=self._env(), stdout=out, stderr=err, stdin=subprocess.DEVNULL,
            )  # fmt: skip
        self.started.append(process)
        return process

    def _env(self) -> dict[str, str]:
        home = str(self.folder.parent / "home")
        return {**os.environ, "HOME": home, "XDG_STATE_HOME": f"{home}/state"}

    def store(self) -> Store:
        return Store.open(self.folder / ".kognilang" / "store.db")

    def runs(self) -> list[RunRow]:
        store = self.store()
        try:
            return store.runs()
        finally:
            store.close()

    def said(self) -> list[str]:
        return self.out.read_text().splitlines() if self.out.exists() else []

    def told(self) -> str:
        return self.err.read_text() if self.err.exists() else ""

    def until(self, true: Callable[[], object], what: str = "") -> None:
        end = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > end:
                raise AssertionError(f"{what or 'it'} never came\n{self.told()}\n{self.said()}")
            time.sleep(0.05)

    def workers(self, serve: subprocess.Popen[bytes]) -> list[int]:
        """The worker processes of a serving process."""
        path = Path(f"/proc/{serve.pid}/task/{serve.pid}/children")
        return [int(one) for one in path.read_text().split()]

    def close(self) -> None:
        for process in self.started:
            if process.poll() is None:
                process.send_signal(signal.SIGCONT)
                process.kill()
                process.wait()
