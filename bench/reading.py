"""Reading and understanding: varied sentences against plain Lark, unchanged texts, growth, memory.

The baseline is Lark's own parser of the same grammar with positions, with its own lexer, on those
of the same sentences that it can read: the simple ones, since names of several words next to
forms of several words need passes that it has not. So it is measured where it is fastest.
"""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from bench import varied
from bench.timing import Line, paired, seconds
from kognilang.language import grammar
from kognilang.language.reading import read
from kognilang.meaning.books import Library
from kognilang.meaning.plandata import to_data
from kognilang.meaning.understanding import Understood, understand
from kognilang.session import Session
from kognilang.settings import Settings
from kognilang.text.source import Source

SENTENCES = 10_000
KEYSTROKES = (
    "Add 5 to the inv",
    "Archive the ",
    "Ver",
    "If the order's st",
    "Set the customer's limit to the ",
    "The orders whose ",
)
"""Sentences as they stand while they are typed."""


def measure() -> list[Line]:
    """Return the lines of this part of the report."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder)
        varied.install(workspace)
        library = Library.load(workspace)
        turns = iter(range(1_000_000))
        return [
            *_cold(library, workspace, turns),
            _unchanged(workspace, turns),
            *_growth(library, workspace, turns),
            _keystroke(library),
        ]


def _understood(text: str, library: Library, workspace: Path) -> Understood:
    source = Source("bench.kog", text)
    understood = understand(read(source), source, library, Settings(workspace))
    bad = [problem for problem in understood.problems if not problem.warning]
    assert not bad, bad[0]
    return understood


def _cold(library: Library, workspace: Path, turns) -> list[Line]:  # type: ignore[no-untyped-def]
    """Texts that were never read before, so that nothing is remembered from round to round."""
    lark = grammar.plain(positions=True)
    counts = []

    def plain() -> None:
        simple = [(start, one[:-1]) for start, one in varied.body(next(turns), SENTENCES) if start]
        took = seconds(lambda: [lark.parse(sentence, start) for start, sentence in simple])
        counts.append(len(simple) / took)

    tree, plan = [], []

    def ours() -> None:
        text = varied.text(next(turns), SENTENCES)
        source = Source("bench.kog", text)
        tree.append(SENTENCES / seconds(lambda: read(source)))
        text = varied.text(next(turns), SENTENCES)
        plan.append(SENTENCES / seconds(lambda: _understood(text, library, workspace)))

    paired(ours, plain, 3)
    lark_speed = statistics.median(counts[1:])
    names = ("sentences read to the tree", f"read and understood, {varied.PHRASES} phrases")
    return [
        Line(name, statistics.median(ours[1:]), "plain Lark, simple ones", lark_speed, "/s")
        for name, ours in zip(names, (tree, plan), strict=True)
    ]


def _unchanged(workspace: Path, turns) -> Line:  # type: ignore[no-untyped-def]
    """A file that has not changed since last time: its plan is in the store, by content."""
    from kognilang.journal.records import ProcedureRow
    from kognilang.session.procedures import content_key, known_plan, source_of

    file = workspace / "long.kog"
    session = Session(workspace, no_input=True)
    assert session.library.skills

    def cold() -> None:
        file.write_text(varied.text(next(turns), SENTENCES), encoding="utf-8")
        plan.append(seconds(lambda: session.check(file)))

    def again() -> None:
        source, _ = source_of(file)
        row, found = known_plan(session, content_key(session, source))
        assert row is not None and found is not None

    plan: list[float] = []
    warm = []
    for _ in range(3):
        cold()
        checked = session.check(file)
        assert checked.plan is not None, checked.problems[0]
        key = content_key(session, checked.source)
        row = ProcedureRow(key, "long", "long.kog", checked.source.text, to_data(checked.plan))
        session.store.add_procedure(row)
        warm.append(seconds(again))
    session.close()
    speeds = [SENTENCES / statistics.median(times) for times in (warm, plan)]
    return Line("unchanged since last time", speeds[0], "the same, cold", speeds[1], "/s")


def _growth(library: Library, workspace: Path, turns) -> list[Line]:  # type: ignore[no-untyped-def]
    """Time a line, to the plan as it is stored, of longer texts against one of 1,000 lines."""

    def a_line(lines: int) -> float:
        text = varied.text(next(turns), lines)
        work = seconds(lambda: to_data(_understood(text, library, workspace).plan))
        return work / lines

    base = statistics.median(a_line(1_000) for _ in range(7))
    return [
        Line(f"a line of {lines:,}", a_line(lines), "a line of 1,000", base, "s")
        for lines in (10_000, 100_000)
    ]


def _keystroke(library: Library) -> Line:
    """What may come next after an unfinished sentence, of all phrases; 5 ms are promised."""
    from kognilang.terminal.repl.words import candidates

    phrases = [(wording, one.effect) for one in library.skills.values() for wording in one.phrases]
    names = {f"invoice {number}": "number" for number in range(50)}
    properties = {"order": ["number", "status", "total"], "customer": ["name", "limit"]}

    def typed() -> None:
        for text in KEYSTROKES:
            list(candidates(text, phrases, names, properties))

    typed()
    took = statistics.median(seconds(typed) for _ in range(9)) / len(KEYSTROKES)
    return Line("completions of an unfinished sentence", took, "the promise", 0.005, "s")
