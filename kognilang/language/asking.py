"""Asking sentences: who is asked, for what, and how long it waits."""

from __future__ import annotations

from decimal import Decimal

from kognilang.language.heads import every
from kognilang.language.parsing import read_value
from kognilang.language.scanning import (
    Tokens,
    depth_zero,
    find,
    find_last,
    is_mark,
    is_word,
    name_at_end,
    span_of,
    starts_with,
    without_comma,
)
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import (
    Ask,
    Expr,
    Form,
    Limits,
    ListValue,
    Name,
    PercentLiteral,
    Text,
    Token,
)
from kognilang.language.words import DETERMINERS, NUMBER_WORDS, RESERVED
from kognilang.text.source import Span

_THEM = ("them", "him", "her", "it", "everyone")
_AT_TERMINAL = ("user", "person", "operator")


def _limits(tokens: Tokens) -> tuple[Tokens, Limits]:
    """Split off `within 2 days, reminding them every day`."""
    limits = Limits()
    at = find_last(tokens, "reminding", start=1)
    if at > 0:
        how_often = find(tokens, "every", start=at)
        whom = tokens[at + 1 : how_often]
        if how_often > 0 and (not whom or (len(whom) == 1 and is_word(whom[0], *_THEM))):
            limits.reminding = every(tokens[how_often + 1 :])
            tokens = without_comma(tokens[:at])
    at = find_last(tokens, "within", start=1)
    if at > 0:
        try:
            limits.within = read_value(tokens[at + 1 :])
            tokens = without_comma(tokens[:at])
        except NotParsed:
            pass
    return tokens, limits


def _person(tokens: Tokens) -> tuple[Expr | None, int | None]:
    """Read who is asked: None for the person at the terminal; `two of the directors`."""
    if not tokens:
        return None, None
    if len(tokens) == 2 and is_word(tokens[0], "the") and tokens[1].text in _AT_TERMINAL:
        return None, None
    if len(tokens) == 1 and is_word(tokens[0], "me", "us"):
        return None, None
    first = tokens[0]
    if is_word(first, "both", "either") and len(tokens) > 2:
        people = read_value(tokens[2:] if is_word(tokens[1], "of") else tokens[1:])
        joint = "and" if first.text == "both" else "or"
        if isinstance(people, ListValue) and people.joint == joint:
            return people, None
        raise NotParsed("unread", span_of(tokens[:1]), {})
    if len(tokens) > 2 and is_word(tokens[1], "of"):
        if first.kind == "number":
            return read_value(tokens[2:]), int(first.text)
        if first.text in NUMBER_WORDS:
            return read_value(tokens[2:]), NUMBER_WORDS[first.text]
    return person_value(tokens), None


def person_value(tokens: Tokens) -> Expr:
    """Read who is asked or told: words without an article may be a role of the settings, as
    `accounts receivable` is; what they are is seen when the text is understood."""
    try:
        return read_value(tokens)
    except NotParsed as failure:
        words = [token.text for token in tokens]
        if failure.name != "missing-article" or not _may_be_role(tokens):
            raise
        return Name(" ".join(words), "proper", span=span_of(tokens))


def _may_be_role(tokens: Tokens) -> bool:
    return len(tokens) <= _LONGEST_ROLE and all(
        token.kind == "word" and token.text not in RESERVED and token.text not in DETERMINERS
        for token in tokens
    )


_LONGEST_ROLE = 4


def _is_text(question: Expr) -> bool:
    """Tell whether a question is a text, or what a form of the language makes of one."""
    if isinstance(question, Form):
        return bool(question.args) and _is_text(question.args[0])
    return isinstance(question, Text)


_INDIRECT = ("what", "how", "where", "when", "who", "whom")
"""What begins a question that does not stand in quotes: `Ask the clerk what to do.`"""
_DONE_TO = (
    "choose", "pick", "select", "confirm", "review", "check", "inspect", "audit", "examine",
    "spot-check", "approve",
)  # fmt: skip
"""What whoever is there may be asked to do: `Ask to review half of the orders.`"""


def ask_step(tokens: Tokens) -> Ask | None:
    """Read a sentence that begins with `ask`; None if it is no form of the language."""
    span = span_of(tokens)
    rest, limits = _limits(tokens[1:])
    if rest and is_mark(rest[-1], ":"):
        return None
    name: Name | None = None
    at = name_at_end(rest)
    if at > 1 and is_word(rest[at - 1], "as"):
        found = read_value(rest[at:])
        if isinstance(found, Name):
            name, rest = found, without_comma(rest[: at - 1])
    elif at > 3 and starts_with(rest, "and call it", at - 3):
        found = read_value(rest[at:])
        if isinstance(found, Name):
            name, rest = found, without_comma(rest[: at - 3])
    for at, token in depth_zero(rest):
        if token.kind == "text":
            person, quorum = _person(rest[:at])
            question = read_value(rest[at:])
            if not _is_text(question):
                return None
            return Ask("text", person, question, quorum=quorum, limits=limits, name=name, span=span)
        if token.kind != "word":
            continue
        if token.text == "whether":
            person, quorum = _person(rest[:at])
            subject = rest[at + 1 :]
            if not subject:
                raise NotParsed("unfinished", span, {})
            return Ask(
                "whether", person, subject=subject, quorum=quorum, limits=limits, name=name,
                span=span,
            )  # fmt: skip
        if token.text in ("for", "what", "if"):
            early = _asks_early(rest, at, limits, name, span)
            if early is not None:
                return early
        if token.text == "for" and at > 0:
            person, quorum = _person(rest[:at])
            target = read_value(rest[at + 1 :])
            return Ask(
                "for", person, target=target, quorum=quorum, limits=limits, name=name, span=span
            )
        if token.text == "to" and (
            (at > 0 and not is_word(rest[at - 1], *_INDIRECT))
            or (at == 0 and is_word(rest[1] if len(rest) > 1 else token, *_DONE_TO))
        ):
            return _ask_to(rest, at, limits, name)
    return None


def _asks_early(rest: Tokens, at: int, limits: Limits, name: Name | None, span: Span) -> Ask | None:
    """Read `for approval of V`, `for the X`, `what the X is` and `if S` after who is asked."""
    before, after = rest[:at], rest[at + 1 :]
    if not after:
        return None
    word = rest[at].text
    if word == "what":
        if not is_word(after[-1], "is", "are"):
            return None
        target = read_value(after[:-1])
    elif word == "if":
        person, quorum = _person(before)
        return Ask(
            "whether", person, subject=after, quorum=quorum, limits=limits, name=name, span=span
        )
    elif after[0].text == "approval" or starts_with(after, "the|an approval"):
        subject = after[1:] if after[0].text == "approval" else after[2:]
        if subject and not is_word(subject[0], "of", "for", "to"):
            return None
        person, quorum = _person(before)
        return Ask(
            "approval",
            person,
            subject=without_comma(subject[1:]),
            quorum=quorum,
            limits=limits,
            span=span,
        )
    elif at == 0:
        target = read_value(after)
    else:
        return None
    person, quorum = _person(before)
    return Ask("for", person, target=target, quorum=quorum, limits=limits, name=name, span=span)


def _refuse_and(tokens: Tokens) -> None:
    """Raise NotParsed where `and` with a verb follows what a person is asked to do."""
    for at, token in depth_zero(tokens, 1):
        if not is_word(token, "and") or at + 1 >= len(tokens):
            continue
        verb = tokens[at + 1]
        if is_word(verb, "then"):
            raise NotParsed("and-after-asking", span_of(tokens[at:]), {})
        follows = tokens[at + 2] if at + 2 < len(tokens) else None
        if (
            verb.kind == "word"
            and verb.text not in RESERVED
            and verb.text not in DETERMINERS
            and follows is not None
            and (
                follows.kind not in ("word", "mark")
                or follows.text in DETERMINERS
                or follows.text in ("it", "them", "its", "their")
            )
        ):
            raise NotParsed("and-after-asking", span_of(tokens[at:]), {})


def _ask_to(tokens: Tokens, at: int, limits: Limits, name: Name | None) -> Ask | None:
    if not starts_with(tokens, "choose|pick|select", at + 1):
        _refuse_and(tokens[at + 1 :])
    person, quorum = _person(tokens[:at])
    rest = tokens[at + 1 :]
    span = span_of(tokens)
    if starts_with(rest, "choose|pick|select"):
        origin = find(rest, "from", "between", "among")
        target: Expr | None = None
        if origin > 1:
            target = read_value(rest[1:origin])
        elif origin < 0:
            origin = _choices_begin(rest)
            if origin < 0:
                return None
        choices = read_value(rest[origin + 1 :])
        return Ask(
            "choose", person, target=target, choices=choices, quorum=quorum, limits=limits,
            name=name, span=span,
        )  # fmt: skip
    if starts_with(rest, "confirm"):
        subject = rest[1:]
        if subject and is_word(subject[0], "that"):
            return None
        target = read_value(subject)
        return Ask(
            "confirm", person, target=target, quorum=quorum, limits=limits, name=name, span=span
        )
    if starts_with(rest, "review|check|inspect|audit|examine|spot-check"):
        return _review(rest, person, quorum, limits, name, span)
    if starts_with(rest, "approve"):
        return Ask(
            "approval", person, subject=without_comma(rest[1:]), quorum=quorum, limits=limits,
            name=name, span=span,
        )  # fmt: skip
    return None


def _review(
    rest: Tokens,
    person: Expr | None,
    quorum: int | None,
    limits: Limits,
    name: Name | None,
    span: Span,
) -> Ask | None:
    """Read `review 5% of the invoices`, `check a random 3 of the orders`: a spot check."""
    all_of_it = is_word(rest[0], "review")
    part = rest[1:]
    for lead in ("a random sample of", "a sample of", "a random", "random", "at random"):
        if starts_with(part, lead):
            part = part[len(lead.split()) :]
            break
    share: Expr | None = None
    of = find(part, "of")
    if of == 1 and (part[0].kind in ("percent", "number") or part[0].text in NUMBER_WORDS):
        share = read_value(part[:1])
        part = part[2:]
    elif starts_with(part, "half"):
        share = PercentLiteral(Decimal(50), span=part[0].span)
        part = part[2:] if starts_with(part, "half of") else part[1:]
    elif not all_of_it:
        return None
    if not part:
        raise NotParsed("unfinished", span, {})
    target = read_value(part)
    return Ask(
        "review", person, target=target, quorum=quorum, limits=limits, name=name, share=share,
        span=span,
    )  # fmt: skip


def _choices_begin(tokens: Tokens) -> int:
    """Return the token before the choices in `choose one of "A", "B" and "C"` or `choose "A" or
    "B"`, or -1."""
    at = 1
    if starts_with(tokens, "one of|from", at):
        at += 2
    elif starts_with(tokens, "either", at):
        at += 1
    if at < len(tokens) and (at > 1 or tokens[at].kind in ("text", "number", "money", "mark")):
        return at - 1
    return -1


def owned_approval(tokens: Tokens) -> Tokens | None:
    """Return `Get approval from the CFO for V` for `Get the CFO's approval for V`; None where a
    sentence is no such thing."""
    at = find(tokens, "approval", start=3)
    if at < 0 or not (tokens[at - 1].kind == "mark" and tokens[at - 1].text in ("'s", "'")):
        return None
    here = tokens[at].span
    origin = Token("word", "from", here, "from")
    return (tokens[0], tokens[at], origin, *tokens[1 : at - 1], *tokens[at + 1 :])


def approval_step(tokens: Tokens) -> Ask:
    """Read `Get approval from the CFO for the payment.`"""
    span = span_of(tokens)
    rest, limits = _limits(tokens[2:])
    _refuse_and(rest)
    origin = find(rest, "from")
    subject_at = find(rest, "for")
    who: Tokens = ()
    subject: Tokens = ()
    if origin == 0:
        end = subject_at if subject_at > 0 else len(rest)
        who, subject = rest[1:end], rest[end + 1 :]
    elif subject_at == 0:
        end = origin if origin > 0 else len(rest)
        subject, who = rest[1:end], rest[end + 1 :]
    elif rest:
        raise NotParsed("not-understood", span_of(rest), {})
    person, quorum = _person(without_comma(who))
    return Ask(
        "approval", person, subject=without_comma(subject), quorum=quorum, limits=limits, span=span
    )
