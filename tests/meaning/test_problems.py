"""Every problem of meaning: the text, the problem's name, the words underlined."""

import pytest

from kognilang.language.reading import read
from kognilang.meaning.books import Library
from kognilang.meaning.skill import SkillInfo, Slot
from kognilang.meaning.understanding import understand
from kognilang.problems.problem import Problem
from kognilang.settings import Settings
from kognilang.text.source import Source

ORDERS = 'Read the spreadsheet "o.xlsx" as the orders.\n'

CASES = [
    ('Archive the file "a".', "unknown-verb", "Archive"),
    ('Send a letter to "a@b.c".', "unknown-phrase-of-verb", 'Send a letter to "a@b.c"'),
    ("The total is 5.\nSay the totl.", "almost-known-name", "the totl"),
    (
        ORDERS + 'For each order in the orders, say "{the order total}".',
        "name-of-two",
        "the order total",
    ),
    (ORDERS + "Show the order.", "one-of-many", "the order"),
    ("The price is 5.\nThe price is the price plus the cost.\nThe cost is 2.\nSay it.", None, ""),
    ("The price is 5.\nThe net is the price.\nShow it.", "two-it", "it"),
    ("Show it.", "nothing-for-it", "it"),
    ("Show the result.", "no-result", "the result"),
    ("If the answer is no, stop.", "no-answer-yet", "the answer"),
    ('Say "{Bob\'s calendar}".', "unknown-proper-name", "Bob"),
    (ORDERS + "If every order is urgent, stop.", "unknown-condition", "is urgent"),
    ("If the car needs fuel, stop.", "unknown-condition", "the car needs fuel"),
    ("Let the fee be the price for Sunday.", "unknown-phrase", "the price for Sunday"),
    ("Skip this order.", "skip-outside", "Skip this order"),
    ("Stop repeating.", "stop-repeating-outside", "Stop repeating"),
    ("Return 5.", "return-outside", "Return 5"),
    ("Add 1 to the tally.", "changed-before-set", "the tally"),
    ("The limit is always 5.\nSet the limit to 6.", "constant-set", "Set the limit to 6"),
    (
        "The count is 0.\nProcess each order in the orders as follows:\n    Set the count to 5.",
        "outer-name-in-lane",
        "Set the count to 5",
    ),
    (
        "The count is 0.\nProcess each order in the orders as follows:\n"
        "    Add 1 to the count.\n    Show the count.",
        "lane-reads-changed",
        "Show the count.",
    ),
    (
        "The count is 0.\nPay the bill.\n\nTo pay a bill:\n    Show the bill.\n"
        "    Set the count to 1.",
        "outer-name-in-procedure",
        "Set the count to 1",
    ),
    (
        "Pay the bill.\n\nTo pay a bill:\n    Show the bill.\n    Set the shared sum to 1.",
        "shared-unknown",
        "the shared sum",
    ),
    (
        "To pay a bill:\n    Show the bill.\n\nTo pay a bill:\n    Say the bill.",
        "defined-twice",
        "",
    ),
    (
        "An order is late if its date is before today.\n" + ORDERS + "The late orders are 5.",
        "name-also-a-form",
        "The late orders are 5",
    ),
    ('Post "x" from 1 to 2 in the ledger "l.csv".', None, ""),
    ('Move 5 to the folder "a".', "wrong-kind-in-slot", "5"),
    ('Stop.\nSay "never".', "unreachable", 'Say "never"'),
]


@pytest.mark.parametrize(("text", "name", "words"), CASES)
def test_a_problem_is_told_with_its_words(understood, text, name, words):
    found = understood(text).problems
    if name is None:
        assert found == []
        return
    assert [one.name for one in found] == [name]
    [problem] = found
    start, end = problem.span
    assert words in problem.source.text[start:end]


@pytest.mark.parametrize(("text", "name", "words"), CASES)
def test_what_is_offered_is_understood(understood, text, name, words):
    for problem in understood(text).problems:
        for candidate in problem.candidates:
            if candidate.endswith(":"):
                candidate += '\n    Say "x".'
            changed = text.split("\n")
            changed[problem.line - 1] = candidate
            names = [one.name for one in understood("\n".join(changed)).problems]
            assert problem.name not in names, candidate


def test_one_problem_hides_no_other(understood):
    found = understood('Archive the file "a".\nShow it.\nSkip this order.').problems
    assert [one.name for one in found] == ["unknown-verb", "nothing-for-it", "skip-outside"]


def _skill(name: str, wording: str, *slots: Slot) -> SkillInfo:
    return SkillInfo(name, (wording,), slots, effect="read")


def _two(settings: Settings, *skills: SkillInfo) -> list[Problem]:
    library = Library()
    for one in skills:
        library.add(one)
    source = Source("test.kog", 'The letter is "x".\nFile the letter under "A".')
    return understand(read(source), source, library, settings).problems


def test_two_phrases_that_both_fit_are_both_shown(settings):
    [problem] = _two(
        settings,
        _skill("post.file_letter", "file {letter} under {name}", Slot("letter"), Slot("name")),
        _skill("law.file_case", "file {case} under {court}", Slot("case"), Slot("court")),
    )
    assert problem.name == "two-readings"
    assert len(problem.readings) == 2
    assert "post" in problem.readings[0]
    assert "law" in problem.readings[1]


def test_kinds_settle_which_phrase_is_meant(settings):
    found = _two(
        settings,
        _skill("post.file_letter", "file {letter} under {name}", Slot("letter"), Slot("name")),
        _skill("law.file_case", "file {c} under {day}", Slot("c"), Slot("day", "table")),
        _skill("tax.file_list", "file {table} under {name}", Slot("table", "table"), Slot("name")),
    )
    assert found == []


def test_a_value_that_changes_something_stands_as_a_sentence(settings):
    library = Library()
    info = _skill("post.stamp", "the stamp of {letter}", Slot("letter"))
    info.form, info.effect, info.yields = "noun", "write", "text"
    library.add(info)
    source = Source("test.kog", 'The letter is "x".\nSay the stamp of the letter.')
    [problem] = understand(read(source), source, library, settings).problems
    assert problem.name == "value-that-writes"
    assert "the stamp of the letter" in problem.summary


def test_files_that_use_each_other_are_told(understood, tmp_path):
    (tmp_path / "other.kog").write_text('Use the procedures in "test.kog".\n')
    found = understood('Use the procedures in "other.kog".\nSay "x".\n').problems
    assert [one.name for one in found] == ["files-in-a-circle"]


def test_another_files_procedures_are_called(understood, tmp_path):
    (tmp_path / "other.kog").write_text('To greet a person:\n    Say "Hello {the person}".\n')
    found = understood('Use the procedures in "other.kog".\nGreet "Ann".\n')
    assert found.problems == []
    assert [one.file for one in found.plan.sentences] == ["test.kog", "other.kog"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('The name is "Ann".\nSay the name times 2.', True),
        ('The name is "Ann".\nRepeat the name times:\n    Say 1.', True),
        ('The name is "5".\nSay the name times 2.', False),
        ('If today is a holiday, set the x to "Ann".\nThe x is 4.\nSay the x times 2.', False),
        ('The name is "Ann".\nAsk Bo for the name.\nSay the name times 2.', False),
    ],
)  # fmt: skip
def test_a_name_of_a_text_where_a_number_is_needed(understood, text, told):
    names = [one.name for one in understood(text).problems]
    assert ("wrong-kind-in-slot" in names) is told


def test_what_is_said_of_two_words_has_its_place_and_one_message(understood):
    [problem] = understood('The level is "low".\nIf the level is high or critical, stop.').problems
    assert problem.span != (0, 0)
    assert problem.candidates == ['If the level is "high" or "critical", stop.']


@pytest.mark.parametrize(
    ("text", "candidate"),
    [
        ("Say done.", 'Say "done".'),
        ('Read the spreadsheet "a.csv" as orders.', 'Read the spreadsheet "a.csv" as the orders.'),
        ('Add "a" to the granted.', "Create a list called the granted."),
    ],
)
def test_the_first_candidate_is_what_was_meant(understood, text, candidate):
    [problem] = understood(text).problems
    assert problem.candidates[0] == candidate
