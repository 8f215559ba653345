"""What a reader could misunderstand in a runbook: paragraphs that read as steps and are not done,
headings that look like definitions and are only titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kognilang.language import tree
from kognilang.language.lexer import tokens as lexed
from kognilang.language.sentence import sentence_steps
from kognilang.language.terminals import NotParsed
from kognilang.meaning.checks import bodies
from kognilang.text.sentences import split

if TYPE_CHECKING:
    from kognilang.meaning.state import State
    from kognilang.meaning.steps import Steps

_HEADING = re.compile(r"to +\w+ +\w.*", re.IGNORECASE)
_NO_PROSE = re.compile(r"note\b|[(>|<!\[`#]", re.IGNORECASE)
_FENCE = re.compile(r"[ \t]*(?:`{3,}|~{3,})")


def check_prose(items: tree.Body, state: State, steps: Steps) -> None:
    """Warn of the headings and, in Markdown, of the paragraphs of one file that mislead."""
    markdown = state.source.name.lower().endswith(".md")
    for step in _all(items):
        if isinstance(step, tree.Title):
            _heading(step, markdown, state)
        elif markdown and isinstance(step, tree.Note):
            _paragraph(step, state, steps)


def _all(items: tree.Body) -> list[tree.Step]:
    found: list[tree.Step] = []
    for item in items:
        found.append(item)
        for inner in bodies(item):
            found += _all(inner)
    return found


def _heading(title: tree.Title, markdown: bool, state: State) -> None:
    """Warn of a title that was most likely meant to define something."""
    text = title.text.rstrip()
    if not _HEADING.fullmatch(text) or (not markdown and not text.endswith(":")):
        return
    bare = text.rstrip(":")
    if markdown:
        summary = f'Nothing calls "{bare}", so this heading is only a title'
        candidates = [f"{'#' * title.level} {bare}:"]
        detail = ["What stands below it is done right here. A colon makes it a definition."]
    else:
        summary = "A line that begins with # is only a title"
        candidates = [f"{bare}:"]
        detail = ["Without # it defines a procedure, whose steps are indented below it."]
    state.problem(
        "heading-not-definition", summary, title.span, candidates=candidates, detail=detail,
        warning=True,
    )  # fmt: skip


def _paragraph(note: tree.Note, state: State, steps: Steps) -> None:
    """Warn of a paragraph whose every sentence would be understood as a step."""
    text = note.text.strip()
    if not text or _NO_PROSE.match(text) or _fenced(note, state):
        return
    found = []
    for sentence in split(state.source, [note.span]):
        if not _reads(sentence.text, state, steps):
            return
        found.append(f"- {sentence.text}.")
    if found:
        state.problem(
            "prose-reads-as-steps",
            "This paragraph reads as steps, but in a runbook only lists are done",
            note.span,
            candidates=["\n".join(found)],
            detail=["If it is only to be read, leave it as it is."],
            warning=True,
        )


def _fenced(note: tree.Note, state: State) -> bool:
    """Say whether a note stands in a fenced block of another language."""
    before = state.source.text[: note.span[0]].rstrip().rpartition("\n")[2]
    return _FENCE.match(before) is not None


def _reads(sentence: str, state: State, steps: Steps) -> bool:
    """Say whether a sentence is understood as a step as it stands."""
    try:
        found = sentence_steps(tuple(lexed(sentence)))
    except NotParsed:
        return False
    return bool(found) and all(_known(one, state, steps) for one in found)


def _known(step: tree.Step, state: State, steps: Steps) -> bool:
    if isinstance(step, tree.Unread):
        return False
    if isinstance(step, tree.Action):
        return any(one.parsed is not None for one in steps.actions.candidates(step))
    if isinstance(step, tree.Setting):
        with state.trying() as trial:
            steps.expressions.resolve(step.value)
        return not trial.problems
    return all(_known(one, state, steps) for body in bodies(step) for one in body)
