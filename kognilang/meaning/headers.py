"""Headers of definitions: which nouns are parameters, and the pattern by which it is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from kognilang.dataclass import dataclass
from kognilang.language import tree
from kognilang.language.words import PREPOSITIONS, RESERVED, lemma
from kognilang.meaning.wording import ARTICLES, Element, Pattern, Place

_ENDS = RESERVED | PREPOSITIONS
_PRONOUNS = frozenset(("it", "its", "they", "them", "their"))


@dataclass(frozen=True, slots=True)
class Header:
    """A header taken apart: its pattern, its parameters' nouns in order, and its words."""

    pattern: Pattern
    parameters: tuple[str, ...]
    title: str


def read_header(node: tree.Procedure) -> Header:
    """Take a header apart.

    `a NOUN` is a parameter when the body speaks of `the NOUN`, or of `it` where the header
    has one noun only; brackets say so outright. Otherwise it is part of the wording.
    """
    used = _Used(node.body)
    tokens = [t for t in node.header if not (t.kind == "mark" and t.text == ":")]
    title = _title(tokens)
    nouns = sum(1 for t in tokens if t.kind == "word" and t.text in ("a", "an"))
    elements: list[Element] = []
    parameters: list[str] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "mark" and token.text == "[":
            stop = at + 1
            while stop < len(tokens) and tokens[stop].text != "]":
                stop += 1
            words = [t.text for t in tokens[at + 1 : stop] if t.text not in ARTICLES]
            name = " ".join(words)
            elements.append(Place(name))
            parameters.append(name)
            at = stop + 1
            continue
        if token.kind == "word" and token.text in ("a", "an", "some", "the"):
            name, stop = _parameter(tokens, at, used, only=nouns == 1)
            if name and (token.text != "the" or name in used.names):
                elements.append(Place(name))
                parameters.append(name)
                at = stop
                continue
            if token.text in ARTICLES:
                at += 1
                continue
        if token.kind == "word":
            elements.append(lemma(token.text))
        elif token.kind == "quoted":
            elements.extend(lemma(word) for word in token.text.split())
        at += 1
    return Header(tuple(elements), tuple(parameters), title)


def _parameter(tokens: list[tree.Token], at: int, used: _Used, *, only: bool) -> tuple[str, int]:
    """Return the noun after an article if it is a parameter, and where it ends."""
    words: list[str] = []
    for token in tokens[at + 1 :]:
        if token.kind != "word" or token.text in _ENDS or token.text in ARTICLES:
            break
        words.append(token.text)
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size])
        if name in used.names:
            return name, at + 1 + size
    if only and used.pronoun and words:
        return " ".join(words), at + 1 + len(words)
    return "", at


def _title(tokens: list[tree.Token]) -> str:
    text = " ".join(t.written or t.text for t in tokens if t.text not in ("[", "]"))
    for mark in (",", "'s", "'"):
        text = text.replace(f" {mark}", mark)
    return text


class _Used:
    """The names that a body speaks of, without knowing yet what they are."""

    def __init__(self, body: tree.Body) -> None:
        self.names: set[str] = set()
        self.pronoun = False
        for node in _nodes(body):
            if isinstance(node, tree.Name):
                self.names.add(node.name.lower())
            elif isinstance(node, tree.Pronoun):
                self.pronoun = True
            elif isinstance(node, tree.One | tree.Extreme):
                self.names.add(node.noun)
        for tokens in _runs(body):
            self._words(tokens)

    def _words(self, tokens: tuple[tree.Token, ...]) -> None:
        for at, token in enumerate(tokens):
            if token.kind != "word":
                continue
            if token.text in _PRONOUNS:
                self.pronoun = True
            if token.text not in ("the", "this", "that"):
                continue
            words: list[str] = []
            for following in tokens[at + 1 :]:
                if following.kind != "word" or following.text in _ENDS:
                    break
                words.append(following.text)
                self.names.add(" ".join(words))


def _nodes(value: Any) -> Iterator[tree.Node]:
    if isinstance(value, tree.Node):
        yield value
    if isinstance(value, tuple | list):
        for one in value:
            yield from _nodes(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for member in fields(value):
            if member.name != "span":
                yield from _nodes(getattr(value, member.name))


def _runs(value: Any) -> Iterator[tuple[tree.Token, ...]]:
    for node in _nodes(value):
        for member in fields(node):
            found = getattr(node, member.name)
            if isinstance(found, tuple) and found and isinstance(found[0], tree.Token):
                yield found
