"""A registry too large for the window is narrowed: how often the right phrase is left."""

from __future__ import annotations

import re

import pytest

from kognilang.meaning.skill import SkillInfo, Slot
from kognilang.reasoning.config import ModelSettings
from kognilang.reasoning.narrowing import narrowed
from kognilang.reasoning.phrasebook import (
    Phrase,
    book_phrases,
    core_phrases,
    phrases_of,
)
from kognilang.reasoning.port import Added, Reply, Request
from kognilang.reasoning.situations import situation_of
from kognilang.reasoning.translating import Translator
from tests.reasoning.corpus import Everyday, everyday
from tests.reasoning.score import settling_of

VERBS = (
    "assign", "audit", "balance", "book", "bundle", "calibrate", "certify", "compress", "convert",
    "dispatch", "enrol", "forecast", "hire", "index", "inspect", "lease", "merge", "notarise",
    "pack", "print", "renew", "route", "scan", "schedule", "ship",
)  # fmt: skip
NOUNS = (
    "badge", "batch", "budget", "cabinet", "contract", "course", "crate", "desk", "fleet",
    "meter", "mission", "parcel", "permit", "pipeline", "policy", "reactor", "route", "seat",
    "sensor", "voucher",
)  # fmt: skip
LARGE = [
    phrases_of(
        SkillInfo(
            f"large.{verb}_{noun}",
            (f"{verb} the {noun} {{thing}} for {{person}}",),
            (Slot("thing"), Slot("person", "person")),
        )
    )
    for verb in VERBS
    for noun in NOUNS
]


def wanted(one: Everyday, offered: list[Phrase]) -> list[set[str]]:
    """Return, for each right reading, the names of the phrases that it is made of."""
    settling = settling_of(one)
    place = settling.open()[0]
    by_title = {re.sub(r"[{}]", "", phrase.name): phrase.name for phrase in offered}
    found = []
    for reading in one.right:
        if place.unit.clause:
            continue
        trial = settling.try_out(place, reading)
        names = set()
        for words in trial.phrases:
            skill = re.match(r"\w+\.\w+: (.*) \(\w+\)$", words)
            title = re.sub(r"\b(?:a|an|the) ", "", words[:1].lower() + words[1:])
            name = skill[1] if skill else by_title.get(title, "")
            if any(name == phrase.name for phrase in offered):
                names.add(name)
        found.append(names)
    return [names for names in found if names]


class Prepared:
    """The sentences with what is offered for them, prepared once for several windows."""

    def __init__(self, every: int) -> None:
        self.found = []
        for one in [one for one in everyday() if one.right and not one.held_back][::every]:
            settling = settling_of(one)
            situation = situation_of(settling, settling.open()[0])
            library = settling.library
            books = {info.book for info in library.skills.values()}
            offered = [*core_phrases(), *situation.own, *book_phrases(library, books), *LARGE]
            ways = wanted(one, offered)
            if ways:
                self.found.append((situation, offered, ways))

    def share(self, room: int) -> tuple[float, int]:
        """Return how often all the right phrases are left of 500 and more, and the most left."""
        hits = most = 0
        for situation, offered, ways in self.found:
            left = narrowed(offered, situation, room)
            names = {phrase.name for phrase in left}
            hits += any(way <= names for way in ways)
            most = max(most, len(left))
        return hits / len(self.found), most


def test_narrowing_keeps_what_is_right() -> None:
    assert len(LARGE) == 500
    prepared = Prepared(every=6)
    right, left = prepared.share(1_600)
    assert left < 45 and right >= 0.9


@pytest.mark.long
def test_what_narrowing_costs() -> None:
    """The figures are those of docs/reasoning.md."""
    prepared = Prepared(every=1)
    assert len(prepared.found) > 50
    wide, many = prepared.share(6_000)
    assert many < 150 and wide >= 0.98
    narrow, few = prepared.share(1_600)
    assert few < 45 and narrow >= 0.95
    least, fewest = prepared.share(400)
    assert fewest < 15 and least >= 0.9


class Recording:
    """A model that keeps what it is asked."""

    def __init__(self) -> None:
        self.requests: list[Request] = []

    def ask(self, request: Request) -> Reply:
        self.requests.append(request)
        return Reply({"kind": "none", "steps": [], "question": ""}, "m")


def test_a_narrowed_prompt_keeps_its_beginning_and_its_size() -> None:
    recording = Recording()
    translator = Translator(recording, ModelSettings(window=200))
    some = [one for one in everyday() if one.file in ("contracts", "leave")][:12]
    for one in some:
        settling = settling_of(one)
        translator.propose(settling, settling.open()[0], [Added("Today alone.")])
    assert len({request.beginning for request in recording.requests}) == 1
    assert all("The phrases of this procedure:" in one.varying for one in recording.requests)
    assert max(len(one.varying) for one in recording.requests) < 3_500
