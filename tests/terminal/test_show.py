"""`kog show`: items by name, calls and loops nested, long loops folded, who answered."""

from __future__ import annotations

import pytest

from kognilang.terminal.trace_tree import tree

LOOP = """\
For each number from 1 to 20:
    Check the number.
Say "done".

To check a number:
    Let the double be the number times 2.
    Say "{the double}".
"""

LANES = """\
The orders are
    | Number | Total |
    | A-1 | $10 |
    | A-2 | $20 |
    | A-3 | $30 |

Process each order as follows:
    If the order's total is $20, ask "Pay {the order's number}?".
    Say "{the order's number} is done".
"""


@pytest.fixture
def write(tmp_path):
    def at(text: str) -> str:
        (tmp_path / "p.kog").write_text(text, encoding="utf-8")
        return "p.kog"

    return at


def test_calls_and_turns_of_loops_are_nested_and_long_loops_folded(kog, write):
    kog("run", write(LOOP))
    shown = kog("show", "r1").out.splitlines()
    assert "   1  For each number from 1 to 20:" in shown
    assert "        · number 1: 1" in shown
    assert "   2      Check the number." in shown
    assert "   6        Let the double be the number times 2. → 2" in shown
    assert "        … 15 turns more; --all shows all" in shown
    assert "        · number 20: 20" in shown
    assert '   3  Say "done".' in shown
    whole = kog("show", "r1", "--all").out
    assert "· number 9: 9" in whole and "more;" not in whole


def test_items_are_named_whether_done_or_waiting_and_answers_tell_who_and_when(kog, write):
    kog("run", write(LANES), "--no-input")
    shown = kog("show", "r1").out
    assert "── order A-1: done" in shown
    assert "── order A-2: waits (q1)" in shown
    assert "3 orders: 2 done, 1 waiting" in shown
    kog("answer", "q1", "yes")
    shown = kog("show", "r1").out
    assert "── order A-2: done" in shown
    assert "q1, answered" in shown and ": yes" in shown
    one = kog("show", "r1", "a-2").out
    assert "order A-2" in one and "order A-1" not in one
    assert 'r1 has no item "B-9"' in kog("show", "r1", "B-9").out


def test_the_end_is_no_sentence_and_a_retry_says_whose_steps_stand_before(kog, write):
    kog("run", write('Say "one".\nStop because "no".\n'))
    shown = kog("show", "r1").out
    assert shown.count('Say "one"') == 1
    assert kog("retry", "r1").out.count("one") <= 1
    shown = kog("show", "r2").out
    assert shown.count('Say "one"') == 1
    assert "(up to here it is what r1 did, up to its step " in shown


@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_no_line_is_wider_than_the_terminal(kog, write, columns):
    kog("run", write(LANES), "--no-input")
    shown = kog("show", "r1", COLUMNS=columns)
    assert max(map(len, shown.out.splitlines())) <= int(columns)


def test_a_call_left_without_a_return_is_closed_by_what_follows():
    def step(line, what, procedure="", **more):
        where = {"lane": "", "line": line, "sentence": f"S{line}", "procedure": procedure}
        return {**where, "loops": [], "what": what, "at": "", **more}

    root = tree(
        {
            "steps": [
                step(1, "called", title="pay"),
                step(5, "step", "pay", name="x", value="1"),
                step(2, "step", name="y", value="2"),
            ]
        }
    )
    assert [one.line for one in root.under] == [1, 2]
    assert [one.line for one in root.under[0].under] == [5]


def test_items_are_counted_by_their_whole_name(kog, tmp_path):
    (tmp_path / "leave.kog").write_text(
        "The leave requests are\n    | Person | Days |\n    | Ann | 3 |\n    | Bo | 4 |\n\n"
        'Process each leave request as follows:\n    Say "{the leave request\'s days}".\n'
    )
    assert kog("run", "leave.kog").code == 0
    assert "2 leave requests: 2 done" in kog("show", "r1").out
