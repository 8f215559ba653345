"""A sentence to its steps: which form of the language it is, its parts cut out and parsed.

What begins with a verb that is no form of the language stays an action, whose words the
phrases will explain.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Protocol

from kognilang.language.asking import ask_step, approval_step
from kognilang.language.heads import loop_head, process_head
from kognilang.language.scanning import (
    Tokens,
    depth_zero,
    find,
    find_last,
    is_mark,
    is_word,
    like_a_step,
    name_at_end,
    span_of,
    starts_with,
    without_comma,
)
from kognilang.language.slots import OPEN, exact_condition, read_condition, read_value, read_with
from kognilang.language.terminals import NotParsed, Terminal
from kognilang.language.tree import (
    Action,
    Ask,
    AtOnce,
    Bare,
    Body,
    Change,
    CheckAll,
    Cond,
    Create,
    DependingOn,
    Detail,
    Expr,
    Fail,
    ForEach,
    Guarded,
    If,
    ListValue,
    MakeSure,
    Name,
    Not,
    Number,
    Phrase,
    Pick,
    One,
    Extreme,
    ProcessEach,
    Pronoun,
    Property,
    Repeat,
    Return,
    Save,
    Setting,
    Show,
    SkipItem,
    Step,
    Stop,
    StopRepeating,
    Tell,
    Text,
    Token,
    Truth,
    TryUpTo,
    Use,
    Wait,
    While,
)
from kognilang.language.words import NUMBER_WORDS


class Block(Protocol):
    """The block that stands indented below a sentence."""

    def steps(self) -> Body:
        """Return it as steps."""
        ...

    def value(self) -> Expr:
        """Return it as a value: a record, a table, a list, or a long text."""
        ...

    def text(self) -> Expr:
        """Return it as a long text (a table stays one)."""
        ...

    def details(self) -> tuple[Detail, ...] | None:
        """Return it as named details, or None if some line is none."""
        ...

    def conditions(self) -> tuple[Cond, ...]:
        """Return it as conditions, one a line."""
        ...

    def cases(self) -> tuple[tuple[tuple[Cond, Body], ...], Body | None]:
        """Return it as the cases of `Depending on`, and what is done in any other."""
        ...

    def condition(self, tokens: Tokens) -> Cond:
        """Return it as the list of conditions that `all of the following` announces."""
        ...


class Otherwise(Step):
    """A branch that still has to be joined to the `If` before it."""

    __slots__ = ("body", "condition")

    def __init__(self, condition: Cond | None, body: Body) -> None:
        super().__init__()
        self.condition = condition
        self.body = body


class Handler(Step):
    """`If that fails, S.`, to be joined to the step before it."""

    __slots__ = ("because", "body")

    def __init__(self, because: str | None, body: Body) -> None:
        super().__init__()
        self.because = because
        self.body = body


class Nobody(Step):
    """`If nobody answers, S.`, to be joined to the asking before it."""

    __slots__ = ("body",)

    def __init__(self, body: Body) -> None:
        super().__init__()
        self.body = body


_FILLERS = frozenset(
    "first then next finally please now afterwards also lastly second third afterward".split()
)


def sentence_steps(tokens: Tokens, block: Block | None = None) -> Body:
    """Return the steps of one sentence, with the block below it. Raises NotParsed."""
    tokens = _without_fillers(tokens)
    if not tokens:
        raise NotParsed("empty-sentence", (0, 0), {})
    cut = _and_then(tokens)
    if cut > 0 and not is_word(tokens[0], "if", "unless", "otherwise", "else", "for", "process"):
        first = without_comma(tokens[:cut])
        late = find_last(tokens, "if", "unless", start=cut)
        if late > 0:
            raise NotParsed("and-before-condition", span_of(tokens[late:]), {})
        return (*sentence_steps(first), *sentence_steps(tokens[cut + 2 :], block))
    step = _step(tokens, block)
    for one in step:
        if one.span == (0, 0):
            one.span = span_of(tokens)
    return step


def _without_fillers(tokens: Tokens) -> Tokens:
    """Return the tokens without `First,`, `Then`, `Please`, `Step 1:`."""
    while tokens:
        first = tokens[0]
        if is_word(first, "step") and len(tokens) > 2 and tokens[1].kind == "number":
            if is_mark(tokens[2], ":"):
                tokens = tokens[3:]
                continue
        if first.kind == "word" and first.text in _FILLERS and len(tokens) > 1:
            if is_mark(tokens[1], ","):
                tokens = tokens[2:]
                continue
            if first.text in ("please", "then", "also", "now") or (
                first.text in ("finally", "next", "first") and tokens[1].kind == "word"
                and tokens[1].text in _VERBS
            ):
                tokens = tokens[1:]
                continue
        if first.kind == "word" and first.text == "after" and starts_with(tokens, "after that ,"):
            tokens = tokens[3:]
            continue
        return tokens
    return tokens


def _and_then(tokens: Tokens) -> int:
    """Return where `and then` divides two steps, or -1."""
    for at, token in depth_zero(tokens):
        if at and is_word(token, "and") and at + 2 < len(tokens):
            if is_word(tokens[at + 1], "then") and not is_word(tokens[at + 2], "by"):
                return at
    return -1


def _step(tokens: Tokens, block: Block | None) -> Body:
    first = tokens[0]
    if first.kind == "word":
        reader = _VERBS.get(first.text)
        if reader is not None:
            found = reader(tokens, block)
            if found is not None:
                return found
    trailing = _trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    return (_plain(tokens, block),)


def _trailing_condition(tokens: Tokens) -> Step | None:
    """Read `S if C` and `S unless C`."""
    at = find_last(tokens, "if", "unless", start=1)
    if at < 1 or at + 1 >= len(tokens) or is_mark(tokens[at + 1], ","):
        return None
    said, otherwise = tokens[at + 1 :], None
    body = sentence_steps(without_comma(tokens[:at]))
    other = find_last(said, "otherwise", "else")
    if other > 1 and is_mark(said[other - 1], ","):
        otherwise = _other_body(without_comma(said[other + 1 :]), body)
        said = said[: other - 1]
    condition = read_condition(said)
    if is_word(tokens[at], "unless"):
        condition = Not(condition, span=condition.span)
    return If(((condition, body),), otherwise, span=span_of(tokens))


def _other_body(tokens: Tokens, body: Body) -> Body:
    """Read what follows `otherwise` at the end: steps, or the other value to return."""
    last = body[-1]
    if type(last) is Return and tokens and not is_word(tokens[0], "return"):
        return (Return(read_value(tokens), last.form, span=span_of(tokens)),)
    return sentence_steps(tokens)


def _plain(tokens: Tokens, block: Block | None) -> Step:
    """Read a sentence that no first word decides: a setting, a value to show, an action."""
    first = tokens[0]
    colon = is_mark(tokens[-1], ":")
    said = find(tokens, "is", "are", "was", "were")
    equals = find(tokens, "=")
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


def _begins_value(tokens: Tokens) -> bool:
    from kognilang.language.words import DETERMINERS

    text = tokens[0].text
    if text in DETERMINERS or text in ("it", "its", "they", "their", "them"):
        return True
    if len(tokens) > 1 and tokens[1].kind == "mark" and tokens[1].text in ("'s", "'"):
        return True
    return text in NUMBER_WORDS or text in ("yes", "no", "nothing", "today", "tomorrow", "now")


def _bare_setting(tokens: Tokens, said: int) -> bool:
    """Tell whether `Discount is 10%` may be meant: nothing but words before `is`."""
    from kognilang.language.words import RESERVED

    return said <= 4 and all(
        t.kind == "word" and t.text not in RESERVED for t in tokens[:said]
    )


def _setting_is(tokens: Tokens, said: int, block: Block | None) -> Step:
    """Read `The X is V.`, also with a block or a list below it."""
    span = span_of(tokens)
    if is_mark(tokens[-1], ":"):
        tokens = tokens[:-1]
    if said == len(tokens) - 1:
        if block is None:
            raise NotParsed("nothing-after-is", tokens[said].span, {})
        target = read_value(tokens[:said])
        return _returned(Setting(target, block.value(), "is", span=span))
    if block is not None:
        raise NotParsed("block-under-finished-sentence", span, {})
    try:
        step = read_with(tokens, "sentence", {}, None)
    except NotParsed as failure:
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
    assert isinstance(step, Step)
    if isinstance(step, Setting) and type(step.target) is Name and not step.target.determiner:
        step.target.determiner = "the"
    return _returned(step)


def _returned(step: Step) -> Step:
    """Turn `The result is V` and `The answer is V` into what they are: a return."""
    if type(step) is Setting and type(step.target) is Pronoun:
        if step.target.word == "the result":
            return Return(step.value, "result", span=step.span)
        if step.target.word == "the answer":
            return Return(step.value, "answer", span=step.span)
    return step


# -- actions ------------------------------------------------------------------------------


def action(tokens: Tokens, block: Block | None) -> Action:
    """Read a sentence that only the phrases can explain."""
    span = span_of(tokens)
    first = tokens[0]
    if first.kind != "word":
        raise NotParsed("not-a-step", span, {})
    if is_mark(tokens[-1], ":"):
        tokens = tokens[:-1]
        colon = True
    else:
        colon = False
    tokens, result = split_result(tokens)
    step = Action(tokens, result, span=span)
    if block is None:
        if colon:
            inline = _inline_text(tokens)
            if inline is None:
                raise NotParsed("block-missing", span, {})
        return step
    if tokens and is_word(tokens[-1], "with", "where") or not colon:
        details = block.details()
        if details is not None:
            step.details = details
            return step
        if not (tokens and is_word(tokens[-1], "with", "where", "saying")):
            raise NotParsed("block-under-finished-sentence", span, {})
        if is_word(tokens[-1], "with", "where"):
            raise NotParsed("detail-not-understood", span, {})
    step.block = block.text()
    if step.block is not None and not isinstance(step.block, Text):
        return step
    details = block.details()
    if details is not None:
        step.details = details
    return step


def _inline_text(tokens: Tokens) -> Expr | None:
    return None


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


# -- the forms that grammar/step.lark reads -------------------------------------------------


def _core(
    tokens: Tokens, verb: str, data: object, separators: dict[int, str], take: int = 1
) -> Step:
    terminal = Terminal(verb, data, span_of(tokens[:take]))
    rest = tokens[take - 1 :]
    shifted = {at - take + 1: name for at, name in separators.items()}
    step = read_with(rest, "step", shifted, terminal)
    assert isinstance(step, Step)
    step.span = span_of(tokens)
    return step


def _valued(tokens: Tokens, block: Block | None) -> tuple[Tokens, Expr | None]:
    """Return the tokens without a colon at the end, and the value that stands below it."""
    if is_mark(tokens[-1], ":"):
        tokens = tokens[:-1]
    return tokens, block.value() if block is not None else None


def _set(tokens: Tokens, block: Block | None) -> Body | None:
    form = tokens[0].text
    separator = find(tokens, "be" if form == "let" else "to", start=1)
    if separator < 2:
        if form == "let":
            raise NotParsed("let-without-be", span_of(tokens), {})
        equals = find(tokens, "=", "as", "equal", start=2)
        if equals > 0 and form == "set":
            raise NotParsed(
                "equals-for-setting",
                tokens[equals].span,
                {
                    "name": " ".join(t.written for t in tokens[1:equals]),
                    "value": " ".join(t.written for t in tokens[equals + 1 :]),
                },
            )
        return None
    if form != "let" and separator + 1 >= len(tokens) and block is None:
        return None
    tokens, below = _valued(tokens, block)
    if below is not None and separator == len(tokens) - 1:
        target = read_value(tokens[1:separator])
        return (Setting(target, below, form, span=span_of(tokens)),)
    if below is not None:
        return None
    trailing = _trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    try:
        return (_core(tokens, "V_SET", form, {separator: "SEP"}),)
    except NotParsed as failure:
        return _joined(tokens, failure)


def _joined(tokens: Tokens, failure: NotParsed) -> Body:
    """Read `S and S` where the whole is no form and the parts are."""
    for at, token in depth_zero(tokens, 2):
        if is_word(token, "and") and like_a_step(tokens[at + 1 :]) and not is_word(
            tokens[at + 1], "the", "a", "an", "its", "their"
        ):
            try:
                first = sentence_steps(without_comma(tokens[:at]))
                second = sentence_steps(tokens[at + 1 :])
            except NotParsed:
                continue
            if not isinstance(first[-1], Action):
                return (*first, *second)
    raise failure


_TARGETS = (Name, Property, Pronoun, Pick, One, Extreme)


def _change(preposition: tuple[str, ...], last: bool) -> Callable[[Tokens, Block | None], Body | None]:
    def read(tokens: Tokens, block: Block | None) -> Body | None:
        if block is not None or len(tokens) < 4:
            return None
        trailing = _trailing_condition(tokens)
        if trailing is not None:
            return (trailing,)
        seek = find_last if last else find
        at = seek(tokens, *preposition, start=2)
        if at < 2 or at + 1 >= len(tokens):
            return None
        verb = "V_CHANGE" if last else "V_ADJUST"
        how = tokens[0].text
        try:
            step = _core(tokens, verb, how, {at: "SEP"})
        except NotParsed as failure:
            return _or_action(tokens, failure)
        assert isinstance(step, Change)
        if not isinstance(step.target, _TARGETS):
            return None
        if type(step.value) is Name and step.value.determiner == "a":
            return None
        return (step,)

    return read


def _or_action(tokens: Tokens, failure: NotParsed) -> Body | None:
    """Leave a sentence to the phrases, unless it is one of several steps or plainly wrong."""
    try:
        return _joined(tokens, failure)
    except NotParsed:
        if failure.name not in OPEN:
            raise failure from None
        return None


def _say(tokens: Tokens, block: Block | None) -> Body | None:
    trailing = _trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    verb = "V_SHOW" if tokens[0].text == "show" else "V_SAY"
    if is_mark(tokens[-1], ":") or block is not None:
        if block is None:
            raise NotParsed("block-missing", span_of(tokens), {})
        if len(tokens) - is_mark(tokens[-1], ":") == 1:
            value = block.text()
            from kognilang.language.tree import Say

            step: Step = Show(value) if verb == "V_SHOW" else Say(value)
            step.span = span_of(tokens)
            return (step,)
        return None
    if len(tokens) == 1:
        return None
    try:
        return (_core(tokens, verb, None, {}),)
    except NotParsed as failure:
        if verb == "V_SHOW":
            return _or_action(tokens, failure)
        return _joined(tokens, failure)


def _tell(tokens: Tokens, block: Block | None) -> Body | None:
    trailing = _trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    if block is not None:
        colon = is_mark(tokens[-1], ":")
        person = tokens[1:-1] if colon else tokens[1:]
        return (Tell(read_value(person), block.text(), span=span_of(tokens)),)
    at = next((i for i, t in depth_zero(tokens, 1) if t.kind == "text"), -1)
    if at < 2:
        return None
    before = tokens[1:at]
    if before and is_word(before[-1], "that"):
        before = before[:-1]
    try:
        return (Tell(read_value(before), read_value(tokens[at:]), span=span_of(tokens)),)
    except NotParsed as failure:
        return _or_action(tokens, failure)


def _call(tokens: Tokens, block: Block | None) -> Body | None:
    at = name_at_end(tokens)
    if block is not None or at < 2 or is_word(tokens[at - 1], "for", "to", "from", "with", "in", "on"):
        return None
    value = read_value(tokens[1:at])
    name = read_value(tokens[at:])
    if isinstance(value, Phrase):
        return None
    return (Setting(name, value, "call", span=span_of(tokens)),)


def _save(tokens: Tokens, block: Block | None) -> Body | None:
    if block is not None or len(tokens) < 2:
        return None
    trailing = _trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    at = find_last(tokens, "as", start=2)
    try:
        step = _core(tokens, "V_SAVE", None, {at: "SEP"} if at > 1 else {})
    except NotParsed as failure:
        return _or_action(tokens, failure)
    assert isinstance(step, Save)
    if isinstance(step.value, Phrase) or isinstance(step.where, Name):
        return None
    return (step,)


def _create(tokens: Tokens, block: Block | None) -> Body | None:
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


# -- choosing -----------------------------------------------------------------------------


def head_and_body(
    tokens: Tokens, block: Block | None, is_head: Callable[[Tokens], bool] | None = None
) -> tuple[Tokens, Body | None]:
    """Split `C, S` or `C: S` or `C then S` (or `C:` with a block) into the head and its body."""
    colon = find(tokens, ":")
    if colon >= 0:
        head, rest = tokens[:colon], tokens[colon + 1 :]
        if head and is_word(head[-1], "then"):
            head = head[:-1]
        return without_comma(head), _body(rest, block)
    then = find(tokens, "then")
    if then > 0:
        head, rest = tokens[:then], tokens[then + 1 :]
        return without_comma(head), _body(without_comma(rest), block)
    commas = [at for at, token in depth_zero(tokens) if is_mark(token, ",")]
    if block is not None and (not commas or not any(like_a_step(tokens[c + 1 :]) for c in commas)):
        return without_comma(tokens), block.steps()
    candidates = [at for at in commas if like_a_step(_after(tokens, at))]
    if len(candidates) > 1 and is_head is not None:
        fitting = [at for at in candidates if is_head(tokens[:at])]
        candidates = fitting or candidates
    if candidates:
        at = candidates[0]
        return tokens[:at], _body(_after(tokens, at), block)
    return without_comma(tokens), None


def _after(tokens: Tokens, comma: int) -> Tokens:
    rest = tokens[comma + 1 :]
    return rest[1:] if rest and is_word(rest[0], "then") else rest


def _body(tokens: Tokens, block: Block | None) -> Body:
    if not tokens:
        if block is None:
            raise NotParsed("body-missing", (0, 0), {})
        return block.steps()
    otherwise = -1
    for at, token in depth_zero(tokens, 1):
        if is_mark(tokens[at - 1], ",") and is_word(token, "otherwise", "else"):
            otherwise = at
            break
    if otherwise > 0:
        return sentence_steps(without_comma(tokens[:otherwise]), None) + (
            Otherwise(None, _body(without_comma(tokens[otherwise + 1 :]), block)),
        )
    return sentence_steps(tokens, block)


def _is_condition(tokens: Tokens) -> bool:
    try:
        exact_condition(tokens)
    except NotParsed:
        return False
    return True


def _if(tokens: Tokens, block: Block | None) -> Body | None:
    special = _special_if(tokens, block)
    if special is not None:
        return special
    head, body = head_and_body(tokens[1:], block, _is_condition)
    if body is None:
        raise NotParsed("body-missing", span_of(tokens), {})
    if not head:
        raise NotParsed("condition-missing", tokens[0].span, {})
    condition = condition_or_list(head, block)
    if is_word(tokens[0], "unless"):
        condition = Not(condition, span=condition.span)
    otherwise: Body | None = None
    if body and isinstance(body[-1], Otherwise):
        otherwise = body[-1].body
        body = body[:-1]
    return (If(((condition, body),), otherwise, span=span_of(tokens)),)


def condition_or_list(head: Tokens, block: Block | None) -> Cond:
    """Read a condition, or a list of them announced by `all of the following are true`."""
    return read_condition(head)


def _special_if(tokens: Tokens, block: Block | None) -> Body | None:
    if starts_with(tokens, "if so"):
        _, body = head_and_body(tokens[1:], block)
        answer = Truth(Pronoun("the answer", span=tokens[1].span), span=tokens[1].span)
        return (If(((answer, _needed(body, tokens)),), span=span_of(tokens)),)
    if starts_with(tokens, "if not ,|:|then") or (starts_with(tokens, "if not") and len(tokens) == 2):
        _, body = head_and_body(tokens[1:], block)
        no = Not(Truth(Pronoun("the answer", span=tokens[1].span)), span=tokens[1].span)
        return (If(((no, _needed(body, tokens)),), span=span_of(tokens)),)
    if starts_with(tokens, "if nobody|no-one|noone answers|replies|responds") or starts_with(
        tokens, "if no one answers|replies|responds"
    ):
        _, body = head_and_body(tokens[1:], block)
        return (Nobody(_needed(body, tokens)),)
    if starts_with(tokens, "if that|this|it|anything|something fails"):
        because: str | None = None
        head, body = head_and_body(tokens[3:], block)
        if head and is_word(head[0], "because"):
            because = " ".join(t.text for t in head[1:])
        elif not head and len(tokens) > 3 and is_mark(tokens[3], ","):
            body = _body(without_comma(tokens[4:]), block)
        return (Handler(because, _needed(body, tokens)),)
    return None


def _needed(body: Body | None, tokens: Tokens) -> Body:
    if body is None:
        raise NotParsed("body-missing", span_of(tokens), {})
    return body


def _otherwise(tokens: Tokens, block: Block | None) -> Body | None:
    rest = tokens[1:]
    if rest and is_mark(rest[0], ","):
        rest = rest[1:]
    if is_word(tokens[0], "or"):
        if not (rest and is_word(rest[0], "if")):
            return None
    if rest and is_word(rest[0], "if", "unless"):
        inner = _if(rest, block)
        assert inner is not None
        chosen = inner[0]
        if not isinstance(chosen, If):
            raise NotParsed("otherwise-without-if", span_of(tokens), {})
        condition, body = chosen.branches[0]
        branch = Otherwise(condition, body)
        branch.span = span_of(tokens)
        if chosen.otherwise is not None:
            return (branch, Otherwise(None, chosen.otherwise))
        return (branch,)
    if rest and is_mark(rest[0], ":"):
        rest = rest[1:]
    branch = Otherwise(None, _body(rest, block))
    branch.span = span_of(tokens)
    return (branch,)


def _depending(tokens: Tokens, block: Block | None) -> Body | None:
    if not starts_with(tokens, "depending on"):
        return None
    if is_mark(tokens[-1], ":"):
        tokens = tokens[:-1]
    if block is None:
        raise NotParsed("block-missing", span_of(tokens), {})
    cases, otherwise = block.cases()
    return (DependingOn(read_value(tokens[2:]), cases, otherwise, span=span_of(tokens)),)


# -- repeating ------------------------------------------------------------------------------


def _for(tokens: Tokens, block: Block | None) -> Body | None:
    if not starts_with(tokens, "for each|every|all"):
        return None
    head, body = head_and_body(tokens[2:], block)
    item, collection = loop_head(head)
    return (ForEach(item, collection, _needed(body, tokens), span=span_of(tokens)),)


def _process(tokens: Tokens, block: Block | None) -> Body | None:
    if not starts_with(tokens, "process each|every"):
        return None
    head, body = head_and_body(tokens[2:], block)
    item, collection, at_once = process_head(head)
    return (ProcessEach(item, collection, _needed(body, tokens), at_once, span=span_of(tokens)),)


def _repeat(tokens: Tokens, block: Block | None) -> Body | None:
    at = find(tokens, "times", start=1)
    if at < 2:
        if starts_with(tokens, "repeat until|while"):
            return _while(tokens[1:], block)
        return None
    rest = tokens[at + 1 :]
    if rest and (is_mark(rest[0], ":") or is_mark(rest[0], ",")):
        rest = rest[1:]
    times = read_value(tokens[1:at])
    return (Repeat(times, _body(rest, block), span=span_of(tokens)),)


def _while(tokens: Tokens, block: Block | None) -> Body | None:
    head, body = head_and_body(tokens[1:], block, _is_condition)
    until = is_word(tokens[0], "until")
    condition = read_condition(head)
    return (While(condition, _needed(body, tokens), until, span=span_of(tokens)),)


def _skip(tokens: Tokens, block: Block | None) -> Body | None:
    trailing = _trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    if starts_with(tokens, "skip this|the|it"):
        rest = tokens[2:]
        if all(t.kind == "word" for t in rest):
            return (SkipItem(" ".join(t.text for t in rest), span=span_of(tokens)),)
    if starts_with(tokens, "go on|ahead to|with the next"):
        return (SkipItem(" ".join(t.text for t in tokens[5:]), span=span_of(tokens)),)
    if starts_with(tokens, "go to the next") or starts_with(tokens, "continue with the next"):
        return (SkipItem(" ".join(t.text for t in tokens[4:]), span=span_of(tokens)),)
    return None


# -- ending, failing, waiting -----------------------------------------------------------------


def _stop(tokens: Tokens, block: Block | None) -> Body | None:
    trailing = _trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    if len(tokens) == 1:
        return (Stop(span=tokens[0].span),)
    if starts_with(tokens, "stop repeating") and len(tokens) == 2:
        return (StopRepeating(span=span_of(tokens)),)
    if starts_with(tokens, "stop because|with"):
        return (_core(tokens, "V_STOP", None, {}, take=2),)
    return None


def _fail(tokens: Tokens, block: Block | None) -> Body | None:
    trailing = _trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    if starts_with(tokens, "fail with|because"):
        return (Fail(read_value(tokens[2:]), span=span_of(tokens)),)
    return None


def _return(tokens: Tokens, block: Block | None) -> Body | None:
    trailing = _trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    if len(tokens) == 1:
        return None
    try:
        return (_core(tokens, "V_RETURN", None, {}),)
    except NotParsed:
        condition = exact_condition(tokens[1:])
        return (Return(condition, span=span_of(tokens)),)


def _make_sure(tokens: Tokens, block: Block | None) -> Body | None:
    if starts_with(tokens, "make sure that"):
        rest = tokens[3:]
    elif starts_with(tokens, "make sure") or starts_with(tokens, "ensure|verify that"):
        rest = tokens[2:]
    elif starts_with(tokens, "ensure"):
        rest = tokens[1:]
    elif starts_with(tokens, "check that"):
        rest = tokens[2:]
    else:
        return None
    otherwise: Body | None = None
    for at, token in depth_zero(rest, 1):
        if is_word(token, "otherwise", "else") or (
            is_word(token, "or") and is_word(rest[min(at + 1, len(rest) - 1)], "else")
        ):
            after = rest[at + 1 :]
            if after and is_word(after[0], "else"):
                after = after[1:]
            otherwise = _body(without_comma(after), block)
            rest = without_comma(rest[:at])
            break
    if is_mark(rest[-1], ":") if rest else False:
        rest = rest[:-1]
    if not rest:
        raise NotParsed("condition-missing", span_of(tokens), {})
    at = find_last(rest, "if", "unless", start=1)
    if at > 0 and otherwise is None:
        trailing = _trailing_condition(tokens)
        if trailing is not None:
            return (trailing,)
    condition = _made_sure(rest)
    return (MakeSure(condition, otherwise, span=span_of(tokens)),)


def _made_sure(tokens: Tokens) -> Cond:
    return read_condition(tokens)


def _check_all(tokens: Tokens, block: Block | None) -> Body | None:
    if not starts_with(tokens, "check all|everything of the following"):
        return _make_sure(tokens, block)
    if block is None:
        raise NotParsed("block-missing", span_of(tokens), {})
    return (CheckAll(block.conditions(), span=span_of(tokens)),)


def _try(tokens: Tokens, block: Block | None) -> Body | None:
    if not starts_with(tokens, "try up to"):
        return None
    at = find(tokens, "times", start=3)
    if at < 0:
        return None
    head, body = _colon_body(tokens[at + 1 :], block)
    waiting: Expr | None = None
    head = without_comma(head)
    if starts_with(head, "waiting"):
        duration = head[1:]
        if starts_with(duration[-2:], "in between"):
            duration = duration[:-2]
        elif duration and is_word(duration[-1], "between"):
            duration = duration[:-1]
        waiting = read_value(duration)
    elif head:
        raise NotParsed("not-understood", span_of(head), {})
    return (TryUpTo(read_value(tokens[3:at]), waiting, body, span=span_of(tokens)),)


def _colon_body(tokens: Tokens, block: Block | None) -> tuple[Tokens, Body]:
    colon = find(tokens, ":")
    if colon >= 0:
        return tokens[:colon], _body(tokens[colon + 1 :], block)
    if block is None:
        raise NotParsed("block-missing", span_of(tokens), {})
    return tokens, block.steps()


def _at(tokens: Tokens, block: Block | None) -> Body | None:
    if not starts_with(tokens, "at the same time"):
        return None
    _, body = _colon_body(tokens[4:], block)
    return (AtOnce(body, span=span_of(tokens)),)


def _wait(tokens: Tokens, block: Block | None) -> Body | None:
    span = span_of(tokens)
    if starts_with(tokens, "wait until"):
        rest = tokens[2:]
        checking = up_to = None
        if is_mark(rest[-1], ":"):
            rest = rest[:-1]
        while True:
            at = find_last(rest, ",", start=1)
            part = rest[at + 1 :] if at > 0 else ()
            if part and is_word(part[0], "and"):
                part = part[1:]
            if starts_with(part, "checking every"):
                checking = _every(part[2:])
            elif starts_with(part, "for up to"):
                up_to = read_value(part[3:])
            else:
                break
            rest = rest[:at]
        body = block.steps() if block is not None else ()
        try:
            moment = read_value(rest)
        except NotParsed:
            condition = read_condition(rest)
            return (
                Wait(condition=condition, checking=checking, up_to=up_to, body=body, span=span),
            )
        return (Wait(moment=moment, checking=checking, up_to=up_to, body=body, span=span),)
    rest = tokens[1:]
    if rest and is_word(rest[0], "for"):
        rest = rest[1:]
    if not rest:
        return None
    trailing = _trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    try:
        return (Wait(duration=read_value(rest), span=span),)
    except NotParsed:
        return None


def _every(tokens: Tokens) -> Expr:
    """Read a duration after `every`: `every day` is one day."""
    from kognilang.language.tree import DurationLiteral

    if len(tokens) == 1 and tokens[0].kind == "word":
        unit = tokens[0].text.removesuffix("s")
        if unit in ("second", "minute", "hour", "day", "week", "month", "year"):
            return DurationLiteral(Number(Decimal(1)), unit, span=tokens[0].span)
    return read_value(tokens)


def _use(tokens: Tokens, block: Block | None) -> Body | None:
    if starts_with(tokens, "use the procedures|definitions in|from|of") and len(tokens) == 5:
        if tokens[4].kind == "text":
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


def _ask(tokens: Tokens, block: Block | None) -> Body | None:
    if block is not None:
        return None
    step = ask_step(tokens)
    return (step,) if step is not None else None


def _get(tokens: Tokens, block: Block | None) -> Body | None:
    if not starts_with(tokens, "get approval"):
        return None
    trailing = _trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    return (approval_step(tokens),)


_VERBS: dict[str, Callable[[Tokens, Block | None], Body | None]] = {
    "set": _set,
    "let": _set,
    "change": _set,
    "add": _change(("to",), True),
    "subtract": _change(("from",), True),
    "remove": _change(("from",), True),
    "increase": _change(("by",), False),
    "decrease": _change(("by",), False),
    "multiply": _change(("by",), False),
    "divide": _change(("by",), False),
    "say": _say,
    "show": _say,
    "tell": _tell,
    "call": _call,
    "save": _save,
    "create": _create,
    "make": lambda tokens, block: (
        _make_sure(tokens, block) if starts_with(tokens, "make sure") else _create(tokens, block)
    ),
    "start": _create,
    "ensure": _make_sure,
    "verify": _make_sure,
    "check": _check_all,
    "if": _if,
    "unless": _if,
    "otherwise": _otherwise,
    "else": _otherwise,
    "or": _otherwise,
    "depending": _depending,
    "for": _for,
    "process": _process,
    "repeat": _repeat,
    "while": _while,
    "until": _while,
    "skip": _skip,
    "go": _skip,
    "continue": _skip,
    "stop": _stop,
    "fail": _fail,
    "return": _return,
    "try": _try,
    "at": _at,
    "wait": _wait,
    "use": _use,
    "ask": _ask,
    "get": _get,
}


def join(items: list[Step], steps: Body) -> None:
    """Add steps to those before them; `Otherwise`, `If that fails` and `If nobody answers` are
    joined to the step that they belong to. Raises NotParsed where there is none."""
    for step in steps:
        before = items[-1] if items else None
        if type(step) is Otherwise:
            _join_otherwise(step, before)
        elif type(step) is Handler:
            if before is None:
                raise NotParsed("handler-without-step", step.span, {})
            handler = (step.because, step.body)
            span = (before.span[0], step.span[1])
            if type(before) is Guarded:
                before.handlers = (*before.handlers, handler)
                before.span = span
            else:
                items[-1] = Guarded((before,), (handler,), span=span)
        elif type(step) is Nobody:
            if type(before) is not Ask:
                raise NotParsed("nobody-without-ask", step.span, {})
            before.nobody = step.body
        else:
            items.append(step)


def _join_otherwise(step: Otherwise, before: Step | None) -> None:
    if type(before) is MakeSure and step.condition is None and before.otherwise is None:
        before.otherwise = step.body
        return
    if type(before) is not If or before.otherwise is not None:
        raise NotParsed("otherwise-without-if", step.span, {})
    if step.condition is None:
        before.otherwise = step.body
    else:
        before.branches = (*before.branches, (step.condition, step.body))
    before.span = (before.span[0], step.span[1])


__all__ = [
    "Bare",
    "Block",
    "ListValue",
    "Token",
    "action",
    "condition_or_list",
    "join",
    "sentence_steps",
]
