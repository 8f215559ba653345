"""Offering: phrases that are like some words, filled with the writer's values, each tried first."""

from __future__ import annotations

from collections.abc import Sequence
from re import sub
from typing import TYPE_CHECKING

from kognilang.language import tree
from kognilang.language.words import DETERMINERS, PREPOSITIONS, RESERVED, lemma
from kognilang.meaning.almost import edits
from kognilang.meaning.chunks import Chunk
from kognilang.meaning.kindred import PHRASES, PLACES
from kognilang.meaning.kinds import fits, fits_exactly
from kognilang.meaning.matcher import BLOCK
from kognilang.meaning.phrases import Entry, Node
from kognilang.meaning.state import State
from kognilang.meaning.wording import ARTICLES, Place

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions

MOST = 3
"""How many sentences are offered at most."""

_FOLDERS = ("folder", "file|folder", "folder|file", "file|folder|text", "any", "text")

_NEAR = 40
"""How many phrases are tried at most, the nearest first."""


def like(
    state: State,
    expressions: Expressions,
    tokens: Sequence[tree.Token],
    chunks: list[Chunk],
    form: str,
    block: bool,
    *,
    in_order: bool = False,
) -> list[str]:
    """Return phrases of the form that are like the words, with all the chunks in their places;
    `in_order` as they were written, else by kind."""
    words = _own_words(state, tokens, chunks)
    first = lemma(tokens[0].text)
    ranked = []
    for order, entry in enumerate(entries(state, form)):
        score = _likeness(entry, words, first)
        if score > 0 and (form != "action" or _says_as_much(state, entry, words, first)):
            ranked.append((-score, len(entry.pattern), order, entry))
    ranked.sort(key=lambda one: one[:3])
    found: list[str] = []
    targets: set[str | int] = set()
    for _, _, _, entry in ranked[:_NEAR]:
        if entry.target in targets:
            continue
        if any(_names_words_of(state, entry, chunk) for chunk in chunks):
            continue
        text = _filled(state, entry, chunks, block, first, in_order)
        if text is None or not works(state, expressions, text, form, block):
            continue
        targets.add(entry.target)
        if form == "action":
            text = text[:1].upper() + text[1:] + (":" if block else ".")
        found.append(text)
        if len(found) == MOST:
            break
    return found


def _own_words(state: State, tokens: Sequence[tree.Token], chunks: Sequence[Chunk]) -> set[str]:
    """Return the words of a sentence beside its values: those of a name that is set say nothing
    of what is to be done."""
    inside = [
        expr.span
        for _, expr, _ in chunks
        if not isinstance(expr, tree.Name) or state.scope.find(expr.name) is not None
    ]
    return {
        lemma(token.text)
        for token in tokens
        if token.kind == "word"
        and token.text not in ARTICLES
        and not any(begin <= token.span[0] and token.span[1] <= end for begin, end in inside)
    }


_NOT_UNDONE = frozenset(("delete", "post", "put", "change", "update"))
"""Verbs that are offered for no other: what they do is not undone."""


def _says_as_much(state: State, entry: Entry, words: set[str], first: str) -> bool:
    """Say whether a sentence says what a phrase does: of the phrase's own words most were written,
    but for the labels of its values (`the file "a.txt"`), and its verb is not another that does
    something else."""
    pattern = entry.pattern
    verb = pattern[0]
    if not isinstance(verb, str):
        return True
    kindred = verb == first or verb in PHRASES.get(first, ())
    if not kindred and edits(verb, first, 2) > 2:
        known = first in {*state.own.actions.words, *state.library.phrases.actions.words}
        if known or verb in _NOT_UNDONE:
            return False
    unsaid = said = 0
    for at, one in enumerate(pattern[1:], 1):
        if not isinstance(one, str) or one in PREPOSITIONS or one in RESERVED or one in ARTICLES:
            continue
        label = at + 1 < len(pattern) and isinstance(pattern[at + 1], Place)
        if one in words:
            said += 1
        elif not label:
            unsaid += 1
    return unsaid <= said


def _names_words_of(state: State, entry: Entry, chunk: Chunk) -> bool:
    """Say whether what was taken for a value is the phrase's own words: `the postage` of `the
    postage to …`."""
    expr = chunk[1]
    if not isinstance(expr, tree.Name) or state.scope.find(expr.name) is not None:
        return False
    words = {lemma(word) for word in expr.name.split()}
    return words <= {one for one in entry.pattern if isinstance(one, str)}


def entries(state: State, form: str) -> list[Entry]:
    """Return all phrases of a form: the text's own, then those of the books."""
    own: Node = state.own.trie(form)
    return [*own.entries(), *state.library.phrases.trie(form).entries()]


def _likeness(entry: Entry, words: set[str], first: str) -> float:
    """Say how much a phrase is like the words: its verb counts most, then the words shared; 0
    where neither the verb nor any word but prepositions is alike."""
    literals = [one for one in entry.pattern if isinstance(one, str)]
    if not literals:
        return 0
    shared = words.intersection(literals)
    content = shared - PREPOSITIONS - {"of"}
    verb = literals[0]
    near = 0.0
    if verb == first:
        near = 3
    elif len(first) > 3 and edits(verb, first, 2) <= (1 if len(first) < 6 else 2):
        near = 2.5
    elif verb in PHRASES.get(first, ()):
        near = 2
    elif not content - {first}:
        # What the writer does is not a thing: to email somebody is not to read the emails.
        return 0
    return near + len(content) + 0.3 * len(shared) - 0.1 * len(set(literals) - words)


def _filled(
    state: State, entry: Entry, chunks: list[Chunk], block: bool, verb: str, in_order: bool = False
) -> str | None:
    """Return the phrase with the writer's values in its slots by kind (`in_order`: as they were
    written), or None if one is left.

    A kindred verb may name the place that its own words lack: to archive is to move to the
    folder "archive".
    """
    info = state.library.skills.get(entry.target) if isinstance(entry.target, str) else None
    kinds = {slot.name: slot.kind for slot in info.slots} if info is not None else {}
    left = list(chunks)
    words: list[str] = []
    places = [one for one in entry.pattern if isinstance(one, Place)]
    # Every value of the writer's has to find a place, or the suggestion says something else.
    wanted = len(places) - (1 if block else 0)
    spare = ""
    if wanted == len(chunks) + 1 and verb in PLACES and entry.pattern[0] in PHRASES[verb]:
        spare = f'the folder "{verb}"'
    elif wanted != len(chunks):
        return None
    for element in entry.pattern:
        if isinstance(element, str):
            words.append(element)
            continue
        if block and element is places[-1]:
            continue
        kind = element.kind or kinds.get(element.name, "any")
        exact = [one for one in left if fits_exactly(kind, one[2]) and not in_order]
        chosen = next(iter(exact or [one for one in left if fits(kind, one[2])]), None)
        if chosen is None and spare and kind in _FOLDERS:
            words.append(spare)
            spare = ""
            continue
        if chosen is None or (words[1:] and _labelled_twice(words[-1], chosen[0])):
            return None
        left.remove(chosen)
        words.append(chosen[0])
    return None if spare else worded(entry, words)


def _labelled_twice(label: str, value: str) -> bool:
    """Say whether a noun would stand before a name: `the web address the next order`."""
    if label in PREPOSITIONS or label in RESERVED or not label.isalpha():
        return False
    return value.split(" ", 1)[0].lower() in (*DETERMINERS, "it", "its", "their", "them")


def worded(entry: Entry, words: list[str]) -> str:
    """Put the wording's own forms of its words (with articles) where the pattern has lemmas."""
    written = [one for one in _pieces(entry.wording) if one and not one.startswith("{")]
    out: list[str] = []
    at = 0
    for word in words:
        for ahead in range(at, len(written)):
            if any(lemma(one) == word for one in written[ahead].split("|")):
                article = written[ahead - 1] if ahead and written[ahead - 1] in ARTICLES else ""
                if article and ahead - 1 >= at:
                    out.append(article)
                out.append(next(o for o in written[ahead].split("|") if lemma(o) == word))
                at = ahead + 1
                break
        else:
            out.append(word)
    return " ".join(out)


def _pieces(wording: str) -> list[str]:
    bare = sub(r"\{[^{}]*\}", " ", wording)
    for mark in "[],:":
        bare = bare.replace(mark, " ")
    return bare.split()


def works(state: State, expressions: Expressions, text: str, form: str, block: bool) -> bool:
    """Say whether a suggestion is itself read and understood without a problem."""
    from kognilang.language.lexer import tokens as lexed

    tokens = lexed(text)
    if block:
        tokens.append(tree.Token(BLOCK, "", (0, 0), "", tree.Text(("…",))))
    with state.trying(for_offer=True) as trial:
        choice = expressions.calls.choose(tokens, form)
        fine = choice.parsed is not None
    return fine and not trial.problems


def means(state: State, expressions: Expressions, sentence: str) -> bool:
    """Say whether a whole sentence that is offered means something here: whether a phrase takes
    it, or what it shows, sets or checks is understood."""
    from kognilang.language.lexer import tokens as lexed
    from kognilang.language.sentence import sentence_steps
    from kognilang.language.terminals import NotParsed

    bare = sentence.rstrip(".")
    if bare.endswith(":"):
        return True
    try:
        steps = sentence_steps(tuple(lexed(bare)))
    except NotParsed:
        return False
    for step in steps:
        if isinstance(step, tree.Action):
            if not works(state, expressions, bare, "action", False):
                return False
            continue
        with state.trying(for_offer=True) as trial:
            if isinstance(step, tree.Show | tree.Say | tree.Setting):
                expressions.resolve(step.value)
            elif isinstance(step, tree.MakeSure):
                expressions.conditions.resolve(step.condition)
            elif isinstance(step, tree.Unread):
                return False
        if trial.problems:
            return False
    return True
