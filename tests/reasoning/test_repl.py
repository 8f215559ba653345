"""Unclear sentences in the interactive session: what is chosen holds, and is kept as a reading."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pexpect
import pytest

from kognilang.session import Session
from kognilang.session.conversation import Conversation
from kognilang.session.unclear import Unclear
from tests.reasoning.scripted import Endpoint, reply
from tests.reasoning.terminal import KOG, at_a_terminal
from tests.reasoning.workspace import NONE, PAY, asks, step, steps, workspace


def typed(child: Any, *lines: str) -> None:
    for line in lines:
        child.expect("kog> ")
        child.sendline(line)


def test_a_proposal_is_taken_and_kept_as_a_reading(tmp_path: Path) -> None:
    with Endpoint(steps(step("say {value}", value="the total"))) as endpoint:
        workspace(tmp_path, PAY, endpoint.url)
        child = at_a_terminal(tmp_path, "repl")
        typed(child, "The total is 734.25.", "Shout out the total.")
        child.expect("m to ask\\s+the model")
        typed(child, "m")
        child.expect(r"(\d)  Say the total")
        child.expect("Look twice: not accounted for: Shout, out")
        child.expect("e 1 to change it first")
        typed(child, "1")
        child.expect("734.25")
        # The same sentence means the same from now on.
        typed(child, "Shout out the total.")
        child.expect("734.25")
        child.expect("Taken as settled before: Say the total")
        typed(child, ":save kept.kog")
        child.expect("with kept.readings.toml for what was settled")
        typed(child, ":quit")
        child.expect(pexpect.EOF)
        assert "734.25" not in json.dumps(endpoint.requests)
        assert (tmp_path / "kept.kog").read_text() == (
            "The total is 734.25.\nShout out the total.\nShout out the total.\n"
        )
        readings = (tmp_path / "kept.readings.toml").read_text()
        assert 'sentence = "Shout out the total"' in readings
        assert 'proposed = "the model scripted"' in readings
        assert "the total: number" in readings
        done = subprocess.run(
            [KOG, "check", "--locked", "kept.kog"], cwd=tmp_path, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        # What was loaded is understood with the readings beside it.
        child = at_a_terminal(tmp_path, "repl")
        typed(child, ":load kept.kog")
        child.expect("734.25")
        typed(child, ":quit")
        child.expect(pexpect.EOF)
        assert len(endpoint.requests) == 1


def test_a_meaning_can_be_changed_and_the_model_told_more(tmp_path: Path) -> None:
    script = (asks("Out loud?"), steps(step("say {value}", value="the total")))
    with Endpoint(*script) as endpoint:
        workspace(tmp_path, PAY, endpoint.url)
        child = at_a_terminal(tmp_path, "repl")
        typed(child, "The total is 5.", "Shout out the total.", "m")
        child.expect("The model asks: Out loud")
        child.expect("m and your\\s+answer")
        typed(child, "m yes, out loud")
        child.expect("1  Say the total")
        # The meaning stands there already: Ctrl-U clears the line.
        typed(child, "e 1", '\x15Say "{the total}!".')
        child.expect("5!")
        typed(child, ":quit")
        child.expect(pexpect.EOF)
        assert "You asked: Out loud? The writer answered: yes, out loud" in endpoint.prompts[1]


def test_an_aim_becomes_a_procedure(tmp_path: Path) -> None:
    proposed = {"header": "To welcome an employee:", "steps": [
        step("say {value}", value="the employee")], "call": "Welcome the employee."}  # fmt: skip
    with Endpoint(reply(proposed)) as endpoint:
        workspace(tmp_path, PAY, endpoint.url)
        child = at_a_terminal(tmp_path, "repl")
        typed(child, 'The employee is "Ada".', "Onboard the employee.")
        child.expect("p for a procedure that does it")
        typed(child, "p")
        child.expect("To welcome an employee:")
        child.expect("Say the employee")
        child.expect("Take it and run it")
        typed(child, "yes")
        child.expect("Ada")
        typed(child, ":save first.kog")
        child.expect("with first.readings.toml")
        typed(child, ":quit")
        child.expect(pexpect.EOF)
    kept = (tmp_path / "first.kog").read_text()
    assert "To welcome an employee:\n    Say the employee.\n\nOnboard the employee." in kept
    ran = subprocess.run(
        [KOG, "run", "first.kog"], cwd=tmp_path, capture_output=True, text=True,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert ran.stdout == "Ada\n", ran.stderr


@pytest.fixture
def talk(tmp_path: Path) -> Any:
    said: list[str] = []
    session = Session(tmp_path, no_input=True, out=said.append)
    found = Conversation(session)
    found.said = said  # type: ignore[attr-defined]
    yield found
    session.close()


def chosen(talk: Any, text: str, meaning: str) -> Unclear:
    """Type a text and say what its unclear sentence means."""
    assert talk.run(text).problems
    unclear = Unclear(talk, text)
    trial = unclear.try_out(meaning)
    assert trial is not None and trial.fine, trial
    unclear.settle(trial, "a person", "me")
    assert unclear.open() is None
    assert not talk.run(unclear.text, readings=unclear.readings).problems
    return unclear


def test_a_clause_keeps_its_condition_and_a_block_its_head(talk: Any) -> None:
    """What is chosen for a part of a sentence takes the place of that part alone."""
    talk.run("The total is 5.\nThe numbers are 1, 2 and 3.\n")
    chosen(talk, "If the total is more than 9, shout the total.", "Say the total.")
    assert talk.said == []
    chosen(talk, "For each number in the numbers:\n    Yell the number.", "Say the number.")
    assert talk.said == ["1", "2", "3"]


def test_a_slip_is_mended_and_no_reading_is_kept(talk: Any) -> None:
    talk.run("The total is 5.")
    unclear = chosen(talk, "Sya the total.", "Say the total.")
    assert unclear.text == "Say the total." and talk.readings() == []
    assert talk.text() == "The total is 5.\nSay the total.\n"


def test_a_kind_that_changed_opens_the_sentence_again(talk: Any) -> None:
    talk.run("The total is 5.")
    chosen(talk, "Shout the total.", "Say the total.")
    assert not talk.run("Shout the total.").problems
    talk.run('The total is "five".')
    assert talk.run("Shout the total.").problems


def test_the_same_words_with_another_meaning_stand_in_those_words(talk: Any) -> None:
    talk.run("The total is 5.")
    chosen(talk, "Shout the total.", "Say the total.")
    text = "Shout the total."
    unclear = Unclear(talk, text)
    trial = unclear.try_out('Say "{the total}!".')
    assert trial is not None
    unclear.settle(trial, "a person", "me")
    talk.run(text, readings=unclear.readings)
    assert talk.said == ["5", "5!"]
    assert talk.text().endswith('Shout the total.\nSay "{the total}!"\n')
    assert [one.meaning for one in talk.readings()] == ["Say the total."]


def test_undo_takes_the_reading_back(talk: Any) -> None:
    talk.run("The total is 5.")
    chosen(talk, "Shout the total.", "Say the total.")
    talk.undo()
    assert talk.readings() == [] and talk.run("Shout the total.").problems


def test_only_what_would_be_understood_is_offered(tmp_path: Path) -> None:
    with Endpoint(NONE) as endpoint:
        workspace(tmp_path, PAY, endpoint.url)
        child = at_a_terminal(tmp_path, "repl")
        typed(child, "The total is $5.", "If the total is over $500, notify the boss.")
        child.expect("kog> ")
        assert "Tell the boss.\r\n" not in child.before
        child.sendline("m")
        child.expect("knows no phrase")
        typed(child, ":quit")
        child.expect(pexpect.EOF)
