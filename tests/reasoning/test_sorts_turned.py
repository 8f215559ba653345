"""Readings of sentences that spare things of a sort, and of what is done about what is missing."""

from __future__ import annotations

import pytest

from kognilang.reasoning.words.nearest import worked_out
from tests.reasoning.corpus import PLACE, Everyday
from tests.reasoning.score import settling_of

GYM = f"""\
A member has a plan (text), a fee (money), a visit count (number), a trainer (text), \
a town (text), frozen (yes/no) and a status (text).
The fee cap is $90.
Read the spreadsheet "members.csv" as the members.
For each member:
    Say "{{the member's plan}}".
    {PLACE}

To cancel a member:
    Set the member's status to "cancelled".

To renew a member:
    Set the member's status to "active".
"""


@pytest.mark.parametrize(
    ("sentence", "meaning"),
    [
        (
            "Leave frozen members alone and renew everybody else.",
            "If the member is not frozen, renew the member.",
        ),
        (
            "Don't renew frozen members, but the others yes.",
            "If the member is not frozen, renew the member.",
        ),
        (
            "Hold off renewing when the visit count is already 2.",
            "If the member's visit count is not 2, renew the member.",
        ),
        (
            "Don't bother renewing members whose fee is below $20.",
            "If the member's fee is at least $20, renew the member.",
        ),
        (
            'No trainer yet? Put "Sam" there.',
            "If the member's trainer is blank, set the member's trainer to \"Sam\".",
        ),
        (
            "No trainer entered? Then get that from the receptionist.",
            "If the member's trainer is blank, ask the receptionist for the member's trainer.",
        ),
        (
            "Check with the manager whether to cancel the member, and do so if the answer is yes.",
            "Ask the manager whether to cancel the member.\nIf so, cancel the member.",
        ),
        (
            "Where the fee stays below the fee cap, renew the member.",
            "If the member's fee is less than the fee cap, renew the member.",
        ),
    ],
)
def test_what_is_done_with_others_or_about_what_is_missing_is_read(
    sentence: str, meaning: str
) -> None:
    one = Everyday("gym", GYM, ("files", "tables", "mail"), sentence, (), False, "")
    settling = settling_of(one)
    found = worked_out(settling, settling.open()[0], 2, True)
    assert found[0].trial.meaning == meaning
