"""Changes of numbers, dates and yes/no properties, and steps in two or three, by their words."""

import pytest

from kognilang.reasoning.words.nearest import worked_out
from tests.reasoning.corpus import Everyday
from tests.reasoning.score import settling_of

TRAMS = """
A tram has a number (text), a mileage (number), a cost (money), a service date (date),
    a shed (text), a roadworthy (yes/no) and a state (text).
The ceiling is $3000.

To send a tram to a shed:
    Set the tram's shed to the shed.

To sand a tram:
    Say the tram's number.

To work on a tram:
    Say the tram's number.
    «»
"""


@pytest.mark.parametrize(
    ("sentence", "reading"),
    [
        (
            "The service is put off until a month later.",
            "Set the tram's service date to 1 month after the tram's service date.",
        ),
        (
            "The service date is to be brought forward by 3 days.",
            "Set the tram's service date to 3 days before the tram's service date.",
        ),
        ("Mark it down as roadworthy.", "Set the tram's roadworthy to yes."),
        ("The tram isn't roadworthy any more, record that.", "Set the tram's roadworthy to no."),
        ("Put the mileage back to zero.", "Set the tram's mileage to 0."),
        ("Half the cost is enough.", "Set the tram's cost to 50% of the tram's cost."),
        (
            "The cost is capped at the ceiling.",
            "Set the tram's cost to the smaller of the tram's cost and the ceiling.",
        ),
        (
            'The shed becomes "S2" and the state "fair".',
            'Set the tram\'s shed to "S2".\nSet the tram\'s state to "fair".',
        ),
        (
            'Send it to "shed 4", but sand it first.',
            'Sand the tram.\nSend the tram to "shed 4".',
        ),
        (
            "Besides sanding the tram, put the cost up by $5.",
            "Sand the tram.\nAdd $5 to the tram's cost.",
        ),
    ],
)
def test_a_change_is_read(sentence: str, reading: str) -> None:
    made = Everyday("made up", TRAMS, ("files", "tables", "mail"), sentence, (), False, "")
    settling = settling_of(made)
    found = worked_out(settling, settling.open()[0], 1, loose=True)
    assert [one.trial.meaning for one in found] == [reading]
