"""What the store needs of a database: reading, and writing in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from kognilang.journal.records import StoreFault
from kognilang.journal.statement import Statement

Row = tuple[Any, ...]


class Writer(Protocol):
    """An open transaction."""

    def run(self, statement: Statement, params: Sequence[Any] = ()) -> int:
        """Run a statement; return how many rows it touched."""
        ...

    def many(self, statement: Statement, rows: Sequence[Sequence[Any]]) -> None:
        """Run a statement once for each row of parameters."""
        ...

    def rows(self, statement: Statement, params: Sequence[Any] = ()) -> list[Row]:
        """Run a statement and return its rows."""
        ...


class Driver(Protocol):
    """A database. Every failure is a StoreFault in a clerk's words."""

    statements: dict[str, Statement]
    where: str
    """The store's place as a person would name it."""

    def rows(self, statement: Statement, params: Sequence[Any] = ()) -> list[Row]:
        """Read; a store that nothing was written to yet has no rows."""
        ...

    def writing(self, durable: bool = True) -> AbstractContextManager[Writer]:
        """One transaction: commits at the end, rolls back on any exception.

        Not `durable`: it may be lost with the power, but only together with all that
        was written after it.
        """
        ...

    def now(self) -> str:
        """The database's clock: the moment in UTC, ISO 8601."""
        ...

    def stamp(self) -> int | None:
        """Return what another connection's write changes; None where it is not told."""
        ...

    def check(self) -> None:
        """Look through the whole database. Raises StoreFault where something has damaged it."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...


class ConnectionLost(StoreFault):
    """The connection broke: whether the transaction was committed is not known."""
