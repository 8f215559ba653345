"""Patterns of what people write, and what is written in its place."""

from __future__ import annotations

import re
from collections.abc import Callable

Way = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
"""What is written, and what makes the other words of it."""


def ways(*pairs: tuple[str, str | Callable[[re.Match[str]], str]]) -> tuple[Way, ...]:
    """Return the ways that pairs of a pattern and a template (`\\1:\\2`), or of a pattern and a
    function, are. Capitals do not matter."""
    return tuple((re.compile(pattern, re.IGNORECASE), _maker(new)) for pattern, new in pairs)


def _maker(new: str | Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], str]:
    return (lambda hit: hit.expand(new)) if isinstance(new, str) else new
