"""Spreadsheets that are told by their ending: what people write instead of the book's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.language.reading import read
from kognilang.meaning.books import Library
from kognilang.meaning.understanding import understand
from kognilang.session import Session
from kognilang.settings import Settings
from kognilang.text.source import Source


def _said(folder: Path, text: str) -> list[str]:
    file = folder / "page.kog"
    file.write_text(text, encoding="utf-8")
    (folder / "orders.csv").write_text("id,total\n1,$5\n2,$7\n", encoding="utf-8")
    said: list[str] = []
    session = Session(folder, no_input=True, out=said.append)
    try:
        assert [problem.name for problem in session.check(file).problems] == []
        session.start(file, {}, [])
    finally:
        session.close()
    return said


@pytest.mark.parametrize(
    "words",
    [
        'Read the orders from "orders.csv".',
        'Read "orders.csv" as the orders.',
        'Open the spreadsheet "orders.csv" as the orders.',
        'Load the workbook "orders.csv" as the orders.',
        'Import the orders from the file "orders.csv".',
        'Get all the orders from the spreadsheet "orders.csv".',
        'The month is "orders".\nRead the orders from "{the month}.csv".',
    ],
)
def test_it_is_read(words: str, tmp_path: Path) -> None:
    text = f'{words}\nSay "{{the total of the orders\' totals}}"'
    assert _said(tmp_path, text) == ["$12"]


@pytest.mark.parametrize(
    "words",
    [
        'For each order, append the order to "out.csv".',
        'For each order, add the order to the spreadsheet "out.csv".',
        'Write the orders to "out.csv".',
        'Export the orders to the file "out.csv".',
    ],
)
def test_it_is_written(words: str, tmp_path: Path) -> None:
    _said(tmp_path, f'Read the orders from "orders.csv".\n{words}')
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "id,total\n1,$5\n2,$7\n"


@pytest.mark.parametrize(
    "words",
    [
        'Read the sheet "Sheet1" of "orders.xlsx" as the parts.',
        'Read the parts from the sheet "Sheet1" of the workbook "orders.xlsx".',
    ],
)
def test_a_sheet_is_read(words: str, tmp_path: Path) -> None:
    text = 'Read the orders from "orders.csv".\nExport the orders to "orders.xlsx".\n'
    assert _said(tmp_path, f'{text}{words}\nSay "{{the number of the parts}}"') == ["2"]


@pytest.mark.parametrize(
    "words",
    ['Read the orders from "orders.pdf".', 'Read from "orders.csv".', 'Add a row to "orders.csv".'],
)
def test_what_does_not_say_enough_is_refused(words: str, tmp_path: Path) -> None:
    file = tmp_path / "page.kog"
    file.write_text(words, encoding="utf-8")
    session = Session(tmp_path, no_input=True)
    try:
        assert len(session.check(file).problems) == 1
    finally:
        session.close()


def test_where_no_book_saves_it_is_a_problem() -> None:
    source = Source(
        "page.kog", 'The orders are the list of 1 and 2.\nSave the orders as "x.csv".\n'
    )
    found = understand(read(source), source, Library(), Settings(Path(), currency="USD"))
    assert [problem.span[0] > 0 for problem in found.problems] == [True]
