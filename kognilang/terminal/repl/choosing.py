"""What can be typed after a sentence that was not understood: a meaning by its number, the same
to be edited, a request to the model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kognilang.terminal.repl.readers import Reader
from kognilang.terminal.screen import Screen
from kognilang.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from kognilang.problems.problem import Problem
    from kognilang.session import Session
    from kognilang.session.choosing import Choice
    from kognilang.session.conversation import Conversation

_TYPED = re.compile(
    r"(?i)(?:(?P<number>\d+)|e *(?P<edit>\d*)|m(?:odel)?(?: +(?P<words>.+))?"
    r"|(?P<procedure>p|procedure))\.?"
)


class Choosing:
    """A text that was not understood, shown with what it may mean. What is chosen becomes its
    meaning, and the text can be run."""

    def __init__(
        self,
        text: str,
        problems: Sequence[Problem],
        conversation: Conversation,
        session: Session,
        screen: Screen,
    ) -> None:
        from kognilang.session.unclear import Unclear

        self._session = session
        self._screen = screen
        self.unclear = Unclear(conversation, text)
        self._choices: list[Choice] = []
        self._question = ""
        """What the model asked back."""
        self.show(problems)

    # -- showing --------------------------------------------------------------------------

    def show(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong, with the meanings that can be taken, numbered."""
        from dataclasses import replace

        from kognilang.terminal.problems import show

        shown = list(problems)
        if self.unclear.alone:
            self._choices = self.unclear.choices()
            meanings = [one.trial.meaning for one in self._choices]
            shown = [
                one
                if one.warning
                else replace(
                    one, candidates=meanings, readings=[], detail=_after(meanings, one.detail)
                )
                for one in shown
            ]
        show(shown, self._screen)

    def tell_ways(self) -> None:
        """Say what can be typed now."""
        from kognilang.session.advising import has_model

        many = len(self._choices)
        ways = []
        if many:
            ways.append("1 to use that" if many == 1 else f"a number from 1 to {many} to use that")
            ways.append("e 1 to change it first" if many == 1 else "e with a number to change it")
        if self.unclear.open() is not None and has_model(self._session):
            answer = "m and your answer" if self._question else "m to ask the model"
            ways += [answer, "p for a procedure that does it"]
        if ways:
            told = f"Type {', '.join(ways)}, or write another sentence."
            for line in wrapped(told, self._screen.text_width):
                self._screen.note(line)

    # -- obeying --------------------------------------------------------------------------

    def meant(self, typed: str) -> bool:
        """Tell whether what was typed is said of this text."""
        found = _TYPED.fullmatch(typed.strip())
        if found is None or self.unclear.open() is None:
            return False
        return bool(self._choices) or found["number"] is found["edit"] is None

    def obey(self, typed: str, reader: Reader) -> bool:
        """Do what was typed; return whether the text has its meaning now."""
        found = _TYPED.fullmatch(typed.strip())
        assert found is not None
        if found["procedure"]:
            return self._composed(reader)
        if found["number"] is None and found["edit"] is None:
            self._ask((found["words"] or "").strip())
            return False
        number = int(found["number"] or found["edit"] or 1)
        if not 0 < number <= len(self._choices):
            self._screen.tell(f"There is no {number} among them.")
            return False
        choice = self._choices[number - 1]
        if found["number"] is None:
            return self._edited(choice.trial.meaning, reader)
        self._screen.tell(choice.trial.meaning)
        self._take(choice)
        return True

    def _take(self, choice: Choice) -> None:
        who = self._session.as_role or "the person at the terminal"
        self.unclear.settle(choice.trial, choice.proposed, who)

    def _edited(self, meaning: str, reader: Reader) -> bool:
        """Let the person change a meaning, and take what becomes of it."""
        from kognilang.session.choosing import A_PERSON, Choice
        from kognilang.terminal.problems import show

        words = reader.read(meaning)
        if not words or not words.strip():
            return False
        trial = self.unclear.try_out(words)
        if trial is None or not trial.fine:
            if trial is not None and trial.problems:
                show(trial.problems[:1], self._screen)
            elif trial is not None:
                names = ", ".join(f"the {name}" for name in trial.inputs)
                self._screen.tell(f"Nothing sets {names}.")
            return False
        self._take(Choice(trial, A_PERSON))
        return True

    def _composed(self, reader: Reader) -> bool:
        """Show a procedure that the model proposes for an aim; return whether it is taken."""
        from kognilang.terminal.writing import asked

        found = asked(self._screen, self.unclear.compose)
        if found is None:
            return False
        if not found.text:
            self._tell("The model has no procedure for this from the phrases that there are.")
            return False
        for line in [*found.text.rstrip("\n").split("\n"), "", f"called by: {found.call}"]:
            self._screen.tell(f"    {line}" if line else "")
        if found.trial is None:
            self._tell(f"It is not understood as it stands: {found.failed}")
            return False
        self._tell("Take it and run it? yes or no")
        if (reader.read() or "").strip().lower().rstrip(".") not in ("y", "yes"):
            return False
        self.unclear.add(found, self._session.as_role or "the person at the terminal")
        return True

    def _ask(self, words: str) -> None:
        """Show what the model makes of the sentence, with what was said besides."""
        from kognilang.reasoning.port import Added
        from kognilang.session.choosing import Choice
        from kognilang.terminal.writing import asked

        added = [Added(words, self._question)] if words else []
        proposal = asked(self._screen, lambda: self.unclear.propose(added))
        if proposal is None:
            return
        self._question = proposal.question
        found = [one for one in [proposal.meaning, *proposal.others] if one]
        if not found:
            back = f"The model asks: {proposal.question}" if proposal.question else ""
            self._tell(back or "The model knows no phrase that does this.")
            return
        trials = [self.unclear.try_out(one) for one in found]
        by = f"the model {proposal.model}"
        self._choices = [Choice(one, by) for one in trials if one is not None]
        self._screen.tell("The model proposes")
        for number, sentence in enumerate(found, 1):
            first, *more = sentence.split("\n")
            self._screen.tell("  " + self._screen.paint("cyan", str(number)) + "  " + first)
            for line in more:
                self._screen.tell("     " + line)
        for doubt in proposal.doubts:
            self._tell(f"  Look twice: {doubt}.")

    def _tell(self, words: str) -> None:
        self._screen.tell(self._screen.paint("yellow", words))


def _after(meanings: Sequence[str], detail: Sequence[str]) -> list[str]:
    """Word the way to teach a phrase as what else can be done, where meanings stand above it."""
    heads = {"Teach it here:": "or teach it here:", "or teach it here:": "Teach it here:"}
    wanted = "or teach it here:" if meanings else "Teach it here:"
    return [heads[one] if one in heads and one != wanted else one for one in detail]
