"""The situation of a sentence, as a model may know it: texts and kinds, never values."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kognilang.dataclass import dataclass, field
from kognilang.language import tree
from kognilang.language.printer import print_step
from kognilang.meaning import plan as p
from kognilang.meaning.kinds import LITERALS, Kind
from kognilang.meaning.scopes import Known
from kognilang.meaning.settling import Open, Settling, kind_words
from kognilang.reasoning.columns import columns_of
from kognilang.reasoning.derived import derived
from kognilang.reasoning.phrasebook import Phrase, nouns_of, own_phrases
from kognilang.reasoning.values import rows_shown, values_of

_AROUND = 4
"""So many sentences before and after are shown."""


_ALSO = frozenset(("person", "file", "folder", "document", "list", "table", "record"))
"""Kinds that no value written out has."""

_ADDRESS = re.compile(r'The ([^"]+?) (?:is|are) "[^"\s]+@[^"\s]+"')


@dataclass(slots=True)
class Situation:
    """Where a sentence stands: what is around it, the names it may speak of, with their kinds.

    `names` are the bare names in scope, `described` the lines that tell of them. `books` are
    those that the text uses, `own` its own procedures.
    """

    sentence: str
    whole: str
    before: list[str]
    after: list[str]
    names: tuple[str, ...]
    described: list[str]
    own: list[Phrase]
    books: tuple[str, ...]
    item: str = ""
    """The loop's item, where the sentence stands in one."""
    subject: str = ""
    """The name that it most likely is about, where that is said; else the item, or the only
    record."""
    kinds: Mapping[str, str] = field(default_factory=dict)
    """The kind of each name, by its word."""
    fields: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The fields of each name that is a record of a declared kind, with their kinds."""
    tables: Mapping[str, str] = field(default_factory=dict)
    """What a row of each list or table is called, where it is of a kind with fields."""
    rows: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The fields of what the rows of tables are called, with their kinds."""
    adjectives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The words that are said of a kind of thing and are defined: `overdue`, and `paid` where
    that is a field of yes or no."""
    decisions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the text decides of a kind of thing: `needs a single room`."""
    worked_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The values that the text works out for a kind of thing: `the shipping fee for`."""
    nouns: tuple[str, ...] = ()
    """The wordings of the values that books bring: `the page count of {document}`."""
    addresses: frozenset[str] = frozenset()
    """The names that the text sets to an email address."""
    values: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """The texts that the properties of each sort of thing hold, as far as the text itself shows
    them. They are for readings by words alone: no model is told of them."""
    shown: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    """The rows of the text's own tables with their texts, by what a row is called: likewise."""


def situation_of(settling: Settling, place: Open) -> Situation:
    """Return the situation of an open sentence."""
    understood = settling.understood
    names = settling.names_at(place)
    at = place.unit.span[0]
    lines = [
        (one.span[0], one.canonical)
        for one in understood.explanations
        if one.sentence >= 0 and one.span != (0, 0)
    ]
    before = [text for start, text in lines if start < at]
    after = [text for start, text in lines if start > place.unit.span[1]]
    library = settling.library
    books = {library.skills[one].book for one in understood.plan.skills if one in library.skills}
    nouns = _nouns(names)
    kinds = _kinds(settling, nouns)
    passed = _passed(place.unit.definition, {*kinds} - {*names})
    item = next((name for name, one in names.items() if one.how.endswith("item")), "")
    return Situation(
        place.sentence,
        place.unit.whole,
        [one for one in before if one.rstrip(".") != place.unit.whole][-_AROUND:],
        after[:_AROUND],
        tuple(sorted({*names, *passed})),
        described(names, understood.plan.kinds),
        own_phrases(understood.plan.procedures, _bodies(settling)),
        tuple(sorted(books)),
        item,
        kinds=dict.fromkeys(passed, "record")
        | {name: one.kind.word for name, one in names.items()},
        fields={noun: kinds[noun] for noun in passed}
        | {
            name: kinds.get(one.kind.noun or name, {}) if one.kind.word == "record" else {}
            for name, one in names.items()
        },
        nouns=tuple(nouns_of(library, {info.book for info in library.skills.values()})),
        addresses=frozenset(
            found[1].lower() for text in before if (found := _ADDRESS.match(text)) is not None
        ),
        tables={name: noun for name, noun in nouns.items() if kinds.get(noun)},
        rows={noun: kinds[noun] for noun in nouns.values() if kinds.get(noun)},
        adjectives=_adjectives(understood.plan),
        decisions=_of_one(understood.plan, "decision"),
        worked_out=_of_one(understood.plan, "value"),
        values=values_of(settling.reading.file, settling.source.text, nouns, kinds),
        shown=rows_shown(settling.reading.file, nouns),
    )


def _passed(definition: str, nouns: set[str]) -> list[str]:
    """Return the things that a definition is given and of which none of its steps speaks yet."""
    return [
        noun
        for noun in sorted(nouns)
        if re.search(rf"(?i)\b(?:an?|some) {re.escape(noun)}\b", definition)
    ]


def _bodies(settling: Settling) -> dict[str, tuple[str, ...]]:
    """Return the steps of each definition of the text, by its title."""
    return {
        " ".join(token.written or token.text for token in one.header): tuple(
            print_step(step) for step in one.body
        )
        for one in settling.reading.file.items
        if isinstance(one, tree.Procedure)
    }


def described(names: Mapping[str, Known], kinds: Mapping[str, p.KindInfo]) -> list[str]:
    """Return a line for each name in scope with its kind, records with their fields."""
    found = []
    for name in sorted(names):
        kind = names[name].kind
        fields = _fields(kind, kinds)
        words = kind_words(kind) if kind.word != "any" else "a value"
        found.append(f"the {name}: {words}{fields}")
    return found


def _nouns(names: Mapping[str, Known]) -> dict[str, str]:
    """Return what a row of each table in scope is called."""
    return {
        name: one.kind.item.noun
        for name, one in names.items()
        if one.kind.word in ("table", "list") and one.kind.item.noun
    }


def _kinds(settling: Settling, nouns: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return what each sort of thing has, with the kinds: what is declared, or what the text
    shows."""
    kinds = settling.understood.plan.kinds
    known = {one.word for one in LITERALS.values()} | _ALSO | set(kinds)
    shown = columns_of(settling.reading.file, nouns)
    declared = {
        # Notes, which the text does not say what they are: no list of a kind of their own.
        noun: {
            one.name: one.kind if one.kind in known else shown.get(noun, {}).get(one.name, "any")
            for one in info.fields
        }
        for noun, info in kinds.items()
    }
    found = {**shown, **declared}
    for noun, more in derived(settling.understood.plan.procedures, found).items():
        found[noun] = {**found.get(noun, {}), **more}
    return found


def _adjectives(plan: p.Plan) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one in plan.procedures:
        if one.form == "adjective":
            said = one.title.rpartition(" is ")[2]
            found[one.noun] = (*found.get(one.noun, ()), said)
    for noun, info in plan.kinds.items():
        said_of = tuple(one.name for one in info.fields if one.kind == "yes/no")
        found[noun] = (*found.get(noun, ()), *said_of)
    return found


def _of_one(plan: p.Plan, form: str) -> dict[str, tuple[str, ...]]:
    """Return the words of the decisions, or the values, that are about one thing alone."""
    found: dict[str, tuple[str, ...]] = {}
    for one in plan.procedures:
        if one.form != form or len(one.parameters) != 1:
            continue
        noun = one.parameters[0]
        thing = rf"(?:an?|the|some) {re.escape(noun)}"
        about = re.match(rf"(?i){thing} (.+)$|(.+?) {thing}$", one.title)
        if about is not None and bool(about[1]) == (form == "decision"):
            found[noun] = (*found.get(noun, ()), about[1] or about[2])
    return found


def _fields(kind: Kind, kinds: Mapping[str, p.KindInfo]) -> str:
    info = (
        kinds.get(kind.noun or kind.item.noun) if kind.word in ("record", "table", "list") else None
    )
    if info is None:
        return ""
    listed = ", ".join(one.name + (f" ({one.kind})" if one.kind else "") for one in info.fields)
    return f" with {listed}" if listed else ""
