"""Unclear: a text typed in a conversation while what its sentences mean is being settled."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from kognilang.meaning.readings import Entry, Readings
from kognilang.meaning.settling import Open, Settling, Trial
from kognilang.session.choosing import Choice, choices_of, entry_of
from kognilang.text.laying import LaidSource

if TYPE_CHECKING:
    from kognilang.problems.problem import Problem
    from kognilang.reasoning.composing import Procedure
    from kognilang.reasoning.port import Added
    from kognilang.reasoning.translating import Proposal
    from kognilang.session.conversation import Conversation

_A_SLIP = 0.85
"""Sentences as alike as this are one sentence with a slip of the keys: no reading is kept of it."""


class Unclear:
    """A text of which not every sentence is understood. `text` is what is to be run once it is,
    with `readings` for the sentences that were settled."""

    def __init__(self, conversation: Conversation, text: str) -> None:
        self._conversation = conversation
        self.text = text
        self.readings: list[Entry] = []
        self._settling: Settling = conversation.settling(text)

    def open(self) -> Open | None:
        """Return the first sentence that is not understood; None where there is none."""
        return next(iter(self._settling.open()), None)

    def problems(self) -> list[Problem]:
        """Return what is wrong with the text as far as it is settled."""
        return self._settling.understood.problems

    @property
    def alone(self) -> bool:
        """Whether one thing is wrong, so that one choice mends the text."""
        wrong = self._settling.understood.errors
        return len(wrong) == 1 and len(self._settling.open()) == 1

    def choices(self) -> list[Choice]:
        """Return what the first unclear sentence may mean, without a model."""
        place = self.open()
        return choices_of(self._settling, place) if place is not None else []

    def propose(self, added: Sequence[Added] = ()) -> Proposal | None:
        """Ask the model what the first unclear sentence means here; None where all is clear. It
        knows the names and their kinds, never their values. Raises ModelFault."""
        place = self.open()
        return self._conversation.propose(self._settling, place, added) if place else None

    def compose(self) -> Procedure | None:
        """Ask the model for a procedure that does what the first unclear sentence says. Raises
        ModelFault."""
        place = self.open()
        return self._conversation.compose(self._settling, place) if place else None

    def add(self, procedure: Procedure, approved: str) -> None:
        """Take a procedure in front of the text; where the sentence does not call it as it
        stands, keep what does as its reading."""
        self.text = f"{procedure.text.rstrip()}\n\n{self.text}"
        self._settling = self._conversation.settling(self.text, Readings(self.readings))
        trial = self.try_out(procedure.call)
        if trial is not None and trial.fine:
            self.settle(trial, f"the model {procedure.model}", approved)

    def try_out(self, meaning: str) -> Trial | None:
        """Try a meaning for the first unclear sentence."""
        place = self.open()
        return self._settling.try_out(place, meaning) if place is not None else None

    def settle(self, trial: Trial, proposed: str, approved: str) -> None:
        """Take a meaning for the first unclear sentence: a slip is mended in the text, of
        anything else a reading is kept."""
        place = self.open()
        assert place is not None
        written = place.sentence.rstrip(".").lower()
        if SequenceMatcher(None, written, trial.meaning.rstrip(".").lower()).ratio() >= _A_SLIP:
            span = self._settling.original(place.unit.span)
            words = place.unit.words_for(trial.meaning)
            self.text = LaidSource(self._settling.source, {span: words}).text
        else:
            self.readings.append(entry_of(place, trial, proposed, approved))
        self._settling = self._conversation.settling(self.text, Readings(self.readings))
