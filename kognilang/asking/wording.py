"""Words questions: an exception or an Ask becomes a question that reads well aloud."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from kognilang.asking import sorts
from kognilang.asking.asked import Asked
from kognilang.asking.candidates import LABEL, table_of
from kognilang.asking.situations import situation as situation_of
from kognilang.asking.speech import can_be_typed
from kognilang.journal.records import QuestionRow
from kognilang.values.kinds import Exceptional, List, Money, Record, Secret, Table
from kognilang.values.shown import label, shown, told

if TYPE_CHECKING:
    from kognilang.meaning.plan import Sentence
    from kognilang.meaning.skill import Problematic
    from kognilang.settings import Settings

_DECIDED = ("interrupted-write", "unsure-judgement")
"""Exceptions whose value is not put anywhere: it is the decision itself."""

FIELDS = 12
"""How many fields of a record are shown beside a question about it."""

LONGEST = 300
"""A value longer than this is shown shortened, in characters."""


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
        _word_ask(row, problem, settings)
        lay = _reviewed if problem.form == "review" else _laid_out
        pairs = [pair for named in problem.about for pair in lay(*named)] + [*values]
    elif isinstance(problem, Exceptional):
        _word_exception(row, problem, settings)
        pairs = [(name, _short(value)) for name, value in (*problem.values, *values)]
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
        row.suggestions = _texts(kept)
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
    if needs:
        asking = sort.asking if needs == "secret" else f"Which {needs} should be used instead?"
    row.text = _told(row, problem, asking)
    _suggest(row, sort, problem.suggestions, "")


def _called_with(problem: Problematic) -> list[tuple[str, Any]]:
    """What a skill was called with, where its message does not say."""
    found = []
    for slot, value in problem.given:
        text = show(value)
        if value is not None and text not in problem.message and text != "(blank)":
            found.append((slot.replace("_", " "), _short(value)))
    return found[:FIELDS]


def _with_corrections(row: QuestionRow, labels: Sequence[str]) -> str:
    """The suggestions, with how several values are corrected at once."""
    found = json.loads(row.suggestions)
    sign = ": …, ".join(label.removeprefix("the ") for label in labels[:2]) + ": …"
    at = next((at for at, text in enumerate(found) if text in ("try again", "stop")), len(found))
    found.insert(min(at, 1), sign)
    return _texts(found)


def _short(value: Any) -> Any:
    """A list of records is told by how many they are."""
    if isinstance(value, List) and value.items and isinstance(value.items[0], Record):
        return told(value)
    return value


def show(value: Any, settings: Settings | None = None) -> str:
    """Return a value as a question shows it: never a secret, never endless, blanks in words."""
    if isinstance(value, Secret):
        return f'the secret "{value.name}"'
    if isinstance(value, Record):
        text = label(value)
    else:
        text = "(blank)" if value is None else shown(value, settings)
    if not text.strip():
        return "(blank)"
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


# -- exceptions ---------------------------------------------------------------------


def _word_exception(row: QuestionRow, problem: Exceptional, settings: Settings | None) -> None:
    sort = sorts.sort_of(problem.problem)
    row.problem = problem.problem
    row.prop = problem.prop
    needs = problem.needs
    if not problem.prop and needs != "choice" and problem.problem not in _DECIDED:
        needs = ""
    if problem.candidates:
        row.choices = _texts(told_apart(problem.candidates, settings))
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
        asking = sort.asking.format(prop=property_named(problem.prop), of=of, noun=row.noun)
    elif needs == "choice":
        asking = "Which one is meant?"
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
    if row.item and not _mentions(message, row.item):
        message = _naming(message, row) or f"{_capital(row.item)}: {message}"
    return message if message.endswith("?") else f"{message} {asking}"


def _naming(message: str, row: QuestionRow) -> str:
    """The message with the item's name for `the invoice`; empty where it does not speak of it."""
    if not row.noun or not row.item.startswith(f"{row.noun} "):
        return ""
    found = re.search(rf"\b[Tt]he {re.escape(row.noun)}(?='s\b|[.,;:?!]|$)", message)
    if found is None or message[: found.start()].count('"') % 2:
        return ""
    item = _capital(row.item) if found.start() == 0 else row.item
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


def property_named(prop: str) -> str:
    """Return a property or name with its article: `the PO number` from `PO number`."""
    if not prop:
        return "it"
    if re.match(r"(?i)(the|my|our|its|their|this|each|a|an)\b|.*'s\b", prop):
        return prop
    return f"the {prop}"


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
    if isinstance(thing, Record):
        return f"the {thing.kind}'s {prop}" if thing.kind else ""
    return property_named(prop)


def told_apart(candidates: Sequence[Any], settings: Settings | None) -> list[str]:
    """Name candidates so that they differ: where labels repeat, with the fields that differ."""
    texts = [show(candidate, settings) for candidate in candidates]
    if len(set(texts)) == len(texts):
        return texts
    records = [each for each in candidates if isinstance(each, Record)]
    if len(records) != len(candidates):
        return texts
    differing = [
        name
        for name in records[0].fields
        if len({show(each.fields.get(name), settings) for each in records}) > 1
    ]
    return [
        f"{text} ({', '.join(f'{n}: {show(each.fields.get(n), settings)}' for n in differing[:4])})"
        if differing
        else text
        for text, each in zip(texts, records, strict=True)
    ]


# -- asking -------------------------------------------------------------------------


def _word_ask(row: QuestionRow, asked: Asked, settings: Settings | None) -> None:
    row.kind = "ask"
    row.problem = asked.form
    row.prop = asked.prop
    row.needs = asked.needs
    words = _named_in(" ".join(asked.question.split()), asked, settings)
    if asked.form in ("whether", "confirm", "approval"):
        row.needs = "yes/no"
    elif asked.form == "choose":
        row.needs = "choice"
    if words.endswith("?") or asked.form == "text":
        text = asked.question.strip()
    elif asked.form == "for":
        text = f"What is {property_named(_bare(words))}?"
    elif asked.form == "whether":
        text = _whether(words)
    elif asked.form == "choose":
        text = f"Which {_bare_noun(words)}?" if words else "Which one?"
    elif asked.form == "confirm":
        text = f"Is {_lower_the(words)} right?"
    else:
        text = f"Do you approve {_lower_the(words)}?"
    if row.item and not _mentions(text, row.item):
        text = f"{_capital(row.item)}: {text}"
    if asked.quorum > 1:
        text += f" ({_number(asked.quorum)} different people must answer.)"
    row.text = text
    if asked.choices:
        row.choices = _texts(told_apart(asked.choices, settings))
    elif row.needs == "yes/no":
        row.choices = _texts(["yes", "no"])


def _number(count: int) -> str:
    from kognilang.language.words import NUMBER_WORDS

    word = next((word for word, number in NUMBER_WORDS.items() if number == count), str(count))
    return _capital(word)


def _named_in(words: str, asked: Asked, settings: Settings | None) -> str:
    """The words of what is to be decided, with the thing itself for what it is called:
    `invoice INV-7 (Acme, $6,090)` for `the invoice`."""
    if asked.form not in ("approval", "confirm", "whether"):
        return words
    for name, thing in asked.about:
        if not isinstance(thing, Record) or not thing.kind:
            continue
        named = label(thing)
        if not named.startswith(f"{thing.kind} "):
            continue
        facts = _facts(thing, named, settings)
        told_as = f"{named} ({', '.join(facts)})" if facts else named
        pattern = rf"(?i)(?<!\w){re.escape(name)}(?!\w|')"
        words = re.sub(pattern, told_as.replace("\\", r"\\"), words, count=1)
    return words


def _facts(thing: Record, named: str, settings: Settings | None) -> list[str]:
    """Return by what a person knows a thing best: the name in it, and what it amounts to."""
    fields = [(name.casefold(), value) for name, value in thing.fields.items()]
    found = []
    for _, value in fields:
        if (
            isinstance(value, str)
            and 0 < len(value.strip()) <= 40
            and not any(letter.isdigit() for letter in value)
            and value not in named
        ):
            found.append(value.strip())
            break
    amounts = [(name, value) for name, value in fields if isinstance(value, Money)]
    wanted = [value for name, value in amounts if name.split()[-1:] in (["total"], ["amount"])]
    if len(amounts) == 1 or len(wanted) == 1:
        found.append(show((wanted or [amounts[0][1]])[0], settings))
    return found


def _laid_out(name: str, value: Any) -> list[tuple[str, Any]]:
    """What is to be decided on, with its fields: a name alone is not enough to decide."""
    if not isinstance(value, Record):
        return [(name, value)]
    pairs: list[tuple[str, Any]] = [(name, value)]
    for field, content in list(value.fields.items())[:FIELDS]:
        if content is None or isinstance(content, Secret):
            continue
        large = isinstance(content, Record | List | Table)
        pairs.append((f"its {field}", told(content) if large else content))
    return pairs


def _reviewed(name: str, sample: Any) -> list[tuple[str, Any]]:
    """What is to be reviewed, each thing by its name with what it says."""
    found: list[tuple[str, Any]] = []
    for at, one in enumerate(sample.items if isinstance(sample, List) else [sample], 1):
        if not isinstance(one, Record):
            found.append((str(at), one))
            continue
        facts = [
            f"{field}: {show(content)}"
            for field, content in list(one.fields.items())[:FIELDS]
            if content is not None and not isinstance(content, Secret | Record | List | Table)
        ]
        found.append((label(one), ", ".join(facts)))
    return found


def _whether(words: str) -> str:
    words = re.sub(r"(?i)^whether\s+", "", words).rstrip("?.")
    if re.match(r"(?i)to\s+\w", words):
        return f"Should I {words[3:].strip()}?"
    is_be = re.match(r"(?i)(.+?)\s+(is|are|was|were|has|have|can|may|should|will)\s+(.+)$", words)
    if is_be:
        subject, verb, rest = is_be.groups()
        if verb.lower() in ("has", "have"):
            return f"{'Does' if verb.lower() == 'has' else 'Do'} {_lower_the(subject)} have {rest}?"
        return f"{_capital(verb.lower())} {_lower_the(subject)} {rest}?"
    return f"Is it so that {words}?"


def _bare(words: str) -> str:
    return re.sub(r"(?i)^for\s+", "", words)


def _bare_noun(words: str) -> str:
    return re.sub(r"(?i)^(the|a|an|its|their)\s+", "", words).rstrip("?.")


def _lower_the(words: str) -> str:
    words = words.rstrip("?.")
    return re.sub(r"^(The|A|An|This|My|Our)\b", lambda found: found[0].lower(), words)


# -- small words --------------------------------------------------------------------


def _texts(texts: Sequence[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(message: str) -> str:
    message = message.strip()
    return message if message.endswith((".", "?", "!", "…")) else f"{message}."


def _mentions(text: str, item: str) -> bool:
    """Whether the text names the item: by its whole name, or by what tells it from others."""
    low = text.casefold()
    return item.casefold() in low or item.split()[-1].casefold() in low.replace('"', " ").split()
