"""The words of the language: which ones end a name, and how a word's forms belong together."""

# ruff: noqa: SIM905 - lists of words read best as lines of words
from __future__ import annotations

import re
from functools import lru_cache

from kognilang.values.naming import ORDINALS, canonical
from kognilang.values.nouns import SINGULARS, is_plural, plural, singular

__all__ = [
    "ARTICLES",
    "DETERMINERS",
    "IN_NO_NAME",
    "MONTHS",
    "NUMBER_WORDS",
    "ORDINALS",
    "PREPOSITIONS",
    "RESERVED",
    "WEEKDAYS",
    "canonical",
    "is_plural",
    "lemma",
    "plural",
    "singular",
    "third_person",
]

ARTICLES = frozenset({"the", "a", "an"})
"""Words that a name does without."""

DETERMINERS = {
    "the": "the",
    "my": "the",
    "our": "the",
    "your": "the",
    "a": "a",
    "an": "a",
    "this": "this",
    "that": "this",
    "these": "this",
    "those": "this",
    "each": "each",
    "every": "each",
    "another": "another",
}
"""The words that begin a name, with the determiner that the tree keeps."""

PREPOSITIONS = frozenset(
    "about after against among as at before between beyond by during for from in into on onto "
    "out over per since through to toward towards under until up upon using via with within without"
    " inside outside below above near".split()
)
"""Words that end a name and begin the next part of a phrase."""

RESERVED = frozenset(
    "and or not nor but either neither both if unless then otherwise else because while until "
    "is are was were be been being am isn't aren't wasn't weren't "
    "has have had hasn't haven't does doesn't don't do did didn't "
    "contains contain equals equal exceeds exceed exists exist matches starts begins ends "
    "of to from in on at by with within without for as into onto about after before between "
    "against via per through during until since upon "
    "whose where which who than that "
    "plus minus times divided multiplied followed rounded trimmed sorted grouped reversed "
    "except joined split saying called listed "
    "it its itself they them their themselves yes no true false nothing "
    "there any none".split()
)
"""Words that end a name; a name that needs one is written in backticks."""

IN_NO_NAME = RESERVED.union(DETERMINERS).difference(PREPOSITIONS, ("of",))
"""Words that not even the name of a detail can have: with them it would be a sentence."""

_IRREGULAR_VERBS = {
    "sent": "send", "paid": "pay", "wrote": "write", "written": "write", "made": "make",
    "took": "take", "taken": "take", "got": "get", "gotten": "get", "gave": "give",
    "given": "give", "went": "go", "gone": "go", "found": "find", "bought": "buy",
    "sold": "sell", "told": "tell", "said": "say", "kept": "keep", "left": "leave",
    "held": "hold", "brought": "bring", "thought": "think", "began": "begin", "begun": "begin",
    "chose": "choose", "chosen": "choose", "drew": "draw", "drawn": "draw", "built": "build",
    "met": "meet", "ran": "run", "saw": "see", "seen": "see", "showed": "show", "shown": "show",
    "spoke": "speak", "spent": "spend", "understood": "understand", "won": "win", "lost": "lose",
    "has": "have", "had": "have", "is": "be", "are": "be", "was": "be", "were": "be",
    "been": "be", "being": "be", "does": "do", "did": "do", "done": "do", "goes": "go",
    "dies": "die", "lies": "lie", "ties": "tie", "dying": "die", "lying": "lie", "tying": "tie",
    "using": "use", "used": "use", "uses": "use", "need": "need", "needed": "need",
    "agreed": "agree", "freed": "free", "exceed": "exceed", "proceed": "proceed", "feed": "feed",
    "bring": "bring", "ring": "ring", "string": "string", "thing": "thing", "king": "king",
    "spring": "spring", "sing": "sing", "nothing": "nothing", "something": "something",
    "anything": "anything", "everything": "everything", "during": "during", "red": "red",
    "bed": "bed", "shed": "shed", "speed": "speed", "seed": "seed", "hundred": "hundred",
    "this": "this", "its": "its", "as": "as", "yes": "yes", "news": "news", "always": "always",
    "whereas": "whereas", "bus": "bus", "gas": "gas", "plus": "plus", "minus": "minus",
    "invoices": "invoice", "invoicing": "invoice", "invoiced": "invoice", "taxes": "tax",
    "addresses": "address", "address": "address", "process": "process", "pass": "pass",
}  # fmt: skip

_E_ENDINGS = re.compile(
    r"(?:[^aeiou][aiou][^aeiouwxy]|[aeiou]{2}(?:s|v|z)|[a-z](?:s|c|v|z|u|rg|dg|ng)|"
    r"[a-z](?:bl|cl|dl|fl|gl|kl|pl|tl|zl)|[aeiou]r(?:c|s|v)|at|iz|is|ur|ir|id|ut|ot|ak|ok|ik)$"
)
_KEEP = frozenset(
    "visit edit limit credit deposit audit exit open order offer answer enter alter cover deliver "
    "register transfer consider number gather render discover remember filter monitor color labor "
    "wait print sort post list sign attach fetch check send mail email review confirm cancel total "
    "trim format reset develop benefit market target ticket budget interpret request reject select "
    "collect connect convert insert import export report start depart assert alert adjust correct "
    "protect extract detect inspect direct result split submit commit permit admit append "
    "happen listen reason season question position mention train explain contain obtain remain "
    "claim join return turn learn warn form inform perform confirm transform mark bank book look "
    "ask work thank link rank pick lock block track clock pack kick back stack drop stop ship skip "
    "map flag log tag plan run scan shop chat cut put set get let hit bid add end need load upload "
    "download unload read lead head spend mend extend intend attend amend refund fund find bind "
    "sound hand land build field yield hold fold sell fill bill call roll install pull poll kill "
    "clean mean repair pair wear near hear clear appear draw show follow allow know own view "
    "renew fix tax box mix index pay say play stay delay buy employ deploy destroy survey key "
    "control travel label model parcel signal equal deal seal heal mail fail email detail "
    "boil".split()
)


@lru_cache(maxsize=8192)
def lemma(word: str) -> str:
    """Return the form under which a literal word of a phrase is looked up.

    `sends`, `sending` and `sent` are `send`; `invoices` is `invoice`. It needs only be
    the same for all forms of one word, and different for different words.
    """
    low = word.lower()
    if low in _IRREGULAR_VERBS:
        return _IRREGULAR_VERBS[low]
    if low in SINGULARS:
        return SINGULARS[low]
    if low.endswith("'s"):
        low = low[:-2]
    if len(low) > 4 and low.endswith("ing"):
        return _stem(low[:-3])
    if len(low) > 3 and low.endswith("ied"):
        return low[:-3] + "y"
    if len(low) > 3 and low.endswith("ed") and not low.endswith("eed"):
        return _stem(low[:-2])
    return singular(low)


def _stem(stem: str) -> str:
    """Return the verb whose `-ed` or `-ing` was cut off."""
    if stem in _KEEP:
        return stem
    if stem in ("delet", "complet", "compet", "delegat"):
        return stem + "e"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    if stem.endswith("ll") and stem[:-1] in _KEEP:
        return stem[:-1]
    if not re.search("[aeiouy]", stem):
        return stem + "e" if len(stem) > 1 else stem
    if _E_ENDINGS.search(stem) and not stem.endswith(("ss", "zz", "w", "x", "y")):
        return stem + "e"
    return stem


NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
"""The numbers that are written as words."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
"""The months, long and short, with their numbers."""

WEEKDAYS = {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split(), start=1
    )
}
"""The days of the week, Monday being 1."""


def third_person(word: str) -> bool:
    """Tell whether a word could be a verb said of one thing: `needs`, `requires`."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3
