"""Choosing: the meanings that an open sentence can be given without asking a model."""

from __future__ import annotations

from datetime import UTC, datetime

from kognilang.dataclass import dataclass
from kognilang.meaning.readings import Entry
from kognilang.meaning.settling import Open, Settling, Trial

MOST = 4
"""So many meanings are offered before anything is typed."""

A_PERSON = "a person"
THE_LANGUAGE = "the language"
THE_SETTINGS = "the settings"

_OF_UNKNOWN_PHRASES = ("unknown-verb", "unknown-phrase-of-verb", "unread-sentence")
"""Problems for which any phrase like the sentence may be what was meant."""


@dataclass(slots=True)
class Choice:
    """A meaning that can be taken: `proposed` says who made it."""

    trial: Trial
    proposed: str


def choices_of(settling: Settling, place: Open) -> list[Choice]:
    """Return the meanings that can be offered without a model and that work: what it meant
    before, the readings that it has, the sentences closest to it, phrases like it."""
    words = [place.reopened.meaning] if place.reopened is not None else []
    found: list[Choice] = []
    for one in [*words, *place.candidates]:
        trial = settling.try_out(place, _of_the_unit(place, one))
        if trial.fine and all(trial.meaning != other.trial.meaning for other in found):
            found.append(Choice(trial, THE_LANGUAGE))
    unknown = any(one.name in _OF_UNKNOWN_PHRASES for one in place.problems)
    if len(found) < MOST and (unknown or not found):
        from kognilang.reasoning.words.nearest import nearest

        for trial in nearest(settling, place):
            if all(trial.meaning != other.trial.meaning for other in found):
                found.append(Choice(trial, THE_LANGUAGE))
    return found[:MOST]


def _of_the_unit(place: Open, candidate: str) -> str:
    """A candidate is often the whole sentence where only its clause is open."""
    whole = place.unit.whole
    if not place.unit.clause or not whole:
        return candidate
    begin = whole.find(place.sentence[1:]) - 1
    if begin > 0 and candidate[:begin].casefold() == whole[:begin].casefold():
        return candidate[begin:]
    return candidate


def entry_of(place: Open, trial: Trial, proposed: str, approved: str) -> Entry:
    """Return what a readings file keeps of a choice."""
    return Entry(
        place.sentence,
        trial.meaning,
        place.unit.definition,
        proposed,
        approved,
        datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        trial.names,
        trial.phrases,
    )
