"""`… within 2 days, otherwise S`: what is done when nobody answers, in one sentence."""

from __future__ import annotations

import pytest

from kognilang.language import tree
from kognilang.language.formatting import formatted
from kognilang.language.printer import print_file
from kognilang.language.reading import read
from kognilang.text.source import Source


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (
            "Get approval from the CFO for the payment within 2 days, otherwise stop.",
            "Get approval from the CFO for the payment within 2 days.\nIf nobody answers, stop.\n",
        ),
        (
            'Ask the manager "Pay it?" within 1 hour, otherwise ask the CFO "Pay it?".',
            'Ask the manager "Pay it?" within 1 hour.\n'
            'If nobody answers, ask the CFO "Pay it?"\n',
        ),
        (
            'Ask two of the directors whether to pay within 2 days, reminding them every day, '
            'otherwise:\n    Say "late".\n    Stop.',
            "Ask two of the directors whether to pay within 2 days, reminding them every day.\n"
            'If nobody answers:\n    Say "late".\n    Stop.\n',
        ),
    ],
)  # fmt: skip
def test_what_is_done_when_nobody_answers(written: str, printed: str) -> None:
    (step,) = read(Source("asked.kog", written)).file.items
    assert isinstance(step, tree.Ask) and step.nobody
    assert formatted(Source("asked.kog", written)) == printed


def test_a_comma_at_the_end_says_nothing() -> None:
    plain = read(Source("a.kog", "Ask the CFO to approve the payment.\n"))
    stray = read(Source("a.kog", "Ask the CFO to approve the payment,.\n"))
    assert not stray.problems
    assert print_file(stray.file) == print_file(plain.file)
