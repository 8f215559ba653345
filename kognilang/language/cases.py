"""The cases of `Depending on`: `"open": …`, `over $500: …`, `Anything else: …`."""

from __future__ import annotations

from kognilang.language.conditions import read_condition
from kognilang.language.parsing import read_value
from kognilang.language.rewriting import rewritten
from kognilang.language.scanning import (
    Tokens,
    depth_zero,
    find,
    is_mark,
    is_word,
    like_a_step,
    span_of,
    starts_with,
)
from kognilang.language.tagging.vocabulary import OR_MORE
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import (
    Bare,
    Compare,
    Cond,
    Item,
    ListValue,
    Node,
    Phrase,
    Pronoun,
    Token,
)

_ELSE = frozenset(
    (
        "anything else", "something else", "everything else", "any other value", "any other",
        "otherwise", "else", "in any other case", "in all other cases", "all other cases",
    )
)  # fmt: skip
"""The heads of the case that is left."""

_LEADS = ("if it is", "when it is", "in case it is", "if", "when", "in case of", "case", "for")
"""What people write before a case's value."""


def case_of(tokens: Tokens) -> tuple[Tokens, Tokens]:
    """Return a case's head, without its `If it is`, and the words of its steps, which may be none
    where they stand below it. Raises NotParsed where nothing divides the two."""
    return _divided(_unled(tokens))


def is_any_other(head: Tokens) -> bool:
    """Tell whether a head is that of the case that is left: `Anything else`."""
    return " ".join(token.text for token in head) in _ELSE


def case_condition(tokens: Tokens) -> Cond:
    """Return the condition about `Item()` that a case's head is."""
    bounded = len(tokens) > 2 and is_word(tokens[-2], "or") and tokens[-1].text in OR_MORE
    plain = tokens[0].kind != "word" or starts_with(tokens, "the|a|an|yes|no|true|false|nothing")
    if plain and not bounded:
        value = read_value(tokens)
        if isinstance(value, ListValue):
            right = ListValue(value.items, "or", span=value.span)
            return Compare("in", Item(), right, span=span_of(tokens))
        return Compare("=", Item(), value, span=span_of(tokens))
    it = Token("word", "it", tokens[0].span, "it")
    lead: Tokens = (it,)
    if not is_word(tokens[0], "is", "contains", "starts", "ends", "exceeds", "has", "matches"):
        lead = (it, Token("word", "is", tokens[0].span, "is"))
    condition = read_condition((*lead, *tokens))
    if type(condition) is Bare or (type(condition) is Compare and type(condition.right) is Phrase):
        raise NotParsed("value-not-understood", span_of(tokens), {})

    def change(node: Node) -> Node | None:
        return Item() if type(node) is Pronoun and node.word == "it" else None

    return rewritten(condition, change)


def _unled(tokens: Tokens) -> Tokens:
    """Return a case without the `If` or `When` before its value."""
    for lead in _LEADS:
        count = len(lead.split())
        if starts_with(tokens, lead) and len(tokens) > count:
            return tokens[count:]
    return tokens


def _divided(tokens: Tokens) -> tuple[Tokens, Tokens]:
    """Return a case's head and the words of its steps, behind a colon or, failing that, a comma."""
    colon = find(tokens, ":")
    if colon > 0:
        return tokens[:colon], tokens[colon + 1 :]
    for at, token in depth_zero(tokens, 1):
        if is_mark(token, ",") and like_a_step(tokens[at + 1 :]):
            return tokens[:at], tokens[at + 1 :]
    for at, token in depth_zero(tokens, 1):
        before = tokens[at - 1]
        # `Otherwise say "c"`, `"open" say "a"`: a verb directly behind the case.
        ended = before.value is not None or (at == 1 and before.text in ("otherwise", "else"))
        if ended and token.text not in ("and", "or") and like_a_step(tokens[at:]):
            return tokens[:at], tokens[at:]
    raise NotParsed("case-without-colon", span_of(tokens), {})
