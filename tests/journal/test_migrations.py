"""Stores of every released format: brought up to date, and their runs finished by this program.

`formats/N` holds a workspace as a program of format N left it: `left/store.db` with runs that
wait, and `left/postgresql.sql`, the tables as that program made them there.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kognilang.journal import migrations, postgresql_driver, sqlite_driver
from kognilang.journal.migrations import MIGRATIONS, Migration, column
from kognilang.journal.records import StoreFault
from kognilang.journal.schema import FORMAT
from kognilang.journal.store import Store
from kognilang.session import Session
from tests.patience import PATIENCE

FORMATS = Path(__file__).parent / "formats"
RELEASED = sorted(int(folder.name) for folder in FORMATS.iterdir())
ROOT = Path(__file__).parents[2]


def workspace(tmp_path: Path, number: int) -> Path:
    folder = tmp_path / "books"
    shutil.copytree(FORMATS / str(number), folder)
    (folder / "left").rename(folder / ".kognilang")
    return folder


def columns(path: Path) -> dict[str, Any]:
    """What a store's tables and indexes are, without the order in which columns were added."""
    connection = sqlite3.connect(path)
    found: dict[str, Any] = {}
    for kind, name in connection.execute("SELECT type, name FROM sqlite_master").fetchall():
        if kind == "table":
            rows = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
            found[name] = sorted(row[1:] for row in rows)
            found[f"{name} kept"] = [
                row[3:] for row in connection.execute("PRAGMA table_list") if row[1] == name
            ]
        elif not name.startswith("sqlite_"):
            rows = connection.execute(f'PRAGMA index_info("{name}")').fetchall()
            found[name] = [row[2] for row in rows]
    connection.close()
    return found


def test_every_format_has_its_migration_and_its_store() -> None:
    assert [one.to for one in MIGRATIONS] == list(range(2, FORMAT + 1))
    assert RELEASED[0] == 1 and RELEASED[-1] <= FORMAT


@pytest.mark.parametrize("number", RELEASED)
def test_an_old_store_becomes_as_a_new_one(tmp_path: Path, number: int) -> None:
    old = workspace(tmp_path, number) / ".kognilang" / "store.db"
    store = Store.open(old)
    assert len(store.runs()) >= 4
    store.close()
    new = Store.open(tmp_path / "new.db")
    new.next_id("r")
    new.close()
    assert columns(old) == columns(tmp_path / "new.db")
    for run in ("r1", "r2", "r3", "r4"):
        assert Store.open(old).verify(run).intact


@pytest.mark.parametrize("number", RELEASED)
def test_an_old_store_in_postgresql_becomes_as_a_new_one(postgresql: str, number: int) -> None:
    import psycopg

    def described(schema: str) -> list[Any]:
        with psycopg.connect(postgresql) as connection:
            found = connection.execute(
                "SELECT table_name, column_name, data_type, is_nullable, column_default "
                "FROM information_schema.columns WHERE table_schema = %s ORDER BY 1, 2",
                (schema,),
            ).fetchall()
            return (
                found
                + connection.execute(
                    "SELECT tablename, indexname, replace(indexdef, schemaname || '.', '') "
                    "FROM pg_indexes WHERE schemaname = %s ORDER BY 1, 2",
                    (schema,),
                ).fetchall()
            )

    old = f"old_{number}"
    text = (FORMATS / str(number) / "left" / "postgresql.sql").read_text()
    with psycopg.connect(postgresql) as connection:
        connection.execute(f"CREATE SCHEMA {old}")
        connection.execute(f"SET search_path TO {old}")
        connection.execute(text)
        connection.execute("INSERT INTO store VALUES ('format', %s)", (str(number),))
    joint = "&" if "?" in postgresql else "?"
    for schema in (old, f"new_{number}"):
        store = Store.open(f"{postgresql}{joint}kognilang_schema={schema}")
        assert store.runs() == []
        assert store.next_id("r") == "r1"
        store.close()
    assert described(old) == described(f"new_{number}") != []


def test_the_runs_of_format_1_are_finished(tmp_path: Path) -> None:
    folder = workspace(tmp_path, 1)
    said: list[str] = []
    moment = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
    session = Session(folder, out=said.append, clock=lambda: moment, no_input=True)
    for question, text, by in (
        ("q1", "yes", "finance manager"),
        ("q2", "Northgate", "finance manager"),
        ("q3", "no", "finance manager"),
    ):
        outcome = session.answer(question, text, by)
        assert outcome.accepted, outcome.message
    assert session.advance("r2").status == "finished"
    assert session.advance("r3").status == "finished"
    view = session.advance("r4")
    (interrupted,) = view.questions
    assert interrupted.problem == "interrupted-write"
    assert session.answer(interrupted.id, "yes").accepted
    assert session.advance("r4").status == "finished"
    assert said == ["5 booked, 15565.5 in all.", "Reminded of $42.", "All posted."]
    booked = (folder / "out" / "booked.csv").read_text().splitlines()
    assert booked[1:] == [
        "A1,Cobalt,120", "A4,Lumen,45.5", "A6,Isar,310", "A2,Summit,15000", "A3,Northgate,90",
    ]  # fmt: skip
    assert (folder / "out" / "letters.txt").read_text() == "letter 1\nletter 2\nletter 3\n"
    for run in ("r1", "r2", "r3", "r4"):
        assert session.verify(run) == ""
        session.show(run)


# -- the mechanism -------------------------------------------------------------------------

NEXT = FORMAT + 1
GOOD = Migration(
    NEXT,
    "a test's",
    (
        column("run", "mood"),
        column("question", "weight", "BIGINT"),
        "CREATE TABLE mood (name TEXT NOT NULL, data {blob} NOT NULL, PRIMARY KEY (name)) "
        "{without rowid}",
    ),
)
BAD = Migration(NEXT, "a test's", (column("run", "mood"), "CREATE TABLE run (name TEXT)"))


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_a_migration_is_applied_once(
    dialect: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = a_store(dialect, request, tmp_path, "good")
    newer(monkeypatch, GOOD)
    for _ in range(2):
        store = Store.open(place)
        assert store.next_id("r") != "r1"
        with store._driver.writing() as writer:
            writer.run(statement("UPDATE question SET weight = 1"))
        assert store._driver.rows(statement("SELECT mood FROM run")) == []
        assert store._driver.rows(statement("SELECT data FROM mood")) == []
        store.close()


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_a_migration_that_fails_leaves_all_as_it_was(
    dialect: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = a_store(dialect, request, tmp_path, "bad")
    with monkeypatch.context() as patched:
        newer(patched, BAD)
        with pytest.raises(StoreFault):
            Store.open(place).runs()
    store = Store.open(place)
    assert store.next_id("r") == "r2"
    with pytest.raises(StoreFault):
        store._driver.rows(statement("SELECT mood FROM run"))


def test_a_store_that_may_not_be_written_is_not_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(tmp_path / "store.db")
    store.next_id("r")
    store.close()
    before = (tmp_path / "store.db").read_bytes()
    newer(monkeypatch, GOOD)
    monkeypatch.setattr(sqlite_driver.os, "access", lambda path, mode: False)
    with pytest.raises(StoreFault, match="older KogniLang"):
        Store.open(tmp_path / "store.db").runs()
    assert (tmp_path / "store.db").read_bytes() == before


def test_several_programs_bring_a_store_up_to_date_at_once(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store.db")
    store.next_id("r")
    store.close()
    code = (
        "import sys\n"
        "from kognilang.journal import migrations, sqlite_driver\n"
        "from kognilang.journal.store import Store\n"
        "from tests.journal.test_migrations import GOOD, NEXT\n"
        "migrations.MIGRATIONS += (GOOD,)\n"
        "sqlite_driver.FORMAT = NEXT\n"
        "sys.stdin.readline()\n"
        "print(Store.open(sys.argv[1]).next_id('r'))\n"
    )
    words = [sys.executable, "-c", code, str(tmp_path / "store.db")]
    several = [
        subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for one in several:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    ids = {one.communicate(timeout=PATIENCE)[0].strip() for one in several}
    assert ids == {"r2", "r3", "r4"}


def a_store(dialect: str, request: pytest.FixtureRequest, tmp_path: Path, name: str) -> str:
    if dialect == "sqlite":
        place = str(tmp_path / "store.db")
    else:
        url: str = request.getfixturevalue("postgresql")
        place = f"{url}{'&' if '?' in url else '?'}kognilang_schema=migrating_{name}"
    store = Store.open(place)
    assert store.next_id("r") == "r1"
    store.close()
    return place


def newer(monkeypatch: pytest.MonkeyPatch, migration: Migration) -> None:
    """Make this program one that knows a further format."""
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, migration))
    monkeypatch.setattr(sqlite_driver, "FORMAT", NEXT)
    monkeypatch.setattr(postgresql_driver, "FORMAT", NEXT)


def statement(sql: str) -> Any:
    from kognilang.journal.statement import Statement

    return Statement(sql, ())
