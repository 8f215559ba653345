"""What is looked up all the time is found by an index, however many runs and questions."""

from __future__ import annotations

import sqlite3

import pytest

from kognilang.journal.compiled_sqlite import STATEMENTS, TABLES
from kognilang.journal.records import RunRow, Unit
from kognilang.journal.store import Store
from tests.journal.conftest import new_run, question

WHOLE = {
    # What a person asks for as a whole, or what stays small.
    "runs", "last_runs", "last_own_runs", "own_count", "run_at", "own_run_at",
    "counts", "questions", "learnings", "uses",
}  # fmt: skip


@pytest.fixture(scope="module")
def connection() -> sqlite3.Connection:
    found = sqlite3.connect(":memory:")
    for table in TABLES:
        found.execute(table)
    return found


def steps(connection: sqlite3.Connection, name: str) -> list[str]:
    statement = STATEMENTS[name]
    given = [None] * len(statement.names)
    rows = connection.execute(f"EXPLAIN QUERY PLAN {statement.sql}", given).fetchall()
    return [row[3] for row in rows]


@pytest.mark.parametrize("name", sorted(set(STATEMENTS) - WHOLE))
def test_no_table_is_read_as_a_whole(connection: sqlite3.Connection, name: str) -> None:
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master").fetchall()}
    scanned = {one.split()[1] for one in steps(connection, name) if one.startswith("SCAN")}
    assert not scanned & (tables - {"store"})


@pytest.mark.parametrize("name", ["last_runs", "last_own_runs"])
def test_the_last_runs_are_read_from_the_end(connection: sqlite3.Connection, name: str) -> None:
    assert steps(connection, name) == ["SCAN run USING INDEX run_by_start"]


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("withdraw_all", "question_by_run (run=? AND status=?)"),
        ("next_held", "run_by_parent (parent=? AND status=?)"),
        ("open_child", "run_by_parent (parent=? AND status=?)"),
        ("ready_children", "run_by_parent (parent=? AND status=?)"),
        ("open_count", "run_by_path (path=? AND status=?)"),
    ],
)
def test_the_index_that_fits_is_taken(
    connection: sqlite3.Connection, name: str, index: str
) -> None:
    (step,) = steps(connection, name)
    assert index in step


def test_only_what_was_found_is_sorted(connection: sqlite3.Connection) -> None:
    for name in ("next_ready", "due"):
        found = steps(connection, name)
        assert [one for one in found if "TEMP B-TREE" in one] == ["USE TEMP B-TREE FOR ORDER BY"]
        assert found[-2:] == ["SCAN found", "USE TEMP B-TREE FOR ORDER BY"]


def test_the_order_of_what_is_ready_and_the_newest_open_run(store: Store) -> None:
    def run(id: str, status: str, wake: str, began: str, path: str = "a.kog") -> None:
        store.new_run(RunRow(id, "h", "A", path, status, 0, 0, b"{}", began, wake_at=wake))

    run("r1", "parked", "", "2026-01-01T00:00:01")
    run("r2", "ready", "2026-01-01T00:00:09", "2026-01-01T00:00:02")
    run("r3", "waiting", "2026-01-01T00:00:05", "2026-01-01T00:00:03")
    run("r4", "parked", "2026-01-01T00:00:07", "2026-01-01T00:00:04")
    run("r5", "waiting", "2026-02-01T00:00:00", "2026-01-01T00:00:05")
    run("r6", "finished", "", "2026-01-01T00:00:06")
    run("r7", "ready", "", "2026-01-01T00:00:07", "b.kog")
    now = "2026-01-02T00:00:00"
    assert store.next_ready(10, now) == ["r7", "r3", "r4", "r2"]
    assert store.next_ready(2, now) == ["r7", "r3"]
    assert store.due(10, now) == [("r3", "waiting"), ("r4", "parked")]
    assert store.newest_open("a.kog") == ("r5", 5)
    assert store.newest_open("c.kog") == ("", 0)
    assert [one.id for one in store.open_runs("a.kog")] == ["r1", "r2", "r3", "r4", "r5"]
    assert [one.id for one in store.last_runs(3)] == ["r5", "r6", "r7"]
    assert [one.id for one in store.last_runs(1, "parked")] == ["r4"]
    assert (store.own_count(), store.own_count("ready")) == (7, 2)


@pytest.mark.parametrize("name", ["runs_page", "own_runs_page", "questions_page"])
def test_a_page_begins_where_the_one_before_ended(
    connection: sqlite3.Connection, name: str
) -> None:
    search, only_ties = steps(connection, name)
    assert search.startswith("SEARCH") and search.endswith("_at>?)")
    assert only_ties == "USE TEMP B-TREE FOR RIGHT PART OF ORDER BY"


def test_all_runs_are_gone_through_in_pages(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kognilang.journal.queries.PAGE", 3)
    for at in range(1, 13):
        # Several begin at the same moment: their numbers tell which is first.
        began = f"2026-01-01T00:00:{at // 5:02}"
        status = "parked" if at % 2 else "finished"
        store.new_run(RunRow(f"r{at}", "h", "A", "a.kog", status, 0, 0, b"{}", began))
    store.new_run(RunRow("r3-1", "h", "A", "a.kog", "parked", 0, 0, b"{}", began, parent="r3:1"))
    all_own = [f"r{at}" for at in range(1, 13)]
    assert [one.id for one in store.each_run()] == all_own
    assert [one.id for one in store.each_run(last=5)] == all_own[-5:]
    assert [one.id for one in store.each_run(last=50)] == all_own
    assert [one.id for one in store.each_run("parked")] == all_own[::2]
    assert sorted(one.id for one in store.each_run(children=True)) == sorted([*all_own, "r3-1"])


def test_all_questions_are_gone_through_in_pages(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kognilang.journal.queries.PAGE", 4)
    run = new_run(store, "r1")
    asked = [
        question(f"q{at}", run.id, asked_at=f"2026-01-01T00:00:{at // 6:02}") for at in range(1, 22)
    ]
    store.commit(Unit(run.id, 1, questions=asked))
    assert [one.id for one in store.each_question()] == [f"q{at}" for at in range(1, 22)]
    assert store.waiting_by_run() == {"r1": 21}
    assert list(store.each_question("answered")) == []
