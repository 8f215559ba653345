"""The catalogue's own examples: the wrong one of each has its problem, the right one has none."""

from __future__ import annotations

import pytest

from kognilang.problems.catalogue import entries, page
from tests.problems.malformed import Case, problems

NO_TEXT = {
    "empty-file": "an empty file cannot be shown",
    "binary-file": "the wrong one is no text",
    "not-utf8": "the wrong one cannot be written in UTF-8",
    "file-not-found": "there is no text",
    "not-a-file": "a folder has no text",
    "unreadable-file": "the text cannot be read",
    "bad-readings": "it is told of a file beside the text",
    "learning-head": "it is told of a learning",
    "learning-without-end": "it is told of a learning",
    "not-a-learning": "it is told of a learning",
    "name-clash": "it takes two files",
    "value-that-writes": "no standard book has such a value",
    "unknown-input": "it is what was typed on the command line, not in the text",
}
"""The problems that no single text can have, with the reason."""
MARKDOWN = {"prose-reads-as-steps", "unclosed-fence"}


def _found(entry, text: str) -> list[tuple[str, str]]:
    case = Case(entry.name, text + "\n", markdown=entry.name in MARKDOWN)
    return [(one.name, one.summary) for one in problems(case)]


@pytest.mark.parametrize("entry", entries().values(), ids=lambda e: e.code)
def test_the_page_shows_what_is_wrong_and_what_is_right(entry):
    if entry.name not in NO_TEXT:
        assert entry.wrong
        assert entry.name in [name for name, _ in _found(entry, entry.wrong)]
    if entry.right:
        assert _found(entry, entry.right) == []
        assert "Understood" in page(entry.code)
    else:
        assert entry.name in NO_TEXT
