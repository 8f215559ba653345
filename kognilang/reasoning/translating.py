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
from kognilang.reasoning.nearest import nearest, values_in
from kognilang.reasoning.phrasebook import (
    Phrase,
    book_phrases,
    core_phrases,
    narrowed,
    nouns_of,
    ranked,
)
from kognilang.reasoning.port import Added, Model, Reply, Request
from kognilang.reasoning.prompting import beginning, schema, varying
from kognilang.reasoning.situations import Situation, situation_of

_ROUNDS = 3
"""The first try, and two more with the diagnostic."""

_LIKELY = 6
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
        phrases = self.phrases(settling, situation)
        proposal = self._sample(settling, place, situation, phrases, 0, added)
        if proposal.trial is None:
            return proposal
        names = situation.names
        proposal.doubts = doubts(
            situation.whole or situation.sentence, proposal.trial, names, self.settings.accept
        ) if not place.unit.clause else doubts(
            situation.sentence, proposal.trial, names, self.settings.accept
        )  # fmt: skip
        if not proposal.doubts:
            # It would be taken at once: then a second, independent answer has to agree.
            second = self._sample(settling, place, situation, phrases, 1, added)
            if second.meaning != proposal.meaning:
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
        values = values_in(situation)
        near = ranked(others, situation.sentence, values)[: 2 * _LIKELY]
        kept = [one for one in others if one in near]
        offered = [*core_phrases(), *situation.own, *used, *kept]
        return narrowed(offered, situation.sentence, self._room, values)

    @property
    def _room(self) -> int:
        return self.settings.window * _CHARACTERS

    def request(
        self, settling: Settling, situation: Situation, phrases: Sequence[Phrase], sample: int,
        complaint: str = "", near: Sequence[str] = (),
    ) -> Request:  # fmt: skip
        """Return the request for one sentence."""
        library = settling.library
        stable = [*core_phrases(), *situation.own, *book_phrases(library, situation.books)]
        whole = len(narrowed(stable, "", self._room)) == len(stable)
        if not whole:
            # Too many for the window: those offered vary, and stand after what does not.
            stable = []
        listed = {one.name for one in stable}
        further = [one for one in phrases if one.name not in listed]
        values = values_in(situation)
        likely = ranked(phrases, situation.sentence, values)[:_LIKELY] if whole else []
        return Request(
            "translate",
            beginning(stable, nouns_of(library, situation.books)),
            varying(situation, further, likely, complaint, near, self._nouns(settling, situation)),
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
        sample: int,
        added: Sequence[Added] = (),
    ) -> Proposal:
        """Ask once, and again with the diagnostic while what comes back is not understood."""
        by_name = {one.name: one for one in phrases}
        proposal = Proposal()
        near = [trial.meaning for trial in nearest(settling, place)]
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
