"""The reasoning layer as a person meets it: resolve, run, check, the REPL, what it costs."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pexpect
import pytest

from tests.patience import PATIENCE
from tests.reasoning.scripted import Endpoint, reply
from tests.reasoning.terminal import KOG, at_a_terminal
from tests.reasoning.workspace import PAY, asks, resolving_of, step, steps, workspace

PAY_IT = steps(step("pay {invoice}", invoice="the invoice"))
TELL_IT = steps(step("tell {person} {message}", person="the boss", message="the invoice's number"))


def kog(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith("OPENAI_")}
    return subprocess.run(
        [KOG, *words], cwd=folder, capture_output=True, text=True, timeout=PATIENCE,
        stdin=subprocess.DEVNULL, env={**env, **environment},
    )  # fmt: skip


def test_resolve_walks_through_choices_edits_and_proposals(tmp_path: Path) -> None:
    with Endpoint(TELL_IT) as endpoint:
        file = workspace(tmp_path, PAY, endpoint.url)
        child = at_a_terminal(tmp_path, "resolve", "pay.kog")
        child.expect("2 are open")
        child.expect("Pay the invoice")
        child.expect("> $")
        child.sendline("9")
        child.expect("There is no 9")
        child.sendline("Fling the invoice.")
        child.expect('don\'t know how to "fling"')
        child.sendline("Say the moon.")
        child.expect("Nothing sets the moon")
        child.sendline("1")
        child.expect("Settled: Pay the invoice")
        child.expect("notify the boss")
        child.sendline("m")
        child.expect('(\\d)  Tell the boss "{the invoice\'s number}"')
        number = child.match[1]
        child.expect("Look twice: it changes or sends something")
        child.expect(f"Type {number} to take it")
        child.sendline(number)
        child.expect("nothing is open")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
    text = file.with_name("pay.readings.toml").read_text()
    assert 'proposed = "the language"' in text and 'proposed = "the model scripted"' in text
    assert text.count('approved = "the person at the terminal"') == 2
    assert kog(tmp_path, "check", "--locked", "pay.kog").returncode == 0


def test_what_the_model_asks_back_is_answered_and_a_meaning_changed(tmp_path: Path) -> None:
    answer = steps(step("pay {invoice}", invoice="the invoice"))
    with Endpoint(asks("Pay it, or file it?"), answer) as endpoint:
        file = workspace(tmp_path, PAY.replace("Settle", "Handle"), endpoint.url)
        child = at_a_terminal(tmp_path, "resolve", "pay.kog")
        child.expect("2 are open")
        child.expect("> $")
        child.sendline("m")
        child.expect("The model asks: Pay it, or file it.")
        child.sendline("Pay it off")
        child.expect(r"(\d)  Pay the invoice\.")
        child.expect("Look twice: not accounted for: Handle, off")
        child.expect("m and some words to say more")
        child.sendline("e 1")
        child.expect(r"> Pay the invoice\.")
        # The meaning stands there already: Ctrl-U clears the line.
        child.sendline('\x15Say "{the invoice\'s number} is to be paid".')
        child.expect("Settled: Say")
        child.sendline("q")
        child.expect(pexpect.EOF)
        assert endpoint.prompts[1].endswith(
            "You asked: Pay it, or file it? The writer answered: Pay it off\n\n"
            'Translate this alone:\n"Handle the invoice. Pay it off."'
        )
    text = file.with_name("pay.readings.toml").read_text()
    assert 'sentence = "Handle the invoice"' in text and 'proposed = "a person"' in text


def test_run_settles_first_and_goes_on(tmp_path: Path) -> None:
    workspace(tmp_path)
    child = at_a_terminal(tmp_path, "run", "pay.kog")
    child.expect("2 are open")
    child.sendline("Pay the invoice.")
    child.expect("notify the boss")
    child.sendline("l")
    child.expect("You are asked when a run comes to it")
    child.expect("What does this mean here: Notify the boss")
    child.sendline("> skip this step")
    child.expect("remember>|paid QX-771")
    if child.after.startswith("remember"):
        child.sendline("")
    child.expect("paid A2")
    child.expect(pexpect.EOF)


def test_leaving_refuses_the_file_as_before(tmp_path: Path) -> None:
    workspace(tmp_path)
    child = at_a_terminal(tmp_path, "run", "pay.kog")
    child.expect("2 are open")
    child.sendline("q")
    child.expect("2 problems in pay.kog. Nothing was run")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 2
    done = kog(tmp_path, "run", "pay.kog")
    assert done.returncode == 2 and "Nothing was run" in done.stderr
    assert not (tmp_path / "pay.readings.toml").exists()


TAKEN = """\
The total is $20.
Kindly pay now the total.
To pay an amount:
    Say "{the amount} paid".
"""


def test_what_needs_no_person_is_taken_on_the_way(tmp_path: Path) -> None:
    answer = steps(step("pay {amount}", amount="the total"))
    with Endpoint(answer, answer) as endpoint:
        workspace(tmp_path, TAKEN, endpoint.url)
        refused = kog(tmp_path, "run", "pay.kog", "--no-model")
        assert refused.returncode == 2 and endpoint.requests == []
        done = kog(tmp_path, "run", "pay.kog")
        assert (done.returncode, done.stdout) == (0, "$20 paid\n"), done.stderr
        again = kog(tmp_path, "run", "pay.kog")
        assert again.stdout == "$20 paid\n" and len(endpoint.requests) == 2
    entry = (tmp_path / "pay.readings.toml").read_text()
    assert 'approved = "the settings"' in entry and "the model scripted" in entry


def test_what_needs_a_person_is_shown_and_not_run(tmp_path: Path) -> None:
    with Endpoint(PAY_IT, asks("Which boss?")) as endpoint:
        workspace(tmp_path, PAY, endpoint.url)
        done = kog(tmp_path, "resolve", "pay.kog", "--json")
    assert done.returncode == 2
    data = json.loads(done.stdout)
    first, second = data["open"]
    assert first["proposal"] == "Pay the invoice."
    assert first["doubts"] == ["not accounted for: Settle"]
    assert second["question"] == "Which boss?"
    assert not (tmp_path / "pay.readings.toml").exists()


@pytest.mark.parametrize("locked", [False, True])
def test_check_says_what_is_open_and_what_is_of_no_use(tmp_path: Path, locked: bool) -> None:
    with Endpoint() as endpoint:
        file = workspace(tmp_path, PAY, endpoint.url)
        words = ["check", "pay.kog", *(["--locked"] if locked else [])]
        done = kog(tmp_path, *words)
        assert done.returncode == 2
        assert "2 sentences can be settled" in done.stderr and "kog resolve pay.kog" in done.stderr
        file.write_text("Say 1.\n")
        file.with_name("pay.readings.toml").write_text(
            '[[reading]]\nsentence = "Old."\nmeaning = "Say 2."\n'
        )
        done = kog(tmp_path, *words)
        assert done.returncode == (2 if locked else 0)
        assert ('reading of "Old."' in done.stderr) == locked
        assert kog(tmp_path, "resolve", "pay.kog", "--tidy").returncode == 0
        assert kog(tmp_path, "check", "--locked", "pay.kog").returncode == 0
        assert endpoint.requests == []


ONBOARD = """\
An employee has a name (text) and a team (text).
The employee is
    name: "Ada"
    team: "Sales"
Onboard the employee.

To order a laptop for an employee:
    Say "laptop for {the employee's name}".

To create an account for an employee:
    Say "account for {the employee's name}".
"""


def test_an_aim_becomes_a_procedure_in_the_file(tmp_path: Path) -> None:
    wrong = {"header": "To onboard an employee:", "steps": [
        step("order a laptop for {employee}", employee="the recruit of the year")],
        "call": "Onboard the employee."}  # fmt: skip
    right = {"header": "To onboard an employee:", "steps": [
        step("create an account for {employee}", employee="the employee"),
        step("order a laptop for {employee}", "the employee's team is \"Sales\"",
             employee="the employee")],
        "call": "Onboard the employee."}  # fmt: skip
    with Endpoint(reply(wrong), reply(right)) as endpoint:
        file = workspace(tmp_path, ONBOARD, endpoint.url)
        child = at_a_terminal(tmp_path, "resolve", "pay.kog")
        child.expect("Onboard the employee")
        child.sendline("p")
        child.expect("To onboard an employee:")
        child.expect('If the employee\'s team is "Sales"')
        child.expect("Add it to the file")
        child.sendline("e")
        for line in ("", "", 'Say "{the employee\'s name} is here".'):
            child.expect("\n> $")
            child.sendline(line)
        child.expect("nothing is open")
        child.expect(pexpect.EOF)
    added = file.read_text()
    assert added.startswith(ONBOARD)
    assert added[len(ONBOARD) :] == (
        "\nTo onboard an employee:\n    Create an account for the employee.\n"
        '    Say "{the employee\'s name} is here".\n'
    )
    assert kog(tmp_path, "run", "pay.kog").stdout == "account for Ada\nAda is here\n"


def test_a_procedure_that_is_not_understood_can_be_mended(tmp_path: Path) -> None:
    wrong = {"header": "To onboard an employee:", "steps": [
        step("order a laptop for {employee}", employee="the recruit of the year")],
        "call": "Onboard the employee."}  # fmt: skip
    with Endpoint(otherwise=lambda body: reply(wrong)) as endpoint:
        file = workspace(tmp_path, ONBOARD, endpoint.url)
        child = at_a_terminal(tmp_path, "resolve", "pay.kog")
        child.expect("> $")
        child.sendline("p")
        child.expect("It is not understood as it stands: Nothing sets")
        child.expect("Type e to edit it line by line, or no")
        child.sendline("yes")
        child.expect("Type e or no")
        child.sendline("e")
        for line in ("", "Order a laptop for the employee."):
            child.expect("\n> $")
            child.sendline(line)
        child.expect("nothing is open")
        child.expect(pexpect.EOF)
    assert file.read_text().endswith(
        "To onboard an employee:\n    Order a laptop for the employee.\n"
    )


def test_what_it_costs_is_told(tmp_path: Path) -> None:
    prices = "[model.prices]\nscripted = { in = 1000, out = 2000 }\n"
    answer = steps(step("pay {amount}", amount="the total"))
    with Endpoint(answer, answer) as endpoint:
        file = workspace(tmp_path, TAKEN, endpoint.url)
        settings = file.with_name("kognilang.toml")
        settings.write_text(settings.read_text() + prices)
        kog(tmp_path, "run", "pay.kog")
    stats = kog(tmp_path, "stats")
    assert "2 calls of the model, 30 tokens, $0.0400" in stats.stdout
    assert "translate (2)" in stats.stdout
    model = json.loads(kog(tmp_path, "stats", "--json").stdout)["model"]
    assert model["by_model"]["scripted"]["cost"] == pytest.approx(0.04)
    assert "model" not in json.loads(kog(tmp_path, "show", "r1", "--json").stdout)


def test_a_model_that_fails_is_told_in_a_line(tmp_path: Path) -> None:
    endpoint = Endpoint()
    endpoint.close()
    workspace(tmp_path, PAY, endpoint.url)
    done = kog(tmp_path, "resolve", "pay.kog")
    assert done.returncode == 1
    assert "cannot be reached" in done.stderr and "Traceback" not in done.stderr


def test_in_a_runbook_the_procedure_is_a_heading_with_a_list(tmp_path: Path) -> None:
    steps_written = '- The employee is "Ada".\n- Onboard the employee.\n'
    text = f"# The first day\n\nPeople are welcome.\n\n{steps_written}"
    right = {"header": "To onboard an employee:", "steps": [
        step("say {value}", value="the employee")],
        "call": "Onboard the employee."}  # fmt: skip
    with Endpoint(reply(right)) as endpoint:
        workspace(tmp_path, "Say 1.\n", endpoint.url)
        (tmp_path / "day.md").write_text(text)
        child = at_a_terminal(tmp_path, "resolve", "day.md")
        child.expect("Onboard the employee")
        child.sendline("p")
        child.expect("Add it to the file")
        child.sendline("yes")
        child.expect("nothing is open")
        child.expect(pexpect.EOF)
    assert "# To onboard an employee:\n\n- Say the employee.\n" in (tmp_path / "day.md").read_text()
    assert kog(tmp_path, "run", "day.md").stdout == "Ada\n"


def test_a_settled_reading_is_looked_at_again(tmp_path: Path) -> None:
    file = workspace(tmp_path)
    resolving = resolving_of(file)
    for words in ("Pay the invoice.", 'Say "large: {the invoice\'s total}".'):
        place = resolving.open()[0]
        resolving.settle(place, resolving.try_out(place, words), "the language", "Bob")
    readings = file.with_name("pay.readings.toml")
    before = readings.read_text()
    # Left as it is, nothing changes and nothing is open.
    child = at_a_terminal(tmp_path, "resolve", "pay.kog", "--again", "4")
    child.expect("the last one open")
    child.expect(r"approved by Bob on 20\d\d-\d\d-\d\d. It was proposed by the\s+language")
    child.expect("1  Pay the invoice")
    child.sendline("s")
    child.expect("nothing is open")
    child.expect(pexpect.EOF)
    assert readings.read_text() == before
    # Another meaning takes its place alone.
    child = at_a_terminal(tmp_path, "resolve", "pay.kog", "--again", "settle the")
    child.expect("> $")
    child.sendline('Say "{the invoice\'s number} is settled".')
    child.expect("nothing is open; 1 sentence settled now")
    child.expect(pexpect.EOF)
    changed = set(readings.read_text().splitlines()) ^ set(before.splitlines())
    assert 'meaning = "Pay the invoice."' in changed
    assert 'sentence = "Notify the boss"' in readings.read_text()
    assert kog(tmp_path, "run", "pay.kog").stdout.startswith("QX-771 is settled\n")
    # What there is none of is told.
    child = at_a_terminal(tmp_path, "resolve", "pay.kog", "--again", "9")
    child.expect("Nothing on line 9 was settled. These sentences were:")
    child.expect("4  Settle the invoice  →  Say")
    child.expect(pexpect.EOF)
    done = kog(tmp_path, "resolve", "pay.kog", "--again", "4")
    assert done.returncode == 2 and "takes a person" in done.stderr


def test_a_file_that_is_brought_in_is_settled_on_the_way(tmp_path: Path) -> None:
    workspace(tmp_path, 'Use the procedures in "other.kog".\nThe fee is $20.\nPay the fee.\n')
    (tmp_path / "other.kog").write_text("To pay an amount:\n    Shout out the amount.\n")
    done = kog(tmp_path, "check", "pay.kog")
    assert done.returncode == 2
    assert "What is open in the files it uses can be settled with: kog resolve" in done.stderr
    done = kog(tmp_path, "resolve", "pay.kog")
    assert done.returncode == 2 and "kog resolve other.kog   settles" in done.stderr
    child = at_a_terminal(tmp_path, "run", "pay.kog")
    child.expect("pay.kog uses other.kog:")
    child.expect("other.kog, line 2   .the last one open")
    child.expect("> $")
    child.sendline("Say the amount.")
    child.expect("[$]20")
    child.expect(pexpect.EOF)
    assert (tmp_path / "other.readings.toml").exists()
    assert not (tmp_path / "pay.readings.toml").exists()
    for file in ("pay.kog", "other.kog"):
        assert kog(tmp_path, "check", "--locked", file).returncode == 0


def test_a_file_that_is_brought_in_is_settled_by_the_settings_too(tmp_path: Path) -> None:
    answer = steps(step("say {value}", value="the amount"))
    with Endpoint(otherwise=lambda body: answer) as endpoint:
        text = 'Use the procedures in "other.kog".\nThe fee is $20.\nPay the fee.\n'
        workspace(tmp_path, text, endpoint.url)
        (tmp_path / "other.kog").write_text("To pay an amount:\n    Kindly say now the amount.\n")
        done = kog(tmp_path, "run", "pay.kog")
        assert (done.returncode, done.stdout) == (0, "$20\n"), done.stderr
        assert len(endpoint.requests) == 2
        kog(tmp_path, "run", "pay.kog")
        assert len(endpoint.requests) == 2


def test_a_settled_meaning_of_several_lines_is_shown_whole(tmp_path: Path) -> None:
    (tmp_path / "orders.kog").write_text(
        "An order has a number (text), a status and a total (money).\n"
        'Read the spreadsheet "orders.csv" as the orders.\n'
        "Every order over $60 gets closed.\n\n"
        'To close an order:\n    Set the order\'s status to "closed".\n',
        encoding="utf-8",
    )
    child = at_a_terminal(tmp_path, "resolve", "orders.kog")
    child.expect("> $")
    child.sendline("1")
    child.expect("Settled: For each order in the orders whose total is more than .60:\r\n")
    child.expect("             Close the order")
    child.expect(pexpect.EOF)
