"""The values that a run is given from outside, as they were typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kognilang.problems.problem import Problem, TextRefused
from kognilang.settings import Settings
from kognilang.text.source import Source

if TYPE_CHECKING:
    from kognilang.meaning.plan import Plan


def inputs_of(
    given: dict[str, str], plan: Plan, source: Source, settings: Settings
) -> dict[str, Any]:
    """Read the values set from outside. Raises TextRefused for a name that the text lacks."""
    if not given:
        return {}
    from difflib import get_close_matches

    from kognilang.language.words import canonical
    from kognilang.values.data import recognise

    found: dict[str, Any] = {}
    problems = []
    for name, text in given.items():
        words = canonical(name)
        words = words.removeprefix("the ")
        if words in plan.inputs:
            found[words] = recognise(text, settings)
            continue
        near = get_close_matches(words, plan.inputs, n=3, cutoff=0.5) or list(plan.inputs)
        problems.append(
            Problem(
                "unknown-input",
                f'"{source.name}" takes no "{name}" from outside.',
                detail=[f"It takes: {', '.join(near)}."] if near else ["It takes nothing."],
            )
        )
    if problems:
        raise TextRefused(problems)
    return found
