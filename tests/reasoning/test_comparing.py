"""What a comparison speaks of is chosen among the properties of the things in scope."""

import pytest

from kognilang.reasoning.words.nearest import worked_out
from tests.reasoning.corpus import Everyday
from tests.reasoning.score import settling_of

BOATS = """
A boat has a name (text), a weight (number), a draught (number), a year (number), a deck (number),
    a harbour (text), crew (number), a survey date (date) and a state (text).
An owner has a name (text), an age (number), a debt (money), a harbour (text) and a phone (text).
A berth has a code (text), a length (number), a distance (number), a rent (money), nights (number),
    metered power (number) and read power (number).
A berth's price is its rent times its nights.
The spending cap is $700.

To turn away a boat for a reason:
    Set the boat's state to the reason.

To reserve a berth for a boat:
    Set the boat's state to the berth's code.

To settle a boat of an owner in a berth:
    Say the boat's name.
    Say the owner's name.
    Say the berth's code.
    «»
"""


def _read(sentence: str) -> list[str]:
    made = Everyday("made up", BOATS, ("files", "tables", "mail"), sentence, (), False, "")
    settling = settling_of(made)
    found = worked_out(settling, settling.open()[0], 1, loose=True)
    return [one.trial.meaning for one in found]


AWAY = 'turn away the boat for "no"'


@pytest.mark.parametrize(
    ("said", "condition"),
    [
        ("If it weighs more than 12 tons", "the boat's weight is more than 12"),
        ("When more than 6 crew are on it", "the boat's crew is more than 6"),
        ("Should it have been built before 1950", "the boat's year is less than 1950"),
        ("If the owner owes us over $900", "the owner's debt is more than $900"),
        ("If the berth is further than 2 miles away", "the berth's distance is more than 2"),
        ("Where an owner is no older than 18", "the owner's age is at most 18"),
        ("If the berth comes to $500 or upwards", "the berth's price is at least $500"),
        ("From the third deck up", "the boat's deck is at least 3"),
        ("If a crew of seven or more is listed", "the boat's crew is at least 7"),
        (
            "If it was surveyed in March",
            'the month of the boat\'s survey date is "March"',
        ),
        (
            "If the read power is off the metered power by more than 3%",
            "the berth's read power is not within 3% of the berth's metered power",
        ),
        (
            "If the owner lives in another harbour than the one on the boat",
            "the owner's harbour is not the boat's harbour",
        ),
        (
            "If its draught is outside the usual range, which is 2 to 5",
            "the boat's draught is not between 2 and 5",
        ),
    ],
)
def test_the_property_is_chosen(said: str, condition: str) -> None:
    found = _read(f'{said}, turn the boat away for "no".')
    assert [one.replace(" are ", " is ") for one in found] == [f"If {condition}, {AWAY}."]


def test_what_is_told_stands_behind_the_condition() -> None:
    found = _read('Tell the pilot when the boat weighs over 30 tons: "A heavy one."')
    assert found == ['If the boat\'s weight is more than 30, tell the pilot "A heavy one."']


@pytest.mark.parametrize(
    ("sentence", "reading"),
    [
        (
            "Rents over the spending cap are brought down to it.",
            "If the berth's rent is more than the spending cap, "
            "set the berth's rent to the spending cap.",
        ),
        (
            "Nobody stays longer than 14 nights, so cut the nights back to 14.",
            "If the berth's nights are more than 14, set the berth's nights to 14.",
        ),
        (
            'Insured or not, turn the boat away for "no" when it weighs over 40.',
            'If the boat\'s weight is more than 40, turn away the boat for "no".',
        ),
    ],
)
def test_a_comparison_and_what_is_done(sentence: str, reading: str) -> None:
    assert _read(sentence) == [reading]
