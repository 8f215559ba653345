"""`kog learnings`: what has been learnt from answers, to be looked at, changed, and shared."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from kognilang.terminal import exits
from kognilang.terminal.arguments import add_role
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from kognilang.session import Session

    Doing = Callable[[Session, list[str], Namespace, Screen], int]

DOINGS = (
    "list", "show", "edit", "test", "off", "on", "forget", "undo", "export", "import",
)  # fmt: skip

EXAMPLES = """\
  kog learnings                     what has been learnt
  kog learnings show L3             one in full, with its uses
  kog learnings test L3             what it would have answered in the past
  kog learnings off L3              switches it off; on switches it on, after a back-test
  kog learnings edit L3             opens it in your editor ($EDITOR); or --from FILE
  kog learnings forget L3           takes it away; undo brings it back
  kog learnings undo [L3]           takes the last change back
  kog learnings export FILE [L3 …]  writes them as text, to be reviewed and committed
  kog learnings import FILE         takes them from a file, each after a back-test"""


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="WHAT",
        help="list, show, edit, test, off, on, forget, undo, export or import, and which",
    )
    parser.add_argument(
        "--from", dest="source", metavar="FILE", type=Path, help="with edit: the new text"
    )
    parser.add_argument("--until", metavar="DATE", help="with edit: the last day (or never)")
    parser.add_argument(
        "--scope", choices=("file", "workspace"), help="with edit: for its procedure, or for all"
    )
    parser.add_argument(
        "--for",
        dest="procedure",
        metavar="FILE",
        default="",
        help="with import: the procedure that they are for",
    )
    parser.add_argument(
        "--yes", action="store_true", help="switch on also what people answered otherwise"
    )
    parser.add_argument(
        "--apply",
        action="store_true",
        help="with on, edit, import: settle at once the questions that wait for it",
    )
    parser.add_argument("--no-input", action="store_true", help="ask nothing")
    add_role(parser)
    parser.epilog = EXAMPLES


def run(options: Namespace, screen: Screen) -> int:
    """Do what is named, or list."""
    from kognilang.session.learnings import NoSuchLearning
    from kognilang.terminal import backtests, learned, sharing, teaching

    words = options.words or ["list"]
    doing, rest = words[0].lower(), words[1:]
    if doing not in DOINGS:
        if doing[:1] == "l" and doing[1:].isdigit():
            doing, rest = "show", words
        else:
            raise Refusal(f'"{words[0]}" is none of: {", ".join(DOINGS)}.')
    if doing == "switch" and rest:
        doing, rest = rest[0], rest[1:]
    session = open_session(options, screen, workspace_of(options))
    work: dict[str, Doing] = {
        "list": learned.list_all,
        "show": learned.show,
        "edit": teaching.edit,
        "test": backtests.test,
        "off": teaching.off,
        "on": teaching.on,
        "forget": teaching.forget,
        "undo": teaching.undo,
        "export": sharing.export,
        "import": sharing.import_,
    }
    try:
        return work[doing](session, rest, options, screen)
    except NoSuchLearning as none:
        raise Refusal(str(none), ("kog learnings   lists them",)) from None
    finally:
        session.close()


__all__ = ["describe", "exits", "run"]
