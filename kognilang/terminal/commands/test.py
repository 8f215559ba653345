"""`kog test`: runs the examples of procedures, without doing any write."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.terminal import exits
from kognilang.terminal.opening import existing_file, open_session, workspace_of
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen
from kognilang.terminal.words import counted

if TYPE_CHECKING:
    from kognilang.running.findings import ExampleResult, Finding, Sentence
    from kognilang.session.rehearsing import Rehearsed

EXAMPLES = """\
  kog test
  kog test pay-invoices.kog
  kog test --record r12     write an example from what a run did

Exit codes: 0 all examples passed, 1 some failed, 2 a file was not understood or has none."""

ENDINGS = (".kog", ".md")
LISTED = 12
"""More sentences that no example ran than this are only counted, unless --verbose."""

HOW = (
    "Write one at the end of a procedure:",
    "  Example: a large order waits",
    "      Given the order's total is $12,000",
    "      When we handle the order",
    "      Then nothing is sent",
)


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "path",
        nargs="?",
        metavar="PATH",
        type=Path,
        default=None,
        help="a procedure, or a folder of them (default: this folder)",
    )
    parser.add_argument(
        "--record", metavar="RUN", help="print an example of what a run was given and did"
    )
    parser.epilog = EXAMPLES


def run(options: Namespace, screen: Screen) -> int:
    """Run the examples; one file that is wrong never hides another."""
    if options.record:
        return _record(options, screen)
    path: Path = options.path if options.path is not None else Path()
    files = _files(path)
    report = Report(screen, alone=len(files) == 1)
    for file in files:
        session = open_session(options, screen, workspace_of(options, file))
        try:
            report.add(session, file)
        finally:
            session.close()
    return report.end(path)


def _files(path: Path) -> list[Path]:
    """Return the files that have examples."""
    if not path.is_dir():
        return [existing_file(path)]
    found = []
    for file in sorted(path.rglob("*")):
        inside = file.relative_to(path).parts
        if file.suffix not in ENDINGS or any(part.startswith(".") for part in inside):
            continue
        if file.is_file() and _has_examples(file):
            found.append(file)
    if not found:
        raise Refusal(f'Nothing under "{path}" has an example.', HOW)
    return found


def _has_examples(file: Path) -> bool:
    text = file.read_text(encoding="utf-8", errors="replace")
    return any(line.strip().lower().startswith("example:") for line in text.splitlines())


def _record(options: Namespace, screen: Screen) -> int:
    from kognilang.session.recording import recorded

    session = open_session(options, screen, workspace_of(options))
    try:
        example = recorded(session, options.record)
    finally:
        session.close()
    if screen.json:
        screen.document({"file": example.file, "example": example.text})
        return exits.FINISHED
    screen.put(example.text)
    screen.note(f"Add it to {example.file} and keep the lines that must always be so.")
    return exits.FINISHED


class Report:
    """Tells of the examples as they are done, and of all at the end."""

    def __init__(self, screen: Screen, alone: bool) -> None:
        self.screen = screen
        self.alone = alone
        self.documents: list[dict[str, Any]] = []
        self.results: list[ExampleResult] = []
        self.sentences: dict[Sentence, bool] = {}
        self.refused = 0

    def add(self, session: Any, file: Path) -> None:
        """Run one file's examples and tell of them."""
        from kognilang.problems.problem import TextRefused
        from kognilang.session.rehearsing import rehearsed

        try:
            done = rehearsed(session, file)
        except TextRefused as fault:
            self.refused += 1
            self._refuse(file, fault)
            return
        self.results += done.results
        for sentence, ran in done.sentences:
            self.sentences[sentence] = ran or self.sentences.get(sentence, False)
        self.documents.append(_document(file, done))
        if self.screen.json or not done.results:
            return
        if not self.alone:
            self.screen.put(f"{file}:")
        for result in done.results:
            self._show(result, file)

    def _refuse(self, file: Path, fault: Any) -> None:
        from kognilang.problems.rendering import to_json
        from kognilang.terminal.problems import refuse

        self.documents.append(
            {
                "file": str(file),
                "understood": False,
                "problems": [to_json(problem) for problem in fault.problems],
                "examples": [],
            }
        )
        if not self.screen.json:
            refuse(fault.problems, self.screen)

    def _show(self, result: ExampleResult, file: Path) -> None:
        screen = self.screen
        if result.status == "passed":
            if not screen.quiet:
                screen.put(f"  passed  {result.title}")
            if screen.verbose:
                for text in result.did:
                    screen.put(f"          {text}")
            return
        word = "FAILED" if result.status == "failed" else "not understood"
        screen.put(f"  {word}  {result.title}  ({file}:{result.line})")
        for finding in result.findings:
            if not finding.holds:
                self._show_finding(finding)
        if result.problems:
            from kognilang.terminal.problems import show

            show(result.problems, screen)

    def _show_finding(self, finding: Finding) -> None:
        put = self.screen.put
        put(f"    line {finding.line}: {finding.sentence}")
        if finding.expected != finding.sentence:
            _put_block(put, "expected", finding.expected)
        _put_block(put, "got", finding.got)
        for text in finding.detail:
            put(f"      {text}")

    def end(self, path: Path) -> int:
        """Tell of all examples and return the exit code."""
        screen = self.screen
        failed = sum(one.status == "failed" for one in self.results)
        unread = sum(one.status == "not understood" for one in self.results)
        passed = len(self.results) - failed - unread
        if screen.json:
            screen.document(self.documents)
        elif self.results:
            parts = [f"{passed} passed"]
            parts += [f"{failed} failed"] if failed else []
            parts += [f"{unread} not understood"] if unread else []
            text = f"{counted(len(self.results), 'example')}: {', '.join(parts)}."
            screen.tell(screen.paint("bold red" if failed or unread else "bold green", text))
            self._coverage()
        elif not self.refused:
            raise Refusal(f'"{path}" has no example.', HOW)
        if not self.results and not self.refused:
            return exits.REFUSED
        if self.refused or unread:
            return exits.REFUSED
        return exits.FAILED if failed else exits.FINISHED

    def _coverage(self) -> None:
        screen = self.screen
        missed = [sentence for sentence, ran in self.sentences.items() if not ran]
        total = len(self.sentences)
        if not total:
            return
        share = round(100 * (total - len(missed)) / total)
        screen.note(f"{total - len(missed)} of {counted(total, 'sentence')} ran ({share}%).")
        if not missed:
            return
        screen.note("No example ran:")
        listed = missed if screen.verbose else missed[:LISTED]
        for file, line, words in listed:
            screen.note(f"  {file}:{line}: {_first(words)}")
        if len(listed) < len(missed):
            screen.note(f"  … and {len(missed) - len(listed)} more (--verbose lists them)")


def _put_block(put: Any, label: str, text: str) -> None:
    lines = text.splitlines() or ["nothing"]
    lead = f"      {label + ':':<10}"
    if len(lines) == 1:
        put(lead + lines[0])
        return
    put(lead.rstrip())
    for line in lines:
        put(f"        {line}")


def _first(words: str) -> str:
    return words.split("\n")[0]


def _document(file: Path, done: Rehearsed) -> dict[str, Any]:
    from kognilang.problems.rendering import to_json

    return {
        "file": str(file),
        "understood": True,
        "problems": [],
        "examples": [
            {
                "title": one.title,
                "line": one.line,
                "status": one.status,
                "lines": [
                    {
                        "line": finding.line,
                        "sentence": finding.sentence,
                        "holds": finding.holds,
                        "expected": finding.expected,
                        "got": finding.got,
                        "detail": finding.detail,
                    }
                    for finding in one.findings
                ],
                "problems": [to_json(problem) for problem in one.problems],
                "did": one.did,
                "asked": [
                    {"who": who, "question": question, "answer": answer}
                    for who, question, answer in one.asked
                ],
                "said": one.said,
            }
            for one in done.results
        ],
        "sentences": [
            {"file": name, "line": line, "sentence": words, "ran": ran}
            for (name, line, words), ran in done.sentences
        ],
    }
