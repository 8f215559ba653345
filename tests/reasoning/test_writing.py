"""What a model writes is on the screen while it comes, and gone when it is complete."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pexpect
import pytest

from kognilang.terminal.screen import Screen
from kognilang.terminal.writing import Writing, rows_of
from tests.reasoning.scripted import Endpoint, Scripted, error, reply
from tests.reasoning.terminal import KOG, at_a_terminal
from tests.reasoning.workspace import PAY, step, steps, workspace

LETTER = "Dear Zebulon,\nwe have asked the carrier where your parcel is.\nThe team"
DRAFT = 'The letter is "My parcel never came!".\nDraft a reply to the letter as the reply.\n'


def slowly(one: Scripted) -> Scripted:
    return dataclasses.replace(one, pause=0.12)


def test_a_draft_is_shown_while_it_is_written(tmp_path: Path) -> None:
    # So long that it is not over before it was looked at, however busy the machine is.
    written = reply({"evidence": [], "answer": LETTER * 20, "confidence": 0.9})
    with Endpoint(slowly(written)) as endpoint:
        workspace(tmp_path, DRAFT, endpoint.url)
        child = at_a_terminal(tmp_path, "run", "pay.kog", size=(40, 80), term="xterm")
        child.expect("The model answers:")
        child.expect("we have asked")
        child.expect("The teamDear")
        endpoint.hurry.set()
        child.expect("Done .r1")
        # All of its lines are erased before the summary.
        assert child.before.rstrip().endswith("\x1b[2K")
        assert child.before.count("\x1b[1A\x1b[2K") >= 3
        child.expect(pexpect.EOF)


def test_a_proposal_is_shown_while_it_comes_and_can_be_stopped(tmp_path: Path) -> None:
    pay = step("pay {invoice}", invoice="the invoice")
    with Endpoint(slowly(steps(*[pay] * 30)), slowly(steps(pay))) as endpoint:
        workspace(tmp_path, PAY, endpoint.url)
        child = at_a_terminal(tmp_path, "resolve", "pay.kog", size=(40, 80), term="xterm")
        child.expect("Type a number|Type 1")
        child.sendline("m")
        child.expect("The model answers:")
        child.expect(r"pay \{inv")
        child.sendintr()
        child.expect("Stopped")
        endpoint.hurry.set()
        child.sendline("m")
        child.expect("Look twice: not accounted for: Settle")
        child.sendline("q")
        child.expect(pexpect.EOF)


def test_nothing_is_shown_where_there_is_no_terminal(tmp_path: Path) -> None:
    import subprocess

    written = reply({"evidence": [], "answer": LETTER, "confidence": 0.9})
    with Endpoint(written) as endpoint:
        workspace(tmp_path, DRAFT, endpoint.url)
        done = subprocess.run(
            [KOG, "run", "pay.kog"], cwd=tmp_path, capture_output=True, text=True,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert "stream" not in endpoint.requests[0]
    assert (done.returncode, done.stderr.strip()) == (0, "Done (r1).")


@pytest.mark.parametrize("width", [20, 79])
def test_rows_are_the_end_of_what_is_said(width: int) -> None:
    text = '{"evidence": ["never came"], "answer": "' + "word " * 200
    rows = rows_of("judge", text, width)
    assert rows[0] == "The model answers:" and 2 <= len(rows) <= 7
    assert all(len(row) <= width for row in rows)
    assert rows_of("judge", '{"evidence": ["never', width) == [
        "The model reads …", '    "never"',
    ]  # fmt: skip
    said = '{"kind": "steps", "steps": [{"if": "", "phrase": "pay {invoice}", "invoice": "the inv'
    assert rows_of("translate", said, 79)[1:] == ["    pay {invoice} · the inv"]


def test_what_is_not_a_terminal_is_not_drawn_on(capsys: pytest.CaptureFixture[str]) -> None:
    shown = Writing(Screen())
    shown("judge", '{"answer": "Dear')
    shown("judge", "")
    assert capsys.readouterr().err == ""


def test_why_it_is_waited_for_is_on_the_screen(tmp_path: Path) -> None:
    with Endpoint(error(429, retry_after="1"), reply(
        {"evidence": [], "answer": LETTER, "confidence": 0.9}
    )) as endpoint:  # fmt: skip
        workspace(tmp_path, DRAFT, endpoint.url)
        settings = tmp_path / "kognilang.toml"
        settings.write_text(settings.read_text().replace("tries = 1", "tries = 2"))
        child = at_a_terminal(tmp_path, "run", "pay.kog", size=(40, 80), term="xterm")
        child.expect("too busy")
        child.expect("asked again in 1 s")
        child.expect("Done .r1")
        child.expect(pexpect.EOF)
