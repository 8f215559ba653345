"""What may come next at the cursor of an unfinished sentence: forms of the grammar, phrases of
the installed skills, names in scope and the fields of what they name."""

from __future__ import annotations

from kognilang.dataclass import dataclass
from kognilang.language.lexer import tokens as lexed
from kognilang.language.tree import Token
from kognilang.meaning.sight import Sight, owner_of
from kognilang.meaning.vocabulary import Vocabulary

MOST = 120
_TAILS = 4
"""So many words at the end may be the beginning of what comes next."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """A text that may replace the last `length` characters; `about` says what it is."""

    text: str
    length: int
    about: str = ""


def continuations(before: str, vocabulary: Vocabulary) -> list[Continuation]:
    """Return what may come next after a text, the likeliest first."""
    mode, sentence = _place(before)
    if mode == "text":
        return []
    tokens = lexed(sentence)
    if mode == "sentence":
        tokens = _last_sentence(tokens)
    if tokens and tokens[-1].kind == "text" and not sentence.endswith((" ", '"', "”")):
        return []
    sight = Sight(vocabulary, before, mode == "braces")
    found: dict[str, Continuation] = {}
    ends = sentence[-1:].isspace() or not tokens
    words = 0
    while words < min(_TAILS, len(tokens)) and tokens[-1 - words].kind == "word":
        words += 1
    for size in range(words, -1 if ends else 0, -1):
        head = tuple(tokens[: len(tokens) - size])
        begin = tokens[len(tokens) - size].span[0] if size else len(sentence)
        tail = " ".join(sentence[begin:].lower().split()) + (" " if size and ends else "")
        for text, about in sight.after(head):
            if text.lower().startswith(tail) and len(text) > len(tail):
                if mode == "sentence" and not head and not sentence[:begin].strip():
                    text = text[:1].upper() + text[1:]
                # The same words may be reached by two ways: what replaces least is kept.
                found[f"{sentence[:begin].lower()}{text.lower()}"] = Continuation(
                    text, len(sentence) - begin, about
                )
            if len(found) >= MOST:
                break
    owner = owner_of(tokens) if not ends else ""
    if owner in vocabulary.names and vocabulary.fields_of(owner):
        mark = "'" if owner.endswith("s") else "'s"
        found.setdefault(mark, Continuation(mark, 0, f"a field of the {owner}"))
    return list(found.values())


def _place(before: str) -> tuple[str, str]:
    """Return where the cursor stands (`sentence`, `text` in quotes, or `braces` in a text), and
    what is typed there so far."""
    line = before.rsplit("\n", 1)[-1]
    stack: list[tuple[str, int]] = [("sentence", 0)]
    for at, mark in enumerate(line):
        inside = stack[-1][0]
        if mark in '"“”':
            if inside == "text":
                stack.pop()
            else:
                stack.append(("text", at + 1))
        elif mark == "{" and inside == "text":
            stack.append(("braces", at + 1))
        elif mark == "}" and inside == "braces":
            stack.pop()
    mode, start = stack[-1]
    return mode, line[start:]


def _last_sentence(tokens: list[Token]) -> list[Token]:
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at].kind == "mark" and tokens[at].text in (".", ":", ";"):
            return tokens[at + 1 :]
    while tokens and tokens[0].kind == "mark" and tokens[0].text in ("-", "*"):
        tokens = tokens[1:]
    return tokens
