"""What skills are handed: a blank is no word, a secret is nobody's answer, and the folder of the
runs and their secrets is closed to every step."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_branches import Place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_a_blank_that_is_written_is_no_word(place: Place) -> None:
    place.start(
        'The remark is nothing.\nWrite the remark to the file "a.txt".\n'
        'Add the line "x" to the file "a.txt".\nRead the file "a.txt" as the whole.\n'
        'Say "[{the whole}]".\n'
    )
    assert place.said == ["[x\n]"]


@pytest.mark.parametrize(
    "step",
    [
        'Write "a" to the file the place.',
        'Copy the file "a.txt" to the place.',
        'Rename the file "a.txt" to the place.',
        "Create the folder the place.",
    ],
)
@pytest.mark.parametrize("blank", ["nothing", '""', '"  "'])
def test_a_blank_is_no_name_of_a_file(place: Place, step: str, blank: str) -> None:
    (place.folder / "a.txt").write_text("a\n")
    view = place.start(f"The place is {blank}.\n{step}\n")
    (question,) = view.questions
    assert "blank" in question.text or "no file name" in question.text
    assert not (place.folder / "None").exists()


def test_no_step_reads_where_the_runs_and_their_secrets_are_kept(place: Place) -> None:
    place.start('Say "begun".\n')
    secrets = place.folder / ".kognilang" / "secrets.toml"
    secrets.write_text('PASSWORD = "hunter2"\n')
    for step in (
        'Read the file ".kognilang/secrets.toml" as the words.',
        'Copy the file ".kognilang/secrets.toml" to "b.txt".',
        'Copy the file ".kognilang/store.db" to "b.txt".',
        'Let the names be the files in the folder ".kognilang".',
        'Read the file "link.txt" as the words.',
    ):
        link = place.folder / "link.txt"
        link.unlink(missing_ok=True)
        link.symlink_to(secrets)
        view = place.start(f"{step}\n")
        assert [one.problem for one in view.questions] == ["not-allowed"], step
    assert not (place.folder / "b.txt").exists()
    for kept in (place.folder / ".kognilang").glob("store.db*"):
        assert b"hunter2" not in kept.read_bytes()


@pytest.mark.parametrize(
    "use", ['the key followed by "x"', "the key in capitals", "the key plus 1"]
)
def test_nobody_is_asked_what_a_secret_should_be(place: Place, use: str) -> None:
    """What is typed as a value is journaled: it would be no secret any more."""
    view = place.start(f'The key is the secret "API_KEY".\nLet the code be {use}.\n')
    (question,) = view.questions
    assert question.needs == ""
    assert "What should the key be" not in question.text
    assert "The secret API_KEY" in question.text
