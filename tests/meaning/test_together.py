"""Files together: what `Use the procedures in "…".` brings in, and what is told where it cannot."""

from __future__ import annotations

import pytest

GREETING = 'To greet a person:\n    Say "Hello {the person}".\n'


@pytest.fixture
def beside(tmp_path):
    """Write files beside the text: `beside(vendors="…")` makes `vendors.kog`."""

    def write(**texts: str) -> None:
        for name, text in texts.items():
            path = tmp_path / f"{name.replace('__', '/')}.kog"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")

    return write


def _names(found) -> list[str]:
    return [one.name for one in found.problems]


def test_a_file_that_two_files_use_comes_in_once(understood, beside):
    beside(
        left='Use the procedures in "shared.kog".\nTo go left:\n    Greet "Ann".\n',
        right='Use the procedures in "shared.kog".\nTo go right:\n    Greet "Bob".\n',
        shared=GREETING,
    )
    found = understood(
        'Use the procedures in "left.kog".\nUse the procedures in "right.kog".\n'
        'Go left.\nGo right.\nGreet "Cy".\n'
    )
    assert _names(found) == []


def test_paths_start_at_the_folder_of_the_file_that_names_them(understood, beside):
    beside(
        sub__first='Use the procedures in "second.kog".\nTo begin:\n    Greet "Ann".\n',
        sub__second=GREETING,
    )
    assert _names(understood('Use the procedures in "sub/first.kog".\nBegin.\n')) == []


def test_a_longer_circle_is_shown_whole(understood, beside):
    beside(
        first='Use the procedures in "second.kog".\nTo begin:\n    Say "x".\n',
        second='Use the procedures in "third.kog".\n',
        third='Use the procedures in "first.kog".\n',
    )
    found = understood('Use the procedures in "first.kog".\nBegin.\n')
    [problem] = found.problems
    assert problem.name == "files-in-a-circle"
    assert "first.kog → second.kog → third.kog → first.kog" in problem.summary
    assert problem.source.name == "third.kog"


def test_what_is_wrong_in_a_used_file_is_told_with_its_name_and_line(understood, beside):
    beside(vendors="To greet a person:\n    Frobnicate the person.\n")
    found = understood('Use the procedures in "vendors.kog".\nGreet "Ann".\n')
    [problem] = found.problems
    assert (problem.name, problem.source.name, problem.line) == ("unknown-verb", "vendors.kog", 2)


def test_a_file_that_is_not_there_offers_the_ones_that_are(understood, beside):
    beside(vendor=GREETING)
    found = understood('Use the procedures in "vendors.kog".\nSay "x".\n')
    [problem] = found.problems
    assert problem.name == "use-not-found"
    assert problem.candidates == ['Use the procedures in "vendor.kog".']


def test_a_folder_or_an_empty_file_is_told_too(understood, beside, tmp_path):
    (tmp_path / "shared").mkdir()
    beside(empty="\n")
    found = understood(
        'Use the procedures in "shared".\nUse the procedures in "empty.kog".\nSay "x".\n'
    )
    assert _names(found) == ["use-not-found", "use-not-found"]
    assert "is a folder" in found.problems[0].summary
    assert "nothing in" in found.problems[1].summary


def test_names_that_clash_are_told_in_the_file_that_uses(understood, beside):
    beside(vendors=GREETING)
    found = understood(f'Use the procedures in "vendors.kog".\nSay "x".\n\n{GREETING}')
    [problem] = found.problems
    assert problem.name == "name-clash"
    assert (problem.source.name, problem.line) == ("test.kog", 4)
    assert '"vendors.kog", line 1' in problem.summary


def test_a_runbook_brings_its_definitions_in_too(understood, tmp_path):
    (tmp_path / "ops.md").write_text(
        '# Operations\n\n## To restart a server:\n\n- Say "restarting {the server}".\n',
        encoding="utf-8",
    )
    assert _names(understood('Use the procedures in "ops.md".\nRestart "web1".\n')) == []
