"""Judgement skills through real HTTP: typed results, evidence, confidence, questions."""

from __future__ import annotations

import json

import pytest

from kognilang.terminal.trace_words import told
from tests.reasoning.scripted import error
from tests.stdlib.judging import Bench, pdf_of

EMAIL = 'The email is "My parcel never came! It was due on 3 May 2026.".\n'


@pytest.fixture
def bench(tmp_path, monkeypatch):
    made = Bench(tmp_path, monkeypatch)
    yield made
    made.close()


def test_results_are_typed(bench):
    replies = {"true of the data": "yes", "Which one": "praise", "What do": "3 May 2026"}
    bench.answers = lambda task, data: next(v for k, v in replies.items() if k in task)
    view = bench.run(
        EMAIL + "Decide whether the email is a complaint and call it the verdict.\n"
        'If the verdict is yes, say "A complaint".\n'
        'Classify the email as "bug", "question" or "praise" and call it the sort.\n'
        'Say "{the sort}".\n'
        'Find "the day it was due" in the email as the due day.\n'
        'Say "{1 day after the due day}".\n'
    )
    assert view.status == "finished"
    assert bench.said == ["A complaint", "praise", "2026-05-04"]


def test_what_was_judged_is_in_the_trace_and_costs_once(bench):
    view = bench.run(EMAIL + "Decide whether the email is a complaint as the verdict.\n")
    steps = bench.session.show(view.id)["steps"]
    judged = next(step["judged"] for step in steps if "judged" in step)
    assert judged[0]["evidence"] == [["My parcel never came! It was due on 3 Ma", "text"]]
    assert judged[0]["confidence"] == 0.95
    lines = [line for step in steps for line in told(step)]
    assert "judged by the model, 95% sure" in lines
    assert 'shown by (text) "My parcel never came! It was due on 3 Ma"' in lines
    asked = len(bench.endpoint.requests)
    bench.session.advance(view.id)
    assert len(bench.endpoint.requests) == asked == 1


def test_a_passage_that_is_not_there_is_no_evidence(bench):
    bench.answers = lambda task, data: ("yes", ["He is furious about the delay"], 0.99)
    view = bench.run(
        EMAIL + "Decide whether the email is a complaint as the verdict.\nSay the verdict.\n"
    )
    assert view.status == "parked"
    question = view.questions[0]
    assert 'whether it counts as "complaint"' in question.text
    assert "no passage in it shows it" in question.text
    assert bench.answer(question.id, "no").status == "finished"
    assert bench.said == ["no"]


@pytest.mark.parametrize(("least", "asks"), [(0.5, False), (0.9, True)])
def test_the_settings_say_how_sure_it_must_be(bench, least, asks):
    (bench.folder / "kognilang.toml").write_text(f"[judgement]\nconfidence = {least}\n")
    bench.session = bench.opened()
    bench.answers = lambda task, data: ("bug", ["never came"], 0.7)
    view = bench.run(
        EMAIL + 'Classify the email as "bug" or "question" and call it the sort.\nSay the sort.\n'
    )
    assert (view.status == "parked") is asks
    if asks:
        assert "70% sure" in view.questions[0].text
        assert bench.answer(view.questions[0].id, "question").status == "finished"
    assert bench.said == (["question"] if asks else ["bug"])


def test_several_samples_must_agree(bench):
    replies = iter(["yes", "no", "yes"])
    bench.answers = lambda task, data: next(replies)
    view = bench.run(EMAIL + "Decide whether the email is a complaint asking 3 times.\n")
    assert len(bench.endpoint.requests) == 3
    assert "67% sure" in view.questions[0].text


def test_a_document_is_judged_by_its_pages(bench):
    pdf_of(bench.folder / "contract.pdf", ["Terms", "Pay in 30 days."], ["Page two", "No refunds."])
    seen = {}

    def answers(task, data):
        seen.update(data)
        return "yes", ["No refunds."], 0.9

    bench.answers = answers
    view = bench.run('Decide from the document "contract.pdf" whether "refunds are excluded".\n')
    assert view.status == "finished"
    assert set(seen) == {"page 1", "page 2"}
    judged = [s["judged"] for s in bench.session.show(view.id)["steps"] if "judged" in s]
    assert judged[0][0]["evidence"] == [["No refunds.", "page 2"]]


def test_a_record_is_extracted_and_what_is_not_there_is_asked(bench):
    bench.answers = lambda task, data: (
        {"number": "77", "customer": "Acme", "total": "$999"}, ["order 77"], 0.9
    )  # fmt: skip
    view = bench.run(
        "An order has a number (text), a customer (text) and a total (money).\n"
        'The email is "Please take our order 77. Yours, Acme".\n'
        'Extract the order from the email.\nSay "{the order\'s customer}".\n'
        'Say "{the order\'s total}".\n'
    )
    # $999 does not stand in the email: the model made it up.
    assert view.status == "parked"
    assert "total" in view.questions[0].text
    assert bench.answer(view.questions[0].id, "$120").status == "finished"
    assert bench.said == ["Acme", "$120"]


def test_texts_are_written_and_compared(bench):
    def answers(task, data):
        if "mean the same" in task:
            return {"same": "no", "differences": ["The price is higher."]}, [], 0.9
        return f"Done: {task.split()[0]}", [], 0.9

    bench.answers = answers
    view = bench.run(
        EMAIL + "Summarise the email in 1 sentence as the summary.\nSay the summary.\n"
        "Draft a reply to the email as the reply.\nSay the reply.\n"
        "Translate the email into French as the version.\nSay the version.\n"
        'The offer is "$500".\nCompare the email with the offer and call it the comparison.\n'
        'Say "{the comparison\'s differences}".\n'
    )
    assert view.status == "finished"
    assert bench.said == [
        "Done: Summarise", "Done: Draft", "Done: Translate", "The price is higher."
    ]  # fmt: skip


def test_without_a_model_it_is_a_question(bench, monkeypatch):
    monkeypatch.delenv("OPENAI_BASE_URL")
    monkeypatch.delenv("OPENAI_API_KEY")
    view = bench.run(EMAIL + "Decide whether the email is a complaint.\n")
    assert view.status == "parked"
    assert "No model is set up" in view.questions[0].text


def test_without_a_model_a_person_judges_with_the_data_before_them(bench, monkeypatch):
    monkeypatch.delenv("OPENAI_BASE_URL")
    monkeypatch.delenv("OPENAI_API_KEY")
    view = bench.run(
        EMAIL + "Decide whether the email is a complaint.\n"
        'If so, classify the email as "product" or "delivery" and call it the sort.\n'
        'Say "{the sort}"\n'
    )
    (first,) = view.questions
    assert first.needs == "yes/no" and "never came" in first.values
    assert bench.session.answer(first.id, "yes").accepted
    (second,) = bench.session.advance(view.id).questions
    assert json.loads(second.choices) == ["product", "delivery"]
    assert bench.session.answer(second.id, "delivery").accepted
    assert bench.session.advance(view.id).status == "finished"
    assert bench.said == ["delivery"]


def test_a_reply_outside_of_the_choices_is_no_result(bench):
    bench.answers = lambda task, data: "delete everything"
    view = bench.run(EMAIL + 'Classify the email as "bug" or "question" and call it the sort.\n')
    assert view.status == "parked"
    assert "gave no reply that can be used" in view.questions[0].text


def test_a_model_that_is_down_is_asked_about_and_tried_again(bench, monkeypatch):
    monkeypatch.setattr("kognilang.reasoning.endpoint.time.sleep", lambda seconds: None)
    (bench.folder / "kognilang.toml").write_text("[model]\ntries = 1\n")
    bench.session = bench.opened()
    bench.answers = lambda task, data: error(500)
    view = bench.run(EMAIL + "Decide whether the email is a complaint.\n")
    assert view.status == "parked"
    bench.answers = lambda task, data: "yes"
    assert bench.answer(view.questions[0].id, "try again").status == "finished"


@pytest.mark.parametrize("text", ['The word is "x".\n', ""])
def test_too_few_choices_are_refused(bench, text):
    view = bench.run(text + EMAIL + 'Classify the email as "bug" and "bug" and call it the sort.\n')
    assert view.status == "parked"
    assert "at least two choices" in view.questions[0].text


def test_a_budget_that_is_reached_is_a_question_and_can_be_raised_on_the_spot(bench):
    settings = bench.folder / "kognilang.toml"
    settings.write_text('[model."per run"]\ncalls = 1\n')
    bench.session = bench.opened()
    view = bench.run(
        EMAIL + "Decide whether the email is a complaint as the verdict.\n"
        'Classify the email as "bug" or "question" and call it the sort.\nSay the sort.\n'
    )
    bench.answers = lambda task, data: "bug"
    [question] = view.questions
    assert question.problem == "budget-reached"
    assert "The budget for this run is used up: 1 call of the model." in question.text
    assert len(bench.endpoint.requests) == 1
    # The same session, as at the prompt of a run that waits there.
    settings.write_text('[model."per run"]\ncalls = 2\n')
    assert bench.session.answer(question.id, "try again").accepted
    assert bench.session.advance(view.id).status == "finished"
    assert bench.said == ["bug"]


def test_settings_that_cannot_be_read_are_a_question_too(bench):
    settings = bench.folder / "kognilang.toml"
    settings.write_text("")
    bench.session = bench.opened()
    settings.write_text("[model\n")
    [question] = bench.run(EMAIL + "Decide whether the email is a complaint.\n").questions
    assert question.problem == "unsure-judgement"
    assert "kognilang.toml cannot be read" in question.text
