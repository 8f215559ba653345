"""Fitting: the values that a sentence names put into the slots of a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from kognilang.dataclass import dataclass
from kognilang.reasoning.phrasebook import Phrase, Place
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention, subject_of
from kognilang.reasoning.words.naming.people import is_person
from kognilang.reasoning.words.naming.relating import related
from kognilang.reasoning.words.phrases.suiting import holds_a_day, suits

_WAYS = (
    frozenset(("to", "into", "in", "onto", "as", "on", "at", "under")),
    frozenset(("from", "out", "off", "of")),
    frozenset(("with", "against", "by", "using")),
    frozenset(
        (
            "saying",
            "says",
            "say",
            "text",
            "message",
            "reads",
            "that",
            "words",
            "word",
            "wording",
            "note",
            "line",
        )
    ),
    frozenset(("called", "named", "name")),
    frozenset(("by",)),
    frozenset(("for",)),
)
"""Words before a value that say the same of it."""

_MOST = 4
_SAME, _UNSAID = 0.5, 0.3
"""What it says for a phrase that its slot is called as the value is; what a value costs that the
sentence does not name."""
_REASON = re.compile(r"(?i)\b(?:because|since|as|reason|saying|says?|with the|noting)\b")


@dataclass(slots=True)
class Filled:
    """A phrase with values in its slots, as a sentence; `score` says how well they fit."""

    sentence: str
    score: float


def fillings(
    phrase: Phrase,
    part: str,
    sentence: Marked,
    situation: Situation,
    thing: str,
    used: frozenset[str] = frozenset(),
) -> Iterator[Filled]:
    """Yield sentences of a phrase with the values of a part of a sentence in its slots.

    `thing` is what a pronoun stands for, and what is acted on where the part does not say. Values
    in `used` are spoken for.
    """
    given = [_named(one, thing, situation) for one in sentence.among(part)]
    given = [one for one in given if one.words and one.words not in used]
    fixed = {
        place.name: situation.item for place in phrase.places if place.kind == "word"
    }  # fmt: skip
    if fixed and not (situation.item and phrase.name.endswith("this {item}")):
        return
    optional = " ".join(re.findall(r"\[[^\[\]]*\]", phrase.name))
    if fixed:
        given = [one for one in given if one.words != f"the {situation.item}"]
    subject = subject_of(situation)
    bonus = 0.0
    if phrase.book == "this file" and subject and not _others_like(given, subject, situation):
        # What a text defines for its subject is done to its subject.
        for place in phrase.places:
            own = situation.fields.get(subject)
            if place.name == subject or (own and situation.rows.get(place.name) == own):
                fixed[place.name] = f"the {subject}"
                named = any(one.words == fixed[place.name] for one in given)
                bonus = _SAME if named else _SAME - _UNSAID
                given = [one for one in given if one.words != f"the {subject}"]
    needed = [
        one
        for one in phrase.places
        if not one.row and "{" + one.name not in optional and one.name not in fixed
    ]
    rows: list[Mention] = []
    if any(place.row for place in phrase.places):
        # What is entered are properties; where, is said besides.
        rows = [one for one in given if one.owner and "'s " in one.words]
        given = [one for one in given if not one.owner and one.words != f"the {_owner(rows)}"]
        if not rows:
            return
    details = {
        place.name: [{"name": one.words.rpartition("'s ")[2], "value": one.words} for one in rows]
        for place in phrase.places
        if place.row
    }
    extra, given = _extras(phrase, part, given, sentence)
    said = _said_before(part, sentence, thing, situation)
    if phrase.name.startswith("stop because") and not _REASON.search(part):
        return
    if thing in fixed.values():
        thing = ""
    core_verb = "" if phrase.book else phrase.verb
    for values, cost in _chosen(given, len(needed), thing, situation, part, core_verb):
        if any(one.words in fixed.values() for one in values):
            continue
        found = []
        for order in permutations(values):
            filled = {
                place.name: _written(place, one, phrase, situation)
                for place, one in zip(needed, order, strict=True)
            }
            score = _agree(phrase, order) + sum(
                _fit(place, one, phrase, situation)
                for place, one in zip(needed, order, strict=True)
            )
            score += sum(
                _led(place, one, phrase, said) for place, one in zip(needed, order, strict=True)
            )
            if list(order) == list(values):
                score += 0.2
            found.append(
                Filled(
                    phrase.sentence({**filled, **fixed, **extra, **details}), score + bonus - cost
                )
            )
        found.sort(key=lambda one: -one.score)
        yield from found[:2]


def _extras(
    phrase: Phrase, part: str, given: list[Mention], sentence: Marked
) -> tuple[dict[str, str], list[Mention]]:
    """Return the values of optional groups that a sentence names as such, and the other values:
    subject "Late", the contract attached."""
    found: dict[str, str] = {}
    if "{subject}" in phrase.name and "[" in phrase.name:
        said = re.search(
            r"(?i)\b(?:(?:subject|heading|title)(?: line)?(?: of| is| being|:)?|about|titled|"
            r"headed|entitled) ⟦(\d+)⟧",
            part,
        )
        if said is not None:
            found["subject"] = sentence.mentions[int(said[1])].words
    if "{attachment}" in phrase.name:
        files = [one for one in given if one.kind == "file" or one.noun == "file"]
        said_so = re.search(r"(?i)\b(?:attach\w*|enclos\w*)\b", part) is not None
        if len(files) == 1 and (said_so or len(given) - len(found) > 2):
            found["attachment"] = files[0].words
    return found, [one for one in given if one.words not in found.values()]


def _others_like(given: Sequence[Mention], subject: str, situation: Situation) -> bool:
    """Tell whether another thing of the subject's sort is named."""
    return any(
        one.kind == "record" and one.words != f"the {subject}" and not one.owner for one in given
    )


def _owner(rows: Sequence[Mention]) -> str:
    return rows[0].owner if rows else ""


def _named(mention: Mention, thing: str, situation: Situation) -> Mention:
    """Return the mention, a pronoun as the thing that it stands for."""
    if mention.pronoun and thing:
        kind = situation.kinds.get(thing.removeprefix("the "), "any")
        return Mention(thing, kind, pronoun=True)
    return mention


def _chosen(
    given: Sequence[Mention],
    count: int,
    thing: str,
    situation: Situation,
    part: str,
    core_verb: str,
) -> Iterator[tuple[list[Mention], float]]:
    """Yield as many values as there are slots, with what the choice costs: all that are given,
    one more that goes without saying, or one less that says only what the others belong to."""
    subject = subject_of(situation)
    if len(given) == count and count <= _MOST:
        yield list(given), 0.0
        for at, one in enumerate(given):
            others = [other for other in given if other is not one]
            if one.noun in situation.rows and any(other.literal for other in others):
                # Put the order "A-7" to "late": a property of the row.
                wanted = next(other.kind for other in others if other.literal)
                fields = situation.rows[one.noun]
                for name in _holding_of(fields, wanted):
                    instead = Mention(f"the {name} of {one.words}", wanted, owner=one.noun)
                    yield [*given[:at], instead, *given[at + 1 :]], 0.1
            owner = one.words[4:]
            if situation.fields.get(owner) and any(other.literal for other in others):
                # Mark the order "late": a property of the thing that holds such a value.
                wanted = next(other.kind for other in others if other.literal)
                held = next(other.words for other in others if other.literal)
                for name in _holding(situation, owner, wanted, held):
                    instead = Mention(f"the {owner}'s {name}", wanted, owner=owner)
                    state = re.match(r'"[a-z]', held) is not None or wanted != "text"
                    yield [*given[:at], instead, *given[at + 1 :]], 0.5 if state else 1.0
    if len(given) == count - 1 and count <= _MOST:
        for words in dict.fromkeys((thing, f"the {subject}" if subject else "")):
            if words and all(other.words != words for other in given):
                kind = situation.kinds.get(words.removeprefix("the "), "any")
                yield [Mention(words, kind, pronoun=True), *given], _UNSAID
    if len(given) == count - 1 and core_verb in _CHANGING_ANY and given and given[-1].literal:
        # Make it 5% cheaper: what is changed is the property that the words speak of.
        for name, kind in situation.fields.get(subject, {}).items():
            if kind in _QUANTITIES and related(name, part):
                yield [Mention(f"the {subject}'s {name}", kind, owner=subject), *given], 0.0
    if len(given) == count and core_verb in _CHANGING_ANY and subject:
        for at, one in enumerate(given):
            if one.words == f"the {subject}" and any(other.literal for other in given):
                for name, kind in situation.fields.get(subject, {}).items():
                    if kind in _QUANTITIES and related(name, part):
                        about = Mention(f"the {subject}'s {name}", kind, owner=subject)
                        yield [*given[:at], about, *given[at + 1 :]], 0.0
    if len(given) == count + 1 and count <= _MOST:
        for at, one in enumerate(given):
            less = [*given[:at], *given[at + 1 :]]
            belongs = any(other.owner and one.words == f"the {other.owner}" for other in less)
            yield less, 0.2 if one.pronoun or belongs else (0.6 if one.owner else 1.0)


def _holding(situation: Situation, owner: str, kind: str, value: str) -> list[str]:
    fields = situation.fields.get(owner, {})
    if _WEEKDAY.fullmatch(value):
        days = [name for name in fields if {"day", "weekday"} & set(name.split())]
        if days:
            # It is now on "Saturday".
            return days[:1]
    return _holding_of(fields, kind)


_WEEKDAY = re.compile(r'"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"')


def _holding_of(fields: Mapping[str, str], kind: str) -> list[str]:
    found = [name for name, one in fields.items() if one == kind]
    return sorted(found, key=lambda one: one not in ("status", "state"))[:1]


def _written(place: Place, mention: Mention, phrase: Phrase, situation: Situation) -> str:
    """Return a value as it is written in a slot: `the file "a.txt"`, unless the phrase has the
    noun itself."""
    if mention.noun and place.kind not in ("text", "said", "person"):
        before = phrase.name.split("{" + place.name, 1)[0].rstrip()
        if not before.endswith(mention.noun) and mention.noun in ("file", "folder"):
            return f"the {mention.noun} {mention.words}"
    if place.kind == "said" and not mention.literal:
        return f'"{{{mention.words}}}"'
    if mention.kind == "duration" and mention.literal and holds_a_day(place, phrase, situation):
        return f"{mention.words} after today"
    return mention.words


def _said_before(
    part: str, sentence: Marked, thing: str, situation: Situation
) -> dict[str, set[str]]:
    """Return the words that stand right before each value, up to the value before it."""
    found: dict[str, set[str]] = {}
    at = 0
    for match in MARK.finditer(part):
        words = re.findall(r"[a-z]+", part[at : match.start()].lower())
        mention = _named(sentence.mentions[int(match[1])], thing, situation)
        found[mention.words] = set(words[-3:])
        at = match.end()
    return found


def _led(place: Place, mention: Mention, phrase: Phrase, said: dict[str, set[str]]) -> float:
    """Say whether the words before a value are those before the slot, or mean the same."""
    before = re.search(r"([a-z]+):? ?\{" + re.escape(place.name), phrase.name)
    words = said.get(mention.words, set())
    if before is None or not words:
        return 0.0
    if before[1] in words:
        return 0.5
    alike = any(before[1] in way and words & way for way in _WAYS)
    against = any(words & way for way in _WAYS[:2]) and any(before[1] in way for way in _WAYS[:2])
    return 0.4 if alike else (-0.4 if against else 0.0)


_QUANTITIES = frozenset(("number", "money", "percent", "duration", "count"))
_CHANGING_ANY = ("set", "increase", "decrease")
_CHANGING = ("increase", "decrease", "subtract")
_NO_PERSON = _QUANTITIES | {"file", "folder", "list", "table", "date", "yes/no"}


def _fit(place: Place, mention: Mention, phrase: Phrase, situation: Situation) -> float:
    """Say how well a value fits a slot, by its kind and its words."""
    noun = place.name.replace("_", " ")
    if mention.kind == "new" and phrase.book:
        return -1.5
    same = mention.words in (f"the {noun}", noun) or mention.words.endswith(f"'s {noun}")
    found = _SAME if same else 0.0
    if phrase.book == "this file":
        # What a definition takes is called so where it is called, as a rule.
        found += suits(place, mention, phrase, situation)
        return found if same or noun not in situation.names else found - 1.0
    kinds = set(place.kind.split("|"))
    if not phrase.book:
        return found + _fit_of_core(place, mention, phrase, situation)
    if place.name in ("body", "subject") and _is_somebody(mention, situation):
        return found - 2.5
    if "any" in kinds or mention.kind == "any":
        return found
    if "person" in kinds and mention.literal and "@" not in mention.words:
        return found - 0.2
    if "person" in kinds and mention.kind == "record":
        fields = situation.fields.get(mention.words.removeprefix("the "), {})
        return found + (0.2 if any("mail" in name for name in fields) else -1.5)
    if mention.noun in _TABLED:
        return found + (0.8 if place.name == mention.noun or _after_noun(place, mention, phrase)
                        else -2.0)  # fmt: skip
    if mention.noun in ("file", "folder") and mention.noun not in kinds:
        return found - 1.0
    if "person" in kinds and mention.owner and not re.search(r"address|mail", mention.words):
        return found - 0.4
    if mention.noun in kinds or mention.kind in kinds:
        return found + 0.4
    if "person" in kinds and re.search(r"address|e-?mail", mention.words):
        return found + 0.4
    if mention.owner and mention.kind == "text" and kinds & {"file", "folder"}:
        return found - 1.5
    if mention.literal and mention.kind == "text" and kinds & {"file", "folder"}:
        return found - (0.1 if "." in mention.words or "folder" in kinds else 2.0)
    return found - 1.0


def _is_somebody(mention: Mention, situation: Situation) -> bool:
    """Tell whether a value is somebody, or where they are written to, and no text."""
    name = mention.words.rpartition("'s ")[2].removeprefix("the ")
    return not mention.literal and (name.lower() in situation.addresses or is_person(name))


_TABLED = ("table", "database", "sheet", "spreadsheet", "ledger")


def _after_noun(place: Place, mention: Mention, phrase: Phrase) -> bool:
    before = phrase.name.split("{" + place.name, 1)[0].rstrip()
    return before.endswith(mention.noun)


def _fit_of_core(place: Place, mention: Mention, phrase: Phrase, situation: Situation) -> float:
    """Say how well a value fits a slot of the language's own forms."""
    if mention.noun in ("spreadsheet", "table", "sheet", "database", "ledger"):
        return -1.0
    if place.name == "name":
        if phrase.verb in ("create", "ask"):
            return 0.6 if mention.kind == "new" else -1.5
        if mention.literal:
            return -1.5
        if phrase.verb in _CHANGING and mention.kind not in _QUANTITIES | {"any"}:
            return -1.0
        return 0.4 if mention.owner else (-0.4 if mention.kind == "record" else 0.0)
    if place.name == "list":
        total = phrase.verb == "add" and mention.kind in _QUANTITIES and not mention.literal
        return {"list": 0.6, "any": -0.2}.get(mention.kind, 0.2 if total else -3.0)
    if place.kind == "person":
        if mention.kind in ("record", "new") and not is_person(mention.words.removeprefix("the ")):
            return -2.5
        if mention.literal or mention.owner or mention.kind in _NO_PERSON | {"record"}:
            return -1.0
        return 0.4 if mention.kind == "person" else 0.0
    if place.kind == "said" and _is_somebody(mention, situation):
        return -2.0
    if place.name == "question" and not mention.literal:
        return -2.5
    if place.kind == "said":
        return 0.2 if mention.kind == "text" else -1.5
    if place.kind in ("duration", "moment"):
        wanted = ("date", "moment", "time") if place.kind == "moment" else ("duration",)
        return 0.4 if mention.kind in wanted else -1.0
    if place.kind == "condition" or (phrase.verb in ("say", "show") and mention.kind == "person"):
        return -1.5
    if phrase.verb == "say" and mention.kind in ("record", "table"):
        return -0.6 if mention.kind == "record" else -0.3
    if phrase.verb in _CHANGING and mention.kind not in _QUANTITIES | {"any"}:
        return -1.0
    return 0.0


def _agree(phrase: Phrase, values: Sequence[Mention]) -> float:
    """Say whether what is set can hold what it is set to."""
    if phrase.book or phrase.verb not in ("set", *_CHANGING) or len(values) != 2:
        return 0.0
    kinds = {one.kind for one in values} - {"any"}
    if "percent" in kinds and kinds & {"money", "number"} and phrase.verb == "subtract":
        # 15% off the price is 15% of it: what decrease says, and subtract does not.
        return -1.5
    if phrase.verb != "set":
        kinds -= {"percent"}
    return -1.0 if len(kinds) > 1 else 0.0
