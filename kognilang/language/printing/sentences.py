"""Steps that hold no others, as text: what sets, changes, shows, tells, ends; titles and notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kognilang.language import tree
from kognilang.language.printing.blocks import block_lines, indented, needs_block
from kognilang.language.printing.conditions import condition
from kognilang.language.printing.levels import ADDED, ATOM, ENDING
from kognilang.language.printing.marks import capital, finished, print_name, print_tokens, spelled
from kognilang.language.printing.values import listed, value
from kognilang.language.tree import Cond, Expr, Step
from kognilang.language.words import is_plural

_CHANGES = {
    "add": "Add {value} to {target}",
    "subtract": "Subtract {value} from {target}",
    "remove": "Remove {value} from {target}",
    "increase": "Increase {target} by {value}",
    "decrease": "Decrease {target} by {value}",
    "multiply": "Multiply {target} by {value}",
    "divide": "Divide {target} by {value}",
}
_QUORUM = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight"}


def with_block(sentence: str, block: Expr) -> list[str]:
    """Print a sentence whose last value needs an indented block."""
    return [f"{sentence}:", *indented(block_lines(block))]


def _setting(step: tree.Setting) -> list[str]:
    target = value(step.target, ATOM)
    if needs_block(step.value):
        be = "are" if _is_many(step.target) else "is"
        head = _BLOCK_HEADS.get(step.form, "{target} {be}").format(target=target, be=be)
        return with_block(capital(head), step.value)
    given = value(step.value)
    if step.form == "is":
        be = "are" if _is_many(step.target) else "is"
        target = value(step.target, ENDING)
        return [finished(f"{capital(target)} {be} {given}")]
    if step.form == "let":
        return [finished(f"Let {target} be {given}")]
    if step.form == "change":
        return [finished(f"Change {target} to {given}")]
    if step.form == "call":
        return [finished(f"Call {value(step.value, ATOM)} {target}")]
    return [finished(f"Set {target} to {given}")]


_BLOCK_HEADS = {"set": "set {target} to", "let": "let {target} be", "change": "change {target} to"}
"""How a setting is begun whose value stands below it; else it says what the target is."""


def _is_many(expr: Expr) -> bool:
    return isinstance(expr, tree.Name | tree.Property) and is_plural(expr.name)


def _change(step: tree.Change) -> list[str]:
    words = _CHANGES[step.how].format(
        value=value(step.value, ENDING), target=value(step.target, ATOM)
    )
    return [finished(words)]


def _create(step: tree.Create) -> list[str]:
    words = f"Create a {step.what} called {print_name(step.name)}"
    if step.columns:
        words += " with the columns " + listed([f'"{column}"' for column in step.columns])
    return [finished(words)]


def _say(step: tree.Say) -> list[str]:
    if needs_block(step.value):
        return with_block("Say", step.value)
    return [finished(f"Say {value(step.value)}")]


def _show(step: tree.Show) -> list[str]:
    if step.implicit:
        return [finished(f"{capital(value(step.value))}")]
    if needs_block(step.value):
        return with_block("Show", step.value)
    return [finished(f"Show {value(step.value)}")]


def _tell(step: tree.Tell) -> list[str]:
    if needs_block(step.value):
        return with_block(f"Tell {value(step.person, ATOM)}", step.value)
    return [finished(f"Tell {value(step.person, ATOM)} {value(step.value, ENDING)}")]


def _save(step: tree.Save) -> list[str]:
    words = f"Save {value(step.value, ATOM)}"
    if step.where is not None:
        words += f" as {value(step.where, ADDED)}"
    return [finished(words)]


def _stop(step: tree.Stop) -> list[str]:
    if step.reason is None:
        return ["Stop."]
    return [finished(f"Stop because {value(step.reason)}")]


def _return(step: tree.Return) -> list[str]:
    given = step.value
    words = condition(given) if isinstance(given, Cond) else value(given)
    if step.form == "result":
        return [finished(f"The result is {words}")]
    if step.form == "answer":
        return [finished(f"The answer is {words}")]
    if isinstance(given, Cond):
        return [finished(f"Return whether {words}")]
    return [finished(f"Return {words}")]


def ask_words(step: tree.Ask) -> str:
    """Print an asking without what is done if nobody answers."""
    who = value(step.person, ATOM) if step.person is not None else ""
    if step.quorum is not None:
        who = f"{_QUORUM.get(step.quorum, str(step.quorum))} of {who}"
    elif not who and step.form in ("for", "whether", "choose", "confirm", "review"):
        # Without anyone named, the person at the terminal is asked.
        who = "the user"
    someone = f" {who}" if who else ""
    target = value(step.target, ATOM) if step.target is not None else ""
    subject = print_tokens(step.subject, value)
    if step.form == "for":
        words = f"Ask{someone} for {target}"
    elif step.form == "whether":
        words = f"Ask{someone} whether {subject}"
    elif step.form == "choose":
        choices = value(step.choices) if step.choices is not None else ""
        words = f"Ask{someone} to choose {target + ' ' if target else ''}from {choices}"
    elif step.form == "confirm":
        words = f"Ask{someone} to confirm {target}"
    elif step.form == "review":
        share = f"{value(step.share, ATOM)} of " if step.share is not None else ""
        words = f"Ask{someone} to review {share}{target}"
    elif step.form == "approval":
        words = f"Get approval{' from' + someone if someone else ''}"
        if subject:
            words += f" for {subject}"
    else:
        question = value(step.question, ENDING) if step.question is not None else ""
        words = f"Ask{someone} {question}"
    if step.limits.within is not None:
        words += f" within {value(step.limits.within, ATOM)}"
    if step.limits.reminding is not None:
        words += f", reminding them every {every(step.limits.reminding)}"
    if step.name is not None:
        words += f" as {print_name(step.name)}"
    return words


def every(duration: Expr) -> str:
    """`day` for one day, `2 days` for more."""
    words = value(duration, ATOM)
    return words.removeprefix("1 ")


def _note(step: tree.Note) -> list[str]:
    lines = step.text.split("\n")
    return [f"Note: {lines[0]}".rstrip(), *indented(lines[1:])]


SENTENCES: dict[type[Step], Callable[[Any], list[str]]] = {
    tree.Setting: _setting,
    tree.Change: _change,
    tree.Create: _create,
    tree.Say: _say,
    tree.Show: _show,
    tree.Tell: _tell,
    tree.Save: _save,
    tree.SkipItem: lambda s: [finished(f"Skip this {spelled(s.noun)}" if s.noun else "Skip it")],
    tree.StopRepeating: lambda s: ["Stop repeating."],
    tree.Stop: _stop,
    tree.Fail: lambda s: [finished(f"Fail with {value(s.message)}")],
    tree.Return: _return,
    tree.Unread: lambda s: s.text.split("\n"),
    tree.Title: lambda s: [f"{'#' * s.level} {s.text}".rstrip()],
    tree.Note: _note,
}
"""How each of these steps is printed, a line each, beginning at the left margin."""
