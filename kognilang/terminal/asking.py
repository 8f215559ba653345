"""Asks a person in place: shows the question, reads the answer, says why one does not fit."""

from __future__ import annotations

import sys

from kognilang.journal.records import QuestionRow
from kognilang.terminal.questions import layout, options_of
from kognilang.terminal.reading import read_line, read_unseen
from kognilang.terminal.screen import Screen
from kognilang.terminal.wrapping import wrapped


class AtTheTerminal:
    """The person here. Called with a question it returns the answer's text, or None to let
    the question wait: at the end of the input, and where there is no input at all.
    """

    def __init__(self, screen: Screen, kept: bool = True) -> None:
        """`kept` says that a question left unanswered waits in the inbox."""
        self._screen = screen
        self._kept = kept
        self._ended = False

    def __call__(self, question: QuestionRow, reason: str = "") -> str | None:
        """Ask; `reason` says why the last answer did not fit, for the same question."""
        if self._ended or not self._screen.can_ask:
            return None
        if reason:
            self._refuse(reason)
        else:
            self._show(question)
        while True:
            read = read_unseen if question.needs == "secret" else read_line
            text = read(self._screen, self._prompt(question))
            if text is None:
                self._leave(question)
                return None
            if text.strip():
                return text
            self._refuse("An empty line is no answer.")
            self._screen.tell("Type the answer, or press Ctrl-D to leave it for later.")

    def _show(self, question: QuestionRow) -> None:
        screen = self._screen
        screen.tell()
        for line in layout(question, screen.text_width, screen.colour):
            screen.tell(line)
        options = options_of(question, screen.text_width, screen.colour)
        if options:
            screen.tell()
            for line in options:
                screen.tell(line)

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
