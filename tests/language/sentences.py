"""The corpus: every text and sentence that the project's own pages, samples and tests hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kognilang.text.outline import Entry, outline
from kognilang.text.sentences import split
from kognilang.text.source import Source

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(__file__).parent / "corpus"

_FENCED = re.compile(r"^```kog[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SUGGESTED = re.compile(r"^ {2}\d  (\S.*)$", re.MULTILINE)
_ITEM = re.compile(r"^ *(?:[-*]|\d+\.) (.*[^:\n])$", re.MULTILINE)
_IN_CELL = re.compile(r"`([^`]+)`")


def _pages() -> Iterator[Path]:
    yield from sorted((ROOT / "docs").rglob("*.md"))
    yield from sorted((ROOT / "stdlib").rglob("*.md"))
    yield from sorted((ROOT / "grammars" / "malformed").glob("*.md"))


def _own(name: str) -> str:
    return (CORPUS / name).read_text(encoding="utf-8")


def _written() -> Iterator[str]:
    for page in _pages():
        text = page.read_text(encoding="utf-8")
        for block in _FENCED.findall(text):
            yield block.replace("→", "\t").replace("␠", " ")
        if page.parent.name == "malformed":
            yield from (one + "\n" for one in _SUGGESTED.findall(text))
        if page.name == "variants.md":
            for line in text.splitlines():
                if line.startswith("| `"):
                    yield from (
                        re.sub(r" ?⏎", "\n", cell) + "\n" for cell in _IN_CELL.findall(line)
                    )
    for sample in sorted((ROOT / "samples").rglob("*.kog")):
        yield sample.read_text(encoding="utf-8")
    for runbook in sorted((ROOT / "samples").rglob("*.md")):
        if runbook.name != "README.md":
            yield from (one + "\n" for one in _ITEM.findall(runbook.read_text(encoding="utf-8")))
    for book in sorted((ROOT / "stdlib").rglob("*.kog")):
        yield book.read_text(encoding="utf-8")
    for line in _own("steps.txt").splitlines():
        yield line.split("  =>  ")[0] + "\n"
    for block in _own("blocks.txt").strip("\n").split("\n---\n"):
        yield block.split("\n=>\n")[0] + "\n"
    for line in _own("values.txt").splitlines():
        yield f"Set the x to {line.split('  =>  ')[0]}.\n"
    for line in _own("conditions.txt").splitlines():
        yield f"If {line.split('  =>  ')[0]}, stop.\n"
    for group in _own("variants.txt").strip("\n").split("\n\n"):
        for line in group.replace("\n  ", "\n\t").split("\n"):
            yield line.replace("\\n", "\n").replace("\t", "    ") + "\n"


@cache
def texts() -> tuple[str, ...]:
    """Return every text of the corpus once, well formed or not, in a fixed order."""
    return tuple(dict.fromkeys(_written()))


@cache
def sentences() -> tuple[str, ...]:
    """Return every sentence of the texts once, without the block that stands below it."""
    found: dict[str, None] = {}
    for text in texts():
        source = Source("corpus.kog", text)
        for entry in _entries(outline(source, False)[0]):
            if entry.kind == "line":
                for sentence in split(source, entry.lines):
                    found[" ".join(sentence.text.split())] = None
    return tuple(found)


def _entries(entries: list[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _entries(entry.children)
