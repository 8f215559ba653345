"""Translating: from a sentence to canonical sentences, checked, and given back for another try."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kognilang.dataclass import dataclass, field
from kognilang.meaning.settling import Open, Settling, Trial
from kognilang.problems.problem import Problem
from kognilang.reasoning.accepting import doubts
from kognilang.reasoning.config import ModelSettings
from kognilang.reasoning.filling import fault_in, sentences_of
from kognilang.reasoning.narrowing import fits, narrowed, ranked
from kognilang.reasoning.phrasebook import (
    Phrase,
    book_phrases,
    core_phrases,
    nouns_of,
)
from kognilang.reasoning.port import Added, Model, Reply, Request
from kognilang.reasoning.prompting import beginning, choice_of, choosing, schema, varying
from kognilang.reasoning.situations import Situation, situation_of
from kognilang.reasoning.words.nearest import CLOSE, Reading, worked_out

_ROUNDS = 3
"""The first try, and two more with the diagnostic."""

_LIKELY = 6
_SHOWN = 3
_LISTED = 4
"""So many readings a small model picks from."""

SMALL = 500
"""A window of so many tokens or fewer is that of a small model."""
_CHARACTERS = 4
"""So many characters count as one token."""


@dataclass(slots=True)
class Proposal:
    """What a model makes of a sentence.

    `trial` is the meaning as it was tried, None where there is none; then `question` is what it
    asks back, or empty where nothing fits. `doubts` say why a person has to see it; with none
    it may be taken. `others` are further readings that work. `model` names who proposed.
    """

    trial: Trial | None = None
    question: str = ""
    doubts: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    model: str = ""
    rounds: int = 0
    failed: str = ""
    """What was wrong with the last try, where none was right."""

    @property
    def meaning(self) -> str:
        """The canonical sentences; empty where there are none."""
        return self.trial.meaning if self.trial is not None else ""

    @property
    def accepted(self) -> bool:
        """Whether it may be taken without a person."""
        return self.trial is not None and not self.doubts


class Translator:
    """Asks a model what sentences mean. It proposes; nothing is written or run here."""

    def __init__(self, model: Model, settings: ModelSettings) -> None:
        self.model = model
        self.settings = settings

    def propose(self, settling: Settling, place: Open, added: Sequence[Added] = ()) -> Proposal:
        """Return what the model makes of an open sentence; `added` is what its writer said of it
        besides. Raises ModelFault."""
        situation = situation_of(settling, place)
        for one in added:
            situation.sentence += f". {one.words.strip().rstrip('.')}"
        small = self.settings.window <= SMALL and not added
        readings = worked_out(settling, place, _LISTED if small else _SHOWN, loose=small)
        phrases = [] if small else self.phrases(settling, situation)

        def sample(number: int) -> Proposal:
            if small:
                return self._picked(situation, readings, number)
            return self._sample(settling, place, situation, phrases, readings, number, added)

        proposal = sample(0)
        if proposal.trial is None:
            return proposal
        names = situation.names
        proposal.doubts += doubts(
            situation.whole or situation.sentence, proposal.trial, names, self.settings.accept
        ) if not place.unit.clause else doubts(
            situation.sentence, proposal.trial, names, self.settings.accept
        )  # fmt: skip
        if not proposal.doubts:
            # It would be taken at once: then a second, independent answer has to agree.
            second = sample(1)
            if second.meaning != proposal.meaning or second.doubts:
                proposal.doubts.append("asked twice, the model gave two answers")
                if second.meaning:
                    proposal.others.append(second.meaning)
        return proposal

    def phrases(self, settling: Settling, situation: Situation) -> list[Phrase]:
        """Return the phrases offered: the language's forms, the file's own, the books it uses, and
        of other books what is most alike; fewer where the model's window is small."""
        library = settling.library
        used = book_phrases(library, situation.books)
        rest = {info.book for info in library.skills.values()} - set(situation.books)
        others = book_phrases(library, rest)
        near = ranked(others, situation)[: 2 * _LIKELY]
        kept = [one for one in others if one in near]
        offered = [*core_phrases(), *situation.own, *used, *kept]
        return narrowed(offered, situation, self._room)

    @property
    def _room(self) -> int:
        return self.settings.window * _CHARACTERS

    def _stable(self, settling: Settling, situation: Situation) -> list[Phrase]:
        """Return the phrases that are the same for every sentence of a file."""
        books = book_phrases(settling.library, situation.books)
        return [*core_phrases(), *situation.own, *books]

    def _picked(self, situation: Situation, readings: Sequence[Reading], sample: int) -> Proposal:
        """Let a small model pick among the likeliest readings that work, or none: it does that
        better than it fills in phrases, and with far fewer words. Where there are none it is not
        asked.

        One that a word of the sentence stands for is proposed also where the model takes none, for
        a person to see.
        """
        if not readings:
            return Proposal()
        trials = [one.trial for one in readings]
        likely = [one for one in readings if one.score >= readings[0].score - CLOSE]
        by_line = {one.trial.meaning.replace("\n", " "): one.trial for one in likely}
        request = Request(
            "translate",
            beginning(()),
            choosing(situation.sentence, list(by_line), situation.whole),
            choice_of(list(by_line)),
            sample=sample,
            most_tokens=200,
        )
        reply = self.model.ask(request)
        proposal = Proposal(by_line.get(reply.data["reading"]), model=reply.model)
        if proposal.trial is None and readings[0].evident:
            proposal.trial = trials[0]
            proposal.doubts.append("the model takes none of the readings for right")
        if proposal.trial is not None:
            others = [one.meaning for one in trials if one is not proposal.trial]
            proposal.others = others[:_SHOWN]
        return proposal

    def request(
        self, settling: Settling, situation: Situation, phrases: Sequence[Phrase], sample: int,
        complaint: str = "", near: Sequence[str] = (),
    ) -> Request:  # fmt: skip
        """Return the request for one sentence."""
        library = settling.library
        stable = self._stable(settling, situation)
        nouns = nouns_of(library, situation.books)
        further_nouns = self._nouns(settling, situation)
        whole = fits(stable, self._room)
        if not whole:
            # Too many for the window: those offered vary, and stand after what does not.
            stable, further_nouns, nouns = [], [*nouns, *further_nouns], []
        listed = {one.name for one in stable}
        further = [one for one in phrases if one.name not in listed]
        likely = ranked(phrases, situation)[:_LIKELY] if whole else []
        return Request(
            "translate",
            beginning(stable, nouns),
            varying(situation, further, likely, complaint, near, further_nouns),
            schema(phrases),
            sample=sample,
            most_tokens=500,
        )

    def _nouns(self, settling: Settling, situation: Situation) -> list[str]:
        """Return the values and conditions of books that share a word with the sentence."""
        library = settling.library
        every = {info.book for info in library.skills.values()} - set(situation.books)
        said = set(re.findall(r"[a-z]{4,}", (situation.whole or situation.sentence).lower()))
        stems = {word.rstrip("s") for word in said}
        return [
            wording
            for wording in nouns_of(library, every)
            if stems & {one.rstrip("s") for one in re.findall(r"[a-z]{4,}", wording.lower())}
        ][:_LIKELY]

    def _sample(
        self,
        settling: Settling,
        place: Open,
        situation: Situation,
        phrases: Sequence[Phrase],
        readings: Sequence[Reading],
        sample: int,
        added: Sequence[Added] = (),
    ) -> Proposal:
        """Ask once, and again with the diagnostic while what comes back is not understood."""
        by_name = {one.name: one for one in phrases}
        proposal = Proposal()
        near = [one.trial.meaning for one in readings]
        meaning = ""
        answers = "\n".join(
            f"You asked: {one.question} The writer answered: {one.words}"
            for one in added
            if one.question
        )
        complaint = answers
        for proposal.rounds in range(1, _ROUNDS + 1):
            request = self.request(settling, situation, phrases, sample, complaint, near)
            reply: Reply = self.model.ask(request)
            proposal.model = reply.model
            data = reply.data
            if data["kind"] != "steps" or not data["steps"]:
                if data["kind"] == "question":
                    proposal.question = " ".join(data["question"].split())
                return proposal
            before, meaning = meaning, sentences_of(data["steps"], by_name, situation)
            if meaning == before:
                # It does not take the hint: a third time costs and helps nothing.
                return proposal
            proposal.failed = fault_in(data["steps"], by_name, situation)
            if not proposal.failed:
                trial = settling.try_out(place, meaning)
                if trial.fine and trial.actions <= len(data["steps"]):
                    proposal.trial = trial
                    return proposal
                proposal.failed = fault_of(trial)
            complaint = (
                f"Your last answer was:\n{meaning}\nIt is not understood: {proposal.failed} "
                "Answer again, with names of the situation only, or with kind none."
            )
            complaint = f"{answers}\n\n{complaint}" if answers else complaint
        return proposal


def fault_of(trial: Trial) -> str:
    """Return what is wrong with a meaning, for the model and for people."""
    if trial.problems:
        first: Problem = trial.problems[0]
        hint = f" Instead, for example: {first.candidates[0]}" if first.candidates else ""
        return first.summary.rstrip(".") + "." + hint
    if not trial.inputs:
        return "It does more than its steps say."
    names = ", ".join(f"the {name}" for name in trial.inputs)
    return f"Nothing sets {names}."
