"""What goes wrong with a store is said in one sentence with the mend, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

from kognilang.journal.records import JournalRow, RunRow, StoreFault, Unit
from kognilang.journal.store import Store
from tests.journal.conftest import AT, new_run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with a run of 200 journal rows, at rest."""
    path = tmp_path / "store.db"
    store = Store.open(path)
    run = new_run(store)
    rows = [JournalRow("", 1, "step", f'"{"x" * 500} {n}"', AT) for n in range(200)]
    store.commit(Unit(run.id, 1, journal=rows))
    store.close()
    return path


def use(path: Path) -> None:
    store = Store.open(path, patience=0.2)
    try:
        store.runs()
        store.verify("r1")
        store.next_id("r")
    finally:
        store.close()


def refused(path: Path) -> str:
    """The fault's message; the file must be as it was."""
    before = path.read_bytes()
    with pytest.raises(StoreFault) as fault:
        use(path)
    assert path.read_bytes() == before
    return str(fault.value)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_text("Dear all, this is not a database at all.\n" * 100)
    message = refused(path)
    assert "is not a KogniLang store" in message and "Move that file away" in message


def test_a_short_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_text("hello")
    assert "is not a KogniLang store" in refused(path)


def test_an_emptied_file(path: Path) -> None:
    path.write_bytes(b"")
    assert "is empty" in refused(path)


@pytest.mark.parametrize("share", [0.001, 0.3, 0.7, 0.99])
def test_a_file_that_was_cut_off(path: Path, share: float) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    message = refused(path)
    assert "damaged" in message and "last good copy" in message


def test_overwritten_pages(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 : len(content) // 2] = os.urandom(len(content) // 2 - 4096)
    path.write_bytes(bytes(content))
    message = refused(path)
    assert "damaged" in message and "left as it is" in message


def test_damage_that_no_question_touches_is_found_when_it_is_looked_for(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-4096:] = os.urandom(4096)
    path.write_bytes(bytes(content))
    store = Store.open(path)
    with pytest.raises(StoreFault, match="damaged"):
        store.check()
    assert path.read_bytes() == bytes(content)


def test_a_whole_store_is_found_whole(path: Path) -> None:
    Store.open(path).check()
    Store.open(path.with_name("none.db")).check()
    assert not path.with_name("none.db").exists()


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE vendors (name TEXT)")
    connection.commit()
    connection.close()
    assert "another program" in refused(path)


def test_a_newer_store(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=99")
    connection.close()
    message = refused(path)
    assert "newer KogniLang" in message and "99" in message


def test_a_newer_store_in_postgresql(postgresql: str) -> None:
    import psycopg

    place = f"{postgresql}{'&' if '?' in postgresql else '?'}kognilang_schema=newer"
    Store.open(place).next_id("r")
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("UPDATE newer.store SET value = '99'")
    with pytest.raises(StoreFault, match="newer KogniLang"):
        Store.open(place).runs()


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.mkdir()
    with pytest.raises(StoreFault, match="cannot be made or opened"):
        use(path)


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / ".kognilang").write_text("")
    with pytest.raises(StoreFault, match=r"cannot be made or opened.*Allow writing"):
        Store.open(tmp_path / ".kognilang" / "store.db").next_id("r")


def test_a_store_that_another_program_holds(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = Store.open(path, patience=0.2)
    assert len(store.runs()) == 1
    with pytest.raises(StoreFault, match=r"in use by another program.*0\.2 seconds"):
        store.next_id("r")
    other.execute("ROLLBACK")
    assert store.next_id("r") == "r2"


def as_nobody(script: str, *arguments: str) -> str:
    """Run a script without the rights of root, which nothing is read-only for."""
    if os.geteuid() != 0:
        prefix = ""
    else:
        prefix = (
            # Nobody may not be able to read the interpreter's folders: all is imported before.
            "import os, tempfile, kognilang.journal.sqlite_faults\n"
            "from kognilang.journal.store import Store\n"
            "with tempfile.TemporaryDirectory() as folder:\n"
            "    store = Store.open(folder + '/store.db')\n"
            "    store.next_id('r'), store.runs(), store.close()\n"
            "os.setgid(65534); os.setuid(65534)\n"
        )
    code = prefix + textwrap.dedent(script)
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def reached(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Everybody can reach the test's folder."""
    ours = {tmp_path_factory.getbasetemp().parent, Path(tempfile.gettempdir())}
    for each in (tmp_path, *tmp_path.parents):
        if ours & set(each.parents):
            each.chmod(0o755)
        elif not each.stat().st_mode & 0o001:
            pytest.skip(f"nobody but its owner can reach {each}")


WRITING = """
    import sys
    from kognilang.journal.records import StoreFault
    from kognilang.journal.store import Store
    store = Store.open(sys.argv[1])
    print(len(store.runs()))
    try:
        store.next_id("r")
    except StoreFault as fault:
        print(fault)
"""


@pytest.mark.usefixtures("reached")
def test_a_read_only_folder_can_be_read_but_not_written(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        out = as_nobody(WRITING, str(path)).splitlines()
    finally:
        path.parent.chmod(0o755)
    assert out[0] == "1"
    assert "cannot be written to" in out[1] and "read-only" in out[1]


@pytest.mark.usefixtures("reached")
def test_a_read_only_workspace_says_so_at_the_first_write(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        out = as_nobody(WRITING, str(tmp_path / ".kognilang" / "store.db")).splitlines()
    finally:
        tmp_path.chmod(0o755)
    assert out[0] == "0" and "Allow writing" in out[1]
    assert list(tmp_path.iterdir()) == []


FILLING = """
    import resource, sys
    from kognilang.journal.records import JournalRow, StoreFault, Unit
    from kognilang.journal.store import Store
    store = Store.open(sys.argv[1])
    run = store.claim("r1")
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
    def unit(n):
        row = JournalRow("", n, "step", "z" * 1500, "")
        return Unit("r1", run.epoch, frame=b"%d" % n, journal=[row])
    done = 0
    try:
        for n in range(1, 2000):
            store.commit(unit(n))
            done = n
    except StoreFault as fault:
        print(fault)
    print(done)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    if sys.argv[3] == "go on":
        store.commit(unit(done + 1))
"""


@pytest.mark.parametrize("after", ["go on", "break off"])
def test_a_full_disk_loses_nothing(path: Path, after: str) -> None:
    if not hasattr(os, "fork"):
        pytest.skip("needs limits on file sizes")
    store = Store.open(path)
    store.claim("r1")
    store.release("r1")
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(FILLING), str(path), "400000", after],
        capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    assert "no room left" in done[0] and "resume" in done[0]
    committed = int(done[1])
    assert committed > 10
    found = store.run("r1")
    assert found is not None
    last = committed + (after == "go on")
    assert found.frame == b"%d" % last
    assert [row.sentence for row in store.journal("r1", after=200)] == list(range(1, last + 1))
    assert store.verify("r1").intact
    assert store.claim("r1").epoch == 4


def test_a_store_is_never_half_made(tmp_path: Path) -> None:
    script = """
        import resource, sys
        from kognilang.journal.records import StoreFault
        from kognilang.journal.store import Store
        resource.setrlimit(resource.RLIMIT_FSIZE, (20000, resource.RLIM_INFINITY))
        try:
            Store.open(sys.argv[1]).next_id("r")
        except StoreFault as fault:
            print(fault)
    """
    path = tmp_path / "store.db"
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(path)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "no room left" in done.stdout
    assert list(tmp_path.iterdir()) == []
    assert Store.open(path).next_id("r") == "r1"


def test_a_missing_large_value_is_said(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = Store.open(path)
    run = new_run(store)
    store.commit(Unit(run.id, 1, journal=[JournalRow("", 1, "step", "x" * 5000, AT)]))
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM blob")
    connection.commit()
    with pytest.raises(StoreFault, match="a value that it refers to is missing"):
        store.journal(run.id)


def test_a_copy_taken_in_the_middle_can_be_read(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(path, copy)
    use(copy)


def test_a_database_that_does_not_answer() -> None:
    pytest.importorskip("psycopg", reason="needs the package psycopg")
    store = Store.open("postgresql://nobody@127.0.0.1:1/none", patience=2)
    with pytest.raises(StoreFault, match="cannot be reached"):
        store.runs()


def test_a_password_in_the_url_is_never_shown() -> None:
    pytest.importorskip("psycopg", reason="needs the package psycopg")
    store = Store.open("postgresql://me:hidden-word@127.0.0.1:1/none", patience=2)
    with pytest.raises(StoreFault) as fault:
        store.runs()
    assert "hidden-word" not in str(fault.value) and "hidden-word" not in store.where


def test_a_lost_connection_is_opened_again(postgresql: str) -> None:
    import psycopg

    place = f"{postgresql}{'&' if '?' in postgresql else '?'}kognilang_schema=lost"
    store = Store.open(place)
    run = new_run(store)

    def kill() -> None:
        with psycopg.connect(postgresql, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> "
                "pg_backend_pid() AND backend_type = 'client backend'"
            )

    kill()
    assert store.run(run.id) is not None
    kill()
    store.commit(Unit(run.id, 1, frame=b"on", journal=[JournalRow("", 1, "step", "{}", AT)]))
    assert len(store.journal(run.id)) == 1
    kill()
    assert store.next_id("q") == "q1"


def test_a_commit_whose_reply_was_lost_is_not_written_twice(postgresql: str) -> None:
    place = f"{postgresql}{'&' if '?' in postgresql else '?'}kognilang_schema=reply"
    store = Store.open(place)
    run: RunRow = new_run(store)
    driver = store._driver
    real = driver.writing

    from contextlib import contextmanager

    @contextmanager
    def loses_the_reply(durable: bool = True):  # type: ignore[no-untyped-def]
        with real(durable) as writer:
            yield writer
        driver.writing = real  # type: ignore[method-assign]
        driver.close()
        from kognilang.journal.driver import ConnectionLost

        raise ConnectionLost("lost")

    driver.writing = loses_the_reply  # type: ignore[method-assign]
    unit = Unit(run.id, 1, status="parked", journal=[JournalRow("", 1, "step", "{}", AT)])
    assert store.commit(unit) == "parked"
    assert [row.seq for row in store.journal(run.id)] == [1]
    assert store.verify(run.id).intact
