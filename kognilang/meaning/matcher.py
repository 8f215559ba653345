"""The matcher: every way in which the words of a sentence fill a phrase's slots."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kognilang.dataclass import dataclass
from kognilang.language.tree import Token
from kognilang.language.words import lemma
from kognilang.meaning.phrases import Entry, Node
from kognilang.meaning.wording import ARTICLES, Place

BLOCK = "block"
"""The kind of the token that stands for an indented block at the end of a sentence."""
CHUNK = "chunk"
"""The kind of a token that is an expression already read."""

_DETERMINERS = ARTICLES | {"this", "that", "each", "every", "my", "our", "its", "their", "another"}
_OPEN = {"(": 1, ")": -1}
_MOST = 200
"""How many alignments a sentence has at most: in one that has more, nothing can be told apart."""


@dataclass(frozen=True, slots=True)
class Match:
    """One alignment: the phrase, its places with where each begins and ends in the tokens, and
    the positions of the literal words."""

    entry: Entry
    slots: tuple[tuple[Place, int, int], ...]
    literals: frozenset[int]


def match(tokens: Sequence[Token], trie: Node) -> list[Match]:
    """Return all alignments of the tokens with the trie's phrases, in a fixed order; none of words
    that have too many.

    What stands in a slot is not looked at here, only where it begins and ends.
    """
    search = _Search(tokens)
    found: dict[tuple[object, ...], Match] = {}
    for entry, spans, literals in search.walk(trie, 0):
        names = [element for element in entry.pattern if isinstance(element, Place)]
        slots = tuple((place, start, end) for place, (start, end) in zip(names, spans, strict=True))
        key = (entry.target, tuple(sorted((p.name, a, b) for p, a, b in slots)))
        found.setdefault(key, Match(entry, slots, frozenset(literals)))
        if len(found) > _MOST:
            return []
    return list(found.values())


def strongest(matches: list[Match]) -> list[Match]:
    """Drop each match whose literal words are all among another's that has more of them."""
    return [
        one
        for one in matches
        if not any(one.literals < other.literals for other in matches if other is not one)
    ]


_Found = tuple[Entry, tuple[tuple[int, int], ...], tuple[int, ...]]


class _Search:
    """One walk of a sentence through a trie."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.end = len(tokens)
        self.lemmas = [lemma(t.text) if t.kind == "word" else "" for t in tokens]
        self.depths = _depths(tokens)
        self.limits: dict[int, int] = {}
        self.stops: dict[int, list[int]] = {}
        self.dead: set[tuple[int, int]] = set()
        """Nodes and tokens from which no phrase comes to its end, however they were reached."""

    def walk(
        self,
        node: Node,
        at: int,
        spans: tuple[tuple[int, int], ...] = (),
        literals: tuple[int, ...] = (),
    ) -> Iterator[_Found]:
        """Yield what ends below a node, from a token on."""
        if (id(node), at) in self.dead:
            return
        ended = False
        for found in self._below(node, at, spans, literals):
            ended = True
            yield found
        if not ended:
            self.dead.add((id(node), at))

    def _below(
        self,
        node: Node,
        at: int,
        spans: tuple[tuple[int, int], ...],
        literals: tuple[int, ...],
    ) -> Iterator[_Found]:
        if at == self.end:
            for entry in node.ends:
                yield entry, spans, literals
        elif node.words:
            word_at = self._word_at(at)
            if word_at < self.end:
                below = node.words.get(self.lemmas[word_at])
                if below is not None:
                    yield from self.walk(below, word_at + 1, spans, (*literals, word_at))
        for role, below in node.places.items():
            for start, end in self._spans(role, below, at):
                yield from self.walk(below, end, (*spans, (start, end)), literals)

    def _word_at(self, at: int) -> int:
        """Return where the next literal is looked for: articles and a comma are passed over."""
        tokens = self.tokens
        if at < self.end and tokens[at].kind == "mark" and tokens[at].text in (",", ":"):
            at += 1
        while at < self.end and tokens[at].kind == "word" and tokens[at].text in ARTICLES:
            at += 1
        return at

    def _spans(self, role: str, below: Node, at: int) -> Iterator[tuple[int, int]]:
        tokens = self.tokens
        if at < self.end and tokens[at].kind == "mark" and tokens[at].text in (",", ":"):
            at += 1
        if at >= self.end:
            return
        if tokens[at].kind == BLOCK:
            if role in ("block", "row", "value") and at + 1 == self.end:
                yield at, at + 1
            return
        if role == "row":
            return
        stops = self._stops(below)
        limit = self._limit(at)
        for stop in stops[bisect_right(stops, at) :]:
            if stop > limit:
                return
            if self.depths[stop] == self.depths[at]:
                yield at, stop

    def _limit(self, at: int) -> int:
        """Return the last place where a value that begins at a token may end: before the
        parenthesis that closes around it, before the block."""
        limit = self.limits.get(at)
        if limit is None:
            depths, tokens, limit = self.depths, self.tokens, at
            while (
                limit < self.end and depths[limit + 1] >= depths[at] and tokens[limit].kind != BLOCK
            ):
                limit += 1
            self.limits[at] = limit
        return limit

    def _stops(self, below: Node) -> list[int]:
        """Return all places where a value before a node may end, in their order."""
        stops = self.stops.get(id(below))
        if stops is None:
            stops = [stop for stop in range(1, self.end) if self._may_end(below, stop)]
            if below.ends:
                stops.append(self.end)
            self.stops[id(below)] = stops
        return stops

    def _may_end(self, below: Node, stop: int) -> bool:
        """Say whether a value may end before the token at `stop`."""
        before = self.tokens[stop - 1]
        if before.kind == "word" and before.text in _DETERMINERS:
            return False
        if before.kind == "mark" and before.text in ("'s", "'", ",", "+", "-", "*", "/"):
            return False
        word_at = self._word_at(stop)
        if word_at < self.end and self.lemmas[word_at] in below.words:
            return True
        if not below.places:
            return False
        token = self.tokens[stop]
        if token.kind == BLOCK or (token.kind == "mark" and token.text == ":"):
            return True
        return _starts_chunk(self.tokens, stop)


def _starts_chunk(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if at and tokens[at - 1].kind == "word" and tokens[at - 1].text in _DETERMINERS:
        return False
    if at and tokens[at - 1].kind == "mark" and tokens[at - 1].text in ("'s", "'"):
        return False
    if token.kind == "word":
        return token.text in _DETERMINERS or token.written[:1].isupper()
    return token.kind != "mark" or token.text == "("


def _depths(tokens: Sequence[Token]) -> list[int]:
    """Return the depth of parentheses before each token, and after the last."""
    depths = [0]
    for token in tokens:
        depth = depths[-1]
        if token.kind == "mark":
            depth += _OPEN.get(token.text, 0)
        depths.append(depth)
    return depths
