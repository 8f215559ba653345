"""The sample's page shows what really happens: its commands are run, and print what it says.

Where the output has changed on purpose: python -m tests.samples.transcript PAGE
"""

from __future__ import annotations

from pathlib import Path

from tests.samples.transcript import commands_of, copy_of, play

SAMPLE = Path(__file__).parents[2] / "samples" / "accounts-payable"


def test_the_page_shows_what_the_commands_print() -> None:
    page = (SAMPLE / "README.md").read_text(encoding="utf-8")
    commands = commands_of(page)
    assert len(commands) > 20
    with copy_of(SAMPLE):
        for command in commands:
            printed = play(command.text).splitlines()
            assert printed == command.printed, f"README.md, line {command.line}: {command.text}"
