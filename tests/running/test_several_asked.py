"""A sentence that asks several people by name: all of them, or whoever answers first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kognilang.asking.people import People
from kognilang.session import Session
from kognilang.settings import load_settings

SETTINGS = """
[people."Research and Development"]
name = "Rita Lund"

[people.controller]
name = "Mia Falk"

[people.CFO]
name = "Jon Berg"

[people.ann]
name = "Ann Lee"
roles = ["controller"]
"""

SAID: list[str] = []


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    (tmp_path / "kognilang.toml").write_text(SETTINGS, encoding="utf-8")
    one = Session(tmp_path, no_input=True, out=SAID.append)
    SAID.clear()
    yield one
    one.close()


def _start(session: Session, text: str) -> None:
    file = session.settings.folder / "page.kog"
    file.write_text(text, encoding="utf-8")
    assert [one.name for one in session.check(file).problems] == []
    session.start(file, {}, [])


def _answer(session: Session, question: str, text: str, by: str) -> None:
    outcome = session.answer(question, text, by=by)
    if outcome.accepted:
        session.advance(outcome.run)


def _waits_for(session: Session) -> list[tuple[str, str]]:
    return [(one.id, one.to) for one in session.store.questions(status="open")]


BOTH = """The close is 5.
Get approval from both the controller and the CFO for the close.
Say "signed"
"""


@pytest.mark.parametrize("order", [("controller", "CFO"), ("CFO", "controller")])
def test_each_of_those_named_must_answer_in_any_order(
    session: Session, order: tuple[str, str]
) -> None:
    _start(session, BOTH)
    ((first, to),) = _waits_for(session)
    assert to == "controller and CFO"
    _answer(session, first, "yes", by=order[0])
    ((second, to),) = _waits_for(session)
    assert to == order[1]
    assert "signed" not in SAID
    _answer(session, second, "yes", by=order[1])
    assert SAID[-1] == "signed"


def test_two_of_one_role_are_not_both_roles(session: Session) -> None:
    _start(session, BOTH)
    ((first, _),) = _waits_for(session)
    _answer(session, first, "yes", by="ann")
    ((second, to),) = _waits_for(session)
    assert to == "CFO"
    _answer(session, second, "yes", by="controller")
    assert _waits_for(session) == [(second, "CFO")]


def test_of_one_or_the_other_the_first_answer_counts(session: Session) -> None:
    _start(session, 'Ask the controller or the CFO "Well?" as the word.\nSay "{the word}"\n')
    ((only, to),) = _waits_for(session)
    assert to == "controller or CFO"
    _answer(session, only, "fine", by="CFO")
    assert SAID[-1] == "fine"


def test_each_of_several_is_told(session: Session) -> None:
    _start(session, 'Tell the controller and the CFO "hello".\n')
    assert [one.to for one in session.store.questions(status="notice")] == ["Mia Falk", "Jon Berg"]


def test_a_role_of_two_words_and_an_and_is_one(session: Session) -> None:
    people = People.of(load_settings(session.settings.folder))
    assert people.each_of("Research and Development, controller or CFO") == [
        "Research and Development", "controller", "CFO",
    ]  # fmt: skip
    assert people.each_of("Ann Lee and a stranger") == ["Ann Lee", "a stranger"]
