"""Sentences and their trees: every line of `corpus/` is a test, so a new one costs a line.

`values.txt`, `conditions.txt` and `steps.txt` hold `sentence  =>  tree`, the tree in the short
form of `compact.py`. `blocks.txt` holds texts of several lines, `=>`, and a tree for each of
their items; the texts are divided by `---`. `variants.txt` holds groups of sentences that
mean the same, divided by blank lines; the first of each is the canonical one.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.language.conditions import read_condition
from kognilang.language.lexer import tokens
from kognilang.language.parsing import read_value
from kognilang.language.printer import print_file
from kognilang.language.reading import read
from kognilang.text.source import Source
from tests.language.compact import compact

CORPUS = Path(__file__).parent / "corpus"


def _pairs(name: str) -> list[tuple[str, str]]:
    lines = (CORPUS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("  =>  ") for line in lines if line.strip()]
    return [(sentence, tree) for sentence, tree in pairs]


def _blocks() -> list[tuple[str, str]]:
    text = (CORPUS / "blocks.txt").read_text(encoding="utf-8").strip("\n")
    pairs = [part.split("\n=>\n") for part in text.split("\n---\n")]
    return [(written, trees) for written, trees in pairs]


def _groups() -> list[list[str]]:
    text = (CORPUS / "variants.txt").read_text(encoding="utf-8").strip("\n")
    return [group.replace("\n  ", "\n\t").split("\n") for group in text.split("\n\n")]


def whole(text: str) -> list[str]:
    """Return the trees of a text, and the names of its problems."""
    found = read(Source("test.kog", text))
    return [compact(item) for item in found.file.items] + [f"!! {p.name}" for p in found.problems]


@pytest.mark.parametrize(("sentence", "tree"), _pairs("values"))
def test_values(sentence: str, tree: str) -> None:
    assert compact(read_value(tokens(sentence))) == tree


@pytest.mark.parametrize(("sentence", "tree"), _pairs("conditions"))
def test_conditions(sentence: str, tree: str) -> None:
    assert compact(read_condition(tokens(sentence))) == tree


@pytest.mark.parametrize(("sentence", "tree"), _pairs("steps"))
def test_steps(sentence: str, tree: str) -> None:
    assert " | ".join(whole(sentence)) == tree


@pytest.mark.parametrize(("text", "trees"), _blocks())
def test_blocks(text: str, trees: str) -> None:
    assert "\n".join(whole(text)) == trees


@pytest.mark.parametrize("group", _groups(), ids=lambda group: group[0])
def test_variants_mean_the_same(group: list[str]) -> None:
    canonical, *others = (line.replace("\\n", "\n").replace("\t", "    ") for line in group)
    first = read(Source("test.kog", canonical))
    assert not first.problems
    for other in others:
        found = read(Source("test.kog", other))
        assert not found.problems, other
        assert found.file.items == first.file.items, other


@pytest.mark.parametrize("group", _groups(), ids=lambda group: group[0])
def test_the_first_of_the_variants_is_what_is_printed(group: list[str]) -> None:
    canonical = group[0].replace("\\n", "\n").replace("\t", "    ")
    assert print_file(read(Source("test.kog", canonical)).file).strip() == canonical


@pytest.mark.parametrize(
    "text",
    [sentence for sentence, tree in _pairs("steps") if "!!" not in tree]
    + [text for text, trees in _blocks() if "!!" not in trees],
)
def test_what_is_printed_is_read_back(text: str) -> None:
    first = read(Source("test.kog", text)).file
    again = read(Source("test.kog", print_file(first)))
    assert not again.problems
    assert again.file.items == first.items
