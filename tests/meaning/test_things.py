"""Names of things: second names, other ones, places, tables that are compared, currencies."""

import pytest

TABLES = """The orders are
    | Number | Total |
    | 1      | 30    |
    | 2      | 10    |
The customers are
    | Number | Total |
    | 1      | 30    |
"""
SECOND = 'The order is\n    status: "open"\nLet the current one be the order.\n'


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The rate is 10%.\nIncrease the rate by 2%.", "percent-by-percent"),
        ("The rate is 10%.\nIncrease the rate by 2 percentage points.", None),
        ("The rate is 10%.\nIncrease the rate by 2% of itself.", None),
        (TABLES + 'If the first order is the first customer, say "same".', "two-tables"),
        (TABLES + 'If the first order is the second order, say "same".', None),
        (TABLES + 'If the first order is the order with the highest total, say "same".', None),
        (TABLES + "Show the other orders.", "others-of-what"),
        (TABLES + "For each order: show the other orders.", None),
        (TABLES + "The second order is 5.", "name-also-a-form"),
        ("The 2nd order is 5.\n" + TABLES, "name-also-a-form"),
        (
            TABLES + "The orders' totals are in USD.\nThe orders' totals are in EUR.",
            "currency-twice",
        ),
        (SECOND + 'Change the current one\'s status to "paid".', "two-names"),
        (SECOND + 'Change the order\'s status to "paid".', "two-names"),
        (SECOND + "The current one is 5.\nChange the order's status to \"paid\".", None),
        (SECOND.replace("be the", "be a copy of the") + "Set the order's status to 1.", None),
        ("The price is $5.\nLet the old be the price.\nIncrease the price by $1.", None),
    ],
)  # fmt: skip
def test_what_is_said_of_things(understood, text, name):
    found = [one.name for one in understood(text).problems]
    assert found == ([name] if name else [])


def test_a_second_name_is_only_a_warning(understood):
    (problem,) = understood(SECOND + 'Change the order\'s status to "paid".').problems
    assert problem.warning
    assert "line 3" in problem.summary
