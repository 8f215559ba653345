"""Readings of sentences that tell rows of a table by what their properties hold, without quotes."""

from __future__ import annotations

import pytest

from kognilang.reasoning.words.nearest import worked_out
from tests.reasoning.corpus import PLACE, Everyday
from tests.reasoning.score import settling_of

BOATS = f"""\
A boat has a name (text), a sort (text), an owner (text), a berth fee (money), a length (number), \
a harbour (text) and a state (text).
A boat is dirty if its state is "dirty".
The boats are
    | name   | sort   | owner   | berth fee | length | harbour | state |
    | Alba   | yacht  | Finch   | $120      | 14     | Rowan   | dirty |
    | Bee    | dinghy | Marlowe | $30       | 4      | Ost     | clean |
    | Corvus | yacht  | Marlowe | $90       | 11     | Ost     | clean |
The rise is 3%.
{PLACE}

To haul out a boat:
    Set the boat's state to "ashore".
"""


def first(sentence: str) -> str:
    one = Everyday("boats", BOATS, ("files", "tables", "mail"), sentence, (), False, "")
    settling = settling_of(one)
    found = worked_out(settling, settling.open()[0], 4, True)
    return found[0].trial.meaning if found else ""


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("Put the yacht berth fees up by the rise.", 'whose sort is "yacht"'),
        ("Yachts longer than 12 are hauled out.", 'whose sort is "yacht" and whose length'),
        ("Haul out everything that lies in Ost.", 'whose harbour is "Ost"'),
        ("Marlowe's boats are hauled out.", 'whose owner is "Marlowe"'),
        ("All yachts from Ost get hauled out.", 'whose sort is "yacht" and whose harbour is "Ost"'),
    ],
)
def test_a_sort_of_rows_is_told_by_a_value(sentence: str, rows: str) -> None:
    meaning = first(sentence)
    assert meaning.startswith("For each boat in the boats ")
    for part in rows.split(" and "):
        assert part in meaning


def test_what_a_thing_is_moved_to_is_no_sort() -> None:
    assert "whose" not in first("Move all boats to Ost.")


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("If nothing is lying dirty we are done here.", "no"),
        ('Should even one boat be dirty, tell the harbour master "Look."', "any"),
        ('Is any boat lying dirty? Then the harbour master is told "Look."', "any"),
        ('Should a boat turn out dirty, the harbour master has to hear "Look."', "any"),
        ('Provided that nothing is still "dirty", tell the harbour master "Fine."', "no"),
        ("If not a single boat is longer than 20 we are done here.", "no"),
    ],
)
def test_a_condition_may_be_on_all_rows(sentence: str, condition: str) -> None:
    ways = {"no": ("If no ", "If none of "), "any": ("If any ",)}
    assert first(sentence).startswith(ways[condition])
