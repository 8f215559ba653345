"""Whole texts, printed and read again: every form that the reference shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.language.printer import print_file
from kognilang.language.reading import read
from kognilang.text.reading import source_of

HERE = Path(__file__).parent
TEXTS = (HERE / "printed.txt").read_text(encoding="utf-8").split("\n---\n")
SAMPLES = sorted((HERE.parent.parent / "samples").rglob("*.kog"))


@pytest.mark.parametrize("text", TEXTS, ids=lambda t: t.split("\n")[0])
def test_a_text_means_the_same_when_printed(text):
    source = source_of(text)
    first = read(source)
    assert [p.name for p in first.problems] == []
    for printed in (print_file(first.file), print_file(first.file, source)):
        second = read(source_of(printed))
        assert [p.name for p in second.problems] == []
        assert second.file == first.file
        assert print_file(second.file) == print_file(first.file)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_a_sample_means_the_same_when_printed(path):
    source = source_of(path.read_text(encoding="utf-8"))
    first = read(source)
    printed = print_file(first.file, source)
    second = read(source_of(printed))
    assert second.file == first.file
    assert not second.problems


def test_names_keep_their_capitals_and_the_writer_his_blank_lines():
    text = 'Set the PO number to 5.\n\nSay the PO number.\nTell the CFO "x".\n'
    source = source_of(text)
    assert print_file(read(source).file, source) == text
    assert "the po number" in print_file(read(source).file)


def test_what_an_example_does_in_one_line_stays_in_it():
    text = (
        "Example: a loop and a choice\n"
        "    Given the numbers are 1 and 2\n"
        '    When for each number, say "x".\n'
        '    When if 1 is 1, say "y".\n'
        "    When for each number:\n"
        '        Say "a".\n'
        '        Say "b".\n'
        '    Then the output is "x"\n'
    )
    first = read(source_of(text))
    assert not first.problems
    printed = print_file(first.file)
    assert read(source_of(printed)).file == first.file
    assert '    When for each number, say "x"\n    And if 1 is 1, say "y"\n' in printed
