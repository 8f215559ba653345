"""Words for statuses and numbers, as a clerk would say them."""

from __future__ import annotations

from collections.abc import Iterable


def status_words(
    status: str,
    questions: int = 0,
    interrupted: bool = False,
    until: str = "",
    begun: bool = True,
) -> str:
    """Say a run's status. `until` is the moment that it waits for, in words; `begun` is not yet so
    where it waits for its turn among the items of a loop."""
    if interrupted:
        return "interrupted"
    if status in ("parked", "waiting") and questions:
        return f"waits ({counted(questions, 'question')})"
    return {
        "ready": "can go on",
        "running": "running",
        "parked": "waits for someone",
        "waiting": f"waits until {until}" if until else _UNTIMED[begun],
    }.get(status, status)


_UNTIMED = {True: "waits for its items", False: "waits for its turn"}
"""What a run waits for that waits for no time and nobody."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 question`, `3 questions`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def listed(words: Iterable[str]) -> str:
    """`A, B and C`."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
