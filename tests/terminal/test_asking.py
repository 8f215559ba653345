"""Asking in place, at a real terminal and from a pipe."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from tests.patience import PATIENCE
from tests.terminal.process import environment

ASK = """
import sys
from pathlib import Path
from dataclasses import replace
from kognilang.asking.answers import interpret
from kognilang.settings import Settings
from kognilang.terminal.asking import AtTheTerminal
from kognilang.terminal.screen import Screen
from tests.terminal.test_layout import QUESTION

here = AtTheTerminal(Screen())
for number in (1, 2):
    question = replace(QUESTION, id=f"q{number}")
    text = here(question)
    while text is not None:
        reply = interpret(text, question, Settings(Path(".")))
        if reply.accepted:
            break
        text = here(question, reply.reason)
    print("answer", number, repr(text))
"""

ROOT = Path(__file__).parents[2]


@pytest.fixture
def asked(tmp_path, home):
    script = tmp_path / "ask.py"
    script.write_text(f"import sys; sys.path.insert(0, {str(ROOT)!r})\n" + ASK)
    spawned = []

    def start(columns: int = 80) -> pexpect.spawn:
        child = pexpect.spawn(
            sys.executable,
            [str(script)],
            dimensions=(24, columns),
            env=environment(home),
            encoding="utf-8",
            timeout=PATIENCE,
        )
        spawned.append(child)
        return child

    start.script = script
    yield start
    for child in spawned:
        child.close(force=True)


def test_it_asks_again_with_the_reason_until_an_answer_fits(asked):
    child = asked()
    child.expect("unit price should be within 2%")
    child.expect("money> ")
    child.sendline("banana")
    child.expect('"banana" is not an amount of money')
    child.expect("money> ")
    child.sendline("")
    child.expect("An empty line is no answer")
    child.expect("money> ")
    child.sendline("$100")
    child.expect(r"answer 1 '\$100'")
    child.expect("money> ")
    child.sendline("skip this invoice")
    child.expect("answer 2 'skip this invoice'")


def test_the_end_of_the_input_leaves_one_question_at_a_terminal(asked):
    child = asked()
    child.expect("money> ")
    child.sendeof()
    child.expect("Left for later: kog answer q1")
    child.expect("answer 1 None")
    child.expect("money> ")
    child.sendline("a")
    child.expect("answer 2 'a'")


def test_a_narrow_terminal_is_not_overrun(asked):
    child = asked(columns=40)
    child.expect("money> ")
    lines = child.before.splitlines()
    assert max(map(len, lines)) <= 40 + len("\x1b[1;36m\x1b[0m")


def test_a_pipe_that_ends_leaves_the_rest_and_says_so_once(asked, home):
    ended = subprocess.run(
        [sys.executable, str(asked.script)],
        input="banana\n$7\n",
        capture_output=True,
        text=True,
        env=environment(home),
        timeout=PATIENCE,
    )
    assert ended.stdout == "answer 1 '$7'\nanswer 2 None\n"
    assert "is not an amount of money" in ended.stderr
    assert ended.stderr.count("Left for later") == 1
    assert "\x1b" not in ended.stderr
