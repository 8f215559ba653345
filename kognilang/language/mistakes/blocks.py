"""Mistakes of a sentence and the lines below it."""

from __future__ import annotations

from kognilang.language.mistakes.case import Case
from kognilang.problems.problem import Problem


def under_finished(case: Case) -> Problem:
    return Problem(
        "lines-under-finished-sentence",
        "Lines are indented under this sentence, but it is complete",
        span=case.sentence,
        detail=["Move them to the left, or end the sentence in a colon if they belong to it."],
    )


def empty_block(case: Case) -> Problem:
    return Problem(
        "empty-block",
        "This sentence needs steps below it, and nothing is indented there",
        span=case.sentence,
    )


def missing_body(case: Case) -> Problem:
    if case.text.endswith(":"):
        return empty_block(case)
    return Problem(
        "missing-body",
        "The sentence says when, but not what to do",
        span=case.sentence,
        candidates=[f"{case.text}, stop."],
        detail=["Something to do follows after a comma, or is indented below."],
    )


def two_ifs(case: Case) -> Problem:
    """Otherwise could be the opposite of the last If, or of both."""
    candidates: list[str] = []
    second = case.failure.data.get("second")
    if second is not None:
        start = int(second)
        text = case.source.text
        line = text[start:].split("\n", 1)[0].strip()
        if line.lower().startswith("if "):
            candidates.append(f"Otherwise, {line[:1].lower()}{line[1:]}")
        summary = (
            "Otherwise could mean neither of the two Ifs above, or only not the last one: both"
            " look at the same value"
        )
        detail = [
            "If it means neither, begin the second one with   Otherwise, if.",
            "If it means only not the last one, put a sentence between the two Ifs, or write the"
            " opposite out: If … is not …",
        ]
    else:
        summary = "Otherwise could belong to either If of the sentence above"
        detail = ["Put the inner If into a block of its own, indented below the outer one."]
    return Problem(
        "ambiguous-otherwise", summary, span=case.at, candidates=candidates, detail=detail
    )


def detail_line(case: Case) -> Problem:
    return Problem(
        "unread-sentence",
        "The lines below are not all details: each says what one thing is",
        span=case.sentence,
        detail=["A detail is written as   the subject is …   or as   the subject: …"],
    )
