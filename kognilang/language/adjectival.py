"""Definitions of adjectives in other words: `An overdue invoice is one whose due date is past.`

All mean what `An invoice is overdue if its due date is past.` says, and are printed so.
"""

from __future__ import annotations

from kognilang.language.conditions import read_condition
from kognilang.language.rewriting import of_noun
from kognilang.language.scanning import Tokens, find, is_word, span_of
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import Adjective, Token
from kognilang.language.words import DETERMINERS, RESERVED, is_plural, singular

_RELATIVE = ("whose", "that", "which", "who", "with", "where")
_SAID = (("called",), ("considered",), ("deemed",), ("regarded", "as"), ("said", "to", "be"))
"""What may stand before the adjective: `An invoice is considered overdue if …`."""
_WHEN = ("if", "when", "whenever", "once")


def adjective(noun: str, words: Tokens, condition: Tokens, span: tuple[int, int]) -> Adjective:
    """Make the definition of an adjective of a noun. Raises NotParsed."""
    for said in _SAID:
        if len(words) > len(said) and tuple(one.text for one in words[: len(said)]) == said:
            words = words[len(said) :]
    for token in words:
        if token.kind != "word":
            raise NotParsed("not-understood", token.span, {})
    text = " ".join(token.text for token in words)
    return Adjective(noun, text, of_noun(read_condition(condition), noun), span=span)


def of_one(tokens: Tokens) -> Adjective | None:
    """Read `An overdue invoice is one whose …` and `… is an invoice that …`; None for anything
    else. Raises NotParsed."""
    said = find(tokens, "is", start=2)
    at = _relative(tokens, said)
    if said < 3 or at < 0:
        return None
    subject, described = tokens[1:said], tokens[said + 1 : at]
    if len(described) == 1 and (described[0].text == "one"):
        if len(subject) > 2:
            # Which of the words are the adjective's?
            raise NotParsed("not-understood", described[0].span, {})
        noun: Tokens = subject[1:]
    elif len(described) > 1 and is_word(described[0], "a", "an"):
        noun = described[1:]
    else:
        return None
    return _described(tokens, subject, [one.text for one in noun], at)


def of_many(tokens: Tokens) -> Adjective | None:
    """Read `Overdue invoices are those whose …` and `Invoices are overdue if their …`; None for
    anything else. Raises NotParsed."""
    begin = 1 if is_word(tokens[0], "all") else 0
    said = find(tokens, "are", start=begin + 1)
    subject = tokens[begin:said]
    if said < 0 or not subject or any(not _plain(one) for one in subject):
        return None
    if not is_plural(subject[-1].text):
        return None
    at = _relative(tokens, said)
    if at > 0 and len(subject) > 1:
        described = [one.text for one in tokens[said + 1 : at] if one.text != "the"]
        noun = [one.text for one in subject[-len(described) :]]
        if described in (["those"], ["ones"]):
            noun = [subject[-1].text]
        elif described != noun:
            return None
        noun = [*noun[:-1], singular(noun[-1])]
        return _described(tokens, subject, noun, at)
    at = find(tokens, *_WHEN, start=said + 1)
    if at < said + 2 or len(subject) != 1 or any(not _plain(one) for one in tokens[said + 1 : at]):
        return None
    if not any(is_word(one, "its", "their", "it", "they") for one in tokens[at:]):
        return None
    words = tokens[said + 1 : at]
    return adjective(singular(subject[0].text), words, tokens[at + 1 :], span_of(tokens))


def _described(tokens: Tokens, subject: Tokens, noun: list[str], at: int) -> Adjective | None:
    """`overdue invoice`, described as the invoice of which the rest of the sentence is so."""
    own = [one.text for one in subject]
    words = subject[: len(own) - len(noun)]
    same = [*own[len(words) : -1], singular(own[-1])] == noun or own[len(words) :] == noun
    if not words or not same or any(not _plain(one) for one in subject):
        return None
    return adjective(" ".join(noun), words, _condition(tokens[at:]), span_of(tokens))


def _relative(tokens: Tokens, said: int) -> int:
    """Where the relative clause begins behind what is said; -1 where none does."""
    if said < 0:
        return -1
    places = (at for at in range(said + 2, min(said + 6, len(tokens))))
    return next((at for at in places if is_word(tokens[at], *_RELATIVE)), -1)


def _condition(clause: Tokens) -> Tokens:
    """A relative clause as a sentence about it: `whose total is 5` as `its total is 5`."""
    first, rest = clause[0], clause[1:]

    def word(text: str) -> Token:
        return Token("word", text, first.span, text)

    if first.text == "whose":
        return (word("its"), *rest)
    if first.text == "where":
        return rest
    if first.text == "with":
        return (word("it"), word("has"), *rest)
    if rest and rest[0].text in ("are", "have"):
        rest = (word("is" if rest[0].text == "are" else "has"), *rest[1:])
    return (word("it"), *rest)


def _plain(token: Token) -> bool:
    return token.kind == "word" and token.text not in RESERVED and token.text not in DETERMINERS
