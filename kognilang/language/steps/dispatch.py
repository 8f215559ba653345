"""A sentence to its steps: by its first word to the form that reads it."""

from __future__ import annotations

from collections.abc import Callable

from kognilang.language.scanning import (
    Tokens,
    depth_zero,
    find,
    find_last,
    is_mark,
    is_word,
    like_a_step,
    span_of,
    starts_with,
    without_comma,
)
from kognilang.language.slots import OPEN, exact_condition, read_condition, read_value, read_with
from kognilang.language.steps.bracing import unbraced
from kognilang.language.steps.plain import plain_step
from kognilang.language.steps.protocol import Block, join
from kognilang.language.tagging.vocabulary import starts_value
from kognilang.language.terminals import NotParsed, Terminal
from kognilang.language.tree import Action, Body, ForEach, If, Not, Return, Show, Step
from kognilang.language.words import DETERMINERS

Reader = Callable[[Tokens, Block | None], Body | None]

VERBS: dict[str, Reader] = {}
"""The form that each first word may begin; it gives None for a sentence that is no form."""


def verb(*words: str) -> Callable[[Reader], Reader]:
    """Mark a function as the reader of the sentences that begin with the words."""

    def mark(reader: Reader) -> Reader:
        for word in words:
            VERBS[word] = reader
        return reader

    return mark


_FILLERS = frozenset(
    [
        "first",
        "then",
        "next",
        "finally",
        "please",
        "now",
        "afterwards",
        "also",
        "lastly",
        "second",
        "third",
        "firstly",
        "secondly",
        "thirdly",
        "kindly",
        "just",
        "afterward",
    ]
)


def sentence_steps(tokens: Tokens, block: Block | None = None) -> Body:
    """Return the steps of one sentence, with the block below it. Raises NotParsed."""
    tokens = _without_fillers(tokens)
    if block is not None:
        tokens = _without_announcing(tokens)
    if not tokens:
        raise NotParsed("empty-sentence", (0, 0), {})
    parted = _semicolon(tokens)
    if parted > 0:
        first, rest = without_comma(tokens[:parted]), without_comma(tokens[parted + 1 :])
        return (
            (*sentence_steps(first), *sentence_steps(rest, block))
            if rest
            else (sentence_steps(first, block))
        )
    cut = _and_then(tokens)
    if cut > 0 and not is_word(tokens[0], "if", "unless", "otherwise", "else", "for", "process"):
        first = without_comma(tokens[:cut])
        late = find_last(tokens, "if", "unless", start=cut)
        if late > 0:
            raise NotParsed("and-before-condition", span_of(tokens[late:]), {})
        return (*sentence_steps(first), *sentence_steps(tokens[cut + 2 :], block))
    try:
        step = _one_step(tokens, block)
    except NotParsed as failure:
        plain = unbraced(tokens) if failure.name == "unexpected-mark" else tokens
        if plain is tokens:
            raise
        # `The total is {the price}.`: outside a text, braces are parentheses.
        step = _one_step(plain, block)
    for one in step:
        if one.span == (0, 0):
            one.span = span_of(tokens)
    return step


_HEADS = frozenset(
    ["if", "unless", "for", "process", "while", "until", "repeat", "otherwise", "else", "depending"]
)


def _semicolon(tokens: Tokens) -> int:
    """Return where a semicolon divides two steps, or -1. Raises NotParsed where it is not clear
    whether what follows still hangs on the `If` before it."""
    at = find(tokens, ";")
    if at < 1:
        return -1
    colon = find(tokens, ":")
    if 0 < colon < at and is_word(tokens[0], *_HEADS):
        # All that follows the colon is the body, which is divided there.
        return -1
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        follows is not None
        and is_word(tokens[0], *_HEADS)
        and not is_word(follows, "otherwise", "else", "or")
    ):
        raise NotParsed("semicolon-in-clause", tokens[at].span, {})
    return at


def _without_fillers(tokens: Tokens) -> Tokens:
    """Return the tokens without `First,`, `Then`, `Please`, `Step 1:`."""
    while tokens:
        first = tokens[0]
        if (
            is_word(first, "step")
            and len(tokens) > 2
            and tokens[1].kind == "number"
            and is_mark(tokens[2], ":")
        ):
            tokens = tokens[3:]
            continue
        if first.kind == "word" and first.text in _FILLERS and len(tokens) > 1:
            if is_mark(tokens[1], ","):
                tokens = tokens[2:]
                continue
            if first.text in ("please", "then", "also", "now", "kindly", "just") or (
                first.text in ("finally", "next", "first")
                and tokens[1].kind == "word"
                and tokens[1].text in VERBS
            ):
                tokens = tokens[1:]
                continue
        if first.kind == "word" and first.text == "after" and starts_with(tokens, "after that ,"):
            tokens = tokens[3:]
            continue
        if first.text in ("to", "first") and (
            starts_with(tokens, "to begin|start with ,") or starts_with(tokens, "first of all ,")
        ):
            tokens = tokens[4:]
            continue
        if len(tokens) > 2 and is_word(tokens[-1], "please"):
            tokens = without_comma(tokens[:-1])
            continue
        return tokens
    return tokens


def _without_announcing(tokens: Tokens) -> Tokens:
    """Return the tokens without the `, do the following` of `For each order, do the following:`."""
    if not tokens:
        return tokens
    colon = tokens[-1:] if is_mark(tokens[-1], ":") else ()
    head = tokens[: len(tokens) - len(colon)]
    if len(head) > 1 and is_word(tokens[0], *_HEADS) and is_word(head[-1], *_LASTS):
        for words in _DO_FOLLOWS:
            cut = len(head) - len(words.split())
            if cut > 0 and starts_with(head, words, cut):
                return (*without_comma(head[:cut]), *colon)
    return tokens


_LASTS = ("following", "this", "so", "do")
_DO_FOLLOWS = ("do|perform|execute the following", "carry out the following", "do this",
               "do so", "do")  # fmt: skip


def _and_then(tokens: Tokens) -> int:
    """Return where `and then` or `, then` divides two steps, or -1."""
    for at, token in depth_zero(tokens):
        if (
            at
            and (is_word(token, "and") or is_mark(token, ","))
            and at + 2 < len(tokens)
            and is_word(tokens[at + 1], "then")
            and not is_word(tokens[at + 2], "by")
            and not _sorts(tokens, at)
        ):
            return at
    return -1


def _sorts(tokens: Tokens, at: int) -> bool:
    """Tell whether `, then` at a token goes on with the keys of a sort: `sorted by region, then
    total, highest first`."""
    by = find_last(tokens[:at], "by")
    if by < 1 or not is_word(tokens[by - 1], "sorted", "ordered"):
        return False
    if any(one.kind != "word" and not is_mark(one, ",") for one in tokens[by:at]):
        return False
    after = tokens[at + 2 :]
    return (
        after[0].kind == "word"
        and after[0].text not in VERBS
        and (len(after) == 1 or not (starts_value(after, 1) or after[1].written[:1].isupper()))
    )


def _one_step(tokens: Tokens, block: Block | None) -> Body:
    first = tokens[0]
    looped = _trailing_loop(tokens) if block is None else None
    if looped is not None:
        return (looped,)
    if first.kind == "word":
        reader = VERBS.get(first.text)
        if reader is not None:
            found = reader(tokens, block)
            if found is not None:
                return found
    trailing = trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    if first.kind == "word" and first.text in ("when", "whenever"):
        raise NotParsed("when-for-if", span_of(tokens), {})
    return (plain_step(tokens, block),)


def _trailing_loop(tokens: Tokens) -> Step | None:
    """Read `S for each X` as the loop that it is; None where the words are something else."""
    at = -1
    for place, token in depth_zero(tokens, 2):
        if is_word(token, "for") and is_word(tokens[min(place + 1, len(tokens) - 1)], "each"):
            at = place
    if at < 0 or tokens[0].kind != "word" or tokens[0].text in _NO_LOOP or find(tokens, ":") >= 0:
        return None
    from kognilang.language.heads import loop_head

    try:
        item, collection = loop_head(tokens[at + 2 :])
        body = sentence_steps(without_comma(tokens[:at]))
    except NotParsed:
        return None
    if any(type(step) is Show and step.implicit for step in body):
        return None
    return ForEach(item, collection, body, span=span_of(tokens))


_NO_LOOP = frozenset(
    ["for", "process", "set", "let", "change", "do", "if", "unless", "while", "until", "repeat",
     "to", "the", "a", "an", "my", "our", "when", "otherwise", "try", "at", "depending"]
)  # fmt: skip
"""First words of sentences in which `for each` belongs to something else."""


def trailing_condition(tokens: Tokens) -> Step | None:
    """Read `S if C` and `S unless C`."""
    at = find_last(tokens, "if", "unless", start=1)
    if at < 1 or at + 1 >= len(tokens) or is_mark(tokens[at + 1], ","):
        return None
    said, otherwise = tokens[at + 1 :], None
    body = _done(sentence_steps(without_comma(tokens[:at])), tokens)
    if len(body) > 1:
        raise NotParsed("and-before-condition", span_of(tokens[at:]), {})
    other = find_last(said, "otherwise", "else")
    if other > 1 and is_mark(said[other - 1], ","):
        otherwise = _other_body(without_comma(said[other + 1 :]), body)
        said = said[: other - 1]
    condition = read_condition(said)
    if is_word(tokens[at], "unless"):
        condition = Not(condition, span=condition.span)
    return If(((condition, body),), otherwise, span=span_of(tokens))


def _done(body: Body, tokens: Tokens) -> Body:
    """Return steps that stand inside another: a value alone does nothing there."""
    if any(type(step) is Show and step.implicit for step in body):
        raise NotParsed("value-alone", span_of(tokens), {})
    return body


def _other_body(tokens: Tokens, body: Body) -> Body:
    """Read what follows `otherwise` at the end: steps, or the other value to return."""
    last = body[-1]
    if type(last) is Return and tokens and not is_word(tokens[0], "return"):
        return (Return(read_value(tokens), last.form, span=span_of(tokens)),)
    return _done(sentence_steps(tokens), tokens)


def core_step(
    tokens: Tokens, verb: str, data: object, separators: dict[int, str], take: int = 1
) -> Step:
    terminal = Terminal(verb, data, span_of(tokens[:take]))
    rest = tokens[take - 1 :]
    shifted = {at - take + 1: name for at, name in separators.items()}
    step = read_with(rest, "step", shifted, terminal)
    assert isinstance(step, Step)
    step.span = span_of(tokens)
    return step


def joined_steps(tokens: Tokens, failure: NotParsed) -> Body:
    """Read `S and S` where the whole is no form and the parts are."""
    if sum(is_word(token, "and") for token in tokens) > 4 * _TRIES:
        raise failure
    for at, token in depth_zero(tokens, 2):
        if (
            is_word(token, "and")
            and like_a_step(tokens[at + 1 :])
            and not is_word(tokens[at + 1], "the", "a", "an", "its", "their")
        ):
            try:
                first = _listed_steps(without_comma(tokens[:at]))
                second = _part(tokens[at + 1 :])
            except NotParsed:
                continue
            if not isinstance(first[-1], Action):
                return (*first, *second)
    raise failure


def _listed_steps(tokens: Tokens) -> Body:
    """Read what stands before the `and` of `S, S and S`."""
    try:
        return _part(tokens)
    except NotParsed:
        for at, token in depth_zero(tokens, 1):
            if is_mark(token, ",") and like_a_step(tokens[at + 1 :]):
                try:
                    return (*_part(tokens[:at]), *_listed_steps(tokens[at + 1 :]))
                except NotParsed:
                    continue
        raise


_parts: dict[tuple[int, int], tuple[Tokens, Body | NotParsed]] = {}
"""What the parts of a sentence between its joints were read as, or why not, by their first and
last token: each is asked for once by every joint behind it."""
_MOST_PARTS = 500


def _part(tokens: Tokens) -> Body:
    """Read a part of `S, S and S` as steps. Raises NotParsed."""
    key = (id(tokens[0]), id(tokens[-1])) if tokens else (0, 0)
    known = _parts.get(key)
    if known is None:
        if len(_parts) >= _MOST_PARTS:
            _parts.clear()
        try:
            known = (tokens, sentence_steps(tokens))
        except NotParsed as failure:
            known = (tokens, failure)
        # The tokens are kept with it, so that no others can have their place.
        _parts[key] = known
    if isinstance(known[1], NotParsed):
        raise known[1].with_traceback(None)
    return known[1]


def or_action(tokens: Tokens, failure: NotParsed) -> Body | None:
    """Leave a sentence to the phrases, unless it is one of several steps or plainly wrong."""
    try:
        return joined_steps(tokens, failure)
    except NotParsed:
        if failure.name not in OPEN:
            raise failure from None
        return None


_TRIES = 24
"""So many commas and conjunctions are tried as a division: each try reads the sentence anew."""


def head_and_body(
    tokens: Tokens, block: Block | None, is_head: Callable[[Tokens], bool] | None = None
) -> tuple[Tokens, Body | None]:
    """Split `C, S` or `C: S` or `C then S` (or `C:` with a block) into the head and its body."""
    colon = find(tokens, ":")
    if colon >= 0:
        head, rest = tokens[:colon], tokens[colon + 1 :]
        if head and is_word(head[-1], "then"):
            head = head[:-1]
        return without_comma(head), body_of(rest, block)
    then = find(tokens, "then")
    if then > 0 and is_word(tokens[then - 1], "and"):
        # `If C, S and then T`: it joins two steps.
        then = -1
    # `If C, S, then T`: the first comma ends the condition, and `then` joins two steps.
    joins = then > 1 and is_mark(tokens[then - 1], ",") and find(tokens, ",") < then - 1
    if then > 0 and not (joins and is_head is not None and not is_head(tokens[: then - 1])):
        head, rest = tokens[:then], tokens[then + 1 :]
        return without_comma(head), body_of(without_comma(rest), block)
    commas = [at for at, token in depth_zero(tokens) if is_mark(token, ",")]
    if block is not None and (not commas or not any(like_a_step(tokens[c + 1 :]) for c in commas)):
        return without_comma(tokens), block.steps()
    candidates = [at for at in commas[:_TRIES] if like_a_step(_after_comma(tokens, at))]
    if len(candidates) > 1 and is_head is not None:
        fitting = [at for at in candidates if is_head(tokens[:at])]
        candidates = fitting or candidates
    if len(candidates) > 1 and block is None:
        # `If A, B and C, S`: what follows the first comma is no step, so the condition goes on.
        return _first_that_reads(tokens, candidates)
    if candidates:
        at = candidates[0]
        return tokens[:at], body_of(_after_comma(tokens, at), block)
    if is_head is not None and block is None:
        at = _body_without_comma(tokens, is_head)
        if at > 0:
            return tokens[:at], body_of(tokens[at:], block)
    return without_comma(tokens), None


def _first_that_reads(tokens: Tokens, commas: list[int]) -> tuple[Tokens, Body | None]:
    """Split at the first of the commas after which a step can be read."""
    failure: NotParsed | None = None
    for at in commas:
        first = _after_comma(tokens, at)[0]
        if first.text not in DETERMINERS and first.text not in ("it", "its", "they", "their"):
            # Only what says what something is could be a condition as well.
            return tokens[:at], body_of(_after_comma(tokens, at), None)
        try:
            return tokens[:at], body_of(_after_comma(tokens, at), None)
        except NotParsed as fault:
            failure = failure or fault
    assert failure is not None
    raise failure


def _body_without_comma(tokens: Tokens, is_head: Callable[[Tokens], bool]) -> int:
    """Return where the step begins in `If the total is 10 say "ten"`, or -1."""
    for at, token in depth_zero(tokens, 2):
        if (
            token.kind == "word"
            and token.text in VERBS
            and token.text not in _NO_OPENING
            and not is_word(tokens[at - 1], "and", "or", "to", "not", "the", "a", "an", "is", "are")
            and like_a_step(tokens[at:])
            and is_head(tokens[:at])
        ):
            return at
    return -1


_NO_OPENING = frozenset({"or", "on", "at", "for", "if", "unless", "first", "while", "until", "as"})


def _after_comma(tokens: Tokens, comma: int) -> Tokens:
    rest = tokens[comma + 1 :]
    return rest[1:] if rest and is_word(rest[0], "then") else rest


def body_of(tokens: Tokens, block: Block | None) -> Body:
    if not tokens:
        if block is None:
            raise NotParsed("body-missing", (0, 0), {})
        return block.steps()
    otherwise = -1
    for at, token in depth_zero(tokens, 1):
        if is_word(token, "otherwise", "else"):
            otherwise = at - is_word(tokens[at - 1], "or")
            break
    if otherwise > 0:
        return (
            *_done(sentence_steps(without_comma(tokens[:otherwise])), tokens),
            *otherwise_steps(tokens[otherwise:], block),
        )
    return _done(sentence_steps(tokens, block), tokens)


def otherwise_steps(tokens: Tokens, block: Block | None) -> Body:
    """Read `otherwise, S`, `else S` and `otherwise, if C, S` at the end of a sentence."""
    if is_word(tokens[0], "or") and len(tokens) > 1 and is_word(tokens[1], "else", "otherwise"):
        tokens = tokens[1:]
    return _done(sentence_steps(tokens, block), tokens)


def is_condition(tokens: Tokens) -> bool:
    try:
        exact_condition(tokens)
    except NotParsed:
        return False
    return True


def needed(body: Body | None, tokens: Tokens) -> Body:
    """Return a body that must be there, its branches joined to the steps that they belong to."""
    if body is None:
        raise NotParsed("body-missing", span_of(tokens), {})
    return joined(body)


def joined(body: Body) -> Body:
    """Return the steps with `otherwise` and its like joined to the step before each."""
    items: list[Step] = []
    join(items, body)
    return tuple(items)


def colon_body(tokens: Tokens, block: Block | None) -> tuple[Tokens, Body]:
    colon = find(tokens, ":")
    if colon >= 0:
        return tokens[:colon], joined(body_of(tokens[colon + 1 :], block))
    if block is None:
        raise NotParsed("block-missing", span_of(tokens), {})
    return tokens, block.steps()
