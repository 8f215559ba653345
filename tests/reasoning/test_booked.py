"""What is done with files, tables and texts, in the ways that people say it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.reasoning.words.nearest import worked_out
from tests.reasoning.corpus import PLACE, Everyday
from tests.reasoning.score import settling_of

BOOKS = ("files", "tables", "mail", "databases", "documents", "judgement", "web", "ledgers")
TOURS = f"""\
A tour has a guide (text), a city (text), a price (money), a seat count (number), a state (text), \
a start date (date) and a voucher (file).
The office is "office@tours.example".
The archive is the folder "archive".
The flyer is the file "flyer.pdf".
The blurb is "A long walk".
The notice is "Come along".
The day log is the file "day.txt".
Read the spreadsheet "tours.xlsx" as the tours.
For each tour:
    Say "{{the tour's guide}}".
    {PLACE}

To cancel a tour:
    Set the tour's state to "cancelled".

To lead a tour with a guide:
    Set the tour's guide to the guide.
"""
SAID = Path(__file__).with_name("booked.txt").read_text(encoding="utf-8")
"""A reading and what people say for it, a line each; ` / ` stands between the reading's lines."""


def first(sentence: str) -> str:
    one = Everyday("tours", TOURS, BOOKS, sentence, (), False, "")
    settling = settling_of(one)
    found = worked_out(settling, settling.open()[0], 1, loose=True)
    return found[0].trial.meaning if found else ""


@pytest.mark.parametrize(
    ("reading", "sentence"),
    [line.split(" <= ") for line in SAID.splitlines()],
    ids=lambda one: one[:40],
)
def test_what_a_book_does_is_read_by_the_ways_of_saying_it(reading: str, sentence: str) -> None:
    assert first(sentence).replace("\n", " / ") == reading


STAFF = f"""\
A nurse has a name (text), a ward (text) and a badge (number).
Read the spreadsheet "nurses.xlsx" as the nurses.
{PLACE}
"""


@pytest.mark.parametrize(
    "sentence",
    [
        'Put the names one under the other into the file "names.txt".',
        'Write the names of all nurses, one per line, to the file "names.txt".',
        'The names of the nurses should be written to the file "names.txt", each on its own line.',
    ],
)
def test_what_each_row_has_is_listed_one_per_line(sentence: str) -> None:
    one = Everyday("staff", STAFF, BOOKS, sentence, (), False, "")
    settling = settling_of(one)
    found = worked_out(settling, settling.open()[0], 1)[0].trial.meaning
    assert "{the names of the nurses listed one per line}" in found
    assert found.startswith("Write ")
