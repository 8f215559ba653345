"""What is offered for a sentence in other words is itself understood, and not only read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.session import Session

BEFORE = "The orders are\n    | Date       | Total |\n    | 2026-01-02 | $5    |\nThe count is 1.\n"


def _candidates(folder: Path, sentence: str) -> tuple[list[str], list[str]]:
    """The sentences offered, and what is wrong with them."""
    file = folder / "a.kog"
    session = Session(folder, no_input=True)
    try:
        file.write_text(f"{BEFORE}{sentence}\n")
        offered = [
            one
            for problem in session.check(file).problems
            if not problem.warning
            for one in problem.candidates
        ]
        wrong = []
        for one in offered:
            below = '\n    Say "x".' if one.endswith(":") else ""
            file.write_text(f"{BEFORE}{one}{below}\n")
            wrong += [f"{one} {p.summary}" for p in session.check(file).problems if not p.warning]
    finally:
        session.close()
    return offered, wrong


@pytest.mark.parametrize(
    ("sentence", "offered"),
    [
        ("Sort the orders by date.", ["Let the orders be the orders sorted by date."]),
        ("Rank the orders by total, highest first.",
         ["Let the orders be the orders sorted by total, highest first."]),
        ("Group the orders by date.", ["For each group in the orders grouped by date:"]),
        ("Print the orders.", ["Show the orders."]),
        ("Print the summary as a PDF.", []),
        ("Log in to the portal.", []),
        ("Present the summary to the board.", []),
        ("Validate the count.", []),
        ("Verify that the count is 1.", None),
        ("Increment the count.", ["Increase the count by 1."]),
    ],
)  # fmt: skip
def test_what_is_offered_is_understood(
    tmp_path: Path, sentence: str, offered: list[str] | None
) -> None:
    found, wrong = _candidates(tmp_path, sentence)
    assert wrong == []
    if offered is not None:
        assert found == offered
