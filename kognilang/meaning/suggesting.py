"""Suggestions: sentences that would work, made of the writer's own words, each tried first."""

from __future__ import annotations

from collections.abc import Sequence
from re import sub
from typing import TYPE_CHECKING

from kognilang.language import tree
from kognilang.language.changewords import changed_otherwise
from kognilang.language.glossary import told
from kognilang.language.manners import mannered
from kognilang.language.mistakes.case import ended
from kognilang.language.rewording import Rewording, unquoted
from kognilang.language.spelling import mistyped
from kognilang.language.trial import works as offers
from kognilang.language.words import lemma, singular
from kognilang.meaning.almost import edits
from kognilang.meaning.chunks import Chunk, chunks_of, described
from kognilang.meaning.kindred import PHRASES, core_sentences
from kognilang.meaning.offering import MOST, entries, like, means, works
from kognilang.meaning.otherwise import in_other_words
from kognilang.meaning.parts import misunderstood, shortened
from kognilang.meaning.state import State
from kognilang.meaning.written import dotted, plain
from kognilang.values.nouns import with_article

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions

_CORE = frozenset(
    ("set", "let", "change", "add", "subtract", "increase", "decrease", "say", "show", "tell",
     "ask", "make", "check", "wait", "stop", "return", "call", "use", "repeat", "remove", "try")
)  # fmt: skip
"""Verbs of the language itself: a sentence with one is known, only not so."""


def report_unknown(state: State, expressions: Expressions, step: tree.Action) -> None:
    """Report a sentence that is no phrase: what was understood, and what would work."""
    tokens = [t for t in step.tokens if t.text != ":"]
    if not tokens:
        return
    verb = tokens[0]
    known = lemma(verb.text) in _verbs(state) or lemma(verb.text) in _CORE
    whole = plain(state, (verb.span[0], max(step.span[1], tokens[-1].span[1])))
    found = unquoted(whole) or told(whole) or changed_otherwise(whole)
    if found is None and (not known or verb.text in _CORE):
        found = mannered(whole)
    if _reported_otherwise(state, found, verb.span):
        return
    part = misunderstood(state, expressions, step)
    if part is not None:
        report_unknown(state, expressions, part)
        return
    chunks = chunks_of(state, expressions, tokens)
    candidates, slips = _offered(state, expressions, step, tokens, chunks, "" if known else whole)
    understood = described(state, chunks)
    head = "or teach it here:" if candidates else "Teach it here:"
    teaching = [head, f"  {_teaching(tokens, chunks)}", "      …"]
    if slips or (candidates and verb.text in _CORE) or not _teachable(teaching[1]):
        # A slip of the pen is no new word, and what the language has words for needs none.
        teaching = []
    span = (tokens[0].span[0], tokens[-1].span[1])
    written = (verb.written or verb.text).lower()
    if known and not candidates and _unread_filter(state, tokens, understood):
        return
    if candidates and lemma(verb.text) == "find" and candidates[0].startswith("Let "):
        one = candidates[0].partition(" be the ")[2].rstrip(".")
        teaching = [f"Where there may be none, ask first: If there is a {one}, …"]
    if known:
        if not candidates:
            teaching = [*_sentences_with(state, lemma(verb.text)), *teaching]
        state.problem(
            "unknown-phrase-of-verb",
            f'I know how to "{written}", but not in these words',
            span,
            understood=understood,
            candidates=candidates,
            detail=teaching,
        )
        return
    state.problem(
        "unknown-verb",
        f'I don\'t know how to "{written}"',
        verb.span,
        understood=understood,
        candidates=candidates,
        detail=teaching,
    )


def _offered(
    state: State,
    expressions: Expressions,
    step: tree.Action,
    tokens: list[tree.Token],
    chunks: list[Chunk],
    unknown: str,
) -> tuple[list[str], list[str]]:
    """Return sentences that would work, and those of them that mend a slip of the pen. `unknown`
    is the sentence if its verb is not known, else empty."""
    verb = tokens[0]
    block = step.block is not None or bool(step.details)
    rest = plain(state, (tokens[1].span[0], tokens[-1].span[1])) if len(tokens) > 1 else ""
    candidates = [
        one for one in core_sentences(lemma(verb.text), rest) if means(state, expressions, one)
    ]
    if step.result is not None:
        named = f" as the {step.result.name}."
        candidates = [f"{one[:-1]}{named}" if one[:5] == "Read " else one for one in candidates]
    slips: list[str] = []
    if unknown:
        # With a block below, what is offered is its head.
        slips = [
            one if one.endswith(":") else f"{one}."
            for one in mistyped(unknown.split("\n")[0].rstrip("."))
        ]
    candidates += slips
    others = _with_other_verb(state, expressions, step, tokens, block)
    candidates += others
    slips += [one for one in others if edits(one.split()[0].lower(), verb.text, 2) <= 2]
    if not candidates:
        ways = in_other_words(state, (tokens[0].span[0], tokens[-1].span[1]))
        candidates = [one for one in ways if means(state, expressions, one)]
    if not candidates and not block:
        candidates = shortened(state, expressions, tokens)
    if not candidates:
        candidates = like(state, expressions, tokens, chunks, "action", block)
    if not candidates:
        # `email the person "…"`: the noun before a text may be a thing of its own.
        each = chunks_of(state, expressions, tokens, labels=True)
        if len(each) > len(chunks):
            candidates = like(state, expressions, tokens, each, "action", block, in_order=True)
    return candidates, slips


def _sentences_with(state: State, verb: str) -> list[str]:
    """Return how the sentences that begin with a verb go, for one that is like none of them."""
    found: dict[str, None] = {}
    for entry in entries(state, "action"):
        if entry.pattern[0] == verb:
            wording = sub(r"\s*\[[^\[\]]*\]", "", entry.wording)
            found[dotted(wording)] = None
    if not found:
        return []
    return [
        "Sentences that begin so:",
        *(f"  {one[:1].upper()}{one[1:]}" for one in list(found)[:MOST]),
    ]


def taught(
    state: State, expressions: Expressions, tokens: Sequence[tree.Token], lead: str
) -> list[str]:
    """Return how words are taught that no phrase knows, as lines of a message: `lead` are the
    words of the header before them (`To decide whether`)."""
    if state.offering:
        return []
    # What is worked out begins with a word of its own, what is decided with a thing.
    chunks = chunks_of(state, expressions, tokens, whole=lead == "To work out")
    header = _teaching(tokens, chunks).removeprefix("To ")
    if len(chunks) == 1 and len(header.split()) < 3:
        # Nothing is left but the value itself: there are no words to teach.
        return []
    return ["Teach it here:", f"  {lead} {header}", "      …"]


def _reported_otherwise(state: State, found: Rewording | None, span: tuple[int, int]) -> bool:
    """Report a sentence for which the language has other words; say whether it is one."""
    ways = [ended(one) for one in found.candidates] if found is not None else []
    offered = [one for one in ways if offers(one)]
    if found is None or not offered:
        return False
    state.problem(
        "unread-sentence", found.summary, span, candidates=offered, detail=list(found.detail)
    )
    return True


def _unread_filter(state: State, tokens: Sequence[tree.Token], understood: list[str]) -> bool:
    """Report what stands after `whose` or `where` as what could not be read; say whether there
    is such a part."""
    at = next((n for n, t in enumerate(tokens) if t.text in ("whose", "where") and n > 1), 0)
    if not at or at + 1 >= len(tokens):
        return False
    word = tokens[at].text
    own = "its " if word == "where" else ""
    state.problem(
        "unread-condition",
        f'I cannot read what stands after "{word}"',
        (tokens[at + 1].span[0], tokens[-1].span[1]),
        understood=understood,
        detail=[f'There stands what holds for each of them: {word} {own}status is "open", or'
                f" {word} {own}total is more than $500."],
    )  # fmt: skip
    return True


def _with_other_verb(
    state: State,
    expressions: Expressions,
    step: tree.Action,
    tokens: Sequence[tree.Token],
    block: bool,
) -> list[str]:
    """Return the sentence with a verb that is spelled almost so, or that people use for it."""
    verb = lemma(tokens[0].text)
    rest = plain(state, (tokens[0].span[1], max(step.span[1], tokens[-1].span[1]))).rstrip(".:")
    phrase = plain(state, (tokens[0].span[1], tokens[-1].span[1]))
    most = 1 if len(verb) < 6 else 2
    near = sorted(
        (edits(other, verb, most), other)
        for other in _verbs(state)
        if len(verb) > 3 and other[:1] == verb[:1] and edits(other, verb, most) <= most
    )
    found = []
    for other in dict.fromkeys([*(one for _, one in near), *PHRASES.get(verb, ())]):
        if other != verb and works(state, expressions, f"{other} {phrase}", "action", block):
            found.append(f"{other.capitalize()} {rest.strip()}" + (":" if block else "."))
    return found[:MOST]


def like_phrase(
    state: State, expressions: Expressions, tokens: Sequence[tree.Token], form: str
) -> list[str]:
    """Return phrases of the form that are like the words, filled with the writer's values."""
    if state.offering:
        return []
    chunks = chunks_of(state, expressions, tokens, whole=False)
    return like(state, expressions, tokens, chunks, form, False)


def _verbs(state: State) -> set[str]:
    return {*state.own.actions.words, *state.library.phrases.actions.words}


def _teachable(header: str) -> bool:
    """Say whether a header is one that a person would write."""
    return not any(mark in header for mark in ('"', ",", "(", "{", ";", " and "))


def _teaching(tokens: Sequence[tree.Token], chunks: list[Chunk]) -> str:
    """Return the header of a definition that would teach the sentence."""
    text = " ".join(t.written or t.text for t in tokens).replace(" 's", "'s")
    for written, expr, kind in chunks:
        noun = expr.name if isinstance(expr, tree.Name) else kind.noun or "thing"
        if len(written.split()) < len(tokens):
            # All of it is a clause: `the manager refuses`.
            noun = singular(noun)
        text = text.replace(written, with_article(noun), 1)
    # Of `the file "a.pdf"` the noun is the parameter's.
    text = sub(r"\b[Tt]he (\w+) an? thing\b", r"a \1", text)
    return f"To {text[:1].lower()}{text[1:]}:"
