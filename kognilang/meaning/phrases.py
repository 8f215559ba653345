"""Phrases: a trie of all wordings, so that a sentence meets only those that it can be."""

from __future__ import annotations

from collections.abc import Iterator

from kognilang.dataclass import dataclass, field
from kognilang.meaning.wording import Pattern, Place, form_of, patterns


@dataclass(frozen=True, slots=True)
class Entry:
    """The end of a pattern: what it means (`target`: a skill's id, or the number of one of the
    file's own procedures) and the wording that it came from."""

    target: str | int
    wording: str
    pattern: Pattern


@dataclass(slots=True)
class Node:
    """A place in the trie: the words and slots that may follow, and the patterns that end."""

    words: dict[str, Node] = field(default_factory=dict)
    places: dict[str, Node] = field(default_factory=dict)
    """By role."""
    ends: list[Entry] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        """Add a pattern below this node."""
        node = self
        for element in entry.pattern:
            if isinstance(element, Place):
                node = node.places.setdefault(element.role, Node())
            else:
                node = node.words.setdefault(element, Node())
        node.ends.append(entry)

    def entries(self) -> Iterator[Entry]:
        """Yield every pattern at or below this node, in a fixed order."""
        yield from self.ends
        for below in self.words.values():
            yield from below.entries()
        for below in self.places.values():
            yield from below.entries()


@dataclass(slots=True)
class Phrases:
    """The tries: `actions` (sentences), `nouns` (values), `adjectives` (conditions)."""

    actions: Node = field(default_factory=Node)
    nouns: Node = field(default_factory=Node)
    adjectives: Node = field(default_factory=Node)

    def add_wording(self, target: str | int, wording: str, form: str = "") -> None:
        """Add a wording in all its patterns; `form` is told by its first word if not given."""
        trie = self.trie(form or form_of(wording))
        for elements in patterns(wording):
            trie.add(Entry(target, wording, elements))

    def add_pattern(self, target: str | int, wording: str, elements: Pattern, form: str) -> None:
        """Add one flat pattern."""
        self.trie(form).add(Entry(target, wording, elements))

    def trie(self, form: str) -> Node:
        """Return the trie of a form: `action`, `noun` or `adjective`."""
        if form == "noun":
            return self.nouns
        return self.adjectives if form == "adjective" else self.actions
