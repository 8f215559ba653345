"""Readings of sentences about one row of a table that they call by what it holds."""

from __future__ import annotations

import pytest

from kognilang.reasoning.words.nearest import worked_out
from tests.reasoning.corpus import PLACE, Everyday
from tests.reasoning.score import settling_of

PAINTINGS = f"""\
The paintings are
    | Number | Name           | Painter     | Room | State    | Price  | Return Date |
    | A-11   | Blue Harbour   | Ole Brandt  | East | hanging  | $1,200 | 2027-03-01  |
    | A-12   | Two Sisters    | Mia Lorenz  | West | hanging  | $3,400 | 2027-05-01  |
    | A-13   | The Old Bridge | Ole Brandt  | East | lent out | $900   | 2027-02-01  |
Read the spreadsheet "helpers.xlsx" as the helpers.
A helper has a name (text), an email (text), a shift (text) and a wage (money).
Show the paintings.
{PLACE}
Save the paintings.
Save the helpers.

To take a painting down:
    Set the painting's state to "in store".

To put a helper in charge of a painting:
    Set the helper's shift to the painting's room.
"""


def first(sentence: str) -> str:
    one = Everyday("paintings", PAINTINGS, ("files", "tables", "mail"), sentence, (), False, "")
    settling = settling_of(one)
    assert settling.open(), "it is understood as it is"
    found = worked_out(settling, settling.open()[0], 4, True)
    return found[0].trial.meaning if found else ""


@pytest.mark.parametrize(
    ("sentence", "meaning"),
    [
        (
            '"Blue Harbour" has been sold, so take it down.',
            'Take the painting whose name is "Blue Harbour" down.',
        ),
        ("A-12 has to be taken down.", 'Take the painting whose number is "A-12" down.'),
        ("Take painting A-11 down.", 'Take the painting whose number is "A-11" down.'),
        (
            '"Two Sisters" may stay until 1 July 2027.',
            'Set (the painting whose name is "Two Sisters")\'s return date to 2027-07-01.',
        ),
        (
            'The state of "Blue Harbour" is now "lent out".',
            'Set (the painting whose name is "Blue Harbour")\'s state to "lent out".',
        ),
        (
            "The price of A-12 goes up to $3,600.",
            'Set (the painting whose number is "A-12")\'s price to $3,600.',
        ),
        (
            'Mia Lorenz\'s "Two Sisters" is down as "sold" from now on.',
            'Set (the painting whose name is "Two Sisters")\'s state to "sold".',
        ),
        (
            'The helper named "Tim Vale" earns more now: put his wage up by $2.',
            'Add $2 to (the helper whose name is "Tim Vale")\'s wage.',
        ),
    ],
)
def test_one_row_that_is_called_is_what_a_sentence_is_about(sentence: str, meaning: str) -> None:
    assert first(sentence) == meaning


@pytest.mark.parametrize(
    ("sentence", "meaning"),
    [
        (
            'Drop Tim Vale a line by mail: "Please come on Monday."',
            'Send an email to the email of the helper whose name is "Tim Vale" saying '
            '"Please come on Monday."',
        ),
        (
            "Tim Vale's wage goes up by $3.",
            'Add $3 to (the helper whose name is "Tim Vale")\'s wage.',
        ),
        (
            'Take "Two Sisters" off the paintings, it has been sold.',
            'Remove the painting whose name is "Two Sisters" from the paintings.',
        ),
    ],
)
def test_a_row_is_called_by_its_whole_name_and_no_more(sentence: str, meaning: str) -> None:
    assert first(sentence) == meaning


def test_rows_of_two_tables_are_called_in_one_sentence() -> None:
    assert first('The helper named "Tim Vale" is put in charge of "Blue Harbour".') == (
        'Put the helper whose name is "Tim Vale" in charge of the painting whose name is '
        '"Blue Harbour".'
    )


def test_every_row_is_what_a_sentence_in_the_plural_is_about() -> None:
    assert "whose number" not in first("Have all the paintings taken down.")
