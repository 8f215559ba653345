"""Verbs that mean much the same, by WordNet's list of English verbs and by a thesaurus of office
English: general ones, read when sentences are ranked and not before."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

_SAME, _ALIKE, _WIDER, _SISTER = 1.0, 0.9, 0.6, 0.35

PARTICLES = frozenset(
    ("up", "down", "off", "out", "in", "on", "over", "away", "back", "through", "with", "along")
)
"""Words that make another verb of one, and may stand apart from it: take it out."""


LIGHT = frozenset(
    ("make", "do", "give", "take", "have", "get", "put", "place", "raise", "perform", "carry",
     "issue", "grant", "start", "begin", "initiate", "arrange", "proceed", "go", "run", "need",
     "call", "require", "want", "file", "send")
)  # fmt: skip
"""Verbs that leave what is done to a noun: make a payment, carry out the transfer."""

_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ification", ("ify",)),
    ("ization", ("ize", "ise")),
    ("isation", ("ise", "ize")),
    ("cellation", ("cel",)),
    ("ation", ("ate", "e", "")),
    ("ition", ("ite", "e", "it", "")),
    ("ction", ("ct",)),
    ("ption", ("pt", "be")),
    ("ssion", ("t", "ss", "de")),
    ("sion", ("de", "d", "se", "t")),
    ("ion", ("e", "")),
    ("ment", ("",)),
    ("ance", ("", "e")),
    ("ence", ("", "e")),
    ("ery", ("er",)),
    ("very", ("ver",)),
    ("sal", ("se", "s")),
    ("val", ("ve",)),
    ("wal", ("w",)),
    ("al", ("", "e")),
    ("ure", ("", "e")),
    ("age", ("", "e")),
    ("ee", ("",)),
    ("er", ("", "e")),
    ("or", ("", "e")),
    ("off", (" off",)),
    ("out", (" out",)),
    ("up", (" up",)),
)
"""Endings of nouns that name what a verb does, with what the verb has in their place."""


_MADE_OTHERWISE = {
    "maintenance": "maintain", "sale": "sell", "loss": "lose", "choice": "choose",
    "proof": "prove", "gift": "give", "growth": "grow", "advice": "advise",
    "complaint": "complain", "response": "respond", "description": "describe",
    "explanation": "explain", "comparison": "compare", "analysis": "analyse",
    "extension": "extend", "receipt": "receive", "suspension": "suspend", "permission": "permit",
    "submission": "submit", "admission": "admit", "delivery": "deliver", "inquiry": "inquire",
    "enquiry": "enquire", "entry": "enter", "expiry": "expire", "diagnosis": "diagnose",
    "thanks": "thank", "gratitude": "thank", "apology": "apologise", "apologies": "apologise",
    "repair": "repair", "hire": "hire", "loan": "lend", "purchase": "purchase",
    "freezer": "freeze", "fridge": "cool", "archive": "archive", "bin": "discard",
    "scrapheap": "scrap", "heap": "scrap", "dustbin": "discard", "market": "advertise",
    "shelf": "shelve", "laundry": "launder", "rubbish": "discard", "trash": "discard",
    "garbage": "discard", "storage": "store",
    "cellar": "store", "warehouse": "store", "stockroom": "store", "oven": "bake",
    "printer": "print", "workshop": "repair", "detention": "detain", "custody": "detain",
    "burial": "bury", "flight": "fly", "sight": "see", "view": "view", "pursuit": "pursue",
    "remedy": "remedy", "defence": "defend", "defense": "defend", "seizure": "seize",
    "departure": "depart", "pledge": "pledge", "theft": "steal", "speech": "speak",
    "thought": "think", "belief": "believe", "trial": "try", "refund": "refund",
    "disposal": "dispose", "removal": "remove", "dismissal": "dismiss", "praise": "praise",
    "reproof": "reprove", "warranty": "warrant", "insurance": "insure", "survey": "survey",
}  # fmt: skip
"""Nouns that name what a verb does, or where it leaves a thing, and are not made by an ending."""


@lru_cache(4096)
def verb_of(noun: str) -> str:
    """Return the verb that a noun is made of (`cancellation`: `cancel`); empty where there is
    none."""
    if noun in _MADE_OTHERWISE:
        return _MADE_OTHERWISE[noun]
    for ending, others in _ENDINGS:
        if noun.endswith(ending) and len(noun) > len(ending) + 2:
            stem = noun[: -len(ending)]
            for other in others:
                if is_verb(stem + other):
                    return stem + other
            if other == "" and stem[-1:] == stem[-2:-1] and is_verb(stem[:-1]):
                return stem[:-1]
    return ""


@cache
def _senses() -> tuple[dict[str, list[int]], list[tuple[int, ...]]]:
    """Return each verb's senses, and the wider senses of each sense."""
    by_verb: dict[str, list[int]] = {}
    wider: list[tuple[int, ...]] = []
    text = (
        files("kognilang.reasoning.words.phrases").joinpath("verbs.txt").read_text(encoding="utf-8")
    )
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        verbs, _, above = line.partition(" < ")
        for verb in verbs.split(", "):
            by_verb.setdefault(verb, []).append(len(wider))
        wider.append(tuple(map(int, above.split())))
    return by_verb, wider


@cache
def _groups() -> dict[str, set[int]]:
    """Return the groups of office English that each verb or verb phrase is in."""
    found: dict[str, set[int]] = {}
    text = (
        files("kognilang.reasoning.words.phrases")
        .joinpath("business.txt")
        .read_text(encoding="utf-8")
    )
    for number, line in enumerate(text.splitlines()):
        if not line.startswith("#"):
            for verb in line.split(", "):
                found.setdefault(verb.strip(), set()).add(number)
    return found


@cache
def phrases_of_verbs() -> tuple[tuple[str, ...], ...]:
    """Return the verb phrases of several words that office English has, as their words."""
    return tuple(tuple(one.split()) for one in _groups() if " " in one)


def is_verb(word: str) -> bool:
    """Tell whether the lists have a verb."""
    return word in _senses()[0] or word in _groups()


@lru_cache(4096)
def closeness(one: str, other: str) -> float:
    """Say how near two verbs are: 1 for a common sense, less where a sense of one is a wider one
    of the other's or both have the same wider one, 0 where they have nothing in common."""
    if one == other:
        return _SAME
    by_verb, wider = _senses()
    mine, theirs = set(by_verb.get(one, ())), set(by_verb.get(other, ()))
    if mine & theirs:
        return _SAME
    groups = _groups()
    if groups.get(one, set()) & groups.get(other, set()):
        return _ALIKE
    if not mine or not theirs:
        return 0.0
    above = {up for sense in mine for up in wider[sense]}
    over = {up for sense in theirs for up in wider[sense]}
    if above & theirs or over & mine:
        return _WIDER
    return _SISTER if above & over else 0.0
