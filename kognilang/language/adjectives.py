"""The adjectives of several words that a text defines: `on hold`, `in good standing`.

Their words may be prepositions, which elsewhere end a name or begin a comparison. So the reader
knows them before it reads: what `An order is on hold if …` defines is said by `is on hold`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kognilang.language.tree import Token
from kognilang.language.words import DETERMINERS, PREPOSITIONS, RESERVED, WEEKDAYS
from kognilang.text.source import Source

_DEFINED = re.compile(
    r"(?:^[ \t]*(?:[-*+•][ \t]+|\w{1,2}[.)][ \t]+)?|(?<=\.)\s+)an?[ \t]+[\w '’-]+?[ \t]+is[ \t]+"
    r"(?:(?:called|considered|deemed|regarded as|said to be)[ \t]+)?"
    r"(\w[\w-]*(?:[ \t]+\w[\w-]*)+?)[ \t]+if\b",
    re.IGNORECASE | re.MULTILINE,
)
_USED = re.compile(
    r"^[ \t]*(?:[-*+•][ \t]+)?use the (?:procedures|definitions) (?:in|from|of)[ \t]+"
    r"[\"“]([^\"“”\n]+)",
    re.IGNORECASE | re.MULTILINE,
)

_NEVER = (RESERVED - PREPOSITIONS - {"of"}) | {
    "not", "more", "less", "least", "most", "exactly", "today", "tomorrow", "yesterday",
}  # fmt: skip
"""Words that no adjective has: with them, a condition stands there."""

_NONE: frozenset[tuple[str, ...]] = frozenset()

_known: list[frozenset[tuple[str, ...]]] = [_NONE]
"""What is known, the innermost text last; each holds what the texts around it define too."""


@contextmanager
def defined_in(source: Source) -> Iterator[None]:
    """Within the block, read the adjectives of several words that a text and the files that it
    uses define."""
    found = _defined(source.text, source.path.parent if source.path is not None else None, set())
    _known.append(_known[-1] | found if found else _known[-1])
    try:
        yield
    finally:
        _known.pop()


def known() -> frozenset[tuple[str, ...]]:
    """Return the adjectives of several words that are known now, each as its words."""
    return _known[-1]


def end_of(tokens: Sequence[Token], at: int) -> int:
    """Return where the known adjective that begins at a token ends; its place if none does."""
    if not _known[-1]:
        return at
    ends = [at]
    for words in _known[-1]:
        end = at + len(words)
        if (
            end <= len(tokens)
            and all(tokens[at + i].text == word for i, word in enumerate(words))
            and all(one.kind == "word" for one in tokens[at:end])
            and (end == len(tokens) or _ends(tokens[end]))
        ):
            ends.append(end)
    return max(ends)


def _ends(token: Token) -> bool:
    return token.kind != "word" or token.text in RESERVED or token.text in DETERMINERS


def _defined(text: str, folder: Path | None, seen: set[Path]) -> frozenset[tuple[str, ...]]:
    found = frozenset(filter(_adjective, (tuple(hit.lower().split()) for hit in _headed(text))))
    if folder is None:
        return found
    for name in _USED.findall(text):
        path = folder / name
        try:
            path = path.resolve()
            if path in seen:
                continue
            seen.add(path)
            used = path.read_text(encoding="utf-8", errors="replace")
        except (OSError, ValueError):
            continue  # That it is not there is said where the file is brought in.
        found |= _defined(used, path.parent, seen)
    return found


def _headed(text: str) -> Sequence[str]:
    return _DEFINED.findall(text)


def _adjective(words: tuple[str, ...]) -> bool:
    """Tell whether words are an adjective's that could not be read without being known.

    After a preposition, a determiner begins a value that something is compared with.
    """
    if any(word in _NEVER for word in words[1:]) or words[0] in _NEVER | set(DETERMINERS):
        return False
    if words[-1] in WEEKDAYS:
        return False
    prepositions = [word in PREPOSITIONS or word == "of" for word in words]
    return any(prepositions) and not (prepositions[0] and words[1] in DETERMINERS)
