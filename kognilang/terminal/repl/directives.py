"""What begins with a colon in the interactive session: about the session, not the work."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kognilang.terminal.screen import Screen, coloured

if TYPE_CHECKING:
    from kognilang.session import Session
    from kognilang.session.conversation import Conversation

HELP = """\
Type a sentence and press Enter; it runs at once.
    The limit is $500.
    The orders are
        | Customer | Total |
        | Acme | $620 |

    Say "{the number of the orders} orders".
A value alone is shown:  2 times the limit
A line that ends in a colon, `is`, `are` or a comma opens a block; an empty line ends it.
A sentence that is not understood is shown with what it may mean: type a number to choose,
e with the number to change it first, m to ask the model (m and some words to say more),
p for a procedure that does it.
Tab completes phrases, names and properties. Ctrl-C abandons the line, or stops
the sentence that is running.

    :names           what has a name so far
    :why             how the last sentence was understood
    :trace           what the last sentence did, step by step
    :undo            back to before the last sentence
    :skills WORDS    find phrases
    :inbox           the questions that wait
    :load FILE       run a procedure's or a runbook's sentences here
    :save FILE       keep the sentences as a procedure
    :help            this
    :quit            leave (also Ctrl-D)"""


class Quit(Exception):
    """The person leaves."""


def obey(text: str, session: Session, conversation: Conversation, screen: Screen) -> bool:
    """Do what a directive says; False where there is none such or it could not be done."""
    word, _, rest = text.partition(" ")
    known = DIRECTIVES.get(word.lower())
    if known is None:
        close = [name for name in DIRECTIVES if name.startswith(word.lower())]
        if len(close) != 1:
            screen.tell(f"There is no {word}. These there are: {', '.join(DIRECTIVES)}.")
            return False
        known = DIRECTIVES[close[0]]
    return known(rest.strip(), session, conversation, screen)


def _quit(rest: str, session: Session, conversation: Conversation, screen: Screen) -> bool:
    raise Quit


def _help(rest: str, session: Session, conversation: Conversation, screen: Screen) -> bool:
    screen.put(HELP)
    return True


def _names(rest: str, session: Session, conversation: Conversation, screen: Screen) -> bool:
    from kognilang.terminal.listing import columns
    from kognilang.terminal.repl.scope import rows_of

    rows = rows_of(conversation.names())
    if not rows:
        screen.tell("Nothing has a name yet. Try: The limit is $500.")
    for line in columns(rows, screen.width):
        screen.put(line)
    return True


def _skills(rest: str, session: Session, conversation: Conversation, screen: Screen) -> bool:
    from kognilang.terminal.commands.skills import show_hits

    return show_hits(session.library, rest.split(), screen)


def _inbox(rest: str, session: Session, conversation: Conversation, screen: Screen) -> bool:
    from kognilang.terminal.commands.inbox import show_questions

    show_questions(session.inbox(), session, screen)
    return True


def _save(rest: str, session: Session, conversation: Conversation, screen: Screen) -> bool:
    if not rest:
        screen.tell("Say where: :save first.kog")
        return False
    path = Path(rest.strip('"'))
    path = path if path.suffix else path.with_suffix(".kog")
    if path.suffix.lower() == ".md":
        screen.tell(
            "In a runbook (.md) only lists are steps. What was typed here is kept as a .kog file: "
            f":save {path.with_suffix('.kog')}"
        )
        return False
    if path.exists():
        screen.tell(f'"{path}" is there already. Choose another name.')
        return False
    text = conversation.text()
    if not text.strip():
        screen.tell("There is nothing to keep yet.")
        return False
    try:
        path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")
    except OSError as fault:
        screen.tell(f'"{path}" cannot be written: {fault.strerror}.')
        return False
    kept = f"Kept in {path}"
    if conversation.readings():
        from kognilang.session.resolving import Resolving

        # What its unclear sentences were said to mean is kept beside it.
        resolving = Resolving(session, path)
        resolving.keep(conversation.readings())
        if resolving.readings.entries:
            kept += f", with {path.stem}.readings.toml for what was settled"
    screen.tell(f"{kept}. To run it: kog run {path}")
    return True


def _why(rest: str, session: Session, conversation: Conversation, screen: Screen) -> bool:
    from kognilang.terminal.explaining import sentences

    explanations = conversation.explanations()
    if not explanations:
        screen.tell("Nothing has been understood yet. Type a sentence first.")
    for line in sentences(explanations, screen.text_width):
        screen.put(line)
    return True


def _trace(rest: str, session: Session, conversation: Conversation, screen: Screen) -> bool:
    from kognilang.terminal.tracing import Look, steps

    look = Look(screen.text_width, coloured(sys.stdout), all=rest == "all")
    lines = list(steps(conversation.trace(), look))
    if not lines:
        screen.tell("Nothing has run yet. Type a sentence first.")
    for line in lines:
        screen.put(line)
    return True


def _undo(rest: str, session: Session, conversation: Conversation, screen: Screen) -> bool:
    try:
        text = conversation.undo()
    except ValueError as fault:
        screen.tell(f'"{_first(str(fault))}" changed something outside; that cannot be undone.')
        return False
    if text is None:
        screen.tell("There is nothing to undo.")
        return False
    screen.tell(f"Undone: {_first(text)}")
    return True


def _first(text: str) -> str:
    first, *more = text.strip().split("\n")
    return f"{first} …" if more else first


def _load(rest: str, session: Session, conversation: Conversation, screen: Screen) -> bool:
    if not rest:
        screen.tell("Say which: :load first.kog")
        return False
    path = Path(rest.strip('"'))
    if not path.exists() and not path.suffix:
        path = path.with_suffix(".kog")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        screen.tell(f'"{path}" cannot be read: {fault.strerror}.')
        return False
    except UnicodeDecodeError:
        screen.tell(f'"{path}" is no plain text (UTF-8).')
        return False
    from kognilang.meaning.readings import load, path_of
    from kognilang.problems.problem import TextRefused
    from kognilang.terminal.problems import show

    try:
        runbook = path.suffix.lower() == ".md"
        outcome = conversation.run(text, path.name, load(path_of(path)).entries, runbook)
    except TextRefused as refused:
        show(refused.problems, screen)
        return False
    show(outcome.problems, screen)
    return not any(not problem.warning for problem in outcome.problems)


DIRECTIVES: dict[str, Callable[[str, Session, Conversation, Screen], bool]] = {
    ":names": _names,
    ":why": _why,
    ":trace": _trace,
    ":undo": _undo,
    ":load": _load,
    ":skills": _skills,
    ":inbox": _inbox,
    ":save": _save,
    ":help": _help,
    ":quit": _quit,
}
