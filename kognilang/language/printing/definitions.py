"""Definitions as text: procedures, adjectives, kinds, constants, triggers, examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kognilang.language import tree
from kognilang.language.printing.blocks import block_lines, broken, indented
from kognilang.language.printing.conditions import condition
from kognilang.language.printing.marks import (
    capital,
    finished,
    possessive,
    print_tokens,
    spelled,
)
from kognilang.language.printing.steps import body_lines, lines_of
from kognilang.language.printing.values import listed, value
from kognilang.language.tree import Step
from kognilang.language.words import plural
from kognilang.values.nouns import with_article

_HEADS = {"procedure": "To", "decision": "To decide whether", "value": "To work out"}


def definition_lines(step: Step) -> list[str]:
    """Print a definition, a line each."""
    printer = _PRINTERS.get(type(step))
    if printer is None:
        raise TypeError(f"no way to print a {type(step).__name__}")
    made: list[str] = printer(step)
    return made


def _procedure(step: tree.Procedure) -> list[str]:
    head = f"{_HEADS[step.form]} {print_tokens(step.header, value)}:"
    return [head, *indented(body_lines(step.body))]


def _adjective(step: tree.Adjective) -> list[str]:
    return [
        finished(
            f"{capital(with_article(spelled(step.noun)))} is {step.words}"
            f" if {condition(step.condition)}"
        )
    ]


def _derived(step: tree.DerivedProperty) -> list[str]:
    owner = capital(possessive(with_article(spelled(step.noun))))
    return [finished(f"{owner} {spelled(step.name)} is {value(step.value)}")]


def _kind(step: tree.KindDefinition) -> list[str]:
    fields = []
    for field in step.fields:
        name = field.written or spelled(field.name)
        words = name if field.many else with_article(name)
        fields.append(f"{words} ({field.kind})" if field.kind is not None else words)
    return broken(f"{capital(with_article(spelled(step.noun)))} has {listed(fields)}.")


def _constant(step: tree.Constant) -> list[str]:
    if isinstance(step.value, tree.RecordValue | tree.TableValue):
        return [f"The {spelled(step.name)} is always:", *indented(block_lines(step.value))]
    return [finished(f"The {spelled(step.name)} is always {value(step.value)}")]


def _currency(step: tree.ColumnCurrency) -> list[str]:
    owner = capital(possessive(f"the {step.collection}"))
    return [f"{owner} {spelled(plural(step.column))} are in {step.currency}."]


def _trigger(step: tree.Trigger) -> list[str]:
    return [f"{capital(print_tokens(step.words, value))}:", *indented(body_lines(step.body))]


def _example(step: tree.Example) -> list[str]:
    lines: list[str] = []
    role = ""
    for line in step.lines:
        word = "And" if line.role == role else capital(line.role)
        role = line.role
        lines.append(f"{word} {print_tokens(line.tokens, value)}")
        if line.step is not None:
            first, *below = lines_of(line.step)
            if first.endswith(":") and line.tokens[-1].text != ":":
                # For each order, say its number: what is done stands in the line.
                below = []
            if not below and isinstance(line.step, tree.Setting) and line.tokens[-1].text in _OPEN:
                # A text of one line that stands below: alone, it would be printed in the line.
                below = indented(block_lines(line.step.value))
            lines += below
        elif line.block is not None:
            lines += indented(block_lines(line.block))
    return [f"Example: {step.title}", *indented(lines)]


_OPEN = frozenset({"is", "are", "was", "were", "be", "to", ":"})
"""The last words of a line whose value stands below it."""


def _learning(step: tree.Learning) -> list[str]:
    head = f"When {print_tokens(step.condition, value)}"
    if step.during:
        head += f" while {print_tokens(step.during, value)}"
    return [f"{head}:", *indented(body_lines(step.body))]


_PRINTERS: dict[type[Step], Callable[[Any], list[str]]] = {
    tree.Procedure: _procedure,
    tree.Adjective: _adjective,
    tree.DerivedProperty: _derived,
    tree.KindDefinition: _kind,
    tree.Constant: _constant,
    tree.Use: lambda s: [f'Use the procedures in "{s.path}".'],
    tree.ColumnCurrency: _currency,
    tree.Trigger: _trigger,
    tree.Example: _example,
    tree.Learning: _learning,
}
