"""The catalogue: every problem by name and by code, with the page that explains it.

Codes go by stage: KL1xx what was written (text), KL2xx what it says (language), KL3xx what
it means here (meaning), KL4xx the examples. A new problem gets an `Entry` in the module of its
stage, for KL3xx of its subject, with the next free code.
"""

from __future__ import annotations

from functools import cache

from kognilang.problems.entry import Entry


@cache
def entries() -> dict[str, Entry]:
    """Return all entries by name, in the order of their codes."""
    from kognilang.problems import (
        entries_definitions,
        entries_examples,
        entries_flow,
        entries_language,
        entries_names,
        entries_phrases,
        entries_text,
    )

    found = (
        *entries_text.ENTRIES,
        *entries_language.ENTRIES,
        *entries_names.ENTRIES,
        *entries_phrases.ENTRIES,
        *entries_flow.ENTRIES,
        *entries_definitions.ENTRIES,
        *entries_examples.ENTRIES,
    )
    return {entry.name: entry for entry in sorted(found, key=lambda e: e.code)}


def code_of(name: str) -> str:
    """Return the code of a problem, or an empty text for one that is not in the catalogue."""
    entry = entries().get(name)
    return entry.code if entry is not None else ""


def find(word: str) -> Entry | None:
    """Return the entry that a person asks for by code (`KL204`, `kl204`, `204`) or by name."""
    wanted = word.strip().lower()
    by_name = entries().get(wanted.replace(" ", "-"))
    if by_name is not None:
        return by_name
    code = "KL" + wanted.removeprefix("kl").strip("- ")
    return next((entry for entry in entries().values() if entry.code == code), None)


def page(word: str, width: int = 80) -> str | None:
    """Return the page that `kog explain KL204` prints, or None if there is no such problem."""
    from kognilang.text.columns import wrap

    entry = find(word)
    if entry is None:
        return None
    lines = [f"{entry.code}  {entry.title}", ""]
    for paragraph in entry.text.strip().split("\n\n"):
        lines += [*wrap(paragraph, width), ""]
    for heading, example in (("Not understood", entry.wrong), ("Understood", entry.right)):
        if example:
            lines += [heading, *("    " + line for line in example.split("\n")), ""]
    return "\n".join(line.rstrip() for line in lines).rstrip()
