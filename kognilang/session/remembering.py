"""Remembering: an answer becomes a learning, as text that a person can read and change."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from kognilang.asking.learnable import learnable
from kognilang.asking.taught import NotTaught, Taught, read_learning
from kognilang.dataclass import dataclass, field
from kognilang.journal.learnings import LearningRow, Learnings
from kognilang.language.printing.marks import property_words, quote
from kognilang.running.circumstances import Circumstance
from kognilang.session.circumstances import circumstance_of
from kognilang.values.kinds import File, Folder, List, Percent, Person, Record
from kognilang.values.naming import canonical
from kognilang.values.shown import shown

if TYPE_CHECKING:
    from kognilang.asking.wishes import Wish
    from kognilang.journal.records import AnswerRow, QuestionRow
    from kognilang.session.backtesting import BackTest, Conflict
    from kognilang.session.session import Session

OFFERED = 5
"""So many conditions are offered at most."""

_LONGEST = 60


class NotRemembered(Exception):
    """An answer cannot be kept as a learning; the message says why, `hints` what would do."""

    def __init__(self, message: str, hints: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.hints = hints


@dataclass(slots=True)
class Offer:
    """A condition that a person may choose: `only when the invoice's vendor is "Acme"`."""

    field: str
    condition: str


@dataclass(slots=True)
class Draft:
    """A learning that could be kept, with further conditions to choose from."""

    taught: Taught
    question: QuestionRow
    owner: str
    offers: list[Offer] = field(default_factory=list)


# -- from an answer to a text -----------------------------------------------------------


def draft(
    session: Session, question_id: str, only: tuple[str, ...] = (), when: tuple[str, ...] = ()
) -> Draft:
    """Write the answer to a question as a learning, under conditions: `only` are fields that must
    be as they were there, `when` conditions in words. Raises NotRemembered."""
    question = session.store.question(question_id)
    answer = session.store.answer_of(question_id) if question is not None else None
    if question is None or answer is None:
        raise NotRemembered(f'No question "{question_id}" has been answered.')
    why_not(question, json.loads(answer.data or "{}"))
    where = circumstance_of(session, question_id)
    if where is None:
        raise NotRemembered(
            f"What was known at the question {question_id} was not kept, so its answer cannot be "
            "remembered any more."
        )
    offers = offers_of(where, question)
    conditions = [condition_for(one, where, question, offers) for one in only]
    conditions += [_condition(one) for one in when]
    actions = actions_of(question, answer, where)
    text = _spelled(session, question, composed(where.situation.head, conditions, actions))
    taught = _read(text)
    _hold(session, question, taught, where)
    return Draft(taught, question, answer.by, offers)


def _hold(session: Session, question: QuestionRow, taught: Taught, where: Circumstance) -> None:
    """Raise NotRemembered for a learning that is not understood where its own question stood."""
    from kognilang.running.frames import Frame
    from kognilang.session.learned import understood_at
    from kognilang.session.procedures import plan_of
    from kognilang.session.replies import names_of

    run = session.store.run(question.run)
    assert run is not None
    names = names_of(Frame("", 0, where.names))
    base = where.code or run.procedure
    data, reason = understood_at(session, taught.body, plan_of(session, run), names, base)
    if not data:
        raise NotRemembered(f"This cannot be remembered so: {reason.rstrip('.')}.")


def _spelled(session: Session, question: QuestionRow, text: str) -> str:
    """Give the words outside quotes the capitals that the procedure gives them (`PO number`)."""
    from kognilang.language.printing.marks import spelled_words
    from kognilang.session.procedures import plan_of

    run = session.store.run(question.run)
    spellings = plan_of(session, run).spellings if run is not None else {}
    parts = text.split('"')
    parts[::2] = [spelled_words(part, spellings) for part in parts[::2]]
    return '"'.join(parts)


def why_not(question: QuestionRow, data: dict[str, Any]) -> None:
    """Raise NotRemembered for an answer that is never learnt."""
    if question.kind == "ask" and not learnable(question.kind, question.problem):
        raise NotRemembered(
            "A decision of a person (an approval, a yes or no, a confirmation) is never "
            "remembered: it is asked for each time."
        )
    if not learnable(question.kind, question.problem):
        raise NotRemembered(
            "An answer to this sort of question is never remembered: it is decided each time."
        )
    if data.get("instruction") == "start-over":
        raise NotRemembered(
            'To "start over" is never remembered: the run could begin anew for ever.'
        )


def actions_of(question: QuestionRow, answer: AnswerRow, where: Circumstance) -> list[str]:
    """Return as sentences what an answer does."""
    data = json.loads(answer.data or "{}")
    kind = data.get("kind")
    if kind == "instruction":
        return [_instruction(data, question, answer.text)]
    if kind == "sentences":
        return _ended(data.get("text") or answer.text)
    if kind == "choice":
        from kognilang.asking.apart import names_apart

        names = names_apart(where.candidates)
        if not names:
            raise NotRemembered(
                "The choices have no names of their own by which this one could be known again."
            )
        return [f"The answer is {quote(names[data['value']])}."]
    from kognilang.values.coding import decode

    if kind == "corrections" and not data.get("accepted"):
        lines = []
        for at, value in data["values"]:
            thing, name = where.targets[at]
            place = property_words(name, False)
            owner = _name_of(thing, where) if thing is not None else ""
            if thing is not None and not owner:
                break
            said = f"{owner}{_apostrophe(owner)} {place}" if owner else f"the {place}"
            lines.append(f"Set {said} to {literal(decode(value))}.")
        else:
            return [*lines, "Try again."]
    if kind != "value":
        raise NotRemembered(
            "This answer cannot be remembered as it is. Give it as sentences instead: "
            "Set … to …. Try again."
        )
    value = literal(decode(data.get("value")))
    if where.place == "field":
        owner = _name_of(where.thing, where)
        if owner:
            prop = property_words(where.prop, False)
            return [f"Set {owner}{_apostrophe(owner)} {prop} to {value}.", "Try again."]
    if where.place == "name":
        return [f"Set the {property_words(where.prop, False)} to {value}.", "Try again."]
    return [f"The answer is {value}."]


def composed(head: str, conditions: list[str], actions: list[str]) -> str:
    """Lay a learning out as text."""
    lines = [f"When {head}:"]
    indent = "    "
    plain = [one for one in conditions if re.search(r"(?i)\b(and|or)\b", one) is None]
    if len(conditions) > 1 and len(plain) == len(conditions):
        conditions = [" and ".join(conditions)]
    for condition in conditions:
        lines.append(f"{indent}If {condition}:")
        indent += "    "
    for action in actions:
        lines += [f"{indent}{line}" for line in action.splitlines()]
    return "\n".join(lines) + "\n"


def literal(value: Any) -> str:
    """Return a value as it is written in the language."""
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return quote(" ".join(value.split()) if "\n" in value else value)
    if isinstance(value, File | Folder):
        return quote(str(value.path))
    if isinstance(value, Person):
        return quote(value.title or value.name)
    if isinstance(value, List):
        items = [literal(one) for one in value.items]
        return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)
    if isinstance(value, Percent):
        return f"{value.value:f}%"
    return shown(value)


def _instruction(data: dict[str, Any], question: QuestionRow, text: str) -> str:
    how = data["instruction"]
    if how == "skip-step":
        return "Skip this step."
    if how == "skip-item":
        return f"Skip this {question.noun or 'item'}."
    if how == "stop":
        return "Stop."
    if data.get("waiting") or data.get("times", 1) != 1:
        words = text.strip().lstrip(">").strip().rstrip(".")
        return words[:1].upper() + words[1:] + "."
    return "Try again."


def _ended(text: str) -> list[str]:
    """A person's sentences that say nothing have the step tried again; a learning says so."""
    from kognilang.asking.taught import decides
    from kognilang.language.printer import print_step
    from kognilang.language.printing.marks import spelled_as
    from kognilang.language.reading import read
    from kognilang.text.source import Source

    source = Source("the answer", text)
    file = read(source).file
    with spelled_as(text):
        lines = [print_step(step) for step in file.items]
    return lines if decides(file.items) else [*lines, "Try again."]


def _name_of(thing: Any, where: Circumstance) -> str:
    """What a sentence calls a thing there."""
    for name, value in where.names.items():
        if value is thing:
            return f"the {name.partition('~')[0]}"
    for name, value in where.names.items():
        if isinstance(value, Record):
            for prop, inner in value.fields.items():
                if inner is thing:
                    return f"the {name}'s {prop}"
    return ""


def _apostrophe(owner: str) -> str:
    return "'" if owner.endswith("s") else "'s"


# -- conditions -------------------------------------------------------------------------


def offers_of(where: Circumstance, question: QuestionRow) -> list[Offer]:
    """Return sensible conditions: what the item is known by that others may share, such as its
    vendor; not its number or date, which no other has."""
    found: list[Offer] = []
    for name, record in _records(where, question):
        for prop, value in record.fields.items():
            if not _shared(value) or canonical(prop) == canonical(question.prop):
                continue
            if isinstance(value, str) and value and value in question.item:
                continue  # By this no other thing is known.
            found.append(Offer(_label(name, prop, question), _is(name, prop, value)))
    return found[:OFFERED]


def _records(where: Circumstance, question: QuestionRow) -> list[tuple[str, Record]]:
    """The things that a question is about, the item first."""
    found = [(name, one) for name, one in where.names.items() if isinstance(one, Record)]
    first = question.noun
    return sorted(found, key=lambda pair: pair[0] != first)


def _shared(value: Any) -> bool:
    """Whether a value is one that several things have."""
    if isinstance(value, bool | Percent):
        return True
    if not isinstance(value, str):
        return False
    plain = value.strip()
    digits = sum(letter.isdigit() for letter in plain)
    return 0 < len(plain) <= _LONGEST and digits < 3 and "@" not in plain


def condition_for(
    wanted: str, where: Circumstance, question: QuestionRow, offers: list[Offer]
) -> str:
    """Return the condition that a field is as it was there: `vendor`, `the line's item`. Raises
    NotRemembered."""
    words = re.sub(r"(?i)^the ", "", wanted.strip())
    owner, _, prop = words.rpartition("'s ")
    for name, record in _records(where, question):
        if owner and canonical(owner) != canonical(name):
            continue
        for own, value in record.fields.items():
            if canonical(own) == canonical(prop):
                return _is(name, own, value)
    for name, value in where.names.items():
        if not owner and canonical(name) == canonical(prop) and not isinstance(value, Record):
            return f"the {name} is {literal(value)}"
    known = ", ".join(offer.field for offer in offers)
    raise NotRemembered(
        f'There is no "{wanted}" at this question.', (f"Known are: {known}",) if known else ()
    )


def _is(name: str, prop: str, value: Any) -> str:
    said = f"the {name}{_apostrophe(name)} {property_words(prop, False)}"
    if value is None or value == "":
        return f"{said} is blank"
    return f"{said} is {literal(value)}"


def _label(name: str, prop: str, question: QuestionRow) -> str:
    return prop if name == question.noun else f"{name}'s {prop}"


def _condition(words: str) -> str:
    words = words.strip().rstrip(".:")
    return re.sub(r"(?i)^(if|when|only if|only when)\s+", "", words)


def _read(text: str) -> Taught:
    try:
        return read_learning(text)
    except NotTaught as wrong:
        first = wrong.problems[0]
        raise NotRemembered(
            f"That cannot be kept as a learning: {first.summary}", tuple(first.candidates[:3])
        ) from None


# -- keeping ----------------------------------------------------------------------------


@dataclass(slots=True)
class Remembered:
    """What became of the wish to have an answer kept: the learning, what it would have answered
    in the past, and what it contradicts. `row` is None where the same is learnt already."""

    row: LearningRow | None
    taught: Taught
    back_test: BackTest
    conflicts: list[Conflict]
    offers: list[Offer] = field(default_factory=list)
    question: str = ""

    @property
    def doubtful(self) -> bool:
        """Whether people answered otherwise, or another learning does."""
        against = any(not one.alike for one in self.conflicts)
        return bool(self.back_test.differing) or against


def remember(
    session: Session, question_id: str, wish: Wish, scope: str = "file", until: str = ""
) -> Remembered:
    """Keep the answer to a question as a learning. It is switched on if it is said when it holds,
    people never answered otherwise, and no other learning does. Raises NotRemembered."""
    from kognilang.session.backtesting import back_test, conflicts

    made = draft(session, question_id, wish.only, wish.when)
    run = session.store.run(made.question.run)
    assert run is not None
    found = Remembered(
        None,
        made.taught,
        back_test(session, made.taught, scope, run.path),
        conflicts(session, made.taught, scope, run.path),
        made.offers,
        question_id,
    )
    if any(_says_as_much(one, made.taught) for one in found.conflicts):
        return found
    now = session.store.now()
    status = "on" if wish.settled and not found.doubtful else "off"
    found.row = LearningRow(
        session.store.next_id("L"), 1, 0, made.taught.text, scope, run.path, run.title,
        made.owner, now, until, status, "remembered", made.owner, now, made.question.id,
    )  # fmt: skip
    Learnings(session.store).put(found.row)
    session.taught += 1
    return found


def _says_as_much(one: Conflict, taught: Taught) -> bool:
    """Whether another learning does the same under the same conditions, or under fewer."""
    mine = {" ".join(each.split()).casefold() for each in taught.conditions}
    return one.alike and all(
        " ".join(each.split()).casefold() in mine for each in one.learnt.taught.conditions
    )
