"""`kog replay`, `kog retry` and `kog resume --on-new-text`, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

TEXT = """\
The sum is $20.
Add the line "one" to the file "out.txt".
Ask the manager whether to go on.
Add the line "two" to the file "out.txt".
Say "{the sum}, {the answer}"
"""


@pytest.fixture
def parked(tmp_path: Path, kog):
    (tmp_path / "p.kog").write_text(TEXT, encoding="utf-8")
    assert kog("run", "p.kog", "--no-input").code == 3
    return kog


def test_a_run_is_replayed_as_text_in_a_pipe(parked):
    shown = parked("replay", "r1")
    assert shown.code == 0
    assert "line 1: The sum is $20." in shown.out
    assert "sum = $20" in shown.out
    assert "all with the same values. Nothing was called." in shown.err


def test_a_replay_stops_where_it_is_told_to_and_shows_the_names(parked):
    shown = parked("replay", "r1", "--to", "2")
    assert "the sum = $20" in shown.out
    assert "Ask the manager" not in shown.out
    assert parked("replay", "r1", "--to", "999").code == 2
    assert parked("replay", "r9").code != 0


def test_a_replay_as_a_document(parked):
    data = json.loads(parked("replay", "r1", "--json").out)
    assert data["diverged"] is None
    assert [one["number"] for one in data["steps"]] == list(range(1, data["total"] + 1))
    assert data["names"] == {"sum": "$20"}


def test_a_retry_asks_before_it_writes_again(parked, tmp_path: Path):
    parked("cancel", "r1")
    refused = parked("retry", "r1", "--from", "2", "--no-input")
    assert refused.code == 2
    assert "already written 1 time" in refused.err and "--repeat-writes" in refused.err
    again = parked("retry", "r1", "--no-input")
    assert again.code == 3
    assert (tmp_path / "out.txt").read_text() == "one\n"
    done = parked("answer", "q2", "yes", "--as", "manager")
    assert done.out == "$20, yes\n"
    assert (tmp_path / "out.txt").read_text() == "one\ntwo\n"
    assert parked("verify").code == 0


def test_a_run_that_has_not_ended_is_not_retried(parked):
    refused = parked("retry", "r1")
    assert refused.code == 2
    assert "kog resume r1" in refused.err


def test_a_run_goes_on_by_the_new_text(parked, tmp_path: Path):
    text = TEXT.replace('Say "{the sum}, {the answer}"', 'Say "New: {the sum}"')
    (tmp_path / "p.kog").write_text(text, encoding="utf-8")
    moved = parked("resume", "r1", "--on-new-text", "--no-input")
    assert "r1 goes on by the new text." in moved.err
    assert parked("answer", "q1", "yes", "--as", "manager").out == "New: $20\n"
    assert parked("replay", "r1").code == 0


def test_why_a_run_cannot_be_moved_is_said(parked, tmp_path: Path):
    (tmp_path / "p.kog").write_text('Say "Something else."\n', encoding="utf-8")
    refused = parked("resume", "r1", "--on-new-text", "--no-input")
    assert refused.code == 2
    assert "Ask the manager whether to go on." in refused.err
    assert "is not in the new text any more" in refused.err
    (tmp_path / "p.kog").unlink()
    gone = parked("resume", "r1", "--on-new-text", "--no-input")
    assert gone.code == 2 and 'There is no file "p.kog"' in gone.err
    assert parked("answer", "q1", "no", "--as", "manager").out == "$20, no\n"
