"""A row put into a table under a heading that it lacks: the columns are offered, and a new one."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from kognilang.session import RunView, Session

ADD = """\
For each firm in "Bolt" and "Cox":
    Add a row to the spreadsheet "{name}" with
        the suplier: the firm
        the note: "new"
"""


def _go(folder: Path, text: str, *answers: str) -> tuple[RunView, list[str]]:
    file = folder / "a.kog"
    file.write_text(text)
    said: list[str] = []
    session = Session(folder, out=said.append, no_input=True)
    try:
        return session.start(file, {}, answers), said
    finally:
        session.close()


def test_the_choice_holds_for_the_rows_that_follow(tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    file.write_bytes(b'\xef\xbb\xbfSupplier;Amount\r\n"A; B";$5\r\n\r\nC')
    view, _ = _go(tmp_path, ADD.format(name="p.csv"), "1", "a new column called note")
    assert view.status == "finished"
    assert file.read_bytes() == (
        b'\xef\xbb\xbfSupplier;Amount;note\r\n"A; B";$5;\r\n\r\nC;;\r\nBolt;;new\r\nCox;;new\r\n'
    )


def test_a_workbook_gets_the_new_column_beside_the_others(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Payments"], ["Supplier", "Amount"], ["Acme", 5]):
        book.active.append(row)
    book.save(tmp_path / "p.xlsx")
    view, _ = _go(tmp_path, ADD.format(name="p.xlsx"), "Supplier", "2")
    assert view.status == "finished"
    page = openpyxl.load_workbook(tmp_path / "p.xlsx").active
    assert [[cell.value for cell in row] for row in page.iter_rows()] == [
        ["Payments", None, None],
        ["Supplier", "Amount", "note"],
        ["Acme", 5, None],
        ["Bolt", None, "new"],
        ["Cox", None, "new"],
    ]


def test_a_column_that_the_row_fills_already_is_not_offered(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("Supplier,Amount\nAcme,$5\n")
    view, _ = _go(
        tmp_path,
        'Add a row to the spreadsheet "p.csv" with\n    the supplier: "B"\n    the suplier: "C"\n',
    )
    (question,) = view.questions
    assert json.loads(question.choices) == ["Amount", "a new column called suplier"]
    assert (tmp_path / "p.csv").read_text() == "Supplier,Amount\nAcme,$5\n"


ORDERS = """\
The orders are
    | Number | Total |
    | 1      | $30   |
"""


@pytest.mark.parametrize(
    ("fields", "answers", "shown"),
    [
        ("number: 5\n    total: $6", (), ["Number  Total", "     1    $30", "     5     $6"]),
        ("total: $6", (), ["Number  Total", "     1    $30", "           $6"]),
        ("numbr: 5", ("1",), ["Number  Total", "     1    $30", "     5"]),
        (
            "numbr: 5",
            ("a new column called numbr",),
            ["Number  Total  numbr", "     1    $30", "                   5"],
        ),
        ("colour: red", (), ["Number  Total  colour", "     1    $30", "               red"]),
    ],
)
def test_a_record_joins_a_table_under_its_headings(
    tmp_path: Path, fields: str, answers: tuple[str, ...], shown: list[str]
) -> None:
    order = f"The order is\n    {fields}\nAdd the order to the orders.\nShow the orders.\n"
    view, said = _go(tmp_path, ORDERS + order, *answers)
    assert view.status == "finished", view.questions
    lines = said[0].splitlines()
    assert [line.rstrip() for line in (lines[0], *lines[2:])] == shown


def test_the_record_that_joined_is_the_same_thing(tmp_path: Path) -> None:
    _, said = _go(
        tmp_path,
        ORDERS + "The order is\n    number: 5\n    total: $6\nAdd the order to the orders.\n"
        "Set the order's total to $9.\nSay \"{the orders' totals}\"\n",
    )
    assert said == ["$30 and $9"]


def test_a_column_set_by_a_slip_is_chosen_once_for_all_rows(tmp_path: Path) -> None:
    rows = "    | 2      | $40   |\nFor each order: set the order's totl to $3.\n"
    text = f'{ORDERS}{rows}Say "{{the orders\' totals}}"\n'
    view, _ = _go(tmp_path, text)
    assert json.loads(view.questions[0].choices)[0] == "Total"
    assert json.loads(view.questions[0].choices)[-1] == "a new column called totl"
    assert _go(tmp_path, text, "Total")[1] == ["$3 and $3"]
