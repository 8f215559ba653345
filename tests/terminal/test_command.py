"""The command itself: version, help, bad usage, faults."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kognilang import __version__
from kognilang.terminal.catalogue import SUMMARIES
from tests.terminal.process import environment


def test_the_version_and_what_it_imports():
    ended = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kognilang.terminal.main", "--version"],
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0
    assert ended.stdout == f"kognilang {__version__}\n"
    imported = {line.rpartition("|")[2].strip() for line in ended.stderr.splitlines()}
    ours = {name for name in imported if name.startswith("kognilang")}
    assert ours == {"kognilang", "kognilang.terminal"}
    assert not imported & {"argparse", "dataclasses", "decimal", "json", "lark", "sqlite3"}


def test_the_help_names_every_command(kog):
    ended = kog("--help")
    assert (ended.code, ended.err) == (0, "")
    for name, summary in SUMMARIES.items():
        assert f"  {name:<12}{summary}" in ended.out
    assert max(map(len, ended.out.splitlines())) <= 80
    assert kog("help").out == ended.out


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_command_has_help_with_an_example(kog, name):
    ended = kog(name, "--help")
    assert ended.code == 0
    assert SUMMARIES[name] in ended.out
    assert f"kog {name}" in ended.out.split("Everywhere:")[1]
    assert f"\nUsage: kog {name} " in ended.out
    for word in ("usage:", "positional arguments", "options:\n"):
        assert word not in ended.out


def test_the_help_of_a_command_shows_what_may_be_left_out(kog):
    told = kog("answer", "--help").out
    assert "Usage: kog answer ID [TEXT…] [OPTIONS]" in told
    assert "  --scope file|workspace\n" in told
    assert "\nRemembering (see kog learnings):\n" in told


@pytest.mark.parametrize("width", [30, 80, 200])
def test_the_help_fits_the_terminal(width):
    from kognilang.terminal.arguments import parser_of
    from kognilang.terminal.commands import answer
    from kognilang.terminal.helping import help_of

    parser = parser_of("answer")
    answer.describe(parser)
    groups = [(one.title, one._group_actions) for one in parser._action_groups]
    told = help_of("Answer.", "kog answer ID", groups, "", width)
    assert max(map(len, told.split("\n"))) <= min(width, 100)


def test_no_command_at_all_is_bad_usage(kog):
    assert kog().code == 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["rnu"], 'There is no command "rnu". Did you mean run'),
        (["frobnicate"], "All commands: init, check"),
        (["pay.kog"], "To run this file, write: kog run pay.kog"),
        (["--json", "runs"], "Write: kog runs --json"),
        (["run"], "Something is missing: FILE."),
        (["run", "x.kog", "--fresch"], "This command does not take --fresch."),
        (["run", "x.kog", "--set", "month"], '"month" should be NAME=VALUE'),
        (["run", "x.kog"], 'There is no file "x.kog".'),
        (["check", "nowhere/x.kog"], 'The folder "nowhere" is not there either.'),
        (["runs", "--workspace", "nowhere"], 'There is no folder "nowhere"'),
        (["completion", "tcsh"], "tcsh"),
        (["explain", "KL999"], "There is no problem with the code KL999."),
    ],
)
def test_bad_usage_says_what_to_type(kog, words, message):
    ended = kog(*words)
    assert ended.code == 2
    assert message in ended.err or ("--json" in words and message in json.loads(ended.out)["error"])
    if "--json" not in words:
        assert ended.out == ""


def test_a_misspelled_file_is_found(kog, tmp_path):
    (tmp_path / "invoices.kog").write_text('Say "a".\n')
    assert "Did you mean: invoices.kog" in kog("run", "invoice.kog").err


@pytest.mark.parametrize("words", [["run", "nope.kog"], ["rnu"], ["run"], ["answer"]])
def test_errors_are_one_json_document(kog, words):
    ended = kog(*words, "--json")
    assert ended.code == 2
    assert json.loads(ended.out)["error"]
    assert ended.err == ""


def test_an_unexpected_fault_is_one_line_and_a_file(kog, home, tmp_path):
    broken = tmp_path / "broken.py"
    broken.write_text(
        "import sys, kognilang.terminal.commands.completion as command\n"
        "def run(options, screen): raise KeyError('lost')\n"
        "command.run = run\n"
        "from kognilang.terminal.main import main\n"
        "sys.exit(main(['completion', 'bash']))\n"
    )
    ended = subprocess.run(
        [sys.executable, str(broken)], capture_output=True, text=True, env=environment(home)
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert "Traceback" not in ended.stderr
    first = ended.stderr.splitlines()[0]
    assert "KeyError" in first
    kept = Path(first.split("The details are in ")[1].rstrip("."))
    assert "raise KeyError('lost')" in kept.read_text()


def test_a_reader_that_leaves_is_no_fault(home):
    ended = subprocess.run(
        f"{sys.executable} -m kognilang.terminal.main --help | true",
        shell=True,
        capture_output=True,
        text=True,
        env=environment(home),
    )
    assert ended.stderr == ""


def test_closed_streams_are_no_fault(home):
    for closing in (">&-", "2>&-", "<&-"):
        ended = subprocess.run(
            f"{sys.executable} -m kognilang.terminal.main completion bash {closing}",
            shell=True,
            capture_output=True,
            text=True,
            env=environment(home),
        )
        assert ended.returncode == 0, closing
        assert ended.stderr == "", closing


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_name_every_command(kog, shell):
    ended = kog("completion", shell)
    assert ended.code == 0
    assert all(name in ended.out for name in SUMMARIES)


def test_bash_completes(kog, tmp_path):
    script = tmp_path / "kog.bash"
    script.write_text(kog("completion", "bash").out)
    (tmp_path / "pay.kog").write_text("")
    (tmp_path / "data.csv").write_text("")

    def complete(*words: str) -> list[str]:
        line = " ".join(f"'{word}'" for word in words)
        done = subprocess.run(
            [
                "bash",
                "-c",
                f". {script}; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _kog;"
                ' printf "%s\\n" "${COMPREPLY[@]}"',
            ],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            check=True,
        )
        return sorted(done.stdout.split())

    assert complete("kog", "ru") == ["run", "runs"]
    assert complete("kog", "run", "") == ["pay.kog"]
    assert complete("kog", "run", "--dr") == ["--dry-run"]


def test_init_makes_a_workspace_once(kog, tmp_path):
    ended = kog("init", "billing")
    assert ended.code == 0
    assert ended.out == ""
    assert "Next: kog run billing/first.kog" in ended.err
    made = sorted(path.name for path in (tmp_path / "billing").iterdir())
    assert made == [".gitignore", "first.kog", "kognilang.toml"]
    again = kog("init", "billing")
    assert again.code == 2
    assert "is a workspace already" in again.err


def test_init_keeps_what_is_there(kog, tmp_path):
    (tmp_path / "first.kog").write_text("mine")
    assert kog("init").code == 0
    assert (tmp_path / "first.kog").read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "message", "usage"),
    [
        (["show"], "Something is missing: RUN.", "Usage: kog show RUN [ITEM…] [OPTIONS]"),
        (["answer"], "Something is missing: ID.", "Usage: kog answer ID [TEXT…] [OPTIONS]"),
        (["check"], "Something is missing: FILE.", "Usage: kog check FILE… [OPTIONS]"),
        (["run", "a.kog", "--set"], "Something is missing after --set.", "Usage: kog run FILE"),
        (["stats", "--last", "x"], '"x" is no whole number.', "Usage: kog stats [OPTIONS]"),
        (["runs", "--status", "late"], '"late" is none of: ready,', "Usage: kog runs [OPTIONS]"),
        (["completion"], "Something is missing: SHELL.", "Usage: kog completion SHELL [OPTIONS]"),
        (["completion", "tcsh"], '"tcsh" is none of: bash, zsh, fish.', "Usage: kog completion"),
    ],
)
def test_what_is_missing_is_named_with_a_usage_of_one_line(kog, words, message, usage):
    ended = kog(*words)
    assert ended.code == 2
    assert message in ended.err and usage in ended.err
    assert max(map(len, ended.err.splitlines())) <= 100


def test_a_table_is_no_procedure(kog, tmp_path):
    (tmp_path / "invoices.csv").write_text("number,amount\nA1,600\n")
    (tmp_path / "invoices.kog").write_text('Say "a".\n')
    ended = kog("run", "invoices.csv")
    assert ended.code == 2
    assert ended.err.startswith('"invoices.csv" holds data; it is not a procedure.\n')
    assert "Did you mean: invoices.kog" in ended.err


def test_completion_offers_the_options_of_each_command(kog):
    script = kog("completion", "bash").out
    line = next(one for one in script.splitlines() if one.strip().startswith("retry)"))
    assert "--from" in line and "--detach" not in line


def test_runs_and_questions_by_their_numbers_alone(kog, tmp_path):
    (tmp_path / "a.kog").write_text("Get approval from the HR manager for the leave.\nSay 1.\n")
    ended = kog("run", "a.kog", "--no-input", "--set", "leave=3 days")
    assert "Waiting for the HR manager:" in ended.err
    assert kog("show", "1").out == kog("show", "R1").out == kog("show", "r1").out != ""
    assert "it waits" in kog("retry", "1").err
    left = kog("answer", "1", typed="")
    assert left.code == 2 and "yes or no>" not in left.err
    taken = kog("answer", "1", typed="yes\n")
    assert taken.code == 0 and "yes or no> yes" in taken.err


def test_a_newcomer_types_help_and_quit_into_the_repl(kog):
    ended = kog("repl", typed="help\nquit\nSay 1.\n")
    assert ended.code == 0
    assert ":undo" in ended.out + ended.err
    assert "1\n" not in ended.out.splitlines(keepends=True)


def test_a_problem_asks_nothing_where_nobody_sits(kog, tmp_path):
    (tmp_path / "a.kog").write_text("Frobnicate the bill.\n")
    for typed in ("", "1\n"):
        ended = kog("run", "a.kog", typed=typed)
        assert ended.code == 2
        assert not any(line.startswith(">") for line in ended.err.splitlines())
