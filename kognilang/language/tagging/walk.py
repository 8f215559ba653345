"""The walk over the tokens: what all the passes share."""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.language.tagging.vocabulary import breaks
from kognilang.language.terminals import NotParsed, Terminal
from kognilang.language.tree import Expr, Token
from kognilang.language.words import NUMBER_WORDS


class Walk:
    """The walk over the tokens: what all the passes share."""

    __slots__ = (
        "_between",
        "_condition",
        "_count",
        "_filter",
        "_listing",
        "_outer",
        "_starts",
        "at",
        "out",
        "separators",
        "tokens",
    )

    def __init__(
        self,
        tokens: Sequence[Token],
        *,
        condition: bool = False,
        sentence_start: bool = False,
        separators: dict[int, str] | None = None,
        out: list[Terminal] | None = None,
        start: int = 0,
    ) -> None:
        self.tokens = tokens
        self.at = start
        self.out: list[Terminal] = out if out is not None else []
        self.separators = separators or {}
        self._count = len(tokens)
        self._condition = condition
        self._starts = sentence_start
        # What waits for its second half: the terminals that its preposition will become.
        self._between: list[tuple[str, str]] = []
        # "" outside a filter, "open" after `whose` before its predicate, "said" after it.
        self._filter = ""
        self._listing = False
        # What waits outside the parentheses that are open, the innermost last.
        self._outer: list[tuple[list[tuple[str, str]], str, bool]] = []

    def _parenthesis(self, opens: bool) -> None:
        """Set aside what waits outside a parenthesis, and take it up again where it closes."""
        if opens:
            self._outer.append((self._between, self._filter, self._listing))
            self._between, self._filter, self._listing = [], "", False
        elif self._outer:
            self._between, self._filter, self._listing = self._outer.pop()
        else:
            self._filter = ""

    def _braced(self, at: int) -> tuple[Expr, int]:
        """Read the value in the braces that open at a token: `the first {the count} orders`."""
        tokens, depth, close = self.tokens, 0, at
        for close in range(at, self._count):
            if tokens[close].kind == "mark":
                depth += {"{": 1, "}": -1}.get(tokens[close].text, 0)
                if not depth:
                    break
        if depth or close == at + 1:
            raise NotParsed("unexpected-mark", tokens[at].span, {"written": "{"})
        from kognilang.language.parsing import read_value
        from kognilang.language.templates import named

        return named(read_value(tokens[at + 1 : close], bare=True)), close + 1

    def _add(self, terminal: str, value: object, end: int) -> None:
        tokens = self.tokens
        self.out.append(
            Terminal(terminal, value, (tokens[self.at].span[0], tokens[end - 1].span[1]))
        )
        self.at = end

    def _value(self, value: Expr, terminal: str, end: int) -> None:
        value.span = (self.tokens[self.at].span[0], self.tokens[end - 1].span[1])
        self._add(terminal, value, end)

    def _run(self, at: int) -> tuple[str, int]:
        """Return the words of a name from a token on, and where they end."""
        tokens, count = self.tokens, self._count
        words: list[str] = []
        end = at
        while end < count and end not in self.separators and tokens[end].kind == "word":
            if breaks(tokens, end):
                if (
                    tokens[end].text == "without"
                    and words[-1:] == ["name"]
                    and end + 1 < count
                    and tokens[end + 1].text == "extension"
                ):
                    words += ["without", "extension"]
                    end += 2
                    continue
                if (
                    tokens[end].text == "of"
                    and words
                    and end + 1 < count
                    and tokens[end + 1].kind == "word"
                    and not breaks(tokens, end + 1)
                    and not tokens[end + 1].written[:1].isupper()
                    and tokens[end + 1].text not in NUMBER_WORDS
                    and tokens[end + 1].text != "all"
                    and not (self._between and self._between[-1][0] == "of")
                    and not self._numbered_item(end + 1)
                ):
                    # `of` and a bare word belong to the name: the date of birth.
                    words.append("of")
                    end += 1
                    continue
                break
            words.append(tokens[end].text)
            end += 1
        if words and end < count and self._numbered(end):
            words.append(tokens[end].text)
            end += 1
        return " ".join(words), end

    def _numbered_item(self, at: int) -> bool:
        """Tell whether `item 4 of` stands at a token: no words of a name."""
        tokens = self.tokens
        return (
            tokens[at].text == "item"
            and at + 2 < self._count
            and (
                (tokens[at + 1].kind == "number" and tokens[at + 2].text == "of")
                or tokens[at + 1].text == "{"
            )
        )

    def _numbered(self, at: int) -> bool:
        """Tell whether a number at a token ends the name before it: `the net 1`."""
        token = self.tokens[at]
        if token.kind != "number" or not token.written.isdigit() or at in self.separators:
            return False
        after = at + 1
        return after >= self._count or after in self.separators or breaks(self.tokens, after)

    def _ahead(self, word: str, at: int) -> bool:
        """Tell whether a word follows before the next comma or conjunction."""
        for token in self.tokens[at + 1 :]:
            if token.kind == "word" and token.text == word:
                return True
            if token.text in (",", "and", "or", "with") and token.kind in ("word", "mark"):
                return False
        return False

    def _ahead_back(self, *terminals: str) -> bool:
        """Tell whether one of the terminals was read and no comma or conjunction since."""
        for terminal in reversed(self.out):
            if terminal.type in terminals:
                return True
            if terminal.type in ("CONJ", "LCOMMA"):
                return False
        return False

    def _reserved_heading(self, at: int) -> None:
        """Raise NotParsed for a property that begins with a word the language needs."""
        end = at + 1
        while end < self._count and self.tokens[end].written[:1].isupper():
            end += 1
        if end == at + 1:
            raise NotParsed("possessive-of-nothing", self.tokens[at].span, {})
        part = self.tokens[at + 1 : end]
        raise NotParsed(
            "reserved-word-in-name",
            (part[0].span[0], part[-1].span[1]),
            {"name": " ".join(t.written for t in part), "word": part[0].text},
        )
