"""What is counted: `any of the orders`, `at least 2 of`, `there are no late orders`."""

from __future__ import annotations

from decimal import Decimal

from kognilang.language import wordforms
from kognilang.language.tagging.predicates import Predicates
from kognilang.language.tagging.vocabulary import BE, QUANTIFIERS
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import Name, Number
from kognilang.language.words import DETERMINERS, NUMBER_WORDS, is_plural, plural, singular


class Counts(Predicates):
    """Reads what says how many, and what they are."""

    __slots__ = ()

    def _quantifier(self, text: str, at: int) -> bool:
        """Read `any of`, `every`, `none of`, `at least 2 of` before what they count."""
        tokens, count = self.tokens, self._count
        if self.out and self.out[-1].type not in ("AND_C", "OR_C", "NOT", "EITHER", "LPAR"):
            return False
        after = at + 1
        if after >= count:
            return False
        if tokens[after].text == "of":
            if [t.text for t in tokens[after + 1 : after + 3]] == ["the", "following"]:
                raise NotParsed("condition-list-missing", tokens[at].span, {})
            self._add("QUANT_OF", (QUANTIFIERS[text], None), after + 1)
            return True
        if text != "all" and [t.text for t in tokens[after : after + 2]] == ["one", "of"]:
            # Every one of, any one of.
            self._add("QUANT_OF", (QUANTIFIERS[text], None), after + 2)
            return True
        if text == "all" and tokens[after].text in DETERMINERS:
            self._add("QUANT_OF", ("every", None), after)
            return True
        words, end = self._run(after)
        if end == after or text == "none" or any(word in DETERMINERS for word in words.split()):
            return False
        self._add("QUANT", (QUANTIFIERS[text], None), after)
        self._value(Name(plural(singular(words))), "NAME", end)
        return True

    def _counting(self, at: int) -> bool:
        """Read `at least 2 of`, `exactly one of` before what they count."""
        tokens, count = self.tokens, self._count
        if self.out and self.out[-1].type not in ("AND_C", "OR_C", "NOT", "EITHER", "LPAR"):
            return False
        how, number, off = "exactly", at + 1, 0
        if tokens[at].text == "at":
            if at + 1 >= count or tokens[at + 1].text not in ("least", "most"):
                return False
            how, number = f"at {tokens[at + 1].text}", at + 2
        elif tokens[at].text in ("more", "fewer", "less"):
            if at + 1 >= count or tokens[at + 1].text != "than":
                return False
            more = tokens[at].text == "more"
            how, number, off = "at least" if more else "at most", at + 2, 1 if more else -1
        if number + 1 >= count:
            return False
        token = tokens[number]
        if token.kind == "number" and isinstance(token.value, Number):
            value = Number(token.value.value + off, span=token.span)
        elif token.kind == "word" and token.text in NUMBER_WORDS:
            value = Number(Decimal(NUMBER_WORDS[token.text] + off), span=token.span)
        else:
            return False
        if tokens[number + 1].text == "of":
            self._add("QUANT_OF", (how, value), number + 2)
            return True
        words, end = self._run(number + 1)
        if end == number + 1:
            return False
        self._add("QUANT", (how, value), number + 1)
        self._value(Name(plural(singular(words))), "NAME", end)
        return True

    def _there(self, at: int) -> None:
        """Read `there is a`, `there are no`."""
        tokens, count = self.tokens, self._count
        after = at + 1
        # `there's an order that …`
        short = after < count and tokens[after].text == "'s"
        if not short and (after >= count or tokens[after].text not in BE):
            self._add("OTHER", "there", after)
            return
        negated = not short and BE[tokens[after].text]
        after += 1
        if after < count and tokens[after].text == "not":
            negated, after = not negated, after + 1
        if after < count and tokens[after].text == "no":
            negated, after = not negated, after + 1
        elif after < count and tokens[after].text in ("a", "an", "any", "some"):
            after += 1
        elif self._there_are(at, after, negated):
            return
        else:
            words, end = self._run(after)
            self._add("THERE_IS", negated, after)
            if end > after and is_plural(words):
                # `there are orders`: some of them.
                self._value(Name(words), "NAME", end)
            return
        self._add("THERE_IS", negated, after)
        if self._file_there(after):
            return
        words, end = self._run(after)
        if end == after:
            raise NotParsed("name-missing", tokens[at].span, {"word": "there is"})
        self._value(Name(plural(words)), "NAME", end)

    def _there_are(self, start: int, at: int, negated: bool) -> bool:
        """Read `there are at least 2 late orders`, `there is more than one order`."""
        tokens, count = self.tokens, self._count
        op = "="
        form = wordforms.lookup(wordforms.AFTER_IS, tokens, at) if at < count else None
        if form is not None and form[1] == "CMP" and form[2] in (">", ">=", "<", "<=", "exactly"):
            op, at = "=" if form[2] == "exactly" else str(form[2]), form[0]
        if at + 1 >= count:
            return False
        token = tokens[at]
        if token.kind == "number":
            value = token.value
        elif token.kind == "word" and token.text in NUMBER_WORDS:
            value = Number(Decimal(NUMBER_WORDS[token.text]), span=token.span)
        else:
            return False
        words, end = self._run(at + 1)
        if end == at + 1:
            return False
        self.at = start
        self._add("THERE_ARE", (op, value, negated), at + 1)
        self._value(Name(plural(words)), "NAME", end)
        return True

    def _file_there(self, at: int) -> bool:
        """Read what follows `there is a` in `there is a file called "x.csv"`: the file "x.csv"."""
        tokens, named = self.tokens, at + 1
        if named >= self._count or tokens[at].text not in ("file", "folder"):
            return False
        called = tokens[named].text in ("called", "named")
        named += called
        if named >= self._count or tokens[named].kind != "text":
            return False
        self._value(Name(tokens[at].text), "NAME", at + 1)
        self.at += called
        return True
