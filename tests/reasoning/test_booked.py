"""What is done with files, tables and texts, in the ways that people say it."""

from __future__ import annotations

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


def first(sentence: str) -> str:
    one = Everyday("tours", TOURS, BOOKS, sentence, (), False, "")
    settling = settling_of(one)
    found = worked_out(settling, settling.open()[0], 1, loose=True)
    return found[0].trial.meaning if found else ""


@pytest.mark.parametrize(
    ("sentence", "reading"),
    [
        ("Put a copy of the flyer in the archive.", "Copy the flyer to the archive."),
        (
            "The flyer should also be found in the archive, without leaving its present place.",
            "Copy the flyer to the archive.",
        ),
        (
            'Put the flyer into the folder "print" as well and leave the original where it is.',
            'Copy the flyer to the folder "print".',
        ),
        ("The flyer belongs in the archive.", "Move the flyer to the archive."),
        ("Tuck the flyer away in the archive.", "Move the flyer to the archive."),
        (
            'Put the voucher away in the folder "vouchers/used".',
            'Move the tour\'s voucher to the folder "vouchers/used".',
        ),
        ('From now on the flyer goes by the name "old.pdf".', 'Rename the flyer to "old.pdf".'),
        ('The flyer needs a new name, "old.pdf".', 'Rename the flyer to "old.pdf".'),
        ('Take a copy of the flyer and name it "flyer 2.pdf".', 'Copy the flyer to "flyer 2.pdf".'),
        ('Make a duplicate of the flyer called "flyer 2.pdf".', 'Copy the flyer to "flyer 2.pdf".'),
        ("We are done with the flyer, so throw it away.", "Delete the flyer."),
        ('The file "a.txt" can go.', 'Delete the file "a.txt".'),
        ("The flyer is no longer needed.", "Delete the flyer."),
        ('There should be a folder called "2027".', 'Create the folder "2027".'),
        ('Set up a new folder named "2027".', 'Create the folder "2027".'),
        ('The day log should contain only "nothing".', 'Write "nothing" to the file the day log.'),
        ('Leave a trace in the day log saying "seen".', 'Add to the file the day log: "seen".'),
        ('In the day log, note "seen".', 'Add to the file the day log: "seen".'),
        ('The day log gets another line, "seen".', 'Add to the file the day log: "seen".'),
        ("Put the guide down in the day log.", "Add to the file the day log: the tour's guide."),
        (
            "The guide has to be written down in the day log.",
            "Add to the file the day log: the tour's guide.",
        ),
        ('Keep the tours in a spreadsheet "t.xlsx".', 'Save the tours as "t.xlsx".'),
        ('Make a spreadsheet "t.xlsx" out of the tours.', 'Save the tours as "t.xlsx".'),
        ('All tours should end up in the file "t.csv".', 'Save the tours as "t.csv".'),
        ("Save the changes we made to the tours.", "Save the tours."),
        (
            'The hotels are in the spreadsheet "hotels.xlsx".',
            'Read the spreadsheet "hotels.xlsx" as the hotels.',
        ),
        ("From the flyer we need the text.", "Read the text of the flyer."),
        ("Get what the flyer says.", "Read the text of the flyer."),
        ("Boil the blurb down to 2 sentences.", "Summarise the blurb in 2 sentences."),
        ("Sum up the blurb in one sentence.", "Summarise the blurb in 1 sentence."),
        ("Give me the gist of the blurb.", "Summarise the blurb."),
        ("Write a summary of the blurb in three sentences.", "Summarise the blurb in 3 sentences."),
        ("We need the blurb in French.", "Translate the blurb into French."),
        ("Put the blurb into German.", "Translate the blurb into German."),
        ("Make a Spanish version of the blurb.", "Translate the blurb into Spanish."),
        (
            'Decide whether the blurb is "dull", "fine" or "great".',
            'Classify the blurb as "dull", "fine" or "great".',
        ),
        ('Sort the blurb into "dull" or "great".', 'Classify the blurb as "dull" or "great".'),
        ("Hold the blurb up against the notice.", "Compare the blurb with the notice."),
        (
            "What are the differences between the blurb and the notice?",
            "Compare the blurb with the notice.",
        ),
        ("Write an answer to the blurb.", "Draft a reply to the blurb."),
        (
            'Compose a polite answer to the blurb saying "We will come."',
            'Draft a reply to the blurb saying "We will come."',
        ),
        ('Look up "the day" in the blurb.', 'Find "the day" in the blurb.'),
        ('Fetch what is at "https://x.example/a".', 'Read the web address "https://x.example/a".'),
        (
            'Get "https://x.example/a.pdf" into the folder "in".',
            'Download "https://x.example/a.pdf" to the folder "in".',
        ),
        ("Check the inbox for new mails.", "Read the emails in the inbox."),
        ('Get the emails from "a@b.example".', 'Read the emails in the inbox from "a@b.example".'),
    ],
)
def test_what_a_book_does_is_read_by_the_ways_of_saying_it(sentence: str, reading: str) -> None:
    assert first(sentence).replace("\n   ", " /") == reading
