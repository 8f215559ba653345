"""Names with their determiners, pronouns, places and keys."""

from __future__ import annotations

from decimal import Decimal

from kognilang.language import wordforms
from kognilang.language.tagging.constants import Constants
from kognilang.language.tagging.vocabulary import (
    PRONOUNS,
    TEMPORAL,
    THE_PRONOUNS,
    VALUE_ENDS,
    breaks,
)
from kognilang.language.terminals import NotParsed, Terminal
from kognilang.language.tree import Expr, Item, Name, Number, Pronoun, Property
from kognilang.language.words import (
    DETERMINERS,
    NUMBER_WORDS,
    ORDINALS,
    PREPOSITIONS,
    is_plural,
    plural,
)


class Names(Constants):
    """Names with their determiners, pronouns, places and keys."""

    __slots__ = ()

    def _bare(self, at: int) -> None:
        """Read words without a determiner: a proper name, or a name that lacks its article."""
        tokens, count = self.tokens, self._count
        if tokens[at].written[:1].isupper() and (at > 0 or not self._starts):
            end = at + 1
            while (
                end < count
                and tokens[end].kind == "word"
                and tokens[end].written[:1].isupper()
                and end not in self.separators
            ):
                end += 1
            name = " ".join(token.written for token in tokens[at:end])
            self._value(Name(name, "proper"), "NAME", end)
            return
        words, end = self._run(at)
        ends = end == self._count or tokens[end].text not in PREPOSITIONS
        if self.out and self.out[-1].type == "FORM_OF" and ends and is_plural(words):
            # The number of orders: after a form's word a plural needs no article.
            self._value(Name(words), "NAME", end)
            return
        if end == at:
            words, end = tokens[at].text, at + 1
        self._add("WORDS", words, end)

    def _determined(self, text: str, at: int) -> None:
        """Read a determiner and its name, or the pronoun that the word is when it stands alone."""
        tokens, count = self.tokens, self._count
        after = at + 1
        if text in ("its", "their"):
            self._value(Pronoun(PRONOUNS[text]), "PRONOUN", after)
            words, end = self._run(after)
            if after < count and tokens[after].kind in ("text", "quoted"):
                self.out.append(Terminal("POSS", None, tokens[at].span))
                self._add("HEADING", tokens[after].text, after + 1)
            elif end > after:
                self.out.append(Terminal("POSS", None, tokens[at].span))
                self._add("WORDS", words, end)
            else:
                raise NotParsed("possessive-of-nothing", tokens[at].span, {})
            return
        if text in ("it", "they", "them", "itself", "themselves"):
            self._value(Pronoun(PRONOUNS[text]), "PRONOUN", after)
            return
        if text == "that" and self._relative(at) and self.out and self.out[-1].type in VALUE_ENDS:
            self._relative_clause(text, at)
            return
        if after < count:
            form = wordforms.lookup(wordforms.START, tokens, after, self.separators)
            if form is not None and text in ("the", "a", "an"):
                self._start(form)
                return
            if self._condition and text in ("each", "every") and self._quantifier(text, at):
                return
            word = tokens[after]
            if word.kind == "quoted":
                self._value(Name(word.text, DETERMINERS[text], True), "NAME", after + 1)
                return
            if text == "the" and self._picked(at, after):
                return
            if text in ("a", "an", "the") and self._one_unit(after, text == "the"):
                return
            if text == "a" and word.text == "dozen":
                self._value(Number(Decimal(12)), "NUMBER", after + 1)
                return
        determiner = DETERMINERS.get(text, "the")
        start = after
        if start < count and text == "the" and tokens[start].text in ("shared", "other"):
            words, end = self._run(start + 1)
            if end > start + 1:
                determiner = "shared" if tokens[start].text == "shared" else "another"
                self._value(Name(words, determiner), "NAME", end)
                return
        words, end = self._run(start)
        if end == start:
            if text in ("this", "that"):
                self._value(Pronoun("it"), "PRONOUN", after)
                return
            raise NotParsed("name-missing", tokens[at].span, {"word": text})
        if text == "the" and words in THE_PRONOUNS:
            self._value(Pronoun(THE_PRONOUNS[words]), "PRONOUN", end)
            return
        if text == "the" and words == "most common":
            raise NotParsed("name-missing", tokens[at].span, {"word": text})
        self._value(Name(words, determiner), "NAME", end)

    def _picked(self, at: int, after: int) -> bool:
        """Read `the first 3 orders`, `the second of the orders`, `the item 4 of`."""
        tokens, count = self.tokens, self._count
        word = tokens[after].text
        if word in ("first", "last") and after + 1 < count:
            number = tokens[after + 1]
            value: Expr | None = None
            if number.kind == "number":
                value = number.value
            elif number.text in NUMBER_WORDS and number.kind == "word" and number.text != "one":
                value = Number(Decimal(NUMBER_WORDS[number.text]), span=number.span)
            end = after + 2
            if number.text == "{":
                value, end = self._braced(after + 1)
            if value is not None:
                if (
                    end + 1 < count
                    and tokens[end].text in ("letters", "characters", "digits")
                    and tokens[end + 1].text == "of"
                ):
                    self._add("PICK", (f"{word} letters of", value), end + 2)
                    return True
                if end < count and tokens[end].text == "of":
                    end += 1
                elif end < count and not breaks(tokens, end):
                    self._add("PICK", (word, value), end)
                    words, stop = self._run(end)
                    if not _several(words):
                        # The last two orders subtract 5: what is picked from ends the name.
                        raise NotParsed("not-understood", tokens[stop - 1].span, {})
                    self._value(Name(plural(words)), "NAME", stop)
                    return True
                if end == count and tokens[end - 1].text != "of":
                    # `the orders except the first 3`: of what stands before.
                    self._add("PICK_SAME", (word, value), end)
                    return True
                self._add("PICK", (word, value), end)
                return True
        if (
            (word in ORDINALS or word == "last")
            and self.out
            and self.out[-1].value == "all except"
            and (after + 1 == count or breaks(tokens, after + 1))
        ):
            # `the orders except the first`: of what stands before.
            place = Number(Decimal(ORDINALS[word])) if ORDINALS.get(word, 1) > 1 else None
            self._add("PICK_SAME", ("item" if place else word, place), after + 1)
            return True
        if (
            word in ("first", "last")
            and after + 2 < count
            and tokens[after + 1].text in ("letter", "character", "digit")
            and tokens[after + 2].text == "of"
        ):
            one = Number(Decimal(1), span=tokens[after].span)
            self._add("PICK", (f"{word} letters of", one), after + 3)
            return True
        if word in ORDINALS and after + 1 < count and tokens[after + 1].text == "of":
            which = (
                ("first", None) if word == "first" else ("item", Number(Decimal(ORDINALS[word])))
            )
            self._add("PICK", which, after + 2)
            return True
        return False

    def _keys(self, at: int) -> None:
        """Read the keys of a sort, a grouping, a join: names of fields of the items."""
        tokens, count = self.tokens, self._count
        keys: list[tuple[Expr, bool | None]] = []
        self.at = at
        end = at
        while True:
            start = end
            while end < count and tokens[end].text in ("the", "its", "their"):
                end += 1
            words, stop = self._run(end)
            if stop == end:
                if end < count and tokens[end].kind in ("quoted", "text"):
                    key: Expr = Property(Item(), tokens[end].text, True, span=tokens[end].span)
                    stop = end + 1
                else:
                    end = start
                    break
            else:
                span = (tokens[start].span[0], tokens[stop - 1].span[1])
                key = Property(Item(), words, span=span)
            end = stop
            while end + 1 < count and tokens[end].text in ("'s", "'"):
                words, stop = self._run(end + 1)
                if stop == end + 1:
                    break
                key = Property(key, words, span=(key.span[0], tokens[stop - 1].span[1]))
                end = stop
            descending: bool | None = None
            order = end + 1 if end < count and tokens[end].text == "," else end
            if order < count:
                form = wordforms.lookup(wordforms.MIDDLE, tokens, order)
                if form is not None and form[1] == "ORDER":
                    descending = bool(form[2])
                    end = form[0]
            keys.append((key, descending))
            # Another key follows after a comma or `and`, if it is a bare word.
            following = end
            while following < count and tokens[following].text in (",", "and", "then", "by"):
                following += 1
            if (
                following == end
                or following >= count
                or tokens[following].kind != "word"
                or breaks(tokens, following)
            ):
                break
            end = following
        if not keys:
            raise NotParsed("key-missing", tokens[min(at, count - 1)].span, {})
        self._add("KEYS", tuple(keys), end)

    def _names_time(self, at: int) -> bool:
        words, _ = self._run(at + 1) if self.tokens[at].text in DETERMINERS else ("", at)
        return words.rpartition(" ")[2] in TEMPORAL


def _several(words: str) -> bool:
    """Tell whether words name several things: none after the plural, no number at the end."""
    *front, last = words.partition(" of ")[0].split(" ")
    if last[-1:].isdigit():
        return False
    return plural(last) == last or not any(is_plural(word) for word in front)
