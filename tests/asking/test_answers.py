"""Answers: values, choices, instructions and sentences, and why one does not fit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from kognilang.asking.answers import interpret
from kognilang.asking.asked import Asked
from kognilang.asking.needs import labels
from kognilang.asking.notices import not_yours, too_late
from kognilang.asking.troubles import interrupted_write
from kognilang.journal.records import AnswerRow, EffectRow
from kognilang.settings import Settings
from kognilang.values.kinds import Exceptional, Percent
from tests.asking.conftest import ask, missing, usd

NO_VALUE = Exceptional("failed", "It failed.")
CHOOSE = Exceptional("several-matches", "There are 2.", candidates=("Acme Ltd", "Acme Inc"))


@pytest.mark.parametrize(
    ("typed", "needs", "value"),
    [
        ("4500012345", "text", "4500012345"),
        ("  007 ", "text", "007"),
        ('"skip this invoice"', "text", "skip this invoice"),
        ("$1,250.50", "money", usd("1250.50")),
        ("12", "number", Decimal(12)),
        ("2.5%", "percent", Percent(Decimal("2.5"))),
        ("2026-03-31", "date", date(2026, 3, 31)),
        ("yes", "yes/no", True),
        ("No", "yes/no", False),
        ("12", "any", Decimal(12)),
        ("Acme", "any", "Acme"),
    ],
)
def test_a_value_is_read_as_the_kind_that_is_needed(
    typed: str, needs: str, value: Any, settings: Settings
) -> None:
    reply = interpret(typed, missing(needs), settings)
    assert (reply.kind, reply.value) == ("value", value)
    assert type(reply.value) is type(value)


@pytest.mark.parametrize(
    ("typed", "needs", "reason"),
    [
        ("abc", "money", "amount of money"),
        ("abc", "date", "date"),
        ("ten", "number", "number"),
        ("perhaps", "yes/no", "neither yes nor no"),
        ("", "text", "Nothing was typed"),
        ("   ", "number", "Nothing was typed"),
        (">", "text", "Nothing stands after the >"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_the_reason(
    typed: str, needs: str, reason: str, settings: Settings
) -> None:
    reply = interpret(typed, missing(needs), settings)
    assert reply.kind == "refused" and reason in reply.reason


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        ("try again", "again"), ("Try again.", "again"), ("skip this step", "skip-step"),
        ("skip this invoice", "skip-item"), ("Skip this invoice.", "skip-item"),
        ("please skip this one", "skip-item"), ("stop", "stop"), ("STOP", "stop"),
        ("start over", "start-over"),
    ],
)  # fmt: skip
def test_instructions(typed: str, how: str, settings: Settings) -> None:
    for question, sign in (
        (ask(NO_VALUE), ""), (ask(CHOOSE), ""), (missing("money"), ""), (missing("text"), "> "),
        (missing("any"), ">"), (missing("money"), "> "),
    ):  # fmt: skip
        reply = interpret(sign + typed, question, settings)
        assert (reply.kind, reply.instruction) == ("instruction", how), question.needs


@pytest.mark.parametrize("needs", ["text", "any"])
@pytest.mark.parametrize("typed", ["skip this invoice", "stop", "Set the total to 5. Try again."])
def test_an_instruction_is_never_taken_for_a_text(
    typed: str, needs: str, settings: Settings
) -> None:
    reply = interpret(typed, missing(needs), settings)
    assert reply.kind == "refused" and f"> {typed}" in reply.reason


def test_skipping_another_noun_is_refused(settings: Settings) -> None:
    reply = interpret("skip this order", ask(NO_VALUE), settings)
    assert reply.kind == "refused" and "skip this invoice" in reply.reason
    reply = interpret("skip this order", ask(NO_VALUE, noun="", item=""), settings)
    assert reply.kind == "refused" and "skip this step" in reply.reason


@pytest.mark.parametrize(
    "typed",
    [
        'Set the invoice\'s PO number to "NONE". Try again.',
        "Let the supplier be the first vendor. Try again.",
        "The discount is 10%. Try again.",
    ],
)
def test_sentences_are_handed_on(typed: str, settings: Settings) -> None:
    assert interpret(typed, ask(NO_VALUE), settings).sentences == typed
    assert interpret(typed, ask(CHOOSE), settings).sentences == typed
    assert interpret(typed, missing("money"), settings).sentences == typed
    assert interpret("> " + typed, missing("text"), settings).sentences == typed


@pytest.mark.parametrize(
    ("typed", "place"), [("1", 0), ("2)", 1), ("(2)", 1), ("acme inc", 1), ("Acme Ltd.", 0)]
)
def test_choices_by_number_or_words(typed: str, place: int, settings: Settings) -> None:
    reply = interpret(typed, ask(CHOOSE), settings)
    assert (reply.kind, reply.value) == ("choice", place)


@pytest.mark.parametrize("typed", ["3", "0", "Acme"])
def test_what_is_no_choice_is_refused(typed: str, settings: Settings) -> None:
    reply = interpret(typed, ask(CHOOSE), settings)
    assert reply.kind == "refused" and "Please type 1 to 2." in reply.reason


def test_a_number_beside_lettered_choices_is_the_value(settings: Settings) -> None:
    problem = Exceptional(
        "missing-field", "No rate.", prop="rate", needs="number", candidates=("7", "19")
    )
    assert interpret("1", ask(problem), settings).value == Decimal(1)
    chosen = interpret("b", ask(problem), settings)
    assert (chosen.kind, chosen.value) == ("choice", 1)


def test_a_value_where_none_helps_is_refused(settings: Settings) -> None:
    reply = interpret("4500", ask(NO_VALUE), settings)
    assert reply.kind == "refused"
    assert reply.reason.startswith("A value is no help here. You can type: try again, ")


@pytest.mark.parametrize("typed", ["stop", "skip this invoice", "> stop", "Set x to 5."])
def test_the_reply_to_an_ask_is_only_ever_a_value(typed: str, settings: Settings) -> None:
    text = interpret(typed, ask(Asked("for", "the reason", "text")), settings)
    assert (text.kind, text.value) == ("value", typed)
    approval = interpret(typed, ask(Asked("approval", "the payment")), settings)
    assert approval.kind == "refused" and "yes or no" in approval.reason
    choice = interpret(typed, ask(Asked("choose", "it", choices=("A", "B"))), settings)
    assert choice.kind == "refused"


def test_a_choice_of_an_ask(settings: Settings) -> None:
    question = ask(Asked("choose", "the colour", choices=("red", "green")))
    assert interpret("green", question, settings).value == 1
    assert interpret("1", question, settings).value == 0


def test_whether_an_interrupted_write_happened(settings: Settings) -> None:
    effect = EffectRow("k", "r1", "", "mail.send", "", "d", "intended")
    question = ask(interrupted_write(effect, "Send it."))
    assert interpret("yes", question, settings).value is True
    assert interpret("no", question, settings).value is False
    assert interpret("stop", question, settings).instruction == "stop"
    assert interpret("try again", question, settings).kind == "instruction"


NEEDS = ("text", "any", "number", "money", "date", "percent", "yes/no", "choice", "")


@hypothesis_settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=40), st.sampled_from(NEEDS))
def test_any_answer_is_understood_or_refused_with_a_reason(
    settings: Settings, typed: str, needs: str
) -> None:
    reply = interpret(typed, missing(needs), settings)
    assert reply.accepted != bool(reply.reason)


@hypothesis_settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(min_size=1, max_size=40).filter(lambda text: text.strip()))
def test_any_text_can_be_given_in_quotes(settings: Settings, text: str) -> None:
    assert interpret(f'"{text}"', missing("text"), settings).value == text


def test_labels() -> None:
    assert labels("choice", 3) == ["1", "2", "3"]
    assert labels("number", 28)[-3:] == ["z", "aa", "ab"]


def test_the_notice_to_who_comes_second() -> None:
    counted = AnswerRow("a1", "q1", "4500012345", "AP clerk", "2026-11-22T10:42:07+00:00")
    assert too_late(missing(), counted) == (
        'Thank you. The AP clerk has already answered the question q1 with "4500012345" '
        "(2026-11-22 10:42 UTC), and that answer counts. Yours changes nothing."
    )
    assert "no longer open" in too_late(missing(), None)


def test_the_notice_to_who_may_not_answer() -> None:
    assert not_yours(missing(to="CFO"), "AP clerk") == (
        "You answer as the AP clerk; the question q1 is for the CFO. If that is you, add: "
        '--as "CFO"'
    )
