"""Called: rows of tables that a sentence calls by what they hold: policy C-2210, "Salt Roads", the
Lisbon trip, the game on 2027-04-17."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kognilang.dataclass import dataclass
from kognilang.language.words import lemma, singular
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.called_by import (
    CODE,
    PERSON,
    fits_kind,
    holds_people,
    is_code,
    is_state,
    persons,
    rank,
    told_by,
)
from kognilang.reasoning.words.naming.mentions import Mention, subject_of

_SHOWN, _SHOWN_PART, _LED, _CODE, _PERSON, _TITLE = 1.0, 0.7, 0.8, 0.5, 0.3, 0.0
"""How sure it is that a row is called: its table shows the value, or a part of it; its noun is said
before it; the value looks like a code, a person or a title."""

_QUOTED = re.compile(r'"([^"{}]+)"')
_DATE = re.compile(
    r"(?<![\w.-])(?:\d{4}-\d\d-\d\d|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December) \d{1,2}, \d{4}|\d{1,2} (?:January|February|March|April|May|June|"
    r"July|August|September|October|November|December) \d{4})(?![\w-])"
)
_DET = r"(?:(?:the|our|this|that|my|your|a|an) )"
_NUMBERED = r"(?:number|no\.?|nr\.?|num\.?|code|id|ref\.?|reference|by the number(?: of)?|#)"
_NAMED = (
    r"(?:called|named|titled|entitled|labelled|labeled|known as|by the name(?: of)?|listed as|"
    r"marked|registered as|registered under|under the name(?: of)?|under|headed)"
)
_OWNING = r"(?:with|of|under|for|having|whose|that has|which has|by|on)"
_LITTLE = r"(?:the|an?|our|this|that|to|for|of|on|in|at|by|with|from|and|or|is|are)"
_PREPOSITION = r"(?:of|for|from|by|in|at|on|to|with|dated|due|belonging to|held by|taken out by)"
_MESSAGE = re.compile(
    r"(?i)(?:\b(?:saying|says?|said|words?|texts?|message|mail|email|line|note|subject|heading|"
    r"title|reads?|reading|hears?|told|tell|to|as|be|is|are|becomes?|into|now|file|folder|"
    r"spreadsheet|sheet|status|stage|state|about|titled|that|know|learns?|marked)|[:,])"
    r"(?: (?:the|an?))? $"
)
"""What stands before a text that calls no row: what is said, or what something is set to."""
_COMMON = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
     "february", "march", "april", "may", "june", "july", "august", "september", "october",
     "november", "december", "the", "please")
)  # fmt: skip
"""What is written with a capital and calls no row by itself."""


@dataclass(slots=True)
class Called:
    """A row that a sentence calls. `start` and `end` are where its value stands in the sentence,
    `value` is that value as the language has it; `row` is the row that the text shows, if any.
    `led` is where what leads to the value begins: the noun of the row and the words after it."""

    start: int
    end: int
    noun: str
    prop: str
    value: str
    sure: float
    led: int = -1
    row: Mapping[str, str] | None = None

    @property
    def words(self) -> str:
        """The row, as the language says it."""
        return f"the {self.noun} whose {self.prop} is {self.value}"


def called(sentence: str, situation: Situation) -> list[Called]:
    """Return the rows that a sentence calls, the surest first."""
    bare = re.sub(r'"[^"]*"', lambda said: "·" * len(said[0]), sentence)
    found: list[Called] = []
    for noun, fields in situation.rows.items():
        if not fields:
            continue
        shown = list(_shown(sentence, bare, noun, situation))
        found += shown
        found += _led(sentence, bare, noun, fields, situation, shown)
        if not any(one.noun == noun for one in found):
            found += _by_looks(sentence, bare, noun, fields, situation)
    rows = situation.rows
    found.sort(key=lambda one: (-one.sure, rank(one.prop, one.noun, rows[one.noun]), one.start))
    kept: list[Called] = []
    for one in found:
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return kept


def _shown(sentence: str, bare: str, noun: str, situation: Situation) -> Iterator[Called]:
    """Yield the rows that the text shows and of which a value stands in the sentence."""
    rows = situation.shown.get(noun, ())
    for row in rows:
        for prop, value in row.items():
            if is_state(prop) or "@" in value or len(value) < 2:
                continue
            if sum(other.get(prop) == value for other in rows) > 1:
                continue
            told = _value_in(value, sentence, bare)
            part = 0.0
            if told is None and holds_people(prop, noun):
                told = _part_of(value, [one.get(prop, "") for one in rows], bare)
                part = _SHOWN - _SHOWN_PART
            if told is not None and not re.match(r"'?s? ?\+", sentence[told[1] :]):
                led = _lead(sentence, told[0], noun, prop, situation)
                said = sentence[told[0] : told[1]]
                held = said if said.startswith('"') else f'"{value}"'
                yield Called(*told, noun, prop, held, _SHOWN - part, led, row)


def _value_in(value: str, sentence: str, bare: str) -> tuple[int, int] | None:
    """Return where a sentence has a value, in quotes or, where it is a name, without them."""
    for one in _QUOTED.finditer(sentence):
        said, wanted = (re.sub(r"(?i)^the ", "", text).lower() for text in (one[1], value))
        if said == wanted:
            return one.span()
    if value[0].isupper() or any(sign.isdigit() for sign in value):
        if value.isdigit() or value.lower() in _COMMON:
            return None
        found = re.search(rf"(?<![\w'-]){re.escape(value)}(?![\w-])", bare)
        return found.span() if found is not None else None
    return None


def _part_of(value: str, column: list[str], bare: str) -> tuple[int, int] | None:
    """Return where a sentence has one name of a person whom no other of a column shares."""
    if PERSON.fullmatch(value) is None:
        return None
    for word in reversed(value.split()):
        if len(word) < 3 or sum(word in one.split() for one in column) > 1:
            continue
        found = re.search(
            rf"(?<![\w'-])(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?{re.escape(word)}(?![\w-])(?! [A-Z])", bare
        )
        if found is not None:
            return found.span()
    return None


def _led(
    sentence: str,
    bare: str,
    noun: str,
    fields: Mapping[str, str],
    situation: Situation,
    shown: list[Called],
) -> Iterator[Called]:
    """Yield the rows that are called by a value behind their noun."""
    places = [(one.start(), one.end(), one[0]) for one in _QUOTED.finditer(sentence)]
    places += [(one.start(), one.end(), f'"{one[0]}"') for one in CODE.finditer(bare)]
    places += [(one.start(), one.end(), f'"{one[0]}"') for one in persons(bare)]
    places += [(one.start(), one.end(), one[0]) for one in _DATE.finditer(bare)]
    places += [(one.start(1), one.end(1), one[1]) for one in _AT_NUMBER.finditer(bare)]
    known = {(one.start, one.end) for one in shown}
    for start, end, value in places:
        if (start, end) in known or value.strip('"').lower() in situation.names:
            continue
        led, prop = _lead_and_property(sentence, start, noun, fields, value, situation)
        if led >= 0 and prop:
            yield Called(start, end, noun, prop, _as_held(value, fields[prop]), _LED, led)


_AT_NUMBER = re.compile(r"(?i)\b(?:number|no\.?|nr\.?|#) ?(\d+)\b(?!%|[.,]\d)")


def _as_held(value: str, kind: str) -> str:
    """Return a value as a property of a kind holds it: a number that is written is a text where
    the property is one."""
    if kind == "text" and not value.startswith('"'):
        return f'"{value}"'
    if kind == "number":
        return value.strip('"')
    return value


def _lead(sentence: str, start: int, noun: str, prop: str, situation: Situation) -> int:
    """Return where the noun of a row begins that stands before its value; -1 where none does."""
    fields = situation.rows[noun]
    return _lead_and_property(sentence, start, noun, fields, "", situation)[0]


def _lead_and_property(
    sentence: str,
    start: int,
    noun: str,
    fields: Mapping[str, str],
    value: str,
    situation: Situation,
) -> tuple[int, str]:
    """Return where the noun that leads to a value begins, and the property that holds the value;
    -1 and nothing where no noun does."""
    every = {noun, *(singular(table) for table, one in situation.tables.items() if one == noun)}
    nouns = "|".join(re.escape(one) for one in sorted(every, key=len, reverse=True))
    props = "|".join(re.escape(one) for one in sorted(fields, key=len, reverse=True))
    lead = re.search(
        rf"(?i)(?:(?P<det>{_DET})(?P<before>(?:(?!{_LITTLE} )[a-z]+ ){{0,3}}?))?\b(?:{nouns})"
        rf"(?:,? the one|,? namely|, that is|,? (?:that|which) is)?"
        rf"(?:,? (?:{_OWNING}(?: the| a)?|the)? ?(?P<prop>{props})(?: of| is| being)?"
        rf"| (?P<how>{_NUMBERED}|{_NAMED})| (?P<prep>{_PREPOSITION}))? ?$",
        sentence[:start],
    )
    if lead is None:
        return -1, ""
    if f"{lead['before'] or ''}{noun}".lower() in situation.names:
        # Tell the head nurse "Come": no nurse of that name.
        return -1, ""
    begin = lead.start()
    if not value:
        return begin, ""
    if lead["prop"]:
        return begin, lead["prop"].lower() if fits_kind(value, fields[lead["prop"].lower()]) else ""
    how = (lead["how"] or lead["prep"] or "").lower()
    return begin, told_by(how, value, fields, noun)


def _by_looks(
    sentence: str,
    bare: str,
    noun: str,
    fields: Mapping[str, str],
    situation: Situation,
) -> Iterator[Called]:
    """Yield rows that a text does not show and that are called by a value alone: a code, somebody
    or, where a sentence begins with it, a title."""
    names = {one.lower() for one in situation.names}
    if situation.shown.get(noun) and len(situation.shown) >= len(situation.rows):
        return
    for one in CODE.finditer(bare):
        prop = told_by("coded", f'"{one[0]}"', fields, noun)
        if prop and is_code(one[0]):
            yield Called(one.start(), one.end(), noun, prop, f'"{one[0]}"', _CODE)
    for one in persons(bare):
        words = one[0].lower().split()
        if one[0].lower() in names or set(words) & _COMMON:
            continue
        if one.start() == 0 and lemma(words[0]) in names:
            continue
        prop = told_by("person", f'"{one[0]}"', fields, noun)
        if prop and holds_people(prop, noun):
            yield Called(one.start(), one.end(), noun, prop, f'"{one[0]}"', _PERSON)
    for one in _QUOTED.finditer(sentence):
        if _MESSAGE.search(sentence[: one.start()]) or len(one[1].split()) > 4:
            continue
        if re.search(r"[.!?]$|\.\w{2,4}$|@", one[1]) or not re.match(r"[A-Z0-9]", one[1]):
            continue
        about = "coded" if is_code(one[1]) else "person" if PERSON.fullmatch(one[1]) else "titled"
        prop = told_by(about, one[0], fields, noun)
        if prop:
            sure = {"coded": _CODE, "person": _PERSON}.get(about, _TITLE)
            yield Called(one.start(), one.end(), noun, prop, one[0], sure)


def rows_called(sentence: str, situation: Situation) -> Iterator[tuple[int, int, Mention]]:
    """Yield the rows that a sentence calls as values: where there is a thing at hand, those whose
    noun is said."""
    alone = subject_of(situation) == ""
    for one in called(sentence, situation):
        if one.noun in situation.names or not (one.led >= 0 or (alone and one.sure >= _SHOWN_PART)):
            continue
        start = one.led if one.led >= 0 else one.start
        owned = re.match(r"'s? ([a-z]+(?: [a-z]+)?)", sentence[one.end :])
        fields = situation.rows[one.noun]
        prop = next((name for name in fields if owned and owned[1].startswith(name)), "")
        if prop and owned is not None:
            end = one.end + owned.start(1) + len(prop)
            yield start, end, Mention(f"the {prop} of {one.words}", fields[prop], owner=one.noun)
        else:
            yield start, one.end, Mention(one.words, "record", noun=one.noun)
