"""The lexer that Lark is given: it hands over the terminals that the passes have made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lark.lexer import Lexer

from kognilang.language.terminals import Terminal


class FedLexer(Lexer):
    """Lark's custom lexer; the text that it is given is a list of terminals."""

    __future_interface__ = 2

    def __init__(self, conf: object) -> None:
        pass

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Any]:
        """Return the terminals of a sentence."""
        terminals: list[Terminal] = lexer_state.text
        return iter(terminals)
