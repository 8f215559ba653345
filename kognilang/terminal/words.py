"""Words for statuses and numbers, as a clerk would say them."""

from __future__ import annotations

from collections.abc import Iterable


def status_words(status: str, questions: int = 0, interrupted: bool = False) -> str:
    """Say a run's status."""
    if interrupted:
        return "interrupted"
    if status in ("parked", "waiting") and questions:
        return f"waits ({counted(questions, 'question')})"
    return {
        "ready": "can go on",
        "running": "running",
        "parked": "waits for someone",
        "waiting": "waits for a time",
    }.get(status, status)


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 question`, `3 questions`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def listed(words: Iterable[str]) -> str:
    """`A, B and C`."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
