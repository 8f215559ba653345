"""Predicates: `is not more than`, `has no`, `does not contain`."""

from __future__ import annotations

from kognilang.language import adjectives, wordforms
from kognilang.language.tagging.clauses import Clauses
from kognilang.language.tagging.vocabulary import BE, DAYS, DO, HAVE, SHARE, starts_value
from kognilang.language.terminals import NotParsed
from kognilang.language.words import NUMBER_WORDS, PREPOSITIONS, RESERVED, WEEKDAYS

_OLD = {
    ">": ("older than", False),
    "<": ("newer than", False),
    ">=": ("newer than", True),
    "<=": ("older than", True),
}
"""What a comparison means before `30 days old`, and whether it is the opposite of that."""


class Predicates(Clauses):
    """Reads the words of a predicate, from its verb to the value that it compares with."""

    __slots__ = ()

    def _said(self) -> None:
        """Note that a predicate was read: a filter's own, if one is open."""
        self._filter = "said" if self._filter == "open" or self._in_filter() else ""

    def _in_filter(self) -> bool:
        return self._filter == "said" and bool(self.out) and self.out[-1].type in ("AND_F", "OR_F")

    def _in_predicate_place(self) -> bool:
        return bool(self.out) and self.out[-1].type in (
            "AND_P",
            "OR_P",
            "AND_F",
            "OR_F",
            "HAS_OF",
        )

    def _predicate(self, at: int) -> None:
        """Read a predicate's words: `is not more than`, `has no`, `does not contain`, `>=`."""
        tokens, count = self.tokens, self._count
        self._said()
        self._listing = False
        text = tokens[at].text
        after = at
        negated = False
        if text == "not":
            negated = True
            after = at + 1
            text = tokens[after].text if after < count else ""
        if text in BE:
            negated ^= BE[text]
            after += 1
            if after < count and tokens[after].text == "not" and tokens[after].kind == "word":
                negated = not negated
                after += 1
            self._after_be(at, after, negated)
            return
        if text in DO:
            negated ^= DO[text]
            after += 1
            if after < count and tokens[after].text == "not":
                negated = not negated
                after += 1
            text = tokens[after].text if after < count else ""
            if text in HAVE:
                self._has(after + 1, negated)
                return
            form = wordforms.lookup(wordforms.VERBS, tokens, after) if after < count else None
            if form is None:
                self._add("OTHER", "does", at + 1)
                return
            self._compare(form, negated)
            return
        if text in HAVE:
            self._has(after + 1, negated ^ HAVE[text])
            return
        form = wordforms.lookup(wordforms.VERBS, tokens, after)
        if form is None or (form[1] == "CMP" and text in (">", "<", ">=", "<=", "=")):
            longer = wordforms.lookup(wordforms.AFTER_IS, tokens, after)
            form = longer or form
        if form is None:
            self._add("OTHER", text, at + 1)
            return
        self._compare(form, negated)

    def _compare(self, form: tuple[int, str, object], negated: bool) -> None:
        end, terminal, data = form
        if terminal == "CMP_NOT":
            terminal, negated = "CMP", not negated
        if terminal == "BETWEEN":
            self._between.append(("and", "AND_B"))
        elif terminal == "WITHIN":
            self._between.append(("of", "OF_B"))
        self._listing = data == "in"
        if (
            terminal == "CMP"
            and data in _OLD
            and end + 1 < self._count
            and self.tokens[end].kind == "duration"
            and self.tokens[end + 1].text == "old"
        ):
            # Is at least 30 days old: not newer than 30 days.
            op, other = _OLD[str(data)]
            self._add("CMP", (op, negated ^ other), end)
            self._add("DURATION", self.tokens[end].value, end + 1)
            self.at = end + 2
            return
        self._add(terminal, (data, negated), end)

    def _after_be(self, start: int, at: int, negated: bool) -> None:
        """Read what follows `is` or `is not`."""
        tokens, count = self.tokens, self._count
        if at >= count:
            raise NotParsed("nothing-after-is", tokens[start].span, {})
        if self._share(start, at, negated):
            return
        token = tokens[at]
        if token.text in ("either", "neither") and token.kind == "word":
            if token.text == "neither":
                self._between.append(("nor", "CONJ"))
            self._add("IS", negated ^ (token.text == "neither"), at + 1)
            return
        if (
            token.text in ("now", "currently", "still", "already")
            and at + 1 < count
            and (token.text != "now" or tokens[at + 1].kind == "word")
        ):
            self._after_be(start, at + 1, negated)
            return
        if token.text == "nothing" and at + 1 < count and tokens[at + 1].text == "yet":
            self._add("IS", negated, at)
            return
        end = adjectives.end_of(tokens, at)
        if end > at:
            words = " ".join(one.text for one in tokens[at:end])
            self._add("IS_WORDS", (words, negated, False), end)
            return
        if self._on_weekday(at, negated):
            return
        form = wordforms.lookup(wordforms.AFTER_IS, tokens, at)
        if form is not None:
            if form[1] == "IS_WORDS" and not self._day_meant(str(form[2]), form[0]):
                self._add("IS_WORDS", (str(form[2]), negated, False), form[0])
                return
            # `is over`, `is on` and their like compare only where a value follows.
            if form[1] != "IS_WORDS" and (
                form[1] not in ("CMP", "WITHIN", "BETWEEN")
                or (form[0] < count and tokens[form[0]].text != ")")
            ):
                self._compare(form, negated)
                return
        if token.text in ("a", "an"):
            words, end = self._run(at + 1)
            if end > at + 1 and (end == count or tokens[end].text in ("and", "or", ",", ")")):
                form = wordforms.lookup(wordforms.START, tokens, at + 1)
                if form is None and words != "dozen":
                    self._add("IS_WORDS", (words, negated, True), end)
                    return
            self._add("IS", negated, at)
            return
        if (
            token.kind == "word"
            and not starts_value(tokens, at)
            and token.text not in RESERVED
            and token.text not in DAYS
            and token.text not in NUMBER_WORDS
            and not (token.text in ("next", "last") or token.text == "item")
            and not token.written[:1].isupper()
            and wordforms.lookup(wordforms.START, tokens, at) is None
        ):
            words, end = self._run(at)
            if end > at:
                self._add("IS_WORDS", (words, negated, False), end)
                return
        if token.kind == "word" and token.text in PREPOSITIONS:
            self._add("OTHER", "is", at)
            return
        self._add("IS", negated, at)

    def _on_weekday(self, at: int, negated: bool) -> bool:
        """Read `is a Sunday`, `is on Monday`: the weekday of what is said to be so."""
        while at < self._count and self.tokens[at].text in ("on", "a"):
            at += 1
        if not (self._condition or self._filter) or at >= self._count:
            return False
        day = self.tokens[at]
        if day.kind != "word" or day.text not in WEEKDAYS:
            return False
        if at + 1 < self._count and self.tokens[at + 1].text not in ("and", "or", ",", ")"):
            return False
        self._add("IS_WORDS", (day.text, negated, False), at + 1)
        return True

    def _day_meant(self, words: str, end: int) -> bool:
        """Tell whether `today` after `is` is the day itself: in a setting, in a list, in a sum."""
        if words != "today":
            return False
        if not self._condition and not self._filter:
            return True
        if end < self._count and self.tokens[end].text == "or":
            return not self._has_predicate(end + 1)
        return end < self._count and self.tokens[end].text in ("plus", "minus", "+", "-")

    def _share(self, start: int, at: int, negated: bool) -> bool:
        """Read `exactly 10% more than`, `at least 2 days later than`."""
        tokens, count = self.tokens, self._count
        how = ""
        if tokens[at].text == "exactly":
            how, at = "exactly", at + 1
        elif tokens[at].text == "at" and at + 1 < count and tokens[at + 1].text == "least":
            how, at = "at least", at + 2
        if at + 2 >= count or tokens[at].kind not in ("percent", "money", "number", "duration"):
            return False
        if tokens[at + 1].text not in SHARE or tokens[at + 2].text != "than":
            return False
        way = "more" if tokens[at + 1].text in ("more", "higher", "greater") else "less"
        if not how:
            raise NotParsed(
                "more-than-by",
                (tokens[start].span[0], tokens[at + 2].span[1]),
                {"amount": tokens[at].written, "way": tokens[at + 1].text},
            )
        op = f"{way} than by" if how == "exactly" else f"at least {way} than by"
        self._add("SHARE", (op, tokens[at].value, negated), at + 3)
        return True

    def _has(self, at: int, negated: bool) -> None:
        tokens, count = self.tokens, self._count
        if at >= count:
            raise NotParsed("nothing-after-is", tokens[at - 1].span, {})
        text = tokens[at].text
        denied = negated
        if text == "no":
            negated, at = not negated, at + 1
        elif text in ("a", "an", "any"):
            at += 1
        else:
            self._add("OTHER", "has", at)
            return
        own = self._compared_property(at)
        if own is not None:
            # Has a total over $25: what is compared is the property.
            words, end, form = own
            self._add("HAS_OF", words, end)
            self._compare(form, negated)
            return
        words, end = self._run(at)
        if end == at:
            raise NotParsed("property-missing", tokens[at - 1].span, {})
        self._add("HAS", (words, negated, denied), end)

    def _compared_property(self, at: int) -> tuple[str, int, tuple[int, str, object]] | None:
        """Return the property of `total over $25`, where its words end, and the comparison."""
        tokens, end = self.tokens, at
        while end < self._count and tokens[end].kind == "word":
            form = wordforms.lookup(wordforms.AFTER_IS, tokens, end) if end > at else None
            if form is not None and form[1] == "CMP" and form[2] in (">", "<", ">=", "<="):
                if form[0] < self._count and starts_value(tokens, form[0]):
                    return " ".join(one.text for one in tokens[at:end]), end, form
                return None
            if tokens[end].text in RESERVED:
                return None
            end += 1
        return None
