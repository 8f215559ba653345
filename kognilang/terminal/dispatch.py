"""From words typed to one command run: parses, runs, and tells of whatever goes wrong."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from kognilang.terminal import exits
from kognilang.terminal.catalogue import SUMMARIES, help_text
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


class Command(Protocol):
    """A module of `terminal/commands`."""

    def describe(self, parser: ArgumentParser) -> None:
        """Add the command's arguments, and its examples as the epilog."""
        ...

    def run(self, options: Namespace, screen: Screen) -> int:
        """Do it and return the exit code."""
        ...


def dispatch(words: list[str]) -> int:
    """Run the command that the words name and return its exit code."""
    screen = Screen(json="--json" in words)
    try:
        return _dispatch(words, screen)
    except KeyboardInterrupt:
        screen.fail("Interrupted.")
        return exits.INTERRUPTED
    except BrokenPipeError:
        screen.abandon()
        return exits.FAILED
    except Exception as fault:
        from kognilang.terminal.faults import tell

        return tell(fault, screen)
    finally:
        screen.close()


def _dispatch(words: list[str], screen: Screen) -> int:
    if not words or words[0] in ("-h", "--help", "help"):
        if len(words) > 1 and words[1] in SUMMARIES:
            return _dispatch([words[1], "--help"], screen)
        screen.put(help_text())
        return exits.FINISHED if words else exits.REFUSED
    name, rest = words[0], words[1:]
    if name not in SUMMARIES:
        raise _unknown(name, words)
    from kognilang.terminal.arguments import parser_of

    command = cast(Command, import_module(f"kognilang.terminal.commands.{name}"))
    parser = parser_of(name)
    command.describe(parser)
    options = parser.parse_intermixed_args(rest)
    screen.obey(options)
    return command.run(options, screen)


def _unknown(name: str, words: list[str]) -> Refusal:
    """Say which command may have been meant."""
    if name.startswith("-"):
        hit = next((word for word in words if word in SUMMARIES), "COMMAND")
        return Refusal(f'"{name}" stands before the command. Write: kog {hit} {name} …')
    if name.endswith((".kog", ".md")):
        return Refusal(f"To run this file, write: kog run {name}")
    from difflib import get_close_matches

    close = get_close_matches(name.lower(), SUMMARIES, n=2, cutoff=0.6)
    if close:
        return Refusal(f'There is no command "{name}". Did you mean {" or ".join(close)}?')
    return Refusal(f'There is no command "{name}". All commands: {", ".join(SUMMARIES)}.')


if __name__ == "__main__":
    sys.exit(dispatch(sys.argv[1:]))
