"""Readings of sentences about rows together: shown, saved, taken out, counted and given a name."""

from __future__ import annotations

import pytest

from kognilang.reasoning.words.nearest import worked_out
from tests.reasoning.corpus import PLACE, Everyday
from tests.reasoning.score import settling_of

PARCELS = f"""\
A parcel has a code (text), a sender (text), a depot (text), a weight (number), \
a postage (money), a pickup date (date), an insured sum (money) and a status (text).
A route has a name (text), a driver (text), a start (time), stops (number) and a length (number).
Read the spreadsheet "parcels.xlsx" as the parcels.
Read the spreadsheet "routes.csv" as the routes.
The space is 400.
{PLACE}

A parcel is heavy if its weight is more than 20.
A parcel is delayed if its pickup date is before today.

To return a parcel:
    Set the parcel's status to "returned".
"""


def first(sentence: str) -> str:
    one = Everyday("parcels", PARCELS, ("files", "tables", "mail"), sentence, (), False, "")
    settling = settling_of(one)
    found = worked_out(settling, settling.open()[0], 1, True)
    return " / ".join(line.strip() for line in found[0].trial.meaning.split("\n")) if found else ""


@pytest.mark.parametrize(
    ("sentence", "meaning"),
    [
        ("What do the postages of all parcels come to?", "Say the total of the parcels' postages."),
        ("How much postage did we take in all?", "Say the total of the parcels' postages."),
        ("I'd like to know what all the parcels weigh together.",
         "Say the total of the parcels' weights."),
        ("How heavy are the parcels on average?", "Say the average of the parcels' weights."),
        ('How many of the parcels are still "open"?',
         'Say the number of the parcels whose status is "open".'),
        ('How many parcels have the status "lost" at the moment?',
         'Say the number of the parcels whose status is "lost".'),
        ("How many of the parcels are heavy? Call that the heavy count.",
         "Let the heavy count be the number of the heavy parcels."),
        ("Add all the postages up and remember that as the postage bill.",
         "Let the postage bill be the total of the parcels' postages."),
        ("What all the postages come to is our takings.",
         "Let the takings be the total of the parcels' postages."),
        ("Work out what the postages add up to and call it the postage sum.",
         "Let the postage sum be the total of the parcels' postages."),
        ("The mean weight is what the parcels weigh on average.",
         "Let the mean weight be the average of the parcels' weights."),
        ('When the parcels weigh over 400 in all, tell the porter "Full."',
         'If the total of the parcels\' weights is more than 400, tell the porter "Full."'),
        ("Should the weights of all the parcels together go beyond the space, the porter must be "
         'told "Full."',
         'If the total of the parcels\' weights is more than the space, tell the porter "Full."'),
    ],
)  # fmt: skip
def test_a_figure_of_a_table_is_a_value(sentence: str, meaning: str) -> None:
    assert first(sentence) == meaning


@pytest.mark.parametrize(
    ("sentence", "meaning"),
    [
        ("The parcel that is insured for the most we call the star parcel.",
         "Let the star parcel be the parcel with the highest insured sum."),
        ("Look up the parcel with the highest postage, which we will refer to as the dear parcel.",
         "Let the dear parcel be the parcel with the highest postage."),
        ("Put the heavy parcels aside as the crane pile.",
         "Let the crane pile be the heavy parcels."),
        ("The crane pile is made up of the parcels that weigh more than 20.",
         "Let the crane pile be the parcels whose weight is more than 20."),
        ("Draw up a list of the delayed parcels and name it the late list.",
         "Let the late list be the delayed parcels."),
    ],
)  # fmt: skip
def test_rows_are_given_a_name(sentence: str, meaning: str) -> None:
    assert first(sentence) == meaning


@pytest.mark.parametrize(
    ("sentence", "meaning"),
    [
        ("I'd like to see the routes in the order they start, the earliest on top.",
         "Show the routes sorted by start."),
        ("I want to see the routes with the longest at the top.",
         "Show the routes sorted by length from highest to lowest."),
        ("Let me have a look at the parcels, with those picked up soonest at the top.",
         "Show the parcels sorted by pickup date."),
        ("I need to see our three heaviest parcels.",
         "Show the first 3 of (the parcels sorted by weight from highest to lowest)."),
        ("Put the delayed parcels up on the screen.", "Show the delayed parcels."),
        ('Keep a list of today\'s parcels in "archive/parcels.csv".',
         'Save the parcels as "archive/parcels.csv".'),
        ('Park a copy of the list of routes in "routes backup.csv" before we touch anything.',
         'Save the routes as "routes backup.csv".'),
        ('Put everything from the depot "Hull" into a spreadsheet of its own, "hull.csv".',
         'Save (the parcels whose depot is "Hull") as "hull.csv".'),
        ('Whatever weighs more than 20 is worth keeping in "big.xlsx".',
         'Save (the parcels whose weight is more than 20) as "big.xlsx".'),
        ("Throw the returned parcels out of the parcels.",
         'For each parcel in the parcels whose status is "returned": / '
         "Remove the parcel from the parcels."),
        ('Strike the parcels that are marked "lost" off the parcels.',
         'For each parcel in the parcels whose status is "lost": / '
         "Remove the parcel from the parcels."),
        ('Take "P-7" off the parcels, the sender has it back.',
         'Remove the parcel whose code is "P-7" from the parcels.'),
        ('Any delayed parcel comes off the parcels and is kept in "late.xlsx".',
         'Save the delayed parcels as "late.xlsx". / For each delayed parcel: / '
         "Remove the parcel from the parcels."),
        ('Enter another route: "South", driven by "Ida", 9 stops, 30 long.',
         'Add a row to the routes with / the name: "South" / the driver: "Ida" / the stops: 9 / '
         "the length: 30"),
    ],
)  # fmt: skip
def test_rows_are_shown_saved_taken_out_and_entered(sentence: str, meaning: str) -> None:
    assert first(sentence) == meaning
