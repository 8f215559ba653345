"""Views: what a sentence may be about: a thing that is in scope, or each row of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.dataclass import dataclass, replace
from kognilang.language.words import plural, singular
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import subject_of

_ALL = re.compile(
    r"(?i)\b(?:every|each|all|any|everyone|everybody|everything|whoever|whatever|those|anyone|"
    r"anybody|anything|who|one by one|nobody|no one|none)\b"
)
"""Words that speak of many."""

_NAMED, _MANY, _OTHERS = 0.7, 0.1, 0.3
"""What it says for going through a table that its rows are named, or that many are spoken of; what
it says against a subject that it is not the first one."""


_AT_HAND = 1.2
"""What it says against the rows of a table that one of them is at hand."""


@dataclass(slots=True)
class View:
    """A situation with one subject. `each` is the noun of the rows that are gone through, `table`
    the name of what they are in; `base` is the situation without them, `bonus` how likely it is
    beside the others."""

    situation: Situation
    base: Situation
    each: str = ""
    table: str = ""
    bonus: float = 0.0


def views_of(situation: Situation) -> Iterator[View]:
    """Yield the views of a situation, the likeliest first as a rule."""
    first = subject_of(situation)
    if first:
        yield View(situation, situation)
    else:
        records = _records(situation)
        if not records:
            yield View(situation, situation)
        for number, name in enumerate(records):
            one = replace(situation, subject=name)
            yield View(
                one, situation, bonus=-_OTHERS * number if not _says(name, situation) else 0.0
            )
    likely = {
        table: bonus
        for table, noun in situation.tables.items()
        if noun != situation.item
        and (bonus := _likely(noun, table, situation, bool(first))) is not None
    }
    named = any(bonus == _NAMED for bonus in likely.values())
    for table, bonus in likely.items():
        noun = situation.tables[table]
        # The lines, where they are entries: each is a line.
        item = noun if table in (plural(noun), noun) else singular(table)
        if bonus == _NAMED or not named:
            through = _going_through(situation, table, noun, item)
            yield View(through, situation, item, table, bonus)


def _records(situation: Situation) -> list[str]:
    """Return the things in scope that have properties, those first that the sentence names."""
    found = [name for name, fields in situation.fields.items() if fields]
    return sorted(found, key=lambda name: not _says(name, situation))


def _says(name: str, situation: Situation) -> bool:
    return re.search(rf"(?i)\b{re.escape(name)}\b", situation.sentence) is not None


def _likely(noun: str, table: str, situation: Situation, other: bool) -> float | None:
    """Return how likely a sentence goes through a table; None where nothing says so. `other` says
    that there is a thing in scope that it may be about instead."""
    bare = re.sub(r'"[^"]*"', " ", situation.sentence.lower())
    if re.search(rf"\b(?:{re.escape(plural(noun))}|{re.escape(table)})\b", bare):
        # Complaints are turned down: of the one at hand, where there is one.
        return _NAMED - (1.0 if noun in situation.names else 0.0)
    called = "|".join(re.escape(one) for one in (noun, singular(table)))
    if re.search(rf"\b(?:every|each|all|any|no) (?:[a-z]+ )?(?:{called})\b", bare):
        return _NAMED
    if other or noun in situation.names:
        ours = any(place.name == noun for phrase in situation.own for place in phrase.places)
        sort = ours and re.match(r"\s*(?:whatever|everything|those|anything|whoever)\b", bare)
        # Where one of them is at hand, anything over the limit is that one, as a rule.
        return (-_AT_HAND if noun in situation.names else -_MANY) if sort else None
    if re.search(rf"\b{re.escape(noun)}\b", bare):
        return _MANY
    return _MANY if _ALL.search(bare) else -_MANY


def _going_through(situation: Situation, table: str, noun: str, item: str) -> Situation:
    names = (*(one for one in situation.names if one != table), item)
    return replace(
        situation,
        names=tuple(sorted(set(names))),
        item=item,
        subject=item,
        kinds={**situation.kinds, item: "record"},
        fields={**situation.fields, item: situation.rows.get(noun, {})},
        adjectives={**situation.adjectives, item: situation.adjectives.get(noun, ())},
    )
