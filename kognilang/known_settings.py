"""The keys of `kognilang.toml`: one that means nothing is refused, as somebody believes in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

FILE = "kognilang.toml"

PLAIN = ("currency", "date order", "calendar", "time zone", "store", "me", "folders", "results")
"""What is one value."""

SECTIONS: dict[str, tuple[str, ...]] = {
    "limits": ("depth", "rounds", "journal", "hours", "key hours"),
    "questions": ("to",),
    "workers": ("lease",),
    "serve": ("host", "port", "workers", "mail every"),
    "learnings": ("write",),
    "mail": (
        "server", "port", "security", "user", "password secret", "from", "inbox", "outbox", "sent",
    ),
}  # fmt: skip
"""The sections whose keys are known here. Those of `[model]` are held against the model's."""

OTHERS = ("people", "stand-ins", "connections", "model", "reasoning", "web", "labels", "judgement")

_MEANT = {
    "timezone": "time zone", "tz": "time zone", "holidays": "calendar", "country": "calendar",
    "roles": "people", "persons": "people", "users": "people", "database": "store",
    "password": "password secret", "username": "user", "host": "server", "sender": "from",
    "smtp": "mail", "email": "mail", "http": "web", "hosts": "web", "smtp server": "server",
}  # fmt: skip
"""Other words for some of them."""


def unknown_setting(raw: dict[str, Any]) -> str:
    """Return what is wrong with the first key that means nothing, or nothing.

    A section of another name may be that of a book of the workspace, unless it is spelled almost
    like a known one.
    """
    tops = (*PLAIN, *SECTIONS, *OTHERS)
    for key, value in raw.items():
        plain = key.replace("_", " ")
        if plain in tops:
            if plain in SECTIONS and isinstance(value, dict):
                found = _in_section(plain, value)
                if found:
                    return found
            continue
        near = _MEANT.get(plain.casefold()) or _near(plain, tops)
        if isinstance(value, dict | list) and not near:
            continue
        return f'{FILE}: "{key}" means nothing here. {_instead(near, tops)}'
    return ""


def _in_section(name: str, section: dict[str, Any]) -> str:
    keys = SECTIONS[name]
    for key, value in section.items():
        plain = key.replace("_", " ")
        if plain not in keys:
            near = _MEANT.get(plain.casefold(), "")
            near = near if near in keys else _near(plain, keys)
            return f'{FILE}: "{key}" means nothing in [{name}]. {_instead(near, keys)}'
        if name == "limits" and (type(value) is not int or value < 1):
            return f'{FILE}: "{key}" in [{name}] should be a whole number from 1, not {value!r}.'
    return ""


def _instead(near: str, keys: Iterable[str]) -> str:
    if near:
        written = f'"{near}"' if " " in near else near
        return f"Did you mean {written}?"
    return f"There are: {', '.join(keys)}."


def _near(key: str, keys: Iterable[str]) -> str:
    from difflib import get_close_matches

    found = get_close_matches(key.casefold(), list(keys), 1, 0.75)
    return found[0] if found else ""
