"""Words that are a value by themselves: `yes`, `today`, `next Friday`, `half`, `an hour`."""

from __future__ import annotations

from decimal import Decimal

from kognilang.language.tagging.filters import Filters
from kognilang.language.tagging.vocabulary import DAYS, UNITS, breaks
from kognilang.language.terminals import NotParsed, Terminal
from kognilang.language.tree import (
    CountLiteral,
    DurationLiteral,
    Expr,
    Form,
    ListValue,
    NewLine,
    Nothing,
    Number,
    PercentLiteral,
    Text,
    YesNo,
)
from kognilang.language.words import DETERMINERS, NUMBER_WORDS, WEEKDAYS

_AFTER_UNIT = ("after", "before", "ago", "and", "or", "in", "between", "earlier", "later")
"""What may follow `a week` where it is a length of time."""


class Constants(Filters):
    """Reads the words that are values, and those that begin a form."""

    __slots__ = ()

    def _start(self, form: tuple[int, str, object]) -> None:
        """Read the words that begin a form (`the sum of`), or a constant of several words."""
        end, terminal, data = form
        if terminal in ("FORM_PAIR",):
            self._between.append(("and", "AND_B"))
        elif terminal == "FORM_FROM":
            self._between.append(("to", "TO_B"))
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
