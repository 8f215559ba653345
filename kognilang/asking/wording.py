"""Words questions: an exception or an Ask becomes a question that reads well aloud.

The words of an Ask itself are in `kognilang.asking.requests`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from kognilang.asking import sorts
from kognilang.asking.asked import Asked
from kognilang.asking.candidates import LABEL, table_of
from kognilang.asking.requests import laid_out, reviewed, word_ask
from kognilang.asking.situations import situation as situation_of
from kognilang.asking.speech import can_be_typed
from kognilang.asking.telling import (
    FIELDS,
    as_json,
    mentions,
    property_named,
    short,
    show,
    told_apart,
)
from kognilang.journal.records import QuestionRow
from kognilang.language.words import RESERVED, is_plural
from kognilang.values.kinds import Exceptional, Record
from kognilang.values.nouns import capital
from kognilang.values.shown import label

if TYPE_CHECKING:
    from kognilang.meaning.plan import Sentence
    from kognilang.meaning.skill import Problematic
    from kognilang.settings import Settings

_DECIDED = ("interrupted-write", "unsure-judgement")
"""Exceptions whose value is not put anywhere: it is the decision itself."""


class _Failing(Protocol):
    problem: str
    message: str


def question_of(
    problem: Exceptional | Problematic | Asked,
    sentence: Sentence,
    *,
    id: str,
    run: str,
    lane: str = "",
    to: str = "",
    at: str = "",
    item: str = "",
    noun: str = "",
    title: str = "",
    due_at: str = "",
    settings: Settings | None = None,
    values: Sequence[tuple[str, Any]] = (),
    needs: str = "",
    prop: str = "",
    correct: Sequence[str] = (),
    skippable: bool = True,
) -> QuestionRow:
    """Return the question to a person about an exception, or as an Ask sentence has it.

    `item` names the lane's item as a person would (`invoice INV-1007`), `noun` is its
    word (`invoice`), `title` the procedure's title, `values` are further (label, value)
    pairs to show. A value is asked for only where there is a place to put it: the
    exception names a property, or `needs` says which kind of value a skill lacks and `prop` what
    it is. `correct` are labels of what an answer can put right by name. Where the step is not
    `skippable`, since a later one needs what it sets, leaving it out is not offered.
    """
    row = QuestionRow(
        id=id,
        run=run,
        lane=lane,
        kind="exception",
        problem="",
        situation="",
        text="",
        sentence=sentence.canonical,
        file=sentence.file,
        line=sentence.line,
        to=to,
        needs="",
        asked_at=at,
        item=item,
        noun=noun,
        due_at=due_at,
    )
    if isinstance(problem, Asked):
        word_ask(row, problem, settings)
        lay = reviewed if problem.form == "review" else laid_out
        pairs = [pair for named in problem.about for pair in lay(*named)] + [*values]
    elif isinstance(problem, Exceptional):
        _word_exception(row, problem, settings)
        pairs = [(name, short(value)) for name, value in (*problem.values, *values)]
        # What the question is named after is not told once more.
        pairs = [pair for pair in pairs if show(pair[1], settings) != item]
        table = table_of(problem.candidates, row.needs, lambda value: show(value, settings))
        if table is not None:
            pairs.append(table)
    else:
        _word_skill(row, problem, needs, prop)
        pairs = [*_called_with(problem), *problem.values, *values]
    if correct and row.kind == "exception":
        row.suggestions = _with_corrections(row, correct)
    if not skippable:
        kept = [one for one in json.loads(row.suggestions) if one != sorts.SKIP_STEP]
        row.suggestions = as_json(kept)
    row.values = json.dumps(
        [[label, value if label == LABEL else show(value, settings)] for label, value in pairs],
        ensure_ascii=False,
    )
    # Lines of a form are answered by number: alike are only those of the same lines.
    alike = ",".join(map(str, getattr(problem, "failed", ()))) or row.prop
    row.situation = situation_of(title, sentence.canonical, row.problem, alike)
    return row


def _word_skill(row: QuestionRow, problem: Problematic, needs: str, prop: str) -> None:
    """A skill could not do its work; where something else would do instead, it is asked for."""
    sort = sorts.sort_of(problem.problem)
    row.problem = problem.problem
    row.prop, row.needs = prop, needs
    asking = sort.deciding
    if needs in ("file", "folder"):
        asking = f"Which {needs} should be used instead?"
    elif needs == "secret":
        asking = sort.asking
    elif needs == "choice":
        asking = sort.choosing
    if needs:
        row.choices = as_json(problem.candidates)
    row.text = _told(row, problem, asking)
    _suggest(row, sort, problem.suggestions, "")


def _called_with(problem: Problematic) -> list[tuple[str, Any]]:
    """What a skill was called with, where its message does not say."""
    found = []
    for slot, value in problem.given:
        text = show(value)
        if value is not None and text not in problem.message and text != "(blank)":
            found.append((slot.replace("_", " "), short(value)))
    return found[:FIELDS]


def _with_corrections(row: QuestionRow, labels: Sequence[str]) -> str:
    """The suggestions, with how several values are corrected at once."""
    found = json.loads(row.suggestions)
    sign = ": …, ".join(label.removeprefix("the ") for label in labels[:2]) + ": …"
    at = next((at for at, text in enumerate(found) if text in ("try again", "stop")), len(found))
    found.insert(min(at, 1), sign)
    return as_json(found)


# -- exceptions ---------------------------------------------------------------------


def _word_exception(row: QuestionRow, problem: Exceptional, settings: Settings | None) -> None:
    sort = sorts.sort_of(problem.problem)
    row.problem = problem.problem
    row.prop = problem.prop
    needs = problem.needs
    if not problem.prop and needs != "choice" and problem.problem not in _DECIDED:
        needs = ""
    if problem.candidates:
        row.choices = as_json(told_apart(problem.candidates, settings))
        needs = needs or "choice"
    row.needs = needs
    of = _of(problem.thing)
    if of and of.split()[-1].casefold() in problem.message.casefold():
        of = ""
    lines = getattr(problem, "lines", ())
    if len(lines) == 1:
        sort = sorts.sort_of("check-failed")
    if len(lines) > 1:
        _word_form(row, lines, sort)
        _suggest(row, sort, problem.suggestions, "")
        return
    if needs and needs != "choice":
        wanted = sort.asking
        if is_plural(problem.prop):
            wanted = wanted.replace("What is {prop}", "What are {prop}")
        asking = wanted.format(prop=property_named(problem.prop), of=of, noun=row.noun)
    elif needs == "choice":
        asking = sort.choosing
    else:
        asking = sort.deciding
    row.text = _told(row, problem, asking)
    # Where the value itself can be typed, no sentence is needed to set it.
    place = "" if needs else _place(problem.prop, problem.thing)
    _suggest(row, sort, problem.suggestions, place)


def _word_form(row: QuestionRow, lines: Sequence[str], sort: sorts.Sort) -> None:
    """Several checks that failed are one form, with a numbered line for each."""
    of = f" for {row.item}" if row.item else ""
    count = f"{len(lines)} checks fail"
    numbered = [f"{number}. {line.rstrip('.')}." for number, line in enumerate(lines, 1)]
    row.text = "\n".join([f"{count}{of}:", *numbered, sort.deciding])


def _told(row: QuestionRow, problem: _Failing, asking: str) -> str:
    """The message and the question; the item is named first where the message does not."""
    message = _sentence(problem.message)
    if row.item and not mentions(message, row.item):
        message = _naming(message, row) or f"{capital(row.item)}: {message}"
    return message if message.endswith("?") else f"{message} {asking}"


def _naming(message: str, row: QuestionRow) -> str:
    """The message with the item's name for `the invoice`; empty where it does not speak of it."""
    if not row.noun or not row.item.startswith(f"{row.noun} "):
        return ""
    found = re.search(rf"\b[Tt]he {re.escape(row.noun)}(?='s\b|[.,;:?!]|$)", message)
    if found is None or message[: found.start()].count('"') % 2:
        return ""
    item = capital(row.item) if found.start() == 0 else row.item
    return message[: found.start()] + item + message[found.end() :]


def _suggest(row: QuestionRow, sort: sorts.Sort, first: Sequence[str], place: str) -> None:
    found = [text for text in first if text and can_be_typed(text)]
    hints = [text for text in first if text and not can_be_typed(text)]
    if hints:
        # Not something to answer: words for the text, or something to do elsewhere.
        row.text += f" (Perhaps this helps: {'; '.join(hints)})"
    for template in sort.suggestions:
        if "{noun}" in template and not row.noun:
            continue
        if "{place}" in template and not place:
            continue
        text = template.format(noun=row.noun, place=place)
        if text not in found:
            found.append(text)
    row.suggestions = json.dumps(found, ensure_ascii=False)


def _of(thing: Any) -> str:
    if not isinstance(thing, Record):
        return ""
    named = label(thing)
    kind = thing.kind
    if kind and named.startswith(kind):
        return f" of the {named}"
    return f" of {named}" if len(named) <= 60 else (f" of the {kind}" if kind else "")


def _place(prop: str, thing: Any) -> str:
    """What a sentence calls the property, where that is sure: of the thing's kind, or a name."""
    if not prop:
        return ""
    odd = re.search(r"[^\w' -]", prop) is not None or not RESERVED.isdisjoint(prop.lower().split())
    if isinstance(thing, Record):
        said = f'"{prop}"' if odd and '"' not in prop else prop
        return f"the {thing.kind}'s {said}" if thing.kind else ""
    # A heading with signs in it is named only with its owner, in quotes.
    return "" if odd and "'s " not in prop and " of " not in prop else property_named(prop)


def _sentence(message: str) -> str:
    message = message.strip()
    return message if message.endswith((".", "?", "!", "…")) else f"{message}."
