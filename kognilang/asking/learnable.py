"""Which questions' answers may be learnt."""

from __future__ import annotations

DECIDED = ("whether", "confirm", "approval")
"""Forms of asking whose answer is a decision on the thing itself: it is never learnt."""

_NEVER = (
    "denied", "approval-denied", "interrupted-write", "unknown-outcome", "incident",
    "limit-reached", "timed-out", "answers-differ",
)  # fmt: skip
"""Problems that a person decides each time: refusals, what may have happened, endless work."""


def learnable(kind: str, problem: str) -> bool:
    """Whether answers to a question may be learnt: never approvals and their refusals, nor what
    may or may not have happened."""
    if kind == "ask":
        return problem not in DECIDED
    return kind == "exception" and problem not in _NEVER
