"""Suiting: whether a value is what a slot of a text's own definition is for, by what its steps
set to it and by what its noun says."""

from __future__ import annotations

import re

from kognilang.reasoning.phrasebook import Phrase, Place
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import Mention
from kognilang.reasoning.words.naming.relating import PEOPLE, PLACES, STATES

_NOUNS_OF = {
    "amount": ("money", "number", "percent"), "sum": ("money", "number"), "fee": ("money",),
    "price": ("money",), "limit": ("money", "number"), "date": ("date",), "day": ("date",),
    "deadline": ("date", "moment"), "period": ("duration",), "duration": ("duration",),
    "time": ("duration", "moment", "date"), "quantity": ("number",), "count": ("number",),
    "number": ("number", "text"), "length": ("number", "duration"), "weight": ("number",),
    "headcount": ("number",), "percentage": ("percent",), "rate": ("percent", "money", "number"),
    "discount": ("percent", "money"), "cost": ("money",), "term": ("duration", "number", "text"),
    "file": ("file",), "document": ("file",), "folder": ("folder",), "list": ("list",),
}  # fmt: skip
"""What the slots of a text's own definitions hold, as far as their nouns tell."""

_TEXTS = PEOPLE | PLACES | STATES | frozenset(
    ("person", "reason", "address", "method", "model", "project", "body", "panel", "adjuster",
     "reviewer", "taster", "resident", "assignee", "deputy", "recipient", "auditor", "inspector",
     "judge", "nurse", "engineer", "editor", "colleague", "employee", "officer", "code", "title",
     "comment", "word", "words", "message", "channel", "shelf", "drawer", "queue", "desk", "lane")
)  # fmt: skip
"""Nouns of slots that hold a text as a rule."""

_MESSAGES = frozenset(
    ("message", "text", "comment", "reason", "note", "words", "wording", "remark")
)
_SETS = re.compile(
    r"^Set the (?P<owner>[a-z -]+?)'s (?P<name>[a-z -]+) to the (?P<slot>[a-z -]+)\.$"
)
_COUNTABLE = ("number", "money", "percent", "duration")
_SUITS, _WRONG, _SAME_SORT, _OTHER_SORT = 0.3, -0.7, 0.6, -1.2


def field_of(place: Place, phrase: Phrase, situation: Situation) -> tuple[str, str]:
    """Return the property that a definition sets to what a slot holds, and its kind; two empty
    texts where it sets none."""
    for step in phrase.does:
        said = _SETS.match(step)
        if said is not None and said["slot"] == place.name:
            kind = situation.fields.get(said["owner"], {}).get(said["name"], "")
            return said["name"], kind
    return "", ""


def holds_a_day(place: Place, phrase: Phrase, situation: Situation) -> bool:
    """Tell whether a slot of a text's own definition is for a day."""
    if phrase.book != "this file":
        return False
    kind = field_of(place, phrase, situation)[1]
    return kind == "date" if kind else _NOUNS_OF.get(place.name.split()[-1]) == ("date",)


def _of_sort(mention: Mention, noun: str, situation: Situation) -> bool:
    """Tell whether a thing is what a noun names: a line of the text's is an entry."""
    name = mention.words.removeprefix("the ")
    return name == noun or situation.fields.get(name) == situation.rows.get(noun)


def suits(place: Place, mention: Mention, phrase: Phrase, situation: Situation) -> float:
    """Say whether a value is what a slot is for: more than 0 if it is, less if it is not."""
    if mention.kind == "record" and mention.noun:
        # The advance "A-7": of its own sort.
        return _SAME_SORT if mention.noun == place.name else -_SAME_SORT
    if mention.kind == "record" and place.name in situation.rows:
        return 0.0 if _of_sort(mention, place.name, situation) else _OTHER_SORT
    if place.name in situation.rows and mention.kind not in ("any", "new"):
        # What is done to an order is done to no day and no sum.
        return _OTHER_SORT
    if mention.kind == "record" and _NOUNS_OF.get(place.name.split()[-1]):
        return _WRONG
    if mention.kind in ("any", "new", "record"):
        return 0.0
    noun = place.name.replace("_", " ").split()[-1]
    named = mention.literal and mention.kind == "text" and noun not in _MESSAGES
    if named and noun in re.findall(r"[a-z]+", mention.words.lower()):
        # "shed 2" is a shed.
        return _SAME_SORT
    name, kind = field_of(place, phrase, situation)
    if name and mention.words.endswith(f"'s {name}"):
        # A property set to itself.
        return _WRONG
    kinds = (kind,) if kind and kind != "any" else _NOUNS_OF.get(noun, ())
    if not kinds and noun in _TEXTS:
        kinds = ("text",)
    if not kinds:
        return -0.4 if mention.kind in ("list", "table") else 0.0
    if mention.kind == "duration" and "date" in kinds:
        return _SUITS if mention.literal else _WRONG
    if mention.kind not in kinds:
        return _WRONG
    if mention.literal and re.search(r"\w\.[a-z]{2,4}\"$", mention.words):
        # A file's name.
        return _WRONG
    if mention.owner and name:
        # Another property than the one that it is set to.
        return -_SUITS
    if mention.literal and mention.kind == "text" and noun not in _MESSAGES:
        # "The oil is low." is a message, and nobody's name.
        said = mention.words.strip('"').split()
        if len(said) > 3 or mention.words.rstrip('"').endswith((".", "!", "?")):
            return _WRONG
    return _SUITS
