"""The interactive session: reads a text, runs it, shows what is wrong in place, goes on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kognilang.terminal import exits
from kognilang.terminal.repl.directives import DIRECTIVES, Quit, obey
from kognilang.terminal.repl.readers import LineReader, PipeReader, PromptReader, Reader
from kognilang.terminal.repl.words import Candidate, candidates
from kognilang.terminal.screen import Screen

if TYPE_CHECKING:
    from kognilang.problems.problem import Problem
    from kognilang.session import Session
    from kognilang.session.conversation import Conversation

WELCOME = """\
KogniLang. Type a sentence; it runs at once. A block ends with an empty line.
:help tells more, :quit or Ctrl-D leaves."""


def converse(session: Session, screen: Screen) -> int:
    """Run texts until the input ends; return the exit code."""
    from kognilang.session.conversation import Conversation

    conversation = Conversation(session)
    offered: list[str] = []
    unclear = ""
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
            if text.strip().isdigit() and 0 < int(text) <= len(offered):
                text = offered[int(text) - 1]
                screen.tell(text)
            elif unclear and text.strip().lower().rstrip(".") in ("m", "model"):
                _ask_model(unclear, conversation, screen, offered)
                continue
            offered.clear()
            understood = _run(text, session, conversation, screen, offered)
            unclear = "" if understood or text.lstrip().startswith(":") else text
            refused = not understood or refused
        except Quit:
            break
        except KeyboardInterrupt:
            screen.tell("Stopped. What was typed before stands as it was.")
        if interactive and (offered or unclear):
            _tell_ways(session, screen, offered, unclear)
    # At a prompt a refused sentence was seen and is past; from a pipe it is the result.
    return exits.REFUSED if refused and not interactive else exits.FINISHED


def _run(
    text: str,
    session: Session,
    conversation: Conversation,
    screen: Screen,
    offered: list[str],
) -> bool:
    """Run one text; return False where it was not understood. `offered` takes the sentences
    that would have worked instead, in the order of their numbers."""
    if text.lstrip().startswith(":"):
        return obey(text.strip(), session, conversation, screen)
    if text.strip().lower() in _BARE:
        return obey(_BARE[text.strip().lower()], session, conversation, screen)
    from kognilang.problems.problem import TextRefused
    from kognilang.terminal.problems import show

    try:
        outcome = conversation.run(text)
    except TextRefused as refused:
        show(refused.problems, screen)
        return False
    finally:
        screen.clear_status()
    show(outcome.problems, screen)
    offered += _offers(text, outcome.problems)
    _offer_near(text, outcome.problems, conversation, screen, offered)
    return not any(not problem.warning for problem in outcome.problems)


_BARE = {"help": ":help", "?": ":help", "quit": ":quit", "exit": ":quit", "bye": ":quit"}
"""What a newcomer types in the place of a directive; none of it is a sentence."""


def _offers(text: str, problems: list[Problem]) -> list[str]:
    """Return the sentences that one number could put in the place of what was typed: only where
    one sentence was typed and one thing is wrong with it."""
    wrong = [problem for problem in problems if not problem.warning]
    if len(wrong) != 1 or "\n" in text.strip() or ". " in text.strip():
        return []
    return [*wrong[0].readings, *wrong[0].candidates]


def _offer_near(
    text: str,
    problems: list[Problem],
    conversation: Conversation,
    screen: Screen,
    offered: list[str],
) -> None:
    """Add phrases like the sentence, filled with its values, where little else is offered."""
    wrong = [problem for problem in problems if not problem.warning]
    one = len(wrong) == 1 and "\n" not in text.strip() and ". " not in text.strip()
    if not one or len(offered) >= 2 or wrong[0].name not in _UNCLEAR:
        return
    found = [meaning for meaning in conversation.near(text) if meaning not in offered]
    if not found:
        return
    screen.tell("Phrases like it")
    _number(found, len(offered), screen)
    offered += found


_UNCLEAR = ("unknown-verb", "unknown-phrase-of-verb", "unread-sentence")


def _number(sentences: list[str], after: int, screen: Screen) -> None:
    for number, sentence in enumerate(sentences, after + 1):
        lines = sentence.split("\n")
        screen.tell("  " + screen.paint("cyan", str(number)) + "  " + lines[0])
        for line in lines[1:]:
            screen.tell("     " + line)


def _tell_ways(session: Session, screen: Screen, offered: list[str], unclear: str) -> None:
    """Say what can be typed after a sentence that was not understood."""
    from kognilang.session.advising import has_model

    ways = []
    if offered:
        ways.append("1" if len(offered) == 1 else f"a number from 1 to {len(offered)}")
    if unclear and has_model(session):
        ways.append("m to ask the model")
    if not ways:
        return
    use = " to use that sentence" if offered else ""
    screen.note(f"Type {ways[0]}{use if ways[0][0] != 'm' else ''}"
                + (f", {ways[1]}" if len(ways) > 1 else "") + ", or write another.")  # fmt: skip


def _ask_model(text: str, conversation: Conversation, screen: Screen, offered: list[str]) -> None:
    """Show what the model makes of a sentence; its proposals can be taken by their numbers."""
    from kognilang.terminal.writing import asked

    proposal = asked(screen, lambda: conversation.propose(text))
    if proposal is None:
        return
    found = [one for one in [proposal.meaning, *proposal.others] if one]
    if not found:
        back = f"The model asks: {proposal.question}" if proposal.question else ""
        screen.tell(screen.paint("yellow", back or "The model knows no phrase that does this."))
        return
    screen.tell("The model proposes")
    _number(found, 0, screen)
    for doubt in proposal.doubts:
        screen.tell(screen.paint("yellow", f"  Look twice: {doubt}."))
    offered[:] = found
    number = "1" if len(found) == 1 else f"a number from 1 to {len(found)}"
    screen.note(f"Type {number} to use that sentence, or write another.")


def _reader(session: Session, conversation: Conversation, screen: Screen) -> Reader:
    if sys.stdin is None or not sys.stdin.isatty():
        return PipeReader()
    if os.environ.get("TERM") == "dumb" or sys.stdout is None or not sys.stdout.isatty():
        return LineReader(screen)
    return PromptReader(_completer(session, conversation), screen.colour)


def _completer(
    session: Session, conversation: Conversation
) -> Callable[[str], Iterator[Candidate]]:
    """Complete from the books and from what is in scope when the key is pressed."""
    phrases: list[tuple[str, str]] = []

    def complete(before: str) -> Iterator[Candidate]:
        if not phrases:
            for skill in session.library.skills.values():
                phrases.extend((wording, skill.effect) for wording in skill.phrases)
        from kognilang.terminal.repl.scope import kinds_of, properties_of

        names = conversation.names()
        return candidates(before, phrases, kinds_of(names), properties_of(names), DIRECTIVES)

    return complete
