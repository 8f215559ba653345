"""Replay: every procedure again from its journal, with the same values and without a call."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kognilang.session import Session
from kognilang.session.again import NotAgain, move, prepare, retry
from kognilang.session.replaying import replay
from tests.running.replays import held
from tests.samples.stories import PAYABLE, carry
from tests.samples.story import documents_read_once, workspace

FORMAT_1 = Path(__file__).parents[1] / "journal" / "formats" / "1"
TEXTS = ("orders.kog", "count.kog", "post.kog", "orders.csv", "kognilang.toml")


@pytest.fixture
def books(tmp_path: Path) -> Path:
    for name in TEXTS:
        shutil.copyfile(FORMAT_1 / name, tmp_path / name)
    shutil.copytree(FORMAT_1 / "skills", tmp_path / "skills")
    return tmp_path


def answer(session: Session, **texts: str) -> None:
    for question, text in texts.items():
        outcome = session.answer(question, text, "finance manager")
        assert outcome.accepted, outcome.message


def test_the_sample_is_replayed_without_a_call(tmp_path: Path) -> None:
    folder = workspace(tmp_path / "w")
    said: list[str] = []
    with documents_read_once():
        carry(PAYABLE, folder, said)
    session = Session(folder, no_input=True)
    assert held(session, "r1").said == said


def test_each_stage_of_a_run_is_replayed(books: Path) -> None:
    session = Session(books, no_input=True)
    assert session.start(books / "orders.kog").status == "parked"
    held(session, "r1")
    answer(session, q2="Northgate")
    session.advance("r1")
    held(session, "r1")
    answer(session, q3="no", q1="yes")
    assert session.advance("r1").status == "finished"
    assert held(session, "r1").said == ["5 booked, 15565.5 in all."]


def test_every_step_can_be_stopped_at(books: Path) -> None:
    session = Session(books, no_input=True)
    session.start(books / "count.kog")
    whole = replay(session, "r1")
    sums = []
    for step in range(1, whole.total + 1):
        found = replay(session, "r1", step)
        assert found.steps == whole.steps[: len(found.steps)]
        assert step <= len(found.steps) <= step + 1
        sums.append(int(found.names.get("sum", -1)))
    assert sums == sorted(sums)
    assert set(sums) == {-1, 0, 1, 3, 6, 10, 15}


def test_a_journal_that_was_changed_is_not_followed(books: Path) -> None:
    session = Session(books, no_input=True)
    session.start(books / "count.kog")
    connection = session.store._driver._connection  # type: ignore[attr-defined]
    connection.execute(
        """UPDATE journal SET data = replace(data, '"n":"3"', '"n":"7"') WHERE what = 'steps'"""
    )
    assert "Step" in replay(session, "r1").diverged
    assert session.verify("r1") != ""


def test_a_run_cancelled_from_outside_is_replayed(books: Path) -> None:
    session = Session(books, no_input=True)
    session.start(books / "orders.kog")
    assert session.cancel("r1")
    assert held(session, "r1").steps[-1]["status"] == "cancelled"


# -- retry and the new text ------------------------------------------------------------


def test_a_retry_begins_where_the_run_stopped_and_repeats_no_write(books: Path) -> None:
    session = Session(books, no_input=True)
    session.start(books / "orders.kog")
    answer(session, q2="> stop")
    assert session.advance("r1").status == "failed"
    before = (books / "out" / "booked.csv").read_text()
    ready = prepare(session, "r1")
    view = retry(session, ready)
    assert view.status == "parked"
    assert (books / "out" / "booked.csv").read_text() == before
    held(session, view.id)
    for question in view.questions:
        answer(session, **{question.id: "Northgate" if question.needs == "any" else "yes"})
    assert session.advance(view.id).status == "finished"
    held(session, view.id)
    rows = (books / "out" / "booked.csv").read_text().splitlines()[1:]
    assert sorted(row[:2] for row in rows) == ["A1", "A2", "A3", "A4", "A5", "A6"]
    assert session.verify(view.id) == ""
    row = session.store.run(view.id)
    assert row is not None and row.parent == "r1"


def test_a_retry_tells_what_would_be_written_once_more(books: Path) -> None:
    session = Session(books, no_input=True)
    session.start(books / "orders.kog")
    session.cancel("r1")
    ready = prepare(session, "r1", 2)
    assert [skill for skill, _ in ready.repeated] == ["tables.add_row"] * 3
    with pytest.raises(NotAgain, match="no step 999"):
        prepare(session, "r1", 999)


def test_a_run_that_finished_or_waits_is_not_retried_unasked(books: Path) -> None:
    session = Session(books, no_input=True)
    session.start(books / "count.kog")
    with pytest.raises(NotAgain, match="say from which step"):
        prepare(session, "r1")
    session.start(books / "orders.kog")
    with pytest.raises(NotAgain, match="has not ended"):
        prepare(session, "r2")


def test_a_run_goes_on_by_the_new_text(books: Path) -> None:
    said: list[str] = []
    session = Session(books, no_input=True, out=said.append)
    session.start(books / "orders.kog")
    file = books / "orders.kog"
    text = file.read_text()
    text = text.replace("The limit is", "The fee is always $5.\nThe limit is")
    text = text[: text.index("Say ")] + 'Say "All booked, {the fee}."\n\n' + text[
        text.index("To book an order") :
    ]  # fmt: skip
    file.write_text(text)
    assert move(session, "r1")
    assert {one.line for one in session.inbox()} == {8, 10}
    session.advance("r1")
    assert not move(session, "r1")
    answer(session, q1="yes", q2="Northgate", q3="no")
    assert session.advance("r1").status == "finished"
    assert said == ["All booked, $5."]
    held(session, "r1")
    assert session.verify("r1") == ""


def test_a_sentence_that_is_gone_is_said_and_the_run_stays_as_it_was(books: Path) -> None:
    session = Session(books, no_input=True)
    session.start(books / "orders.kog")
    file = books / "orders.kog"
    old = file.read_text()
    file.write_text(old.replace("whether to book the order", "whether to take the order"))
    with pytest.raises(NotAgain, match="is not in the new text any more"):
        move(session, "r1")
    answer(session, q1="yes", q2="Northgate", q3="no")
    assert session.advance("r1").status == "finished"


def test_a_run_keeps_its_text_when_the_file_changes(books: Path) -> None:
    said: list[str] = []
    session = Session(books, no_input=True, out=said.append)
    session.start(books / "orders.kog")
    (books / "orders.kog").write_text('Say "Another procedure."\n')
    answer(session, q1="yes", q2="Northgate", q3="no")
    session.advance("r1")
    assert said == ["5 booked, 15565.5 in all."]


# -- procedures made up ------------------------------------------------------------------

NUMBERS = st.integers(min_value=-20, max_value=20)
NAMES = st.sampled_from(["red sum", "blue sum", "green sum"])
SIMPLE = st.one_of(
    st.builds("Add {} to the {}.".format, NUMBERS, NAMES),
    st.builds("Subtract the {} from the {}.".format, NAMES, NAMES),
    st.builds('Say "{{the {}}} and {{the {}}}".'.format, NAMES, NAMES),
    st.builds("Set the {} to the {} times 2.".format, NAMES, NAMES),
    st.builds('Add the line "{{the {}}}" to the file "out.txt".'.format, NAMES),
    st.just('Read the spreadsheet "rows.csv" as the rows.'),
    st.just("Set the red sum to the number of the rows."),
    st.just("Ask the clerk for the cost centre."),
    st.just('Say "{the row whose code is "B"}".'),
    st.just("Set the green sum to the green sum divided by the blue sum."),
    st.just('Read the spreadsheet "missing.csv" as the others.'),
    st.just("Set the moment to now."),
)


def _block(head: str, steps: list[str]) -> str:
    return "\n".join([head, *(f"    {line}" for step in steps for line in step.split("\n"))])


STEPS = st.recursive(
    SIMPLE,
    lambda inner: st.one_of(
        st.builds(lambda steps: _block("Process each row as follows:", steps),
                  st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda steps: _block("For each number from 1 to 3:", steps),
                  st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda name, steps: _block(f"If the {name} is more than 3:", steps),
                  NAMES, st.lists(inner, min_size=1, max_size=3)),
    ),
    max_leaves=8,
)  # fmt: skip
HEAD = """\
The red sum is 1.
The blue sum is 2.
The green sum is 3.
Read the spreadsheet "rows.csv" as the rows.
"""
REPLIES = ("7", "skip this step", "4", "try again", "skip this step")


def lived(text: str, folder: Path) -> Session | None:
    """Run a made-up procedure to its end, answering somehow; None if it is not understood."""
    from kognilang.problems.problem import TextRefused

    (folder / "rows.csv").write_text("code,amount\nA,1\nB,20\nC,3\n")
    (folder / "made.kog").write_text(text)
    session = Session(folder, no_input=True)
    try:
        view = session.start(folder / "made.kog")
    except TextRefused:
        return None
    for turn in range(24):
        if view.status != "parked":
            break
        question = view.questions[turn % len(view.questions)]
        if not session.answer(question.id, REPLIES[turn % len(REPLIES)]).accepted:
            session.answer(question.id, "stop")
        view = session.advance("r1")
    return session


def tried(steps: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        session = lived(HEAD + "\n".join(steps) + "\n", Path(name))
        if session is not None:
            held(session, "r1")
            session.close()


MADE = given(st.lists(STEPS, min_size=1, max_size=6))
CHECKS = [HealthCheck.too_slow, HealthCheck.filter_too_much]


@settings(max_examples=25, deadline=None, suppress_health_check=CHECKS)
@MADE
def test_made_up_procedures_are_replayed(steps: list[str]) -> None:
    tried(steps)


@pytest.mark.long
@pytest.mark.timeout(1200)
@settings(max_examples=1500, deadline=None, suppress_health_check=CHECKS)
@MADE
def test_many_made_up_procedures_are_replayed(steps: list[str]) -> None:
    tried(steps)


# -- learnings ---------------------------------------------------------------------------


def test_what_was_learnt_is_replayed_as_it_was_however_it_is_changed_later(tmp_path: Path) -> None:
    from kognilang.session.learnings import change, find
    from tests.running.test_learning import HEAD, TEXT, Shop

    shop = Shop(tmp_path)
    acme = shop.teach(
        f'{HEAD}\n    If the invoice\'s vendor is "Acme":\n'
        "        Set the invoice's total to $77.\n        Try again.\n"
    )
    broken = shop.teach(
        f"{HEAD}\n    Set the invoice's total to the invoice's total divided by 0.\n"
        "    Try again.\n"
    )
    view = shop.run(TEXT)
    assert [one.item for one in view.questions] == ["invoice B3"]
    # What waited is settled by what is learnt later.
    beta = shop.teach(
        f'{HEAD}\n    If the invoice\'s vendor is "Beta":\n'
        "        Set the invoice's total to $9.\n        Try again.\n"
    )
    session = shop.session()
    assert session.advance(view.id).status == "finished"
    live = held(session, view.id)
    whats = [one["what"] for one in live.steps]
    assert whats.count("learnt") == 3 and "learning-failed" in whats
    text = find(session, acme).row.text.replace("$77", "$1")
    change(session, find(session, acme).row, "edited", "", text=text)
    change(session, find(session, beta).row, "forgotten", "", status="forgotten")
    change(session, find(session, broken).row, "switched off", "", status="off")
    for row in session.store.journal(view.id):
        if row.what in ("learnt", "learning-failed"):
            assert session.store.blob(json.loads(row.data)["plan"]), row.data
    again = held(shop.session(), view.id)
    assert (again.steps, again.said) == (live.steps, live.said)
    assert any(one.get("shown") == "$77" for one in again.steps)
