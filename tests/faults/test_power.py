"""The power fails: what was not yet on the disk is gone, and nothing is done twice or lost.

Every commit waits for the disk. So the disk is kept here as it was at the last one, and put back in
place of whatever the programs had seen since.
"""

from __future__ import annotations

from pathlib import Path

from kognilang.journal.records import Unit
from kognilang.journal.store import Store
from kognilang.running.machine import Machine
from tests.faults.test_crashes import Crash, settle, state, undisturbed, work
from tests.running.plans import Bench, Peer

NAMES = ("store.db", "store.db-wal")


class Powered(Store):
    """A store on a machine whose power fails after one of its commits."""

    commits = 0
    fails_at = -1
    folder = Path()
    disk: dict[str, bytes]

    def commit(self, unit: Unit) -> str:
        result = super().commit(unit)
        Powered.commits += 1
        self.sync()
        if Powered.commits == Powered.fails_at:
            raise Crash
        return result

    def sync(self) -> None:
        """Keep the disk as it is now."""
        found = [Powered.folder / name for name in NAMES]
        Powered.disk = {file.name: file.read_bytes() for file in found if file.exists()}

    def fail(self) -> None:
        """Put the disk back as it was kept."""
        self.close()
        for file in Powered.folder.glob("store.db*"):
            file.unlink()
        for name, data in Powered.disk.items():
            (Powered.folder / name).write_bytes(data)


def carry_through(bench: Bench, fails_at: int) -> tuple[Machine, int]:
    """Run to the end, through a power failure; return how many interrupted writes were asked
    about, too."""
    Powered.commits, Powered.fails_at = 0, fails_at
    Powered.folder = bench.folder
    run = bench.start(work())
    asked = 0
    store = Powered.open(bench.folder / "store.db")
    assert isinstance(store, Powered)
    for _ in range(20):
        store.sync()
        try:
            machine = bench.go(run, store)
        except Crash:
            store.fail()
            store = Powered.open(bench.folder / "store.db")
            assert isinstance(store, Powered)
            row = store.run(run)
            if row is not None and row.status == "finished":
                assert bench.machine is not None
                bench.machine.store = store
                return bench.machine, asked
            continue
        if machine.status == "finished":
            return machine, asked
        waiting = store.questions("open", run=run)
        asked += sum(one.problem == "interrupted-write" for one in waiting)
        assert settle(bench, store, run)
    raise AssertionError("the run does not end")


def test_power_may_fail_after_any_commit(tmp_path: Path) -> None:
    places = iter(range(1000))

    def place() -> Path:
        folder = tmp_path / f"{next(places)}"
        folder.mkdir()
        return folder

    calm, expected, _ = undisturbed(place())
    machine, asked = carry_through(Bench(place(), Peer()), -1)
    commits = Powered.commits
    assert state(machine) == expected and not asked
    interrupted = []
    for fails_at in range(1, commits + 1):
        bench = Bench(place(), Peer())
        machine, asked = carry_through(bench, fails_at)
        assert state(machine) == expected, fails_at
        assert sorted(bench.peer.items) == sorted(calm.peer.items), fails_at
        assert machine.store.verify(machine.run).intact, fails_at
        interrupted.append(asked)
    assert set(interrupted) == {0, 1}
