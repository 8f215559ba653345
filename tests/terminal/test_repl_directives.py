"""What begins with a colon, picking by number, and what is kept of sentences given up."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kognilang.session import Session
from kognilang.session.conversation import Conversation


@pytest.fixture
def talk(tmp_path):
    session = Session(tmp_path, out=lambda text: None)
    yield Conversation(session)
    session.close()


def test_undo_goes_back_sentence_by_sentence(talk):
    talk.run("The orders are 1, 2 and 3.")
    talk.run("Add 4 to the orders.")
    talk.run("The limit is 5.")
    assert talk.undo() == "The limit is 5."
    assert list(talk.names()) == ["orders"]
    assert talk.undo() == "Add 4 to the orders."
    assert talk.names()["orders"].items == [Decimal(1), Decimal(2), Decimal(3)]
    assert not talk.run("Add 7 to the orders.").problems
    assert talk.names()["orders"].items[-1] == Decimal(7)
    talk.undo()
    talk.undo()
    assert talk.undo() is None
    assert talk.names() == {}


def test_a_definition_is_undone_too(talk):
    talk.run('To greet a person:\n    Say "Hello {the person}".\n')
    talk.undo()
    assert talk.run('Greet "Ann".').problems


def test_what_wrote_outside_is_not_undone(talk, tmp_path):
    talk.run('Write "x" to the file "o.txt".')
    with pytest.raises(ValueError, match=r"o\.txt"):
        talk.undo()
    assert (tmp_path / "o.txt").exists()


def test_a_sentence_given_up_leaves_nothing_and_is_not_saved(talk):
    talk.run("The x is 5.")
    outcome = talk.run('Increase the x by 1. Ask "Which?".')
    assert outcome.given_up
    assert talk.names() == {"x": Decimal(5)}
    assert talk.text() == "The x is 5.\n"
    assert not talk.run("Increase the x by 2.").problems
    assert talk.names() == {"x": Decimal(7)}


def test_the_answer_is_known_in_the_next_sentence(kog):
    ended = kog("repl", typed='Ask "Which one?".\nblue\nSay "It is {the answer}".\n')
    assert "It is blue" in ended.out


def test_why_trace_load_and_undo(kog, tmp_path):
    (tmp_path / "a.kog").write_text('The y is 3.\nSay "{the y}".\n', encoding="utf-8")
    ended = kog("repl", typed=":load a\n:why\n:trace\nSay the y plus 1.\n:undo\n:undo\n:undo\n")
    assert "   1  The y is 3." in ended.out
    assert '   2  Say "{the y}".' in ended.out
    assert '              said "3"' in ended.out or 'said "3"' in ended.out
    assert "4" in ended.out.splitlines()
    assert "Undone: Say the y plus 1." in ended.err
    assert "Undone: The y is 3. …" in ended.err
    assert "There is nothing to undo." in ended.err


def test_a_number_picks_the_sentence_that_would_have_worked(kog):
    typed = "The total is 5.\nThe limit is 4.\nSay the totl.\n1\n"
    ended = kog("repl", typed=typed)
    assert ended.out.splitlines()[-1] == "5"


RUNBOOK = """\
# The server hangs

Do **not** panic. Say "never".

1. Restart "web-1".
2. Let the count be 5.

```kog
Say "{the count}"
```

## To restart a server

Wait for the lamp.

- Say "Restarting {the server}."
"""


def test_a_runbook_is_loaded_as_one(kog, tmp_path):
    (tmp_path / "hangs.md").write_text(RUNBOOK, encoding="utf-8")
    typed = ':load hangs.md\nSay "{the count plus 1}"\nRestart "db".\n:save kept\n:save kept.md\n'
    ended = kog("repl", typed=typed)
    assert ended.out.splitlines() == ["Restarting web-1.", "5", "6", "Restarting db."]
    # What is kept is a procedure, in which prose is a note and no step.
    assert kog("run", "kept.kog").out.splitlines() == [
        "Restarting web-1.",
        "5",
        "6",
        "Restarting db.",
    ]
    assert "Note: Wait for the lamp." in (tmp_path / "kept.kog").read_text(encoding="utf-8")
    assert "kept as a .kog file: :save kept.kog" in " ".join(ended.err.split())
    assert not (tmp_path / "kept.md").exists()


def test_what_is_wrong_in_a_runbook_stands_on_its_line(kog, tmp_path):
    (tmp_path / "bad.md").write_text("# Bad\n\nProse.\n\n- Frobnicate it.\n", encoding="utf-8")
    ended = kog("repl", typed=":load bad.md\n")
    assert "bad.md, line 5" in ended.err


def test_a_runbook_is_loaded_with_its_readings(kog, tmp_path):
    (tmp_path / "r.md").write_text("Prose.\n\n- Greet politely.\n", encoding="utf-8")
    (tmp_path / "r.readings.toml").write_text(
        '[[reading]]\nsentence = "Greet politely."\nmeaning = "Say \\"Good day.\\""\n'
        'proposed = "a person"\napproved = "a person"\nwhen = "2026-11-22T10:00:00Z"\n',
        encoding="utf-8",
    )
    ended = kog("repl", typed=":load r.md\n:save kept\n")
    assert ended.out == "Good day.\n"
    assert 'Say "Good day."' in (tmp_path / "kept.kog").read_text(encoding="utf-8")
