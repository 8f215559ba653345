"""The interactive session, at a real terminal and from a pipe."""

from __future__ import annotations

import os

import pexpect
import pytest

from tests.patience import until_it_waits, until_it_works
from tests.terminal.process import spawn


def test_from_a_pipe(kog, tmp_path):
    typed = (
        "The limit is $5.\n"
        'If the limit is $5:\n    Say "yes".\n\n'
        "Frobnicate it.\n"
        "the limit plus $1\n"
        ":names\n"
        ":save kept\n"
    )
    ended = kog("repl", typed=typed)
    assert ended.code == 2
    assert ended.out == "yes\n$6\nthe limit  money  $5\n"
    assert "frobnicate" in ended.err
    assert not (tmp_path / ".kognilang").exists()
    assert "Frobnicate" not in (tmp_path / "kept.kog").read_text()
    again = kog("run", "kept.kog")
    assert (again.code, again.out.splitlines()[0]) == (0, "yes")


def test_a_question_in_a_pipe_takes_the_next_line(kog):
    ended = kog("repl", typed='Ask the user for the name.\nBob\nSay "Hello {the name}".\n')
    assert (ended.code, ended.out) == (0, "Hello Bob\n")


def test_quit_and_what_is_not_known(kog):
    ended = kog("repl", typed=':frob\n:quit\nSay "no".\n')
    assert ended.out == ""
    assert "There is no :frob." in ended.err


@pytest.fixture
def at_the_prompt(home, tmp_path):
    children = []

    def start(**more: str) -> pexpect.spawn:
        child = spawn(home, tmp_path, "repl", **more)
        children.append(child)
        child.expect("kog>")
        return child

    yield start
    for child in children:
        child.close(force=True)


def test_at_a_prompt(at_the_prompt, home):
    child = at_the_prompt(PROMPT_TOOLKIT_NO_CPR="1")
    child.sendline("The limit is $5.")
    child.expect("kog>")
    child.sendline("the limit times 3")
    child.expect(r"\$15")
    child.expect("kog>")
    until_it_waits(child.pid)
    child.send("Say nothing that")
    child.sendintr()
    child.expect("kog>")
    child.sendline('Say "{the limt}".')
    child.expect("Did you mean")
    child.expect("kog>")
    child.sendline("If the limit is $5:")
    child.expect(r"\.\.\.")
    child.sendline('Say "it is" followed by " five".')
    child.sendline("")
    child.expect("it is five")
    child.expect("kog>")
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert "the limit times 3" in (home / "state" / "kognilang" / "history").read_text()


def test_ctrl_c_stops_a_sentence_and_leaves_the_state_before_it(at_the_prompt):
    child = at_the_prompt(TERM="dumb")
    child.sendline("The x is 5.")
    child.expect("kog>")
    child.sendline("For each number from 1 to 100000000:")
    child.expect(r"\.\.\.")
    child.sendline("    Increase the x by 1.")
    child.expect(r"\.\.\.")
    child.sendline("")
    until_it_works(child.pid)
    child.sendintr()
    child.expect("Stopped. What was typed before stands as it was.")
    child.expect("kog>")
    child.sendline('Say "It is {the x} still".')
    child.expect("\nIt is 5 still")


def test_without_a_clever_terminal(at_the_prompt):
    child = at_the_prompt(TERM="dumb")
    child.sendline('Say "plain".')
    child.expect("\nplain")
    child.expect("kog>")
    child.sendeof()
    child.expect(pexpect.EOF)


def test_the_pipe_needs_no_prompt_toolkit(kog, tmp_path):
    (tmp_path / "blocked" / "prompt_toolkit").mkdir(parents=True)
    broken = tmp_path / "blocked" / "prompt_toolkit" / "__init__.py"
    broken.write_text("raise ImportError('not here')\n")
    path = os.pathsep.join([str(tmp_path / "blocked"), os.environ.get("PYTHONPATH", "")])
    assert kog("repl", typed='Say "a".\n', PYTHONPATH=path.rstrip(os.pathsep)).out == "a\n"
