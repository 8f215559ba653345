"""Which explanation belongs to which of the parser's failures."""

from __future__ import annotations

from collections.abc import Callable

from kognilang.language.mistakes import blocks, conditions, sentences, values
from kognilang.language.mistakes.case import Case
from kognilang.problems.problem import Problem


def _cells(count: object) -> str:
    return f"{count} cell" if str(count) == "1" else f"{count} cells"


def _row(case: Case) -> Problem:
    """A row of a table has too few cells or too many."""
    cells, columns = case.failure.data.get("cells"), case.failure.data.get("columns")
    detail = ["A cell ends at each |: what holds one stands in quotes."]
    if str(cells).isdigit() and str(columns).isdigit() and int(str(cells)) < int(str(columns)):
        row = case.words(case.at).rstrip()
        missing = " |" * (int(str(columns)) - int(str(cells)))
        detail = [f"An empty cell is written too: {row}{missing}"]
    summary = f"This row has {_cells(cells)}, and the heading has {columns}"
    return Problem("ragged-table", summary, detail=detail)


def _named_twice(case: Case) -> Problem:
    """Two lines of a block, or two columns, have the same name."""
    return Problem(
        "named-twice",
        f'"{case.failure.data.get("name")}" stands here twice',
        detail=["Only one of the two values could be kept: give one of them another name."],
    )


def _stray(case: Case) -> Problem:
    without = case.with_part(case.at, "")
    return Problem("stray-closing", "This parenthesis closes nothing", candidates=[without])


def _no_condition(case: Case) -> Problem:
    head = case.tokens[0].written.capitalize() if case.tokens else "If"
    if head.lower() in ("make", "check", "ensure", "verify"):
        example = "Make sure the total is more than zero."
    else:
        example = f"{head} the total is zero, stop."
    return Problem(
        "unread-condition",
        "A condition is missing here",
        detail=[f"It says what must be so, as in: {example}"],
    )


def _simple(name: str, summary: str, *detail: str) -> Callable[[Case], Problem]:
    def explain(case: Case) -> Problem:
        return Problem(name, summary, detail=list(detail))

    return explain


EXPLANATIONS: dict[str, Callable[[Case], Problem]] = {
    "mixed-and-or": conditions.mixed,
    "equals-for-setting": sentences.equals,
    "missing-article": values.missing_article,
    "word-needs-quotes": values.bare_word,
    "ambiguous-date": values.ambiguous_date,
    "list-without-and": values.list_without_and,
    "tight-comma": values.tight_comma,
    "tight-operator": values.tight_operator,
    "more-than-by": conditions.percent_more,
    "every-is-not": conditions.every_not,
    "clause-in-filter": conditions.clause_in_filter,
    "ending-after-operator": values.ending,
    "order-in-group": values.order_in_group,
    "arithmetic-after-filter": values.arithmetic,
    "not-over-several": conditions.not_over,
    "reserved-word-in-name": values.reserved,
    "and-before-condition": sentences.late_condition,
    "block-under-finished-sentence": blocks.under_finished,
    "block-missing": blocks.empty_block,
    "body-missing": blocks.missing_body,
    "comparison-is-no-step": sentences.comparison,
    "detail-not-understood": blocks.detail_line,
    "doubled-word": sentences.doubled,
    "duration-of-two": values.two_units,
    "semicolon-in-clause": sentences.semicolon,
    "nor-without-neither": _simple(
        "unread-sentence", '"nor" goes with "neither", and none is here'
    ),
    "ambiguous-otherwise": blocks.two_ifs,
    "and-after-asking": sentences.and_after_asking,
    "otherwise-without-if": blocks.no_if,
    "handler-without-step": _simple(
        "handler-without-step",
        '"If that fails" follows no step',
        "Put it directly below the sentence that may fail.",
    ),
    "nobody-without-ask": _simple(
        "nobody-without-ask",
        '"If nobody answers" follows no question',
        'Put it directly below the sentence that asks: Ask the manager "Pay it?" within 2 days.',
    ),
    "table-row-length": _row,
    "named-twice": _named_twice,
    "line-in-table": lambda case: Problem(
        "ragged-table",
        "This line stands in a table but is no row of it: a row begins and ends with |",
    ),
    "table-alone": _simple(
        "unread-sentence", "This table stands alone: a sentence above it must say what it is"
    ),
    "optional-in-header": lambda case: Problem(
        "unread-sentence",
        "Brackets in a definition hold what is passed, such as [a customer]",
        detail=[
            "For words that may be left out, write a second definition without them, which calls "
            "this one."
        ],
    ),
    "stray-closing": _stray,
    "value-alone": sentences.value_alone,
    "condition-list-missing": _simple(
        "unread-condition", "The list of what must be true is missing below"
    ),
    "value-missing": _simple(
        "unread-value",
        "A value is missing here",
        'It is a number, a text in quotes, or a name: 5, "open", the total.',
    ),
    "value-not-understood": values.value_not_understood,
    "condition-missing": _no_condition,
    "too-deep": _simple(
        "unread-sentence",
        "This is nested too deep to be read",
        "Give the inner part a name in a sentence before, and use the name here.",
    ),
}
"""By the name of a failure; any other is `sentences.unread`."""
