"""Items in parallel: each a run of its own; what comes of them comes in the items' order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kognilang.session import Session
from kognilang.session.again import NotAgain, prepare
from kognilang.session.replaying import replay
from kognilang.session.working import parent_of
from tests.patience import PATIENCE
from tests.running.replays import held_with_items

from .test_branches import Place, asked

ORDERS = "id,amount\nA,10\nB,-3\nC,30\nD,5\nE,-1\n"

TEXT = """\
Read the spreadsheet "orders.csv" as the orders.
The rate is 10%.
Process each order in parallel as follows:
    Make sure the order's amount is positive.
    Set the order's amount to the rate of the order's amount.
    Add a row to the spreadsheet "fees.csv" with
        the id: the order's id
        the fee: the order's amount
Say "{the orders' amounts}".
"""


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A workspace; whatever has run in it is replayed at the end, each item's run by itself too."""
    (tmp_path / "orders.csv").write_text(ORDERS)
    place = Place(tmp_path)
    yield place
    session = place.session()
    for row in session.store.runs() if session.has_store() else ():
        if not parent_of(row):
            held_with_items(session, row.id)


def fees(place: Place) -> list[str]:
    path = place.folder / "fees.csv"
    return path.read_text().split("\n")[1:-1] if path.exists() else []


def test_each_item_is_a_run_and_questions_show_with_their_parent(place: Place) -> None:
    view = place.start(TEXT)
    assert [(one.run, one.item) for one in view.questions] == [
        ("r1-2", "order B"), ("r1-5", "order E"),
    ]  # fmt: skip
    assert fees(place) == ["A,1", "C,3", "D,0.5"]
    (count,) = view.counts
    assert (count.done, count.waiting, count.total) == (3, 2, 5)
    store = place.session().store
    assert store.run("r1").status == "waiting"  # type: ignore[union-attr]
    assert {parent_of(one) for one in store.children("r1:1")} == {"r1"}


def test_what_children_change_of_their_items_comes_back(place: Place) -> None:
    view = place.start(TEXT)
    place.answer(view.questions[1].id, "skip this order")
    view = place.answer(view.questions[0].id, "> Set the order's amount to 20. Try again.")
    assert (view.id, view.status) == ("r1", "finished")
    assert place.said == ["1, 2, 3, 0.5 and -1"]
    assert (view.counts[0].done, view.counts[0].skipped) == (4, 1)
    assert place.session().verify("r1") == ""


def test_so_many_at_a_time(place: Place) -> None:
    view = place.start(
        "Process each number in 1, 2, 3, 4 and 5, 2 at a time:\n"
        '    Ask the user "{the number}?" as the reply.\nSay "end".\n'
    )
    assert asked(view) == ["1?", "2?"]
    view = place.answer(view.questions[1].id, "x")
    assert asked(view) == ["1?", "3?"]
    while view.questions:
        view = place.answer(view.questions[0].id, "x")
    assert (view.status, place.said) == ("finished", ["end"])


def test_stop_in_a_child_ends_the_parent_with_its_reason(place: Place) -> None:
    view = place.start(
        "Process each number in 1, 2, 3 and 4, 1 at a time:\n"
        '    Say "{the number}".\n    If the number is 2, stop because "full".\nSay "never".\n'
    )
    assert (view.status, view.outcome) == ("failed", "full")
    assert place.said == ["1", "2"]


def test_stop_repeating_begins_no_further_item(place: Place) -> None:
    view = place.start(
        "Process each number in 1, 2, 3 and 4, 1 at a time:\n"
        '    Say "{the number}".\n    If the number is 2, stop repeating.\nSay "on".\n'
    )
    assert (view.status, place.said) == ("finished", ["1", "2", "on"])


def test_cancelling_the_parent_cancels_its_children(place: Place) -> None:
    view = place.start(TEXT)
    session = place.session()
    assert session.cancel(view.id)
    assert session.inbox() == []
    assert {one.status for one in session.store.children("r1:1")} == {"finished", "cancelled"}


def test_a_child_that_is_cancelled_counts_as_skipped(place: Place) -> None:
    place.start(TEXT)
    session = place.session()
    session.cancel("r1-2")
    session.cancel("r1-5")
    view = session.advance("r1")
    assert (view.status, view.counts[0].skipped) == ("finished", 2)


def test_a_child_starts_over_by_itself(place: Place) -> None:
    view = place.start(
        'Process each number in 1 and 2 in parallel:\n    Say "begin {the number}".\n'
        '    Make sure the number is 1.\nSay "end".\n'
    )
    (question,) = view.questions
    view = place.answer(question.id, "start over")
    assert place.said == ["begin 1", "begin 2", "begin 2"]
    assert [one.run for one in view.questions] == ["r1-2"]


def test_children_of_children(place: Place) -> None:
    view = place.start(
        "Process each number in 1 and 2 in parallel:\n"
        '    Process each letter in "a" and "b" in parallel:\n'
        '        Ask the user "{the number}{the letter}?" as the reply.\n'
        '        Say "{the number}{the letter} {the reply}".\n'
        '    Say "{the number} done".\nSay "end".\n'
    )
    assert asked(view) == ["1a?", "1b?", "2a?", "2b?"]
    for question in reversed(view.questions):
        view = place.answer(question.id, "y")
    assert view.status == "finished"
    assert place.said == ["2b y", "2a y", "2 done", "1b y", "1a y", "1 done", "end"]


def test_children_that_wait_are_due_each_by_themselves(place: Place) -> None:
    view = place.start(
        "Process each number in 1 and 2 in parallel:\n    Wait 1 hour.\n"
        '    Say "{the number}".\nSay "end".\n'
    )
    assert view.status == "waiting"
    place.clock.forward(hours=2)
    place.go("r1-1")
    place.go("r1-2")
    assert place.said == ["1", "2", "end"]


def test_an_outer_name_may_not_be_changed(place: Place) -> None:
    from kognilang.problems.problem import TextRefused

    with pytest.raises(TextRefused) as refused:
        place.start(
            "The total is 0.\nProcess each number in 1 and 2 in parallel:\n"
            "    Add the number to the total.\n"
        )
    assert refused.value.problems[0].name == "outer-name-in-lane"


WORKER = """
import sys
from pathlib import Path
from kognilang.session import Session
session = Session(Path(sys.argv[1]), no_input=True)
if not session.has_store() or not session.runs():
    session.start(Path(sys.argv[1]) / "p.kog")
else:
    session.advance("r1")
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
@pytest.mark.parametrize(
    "moments",
    [(1, 9), pytest.param((0, 3, 6, 12, 17), marks=pytest.mark.long)],
)
def test_killed_anywhere_the_parent_and_its_children_end_as_undisturbed(
    tmp_path: Path, moments: tuple[int, ...]
) -> None:
    folder = tmp_path / "w"
    folder.mkdir()
    (folder / "kognilang.toml").write_text('currency = "USD"\n')
    (folder / "p.kog").write_text(TEXT)
    lines = ["id,amount", *(f"o{n},{n + 1}" for n in range(20))]
    (folder / "orders.csv").write_text("\n".join(lines) + "\n")
    out = folder / "fees.csv"
    for rows in (*moments, 10**6):
        process = subprocess.Popen([sys.executable, "-c", WORKER, str(folder)],
                                   stderr=subprocess.PIPE)  # fmt: skip
        end = time.monotonic() + PATIENCE
        while process.poll() is None and time.monotonic() < end:
            if out.exists() and out.read_text().count("\n") > rows:
                process.send_signal(signal.SIGKILL)
                break
            time.sleep(0.001)
        _, errors = process.communicate()
        assert process.returncode in (0, -signal.SIGKILL), errors
    session = Session(folder)
    assert [one.status for one in session.runs()] == ["finished"] * 21
    assert sorted(out.read_text().split("\n")[1:-1]) == sorted(
        f"o{n},{(n + 1) / 10:g}" for n in range(20)
    )
    for run in session.runs():
        assert session.verify(run.id) == ""


def test_a_child_whose_journal_was_changed_is_not_followed(place: Place) -> None:
    place.start(
        "Process each number in 1 and 2 in parallel:\n"
        "    Set the square to the number times the number.\n"
        '    Say "{the square}".\nSay "end".\n'
    )
    session = place.session()
    assert session.store.run("r1") is not None
    connection = session.store._driver._connection  # type: ignore[attr-defined]
    change = "UPDATE journal SET data = replace(data, '\"4\"', '\"{}\"') WHERE run = 'r1-2'"
    connection.execute(change.format(5))
    assert "r1-2, one item of r1: Step" in replay(session, "r1").diverged
    assert "Step" in replay(session, "r1-2").diverged
    assert replay(session, "r1-1").diverged == ""
    connection.execute(change.replace('"4"', '"5"').format(4))
    assert replay(session, "r1").diverged == ""


def test_a_replay_stops_at_any_step_of_parent_and_child(place: Place) -> None:
    view = place.start(TEXT)
    place.answer(view.questions[1].id, "skip this order")
    place.answer(view.questions[0].id, "skip this order")
    session = place.session()
    for run in ("r1", "r1-3"):
        whole = replay(session, run)
        for step in range(1, whole.total + 1):
            found = replay(session, run, step)
            assert found.diverged == ""
            assert found.steps == whole.steps[: len(found.steps)]
            assert step <= len(found.steps) <= step + 1


def test_an_item_is_retried_with_its_whole_run(place: Place) -> None:
    place.start(TEXT)
    session = place.session()
    session.cancel("r1-2")
    with pytest.raises(NotAgain, match="one item of r1"):
        prepare(session, "r1-2")
