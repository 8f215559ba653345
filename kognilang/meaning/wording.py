"""Wordings: the English of a skill or a header, taken apart into literal words and places.

    send an email to {recipient} [with the subject {subject}] saying {body: block}

Literal words match by lemma and articles are ignored; `[...]` is optional and optional
groups beside each other come in any order; `a|b` are alternatives; `{slot}` takes a value,
`{slot: role}` says how it is given (see `kognilang.meaning.skill.Slot`).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import permutations, product
from re import compile as pattern

from kognilang.dataclass import dataclass
from kognilang.language.words import lemma
from kognilang.values.kinds import KINDS

ARTICLES = frozenset(("a", "an", "the"))
ROLES = frozenset(("value", "block", "name", "kind", "column", "row"))


@dataclass(frozen=True, slots=True)
class Place:
    """A slot in a wording: its name, its role, and a kind if this wording asks for one
    (`{target: folder}`)."""

    name: str
    role: str = "value"
    kind: str = ""


Element = str | Place
"""A lemma or a place."""
Pattern = tuple[Element, ...]


class BadWording(ValueError):
    """A wording that cannot be taken apart; the message says why."""


_PIECE = pattern(r"\{([^{}]*)\}|([\[\]])|([^\s\[\]{},:]+)|[,:]")


@lru_cache(maxsize=4096)
def patterns(wording: str) -> tuple[Pattern, ...]:
    """Return every flat pattern that a wording stands for, the fullest first.

    Raises BadWording for brackets that do not close, an empty slot or an unknown role.
    """
    pieces = list(_pieces(wording))
    groups, rest = _groups(pieces, 0, wording, inside=False)
    if rest != len(pieces):
        raise BadWording(f"A bracket is closed and was not opened: {wording}")
    found = dict.fromkeys([*_expand(groups), *_expand(_optional_last(groups))])
    if any(not elements for elements in found):
        raise BadWording(f"A wording needs at least one word that is not optional: {wording}")
    return tuple(sorted(found, key=len, reverse=True))


def form_of(wording: str) -> str:
    """Return what a wording makes: `noun`, `adjective` or `action`."""
    first = wording.split(" ", 1)[0].lower()
    if first in ARTICLES or first == "this":
        return "noun"
    return "adjective" if wording.startswith("{") else "action"


# A parsed wording is a list of: str (a literal with `|` kept), Place, or list (optional group).
_Group = list["str | Place | _Group"]


def _pieces(wording: str) -> list[str | Place]:
    pieces: list[str | Place] = []
    for match in _PIECE.finditer(wording):
        slot, bracket, word = match.groups()
        if slot is not None:
            name, _, role = (part.strip() for part in slot.partition(":"))
            if name and role in KINDS:
                pieces.append(Place(name, "value", role))
                continue
            if not name or (role and role not in ROLES):
                raise BadWording(f"{{{slot}}} is no slot of a wording: {wording}")
            pieces.append(Place(name, role or "value"))
        elif bracket:
            pieces.append(bracket)
        elif word and word.lower() not in ARTICLES:
            pieces.append(word.lower())
    return pieces


def _groups(
    pieces: list[str | Place], at: int, wording: str, *, inside: bool
) -> tuple[_Group, int]:
    group: _Group = []
    while at < len(pieces):
        piece = pieces[at]
        if piece == "]":
            if not inside:
                return group, at
            return group, at + 1
        if piece == "[":
            inner, at = _groups(pieces, at + 1, wording, inside=True)
            group.append(inner)
            continue
        group.append(piece)
        at += 1
    if inside:
        raise BadWording(f"A bracket is not closed: {wording}")
    return group, at


def _expand(group: _Group) -> list[Pattern]:
    """Return the flat patterns of a sequence, runs of optional groups in every order."""
    parts: list[list[Pattern]] = []
    at = 0
    while at < len(group):
        piece = group[at]
        if isinstance(piece, list):
            run = []
            while at < len(group) and isinstance(group[at], list):
                run.append(_expand(group[at]))  # type: ignore[arg-type]
                at += 1
            parts.append(_in_any_order(run))
            continue
        if isinstance(piece, Place):
            parts.append([(piece,)])
        else:
            parts.append([(lemma(word),) for word in piece.split("|") if word])
        at += 1
    return [tuple(e for part in choice for e in part) for choice in product(*parts)]


def _optional_last(group: _Group) -> _Group:
    """Return the sequence with its optional groups behind what has to be said: `saying {body}
    with the subject {subject}`; nothing where that would part a verb from what it is said of."""
    first = next((at for at, piece in enumerate(group) if isinstance(piece, list)), len(group))
    after = [piece for piece in group[first:] if not isinstance(piece, list)]
    if not after or not isinstance(after[0], str) or not isinstance(after[-1], Place):
        return group
    return [*group[:first], *after, *(one for one in group[first:] if isinstance(one, list))]


def _in_any_order(run: list[list[Pattern]]) -> list[Pattern]:
    found: list[Pattern] = []
    for count in range(len(run), -1, -1):
        for chosen in permutations(run, count):
            for choice in product(*chosen):
                found.append(tuple(e for part in choice for e in part))
    return found
