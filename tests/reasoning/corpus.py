"""The corpus: everyday sentences, each in a small procedure, with the reading that is right."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kognilang.language.printer import print_step
from kognilang.language.reading import read
from kognilang.meaning.books import Library
from kognilang.meaning.understanding import Understood, understand
from kognilang.settings import Settings
from kognilang.text.source import Source

FOLDER = Path(__file__).parent / "corpus"
WORKED = FOLDER / "worked"
"""Further sentences, on which the readings by words alone were worked out."""
PLACE = "«»"


@dataclass(frozen=True)
class Everyday:
    """A sentence as a person wrote it, its procedure, and what it means (nothing: to be asked)."""

    file: str
    text: str
    books: tuple[str, ...]
    written: str
    right: tuple[str, ...]
    held_back: bool
    about: str

    @property
    def id(self) -> str:
        return f"{self.file}: {self.written[:50]}"

    def procedure(self, sentence: str | None = None) -> Source:
        """Return the procedure with the sentence, or with others instead, in its place."""
        before, _, after = self.text.partition(PLACE)
        indent = before[before.rfind("\n") + 1 :]
        lines = (self.written if sentence is None else sentence).split("\n")
        return Source(f"{self.file}.kog", before + f"\n{indent}".join(lines) + after)


def everyday(folder: Path = FOLDER) -> Iterator[Everyday]:
    """Yield every sentence of the corpus, or of another folder, file by file."""
    for file in sorted(folder.glob("*.toml")):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        for one in data["sentence"]:
            yield Everyday(
                file.stem,
                data["text"],
                tuple(data["books"]),
                one["written"],
                tuple(one.get("right", ())),
                one.get("held_back", False),
                one.get("about", ""),
            )


_libraries: dict[tuple[str, ...], Library] = {}


def library_of(books: tuple[str, ...]) -> Library:
    """Return the standard books of these names alone, so that new books change no reading."""
    if books not in _libraries:
        library = Library()
        for info in Library.load().skills.values():
            if info.book in books:
                library.add(info)
        _libraries[books] = library
    return _libraries[books]


def meant(one: Everyday, sentence: str | None = None) -> Understood:
    """Understand the procedure with the sentence, or with others instead."""
    source = one.procedure(sentence)
    settings = Settings(FOLDER, currency="USD")
    return understand(read(source), source, library_of(one.books), settings)


def printed(one: Everyday, sentences: str) -> str:
    """Return sentences as the printer writes them, each on its own line or lines."""
    return "\n".join(print_step(step) for step in read(Source("", sentences)).file.items)
