"""Forms that set and change: Set, Let, Add, Increase, Call, Create, Save, Use."""

from __future__ import annotations

from collections.abc import Callable

from kognilang.language.parsing import read_value
from kognilang.language.rewriting import own_field
from kognilang.language.scanning import (
    Tokens,
    find,
    find_last,
    is_mark,
    is_word,
    name_at_end,
    span_of,
    starts_with,
)
from kognilang.language.steps.core import core_step
from kognilang.language.steps.dispatch import trailing_condition
from kognilang.language.steps.joining import joined_steps, or_action
from kognilang.language.steps.protocol import Block
from kognilang.language.steps.verbs import verb
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import (
    Body,
    Change,
    Create,
    Expr,
    Extreme,
    Name,
    One,
    Phrase,
    Pick,
    Pronoun,
    Property,
    Save,
    Setting,
    Use,
)
from kognilang.language.words import RESERVED


def _valued(tokens: Tokens, block: Block | None) -> tuple[Tokens, Expr | None]:
    """Return the tokens without a colon at the end, and the value that stands below it."""
    if is_mark(tokens[-1], ":"):
        tokens = tokens[:-1]
    return tokens, block.value() if block is not None else None


@verb("set", "let", "change")
def _set_step(tokens: Tokens, block: Block | None) -> Body | None:
    form = tokens[0].text
    separator = find(tokens, "be" if form == "let" else "to", start=1)
    if separator < 2:
        if form == "let":
            raise NotParsed("let-without-be", span_of(tokens), {})
        equals = find(tokens, "=", "as", "equal", start=2)
        named = tokens[2:equals]
        if equals > 0 and form == "set" and not any(t.text in RESERVED for t in named):
            raise NotParsed(
                "equals-for-setting",
                tokens[equals].span,
                {
                    "name": " ".join(t.written for t in tokens[1:equals]),
                    "value": " ".join(t.written for t in tokens[equals + 1 :]),
                },
            )
        return None
    origin = find(tokens[:separator], "from", start=2)
    if form == "change" and origin > 0 and (separator + 1 < len(tokens) or block is not None):
        raise NotParsed("change-from", span_of(tokens[origin:separator]), {})
    if form != "let" and separator + 1 >= len(tokens) and block is None:
        return None
    tokens, below = _valued(tokens, block)
    if below is not None and separator == len(tokens) - 1:
        target = read_value(tokens[1:separator])
        return (Setting(target, below, form, span=span_of(tokens)),)
    if below is not None:
        if not is_word(tokens[-1], "with", "where", "saying"):
            raise NotParsed("block-under-finished-sentence", span_of(tokens), {})
        return None
    trailing = trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    try:
        step = core_step(tokens, "V_SET", form, {separator: "SEP"})
        if isinstance(step, Setting):
            step.target = own_field(step.target)
        return (step,)
    except NotParsed as failure:
        return joined_steps(tokens, failure)


_SAME_AS = {"raise": "increase", "reduce": "decrease", "lower": "decrease", "append": "add"}
"""Verbs that mean the same change."""

_TARGETS = (Name, Property, Pronoun, Pick, One, Extreme)


def _change_step(
    preposition: tuple[str, ...], last: bool
) -> Callable[[Tokens, Block | None], Body | None]:
    def read(tokens: Tokens, block: Block | None) -> Body | None:
        if block is not None or len(tokens) < 4:
            return None
        trailing = trailing_condition(tokens)
        if trailing is not None:
            return (trailing,)
        seek = find_last if last else find
        at = seek(tokens, *preposition, start=2)
        if at < 2 or at + 1 >= len(tokens):
            return None
        verb = "V_CHANGE" if last else "V_ADJUST"
        how = _SAME_AS.get(tokens[0].text, tokens[0].text)
        try:
            step = core_step(tokens, verb, how, {at: "SEP"})
        except NotParsed as failure:
            return or_action(tokens, failure)
        assert isinstance(step, Change)
        step.target = own_field(step.target)
        if not isinstance(step.target, _TARGETS):
            return None
        if type(step.value) is Name and step.value.determiner == "a":
            return None
        return (step,)

    return read


@verb("call")
def _call_step(tokens: Tokens, block: Block | None) -> Body | None:
    at = name_at_end(tokens)
    if (
        block is not None
        or at < 2
        or is_word(tokens[at - 1], "for", "to", "from", "with", "in", "on")
    ):
        return None
    value = read_value(tokens[1:at])
    name = read_value(tokens[at:])
    if isinstance(value, Phrase):
        return None
    return (Setting(name, value, "call", span=span_of(tokens)),)


@verb("save")
def _save_step(tokens: Tokens, block: Block | None) -> Body | None:
    if block is not None or len(tokens) < 2:
        return None
    trailing = trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    at = find_last(tokens, "as", start=2)
    try:
        step = core_step(tokens, "V_SAVE", None, {at: "SEP"} if at > 1 else {})
    except NotParsed as failure:
        return or_action(tokens, failure)
    assert isinstance(step, Save)
    if isinstance(step.value, Phrase) or isinstance(step.where, Name):
        return None
    return (step,)


@verb("create", "start")
def _create_step(tokens: Tokens, block: Block | None) -> Body | None:
    if not starts_with(tokens, "create|make|start a|an"):
        return None
    at = 2
    if at < len(tokens) and is_word(tokens[at], "new", "empty"):
        at += 1
    if not (at + 1 < len(tokens) and is_word(tokens[at], "list", "table", "record")):
        return None
    if not is_word(tokens[at + 1], "called", "named"):
        return None
    end = find(tokens, "with", "where", start=at + 2)
    name = read_value(tokens[at + 2 : end if end > 0 else len(tokens)])
    if not isinstance(name, Name) or block is not None:
        return None
    if name.determiner in ("a", ""):
        name.determiner = "the"
    columns: tuple[str, ...] = ()
    if end > 0:
        rest = tokens[end + 1 :]
        if starts_with(rest, "the columns"):
            rest = rest[2:]
        columns = _columns(rest)
        if not columns:
            return None
    return (Create(tokens[at].text, name, columns, span=span_of(tokens)),)


def _columns(tokens: Tokens) -> tuple[str, ...]:
    """Return the columns of `with the columns name, date and amount`."""
    names: list[str] = []
    words: list[str] = []
    for token in tokens:
        if is_mark(token, ",") or is_word(token, "and"):
            if words:
                names.append(" ".join(words))
            words = []
        elif token.kind in ("text", "quoted"):
            words.append(token.text)
        elif token.kind == "word":
            words.append(token.written)
        else:
            return ()
    if words:
        names.append(" ".join(words))
    return tuple(names)


@verb("use")
def _use_step(tokens: Tokens, block: Block | None) -> Body | None:
    if (
        starts_with(tokens, "use the procedures|definitions in|from|of")
        and len(tokens) == 5
        and tokens[4].kind == "text"
    ):
        return (Use(tokens[4].text, span=span_of(tokens)),)
    at = find(tokens, "as", start=2)
    if at > 1 and at + 1 < len(tokens) and is_word(tokens[at + 1], "the"):
        try:
            value, target = read_value(tokens[1:at]), read_value(tokens[at + 1 :])
        except NotParsed:
            return None
        if isinstance(target, Name):
            return (Setting(target, value, "set", span=span_of(tokens)),)
    return None


verb("add", "append")(_change_step(("to",), True))
verb("subtract", "remove")(_change_step(("from",), True))
verb("increase", "decrease", "multiply", "divide", "raise", "reduce", "lower")(
    _change_step(("by",), False)
)
