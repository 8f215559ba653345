"""What is typed is coloured as the parser reads it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kognilang.terminal.repl.highlighting import fragments


def test_names_inside_texts_are_coloured_as_names():
    (line,) = fragments('Say "{the total} is $5".')
    assert line == [
        ("", "Say "),
        ("ansigreen", '"{'),
        ("ansicyan", "the total"),
        ("ansigreen", '} is $5"'),
        ("", "."),
    ]


def test_an_amount_is_coloured_and_a_word_like_one_is_not():
    (line,) = fragments("The limit is $5.")
    assert ("ansimagenta", "$5") in line


@given(st.text(alphabet='Sayif the"{}():$5.\n\t x', max_size=60))
def test_whatever_is_typed_keeps_its_characters(text):
    lines = fragments(text)
    assert "\n".join("".join(words for _, words in line) for line in lines) == text
