"""Labels: plan expressions in words, for the values that a question shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kognilang.dataclass import fields
from kognilang.language.words import is_plural
from kognilang.meaning import plan as p
from kognilang.values.naming import plural, singular


def label(x: p.X) -> str:
    """Return an expression in a clerk's words: `the invoice's total`; empty for a plain value."""
    write = _WRITERS.get(type(x))
    return write(x) if write is not None else "the value"


def _field(x: p.FieldRead) -> str:
    if isinstance(x.of, p.ItemRead):
        return f"its {x.name}"
    owner = label(x.of)
    if " of " not in owner and is_plural(owner.split(" whose ")[0].split(" ")[-1]):
        return f"{owner}' {plural(singular(x.name))}"
    return f"{owner}'s {x.name}"


def _operation(x: p.Operation) -> str:
    if x.name in _SIGNS and len(x.args) == 2:
        left, right = (label(arg) or _constant(arg) for arg in x.args)
        return f"{left} {_SIGNS[x.name]} {right}"
    if x.name in ("first", "last") and len(x.args) == 1:
        return f"the {x.name} of {label(x.args[0])}"
    if len(x.args) == 1:
        inner = label(x.args[0]) or _constant(x.args[0])
        return f"the {x.name} {inner}" if x.name.endswith(" of") else f"{inner} ({x.name})"
    return f"the {x.name}"


def _filter(x: p.FilterBy) -> str:
    collection = label(x.collection)
    wanted = wanted_fields(x.condition)
    if x.negated or len(wanted) != len(conjuncts(x.condition)):
        return f"the matching {collection.removeprefix('the ')}"
    from kognilang.values.explaining import WORDS

    parts = []
    for name, op, other in wanted:
        if op not in WORDS:
            return f"the matching {collection.removeprefix('the ')}"
        parts.append(f"whose {name} {WORDS[op][0]} {label(other) or _constant(other)}")
    return f"{collection} {' and '.join(parts)}"


def _constant(x: p.X) -> str:
    from kognilang.values.shown import told

    return told(x.value) if isinstance(x, p.Const) else "…"


_SIGNS = {"+": "plus", "-": "minus", "*": "times", "/": "divided by", "followed by": "followed by"}

_WRITERS: dict[type, Callable[[Any], str]] = {
    p.Const: lambda x: "",
    p.NameRead: lambda x: f"the {x.name.split('~')[0] or 'result'}",
    p.InputRead: lambda x: f"the {x.name}",
    p.NameOrField: lambda x: label(x.name),
    p.ItemRead: lambda x: "it",
    p.FieldRead: _field,
    p.Operation: _operation,
    p.PersonRead: lambda x: f"the {x.name}",
    p.FilterBy: _filter,
    p.PickOne: lambda x: f"the {x.noun}",
    p.ExtremeBy: lambda x: f"the {x.noun}",
}  # fmt: skip


def compared(x: p.X) -> list[tuple[str, p.X]]:
    """Return what a condition compares, as (label, expression), each once, in reading order."""
    found: dict[str, p.X] = {}

    def walk(one: p.X) -> None:
        if isinstance(one, p.Comparison):
            for part in (one.left, one.right, *one.extra):
                words = label(part)
                if words and words not in found and not _reads_item(part):
                    found[words] = part
        elif isinstance(one, p.Logic):
            for part in one.parts:
                walk(part)
        elif isinstance(one, (p.IsBlank, p.KindTest)):
            words = label(one.of)
            if words and not _reads_item(one.of):
                found[words] = one.of
        elif isinstance(one, (p.Apply, p.SkillValue)):
            arguments = one.args if isinstance(one, p.Apply) else [arg for _, arg in one.args]
            for part in arguments:
                words = label(part)
                if words and not _reads_item(part):
                    found.setdefault(words, part)
        elif isinstance(one, p.Operation):
            for part in one.args:
                words = label(part)
                if words and not _reads_item(part):
                    found.setdefault(words, part)
        elif isinstance(one, p.Quantify):
            words = label(one.collection)
            if words and not _reads_item(one.collection):
                found.setdefault(words, one.collection)

    walk(x)
    return list(found.items())


def conjuncts(condition: p.X) -> list[p.X]:
    """Return the parts of a condition that must all hold."""
    if isinstance(condition, p.Logic) and condition.op == "and":
        return [one for part in condition.parts for one in conjuncts(part)]
    return [condition]


def wanted_fields(condition: p.X) -> list[tuple[str, str, p.X]]:
    """Return what a filter wants as (field of the item, comparison, the other side), where the
    other side does not look at the item."""
    if isinstance(condition, p.Logic) and condition.op == "and":
        return [one for part in condition.parts for one in wanted_fields(part)]
    if isinstance(condition, p.Comparison):
        for own, other in ((condition.left, condition.right), (condition.right, condition.left)):
            if (
                isinstance(own, p.FieldRead)
                and isinstance(own.of, p.ItemRead)
                and own.of.depth == 0
                and not _reads_item(other)
            ):
                return [(own.name, condition.op, other)]
    return []


def _reads_item(x: object) -> bool:
    """Whether an expression looks at a filter's item."""
    if isinstance(x, p.ItemRead):
        return True
    if isinstance(x, tuple):
        return any(_reads_item(one) for one in x)
    if isinstance(x, p.X):
        return any(_reads_item(getattr(x, one.name)) for one in fields(x))  # type: ignore[arg-type]
    return False
