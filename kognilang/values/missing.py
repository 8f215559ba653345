"""Fields that are missing: why, and which of those that there are may have been meant."""

from __future__ import annotations

from typing import Any

from kognilang.values.headings import likely_columns
from kognilang.values.kinding import article, kind_of
from kognilang.values.kinds import Exceptional, Record
from kognilang.values.naming import and_list, canonical, nearest
from kognilang.values.nouns import with_article
from kognilang.values.shown import label, told


def missing_reason(record: Record, name: str) -> str:
    """Return why a field of the record's kind was not found, in words; empty if unknown."""
    if not record.missing:
        return ""
    wanted = canonical(name)
    for own, why in record.missing.items():
        if canonical(own) == wanted:
            return why or f"no {own} was found"
    return ""


def missing_field(record: Record, name: str) -> Exceptional:
    """Return the exception for a field that a record lacks."""
    fields = list(record.fields)
    own = next((field for field in record.missing if canonical(field) == canonical(name)), name)
    reason = missing_reason(record, name)
    near = "" if reason else nearest(name, fields)
    message = lacks(record, own)
    if reason:
        message += f": {reason}"
    elif near:
        message += f"; the nearest field is {near}"
    if not reason and fields:
        message += f" (its fields are {and_list(fields[:12])}{'…' if len(fields) > 12 else ''})"
    noun = record.kind or "row"
    shown_too = tuple((field, record.fields[field]) for field in fields[:8])
    if record.origin and record.origin not in message:
        shown_too = (("read from", record.origin), *shown_too)
    if record.strict and not reason:
        return Exceptional(
            "missing-field",
            message + ".",
            prop=own,
            thing=record,
            needs="choice",
            values=shown_too,
            candidates=likely_columns(own, fields),
        )
    return Exceptional(
        "missing-field",
        message + ".",
        prop=own,
        thing=record,
        needs="any",
        values=shown_too,
        suggestions=(f"the {noun}'s {_spoken(near)}",) if near else (),
    )


def lacks(record: Record, name: str) -> str:
    """Return the beginning of a message: `The invoice INV-7 has no PO number`."""
    text = label(record)
    if record.kind and text.startswith(record.kind):
        return f"The {text} has no {name}"
    if text == record.origin:
        return f"There is no {name} in {text}"
    return f"{text[0].upper()}{text[1:]} has no {name}"


def _spoken(field: str) -> str:
    """Return a field's name as it is written in a sentence: quoted if it has odd marks."""
    words = canonical(field)
    return words if words.replace(" ", "").isalnum() else f'"{field}"'


def no_property(value: Any, name: str, known: list[str]) -> Exceptional:
    """Return the exception for a property that a value which is no record lacks; `known` are those
    that it has."""
    near = nearest(name, known)
    having = and_list([with_article(one) for one in known])
    hint = f"; it has {having}" if known else ""
    return Exceptional(
        "missing-field",
        f"{told(value)}, {article(kind_of(value))}, has no {name}{hint}.",
        prop=name,
        needs="any",
        values=(("value", value),),
        suggestions=(near,) if near else (),
    )
