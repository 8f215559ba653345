"""Filters: `whose total is over $100`, `that are late`, `that need approval`."""

from __future__ import annotations

from kognilang.language import wordforms
from kognilang.language.tagging.counts import Counts
from kognilang.language.tagging.vocabulary import DO, LITERALS, starts_value
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import Bare, Item, Token
from kognilang.language.words import DETERMINERS, PREPOSITIONS, RESERVED, third_person


class Filters(Counts):
    """Reads how a filter begins; its predicate is read as any other."""

    __slots__ = ()

    def _relative_clause(self, text: str, at: int) -> None:
        if text == "whose":
            if self._decided_path(at):
                return
            self._add("WHOSE", None, at + 1)
            self._path()
            return
        if text == "where":
            self._add("WHERE", None, at + 1)
            self._filter = "open"
            return
        self._add("THAT", None, at + 1)
        self._filter = "open"

    def _path(self) -> None:
        """Read the property after `whose` (`whose customer's name`)."""
        self._filter = "open"
        at = self.at
        tokens = self.tokens
        if at < self._count and tokens[at].kind in ("text", "quoted"):
            self._add("HEADING", tokens[at].text, at + 1)
            return
        words, end = self._run(at)
        if end == at:
            raise NotParsed("property-missing", tokens[min(at, self._count - 1)].span, {})
        self._add("WORDS", words, end)

    def _decided(self, at: int) -> bool:
        """Read `that needs approval`, `that need a stamp from "X"` after a collection: a filter
        by a decision, whose words only the definitions can explain."""
        tokens, count = self.tokens, self._count
        start = end = at + 1
        if start < count and tokens[start].text in DO:
            start = end = start + 1
            if end < count and tokens[end].text == "not":
                start = end = end + 1
        while end < count and tokens[end].kind == "word" and tokens[end].text not in RESERVED:
            end += 1
        if end == start or wordforms.lookup(wordforms.MIDDLE, tokens, start) is not None:
            return False
        end = self._decision_goes_on(end)
        item = Token("word", "it", tokens[at].span, "it", Item(span=tokens[at].span))
        self._add("THAT_DECIDED", Bare((item, *tokens[at + 1 : end])), end)
        return True

    def _decision_goes_on(self, end: int) -> int:
        """Return where the values and prepositions end that follow a decision's first words."""
        tokens, count = self.tokens, self._count
        while end < count and end not in self.separators:
            token = tokens[end]
            if token.kind in LITERALS:
                end += 1
            elif (
                token.kind == "word"
                and token.text in PREPOSITIONS
                and end + 1 < count
                and (starts_value(tokens, end + 1) or tokens[end + 1].written[:1].isupper())
                and wordforms.lookup(wordforms.MIDDLE, tokens, end) is None
            ):
                end += 1
                if tokens[end].kind == "word":
                    _, end = self._run(end + (tokens[end].text in DETERMINERS))
                    while end + 1 < count and tokens[end].text in ("'s", "'"):
                        _, end = self._run(end + 1)
            else:
                break
        return end

    def _decided_path(self, at: int) -> bool:
        """Read `whose total needs approval`: a filter by a decision about a property."""
        tokens = self.tokens
        words, end = self._run(at + 1)
        said = words.split()
        if not any(third_person(word) or word in ("need", "require") for word in said[1:]):
            return False
        if end < self._count and tokens[end].text not in (",", ")", "and", "or", ":"):
            return False
        here = tokens[at].span
        item = Token("word", "it", here, "it", Item(span=here))
        owner = Token("mark", "'s", here, "'s")
        self._add("THAT_DECIDED", Bare((item, owner, *tokens[at + 1 : end])), end)
        return True
