"""`Add a row to the accruals with …`: a record is made and put into a list or a table at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.meaning.said import said as said_by


@pytest.mark.parametrize(
    "words",
    [
        'Add a row to the accruals with the account: "6300", the amount: $5.',
        'Add a record to the accruals with\n    the account: "6300"\n    the amount: $5',
        'Add a new entry to the accruals:\n    account: "6300"\n    amount: $5',
        'Append a line to the accruals where\n    the account is "6300"\n    the amount is $5',
    ],
)
def test_a_record_is_put_into_a_list(words: str, tmp_path: Path) -> None:
    show = "Say \"{the number of the accruals}: {the accruals' accounts}, {the accruals' amounts}\""
    said = said_by(tmp_path, f"The accruals are nothing yet.\n{words}\n{show}\n")
    assert said == ["1: 6300, $5"]


def test_a_lane_adds_rows_to_a_table_around_it(tmp_path: Path) -> None:
    text = (
        "The orders are\n    | id | total |\n    | 1 | $10 |\n    | 2 | $20 |\n"
        "The lines are\n    | order | amount |\n    | 0 | $1 |\n"
        "Process each order as follows:\n"
        "    Add a row to the lines with\n"
        "        the order: the order's id\n"
        "        the amount: the order's total\n"
        'Say "{the total of the lines\' amounts}"\n'
    )
    assert said_by(tmp_path, text) == ["$31"]


def test_an_address_in_a_cell_counts_nothing(tmp_path: Path) -> None:
    text = (
        "The customers are\n    | name | address | stock |\n    | Ann | 1 Mill Road | 5 units |\n"
        "The buyer is\n    address: 9 High Street\n"
        "Say \"{the first customer's address}, {the buyer's address}\"\n"
        'Say "{the first customer\'s stock}"\n'
    )
    assert said_by(tmp_path, text) == ["1 Mill Road, 9 High Street", "5 units"]
