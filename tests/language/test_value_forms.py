"""Every operation can be written, and what is written is printed so that it reads back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import pytest

from kognilang.language import tree
from kognilang.language.conditions import read_condition
from kognilang.language.lexer import tokens
from kognilang.language.parsing import read_value
from kognilang.language.printer import print_cond, print_expr
from kognilang.language.terminals import NotParsed
from kognilang.values.operations import ADJECTIVES, OPERATIONS

VALUES = """
the rate of the total | 10% of the total | half of the total | half the total
the total increased by 10% | the total decreased by 10% | 0.25 as a percent | the total in USD
the number of the orders | the total of the fees | the sum of the fees | the average of the fees
the median of the fees | the largest of the fees | the smallest of the fees
the latest of the days | the earliest of the days | the most common of the names
the absolute value of the net | the remainder of the net divided by 4
the difference between 3 and 10 | the smaller of 1 and 2 | the larger of 1 and 2
the earlier of the start and the end | the later of the start and the end
the net rounded | the net rounded up | the net rounded down | the net rounded to 2 places
the net rounded to the nearest 5 | the net rounded to the nearest $0.05
the net rounded to the nearest cent | the net plus the tax, rounded to 2 places
the orders reversed | the orders except the first | the orders except the first 2
the name in capitals | the name in lower case | the name in title case | the name capitalized
the name trimmed | the name trimmed and in lower case | the first word of the name
the last word of the name | the first 3 letters of the name | the last 2 letters of the name
the lines of the name | the words of the name | the length of the name | the name split by ","
the names joined with ", " | the names listed one per line | the net in words
the text before ":" in the line | the text after ":" in the line
the text between "(" and ")" in the line | the name with "a" replaced by "b"
the name followed by "x" | the net as text | the name as a number | the name as a date
the start as "DD/MM/YYYY" | the net as "#,##0.00" | a new line
today | now | tomorrow | yesterday | next Friday | last Friday | the next business day
the last business day | the next business day after the start
the last business day before the start | the start of the month | the end of the month
the end of the month of the start | the start of the week | the end of the week
the start of the year | the end of the year | the start of the quarter | the end of the quarter
the start of next month | the end of next month | the start of last month | the end of last month
the first business day of the month | the last business day of the month
3 days after the start | 2 weeks before the start | in 3 days | 3 days ago
the start at the opening time | the year of the start | the month of the start
the month number of the start | the weekday of the start | the day of the start
the hour of the start | the minute of the start | the age of the start
the number of days between the start and the end | the number of days from the start to the end
the number of days between the start and the end, counting both
the number of days from the start to the end, counting both
the number of business days between the start and the end
the number of business days between the start and the end, counting both
the number of business days from the start to the end
the number of business days from the start to the end, counting both
the number of weeks between the start and the end | the number of weeks from the start to the end
the number of months between the start and the end | the number of months from the start to the end
the number of years between the start and the end | the number of years from the start to the end
the number of hours between the start and the end | the number of hours from the start to the end
the number of minutes between the start and the end
the number of minutes from the start to the end
the number of seconds between the start and the end
the number of seconds from the start to the end
the days between the date of birth and the date of hire
the larger of (the net plus 1) and (the tax) | the net 1 plus the net 2
the customers of the orders without duplicates | the first order sorted by date
the order closest to $100 | the order with the total closest to $100
the orders whose total is more than (the net plus 5) and less than $20
the orders sorted by date, newest first | nothing yet | the second order
"""
WRITTEN = [one.strip() for line in VALUES.splitlines() for one in line.split("|") if one.strip()]

CONDITIONS = """
4 is even | the day is a weekend | the day is on a weekend | the name is in capitals
the start is older than 30 days | the start is more than 30 days old
the start is at least 30 days old | the start is not newer than the end
(the net is 1 or the tax is 2) and (the fee is 3) | the net is 1 and (the tax is 2 or the fee is 3)
neither the net is 1 nor the tax is 2 | the queue is nothing yet | the net is neither 1 nor 2
the net is 1 and (the tax plus 1) is 3
"""
CLAUSES = [
    one.strip() for line in CONDITIONS.splitlines() for one in line.split("|") if one.strip()
]

INTERNAL = {
    # Made of other parts of the tree, or of steps, or reached as a property.
    "+", "-", "*", "/", "negative", "list", "first", "last", "item", "first n", "last n", "range",
    "rounds", "tries",
    "copy", "distinct", "all except", "duration", "at", "count with noun", "new line",
    "year number", "quarter of", "week number of", "date of", "time of",
    "next week", "last week", "next month", "last month", "next year", "last year",
}  # fmt: skip


def read(written: str) -> tree.Expr:
    return read_value(tokens(written))


def _forms(node: object) -> Iterator[str]:
    if isinstance(node, tree.Form):
        yield node.name
    if isinstance(node, tuple):
        for one in node:
            yield from _forms(one)
    elif isinstance(node, tree.Node):
        for field in fields(node):
            yield from _forms(getattr(node, field.name))


@pytest.mark.parametrize("written", WRITTEN)
def test_a_value_is_printed_so_that_it_reads_back(written: str) -> None:
    value = read(written)
    assert read(print_expr(value)) == value


@pytest.mark.parametrize("written", CLAUSES)
def test_a_condition_is_printed_so_that_it_reads_back(written: str) -> None:
    condition = read_condition(tokens(written))
    assert read_condition(tokens(print_cond(condition))) == condition


def test_every_operation_can_be_written() -> None:
    written = {name for one in WRITTEN for name in _forms(read(one))}
    adjectives = {f"is {words}" for words in ADJECTIVES} | {"is a whole number"}
    assert set(OPERATIONS) - INTERNAL - adjectives - written == set()
    assert written <= set(OPERATIONS)


@pytest.mark.parametrize(
    ("written", "mistake"),
    [
        ("5-2", "tight-operator"),
        ("the net/2", "tight-operator"),
        ("2 plus 3 rounded up", "ending-after-operator"),
        ('"a" followed by "b" in capitals', "ending-after-operator"),
        ("100,200 and 300", "tight-comma"),
        ("03/04/2026", "ambiguous-date"),
        ("the orders whose total is $5 and the customer is \"A\"", "clause-in-filter"),
    ],
)  # fmt: skip
def test_what_could_be_read_two_ways_is_refused(written: str, mistake: str) -> None:
    with pytest.raises(NotParsed) as caught:
        value = read(written)
        assert value is None, value
    assert caught.value.name == mistake


@pytest.mark.parametrize("written", ['the report as "archive.zip"', 'the paid invoices as "x"'])
def test_only_patterns_follow_as(written: str) -> None:
    """Any other text after `as` is for the phrases."""
    assert "as" not in set(_forms(read(written)))
