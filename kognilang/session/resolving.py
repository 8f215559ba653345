"""Resolving: the sentences of a file that are not understood, settled one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kognilang.meaning.readings import (
    Entry,
    Readings,
    key_of,
    parsed,
    path_of,
    save,
    with_entry,
    without_entry,
)
from kognilang.meaning.settling import Open, Settling, Trial
from kognilang.problems.problem import Problem, TextRefused
from kognilang.session.choosing import A_PERSON, THE_SETTINGS, Choice, choices_of, entry_of
from kognilang.session.procedures import readings_text, settled, source_of

if TYPE_CHECKING:
    from kognilang.reasoning.composing import Procedure
    from kognilang.reasoning.port import Added
    from kognilang.reasoning.translating import Proposal
    from kognilang.session.session import Session


class Resolving:
    """A file being settled. Whatever is settled is written to its readings file at once.

    Raises TextRefused for a text whose characters are wrong or whose readings file is,
    OSError where the file cannot be opened or written.
    """

    def __init__(self, session: Session, path: Path) -> None:
        self.session = session
        self.path = path
        self.settling: Settling
        self._again: dict[tuple[str, str], Entry] = {}
        """Readings that a person wants to look at once more; they hold until others are made."""
        self.look()

    def look(self) -> None:
        """Look at the text and its readings as they are now."""
        source, faults = source_of(self.path)
        if any(not one.warning for one in faults):
            raise TextRefused(faults)
        self.settling = settled(self.session, source, self._again)
        self._readings = parsed(readings_text(source), path_of(self.path))

    @property
    def readings(self) -> Readings:
        """The readings file's entries."""
        return self._readings

    def open(self) -> list[Open]:
        """Return what is open, in the order of the text."""
        found = self.settling.open()
        for one in found:
            entry = self._again.get((key_of(one.unit.definition), key_of(one.sentence)))
            if entry is not None:
                one.reopened = entry
        return found

    def settled(self) -> list[tuple[int, Entry]]:
        """Return the readings in use with the lines of their sentences, in the text's order."""
        source = self.settling.source
        return [
            (source.line_of(span[0]), entry)
            for span, entry in sorted(self.settling.used.items(), key=lambda one: one[0])
        ]

    def look_again(self, words: str) -> int:
        """Open settled sentences once more: those of a line, by its number, or those with these
        words in them, or `all`. Return how many; what they mean holds until it is changed."""
        wanted = key_of(words)
        for line, entry in self.settled():
            said = key_of(entry.sentence)
            by_line = wanted.removeprefix("line ").isdigit()
            if (
                wanted == "all"
                or (by_line and line == int(wanted.removeprefix("line ")))
                or (not by_line and wanted in said)
            ):
                self._again[entry.key] = entry
        if self._again:
            self.look()
        return len(self._again)

    def elsewhere(self) -> list[Path]:
        """Return the files that this one brings in and that have open sentences of their own."""
        own = self.settling.source.path
        paths = [one.source.path for one in self.problems() if one.source is not None]
        return [one for one in dict.fromkeys(paths) if one is not None and one != own]

    @property
    def clear(self) -> bool:
        """Whether all is understood; what is only looked at again is settled as it was."""
        if not self._again:
            return not self.settling.understood.errors
        source, _ = source_of(self.path)
        return not settled(self.session, source).understood.errors

    def problems(self) -> list[Problem]:
        """Return everything that is wrong with the text."""
        return self.settling.understood.errors

    def choices(self, place: Open) -> list[Choice]:
        """Return the meanings that can be offered without a model and that work: what it meant
        before, the readings that it has, the sentences closest to it, phrases like it."""
        return choices_of(self.settling, place)

    def try_out(self, place: Open, text: str) -> Trial:
        """Try words that a person typed for a sentence."""
        return self.settling.try_out(place, text)

    # -- the model ------------------------------------------------------------------------

    def propose(self, place: Open, added: Sequence[Added] = ()) -> Proposal:
        """Ask the model what a sentence means; `added` is what its writer said besides. Raises
        ModelFault."""
        from kognilang.session.advising import translator_of

        return translator_of(self.session).propose(self.settling, place, added)

    def compose(self, place: Open) -> Procedure:
        """Ask the model for a procedure that does what a sentence says. Raises ModelFault."""
        from kognilang.session.advising import composer_of

        return composer_of(self.session).compose(self.settling, place)

    # -- settling -------------------------------------------------------------------------

    def settle(self, place: Open, trial: Trial, proposed: str, approved: str) -> None:
        """Keep a meaning for a sentence, and look at the text again."""
        entry = entry_of(place, trial, proposed, approved)
        self._again.pop(entry.key, None)
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
        fresh = self.path.with_name(f"{self.path.name}.{os.getpid()}.tmp")
        fresh.write_text(added, encoding="utf-8", newline="")
        fresh.replace(self.path)
        sentence, definition = place.sentence, place.unit.definition
        self.look()
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

    def keep(self, entries: Sequence[Entry]) -> list[Entry]:
        """Settle open sentences as they were settled elsewhere; return the entries that no
        sentence took. Names and phrases are those that the meaning relies on here."""
        left = list(entries)
        for place in self._each_open():
            entry = Readings(left).find(place.sentence, place.unit.definition)
            if entry is None:
                continue
            trial = self.try_out(place, entry.meaning)
            if trial.fine:
                left.remove(entry)
                self.settle(place, trial, entry.proposed, entry.approved)
        return left

    def _each_open(self) -> Iterator[Open]:
        """Yield every open sentence once; what settling one has made of the text is seen."""
        passed: set[tuple[str, str]] = set()
        while True:
            place = next((one for one in self.open() if one.key not in passed), None)
            if place is None:
                return
            passed.add(place.key)
            yield place

    def _write(self, readings: Readings) -> None:
        save(path_of(self.path), readings)
        self.look()

    # -- without a person -----------------------------------------------------------------

    def take_accepted(self) -> list[tuple[Open, Proposal]]:
        """Ask the model for every open sentence and keep what needs no person by the settings;
        return the others with what it proposes. Raises ModelFault."""
        left: list[tuple[Open, Proposal]] = []
        for place in self._each_open():
            proposal = self.propose(place)
            if proposal.accepted and proposal.trial is not None:
                self.settle(place, proposal.trial, f"the model {proposal.model}", THE_SETTINGS)
            else:
                left.append((place, proposal))
        return left
