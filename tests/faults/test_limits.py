"""Hostile procedures: endless loops, endless depth, endless time and endless journals end in a
question, never in a crash, and a person can let them go on."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kognilang.session import Session
from tests.running.replays import held

ENDLESS = "The sum is 0.\nWhile the sum is at least 0:\n    Add 1 to the sum.\n"
DEEP = """\
Say "{the depth of 1}".
To work out the depth of a number:
    Return 1 plus the depth of (the number plus 1).
"""
CALLS = """\
Go down 1.
To go down a number:
    Go down the number.
"""
LONG = """\
The sum is 0.
For each number from 1 to 200:
    Add the line "{the number}" to the file "out.txt".
    Add the number to the sum.
Say "{the sum}"
"""


def started(folder: Path, text: str, limits: str) -> tuple[Session, list[str]]:
    (folder / "kognilang.toml").write_text(f"[limits]\n{limits}\n")
    (folder / "hostile.kog").write_text(text)
    said: list[str] = []
    return Session(folder, no_input=True, out=said.append), said


@pytest.mark.parametrize(
    ("text", "limits", "problem"),
    [
        (ENDLESS, "rounds = 500", "limit-reached"),
        (ENDLESS, "rounds = 100000000\njournal = 3", "run-limit"),
        (CALLS, "depth = 50", "limit-reached"),
        (DEEP, "depth = 50", "limit-reached"),
    ],
    ids=["rounds", "journal", "calls", "values"],
)
def test_what_never_ends_is_asked_about(
    tmp_path: Path, text: str, limits: str, problem: str
) -> None:
    session, _ = started(tmp_path, text, limits)
    view = session.start(tmp_path / "hostile.kog")
    assert view.status == "parked"
    (question,) = view.questions
    assert question.problem == problem
    assert session.answer(question.id, "try again").accepted
    view = session.advance("r1")
    assert [one.problem for one in view.questions] == [problem]
    assert session.answer(view.questions[0].id, "stop").accepted
    assert session.advance("r1").status == "failed"
    assert session.verify("r1") == ""


def test_a_run_that_is_let_go_on_comes_to_its_end(tmp_path: Path) -> None:
    session, said = started(tmp_path, LONG, "journal = 150")
    view = session.start(tmp_path / "hostile.kog")
    asked = 0
    while view.status == "parked":
        asked += 1
        (question,) = view.questions
        assert question.problem == "run-limit"
        assert "150 entries" in question.text
        assert session.answer(question.id, "try again").accepted
        view = session.advance("r1")
    assert asked >= 2
    assert said == ["20100"]
    lines = (tmp_path / "out.txt").read_text().splitlines()
    assert lines == [str(number) for number in range(1, 201)]
    held(session, "r1")


def test_a_run_that_works_too_long_is_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kognilang.running import committing, keeping

    session, said = started(tmp_path, LONG, "hours = 2")

    class Time:
        """The machine's time, which passes quickly once the first line is written."""

        @staticmethod
        def monotonic() -> float:
            return time.monotonic() + (7300 if (tmp_path / "out.txt").exists() else 0)

    for module in (keeping, committing):
        monkeypatch.setattr(module, "time", Time)
    view = session.start(tmp_path / "hostile.kog")
    (question,) = view.questions
    assert "2 hours" in question.text
    assert session.answer(question.id, "try again").accepted
    assert session.advance("r1").status == "finished"
    assert said == ["20100"]
