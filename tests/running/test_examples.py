"""Examples as tests: what a Given, a When and a Then can say, and what a failure tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.language.printer import print_file
from kognilang.language.reading import read
from kognilang.problems.problem import TextRefused
from kognilang.running.findings import ExampleResult
from kognilang.session import Session
from kognilang.session.rehearsing import Rehearsed, rehearsed
from kognilang.text.source import Source

ORDERS = """\
The limit is always $100.
An order is large if its total is more than the limit.

Say "Starting."
Process each order as follows:
    Handle the order.
Say "Done."

To handle an order:
    If the order's total is blank, fail with "the order has no total".
    If the order is large, get approval from the manager for the order.
    Ship the order to "Lyon".

To ship an order to a city:
    Send an email to "ship@example.com" with the subject "Order {the order's number}" saying:
        To {the city}.
    Say "Shipped {the order's number}."

To work out the fee for an order:
    Return 10% of the order's total.

To price an order:
    Return the order's total plus the fee for the order.

To remind a customer:
    Wait 3 days.
    Tell the controller "It is {today}."

To look around:
    Say "Nothing to see."
"""

SMALL = "the order is\n    number: 7\n    total: $20"
LARGE = "the order is\n    number: 7\n    total: $120"
TABLE = "the orders are\n    | Number | Total |\n    | 1 | $10 |\n    | 2 | $20 |"


def example(given: list[str], when: str, then: list[str]) -> str:
    lines = ["Example: this one"]
    for role, texts in (("Given", given), ("When", [when] if when else []), ("Then", then)):
        for number, text in enumerate(texts):
            first, *below = text.split("\n")
            lines.append(f"    {role if number == 0 else 'And'} {first}")
            lines += [f"    {line}" for line in below]
    return "\n".join(lines) + "\n"


def run(folder: Path, text: str, settings: str = "") -> Rehearsed:
    (folder / "kognilang.toml").write_text(settings, encoding="utf-8")
    file = folder / "orders.kog"
    file.write_text(text, encoding="utf-8")
    session = Session(folder)
    try:
        return rehearsed(session, file)
    finally:
        session.close()


def one(folder: Path, given: list[str], when: str, then: list[str]) -> ExampleResult:
    (result,) = run(folder, ORDERS + "\n" + example(given, when, then)).results
    return result


def faults(result: ExampleResult) -> list[str]:
    return [
        *(f"{f.sentence} | {f.got} | {f.detail}" for f in result.findings if not f.holds),
        *(problem.summary for problem in result.problems),
    ]


HOLD = [
    ([TABLE], "we run this procedure", 'it says "Shipped 1."'),
    ([TABLE], "this procedure is run", 'it does not say "Shipped 3."'),
    ([TABLE], "we run the file", "2 orders are shipped"),
    ([TABLE], "we run this procedure", "the orders are shipped"),
    ([TABLE], "we run this procedure", "an email is sent twice"),
    ([TABLE], "we run this procedure", "nobody was asked"),
    ([TABLE], "we run this procedure", "it finishes"),
    ([TABLE], "we run this procedure",
     'it says:\n    Starting.\n    Shipped 1.\n    Shipped 2.\n    Done.'),
    ([SMALL], "we handle the order", "the order is shipped"),
    ([SMALL], "the order is handled", 'the order is shipped to "Lyon"'),
    ([SMALL], "we handle the order", "it does not fail"),
    ([SMALL], "we handle the order", "nothing is posted"),
    ([SMALL], "we handle the order",
     'an email is sent to "ship@example.com" with the subject "Order 7"'),
    ([SMALL], "we handle the order", 'no email is sent to "other@example.com"'),
    ([SMALL], "we handle the order",
     'it sends an email to "ship@example.com" with the subject "Order 7" saying "To Lyon."'),
    ([SMALL], "we handle the order",
     'it does not send an email to "ann@example.com" saying "To Lyon."'),
    ([SMALL], "we handle the order", 'it ships the order to "Lyon"'),
    ([SMALL], "we look around", "nothing is shipped"),
    ([SMALL], "we look around", "nothing is done"),
    ([SMALL], "", "the fee for the order is $2"),
    ([SMALL], "we price the order", "the result is $22"),
    ([SMALL], "we price the order", "the order is\n    Total: $20"),
    ([SMALL], "we price the order", "it says nothing"),
    ([SMALL, "the limit is $5", "the manager approves"], "we handle the order",
     "the order is large"),
    ([LARGE, 'the manager answers "yes"'], "we handle the order", "the order is shipped once"),
    ([LARGE, "the manager answers yes"], "we handle the order", "the manager was asked once"),
    ([LARGE, "the manager always approves"], "we handle the order",
     "the manager was asked about the order"),
    ([LARGE, 'someone answers "no" to "approve the order"'], "we handle the order",
     "it fails because the manager did not approve the order"),
    ([LARGE], "we handle the order", "it waits for the manager"),
    (["the order is\n    number: 7\n    total:"], "we handle the order",
     "it fails because the order has no total"),
    (["today is 2026-03-30", 'the customer is "Ann"'], "we remind the customer",
     'the controller was told "It is 2026-04-02."'),
    (["it is 2026-03-30", 'the customer is "Ann"'], "we remind the customer",
     "today is 2026-04-02"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "when", "then"), HOLD, ids=[row[2] for row in HOLD])
def test_a_line_holds(tmp_path: Path, given: list[str], when: str, then: str) -> None:
    result = one(tmp_path, given, when, [then])
    left = [text for text in faults(result) if "the example gives no answer" not in text]
    assert left == []


NOT = [
    ([SMALL], "we handle the order", "nothing is shipped", "Lyon"),
    ([SMALL], "we handle the order", "the order is not shipped", "Lyon"),
    ([SMALL], "we handle the order", 'the order is shipped to "Porto"', '"Lyon"'),
    ([SMALL], "we handle the order", "the order is shipped twice", '"Lyon"'),
    ([SMALL], "we handle the order", "no email is sent", "ship@example.com"),
    ([SMALL], "we handle the order",
     'it sends an email to "ann@example.com" saying "To Lyon."', "ship@example.com"),
    ([SMALL], "we handle the order", 'it says "Bye."', "Shipped 7."),
    ([SMALL], "we handle the order", "it says nothing", "Shipped 7."),
    ([SMALL], "we handle the order", "it fails", "it came to its end"),
    ([SMALL], "we handle the order", "the manager was asked", "nobody was asked anything"),
    ([SMALL], "we handle the order", "the order's total is $21", "$20"),
    ([SMALL], "we handle the order", 'the colour is "red"', "nothing is called the colour"),
    ([SMALL], "we handle the order", "the order is\n    colour: red", "total: $20"),
    ([SMALL], "we look around", "the order is shipped", "look around"),
    ([TABLE], "", "the orders are\n    | Number | Total |\n    | 1 | $10 |", "2    $20"),
    ([LARGE, 'the manager answers "no"'], "we handle the order",
     "the order is shipped", "nothing was done"),
    ([LARGE, 'the manager answers "no"'], "we handle the order",
     "it fails because the moon is full", "did not approve"),
    ([LARGE], "we handle the order", "it finishes", "it waits for the manager"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "when", "then", "got"), NOT, ids=[row[2] for row in NOT])
def test_a_line_that_does_not_hold_says_what_came_instead(
    tmp_path: Path, given: list[str], when: str, then: str, got: str
) -> None:
    result = one(tmp_path, given, when, [then])
    assert result.status == "failed", result
    first = next(f for f in result.findings if f.sentence == then.split("\n")[0])
    assert not first.holds
    assert got in first.got
    assert first.expected
    text = (tmp_path / "orders.kog").read_text(encoding="utf-8").splitlines()
    assert text[first.line - 1].strip().endswith(then.split("\n")[0])


WRONG = [
    ("Given frobnicate", "frobnicate"),
    ("Given the manager", "I do not understand what is given here"),
    ("Given today is Bob", "I do not understand which day or moment this is"),
    ("When we wobble", "wobble"),
    ("Then lovely weather", "I do not understand what is expected here."),
]


@pytest.mark.parametrize(("line", "message"), WRONG)
def test_a_line_that_says_nothing_is_a_problem_of_that_line(
    tmp_path: Path, line: str, message: str
) -> None:
    text = f"{ORDERS}\nExample: wrong\n    {line}\n    Then it finishes\n"
    (result,) = run(tmp_path, text).results
    assert result.status == "not understood"
    assert any(message in problem.summary for problem in result.problems), result.problems
    assert {problem.line for problem in result.problems} == {
        text[: text.index(line)].count("\n") + 1
    }


def test_an_example_without_a_then_is_refused(tmp_path: Path) -> None:
    text = ORDERS + "\nExample: nothing\n    When we look around\n"
    (result,) = run(tmp_path, text).results
    assert [problem.name for problem in result.problems] == ["example-expects-nothing"]


def test_a_question_that_the_example_neither_answers_nor_expects(tmp_path: Path) -> None:
    result = one(tmp_path, [LARGE], "we handle the order", ["nothing is shipped"])
    assert result.status == "failed"
    (finding,) = [f for f in result.findings if not f.holds]
    assert "the manager was asked and the example gives no answer" in finding.got
    assert any('And the manager answers "…"' in text for text in finding.detail)


def test_a_value_that_the_example_lacks(tmp_path: Path) -> None:
    result = one(tmp_path, [], "we handle the order", ["nothing is shipped"])
    assert any("the order is …" in text for f in result.findings for text in f.detail)


def test_an_answer_that_nobody_asked_for(tmp_path: Path) -> None:
    result = one(
        tmp_path, [SMALL, 'the CFO answers "no"'], "we handle the order", ["the order is shipped"]
    )
    (finding,) = [f for f in result.findings if not f.holds]
    assert finding.sentence == 'the CFO answers "no"'
    assert finding.got == "nobody was asked anything"


def test_an_answer_that_does_not_fit(tmp_path: Path) -> None:
    result = one(
        tmp_path, [LARGE, 'the manager answers "purple"'], "we handle the order", ["it fails"]
    )
    assert any(f.expected == "an answer that fits" and f.got for f in result.findings)


def test_answers_are_used_in_order(tmp_path: Path) -> None:
    given = [TABLE.replace("$10", "$110").replace("$20", "$120")]
    given += ['the manager answers "yes" and then "no"']
    then = ["1 order is shipped", 'it says "Shipped 1."', "the manager was asked twice"]
    assert faults(one(tmp_path, given, "we run this procedure", then)) == []


def test_an_instruction_as_an_answer(tmp_path: Path) -> None:
    given = [TABLE.replace("$10", "   "), 'someone answers "skip this order"']
    then = ["1 order is shipped", 'it says "Shipped 2."', "it finishes"]
    assert faults(one(tmp_path, given, "we run this procedure", then)) == []


def test_people_are_known_by_role_and_name(tmp_path: Path) -> None:
    settings = '[people]\nmanager = { name = "Ann Lee", email = "ann@example.com" }\n'
    text = (
        ORDERS
        + "\n"
        + example([LARGE, 'Ann Lee answers "yes"'], "we handle the order", ["Ann Lee was asked"])
    )
    (result,) = run(tmp_path, text, settings).results
    assert faults(result) == []


def test_nothing_is_written_anywhere(tmp_path: Path) -> None:
    text = """\
To note a city:
    Add a row to the spreadsheet "cities.csv" with
        the city: the city
    Write to the file "note.txt":
        {the city}

Example: noted
    Given the city is "Graz"
    When we note the city
    Then a row is added to "cities.csv"
    And it adds a row to the spreadsheet "cities.csv" with
        the city: "Graz"
    And it finishes
"""
    (result,) = run(tmp_path, text).results
    assert faults(result) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kognilang.toml", "orders.kog"]


def test_files_are_read_and_what_is_given_stays(tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text("Number,Total\n1,$5\n", encoding="utf-8")
    text = (
        'Read the spreadsheet "orders.csv" as the orders.\n'
        "The total is the total of the orders' totals.\n\n"
        + example([], "we run this procedure", ["the total is $5"])
        + "\n"
        + example([TABLE], "we run this procedure", ["the total is $30"])
    )
    for result in run(tmp_path, text).results:
        assert faults(result) == []


def test_a_wait_that_never_ends_is_told(tmp_path: Path) -> None:
    text = """\
To idle:
    Wait until the file "never.txt" exists, checking every 5 minutes.

Example: idle
    When we idle
    Then it finishes
"""
    (result,) = run(tmp_path, text).results
    assert any("never comes" in finding.got for finding in result.findings)


def test_procedures_of_another_file(tmp_path: Path) -> None:
    (tmp_path / "shipping.kog").write_text(ORDERS, encoding="utf-8")
    text = 'Use the procedures in "shipping.kog".\n\n' + example(
        [SMALL], "we handle the order", ["the order is shipped", "it finishes"]
    )
    done = run(tmp_path, text)
    assert [faults(result) for result in done.results] == [[]]
    assert {file for (file, _, _), _ in done.sentences} == {"shipping.kog"}


def test_the_sentences_that_ran(tmp_path: Path) -> None:
    text = ORDERS + "\n" + example([SMALL], 'we ship the order to "Lyon"', ["it finishes"])
    ran = {words for (_, _, words), was in run(tmp_path, text).sentences if was}
    assert 'Say "Shipped {the order\'s number}."' in ran
    assert 'Say "Starting."' not in ran
    both = text + "\n" + example([TABLE], "we run this procedure", ["it finishes"])
    ran = {words for (_, _, words), was in run(tmp_path, both).sentences if was}
    assert 'Say "Starting."' in ran
    assert 'Say "Nothing to see."' not in ran


def test_a_file_that_is_not_understood_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TextRefused):
        run(tmp_path, "Frobnicate the whatsit.\n")


def test_an_example_is_printed_as_it_reads() -> None:
    text = ORDERS + "\n" + example([TABLE], "we look around", ["it says:\n    Nothing to see."])
    first = read(Source("orders.kog", text)).file
    printed = print_file(first)
    assert read(Source("orders.kog", printed)).file == first
