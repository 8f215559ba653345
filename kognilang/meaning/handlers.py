"""Handlers: `If that fails because …` names a reason that something can fail for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kognilang.language import tree
from kognilang.meaning.almost import edits
from kognilang.meaning.checks import bodies
from kognilang.meaning.reasons import LISTED, describes, problems_of
from kognilang.meaning.state import State


def check_handlers(items: tree.Body, everything: Iterable[tree.Body], state: State) -> None:
    """Report reasons that nothing could fail for; what the text itself fails with is one."""
    messages: list[str] | None = None
    for step in _steps(items):
        if not isinstance(step, tree.Guarded):
            continue
        for because, _ in step.handlers:
            if because is None or problems_of(because):
                continue
            if messages is None:
                messages = [one for body in everything for one in _failing(body)]
            if not any(describes(because, "", message) for message in messages):
                _report(because, step, state)


def _steps(body: tree.Body) -> Iterable[tree.Step]:
    for step in body:
        yield step
        for inner in bodies(step):
            yield from _steps(inner)


def _failing(body: tree.Body) -> Iterable[str]:
    """Yield the messages of the text's own `Fail with "…"`."""
    for step in _steps(body):
        if isinstance(step, tree.Fail) and isinstance(step.message, tree.Text):
            yield " ".join(part for part in step.message.parts if isinstance(part, str))


def _report(because: str, step: tree.Guarded, state: State) -> None:
    start, end = step.span
    first = because.split(" ", 1)[0]
    found = re.compile(rf"because\s+({re.escape(first)}[^,:\n]*)", re.IGNORECASE).search(
        state.source.text, start, end
    )
    span = found.span(1) if found is not None else step.span
    words = set(because.split())
    like = sorted(
        LISTED,
        key=lambda one: (-len(words.intersection(one.split())), edits(one, because, len(because))),
    )
    line = state.source.line_text(state.source.line_of(span[0])).strip()
    known = [line.replace(because, one, 1) for one in like[:2] if because in line]
    state.problem(
        "unknown-reason",
        f'Nothing here fails "because {because}"',
        span,
        candidates=known,
        detail=[
            "The reasons are: " + ", ".join(LISTED) + '; or the words of a "Fail with …".',
            "If that fails, without a reason, takes them all.",
        ],
    )
