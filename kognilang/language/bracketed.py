"""Headings with something in parentheses: `the order's total (EUR)`, which stands in quotes."""

from __future__ import annotations

import re

_HEADING = re.compile(
    r"(?P<of>(?<=\w)['’]s?\s+|\b(?:its|their)\s+)(?P<name>[^\W\d_][\w-]*(?:\s+[\w-]+){0,3}?"
    r"\s*\([^()\"{}]+\))",
    re.IGNORECASE,
)


def headed(text: str, written: str = "") -> tuple[str, list[str]] | None:
    """Return such a heading and the text with it in quotes, in each spelling that it may have;
    None where there is none. What is in quotes is taken to the letter, so a spelling of the whole
    text (`written`) goes before a capital letter, and that before the one at hand."""
    hit = _HEADING.search(re.sub(r'"[^"{}]*"', lambda one: "\0" * len(one[0]), text))
    if hit is None:
        return None
    begin, end = hit.span("name")
    name = text[begin:end]
    known = re.findall(rf"(?m)(?:^|[|,\"])[ \t]*({re.escape(name)})", written, re.IGNORECASE)
    names = dict.fromkeys([*known, f"{name[:1].upper()}{name[1:]}", name])
    return name, [f'{text[:begin]}"{one}"{text[end:]}' for one in names]
