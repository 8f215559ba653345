"""`kog resolve`: settles the sentences of a file that are not understood."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.terminal import exits
from kognilang.terminal.arguments import add_running
from kognilang.terminal.opening import existing_file, open_session, workspace_of
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen
from kognilang.terminal.words import counted

if TYPE_CHECKING:
    from kognilang.meaning.readings import Entry
    from kognilang.meaning.settling import Open
    from kognilang.reasoning.translating import Proposal
    from kognilang.session import Session

EXAMPLES = """\
  kog resolve pay-invoices.kog
  kog resolve pay-invoices.kog --again 12      the reading on line 12, once more
  kog resolve pay-invoices.kog --no-input      takes what the settings let a model settle

What is settled is kept in pay-invoices.readings.toml: review it and commit it.
Exit codes: 0 nothing is open, 2 something is."""


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the procedure")
    parser.add_argument(
        "--tidy",
        action="store_true",
        help="remove the readings of sentences that are gone or understood by now",
    )
    parser.add_argument(
        "--again",
        metavar="SENTENCE",
        default="",
        help="look once more at what was settled: some words of the sentence, its line's number, "
        "or all",
    )
    add_running(parser)
    parser.epilog = EXAMPLES


def run(options: Namespace, screen: Screen) -> int:
    """Walk through what is open; without a person, take what needs none."""
    file = existing_file(options.file)
    session = open_session(options, screen, workspace_of(options, file))
    if options.tidy:
        _tidy(session, file, screen)
    from kognilang.terminal.resolving import somebody_here

    if somebody_here(screen) and not options.no_input:
        return _with_a_person(session, file, options.again, screen)
    if options.again:
        raise Refusal("A second look takes a person at a terminal.")
    return _alone(session, file, screen)


def _with_a_person(session: Session, file: Path, again: str, screen: Screen) -> int:
    from kognilang.terminal.resolving import Walk

    walk = Walk(session, file, screen)
    if again and not walk.resolving.look_again(again):
        raise _nothing_such(again, walk.resolving.settled())
    walk.go()
    if walk.clear:
        after = f"; {counted(walk.settled, 'sentence')} settled now" if walk.settled else ""
        screen.note(screen.paint("green", f"{file}: nothing is open{after}."))
        return exits.FINISHED
    return _still_open(walk.resolving.open(), walk.resolving.problems(), file, screen)


def _alone(session: Session, file: Path, screen: Screen) -> int:
    from kognilang.session.advising import has_model
    from kognilang.session.resolving import Resolving
    from kognilang.terminal.resolving import taken_alone, tell_left

    settled, left = taken_alone(session, file) if has_model(session) else (0, [])
    resolving = Resolving(session, file)
    still = resolving.open()
    if screen.json:
        proposals = {(place.unit.definition, place.sentence): one for place, one in left}
        screen.document(
            {
                "file": str(file),
                "settled": settled,
                "open": [_as_data(one, proposals) for one in still],
            }
        )
        return exits.REFUSED if still or resolving.problems() else exits.FINISHED
    for place, proposal in left:
        tell_left(place, proposal, screen)
    if not still and not resolving.problems():
        screen.note(screen.paint("green", f"{file}: nothing is open."))
        return exits.FINISHED
    return _still_open(still, resolving.problems(), file, screen)


def _nothing_such(again: str, settled: list[tuple[int, Entry]]) -> Refusal:
    if not settled:
        return Refusal("No sentence here was settled, so there is none to look at again.")
    rows = [f"{line:>4}  {one.sentence}  →  {_first(one.meaning)}" for line, one in settled]
    where = f"on line {again}" if again.isdigit() else f'with "{again}" in it'
    return Refusal(f"Nothing {where} was settled. These sentences were:", tuple(rows))


def _first(meaning: str) -> str:
    first, *more = meaning.split("\n")
    return f"{first} …" if more else first


def _still_open(still: list[Open], problems: list[Any], file: Path, screen: Screen) -> int:
    from kognilang.terminal.problems import show

    if not still:
        show(problems, screen)
    lines = ", ".join(str(one.line) for one in still)
    count = counted(len(still), "sentence") if still else counted(len(problems), "problem")
    where = f" (line {lines})" if still else ""
    screen.tell(screen.paint("bold red", f"{file}: {count} still open{where}."))
    for other in dict.fromkeys(one.source.path for one in problems if one.source is not None):
        if other is not None and other.resolve() != file.resolve():
            screen.note(f"  kog resolve {_short(other)}   settles what is open there")
    return exits.REFUSED


def _short(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _tidy(session: Session, file: Path, screen: Screen) -> None:
    from kognilang.session.resolving import Resolving

    for entry in Resolving(session, file).drop_unneeded():
        screen.note(f"Not needed any more: {entry.sentence}")


def _as_data(place: Open, proposals: dict[tuple[str, str], Proposal]) -> dict[str, Any]:
    proposal = proposals.get((place.unit.definition, place.sentence))
    data: dict[str, Any] = {
        "line": place.line,
        "sentence": place.sentence,
        "definition": place.unit.definition,
        "problem": place.problems[0].summary,
        "candidates": place.candidates,
        "reopened": place.why,
    }
    if proposal is not None:
        data["proposal"] = proposal.meaning
        data["question"] = proposal.question
        data["doubts"] = proposal.doubts
    return data
