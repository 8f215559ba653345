"""Headers of definitions: which nouns are parameters, and the pattern by which it is called."""

from __future__ import annotations

from typing import Any

from kognilang.dataclass import dataclass, fields, is_dataclass
from kognilang.language import tree
from kognilang.language.words import PREPOSITIONS, RESERVED, lemma, third_person
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

    `a NOUN` is a parameter when the body speaks of `the NOUN` before it sets it, or of `it` where
    the header has one noun only; brackets say so outright. Otherwise it is part of the wording.
    """
    used = _Used(node.body)
    tokens = [t for t in node.header if not (t.kind == "mark" and t.text == ":")]
    title = _title(tokens)
    nouns = sum(1 for t in tokens if t.kind == "word" and t.text in ("a", "an"))
    # `To note the task [a task]:` passes one task: the other is wording.
    settled = {_bracketed(tokens, at)[0] for at, t in enumerate(tokens) if t.text == "["}
    elements: list[Element] = []
    parameters: list[str] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "mark" and token.text == "[":
            name, stop = _bracketed(tokens, at)
            elements.append(Place(name))
            parameters.append(name)
            at = stop + 1
            continue
        if token.kind == "word" and token.text in ("a", "an", "some", "the"):
            name, stop = _parameter(
                tokens, at, used, only=nouns == 1, decision=node.form == "decision"
            )
            passed = token.text != "the" or (name in used.names and name not in settled)
            if name and passed:
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


def _bracketed(tokens: list[tree.Token], at: int) -> tuple[str, int]:
    """Return the noun in the brackets that open at a place, and where they close."""
    stop = at + 1
    while stop < len(tokens) and tokens[stop].text != "]":
        stop += 1
    words = [t.text for t in tokens[at + 1 : stop] if t.text not in (*ARTICLES, "some")]
    return " ".join(words), stop


def _parameter(
    tokens: list[tree.Token], at: int, used: _Used, *, only: bool, decision: bool = False
) -> tuple[str, int]:
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
        verb = next((i for i, word in enumerate(words) if i and third_person(word)), len(words))
        words = words[:verb] if decision else words
        return " ".join(words), at + 1 + len(words)
    return "", at


def _title(tokens: list[tree.Token]) -> str:
    text = " ".join(t.written or t.text for t in tokens if t.text not in ("[", "]"))
    for mark in (",", "'s", "'"):
        text = text.replace(f" {mark}", mark)
    return text


class _Used:
    """The names that a body speaks of before it sets them, without knowing yet what they are."""

    def __init__(self, body: tree.Body) -> None:
        self.names: set[str] = set()
        self.pronoun = False
        self._set: set[str] = set()
        self._describing: tree.Expr | None = None
        self._visit(body)

    def _visit(self, value: Any) -> None:
        """Take in a part of the body, in the order in which it is read."""
        if isinstance(value, tuple | list):
            if value and isinstance(value[0], tree.Token):
                self._words(tuple(value))
            for one in value:
                self._visit(one)
            return
        if isinstance(value, tree.Name):
            self._use(value.name.lower())
        elif isinstance(value, tree.Pronoun):
            self.pronoun = True
        elif isinstance(value, tree.One | tree.Extreme) and value is not self._describing:
            self._use(value.noun)
        if not is_dataclass(value) or isinstance(value, type):
            return
        target = _SETS.get(type(value), "")
        if isinstance(value, tree.Setting) and _describes_itself(value):
            # `Let the customer be the customer whose …`: one of the customers, not the parameter.
            self._describing = value.value
        for member in fields(value):
            if member.name not in ("span", target):
                self._visit(getattr(value, member.name))
        if target:
            named = getattr(value, target)
            if isinstance(named, tree.Name):
                self._set.add(named.name.lower())
            else:
                self._visit(named)

    def _use(self, name: str) -> None:
        if name not in self._set:
            self.names.add(name)

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
                self._use(" ".join(words))


def _describes_itself(step: tree.Setting) -> bool:
    described = step.value
    return (
        isinstance(step.target, tree.Name)
        and isinstance(described, tree.One | tree.Extreme)
        and described.noun == step.target.name.lower()
    )


_SETS: dict[type, str] = {
    tree.Setting: "target",
    tree.Create: "name",
    tree.Action: "result",
}
"""The steps that give a name its value, and where they keep that name."""
