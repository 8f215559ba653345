"""The sorts of exceptions: what is asked about each, and what a person could answer.

In the templates `{prop}` is the property or name concerned, `{of}` the thing that has it
(` of the invoice INV-1007`, or nothing), `{noun}` the lane's noun.
"""

from __future__ import annotations

from kognilang.dataclass import dataclass

AGAIN = "try again"
LATER = "try again in 10 minutes, up to 5 times"
SKIP_STEP = "skip this step"
SKIP_ITEM = "skip this {noun}"
STOP = "stop"
START_OVER = "start over"
SET = 'Set {place} to "…". Try again.'


@dataclass(frozen=True, slots=True)
class Sort:
    """`asking` is the question when a value would help, `choosing` when one of several would,
    `deciding` when only a decision does.

    `suggestions` are answers in the order in which to offer them; those that do not apply
    (a lane's outside a lane, a property's without one) are left out.
    """

    deciding: str = "How should it go on?"
    asking: str = "What is {prop}{of}?"
    suggestions: tuple[str, ...] = (AGAIN, SKIP_STEP, SKIP_ITEM, STOP)
    choosing: str = "Which one is meant?"


_VALUE = (SET, SKIP_STEP, SKIP_ITEM, STOP)
_OUTSIDE = (AGAIN, SKIP_STEP, SKIP_ITEM, STOP)
_FINAL = (SKIP_STEP, SKIP_ITEM, STOP)

SORTS: dict[str, Sort] = {
    "missing-field": Sort(
        "What should be done without it?",
        suggestions=_VALUE,
        choosing="Which column is meant, or what should be done without it?",
    ),
    "blank-value": Sort(
        "What should be done about the blank?", "What should {prop}{of} be?", _VALUE
    ),
    "input-needed": Sort("What should it be?", "What is {prop}?", (STOP,)),
    "not-set": Sort("What should it be?", "What is {prop}{of}?", (SKIP_STEP, SKIP_ITEM, STOP)),
    "no-match": Sort(
        "Which one should be used, or what should be corrected?",
        "Which one should be used?",
        (AGAIN, SKIP_ITEM, STOP),
    ),
    "unsure-judgement": Sort(
        "What do you say?", "What do you say?", (AGAIN, SKIP_STEP, SKIP_ITEM, STOP)
    ),
    "two-meanings": Sort("Which one is meant?", "Which one is meant?", (SKIP_STEP, STOP)),
    "several-matches": Sort("Which one is meant?", "Which one is meant?", (SKIP_ITEM, STOP)),
    "check-failed": Sort(
        "Should this be accepted as it is, corrected, or left out?",
        "What should {prop}{of} be?",
        (SKIP_STEP, SET, SKIP_ITEM, STOP),
    ),
    "checks-failed": Sort(
        "Should these be accepted as they are, corrected, or left out?",
        suggestions=(SKIP_STEP, SKIP_ITEM, STOP),
    ),
    "wrong-kind": Sort("What should be used instead?", "What should {prop}{of} be?", _VALUE),
    "two-currencies": Sort("Which amount is right?", "What should {prop}{of} be?", _VALUE),
    "two-units": Sort("Which count is right?", "What should {prop}{of} be?", _VALUE),
    "no-currency": Sort("Which currency is it in?", "Which currency is it in?", (AGAIN, STOP)),
    "divided-by-zero": Sort(
        "What should be done about the zero?", "What should {prop}{of} be?", _VALUE
    ),
    "unknown-column": Sort(
        "Which column is meant? Correct the heading or the text, then try again.",
        suggestions=_OUTSIDE,
        choosing="Which column is meant?",
    ),
    "limit-reached": Sort(
        "Should it go on for as long again, or is something wrong?",
        suggestions=(AGAIN, SKIP_STEP, SKIP_ITEM, STOP),
    ),
    "run-limit": Sort(
        "Should it go on for as long again, or is something wrong?",
        suggestions=(AGAIN, STOP),
    ),
    "changed-differently": Sort(
        "Say in a sentence what is right, or leave it as it was.", suggestions=(SKIP_STEP, STOP)
    ),
    "denied": Sort("What should be done with the refusal?", suggestions=(SKIP_ITEM, AGAIN, STOP)),
    "unanswered": Sort(
        "Should the question be asked again, or how should it go on?",
        suggestions=_OUTSIDE,
    ),
    "answers-differ": Sort(
        "Should they be asked again, or how should it go on?", suggestions=_OUTSIDE
    ),
    "missing-secret": Sort(
        "Set it and type try again, or say how to go on.",
        "What is it? It is kept in .kognilang/secrets.toml and shown to nobody.",
        _OUTSIDE,
    ),
    "timed-out": Sort("Should it wait for as long again?", suggestions=_OUTSIDE),
    "failed": Sort("How should it go on?", suggestions=(AGAIN, SKIP_STEP, SKIP_ITEM, STOP)),
    "missing-file": Sort(
        "Put it there and type try again, or say how to go on.", suggestions=_OUTSIDE
    ),
    "unreadable": Sort(
        "Replace it with one that can be read and type try again, or say how to go on.",
        suggestions=_OUTSIDE,
    ),
    "refused": Sort(
        "Mend the cause and type try again, or say how to go on.", suggestions=_OUTSIDE
    ),
    "already-there": Sort(
        "Move it away or choose another name and type try again, or say how to go on.",
        suggestions=_OUTSIDE,
    ),
    "missing-sheet": Sort(suggestions=_OUTSIDE, choosing="Which one should be read instead?"),
    "missing-skill": Sort(
        "Mend or install it and type try again, or say how to go on.", suggestions=_OUTSIDE
    ),
    "no-address": Sort("Which address should be used?", suggestions=_OUTSIDE),
    "no-values": Sort("What should be used instead?", suggestions=_FINAL),
    "bad-pattern": Sort(
        "The pattern must be mended in the text; then start over, or say how to go on.",
        suggestions=(START_OVER, SKIP_STEP, SKIP_ITEM, STOP),
    ),
    "different-tables": Sort(
        "The text should compare a field instead. How should it go on?", suggestions=_FINAL
    ),
    "unclear-percent": Sort("Which one is meant?", suggestions=_FINAL),
    "unreachable": Sort(
        "Try again when it can be reached, or say how to go on.",
        suggestions=(AGAIN, LATER, SKIP_STEP, SKIP_ITEM, STOP),
    ),
    "interrupted-write": Sort(
        "Did it happen? If you say no, it is done now.",
        "Did it happen? If you say no, it is done now.",
        (STOP,),
    ),
    "incident": Sort(
        "It stopped there several times without getting any further. How should it go on?",
        suggestions=(AGAIN, SKIP_STEP, SKIP_ITEM, STOP, START_OVER),
    ),
    "out-of-range": Sort("What should be used instead?", "What should {prop}{of} be?", _VALUE),
    "too-large": Sort("What should be used instead?", "What should {prop}{of} be?", _VALUE),
    "not-whole": Sort("What should be used instead?", "What should {prop}{of} be?", _VALUE),
}
"""By problem name. A name that is not here is asked about as `Sort()` says."""

ALIASES = {
    "missing-table": "unreadable",
    "no-text": "unreadable",
    "no-column": "unknown-column",
    "in-the-future": "out-of-range",
    "approval-denied": "denied",
    "limit": "limit-reached",
    "unknown-outcome": "interrupted-write",
    "interrupted": "interrupted-write",
}

ANY = Sort()


def sort_of(problem: str) -> Sort:
    """Return how a problem is asked about."""
    return SORTS.get(ALIASES.get(problem, problem), ANY)
