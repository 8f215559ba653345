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
    'If the order\'s status is "open" and the customer ',
    "Set the customer's limit to the ",
    "Show the orders whose total is ",
    "Send an email to the customer's email ",
    'Say "{the number of the or',
)
"""Sentences as they stand while they are typed."""

UNFINISHED = (
    "the total", "the total plus the tax", "the order's total", "the number of the orders",
    "the orders whose total", "the orders sorted by date",
)  # fmt: skip
"""Beginnings of values that Lark's own lexer can read, too."""


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
            _following(),
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
    # The best rounds of both: what else runs on the machine only takes from them.
    lark_speed = max(counts[1:])
    names = ("sentences read to the tree", f"read and understood, {varied.PHRASES} phrases")
    return [
        Line(name, max(ours[1:]), "plain Lark, simple ones", lark_speed, "/s")
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
    from kognilang.meaning.continuing import continuations
    from kognilang.meaning.vocabulary import Vocabulary

    vocabulary = Vocabulary(
        {**{f"invoice {number}": "number" for number in range(50)}, "orders": "table",
         "order": "record", "customer": "record"},
        {"order": ["number", "status", "total"], "customer": ["name", "limit"]},
        (library.phrases,),
        lambda target: library.skills[str(target)].effect,
    )  # fmt: skip

    def typed() -> None:
        for text in KEYSTROKES:
            assert continuations(text, vocabulary), text

    typed()
    took = statistics.median(seconds(typed) for _ in range(9)) / len(KEYSTROKES)
    return Line("continuations of an unfinished sentence", took, "the promise", 0.005, "s")


def _following() -> Line:
    """Which terminals the grammar would take next, against Lark's own interactive parser."""
    from kognilang.language.following import following
    from kognilang.language.lexer import tokens

    lark = grammar.plain()

    def own() -> None:
        for one in UNFINISHED:
            assert following(tokens(one)), one

    def base() -> None:
        for one in UNFINISHED:
            parser = lark.parse_interactive(one, "value")
            parser.exhaust_lexer()
            assert parser.accepts()  # type: ignore[no-untyped-call]

    ours, theirs = (took / len(UNFINISHED) for took in paired(own, base, 9))
    return Line("terminals that may come next", ours, "Lark's accepts()", theirs, "s")
