"""Parsers of single commands over argparse, and the options that many commands share."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import NoReturn

from kognilang.terminal.catalogue import SUMMARIES
from kognilang.terminal.refusal import Refusal


class Parser(argparse.ArgumentParser):
    """argparse, except that bad usage becomes a Refusal (and so JSON where that was asked), and
    that the help reads like the rest of the terminal."""

    def format_help(self) -> str:
        """Return the help as `--help` shows it."""
        from kognilang.terminal.helping import help_of

        titles = {"positional arguments": "", "options": "options"}
        groups = [
            (titles.get(one.title or "", one.title or ""), list(one._group_actions))
            for one in self._action_groups
        ]
        return help_of(self.description or "", self._usage(), groups, self.epilog or "")

    def error(self, message: str) -> NoReturn:
        raise Refusal(
            self._in_plain_words(message),
            (f"Usage: {self._usage()}", f"Help:  {self.prog} --help"),
        )

    def flags(self) -> list[str]:
        """Return every option there is, as it is typed."""
        return [flag for action in self._actions for flag in action.option_strings]

    def _usage(self) -> str:
        """One short line: the options are many, and `--help` tells of each."""
        from kognilang.terminal.helping import shown

        return " ".join([self.prog, *(shown(one) for one in self._places()), "[OPTIONS]"])

    def _places(self) -> list[argparse.Action]:
        return [action for action in self._actions if not action.option_strings]

    def _in_plain_words(self, message: str) -> str:
        """Word argparse's messages for a person."""
        missing = "the following arguments are required: "
        if message.startswith(missing):
            # argparse counts what may be left out among what is missing.
            names = [str(one.metavar) for one in self._places() if one.nargs not in ("*", "?")]
            said = [name for name in message.removeprefix(missing).split(", ") if name in names]
            return f"Something is missing: {', '.join(said)}."
        return _in_plain_words(message)


def _in_plain_words(message: str) -> str:
    """Word argparse's messages for a person."""
    unknown = "unrecognized arguments: "
    if message.startswith(unknown):
        return f"This command does not take {message.removeprefix(unknown)}."
    choice = re.search(r"invalid choice: (.+) \(choose from (.+)\)$", message)
    if choice is not None:
        typed, known = (one.replace("'", "") for one in choice.groups())
        return f'"{typed}" is none of: {known}.'
    valueless = re.fullmatch(r"argument (\S+): expected one argument", message)
    if valueless is not None:
        return f"Something is missing after {valueless[1].split('/')[-1]}."
    number = re.search(r"invalid int value: '(.*)'$", message)
    if number is not None:
        return f'"{number[1]}" is no whole number.'
    message = re.sub(r"^argument (\S+): ", "", message)
    return message[:1].upper() + message[1:].rstrip(".") + "."


def parser_of(name: str) -> Parser:
    """Return the empty parser of a command, titled and with the options that all share."""
    parser = Parser(
        prog=f"kog {name}",
        description=SUMMARIES[name] + ".",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    shared = parser.add_argument_group("everywhere")
    shared.add_argument("-h", "--help", action="help", help="show this help and leave")
    shared.add_argument("--json", action="store_true", help="one JSON document on standard output")
    shared.add_argument(
        "-q", "--quiet", action="store_true", help="no progress, notes or summary; only problems"
    )
    shared.add_argument("-v", "--verbose", action="store_true", help="say more of what is done")
    shared.add_argument(
        "--workspace",
        metavar="DIR",
        type=Path,
        help="the workspace's folder (default: the nearest one above with a kognilang.toml)",
    )
    return parser


def add_role(parser: argparse.ArgumentParser) -> None:
    """Add `--as ROLE`."""
    parser.add_argument(
        "--as",
        dest="role",
        metavar="ROLE",
        default="",
        help='the person or role you sit here as ("finance manager")',
    )


def add_running(parser: argparse.ArgumentParser) -> None:
    """Add the options of every command that may advance a run."""
    add_role(parser)
    parser.add_argument(
        "--no-input",
        action="store_true",
        help="ask nothing here: questions go to the inbox",
    )
    parser.add_argument(
        "--no-model", action="store_true", help="never ask a language model about a sentence"
    )


def run_id(text: str) -> str:
    """Read what a run is called: `r3`, and `R3` or `3` for short."""
    return _numbered("r", text)


def question_id(text: str) -> str:
    """Read what a question is called: `q3`, and `Q3` or `3` for short."""
    return _numbered("q", text)


def _numbered(letter: str, text: str) -> str:
    typed = text.strip().lower()
    number = typed.removeprefix(letter)
    return letter + number if number.isdecimal() else text


def setting(text: str) -> tuple[str, str]:
    """Read `NAME=VALUE`."""
    name, equals, value = text.partition("=")
    name = name.strip()
    if not equals or not name:
        raise argparse.ArgumentTypeError(
            f'"{text}" should be NAME=VALUE, such as --set "month=2026-03"'
        )
    return name, value


def inputs_of(settings: list[tuple[str, str]]) -> dict[str, str]:
    """Return what `--set` gave by name. Raises Refusal where one name was given twice: neither
    value is more meant than the other."""
    given: dict[str, str] = {}
    for name, value in settings:
        plain = " ".join(name.lower().split()).removeprefix("the ")
        if plain in given:
            raise Refusal(
                f'"{plain}" is set twice: to "{given[plain]}" and to "{value}". '
                "Leave one --set out."
            )
        given[plain] = value
    return dict(settings)
