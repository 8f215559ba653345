"""Sentences that no first word decides: settings, values to show, actions."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

from kognilang.language.parsing import read_value, read_with
from kognilang.language.rewriting import own_field
from kognilang.language.scanning import (
    Tokens,
    depth_zero,
    find,
    is_mark,
    is_word,
    like_a_step,
    name_at_end,
    span_of,
    starts_with,
    without_comma,
)
from kognilang.language.steps.protocol import Block
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import (
    Action,
    Detail,
    Name,
    Number,
    Pronoun,
    Return,
    Setting,
    Show,
    Step,
    Text,
    Token,
)
from kognilang.language.words import DETERMINERS, IN_NO_NAME, NUMBER_WORDS, RESERVED


def plain_step(tokens: Tokens, block: Block | None) -> Step:
    """Read a sentence that no first word decides: a setting, a value to show, an action."""
    first = tokens[0]
    colon = is_mark(tokens[-1], ":")
    said = find(tokens, "is", "are", "was", "were")
    if said > 1 and is_word(tokens[said - 1], "always"):
        # The rate always is 5%.
        tokens = (*tokens[: said - 1], tokens[said], tokens[said - 1], *tokens[said + 1 :])
        said -= 1
    equals = find(tokens, "=")
    must = find(tokens, *_MODALS, start=2)
    if 0 < must < len(tokens) - 1 and (said < 0 or said > must) and _begins_value(tokens):
        raise NotParsed("must-be", tokens[must].span, {})
    if 0 < equals < len(tokens) - 1 and said < 0:
        raise NotParsed("equals-for-setting", tokens[equals].span, {})
    value_first = first.kind != "word" or _begins_value(tokens)
    if said > 0 and (value_first or _bare_setting(tokens, said)):
        return _setting_is(tokens, said, block)
    if value_first:
        if block is None and not colon:
            value = read_value(tokens)
            return Show(value, True, span=span_of(tokens))
        raise NotParsed("not-a-step", span_of(tokens), {})
    return action(tokens, block)


_MODALS = ("must", "should", "shall")


def _begins_value(tokens: Tokens) -> bool:

    text = tokens[0].text
    if text in DETERMINERS or text in ("it", "its", "they", "their", "them"):
        return True
    if len(tokens) > 1 and tokens[1].kind == "mark" and tokens[1].text in ("'s", "'"):
        return True
    return text in NUMBER_WORDS or text in ("yes", "no", "nothing", "today", "tomorrow", "now")


def _bare_setting(tokens: Tokens, said: int) -> bool:
    """Tell whether `Discount is 10%` may be meant: nothing but words before `is`."""

    return said <= 4 and all(
        t.kind == "word" and t.text not in RESERVED and t.text not in DETERMINERS
        for t in tokens[:said]
    )


def _setting_is(tokens: Tokens, said: int, block: Block | None) -> Step:
    """Read `The X is V.`, also with a block or a list below it."""
    span = span_of(tokens)
    if is_mark(tokens[-1], ":"):
        tokens = tokens[:-1]
    if said == len(tokens) - 1:
        if block is None:
            raise NotParsed("nothing-after-is", tokens[said].span, {})
        # What is set is read as in a sentence of one line, with a value in the block's place.
        here = tokens[said].span
        zero = Token("number", "0", here, "0", Number(Decimal(0), span=here))
        single = _set_by(read_with((*tokens, zero), "sentence", {}, None))
        if not isinstance(single, Setting):
            raise NotParsed("block-under-finished-sentence", span, {})
        return _returned(Setting(single.target, block.value(), "is", span=span))
    if block is not None:
        raise NotParsed("block-under-finished-sentence", span, {})
    try:
        step = read_with(tokens, "sentence", {}, None)
    except NotParsed as failure:
        # The `is` may be a filter's: `the orders whose total is more than $100` alone.
        with suppress(NotParsed):
            return Show(read_value(tokens), True, span=span)
        if failure.name == "not-understood" and failure.data.get("terminal") == "IS_WORDS":
            words = [t.written for t in tokens[said + 1 :]]
            raise NotParsed(
                "word-needs-quotes",
                span_of(tokens[said + 1 :]),
                {
                    "words": " ".join(words),
                    "subject": " ".join(t.written for t in tokens[: said + 1]),
                },
            ) from None
        if failure.name == "not-understood" and failure.data.get("terminal") in (
            "CMP",
            "BETWEEN",
            "WITHIN",
            "SHARE",
        ):
            raise NotParsed("comparison-is-no-step", failure.span, {}) from None
        raise
    return _returned(_set_by(step))


def _set_by(step: object) -> Step:
    """Return a setting as it was read, its target with the article that people leave out."""
    assert isinstance(step, Step)
    if isinstance(step, Setting):
        step.target = own_field(step.target)
    if isinstance(step, Setting) and type(step.target) is Name and not step.target.determiner:
        step.target.determiner = "the"
    return step


def _returned(step: Step) -> Step:
    """Turn `The result is V` and `The answer is V` into what they are: a return."""
    if type(step) is not Setting:
        return step
    target = step.target
    if type(target) is Pronoun:
        said = target.word
    elif type(target) is Name and target.determiner == "the" and not target.quoted:
        # `Result is V`, as in `Discount is 10%`.
        said = f"the {target.name}"
    else:
        return step
    if said in ("the result", "the answer"):
        return Return(step.value, said.removeprefix("the "), span=step.span)
    return step


_MARKS = frozenset(
    [
        ",",
        ":",
        "(",
        ")",
        "[",
        "]",
        "|",
        "+",
        "-",
        "*",
        "/",
        "=",
        "<",
        ">",
        "<=",
        ">=",
        "!=",
        "&",
        "'s",
        "'",
    ]
)


def action(tokens: Tokens, block: Block | None) -> Action:
    """Read a sentence that only the phrases can explain."""
    span = span_of(tokens)
    first = tokens[0]
    if first.kind != "word" or first.text in RESERVED or not like_a_step(tokens):
        raise NotParsed("not-a-step", first.span, {})
    for token in tokens:
        if token.kind == "mark" and token.text not in _MARKS:
            raise NotParsed("unexpected-mark", token.span, {"written": token.written})
    colon = is_mark(tokens[-1], ":")
    if colon:
        tokens = tokens[:-1]
        if is_mark(tokens[-1], ":"):
            raise NotParsed("unexpected-mark", tokens[-1].span, {"written": ":"})
    while len(tokens) > 2 and all(is_word(one, "with", "where") for one in tokens[-2:]):
        # Both open the details: one is enough.
        tokens = tokens[:-1]
    opener = len(tokens) > 1 and is_word(tokens[-1], "with", "where")
    if opener:
        *_, last = tokens
        tokens, result = split_result(tokens[:-1])
        tokens = (*tokens, last)
    else:
        tokens, result = split_result(tokens)
    step = Action(tokens, result, span=span)
    if block is None and not colon:
        inline = _inline_details(tokens)
        if inline is not None:
            step.tokens, step.details = inline
            if result is None:
                step.tokens, step.result = split_result(step.tokens)
            return step
    if block is None:
        if colon:
            raise NotParsed("block-missing", span, {})
        return step
    if opener or not colon:
        if not opener and tokens[-1].text in RESERVED:
            raise NotParsed("block-under-finished-sentence", span, {})
        details = block.details()
        if details is not None:
            step.tokens = tokens[:-1] if opener else tokens
            step.details = details
            return step
        if opener:
            raise NotParsed("detail-not-understood", span, {})
        if not is_word(tokens[-1], "saying"):
            raise NotParsed("block-under-finished-sentence", span, {})
    step.block = block.text()
    if isinstance(step.block, Text):
        # Lines that are all details may be a record as well: the phrase's slot decides.
        with suppress(NotParsed):
            step.details = block.details() or ()
    return step


def _inline_details(tokens: Tokens) -> tuple[Tokens, tuple[Detail, ...]] | None:
    """Read `with the vendor: "Acme", the amount: $5` at the end of a sentence."""
    opener = find(tokens, "with", "where")
    if opener < 1 or find(tokens, ":") < opener:
        return None
    details: list[Detail] = []
    begin = opener + 1
    colons = [at for at, token in depth_zero(tokens, begin) if is_mark(token, ":")]
    for number, colon in enumerate(colons):
        end = len(tokens)
        if number + 1 < len(colons):
            end = colons[number + 1]
            # The next name reaches back to the comma or `and` before it.
            while end > colon and not (is_mark(tokens[end], ",") or is_word(tokens[end], "and")):
                end -= 1
        name = detail_name(tokens[begin:colon])
        if name is None or end <= colon + 1:
            return None
        value = read_value(without_comma(tokens[colon + 1 : end]))
        details.append(Detail(name, value, span=span_of(tokens[begin:end])))
        begin = end
        while begin < len(tokens) and (
            is_mark(tokens[begin], ",") or is_word(tokens[begin], "and")
        ):
            begin += 1
    return (tokens[:opener], tuple(details)) if details else None


def detail_name(tokens: Tokens) -> str | None:
    """Return the name of a detail as written, without its article; None if it is no name."""
    if tokens and is_word(tokens[0], "the", "a", "an", "its"):
        tokens = tokens[1:]
    if len(tokens) == 1 and tokens[0].kind in ("text", "quoted"):
        return tokens[0].text if tokens[0].kind == "text" else tokens[0].written[1:-1]
    if not tokens or any(t.kind not in ("word", "number") for t in tokens):
        return None
    if any(t.text in IN_NO_NAME for t in tokens) and not is_word(tokens[-1], "saying"):
        return None
    return " ".join(t.written for t in tokens)


def split_result(tokens: Tokens) -> tuple[Tokens, Name | None]:
    """Split off `as the NAME` or `and call it the NAME` at the end of a sentence."""
    at = name_at_end(tokens)
    if at < 2:
        return tokens, None
    before = tokens[at - 1]
    named: Name | None = None
    end = at
    if is_word(before, "as"):
        end = at - 1
    elif at >= 4 and starts_with(tokens, "and call|name it|them|this|that", at - 3):
        end = at - 3
    else:
        return tokens, None
    name = read_value(tokens[at:])
    if isinstance(name, Name):
        named = name
    if named is None or end < 1:
        return tokens, None
    return without_comma(tokens[:end]), named
