"""Lines for people, and what words mean: each is told with a sentence that works."""

from __future__ import annotations

import pytest

from kognilang.language.glossary import told
from kognilang.language.mistakes.case import ended
from kognilang.language.reading import read
from kognilang.language.trial import works
from kognilang.text.source import Source


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("Title: Pay invoices", "# Pay invoices"),
        ("Procedure:\n    Say \"x\".", "# Procedure"),
        ("Author: Bob", "Note: Author: Bob"),
        ("Last updated: 2026-01-02", "Note: Last updated: 2026-01-02"),
        ("Approved by: the CFO", "Note: Approved by: the CFO"),
        ("TODO: ask Ann", "Note: TODO: ask Ann"),
        ("// pay them", "Note: pay them"),
        ("/* pay them */", "Note: pay them"),
        ("-- pay them", "Note: pay them"),
        ("Total: 5", "The total is 5."),
        ("The orders: 1 and 2", "The orders are 1 and 2."),
        ("Overdue means late is true", "A thing is overdue if its late is true."),
        ("Overdue means that the due date is before today.",
         "A thing is overdue if its due date is before today."),
        ("Overdue invoices means the due date is before today.",
         "An invoice is overdue if its due date is before today."),
        ("By overdue we mean their due date is before today",
         "A thing is overdue if its due date is before today."),
        ('"Large" means more than $500.', "A thing is large if it is more than $500."),
        ("A large order means an order whose total is over $5.",
         "An order is large if its total is over $5."),
        ("An order is big means its total is over $5", "An order is big if its total is over $5."),
        ("VIP means a customer whose total is over $5,000.",
         "A customer is VIP if its total is over $5,000."),
        ("PO stands for purchase order.", "Note: PO stands for purchase order."),
        ("We call an invoice overdue if its due date is before today.",
         "An invoice is overdue if its due date is before today."),
        ("If an order is over 3 days old, the order is late.",
         "An order is late if it is over 3 days old."),
        ("If an invoice's due date is before today, it is overdue",
         "An invoice is overdue if its due date is before today."),
    ],
)  # fmt: skip
def test_it_is_told_with_what_to_write(written: str, offered: str) -> None:
    found = told(written)
    assert found is not None
    assert found.candidates[0] == offered
    assert all(works(ended(one)) for one in found.candidates)


@pytest.mark.parametrize(
    "sentence",
    [
        "Say: hello", "Send an email to the customer:", "If the total is 5: stop",
        "For each order:", "Pay the invoice.", "The means of payment is cash.",
        "Depending on the status:", "If the total is 5, the fee is 3.", "Ask the clerk: which one",
        "# A title",
    ],
)  # fmt: skip
def test_other_sentences_are_let_alone(sentence: str) -> None:
    assert told(sentence) is None


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("We call an invoice overdue if its due date is before today.",
         ["An invoice is overdue if its due date is before today."]),
        ("I consider an open order late if its total is over $5.",
         ["An open order is late if its total is over $5.",
          "An open is order late if its total is over $5."]),
    ],
)  # fmt: skip
def test_its_condition_is_not_that_of_a_step(written: str, offered: list[str]) -> None:
    [problem] = read(Source("a.kog", written)).problems
    assert problem.candidates == offered
    assert problem.summary == "What a word means is said with if"


def test_a_step_of_ours_may_have_a_condition_behind_it() -> None:
    assert not read(Source("a.kog", "Call the customer if the total is 5.")).problems
