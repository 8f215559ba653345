"""Earley as an oracle: what can be derived in two ways must mean the same both times.

The parser is LALR and sees one derivation, after the passes have told the conjunctions of lists,
clauses and filters apart. Earley, built from the same grammar, is fed the same terminals, but each
conjunction may be any of those that are written alike; it finds all derivations. Each sentence of
the corpus is parsed by both, and each value and condition in it: the trees must be equal.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from lark import Lark, Tree
from lark.exceptions import LarkError

from kognilang.language import grammar
from kognilang.language.builder import Builder
from kognilang.language.making import at_hand
from kognilang.language.making.said import settled
from kognilang.language.reading import read
from kognilang.language.terminals import NotParsed, Terminal
from kognilang.text.source import Source
from tests.language.sentences import texts

Fed = tuple[tuple[Terminal, ...], str, tuple[Any, ...]]
"""What the parser was given: terminals, the start rule, the tokens that phrases are cut from."""

MOST = 200
"""So many derivations are built at most; a sentence with more has too many."""


@cache
def oracle() -> Lark:
    """Return an Earley parser of the grammar, whose terminals are told apart by name alone."""
    from lark.lexer import Lexer

    class Fed(Lexer):
        """Hands over the terminals."""

        __future_interface__ = 2

        def __init__(self, conf: object) -> None:
            pass

        def lex(self, lexer_state: Any, parser_state: Any = None) -> Iterator[Any]:
            return iter(lexer_state.text)

    return Lark(
        grammar.text(),
        parser="earley",
        lexer=Fed,
        ambiguity="explicit",
        start=list(grammar.STARTS),
        maybe_placeholders=False,
    )


GROUPS = (
    frozenset({"CONJ", "AND_C", "AND_P", "AND_F", "AND_B"}),
    frozenset({"CONJ", "OR_C", "OR_P", "OR_F"}),
)
"""Terminals that are written alike: which one a word is, the passes before the parser decide.

A value behind `or` or a comma belongs to the filter before it (`whose status is "open" or
"held"`): that is a rule of the language, so these two (OR_FV, COMMA_F) stay what they are.
"""

OPEN_FILTERS = (*GROUPS, frozenset({"CONJ", "OR_FV"}))


class AnyOf(str):
    """The name of a terminal that equals the names of those that are written like it."""

    __slots__ = ("names",)
    names: frozenset[str]

    def __eq__(self, other: object) -> bool:
        return other in self.names

    def __hash__(self) -> int:
        return str.__hash__(self)


def opened(terminal: Terminal, joint: str, groups: tuple[frozenset[str], ...] = GROUPS) -> Terminal:
    """Return a terminal that may be any of those that are written like it."""
    for group in groups:
        if terminal.type in group and any(name.startswith(joint.upper()) for name in group):
            name = AnyOf(terminal.type)
            name.names = group
            return Terminal(name, terminal.value or joint, terminal.span)
    return terminal


def given(text: str) -> list[Fed]:
    """Return what the parser is given while a text is read, each as often as it is new."""
    taken: dict[tuple[Any, ...], Fed] = {}
    real = grammar.parse

    def parse(terminals: list[Terminal], start: str) -> Any:
        made = real(terminals, start)
        key = (start, *((t.type, repr(t.value)) for t in terminals))
        taken.setdefault(key, (tuple(terminals), start, at_hand.now[-1]))
        return made

    from kognilang.language import parsing

    parsing.parse = parse
    try:
        read(Source("corpus.kog", text))
    finally:
        parsing.parse = real
    return list(taken.values())


def derivations(tree: Any) -> Iterator[Any]:
    """Yield the derivations of an ambiguous tree, one after the other."""
    if not isinstance(tree, Tree):
        yield tree
    elif tree.data == "_ambig":
        for one in tree.children:
            yield from derivations(one)
    else:
        yield from (Tree(tree.data, list(kids)) for kids in _products(tree.children))


def _products(children: list[Any]) -> Iterator[tuple[Any, ...]]:
    if not children:
        yield ()
        return
    for rest in _products(children[1:]):
        for first in derivations(children[0]):
            yield (first, *rest)


def built(tree: Any) -> Any:
    """Return what the builder makes of one derivation."""
    if not isinstance(tree, Tree):
        return tree
    kids = [built(child) for child in tree.children]
    return getattr(Builder(), tree.data)(kids)


def meanings(fed: Fed, groups: tuple[frozenset[str], ...] = GROUPS) -> list[Any]:
    """Return the different trees that the derivations of a sentence build; those that the builder
    refuses are none."""
    terminals, start, tokens = fed
    words = {token.span[0]: token.text for token in tokens}
    fed_open = [opened(one, words.get(one.span[0], "?"), groups) for one in terminals]
    forest = oracle().parse(fed_open, start=start)
    found: list[Any] = []
    for number, derivation in enumerate(derivations(forest)):
        assert number < MOST, "too many derivations"
        at_hand.parsing(tokens)
        try:
            made = settled(built(copy.deepcopy(derivation)))
        except NotParsed:
            continue
        finally:
            at_hand.parsed()
        if made not in found:
            found.append(made)
    return found


def ambiguous(text: str) -> list[str]:
    """Return the sentences of a text that mean two things, with what they could mean."""
    told = []
    for fed in given(text):
        try:
            several = meanings(fed)
        except LarkError as error:
            told.append(f"Earley does not derive it: {error} {fed[0]}")
            continue
        if len(several) != 1:
            words = " ".join(token.written or token.text for token in fed[2])
            told.append(f"{words}: {several}")
    return told


def _check(start: int, step: int) -> None:
    told = [line for text in texts()[start::step] for line in ambiguous(text)]
    assert told == []


def test_a_share_of_the_corpus_means_one_thing() -> None:
    _check(0, 8)


@pytest.mark.long
def test_the_corpus_means_one_thing() -> None:
    _check(0, 1)


def test_the_oracle_finds_a_second_derivation_where_there_is_one() -> None:
    sentence = 'Set the x to the orders whose status is "open" or "held".'
    (fed,) = (one for one in given(sentence) if one[1] == "step")
    assert len(meanings(fed)) == 1
    closed, other = meanings(fed, OPEN_FILTERS)
    assert {type(one.value).__name__ for one in (closed, other)} == {"Filter", "ListValue"}


def test_the_oracle_knows_a_sentence_of_two_lists_from_one_of_two_clauses() -> None:
    fed = given("If the total is between the fee and 2 and the tax is 3 or 4, stop.")
    assert all(len(meanings(one)) == 1 for one in fed)
    assert fed
