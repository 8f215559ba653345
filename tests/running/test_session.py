"""Texts through the session: checking, starting, answering, resuming, conversations."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kognilang.journal.records import QuestionRow
from kognilang.problems.problem import TextRefused
from kognilang.session import RunView, Session
from kognilang.session.conversation import Conversation
from kognilang.values.kinds import Money


class Desk:
    """A workspace and the person at it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said: list[str] = []
        self.asked: list[QuestionRow] = []
        self.reasons: list[str] = []

    def write(self, text: str, name: str = "test.kog") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def session(self, **rest: Any) -> Session:
        return Session(self.folder, out=self.said.append, **rest)

    def run(self, text: str, *answers: str, inputs: Any = None, **rest: Any) -> RunView:
        return self.session(**rest).start(self.write(text), inputs or {}, answers)

    def answering(self, *texts: str) -> Callable[..., str | None]:
        left = list(texts)

        def ask(question: QuestionRow, reason: str = "") -> str | None:
            self.asked.append(question)
            self.reasons.append(reason)
            return left.pop(0) if left else None

        return ask


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_text_runs(desk: Desk) -> None:
    view = desk.run('The fee is $5.\nSay "{the fee times 3}".\n')
    assert view.status == "finished"
    assert desk.said == ["$15"]


def test_a_text_that_is_not_understood_leaves_nothing_behind(desk: Desk) -> None:
    with pytest.raises(TextRefused):
        desk.run("Frobnicate the widget sideways.\n")
    assert [path.name for path in desk.folder.iterdir()] == ["test.kog"]


def test_an_unchanged_file_is_not_understood_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = 'Say "hello".\n'
    desk.run(text)

    def never(*args: Any) -> None:
        raise AssertionError("understood again")

    monkeypatch.setattr("kognilang.session.procedures.understand", never)
    assert desk.run(text).status == "finished"
    with pytest.raises(AssertionError):
        desk.run('Say "goodbye".\n')


def test_an_input_is_set_from_outside(desk: Desk) -> None:
    text = 'Say "{the month} {the limit plus 1}".\n'
    desk.run(text, inputs={"the Month": "May", "limit": "5"})
    assert desk.said == ["May 6"]


def test_an_input_that_the_text_does_not_have_is_refused(desk: Desk) -> None:
    with pytest.raises(TextRefused) as refused:
        desk.run('Say "{the month}".\n', inputs={"mnth": "May"})
    assert refused.value.problems[0].name == "unknown-input"
    assert "month" in str(refused.value.problems[0].detail)


def test_given_answers_come_first_then_the_person_then_it_parks(desk: Desk) -> None:
    text = 'Ask "One?" as the one.\nAsk "Two?" as the two.\nAsk "Three?" as the three.\n'
    view = desk.run(text, "first", ask=desk.answering("second"))
    assert view.status == "parked"
    assert [one.text for one in desk.asked] == ["Two?", "Three?"]
    assert [one.text for one in view.questions] == ["Three?"]


def test_an_answer_that_does_not_fit_is_asked_again_with_the_reason(desk: Desk) -> None:
    text = 'Ask the user whether to go on.\nIf so, say "on".\n'
    view = desk.run(text, ask=desk.answering("perhaps", "yes"))
    assert view.status == "finished"
    assert desk.said == ["on"]
    assert desk.reasons[0] == ""
    assert "yes or no" in desk.reasons[1]


def test_without_input_everything_parks(desk: Desk) -> None:
    view = desk.run('Ask "One?" as the one.\n', ask=desk.answering("x"), no_input=True)
    assert view.status == "parked"
    assert desk.asked == []


SETTINGS = """
[people]
clerk = { email = "c@example.com" }
"finance manager" = { email = "f@example.com" }
[questions]
to = "clerk"
"""


def test_a_question_goes_to_its_person_alone(desk: Desk) -> None:
    desk.write(SETTINGS, "kognilang.toml")
    text = 'Ask the finance manager whether to pay.\nIf so, say "paid".\n'
    view = desk.run(text, ask=desk.answering("yes"))
    assert view.status == "parked"
    (question,) = view.questions
    assert question.to == "finance manager"
    session = desk.session()
    refused = session.answer(question.id, "yes")
    assert not refused.accepted
    assert "finance manager" in refused.message
    assert session.inbox("clerk") == []
    assert [one.id for one in session.inbox("finance manager")] == [question.id]
    assert session.answer(question.id, "yes", by="finance manager").accepted
    assert session.advance(view.id).status == "finished"
    assert desk.said == ["paid"]


def test_the_first_answer_counts_and_the_second_is_told_so(desk: Desk) -> None:
    view = desk.run('Ask "Colour?" as the colour.\nSay "{the colour}".\n')
    (question,) = view.questions
    first, second = desk.session(), desk.session()
    assert first.answer(question.id, "red").accepted
    late = second.answer(question.id, "blue")
    assert not late.accepted
    assert "red" in late.message
    second.advance(view.id)
    first.advance(view.id)
    assert desk.said == ["red"]


def test_sentences_answer_an_exception(desk: Desk) -> None:
    text = "The divisor is 0.\nThe share is 12 divided by the divisor.\nSay the share.\n"
    view = desk.run(text)
    (question,) = view.questions
    session = desk.session()
    unknown = session.answer(question.id, "Set the divisor to the devisor. Try again.")
    assert not unknown.accepted
    assert session.answer(question.id, "Set the divisor to 4. Try again.").accepted
    assert session.advance(view.id).status == "finished"
    assert desk.said == ["3"]


def test_sentences_may_call_the_file_s_own_definitions(desk: Desk) -> None:
    text = (
        "The divisor is 0.\nThe share is 12 divided by the divisor.\nSay the share.\n\n"
        "To mend the divisor:\n    Set the shared divisor to 3.\n"
    )
    view = desk.run(text)
    (question,) = view.questions
    session = desk.session()
    outcome = session.answer(question.id, "Mend the divisor. Try again.")
    if not outcome.accepted:  # a verb that the wording of answers does not know yet
        outcome = session.answer(question.id, "> Mend the divisor. Try again.")
    assert outcome.accepted, outcome.message
    assert session.advance(view.id).status == "finished"
    assert desk.said == ["4"]


def test_start_over_begins_a_new_run(desk: Desk) -> None:
    view = desk.run("The share is 12 divided by 0.\n")
    (question,) = view.questions
    session = desk.session()
    assert session.answer(question.id, "start over").accepted
    again = session.advance(view.id)
    assert again.id != view.id
    assert session.view(view.id).status == "cancelled"
    assert again.status == "parked"
    assert again.questions[0].run == again.id


def test_a_run_that_is_started_over_lists_what_was_done(desk: Desk) -> None:
    view = desk.run('Write "hello" to the file "out/x.txt".\nSay "{the month}".\n')
    told: list[str] = []
    session = desk.session(notice=lambda who, text: told.append(text))
    shown = session.preview(view.questions[0].id, "> start over").message
    assert shown == "ends the run r1 and begins it anew; it comes again to a write that is done"
    assert session.answer(view.questions[0].id, "> start over").accepted
    again = session.advance(view.id)
    (text,) = told
    assert text.startswith(
        "r2 is begun in the place of r1. It comes again to what r1 has done:\n- "
    )
    assert "out/x.txt" in text
    began = session.show(again.id)["steps"][0]
    assert [one["skill"] for one in began["already_done"]] == ["files.write_file"]


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    before = {path.name for path in desk.folder.iterdir()}
    text = 'Write "hello" to the file "out/x.txt".\nSay "done".\n'
    view = desk.run(text, dry_run=True)
    assert view.status == "finished"
    assert len(view.simulated) == 1
    assert {path.name for path in desk.folder.iterdir()} == before | {"test.kog"}


def test_nothing_is_read_or_written_outside_of_the_workspace(desk: Desk) -> None:
    inner = Desk(desk.folder / "inner")
    inner.folder.mkdir()
    (desk.folder / "secret.txt").write_text("x")
    view = inner.run('Write "x" to the file "../outside.txt".\n')
    (question,) = view.questions
    assert "outside" in question.text
    assert not (desk.folder / "outside.txt").exists()


def test_fresh_withdraws_what_waits_and_empties_the_results(desk: Desk) -> None:
    desk.write('results = "results"\n', "kognilang.toml")
    desk.write("old", "results/old.txt")
    desk.write("keep", "keep.txt")
    view = desk.run('Ask "One?" as the one.\n')
    session = desk.session()
    assert session.fresh(desk.folder / "test.kog") == [view.id]
    assert session.view(view.id).status == "cancelled"
    assert session.inbox() == []
    assert list((desk.folder / "results").iterdir()) == []
    assert (desk.folder / "keep.txt").exists()


def test_results_outside_of_the_workspace_are_not_emptied(desk: Desk) -> None:
    from kognilang.settings import BadSettings

    desk.write('results = ".."\n', "kognilang.toml")
    with pytest.raises(BadSettings):
        desk.session().fresh(desk.folder / "test.kog")


def test_an_interrupted_run_goes_on(desk: Desk) -> None:
    def interrupted(question: QuestionRow, reason: str = "") -> str | None:
        raise KeyboardInterrupt

    session = desk.session(ask=interrupted)
    path = desk.write('Say "before".\nAsk "One?" as the one.\nSay "{the one}".\n')
    with pytest.raises(KeyboardInterrupt):
        session.start(path)
    view = desk.session(ask=desk.answering("x")).advance(session.run_id)
    assert view.status == "parked"
    assert desk.session().answer(view.questions[0].id, "two").accepted
    assert desk.session().advance(view.id).status == "finished"
    assert desk.said == ["before", "two"]


def test_the_trace_shows_sentences_and_values(desk: Desk) -> None:
    view = desk.run('The fee is $5.\nSay "{the fee}".\n')
    trace = desk.session().show(view.id)
    steps = [one for one in trace["steps"] if one["what"] in ("step", "said")]
    assert steps[0]["sentence"] == "The fee is $5."
    assert steps[0]["value"] == {"m": ["5", "USD"]}
    assert steps[-1]["text"] == "$5"
    assert desk.session().verify(view.id) == ""


def test_a_secret_is_nowhere_in_the_store(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PASSWORD", "hunter2-very-secret")
    desk.run('The key is the secret "PASSWORD".\nSay "{the key}".\n')
    for path in (desk.folder / ".kognilang").iterdir():
        assert b"hunter2" not in path.read_bytes()
    assert "hunter2" not in "".join(desk.said)


# -- conversations -------------------------------------------------------------------


def test_a_conversation_keeps_its_names(desk: Desk) -> None:
    talk = Conversation(desk.session())
    talk.run("The limit is $500.")
    talk.run("2 times the limit")
    assert desk.said == ["$1,000"]
    assert talk.names() == {"limit": Money(Decimal(500), "USD")}
    assert list(desk.folder.iterdir()) == []


def test_a_conversation_goes_on_after_a_problem(desk: Desk) -> None:
    talk = Conversation(desk.session())
    talk.run("The limit is 5.")
    outcome = talk.run('Say "{the limt}".')
    assert outcome.problems
    talk.run("Say the limit.")
    assert desk.said == ["5"]


def test_a_conversation_asks_in_place(desk: Desk) -> None:
    talk = Conversation(desk.session(ask=desk.answering("skip this step")))
    talk.run("The x is 1 divided by 0.")
    assert desk.asked[0].problem == "divided-by-zero"
    talk.run('Say "still here".')
    assert desk.said == ["still here"]


def test_what_a_conversation_defines_can_be_called_later(desk: Desk) -> None:
    talk = Conversation(desk.session())
    assert not talk.run('To greet a person:\n    Say "Hello {the person}".\n').problems
    assert not talk.run('Greet "Ann".').problems
    assert not talk.run(
        "To work out the double of a number:\n    Return the number times 2.\n"
    ).problems
    assert not talk.run("Say the double of 4.").problems
    assert desk.said == ["Hello Ann", "8"]


def test_a_question_that_nobody_answers_does_not_hold_a_conversation(desk: Desk) -> None:
    talk = Conversation(desk.session())
    talk.run("The x is 1 divided by 0.")
    talk.run('Say "next".')
    assert desk.said == ["next"]


def test_a_question_tells_how_a_block_failed_each_time(desk: Desk) -> None:
    view = desk.run(
        "The count is 0.\n"
        "Try up to 3 times:\n    Increase the count by 1.\n    Make sure the count is over 5.\n"
    )
    (question,) = view.questions
    tried = dict(json.loads(question.values))["tried before"].splitlines()
    assert [line.partition(": ")[2] for line in tried] == [
        "The count is 1, which is not more than 5.",
        "The count is 2, which is not more than 5.",
    ]


def test_several_are_asked_for_in_the_plural(desk: Desk) -> None:
    view = desk.run('Say "{the days}".\n', no_input=True)
    assert view.questions[0].text == "What are the days?"
    view = desk.run("The prices are $1 and $2.\nIncrease the prices by 10%.\n", no_input=True)
    assert view.questions[0].text.startswith(
        "The prices are a list, and a list cannot be increased."
    )
