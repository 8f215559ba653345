"""The interactive session: reads a text, runs it, shows what is wrong in place, goes on."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kognilang.terminal import exits
from kognilang.terminal.repl.directives import DIRECTIVES, Quit, obey
from kognilang.terminal.repl.readers import LineReader, PipeReader, PromptReader, Reader
from kognilang.terminal.screen import Screen

if TYPE_CHECKING:
    from kognilang.meaning.readings import Entry
    from kognilang.session import Session
    from kognilang.session.conversation import Conversation
    from kognilang.terminal.repl.choosing import Choosing

WELCOME = """\
KogniLang. Type a sentence; it runs at once. A block ends with an empty line.
:help tells more, :quit or Ctrl-D leaves."""


def converse(session: Session, screen: Screen) -> int:
    """Run texts until the input ends; return the exit code."""
    from kognilang.session.conversation import Conversation

    conversation = Conversation(session)
    choosing: Choosing | None = None
    interactive = sys.stdin is not None and sys.stdin.isatty()
    reader = _reader(session, conversation, screen)
    if interactive:
        screen.note(WELCOME)
    refused = False
    while True:
        try:
            text = reader.read()
        except KeyboardInterrupt:
            screen.tell()
            continue
        if text is None:
            break
        if not text.strip():
            continue
        try:
            if choosing is not None and choosing.meant(text):
                if choosing.obey(text, reader):
                    _, choosing = _run_chosen(choosing, session, conversation, screen)
            elif directive := _directive(text):
                choosing = None
                refused = not obey(directive, session, conversation, screen) or refused
            else:
                understood, choosing = _run(text, (), session, conversation, screen)
                refused = not understood or refused
        except Quit:
            break
        except KeyboardInterrupt:
            screen.tell("Stopped. What was typed before stands as it was.")
        if interactive and choosing is not None:
            choosing.tell_ways()
    # At a prompt a refused sentence was seen and is past; from a pipe it is the result.
    return exits.REFUSED if refused and not interactive else exits.FINISHED


def _directive(text: str) -> str:
    """Return the directive that a text is; empty for sentences."""
    if text.lstrip().startswith(":"):
        return text.strip()
    return _BARE.get(text.strip().lower(), "")


_BARE = {"help": ":help", "?": ":help", "quit": ":quit", "exit": ":quit", "bye": ":quit"}
"""What a newcomer types in the place of a directive; none of it is a sentence."""


def _run(
    text: str,
    readings: Sequence[Entry],
    session: Session,
    conversation: Conversation,
    screen: Screen,
) -> tuple[bool, Choosing | None]:
    """Run one text; where it is not understood, show why and return what can be chosen."""
    from kognilang.problems.problem import TextRefused
    from kognilang.terminal.problems import show
    from kognilang.terminal.repl.choosing import Choosing

    try:
        outcome = conversation.run(text, readings=readings)
    except TextRefused as refused:
        show(refused.problems, screen)
        return False, None
    finally:
        screen.clear_status()
    if not any(not problem.warning for problem in outcome.problems):
        show(outcome.problems, screen)
        for one in outcome.taken:
            first, *more = one.meaning.split("\n")
            screen.note(f"Taken as settled before: {first}{' …' if more else ''}")
        return True, None
    return False, Choosing(text, outcome.problems, conversation, session, screen)


def _run_chosen(
    choosing: Choosing, session: Session, conversation: Conversation, screen: Screen
) -> tuple[bool, Choosing | None]:
    """Run a text for whose sentence a meaning was chosen; there may be another unclear one."""
    unclear = choosing.unclear
    if unclear.open() is not None:
        choosing.show(unclear.problems())
        return False, choosing
    return _run(unclear.text, unclear.readings, session, conversation, screen)


def _reader(session: Session, conversation: Conversation, screen: Screen) -> Reader:
    if sys.stdin is None or not sys.stdin.isatty():
        return PipeReader()
    if os.environ.get("TERM") == "dumb" or sys.stdout is None or not sys.stdout.isatty():
        return LineReader(screen)
    from kognilang.terminal.repl.words import completer

    return PromptReader(completer(session, conversation, DIRECTIVES), screen.colour)
