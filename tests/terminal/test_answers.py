"""Answers through `kog answer`: every form of them, who may give them, and groups."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from tests.patience import PATIENCE
from tests.terminal.process import Kog, environment, spawn

Lay = Callable[..., None]

TOML = """
currency = "USD"
me = "AP clerk"

[people]
"AP clerk" = { email = "ap@example.com" }
"finance manager" = { name = "Fay Meyer" }
"CFO" = { name = "Carla Ortiz" }
"controller" = {}
"director" = {}
"ann" = { name = "Ann Lee", roles = ["director"] }
"bob" = { name = "Bob Miller", roles = ["director"] }

[questions]
to = "AP clerk"

[[stand-ins]]
who = "finance manager"
for = "CFO"
until = 2999-01-01

[[stand-ins]]
who = "controller"
for = "CFO"
until = 2020-01-01
"""

INVOICES = "Number,Vendor,Total,PO number\nINV-1,Acme,100,\nINV-2,Acme,200,\nINV-3,Acme,300,\n"

EACH = """\
Read the spreadsheet "invoices.csv" as the invoices.
Process each invoice as follows:
    Make sure the invoice's PO number is not blank.
    Say "{the invoice's number}: {the invoice's PO number}".
"""

FLAKY = '''
"""A peer that fails some times, and one that needs a password."""

from collections.abc import Callable
from pathlib import Path

from kognilang import Here, Problematic, skill


@skill("ask the peer", effect="read")
def ask_the_peer(here: Here) -> str:
    """Answer the fourth time."""
    count = Path("count")
    seen = len(count.read_text()) + 1 if count.exists() else 1
    count.write_text("." * seen)
    if seen < 4:
        raise Problematic(f"The peer is out (call {seen}).", "unreachable")
    return "here"


@skill("log in to the bank", effect="read")
def log_in(here: Here) -> str:
    """Need a secret."""
    return f"a PIN of {len(here.secret('BANK_PIN'))} letters"
'''


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    def laid(text: str, **files: str) -> None:
        (tmp_path / "kognilang.toml").write_text(files.pop("toml", TOML))
        (tmp_path / "pay.kog").write_text(text)
        (tmp_path / "invoices.csv").write_text(INVOICES)
        if "skills" in files:
            (tmp_path / "skills").mkdir()
            (tmp_path / "skills" / "peer.py").write_text(files["skills"])

    return laid


def test_a_group_is_answered_in_part_after_a_preview(kog: Kog, lay: Lay) -> None:
    lay(EACH)
    assert kog("run", "pay.kog", "--no-input").code == 3
    inbox = kog("inbox").out
    assert "3 questions about the same situation:" in inbox
    assert "To answer all 3 alike: kog answer q1 ANSWER --all" in inbox
    some = kog("answer", "q1", "PO number: PO-9", "--all", typed="q1 and q3\n")
    assert 'q1   invoice INV-1: sets the invoice\'s PO number to "PO-9"' in some.err
    assert "Answer all 3 so? (yes, no, or which of them, such as q1 q2)" in some.err
    assert "2 questions answered." in some.err
    assert some.out == "INV-1: PO-9\nINV-3: PO-9\n"
    none = kog("answer", "q2", "skip this invoice", "--all", typed="no\n")
    assert "leaves invoice INV-2 out and goes on with the next" in none.err
    assert none.code == 3 and "Nothing was answered" in none.err
    strange = kog("answer", "q2", "skip this invoice", "--only", "q2,q7")
    assert strange.code == 2 and '"q7" is none of these questions' in strange.err
    done = kog("answer", "q2", "skip this invoice", "--only", "q2", "--yes")
    assert done.code == 0 and "2 done, 1 skipped" in done.err


def test_what_does_not_fit_is_said_in_the_preview(kog: Kog, lay: Lay) -> None:
    lay(EACH)
    kog("run", "pay.kog", "--no-input")
    wrong = kog("answer", "q1", "total: banana", "--all", typed="yes\n")
    assert wrong.code == 2
    assert 'q2   invoice INV-2: it does not fit. For total: "banana" is not a number' in " ".join(
        wrong.err.split()
    ).replace("q2 invoice", "q2   invoice")
    assert "It answers none of the questions; they still wait." in wrong.err


def test_two_of_the_directors_are_two_people(kog: Kog, lay: Lay) -> None:
    lay('The sum is $5.\nGet approval from two of the directors for the sum.\nSay "paid".')
    assert kog("run", "pay.kog", "--no-input").code == 3
    assert "Two different people must answer." in " ".join(kog("inbox").out.split())
    role = kog("answer", "q1", "yes", "--as", "director")
    assert role.code == 2 and 'say who you are: --as "Ann" or --as "Bob"' in role.err
    assert kog("answer", "q1", "yes", "--as", "ann").code == 3
    assert "Ann Lee has answered; one more person must." in kog("inbox").out
    assert "Nothing waits for ann." in kog("inbox", "--as", "ann").err
    assert "q2" in kog("inbox", "--as", "bob").out
    assert "q2" in kog("inbox", "--as", "director").out
    twice = kog("answer", "q2", "yes", "--as", "Ann Lee")
    assert twice.code == 2 and "Ann Lee has answered this already" in twice.err
    done = kog("answer", "q2", "yes", "--as", "bob")
    assert done.code == 0 and done.out == "paid\n"


def test_several_who_do_not_agree_are_a_question(kog: Kog, lay: Lay) -> None:
    lay('Ask two of the directors whether to pay.\nSay "on".')
    kog("run", "pay.kog", "--no-input")
    kog("answer", "q1", "yes", "--as", "ann")
    kog("answer", "q2", "no", "--as", "bob")
    shown = kog("inbox").out
    assert 'Ann Lee said "yes" and Bob Miller said "no".' in shown
    assert kog("answer", "q3", "skip this step").out == "on\n"


def test_who_stands_in_may_answer_while_they_do(kog: Kog, lay: Lay) -> None:
    lay('Ask the CFO "Pay it?".\nSay "{the answer}".')
    kog("run", "pay.kog", "--no-input")
    assert (
        "Fay Meyer stands in" in kog("inbox").out or "finance manager stands in" in kog("inbox").out
    )
    over = kog("answer", "q1", "no", "--as", "controller")
    assert over.code == 2 and "is for the CFO" in over.err
    assert kog("answer", "q1", "yes please", "--as", "finance manager").out == "yes please\n"


def test_the_same_answer_again_is_no_mistake_and_another_is_too_late(kog: Kog, lay: Lay) -> None:
    lay('Ask the CFO "Pay it?".\nSay "{the answer}".')
    kog("run", "pay.kog", "--no-input")
    assert kog("answer", "q1", "yes", "--as", "CFO").code == 0
    again = kog("answer", "q1", "yes", "--as", "CFO")
    assert again.code == 0 and again.out == ""
    late = kog("answer", "q1", "no", "--as", "finance manager")
    assert late.code == 2
    assert 'Carla Ortiz has already answered the question q1 with "yes"' in " ".join(
        late.err.split()
    )


def test_who_is_asked_in_place_is_told_that_somebody_else_was_quicker(
    kog: Kog, lay: Lay, tmp_path: Path, home: Path
) -> None:
    lay('Ask "Which?".\nSay "It is {the answer}".', toml="")
    child = spawn(home, tmp_path, "run", "pay.kog")
    child.expect("> ")
    assert kog("answer", "q1", "red", "--as", "Bob").code in (0, 3)
    child.sendline("blue")
    child.expect("Bob has already answered")
    child.expect("It is red")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_two_at_once_are_one_winner_and_one_notice(lay: Lay, tmp_path: Path, home: Path) -> None:
    lay('Ask "Which?".\nSay "{the answer}".', toml="")
    command = [sys.executable, "-m", "kognilang.terminal.main"]

    def start(*words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*command, *words], cwd=tmp_path, env=environment(home), text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
        )  # fmt: skip

    start("run", "pay.kog", "--no-input").wait()
    both = [start("answer", "q1", word, "--as", word) for word in ("left", "right")]
    ended = [(one.communicate(timeout=PATIENCE), one.returncode) for one in both]
    said = "".join(out for (out, _), _ in ended)
    assert said in ("left\n", "right\n")
    refused = [err for (_, err), code in ended if "changes nothing" in err]
    assert len(refused) == 1, ended


def test_trying_again_several_times_without_asking(kog: Kog, lay: Lay, tmp_path: Path) -> None:
    lay('Ask the peer.\nSay "{the result}".', skills=FLAKY)
    assert kog("run", "pay.kog", "--no-input").code == 3
    endless = kog("answer", "q1", "try again every minute")
    assert endless.code == 2 and "how many times at most" in endless.err
    assert kog("answer", "q1", "try again").code == 3
    shown = kog("inbox").out
    assert "tried before" in shown and "The peer is out (call 1)." in shown
    done = kog("answer", "q2", "try again up to 3 times, waiting 1 second in between")
    assert done.code == 0 and done.out == "here\n"
    assert (tmp_path / "count").read_text() == "...."


def test_trying_again_later_parks_until_then(kog: Kog, lay: Lay) -> None:
    lay('Ask the peer.\nSay "{the result}".', skills=FLAKY)
    kog("run", "pay.kog", "--no-input")
    later = kog("answer", "q1", "try again in 2 hours")
    assert later.code == 3 and "waits until" in later.err
    (run,) = json.loads(kog("runs", "--json").out)
    assert run["status"] == "waiting"
    assert kog("inbox").err == "Nothing waits.\n"


def test_a_secret_is_typed_unseen_and_kept_out_of_the_store(
    kog: Kog, lay: Lay, tmp_path: Path, home: Path
) -> None:
    lay('Log in to the bank.\nSay "{the result}".', skills=FLAKY)
    assert kog("run", "pay.kog", "--no-input").code == 3
    assert 'The secret "BANK_PIN" is not set' in kog("inbox").out
    shown = kog("answer", "q1", "hunter-2-hunter")
    assert shown.code == 2 and "not written into a command" in shown.err
    child = spawn(home, tmp_path, "answer", "q1")
    child.expect("secret> ")
    child.sendline("hunter-2-hunter")
    child.expect("a PIN of 15 letters")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert "hunter" not in child.before
    secrets = tmp_path / ".kognilang" / "secrets.toml"
    assert secrets.read_text() == '"BANK_PIN" = "hunter-2-hunter"\n'
    assert secrets.stat().st_mode & 0o077 == 0
    for file in (tmp_path / ".kognilang").glob("store.db*"):
        assert b"hunter" not in file.read_bytes()
    store = sqlite3.connect(tmp_path / ".kognilang" / "store.db")
    assert store.execute("SELECT text FROM answer").fetchall() == [("(typed unseen)",)]


def test_a_step_that_is_needed_later_is_not_skipped(kog: Kog, lay: Lay) -> None:
    lay(
        'Read the spreadsheet "invoices.csv" as the invoices.\n'
        'Let the order be the invoice whose number is "INV-9".\n'
        'Say "{the order\'s total}".\n'
    )
    kog("run", "pay.kog", "--no-input")
    refused = kog("answer", "q1", "skip this step")
    assert refused.code == 2
    assert "line 3 needs the order, which it sets" in " ".join(refused.err.split())
    given = kog(
        "answer", "q1", 'Let the order be the invoice whose number is "INV-1". Skip this step.'
    )
    assert given.out == "100\n"


def test_a_notice_waits_in_the_inbox_of_whom_it_is_for(kog: Kog, lay: Lay) -> None:
    lay('Tell the CFO "All paid.".')
    assert kog("run", "pay.kog").code == 0
    shown = kog("inbox", "--as", "CFO").out
    assert "One notice:" in shown and "All paid." in shown
    assert "All paid" not in kog("inbox", "--as", "AP clerk").out
    (notice,) = json.loads(kog("inbox", "--json").out)
    assert notice["kind"] == "notice" and notice["to"] == "Carla Ortiz"
    assert "1 notice marked as seen." in kog("inbox", "--as", "CFO", "--seen").err
    assert "All paid" not in kog("inbox").out


def test_reminders_come_while_a_question_waits(kog: Kog, lay: Lay) -> None:
    lay('Ask the CFO "Pay it?", reminding them every 1 second.\nSay "{the answer}".')
    assert kog("run", "pay.kog", "--no-input").code == 3
    time.sleep(1.1)
    shown = " ".join(kog("inbox").out.split())
    assert 'for the CFO: A reminder: "Pay it?" (q1) still waits for your answer.' in shown
    time.sleep(2.2)
    late = json.loads(kog("inbox", "--json", "--as", "CFO").out)
    # However late it is looked at, and however often it was reminded of, one reminder is shown.
    assert [one["kind"] for one in late] == ["ask", "notice"]
    assert kog("answer", "q1", "yes", "--as", "CFO").out == "yes\n"
    # What is answered needs no reminding.
    assert kog("inbox").err.strip() == "Nothing waits."


def test_a_question_is_passed_on_when_nobody_answers_in_time(kog: Kog, lay: Lay) -> None:
    lay(
        'Ask the CFO "Pay it?" within 1 second, otherwise ask the finance manager "Instead?".\n'
        'Say "{the answer}".\n'
    )
    assert kog("run", "pay.kog", "--no-input").code == 3
    shown = kog("inbox").out
    assert "Instead?" in shown and "for the finance manager" in shown and "Pay it?" not in shown
    assert kog("answer", "q2", "yes", "--as", "finance manager").out == "yes\n"
