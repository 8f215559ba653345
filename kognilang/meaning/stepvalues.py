"""Steps that stand where a value should: `The width is double 4.`, where `double 4` yields one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kognilang.language.lexer import tokens as lexed
from kognilang.language.trial import works
from kognilang.problems.problem import Problem
from kognilang.text.source import Span

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions
    from kognilang.meaning.state import State

_SETTING = re.compile(
    r"^(?:[-*\d.)]+ )?(?:set |let |change )?(the [\w' ]+?) (?:is|are|to|be) (.+?)\.?$",
    re.IGNORECASE,
)
"""A setting: its target, and the words of its value."""

_BRACED = re.compile(r"\{(.+)\}$", re.DOTALL)


def yields_value(state: State, expressions: Expressions, words: str) -> bool:
    """Say whether words are a step that a phrase explains, and that yields something."""
    from kognilang.language.tree import Return, Token

    tokens: Sequence[Token] = lexed(words)
    with state.trying():
        parsed = expressions.calls.choose(tokens, "action").parsed
    if parsed is None:
        return False
    target = parsed.match.entry.target
    if isinstance(target, str):
        return bool(state.library.skills[target].yields)
    node = state.defined[target].node
    body = getattr(node, "body", ())
    return any(isinstance(step, Return) for step in body)


def told_of_steps(
    problems: Sequence[Problem], state: State, expressions: Expressions
) -> list[Problem]:
    """Return the reader's problems, with what a value really is where it is such a step."""
    for problem in problems:
        if problem.source is not state.source:
            continue
        if problem.name in ("bare-word", "missing-article", "unread-sentence"):
            line = state.source.line_text(state.source.line_of(problem.span[0]))
            set_to = _SETTING.match(line.strip())
            if set_to is not None and yields_value(state, expressions, set_to[2]):
                here = state.source.text.rfind("\n", 0, problem.span[0]) + 1
                begin = here + line.index(set_to[2])
                problem.span = (begin, begin + len(set_to[2]))
                _tell(problem, set_to[2], f"{set_to[1][:1].lower()}{set_to[1][1:]}")
        elif problem.name == "unread-value":
            braced = _BRACED.search(problem.summary)
            if braced is not None and yields_value(state, expressions, braced[1]):
                _tell(problem, braced[1], "")
    return list(problems)


def report(state: State, span: Span, words: str) -> None:
    """Report a step in the braces of a text."""
    problem = Problem("bare-word", "", state.source, span)
    _tell(problem, words, "")
    state.problem(problem.name, problem.summary, span, detail=problem.detail)


def _tell(problem: Problem, words: str, target: str) -> None:
    step = words[:1].upper() + words[1:]
    problem.name, problem.understood = "bare-word", []
    problem.summary = f'"{words}" is a step: what it yields has to be kept under a name'
    kept = f"{step} as {target or 'the NAME'}."
    problem.candidates = [kept] if target and works(kept) else []
    problem.detail = [] if target else [f"Write it before, as a sentence of its own: {kept}"]
