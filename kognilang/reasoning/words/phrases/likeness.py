"""Likeness: how much a phrase has of the words of a sentence, by the words themselves and by
verbs that mean much the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kognilang.language.words import lemma
from kognilang.meaning.kindred import PHRASES
from kognilang.reasoning.phrasebook import Phrase
from kognilang.reasoning.words.naming.mentions import MARK
from kognilang.reasoning.words.phrases.idioms import said_for
from kognilang.reasoning.words.phrases.predicates import predicates
from kognilang.reasoning.words.phrases.synonyms import (
    LIGHT,
    PARTICLES,
    closeness,
    is_verb,
    phrases_of_verbs,
    verb_of,
)

_COMMON = frozenset(
    ("a", "an", "the", "of", "to", "in", "is", "be", "and", "or", "for", "it", "this", "with",
     "that", "on", "at", "by", "from", "as", "please", "do", "have", "should", "must", "we", "our")
)  # fmt: skip
_WITH_PARTICLE = 0.7
"""What a verb counts alone that has a particle in the sentence: turn, in turn down."""

_IDIOM = 0.9
"""What an idiom counts that is the whole of a sentence."""

_MOSTLY, _WHOLE = 0.8, 0.4
"""What an idiom counts besides that is more than half of a sentence."""

_SLIGHT = 0.6
"""What a verb counts that means little by itself: make, get, put."""

_ALONE = 0.4
"""What a verb counts at the most that stands in a verb phrase."""

_NOMINAL = 0.9
"""What a noun counts that is made of a verb."""

_AGAIN = ("re", "un", "dis", "de")
_PREFIX = 0.3
"""What it counts that two verbs begin alike (reactivate, reopen), or that one says again."""

_APART = 0.95
"""What a verb counts without the particle that stands apart from it."""

_BY_STATE = 0.85
"""What a verb counts that is like the state in which a definition leaves its thing."""

_TOLD = 0.4
"""What a word of that state counts."""

_STATE = re.compile(r"^Set .* to \"([a-z ]+?)(?:[:,{][^\"]*)?\"\.$")

_DATA = frozenset(("table", "database", "query", "sheet", "inbox", "list"))
"""What a sentence says, as a rule, that is about it."""
_MAIL = frozenset(("mail", "email", "message", "post", "letter", "inbox", "mailbox"))
_NO_DATA = 0.6
"""What it counts against a phrase that the sentence does not say so."""

_UNSAID = 0.15
"""What a word of a phrase counts against it that the sentence does not say."""
_STANDS_FOR: dict[str, list[str]] = {}
"""The verbs for which a phrase's verb stands, as the language itself suggests it."""
for _verb, _others in PHRASES.items():
    for _other in _others:
        _STANDS_FOR.setdefault(_other, []).append(_verb)


_BY_OTHERS = re.compile(r"\b(?:text message|sms|letter|fax|whatsapp|post|postcard)\b")


def _otherwise(words: Sequence[str]) -> bool:
    """Tell whether words speak of what is sent otherwise than by mail: a text message."""
    return _BY_OTHERS.search(" ".join(words)) is not None


_MADE = re.compile(r"^\s*(?:please )?(\w+)(?: out)? (?:an?|the) (\w+) (?:of|for|on|to)\b")


_DENIED = re.compile(
    r"(?:\b(?:cannot|can not|will not|do not|does not|shall not|must not|may not|not|never|"
    r"no longer)|"
    r"n't)(?: be)?(?: (?:going to|able to|want to|really|simply|just))* "
    r"(?:agreed?(?: to| with)?|accept(?:ed|able)?|approved?|grant(?:ed)?|allow(?:ed)?|"
    r"admit(?:ted)?|"
    r"possible|on|go through|let (?:in|through)|permitted?|give(?:n)? (?:our |the )?(?:ok|okay))\b"
    r"|\b(?:it is|it's|that is|that's|is|gets?|means|as) a (?:clear |firm )?(?:no|no-go|refusal)\b"
    r"|\bno chance\b"
)
"""What says no."""


_GIVEN = re.compile(
    r"\b(?:give|gives|given|do|has|have|had|get|gets|needs?|wants?|requires?|deserves?|due|"
    r"receives?|"
    r"for) +(?:it |them |him |her )?(?:an?|another|one more|its|their|the) (?:good |quick |"
    r"thorough |"
    r"proper |full |new |fresh |second |little |bit of an? )*(\w+)(?= *(?:$|[,;.]| and | with | "
    r"by | "
    r"from | for | to | at | on | in | again| too| first| as well| now| then))"
)
"""Give it a brush: what is done is the noun."""


class Likeness:
    """Scores phrases against one sentence. `among` are the phrases that are compared: a word that
    many of them have says little."""

    def __init__(self, sentence: str, among: Iterable[Phrase]) -> None:
        bare = MARK.sub(" ", re.sub(r'"[^"]*"', " ", sentence.lower()))
        self.words = [lemma(one) for one in re.findall(r"[a-z]+", bare)]
        self.present = set(self.words)
        self.verbs = _verbs(predicates(sentence))
        made = _MADE.search(bare)
        if made is not None and (is_verb(lemma(made[2])) or verb_of(made[2])):
            # Organise a tasting of the recipe: what is done is the noun.
            done = verb_of(made[2]) or lemma(made[2])
            self.verbs = [(verb, 0.5 * weight) for verb, weight in self.verbs if verb != done]
            self.verbs.append((done, 1.0))
        given = _GIVEN.search(bare)
        if given is not None and is_verb(lemma(given[1])):
            self.verbs.append((lemma(given[1]), 0.9))
        if _DENIED.search(bare):
            # We cannot agree to it: what is done is what says no.
            self.verbs = [(verb, 0.3 * weight) for verb, weight in self.verbs]
            self.verbs.append(("reject", 1.0))
        self.idioms = said_for(sentence)
        self._near: dict[str, float] = {}
        self._frequency: dict[str, int] = {}
        for phrase in among:
            for word in phrase.words:
                self._frequency[word] = self._frequency.get(word, 0) + 1

    def verb(self, phrase: Phrase) -> float:
        """Return how near the sentence's verbs are to the phrase's: 0 to 1."""
        if phrase.name not in self._near:
            self._near[phrase.name] = self._nearness(phrase)
        return self._near[phrase.name]

    def _nearness(self, phrase: Phrase) -> float:
        best = 0.0
        own = _verb_of(phrase)
        # Hand an invoice over: what handing means counts nearly as much.
        apart = own != phrase.verb and not phrase.name.startswith(own)
        begun = next((one for one in _AGAIN if phrase.verb.startswith(one)), "")
        for verb, weight in self.verbs:
            near = closeness(verb, own)
            if apart:
                near = max(near, _APART * closeness(verb, phrase.verb))
            for other in _STANDS_FOR.get(phrase.verb, ()):
                near = max(near, 0.9 * closeness(verb, other))
            for other in _made_so(phrase):
                near = max(near, _BY_STATE * closeness(verb, other))
            if begun and verb.startswith(begun) and near < _PREFIX:
                near = _PREFIX
            best = max(best, near * weight)
        if begun == "re" and self.present & {"again", "back", "anew"}:
            best = max(best, _PREFIX)
        if phrase.book != "this file":
            for wording, share in self.idioms.items():
                if phrase.name.startswith(wording):
                    course = share > _MOSTLY and phrase.verb in ("stop", "skip", "wait")
                    best = max(best, _IDIOM * share + (_WHOLE if course else 0.0))
        return best

    def score(self, phrase: Phrase) -> float:
        """Return how alike a phrase is, by its words alone."""
        shared = (self.present & phrase.words) - _COMMON
        found = sum(1.0 / self._frequency.get(word, 1) for word in shared)
        found += 2.0 * self.verb(phrase)
        found += 0.15 * len((self.present & _about(phrase)) - _COMMON)
        if phrase.book == "this file":
            told = (self.present & _made_so(phrase)) - phrase.words - _COMMON
            return found + 0.5 + _TOLD * len(told)
        if phrase.name.startswith("tell {") and self.present & {"mail", "email"}:
            found -= 2.0
        mailed = bool(self.present & {"mail", "email"})
        if phrase.verb == "send" and not mailed and _otherwise(self.words):
            found -= 2.0
        if phrase.name.startswith("add to the file"):
            # Nothing is lost by it, where writing would replace what there is.
            found += 0.1
        missing = _DATA & phrase.words - self.present
        found -= _NO_DATA * len(missing)
        if "inbox" in missing and not self.present & _MAIL:
            found -= 2.0
        return found - _UNSAID * len(phrase.words - self.present - _COMMON - {phrase.verb})

    def evident(self, phrase: Phrase) -> bool:
        """Tell whether a word of the sentence is one of the phrase's, or a verb nearly its own."""
        return self.verb(phrase) >= 0.4 or bool((self.present & phrase.words) - _COMMON)

    def shares(self, phrase: Phrase) -> bool:
        """Tell whether a phrase has anything of the sentence: a word, or a verb like its own."""
        return bool(
            phrase.book == "this file"
            or self.verb(phrase) > 0.0
            or (self.present & (phrase.words | _about(phrase))) - _COMMON
        )


def _verb_of(phrase: Phrase) -> str:
    """Return the verb of a phrase; of a text's own, with the noun that says what is done, or its
    particle: give notice to a tenant, turn down a request."""
    if phrase.book == "this file" and phrase.verb in LIGHT:
        words = re.match(r"[a-z]+ ([a-z]+) (?:of|to|for|on|from)\b", phrase.name)
        if words is not None:
            return f"{phrase.verb} {words[1]}"
    if phrase.book == "this file":
        words = re.match(r"[a-z]+ (?:\{[^}]*\} )?([a-z]+)(?: |$)", phrase.name)
        if words is not None and words[1] in PARTICLES and is_verb(f"{phrase.verb} {words[1]}"):
            # Sign in; sign a visit in.
            return f"{phrase.verb} {words[1]}"
    return phrase.verb


@lru_cache(256)
def _made_so(phrase: Phrase) -> frozenset[str]:
    """Return the words of the state in which the steps of a text's own definition leave a thing:
    reject, of turning it down, which sets its status to "rejected"."""
    said = (found[1] for step in phrase.does for found in _STATE.finditer(step))
    return frozenset(lemma(one) for text in said for one in re.findall(r"[a-z]+", text.lower()))


def _about(phrase: Phrase) -> set[str]:
    return {lemma(one) for one in re.findall(r"[a-z]+", phrase.about.lower())}


def _verbs(placed: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Return what may be the verbs of a sentence, with weights: words, and words with a particle
    or two that belongs to them."""
    words = [word for word, _ in placed]
    found: dict[str, float] = {}
    for at, (word, place) in enumerate(placed):
        made_of = verb_of(word)
        if made_of:
            found[made_of] = max(found.get(made_of, 0.0), _NOMINAL)
        if word in _COMMON or not is_verb(word):
            continue
        together = [
            " ".join((word, *words[at + 1 : at + 1 + more]))
            for more in (1, 2)
            if len(words) > at + more
        ]
        together += [f"{word} {one}" for one in words[at + 1 :] if one in PARTICLES]
        # A verb with a particle is another verb: what it means alone counts for less then.
        joined = [one for one in together if is_verb(one)]
        for one in joined:
            found[one] = max(found.get(one, 0.0), place)
        alone = place * (_WITH_PARTICLE if joined else 1.0) * (_SLIGHT if word in LIGHT else 1.0)
        found[word] = max(found.get(word, 0.0), alone)
    for verb in phrases_of_verbs():
        if _stands_in(verb, words):
            # What its words mean alone counts for little then: put on the market.
            for word in verb:
                if word in found:
                    found[word] = min(found[word], _ALONE)
            found[" ".join(verb)] = 1.0
    return list(found.items())


def _stands_in(phrase: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether words have those of a phrase in their order, with at most two between each."""
    for start, word in enumerate(words):
        if word != phrase[0]:
            continue
        at = start
        for wanted in phrase[1:]:
            after = list(words[at + 1 : at + 4])
            if wanted not in after:
                break
            at += 1 + after.index(wanted)
        else:
            return True
    return False
