"""Readings of sentences that say what is done with the rows of which something holds."""

from __future__ import annotations

import pytest

from kognilang.reasoning.words.nearest import worked_out
from tests.reasoning.corpus import PLACE, Everyday
from tests.reasoning.score import settling_of

STALLS = f"""\
A stall has a number (text), a trader (text), a rent (money), a deposit (money), a row (text), \
insured (yes/no) and a state (text).
The rent cap is $90.
The rise is 3%.
The cleaning charge is $4.
The reviews are nothing yet.
Read the spreadsheet "stalls.csv" as the stalls.
{PLACE}
"""


def first(sentence: str) -> str:
    one = Everyday("stalls", STALLS, ("files", "tables", "mail"), sentence, (), False, "")
    settling = settling_of(one)
    found = worked_out(settling, settling.open()[0], 4, True)
    return found[0].trial.meaning.replace("\n    ", " ") if found else ""


EACH = "For each stall in the stalls"


@pytest.mark.parametrize(
    ("sentence", "meaning"),
    [
        (
            "Anything above the rent cap goes onto the reviews.",
            f"{EACH} whose rent is more than the rent cap: Add the stall to the reviews.",
        ),
        (
            "All stalls pay the rise on top of their rent from now on.",
            "For each stall: Increase the stall's rent by the rise.",
        ),
        (
            "Every stall bears the cleaning charge in addition to its rent.",
            "For each stall: Add the cleaning charge to the stall's rent.",
        ),
        (
            'Put the rent up by the cleaning charge on every stall of the row "B".',
            f'{EACH} whose row is "B": Increase the stall\'s rent by the cleaning charge.',
        ),
        (
            "Nobody should be paying less than $20 in rent.",
            f"{EACH} whose rent is less than $20: Set the stall's rent to $20.",
        ),
        (
            'Everything that isn\'t insured yet is on hold, so give it the state "waiting".',
            f'{EACH} whose insured is no: Set the stall\'s state to "waiting".',
        ),
    ],
)
def test_what_is_done_with_rows_of_a_sort(sentence: str, meaning: str) -> None:
    assert first(sentence) == meaning
