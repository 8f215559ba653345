"""Nouns of a header that have no article, though the steps below speak of them as passed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kognilang.language import tree
from kognilang.language.terminals import NotParsed
from kognilang.language.words import PREPOSITIONS, RESERVED, lemma, singular
from kognilang.meaning.wording import ARTICLES
from kognilang.values.nouns import with_article

if TYPE_CHECKING:
    from kognilang.meaning.state import State

OTHER_VERBS = {
    "set": "adjust", "change": "adjust", "add": "register", "show": "present", "say": "announce",
    "tell": "inform", "ask": "consult", "remove": "discard", "stop": "finish", "wait": "pause",
    "create": "prepare", "check": "examine", "save": "keep",
}  # fmt: skip
"""The language's own verbs, each with one that it leaves to definitions."""


def report_bare(
    node: tree.Procedure, spoken_of: set[str], parameters: tuple[str, ...], state: State
) -> None:
    """Report a noun of a header that is only a word there, though the steps speak of it and
    nothing sets it: `To wait for days:` with `the days` below."""
    for start, stop in _bare(node.header, 1 if node.form == "procedure" else 0):
        name = " ".join(token.text for token in node.header[start:stop])
        if name in parameters or name not in spoken_of or name not in state.inputs:
            continue
        state.inputs.pop(name)
        if _has_article(node.header, start):
            _report_described(node, start, stop, name, state)
            return
        many = singular(name) != name
        span = node.header[start].span[0], node.header[stop - 1].span[1]
        # With what is passed it may have become a sentence of the language.
        call = (*node.header[:start], _THE, *node.header[start:])
        core = node.form == "procedure" and is_core(call)
        verb = OTHER_VERBS.get(lemma(call[0].text), "") if core else ""
        state.problem(
            "noun-not-passed",
            f'Nothing gives the steps "the {name}": without an article, "{name}" is only a word of'
            " this header",
            span,
            candidates=[
                _header(node, span, f"some {name}" if many else with_article(name), verb, state)
            ],
            detail=[
                f'Then it is called with what is meant: "{_called(node, call, verb)}" If it is the'
                f" same for the whole text, set it above instead: "
                f'"The {name} {"are" if many else "is"} …"'
            ],
        )
        return


def _has_article(header: tuple[tree.Token, ...], at: int) -> bool:
    """Whether an article stands before the words that a noun is the end of: `a new vendor`."""
    while at > 0 and header[at - 1].kind == "word":
        at -= 1
        if header[at].text in _ARTICLES:
            return True
        if header[at].text in RESERVED | PREPOSITIONS:
            return False
    return False


def _report_described(node: tree.Procedure, start: int, stop: int, name: str, state: State) -> None:
    """Report a noun that the header has with more words: `a new vendor`, but `the vendor` below."""
    begin = start
    while node.header[begin].text not in _ARTICLES:
        begin -= 1
    whole = " ".join(token.written or token.text for token in node.header[begin + 1 : stop])
    span = node.header[start].span[0], node.header[stop - 1].span[1]
    state.problem(
        "noun-not-passed",
        f'Nothing gives the steps "the {name}": the header speaks of {with_article(whole)}',
        span,
        candidates=[_header(node, span, f"[{name}]", "", state)],
        detail=[f'Or speak of "the {whole}" in the steps: then that is what is passed.'],
    )


_ARTICLES = ("a", "an", "some", "the")


def is_core(call: Sequence[tree.Token]) -> bool:
    """Say whether a form of the language takes a sentence that begins with a verb."""
    from kognilang.language.sentence import sentence_steps

    try:
        steps = sentence_steps(tuple(call))
    except NotParsed:
        return False
    return bool(steps) and not isinstance(steps[0], tree.Action | tree.Unread)


_THE = tree.Token("word", "the", (0, 0), "the")


def _bare(header: tuple[tree.Token, ...], begin: int) -> list[tuple[int, int]]:
    """Where nouns without an article may stand, from a word on: never within brackets."""
    found: list[tuple[int, int]] = []
    depth = 0
    run: list[int] = []
    for at, token in enumerate(header):
        mark = token.text if token.kind == "mark" else ""
        depth += (mark == "[") - (mark == "]")
        inside = token.kind != "word" or depth > 0 or at < begin
        if not inside and token.text not in RESERVED | PREPOSITIONS | ARTICLES:
            run.append(at)
            continue
        found += _within(run)
        run = []
    return found + _within(run)


def _within(run: list[int]) -> list[tuple[int, int]]:
    """The nouns that words in a row may end in or begin with, the longest first."""
    if not run:
        return []
    ending = [(one, run[-1] + 1) for one in run]
    return ending + [(run[0], one + 1) for one in reversed(run[:-1])]


def _header(
    node: tree.Procedure, span: tuple[int, int], given: str, verb: str, state: State
) -> str:
    """The header with the noun as what is passed."""
    text = state.source.text
    line = state.line_span(state.line(node.span))
    head = text[line[0] : span[0]] + given + text[span[1] : line[1]]
    if verb:
        begin, end = node.header[0].span
        head = text[line[0] : begin] + verb + head[end - line[0] :]
    return " ".join(head.split()).lstrip("#*-• ")


def _called(node: tree.Procedure, call: Sequence[tree.Token], verb: str) -> str:
    words = [
        "the" if token.text in ("a", "an", "some") else token.written or token.text
        for token in call
        if not (token.kind == "mark" and token.text in ("[", "]", ":"))
    ]
    said = " ".join([verb or words[0], *words[1:]]).replace(" 's", "'s")
    if node.form == "decision":
        return f"If {said}, …"
    return f"… the {said} …" if node.form == "value" else f"{said[:1].upper()}{said[1:]}."
