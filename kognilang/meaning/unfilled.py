"""Phrases with a place left empty, and named details that name none of a phrase's places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kognilang.language import tree
from kognilang.language.words import lemma
from kognilang.meaning.almost import almost
from kognilang.meaning.chunks import label_and_value
from kognilang.meaning.kindred import core_sentences
from kognilang.meaning.offering import worded, works
from kognilang.meaning.phrases import Entry
from kognilang.meaning.state import State
from kognilang.meaning.wording import ARTICLES, Place
from kognilang.meaning.written import plain

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions

_MOST = 3
_OPENERS = (":", "with", "where", "saying")


def report_missing(state: State, expressions: Expressions, step: tree.Action) -> bool:
    """Report a sentence that would be a phrase if one more value stood in it; say whether it is
    one. The sentence is offered with the name of the empty place filled in."""
    tokens = [t for t in step.tokens if t.text != ":"]
    if not tokens or step.block is not None or step.details:
        return False
    rest = plain(state, (tokens[0].span[1], tokens[-1].span[1])).strip()
    if core_sentences(lemma(tokens[0].text), rest):
        # The language has a sentence of its own for it, in which nothing is missing.
        return False
    values, words = _taken_apart(state, expressions, tokens)
    verb = lemma(tokens[0].text)
    found: dict[str, tuple[str, Entry]] = {}
    for entry in _with_verb(state, verb):
        places = [one for one in entry.pattern if isinstance(one, Place)]
        if len(places) != len(values) + 1 or any(one.role != "value" for one in places):
            continue
        for empty in places:
            text = _with_name(entry, empty, values, words)
            if text and works(state, expressions, text, "action", block=False):
                found.setdefault(text, (empty.name.replace("_", " "), entry))
    if not found:
        return False
    offered = list(found)[:_MOST]
    name, entry = found[offered[0]]
    result = f" as the {step.result.name}" if step.result is not None else ""
    state.problem(
        "missing-part",
        f"This step does not say everything: the {name} is missing",
        (tokens[0].span[0], tokens[-1].span[1]),
        understood=[_shown(entry)],
        candidates=[_sentence(one + result) for one in offered],
        detail=[f'Put what you mean in place of "the {name}".'],
    )
    return True


def report_details(state: State, step: tree.Action) -> bool:
    """Report the lines below a phrase that name none of its places, and the places that they
    leave empty; say whether there are any."""
    tokens = [t for t in step.tokens if not (t.kind == "word" and t.text in ARTICLES)]
    while tokens and tokens[-1].text in _OPENERS:
        tokens.pop()
    if not tokens or tokens[0].kind != "word" or not step.details:
        return False
    given = {one.name.lower(): one for one in step.details}
    entry, names, needed = _nearest(state, tokens, set(given))
    if entry is None:
        return False
    filled = _filled(state, entry, names)
    unknown = [one for name, one in given.items() if name not in names]
    lacking = sorted(needed - given.keys())
    if not unknown and not lacking:
        return False
    parts = ", ".join(f"the {name}" for name in names)
    for detail in unknown:
        if detail.name.lower() in filled:
            state.problem(
                "unknown-part",
                f"The {detail.name.lower()} is given twice: in the sentence, and below it",
                detail.span,
                understood=[_shown(entry)],
                detail=["Take one of the two away."],
            )
            continue
        near = almost(detail.name.lower(), [name for name in names if name not in given])
        written = plain(state, detail.span)
        others = [near] if near else lacking
        state.problem(
            "unknown-part",
            f'"{detail.name}" is no part of this step',
            detail.span,
            understood=[_shown(entry), f"its parts: {parts}"],
            candidates=[written.replace(detail.name, one, 1) for one in others][:_MOST],
            detail=["Take the line away, or begin it with one of the parts."],
        )
    if not unknown:
        shown = " and ".join(f"the {name}" for name in lacking)
        state.problem(
            "missing-part",
            f"This step does not say everything: {shown} is missing",
            (tokens[0].span[0], tokens[-1].span[1]),
            understood=[_shown(entry), f"its parts: {parts}"],
            detail=[f'Add a line below it, such as: the {lacking[0]} is "…"'],
        )
    return True


def _filled(state: State, entry: Entry, left: list[str]) -> set[str]:
    """Return the places that the sentence itself fills: those that are not left for details."""
    slots = state.library.skills[entry.target].slots if isinstance(entry.target, str) else ()
    return {one.name.replace("_", " ") for one in slots} - set(left)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}" + ("" if words.endswith('."') else ".")


def _with_verb(state: State, verb: str) -> Iterator[Entry]:
    """Yield the patterns of actions that begin with a verb, the file's own first."""
    for phrases in (state.own, state.library.phrases):
        below = phrases.actions.words.get(verb)
        if below is not None:
            yield from below.entries()


def _taken_apart(
    state: State, expressions: Expressions, tokens: Sequence[tree.Token]
) -> tuple[list[str], list[str]]:
    """Return the values of a sentence as written, and its words: a value's place is marked by an
    empty word."""
    values: list[str] = []
    words: list[str] = []
    at = 0
    while at < len(tokens):
        taken = label_and_value(state, expressions, tokens, at) if at else None
        if taken is None:
            if tokens[at].text not in ARTICLES:
                words.append(lemma(tokens[at].text))
            at += 1
            continue
        written, at = taken
        values.append(written)
        words.append("")
    return values, words


def _with_name(entry: Entry, empty: Place, values: list[str], words: list[str]) -> str:
    """Return the phrase with the values in their order, and a name in its empty place; nothing
    where the sentence holds words that the phrase has not."""
    left = iter(values)
    out: list[str] = []
    order: list[str] = []
    before = ""
    for element in entry.pattern:
        if isinstance(element, str):
            out.append(element)
            order.append(element)
            before = element
            continue
        value = f"the {element.name.replace('_', ' ')}" if element is empty else next(left)
        # `to "a.pdf"` is another place than the one that the writer filled without `to`.
        if before and element is not empty and before not in words:
            return ""
        if before and value.startswith(f"the {before}"):
            return ""
        out.append(value)
        order.append("" if element is not empty else "-")
        before = ""
    rest = iter(order)
    if not all(word in rest for word in words):
        return ""
    return worded(entry, out)


def _shown(entry: Entry) -> str:
    """Return a phrase as people read it, `…` where something is filled in."""
    return worded(entry, [one if isinstance(one, str) else "…" for one in entry.pattern])


def _nearest(
    state: State, words: Sequence[tree.Token], given: set[str]
) -> tuple[Entry | None, list[str], set[str]]:
    """Return the phrase that a sentence with details most likely means, the names of its places
    and of those that must be filled; nothing where no detail fits any."""
    best: tuple[int, Entry, list[str], set[str]] | None = None
    literal = [lemma(one.text) for one in words if one.kind == "word"]
    beside = sum(one.kind != "word" for one in words)
    for entry in _with_verb(state, literal[0]):
        if not isinstance(entry.target, str):
            continue
        if any(word not in entry.pattern for word in literal[:2]):
            continue
        slots = state.library.skills[entry.target].slots
        names = [one.name.replace("_", " ") for one in slots]
        needed = {one.name.replace("_", " ") for one in slots if not one.optional}
        # What stands in the sentence itself fills the first places.
        for name in names[:beside]:
            needed.discard(name)
        fitting = len(given.intersection(names[beside:]))
        if fitting and (best is None or fitting > best[0]):
            best = fitting, entry, names[beside:], needed
    return best[1:] if best is not None else (None, [], set())
