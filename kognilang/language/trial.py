"""Trials: a sentence is offered to the writer only if it parses."""

from __future__ import annotations

from kognilang.text.source import Source


def works(sentence: str) -> bool:
    """Tell whether a sentence offered to the writer parses."""
    from kognilang.language.reading import Reader

    text = sentence
    if text[:9].lower() == "otherwise":
        # It is offered for a branch: the If that it belongs to stands above it.
        text = f'If yes, say "yes".\n{text}'
    elif text[:10].lower() == "if nobody ":
        text = f'Ask the user "Well?" within 1 day.\n{text}'
    if text.endswith(":"):
        text += '\n    Say "yes".'
    elif not text.endswith("."):
        text += "."
    reader = Reader(Source("", text))
    reader.asides = False
    return not reader.read().problems


def works_as_form(sentence: str) -> bool:
    """Tell whether a sentence parses as one of the language's own forms, not as a phrase."""
    from kognilang.language.reading import Reader
    from kognilang.language.tree import Action, Show

    text = sentence + '\n    Say "yes".' if sentence.endswith(":") else sentence
    reader = Reader(Source("", text))
    reader.asides = False
    reading = reader.read()
    return not reading.problems and not any(
        isinstance(step, Action) or (isinstance(step, Show) and step.implicit)
        for step in reading.file.items
    )
