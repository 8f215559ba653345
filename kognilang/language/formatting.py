"""Formatting: a text in its canonical layout, its meaning, titles and comments untouched."""

from __future__ import annotations

from kognilang.language.printer import print_file
from kognilang.language.reading import read
from kognilang.language.rewriting import nodes
from kognilang.language.tree import File, Note, Title
from kognilang.problems.problem import TextRefused
from kognilang.text.source import Source


def formatted(source: Source) -> str:
    """Return the text of a `.kog` file in canonical layout.

    Titles and comments stand as they were written, as does what is in quotes. Raises
    TextRefused when the text has a problem: what is not read cannot be laid out. The tree of
    what is returned equals that of the source.
    """
    reading = read(source)
    errors = [problem for problem in reading.problems if not problem.warning]
    if errors:
        raise TextRefused(errors)
    scratch = read(source).file
    kept = _set_aside(scratch, source.text)
    printed = print_file(scratch, source)
    lines = []
    for line in printed.split("\n"):
        words = line.lstrip()
        margin = line[: len(line) - len(words)]
        mark = words.rpartition(" ")[2]
        lines += [margin + one for one in kept[mark]] if mark in kept else [line]
    text = "\n".join(lines)
    if read(Source(source.name, text, source.path)).file != reading.file:
        raise AssertionError("the layout would change what the text says")
    return text


def _set_aside(file: File, text: str) -> dict[str, list[str]]:
    """Put a mark for the words of every title and comment; return their lines by mark."""
    kept: dict[str, list[str]] = {}
    for node in nodes(file):
        if isinstance(node, Title | Note):
            mark = f"\ue000{len(kept)}\ue001"
            start, end = node.span
            begin = text.rfind("\n", 0, start) + 1
            stop = text.find("\n", end)
            whole = text[begin : stop if stop != -1 else len(text)]
            kept[mark] = _dedented(whole)
            node.text = mark
    return kept


def _dedented(text: str) -> list[str]:
    """Return the lines as they stand to the first one: those below a note are indented deeper."""
    lines = [line.expandtabs(4).rstrip() for line in text.split("\n")]
    margin = len(lines[0]) - len(lines[0].lstrip())
    found = []
    for line, written in zip(lines, text.split("\n"), strict=True):
        deeper = len(line) - len(line.lstrip()) - margin
        found.append(" " * max(deeper, 0) + written.strip())
    return found
