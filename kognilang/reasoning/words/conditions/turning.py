"""Turning: what is done with things of a sort, with the others only, or with both."""

from __future__ import annotations

import re

from kognilang.dataclass import dataclass
from kognilang.language.words import lemma
from kognilang.reasoning.words.conditions.clauses import left_alone, others
from kognilang.reasoning.words.conditions.framing import not_done
from kognilang.reasoning.words.conditions.ruling import left_out
from kognilang.reasoning.words.phrases.synonyms import is_verb

SO_IS_IT = re.compile(
    r"(?i)(?:(?:then|so|please|you|we|they|yes|sure|certainly|of course|yes please|go ahead|"
    r"are|is|do|does|will|can|may|get|gets|go|goes|must|should|have|has)(?: (?:be|so|it|to|yes|"
    r"please|ahead|⟦\d+⟧))*|(?:that|it)'s (?:fine|ok|okay))$"
)
"""What says that what was said of others not to be done is done."""


@dataclass(slots=True)
class Turned:
    """What is done with things of a sort, `turned` where it is done with all but them; and what is
    done with the others."""

    rest: str
    turned: bool = False
    other: str = ""


def turned_by(text: str) -> Turned:
    """Return what a marked text without the word for its sort does with things of that sort."""
    for frame in left_out(text):
        if re.fullmatch(r"(?i)(?:the |all |any )*⟦\d+⟧(?: ones)?", frame.said):
            return Turned(frame.rest, True)
    left = left_alone(text)
    if left:
        return Turned(left, True)
    spared = _SPARED.search(text)
    if spared is not None and re.search(r"[a-z]", text[: spared.start()]):
        return Turned(text[: spared.start()].strip(" ,"), True)
    return split(text)


_SPARED = re.compile(
    r"(?i)[,;]? ?(?:and |but |just )*(?:except(?:ing)?(?: for)?|not|apart from|aside from|unless|"
    r"other than|with the exception of|only not)(?: for| with| to)?(?: the| any| those)? ⟦\d+⟧"
    r"(?: ones)?$"
)


def split(text: str) -> Turned:
    """Return what is done with things of a sort and what with the others, where the text says
    both."""
    rest, other = others(text, 0)
    done = not_done(rest)
    if not done or _WAITING.search(rest):
        return Turned(rest, False, other)
    if not other:
        return Turned(done, True) if not re.search(r"[,;:]", rest) else Turned(rest)
    if SO_IS_IT.match(other) or _verbs(done) & _verbs(other):
        # They are not renewed, all the others are.
        return Turned(done, True)
    return Turned(other, True)


def _verbs(text: str) -> set[str]:
    words = (lemma(one) for one in re.findall(r"[a-z]+", text.lower()))
    return {one for one in words if len(one) > 2 and is_verb(one)} - _HELPING


_WAITING = re.compile(r"(?i)\b(?:until|till|before|unless|without)\b")
_HELPING = {"have", "get", "must", "will", "can", "may", "the", "for", "with", "are", "this"}


def denied(so: str) -> str:
    """Return the contrary of a condition that a word of the text states."""
    yes_no = re.fullmatch(r"(.+ is )(yes|no)", so)
    if yes_no is not None:
        return yes_no[1] + ("no" if yes_no[2] == "yes" else "yes")
    if " is not " in so:
        return so.replace(" is not ", " is ", 1)
    return so.replace(" is ", " is not ", 1)
