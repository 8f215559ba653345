"""`kog test`: failures, the coverage, exit codes, JSON, and examples written from runs."""

from __future__ import annotations

import json
from pathlib import Path

from tests.terminal.process import Kog

ORDERS = """\
The orders are
    | Number | Total |
    | 1      | $10   |
    | 2      | $200  |
Process each order as follows:
    If the order's total is more than the limit, get approval from the manager for the order.
    Ship the order.
Say "Done."

To ship an order:
    Send an email to "a@example.com" with the subject "Order {the order's number}" saying "Go."
    Say "Shipped {the order's number}."
"""

PASSES = """
Example: shipping
    Given the order is
        number: 7
    When we ship the order
    Then an email is sent to "a@example.com"
"""

FAILS = """
Example: silence
    Given the order is
        number: 7
    When we ship the order
    Then it says "Goodbye."
    And nothing is sent
"""


def test_examples_that_pass_and_what_no_example_ran(kog: Kog, tmp_path: Path) -> None:
    (tmp_path / "orders.kog").write_text(ORDERS + PASSES, encoding="utf-8")
    ended = kog("test", "orders.kog")
    assert (ended.code, ended.out) == (0, "  passed  shipping\n")
    assert "1 example: 1 passed." in ended.err
    assert "No example ran:" in ended.err
    assert 'orders.kog:8: Say "Done."' in ended.err
    assert "Send an email" not in ended.err
    assert not (tmp_path / ".kognilang").exists()


def test_a_failure_shows_the_line_with_what_was_expected_and_what_came(
    kog: Kog, tmp_path: Path
) -> None:
    text = ORDERS + FAILS
    (tmp_path / "orders.kog").write_text(text, encoding="utf-8")
    ended = kog("test")
    line = text.splitlines().index('    Then it says "Goodbye."') + 1
    assert ended.code == 1
    assert f'    line {line}: it says "Goodbye."\n' in ended.out
    assert "      expected: Goodbye.\n" in ended.out
    assert "      got:      Shipped 7.\n" in ended.out
    assert f"    line {line + 1}: nothing is sent\n" in ended.out
    assert "1 failed" in ended.err


def test_a_folder_and_what_is_not_understood(kog: Kog, tmp_path: Path) -> None:
    (tmp_path / "good.kog").write_text(ORDERS + PASSES, encoding="utf-8")
    (tmp_path / "plain.kog").write_text('Say "no example".\n', encoding="utf-8")
    (tmp_path / "bad.kog").write_text("Frobnicate.\n" + PASSES, encoding="utf-8")
    ended = kog("test", str(tmp_path))
    assert ended.code == 2
    assert "passed  shipping" in ended.out
    assert "Frobnicate" in ended.err
    assert "plain.kog" not in ended.out + ended.err


def test_nothing_to_test(kog: Kog, tmp_path: Path) -> None:
    (tmp_path / "plain.kog").write_text('Say "no example".\n', encoding="utf-8")
    for words in (("test",), ("test", "plain.kog")):
        ended = kog(*words)
        assert ended.code == 2
        assert "Example:" in ended.err
    assert kog("test", "nowhere.kog").code == 2


def test_json(kog: Kog, tmp_path: Path) -> None:
    (tmp_path / "orders.kog").write_text(ORDERS + PASSES + FAILS, encoding="utf-8")
    ended = kog("test", "--json")
    assert ended.code == 1
    (file,) = json.loads(ended.out)
    assert [one["status"] for one in file["examples"]] == ["passed", "failed"]
    lines = file["examples"][1]["lines"]
    assert next((one["expected"], one["got"]) for one in lines if not one["holds"]) == (
        "Goodbye.",
        "Shipped 7.",
    )
    assert {one["ran"] for one in file["sentences"]} == {True, False}


def test_an_example_written_from_a_run_passes(kog: Kog, tmp_path: Path) -> None:
    (tmp_path / "kognilang.toml").write_text('[mail]\noutbox = "out"\n', encoding="utf-8")
    file = tmp_path / "orders.kog"
    file.write_text(ORDERS, encoding="utf-8")
    assert kog("run", "orders.kog", "--set", "limit=$100", "--answer", "yes").code == 0
    written = kog("test", "--record", "r1")
    assert written.code == 0
    assert '    And the manager answers "yes" to' in written.out
    assert "    And the limit is $100\n" in written.out
    assert "    And 2 emails are sent\n" in written.out
    file.write_text(f"{ORDERS}\n{written.out}", encoding="utf-8")
    sent = sorted(path.name for path in (tmp_path / "out").iterdir())
    ended = kog("test")
    assert (ended.code, ended.out) == (0, "  passed  as in the run r1\n")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sent


def test_a_run_that_there_is_not(kog: Kog, tmp_path: Path) -> None:
    ended = kog("test", "--record", "r9")
    assert ended.code == 2
    assert "There is no run r9." in ended.err
