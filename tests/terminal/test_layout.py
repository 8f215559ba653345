"""Questions, lists and progress at any width."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kognilang.journal.records import QuestionRow
from kognilang.terminal.listing import columns
from kognilang.terminal.progress import duration, progress_line
from kognilang.terminal.questions import as_data, layout, options_of
from kognilang.terminal.screen import Screen
from kognilang.text.columns import text_width

QUESTION = QuestionRow(
    id="q3",
    run="r1",
    lane="0.4",
    kind="exception",
    problem="check-failed",
    situation="s",
    text="The unit price should be within 2% of the order line's unit price, but is 6% over.",
    sentence="Make sure the line's unit price is within the price tolerance of the order line's"
    " unit price.",
    file="pay-invoices.kog",
    line=49,
    to="finance manager",
    needs="money",
    asked_at="2026-03-01T09:00:00+00:00",
    item="invoice INV-1007",
    noun="invoice",
    values=json.dumps([["the line's unit price", "$106"], ["the order line's unit price", "$100"]]),
    choices=json.dumps(["use the order's price", "use the invoice's price"]),
    suggestions=json.dumps(["try again", "skip this invoice"]),
)


@pytest.mark.parametrize("width", [30, 40, 80, 200])
def test_a_question_fits_every_width(width):
    lines = layout(QUESTION, width, False) + options_of(QUESTION, width, False)
    assert max(map(text_width, lines)) <= width
    told = " ".join(" ".join(lines).split())
    for part in ("q3", "invoice INV-1007", "for the finance manager", "$106", "line 49"):
        assert part in told, part
    assert "  a  use the order's price" in lines
    assert "skip this invoice" in told


def test_numbered_choices_where_no_number_is_meant():
    asked = replace(QUESTION, kind="ask", needs="choice", suggestions="[]")
    assert "  1  use the order's price" in options_of(asked, 80, False)


def test_colour_adds_nothing_but_colour():
    import re

    plain = layout(QUESTION, 80, False) + options_of(QUESTION, 80, False)
    coloured = layout(QUESTION, 80, True) + options_of(QUESTION, 80, True)
    assert [re.sub(r"\x1b\[[\d;]*m", "", line) for line in coloured] == plain


def test_values_cannot_steer_the_terminal():
    evil = replace(QUESTION, text="a\x1b[2Jb", values=json.dumps([["x\x07", "\x1b]0;t\x07"]]))
    assert "\x1b" not in "".join(layout(evil, 80, False))


def test_a_table_among_the_values_keeps_its_columns():
    table = "number  total\nA-1      $5\nA-2    $120"
    lines = layout(replace(QUESTION, values=json.dumps([["the orders", table]])), 80, False)
    for row in table.splitlines():
        assert "    " + row in lines


def test_a_question_as_data_has_the_documented_keys():
    data = as_data(QUESTION)
    assert {
        *("id", "run", "situation", "sentence", "line", "text", "to"),
        *("asked_at", "due_at", "choices", "suggestions"),
    } <= data.keys()
    assert data["due_at"] is None
    assert data["choices"] == ["use the order's price", "use the invoice's price"]


@given(
    st.lists(
        st.tuples(st.text("ab", max_size=8), st.text("ab 漢", max_size=80)), min_size=1, max_size=4
    ),
    st.integers(30, 120),
)
def test_columns_never_overflow(rows, width):
    for line in columns(rows, width, ("one", "two")):
        assert text_width(line) <= width


def test_progress_puts_what_matters_first():
    line = progress_line("invoice", 40, 3, 100, 20.0, "Pay the invoice.")
    assert line == "invoice 40/100 · 3 waiting · 28 s to go · 2.0/s · Pay the invoice."
    assert [duration(s) for s in (8, 200, 7500)] == ["8 s", "3 min", "2 h 5 min"]


@pytest.mark.parametrize("count", [0, 1, 50, 51, 120])
def test_a_long_list_is_one_document_however_it_is_written(
    count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    items = [as_data(replace(QUESTION, id=f"q{at}", text="a\nb  c")) for at in range(count)]
    Screen(json=True).listing(iter(items))
    assert capsys.readouterr().out == json.dumps(items, indent=2, ensure_ascii=False) + "\n"


def test_a_long_list_ends_where_its_reader_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr("sys.stdout", Gone())
    items = iter([as_data(QUESTION)] * 1000)
    Screen(json=True).listing(items)
    assert len(list(items)) == 950
