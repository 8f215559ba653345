"""Explanations for people: how each sentence is understood, where each word went."""

from __future__ import annotations

from kognilang.meaning.state import Explanation


def explained(explanations: list[Explanation]) -> str:
    """Return the explanations as plain text, a sentence after the other."""
    lines: list[str] = []
    for one in explanations:
        lines.append(f"{one.line:>4}  {one.written}")
        if one.canonical and one.canonical.rstrip(".:") != one.written.rstrip(".:"):
            lines.append(f"      = {one.canonical}")
        if one.skill:
            lines.append(f"      {one.skill}; {one.effect}")
        width = max((len(words) for words, _ in one.parts), default=0)
        for words, meaning in one.parts:
            lines.append(f"        {words:<{min(width, 40)}}  {meaning}")
    return "\n".join(lines)
