"""The store in an SQLite file: WAL, `synchronous=FULL`, one transaction a commit."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kognilang.journal import sqlite_faults
from kognilang.journal.compiled_sqlite import FORMAT, STATEMENTS, TABLES
from kognilang.journal.driver import Row
from kognilang.journal.formats import check_format, older
from kognilang.journal.records import StoreFault
from kognilang.journal.statement import Statement

APPLICATION = 0x4B4F474E
"""`KOGN`: marks the file as ours in its header."""


class SqliteDriver:
    """One connection to one file. The file and its folder are made by the first write."""

    statements = STATEMENTS

    def __init__(self, path: Path, patience: float = 10.0) -> None:
        self.path = path
        self.where = str(path)
        self.patience = patience
        self._connection: sqlite3.Connection | None = None
        self._writer: _Writer | None = None

    # -- reading and writing --------------------------------------------------------

    def rows(self, statement: Statement, params: Sequence[Any] = ()) -> list[Row]:
        """Read; a store that is not there yet has no rows."""
        connection = self._connection or self._open(make=False)
        if connection is None:
            return []
        try:
            return connection.execute(statement.sql, params).fetchall()
        except sqlite3.Error as error:
            raise self._fault(error) from error

    @contextmanager
    def writing(self, durable: bool = True) -> Iterator[_Writer]:
        """One transaction. A not durable one is not synced by itself, but by the next that is."""
        connection = self._connection or self._open(make=True)
        assert connection is not None and self._writer is not None
        execute = connection.execute
        try:
            if not durable:
                execute("PRAGMA synchronous=NORMAL")
            execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    with contextlib.suppress(sqlite3.Error):
                        execute("ROLLBACK")
                raise
            finally:
                if not durable:
                    execute("PRAGMA synchronous=FULL")
        except sqlite3.Error as error:
            raise self._fault(error) from error

    def now(self) -> str:
        """The machine's clock, which is this database's too."""
        return datetime.now(UTC).isoformat(timespec="microseconds")

    def stamp(self) -> int | None:
        """A number that another connection's write changes; costs next to nothing."""
        connection = self._connection or self._open(make=False)
        if connection is None:
            return None
        try:
            (found,) = connection.execute("PRAGMA data_version").fetchone()
        except sqlite3.Error as error:
            raise self._fault(error) from error
        return int(found)

    def check(self) -> None:
        """Look through every page of the file."""
        connection = self._connection or self._open(make=False)
        if connection is None:
            return
        try:
            (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        except sqlite3.Error as error:
            raise self._fault(error) from error
        if found != "ok":
            raise sqlite_faults.damaged(self.path)

    def close(self) -> None:
        """Close the file."""
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    # -- opening ----------------------------------------------------------------------

    def _open(self, make: bool) -> sqlite3.Connection | None:
        try:
            if not self.path.exists():
                if not make:
                    return None
                self._make()
            self._look()
            return self._connect()
        except OSError as error:
            raise StoreFault(
                f"The store {self.path} cannot be made or opened: {error.strerror}. Allow writing "
                f"to the folder {self.path.parent}, or name another store in kognilang.toml."
            ) from error
        except sqlite3.Error as error:
            self.close()
            raise self._fault(error) from error
        except BaseException:
            self.close()
            raise

    def _connect(self) -> sqlite3.Connection:
        writable = os.access(self.path, os.W_OK) and os.access(self.path.parent, os.W_OK)
        uri = self.path.resolve().as_uri()
        if not writable:
            # Without the right to write, a WAL file beside it could only be read through
            # shared memory that we may not make.
            quiet = not Path(f"{self.path}-wal").exists()
            uri += "?mode=ro" + ("&immutable=1" if quiet else "")
        else:
            uri += "?mode=rw"
        connection = sqlite3.connect(
            uri, uri=True, timeout=self.patience, isolation_level=None, cached_statements=256
        )
        self._connection = connection
        self._writer = _Writer(connection)
        (ours,) = connection.execute("PRAGMA application_id").fetchone()
        if ours != APPLICATION:
            raise sqlite_faults.worded(sqlite_faults.OTHER_PROGRAM, self.path)
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        check_format(found, FORMAT, self.where)
        connection.execute("PRAGMA synchronous=FULL")
        if found < FORMAT:
            if not writable:
                raise older(found, self.where)
            self._migrate(connection)
        return connection

    def _migrate(self, connection: sqlite3.Connection) -> None:
        """Bring an older store up to date in one transaction: all of it, or nothing."""
        from kognilang.journal.migrations import statements_from

        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another program may have done it since we looked.
            (found,) = connection.execute("PRAGMA user_version").fetchone()
            check_format(found, FORMAT, self.where)
            for statement in statements_from(found, FORMAT, "sqlite", self.where):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version={FORMAT}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                with contextlib.suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
            raise

    def _look(self) -> None:
        """Refuse a file that has been cut off, before SQLite could take it for an empty one."""
        with self.path.open("rb") as file:
            head = file.read(100)
            size = os.fstat(file.fileno()).st_size
        if not size:
            raise sqlite_faults.worded(sqlite_faults.EMPTY, self.path)
        if not head.startswith(b"SQLite format 3\0"[:size]):
            raise sqlite_faults.fault_of(_not_a_database(), self.path, self.patience)
        page = int.from_bytes(head[16:18], "big")
        page = 65536 if page == 1 else page
        pages = int.from_bytes(head[28:32], "big")
        wal = Path(f"{self.path}-wal")
        settled = not wal.exists() or wal.stat().st_size == 0
        if len(head) < 100 or (settled and size < page * pages):
            raise sqlite_faults.worded(sqlite_faults.CUT_OFF, self.path)

    def _make(self) -> None:
        """Make the file complete under another name, then give it its own: never half a store."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        new = self.path.with_name(f"{self.path.name}.{os.getpid()}.new")
        new.unlink(missing_ok=True)
        try:
            connection = sqlite3.connect(new, isolation_level=None)
            try:
                # Synced once, when it is whole: until then nobody knows it.
                connection.execute("PRAGMA synchronous=OFF")
                connection.execute(f"PRAGMA application_id={APPLICATION}")
                connection.execute(f"PRAGMA user_version={FORMAT}")
                connection.execute("BEGIN")
                for table in TABLES:
                    connection.execute(table)
                connection.execute("COMMIT")
                connection.execute("PRAGMA journal_mode=WAL")
            finally:
                connection.close()
            _sync(new)
            try:
                os.link(new, self.path)
            except FileExistsError:
                pass  # Another process was quicker; its store is as good.
            except OSError:
                if not self.path.exists():
                    new.rename(self.path)
            _sync(self.path.parent)
        finally:
            new.unlink(missing_ok=True)

    def _fault(self, error: sqlite3.Error) -> StoreFault:
        return sqlite_faults.fault_of(error, self.path, self.patience)


class _Writer:
    """The open transaction of the connection; sqlite3 keeps its statements prepared."""

    __slots__ = ("_execute", "_many")

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._execute = connection.execute
        self._many = connection.executemany

    def run(self, statement: Statement, params: Sequence[Any] = ()) -> int:
        return self._execute(statement[0], params).rowcount

    def many(self, statement: Statement, rows: Sequence[Sequence[Any]]) -> None:
        self._many(statement[0], rows)

    def rows(self, statement: Statement, params: Sequence[Any] = ()) -> list[Row]:
        return self._execute(statement[0], params).fetchall()


def _sync(path: Path) -> None:
    """Make sure that a file, or a folder's list of files, is on the disk."""
    with contextlib.suppress(PermissionError):  # Windows does not open folders.
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _not_a_database() -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError("file is not a database")
    error.sqlite_errorname = "SQLITE_NOTADB"
    return error
