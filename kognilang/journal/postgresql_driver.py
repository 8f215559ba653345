"""The store in PostgreSQL, through psycopg 3, in a schema of its own (`kognilang`)."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from kognilang.journal.compiled_postgresql import FORMAT, STATEMENTS, TABLES
from kognilang.journal.driver import ConnectionLost, Row
from kognilang.journal.formats import check_format, older
from kognilang.journal.records import StoreFault
from kognilang.journal.statement import Statement

_MOMENT = 'YYYY-MM-DD"T"HH24:MI:SS.US+00:00'
_NOW = Statement(f"SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', '{_MOMENT}')", ())
_LOCK = 0x4B4F474E
_MAY_NOT = ("25006", "42501")
"""The states that say that a user may not write."""


class PostgresqlDriver:
    """One connection. The tables are made by the first write.

    The URL may name another schema: `postgresql://…/books?kognilang_schema=payables`.
    """

    statements = STATEMENTS

    def __init__(self, url: str, patience: float = 10.0) -> None:
        try:
            import psycopg
        except ImportError:
            raise StoreFault(
                "A store in PostgreSQL needs the package psycopg. Install it with: "
                'pip install "kognilang[postgresql]"'
            ) from None
        self._psycopg = psycopg
        parts = urlsplit(url)
        query = dict(parse_qsl(parts.query))
        self._schema = query.pop("kognilang_schema", "kognilang")
        if not re.fullmatch(r"[a-z_][a-z0-9_]*", self._schema):
            raise StoreFault(
                f'The schema "{self._schema}" in the store\'s URL should be small letters, digits '
                f"and underlines."
            )
        self._url = urlunsplit(parts._replace(scheme="postgresql", query=urlencode(query)))
        self.where = f"{parts.hostname or 'PostgreSQL'}{parts.path}"
        self._patience = patience
        self._connection: Any = None
        self._ready = False

    # -- reading and writing --------------------------------------------------------

    def rows(self, statement: Statement, params: Sequence[Any] = ()) -> list[Row]:
        """Read; a store that nothing was written to yet has no rows."""
        for attempt in (1, 2):
            try:
                connection = self._open()
                if not self._ready and not self._look(connection):
                    return []
                found: list[Row] = connection.execute(statement.sql, params or None).fetchall()
                return found
            except self._psycopg.Error as error:
                if not self._broken() or attempt == 2:
                    raise self._fault(error) from error
        raise self._gone()

    @contextmanager
    def writing(self, durable: bool = True) -> Iterator[_Writer]:
        """One transaction. A not durable one reaches the disk with the next that is."""
        error_class = self._psycopg.Error
        try:
            connection = self._begin()
            try:
                if not durable:
                    connection.execute("SET LOCAL synchronous_commit=off")
                yield _Writer(connection)
                connection.execute("COMMIT")
            except BaseException:
                if not connection.closed:
                    with contextlib.suppress(error_class):
                        connection.execute("ROLLBACK")
                raise
        except error_class as error:
            if self._broken():
                raise self._gone() from error
            raise self._fault(error) from error

    def _begin(self) -> Any:
        """Begin a transaction, on a new connection where the old one is found to be gone."""
        connection = self._open()
        try:
            if not self._ready and not self._look(connection):
                self._make(connection)
            connection.execute("BEGIN")
        except self._psycopg.Error:
            if not self._broken():
                raise
            connection = self._open()
            if not self._ready and not self._look(connection):
                self._make(connection)
            connection.execute("BEGIN")
        return connection

    def now(self) -> str:
        """The database's clock."""
        for attempt in (1, 2):
            try:
                (row,) = self._open().execute(_NOW.sql).fetchall()
                return str(row[0])
            except self._psycopg.Error as error:
                if not self._broken() or attempt == 2:
                    raise self._fault(error) from error
        raise self._gone()

    def stamp(self) -> int | None:
        """Not told here."""
        return None

    def check(self) -> None:
        """That is the server's own work."""

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            with contextlib.suppress(self._psycopg.Error):
                self._connection.close()
            self._connection = None

    # -- opening ----------------------------------------------------------------------

    def _open(self) -> Any:
        if self._connection is None or self._connection.closed:
            wait = int(self._patience * 1000)
            options = f"-c search_path={self._schema} -c lock_timeout={wait}"
            try:
                self._connection = self._psycopg.connect(
                    self._url,
                    autocommit=True,
                    connect_timeout=max(2, int(self._patience)),
                    options=options,
                )
            except self._psycopg.Error as error:
                raise StoreFault(
                    f"The store {self.where} cannot be reached: {_first_line(error)}. Check that "
                    f"the database runs and that the URL in kognilang.toml is right."
                ) from None
        return self._connection

    def _look(self, connection: Any) -> bool:
        """Whether the tables are there, in a format that this program knows."""
        there = self._there(connection)
        if there:
            found = self._format(connection)
            if found < FORMAT:
                self._migrate(connection, found)
            self._ready = True
        return there

    def _there(self, connection: Any) -> bool:
        found = connection.execute(
            "SELECT to_regclass(%s) IS NOT NULL", (f"{self._schema}.store",)
        ).fetchone()
        return bool(found[0])

    def _format(self, connection: Any) -> int:
        row = connection.execute(STATEMENTS["read_format"].sql).fetchone()
        found = int(row[0]) if row else 0
        check_format(found, FORMAT, self.where)
        return found

    def _migrate(self, connection: Any, found: int) -> None:
        """Bring an older store up to date in one transaction: all of it, or nothing."""
        from kognilang.journal.migrations import statements_from

        try:
            with self._alone(connection), connection.transaction():
                # Another program may have done it since we looked.
                found = self._format(connection)
                for statement in statements_from(found, FORMAT, "postgresql", self.where):
                    connection.execute(statement)
                connection.execute(STATEMENTS["write_format"].sql, ("format", str(FORMAT)))
        except self._psycopg.Error as error:
            if error.sqlstate in _MAY_NOT:
                raise older(found, self.where) from None
            raise

    @contextmanager
    def _alone(self, connection: Any) -> Iterator[None]:
        """Two programs may make or change the tables at the same moment: one waits for the other.

        The lock is taken before the transaction, whose start makes the other's tables known here.
        """
        connection.execute("SELECT pg_advisory_lock(%s)", (_LOCK,))
        try:
            yield
        finally:
            if not connection.broken:
                connection.execute("SELECT pg_advisory_unlock(%s)", (_LOCK,))

    def _make(self, connection: Any) -> None:
        with self._alone(connection), connection.transaction():
            if self._there(connection):
                return
            connection.execute(f"CREATE SCHEMA IF NOT EXISTS {self._schema}")
            for table in TABLES:
                connection.execute(table)
            connection.execute(STATEMENTS["write_format"].sql, ("format", str(FORMAT)))
        self._ready = True

    # -- failing ----------------------------------------------------------------------

    def _broken(self) -> bool:
        """Whether the connection is gone; the next use opens another."""
        return self._connection is None or bool(self._connection.broken)

    def _gone(self) -> ConnectionLost:
        return ConnectionLost(
            f"The connection to the store {self.where} was lost. What was written before is safe. "
            f"When the database runs again, resume the run."
        )

    def _fault(self, error: Exception) -> StoreFault:
        state = getattr(error, "sqlstate", None) or ""
        if self._broken():
            return self._gone()
        if state in ("53100", "53200"):
            return StoreFault(
                f"The database of the store {self.where} has no room left. What was written "
                f"before is safe. Free some disk space there, then resume the run."
            )
        if state in _MAY_NOT:
            return StoreFault(
                f"The store {self.where} cannot be written to: your user may only read there. "
                f"Ask for the right to write in the schema {self._schema}."
            )
        if state in ("55P03", "40P01"):
            return StoreFault(
                f"The store {self.where} is in use by another program, which has not let go of it "
                f"for {self._patience:g} seconds. Close that program (or wait for it), then try "
                f"again."
            )
        return StoreFault(f"The store {self.where} cannot be used: {_first_line(error)}.")


class _Writer:
    """The open transaction; psycopg prepares what is run often."""

    __slots__ = ("_connection",)

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def run(self, statement: Statement, params: Sequence[Any] = ()) -> int:
        return int(self._connection.execute(statement[0], params or None).rowcount)

    def many(self, statement: Statement, rows: Sequence[Sequence[Any]]) -> None:
        with self._connection.cursor() as cursor:
            cursor.executemany(statement[0], rows)

    def rows(self, statement: Statement, params: Sequence[Any] = ()) -> list[Row]:
        found: list[Row] = self._connection.execute(statement[0], params or None).fetchall()
        return found


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")
