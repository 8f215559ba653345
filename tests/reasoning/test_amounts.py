"""What is paid more, less, half or nothing of, caps, products and dates, by their words."""

import pytest

from kognilang.reasoning.words.nearest import worked_out
from tests.reasoning.corpus import Everyday
from tests.reasoning.score import settling_of

CAMP = """
A pitch has a number (text), a site (text), a price (money), a deposit (money), nights (number),
    a distance (number), a tent count (number), an arrival date (date), a departure date (date),
    a balance (money), a guest (text) and a dog (yes/no).
A pitch is crowded if its tent count is over 3.
The towel fee is $4.
The price ceiling is $90.
The nights sold are 0.

To clear a pitch:
    Say "Cleared.".

To work on a pitch:
    Say the pitch's number.
    «»
"""


@pytest.mark.parametrize(
    ("sentence", "reading"),
    [
        (
            "Crowded pitches pay 10% more.",
            "If the pitch is crowded, increase the pitch's price by 10%.",
        ),
        (
            'Guests at "Lakeside" get $5 off.',
            "If the pitch's site is \"Lakeside\", subtract $5 from the pitch's price.",
        ),
        ("Knock two dollars off the deposit.", "Subtract $2 from the pitch's deposit."),
        (
            "The towel fee comes on top of the price.",
            "Add the towel fee to the pitch's price.",
        ),
        (
            "Every night of it counts towards the nights sold.",
            "Add the pitch's nights to the shared nights sold.",
        ),
        (
            "Prices over the price ceiling are cut back to it.",
            "If the pitch's price is more than the price ceiling, set the pitch's price to the "
            "price ceiling.",
        ),
        (
            "Give them two more days, the departure date moves accordingly.",
            "Set the pitch's departure date to 2 days after the pitch's departure date.",
        ),
        (
            "They leave a week from now, so put that down as the departure date.",
            "Set the pitch's departure date to 1 week after today.",
        ),
        (
            "Whoever arrives in July pays double.",
            "If the month of the pitch's arrival date is \"July\", multiply the pitch's price by "
            "2.",
        ),
        (
            "Each tent beyond the second costs another $8.",
            "If the pitch's tent count is more than 2, increase the pitch's price by $8 times "
            "(the pitch's tent count minus 2).",
        ),
        (
            "Crowded pitches cost a third more.",
            "If the pitch is crowded, increase the pitch's price by the pitch's price divided by "
            "3.",
        ),
    ],
)
def test_a_change_of_an_amount_is_read(sentence: str, reading: str) -> None:
    made = Everyday("made up", CAMP, ("files", "tables", "mail"), sentence, (), False, "")
    settling = settling_of(made)
    found = worked_out(settling, settling.open()[0], 1, loose=True)
    assert [one.trial.meaning for one in found] == [reading]
