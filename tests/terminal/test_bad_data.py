"""Bad data: a question where it is met, exit code 3 without a person, and the rest goes on."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).resolve().parents[2]
INVOICE = ROOT / "samples" / "accounts-payable" / "invoices" / "Isar_4402.pdf"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace with a folder of one good PDF and one without text, and two spreadsheets, one
    of which is none."""
    (tmp_path / "docs").mkdir()
    shutil.copy(INVOICE, tmp_path / "docs" / "a.pdf")
    blank = Canvas(str(tmp_path / "docs" / "blank.pdf"))
    blank.rect(50, 50, 100, 100, fill=1)
    blank.showPage()
    blank.save()
    (tmp_path / "bad.xlsx").write_text("not a workbook")
    (tmp_path / "good.csv").write_text("a,b\n1,2\n")
    return tmp_path


def waiting(kog) -> list[dict[str, str]]:
    return json.loads(kog("inbox", "--json").out)


def test_a_folder_that_is_not_there(kog, place):
    (place / "job.kog").write_text(
        'Process each name in "docs" and "nowhere" as follows:\n'
        '    Say "{the name}: {the number of the PDFs in the folder the name}".\n'
        'Say "end".\n'
    )
    ended = kog("run", "job.kog", "--no-input")
    assert ended.code == 3
    assert ended.out == "docs: 2\n"
    assert "name: 1 done, 1 waiting" in ended.err
    [question] = waiting(kog)
    assert question["text"].startswith("Name nowhere: ") or 'folder "nowhere"' in question["text"]
    assert 'There is no folder "nowhere"' in question["text"]
    assert question["line"] == 2
    (place / "nowhere").mkdir()
    ended = kog("answer", question["id"], "try again")
    assert ended.code == 0
    assert ended.out == "nowhere: 0\nend\n"


def test_a_pdf_with_no_text(kog, place):
    (place / "job.kog").write_text(
        "An invoice has a number (text) and a total (money).\n"
        'Process each document in the PDFs in the folder "docs" as follows:\n'
        "    Read the invoice from the document.\n"
        "    Say the invoice's number.\n"
        'Say "end".\n'
    )
    ended = kog("run", "job.kog", "--no-input")
    assert ended.code == 3
    assert ended.out == "4402\n"
    assert "document: 1 done, 1 waiting" in ended.err
    [question] = waiting(kog)
    assert 'The document "blank.pdf" has no text in it' in question["text"]
    assert question["sentence"] == "Read the invoice from the document."
    ended = kog("answer", question["id"], "skip this document")
    assert (ended.code, ended.out) == (0, "end\n")


def test_an_xlsx_that_is_not_one(kog, place):
    (place / "job.kog").write_text(
        'Process each name in "bad.xlsx" and "good.csv" as follows:\n'
        "    Read the spreadsheet the name as the orders.\n"
        '    Say "{the name}: {the number of the orders}".\n'
        'Say "end".\n'
    )
    ended = kog("run", "job.kog", "--no-input")
    assert ended.code == 3
    assert ended.out == "good.csv: 1\n"
    [question] = waiting(kog)
    assert '"bad.xlsx" is not a spreadsheet that can be read' in question["text"]
    assert (place / "bad.xlsx").read_text() == "not a workbook"
    ended = kog("answer", question["id"], "skip this name")
    assert (ended.code, ended.out) == (0, "end\n")


def test_a_name_that_nothing_sets(kog, place):
    (place / "job.kog").write_text(
        'Process each name in "one" and "two" as follows:\n'
        '    If the name is "one", say the greeting.\n'
        '    Say "{the name} is done".\n'
        'Say "end".\n'
    )
    ended = kog("run", "job.kog", "--no-input")
    assert ended.code == 3
    assert ended.out == "two is done\n"
    [question] = waiting(kog)
    assert "What is the greeting?" in question["text"]
    assert question["sentence"] == "Say the greeting."
    ended = kog("answer", question["id"], "Hello")
    assert (ended.code, ended.out) == (0, "Hello\none is done\nend\n")


def test_it_is_not_asked_when_it_is_given(kog, place):
    (place / "job.kog").write_text('Say "{the greeting}, Ann".\n')
    ended = kog("run", "job.kog", "--no-input", "--set", "greeting=Hello")
    assert (ended.code, ended.out) == (0, "Hello, Ann\n")
