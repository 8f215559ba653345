"""The hash chain: whatever is changed, dropped, added or moved is found, and where."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kognilang.journal import chain
from kognilang.journal.records import JournalRow, Unit
from kognilang.journal.store import LARGE, Store
from tests.journal.conftest import AT, new_run

ROWS = 6


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    store = Store.open(path)
    run = new_run(store)
    for number in range(ROWS - 1):
        row = JournalRow("l1", number, "step", f'{{"n": {number}}}', AT, "p")
        store.commit(Unit(run.id, 1, journal=[row]))
    store.commit(Unit(run.id, 1, journal=[JournalRow("", 9, "skill", "y" * (LARGE + 1), AT)]))
    assert store.verify(run.id).intact
    store.close()
    return path


def tampered(path: Path, sql: str) -> chain.Verdict:
    connection = sqlite3.connect(path)
    connection.execute(sql)
    connection.commit()
    connection.close()
    return Store.open(path).verify("r1")


@pytest.mark.parametrize("column", ["lane", "sentence", "what", "data", "at", "plan", "hash"])
def test_a_changed_field_is_found_at_its_row(path: Path, column: str) -> None:
    verdict = tampered(path, f"UPDATE journal SET {column} = '77' WHERE seq = 3")
    assert not verdict.intact and verdict.broken_at == 3


def test_a_field_that_flows_into_the_next_is_found(path: Path) -> None:
    verdict = tampered(path, "UPDATE journal SET lane = 'l1s', what = 'tep' WHERE seq = 2")
    assert verdict.broken_at == 2


def test_a_missing_row_is_found(path: Path) -> None:
    assert tampered(path, "DELETE FROM journal WHERE seq = 4").broken_at == 4


def test_a_cut_off_end_is_found(path: Path) -> None:
    verdict = tampered(path, f"DELETE FROM journal WHERE seq = {ROWS}")
    assert verdict.broken_at == ROWS and "ends too early" in verdict.reason


def test_rows_that_changed_places_are_found(path: Path) -> None:
    tampered(path, "UPDATE journal SET seq = 100 WHERE seq = 2")
    tampered(path, "UPDATE journal SET seq = 2 WHERE seq = 3")
    assert tampered(path, "UPDATE journal SET seq = 3 WHERE seq = 100").broken_at == 2


def test_an_added_row_is_found(path: Path) -> None:
    verdict = tampered(
        path,
        f"INSERT INTO journal SELECT run, {ROWS + 1}, lane, sentence, what, data, blob, at, "
        f"plan, hash FROM journal WHERE seq = 1",
    )
    assert verdict.broken_at == ROWS + 1


def test_a_changed_large_value_is_found(path: Path) -> None:
    assert tampered(path, "UPDATE blob SET data = x'00'").broken_at == ROWS
    assert tampered(path, "DELETE FROM blob").broken_at == ROWS


def test_a_run_that_is_not_there_is_said(path: Path) -> None:
    with pytest.raises(LookupError, match="There is no run r9"):
        Store.open(path).verify("r9")


FIELDS = st.tuples(st.text(), st.integers(0, 9), st.text(), st.text(), st.text(), st.text())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(FIELDS, FIELDS)
def test_different_rows_have_different_hashes(one: tuple, other: tuple) -> None:
    def linked(row: tuple) -> str:
        lane, sentence, what, data, at, plan = row
        return chain.link("", "r1", 1, lane, sentence, what, data, "", at, plan)

    assert (linked(one) == linked(other)) == (one == other)
