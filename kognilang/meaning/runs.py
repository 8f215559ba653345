"""The words that phrases go on with: where a sentence stands in the tries of wordings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kognilang.dataclass import dataclass, field
from kognilang.language.tree import Token
from kognilang.language.words import lemma
from kognilang.meaning.phrases import Entry, Node, Phrases
from kognilang.meaning.wording import ARTICLES, Place
from kognilang.meaning.written import dotted

_MOST = 60
"""So many phrases are shown below one place of a trie."""


@dataclass(slots=True)
class Standing:
    """Where the tokens of a sentence stand in a phrase: `words` may follow; `slot` are the tokens
    of the value that is being typed, if one is; `open` says that a value begins here."""

    words: list[tuple[str, str]] = field(default_factory=list)
    slot: tuple[Token, ...] | None = None
    open: bool = False


class Runs:
    """Finds the literal words that come next in the wordings of phrases."""

    def __init__(self, phrases: Sequence[Phrases], about: Callable[[str | int], str]) -> None:
        self._phrases = phrases
        self._about = about
        self._written: dict[int, list[str]] = {}
        self._beginnings: list[tuple[str, str]] | None = None

    def beginnings(self) -> list[tuple[str, str]]:
        """Return how the sentences begin that phrases explain, each with what it is."""
        if self._beginnings is None:
            found: dict[str, str] = {}
            for one in self._phrases:
                for entry in one.actions.entries():
                    run = self._run(entry, 0)
                    if run:
                        found.setdefault(run, self._told(entry))
            self._beginnings = list(found.items())
        return self._beginnings

    def after(self, tokens: Sequence[Token], form: str) -> Iterator[Standing]:
        """Yield every place of the tries of a form in which tokens may stand at their end."""
        lemmas = [lemma(one.text) if one.kind == "word" else "" for one in tokens]
        for one in self._phrases:
            for node, depth, begin in _walk(one.trie(form), tokens, lemmas, 0, 0):
                words = self._below(node, depth)
                if begin is None:
                    yield Standing(words, None, bool(node.places))
                else:
                    yield Standing(words, tuple(tokens[begin:]))

    def whole(self, tokens: Sequence[Token]) -> bool:
        """Say whether a phrase may end with these tokens, having said all it needs."""
        lemmas = [lemma(one.text) if one.kind == "word" else "" for one in tokens]
        return any(
            node.ends
            for one in self._phrases
            for node, _, begin in _walk(one.actions, tokens, lemmas, 0, 0)
        )

    def _below(self, node: Node, depth: int) -> list[tuple[str, str]]:
        found: dict[str, str] = {}
        for count, entry in enumerate(node.entries()):
            if count == _MOST:
                break
            run = self._run(entry, depth)
            if run:
                found.setdefault(run, self._told(entry))
        return list(found.items())

    def _told(self, entry: Entry) -> str:
        return f"{self._about(entry.target)}: {dotted(entry.wording)}"

    def _run(self, entry: Entry, depth: int) -> str:
        """Return the literal words of a pattern from an element on, up to its next slot."""
        words = []
        for element, written in zip(
            entry.pattern[depth:], self._as_written(entry)[depth:], strict=True
        ):
            if isinstance(element, Place):
                break
            words.append(written)
        return " ".join(words)

    def _as_written(self, entry: Entry) -> list[str]:
        """Return the elements of a pattern as the wording writes them, articles included."""
        known = self._written.get(id(entry))
        if known is not None:
            return known
        pieces = _words_of(entry.wording)
        taken: set[int] = set()
        found = []
        for element in entry.pattern:
            text = ""
            if isinstance(element, str):
                text = element
                for at, piece in enumerate(pieces):
                    alike = next((w for w in piece.split("|") if lemma(w) == element), "")
                    if at not in taken and alike:
                        taken.add(at)
                        article = pieces[at - 1] if at and pieces[at - 1] in ARTICLES else ""
                        text = f"{article} {alike}".strip()
                        break
            found.append(text)
        self._written[id(entry)] = found
        return found


def _words_of(wording: str) -> list[str]:
    bare, depth = [], 0
    for mark in wording.lower():
        depth += {"{": 1, "}": -1}.get(mark, 0)
        bare.append(" " if depth or mark in "{}[],:" else mark)
    return "".join(bare).split()


def _walk(
    node: Node, tokens: Sequence[Token], lemmas: list[str], at: int, depth: int
) -> Iterator[tuple[Node, int, int | None]]:
    """Yield the nodes at which the tokens may end, how many elements of the pattern lie before,
    and where the value begins that the tokens end in, if they end in one."""
    while (
        at < len(tokens)
        and tokens[at].text in (*ARTICLES, ",", ":")
        and _literal(node, tokens, lemmas, at + 1)
    ):
        at += 1
    if at == len(tokens):
        yield node, depth, None
        return
    below = node.words.get(lemmas[at])
    if below is not None:
        yield from _walk(below, tokens, lemmas, at + 1, depth + 1)
    for under in node.places.values():
        for stop in range(at + 1, len(tokens)):
            if _literal(under, tokens, lemmas, stop):
                yield from _walk(under, tokens, lemmas, stop, depth + 1)
        yield under, depth + 1, at


def _literal(node: Node, tokens: Sequence[Token], lemmas: list[str], at: int) -> bool:
    """Say whether a literal word of a node stands at a token, or after its article."""
    while at < len(tokens) and tokens[at].text in ARTICLES:
        at += 1
    return at < len(tokens) and bool(lemmas[at]) and lemmas[at] in node.words
