"""`kog check`: reads and understands files without running them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.terminal import exits
from kognilang.terminal.opening import existing_file, open_session, workspace_of
from kognilang.terminal.screen import Screen

if TYPE_CHECKING:
    from kognilang.session import Checked


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help="procedures to read")
    parser.add_argument(
        "--locked",
        action="store_true",
        help="fail when the meaning of any sentence is open, or a reading is of no use",
    )
    parser.add_argument(
        "--no-model", action="store_true", help="never ask a language model about a sentence"
    )
    parser.epilog = "  kog check pay-invoices.kog\n  kog check *.kog --json"


def run(options: Namespace, screen: Screen) -> int:
    """Check every file; one that is wrong never hides another."""
    documents: list[dict[str, Any]] = []
    wrong = 0
    for named in options.files:
        file = existing_file(named)
        session = open_session(options, screen, workspace_of(options, file))
        checked = session.check(file)
        understood = checked.plan is not None
        unneeded = _unneeded(checked) if options.locked else []
        wrong += not understood or bool(unneeded)
        documents.append(_document(file, checked))
        if not screen.json:
            _show(file, checked, screen)
            _tell_of_unneeded(file, unneeded, screen)
    if screen.json:
        screen.document(documents)
    elif len(options.files) > 1:
        right = len(options.files) - wrong
        screen.note(f"{right} of {len(options.files)} files understood.")
    return exits.REFUSED if wrong else exits.FINISHED


def _unneeded(checked: Checked) -> list[str]:
    """Return the sentences of readings that nothing in the text needs."""
    found = checked.settling.unneeded() if checked.settling is not None else []
    return [entry.sentence for entry in found]


def _tell_of_unneeded(file: Path, sentences: list[str], screen: Screen) -> None:
    for sentence in sentences:
        screen.tell(f'{file}: the reading of "{sentence}" is of no sentence that needs one.')
    if sentences:
        screen.tell(f"Remove what is not needed with: kog resolve {file} --tidy")


def _document(file: Path, checked: Checked) -> dict[str, Any]:
    from kognilang.problems.rendering import to_json

    return {
        "file": str(file),
        "understood": checked.plan is not None,
        "problems": [to_json(problem) for problem in checked.problems],
        "warnings": [to_json(problem) for problem in checked.warnings],
        "inputs": list(checked.inputs),
        "open": [
            {"line": one.line, "sentence": one.sentence, "reopened": one.why}
            for one in (checked.settling.open() if checked.settling is not None else [])
        ],
    }


def _show(file: Path, checked: Checked, screen: Screen) -> None:
    from kognilang.terminal.problems import show

    show([*checked.problems, *checked.warnings], screen)
    if checked.plan is None:
        count = len(checked.problems)
        words = "one problem" if count == 1 else f"{count} problems"
        screen.tell(screen.paint("bold red", f"{file}: {words}."))
        open_here = checked.settling.open() if checked.settling is not None else []
        if open_here:
            count = len(open_here)
            what = "One sentence" if count == 1 else f"{count} sentences"
            screen.note(f"{what} can be settled with: kog resolve {file}")
            for one in open_here:
                if one.reopened is not None:
                    screen.note(f"  line {one.line} was settled before, but {one.why}")
        elif checked.settling is not None and any(
            one.source is not None and one.source.path not in (None, checked.source.path)
            for one in checked.problems
        ):
            screen.note(
                f"What is open in the files it uses can be settled with: kog resolve {file}"
            )
        return
    count = len(checked.plan.sentences)
    sentences = "one sentence" if count == 1 else f"{count} sentences"
    warned = len(checked.warnings)
    tail = f", {warned} warning{'s' if warned > 1 else ''}" if warned else ""
    screen.note(screen.paint("green", f"{file}: understood ({sentences}{tail})."))
    if checked.inputs:
        screen.note("It needs these from outside (--set NAME=VALUE, or it asks):")
        for name in checked.inputs:
            screen.note(f"  the {name}")
