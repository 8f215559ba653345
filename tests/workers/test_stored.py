"""Dispatch by the store: what it does when the store, or a single run in it, cannot be used."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kognilang.journal.records import StoreFault
from kognilang.journal.store import Store
from kognilang.session import Session
from kognilang.workers.stored import MOST_FAULTS, StoredDispatch


class Work:
    """A session whose ready runs are dispatched, with what went wrong."""

    def __init__(self, folder: Path) -> None:
        self.said: list[str] = []
        self.faults: list[str] = []
        self.place = folder / ".kognilang" / "store.db"
        store = Store.open(self.place, patience=0.05)
        self.session = Session(folder, store=store, no_input=True, out=self.said.append, patience=0)
        self.dispatch = StoredDispatch(
            store, self.session.advance, lambda run, fault: self.faults.append(run)
        )

    def submit(self, text: str) -> str:
        path = self.session.workspace / "t.kog"
        path.write_text(text)
        return self.session.submit(path)


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return Work(tmp_path)


def test_a_run_that_lost_its_store_in_the_middle_is_taken_up_first_thing(work: Work) -> None:
    (work.session.workspace / "in.txt").write_text("text")
    work.submit('Say "a".\nRead the file "in.txt" as the text.\nAsk "On?".\n')
    other = sqlite3.connect(work.place, isolation_level=None)

    def out(text: str) -> None:
        work.said.append(text)
        if work.said == ["a"]:
            other.execute("BEGIN IMMEDIATE")

    work.session.out = out
    for _ in range(2):
        with pytest.raises(StoreFault, match="in use by another program"):
            work.dispatch.work()
        assert work.session.store.next_ready() == []  # It counts as being worked on.
    other.execute("ROLLBACK")
    assert work.dispatch.work() == 1
    assert [row.status for row in work.session.runs()] == ["parked"]
    assert set(work.said) == {"a"}  # Said once more rather than never.
    assert work.dispatch.work() == 0
    assert work.faults == []


def test_a_damaged_run_does_not_stop_the_others(work: Work) -> None:
    (work.session.workspace / "in.txt").write_text("long " * 100_000)
    damaged = work.submit('Read the file "in.txt" as the text.\nAsk "On?".\nSay the text.\n')
    assert work.dispatch.work() == 1
    (question,) = work.session.inbox()
    with sqlite3.connect(work.place) as other:
        assert other.execute("DELETE FROM blob").rowcount
    work.session.store.make_ready(damaged)
    sound = [work.submit(f'Say "{number}".\n') for number in range(MOST_FAULTS + 2)]
    for _ in range(MOST_FAULTS + 2):
        try:
            while work.dispatch.work(1):
                pass
        except StoreFault as fault:
            assert "damaged" in str(fault)
    assert work.said == [str(number) for number in range(len(sound))]
    assert question.run == damaged
