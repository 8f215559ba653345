"""Memory that a text takes, with its tree and its plan: bytes a sentence, at two lengths."""

from __future__ import annotations

import gc
import tempfile
import tracemalloc
from pathlib import Path

from bench import varied
from bench.timing import Line
from kognilang.language.reading import read
from kognilang.meaning.books import Library
from kognilang.meaning.understanding import understand
from kognilang.settings import Settings
from kognilang.text.source import Source


def measure() -> list[Line]:
    """Return the lines of this part of the report."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder)
        varied.install(workspace)
        library = Library.load(workspace)
        _taken(library, workspace, 200)
        small, kept, peak = 1_000, {}, {}
        for count in (small, 10_000):
            kept[count], peak[count] = _taken(library, workspace, count)
    name = "memory of 1,000 sentences, of 10,000"
    return [
        Line(f"{name}, kept", kept[10_000], "of 1,000", kept[small], "MB"),
        Line(f"{name}, at most", peak[10_000], "of 1,000", peak[small], "MB"),
    ]


def _taken(library: Library, workspace: Path, count: int) -> tuple[float, float]:
    """Return the megabytes for every 1,000 sentences of a text: kept, and at most while reading."""
    text = varied.text(count, count)
    gc.collect()
    tracemalloc.start()
    source = Source("bench.kog", text)
    reading = read(source)
    understood = understand(reading, source, library, Settings(workspace))
    assert understood.plan.instructions
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return kept / count / 1000, peak / count / 1000
