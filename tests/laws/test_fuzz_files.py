"""Whole files, damaged: `check`, `explain` and `format` never crash or hang, and a layout is kept.

Every sample and every text of the corpus, after `damaging.damaged`, is decoded from its bytes,
read, understood and explained; every problem is shown and points into the text. A text that can
be read is laid out: format(format(text)) == format(text), and the tree is the same. The long share
is 10,000 files, a third of which can be read after all; two minutes on one core.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from kognilang.language.formatting import formatted
from kognilang.language.reading import read
from kognilang.meaning.books import Library
from kognilang.meaning.understanding import understand
from kognilang.problems.problem import Problem
from kognilang.problems.rendering import render_all, to_json
from kognilang.problems.textfaults import problem_of
from kognilang.settings import Settings
from kognilang.terminal.explaining import sentences as explained
from kognilang.text.reading import decode
from kognilang.text.source import Source
from tests.language.sentences import ROOT, texts
from tests.laws.damaging import damaged

SAMPLES = [
    (path.read_text(encoding="utf-8"), path.suffix == ".md")
    for path in sorted((ROOT / "samples").rglob("*"))
    if path.suffix == ".kog" or (path.suffix == ".md" and path.name != "README.md")
]
RUNBOOKS = [text for text, markdown in SAMPLES if markdown]
FILES = [text for text, markdown in SAMPLES if not markdown]
SHORT = [text for text in texts() if 20 < len(text) < 1500]


@cache
def library() -> Library:
    """Return the standard books."""
    return Library.load(None)


def hold(raw: bytes, markdown: bool, folder: Path) -> bool:
    """Check one file; say whether it could be read."""
    name = "page.md" if markdown else "page.kog"
    begun = time.process_time()
    source, faults = decode(raw, name)
    if faults:
        assert render_all([problem_of(fault, source) for fault in faults])
        return False
    reading = read(source, markdown)
    understood = understand(reading, source, library(), Settings(folder))
    _shown(understood.problems, source)
    explained(understood.explanations, 80)
    if not markdown and not any(not one.warning for one in reading.problems):
        laid_out = formatted(source)
        assert formatted(Source(name, laid_out)) == laid_out
    allowed = 4 + len(source.text) / 2000
    assert time.process_time() - begun < allowed
    return not any(not one.warning for one in reading.problems)


def _shown(problems: list[Problem], source: Source) -> None:
    for width in (80, 30):
        assert "Traceback" not in render_all(problems, width=width)
    for problem in problems:
        assert problem.summary
        assert to_json(problem)["name"]
        if problem.source is source:
            assert 0 <= problem.span[0] <= problem.span[1] <= len(source.text), problem.summary


def run(
    seed: int, count: int, folder: Path, hold: Callable[[bytes, bool, Path], bool] = hold
) -> int:
    """Check so many damaged files; return how many could be read."""
    chance = random.Random(seed)
    taken = 0
    for number in range(count):
        markdown = number % 10 == 0
        whole = number % 10 == 5
        text = chance.choice(RUNBOOKS if markdown else FILES if whole else SHORT)
        made = damaged(text, chance).encode("utf-8", "surrogatepass")
        taken += hold(made, markdown, folder)
    return taken


@pytest.mark.parametrize("seed", range(2))
def test_a_damaged_file_is_read_or_told_of(seed: int, tmp_path: Path) -> None:
    assert run(seed, 150, tmp_path) > 20


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 110))
def test_ten_thousand_damaged_files_are_read_or_told_of(seed: int, tmp_path: Path) -> None:
    assert run(seed, 1000, tmp_path) > 100


@pytest.mark.parametrize(
    "text",
    [
        "- Note: Set the x to nİothing.\n",
        "Set the x to two we\ufeffeks.\nSet the y to no\u200bon.\n",
        "Set the x to 5 mİllion.\nSet the y to 5 mınutes.\n",
        "To work out the fee of an amo–unt:\n    The result is 7.\n",
    ],
)
def test_what_looks_like_a_letter_is_laid_out_as_it_is_read(text: str, tmp_path: Path) -> None:
    assert hold(text.encode(), False, tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "Tell the owner the name of the shop as follows\n",
        "Process each order in the orders as follos:\n    Say 1.\n",
        "Make sure of the following:\n    # - the total is positive\n",
        "Depending on the total:\n    | 5\n",
    ],
)
def test_a_head_without_its_block_is_refused(text: str, tmp_path: Path) -> None:
    assert not hold(text.encode(), False, tmp_path)


def test_a_sentence_without_an_end_is_read_in_time(tmp_path: Path) -> None:
    hold(b"Copy the report to" + b" as prices the report to" * 150, False, tmp_path)
