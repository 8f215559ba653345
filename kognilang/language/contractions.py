"""Words that are run together (`it's`, `they're`) or say the same at length (`has been paid`)."""

from __future__ import annotations

from kognilang.language.scanning import Tokens
from kognilang.language.tree import Token

_PRONOUNS = frozenset(("it", "that", "this", "there", "here", "he", "she", "who", "what"))
"""What is never the owner in `it's`."""
_BEEN = {
    "has": "is", "have": "are", "had": "is",
    "hasn't": "isn't", "haven't": "aren't", "hadn't": "isn't",
}  # fmt: skip
_CANNOT = frozenset(("can't", "cannot", "couldn't"))
_READ = frozenset(("read", "opened"))


_GOES_ON = frozenset(
    ("not", "is", "are", "isn't", "aren't", "has", "have", "hasn't", "haven't", "does", "do",
     "doesn't", "don't", "whose", "less", "more", "at", "still")
)  # fmt: skip
"""What stands behind a `but` that joins two things said of one, as `and` does."""
_ALL = frozenset(("all", "everything", "every", "nothing", "none", "any", "anything", "anybody"))


def may_be_short(text: str) -> bool:
    """Tell whether a sentence may hold what `spelled_out` changes: a quick look at its letters."""
    return "'" in text or "’" in text or " been " in text or " be " in text or " but " in text


def spelled_out(tokens: Tokens) -> Tokens:
    """Return the tokens of a sentence with `it is` for `it's`, `they are` for `they're`, `is paid`
    for `has been paid`, and `does not exist` for `cannot be found`; the same tokens where nothing
    is to be changed."""
    found: list[Token] = []
    at, count, changed = 0, len(tokens), False
    while at < count:
        token = tokens[at]
        taken: int = 0
        words: tuple[str, ...] = ()
        if token.kind == "word":
            taken, words = _longer(tokens, at)
        elif token.text == "'s" and at and tokens[at - 1].text in _PRONOUNS:
            taken, words = 1, ("is",)
        if not taken:
            found.append(token)
            at += 1
            continue
        span = (token.span[0], tokens[at + taken - 1].span[1])
        found += [Token("word", word, span, word) for word in words]
        changed = True
        at += taken
    return tuple(found) if changed else tokens


def _longer(tokens: Tokens, at: int) -> tuple[int, tuple[str, ...]]:
    """Return how many tokens say something in other words, and those words; 0 where none do."""
    text = tokens[at].text
    after = [token.text for token in tokens[at + 1 : at + 4]]
    if (
        text == "but"
        and after[:1]
        and after[0] in _GOES_ON
        and at
        and (tokens[at - 1].text not in _ALL)
    ):
        # `is delivered but not invoiced`; `all but the first` is no such thing.
        return 1, ("and",)
    if text in ("they're", "we're", "you're"):
        return 1, (text[:-3], "are")
    if text in _BEEN and after[:1] == ["been"] and len(after) > 1:
        return 2, (_BEEN[text],)
    if text in _BEEN and after[:2] == ["not", "been"]:
        return 3, (_BEEN[text], "not")
    denied = text in _CANNOT
    if denied or text in ("can", "could"):
        if not denied and after[:1] == ["not"]:
            denied, after = True, after[1:]
        length = 3 + (denied and text not in _CANNOT)
        if after[:1] == ["be"] and len(after) > 1:
            if after[1] == "found":
                return length, ("does", "not", "exist") if denied else ("exists",)
            if after[1] in _READ:
                return length, ("is", "not", "readable") if denied else ("is", "readable")
    return 0, ()
