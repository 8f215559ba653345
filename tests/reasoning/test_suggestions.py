"""Suggested answers: checked sentences with a reason, applied by a person or by the settings."""

from __future__ import annotations

import shlex
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

from kognilang.session.suggesting import suggest
from tests.patience import PATIENCE
from tests.reasoning.scripted import Endpoint, Scripted, reply
from tests.reasoning.workspace import everything_sent, session_of, step, workspace

TEXT = """\
The name is "nowhere.txt".
The fallback is "there.txt".
Read the text of the file "{the name}" as the words.
Say the words.
"""
KOG = str(Path(sys.executable).with_name("kog"))


def answer(*steps: dict[str, Any], then: str = "try again", reason: str = "so") -> dict[str, Any]:
    return {"steps": list(steps), "then": then, "reason": reason}


def answers(*found: dict[str, Any]) -> Scripted:
    return reply({"answers": list(found)})


RENAME = answer(
    step("set {name} to {value}", name="the name", value="the fallback"), reason="It is there."
)
SKIP = answer(then="skip this step")
NONSENSE = answer(step("set {name} to {value}", name="the nonesuch", value="the folly"))
WRITES = answer(step("tell {person} {message}", person="the boss", message="the name"))


def broken(folder: Path, url: str, settings: str = "") -> Path:
    file = workspace(folder, TEXT, url, settings)
    (folder / "there.txt").write_text("Zanzibar")
    return file


def test_up_to_three_that_would_be_understood(tmp_path: Path) -> None:
    with Endpoint(answers(NONSENSE, RENAME, RENAME, WRITES)) as endpoint:
        file = broken(tmp_path, endpoint.url)
        session = session_of(file)
        view = session.start(file)
        [question] = view.questions
        found = suggest(session, question)
        sent = everything_sent(endpoint)
    assert [(one.sentences, one.reason) for one in found] == [
        ("Set the name to the fallback.\nTry again.", "It is there."),
        ('Tell the boss "{the name}".\nTry again.', "so"),
    ]
    assert found[0].effects == ("none",) and "write" in found[1].effects
    # The values are not the model's to know.
    assert "nowhere" not in sent and "there.txt" not in sent
    assert "the name: text" in sent and "missing" in sent


def test_one_is_taken_by_a_person(tmp_path: Path) -> None:
    with Endpoint(answers(RENAME)) as endpoint:
        file = broken(tmp_path, endpoint.url)
        session = session_of(file)
        [question] = session.start(file).questions
        [found] = suggest(session, question)
        assert session.answer(question.id, f"> {found.typed}").accepted
        said: list[str] = []
        assert session_of(file, out=said.append).advance(question.run).status == "finished"
    assert said == ["Zanzibar"]


def test_nothing_is_applied_without_the_setting(tmp_path: Path) -> None:
    with Endpoint() as endpoint:
        file = broken(tmp_path, endpoint.url)
        assert session_of(file).start(file).status == "parked"
        assert endpoint.requests == []


@pytest.mark.parametrize(
    ("first", "status"), [(RENAME, "finished"), (WRITES, "parked"), (SKIP, "parked")]
)
def test_the_setting_lets_pure_repairs_be_applied(
    tmp_path: Path, first: dict[str, Any], status: str
) -> None:
    setting = '[reasoning]\nrepair = ["none", "read"]\n'
    with Endpoint(answers(first)) as endpoint:
        file = broken(tmp_path, endpoint.url, setting)
        session = session_of(file)
        view = session.start(file)
        assert view.status == status
        assert len(endpoint.requests) == 1
        if status == "finished":
            given = session.store.answer_of("q1")
            assert given is not None and given.by == "the model scripted"
        assert [one for one in endpoint.requests if one["model"] != "scripted"] == []


def test_a_repair_that_does_not_help_comes_to_a_person(tmp_path: Path) -> None:
    useless = answer(step("set {name} to {value}", name="the fallback", value="the name"))
    with Endpoint(answers(useless)) as endpoint:
        file = broken(tmp_path, endpoint.url, '[reasoning]\nrepair = ["none"]\n')
        assert session_of(file).start(file).status == "parked"
        assert len(endpoint.requests) == 1


def test_at_the_terminal(tmp_path: Path) -> None:
    with Endpoint(answers(RENAME)) as endpoint:
        file = broken(tmp_path, endpoint.url)
        child = pexpect.spawn(
            KOG, ["run", "pay.kog"], cwd=str(file.parent), encoding="utf-8", timeout=PATIENCE,
            dimensions=(40, 100),
        )  # fmt: skip
        child.expect("ask the model for suggestions")
        child.expect("> $")
        child.sendline("?")
        child.expect("Set the name to the fallback")
        child.expect("It is there")
        child.expect("> $")
        child.sendline("s1")
        child.expect("Zanzibar|remember> $")
        if child.after.startswith("remember"):
            child.sendline("")
            child.expect("Zanzibar")
        child.expect(pexpect.EOF)


def test_the_command_that_is_suggested_can_be_typed_as_it_stands(tmp_path: Path) -> None:
    quoted = answer(step("set {name} to {value}", name="the name", value='"it\'s"'))
    with Endpoint(answers(quoted)) as endpoint:
        file = broken(tmp_path, endpoint.url)
        session = session_of(file)
        session.start(file)
        told = subprocess.run(
            [KOG, "answer", "q1", "--suggest"], cwd=tmp_path, capture_output=True, text=True
        ).stderr
        [command] = [one.strip() for one in told.splitlines() if "kog answer q1" in one]
        words = shlex.split(command)
        assert words[:3] == ["kog", "answer", "q1"]
        assert words[3].startswith("> Set the name to ")
        done = subprocess.run(
            [KOG, *words[1:], "--no-input"], cwd=tmp_path, capture_output=True, text=True
        )
        assert "q1" not in [one.id for one in session.inbox()], done.stderr


def test_suggestions_are_at_hand_where_a_question_of_the_inbox_is_answered(tmp_path: Path) -> None:
    with Endpoint(answers(RENAME)) as endpoint:
        file = broken(tmp_path, endpoint.url)
        session_of(file).start(file)
        child = pexpect.spawn(
            KOG, ["answer", "q1"], cwd=str(tmp_path), encoding="utf-8", timeout=PATIENCE,
            dimensions=(40, 100),
        )  # fmt: skip
        child.expect(r"  \? +ask the model for suggestions")
        child.expect("> $")
        child.sendline("?")
        child.expect("Set the name to the fallback")
        child.sendline("s1")
        child.expect("Zanzibar|remember> $")
        if child.after.startswith("remember"):
            child.sendline("")
            child.expect("Zanzibar")
        child.expect(pexpect.EOF)


def test_the_model_is_not_asked_what_to_do_about_itself(tmp_path: Path) -> None:
    # A port that is bound and not listened to refuses: a port given back may be anyone's by now.
    closed = socket.socket()
    closed.bind(("127.0.0.1", 0))
    text = 'The letter is "Hello".\nDecide whether the letter is a complaint.\n'
    file = workspace(tmp_path, text, f"http://127.0.0.1:{closed.getsockname()[1]}/v1")
    child = pexpect.spawn(
        KOG, ["run", file.name], cwd=str(tmp_path), encoding="utf-8", timeout=PATIENCE,
        dimensions=(40, 100),
    )  # fmt: skip
    child.expect("cannot be reached")
    child.expect("> $")
    assert "ask the model" not in child.before
    child.sendline("stop")
    child.expect(["remember> $", pexpect.EOF])
    child.close()
    closed.close()


def test_the_setting_has_answers_suggested_with_the_question(tmp_path: Path) -> None:
    with Endpoint(answers(RENAME)) as endpoint:
        broken(tmp_path, endpoint.url, "[reasoning]\nsuggest = true\n")
        child = pexpect.spawn(
            KOG, ["run", "pay.kog"], cwd=str(tmp_path), encoding="utf-8", timeout=PATIENCE,
            dimensions=(40, 100),
        )  # fmt: skip
        child.expect("Set the name to the fallback")
        child.expect("Type s1 to answer so")
        child.expect("> $")
        child.sendline("s1")
        child.expect("Zanzibar|remember> $")
        if child.after.startswith("remember"):
            child.sendline("")
            child.expect("Zanzibar")
        child.expect(pexpect.EOF)
        assert len(endpoint.requests) == 1
