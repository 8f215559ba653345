"""The material of a judgement: what is read of a value, in named and quoted parts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kognilang import File, Here, List, Problematic, Record, Secret, Table, shown

from ..documents.pages import document_of
from ..places import present, unreadable

MOST = 60_000
"""So many characters are judged at once; more has to be divided, not cut unseen."""


def material(here: Here, thing: Any, name: str = "text") -> dict[str, str]:
    """Return what is to be judged by name: a document's pages, a record's fields, or a text.

    Raises Problematic where there is nothing to read, too much, or a secret.
    """
    parts = _parts(here, thing, name)
    parts = {label: text for label, text in parts.items() if text.strip()}
    if not parts:
        raise Problematic("There is no text in it that could be judged.", "unreadable")
    size = sum(map(len, parts.values()))
    if size > MOST:
        raise Problematic(
            f"It has {size:,} characters, and no more than {MOST:,} are judged at once. Judge its "
            "parts one by one.",
            "limit-reached",
        )
    return parts


def _parts(here: Here, thing: Any, name: str) -> dict[str, str]:
    if isinstance(thing, Secret):
        raise Problematic("A secret is not shown to a model.", "not-allowed")
    if isinstance(thing, File | Path):
        return _pages(here, thing)
    if isinstance(thing, Record):
        found: dict[str, str] = {}
        for field, value in thing.fields.items():
            if isinstance(value, Secret):
                continue
            found[str(field)] = "" if value is None else _words(value)
        return found
    return {name: _words(thing)}


def _pages(here: Here, document: File | Path) -> dict[str, str]:
    path = present(here, document, "document")
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise unreadable(path, fault) from None
    lines: dict[int, list[str]] = {}
    for line in document_of(path, data).lines:
        lines.setdefault(line.page, []).append(line.text)
    return {f"page {page}": "\n".join(texts) for page, texts in lines.items()}


def _words(value: Any) -> str:
    if isinstance(value, Table):
        head = " | ".join(value.columns)
        return "\n".join([head, *(" | ".join(map(shown, row.fields.values())) for row in value)])
    if isinstance(value, List):
        return "\n".join(_words(one) for one in value.items)
    if isinstance(value, Record):
        return "; ".join(f"{name}: {shown(one)}" for name, one in value.fields.items())
    return str(shown(value))


def texts_of(choices: Sequence[Any]) -> list[str]:
    """Return choices as texts, each once. Raises Problematic for fewer than two."""
    found = list(dict.fromkeys(str(shown(one)).strip() for one in choices))
    if len(found) < 2:
        raise Problematic(
            "There must be at least two choices to choose from, as in: "
            '"bug", "question" or "praise".',
            "refused",
        )
    return found
