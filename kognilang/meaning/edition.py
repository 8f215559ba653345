"""The edition of what understands a text: a plan that another edition made is not reused."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGES = ("text", "values", "language", "meaning")
"""The packages whose code decides what a sentence means."""


def edition() -> str:
    """Return a mark that changes whenever the code or the grammar does, by names, sizes and times.

    An upgrade changes the version, but a checkout is edited between two runs too.
    """
    from kognilang.language.grammar import folder

    package = Path(__file__).resolve().parent.parent
    marks = []
    for place in (*(package / name for name in PACKAGES), folder()):
        for root, folders, files in os.walk(place):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(files):
                about = Path(root, name).stat()
                marks.append(f"{name}:{about.st_size}:{about.st_mtime_ns}")
    return "\n".join(marks)
