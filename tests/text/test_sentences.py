"""Sentences: where they end, and the way back to the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kognilang.text.outline import outline
from kognilang.text.reading import source_of
from kognilang.text.sentences import split
from tests.growth import assert_grows


def sentences(text: str) -> list[str]:
    source = source_of(text)
    entries, _ = outline(source)
    return [s.text for e in entries for s in split(source, e.lines)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pay it.", ["Pay it"]),
        ("Pay it", ["Pay it"]),
        ("Pay it. Say it.", ["Pay it", "Say it"]),
        ("If the a is 1.5, stop. Otherwise, go.", ["If the a is 1.5, stop", "Otherwise, go"]),
        ('Say "One. Two." Pay it.', ['Say "One. Two."', "Pay it"]),
        ('Say "One. Two.".', ['Say "One. Two."']),
        ('Say "{the a. B}".', ['Say "{the a. B}"']),
        ("Pay Mr. Smith. Say it.", ["Pay Mr. Smith", "Say it"]),
        ("Set the a to (b. C) d.", ["Set the a to (b. C) d"]),
        ("Read a.csv and b.csv.", ["Read a.csv and b.csv"]),
        ("Do it. then that.", ["Do it. then that"]),
        ("If a: Do b. Do c.", ["If a: Do b", "Do c"]),
        ("a,\n   b. C.", ["a, b", "C"]),
        ("...", [".."]),
        (".", []),
    ],
)
def test_where_sentences_end(text, expected):
    assert sentences(text) == expected


def test_spans_lead_back_over_lines():
    text = "  A line has an item,\n      a price and\n   more, such."
    source = source_of(text)
    [entry], _ = outline(source)
    [sentence] = split(source, [*entry.lines, (len(text) - 11, len(text))])
    at = sentence.text.index("a price")
    start, end = sentence.place(at, at + 7)
    assert text[start:end] == "a price"
    at = sentence.text.index("such")
    start, end = sentence.place(at, at + 4)
    assert text[start:end] == "such"
    assert sentence.place() == (2, len(text) - 1)


def test_a_very_long_line_is_linear():
    def cut(count):
        source = source_of("Say it. " * count)
        assert len(split(source, [(0, len(source.text.rstrip()))])) == count

    assert_grows(lambda: cut(6_000), lambda: cut(60_000), most=30)


@given(st.text(alphabet='aB".{}() \n“1', max_size=120))
def test_every_character_can_be_traced(text):
    source = source_of(text)
    for entry in outline(source)[0]:
        for sentence in split(source, entry.lines):
            for offset, character in enumerate(sentence.text):
                back = source.text[sentence.at(offset)]
                assert back == character or (character == " " and back == "\n")
            assert sentence.text == sentence.text.strip()
