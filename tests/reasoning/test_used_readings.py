"""The readings of a file serve it wherever it is used, and are part of what a plan is made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.problems.problem import TextRefused
from kognilang.session import Session

READING = """\
[[reading]]
sentence = "Blurt out warmly to the person"
definition = "To greet a person"
meaning = 'Say "{word}, {{the person}}!".'
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "greeting.kog").write_text(
        "To greet a person:\n    Blurt out warmly to the person.\n"
    )
    (tmp_path / "greeting.readings.toml").write_text(READING.format(word="Hello"))
    (tmp_path / "main.kog").write_text('Use the procedures in "greeting.kog".\nGreet "Ann".\n')
    (tmp_path / "polite.kog").write_text(
        'Use the procedures in "greeting.kog".\n'
        'To welcome a person:\n    Greet the person.\n    Say "Do come in.".\n'
    )
    (tmp_path / "deep.kog").write_text('Use the procedures in "polite.kog".\nWelcome "Bob".\n')
    return tmp_path


def _said(place: Path, name: str) -> list[str]:
    session = Session(place, no_input=True)
    try:
        return session.start(place / name).said
    finally:
        session.close()


def test_a_file_that_is_used_is_served_by_its_own_readings(place: Path) -> None:
    assert _said(place, "main.kog") == ["Hello, Ann!"]
    assert _said(place, "deep.kog") == ["Hello, Bob!", "Do come in."]


def test_a_reading_that_is_changed_changes_the_next_run(place: Path) -> None:
    assert _said(place, "deep.kog")[0] == "Hello, Bob!"
    (place / "greeting.readings.toml").write_text(READING.format(word="Hi"))
    assert _said(place, "deep.kog")[0] == "Hi, Bob!"


def test_a_file_two_steps_away_that_is_changed_changes_the_next_run(place: Path) -> None:
    assert _said(place, "deep.kog")[0] == "Hello, Bob!"
    (place / "greeting.kog").write_text('To greet a person:\n    Say "Good day, {the person}.".\n')
    assert _said(place, "deep.kog")[0] == "Good day, Bob."


def test_the_explanation_shows_the_sentence_as_it_was_written(place: Path) -> None:
    session = Session(place)
    found = session.check(place / "main.kog").explanations
    session.close()
    settled = next(one for one in found if one.written.startswith("Blurt"))
    assert settled.canonical.startswith('Say "Hello')
    assert settled.line == 2


def test_bad_readings_of_a_file_that_is_used_are_told_by_its_name(place: Path) -> None:
    (place / "greeting.readings.toml").write_text("[[reading")
    with pytest.raises(TextRefused) as refused:
        _said(place, "main.kog")
    assert "greeting.readings.toml" in refused.value.problems[0].summary


def test_files_that_use_each_other_are_a_problem_and_no_endless_search(place: Path) -> None:
    (place / "greeting.kog").write_text(
        'Use the procedures in "main.kog".\n'
        "To greet a person:\n    Blurt out warmly to the person.\n"
    )
    (place / "main.readings.toml").write_text(READING.format(word="Hello"))
    with pytest.raises(TextRefused) as refused:
        _said(place, "main.kog")
    assert any(one.name == "files-in-a-circle" for one in refused.value.problems)
