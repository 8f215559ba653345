"""`kog format`: lays procedures out in canonical sentences; what they mean stays the same."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from kognilang.terminal import exits
from kognilang.terminal.opening import existing_file
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help="procedures to lay out")
    parser.add_argument(
        "--check",
        action="store_true",
        help="change nothing: say which files are not laid out so, and exit with 1 if any is",
    )
    parser.epilog = "  kog format pay-invoices.kog\n  kog format *.kog --check"


def run(options: Namespace, screen: Screen) -> int:
    """Lay every file out; one that has problems is left as it is and keeps no other back."""
    documents: list[dict[str, Any]] = []
    for named in options.files:
        file = existing_file(named)
        if file.suffix.lower() == ".md":
            raise Refusal(f'"{file}" is a Markdown runbook. Only .kog files are laid out.')
        documents.append(_lay_out(file, options.check, screen))
    if screen.json:
        screen.document(documents)
    if any(one["problems"] for one in documents):
        return exits.REFUSED
    changed = any(one["changed"] for one in documents)
    return exits.FAILED if options.check and changed else exits.FINISHED


def _lay_out(file: Path, only_check: bool, screen: Screen) -> dict[str, Any]:
    from kognilang.language.formatting import formatted
    from kognilang.problems.problem import TextRefused
    from kognilang.problems.rendering import to_json
    from kognilang.problems.textfaults import problem_of
    from kognilang.terminal.problems import show
    from kognilang.text.reading import read_source

    source, faults = read_source(file)
    wrong = [p for p in (problem_of(fault, source) for fault in faults) if not p.warning]
    text = source.text
    if not wrong:
        try:
            text = formatted(source)
        except TextRefused as refused:
            wrong = refused.problems
    if wrong:
        if not screen.json:
            show(wrong, screen)
            screen.tell(screen.paint("bold red", f"{file}: left as it is."))
        problems = [to_json(problem) for problem in wrong]
        return {"file": str(file), "changed": False, "problems": problems}
    changed = text.encode("utf-8") != file.read_bytes()
    if changed and not only_check:
        _write(file, text)
    if not screen.json and changed:
        screen.note(f"{file}: {'would be laid out anew' if only_check else 'laid out anew'}.")
    elif not screen.json:
        screen.detail(f"{file}: is laid out so already.")
    return {"file": str(file), "changed": changed, "problems": []}


def _write(file: Path, text: str) -> None:
    """Put a text in a file's place in one step: whoever reads it sees the old or the new one."""
    import os
    import tempfile

    target = file.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode("utf-8"))
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
