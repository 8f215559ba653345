"""What is not there is chosen among what is: sheets, files, columns; what one answer settles for
the whole run settles every question that waits for the same."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from tests.terminal.process import Kog

LANES = """\
Read the sheet "Orders" of the spreadsheet "book.xlsx" as the orders.
Process each order as follows:
    Say "{the order's numbr} of {the month}".
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    workbook = openpyxl.Workbook()
    orders = workbook.active
    assert orders is not None
    orders.title = "Orders"
    for row in (["Number", "Total"], ["O-1", 50], ["O-2", 70]):
        orders.append(row)
    paid = workbook.create_sheet("Paid")
    paid.append(["Number", "Total"])
    paid.append(["O-0", 5])
    path = tmp_path / "book.xlsx"
    workbook.save(path)
    return path


def _asked(kog: Kog, text: str, path: Path) -> dict[str, object]:
    (path / "a.kog").write_text(text)
    assert kog("run", "a.kog", "--no-input").code == 3
    (question,) = json.loads(kog("inbox", "--json").out)
    assert isinstance(question, dict)
    return question


def test_a_sheet_that_is_not_there_is_chosen_among_those_that_are(
    kog: Kog, book: Path, tmp_path: Path
) -> None:
    text = (
        'Read the sheet "Order" of the spreadsheet "book.xlsx" as the orders.\nShow the orders.\n'
    )
    question = _asked(kog, text, tmp_path)
    assert str(question["text"]).endswith("Which one should be read instead?")
    assert question["choices"] == ["Orders", "Paid"]
    ended = kog("answer", "q1", "1")
    assert (ended.code, "O-2" in ended.out) == (0, True), ended.err


def test_of_several_sheets_the_answer_says_which(kog: Kog, book: Path, tmp_path: Path) -> None:
    question = _asked(kog, 'Read the spreadsheet "book.xlsx".\nShow the result.\n', tmp_path)
    assert question["choices"] == ["Orders", "Paid"]
    assert "O-2" in kog("answer", "q1", "Orders").out


def test_a_row_goes_to_the_sheet_that_the_answer_says(kog: Kog, book: Path, tmp_path: Path) -> None:
    text = 'Add a row to the spreadsheet "book.xlsx" with\n    Number: "O-3"\n    Total: $5\n'
    assert _asked(kog, text, tmp_path)["choices"] == ["Orders", "Paid"]
    assert kog("answer", "q1", "2").code == 0
    assert openpyxl.load_workbook(book)["Paid"]["A3"].value == "O-3"


def test_files_with_names_like_the_one_that_is_missing_are_offered(
    kog: Kog, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    for name in ("orders-may.csv", "orders-june.csv", "letter.txt"):
        (tmp_path / "in" / name).write_text("number\n7\n")
    text = 'Read the spreadsheet "in/order-may.csv" as the orders.\nShow the orders.\n'
    question = _asked(kog, text, tmp_path)
    assert question["choices"] == ["in/orders-may.csv", "in/orders-june.csv"]
    assert "7" in kog("answer", "q1", "a").out


def test_what_is_said_for_the_run_serves_all_that_wait_for_it(
    kog: Kog, book: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.kog").write_text(LANES)
    assert kog("run", "a.kog", "--no-input").code == 3
    assert len(json.loads(kog("inbox", "--json").out)) == 2
    assert kog("answer", "q2", "Number", "--no-input").code == 3
    asked = json.loads(kog("inbox", "--json").out)
    assert sorted(one["text"] for one in asked) == [
        "Order O-1: What is the month?",
        "Order O-2: What is the month?",
    ]
    ended = kog("answer", str(asked[0]["id"]), "May")
    assert ended.code == 0
    assert sorted(ended.out.splitlines()) == ["O-1 of May", "O-2 of May"]
    assert kog("inbox").err.strip() == "Nothing waits."
    assert kog("replay", "r1").code == 0
