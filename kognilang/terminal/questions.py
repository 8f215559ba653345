"""Questions as people see them: laid out for a terminal, and as data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kognilang.journal.records import QuestionRow
from kognilang.terminal.screen import paint
from kognilang.terminal.wrapping import wrapped
from kognilang.text.columns import cut_columns, text_width, visible

RULE_WIDTH = 72


def choices_of(question: QuestionRow) -> list[str]:
    """Return the choices of a question, in order."""
    return [str(choice) for choice in json.loads(question.choices or "[]")]


def suggestions_of(question: QuestionRow) -> list[str]:
    """Return the suggested answers of a question, in order."""
    return [str(text) for text in json.loads(question.suggestions or "[]")]


def values_of(question: QuestionRow) -> list[tuple[str, str]]:
    """Return the values that a question shows, as (label, shown)."""
    return [(str(label), str(shown)) for label, shown in json.loads(question.values or "[]")]


def as_data(question: QuestionRow) -> dict[str, Any]:
    """Return a question as plain data."""
    return {
        "id": question.id,
        "run": question.run,
        "kind": question.kind,
        "problem": question.problem,
        "situation": question.situation,
        "item": question.item,
        "file": question.file,
        "line": question.line,
        "sentence": question.sentence,
        "text": question.text,
        "values": [{"label": label, "shown": shown} for label, shown in values_of(question)],
        "needs": question.needs,
        "to": question.to,
        "asked_at": question.asked_at,
        "due_at": question.due_at or None,
        "choices": choices_of(question),
        "suggestions": suggestions_of(question),
    }


def layout(question: QuestionRow, width: int, colour: bool) -> list[str]:
    """Lay a question out in lines no wider than `width`."""
    from kognilang.asking.candidates import LABEL

    lines = _head(question, width, colour)
    for paragraph in question.text.splitlines() or [""]:
        lines += wrapped(paragraph, width)
    values = [pair for pair in values_of(question) if pair[0] != LABEL]
    if values:
        lines.append("")
        lines += _table(values, width, colour)
    if question.kind == "exception" and question.sentence:
        lines.append("")
        where = f"{question.file}, line {question.line}:" if question.file else "The sentence:"
        sentence = question.sentence.split("\n")[0]
        for line in (*wrapped(where, width), *wrapped(sentence, width, "    ")):
            lines.append(_dim(line, colour))
    return lines


def options_of(
    question: QuestionRow, width: int, colour: bool, more: Mapping[str, str] | None = None
) -> list[str]:
    """Lay out the ways to answer: the choices with their signs, what to type, suggestions, and
    what `more` can be typed, with what it does."""
    from kognilang.asking.candidates import LABEL
    from kognilang.asking.showing import choices, how_to_answer, meaning_of, typed_suggestions

    lines: list[str] = []
    table = dict(values_of(question)).get(LABEL, "")
    if table:
        lines += [
            f"  {cut_columns(visible(row), 0, width - 2).rstrip()}" for row in table.splitlines()
        ]
        lines.append("")
    elif question.needs != "yes/no":
        for sign, choice in choices(question):
            block = wrapped(choice, width, f"  {sign}  ")
            if colour:
                block[0] = block[0].replace(sign, paint("bold cyan", sign), 1)
            lines += block
    hint = how_to_answer(question)
    if hint:
        lines += wrapped(hint, width)
    told = more or {}
    suggested = [*typed_suggestions(question), *told]
    room = min(28, max((text_width(text) for text in suggested), default=0))
    for text in suggested:
        meaning = told.get(text) or meaning_of(text, question)
        if meaning and text_width(text) <= room and width - room >= 24:
            lines += wrapped(meaning, width, f"  {text}{' ' * (room - text_width(text))}  ")
        else:
            lines += wrapped(text, width, "  ", "    ")
    return lines


def _head(question: QuestionRow, width: int, colour: bool) -> list[str]:
    parts = [question.id]
    if question.item:
        parts.append(visible(question.item))
    if question.to:
        from kognilang.asking.showing import named

        parts.append(f"for {named(question.to)}")
    if question.due_at:
        from kognilang.terminal.listing import moment

        parts.append(f"until {moment(question.due_at)}")
    lines = wrapped(" · ".join(parts), width, "── ", "   ")
    lines[-1] += " "
    lines[-1] += "─" * (min(width, RULE_WIDTH) - text_width(lines[-1]))
    lines = [line.rstrip() for line in lines]
    return [paint("bold cyan", line) for line in lines] if colour else lines


def _table(values: list[tuple[str, str]], width: int, colour: bool) -> list[str]:
    """Labels at the left and values at the right; a long label has a line of its own."""
    widest = max(8, width // 2 - 4)
    room = max((text_width(label) for label, _ in values if text_width(label) <= widest), default=0)
    lines: list[str] = []
    for label, shown in values:
        lead = " " * (room + 4)
        rows = shown.splitlines() or [""]
        if text_width(label) > room or len(rows) > 1:
            # A table keeps its columns only where it has the whole width.
            lines += [_dim(line, colour) for line in wrapped(label, width, "  ")]
            if len(rows) > 1:
                lines += ["    " + cut_columns(visible(row), 0, width - 4).rstrip() for row in rows]
                continue
            lines += wrapped(rows[0], width, lead)
            continue
        padded = f"  {label}{' ' * (room - text_width(label))}  "
        block = wrapped(rows[0], width, padded)
        block[0] = block[0].replace(label, _dim(label, colour), 1) if label else block[0]
        lines += block
    return lines


def _dim(text: str, colour: bool) -> str:
    return paint("dim", text) if colour else text
