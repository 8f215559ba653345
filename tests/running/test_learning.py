"""Learnings at work: found by situation, run in place, counted, never in the place of a person."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kognilang.asking.wishes import Wish
from kognilang.journal.learnings import LearningRow, Learnings
from kognilang.session import RunView, Session
from kognilang.session.backtesting import back_test, conflicts
from kognilang.session.learnings import change, find, listed, undo
from kognilang.session.remembering import NotRemembered, Remembered, remember
from tests.running.replays import held

TEXT = """# Pay

An invoice has a number (text), a vendor (text), a PO number (text) and a total (money).

Read the spreadsheet "invoices.csv" as the invoices.
Process each invoice as follows:
    Match the invoice.
    Say "{the invoice's number} {the invoice's PO number}".

To match an invoice:
    Make sure the invoice's total is at most $100.
    Let the order be the invoice's PO number in capitals.
    Make sure the invoice's PO number is not blank.
"""

INVOICES = """number,vendor,PO number,total
A1,Acme,po-1,$50
A2,Acme,po-1,$150
B3,Beta,po-2,$150
A4,Acme,po-3,$170
"""

HEAD = "When the check that the invoice's total is at most $100 fails while matching an invoice:"


class Shop:
    """A workspace in which learnings are made and used."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said: list[str] = []
        self.sessions: list[Session] = []
        (folder / "invoices.csv").write_text(INVOICES)

    def session(self, **rest: Any) -> Session:
        rest.setdefault("no_input", True)
        made = Session(self.folder, out=self.said.append, **rest)
        self.sessions.append(made)
        return made

    def run(self, text: str = TEXT, name: str = "pay.kog", **rest: Any) -> RunView:
        (self.folder / name).write_text(text)
        session = self.session(**rest)
        view = session.start(self.folder / name)
        held(session, view.id)
        return view

    def remember(self, question: str, text: str, *when: str, **wish: Any) -> Remembered:
        session = self.session()
        given = session.answer(question, text)
        assert given.accepted, given.message
        return remember(session, question, Wish(when=when, **wish))

    def teach(self, text: str, scope: str = "file", path: str = "pay.kog", **rest: str) -> str:
        session = self.session()
        now = session.store.now()
        id = session.store.next_id("L")
        row = LearningRow(id, 1, 0, text, scope, path, "Pay", "", now, changed_at=now)
        for name, value in rest.items():
            setattr(row, name, value)
        Learnings(session.store).put(row)
        return id

    def uses(self) -> dict[str, int]:
        kept = Learnings(self.session().store)
        return {id: count for id, (count, _) in kept.uses().items()}

    def items(self, view: RunView) -> list[str]:
        return [question.item for question in view.questions]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    made = Shop(tmp_path)
    yield made
    for session in made.sessions:
        session.close()


def learnt(session: Session, run: str) -> list[dict[str, Any]]:
    return [step for step in session.show(run)["steps"] if step["what"] == "learnt"]


def test_an_answer_is_kept_as_text_and_used_where_its_condition_holds(shop: Shop) -> None:
    assert shop.items(shop.run()) == ["invoice A2", "invoice B3", "invoice A4"]
    kept = shop.remember("q1", "skip this step", only=("vendor",))
    assert kept.row is not None and kept.row.status == "on"
    assert kept.row.text == f'{HEAD}\n    If the invoice\'s vendor is "Acme", skip this step.'
    view = shop.run()
    assert shop.items(view) == ["invoice B3"]
    assert shop.uses() == {"L1": 2}


def test_a_use_is_counted_once_however_often_its_run_is_retried(shop: Shop) -> None:
    from kognilang.session.again import prepare, retry

    shop.run()
    shop.remember("q1", "skip this step", only=("vendor",))
    view = shop.run()
    session = shop.session()
    session.cancel(view.id)
    again = retry(session, prepare(session, view.id))
    assert len(learnt(session, again.id)) == 2
    assert shop.uses() == {"L1": 2}


def test_every_use_is_in_the_trace_and_the_chain_holds(shop: Shop) -> None:
    shop.run()
    shop.remember("q1", "skip this step", only=("vendor",))
    view = shop.run()
    session = shop.session()
    uses = learnt(session, view.id)
    assert [(use["learning"], use["item"], use["how"]) for use in uses] == [
        ("L1", "invoice A2", "skip-step"),
        ("L1", "invoice A4", "skip-step"),
    ]
    assert session.verify(view.id) == ""


def test_a_file_s_learning_is_for_that_file_a_workspace_s_for_all(shop: Shop) -> None:
    body = f"{HEAD}\n    Skip this invoice.\n"
    id = shop.teach(body)
    assert shop.items(shop.run(name="other.kog")) == ["invoice A2", "invoice B3", "invoice A4"]
    session = shop.session()
    change(session, find(session, id).row, "edited", "", scope="workspace")
    assert shop.items(shop.run(name="other.kog")) == []


def test_one_that_is_off_forgotten_or_past_its_last_day_is_not_used(shop: Shop) -> None:
    id = shop.teach(f"{HEAD}\n    Skip this invoice.\n")
    session = shop.session()
    for fields in ({"status": "off"}, {"status": "forgotten"}, {"until": "2020-01-01"}):
        changed: Any = {"status": "on", "until": "", **fields}
        change(session, find(session, id, forgotten=True).row, "edited", "", **changed)
        assert len(shop.run().questions) == 3, fields
    change(session, find(session, id).row, "edited", "", until="2999-01-01")
    assert shop.run().questions == []


def test_the_narrower_is_tried_first_and_the_next_where_it_does_not_apply(shop: Shop) -> None:
    shop.teach(f"{HEAD}\n    Skip this invoice.\n")
    shop.teach(f'{HEAD}\n    If the invoice\'s vendor is "Acme", skip this step.\n')
    view = shop.run()
    assert view.questions == []
    assert sorted(shop.said) == ["A1 po-1", "A2 po-1", "A4 po-3"]
    assert shop.uses() == {"L1": 1, "L2": 2}


def test_a_learning_that_does_not_help_is_not_tried_for_ever(shop: Shop) -> None:
    shop.teach(f'{HEAD}\n    Set the invoice\'s vendor to "Other".\n    Try again.\n')
    view = shop.run()
    assert len(view.questions) == 3
    tried = dict(json.loads(view.questions[0].values))["learnings tried"]
    assert tried == "L1: it was done, and the same came again"


def test_a_learning_that_fails_itself_asks(shop: Shop) -> None:
    shop.teach(f"{HEAD}\n    Set the invoice's total to $5 divided by 0.\n    Try again.\n")
    view = shop.run()
    assert len(view.questions) == 3
    assert "total is $150" in view.questions[0].text
    assert "L1: failed" in dict(json.loads(view.questions[0].values))["learnings tried"]


def test_one_that_cannot_be_understood_there_says_so(shop: Shop) -> None:
    shop.teach(f'{HEAD}\n    If the buyer\'s name is "Bob", skip this invoice.\n')
    view = shop.run()
    assert len(view.questions) == 3
    assert "L1" in dict(json.loads(view.questions[0].values))["learnings tried"]


def test_a_learning_writes_only_where_the_settings_let_it(shop: Shop) -> None:
    body = f'{HEAD}\n    Write "late" to the file "note.txt".\n    Skip this invoice.\n'
    shop.teach(body)
    view = shop.run()
    assert len(view.questions) == 3
    assert not (shop.folder / "note.txt").exists()
    assert "would write" in dict(json.loads(view.questions[0].values))["learnings tried"]
    (shop.folder / "kognilang.toml").write_text('[learnings]\nwrite = ["files"]\n')
    assert shop.run().questions == []
    assert (shop.folder / "note.txt").read_text().strip() == "late"


APPROVALS = """# Approve

Create a list called the bills.
Add "b1" to the bills.
Process each bill in the bills as follows:
    Ask the user whether to approve the bill.
    If so, say "paid {the bill}".
"""


def test_approvals_are_never_learnt(shop: Shop) -> None:
    view = shop.run(APPROVALS)
    (question,) = view.questions
    session = shop.session()
    refused = session.answer(question.id, "yes")
    assert refused.accepted
    with pytest.raises(NotRemembered, match="never"):
        remember(session, question.id, Wish(always=True))
    shop.teach(
        f'When "{question.sentence}" asks while running "Approve":\n    The answer is yes.\n'
    )
    assert len(shop.run(APPROVALS).questions) == 1


def test_a_learning_never_skips_an_approval(shop: Shop) -> None:
    text = TEXT.replace(
        "    Make sure the invoice's total is at most $100.\n",
        "    If the invoice's total is more than the limit, get approval from the boss for the "
        "invoice.\n",
    ).replace("Read the", "The fee is $5.\nRead the")
    text = text.replace("the limit", "(the fee divided by (the fee minus $5))")
    shop.run(text)
    view = shop.session().view("r1")
    assert view.questions, "the limit cannot be worked out"
    problem = view.questions[0].problem
    sentence = view.questions[0].sentence.split("\n")[0].rstrip(".:")
    shop.teach(
        f'When "{sentence}" meets the problem "{problem}" while matching an invoice:\n'
        "    Skip this step.\n"
    )
    again = shop.run(text)
    assert len(again.questions) == len(view.questions)
    assert "approval" in dict(json.loads(again.questions[0].values))["learnings tried"]


def test_the_answer_to_a_question_of_the_text_can_be_learnt(shop: Shop) -> None:
    text = '# Ask\n\nAsk "Which cost centre?" as the centre.\nSay "{the centre}".\n'
    shop.run(text)
    kept = shop.remember("q1", "4711", always=True)
    assert kept.row is not None
    assert "The answer is" in kept.row.text
    shop.said.clear()
    assert shop.run(text).status == "finished"
    assert shop.said == ["4711"]


MISSING = """# Order

The order is
    number: 5
    buyer: "Acme"

Send the order.
Say "{the order's PO number}".

To send an order:
    Let the code be the order's PO number in capitals.
"""


def test_a_missing_value_is_learnt_as_setting_it(shop: Shop) -> None:
    shop.run(MISSING)
    kept = shop.remember("q1", "NONE", only=("order's buyer",))
    assert kept.row is not None
    assert kept.row.text.splitlines() == [
        "When the order's PO number is missing while sending an order:",
        '    If the order\'s buyer is "Acme":',
        '        Set the order\'s PO number to "NONE".',
        "        Try again.",
    ]
    assert shop.run(MISSING).status == "finished"
    assert shop.said == ["NONE"]


def test_a_column_that_a_table_lacks_is_decided_on_not_filled_in(shop: Shop) -> None:
    view = shop.run(TEXT.replace("the invoice's PO number in capitals", "the invoice's buyer"))
    assert view.questions
    missing = [one for one in view.questions if one.prop == "buyer"]
    assert all(one.needs == "choice" for one in missing)


def test_a_learning_in_the_text_is_used_without_any_store(shop: Shop) -> None:
    text = f'{TEXT}\n{HEAD}\n    If the invoice\'s vendor is "Acme", skip this invoice.\n'
    view = shop.run(text)
    assert shop.items(view) == ["invoice B3"]
    (first, _) = learnt(shop.session(), view.id)
    assert first["learning"].endswith("of pay.kog")


def test_learnings_of_a_file_that_the_text_uses_are_used(shop: Shop) -> None:
    learned = f"# Learnings\n\n{HEAD}\n    Skip this invoice.\n"
    (shop.folder / "learned.kog").write_text(learned)
    view = shop.run(f'{TEXT}\nUse the procedures in "learned.kog".\n')
    assert view.questions == []


def test_a_dry_run_uses_what_is_learnt_and_counts_nothing(shop: Shop) -> None:
    shop.teach(f"{HEAD}\n    Skip this invoice.\n")
    assert shop.run(dry_run=True).questions == []
    assert shop.uses() == {}


def test_the_back_test_lists_what_people_really_answered(shop: Shop) -> None:
    shop.run()
    session = shop.session()
    for question, text in (("q1", "skip this step"), ("q2", "skip this invoice")):
        assert session.answer(question, text).accepted
    kept = remember(session, "q1", Wish(always=True))
    assert kept.row is not None and kept.row.status == "off", "people have answered otherwise"
    told = {one.question.id: one.same for one in kept.back_test.past}
    assert told == {"q1": True, "q2": False}
    narrow = remember(session, "q1", Wish(only=("vendor",)))
    assert narrow.row is not None and narrow.row.status == "on"
    assert [one.question.id for one in narrow.back_test.past] == ["q1"]


def test_a_back_test_changes_nothing(shop: Shop) -> None:
    shop.run()
    session = shop.session()
    assert session.answer("q1", "Set the invoice's total to $9. Try again.").accepted
    before = [bytes(row.frame) for row in (session.store.run("r1"),) if row is not None]
    kept = remember(session, "q1", Wish(always=True))
    assert [one.same for one in kept.back_test.past] == [True]
    assert before == [bytes(row.frame) for row in (session.store.run("r1"),) if row is not None]
    assert shop.uses() == {}


def test_conflicts_are_seen_unless_the_conditions_exclude_each_other(shop: Shop) -> None:
    shop.teach(f'{HEAD}\n    If the invoice\'s vendor is "Acme", skip this invoice.\n')
    session = shop.session()
    (one,) = listed(session)
    assert one.taught is not None

    def against(condition: str, action: str) -> list[bool]:
        from kognilang.asking.taught import read_learning

        taught = read_learning(f"{HEAD}\n    If {condition}, {action}.\n")
        return [each.alike for each in conflicts(session, taught, "file", "pay.kog")]

    assert against('the invoice\'s vendor is "Beta"', "skip this step") == []
    assert against('the invoice\'s vendor is "Acme"', "skip this step") == [False]
    assert against("the invoice's total is less than $5", "skip this invoice") == [True]


def test_changes_are_undone_one_after_the_other(shop: Shop) -> None:
    shop.run()
    shop.remember("q1", "skip this step", only=("vendor",))
    session = shop.session()
    change(session, find(session, "L1").row, "switched off", "", status="off")
    change(session, find(session, "L1").row, "edited", "", until="2030-01-01")

    def state() -> tuple[str, str]:
        row = find(session, "L1", forgotten=True).row
        return row.status, row.until

    assert undo(session, "", "") and state() == ("off", "")
    assert undo(session, "L1", "") and state() == ("on", "")
    assert undo(session, "", "") and state() == ("forgotten", "")
    assert undo(session, "", "") is None


def test_what_is_learnt_in_a_run_is_used_in_its_later_items(shop: Shop) -> None:
    asked: list[str] = []

    def ask(question: Any, reason: str = "") -> str:
        asked.append(question.item)
        return "skip this step, remember for this vendor"

    view = shop.run(ask=ask, no_input=False)
    assert view.status == "finished"
    assert asked == ["invoice A2", "invoice B3"]


def test_the_person_may_say_the_answer_in_a_sentence_too(shop: Shop) -> None:
    text = '# Ask\n\nAsk the user for the code.\nSay "{the code}".\n'
    shop.run(text)
    assert shop.session().answer("q1", "X9").accepted
    shop.session().advance("r1")
    assert shop.said == ["X9"]


def test_a_learning_is_tested_after_it_was_made_too(shop: Shop) -> None:
    shop.run()
    shop.remember("q1", "skip this step", only=("vendor",))
    session = shop.session()
    assert session.answer("q3", "skip this invoice").accepted
    one = find(session, "L1")
    assert one.taught is not None
    found = back_test(session, one.taught, "file", "pay.kog")
    assert {past.question.id: past.same for past in found.past} == {"q1": True, "q3": False}


def test_what_is_learnt_settles_the_questions_that_wait_for_it(shop: Shop) -> None:
    view = shop.run()
    session = shop.session()
    assert session.answer("q1", "skip this step").accepted
    remember(session, "q1", Wish(only=("vendor",)))
    view = session.advance(view.id)
    held(session, view.id)
    assert [question.id for question in view.questions] == ["q2"], "q3 is of the same vendor"
    withdrawn = session.store.question("q3")
    assert withdrawn is not None and withdrawn.status == "withdrawn"
    assert shop.uses() == {"L1": 1}
    assert session.verify(view.id) == ""


def test_one_that_does_not_apply_leaves_the_questions_that_wait(shop: Shop) -> None:
    view = shop.run()
    session = shop.session()
    assert session.answer("q2", "skip this invoice").accepted
    remember(session, "q2", Wish(only=("vendor",)))
    view = session.advance(view.id)
    held(session, view.id)
    assert [question.id for question in view.questions] == ["q1", "q3"]
    assert session.answer("q3", "skip this invoice").accepted
    assert session.advance(view.id).status == "parked"


def test_a_head_that_nothing_here_can_meet_is_told(shop: Shop) -> None:
    head = HEAD.replace("matching an invoice", "matching an order")
    (shop.folder / "pay.kog").write_text(f"{TEXT}\n{head}\n    Skip this invoice.\n")
    (problem,) = shop.session().check(shop.folder / "pay.kog").problems
    assert problem.name == "learning-head"
    assert problem.candidates[0] == HEAD
    (shop.folder / "pay.kog").write_text(f"{TEXT}\n{HEAD}\n    Skip this invoice.\n")
    assert shop.session().check(shop.folder / "pay.kog").problems == []
