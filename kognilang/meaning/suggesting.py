"""Suggestions: sentences that would work, made of the writer's own words, each tried first."""

from __future__ import annotations

from collections.abc import Sequence
from re import sub
from typing import TYPE_CHECKING

from kognilang.language import slots as reading
from kognilang.language import tree
from kognilang.language.manners import mannered
from kognilang.language.mistakes.case import ended
from kognilang.language.spelling import mistyped
from kognilang.language.trial import works as offers
from kognilang.language.words import PREPOSITIONS, lemma
from kognilang.meaning.almost import edits
from kognilang.meaning.kindred import PHRASES, PLACES, core_sentences
from kognilang.meaning.kinds import Kind, fits, fits_exactly
from kognilang.meaning.matcher import BLOCK
from kognilang.meaning.otherwise import in_other_words
from kognilang.meaning.phrases import Entry, Node
from kognilang.meaning.state import State
from kognilang.meaning.wording import ARTICLES, Place
from kognilang.meaning.written import dotted, plain
from kognilang.values.nouns import with_article

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions

_CORE = frozenset(
    ("set", "let", "change", "add", "subtract", "increase", "decrease", "say", "show", "tell",
     "ask", "make", "check", "wait", "stop", "return", "call", "use", "repeat", "remove", "try")
)  # fmt: skip
"""Verbs of the language itself: a sentence with one is known, only not so."""
MOST = 3
_FOLDERS = ("folder", "file|folder", "folder|file", "file|folder|text", "any", "text")
_NEAR = 40
"""How many phrases are tried at most, the nearest first."""
_LONGEST = 30
"""How many words a value that is told of has at most."""
_TOLD = 60
"""Of how many words of a sentence the values are told at most."""


def report_unknown(state: State, expressions: Expressions, step: tree.Action) -> None:
    """Report a sentence that is no phrase: what was understood, and what would work."""
    tokens = [t for t in step.tokens if t.text != ":"]
    if not tokens:
        return
    verb = tokens[0]
    known = lemma(verb.text) in _verbs(state) or lemma(verb.text) in _CORE
    whole = plain(state, (verb.span[0], max(step.span[1], tokens[-1].span[1])))
    if (not known or verb.text in _CORE) and _reported_otherwise(state, whole, verb.span):
        return
    chunks = chunks_of(state, expressions, tokens)
    block = step.block is not None or bool(step.details)
    rest = plain(state, (tokens[1].span[0], tokens[-1].span[1])) if len(tokens) > 1 else ""
    candidates = core_sentences(lemma(verb.text), rest)
    written = plain(state, (verb.span[0], max(step.span[1], tokens[-1].span[1])))
    slips: list[str] = []
    if not known:
        # With a block below, what is offered is its head.
        slips = [
            one if one.endswith(":") else f"{one}."
            for one in mistyped(written.split("\n")[0].rstrip("."))
        ]
    candidates += slips
    others = _with_other_verb(state, expressions, step, tokens, block)
    candidates += others
    slips += [one for one in others if edits(one.split()[0].lower(), verb.text, 2) <= 2]
    if not candidates:
        candidates = in_other_words(state, (tokens[0].span[0], tokens[-1].span[1]))
    if not candidates:
        candidates = _suggest(state, expressions, tokens, chunks, "action", block)
    if not candidates:
        # `email the person "…"`: the noun before a text may be a thing of its own.
        each = chunks_of(state, expressions, tokens, labels=True)
        if len(each) > len(chunks):
            candidates = _suggest(state, expressions, tokens, each, "action", block, in_order=True)
    understood = [f"{text} ({_described(state, expr, kind)})" for text, expr, kind in chunks]
    head = "or teach it here:" if candidates else "Teach it here:"
    teaching = [head, f"  {_teaching(tokens, chunks)}", "      …"]
    if slips:
        # A slip of the pen is no new word.
        teaching = []
    span = (tokens[0].span[0], tokens[-1].span[1])
    written = (verb.written or verb.text).lower()
    if known and _unread_filter(state, tokens, understood):
        return
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


def _sentences_with(state: State, verb: str) -> list[str]:
    """Return how the sentences that begin with a verb go, for one that is like none of them."""
    found: dict[str, None] = {}
    for entry in _entries(state, "action"):
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


def _reported_otherwise(state: State, sentence: str, span: tuple[int, int]) -> bool:
    """Report a sentence for which the language has other words; say whether it is one."""
    found = mannered(sentence)
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
    return _suggest(state, expressions, tokens, chunks, form, False)


def understood_of(
    state: State, expressions: Expressions, tokens: Sequence[tree.Token]
) -> list[str]:
    """Return the values among the words, each with what it is."""
    chunks = chunks_of(state, expressions, tokens)
    return [f"{text} ({_described(state, expr, kind)})" for text, expr, kind in chunks]


Chunk = tuple[str, tree.Expr, Kind]


def chunks_of(
    state: State,
    expressions: Expressions,
    tokens: Sequence[tree.Token],
    *,
    whole: bool = True,
    labels: bool = False,
) -> list[Chunk]:
    """Return the longest values among the words, from left to right, as written; with `labels`
    also the nouns that may only say what the text behind them is."""
    found: list[Chunk] = []
    tokens = tokens[:_TOLD]
    at = 0 if not whole else 1
    while at < len(tokens):
        token = tokens[at]
        if token.value is not None or _opens(token):
            chunk = _longest(state, expressions, tokens, at)
            if chunk is not None:
                written, expr, kind, after = chunk
                # In `the spreadsheet "a.xlsx"` the noun only says what the text is.
                label = (
                    isinstance(expr, tree.Name)
                    and state.scope.find(expr.name) is None
                    and after < len(tokens)
                    and tokens[after].kind == "text"
                )
                at = after
                if not label or labels:
                    found.append((written, expr, kind))
                continue
        at += 1
    return found


def label_and_value(
    state: State, expressions: Expressions, tokens: Sequence[tree.Token], at: int
) -> tuple[str, int] | None:
    """Return the value that begins at a token, with the noun that says what it is (`the file
    "a.pdf"`), and where it ends; None where no value begins there."""
    if tokens[at].value is None and not _opens(tokens[at]):
        return None
    chunk = _longest(state, expressions, tokens, at)
    if chunk is None:
        return None
    written, expr, _, after = chunk
    if (
        isinstance(expr, tree.Name)
        and state.scope.find(expr.name) is None
        and after < len(tokens)
        and tokens[after].kind == "text"
    ):
        after += 1
        written = plain(state, (tokens[at].span[0], tokens[after - 1].span[1]))
    return written, after


def _opens(token: tree.Token) -> bool:
    if token.kind != "word":
        return token.kind == "quoted"
    return token.text in ("the", "this", "my", "our", "each", "it", "its") or (
        token.written[:1].isupper()
    )


def _longest(
    state: State, expressions: Expressions, tokens: Sequence[tree.Token], at: int
) -> tuple[str, tree.Expr, Kind, int] | None:
    for stop in range(min(len(tokens), at + _LONGEST), at, -1):
        if stop - at == 1 and tokens[at].kind == "word" and tokens[at].text in ARTICLES:
            return None
        expr = reading.values_of(tuple(tokens[at:stop]))
        if expr is None or isinstance(expr, tree.Phrase):
            continue
        with state.trying(for_offer=True) as trial:
            value = expressions.resolve(expr)
        if trial.problems:
            continue
        written = plain(state, (tokens[at].span[0], tokens[stop - 1].span[1]))
        return written or tokens[at].text, expr, value.kind, stop
    return None


def _described(state: State, expr: tree.Expr, kind: Kind) -> str:
    if isinstance(expr, tree.Name):
        known = state.scope.find(expr.name)
        if known is not None:
            return known.whence
        return "an input"
    return kind.word if kind.word != "any" else "a value"


def _verbs(state: State) -> set[str]:
    return {*state.own.actions.words, *state.library.phrases.actions.words}


def _suggest(
    state: State,
    expressions: Expressions,
    tokens: Sequence[tree.Token],
    chunks: list[Chunk],
    form: str,
    block: bool,
    *,
    in_order: bool = False,
) -> list[str]:
    words = {lemma(t.text) for t in tokens if t.kind == "word" and t.text not in ARTICLES}
    first = lemma(tokens[0].text)
    ranked = []
    for order, entry in enumerate(_entries(state, form)):
        score = _likeness(entry, words, first)
        if score > 0:
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


def _names_words_of(state: State, entry: Entry, chunk: Chunk) -> bool:
    """Say whether what was taken for a value is the phrase's own words: `the postage` of `the
    postage to …`."""
    expr = chunk[1]
    if not isinstance(expr, tree.Name) or state.scope.find(expr.name) is not None:
        return False
    words = {lemma(word) for word in expr.name.split()}
    return words <= {one for one in entry.pattern if isinstance(one, str)}


def _entries(state: State, form: str) -> list[Entry]:
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
        if chosen is None:
            return None
        left.remove(chosen)
        words.append(chosen[0])
    return None if spare else worded(entry, words)


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


def _teaching(tokens: Sequence[tree.Token], chunks: list[Chunk]) -> str:
    """Return the header of a definition that would teach the sentence."""
    text = " ".join(t.written or t.text for t in tokens).replace(" 's", "'s")
    for written, expr, kind in chunks:
        noun = expr.name if isinstance(expr, tree.Name) else kind.noun or "thing"
        from kognilang.language.words import singular

        noun = singular(noun)
        text = text.replace(written, with_article(noun), 1)
    # Of `the file "a.pdf"` the noun is the parameter's.
    text = sub(r"\b[Tt]he (\w+) an? thing\b", r"a \1", text)
    return f"To {text[:1].lower()}{text[1:]}:"
