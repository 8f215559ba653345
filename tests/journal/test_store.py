"""The store keeps what it is given, in SQLite and in PostgreSQL alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.journal.records import (
    AnswerRow,
    Busy,
    EffectRow,
    JournalRow,
    LostLease,
    ObjectRow,
    Unit,
)
from kognilang.journal.store import LARGE, Store
from tests.journal.conftest import AT, new_run, procedure, question


def step(data: str = "{}", what: str = "step") -> JournalRow:
    return JournalRow("", 1, what, data, AT)


def test_nothing_is_made_until_something_is_written(tmp_path: Path) -> None:
    folder = tmp_path / ".kognilang"
    store = Store.open(folder / "store.db")
    assert store.runs() == [] and store.questions() == [] and store.run("r1") is None
    assert store.effect("r1", "k") is None and store.journal("r1") == [] and store.blob("h") is None
    assert not folder.exists()
    store.next_id("r")
    assert folder.exists()
    assert [each.name for each in folder.iterdir() if ".new" in each.name] == []


def test_reading_an_unmade_store_finds_nothing(store: Store) -> None:
    assert store.runs() == [] and store.questions() == [] and store.procedure("h1") is None


def test_ids_are_short_and_never_repeat(store: Store, place: str) -> None:
    other = Store.open(place)
    ids = [store.next_id("r"), other.next_id("r"), store.next_id("r"), other.next_id("q")]
    assert ids == ["r1", "r2", "r3", "q1"]


def test_a_procedure_is_kept_once(store: Store) -> None:
    store.add_procedure(procedure())
    store.add_procedure(procedure())
    assert store.procedure("h1") == procedure()
    assert store.procedure("h2") is None


def test_a_unit_is_written_whole(store: Store) -> None:
    run = new_run(store)
    effect = EffectRow("k1", run.id, "", "mail.send", "to a@b.c", "d", "intended", at=AT)
    rows = [step('{"a": 1}'), step()]
    store.commit(
        Unit(
            run.id, 1, frame=b'{"pc": 3}', journal=rows, effects=[effect],
            objects=[ObjectRow("r1:1", 1, b'{"x": 1}'), ObjectRow("r1:2", 1, b"{}")],
            questions=[question("q1", run.id)], blobs={"abc": b"blob"},
        )
    )  # fmt: skip
    assert [row.seq for row in rows] == [1, 2]
    found = store.run(run.id)
    assert found is not None
    assert (found.frame, found.seq, found.status) == (b'{"pc": 3}', 2, "running")
    assert store.journal(run.id) == rows
    assert store.journal(run.id, after=1) == rows[1:]
    assert store.effect("r1", "k1") == effect
    assert store.objects(run.id, ["r1:1"]) == {"r1:1": ObjectRow("r1:1", 1, b'{"x": 1}')}
    assert set(store.objects(run.id)) == {"r1:1", "r1:2"}
    assert store.questions() == [question("q1", run.id)]
    assert store.blob("abc") == b"blob"


def test_what_a_unit_leaves_out_stays(store: Store) -> None:
    run = new_run(store)
    store.commit(Unit(run.id, 1, frame=b"one", wake_at="2027"))
    store.commit(Unit(run.id, 1, journal=[step()]))
    store.commit(Unit(run.id, 1, outcome="words"))
    found = store.run(run.id)
    assert found is not None
    assert (found.frame, found.wake_at, found.outcome) == (b"one", "2027", "words")


def test_an_intent_and_its_outcome_are_one_effect(store: Store) -> None:
    run = new_run(store)
    for number, status in ((1, "intended"), (1, "done"), (2, "intended")):
        row = EffectRow(f"k{number}", run.id, "", "mail.send", "", "d", status, at=AT)
        store.commit(Unit(run.id, 1, journal=[step()], effects=[row]))
    assert [(each.key, each.status) for each in store.effects(run.id)] == [
        ("k1", "done"),
        ("k2", "intended"),
    ]


def test_large_values_are_kept_once_by_content(store: Store) -> None:
    run = new_run(store)
    large = "x" * (LARGE + 1)
    thing = large.encode()
    store.commit(Unit(run.id, 1, journal=[step(large)], objects=[ObjectRow("o1", 1, thing)]))
    store.commit(Unit(run.id, 1, journal=[step(large)], objects=[ObjectRow("o2", 1, thing)]))
    assert [row.data for row in store.journal(run.id)] == [large, large]
    assert {each.data for each in store.objects(run.id, ["o1", "o2"]).values()} == {thing}
    assert store.verify(run.id).intact


def test_objects_are_replaced_by_their_newest_version(store: Store) -> None:
    run = new_run(store)
    for version in range(3):
        store.commit(Unit(run.id, 1, objects=[ObjectRow("o", version, b"%d" % version)]))
    assert store.objects(run.id, ["o", "none"]) == {"o": ObjectRow("o", 2, b"2")}


def test_many_objects_are_found_by_their_ids(store: Store) -> None:
    run = new_run(store)
    store.commit(Unit(run.id, 1, objects=[ObjectRow(f"o{n}", 1, b"%d" % n) for n in range(300)]))
    wanted = [f"o{n}" for n in range(50, 300)]
    assert set(store.objects(run.id, wanted)) == set(wanted)


def test_runs_are_listed_by_status_and_path_in_order(store: Store) -> None:
    for _ in range(11):
        new_run(store)
    store.commit(Unit("r2", 1, status="finished", ended_at=AT))
    assert [run.id for run in store.runs()] == [f"r{n}" for n in range(1, 12)]
    assert [run.id for run in store.runs(status="finished")] == ["r2"]
    assert len(store.runs(path="pay.kog")) == 11 and store.runs(path="other.kog") == []
    assert [run.id for run in store.runs(status="finished", path="pay.kog")] == ["r2"]


def test_what_was_said_is_pending_until_it_is_marked(store: Store) -> None:
    run = new_run(store)
    rows = [step('"one"', "said"), step(), step('"two"', "said")]
    store.commit(Unit(run.id, 1, journal=rows))
    assert [row.data for row in store.said_pending(run.id)] == ['"one"', '"two"']
    store.mark_printed(run.id, rows[0].seq)
    assert [row.data for row in store.said_pending(run.id)] == ['"two"']
    store.mark_printed(run.id, 0)
    assert len(store.said_pending(run.id)) == 1
    store.commit(Unit(run.id, 1, printed=rows[2].seq))
    assert store.said_pending(run.id) == []


# -- questions and answers --------------------------------------------------------------


def parked(store: Store, *questions: str) -> str:
    run = new_run(store)
    store.commit(
        Unit(run.id, 1, status="parked", questions=[question(id, run.id) for id in questions])
    )
    return run.id


def test_the_first_answer_counts_and_wakes_the_run(store: Store, place: str) -> None:
    run = parked(store, "q1")
    other = Store.open(place)
    assert store.answer(AnswerRow("a1", "q1", "45", "AP clerk", AT, '{"kind": "value"}'))
    assert not other.answer(AnswerRow("a2", "q1", "46", "CFO", AT))
    found = store.run(run)
    assert found is not None and found.status == "ready"
    counted = other.answer_of("q1")
    assert counted is not None and (counted.by, counted.text) == ("AP clerk", "45")
    assert [row.id for row in store.answers(run)] == ["a1"]
    assert store.questions() == []
    (asked,) = store.questions(status=None)
    assert asked.status == "answered"


def test_a_repeated_answer_is_harmless(store: Store) -> None:
    run = parked(store, "q1")
    row = AnswerRow("a1", "q1", "45", "AP clerk", AT)
    assert store.answer(row) and store.answer(row)
    late = AnswerRow("a2", "q1", "46", "CFO", AT)
    assert not store.answer(late) and not store.answer(late)
    assert len(store.answers(run)) == 1


def test_an_answer_to_no_question_is_refused(store: Store) -> None:
    with pytest.raises(LookupError, match="There is no question q9"):
        store.answer(AnswerRow("a1", "q9", "45", "AP clerk", AT))


def test_a_withdrawn_question_takes_no_answer(store: Store) -> None:
    run = parked(store, "q1")
    store.claim(run)
    store.commit(Unit(run, 2, withdrawn=["q1"]))
    assert not store.answer(AnswerRow("a1", "q1", "45", "AP clerk", AT))
    assert store.answer_of("q1") is None


def test_a_run_cannot_park_past_an_answer_it_has_not_seen(store: Store, place: str) -> None:
    run = parked(store, "q1", "q2")
    claimed = store.claim(run)
    assert Store.open(place).answer(AnswerRow("a1", "q1", "45", "AP clerk", AT))
    assert store.commit(Unit(run, claimed.epoch, status="parked")) == "ready"
    claimed = store.claim(run)
    assert len(store.answers(run)) == 1
    assert store.commit(Unit(run, claimed.epoch, status="parked")) == "parked"


def test_an_answer_given_in_place_does_not_keep_its_run_from_parking(store: Store) -> None:
    run = new_run(store)
    store.commit(Unit(run.id, 1, questions=[question("q1", run.id), question("q2", run.id)]))
    assert store.answer(AnswerRow("a1", "q1", "45", "AP clerk", AT))
    assert store.commit(Unit(run.id, 1, status="parked")) == "parked"


def test_questions_are_found_by_person_run_and_in_order(store: Store) -> None:
    run = parked(store, *(f"q{n}" for n in range(1, 12)))
    other = new_run(store)
    store.commit(Unit(other.id, 1, questions=[question("q12", other.id, to="CFO")]))
    assert [row.id for row in store.questions(run=run)] == [f"q{n}" for n in range(1, 12)]
    assert [row.id for row in store.questions(to="cfo")] == ["q12"]
    assert store.questions(status="answered") == []


def test_cancelling_ends_the_run_and_withdraws_its_questions(store: Store) -> None:
    run = parked(store, "q1")
    epoch = store.claim(run).epoch
    assert store.cancel(run, "AP clerk", "not needed")
    found = store.run(run)
    assert found is not None
    assert (found.status, found.outcome) == ("cancelled", "Cancelled by AP clerk: not needed")
    assert store.questions() == [] and store.verify(run).intact
    with pytest.raises(LostLease):
        store.commit(Unit(run, epoch, journal=[step()]))
    assert not store.cancel(run, "AP clerk") and not store.cancel("r99", "AP clerk")
    with pytest.raises(Busy, match="has ended"):
        store.claim(run)


# -- leases -----------------------------------------------------------------------------


def test_a_claim_fences_the_worker_before_it(store: Store, place: str) -> None:
    run = new_run(store, worker="one")
    other = Store.open(place)
    with pytest.raises(Busy, match="another program"):
        other.claim(run.id, "two")
    store.release(run.id)
    assert other.claim(run.id, "two").epoch == 2
    with pytest.raises(LostLease):
        store.commit(Unit(run.id, 1, journal=[step("old")]))
    other.commit(Unit(run.id, 2, journal=[step("new")]))
    assert [row.data for row in other.journal(run.id)] == ["new"]
    assert other.verify(run.id).intact


def test_an_expired_lease_can_be_taken_and_its_worker_writes_nothing_more(
    store: Store, place: str
) -> None:
    run = new_run(store, status="ready")
    store.claim(run.id, "one", lease_seconds=-1)
    other = Store.open(place)
    assert other.next_ready() == [run.id]
    claimed = other.claim(run.id, "two")
    assert (claimed.epoch, claimed.attempts) == (3, 2)
    with pytest.raises(LostLease):
        store.commit(Unit(run.id, 2, journal=[step()], objects=[ObjectRow("o", 1, b"old")]))
    assert other.objects(run.id) == {} and other.journal(run.id) == []


def test_renewing_keeps_a_run_and_fails_when_it_is_lost(store: Store, place: str) -> None:
    run = new_run(store, status="ready")
    store.claim(run.id, "one", lease_seconds=-1)
    store.renew(run.id, 60)
    other = Store.open(place)
    with pytest.raises(Busy):
        other.claim(run.id, "two")
    store.renew(run.id, -1)
    other.claim(run.id, "two")
    with pytest.raises(LostLease):
        store.renew(run.id)


def test_attempts_count_up_until_something_is_done(store: Store) -> None:
    run = new_run(store, status="ready")
    for attempt in (1, 2, 3):
        claimed = store.claim(run.id, "one", lease_seconds=-1)
        assert claimed.attempts == attempt
    store.commit(Unit(run.id, claimed.epoch, journal=[step()]))
    found = store.run(run.id)
    assert found is not None and found.attempts == 0


def test_what_is_due_is_ready(store: Store) -> None:
    early, late = new_run(store), new_run(store)
    store.commit(Unit(early.id, 1, status="waiting", wake_at="2026-11-22T11:00:00+00:00"))
    store.commit(Unit(late.id, 1, status="waiting", wake_at="2026-11-23T11:00:00+00:00"))
    assert store.next_wake() == "2026-11-22T11:00:00+00:00"
    assert store.next_ready(now="2026-11-22T10:59:00+00:00") == []
    assert store.next_ready(now="2026-11-22T11:00:01+00:00") == [early.id]


def test_a_run_that_is_not_there_cannot_be_claimed(store: Store) -> None:
    new_run(store)
    with pytest.raises(Busy, match="There is no run r9"):
        store.claim("r9")
