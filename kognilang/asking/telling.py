"""How questions tell values and names: never a secret, never endless, alike ones told apart."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kognilang.values.kinds import List, Record, Secret
from kognilang.values.shown import label, shown, told

if TYPE_CHECKING:
    from kognilang.settings import Settings

FIELDS = 12
"""How many fields of a record are shown beside a question about it."""

LONGEST = 300
"""A value longer than this is shown shortened, in characters."""


def show(value: Any, settings: Settings | None = None) -> str:
    """Return a value as a question shows it: never a secret, never endless, blanks in words."""
    if isinstance(value, Secret):
        return f'the secret "{value.name}"'
    if isinstance(value, Record):
        text = label(value)
    else:
        text = "(blank)" if value is None else shown(value, settings)
    if not text.strip():
        return "(blank)"
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def short(value: Any) -> Any:
    """A list of records is told by how many they are."""
    if isinstance(value, List) and value.items and isinstance(value.items[0], Record):
        return told(value)
    return value


def told_apart(candidates: Sequence[Any], settings: Settings | None) -> list[str]:
    """Name candidates so that they differ: where labels repeat, with the fields that differ."""
    texts = [show(candidate, settings) for candidate in candidates]
    if len(set(texts)) == len(texts):
        return texts
    records = [each for each in candidates if isinstance(each, Record)]
    if len(records) != len(candidates):
        return texts
    differing = [
        name
        for name in records[0].fields
        if len({show(each.fields.get(name), settings) for each in records}) > 1
    ]
    return [
        f"{text} ({', '.join(f'{n}: {show(each.fields.get(n), settings)}' for n in differing[:4])})"
        if differing
        else text
        for text, each in zip(texts, records, strict=True)
    ]


def property_named(prop: str) -> str:
    """Return a property or name with its article: `the PO number` from `PO number`."""
    if not prop:
        return "it"
    if re.match(r"(?i)(the|my|our|its|their|this|each|a|an)\b|.*'s\b", prop):
        return prop
    return f"the {prop}"


def as_json(texts: Sequence[str]) -> str:
    """Return texts as a question keeps them."""
    return json.dumps(list(texts), ensure_ascii=False)


def mentions(text: str, item: str) -> bool:
    """Whether the text names the item: by its whole name, or by what tells it from others."""
    low = text.casefold()
    return item.casefold() in low or item.split()[-1].casefold() in low.replace('"', " ").split()
