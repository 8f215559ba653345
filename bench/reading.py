"""Reading: sentences a second, to the tree and to the plan, against plain Lark on the grammar."""

from __future__ import annotations

import random
from pathlib import Path

from bench.timing import Line, paired
from kognilang.language import grammar
from kognilang.language.reading import read
from kognilang.meaning.books import Library
from kognilang.meaning.understanding import understand
from kognilang.settings import Settings
from kognilang.text.source import Source

SENTENCES = 1000
"""Sentences a round. Each is one that Lark's own lexer can read without our passes."""

NOUNS = ("invoice total", "discount", "net amount", "late fee", "tax rate", "opening balance",
         "credit limit", "shipping cost", "unit price", "order count")  # fmt: skip
SHAPES = (
    ("step", "Set the {a} to {n}."),
    ("step", "Set the {a} to the {b} plus {n}."),
    ("step", "Add {n} to the {a}."),
    ("step", "Subtract the {b} from the {a}."),
    ("step", "Increase the {a} by {n}."),
    ("sentence", "The {a} is {n}."),
    ("sentence", "The {a} is (the {b} plus {n}) times {n}."),
    ("sentence", "The {a} is the {b} minus the {c}."),
    ("step", 'Say "the {a}".'),
)


def sentences(turn: int, count: int = SENTENCES) -> list[tuple[str, str]]:
    """Return so many varied sentences as (start rule, sentence), the same for the same turn."""
    chance = random.Random(turn)
    made = [("sentence", f"The {noun} is {chance.randint(1, 999)}.") for noun in NOUNS]
    while len(made) < count:
        start, shape = chance.choice(SHAPES)
        a, b, c = chance.sample(NOUNS, 3)
        made.append((start, shape.format(a=a, b=b, c=c, n=chance.randint(1, 9999))))
    return made


def measure() -> list[Line]:
    """Return the lines of this part of the report."""
    lark = grammar.plain(positions=True)
    library = Library.load(None)
    settings = Settings(Path())

    # Each round reads sentences that were never read before: nothing is remembered from one to
    # the next.
    turns = iter(range(1_000_000))

    def text() -> str:
        return "\n".join(sentence for _, sentence in sentences(next(turns)))

    def plain() -> None:
        for start, sentence in sentences(next(turns)):
            lark.parse(sentence[:-1], start)

    def to_tree() -> None:
        reading = read(Source("bench.kog", text()))
        assert not reading.problems, reading.problems[0]

    def to_plan() -> None:
        source = Source("bench.kog", text())
        understood = understand(read(source), source, library, settings)
        bad = [problem for problem in understood.problems if not problem.warning]
        assert not bad, bad[0]

    lines = []
    for name, work in (("read to the tree", to_tree), ("read and understood", to_plan)):
        ours, theirs = paired(work, plain)
        lines.append(
            Line(f"sentences {name}", SENTENCES / ours, "plain Lark", SENTENCES / theirs, "/s")
        )
    return lines
