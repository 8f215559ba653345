"""The samples' pages show what really happens: their commands are run, and print what they say.

Where the output has changed on purpose: python -m tests.samples.transcript PAGE
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.samples.transcript import commands_of, copy_of, play, undated

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("accounts-payable", 21),
        ("payment-outage", 8),
        ("leave-requests", 12),
        ("order-to-cash", 14),
        pytest.param("accounts-payable-months", 25, marks=pytest.mark.long),
    ],
)
def test_the_page_shows_what_the_commands_print(name: str, least: int) -> None:
    page = (SAMPLES / name / "README.md").read_text(encoding="utf-8")
    commands = commands_of(page)
    assert len(commands) >= least
    with copy_of(SAMPLES / name):
        for command in commands:
            printed = play(command.text).splitlines()
            shown = [undated(line) for line in command.printed]
            assert printed == shown, f"{name}, line {command.line}: {command.text}"
