"""The `Given` lines of an example: what is set, who answers what, what day it is, which files."""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.dataclass import dataclass
from kognilang.language import tree
from kognilang.language.scanning import is_word
from kognilang.language.slots import values_of
from kognilang.language.words import canonical
from kognilang.meaning.examplewords import (
    Tokens,
    not_understood,
    plain_token,
    steps_said,
    without_end,
)
from kognilang.meaning.givenfiles import GivenFile, given_file
from kognilang.problems.problem import Problem
from kognilang.text.source import Source, Span

NOT_GIVEN = "I do not understand what is given here"
LIKE_GIVEN = (
    "Given the total is $12",
    "Given today is 2026-03-31",
    'Given the manager answers "no"',
)
_ANSWERS = ("answers", "answered", "answer", "replies", "replied")
_AGREES = ("approves", "approve", "agrees", "agree", "accepts", "accept")
_REFUSES = ("declines", "decline", "refuses", "refuse", "rejects", "reject", "denies", "deny")
_DOES = ("not", "does", "doesn't", "do", "don't", "always")


@dataclass(slots=True)
class GivenAnswer:
    """What a person answers: `who` is empty for anyone, `about` holds words of the question.
    An answer is used once, or `always`."""

    who: str
    text: str
    about: str = ""
    line: int = 0
    always: bool = False


class GivenLines:
    """Reads the Given lines of one example; `steps` are those that set what is given."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.steps: list[tree.Step] = []
        self.answers: list[GivenAnswer] = []
        self.moment: tree.Expr | None = None
        self.files: list[GivenFile] = []

    def add(self, line: tree.ExampleLine) -> None:
        """Read one line, or note that it is not understood."""
        tokens = without_end(line.tokens)
        if self._file(line, tokens):
            return
        if self._said_when(line, tokens) or self._answered(line, tokens):
            return
        found = steps_said(line, tokens)
        if not found:
            self._not_understood(NOT_GIVEN, line.span, LIKE_GIVEN)
        self.steps += found

    def _file(self, line: tree.ExampleLine, tokens: Tokens) -> bool:
        """Read `the file "order.txt" says "…"` and `there is no file "x"`."""
        found = given_file(line, tokens)
        if isinstance(found, str):
            self._not_understood(
                f"I cannot give this file: {found}",
                line.span,
                [
                    'Given the file "order.txt" says "7 chairs"',
                    'Given there is no file "order.txt"',
                ],
            )
        elif found is not None:
            self.files.append(found)
        return found is not None

    def _said_when(self, line: tree.ExampleLine, tokens: Tokens) -> bool:
        """Read `today is 2026-03-31`, `now is 2026-03-31 at 14:00` and `it is …`."""
        if len(tokens) < 3 or not is_word(tokens[1], "is"):
            return False
        if not is_word(tokens[0], "today", "now", "it"):
            return False
        value = values_of(tuple(tokens[2:]))
        if not isinstance(value, tree.DateLiteral | tree.MomentLiteral):
            if is_word(tokens[0], "it"):
                return False
            self._not_understood(
                "I do not understand which day or moment this is",
                line.span,
                ["Given today is 2026-03-31", "Given now is 2026-03-31 at 14:00"],
            )
            return True
        self.moment = value
        return True

    def _answered(self, line: tree.ExampleLine, tokens: Tokens) -> bool:
        """Read `the finance manager answers "no" to "Shall we?"`."""
        at = next((n for n, t in enumerate(tokens) if n and is_word(t, *_ANSWERS)), -1)
        said = next((n for n, t in enumerate(tokens) if n and is_word(t, "says", "said")), -1)
        if at < 1 and said > 0 and all(t.kind == "word" for t in tokens[:said]):
            # The manager says no. What a file says is something else: its name is a text.
            at = said
        if at < 1 or at + 1 >= len(tokens):
            return self._approved(line, tokens)
        always = is_word(tokens[at - 1], "always")
        who = _person(tokens[: at - 1] if always else tokens[:at])
        if who in ("we", "i"):
            return False
        number = self.source.line_of(line.span[0])
        rest = list(tokens[at + 1 :])
        about = ""
        cut = next(
            (n for n, t in enumerate(rest) if n and is_word(t, "to", "about", "when", "for")), -1
        )
        if cut > 0:
            about, rest = _words(rest[cut + 1 :]), rest[:cut]
        texts = _texts(rest)
        self.answers += [GivenAnswer(who, text, about, number, always) for text in texts]
        return True

    def _approved(self, line: tree.ExampleLine, tokens: Tokens) -> bool:
        """Read `the CFO approves the invoice` and `the CFO does not approve it`."""
        at = next((n for n, t in enumerate(tokens) if n and is_word(t, *_AGREES, *_REFUSES)), -1)
        if at < 1:
            return False
        said = "yes" if is_word(tokens[at], *_AGREES) else "no"
        before = list(tokens[:at])
        always = is_word(before[-1], "always")
        while before and is_word(before[-1], *_DOES):
            if is_word(before[-1], "not", "doesn't", "don't"):
                said = "no"
            before.pop()
        who = _person(before)
        if not who or who in ("we", "i"):
            return False
        number = self.source.line_of(line.span[0])
        self.answers.append(GivenAnswer(who, said, _words(tokens[at + 1 :]), number, always))
        return True

    def _not_understood(self, summary: str, span: Span, like: Sequence[str]) -> None:
        self.problems.append(
            not_understood("given-not-understood", summary, self.source, span, like)
        )


def _person(tokens: Tokens) -> str:
    words = [t for t in tokens if not is_word(t, "the", "our", "my")]
    name = " ".join(t.written or t.text for t in words)
    return "" if canonical(name) in ("someone", "somebody", "anyone", "person asked") else name


def _words(tokens: Tokens) -> str:
    kept = [t for t in tokens if not is_word(t, "asked", "whether", "the", "about", "for")]
    return " ".join(plain_token(t) for t in kept)


def _texts(tokens: Tokens) -> list[str]:
    """Return the answers in `"yes"`, `"yes" and then "no"`, `yes`, `12 March 2026`."""
    quoted = [token for token in tokens if isinstance(token.value, tree.Text)]
    if quoted:
        return [plain_token(token) for token in quoted]
    return [" ".join(plain_token(token) for token in tokens)]
