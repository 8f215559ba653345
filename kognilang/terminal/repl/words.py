"""What may come next at the cursor: phrases, names and properties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kognilang.dataclass import dataclass

STARTERS = (
    "Add the",
    "Ask",
    "For each",
    "If",
    "Let the",
    "Make sure",
    "Process each",
    "Say",
    "Set the",
    "Show the",
    "Stop.",
    "Subtract",
    "The",
    "To",
    "Unless",
    "While",
)
"""How sentences of the language itself begin."""

_SENTENCE_START = re.compile(r'(?:^|\.\s+|:\s+|\bthen\s+|,\s+)([^.:"]*)\Z')
_NAME = re.compile(r"\b(?:the|each|my|our|this|a|an)\s+((?:[\w-]+\s+)*[\w-]*)\Z", re.IGNORECASE)
_PROPERTY = re.compile(r"\b(?:the|each|my|our|its?)\s+([\w -]+?)(?:['’]s|s['’])\s+([\w ]*)\Z", re.I)
_PIECE = re.compile(r"\{[^}]*\}|[^\s\[\]{}]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that may replace the last `length` characters; `about` says what it is."""

    text: str
    length: int
    about: str = ""


def candidates(
    before: str,
    phrases: Iterable[tuple[str, str]],
    names: Mapping[str, str],
    properties: Mapping[str, Sequence[str]],
    commands: Iterable[str] = (),
) -> Iterator[Candidate]:
    """Yield what may come next after the text `before` the cursor.

    `phrases` are (wording, effect); `names` map a name in scope to its kind; `properties`
    map a name to the properties of what it names.
    """
    line = before.rsplit("\n", 1)[-1]
    if line.startswith(":"):
        yield from (Candidate(c, len(line), "command") for c in commands if c.startswith(line))
        return
    if _in_quotes(line):
        return
    yield from _property_candidates(line, properties)
    yield from _name_candidates(line, names)
    start = _SENTENCE_START.search(line)
    if start is None:
        return
    typed = start[1].lstrip()
    if not typed:
        return
    for opening in STARTERS:
        if len(opening) > len(typed) and opening.lower().startswith(typed.lower()):
            yield Candidate(opening, len(typed), "sentence")
    for wording, effect in phrases:
        rest = next_words(wording, typed)
        if rest is not None:
            text, length = rest
            if not line[: len(line) - len(typed)].strip() and length == len(typed):
                text = text[:1].upper() + text[1:]
            yield Candidate(text, length, f"{effect}: {wording}")


def next_words(wording: str, typed: str) -> tuple[str, int] | None:
    """Return the literal words of a wording that go on from what is typed, and how many typed
    characters they replace; None where the typed text is not a beginning of the wording."""
    pieces = [piece.split("|")[0] for piece in _PIECE.findall(wording)]
    words = typed.split()
    partial = not typed.endswith((" ", "\t"))
    at = 0
    place = 0
    while place < len(pieces):
        if pieces[place].startswith("{"):
            following = pieces[place + 1] if place + 1 < len(pieces) else None
            if following is None or at >= len(words):
                return None
            # The slot takes words up to the next literal one, at least one.
            stop = next(
                (
                    i
                    for i in range(at + 1, len(words))
                    if words[i].lower() == following.lower()
                    or (partial and i == len(words) - 1 and _begins(following, words[i]))
                ),
                None,
            )
            if stop is None:
                if partial:
                    return None
                return _literal_run(pieces, place + 1), 0
            at = stop
            place += 1
            continue
        if at == len(words):
            return (_literal_run(pieces, place), 0) if not partial else None
        last = at == len(words) - 1
        if last and partial:
            if _begins(pieces[place], words[at]) and words[at].lower() != pieces[place].lower():
                return _literal_run(pieces, place), len(words[at])
            if words[at].lower() == pieces[place].lower() and place + 1 < len(pieces):
                rest = _literal_run(pieces, place)
                return (rest, len(words[at])) if " " in rest else None
            return None
        if words[at].lower() != pieces[place].lower():
            return None
        at += 1
        place += 1
    return None


def _begins(word: str, typed: str) -> bool:
    return word.lower().startswith(typed.lower())


def _literal_run(pieces: list[str], place: int) -> str:
    run: list[str] = []
    for piece in pieces[place:]:
        if piece.startswith("{"):
            break
        run.append(piece)
    return " ".join(run)


def _name_candidates(line: str, names: Mapping[str, str]) -> Iterator[Candidate]:
    found = _NAME.search(line)
    if found is None:
        return
    typed = found[1].lower()
    for name, kind in sorted(names.items()):
        if name.lower().startswith(typed) and name.lower() != typed:
            yield Candidate(name, len(found[1]), kind or "name")


def _property_candidates(line: str, properties: Mapping[str, Sequence[str]]) -> Iterator[Candidate]:
    found = _PROPERTY.search(line)
    if found is None:
        return
    owner, typed = found[1].lower().strip(), found[2]
    for name in properties.get(owner, ()):
        if name.lower().startswith(typed.lower()) and name.lower() != typed.lower():
            yield Candidate(name, len(typed), f"of the {owner}")


def _in_quotes(line: str) -> bool:
    """Inside a text, but not inside `{…}` in it, nothing is completed."""
    inside = False
    depth = 0
    for mark in line:
        if mark in '"“”' and not depth:
            inside = not inside
        elif inside and mark == "{":
            depth += 1
        elif depth and mark == "}":
            depth -= 1
    return inside and not depth
