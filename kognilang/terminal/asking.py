"""Asks a person in place: shows the question, reads the answer, says why one does not fit."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from kognilang.journal.records import QuestionRow
from kognilang.terminal.questions import layout, options_of
from kognilang.terminal.reading import read_line, read_unseen
from kognilang.terminal.screen import Screen
from kognilang.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from kognilang.session import Session


_OF_THE_MODEL = (
    "budget-reached", "model-unreachable", "model-refused", "model-unclear", "model-not-set-up",
)  # fmt: skip
"""Problems with the model itself: it is not asked how they could be mended."""


class AtTheTerminal:
    """The person here. Called with a question it returns the answer's text, or None to let
    the question wait: at the end of the input, and where there is no input at all.
    """

    def __init__(self, screen: Screen, kept: bool = True) -> None:
        """`kept` says that a question left unanswered waits in the inbox."""
        self._screen = screen
        self._kept = kept
        self._ended = False
        self.session: Session | None = None
        """The session that asks, for suggested answers."""
        self._suggested: dict[str, list[str]] = {}

    def __call__(self, question: QuestionRow, reason: str = "") -> str | None:
        """Ask; `reason` says why the last answer did not fit, for the same question."""
        if self._ended or not self._screen.can_ask:
            return None
        if reason:
            self._refuse(reason)
        else:
            self._show(question)
            if self._suggests_at_once(question):
                self._suggest(question)
        while True:
            read = read_unseen if question.needs == "secret" else read_line
            text = read(self._screen, self._prompt(question))
            if text is None:
                self._leave(question)
                return None
            if text.strip() == "?" and self._can_suggest(question):
                self._suggest(question)
                continue
            chosen = self._chosen(question, text)
            if chosen:
                return chosen
            if text.strip():
                return text
            self._refuse("An empty line is no answer.")
            self._screen.tell("Type the answer, or press Ctrl-D to leave it for later.")

    def _show(self, question: QuestionRow) -> None:
        screen = self._screen
        screen.tell()
        for line in layout(question, screen.text_width, screen.colour):
            screen.tell(line)
        more = {"?": "ask the model for suggestions"} if self._can_suggest(question) else {}
        options = options_of(question, screen.text_width, screen.colour, more)
        if options:
            screen.tell()
            for line in options:
                screen.tell(line)

    def _can_suggest(self, question: QuestionRow) -> bool:
        if self.session is None or question.kind == "ask" or question.problem in _OF_THE_MODEL:
            return False
        from kognilang.session.advising import has_model

        return has_model(self.session)

    def _suggests_at_once(self, question: QuestionRow) -> bool:
        if not self._can_suggest(question):
            return False
        from kognilang.session.advising import settings_of

        assert self.session is not None
        return settings_of(self.session).suggest

    def _suggest(self, question: QuestionRow) -> None:
        """Ask the model for answers and show them; they are taken as s1, s2 and s3."""
        from kognilang.session.suggesting import suggest
        from kognilang.terminal.writing import asked

        session = self.session
        assert session is not None
        found = asked(self._screen, lambda: suggest(session, question, session.machine_here))
        if found is None:
            return
        if not found:
            self._refuse("The model has nothing to suggest that would be understood here.")
            return
        self._suggested[question.id] = [one.typed for one in found]
        for number, one in enumerate(found, 1):
            lines = one.sentences.split("\n")
            self._screen.tell("  " + self._screen.paint("cyan", f"s{number}") + f"  {lines[0]}")
            for line in lines[1:]:
                self._screen.tell(f"      {line}")
            for line in wrapped(one.reason, self._screen.text_width - 6):
                self._screen.tell("      " + self._screen.paint("dim", line))
        self._screen.tell("Type s1 to answer so, or anything else.")

    def _chosen(self, question: QuestionRow, text: str) -> str:
        """Return the suggested answer that was chosen, as it would be typed."""
        offered = self._suggested.get(question.id, [])
        word = text.strip().lower().rstrip(".")
        if word[:1] == "s" and word[1:].isdigit() and 0 < int(word[1:]) <= len(offered):
            return f"> {offered[int(word[1:]) - 1]}"
        return ""

    def _prompt(self, question: QuestionRow) -> str:
        wanted = {"yes/no": "yes or no", "choice": "your choice", "any": "", "": ""}
        label = wanted.get(question.needs, question.needs)
        return f"{label}> " if label else "> "

    def _refuse(self, reason: str) -> None:
        for line in wrapped(reason, self._screen.text_width):
            self._screen.tell(self._screen.paint("yellow", line))

    def _leave(self, question: QuestionRow) -> None:
        # A pipe that has ended gives no more answers; at a terminal Ctrl-D leaves one question.
        self._ended = not sys.stdin.isatty()
        if self._kept:
            self._screen.note(f"Left for later: kog answer {question.id}")
        else:
            self._screen.note("Not answered; the sentence is given up.")
