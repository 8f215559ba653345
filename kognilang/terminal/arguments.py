"""Parsers of single commands over argparse, and the options that many commands share."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NoReturn

from kognilang.terminal.catalogue import SUMMARIES
from kognilang.terminal.refusal import Refusal


class _Parser(argparse.ArgumentParser):
    """argparse, except that bad usage becomes a Refusal (and so JSON where that was asked)."""

    def error(self, message: str) -> NoReturn:
        wanted = self.format_usage().removeprefix("usage: ").strip()
        raise Refusal(
            _in_plain_words(message),
            (f"Usage: {' '.join(wanted.split())}", f"Help:  {self.prog} --help"),
        )


def _in_plain_words(message: str) -> str:
    """Word argparse's messages for a person."""
    missing = "the following arguments are required: "
    if message.startswith(missing):
        return f"Something is missing: {message.removeprefix(missing)}."
    unknown = "unrecognized arguments: "
    if message.startswith(unknown):
        return f"This command does not take {message.removeprefix(unknown)}."
    return message[:1].upper() + message[1:].rstrip(".") + "."


def parser_of(name: str) -> argparse.ArgumentParser:
    """Return the empty parser of a command, titled and with the options that all share."""
    parser = _Parser(
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


def setting(text: str) -> tuple[str, str]:
    """Read `NAME=VALUE`."""
    name, equals, value = text.partition("=")
    name = name.strip()
    if not equals or not name:
        raise argparse.ArgumentTypeError(
            f'"{text}" should be NAME=VALUE, such as --set "month=2026-03"'
        )
    return name, value
