"""Resolving: the sentences of a file that are not understood, settled one after the other."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kognilang.dataclass import dataclass
from kognilang.meaning.readings import Entry, Readings, path_of, save, with_entry, without_entry
from kognilang.meaning.settling import Open, Settling, Trial
from kognilang.problems.problem import Problem, TextRefused
from kognilang.session.procedures import settled, source_of

if TYPE_CHECKING:
    from kognilang.reasoning.composing import Procedure
    from kognilang.reasoning.translating import Proposal
    from kognilang.session.session import Session

_CHOICES = 4
"""So many meanings are offered before anything is typed."""

A_PERSON = "a person"
THE_LANGUAGE = "the language"
THE_SETTINGS = "the settings"


@dataclass(slots=True)
class Choice:
    """A meaning that can be taken: `proposed` says who made it."""

    trial: Trial
    proposed: str


class Resolving:
    """A file being settled. Whatever is settled is written to its readings file at once.

    Raises TextRefused for a text whose characters are wrong or whose readings file is,
    OSError where the file cannot be opened or written.
    """

    def __init__(self, session: Session, path: Path) -> None:
        self.session = session
        self.path = path
        self.settling: Settling
        self._look()

    def _look(self) -> None:
        source, faults = source_of(self.path)
        if any(not one.warning for one in faults):
            raise TextRefused(faults)
        self.settling = settled(self.session, source)

    @property
    def readings(self) -> Readings:
        """The readings file's entries."""
        return self.settling.readings

    def open(self) -> list[Open]:
        """Return what is open, in the order of the text."""
        return self.settling.open()

    def problems(self) -> list[Problem]:
        """Return everything that is wrong with the text."""
        return self.settling.understood.errors

    def choices(self, place: Open) -> list[Choice]:
        """Return the meanings that can be offered without a model and that work: what it meant
        before, the readings that it has, the sentences closest to it, phrases like it."""
        words = [place.reopened.meaning] if place.reopened is not None else []
        found: list[Choice] = []
        for one in [*words, *place.candidates]:
            trial = self.settling.try_out(place, self._of_the_unit(place, one))
            if trial.fine and all(trial.meaning != other.trial.meaning for other in found):
                found.append(Choice(trial, THE_LANGUAGE))
        if len(found) < _CHOICES:
            from kognilang.reasoning.nearest import nearest

            for trial in nearest(self.settling, place):
                if all(trial.meaning != other.trial.meaning for other in found):
                    found.append(Choice(trial, THE_LANGUAGE))
        return found[:_CHOICES]

    def _of_the_unit(self, place: Open, candidate: str) -> str:
        """A candidate is often the whole sentence where only its clause is open."""
        whole = place.unit.whole
        if not place.unit.clause or not whole:
            return candidate
        begin = whole.find(place.sentence[1:]) - 1
        if begin > 0 and candidate[:begin].casefold() == whole[:begin].casefold():
            return candidate[begin:]
        return candidate

    def try_out(self, place: Open, text: str) -> Trial:
        """Try words that a person typed for a sentence."""
        return self.settling.try_out(place, text)

    # -- the model ------------------------------------------------------------------------

    def propose(self, place: Open) -> Proposal:
        """Ask the model what a sentence means. Raises ModelFault."""
        from kognilang.session.advising import translator_of

        return translator_of(self.session).propose(self.settling, place)

    def compose(self, place: Open) -> Procedure:
        """Ask the model for a procedure that does what a sentence says. Raises ModelFault."""
        from kognilang.session.advising import composer_of

        return composer_of(self.session).compose(self.settling, place)

    # -- settling -------------------------------------------------------------------------

    def settle(self, place: Open, trial: Trial, proposed: str, approved: str) -> None:
        """Keep a meaning for a sentence, and look at the text again."""
        entry = Entry(
            place.sentence,
            trial.meaning,
            place.unit.definition,
            proposed,
            approved,
            datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            trial.names,
            trial.phrases,
        )
        self._write(with_entry(self.readings, entry, self.settling.order()))

    def ask_when_reached(self, place: Open, approved: str) -> None:
        """Keep that a person is asked when the run comes to the sentence."""
        from kognilang.language.printing.marks import escaped

        words = " ".join(place.sentence.split())
        text = f"What does this mean here: {escaped(words)}?"
        trial = self.settling.try_out(place, f'Fail with "{text}".')
        self.settle(place, trial, A_PERSON, approved)

    def add(self, procedure: Procedure, place: Open, approved: str, proposed: str) -> None:
        """Add a definition to the file; where the sentence does not call it as it stands, keep
        what does as its reading."""
        text = self.path.read_text(encoding="utf-8")
        added = text.rstrip("\n") + "\n\n" + procedure.text.rstrip("\n") + "\n"
        fresh = self.path.with_name(self.path.name + ".tmp")
        fresh.write_text(added, encoding="utf-8", newline="")
        fresh.replace(self.path)
        sentence, definition = place.sentence, place.unit.definition
        self._look()
        for one in self.open():
            if one.sentence == sentence and one.unit.definition == definition:
                trial = self.settling.try_out(one, procedure.call)
                self.settle(one, trial, proposed, approved)
                return

    def drop_unneeded(self) -> list[Entry]:
        """Remove the readings of sentences that are gone or understood as they stand."""
        gone = self.settling.unneeded()
        readings = self.readings
        for entry in gone:
            readings = without_entry(readings, entry.key)
        if gone:
            self._write(readings)
        return gone

    def _write(self, readings: Readings) -> None:
        save(path_of(self.path), readings)
        self._look()

    # -- without a person -----------------------------------------------------------------

    def take_accepted(self) -> list[tuple[Open, Proposal]]:
        """Ask the model for every open sentence and keep what needs no person by the settings;
        return the others with what it proposes. Raises ModelFault."""
        left: list[tuple[Open, Proposal]] = []
        passed: set[tuple[str, str]] = set()
        while True:
            place = next((one for one in self.open() if _key(one) not in passed), None)
            if place is None:
                return left
            passed.add(_key(place))
            proposal = self.propose(place)
            if proposal.accepted and proposal.trial is not None:
                self.settle(place, proposal.trial, f"the model {proposal.model}", THE_SETTINGS)
            else:
                left.append((place, proposal))


def _key(place: Open) -> tuple[str, str]:
    return place.unit.definition, place.sentence
