"""From tokens to the terminals of the grammar: names gathered, forms of several words joined,
commas and conjunctions told apart, so that one token of look-ahead is enough for the parser.
"""

from __future__ import annotations

from decimal import Decimal

from kognilang.language import wordforms
from kognilang.language.tagging.durations import long_duration
from kognilang.language.tagging.joints import Joints
from kognilang.language.tagging.vocabulary import (
    BE,
    COUNTS,
    DO,
    HAVE,
    LITERALS,
    PRONOUNS,
    QUANTIFIERS,
    REFINEMENTS,
    TERMINAL_OF,
    UNITS,
    VALUE_ENDS,
    WHERE_BREAKS,
    breaks,
    is_pattern,
    starts_value,
)
from kognilang.language.terminals import NotParsed, Terminal
from kognilang.language.tree import DurationLiteral, Name, Number, Token
from kognilang.language.words import DETERMINERS, NUMBER_WORDS, PREPOSITIONS, RESERVED, is_plural
from kognilang.values.currencies import CODES


class Tagger(Joints):
    """Walks the tokens of one value or condition once and gives the grammar's terminals."""

    __slots__ = ()

    def run(self) -> list[Terminal]:
        """Return all terminals."""
        tokens, count, separators = self.tokens, self._count, self.separators
        while self.at < count:
            at = self.at
            if at in separators:
                self._add(separators[at], None, at + 1)
                self._filter = ""
                continue
            token = tokens[at]
            kind = token.kind
            if kind == "word":
                self._word(token, at)
            elif kind in LITERALS:
                self._literal(token, at)
            elif kind == "quoted":
                self._value(Name(token.text, "the", True, span=token.span), "NAME", at + 1)
            else:
                self._mark(token, at)
            if self.at <= at:
                # Every turn takes a word, so that reading ends.
                raise NotParsed("not-understood", token.span, {})
        return self.out

    def _literal(self, token: Token, at: int) -> None:
        kind = token.kind
        if token.value is None:
            raise NotParsed("ambiguous-date", token.span, {"written": token.written})
        if kind == "number" and at + 1 < self._count and self.out_is_open():
            after = self.tokens[at + 1]
            if after.kind == "word" and not breaks(self.tokens, at + 1):
                self._counted(token.value.value, at + 1)  # type: ignore[attr-defined]
                return
        if kind == "duration" and at + 1 < self._count and self.tokens[at - 1].text != "are":
            whole, end = long_duration(self.tokens, at)
            if end > at + 1 and not self._two_lengths(end):
                self._value(whole, "DURATION", end)
                return
        self._add(TERMINAL_OF[kind], token.value, at + 1)

    def _two_lengths(self, end: int) -> bool:
        """Tell whether the `and` before a length is that of `between 1 hour and 30 minutes`."""
        if not (self._between and self._between[-1][0] == "and"):
            return False
        tokens = self.tokens
        return not (
            end + 1 < self._count
            and tokens[end].text == "and"
            and tokens[end + 1].kind == "duration"
        )

    def _mark(self, token: Token, at: int) -> None:
        text = token.text
        if text in ("'s", "'"):
            self._possessive(at)
        elif text == ",":
            self._comma(at)
        elif text in ("(", ")"):
            self._parenthesis(text == "(")
            self._add("LPAR" if text == "(" else "RPAR", None, at + 1)
        elif text == "{":
            self._computed_duration(at)
        elif (form := wordforms.lookup(wordforms.MIDDLE, self.tokens, at)) is not None:
            self._spaced(at)
            self._add(form[1], form[2], form[0])
        elif text in (">", "<", ">=", "<=", "=", "!="):
            self._predicate(at)
        else:
            raise NotParsed("unexpected-mark", token.span, {"written": token.written})

    def _computed_duration(self, at: int) -> None:
        """Read `{the grace period} days`: a number of days that a value says."""
        tokens = self.tokens
        amount, end = self._braced(at)
        unit = ""
        if end < self._count and tokens[end].kind == "word":
            unit = tokens[end].text
            if unit in ("business", "working") and end + 1 < self._count:
                end += 1
                unit = f"business {tokens[end].text}"
        unit = unit.removesuffix("s")
        if unit not in UNITS:
            raise NotParsed("unexpected-mark", tokens[at].span, {"written": "{"})
        self._value(DurationLiteral(amount, unit), "DURATION", end + 1)

    def _possessive(self, at: int) -> None:
        if at + 1 >= self._count:
            raise NotParsed("possessive-of-nothing", self.tokens[at].span, {})
        self._add("POSS", None, at + 1)
        after = self.tokens[at + 1]
        if after.kind in ("text", "quoted"):
            heading = after.text
            if after.kind == "quoted":
                # A heading is told by its letters, as in quotes.
                heading = " ".join(after.written[1:-1].split())
            if "{" in heading or "}" in heading:
                # In braces it could not be told from a value that is filled in.
                raise NotParsed("value-not-understood", after.span, {})
            self._add("HEADING", heading, at + 2)
            return
        words, end = self._run(at + 1)
        if end == at + 1:
            if after.kind == "word" and after.text not in RESERVED:
                words, end = after.text, at + 2
            else:
                self._reserved_heading(at)
        self._add("WORDS", words, end)

    def _word(self, token: Token, at: int) -> None:
        text = token.text
        if text in ("and", "or", "nor"):
            self._conjunction(text, at)
            return
        before = self.out[-1].type if self.out else ""
        follows = before in VALUE_ENDS
        if follows and self._after_value(token, at):
            return
        if text in DETERMINERS or text in PRONOUNS:
            self._determined(text, at)
            return
        if self._condition and text in QUANTIFIERS and self._quantifier(text, at):
            return
        if self._condition and text in COUNTS and self._counting(at):
            return
        if text == "all" and not follows and self._all(at):
            return
        form = (
            wordforms.lookup(wordforms.START, self.tokens, at, self.separators)
            if not follows
            else None
        )
        if form is not None:
            self._start(form)
            return
        if (
            text in BE
            or text in HAVE
            or text in DO
            or (text in wordforms.VERBS and wordforms.lookup(wordforms.VERBS, self.tokens, at))
        ):
            self._predicate(at)
            return
        if self._in_predicate_place() and self._predicate_at(at):
            self._predicate(at)
            return
        if self._constant(text, at):
            return
        if not follows:
            middle = wordforms.lookup(wordforms.MIDDLE, self.tokens, at)
            if middle is not None and middle[1] not in ("PLUS", "TIMES") and self._middle(middle):
                return
        if text in ("whose", "where", "which", "who"):
            self._relative_clause(text, at)
            return
        if text == "not":
            if self._condition:
                self._add("NOT", None, at + 1)
                return
        elif text in ("either", "both", "neither") and self._condition:
            self._pairing(text, at)
            return
        elif text == "there" and self._condition:
            self._there(at)
            return
        elif text in PREPOSITIONS or text == "as":
            self._preposition(text, at)
            return
        elif text == "of":
            self._of(at)
            return
        if text in RESERVED and breaks(self.tokens, at):
            self._add("OTHER", text, at + 1)
            return
        if before == "PLUS" and self.out[-1].value == "all except" and self._picked(at, at):
            return
        self._bare(at)

    def _all(self, at: int) -> bool:
        """Read `all orders`, `all of the orders` as the orders."""
        tokens, after = self.tokens, at + 1
        if after + 1 < self._count and tokens[after].text == "of":
            after += 1
        if after < self._count and tokens[after].text in DETERMINERS:
            self.at = after
            return tokens[after].text not in ("a", "an", "each", "every", "another")
        words, end = self._run(after)
        if after > at + 1 or end == after or not is_plural(words):
            return False
        self._value(Name(words), "NAME", end)
        return True

    def _after_value(self, token: Token, at: int) -> bool:
        """Read what may only stand after a value; False where it is something else."""
        text = token.text
        tokens = self.tokens
        form = wordforms.lookup(wordforms.MIDDLE, tokens, at)
        if form is not None:
            return self._middle(form)
        if text == "x" and at + 1 < self._count and starts_value(tokens, at + 1):
            self._add("TIMES", "*", at + 1)
            return True
        if text in WHERE_BREAKS:
            if text == "whose" or self._relative(at):
                self._relative_clause(text, at)
                return True
            return self._decided(at)
        if text in ("after", "before") and self.out[-1].type != "PREP":
            if self._between and self._between[-1][0] == text:
                return False
            self._add("SHIFT", text, at + 1)
            return True
        if text == "at":
            if at + 1 < self._count and (tokens[at + 1].kind == "time" or self._names_time(at + 1)):
                self._add("AT_TIME", None, at + 1)
                return True
            return False
        if text == "as" and at + 1 < self._count and is_pattern(tokens[at + 1]):
            self._add("ENDING_BY", "as", at + 1)
            return True
        if text == "in" and at + 1 < self._count and tokens[at + 1].written in CODES:
            code = tokens[at + 1].written
            self._add("ENDING", ("in currency", code), at + 2)
            return True
        if text == "with" and self._with_property(at):
            return True
        if text == "with" and self._ahead("replaced", at):
            self._add("WITH_TEXT", None, at + 1)
            return True
        if text == "with" and self._ahead("closest", at):
            self._add("WITH_CLOSEST", None, at + 1)
            return True
        if text == "by" and self._ahead_back("JOINED_WITH", "WITH_NO"):
            self._keys(at + 1)
            return True
        if text == "within" and self._ahead_back("WITH_NO"):
            self._add("WITHIN_KEY", None, at + 1)
            return True
        return False

    def _with_property(self, at: int) -> bool:
        """Read `with a total over $25` after a collection, as `that have a total over $25`."""
        tokens = self.tokens
        if at + 2 >= self._count or tokens[at + 1].text not in ("a", "an"):
            return False
        if self.out[-1].type not in ("NAME", "WORDS") or not self._compared_property(at + 2):
            return False
        self._add("THAT", None, at + 1)
        self._filter = "open"
        self._said()
        self._has(at + 1, False)
        return True

    def _middle(self, form: tuple[int, str, object]) -> bool:
        end, terminal, data = form
        if (
            terminal in REFINEMENTS
            and self.out
            and self.out[-1].type != "ENDS"
            and self._operated()
        ):
            raise NotParsed(
                "ending-after-operator",
                (self.tokens[self.at].span[0], self.tokens[end - 1].span[1]),
                {"ending": " ".join(t.text for t in self.tokens[self.at : end])},
            )
        if terminal in ("SORTED_BY", "GROUPED_BY", "DISTINCT_BY", "MATCHING_BY"):
            self._add(terminal, data, end)
            self._keys(end)
            return True
        if terminal == "ROUND_TO":
            self._add(terminal, data, end)
            self._rounding()
            return True
        if terminal in ("EXTREME", "WITH_NO"):
            words, stop = self._run(end)
            if stop == end:
                return False
            self._add(terminal, (data, words), stop)
            return True
        if (
            terminal in ("PLUS", "TIMES")
            and self._filter == "said"
            and self.out[-1].type not in ("TEXT", "DATE", "CONSTANT", "RPAR")
        ):
            # The filter's value or the filtered whole? Only parentheses can say.
            raise NotParsed(
                "arithmetic-after-filter",
                (self.tokens[self.at].span[0], self.tokens[end - 1].span[1]),
                {"operator": self.tokens[self.at].text},
            )
        if terminal == "SORTED" and end < self._count:
            order = wordforms.lookup(wordforms.MIDDLE, self.tokens, end)
            if order is not None and order[1] == "ORDER":
                end, terminal, data = order
        if terminal == "JOINED_WITH" and not self._ahead("by", end):
            terminal = "ENDING_BY"
        self._add(terminal, data, end)
        return True

    def _spaced(self, at: int) -> None:
        """Raise NotParsed for `5-2`: a sign is an operator only between spaces."""
        tokens = self.tokens
        sign = tokens[at]
        if (
            sign.text in ("-", "/")
            and 0 < at < self._count - 1
            and tokens[at - 1].span[1] == sign.span[0]
            and sign.span[1] == tokens[at + 1].span[0]
        ):
            span = (tokens[at - 1].span[0], tokens[at + 1].span[1])
            raise NotParsed("tight-operator", span, {"sign": sign.text})

    def _rounding(self) -> None:
        """Read `2 decimal places` after `rounded to`."""
        tokens, at = self.tokens, self.at
        if at < self._count:
            token = tokens[at]
            if token.kind == "number":
                self._add("NUMBER", token.value, at + 1)
            elif token.text in NUMBER_WORDS:
                self._value(Number(Decimal(NUMBER_WORDS[token.text])), "NUMBER", at + 1)
            elif token.text == "{":
                places, end = self._braced(at)
                self._value(places, "NUMBER", end)
        for words in (("decimal", "decimals"), ("place", "places", "digit", "digits")):
            if self.at < self._count and tokens[self.at].text in words:
                self.at += 1

    def _preposition(self, text: str, at: int) -> None:
        if self._between and self._between[-1][0] == text:
            self._add(self._between.pop()[1], None, at + 1)
            return
        if (
            text == "in"
            and at + 1 < self._count
            and self.tokens[at + 1].kind == "duration"
            and (not self.out or self.out[-1].type not in VALUE_ENDS)
        ):
            self._add("IN_TIME", "in", at + 1)
            return
        self._add("PREP", text, at + 1)

    def _of(self, at: int) -> None:
        if self._between and self._between[-1][0] == "of":
            self._add(self._between.pop()[1], None, at + 1)
            return
        self._add("OF", None, at + 1)
