"""Rows together: what is done with the rows of a table as one, those of which a condition holds,
and what is done if any of them is so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kognilang.reasoning.phrasebook import Phrase
from kognilang.reasoning.words.books.listing import listed
from kognilang.reasoning.words.conditions.stating import Stated
from kognilang.reasoning.words.naming.marking import marked
from kognilang.reasoning.words.naming.mentions import Marked, Mention
from kognilang.reasoning.words.naming.people import is_person
from kognilang.reasoning.words.rows.counting import counted
from kognilang.reasoning.words.rows.gathering import few_of, gathered, order_of, shown
from kognilang.reasoning.words.rows.reckoned import Steps, reckoned
from kognilang.reasoning.words.rows.several import several
from kognilang.reasoning.words.rows.views import View
from kognilang.reasoning.words.rows.wrapping import filtered, for_each, under
from kognilang.reasoning.words.stepping import CLEAR, Guess, steps_of

_PEOPLE = 0.1
"""What it says that rows are people, where things of several sorts have what is listed."""

_SEVERAL = 2.0
"""What it says for a condition on all rows at once that nothing else can be meant."""

_PAYS = re.compile(
    r"(?i)\b(?:pay|pays|paying|cost|costs|charged|earn|earns|earning|get|gets|paid)\b"
)
_ONLY = re.compile(
    r"(?i)^(?:nobody|no one|no-one|none|nothing|no [a-z]+)\b[^,;]*\b(?:than|under|over|below|above|"
    r"beyond|exceed)\b[^,;]*$"
)
_BOUND = re.compile(r"(the .+'s .+) (?:is|are) (?:less|more|lower|higher) than (.+)")


def of_table(
    view: View,
    told: Stated,
    sentence: Marked,
    whole: Marked,
    phrases: Sequence[Phrase],
    loose: bool,
    reading: Steps,
) -> list[Guess]:
    """Return what is done with the rows of a table together, those of which a condition holds."""
    found = []
    fields = view.situation.fields.get(view.each, {})
    many = counted(sentence, view.each)
    if many is not None:
        so = [one for one in told.conditions if one.startswith(f"the {view.each} is ")][:1]
        # What is compared is how many there are, and no property of theirs.
        so = [one.split(f" and the {view.each}'s ")[0] for one in so]
        rows = filtered(view.each, so[0], view.table) if so else view.table
        condition = f"the number of the {rows} is {many.than}"
        for one in steps_of(Stated(many.text), sentence, view.base, phrases, loose)[:3]:
            found.append(Guess(under(condition, one.meaning), one.score + 1.0, one.evident))
    found += _if_any(view, whole, phrases, loose)
    for number, said in enumerate(told.conditions[:3] or [""]):
        rows = filtered(view.each, said, view.table) if said else view.table
        if not rows:
            continue
        rows = f"the {rows}"
        figures = list(
            reckoned(told, sentence, view.each, view.table, rows, fields, view.base, reading)
        )
        found += [Guess(meaning, score - 0.1 * number) for meaning, score in figures]
        for meaning, score in gathered(told.rest, sentence, view.each, rows, fields):
            found.append(Guess(meaning, score - 0.1 * number))
        lines = listed(told.rest, sentence, view.each, rows)
        if lines is not None:
            own = view.bonus + (_PEOPLE if is_person(view.each) else 0.0)
            for one in steps_of(Stated(lines.text), lines, view.base, phrases, loose)[:2]:
                found.append(Guess(one.meaning, one.score + own, one.evident))
        ordered = rows + order_of(told.rest, sentence, view.each, fields)
        ordered = f"the {few_of(told.rest, sentence, view.each)}{ordered[4:]}"
        if ordered == f"the {view.table}":
            continue
        for meaning, score in shown(told.rest, sentence, view.each, ordered):
            found.append(Guess(meaning, score - 0.1 * number))
        by = ordered.partition(" sorted by ")[2].partition(" from ")[0]
        mentions = [
            Mention(ordered, "table")
            if one.words == f"the {view.each}"
            else Mention("", pronoun=True)
            if by and one.words == f"the {view.each}'s {by}"
            else one
            for one in sentence.mentions
        ]
        books = [one for one in phrases if one.book != "this file"]
        for one in steps_of(told, Marked(sentence.text, mentions), view.base, books, loose)[:4]:
            if ordered in one.meaning and '"{' not in one.meaning:
                found.append(Guess(one.meaning, one.score - 0.1 * number, one.evident))
    return found


def _if_any(view: View, whole: Marked, phrases: Sequence[Phrase], loose: bool) -> list[Guess]:
    """Return what is done if any row of a table is so, or none."""
    rest, condition, loosely = several(whole, view.situation, view.each)
    if not condition and "?" in view.situation.sentence:
        # Is any press idle? Then do so: no question to anybody.
        whole = marked(view.situation)
        rest, condition, loosely = several(whole, view.situation, view.each)
    if not condition:
        return []
    about = [
        one
        for one in whole.among(rest)
        if one.owner == view.each or one.words == f"the {view.each}"
    ]
    if loosely and about:
        # If a booking is late, cancel it: each of them.
        return []
    found = steps_of(Stated(rest), whole, view.base, phrases, loose)[:3]
    return [
        Guess(under(condition, one.meaning), one.score + _SEVERAL, one.evident) for one in found
    ]


def at_least(told: Stated, noun: str, sentence: str) -> list[Guess]:
    """Return that what lies beyond a bound is set to it, where a sentence rules what people pay:
    nobody should be paying less than $120."""
    if not _ONLY.match(sentence) or not told.conditions:
        return []
    bound = _BOUND.fullmatch(told.conditions[0])
    if bound is None:
        return []
    sure = 1.4 if _PAYS.search(sentence) else 0.4
    step = for_each(noun, told.conditions[0], f"Set {bound[1]} to {bound[2]}.")
    return [Guess(step, CLEAR + CLEAR + sure)]
