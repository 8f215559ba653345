"""The words of the language: which ones end a name, and how a word's forms belong together."""

# ruff: noqa: SIM905 - lists of words read best as lines of words
from __future__ import annotations

import re
from functools import lru_cache

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

_IRREGULAR_PLURALS = {
    "person": "people",
    "child": "children",
    "man": "men",
    "woman": "women",
    "foot": "feet",
    "tooth": "teeth",
    "mouse": "mice",
    "goose": "geese",
    "analysis": "analyses",
    "basis": "bases",
    "crisis": "crises",
    "criterion": "criteria",
    "phenomenon": "phenomena",
    "datum": "data",
    "medium": "media",
    "index": "indexes",
    "matrix": "matrices",
    "appendix": "appendices",
    "quiz": "quizzes",
    "leaf": "leaves",
    "shelf": "shelves",
    "half": "halves",
    "life": "lives",
    "wife": "wives",
    "knife": "knives",
    "loaf": "loaves",
    "thief": "thieves",
    "self": "selves",
    "tax": "taxes",
    "box": "boxes",
    "potato": "potatoes",
    "tomato": "tomatoes",
    "hero": "heroes",
    "echo": "echoes",
    "cargo": "cargoes",
    "bus": "buses",
    "gas": "gases",
    "lens": "lenses",
    "campus": "campuses",
    "virus": "viruses",
    "status": "statuses",
    "bonus": "bonuses",
    "process": "processes",
    "address": "addresses",
    "business": "businesses",
    "class": "classes",
    "pass": "passes",
    "loss": "losses",
    "boss": "bosses",
    "mass": "masses",
    "access": "accesses",
    "witness": "witnesses",
    "movie": "movies",
    "cookie": "cookies",
    "tie": "ties",
    "pie": "pies",
    "calorie": "calories",
    "zombie": "zombies",
    "cache": "caches",
    "axe": "axes",
    "house": "houses",
    "case": "cases",
    "base": "bases",
    "database": "databases",
    "expense": "expenses",
    "response": "responses",
    "license": "licenses",
    "licence": "licences",
    "purchase": "purchases",
    "course": "courses",
    "nurse": "nurses",
    "purpose": "purposes",
    "phase": "phases",
    "phrase": "phrases",
    "release": "releases",
    "increase": "increases",
    "decrease": "decreases",
    "lease": "leases",
    "warehouse": "warehouses",
    "use": "uses",
    "cause": "causes",
    "clause": "clauses",
    "size": "sizes",
    "price": "prices",
    "prize": "prizes",
    "image": "images",
    "message": "messages",
    "page": "pages",
    "invoice": "invoices",
}
_SAME = frozenset(
    "news series species sheep fish aircraft information equipment software money stock staff "
    "luggage furniture percent".split()
)
_SINGULARS = {plural: single for single, plural in _IRREGULAR_PLURALS.items()}
_SINGULARS["indices"] = "index"
_SINGULARS["persons"] = "person"
_ENDS_SINGULAR = ("ss", "us", "is", "ics")


@lru_cache(maxsize=8192)
def singular(noun: str) -> str:
    """Return the noun in the singular: its last word is what changes (`order lines`)."""
    head, _, last = noun.rpartition(" ")
    low = last.lower()
    if low in _SINGULARS:
        single = _SINGULARS[low]
    elif (
        low in _IRREGULAR_PLURALS
        or low in _SAME
        or len(low) < 3
        or not low.endswith("s")
        or low.endswith(_ENDS_SINGULAR)
    ):
        return noun
    elif low.endswith("ies") and len(low) > 4:
        single = low[:-3] + "y"
    elif low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        single = low[:-2]
    else:
        single = low[:-1]
    single = _cased(last, single)
    return f"{head} {single}" if head else single


@lru_cache(maxsize=8192)
def plural(noun: str) -> str:
    """Return the noun in the plural; a plural stays as it is."""
    head, _, last = noun.rpartition(" ")
    low = last.lower()
    if low in _SINGULARS or low in _SAME:
        return noun
    if low in _IRREGULAR_PLURALS:
        many = _IRREGULAR_PLURALS[low]
    elif is_plural(low):
        return noun
    elif low.endswith("y") and len(low) > 1 and low[-2] not in "aeiou":
        many = low[:-1] + "ies"
    elif low.endswith(("s", "sh", "ch", "x", "z")):
        many = low + "es"
    else:
        many = low + "s"
    many = _cased(last, many)
    return f"{head} {many}" if head else many


@lru_cache(maxsize=8192)
def is_plural(noun: str) -> bool:
    """Tell whether the last word of the noun is a plural."""
    return singular(noun) != noun


def _cased(written: str, low: str) -> str:
    """Return the changed word with the capitals of the one that was written (`PDFs` ↔ `PDF`)."""
    if written.islower():
        return low
    stem = len(written)
    while stem and not low.startswith(written[:stem].lower()):
        stem -= 1
    return written[:stem] + low[stem:]


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
    if low in _SINGULARS:
        return _SINGULARS[low]
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


_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SPACES = re.compile(r"[\s_]+")


@lru_cache(maxsize=16384)
def canonical(text: str) -> str:
    """Return the words of a name as names are compared: lower case, single spaces.

    `poNumber`, `PO_Number` and `PO Number` are all `po number`; curly quotes are straight.
    """
    text = text.replace("’", "'").replace("“", '"').replace("”", '"')
    if " " not in text.strip():
        text = _CAMEL.sub(" ", text)
    return _SPACES.sub(" ", text).strip().lower()


NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
"""The numbers that are written as words."""

ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        start=1,
    )
}
"""The places that are written as words."""

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
