"""Readings: kept beside the file, used without a model, open again when something changes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kognilang.meaning.readings import Entry, Readings, parsed, with_entry, without_entry
from kognilang.problems.problem import TextRefused
from tests.reasoning.scripted import Endpoint
from tests.reasoning.workspace import PAY, resolving_of, session_of, workspace

PLACE = Path("pay.readings.toml")


def settle_all(file: Path) -> None:
    """Settle both sentences of the procedure as a person would."""
    resolving = resolving_of(file)
    for words in ("Pay the invoice.", 'Say "large: {the invoice\'s total}".'):
        place = resolving.open()[0]
        resolving.settle(place, resolving.try_out(place, words), "a person", "me")


def test_a_settled_file_runs_and_makes_no_call(tmp_path: Path) -> None:
    with Endpoint() as endpoint:
        file = workspace(tmp_path, PAY, endpoint.url)
        settle_all(file)
        said: list[str] = []
        session = session_of(file, out=said.append)
        assert session.check(file).plan is not None
        view = session.start(file)
        again = session_of(file).start(file)
        assert endpoint.requests == [] and endpoint.unexpected == 0
    assert view.status == again.status == "finished"
    assert said == ["paid QX-771", "large: $734.25", "paid A2"]


def test_readings_travel_with_the_run(tmp_path: Path) -> None:
    file = workspace(tmp_path)
    settle_all(file)
    session = session_of(file)
    view = session.start(file)
    row = session.store.run(view.id)
    assert row is not None
    procedure = session.store.procedure(row.procedure)
    assert procedure is not None
    assert procedure.readings == file.with_name("pay.readings.toml").read_text()
    steps = json.dumps(session.show(view.id))
    assert "Pay the invoice" in steps
    # Another meaning is another plan.
    readings = file.with_name("pay.readings.toml")
    readings.write_text(readings.read_text().replace("large:", "big:"))
    said: list[str] = []
    session_of(file, out=said.append).start(file)
    assert "big: $734.25" in said


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("To pay an invoice:", "To pay off an invoice:", "not understood any more"),
        ("To pay an invoice:", "To pay the invoice:", ""),
        ("read the", "read the", ""),
        ("Settle the invoice.", "Settle the invoice now.", ""),
    ],
)
def test_what_reopens(tmp_path: Path, before: str, after: str, why: str) -> None:
    file = workspace(tmp_path)
    settle_all(file)
    file.write_text(file.read_text().replace(before, after))
    resolving = resolving_of(file)
    changed = "Settle" in before
    if why:
        assert [one.sentence for one in resolving.open()] == ["Settle the invoice"]
        assert why in resolving.open()[0].why
    elif changed:
        assert [one.sentence for one in resolving.open()] == ["Settle the invoice now"]
        assert resolving.open()[0].why == ""
        assert [one.sentence for one in resolving.settling.unneeded()] == ["Settle the invoice"]
    else:
        assert resolving.open() == []


def test_a_change_of_a_name_s_kind_reopens_that_entry_alone(tmp_path: Path) -> None:
    text = "The fee is 5.\nThe tax is 3.\nShout the fee.\nShout the tax.\n"
    file = workspace(tmp_path, text)
    resolving = resolving_of(file)
    for name in ("fee", "tax"):
        place = resolving.open()[0]
        trial = resolving.try_out(place, f"Say the {name}.")
        assert trial.names == (f"the {name}: number",)
        resolving.settle(place, trial, "a person", "me")
    assert resolving_of(file).open() == []
    file.write_text(text.replace("The fee is 5.", 'The fee is "five".'))
    [place] = resolving_of(file).open()
    assert place.sentence == "Shout the fee"
    assert "the fee: number is now the fee: text" in place.why
    assert place.reopened is not None and place.reopened.meaning == "Say the fee."
    # Unrelated changes reopen nothing.
    file.write_text("The rate is 9.\n" + text + "Say the rate.\n")
    assert resolving_of(file).open() == []


def test_a_phrase_that_changes_reopens(tmp_path: Path) -> None:
    (tmp_path / "skills").mkdir(parents=True)
    skill = tmp_path / "skills" / "hr.py"
    code = (
        "from kognilang import skill\n\n\n"
        '@skill("enrol {{name}}", effect="{effect}")\n'
        "def enrol(name: str) -> None:\n"
        '    """Enrol."""\n'
    )
    skill.write_text(code.format(effect="read"))
    file = workspace(tmp_path, 'The name is "Ada".\nSign the name up.\n')
    resolving = resolving_of(file)
    [place] = resolving.open()
    resolving.settle(place, resolving.try_out(place, "Enrol the name."), "a person", "me")
    assert resolving_of(file).open() == []
    skill.write_text(code.format(effect="write"))
    [place] = resolving_of(file).open()
    assert "hr.enrol: enrol {name} (read) is now hr.enrol: enrol {name} (write)" in place.why


def test_a_sentence_understood_as_it_stands_needs_no_reading(tmp_path: Path) -> None:
    file = workspace(tmp_path)
    settle_all(file)
    file.write_text(file.read_text() + '\nTo settle an invoice:\n    Say "settled".\n')
    said: list[str] = []
    session_of(file, out=said.append).start(file)
    assert said[0] == "settled"
    assert [one.sentence for one in resolving_of(file).settling.unneeded()] == [
        "Settle the invoice"
    ]
    resolving = resolving_of(file)
    resolving.drop_unneeded()
    assert [one.sentence for one in resolving.readings.entries] == ["Notify the boss"]


def test_the_same_words_in_another_definition_are_another_sentence(tmp_path: Path) -> None:
    text = "To start:\n    Go wild.\nTo end:\n    Go wild.\nGo wild.\n"
    file = workspace(tmp_path, text)
    for words in ("Say 1.", "Say 2.", "Say 3."):
        resolving = resolving_of(file)
        place = resolving.open()[0]
        resolving.settle(place, resolving.try_out(place, words), "a person", "me")
    entries = resolving_of(file).readings.entries
    assert [(one.definition, one.meaning) for one in entries] == [
        ("To start:", "Say 1."), ("To end:", "Say 2."), ("", "Say 3."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "laid"),
    [
        ("Say 1. Do it. Say 2.\n", "Say 5.\nSay 6.", ["1", "5", "6", "2"]),
        ("- Say 1.\n- Do it.\n- Say 2.\n", "If 1 is 1:\n    Say 5.\nSay 6.", ["1", "5", "6", "2"]),
        ("1. Say 1.\n2. Do it. Say 2.\n", "If 1 is 1:\n    Say 5.\nSay 6.", ["1", "5", "6", "2"]),
        ("In case all is well, do:\n    Say 2.\n", "If 1 is 1:", ["2"]),
        ("If 1 is 1, do it. Say 2.\n", "Say 5.\nSay 6.", ["5", "6", "2"]),
        ("Do it if 1 is 1.\n", "Say 5.", ["5"]),
        ("Do it,\n    no mistake.\n", "Say 5.", ["5"]),
    ],
)
def test_meanings_are_laid_in_wherever_a_sentence_stands(
    tmp_path: Path, text: str, words: str, laid: list[str]
) -> None:
    file = workspace(tmp_path, text)
    resolving = resolving_of(file)
    [place] = resolving.open()
    trial = resolving.try_out(place, words)
    assert trial.fine, trial.problems
    resolving.settle(place, trial, "a person", "me")
    said: list[str] = []
    session_of(file, out=said.append).start(file)
    assert said == laid


def test_a_problem_below_a_reading_names_its_own_line(tmp_path: Path) -> None:
    text = "Do it.\nSay 2.\nFrobnicate.\n"
    file = workspace(tmp_path, text)
    resolving = resolving_of(file)
    trial = resolving.try_out(resolving.open()[0], "If 1 is 1:\n    Say 5.\nSay 6.")
    resolving.settle(resolving.open()[0], trial, "a person", "me")
    [problem] = session_of(file).check(file).problems
    assert problem.line == 3
    from kognilang.problems.rendering import render

    assert "Frobnicate.\n    ~~~~~~~~~~" in render(problem)


# -- the file -------------------------------------------------------------------------------


def test_entries_stand_in_the_order_of_the_text_with_small_diffs(tmp_path: Path) -> None:
    file = workspace(tmp_path, "Ping.\nPang.\nPong.\n")
    readings = file.with_name("pay.readings.toml")
    resolving = resolving_of(file)
    second = resolving.open()[1]
    resolving.settle(second, resolving.try_out(second, "Say 2."), "a person", "me")
    readings.write_text(
        readings.read_text().replace("[[reading]]", "# Bob wants it so.\n[[reading]]", 1)
        .replace('approved = "me"', 'approved = "me"  # on the phone\nticket = 77')
    )  # fmt: skip
    before = readings.read_text()
    resolving = resolving_of(file)
    first = resolving.open()[0]
    resolving.settle(first, resolving.try_out(first, "Say 1."), "a person", "me")
    resolving = resolving_of(file)
    [third] = resolving.open()
    resolving.settle(third, resolving.try_out(third, "Say 3."), "a person", "me")
    after = readings.read_text()
    assert [one.sentence for one in resolving_of(file).readings.entries] == ["Ping", "Pang", "Pong"]
    for line in before.splitlines():
        assert line in after
    assert after.index("# Bob wants it so.") < after.index('sentence = "Pang"')
    # Changing one changes its lines alone.
    readings.write_text(after.replace("Say 2.", "Shout."))
    resolving = resolving_of(file)
    [place] = resolving.open()
    resolving.settle(place, resolving.try_out(place, "Say 4."), "a person", "you")
    changed = set(readings.read_text().splitlines()) ^ set(after.splitlines())
    assert {one.partition(" =")[0] for one in changed} <= {"meaning", "approved", "when"}
    assert "ticket = 77" in readings.read_text()


words = st.text(min_size=1, max_size=40).filter(lambda text: text.strip() and "\r" not in text)


@given(st.lists(st.tuples(words, words, words), min_size=1, max_size=5, unique_by=lambda e: e[0]))
def test_what_is_written_is_read_again(entries: list[tuple[str, str, str]]) -> None:
    readings = Readings()
    kept: dict[tuple[str, str], Entry] = {}
    for sentence, meaning, name in entries:
        entry = Entry(sentence, meaning.strip("\n") or "x", "", "p", "a", "w", (name,))
        readings = with_entry(readings, entry)
        kept[entry.key] = entry
    again = parsed(readings.text, PLACE)
    assert {one.key: one for one in again.entries} == kept
    for key in list(kept):
        readings = without_entry(readings, key)
    assert parsed(readings.text, PLACE).entries == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[reading", "is not TOML"),
        ('[[reading]]\nsentence = "a"\n', "reading 1 needs a sentence and a meaning"),
        ('reading = "x"', "reading 1 needs"),
    ],
)
def test_a_bad_readings_file_is_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(TextRefused, match=said):
        parsed(text, PLACE)
    file = workspace(tmp_path)
    file.with_name("pay.readings.toml").write_text(text)
    done = subprocess.run(
        [sys.executable, "-m", "kognilang.terminal.main", "check", str(file), "--json"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2 and said in json.loads(done.stdout)["problems"][0]["summary"]
    assert "Traceback" not in done.stderr


def test_examples_run_with_the_readings(tmp_path: Path) -> None:
    example = (
        '\nExample: all are paid\n    When we run this procedure\n    Then it says "paid A2"\n'
    )
    file = workspace(tmp_path, PAY + example)
    settle_all(file)
    [result] = session_of(file).test(file)
    assert (result.status, result.problems) == ("passed", [])
