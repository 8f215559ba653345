"""How SQLite finds its rows: what is done for every answer, step and look reads no whole table."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kognilang.session import Session
from kognilang.session.serving import Serving

SHORT = 'The total is 5.\nAsk the user "Is it {the total}?" within 2 days.\nSay "{the total}".\n'
WRITES = 'Add a row to the spreadsheet "out.csv" with\n    the name: "x"\nAsk the user "Well?".\n'
GROWING = ("run", "object", "journal", "effect", "question", "answer", "event", "learning_use")


@contextmanager
def traced(connection: sqlite3.Connection) -> Iterator[list[str]]:
    """The statements that are run in the block, with their values."""
    found: list[str] = []
    connection.set_trace_callback(found.append)
    yield found
    connection.set_trace_callback(None)


def scanned(connection: sqlite3.Connection, statements: list[str]) -> list[str]:
    """Which growing tables the statements read as a whole, or sort, with the statement."""
    found = []
    for sql in dict.fromkeys(statements):
        if not re.match(r"(?i)\s*(select|insert|update|delete|with)\b", sql):
            continue
        for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}"):
            scan = re.match(r"SCAN (\w+)", row[3])
            if scan and scan[1].strip('"') in GROWING:
                found.append(f"{row[3]}: {sql[:200]}")
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with a store; without statistics its plans do not depend on what is in it."""
    file = tmp_path / "short.kog"
    file.write_text(SHORT)
    (tmp_path / "writes.kog").write_text(WRITES)
    session = Session(tmp_path, no_input=True)
    session.start(file)
    session.close()
    return tmp_path


def connection(session: Session) -> sqlite3.Connection:
    """The connection of a session's store."""
    session.store.run("")
    found = session.store._driver._connection  # type: ignore[attr-defined]
    assert isinstance(found, sqlite3.Connection)
    return found


@pytest.mark.parametrize("name", ["short.kog", "writes.kog"])
def test_parking_and_answering_read_by_index(folder: Path, name: str) -> None:
    session = Session(folder, no_input=True)
    link = connection(session)
    with traced(link) as statements:
        view = session.start(folder / name)
        assert view.status == "parked"
        outcome = session.answer(view.questions[0].id, "yes")
        assert session.advance(outcome.run).status == "finished"
    assert any(sql.startswith("UPDATE") for sql in statements)
    assert scanned(link, statements) == []
    session.close()


def test_a_look_of_serve_and_of_a_worker_reads_by_index(folder: Path) -> None:
    told: list[str] = []
    serving = Serving(folder, folder, tell=told.append, say=lambda run, text: None)
    serving.pool.size = 0  # Nobody is started: what is looked at here is the look.
    link = connection(serving.session)
    serving._nudge()  # The first one counts all runs, which later ones do not.
    with traced(link) as statements:
        for _ in range(2):
            serving._stamp = -1
            serving._nudge()
            serving.store.reap()
            serving.store.due()
    assert len(statements) >= 8
    assert scanned(link, statements) == []
    serving.session.close()


def parked(link: sqlite3.Connection, count: int) -> None:
    """Copy the run that is parked so many times, each with its question."""
    numbers = f"(WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) "
    numbers += "SELECT i FROM n)"
    for table, names in (("run", "id"), ("question", "id, run"), ("journal", "run")):
        columns = [row[1] for row in link.execute(f"PRAGMA table_info({table})")]
        copied = [
            f"""'x' || i || "{one}" """ if one in names.split(", ") else f'"{one}"'
            for one in columns
        ]
        if table == "run":  # Every other one waits without a deadline.
            copied[columns.index("wake_at")] = "CASE WHEN i % 2 THEN wake_at ELSE '' END"
        link.execute(
            f"INSERT INTO {table} SELECT {', '.join(copied)} FROM {table}, {numbers} "
            f"WHERE {'id' if table == 'run' else 'run'} = 'r1'"
        )


def instructions(folder: Path) -> list[int]:
    """How many of SQLite's instructions a look, parking, and an answer with what follows take."""
    serving = Serving(folder, folder, tell=lambda line: None, say=lambda run, text: None)
    serving.pool.size = 0
    session = serving.session
    link = connection(session)
    serving._nudge()
    found = []
    count = 0

    def counts() -> int:
        nonlocal count
        count += 1
        return 0

    def look() -> None:
        serving._stamp = -1
        serving._nudge()
        serving.store.reap()
        session.attend()

    def answer() -> None:
        session.answer(asked[0].questions[0].id, "yes")
        session.advance(asked[0].id)

    asked = []
    for action in (look, lambda: asked.append(session.start(folder / "short.kog")), answer):
        count = 0
        link.set_progress_handler(counts, 1)
        action()
        link.set_progress_handler(None, 1)
        found.append(count)
    session.close()
    return found


def test_no_work_grows_with_the_runs_that_are_parked(folder: Path) -> None:
    few = instructions(folder)
    session = Session(folder)
    parked(connection(session), 3000)
    assert len(session.inbox()) == 3001
    session.close()
    many = instructions(folder)
    assert min(few) > 50
    for before, now in zip(few, many, strict=True):
        assert now < before * 1.2 + 50, (few, many)


def test_a_scan_is_found(folder: Path) -> None:
    """The test above can fail."""
    session = Session(folder, no_input=True)
    link = connection(session)
    assert len(scanned(link, ["SELECT id FROM run WHERE title = 'x'"])) == 1
    session.close()
