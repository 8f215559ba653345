"""What begins with a colon in the interactive session: about the session, not the work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kognilang.terminal.screen import Screen

if TYPE_CHECKING:
    from kognilang.session import Conversation, Session

HELP = """\
Type a sentence and press Enter; it runs at once.
    The limit is $500.
    The orders are
        | Customer | Total |
        | Acme | $620 |

    Say "{the number of the orders} orders".
A value alone is shown:  2 times the limit
A line that ends in a colon, `is`, `are` or a comma opens a block; an empty line ends it.
Tab completes phrases, names and properties. Ctrl-C abandons the line.

    :names           what has a name so far
    :skills WORDS    find phrases
    :inbox           the questions that wait
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
    screen.tell(f"Kept in {path}. To run it: kog run {path}")
    return True


DIRECTIVES: dict[str, Callable[[str, Session, Conversation, Screen], bool]] = {
    ":names": _names,
    ":skills": _skills,
    ":inbox": _inbox,
    ":save": _save,
    ":help": _help,
    ":quit": _quit,
}
