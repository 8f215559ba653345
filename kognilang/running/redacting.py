"""Redacting: secrets that a skill was handed are taken out of what it returns and complains of."""

from __future__ import annotations

from typing import Any

from kognilang.values.kinds import Exceptional, List, Record, Table, Thing

SHORTEST = 4
"""A shorter secret is not looked for: it would be found in everything."""

HIDDEN = "(a secret)"


def redacted(text: str, secrets: list[str]) -> str:
    """Return a text without the secrets."""
    for secret in secrets:
        if len(secret) >= SHORTEST:
            text = text.replace(secret, HIDDEN)
    return text


def redact_fault(fault: Any, secrets: list[str]) -> None:
    """Take the secrets out of what an exception of a skill says."""
    fault.message = redacted(fault.message, secrets)
    fault.args = (fault.message,)
    fault.values = tuple((label, redacted_value(value, secrets)) for label, value in fault.values)
    fault.suggestions = tuple(redacted(one, secrets) for one in fault.suggestions)
    if isinstance(fault, Exceptional):
        fault.candidates = tuple(redacted_value(one, secrets) for one in fault.candidates)


def redacted_value(value: Any, secrets: list[str]) -> Any:
    """Return a value without the secrets; things are changed in place."""
    if isinstance(value, str):
        return redacted(value, secrets)
    if isinstance(value, Thing):
        _redact_things(value, secrets, set())
    return value


def _redact_things(thing: Thing, secrets: list[str], seen: set[int]) -> None:
    if id(thing) in seen:
        return
    seen.add(id(thing))
    inner: list[Any] = []
    if isinstance(thing, Record):
        for name, value in thing.fields.items():
            if isinstance(value, str):
                thing.fields[name] = redacted(value, secrets)
            else:
                inner.append(value)
    elif isinstance(thing, List):
        thing.items = [
            redacted(one, secrets) if isinstance(one, str) else one for one in thing.items
        ]
        inner.extend(thing.items)
    elif isinstance(thing, Table):
        inner.extend(thing.rows)
    for one in inner:
        if isinstance(one, Thing):
            _redact_things(one, secrets, seen)
