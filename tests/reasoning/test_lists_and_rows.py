"""Rows that stand out, what the text decides and works out, lists of a sort, and flags are read."""

import pytest

from tests.reasoning.corpus import Everyday
from tests.reasoning.words import place_of_right

_AVIARY = """
# Aviary

A bird has:
    - a name (text)
    - a cage (text)
    - a weight (number)
    - a price (money)
    - a hatching date (date)
    - a tame (yes/no)
    - a status (text)

The damaged cages are "C1" and "C4".
The guest list is nothing yet.
Read the spreadsheet "birds.xlsx" as the birds.
«»
Save the birds.

To feed a bird:
    Set the bird's status to "fed".

To decide whether a bird needs a ring:
    Return whether the bird's weight is over 2.
"""
_ONE = """
# Guided tours

A tour has a guide (text), a distance (number), a price (money) and a full (yes/no).
The sick guides are "Lee" and "Roe".
Read the spreadsheet "tours.xlsx" as the tours.
For each tour:
    «»
Save the tours.

To cancel a tour:
    Set the tour's price to $0.

To charge a tour an amount:
    Set the tour's price to the amount.

To work out the bus fare for a tour:
    Return $3 times the tour's distance.
"""


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        (_AVIARY, "Feed the bird that hatched first.",
         "Feed the bird with the earliest hatching date."),
        (_AVIARY, "Which bird has the highest price?", "Show the bird with the highest price."),
        (_AVIARY, "Feed every bird that requires a ring.",
         "For each bird that needs a ring, feed the bird."),
        (_AVIARY, "Feed birds from damaged cages.",
         "For each bird whose cage is one of the damaged cages, feed the bird."),
        (_AVIARY, "Mark the bird \"Kiki\" as tame.",
         'Set the tame of the bird whose name is "Kiki" to yes.'),
        (_AVIARY, "\"Ann\" goes on the guest list.", 'Add "Ann" to the guest list.'),
        (_AVIARY, "\"C4\" is no longer damaged.", 'Remove "C4" from the damaged cages.'),
        (_AVIARY, "Wipe the guest list.", "Set the guest list to nothing."),
        (_AVIARY, "Strike the bird \"Kiki\" from the records.",
         'Remove the bird whose name is "Kiki" from the birds.'),
        (_AVIARY, "Let me see the birds in order of weight.",
         "Show the birds sorted by weight."),
        (_AVIARY, "There must be no bird without a cage.", "Make sure every bird has a cage."),
        (_ONE, "The tour is full now.", "Set the tour's full to yes."),
        (_ONE, "Cancel tours with a sick guide.",
         "If the tour's guide is one of the sick guides, cancel the tour."),
    ],
)  # fmt: skip
def test_is_read_first(text: str, written: str, right: str) -> None:
    one = Everyday("made up", text, ("tables", "files", "mail"), written, (right,), False, "")
    assert place_of_right(one) == 0
