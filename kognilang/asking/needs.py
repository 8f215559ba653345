"""The kinds of answers: how each is asked for, and what one looks like."""

from __future__ import annotations

EXAMPLES = {
    "text": "Acme",
    "number": "1250.50",
    "whole number": "12",
    "money": "$1,250.50",
    "count": "5 units",
    "percent": "2.5%",
    "date": "2026-03-31",
    "time": "9:00",
    "moment": "2026-03-31 at 9:00",
    "duration": "3 days",
    "yes/no": "yes",
    "list": '"red", "green" and "blue"',
    "file": "invoices/april.pdf",
    "folder": "invoices",
    "person": "the finance manager",
}
"""What an answer of a kind looks like, typed."""

TEXTLIKE = ("text", "any", "person", "secret", "list")
"""Kinds for which any words typed could be the value: there instructions begin with `>`."""

NO_VALUE = ("", "choice", "yes/no")
"""Where the answer is not free: numbers can stand before the choices."""


def may_be_text(needs: str) -> bool:
    """Tell whether any words could be the value that is needed."""
    return needs in TEXTLIKE


def letters(needs: str) -> bool:
    """Tell whether choices are lettered, because a number could be the value."""
    return needs not in NO_VALUE


def labels(needs: str, many: int) -> list[str]:
    """Return what stands before each choice: `1`, `2` … or `a`, `b` …"""
    if not letters(needs):
        return [str(at) for at in range(1, many + 1)]
    found = []
    for at in range(many):
        label, left = "", at
        while True:
            label = chr(ord("a") + left % 26) + label
            left = left // 26 - 1
            if left < 0:
                break
        found.append(label)
    return found
