"""Guessing: what a sentence may mean, by what it is about: a thing that is at hand, each row of a
table, or all of them together; under the condition that it states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kognilang.dataclass import replace
from kognilang.reasoning.phrasebook import Phrase
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.books.booked import booked
from kognilang.reasoning.words.books.entering import entered
from kognilang.reasoning.words.changes.amending import amended
from kognilang.reasoning.words.changes.becoming import becoming
from kognilang.reasoning.words.changes.changing import changed
from kognilang.reasoning.words.changes.for_whom import for_whom
from kognilang.reasoning.words.conditions.checking import checked
from kognilang.reasoning.words.conditions.none_of_it import none_of_it
from kognilang.reasoning.words.conditions.passing import passed_over
from kognilang.reasoning.words.conditions.recasting import either_way
from kognilang.reasoning.words.conditions.stating import Stated, stated
from kognilang.reasoning.words.conditions.supplying import supplied
from kognilang.reasoning.words.conditions.turning import denied, turned_by
from kognilang.reasoning.words.manner import forbids, vague
from kognilang.reasoning.words.naming.marking import marked
from kognilang.reasoning.words.naming.mentions import Marked
from kognilang.reasoning.words.of_tables import at_least, of_table
from kognilang.reasoning.words.parts import ordered
from kognilang.reasoning.words.persons.messages import heard
from kognilang.reasoning.words.persons.questioning import questioned
from kognilang.reasoning.words.phrases.synonyms import is_verb
from kognilang.reasoning.words.rows.emptiness import emptiness_of, none_or_any
from kognilang.reasoning.words.rows.one_row import row_views
from kognilang.reasoning.words.rows.requiring import required_of_all
from kognilang.reasoning.words.rows.said import Rows
from kognilang.reasoning.words.rows.spoken_of import said_of_rows
from kognilang.reasoning.words.rows.together import together
from kognilang.reasoning.words.rows.views import View, views_of
from kognilang.reasoning.words.rows.wrapping import for_each, for_each_and, under
from kognilang.reasoning.words.sorting import left_of, sort_of
from kognilang.reasoning.words.stepping import CLEAR, Guess, spoken_in, steps_of

_FAR = 2.0
"""A reading that scores less by so much is none to show beside the likeliest."""

_LEFT = 0.8
"""What it says against a reading that a text or a figure of the sentence is not in it."""

_CALLED = 0.5
"""A row that is called so surely is what a sentence is about, and not each row."""

_NOT_OF_ROWS = 1.5
"""What it says against a reading of a sentence on a sort of things that it is of no rows."""

_OF_MANY = re.compile(
    r"(?i)(?:anything|everything|anybody|anyone|everybody|everyone|whoever|whatever|nobody|no one|"
    r"those|all|every|each)\b"
)

_ONE_BY_ONE = re.compile(r"(?i)\b(?:each|every|one by one|individually|separately|in turn)\b")

_EACH_TIME = re.compile(
    r"(?i)^(?:and |but |so )?(?:if|when(?:ever)?|where(?:ver)?|should|once|as soon as|in case|"
    r"for)\b|"
    r"\b(?:for|with) (?:each|every)\b|\b(?:each|every) time\b|\bone by one\b|\bin turn\b"
)
"""What says that all that a sentence says is done with each row."""

_OF_A_SORT = re.compile(
    r"(?i)^(?:(?:all|any|every|each|only) )?(?:⟦\d+⟧|[a-z]{3,}s|people|anyone|anybody|everyone|"
    r"everybody|whoever|those|anything|everything) (?:under|over|above|below|older than|"
    r"younger than|more than|less than|with|of|from|that|who|which|whose|up to|between) (?!⟦\d+⟧$)"
)
"""What begins a sentence that says first of what sort things are."""
_COMPARES = re.compile(
    r"(?i)\b(?:if|when|whenever|where|once|unless|except|whose|with|without|than|over|under|above|"
    r"below|before|after|since|between|more|less|fewer|at least|at most|exceed\w*|beyond|and|but|"
    r"lacks?|lacking|missing|blank|empty|of|in case|provided|should)\b"
)
"""What may say a second condition, beside what sort of things is meant."""

_NOWHERE = re.compile(r"(?i)\bsend an email to (?:\d|\"[^\"@{]*\")")
"""An email that goes to a number, or to a text that is no address."""
_AS_ONE = ("Show ", "Say ", "Save ", "Get approval ", "Let ")
_NEEDING = re.compile(
    r"(?i)^[^,:]*\b(?:needs?|requires?|takes?|must (?:get|have)|ha(?:s|ve) to (?:get|have)|"
    r"(?:must|ha(?:s|ve) to|should|needs? to) be (?:approved|okayed|signed|authori[sz]ed|"
    r"cleared))\b"
)
"""What says of a sort of things, its subject, that somebody has to agree to each."""
_EACH_NEEDS = 0.2
_TOGETHER = 1.0
"""What it says against doing so with each of several what is done with all of them."""

_NOBODY = re.compile(
    r"(?i)^(?:nobody|no one|none|no|every|each|all)\b.*\b(?:may|must|can|should|shall|is allowed)\b"
)

_DEONTIC = re.compile(
    r"(?i)⟦\d+⟧|\b(?:nobody|no one|none|no|every|each|all|among|of|the|may|must|can|should|"
    r"shall|be|"
    r"is|are|have|has|ever|allowed|to|get|go|an?|with|not|never|one)\b"
)


_FOLLOWS = re.compile(
    r"(?i)^⟦\d+⟧ [^⟦,;]*, (?:so|therefore|hence|thus|that is why|which is why)(?: please| we)? "
    r"(?P<rest>(?P<verb>[a-z]+) [^,;]*⟦.*)$"
)
"""What is said of a sort of things, and what follows for it."""


def guesses(situation: Situation, phrases: Sequence[Phrase], loose: bool = False) -> list[Guess]:
    """Return readings of a sentence, the likeliest first, each once."""
    found: list[Guess] = []
    rows = list(row_views(situation))
    called = {one.row.noun for one in rows if one.bonus >= _CALLED}
    for view in views_of(situation):
        if view.table and situation.tables[view.table] in called:
            # Of one row, and not of each.
            continue
        found += _of_view(view, phrases, loose)
    for row in rows:
        for one in _of_view(View(row.situation, situation, bonus=row.bonus), phrases, loose):
            found.append(replace(one, meaning=row.placed(one.meaning)))
        if row.removed():
            found.append(Guess(row.removed(), CLEAR + CLEAR))
    found += [Guess(said, score) for said, score in entered(situation, marked(situation))]
    names = [one.row.value.strip('"') for one in rows if one.bonus >= _CALLED]
    tables = [*situation.tables, *situation.rows]
    many = bool(tables) and not situation.item and _OF_MANY.match(situation.sentence) is not None
    of_rows = re.compile(rf"\b(?:{'|'.join(re.escape(one) for one in tables)})\b") if many else None
    for one in found:
        one.score -= _LEFT * _unsaid(situation.sentence, one.meaning)
        one.score -= _LEFT * (bool(names) and all(name not in one.meaning for name in names))
        if of_rows is not None and of_rows.search(one.meaning) is None:
            # Anything above the limit goes onto the list: of the rows, not of the limit.
            one.score -= _NOT_OF_ROWS
    found = [one for one in found if not _NOWHERE.search(one.meaning)]
    found.sort(key=lambda one: -one.score)
    found = [one for one in found if one.score > found[0].score - _FAR]
    best: dict[str, Guess] = {}
    for one in found:
        best.setdefault(one.meaning, one)
    return list(best.values())


def _unsaid(sentence: str, meaning: str) -> int:
    """Return how many of the texts in quotes and the figures of a sentence a meaning has not."""
    plain = sentence.replace("“", '"').replace("”", '"')
    given = re.findall(r'"[^"]+"|(?<![\w"])\d[\d,.]*\d|(?<![\w"])\d', plain)
    return sum(one not in meaning for one in dict.fromkeys(given))


def _of_view(view: View, phrases: Sequence[Phrase], loose: bool) -> list[Guess]:
    """Return the readings of a sentence that is about one thing, or about each row of a table,
    as it is said and with what it sets as one act."""
    whole = questioned(none_of_it(heard(either_way(marked(view.situation)))), view.situation)
    found = _as_said(view, whole, phrases, loose)
    acted = becoming(whole, view.situation)
    return found if acted is None else [*found, *_as_said(view, acted, phrases, loose)]


def _as_said(view: View, whole: Marked, phrases: Sequence[Phrase], loose: bool) -> list[Guess]:
    """Return the readings of a marked sentence."""
    situation = view.situation
    first_done = ordered(whole.text)
    # Having confirmed it: a step that comes first, and not what sort it is.
    sentence, so = (whole, "") if first_done else sort_of(whole, situation, view.each != "")
    changes = (
        not view.each
        and _OF_A_SORT.match(whole.text) is None
        and bool(list(changed(whole.text, whole, situation, True)))
    )
    if changes:
        # The hive has been treated, tick that: no condition.
        sentence, so = whole, ""
    text, empty = ("", "") if view.each else emptiness_of(sentence, situation)
    if not view.each and not empty:
        text, empty = none_or_any(sentence, situation)
    follows = _FOLLOWS.match(sentence.text) if so else None
    if follows is not None:
        # What is not proofed is on hold, so give it the status "waiting".
        sentence = Marked(follows["rest"], sentence.mentions)
    told = Stated(text, [empty]) if empty else stated(sentence, left_of(situation, sentence, so))
    if follows is not None and is_verb(follows["verb"].lower()):
        told = Stated(sentence.text)
    if first_done:
        told = Stated(sentence.text)
    if changes or any(one.full for one in amended(whole.text, whole, situation)):
        # Subtract the fine from the income: from it on, of no values.
        told = Stated(sentence.text)
    if so and told.conditions and _COMPARES.search(sentence.text) is None:
        # Dishes that are not popular are made in 40 portions: what is done, and no condition more.
        told = Stated(passed_over(sentence.text))
    elif so:
        told.rest = passed_over(told.rest)
    if so and not told.conditions:
        by = turned_by(told.rest)
        told = Stated(by.rest, [denied(so) if by.turned else so], other=by.other)
    elif so:
        told.conditions = [f"{so} and {one}" for one in told.conditions
                           if not one.startswith("unless ")] or [so]  # fmt: skip
    # With what it says of its subject, so that no condition is lost.
    spoken_of = [] if view.each else spoken_in(whole.text, whole, situation, phrases)
    if not told.conditions and forbids(situation.sentence):
        phrases = [one for one in phrases if one.name.startswith("skip this ")]
    open_ended = vague(situation.sentence)
    # A condition that was read says enough of a sentence to show what it may be about.
    loose = (loose and not open_ended) or bool(told.conditions)
    found = steps_of(told, sentence, situation, phrases, loose)
    found += supplied(told, sentence, situation, phrases)
    for text, again in said_of_rows(told.rest, sentence, view.each) if view.each else ():
        found += steps_of(Stated(text, used=told.used), again, situation, phrases, loose)[:3]
    if told.other and told.conditions:
        rest = Stated(told.other, used=told.used)
        other = steps_of(rest, sentence, situation, phrases, loose)[:3]
        found = [
            Guess(f"{one.meaning}\n\n{two.meaning}", (one.score + two.score) / 2, one.evident)
            for one in found[:3]
            for two in other
            if "\n" not in one.meaning + two.meaning and one.meaning != two.meaning
        ] or found
    sorts = list(for_whom(whole, situation))
    if view.each:

        def reading(what: Stated, of: Marked) -> list[tuple[str, float]]:
            readings = steps_of(what, of, view.base, phrases, loose)
            return [(one.meaning, one.score) for one in readings if one.evident]

        all_of = Rows(view.each, view.table, situation, so)
        lots = of_table(view, told, sentence, whole, phrases, loose, reading)
        whole_rows = together(sentence.text, sentence, all_of, view.base, reading)
        lots += [Guess(said, score) for said, score in whole_rows]
        # What is done with each row says something of the row.
        row = re.compile(rf"\bthe {re.escape(view.each)}\b")
        found = [one for one in found if row.search(one.meaning)]
        if not _ONE_BY_ONE.search(situation.sentence):
            # Show the late orders: all of them together.
            for one in found:
                if one.meaning.startswith(_AS_ONE):
                    approved = one.meaning.startswith("Get ") and not any(view.base.fields.values())
                    each_needs = approved and _NEEDING.search(whole.text)
                    one.score += _EACH_NEEDS if each_needs else -_TOGETHER
        for meaning in required_of_all(whole, situation, view.each):
            lots.append(Guess(meaning, CLEAR + CLEAR + 1.0))
        if _NOBODY.search(sentence.text) and not re.search(
            r"[a-z]{3}", _DEONTIC.sub(" ", told.rest)
        ):
            # Nobody may have a load of more than 15: no more than that is done.
            lots += [
                Guess(f"Make sure {said.replace('the ', 'every ', 1)}.", CLEAR + CLEAR)
                for said in told.conditions[:1]
                if said.startswith(f"the {view.each}'s ")
            ]
        for condition, step, score in sorts:
            if re.search(rf"\bthe {re.escape(view.each)}\b", condition + step):
                lots.append(Guess(for_each(view.each, condition, step), score + view.bonus))
        lots += at_least(told, view.each, situation.sentence)
        found.sort(key=lambda one: -one.score)
        conditions = told.conditions[:3] or [""]
        wrap = for_each if _EACH_TIME.search(situation.sentence) else for_each_and
        found = [
            Guess(wrap(view.each, said, one.meaning), one.score - 0.1 * number, one.evident)
            for one in found[:6]
            for number, said in enumerate(conditions)
        ]
        for one in found:
            one.score += view.bonus
        return found + lots
    found.sort(key=lambda one: -one.score)
    if told.conditions:
        found = [
            Guess(under(condition, one.meaning), one.score - 0.1 * number, one.evident)
            for one in found[:6]
            for number, condition in enumerate(told.conditions[:3])
        ]
    found += [one for one, complete in spoken_of if complete]
    found += [Guess(under(so, step) if so else step, score) for so, step, score in sorts]
    if told.rest != sentence.text:
        # Where it is, of what stays there, is no condition.
        acts = booked(sentence.text, sentence, situation, phrases)
        found += [Guess(meaning, score) for meaning, score in acts]
    required = checked(sentence, situation)
    if required:
        found.append(Guess(f"Make sure {required}.", CLEAR + CLEAR))
    elsewhere = _ELSEWHERE if _of_another(told, view.situation) else 0.0
    for one in found:
        one.score += view.bonus - elsewhere
    return [one for one in found if one.evident] if open_ended else found


_ELSEWHERE = 0.5
"""What it says against a subject that the condition is another thing's, and no word calls it."""


def _of_another(told: Stated, situation: Situation) -> bool:
    """Tell whether a condition speaks of another thing in scope than the subject, of which the
    sentence says nothing."""
    subject = situation.subject
    if not told.conditions or not subject or situation.item:
        return False
    of = re.match(r"the (.+?)'s ", told.conditions[0])
    other = of is not None and of[1] != subject and bool(situation.fields.get(of[1]))
    named = re.search(rf"(?i)\b{re.escape(subject)}s?\b", situation.sentence)
    return other and named is None
