"""`the IT team` is a team: IT in capitals after an article speaks of no thing named before."""

from __future__ import annotations

import pytest

from kognilang.language.printer import print_file
from kognilang.language.reading import read
from kognilang.text.source import Source


@pytest.mark.parametrize(
    "text",
    [
        'Tell the IT team "prepare a laptop".',
        "Ask the IT department for the serial number.",
        "The IT budget is $500.",
        "Say the order's IT budget.",
        'Tell the IT "no".',
    ],
)
def test_the_department_is_a_name(text: str) -> None:
    reading = read(Source("", text))
    assert not reading.problems
    printed = print_file(reading.file)
    assert "IT" in printed
    assert read(Source("", printed)).file == reading.file


def test_in_capitals_it_is_the_pronoun_still() -> None:
    text = 'Read the file "a.txt".\nDELETE IT.\n'
    shouted = read(Source("", text)).file.items[1]
    plain = read(Source("", text.replace("DELETE IT", "Delete it"))).file.items[1]
    assert [token.text for token in shouted.tokens] == [token.text for token in plain.tokens]  # type: ignore[attr-defined]
