"""The first words of sentences, and the forms that read what they begin."""

from __future__ import annotations

from collections.abc import Callable

from kognilang.language.scanning import Tokens
from kognilang.language.steps.protocol import Block
from kognilang.language.tree import Body

Reader = Callable[[Tokens, Block | None], Body | None]

VERBS: dict[str, Reader] = {}
"""The form that each first word may begin; it gives None for a sentence that is no form."""

HEADS = frozenset(
    ["if", "unless", "for", "process", "while", "until", "repeat", "otherwise", "else", "depending"]
)
"""The first words of heads: what follows them may stand below."""


def verb(*words: str) -> Callable[[Reader], Reader]:
    """Mark a function as the reader of the sentences that begin with the words."""

    def mark(reader: Reader) -> Reader:
        for word in words:
            VERBS[word] = reader
        return reader

    return mark
