"""Readings of sentences that say of their subject what is a condition."""

from __future__ import annotations

import pytest

from kognilang.reasoning.words.nearest import worked_out
from tests.reasoning.corpus import PLACE, Everyday
from tests.reasoning.score import settling_of

PARCELS = f"""\
A parcel has a number (text), a receiver (text), a sender (text), a carrier (text), a kind (text), \
a weight (number), a fee (money), insured (yes/no) and a status (text).
A depot has a name (text), a place (text) and shut (yes/no).
Note: the kind is "letter", "tube", "crate" or "pallet". The carrier is "van", "bike" or "rail".
A parcel is bulky if its weight is more than 40.
A parcel is overdue if its status is "waiting".
Read the spreadsheet "parcels.xlsx" as the parcels.
Read the spreadsheet "depots.xlsx" as the depots.
The heap is nothing yet.
For each parcel:
    Let the depot be the depot whose place is the parcel's receiver.
    {PLACE}

To send back a parcel:
    Set the parcel's status to "sent back".

To keep a parcel for a reason:
    Set the parcel's status to "kept".

To decide whether a parcel needs a ramp:
    Return whether the parcel's weight is more than 60.
"""


def first(sentence: str) -> str:
    one = Everyday("parcels", PARCELS, ("files", "tables", "mail"), sentence, (), False, "")
    settling = settling_of(one)
    found = worked_out(settling, settling.open()[0], 4, True)
    return found[0].trial.meaning if found else ""


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Bulky goods are sent back.", "the parcel is bulky"),
        ("Bulky items: send them back.", "the parcel is bulky"),
        ("For overdue parcels, add $3 to the fee.", "the parcel is overdue"),
        ("With bulky parcels, add $3 to the fee.", "the parcel is bulky"),
        ("The bulky ones are sent back.", "the parcel is bulky"),
        ("Only insured parcels are sent back.", "the parcel is insured"),
        ("What turns out bulky is sent back.", "the parcel is bulky"),
        ("Parcels that count as bulky are sent back.", "the parcel is bulky"),
        ("Send the parcel back, though not where it is bulky.", "unless the parcel is bulky"),
        ("Send the parcel back when it's overdue.", "the parcel is overdue"),
        ("Should the depot be shut, send the parcel back.", "the depot's shut is yes"),
        ("For shut depots, send the parcel back.", "the depot's shut is yes"),
        ("Tubes are sent back.", 'the parcel\'s kind is "tube"'),
        ("Tubes and pallets are sent back.", 'the parcel\'s kind is one of "tube" or "pallet"'),
        ("Things that go by bike are sent back.", 'the parcel\'s carrier is "bike"'),
        ("Whatever comes by rail is sent back.", 'the parcel\'s carrier is "rail"'),
        ("Anyone who cannot be served without a ramp gets the parcel sent back.",
         "the parcel needs a ramp"),
        ('Goods from "Hill & Sons" are sent back.', 'the parcel\'s sender is "Hill & Sons"'),
    ],
)  # fmt: skip
def test_what_is_said_of_the_subject_is_a_condition(sentence: str, condition: str) -> None:
    said = first(sentence)
    turned = condition.removeprefix("unless ")
    negated = turned.replace(" is ", " is not ", 1)
    if turned != condition:
        assert f"If {negated}," in said or f"Unless {turned}," in said
    else:
        assert f"If {condition}," in said


def test_what_is_done_is_no_condition() -> None:
    assert "If " not in first("Let us send this one back.")
    assert "If " not in first("The parcel is overdue now.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Don't bother with bulky parcels.",
        "Bulky parcels need no work, so go straight to the next one.",
        "Whatever is bulky can be left out.",
        "Anything bulky we leave for another day and move on to the next one.",
    ],
)
def test_a_sort_that_is_passed_over_is_skipped(sentence: str) -> None:
    assert first(sentence) == "If the parcel is bulky, skip this parcel."


@pytest.mark.parametrize(
    ("sentence", "meaning"),
    [
        ("Parcels that do not count as bulky get the status \"light\" only.",
         'If the parcel is not bulky, set the parcel\'s status to "light".'),
        ("Send it back, though not when it's overdue.",
         "If the parcel is not overdue, send back the parcel."),
    ],
)  # fmt: skip
def test_what_is_done_stays(sentence: str, meaning: str) -> None:
    assert first(sentence) == meaning
