"""Politeness and who does it: the step that is meant is offered, and it parses."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.language.reading import read
from kognilang.language.trial import works
from kognilang.meaning.understanding import understand
from kognilang.settings import Settings
from kognilang.text.source import Source
from tests.problems.malformed import library


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ('Could you say "x"?', 'Say "x".'),
        ('Could you please say "x", please?', 'Say "x".'),
        ('Please could you say "x"?', 'Say "x".'),
        ('I\'d like you to say "x".', 'Say "x".'),
        ('We would like to say "x".', 'Say "x".'),
        ('Let\'s say "x".', 'Say "x".'),
        ('Go ahead and say "x".', 'Say "x".'),
        ('You should say "x".', 'Say "x".'),
        ('You\'ll say "x".', 'Say "x".'),
        ('The system shall say "x".', 'Say "x".'),
        ('We say "x".', 'Say "x".'),
        ('Make sure you say "x".', 'Say "x".'),
        ('Remember to say "x".', 'Say "x".'),
        ('Be sure to say "x".', 'Say "x".'),
        ('Don\'t forget to say "x".', 'Say "x".'),
        ('Start by asking the clerk "x?"', 'Ask the clerk "x?".'),
        ('Do not say "x" unless the total is 5.', 'If the total is 5, say "x".'),
        ('If possible, say "x".', 'Say "x". If that fails, stop.'),
        ("If you can't find the file, stop.", "If the file does not exist, stop."),
        ("If the total's over 5, stop.", "If the total is over 5, stop."),
    ],
)
def test_the_step_that_is_meant_is_offered(text, offered, tmp_path):
    source = Source("a.kog", text, tmp_path / "a.kog")
    (found,) = understand(read(source), source, library(), Settings(tmp_path)).problems
    assert offered in found.candidates
    assert all(works(one) for one in found.candidates)


def test_a_step_that_is_not_to_be_done_is_left_out():
    (found,) = read(Source("a.kog", "Don't pay the invoice.")).problems
    assert found.summary.endswith("one that is not to be done is left out")
    assert found.detail == ["Or say when it is done: If …, pay the invoice."]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Wait for the manager to approve.", "Ask the manager to approve."),
        ("Wait for my boss to sign off on the report.", "Ask my boss to approve the report."),
        ("Wait for the CFO to confirm the total.", "Ask the CFO to confirm the total."),
        ("Wait for Ann Lee to reply.", 'Ask Ann Lee "Is it all right?".'),
        ("Wait for the clerk to check the orders.", "Ask the clerk to review the orders."),
    ],
)
def test_who_is_waited_for_is_asked(text: str, offered: str, tmp_path: Path) -> None:
    [problem] = read(Source("a.kog", text)).problems
    assert problem.candidates == [offered]
    source = Source("a.kog", offered)
    meant = understand(read(source), source, library(), Settings(tmp_path))
    assert not [one for one in meant.problems if not one.warning]


def test_a_time_that_is_waited_for_is_no_person() -> None:
    assert not read(Source("a.kog", "Wait for 3 minutes.")).problems
    assert not read(Source("a.kog", "Wait for the time to settle.")).problems
