"""States, lists and the course of things: what people say in place of Set, Add, Skip and Stop."""

import pytest

from kognilang.reasoning.words.nearest import worked_out
from tests.reasoning.corpus import Everyday
from tests.reasoning.score import settling_of

KENNEL = """
A guest has a name (text), a weight (number), a status (text), a tier (text), a meal (text),
    a portion (number) and a noisy (yes/no).
The quiet guests are nothing yet.

To hose down a guest:
    Set the guest's status to "hosed".

Read the spreadsheet "guests.csv" as the guests.
For each guest in the guests:
    Say the guest's name.
    «»
"""


@pytest.mark.parametrize(
    ("sentence", "reading"),
    [
        ('The guest is now down as "arrived".', 'Set the guest\'s status to "arrived".'),
        (
            'Guests of a weight of 40 and up get the status "large".',
            "If the guest's weight is at least 40, set the guest's status to \"large\".",
        ),
        (
            'Make the tier "gold" where the weight is 40 or more, and "silver" for all others.',
            "If the guest's weight is at least 40:\n    Set the guest's tier to \"gold\".\n"
            'Otherwise:\n    Set the guest\'s tier to "silver".',
        ),
        (
            "Noisy ones get a portion of 2.",
            "If the guest is noisy, set the guest's portion to 2.",
        ),
        (
            "Guests we have hosed already need no work, so go straight to the next one.",
            'If the guest\'s status is "hosed", skip this guest.',
        ),
        (
            "If the weight is below 2, we are through with the whole round, stop the round.",
            "If the guest's weight is less than 2, stop repeating.",
        ),
    ],
)
def test_a_state_is_read(sentence: str, reading: str) -> None:
    made = Everyday("made up", KENNEL, ("files", "tables"), sentence, (), False, "")
    settling = settling_of(made)
    found = worked_out(settling, settling.open()[0], 1, loose=True)
    assert [one.trial.meaning for one in found] == [reading]
