"""What certainly cannot be added up, waited for or compared in time is told before the run."""

from __future__ import annotations

import pytest

from kognilang.language.trial import works
from tests.problems.malformed import problems_in

INVOICE = (
    "An invoice has a vendor (text), a date (date), a total (money) and a code.\n"
    "To pay an invoice:\n    "
)
NAMED = 'The name is "Acme".\nThe total is 5.\n'


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        (INVOICE + "Add 5 to the invoice's vendor.", "A number or a list"),
        (INVOICE + "Increase the invoice's vendor by 10%.", "A number"),
        (INVOICE + 'Say "{the invoice\'s vendor rounded up}".', "A number"),
        (INVOICE + 'Say "{the invoice\'s vendor plus 1}".', "A number"),
        (INVOICE + "If the invoice's vendor is more than 5, stop.", "A number"),
        (INVOICE + "If the invoice's total is before today, stop.", "A date"),
        (INVOICE + "Wait {the invoice's vendor} days.", "A number"),
        (
            'An item has an "On Hand" (number).\nTo check an item:\n'
            '    Make sure the item\'s "On Hand" is over "x".',
            "A number",
        ),
        (NAMED + "Add 5 to the name.", "A number or a list"),
        (NAMED + "Increase the total by the name.", "A number"),
        (NAMED + "Increase the name by the total.", "A number"),
        (NAMED + 'Say "{the name rounded up}".', "A number"),
        (NAMED + 'Say "{the name rounded to 2 places}".', "A number"),
        (NAMED + 'Say "{10% of the name}".', "A number"),
        (NAMED + 'Say "{the remainder of the name divided by 3}".', "A number"),
        (NAMED + "Wait {the name} days.", "A number"),
        (NAMED + "Wait until the name.", "A time or a date"),
        (NAMED + 'Say "{3 days after the name}".', "A date"),
        (NAMED + 'Say "{the number of days between today and the name}".', "A date"),
        (NAMED + "If the name is on or before today, stop.", "A date"),
    ],
)
def test_the_wrong_kind_is_told_before_the_run(text, needed, tmp_path):
    (found,) = problems_in(text, tmp_path)
    assert found.name == "wrong-kind-in-slot"
    assert found.summary.startswith(f"{needed} is needed here, and ")


@pytest.mark.parametrize(
    "text",
    [
        INVOICE + "Add 5 to the invoice's code.",
        INVOICE + "Increase the invoice's total by 10%.",
        INVOICE + 'Say "{3 days after the invoice\'s date}".',
        'The count is "12".\nAdd 5 to the count.',
        'The day is "2026-03-01".\nSay "{3 days after the day}".',
        'The name is "Acme".\nThe name is 5.\nAdd 5 to the name.',
        'The names are nothing yet.\nAdd "Acme" to the names.',
    ],
)
def test_what_may_well_fit_is_left_to_the_run(text, tmp_path):
    assert problems_in(text, tmp_path) == []


def test_words_added_to_a_text_get_the_sentence_that_does_it(tmp_path):
    (found,) = problems_in('The name is "Acme".\nAdd " Ltd" to the name.', tmp_path)
    assert found.candidates == ['Set the name to the name followed by " Ltd".']
    assert all(works(one) for one in found.candidates)


def test_this_folder_beside_a_folder_that_the_text_sets(tmp_path):
    (found,) = problems_in(
        'The folder is "out".\nSay the names of the files in this folder.', tmp_path
    )
    assert found.name == "name-of-two"
    assert found.candidates == [
        "Say the names of the files in the folder.",
        'Say the names of the files in the folder ".".',
    ]
    assert all(works(one) for one in found.candidates)


@pytest.mark.parametrize(
    "text",
    [
        'Say the names of the files in this folder.\nThe folder is "out".',
        'For each folder in the folder ".", say "{the number of files in this folder}".',
        "To list a folder:\n    Say the names of the files in this folder.\n    Show the folder.",
    ],
)
def test_this_folder_is_that_of_the_procedure_or_of_a_loop(text, tmp_path):
    assert problems_in(text, tmp_path) == []
