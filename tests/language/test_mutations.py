"""No sentence, however damaged, crashes or hangs the reader, and none changes silently."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest

from kognilang.language.printer import print_file
from kognilang.language.reading import read
from kognilang.language.tree import Unread
from kognilang.text.source import Source

CORPUS = Path(__file__).parent / "corpus"
LETTERS = "\"'{}()[]:;,.=+-*/|`$%&#@!?0123é’“”\n\t "


def _texts() -> list[str]:
    steps = (CORPUS / "steps.txt").read_text(encoding="utf-8").splitlines()
    blocks = (CORPUS / "blocks.txt").read_text(encoding="utf-8").strip("\n").split("\n---\n")
    values = (CORPUS / "values.txt").read_text(encoding="utf-8").splitlines()
    conditions = (CORPUS / "conditions.txt").read_text(encoding="utf-8").splitlines()
    return [
        *(line.split("  =>  ")[0] for line in steps),
        *(block.split("\n=>\n")[0] for block in blocks),
        *(f"Set the x to {line.split('  =>  ')[0]}." for line in values),
        *(f"If {line.split('  =>  ')[0]}, stop." for line in conditions),
    ]


TEXTS = _texts()


def mutated(text: str, chance: random.Random) -> str:
    """Return the text with words dropped, doubled or swapped, or letters cut or put in."""
    for _ in range(chance.randint(1, 3)):
        words = re.split(r"(\s+)", text)
        at = chance.randrange(len(words))
        kind = chance.randrange(7)
        if kind == 0:
            del words[at]
        elif kind == 1:
            words.insert(at, words[chance.randrange(len(words))])
        elif kind == 2:
            other = chance.randrange(len(words))
            words[at], words[other] = words[other], words[at]
        text = "".join(words)
        if kind == 3 and text:
            at = chance.randrange(len(text))
            text = text[:at] + text[at + 1 :]
        elif kind == 4 and text:
            text = text[: chance.randrange(len(text))]
        elif kind == 5:
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice(LETTERS) + text[at:]
        elif kind == 6:
            text += " " + chance.choice(TEXTS)
    return text


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_sentence_never_crashes_or_hangs_the_reader(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(500):
        text = mutated(chance.choice(TEXTS), chance)
        started = time.process_time()
        found = read(Source("test.kog", text))
        assert time.process_time() - started < 2, text
        unread = [item for item in found.file.items if isinstance(item, Unread)]
        assert not unread or found.problems, text
        for problem in found.problems:
            assert 0 <= problem.span[0] <= problem.span[1] <= len(text), text
            assert problem.summary


@pytest.mark.parametrize("seed", range(4))
def test_what_a_damaged_sentence_is_taken_for_is_printed_and_read_back(seed: int) -> None:
    chance = random.Random(1000 + seed)
    for _ in range(150):
        text = mutated(chance.choice(TEXTS), chance)
        found = read(Source("test.kog", text))
        if found.problems:
            continue
        printed = print_file(found.file)
        again = read(Source("test.kog", printed))
        assert not again.problems, (text, printed)
        assert again.file.items == found.file.items, (text, printed)


def test_deep_nesting_is_a_problem_and_not_a_crash() -> None:
    deep = "(" * 5000 + "1" + ")" * 5000
    read(Source("test.kog", f"Set the x to {deep}."))
    braces = '"{' * 400 + "the x" + '}"' * 400
    read(Source("test.kog", f"Say {braces}."))


def test_reading_grows_linearly() -> None:
    lines = (
        "Set the discount to 10%.\n"
        'If the invoice\'s total is more than $5,000, tell the controller "x".\n'
        "Pay the first invoice to the supplier.\n"
    )
    read(Source("test.kog", lines))

    def seconds(times: int) -> float:
        started = time.process_time()
        read(Source("test.kog", lines * times))
        return time.process_time() - started

    small = min(seconds(100) for _ in range(3))
    assert seconds(1000) < 25 * small
