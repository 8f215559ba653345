"""Names with their determiners, pronouns, filters, places and keys."""

from __future__ import annotations

from decimal import Decimal

from kognilang.language import wordforms
from kognilang.language.tagging.predicates import Predicates
from kognilang.language.tagging.vocabulary import (
    DAYS,
    DO,
    LITERALS,
    PRONOUNS,
    TEMPORAL,
    THE_PRONOUNS,
    UNITS,
    VALUE_ENDS,
    breaks,
    starts_value,
)
from kognilang.language.terminals import NotParsed, Terminal
from kognilang.language.tree import (
    Bare,
    CountLiteral,
    DurationLiteral,
    Expr,
    Form,
    Item,
    ListValue,
    Name,
    NewLine,
    Nothing,
    Number,
    PercentLiteral,
    Pronoun,
    Property,
    Text,
    Token,
    YesNo,
)
from kognilang.language.words import (
    DETERMINERS,
    NUMBER_WORDS,
    ORDINALS,
    PREPOSITIONS,
    RESERVED,
    WEEKDAYS,
    is_plural,
    plural,
    third_person,
)

_AFTER_UNIT = ("after", "before", "ago", "and", "or", "in", "between", "earlier", "later")
"""What may follow `a week` where it is a length of time."""


class Names(Predicates):
    """Names with their determiners, pronouns, filters, places and keys."""

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
            if text in ("next", "last"):
                pass
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

    def _one_unit(self, at: int, the: bool) -> bool:
        """Read `an hour`, `a week after today` and `the day after tomorrow` as one of it."""
        tokens, unit = self.tokens, self.tokens[at].text
        if unit not in UNITS or tokens[at].kind != "word":
            return False
        after = tokens[at + 1] if at + 1 < self._count else None
        goes_on = after is None or after.kind == "mark" or after.text in _AFTER_UNIT
        if after is not None and after.text == "of":
            goes_on = bool(self.out) and self.out[-1].type == "WITHIN"
        if the and (after is None or after.text not in ("after", "before")):
            return False
        if not goes_on or (after is not None and after.text in ("'s", "'")):
            return False
        self._value(DurationLiteral(Number(Decimal(1)), unit), "DURATION", at + 1)
        return True

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

    def _start(self, form: tuple[int, str, object]) -> None:
        end, terminal, data = form
        if terminal in ("FORM_PAIR",):
            self._between.append(("and", "AND_B"))
        elif terminal == "FORM_FROM":
            self._between.append(("to", "TO_B"))
        elif terminal == "REMAINDER_OF":
            pass
        elif terminal == "TEXT_AT":
            self._between.append(("in", "IN_B"))
        elif terminal == "TEXT_BETWEEN":
            self._between.append(("in", "IN_B"))
            self._between.append(("and", "AND_B"))
        elif terminal == "PICK_OF":
            terminal = "PICK"
        elif terminal == "CONSTANT":
            value: Expr
            if data == "new line":
                value = NewLine()
            elif data == "double quote":
                value = Text(('"',))
            else:
                value = Form(str(data), ())
            self._value(value, "CONSTANT", end)
            return
        self._add(terminal, data, end)

    def _constant(self, text: str, at: int) -> bool:
        """Read a word that is a value by itself."""
        tokens = self.tokens
        if text in ("yes", "true", "no", "false"):
            self._value(YesNo(text in ("yes", "true")), "CONSTANT", at + 1)
            return True
        if text == "nothing":
            if at + 1 < self._count and tokens[at + 1].text == "yet":
                self._value(ListValue(()), "CONSTANT", at + 2)
            else:
                self._value(Nothing(), "CONSTANT", at + 1)
            return True
        if text in DAYS:
            self._value(Form(DAYS[text], ()), "CONSTANT", at + 1)
            return True
        after = at + 1
        if text in ("next", "last") and after < self._count and tokens[after].text in WEEKDAYS:
            day = Text((tokens[after].text.capitalize(),))
            self._value(Form(f"{text} weekday", (day,)), "CONSTANT", at + 2)
            return True
        if text in NUMBER_WORDS:
            number = Decimal(NUMBER_WORDS[text])
            if (
                after < self._count
                and tokens[after].kind == "word"
                and not breaks(tokens, after)
                and self.out_is_open()
            ):
                self._counted(number, at + 1)
            else:
                self._value(Number(number), "NUMBER", after)
            return True
        if text == "item" and after + 1 < self._count:
            place, end = tokens[after].value, after + 1
            if tokens[after].text == "{":
                place, end = self._braced(after)
            elif tokens[after].kind != "number":
                place = None
            if place is not None and end < self._count and tokens[end].text == "of":
                self._add("PICK", ("item", place), end + 1)
                return True
        if text == "half" and after < self._count:
            if tokens[after].text == "of" or tokens[after].text in DETERMINERS:
                self._value(PercentLiteral(Decimal(50)), "PERCENT", after)
                if tokens[after].text != "of":
                    self.out.append(Terminal("OF", None, tokens[at].span))
                return True
            return False
        return False

    def out_is_open(self) -> bool:
        """Tell whether a value may begin here (so that a number may count a noun)."""
        return not (self.out and self.out[-1].type in ("ROUND_TO", "ITEM"))

    def _counted(self, value: Decimal, at: int) -> None:
        words, end = self._run(at)
        if words in ("percent", "per cent"):
            self._value(PercentLiteral(value), "PERCENT", end)
            return
        if words.split(" ", 1)[0] in ("million", "billion"):
            # `1.2 million million`: the second would be read as part of the number.
            raise NotParsed("not-understood", self.tokens[at].span, {})
        self._value(CountLiteral(value, words), "COUNT", end)

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
