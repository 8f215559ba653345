"""A question as lines of plain text: to be read in a terminal, a mail, or aloud."""

from __future__ import annotations

import json
import re

from kognilang.asking.candidates import LABEL
from kognilang.asking.needs import EXAMPLES, labels, may_be_text
from kognilang.asking.sorts import LATER
from kognilang.asking.telling import property_named
from kognilang.journal.records import QuestionRow
from kognilang.values.kinding import article


def lines(question: QuestionRow) -> list[str]:
    """Return the whole question: what is wrong, the sentence and line, the values, what can be
    answered and who should answer."""
    out = [question.text]
    if question.sentence:
        out += ["", f"    {where(question)}", f"        {question.sentence}"]
    pairs = json.loads(question.values)
    table = next((value for label, value in pairs if label == LABEL), "")
    pairs = [pair for pair in pairs if pair[0] != LABEL]
    if pairs:
        out.append("")
        width = min(32, max(len(label) for label, _ in pairs))
        for label, value in pairs:
            first, *more = value.splitlines() or [""]
            out.append(f"    {label:<{width}}  {first}")
            out += [f"    {'':<{width}}  {line}" for line in more]
    offered = choices(question)
    if table:
        out += ["", *(f"    {line}" for line in table.splitlines())]
    elif offered and question.needs != "yes/no":
        out.append("")
        out += [f"    {label}  {text}" for label, text in offered]
    hint = how_to_answer(question)
    if hint:
        out += ["", hint]
    suggested = typed_suggestions(question)
    width = min(40, max((len(text) for text in suggested), default=0))
    for text in suggested:
        gloss = meaning_of(text, question)
        out.append(f"    {text:<{width}}  {gloss}".rstrip())
    if question.to:
        due = f", by {question.due_at[:16].replace('T', ' ')}" if question.due_at else ""
        out += ["", f"For {named(question.to)}{due}."]
    return out


def where(question: QuestionRow) -> str:
    """Return where the sentence stands: `pay-invoices.kog, line 30:`."""
    if question.line:
        return (
            f"{question.file}, line {question.line}:"
            if question.file
            else (f"line {question.line}:")
        )
    return f"{question.file}:" if question.file else "the sentence:"


def choices(question: QuestionRow) -> list[tuple[str, str]]:
    """Return the choices, each with the number or letter to type."""
    texts = json.loads(question.choices)
    return list(zip(labels(question.needs, len(texts)), texts, strict=True))


def typed_suggestions(question: QuestionRow) -> list[str]:
    """Return the suggested answers as they are typed: after `>` where a text could be the value."""
    sign = "> " if question.kind == "exception" and may_be_text(question.needs) else ""
    # A text in quotes is a value, wherever it stands.
    return [
        text if text.startswith('"') else f"{sign}{text}"
        for text in json.loads(question.suggestions)
    ]


def meaning_of(suggestion: str, question: QuestionRow) -> str:
    """Return in a few words what an instruction does here; empty for anything else."""
    text = suggestion.removeprefix("> ")
    if text.endswith(": …"):
        return "correct one or more values"
    if text.startswith("skip this ") and text != "skip this step":
        return "leave it out and go on with the next"
    if text == "skip this step" and question.problem in ("check-failed", "checks-failed"):
        return "accept it as it is"
    if text == "skip this step" and question.problem == "changed-differently":
        return "leave it as it was before"
    if text == "try again" and question.problem in ("limit-reached", "run-limit"):
        return "let it go on for as long again"
    if text == "try again" and question.problem == "timed-out":
        return "wait for as long again"
    return _MEANINGS.get(text, "")


_MEANINGS = {
    "try again": "once it has been put right",
    LATER: "later, without asking each time",
    "skip this step": "go on without doing it",
    "stop": "end the run here",
    "start over": "begin the run anew",
}


def how_to_answer(question: QuestionRow) -> str:
    """Return one line that says what can be typed."""
    needs = question.needs
    offered = bool(json.loads(question.choices))
    suggested = bool(json.loads(question.suggestions)) and question.kind == "exception"
    if needs == "yes/no":
        base = "Type yes or no"
    elif needs == "choice":
        first = choices(question)[0][0] if offered else "1"
        base = f"Type what stands before the one that is meant (such as {first})"
    elif needs == "secret":
        base = "Type it here: nothing of it is shown"
    elif needs in ("any", "text"):
        base = f"Type {property_named(question.prop)}" if question.prop else "Type the answer"
    elif needs:
        example = EXAMPLES.get(needs)
        base = f"Type {article(needs)}" + (f", such as {example}" if example else "")
    else:
        return "Type one of these, or sentences that put it right:" if suggested else ""
    if offered and needs not in ("choice", "yes/no"):
        base += ", or the letter of a choice"
    return f"{base}, or one of these:" if suggested else f"{base}."


_DEPARTMENTS = frozenset(
    ("accounts receivable", "accounts payable", "human resources", "hr", "it", "pr", "qa", "r&d",
     "facilities", "finance", "legal", "logistics", "marketing", "operations", "payroll",
     "procurement", "production", "purchasing", "sales", "security", "support", "treasury",
     "customer service", "engineering")
)  # fmt: skip
"""Roles that are departments, which people name without an article."""


def named(to: str) -> str:
    """Return a role with its article (`the AP clerk`), a person's name without."""
    words = to.split()
    if not words:
        return "whoever runs it"
    if "@" in to:
        return to
    parts = re.split(r"(, | and | or )", to)
    if len(parts) > 1 and "the" not in to.lower().split():
        # Several people, each with an article of their own.
        return "".join(part if at % 2 else named(part) for at, part in enumerate(parts))
    if to.lower() in _DEPARTMENTS:
        return to
    proper = all(word[:1].isupper() and not word.isupper() for word in words)
    return to if proper or words[0].lower() == "the" else f"the {to}"
