"""A run that is retried where items are runs of their own: what came to its end is not done again,
the others begin anew, and all of it is replayed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kognilang.journal.records import Unit
from kognilang.session import Session
from kognilang.session.again import NotAgain, move, prepare, retry
from kognilang.session.views import RunView
from kognilang.session.working import parent_of
from tests.running.replays import held_with_items

from .test_branches import Place

TEXT = """\
Read the spreadsheet "orders.csv" as the orders.
Process each order in parallel as follows:
    Add the line "{the order's id}" to the file "log.txt".
    Make sure the order's amount is positive.
    Set the order's amount to the order's amount times 2.
    Add the line "{the order's id} fine" to the file "log.txt".
Make sure the total of the orders' amounts is 7.
Say "{the orders' amounts}".
"""


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A workspace; whatever has run in it is replayed at the end, each item's run by itself too."""
    (tmp_path / "orders.csv").write_text("id,amount\nA,10\nB,-3\nC,30\n")
    place = Place(tmp_path)
    yield place
    session = place.session()
    for row in session.store.runs() if session.has_store() else ():
        if not parent_of(row):
            held_with_items(session, row.id)
        assert session.verify(row.id) == ""


def log(place: Place) -> list[str]:
    return (place.folder / "log.txt").read_text().splitlines()


def again(place: Place, run: str, start: int = 0) -> tuple[RunView, list[str]]:
    session = place.session()
    ready = prepare(session, run, start)
    return retry(session, ready), [told for _, told in ready.repeated]


def test_after_a_cancellation_only_what_was_open_begins_anew(place: Place) -> None:
    view = place.start(TEXT)
    place.session().cancel("r1")
    view, repeated = again(place, "r1")
    assert repeated == ["text: B; file: log.txt"]
    assert [(one.run, one.item) for one in view.questions] == [("r2-2", "order B")]
    assert (view.counts[0].done, view.counts[0].waiting, view.counts[0].total) == (2, 1, 3)
    assert log(place) == ["A", "A fine", "B", "C", "C fine", "B"]
    view = place.answer(view.questions[0].id, "skip this step")
    assert [one.problem for one in view.questions] == ["check-failed"]
    view = place.answer(view.questions[0].id, "skip this step")
    assert (view.status, place.said) == ("finished", ["20, -6 and 60"])
    assert (view.counts[0].done, view.counts[0].total) == (3, 3)


def test_a_retry_is_cancelled_and_retried_too(place: Place) -> None:
    place.start(TEXT)
    place.session().cancel("r1")
    again(place, "r1")
    place.session().cancel("r2")
    view, repeated = again(place, "r2")
    assert repeated == ["text: B; file: log.txt"]
    assert [one.run for one in view.questions] == ["r3-2"]
    view = place.answer(view.questions[0].id, "> Set the order's amount to 1. Try again.")
    view = place.answer(view.questions[0].id, "skip this step")
    assert place.said == ["20, 2 and 60"]


def test_the_item_that_stopped_the_run_is_done_again_alone(place: Place) -> None:
    view = place.start(TEXT)
    view = place.answer(view.questions[0].id, "stop")
    assert view.status == "failed"
    view, repeated = again(place, "r1")
    assert repeated == ["text: B; file: log.txt"]
    view = place.answer(view.questions[0].id, "skip this order")
    view = place.answer(view.questions[0].id, "skip this step")
    assert (place.said, view.counts[0].skipped) == (["20, -3 and 60"], 1)
    assert log(place) == ["A", "A fine", "B", "C", "C fine", "B"]


def test_what_the_items_did_before_a_later_step_is_not_done_again(place: Place) -> None:
    view = place.start(TEXT)
    view = place.answer(view.questions[0].id, "skip this step")
    place.answer(view.questions[0].id, "stop")
    before = log(place)
    view, repeated = again(place, "r1")
    assert (repeated, log(place)) == ([], before)
    view = place.answer(view.questions[0].id, "skip this step")
    assert place.said == ["20, -6 and 60"]


def test_from_before_the_loop_every_write_of_its_items_is_told(place: Place) -> None:
    view = place.start(TEXT)
    view = place.answer(view.questions[0].id, "skip this step")
    place.answer(view.questions[0].id, "stop")
    ready = prepare(place.session(), "r1", 2)
    assert sorted(told for _, told in ready.repeated) == sorted(
        f"text: {line}; file: log.txt" for line in log(place)
    )


def test_items_that_were_never_begun_begin(place: Place) -> None:
    text = TEXT.replace("in parallel as follows", ", 1 at a time, as follows").replace(" ,", ",")
    place.start(text)
    session = place.session()
    session.cancel("r1")
    assert [session.store.run(f"r1-{at}").epoch > 0 for at in (1, 2, 3)] == [True, True, False]  # type: ignore[union-attr]
    view, _ = again(place, "r1")
    view = place.answer(view.questions[0].id, "skip this step")
    view = place.answer(view.questions[0].id, "skip this step")
    assert place.said == ["20, -6 and 60"]
    assert log(place) == ["A", "A fine", "B", "B", "B fine", "C", "C fine"]


def test_items_within_items(place: Place) -> None:
    place.start(
        'Read the spreadsheet "orders.csv" as the orders.\n'
        "Process each order in parallel:\n"
        '    Process each letter in "x" and "y" in parallel:\n'
        '        Add the line "{the order\'s id}{the letter}" to the file "log.txt".\n'
        "    Make sure the order's amount is positive.\n"
        "    Set the order's amount to the order's amount times 2.\n"
        'Say "{the orders\' amounts}".\n'
    )
    place.session().cancel("r1")
    view, repeated = again(place, "r1")
    assert repeated == ["text: Bx; file: log.txt", "text: By; file: log.txt"]
    view = place.answer(view.questions[0].id, "skip this step")
    assert (view.status, place.said) == ("finished", ["20, -6 and 60"])


class Crash(BaseException):
    """The program died."""


def test_a_retry_that_breaks_off_does_nothing_twice(place: Place) -> None:
    place.start(TEXT.replace("Make sure the total of the orders' amounts is 7.\n", ""))
    place.session().cancel("r1")
    for at in range(1, 40):
        session = place.session()
        if dying(session, at):
            break
        for row in [one for one in session.store.runs() if not parent_of(one)][1:]:
            if row.status in ("ready", "running"):
                place.go(row.id)
            if row.status != "cancelled":
                place.session().cancel(row.id)
        # Each retry did the one write of order B, or none.
        assert log(place)[:5] == ["A", "A fine", "B", "C", "C fine"]
        assert set(log(place)[5:]) <= {"B"}
    assert at > 4
    tried = [one for one in place.session().store.runs() if not parent_of(one)]
    written = [one for one in place.session().store.runs() if one.id.endswith("-2") and one.epoch]
    assert len(log(place)) - 4 <= len(written) <= len(tried)


def dying(session: Session, at: int) -> bool:
    """Retry r1 with a program that dies after so many commits; True if it came to its end."""
    store, count = session.store, 0
    commit = store.commit

    def mortal(unit: Unit) -> str:
        nonlocal count
        count += 1
        if count == at:
            raise Crash
        return commit(unit)

    store.commit = mortal  # type: ignore[method-assign]
    try:
        retry(session, prepare(session, "r1"))
    except Crash:
        return False
    finally:
        store.commit = commit  # type: ignore[method-assign]
    return True


# -- the new text ------------------------------------------------------------------------------


def rewritten(place: Place, old: str, new: str) -> None:
    file = place.folder / "p.kog"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_the_items_of_a_run_go_on_by_the_new_text_with_it(place: Place) -> None:
    view = place.start(TEXT)
    rewritten(place, " fine", " very fine")
    rewritten(place, "Read the", "The limit is always $5.\nRead the")
    assert move(place.session(), "r1")
    assert not move(place.session(), "r1")
    view = place.answer(view.questions[0].id, "start over")
    view = place.answer(view.questions[0].id, "skip this step")
    assert log(place) == ["A", "A fine", "B", "C", "C fine", "B", "B very fine"]
    view = place.answer(view.questions[0].id, "skip this step")
    assert place.said == ["20, -6 and 60"]


def test_an_item_that_has_no_place_in_the_new_text_leaves_all_as_they_were(place: Place) -> None:
    view = place.start(TEXT)
    rewritten(place, "amount is positive", "amount is at least 1")
    with pytest.raises(NotAgain, match="In r1-2, one of its items: The sentence"):
        move(place.session(), "r1")
    assert {row.procedure for row in place.session().store.runs()} == {
        place.session().store.run("r1").procedure  # type: ignore[union-attr]
    }
    view = place.answer(view.questions[0].id, "skip this step")
    view = place.answer(view.questions[0].id, "skip this step")
    assert place.said == ["20, -6 and 60"]


def test_a_retry_by_the_new_text_begins_its_items_by_it(place: Place) -> None:
    place.start(TEXT)
    place.session().cancel("r1")
    rewritten(place, " fine", " very fine")
    session = place.session()
    view = retry(session, prepare(session, "r1"), on_new_text=True)
    view = place.answer(view.questions[0].id, "skip this step")
    place.answer(view.questions[0].id, "skip this step")
    assert log(place)[-2:] == ["B", "B very fine"]
    assert place.said == ["20, -6 and 60"]
