"""The book of tables: real csv and xlsx files, odd and hostile ones, and rows added once."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kognilang import File, Money, Percent, Problematic, Record, Table
from tests.stdlib.place import Place, call, happened


def _read(here: Place, name: str, data: bytes | str) -> Table:
    (here.workspace / name).write_bytes(data.encode() if isinstance(data, str) else data)
    table = call("tables.read_spreadsheet", File(Path(name)), here=here)
    assert isinstance(table, Table)
    return table


def _cells(table: Table) -> list[list[Any]]:
    return [[row.fields[column] for column in table.columns] for row in table]


def _book(rows: list[list[Any]], sheets: dict[str, list[list[Any]]] | None = None) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for name, others in (sheets or {}).items():
        page = book.create_sheet(name)
        for row in others:
            page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


# -- reading csv ---------------------------------------------------------------------


def test_cells_are_data(here: Place) -> None:
    table = _read(
        here,
        "a.csv",
        "Code,Amount,Paid,On,Note\n"
        '007,"$1,234.50",yes,2026-03-01,nothing\n'
        "1E5, 12 ,no,03/04/2026,  \n",
    )
    assert _cells(table) == [
        ["007", Money(Decimal("1234.50"), "USD"), True, date(2026, 3, 1), "nothing"],
        ["1E5", Decimal(12), False, "03/04/2026", None],
    ]
    assert table.rows[0].origin == "a.csv, row 2"
    assert all(row.strict for row in table)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_encodings_and_separators_are_found(here: Place, encoding: str, separator: str) -> None:
    text = "Name;Stadt;Größe\nMüller;Köln;12\nWeiß;Ulm;7\n".replace(";", separator)
    table = _read(here, "a.csv", text.encode(encoding))
    assert table.columns == ["Name", "Stadt", "Größe"]
    assert _cells(table) == [["Müller", "Köln", Decimal(12)], ["Weiß", "Ulm", Decimal(7)]]


def test_semicolons_win_where_amounts_have_commas(here: Place) -> None:
    table = _read(here, "a.csv", "Name;Betrag\nA;1,50\nB;2,75\n")
    assert table.columns == ["Name", "Betrag"]


def test_a_title_blank_rows_and_blank_headings(here: Place) -> None:
    table = _read(here, "a.csv", "Orders 2026\n\nName,,City\nA,1,Rome\n,,\n\nB,2\n")
    assert table.columns == ["Name", "column 2", "City"]
    assert _cells(table) == [["A", Decimal(1), "Rome"], ["B", Decimal(2), None]]
    assert table.rows[1].origin == "a.csv, row 7"


def test_a_cell_over_several_lines_keeps_them(here: Place) -> None:
    table = _read(here, "a.csv", 'Name,Note\nA,"one\ntwo, ""three"""\nB,x\n')
    assert table.rows[0].fields["Note"] == 'one\ntwo, "three"'


def test_a_heading_with_a_currency_makes_money(here: Place) -> None:
    table = _read(here, "a.csv", "Shop,Revenue ($),Cost (in EUR),Rate GBP\nA,12,3.5,x\n")
    assert _cells(table)[0] == [
        "A",
        Money(Decimal(12), "USD"),
        Money(Decimal("3.5"), "EUR"),
        "x",
    ]


def test_headings_alone_make_an_empty_table(here: Place) -> None:
    assert len(_read(here, "a.csv", "Name,City\n")) == 0


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b"\xef\xbb\xbf\n \n", "is empty"),
        ("a.csv", b",,,\n,,\n", "no headings"),
        ("a.csv", b'Name,City\n"A,Rome\nB,Ulm\n', "quotation mark that opens a cell"),
        ("a.csv", b"Name,City\nA,Rome,extra\n", "more cells than there are headings"),
        ("a.csv", b"Name,name\nA,B\n", 'two columns called "name"'),
        ("a.csv", b"PK\x03\x04\0\0\0", "not text"),
        ("a.xlsx", b"", "is empty"),
        ("a.xlsx", b"Name,City\nA,Rome\n", "plain text"),
        ("a.xlsx", b"%PDF-1.7\n\0", "It is a PDF"),
        ("a.xlsx", b"<html><table></table></html>", "web page"),
        ("a.xlsx", b"PK\x03\x04 broken \0\0", "damaged"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
        ("a.docx", b"x", "no spreadsheet"),
    ],
)
def test_what_cannot_be_read_is_told_in_plain_words(
    here: Place, name: str, data: bytes, says: str
) -> None:
    with pytest.raises(Problematic) as problem:
        _read(here, name, data)
    assert says in problem.value.message
    assert "Traceback" not in problem.value.message


def test_a_missing_file_is_told_with_the_nearest_name(here: Place) -> None:
    (here.workspace / "invoices.csv").write_text("a,b\n")
    with pytest.raises(Problematic) as problem:
        call("tables.read_spreadsheet", File(Path("invoice.csv")), here=here)
    assert problem.value.problem == "missing-file"
    assert "invoices.csv" in problem.value.message


# -- reading xlsx --------------------------------------------------------------------


def test_cells_of_a_workbook_are_what_they_are(here: Place) -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.append(["Code", "Count", "Price", "Share", "On", "Paid", "Text"])
    page.append(["007", 12, 1234.5, 0.0825, date(2026, 3, 1), True, " x "])
    page["C2"].number_format = '"$"#,##0.00'
    page["D2"].number_format = "0.00%"
    out = io.BytesIO()
    book.save(out)
    table = _read(here, "a.xlsx", out.getvalue())
    assert _cells(table) == [
        ["007", Decimal(12), Money(Decimal("1234.5"), "USD"), Percent(Decimal("8.25")),
         date(2026, 3, 1), True, "x"],
    ]  # fmt: skip


def test_a_number_as_text_stays_text(here: Place) -> None:
    table = _read(here, "a.xlsx", _book([["PO", "x"], ["4500012345", 1]]))
    assert table.rows[0].fields["PO"] == "4500012345"


def test_of_several_sheets_one_must_be_named(here: Place) -> None:
    (here.workspace / "a.xlsx").write_bytes(
        _book([["a", "b"], [1, 2]], {"Other": [["c", "d"], [3, 4]]})
    )
    with pytest.raises(Problematic) as problem:
        call("tables.read_spreadsheet", File(Path("a.xlsx")), here=here)
    assert (problem.value.slot, problem.value.candidates) == ("sheet", ("Sheet", "Other"))
    table = call("tables.read_spreadsheet", File(Path("a.xlsx")), here=here, sheet="Other")
    assert table.columns == ["c", "d"]
    table = call("tables.read_sheet", "other", File(Path("a.xlsx")), here=here)
    assert table.columns == ["c", "d"] and table.sheet == "Other"
    with pytest.raises(Problematic) as problem:
        call("tables.read_sheet", "Nope", File(Path("a.xlsx")), here=here)
    assert problem.value.problem == "missing-sheet"


# -- adding rows ---------------------------------------------------------------------

PAID = {
    "invoice": "INV-1",
    "amount": Money(Decimal("1234.50"), "USD"),
    "due date": date(2026, 3, 1),
}


@pytest.mark.parametrize("name", ["results/p.csv", "results/p.xlsx", "results/p.tsv"])
def test_a_row_is_added_once_a_key(here: Place, name: str) -> None:
    details = Record(fields=dict(PAID))
    for key in ("k1", "k1", "k2"):
        here.key = key
        call("tables.add_row", File(Path(name)), details, here=here)
        assert happened("tables.add_row", File(Path(name)), details, here=here) is True
    here.key = "k3"
    assert happened("tables.add_row", File(Path(name)), details, here=here) is False
    table = call("tables.read_spreadsheet", File(Path(name)), here=here)
    assert table.columns == ["invoice", "amount", "due date"]
    assert _cells(table) == [list(PAID.values())] * 2
    left = sorted(path.name for path in (here.workspace / "results").iterdir())
    assert left == [Path(name).name], "nothing is left beside the file"


def test_csv_text_is_as_shown(here: Place) -> None:
    call("tables.add_row", "p.csv", Record(fields=dict(PAID)), here=here)
    assert (here.workspace / "p.csv").read_text() == (
        'invoice,amount,due date\nINV-1,"$1,234.50",2026-03-01\n'
    )


def test_columns_are_matched_by_words_and_ways_of_writing_kept(here: Place) -> None:
    path = here.workspace / "p.csv"
    path.write_bytes("Due_Date;Amount;Ort;Invoice #\r\n2026-01-01;$5;Köln;A".encode("cp1252"))
    call("tables.add_row", "p.csv", Record(fields=dict(PAID)), here=here)
    assert path.read_bytes().decode("cp1252").splitlines()[-1] == "2026-03-01;$1,234.50;;INV-1"
    assert path.read_bytes().endswith(b"\r\n") and path.read_bytes().count(b"\n") == 3


def test_a_detail_without_a_column_is_asked_about(here: Place) -> None:
    path = here.workspace / "p.csv"
    path.write_text("invoice,amount\nA,1\n")
    with pytest.raises(Problematic) as problem:
        call("tables.add_row", "p.csv", Record(fields={"invoce": "B"}), here=here)
    assert problem.value.candidates[0] == "invoice"
    assert path.read_text() == "invoice,amount\nA,1\n"


@pytest.mark.parametrize("cut", range(1, 21))
def test_a_row_torn_by_a_crash_is_done_afresh(here: Place, cut: int) -> None:
    path = here.workspace / "p.csv"
    row = Record(fields={"invoice": "INV-12345", "amount": Decimal(42)})
    here.key = "k1"
    call("tables.add_row", "p.csv", row, here=here)
    before = path.read_bytes()
    here.key = "k2"
    call("tables.add_row", "p.csv", row, here=here)
    whole = path.read_bytes()
    os.truncate(path, len(whole) - min(cut, len(whole) - len(before)))
    if path.read_bytes() == whole:
        return
    assert happened("tables.add_row", "p.csv", row, here=here) is False
    call("tables.add_row", "p.csv", row, here=here)
    assert path.read_bytes() == whole


def test_rows_changed_by_somebody_else_cannot_be_told(here: Place) -> None:
    path = here.workspace / "p.csv"
    row = Record(fields={"invoice": "INV-1", "amount": Decimal(1)})
    call("tables.add_row", "p.csv", row, here=here)
    path.write_text("invoice,amount\nsomething else altogether,7\n")
    assert happened("tables.add_row", "p.csv", row, here=here) is None
    with pytest.raises(Problematic):
        call("tables.add_row", "p.csv", row, here=here)


def test_a_formula_in_a_text_stays_text(here: Place) -> None:
    call("tables.add_row", "p.xlsx", Record(fields={"name": "=1+1", "n": Decimal(1)}), here=here)
    cell = openpyxl.load_workbook(here.workspace / "p.xlsx").active["A2"]
    assert cell.value == "=1+1" and cell.data_type == "s"


def test_other_sheets_and_macros_stay(here: Place) -> None:
    (here.workspace / "p.xlsx").write_bytes(_book([["a", "b"], [1, 2]], {"Notes": [["keep"]]}))
    call("tables.add_row_to_sheet", "Sheet", "p.xlsx", Record(fields={"b": Decimal(9)}), here=here)
    book = openpyxl.load_workbook(here.workspace / "p.xlsx")
    assert book["Notes"]["A1"].value == "keep"
    assert [cell.value for cell in book["Sheet"][3]] == [None, 9]


def test_an_xlsx_holds_real_values_with_their_formats(here: Place) -> None:
    call("tables.add_row", "p.xlsx", Record(fields=dict(PAID)), here=here)
    page = openpyxl.load_workbook(here.workspace / "p.xlsx").active
    assert page["B2"].value == 1234.5 and "$" in page["B2"].number_format
    assert page["C2"].is_date


# -- saving --------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_saved_table_reads_back(here: Place, name: str) -> None:
    rows = [
        Record(fields={"name": "A", "price": Money(Decimal("1.50"), "EUR")}),
        Record(fields={"name": "B"}),
    ]
    table = Table(columns=["name", "price"], rows=rows)
    call("tables.save_as", table, File(Path(f"out/{name}")), here=here)
    again = call("tables.read_spreadsheet", File(Path(f"out/{name}")), here=here)
    assert _cells(again) == [["A", Money(Decimal("1.50"), "EUR")], ["B", None]]
    again.rows[1].fields["price"] = Money(Decimal(2), "EUR")
    call("tables.save", again, here=here)
    third = call("tables.read_spreadsheet", File(Path(f"out/{name}")), here=here)
    assert _cells(third)[1] == ["B", Money(Decimal(2), "EUR")]


def test_a_table_from_nowhere_needs_a_file(here: Place) -> None:
    with pytest.raises(Problematic):
        call("tables.save", Table(columns=["a"], rows=[]), here=here)


def test_what_was_saved_has_no_half(here: Place) -> None:
    """A workbook in place is a whole zip file at any time: it is replaced, never written into."""
    path = here.workspace / "p.xlsx"
    for number in range(3):
        here.key = str(number)
        call("tables.add_row", "p.xlsx", Record(fields={"n": Decimal(number)}), here=here)
        assert zipfile.ZipFile(path).testzip() is None
    assert [entry.name for entry in here.workspace.iterdir() if entry.suffix == ".xlsx"] == [
        "p.xlsx"
    ]


_TEXT = st.text(
    st.characters(codec="utf-8", exclude_characters="\0\r", exclude_categories=["Cc"]), max_size=12
)


@given(st.lists(st.tuples(_TEXT, _TEXT), min_size=1, max_size=5))
def test_any_text_in_a_csv_comes_back(cells: list[tuple[str, str]]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        here = Place(Path(folder))
        rows = [Record(fields={"one": f"<{a}>", "two": f"<{b}>"}) for a, b in cells]
        call("tables.save_as", Table(columns=["one", "two"], rows=rows), "a.csv", here=here)
        table = call("tables.read_spreadsheet", File(Path("a.csv")), here=here)
        assert _cells(table) == [[f"<{a}>", f"<{b}>"] for a, b in cells]
