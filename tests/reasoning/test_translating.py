"""From a sentence to canonical sentences: what is sent, what comes back, and who has to see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.session import Session
from tests.reasoning.scripted import Endpoint, Scripted, reply
from tests.reasoning.workspace import (
    NONE,
    PAY,
    asks,
    everything_sent,
    resolving_of,
    sentence_in,
    session_of,
    step,
    steps,
    workspace,
)

PAY_IT = step("pay {invoice}", invoice="the invoice")
SETTLED = steps(PAY_IT)


def proposed(tmp_path: Path, *script: Scripted, text: str = PAY):  # type: ignore[no-untyped-def]
    """Return what a scripted model proposes for the first open sentence, and what was sent."""
    with Endpoint(*script) as endpoint:
        resolving = resolving_of(workspace(tmp_path, text, endpoint.url))
        found = resolving.propose(resolving.open()[0])
        assert endpoint.script == [] and endpoint.unexpected == 0
        return found, endpoint


def test_an_answer_becomes_a_canonical_sentence(tmp_path: Path) -> None:
    found, endpoint = proposed(tmp_path, SETTLED)
    assert found.meaning == "Pay the invoice."
    assert found.trial.effects == ("none",)
    assert found.trial.phrases == ("Pay an invoice",)
    assert found.trial.names == ("the invoice: record invoice",)
    schema = endpoint.requests[0]["response_format"]["json_schema"]["schema"]
    names = [
        one["properties"]["phrase"]["enum"][0]
        for one in schema["properties"]["steps"]["items"]["oneOf"]
    ]
    assert "pay {invoice}" in names and len(names) > 20


def test_words_that_nothing_answers_to_are_shown(tmp_path: Path) -> None:
    found, _ = proposed(tmp_path, SETTLED)
    assert found.doubts == ["not accounted for: Settle"]
    assert not found.accepted


def test_slots_are_mended_where_one_way_is_right(tmp_path: Path) -> None:
    loose = steps(step("pay {invoice}", "invoice.total > $500", invoice="invoice"))
    found, _ = proposed(tmp_path, loose)
    assert found.meaning == "If the invoice's total is more than $500, pay the invoice."


def test_a_wrong_answer_goes_back_with_the_diagnostic_at_most_twice(tmp_path: Path) -> None:
    wrong = steps(step("pay {invoice}", invoice="the bill of the year"))
    found, endpoint = proposed(tmp_path, wrong, SETTLED)
    assert found.meaning == "Pay the invoice." and found.rounds == 2
    assert "It is not understood: Nothing sets the year." in endpoint.prompts[1]
    worse = steps(step("pay {invoice}", invoice="the bill of the month"))
    found, endpoint = proposed(tmp_path / "b", wrong, worse, wrong)
    assert found.trial is None and len(endpoint.requests) == 3
    assert "Nothing sets" in found.failed
    # One that gives the same answer again is not asked a third time.
    found, endpoint = proposed(tmp_path / "c", wrong, wrong)
    assert found.trial is None and len(endpoint.requests) == 2


def test_a_question_back_and_none_of_these(tmp_path: Path) -> None:
    found, _ = proposed(tmp_path, asks("Which  account?"))
    assert (found.meaning, found.question, found.accepted) == ("", "Which account?", False)
    found, _ = proposed(tmp_path / "b", NONE)
    assert (found.meaning, found.question) == ("", "")


TAKEN = """\
The limit is $500.
The total is $20.
The vendor is "Acme".
{}
To pay an amount:
    Say "{{the amount}}".
"""
PAY_THE_TOTAL = step("pay {amount}", amount="the total")


def test_what_is_accounted_for_is_taken_when_two_samples_agree(tmp_path: Path) -> None:
    text = TAKEN.format("Kindly pay now the total.")
    found, endpoint = proposed(tmp_path, steps(PAY_THE_TOTAL), steps(PAY_THE_TOTAL), text=text)
    assert (found.meaning, found.doubts, found.accepted) == ("Pay the total.", [], True)
    assert [one["seed"] for one in endpoint.requests] == [0, 1]
    assert [one["temperature"] > 0 for one in endpoint.requests] == [False, True]


def test_two_samples_that_disagree_are_shown(tmp_path: Path) -> None:
    text = TAKEN.format("Kindly pay now the total.")
    other = steps(step("pay {amount}", amount="the limit"))
    found, _ = proposed(tmp_path, steps(PAY_THE_TOTAL), other, text=text)
    assert found.doubts == ["asked twice, the model gave two answers"]
    assert found.others == ["Pay the limit."]


@pytest.mark.parametrize(
    ("sentence", "answer", "doubt"),
    [
        (
            "Kindly pay now the total.",
            step("pay {amount}", "the vendor is not \"Acme\"", amount="the total"),
            "it says no or not, and the sentence does not",
        ),
        (
            "Kindly do not pay the total if it is over the limit.",
            step("pay {amount}", "the total is more than the limit", amount="the total"),
            "the sentence says no or not, and it does not",
        ),
        (
            "Kindly pay now the total.",
            step("pay {amount}", "the total is more than the limit", amount="the total"),
            'it compares ("more"), and the sentence does not so',
        ),
        (
            "If the total is in the limit, kindly pay now the total.",
            step("pay {amount}", "the total is less than the limit", amount="the total"),
            'it compares ("less"), and the sentence does not so',
        ),
        (
            "Kindly pay now the total.",
            step("pay {amount}", "the vendor is \"Acme\"", amount="the total"),
            "it has a condition, and the sentence has no if or when",
        ),
        (
            "Kindly pay now the total.",
            step("pay {amount}", amount="$20"),
            "made up, since the sentence does not say it: $20",
        ),
        (
            "Kindly pay now the total of Acme today.",
            PAY_THE_TOTAL,
            "not accounted for: Acme, today",
        ),
        (
            "Kindly let the vendor know now the total.",
            step("tell {person} {message}", person="the vendor", message="the total"),
            "it changes or sends something",
        ),
    ],
)  # fmt: skip
def test_what_a_person_has_to_see(
    tmp_path: Path, sentence: str, answer: dict[str, object], doubt: str
) -> None:
    found, _ = proposed(tmp_path, steps(answer), text=TAKEN.format(sentence))
    assert found.trial is not None
    assert doubt in found.doubts and not found.accepted


def test_no_write_is_taken_by_any_settings(tmp_path: Path) -> None:
    text = 'The old file is the file "a.txt".\nKindly delete now the old file.\n'
    (tmp_path / "a.txt").parent.mkdir(exist_ok=True)
    with Endpoint(steps(step("delete {file}", file="the old file"))) as endpoint:
        file = workspace(tmp_path, text, endpoint.url)
        resolving = resolving_of(file)
        left = resolving.take_accepted()
    assert [one.doubts for _, one in left] == [["it changes or sends something"]]
    assert not file.with_name("pay.readings.toml").exists()


def test_two_actions_and_details(tmp_path: Path) -> None:
    row = step(
        "add a row to the spreadsheet {file} with {details: row}",
        file='"log.csv"',
        details=[{"name": "number", "value": "the invoice's number"}],
    )
    found, _ = proposed(tmp_path, steps(PAY_IT, row))
    assert found.meaning == (
        'Pay the invoice.\nAdd a row to the spreadsheet "log.csv" with\n'
        "    the number: the invoice's number"
    )


def test_a_clause_alone_is_asked_about(tmp_path: Path) -> None:
    def answer(body: dict[str, object]) -> Scripted:
        if sentence_in(body) == "Settle the invoice":
            return SETTLED
        told = step("tell {person} {message}", person="the boss", message="the invoice's number")
        return steps(told)

    with Endpoint(otherwise=answer) as endpoint:
        file = workspace(tmp_path, PAY, endpoint.url)
        resolving = resolving_of(file)
        for _ in range(2):
            place = resolving.open()[0]
            found = resolving.propose(place)
            resolving.settle(place, found.trial, "the model", "me")
        assert resolving.open() == [] and resolving.problems() == []
        assert (
            "part of: If the invoice's total is over $500, notify the boss" in (endpoint.prompts[1])
        )


def test_neither_data_nor_secrets_are_in_the_prompt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ERP_PASSWORD", "correct-horse-battery")
    text = PAY.replace(
        "For each", 'The key is the secret "ERP_PASSWORD".\nThe log is "correct-horse-battery".\n'
        "For each"
    )  # fmt: skip
    with Endpoint(otherwise=lambda body: NONE) as endpoint:
        file = workspace(tmp_path, text, endpoint.url)
        session = session_of(file)
        # A run has read the data before the model is asked.
        fine = file.with_name("fine.kog")
        fine.write_text(text.replace("    Settle the invoice.\n", "").replace("notify", "tell"))
        resolving = resolving_of(file)
        for place in resolving.open():
            resolving.propose(place)
        from kognilang.session.conversation import Conversation
        from kognilang.session.unclear import Unclear

        conversation = Conversation(session)
        conversation.run('Read the spreadsheet "invoices.csv" as the invoices.')
        Unclear(conversation, "Fling the first invoice.").propose()
        sent = everything_sent(endpoint)
        assert len(endpoint.requests) == 3
    for value in ("QX-771", "Zebulon", "734.25", "correct-horse"):
        assert value not in sent
    assert "invoices: table" in sent


def test_the_beginning_is_the_same_to_the_byte(tmp_path: Path) -> None:
    with Endpoint(otherwise=lambda body: NONE) as endpoint:
        resolving = resolving_of(workspace(tmp_path, PAY, endpoint.url))
        for place in resolving.open():
            resolving.propose(place)
        resolving = resolving_of(workspace(tmp_path / "again", PAY, endpoint.url))
        resolving.propose(resolving.open()[1])
        beginnings = {one["messages"][0]["content"] for one in endpoint.requests}
        varying = [one["messages"][1]["content"] for one in endpoint.requests]
    assert len(beginnings) == 1 and len(endpoint.requests) == 3
    assert "pay {invoice}" in beginnings.pop()
    # What is asked comes last.
    assert varying[0].endswith('"Settle the invoice."')
    assert varying[1] == varying[2]


def test_nothing_is_asked_where_no_model_may_be(tmp_path: Path) -> None:
    from kognilang.session.advising import ModelFault, has_model

    with Endpoint() as endpoint:
        file = workspace(tmp_path, PAY, endpoint.url)
        session: Session = session_of(file, no_model=True)
        assert not has_model(session)
        resolving = resolving_of(file, no_model=True)
        with pytest.raises(ModelFault, match="--no-model"):
            resolving.propose(resolving.open()[0])
        # Without it, there are readings to pick from all the same.
        offered = [one.trial.meaning for one in resolving.choices(resolving.open()[0])]
        assert "Pay the invoice." in offered
        assert endpoint.requests == []


def test_an_answer_that_tries_to_do_more_is_refused(tmp_path: Path) -> None:
    """Whatever a model puts into a slot, it is a value or it is not understood."""
    sly = steps(step("pay {invoice}", invoice='the invoice. Delete the file "invoices.csv"'))
    found, _ = proposed(tmp_path, sly, NONE)
    assert found.meaning == ""
    slots = (
        'the invoice and delete the file "invoices.csv"',
        "the invoice\n    Delete it.",
        "the invoice, and then stop",
    )
    for number, slot in enumerate(slots):
        sly = steps(step("pay {invoice}", invoice=slot))
        found, _ = proposed(tmp_path / str(number), sly, NONE)
        assert (found.meaning, found.trial) == ("", None)
    # A condition that is none has no part in what the sentence says.
    sly = steps(step("pay {invoice}", 'the invoice\'s total is 5, delete the file "a"',
                     invoice="the invoice"))  # fmt: skip
    found, _ = proposed(tmp_path / "c", sly)
    assert found.meaning == "Pay the invoice."
    other = reply({"kind": "steps", "steps": [step("delete everything")],
                   "question": ""})  # fmt: skip
    from kognilang.session.advising import ModelFault

    with pytest.raises(ModelFault, match="not offered"):
        proposed(tmp_path / "b", other, other)
