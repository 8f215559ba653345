"""`kog learnings`, and answers remembered by the real command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.terminal.process import Kog

TEXT = """# Send

Read the spreadsheet "orders.csv" as the orders.
Process each order as follows:
    Make sure the order's total is at most $100.
    Say "{the order's number} sent".
"""


@pytest.fixture
def shop(tmp_path: Path, kog: Kog) -> Kog:
    (tmp_path / "send.kog").write_text(TEXT)
    (tmp_path / "orders.csv").write_text(
        "number,buyer,total\n1,Acme,$500\n2,Beta,$600\n3,Acme,$700\n"
    )
    assert kog("run", "send.kog", "--no-input").code == 3
    return kog


def test_an_answer_is_remembered_used_shown_and_undone(shop: Kog) -> None:
    ended = shop("answer", "q1", "skip this step", "--for", "buyer", "--no-input")
    assert "Remembered as L1" in ended.err
    assert ended.out.split() == ["1", "sent", "3", "sent"], "order 3 waited for the same"
    (one,) = json.loads(shop("learnings", "--json").out)
    assert (one["id"], one["status"], one["uses"]) == ("L1", "on", 1)
    assert "used once" in shop("learnings", "show", "L1").out
    assert "settled by L1" in shop("show", "r1").out
    assert "as people did" in shop("learnings", "test", "L1").out
    assert shop("learnings", "off", "l1").code == 0
    assert shop("learnings", "off", "L1").code == 2
    assert "is on again" in shop("learnings", "undo").err
    assert "not learnt any more" in shop("learnings", "undo").err
    assert shop("learnings").out == ""


def test_what_is_typed_for_a_group_is_remembered_for_it_after_the_preview(shop: Kog) -> None:
    typed = "skip this step, remember for this buyer"
    shown = shop("answer", "q1", typed, "--all", "--no-input")
    assert shown.code == 2 and "Nothing was answered" in shown.err
    assert shop("learnings").out == "", "a preview keeps nothing"
    ended = shop("answer", "q1", typed, "--only", "q1,q2", "--yes", "--no-input")
    assert ended.err.count("Remembered as") == 2, ended.err
    assert ended.out.split() == ["1", "sent", "2", "sent", "3", "sent"]
    kept = json.loads(shop("learnings", "--json").out)
    assert [(one["id"], one["status"]) for one in kept] == [("L1", "on"), ("L2", "on")]
    assert [name in one["text"] for one, name in zip(kept, ("Acme", "Beta"), strict=True)] == [
        True,
        True,
    ]


def test_always_for_a_group_is_one_learning(shop: Kog) -> None:
    ended = shop("answer", "q1", "skip this step, always", "--all", "--yes", "--no-input")
    assert ended.code == 0 and ended.err.count("Remembered as L1") == 1, ended.err
    assert ended.out.split() == ["1", "sent", "2", "sent", "3", "sent"]
    (kept,) = json.loads(shop("learnings", "--json").out)
    assert (kept["id"], kept["status"]) == ("L1", "on")


def test_what_is_wrong_is_one_line_and_a_mend(shop: Kog) -> None:
    assert 'no learning "L7"' in shop("learnings", "show", "L7").err
    assert "none of: list" in shop("learnings", "polish").err
    ended = shop("answer", "q1", "skip this step", "--for", "colour", "--no-input")
    assert 'There is no "colour"' in ended.err and "buyer" in ended.err
    assert shop("answer", "q2", "skip this order", "--remember", "--no-input").code in (0, 3)
    (kept,) = json.loads(shop("learnings", "--json").out)
    assert kept["status"] == "off", "it does not say for what it holds"


def test_learnings_travel_as_text(shop: Kog, tmp_path: Path) -> None:
    shop("answer", "q1", "skip this step, remember for this buyer", "--no-input")
    assert shop("learnings", "edit", "L1", "--until", "2999-12-31").code == 0
    assert shop("learnings", "export", "learnt.kog").code == 0
    other = tmp_path / "other"
    other.mkdir()
    for name in ("send.kog", "orders.csv", "learnt.kog"):
        (other / name).write_bytes((tmp_path / name).read_bytes())
    assert shop("learnings", "import", "learnt.kog", cwd=other).code == 0
    (one,) = json.loads(shop("learnings", "--json", cwd=other).out)
    assert (one["status"], one["procedure"], one["until"]) == ("on", "send.kog", "2999-12-31")
    assert "is this already" in shop("learnings", "import", "learnt.kog", cwd=other).err
    ended = shop("run", "send.kog", "--no-input", "--workspace", ".", cwd=other)
    assert ended.out.split() == ["1", "sent", "3", "sent"]
    (other / "bad.kog").write_text('Say "x".\n')
    assert shop("learnings", "import", "bad.kog", cwd=other).code == 2


LEARNING = """\
When the check that the order's total is at most $100 fails while running "Send":
    If the order's buyer is "Acme":
        Skip this step.
"""


def test_what_waits_is_told_of_and_settled_by_what_is_imported(shop: Kog, tmp_path: Path) -> None:
    (tmp_path / "learnt.kog").write_text(LEARNING)
    ended = shop("learnings", "import", "learnt.kog", "--for", "send.kog", "--no-input")
    assert "2 questions that wait now would be settled" in ended.err, ended.err
    assert "q1 (order 1), q3 (order 3)" in ended.err
    assert "kog resume r1" in ended.err
    ended = shop("resume", "r1", "--no-input")
    assert ended.out.split() == ["1", "sent", "3", "sent"]
    assert [one["id"] for one in json.loads(shop("inbox", "--json").out)] == ["q2"]
    assert shop("verify", "r1").code == 0
    assert shop("replay", "r1", "--no-input").code == 0


def test_what_waits_is_settled_at_once_where_that_is_wanted(shop: Kog, tmp_path: Path) -> None:
    (tmp_path / "learnt.kog").write_text(LEARNING)
    assert shop("learnings", "import", "learnt.kog", "--for", "send.kog", "--no-input").code == 0
    assert shop("learnings", "off", "L1").code == 0
    assert shop("resume", "r1", "--no-input").out == ""
    ended = shop("learnings", "on", "L1", "--apply", "--no-input")
    assert "2 of 2 questions settled." in ended.err, ended.err
    assert ended.out.split() == ["1", "sent", "3", "sent"]
