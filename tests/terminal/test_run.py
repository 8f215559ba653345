"""Running, asking, answering and looking back, with the real command on real files."""

from __future__ import annotations

import json
import signal
import subprocess
import sys

import pexpect
import pytest

from tests.patience import PATIENCE, until_it_waits
from tests.terminal.process import environment, spawn

HELLO = 'The limit is $500.\nSay "The limit is {the limit}.".\n'
ASKS = 'Ask "Which cost centre?"\nSay "It is {the answer}."\n'
ORDERS = """\
The orders are
    | Customer | Total |
    | Acme | $620 |
    | Borg | |
    | Cord | $80 |

Process each order in the orders as follows:
    Make sure the order's total is more than $100.
    Say "{the order's customer} is fine."
"""
SETTINGS = """\
currency = "USD"
[people]
clerk = { email = "clerk@example.com" }
"finance manager" = { email = "fm@example.com" }
[questions]
to = "clerk"
"""


@pytest.fixture
def write(tmp_path):
    def write(text: str, name: str = "work.kog") -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return name

    return write


def test_a_finished_run(kog, write):
    ended = kog("run", write(HELLO))
    assert ended.code == 0
    assert ended.out == "The limit is $500.\n"
    assert "Done (r1)." in ended.err


def test_quiet_leaves_only_what_is_said(kog, write):
    ended = kog("run", write(HELLO), "--quiet")
    assert (ended.out, ended.err) == ("The limit is $500.\n", "")


def test_a_run_as_one_document(kog, write):
    ended = kog("run", write(HELLO), "--json")
    data = json.loads(ended.out)
    assert ended.err == ""
    assert (data["run"], data["status"], data["said"]) == (
        "r1",
        "finished",
        ["The limit is $500."],
    )


def test_a_failed_run(kog, write):
    ended = kog("run", write('Stop because "the month is closed".\n'), "--quiet")
    assert ended.code == 1
    assert "the month is closed" in ended.err


@pytest.mark.parametrize(
    "text",
    ["", "\0\1\2", 'Say "a.\n', "Frobnicate the orders.\n", "If 1 is 1:\n\tSay.\n    Say.\n"],
)
def test_bad_text_is_refused_and_leaves_nothing(kog, write, tmp_path, text):
    name = write(text)
    before = sorted(tmp_path.rglob("*"))
    ended = kog("run", name)
    assert ended.code == 2
    assert ended.out == ""
    assert "Nothing was run." in ended.err
    assert sorted(tmp_path.rglob("*")) == before
    data = json.loads(kog("run", name, "--json").out)
    assert data["problems"][0]["code"].startswith("KL")
    assert kog("check", name).code == 2


def test_a_value_from_outside(kog, write):
    name = write('Say "Month {the month}."\n')
    assert kog("run", name, "--set", "the month=March").out == "Month March.\n"
    assert kog("check", name, "--json").code == 0
    assert json.loads(kog("check", name, "--json").out)[0]["inputs"] == ["month"]
    wrong = kog("run", name, "--set", "mnth=March")
    assert wrong.code == 2
    assert "month" in wrong.err


def test_a_name_that_is_set_twice_is_refused(kog, write):
    name = write('Say "Month {the month}, {the year}."\n')
    twice = kog("run", name, "--set", "month=March", "--set", "the Month=April", "--set", "year=1")
    assert twice.code == 2 and twice.out == ""
    assert '"month" is set twice: to "March" and to "April". Leave one --set out.' in twice.err
    assert kog("run", name, "--set", "month=May", "--set", "year=1").out == "Month May, 1.\n"


def test_check_reads_every_file(kog, write):
    good, bad = write(HELLO, "good.kog"), write("Frobnicate.\n", "bad.kog")
    ended = kog("check", bad, good)
    assert ended.code == 2
    assert ended.out == ""
    assert "good.kog: understood (2 sentences)." in ended.err
    assert "bad.kog: one problem." in ended.err
    assert [one["understood"] for one in json.loads(kog("check", bad, good, "--json").out)] == [
        False,
        True,
    ]
    assert kog("check", good, "--locked").code == 0


def test_answers_in_order_and_parking_without_input(kog, write):
    name = write(ASKS)
    assert kog("run", name, "--answer", "CC-9", "--no-input").out == "It is CC-9.\n"
    parked = kog("run", name, "--no-input")
    assert (parked.code, parked.out) == (3, "")
    assert "kog answer q2" in parked.err
    listed = json.loads(kog("inbox", "--json").out)
    assert [one["id"] for one in listed] == ["q2"]
    assert listed[0]["text"] == "Which cost centre?"
    answered = kog("answer", "q2", "CC-7")
    assert (answered.code, answered.out) == (0, "It is CC-7.\n")
    assert kog("answer", "q2", "CC-8").code == 2
    assert "already" in kog("answer", "q2", "CC-8").err
    assert json.loads(kog("inbox", "--json").out) == []


def test_answers_from_a_pipe(kog, write):
    ended = kog("run", write(ASKS), typed="CC-3\n")
    assert (ended.code, ended.out) == (0, "It is CC-3.\n")
    assert "Which cost centre?" in ended.err
    ended = kog("run", write(ASKS), typed="")
    assert ended.code == 3
    assert "Left for later" in ended.err


def test_the_exit_code_says_that_it_waits_with_json_too(kog, write):
    ended = kog("run", write(ASKS), "--no-input", "--json")
    assert ended.code == 3
    data = json.loads(ended.out)
    assert data["status"] == "parked"
    assert data["questions"][0]["text"] == "Which cost centre?"
    assert data["next"] == ["kog answer q1"]


def test_lanes_are_counted_and_who_answers_is_told(kog, write, tmp_path):
    (tmp_path / "kognilang.toml").write_text(SETTINGS)
    ended = kog("run", write(ORDERS), "--no-input")
    assert ended.code == 3
    assert ended.out == "Acme is fine.\n"
    assert "order: 1 done, 2 waiting" in ended.err
    assert "Waiting for the clerk:" in ended.err
    mine = kog("inbox", "--as", "finance manager")
    assert mine.out == ""
    assert "Nothing waits for finance manager." in mine.err
    shown = kog("inbox")
    assert "── q1" in shown.out
    assert "$80" in shown.out
    others = kog("answer", "q1", "skip this order", "--as", "finance manager")
    assert others.code == 2
    assert '--as "clerk"' in others.err
    assert kog("answer", "q1", "skip this order").code == 3
    last = kog("answer", "q2", "skip", "this", "order", "--as", "clerk")
    assert last.code == 0
    assert "order: 1 done, 2 skipped" in last.err


def test_looking_back(kog, write):
    kog("run", write(HELLO))
    kog("run", write(ASKS), "--no-input")
    rows = json.loads(kog("runs", "--json").out)
    assert [(row["id"], row["status"], row["questions"]) for row in rows] == [
        ("r1", "finished", 0),
        ("r2", "parked", 1),
    ]
    assert {"procedure", "started_at", "ended_at"} <= rows[0].keys()
    listed = kog("runs").out.splitlines()
    assert listed[0].split() == ["run", "status", "started", "procedure"]
    assert "waits (1 question)" in listed[2]
    shown = kog("show", "r1")
    assert 'Say "The limit is {the limit}."' in shown.out
    assert 'said "The limit is $500."' in shown.out
    assert json.loads(kog("show", "r1", "--json").out)["run"] == "r1"
    assert kog("verify").code == 0
    assert json.loads(kog("verify", "--json").out) == [
        {"run": "r1", "fault": None},
        {"run": "r2", "fault": None},
    ]
    for command in ("show", "resume", "cancel", "verify"):
        missing = kog(command, "r9")
        assert missing.code == 2, command
        assert "r9" in missing.err


def test_a_cancelled_run_is_over(kog, write):
    kog("run", write(ASKS), "--no-input")
    assert kog("cancel", "r1").code == 0
    assert json.loads(kog("inbox", "--json").out) == []
    assert kog("cancel", "r1").code == 2
    assert kog("resume", "r1").code == 1


def test_verify_finds_a_changed_journal(kog, write, tmp_path):
    import sqlite3

    kog("run", write(HELLO))
    store = sqlite3.connect(tmp_path / ".kognilang" / "store.db")
    store.execute("UPDATE journal SET data = replace(data, '500', '501')")
    store.commit()
    store.close()
    ended = kog("verify")
    assert ended.code == 1
    assert "r1" in ended.err


def test_a_dry_run_says_what_it_would_do_and_does_nothing(kog, write, tmp_path):
    name = write('Write to the file "out.txt":\n    hello\n')
    ended = kog("run", name, "--dry-run")
    assert ended.code == 0
    assert ended.out == ""
    assert "Would" in ended.err
    assert "out.txt" in ended.err
    assert not (tmp_path / "out.txt").exists()
    assert not (tmp_path / ".kognilang").exists()


def test_a_damaged_store_is_said_plainly_and_kept(kog, write, tmp_path):
    name = write(HELLO)
    kog("run", name)
    store = tmp_path / ".kognilang" / "store.db"
    for other in store.parent.iterdir():
        if other != store:
            other.unlink()
    store.write_bytes(b"not a database, but long enough to be looked at" * 50)
    kept = store.read_bytes()
    for words in (["run", name], ["runs"], ["inbox"]):
        ended = kog(*words)
        assert ended.code == 1, words
        assert "A fault in KogniLang itself" not in ended.err
        assert ended.err.count("\n") <= 4
    assert store.read_bytes() == kept


def test_a_fresh_start(kog, write, tmp_path):
    (tmp_path / "kognilang.toml").write_text('results = "results"\n')
    name = write('Write to the file "results/out.txt":\n    hello\n' + ASKS)
    kog("run", name, "--no-input")
    old = tmp_path / "results" / "old.txt"
    old.write_text("old")
    bad = write("Frobnicate.\n", "bad.kog")
    assert kog("run", bad, "--fresh").code == 2
    assert old.exists()
    assert kog("run", name, "--fresh", "--no-input").code == 3
    assert not old.exists()
    assert [row["status"] for row in json.loads(kog("runs", "--json").out)] == [
        "cancelled",
        "parked",
    ]
    assert kog("run", name, "--fresh", "--dry-run").code == 2


def test_resume_asks_what_waits(kog, write):
    kog("run", write(ASKS), "--no-input")
    assert kog("resume", "r1", "--no-input").code == 3
    ended = kog("resume", "r1", "--answer", "CC-1", "--no-input")
    assert (ended.code, ended.out) == (0, "It is CC-1.\n")


def test_explain_shows_sentences_skills_and_words(kog, write):
    name = write('The limit is $500.\nWrite to the file "out.txt":\n    {the limit}\n')
    ended = kog("explain", name)
    assert ended.code == 0
    assert "changes something outside" in ended.out
    assert '"out.txt"' in ended.out
    data = json.loads(kog("explain", name, "--json").out)
    assert [one["line"] for one in data["sentences"]] == [1, 2]
    assert data["sentences"][1]["effect"] == "write"


def test_explain_expands_a_code(kog, write):
    code = json.loads(kog("check", write("Frobnicate.\n"), "--json").out)[0]["problems"][0]["code"]
    ended = kog("explain", code)
    assert ended.code == 0
    assert ended.out.startswith(code)


def test_skills_are_found_by_words(kog):
    ended = kog("skills", "sending", "email")
    assert ended.code == 0
    assert "send an email to {recipient}" in ended.out
    assert "effect: write" in ended.out
    assert kog("skills", "frobnicate").code == 1
    everything = json.loads(kog("skills", "--json").out)
    assert {"id", "phrases", "slots", "effect"} <= everything[0].keys()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("tables.add_row", "add a row to the spreadsheet {file}"),
        ("Tables.Add_Row", "add a row to the spreadsheet {file}"),
        ("add_row", "add a row to the spreadsheet {file}"),
        ("add a row to the spreadsheet {file} with {details}", "add a row to the spreadsheet"),
        ('Add a row to the spreadsheet "a.csv"', "add a row to the spreadsheet {file}"),
        ("email {recipient} about {subject}: {body}", "send an email to {recipient}"),
        ("adding rows spreadsheet", "add a row to the spreadsheet {file}"),
    ],
)
def test_a_skill_is_found_by_its_id_a_phrase_or_a_part_of_one(kog, typed, first):
    ended = kog("skills", typed)
    assert ended.code == 0
    assert ended.out.startswith(first)
    by_id = kog("skills", "mail.send_email").out
    assert by_id.startswith("send an email to") and by_id.count("effect:") == 1
    assert "  id: mail.send_email" in by_id


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("tables.addrow", "kog skills tables.add_row"),
        ("tables.nothing_such", "kog skills tables.save"),
        ("table.save", "kog skills tables.save"),
        ("emial", "kog skills email"),
        ("archive", "kog skills move"),
        ("Wait", '"Wait …" is a sentence of the language itself'),
    ],
)
def test_what_is_near_is_told_where_no_skill_is_found(kog, typed, said):
    ended = kog("skills", typed)
    assert ended.code == 1
    assert said in ended.err
    assert ended.out == ""


def test_a_word_that_no_phrase_has_is_told(kog):
    ended = kog("skills", "frobnicate", "spreadsheet")
    assert 'No phrase has "frobnicate".' in ended.err
    assert "read the spreadsheet {file}" in ended.out


def test_the_first_procedure_of_init_runs(kog, tmp_path):
    kog("init", "billing")
    ended = kog("run", "billing/first.kog")
    assert ended.code == 0
    assert ended.out.endswith("3 orders, $2,220 in all.\n")


def test_asked_in_place_and_interrupted(home, write, tmp_path):
    name = write(ASKS)
    child = spawn(home, tmp_path, "run", name)
    child.expect("Which cost centre")
    child.expect("> ")
    # An interrupt between the prompt and the wait for keys is seen with the next key only.
    until_it_waits(child.pid)
    child.sendintr()
    child.expect("Interrupted. The run r1 is parked")
    child.expect("kog resume r1")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    child = spawn(home, tmp_path, "resume", "r1")
    child.expect("> ")
    child.sendline("CC-5")
    child.expect("It is CC-5.")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_a_long_run_shows_progress_and_stops_at_ctrl_c(home, write, tmp_path):
    name = write(
        "For each number from 1 to 1000000000:\n"
        "    Let the square be the number times the number.\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-m", "kognilang.terminal.main", "run", name],
        cwd=tmp_path,
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stderr is not None
    try:
        assert "/1000000000" in child.stderr.readline()
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=PATIENCE)
    finally:
        child.kill()
    assert child.returncode == 130
    assert out == ""
    assert "The run r1 is parked where it was." in err
    assert "Traceback" not in err


def test_answering_by_prompt(home, write, tmp_path, kog):
    kog("run", write('Ask the user for the PO number.\nSay "{the PO number}".\n'), "--no-input")
    child = spawn(home, tmp_path, "answer", "q1")
    child.expect("> ")
    child.sendline("PO-7")
    child.expect("Done \\(r1\\)")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_no_colour_where_it_is_not_wanted(home, write, tmp_path):
    name = write("Frobnicate.\n")
    child = spawn(home, tmp_path, "check", name, NO_COLOR="1")
    child.expect(pexpect.EOF)
    assert "\x1b[3" not in child.before
    assert "\x1b[1" not in child.before
    child = spawn(home, tmp_path, "check", name)
    child.expect(pexpect.EOF)
    assert "\x1b[" in child.before
