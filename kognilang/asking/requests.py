"""Words what an Ask sentence asks, and lays out what is to be decided on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kognilang.asking.asked import Asked
from kognilang.asking.telling import (
    FIELDS,
    as_json,
    mentions,
    property_named,
    show,
    told_apart,
)
from kognilang.journal.records import QuestionRow
from kognilang.values.kinds import List, Money, Record, Secret, Table
from kognilang.values.nouns import capital
from kognilang.values.shown import label, told

if TYPE_CHECKING:
    from kognilang.settings import Settings


def word_ask(row: QuestionRow, asked: Asked, settings: Settings | None) -> None:
    """Give a question the words, the kind of answer and the choices that its Ask has."""
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
    if row.item and not mentions(text, row.item):
        text = f"{capital(row.item)}: {text}"
    if asked.quorum > 1 and " and " in row.to:
        from kognilang.asking.showing import named

        each = capital(named(row.to))
        text += f" ({each} must {'both' if asked.quorum == 2 else 'all'} answer.)"
    elif asked.quorum > 1:
        text += f" ({_number(asked.quorum)} different people must answer.)"
    row.text = text
    if asked.choices:
        row.choices = as_json(told_apart(asked.choices, settings))
    elif row.needs == "yes/no":
        row.choices = as_json(["yes", "no"])


def _number(count: int) -> str:
    from kognilang.language.words import NUMBER_WORDS

    word = next((word for word, number in NUMBER_WORDS.items() if number == count), str(count))
    return capital(word)


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


def laid_out(name: str, value: Any) -> list[tuple[str, Any]]:
    """What is to be decided on, with its fields: a name alone is not enough to decide."""
    if not isinstance(value, Record):
        return [(name, value)]
    # A record without a name of its own is told by its fields, once.
    named = not told(value).startswith("record (")
    pairs: list[tuple[str, Any]] = [(name, value)] if named else []
    for field, content in list(value.fields.items())[:FIELDS]:
        if content is None or isinstance(content, Secret):
            continue
        large = isinstance(content, Record | List | Table)
        owner = "its" if named else f"{name}'s"
        pairs.append((f"{owner} {field}", told(content) if large else content))
    return pairs


def reviewed(name: str, sample: Any) -> list[tuple[str, Any]]:
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
        return f"{capital(verb.lower())} {_lower_the(subject)} {rest}?"
    return f"Is it so that {words}?"


def _bare(words: str) -> str:
    return re.sub(r"(?i)^for\s+", "", words)


def _bare_noun(words: str) -> str:
    return re.sub(r"(?i)^(the|a|an|its|their)\s+", "", words).rstrip("?.")


def _lower_the(words: str) -> str:
    words = words.rstrip("?.")
    return re.sub(r"^(The|A|An|This|My|Our)\b", lambda found: found[0].lower(), words)
