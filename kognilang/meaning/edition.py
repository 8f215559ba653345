"""The edition of what understands a text: a plan that another edition made is not reused."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

PACKAGES = ("text", "values", "language", "meaning")
"""The packages whose code decides what a sentence means."""


def edition() -> str:
    """Return a mark that changes whenever the code or the grammar does, by names, sizes and times.

    An upgrade changes the version, but a checkout is edited between two runs too.
    """
    from kognilang.language.grammar import folder

    package = Path(__file__).resolve().parent.parent
    places = [*(package / name for name in PACKAGES), folder()]
    return "\n".join(mark for place in places for mark in _marks(str(place)))


def _marks(folder: str) -> Iterator[str]:
    """Yield a mark for each file; every run begins with this, so paths are left as texts."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    inside = []
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                inside.append(entry.path)
            continue
        about = entry.stat()
        yield f"{entry.name}:{about.st_size}:{about.st_mtime_ns}"
    for one in inside:
        yield from _marks(one)
