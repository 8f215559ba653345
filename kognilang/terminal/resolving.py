"""Walks through the sentences of a file that are not understood, and settles them one by one."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kognilang.session.advising import ModelFault, has_model
from kognilang.session.choosing import A_PERSON, Choice
from kognilang.session.resolving import Resolving
from kognilang.terminal.reading import read_line
from kognilang.terminal.screen import Screen
from kognilang.terminal.wrapping import wrapped
from kognilang.terminal.writing import asked

if TYPE_CHECKING:
    from pathlib import Path

    from kognilang.meaning.readings import Entry
    from kognilang.meaning.settling import Open, Trial
    from kognilang.reasoning.translating import Proposal
    from kognilang.session import Session

_ASKING = re.compile(r"(?i)m(?:odel)?\.?(?: +(.+))?")
_NUMBER = re.compile(r"(e *)?(\d+)")
_EFFECTS = {"write": "changes or sends something", "read": "reads something"}


class Walk:
    """One walk through a file, and through those that it brings in. `settled` counts what was
    settled, `seen` are the files that were walked through."""

    def __init__(
        self, session: Session, path: Path, screen: Screen, seen: Iterable[Path] = ()
    ) -> None:
        self.resolving = Resolving(session, path)
        self.session = session
        self.screen = screen
        self.settled = 0
        self.seen = {*seen, path.resolve()}
        self._passed: set[tuple[str, str]] = set()
        self._choices: list[Choice] = []
        """What the sentence at hand may mean, by number."""
        self._question = ""
        """What the model asked back."""

    def go(self) -> bool:
        """Ask about each open sentence in turn; return whether none is left."""
        if not self._others():
            return False
        while True:
            left = [one for one in self.resolving.open() if one.key not in self._passed]
            if not left:
                return self.clear
            if not self._one(left[0], len(left)):
                return False

    def _others(self) -> bool:
        """Go through the files that are brought in, whose phrases sentences here may use; return
        False where the person leaves."""
        for path in self.resolving.elsewhere():
            if path.resolve() in self.seen:
                continue
            other = Walk(self.session, path, self.screen, self.seen)
            if other.resolving.open():
                self.screen.tell()
                self.screen.tell(f"{self.resolving.path.name} uses {path.name}:")
            clear = other.go()
            self.seen |= other.seen
            self.settled += other.settled
            self.resolving.look()
            if not clear:
                return False
        return True

    @property
    def clear(self) -> bool:
        """Whether nothing is open; what is only looked at again is settled as it was."""
        return self.resolving.clear

    # -- one sentence -----------------------------------------------------------------

    def _one(self, place: Open, left: int) -> bool:
        """Settle a sentence; return False where the person leaves."""
        self._show(place, left)
        self._choices = self.resolving.choices(place)
        self._question = ""
        self._list("It could mean")
        self._help(has_model(self.session))
        while True:
            typed = read_line(self.screen, "> ")
            if typed is None:
                return False
            typed = typed.strip()
            if not typed:
                continue
            low = typed.lower().rstrip(".")
            if low in ("q", "quit"):
                return False
            if low in ("s", "skip"):
                self._passed.add(place.key)
                return True
            if self._obeyed(place, low, typed):
                return True

    def _obeyed(self, place: Open, low: str, typed: str) -> bool:
        """Do what was typed; return whether the sentence is settled by it."""
        if low in ("l", "later"):
            self.resolving.ask_when_reached(place, self._who)
            self._done("You are asked when a run comes to it.")
            return True
        if low in ("p", "procedure"):
            return self._procedure(place)
        if low in ("?", "h", "help"):
            self._list("It could mean")
            self._help(has_model(self.session))
            return False
        asked_for = _ASKING.fullmatch(typed)
        if asked_for is not None:
            self._propose(place, (asked_for[1] or "").strip())
            return False
        number = _NUMBER.fullmatch(low)
        if number is not None:
            if not 0 < int(number[2]) <= len(self._choices):
                self.screen.tell(f"There is no {number[2]} among them.")
                return False
            choice = self._choices[int(number[2]) - 1]
            if not number[1]:
                self._take(place, choice)
                return True
            typed = read_line(self.screen, "> ", choice.trial.meaning) or ""
            if not typed.strip():
                return False
        trial = self.resolving.try_out(place, typed)
        if trial.fine:
            self._take(place, Choice(trial, A_PERSON))
            return True
        if self._question:
            # It is no sentence, so it answers what the model asked.
            self._propose(place, typed)
            return False
        self._refuse(trial)
        return False

    def _take(self, place: Open, choice: Choice) -> None:
        self.resolving.settle(place, choice.trial, choice.proposed, self._who)
        first, *others = choice.trial.meaning.split("\n")
        label = "Settled: "
        self._done("\n".join([label + first, *(" " * len(label) + one for one in others)]))

    def _done(self, words: str) -> None:
        self.settled += 1
        self.screen.tell(self.screen.paint("green", words))

    @property
    def _who(self) -> str:
        return self.session.as_role or "the person at the terminal"

    # -- the model --------------------------------------------------------------------

    def _propose(self, place: Open, words: str) -> None:
        """Ask the model, with what the person says besides, and add what it proposes to the
        choices."""
        from kognilang.reasoning.port import Added

        added = [Added(words, self._question)] if words else []
        proposal = asked(self.screen, lambda: self.resolving.propose(place, added))
        if proposal is None:
            return
        self._question = proposal.question
        if proposal.question:
            self._say(f"The model asks: {proposal.question} Type the answer, or another sentence.")
            return
        meanings = [one for one in [proposal.meaning, *proposal.others] if one]
        if not meanings:
            why = f" ({proposal.failed})" if proposal.failed else ""
            self._say(f"The model knows no phrase that does this{why}.")
            return
        numbers = [self._number_of(place, one, f"the model {proposal.model}") for one in meanings]
        self._list("The model proposes", numbers)
        for doubt in proposal.doubts:
            self._say(f"Look twice: {doubt}.")
        self._say(
            f"Type {numbers[0]} to take it, e {numbers[0]} to change it first, or m and some words "
            "to say more."
        )

    def _number_of(self, place: Open, meaning: str, proposed: str) -> int:
        """Return the number of a meaning among the choices; it is added where it is new."""
        for number, one in enumerate(self._choices, 1):
            if one.trial.meaning == meaning:
                return number
        self._choices.append(Choice(self.resolving.try_out(place, meaning), proposed))
        return len(self._choices)

    def _procedure(self, place: Open) -> bool:
        """Propose a procedure, show it, and add it to the file if the person agrees."""
        found = asked(self.screen, lambda: self.resolving.compose(place))
        if found is None:
            return False
        if not found.text:
            self._say("The model has no procedure for this from the phrases that there are.")
            return False
        self.screen.tell()
        for line in [*found.text.rstrip("\n").split("\n"), "", f"called by: {found.call}"]:
            self.screen.tell(f"    {line}" if line else "")
        if found.trial is None:
            self._say(f"It is not understood as it stands: {found.failed}")
            self._say("Type e to edit it line by line, or no.")
        else:
            self._say("Add it to the file? yes, no, or e to edit it line by line.")
        fine = found.trial is not None
        while True:
            typed = read_line(self.screen, "> ")
            low = (typed or "no").strip().lower().rstrip(".")
            if low in ("n", "no"):
                return False
            if low in ("e", "edit"):
                found.text = self._edited(found.text)
                trial = self.resolving.settling.try_out(place, found.call, below=found.text)
                fine = trial.fine
                if not fine:
                    self._refuse(trial)
                    self._say("Type e to go through it once more, or no.")
                    continue
                low = "yes"
            if low in ("y", "yes") and fine:
                self.resolving.add(found, place, self._who, f"the model {found.model}")
                self._done("The procedure is in the file now.")
                return True
            self.screen.tell("Type yes, no or e." if fine else "Type e or no.")

    def _edited(self, text: str) -> str:
        """Let the person go through the lines: an empty answer keeps one, - leaves it out."""
        self._say("Enter keeps a line, - leaves it out, anything else stands in its place.")
        kept = []
        for line in text.rstrip("\n").split("\n"):
            self.screen.tell(f"    {line}")
            typed = read_line(self.screen, "> ")
            if typed is None or not typed.strip():
                kept.append(line)
            elif typed.strip() != "-":
                kept.append(line[: len(line) - len(line.lstrip())] + typed.strip())
        return "\n".join(kept) + "\n"

    # -- showing ----------------------------------------------------------------------

    def _show(self, place: Open, left: int) -> None:
        from kognilang.problems.rendering import render

        screen = self.screen
        screen.tell()
        more = "the last one open" if left == 1 else f"{left} are open"
        screen.tell(
            screen.paint("bold", f"{self.resolving.path.name}, line {place.line}") + f"   ({more})"
        )
        screen.tell(f"    {place.unit.whole or place.sentence}")
        if place.reopened is not None:
            self._say(_story(place.reopened, place.why))
            return
        first = place.problems[0]
        bare = type(first)(
            first.name, first.summary, understood=first.understood, detail=[], warning=False
        )
        screen.tell(render(bare, screen.colour, screen.text_width).rstrip("\n"))

    def _list(self, heading: str, numbers: Sequence[int] = ()) -> None:
        """List choices by their numbers, all of them where none is named."""
        screen = self.screen
        if self._choices:
            screen.tell(heading)
        for number, choice in enumerate(self._choices, 1):
            if numbers and number not in numbers:
                continue
            lines = choice.trial.meaning.split("\n")
            effect = next((_EFFECTS[one] for one in _EFFECTS if one in choice.trial.effects), "")
            label = f"  {number}  "
            screen.tell(screen.paint("cyan", label) + lines[0])
            for line in lines[1:]:
                screen.tell(" " * len(label) + line)
            if effect:
                screen.tell(" " * len(label) + screen.paint("dim", f"({effect})"))

    def _help(self, model: bool) -> None:
        ways = []
        if self._choices:
            ways.append("a number" if len(self._choices) > 1 else "1")
            ways.append("e and the number to change it first")
        ways.append("the sentence in other words")
        if model:
            ways += ["m to ask the model", "p for a procedure that does it"]
        ways += ["l to be asked when a run reaches it", "s to leave it open", "q to stop here"]
        self._say("Type " + ", ".join(ways[:-1]) + " or " + ways[-1] + ".")

    def _refuse(self, trial: Trial) -> None:
        from kognilang.terminal.problems import show

        if trial.problems:
            show(trial.problems[:1], self.screen)
        else:
            names = ", ".join(f"the {name}" for name in trial.inputs)
            self._say(f"Nothing sets {names}.")

    def _say(self, words: str) -> None:
        for line in wrapped(words, self.screen.text_width):
            self.screen.tell(self.screen.paint("yellow", line))


def _story(entry: Entry, why: str) -> str:
    """Say how a sentence that was settled came to be looked at again."""
    if why:
        return f"It was settled before, but {why}."
    by = f" by {entry.approved}" if entry.approved else ""
    on = f" on {entry.when[:10]}" if entry.when else ""
    from_whom = f" It was proposed by {entry.proposed}." if entry.proposed else ""
    return f"It is settled so far, approved{by}{on}.{from_whom} s leaves it as it is."


def somebody_here(screen: Screen) -> bool:
    """Tell whether a person sits here who can be walked through sentences; what is piped in are
    answers to the run's questions."""
    return screen.can_ask and not screen.json and sys.stdin is not None and sys.stdin.isatty()


def settle_first(session: Session, path: Path, screen: Screen) -> bool:
    """Settle what keeps a file from running, with the person here or by the settings; return
    whether anything was settled."""
    if somebody_here(screen) and not session.no_input:
        walk = Walk(session, path, screen)
        if not walk.resolving.open() and not walk.resolving.elsewhere():
            return False
        walk.go()
        return walk.settled > 0
    if not has_model(session):
        return False
    try:
        settled, left = taken_alone(session, path)
    except ModelFault as fault:
        screen.tell(str(fault))
        return True
    for place, proposal in left:
        tell_left(place, proposal, screen)
    return settled > 0


def taken_alone(session: Session, path: Path) -> tuple[int, list[tuple[Open, Proposal]]]:
    """Settle what needs no person in a file and in those that it brings in; return how many
    sentences were, and what the model proposes for the others. Raises ModelFault."""
    seen: set[Path] = set()
    left: list[tuple[Open, Proposal]] = []

    def take(path: Path) -> int:
        seen.add(path.resolve())
        resolving = Resolving(session, path)
        # First what is brought in: sentences here may use its phrases.
        others = [one for one in resolving.elsewhere() if one.resolve() not in seen]
        settled = sum([take(one) for one in others])
        resolving.look()
        many = len(resolving.open())
        if many:
            left.extend(resolving.take_accepted())
        return settled + many - len(resolving.open())

    return take(path), left


def tell_left(place: Open, proposal: Proposal, screen: Screen) -> None:
    """Say what the model proposes for a sentence that a person has to see."""
    if proposal.meaning:
        screen.note(f"Line {place.line}: {place.sentence}")
        for line in proposal.meaning.split("\n"):
            screen.note(f"    {line}")
        for doubt in proposal.doubts:
            screen.note(f"  A person has to see it: {doubt}.")
    elif proposal.question:
        screen.note(f"Line {place.line}: {place.sentence}")
        screen.note(f"  The model asks: {proposal.question}")
