"""Learnings in both databases: versions, uses by the journal's rows, circumstances."""

from __future__ import annotations

from kognilang.journal.learnings import LearningRow, Learnings
from kognilang.journal.records import JournalRow, Unit
from kognilang.journal.store import Store
from tests.journal.conftest import AT, new_run


def row(id: str, version: int = 1, **more: object) -> LearningRow:
    made = LearningRow(
        id, version, version - 1, "When …:", "file", "pay.kog", "Pay", "clerk", AT, changed_at=AT
    )
    for name, value in more.items():
        setattr(made, name, value)
    return made


def test_the_last_version_counts_and_all_are_kept(store: Store) -> None:
    kept = Learnings(store)
    assert kept.current() == []
    kept.put(row("L2"))
    kept.put(row("L10"))
    kept.put(row("L2", 2, status="off", what="switched off"))
    assert [(one.id, one.version, one.status) for one in kept.current()] == [
        ("L2", 2, "off"),
        ("L10", 1, "on"),
    ]
    assert [one.status for one in kept.versions("L2")] == ["on", "off"]


def test_each_use_is_a_row_of_the_journal_counted_in_the_same_transaction(store: Store) -> None:
    new_run(store, "r1")
    data = '{"learning":"L1","item":"invoice A1"}'
    used = [JournalRow("1.0", 3, "learnt", data, AT), JournalRow("1.0", 3, "steps", "[]", AT)]
    store.commit(Unit("r1", 1, frame=b"{}", journal=used))
    store.commit(Unit("r1", 1, frame=b"{}", journal=[JournalRow("1.1", 3, "learnt", data, AT)]))
    kept = Learnings(store)
    assert kept.uses() == {"L1": (2, AT)}
    assert [(one.run, one.lane) for one in kept.uses_of("L1")] == [("r1", "1.0"), ("r1", "1.1")]
    assert store.verify("r1").reason == ""


def test_circumstances(store: Store) -> None:
    kept = Learnings(store)
    assert kept.circumstance("q1") is None
    kept.keep_circumstance("q1", b'{"v":1}')
    kept.keep_circumstance("q1", b'{"v":2}')
    assert kept.circumstance("q1") == b'{"v":2}'
