"""From tokens to the terminals of the grammar: names gathered, forms of several words joined,
commas and conjunctions told apart, so that one token of look-ahead is enough for the parser.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kognilang.language import wordforms
from kognilang.language.terminals import NotParsed, Terminal
from kognilang.language.tree import (
    CountLiteral,
    Expr,
    Form,
    Item,
    Name,
    NewLine,
    Nothing,
    Number,
    Pick,
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
    plural,
)

_LITERALS = frozenset(
    {"text", "number", "money", "percent", "date", "time", "moment", "duration"}
)
_TERMINAL_OF = {
    "text": "TEXT",
    "number": "NUMBER",
    "money": "MONEY",
    "percent": "PERCENT",
    "date": "DATE",
    "time": "TIME",
    "moment": "MOMENT",
    "duration": "DURATION",
}
_BE = {
    "is": False,
    "are": False,
    "was": False,
    "were": False,
    "be": False,
    "isn't": True,
    "aren't": True,
    "wasn't": True,
    "weren't": True,
}
_HAVE = {"has": False, "have": False, "had": False, "hasn't": True, "haven't": True, "hadn't": True}
_DO = {"does": False, "do": False, "did": False, "doesn't": True, "don't": True, "didn't": True}
_PRONOUNS = {
    "it": "it",
    "itself": "it",
    "themselves": "they",
    "its": "it",
    "they": "they",
    "them": "they",
    "their": "they",
    "this": "it",
    "that": "it",
}
_DAYS = {"today": "today", "now": "now", "tomorrow": "tomorrow", "yesterday": "yesterday"}
_THE_PRONOUNS = {"result": "the result", "above": "the result", "answer": "the answer"}
_SHARE = frozenset({"more", "less", "higher", "lower", "fewer", "greater"})
_QUANTIFIERS = {
    "any": "any",
    "every": "every",
    "each": "every",
    "all": "every",
    "no": "no",
    "none": "no",
}
_OR_MORE = {
    "more": ">=",
    "greater": ">=",
    "higher": ">=",
    "over": ">=",
    "above": ">=",
    "less": "<=",
    "fewer": "<=",
    "lower": "<=",
    "under": "<=",
    "below": "<=",
    "later": "on or after",
    "after": "on or after",
    "earlier": "on or before",
    "before": "on or before",
}
_WHERE_BREAKS = frozenset({"whose", "where", "that", "which", "who"})
_TEMPORAL = frozenset({"time", "hour", "noon", "midnight"})


def breaks(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name that stands before the token ends there."""
    token = tokens[at]
    if token.kind != "word":
        return True
    text = token.text
    if text in RESERVED or text in DETERMINERS:
        return text != "that" or True
    if text in wordforms.MIDDLE and wordforms.lookup(wordforms.MIDDLE, tokens, at):
        return True
    if text == "x":
        return at + 1 < len(tokens) and starts_value(tokens, at + 1)
    return False


def starts_value(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token can only be the beginning of a value (a literal or a determiner)."""
    token = tokens[at]
    return (
        token.kind in _LITERALS
        or token.kind == "quoted"
        or token.text in DETERMINERS
        or token.text in ("(", "its", "their", "it")
    )


class Tagger:
    """Walks the tokens of one value or condition once and gives the grammar's terminals."""

    __slots__ = (
        "_between",
        "_condition",
        "_count",
        "_filter",
        "_listing",
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

    # -- the walk ---------------------------------------------------------------------

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
            elif kind in _LITERALS:
                self._literal(token, at)
            elif kind == "quoted":
                self._value(Name(token.text, "the", True, span=token.span), "NAME", at + 1)
            else:
                self._mark(token, at)
        return self.out

    def _add(self, terminal: str, value: object, end: int) -> None:
        tokens = self.tokens
        self.out.append(
            Terminal(terminal, value, (tokens[self.at].span[0], tokens[end - 1].span[1]))
        )
        self.at = end

    def _value(self, value: Expr, terminal: str, end: int) -> None:
        value.span = (self.tokens[self.at].span[0], self.tokens[end - 1].span[1])
        self._add(terminal, value, end)

    def _literal(self, token: Token, at: int) -> None:
        kind = token.kind
        if token.value is None:
            raise NotParsed("ambiguous-date", token.span, {"written": token.written})
        if kind == "number" and at + 1 < self._count and self.out_is_open():
            after = self.tokens[at + 1]
            if after.kind == "word" and not breaks(self.tokens, at + 1):
                self._counted(token.value.value, at + 1)  # type: ignore[attr-defined]
                return
        self._add(_TERMINAL_OF[kind], token.value, at + 1)

    def out_is_open(self) -> bool:
        """Tell whether a value may begin here (so that a number may count a noun)."""
        return not (self.out and self.out[-1].type in ("ROUND_TO", "ITEM"))

    def _counted(self, value: Decimal, at: int) -> None:
        words, end = self._run(at)
        self._value(CountLiteral(value, words), "COUNT", end)

    def _mark(self, token: Token, at: int) -> None:
        text = token.text
        if text in ("'s", "'"):
            self._possessive(at)
        elif text == ",":
            self._comma(at)
        elif text in ("(", ")"):
            self._filter = ""
            self._add("LPAR" if text == "(" else "RPAR", None, at + 1)
        elif (form := wordforms.lookup(wordforms.MIDDLE, self.tokens, at)) is not None:
            self._add(form[1], form[2], form[0])
        elif text in (">", "<", ">=", "<=", "=", "!="):
            self._predicate(at)
        else:
            raise NotParsed("unexpected-mark", token.span, {"written": token.written})

    def _possessive(self, at: int) -> None:
        if at + 1 >= self._count:
            raise NotParsed("possessive-of-nothing", self.tokens[at].span, {})
        self._add("POSS", None, at + 1)
        after = self.tokens[at + 1]
        if after.kind in ("text", "quoted"):
            self._add("HEADING", after.text, at + 2)
            return
        words, end = self._run(at + 1)
        if end == at + 1:
            if after.kind == "word" and after.text not in RESERVED:
                words, end = after.text, at + 2
            else:
                self._reserved_heading(at)
        self._add("WORDS", words, end)

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

    def _run(self, at: int) -> tuple[str, int]:
        """Return the words of a name from a token on, and where they end."""
        tokens, count = self.tokens, self._count
        words: list[str] = []
        end = at
        while end < count and end not in self.separators and tokens[end].kind == "word":
            if breaks(tokens, end):
                if (
                    tokens[end].text == "of"
                    and words
                    and end + 1 < count
                    and tokens[end + 1].kind == "word"
                    and not breaks(tokens, end + 1)
                    and not tokens[end + 1].written[:1].isupper()
                    and tokens[end + 1].text not in NUMBER_WORDS
                    and not self._between
                ):
                    # `of` and a bare word belong to the name: the date of birth.
                    words.append("of")
                    end += 1
                    continue
                break
            words.append(tokens[end].text)
            end += 1
        return " ".join(words), end

    # -- commas and conjunctions ------------------------------------------------------

    def _comma(self, at: int) -> None:
        after = at + 1
        if after >= self._count:
            raise NotParsed("dangling-comma", self.tokens[at].span, {})
        text = self.tokens[after].text
        if text in ("and", "or", "nor") and self.tokens[after].kind == "word":
            self.at = after
            return
        form = (
            wordforms.lookup(wordforms.MIDDLE, self.tokens, after)
            if self.tokens[after].kind == "word"
            else None
        )
        if form is not None and form[1] in (
            "ENDING",
            "ROUND_TO",
            "SORTED_BY",
            "GROUPED_BY",
            "DISTINCT",
            "DISTINCT_BY",
            "SORTED",
            "ORDER",
            "ENDING_BY",
        ):
            if form[1] == "ORDER" and self.out and self.out[-1].type == "KEYS":
                self.at = after
                return
            if form[1] in ("ENDING", "ROUND_TO", "ENDING_BY") or self._operated():
                self._add("ENDS", None, after)
                return
            self.at = after
            return
        if self._filter == "said" and (self._listing or self._next_joint(after) == "or"):
            self._add("COMMA_F", None, after)
            return
        self._add("LCOMMA", None, after)

    def _operated(self) -> bool:
        """Tell whether an operator stands before, so that an ending needs its comma."""
        for terminal in reversed(self.out):
            if terminal.type in ("PLUS", "TIMES"):
                return True
            if terminal.type in _CLAUSE_STARTS:
                return False
        return False

    def _next_joint(self, at: int) -> str:
        """Return the next conjunction at the depth of a token, or nothing."""
        depth = 0
        for token in self.tokens[at:]:
            if token.text == "(":
                depth += 1
            elif token.text == ")":
                depth -= 1
            elif depth == 0 and token.kind == "word" and token.text in ("and", "or"):
                return token.text
        return ""

    def _conjunction(self, word: str, at: int) -> None:
        tokens = self.tokens
        if self._between and self._between[-1][0] == word:
            self._add(self._between.pop()[1], "or", at + 1)
            return
        joint = "and" if word in ("and", "nor") else "or"
        upper = joint.upper()
        after = at + 1
        if after >= self._count:
            raise NotParsed("dangling-conjunction", tokens[at].span, {"word": word})
        if tokens[after].text == "whose":
            self._add(f"{upper}_F", joint, after)
            self._relative_clause("whose", after)
            return
        if joint == "or" and self._or_more(after):
            return
        ending = wordforms.lookup(wordforms.MIDDLE, tokens, after)
        if ending is not None and ending[1] == "ENDING":
            # Endings stack: trimmed and in lower case.
            self.at = after
            return
        if self._condition or self._filter:
            what = self._predicate_at(after)
            if what:
                self._add(f"{upper}_F" if self._filter == "said" else f"{upper}_P", joint, after)
                return
        if self._filter == "said" and self._has_predicate(after):
            raise NotParsed(
                "clause-in-filter",
                (tokens[at].span[0], tokens[-1].span[1]),
                {"joint": word, "from": str(tokens[after].span[0])},
            )
        if self._condition and (self._has_predicate(after) or self._bare_clause(joint, after)):
            self._filter = ""
            self._add(f"{upper}_C", joint, after)
            return
        if self._filter == "said" and (joint == "or" or self._listing):
            self._add("OR_FV", joint, after)
            return
        self._filter = ""
        before = tokens[at - 1]
        if before.kind == "number" and "," in before.written and tokens[after].kind == "number":
            if "," not in tokens[after].written:
                span = (before.span[0], tokens[after].span[1])
                raise NotParsed("tight-comma", span, {"written": before.written})
        self._add("CONJ", joint, after)

    def _or_more(self, at: int) -> bool:
        """Read `or more` after a value: the comparison before it is with the value included."""
        if self.tokens[at].kind != "word":
            return False
        text = self.tokens[at].text
        if at + 1 < self._count and not breaks(self.tokens, at + 1):
            return False
        op = _OR_MORE.get(text)
        if op is None or (at + 1 < self._count and self.tokens[at + 1].text == "than"):
            return False
        for terminal in reversed(self.out):
            if terminal.type == "IS":
                terminal.type, terminal.value = "CMP", (op, terminal.value)
                self.at = at + 1
                return True
            if terminal.type == "CMP":
                return False
        return False

    def _bare_clause(self, joint: str, at: int) -> bool:
        """Tell whether `and the invoice needs approval` goes on with a clause of its own.

        After a comparison with one value, `and` and a name cannot be a second value.
        """
        if joint != "and" or self._filter == "said" or self.tokens[at].text not in DETERMINERS:
            return False
        for terminal in reversed(self.out):
            if terminal.type in ("IS", "IS_WORDS", "IS_BLANK", "HAS", "EXISTS"):
                return True
            if terminal.type == "CMP":
                return terminal.value[0] in (">", ">=", "<", "<=")  # type: ignore[index]
        return False

    def _predicate_at(self, at: int) -> bool:
        """Tell whether a predicate without its subject begins at a token."""
        token = self.tokens[at]
        if token.kind not in ("word", "mark"):
            return False
        text = token.text
        if text == "not" and at + 1 < self._count:
            return self._predicate_at(at + 1)
        if text in _BE or text in _HAVE or text in _DO:
            return True
        if wordforms.lookup(wordforms.VERBS, self.tokens, at):
            return True
        form = wordforms.lookup(wordforms.AFTER_IS, self.tokens, at)
        return form is not None and form[1] in ("CMP", "CMP_NOT", "BETWEEN", "WITHIN", "IS_BLANK")

    def _has_predicate(self, at: int) -> bool:
        """Tell whether a full clause begins at a token: a predicate that is not a filter's own
        comes before the next conjunction."""
        tokens = self.tokens
        if tokens[at].text == "(" and at + 1 < self._count:
            return self._has_predicate(at + 1)
        filters = 0
        depth = 0
        pending = 0
        start = at
        while at < self._count:
            token = tokens[at]
            text = token.text
            if token.kind == "mark":
                if text == "(":
                    depth += 1
                elif text == ")":
                    if depth == 0:
                        return False
                    depth -= 1
                elif depth == 0 and text in (">", "<", ">=", "<=", "=", "!="):
                    return True
            elif token.kind == "word" and depth == 0:
                if text in ("either", "neither", "both", "there", "not") and at == start:
                    return True
                if text == "whose" or (
                    text in _WHERE_BREAKS and at > start and self._relative(at)
                ):
                    filters += 1
                elif text in ("between",):
                    pending += 1
                elif text in ("and", "or", "nor"):
                    if pending and text == "and":
                        pending -= 1
                    else:
                        return False
                elif text in _BE or text in _HAVE or text in _DO or text in wordforms.VERBS:
                    if filters:
                        filters -= 1
                        if text in _DO:
                            at += 1
                    elif text in _BE or text in _HAVE or text in _DO:
                        return True
                    elif wordforms.lookup(wordforms.VERBS, tokens, at):
                        return True
            at += 1
        return False

    def _relative(self, at: int) -> bool:
        """Tell whether `that`, `which` or `who` at a token begins a filter (`that are open`)."""
        text = self.tokens[at].text
        if text == "where":
            return True
        if at + 1 >= self._count:
            return False
        after = self.tokens[at + 1].text
        return (
            after in _BE
            or after in _HAVE
            or after in _DO
            or wordforms.lookup(wordforms.VERBS, self.tokens, at + 1) is not None
        )

    # -- words --------------------------------------------------------------------------

    def _word(self, token: Token, at: int) -> None:
        text = token.text
        if text in ("and", "or", "nor"):
            self._conjunction(text, at)
            return
        before = self.out[-1].type if self.out else ""
        follows = before in _VALUE_ENDS
        if follows and self._after_value(token, at):
            return
        if text in DETERMINERS or text in _PRONOUNS:
            self._determined(text, at)
            return
        if self._condition and text in _QUANTIFIERS and self._quantifier(text, at):
            return
        if self._condition and text in ("at", "exactly") and self._counting(at):
            return
        form = wordforms.lookup(wordforms.START, self.tokens, at) if not follows else None
        if form is not None:
            self._start(form)
            return
        if (
            text in _BE
            or text in _HAVE
            or text in _DO
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
            if middle is not None and middle[1] not in ("PLUS", "TIMES"):
                self._middle(middle)
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
        if text in RESERVED:
            self._add("OTHER", text, at + 1)
            return
        self._bare(at)

    def _in_predicate_place(self) -> bool:
        return bool(self.out) and self.out[-1].type in (
            "AND_P",
            "OR_P",
            "AND_F",
            "OR_F",
        )

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
        if text in _WHERE_BREAKS:
            if text == "whose" or self._relative(at):
                self._relative_clause(text, at)
                return True
            return False
        if text in ("after", "before") and self.out[-1].type != "PREP":
            if self._between and self._between[-1][0] == text:
                return False
            self._add("SHIFT", text, at + 1)
            return True
        if text == "at":
            if at + 1 < self._count and (
                tokens[at + 1].kind == "time" or self._names_time(at + 1)
            ):
                self._add("AT_TIME", None, at + 1)
                return True
            return False
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

    def _middle(self, form: tuple[int, str, object]) -> bool:
        end, terminal, data = form
        if terminal in _REFINEMENTS and self.out[-1].type != "ENDS" and self._operated():
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
        if terminal in ("PLUS", "TIMES") and self._filter == "said":
            if self.out[-1].type not in ("TEXT", "DATE", "CONSTANT", "RPAR"):
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

    def _rounding(self) -> None:
        """Read `2 decimal places` after `rounded to`."""
        tokens, at = self.tokens, self.at
        if at < self._count:
            token = tokens[at]
            if token.kind == "number":
                self._add("NUMBER", token.value, at + 1)
            elif token.text in NUMBER_WORDS:
                self._value(Number(Decimal(NUMBER_WORDS[token.text])), "NUMBER", at + 1)
        while self.at < self._count and tokens[self.at].text in (
            "decimal",
            "decimals",
            "place",
            "places",
            "digit",
            "digits",
        ):
            self.at += 1

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

    def _names_time(self, at: int) -> bool:
        words, _ = self._run(at + 1) if self.tokens[at].text in DETERMINERS else ("", at)
        return words.rpartition(" ")[2] in _TEMPORAL

    def _keys(self, at: int) -> None:
        """Read the keys of a sort, a grouping, a join: names of fields of the items."""
        tokens, count = self.tokens, self._count
        keys: list[tuple[Expr, bool]] = []
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
            descending = False
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
            self._add("WHOSE", None, at + 1)
            self._path()
            return
        if text == "where":
            self._add("WHERE", None, at + 1)
            self._filter = "open"
            return
        self._add("THAT", None, at + 1)
        self._filter = "open"

    def _determined(self, text: str, at: int) -> None:
        """Read a determiner and its name, or the pronoun that the word is when it stands alone."""
        tokens, count = self.tokens, self._count
        after = at + 1
        if text in ("its", "their"):
            self._value(Pronoun(_PRONOUNS[text]), "PRONOUN", after)
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
            self._value(Pronoun(_PRONOUNS[text]), "PRONOUN", after)
            return
        if text == "that" and self._relative(at) and self.out and self.out[-1].type in _VALUE_ENDS:
            self._relative_clause(text, at)
            return
        if after < count:
            form = wordforms.lookup(wordforms.START, tokens, after)
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
        if text == "the" and words in _THE_PRONOUNS:
            self._value(Pronoun(_THE_PRONOUNS[words]), "PRONOUN", end)
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
            if value is not None:
                end = after + 2
                if end < count and tokens[end].text == "of":
                    end += 1
                elif end < count and not breaks(tokens, end):
                    self._add("PICK", (word, value), end)
                    words, stop = self._run(end)
                    self._value(Name(plural(words)), "NAME", stop)
                    return True
                if end == count and tokens[end - 1].text != "of":
                    # `the orders except the first 3`: of what stands before.
                    self._value(Pick(word, value, Item()), "CONSTANT", end)
                    return True
                self._add("PICK", (word, value), end)
                return True
        if word in ORDINALS and after + 1 < count and tokens[after + 1].text == "of":
            which = ("first", None) if word == "first" else ("item", Number(Decimal(ORDINALS[word])))
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
            value: Expr = NewLine() if data == "new line" else Form(str(data), ())
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
            end = at + 2 if at + 1 < self._count and tokens[at + 1].text == "yet" else at + 1
            self._value(Nothing(), "CONSTANT", end)
            return True
        if text in _DAYS:
            self._value(Form(_DAYS[text], ()), "CONSTANT", at + 1)
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
                self._counted_word(number, at)
            else:
                self._value(Number(number), "NUMBER", after)
            return True
        if text == "item" and after < self._count and tokens[after].kind == "number":
            if after + 1 < self._count and tokens[after + 1].text == "of":
                self._add("PICK", ("item", tokens[after].value), after + 2)
                return True
        if text == "half" and after < self._count and tokens[after].text == "of":
            return False
        return False

    def _counted_word(self, number: Decimal, at: int) -> None:
        words, end = self._run(at + 1)
        self._value(CountLiteral(number, words), "COUNT", end)

    def _preposition(self, text: str, at: int) -> None:
        if self._between and self._between[-1][0] == text:
            self._add(self._between.pop()[1], None, at + 1)
            return
        if text == "in" and at + 1 < self._count and self.tokens[at + 1].kind == "duration":
            if not self.out or self.out[-1].type not in _VALUE_ENDS:
                self._add("IN_TIME", "in", at + 1)
                return
        self._add("PREP", text, at + 1)

    def _of(self, at: int) -> None:
        if self._between and self._between[-1][0] == "of":
            self._add(self._between.pop()[1], None, at + 1)
            return
        self._add("OF", None, at + 1)

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
        if end == at:
            words, end = tokens[at].text, at + 1
        self._add("WORDS", words, end)

    # -- conditions -----------------------------------------------------------------------

    def _said(self) -> None:
        """Note that a predicate was read: a filter's own, if one is open."""
        self._filter = "said" if self._filter == "open" or self._in_filter() else ""

    def _in_filter(self) -> bool:
        return self._filter == "said" and bool(self.out) and self.out[-1].type in ("AND_F", "OR_F")

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
        if text in _BE:
            negated ^= _BE[text]
            after += 1
            if after < count and tokens[after].text == "not" and tokens[after].kind == "word":
                negated = not negated
                after += 1
            self._after_be(at, after, negated)
            return
        if text in _DO:
            negated ^= _DO[text]
            after += 1
            if after < count and tokens[after].text == "not":
                negated = not negated
                after += 1
            text = tokens[after].text if after < count else ""
            if text in _HAVE:
                self._has(after + 1, negated)
                return
            form = wordforms.lookup(wordforms.VERBS, tokens, after) if after < count else None
            if form is None:
                self._add("OTHER", "does", at + 1)
                return
            self._compare(form, negated)
            return
        if text in _HAVE:
            self._has(after + 1, negated ^ _HAVE[text])
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
        if token.text in ("now", "currently", "still", "already") and at + 1 < count:
            if token.text != "now" or tokens[at + 1].kind == "word":
                self._after_be(start, at + 1, negated)
                return
        form = wordforms.lookup(wordforms.AFTER_IS, tokens, at)
        if form is not None:
            if form[1] == "IS_WORDS":
                self._add("IS_WORDS", (str(form[2]), negated, False), form[0])
                return
            # `is over`, `is on` and their like compare only where a value follows.
            if form[1] not in ("CMP", "WITHIN", "BETWEEN") or form[0] < count:
                self._compare(form, negated)
                return
        if token.text in ("a", "an"):
            words, end = self._run(at + 1)
            if end > at + 1 and (end == count or tokens[end].text in ("and", "or", ",")):
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
            and token.text not in _DAYS
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
        if tokens[at + 1].text not in _SHARE or tokens[at + 2].text != "than":
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
        words, end = self._run(at)
        if end == at:
            raise NotParsed("property-missing", tokens[at - 1].span, {})
        self._add("HAS", (words, negated, denied), end)

    def _quantifier(self, text: str, at: int) -> bool:
        """Read `any of`, `every`, `none of`, `at least 2 of` before what they count."""
        tokens, count = self.tokens, self._count
        if self.out and self.out[-1].type not in ("AND_C", "OR_C", "NOT", "EITHER", "LPAR"):
            return False
        after = at + 1
        if after >= count:
            return False
        if tokens[after].text == "of":
            self._add("QUANT_OF", (_QUANTIFIERS[text], None), after + 1)
            return True
        if text == "all" and tokens[after].text in DETERMINERS:
            self._add("QUANT_OF", ("every", None), after)
            return True
        words, end = self._run(after)
        if end == after or text == "none":
            return False
        self._add("QUANT", (_QUANTIFIERS[text], None), after)
        self._value(Name(plural(words)), "NAME", end)
        return True

    def _counting(self, at: int) -> bool:
        """Read `at least 2 of`, `exactly one of` before what they count."""
        tokens, count = self.tokens, self._count
        if self.out and self.out[-1].type not in ("AND_C", "OR_C", "NOT", "EITHER", "LPAR"):
            return False
        how, number = "exactly", at + 1
        if tokens[at].text == "at":
            if at + 1 >= count or tokens[at + 1].text not in ("least", "most"):
                return False
            how, number = f"at {tokens[at + 1].text}", at + 2
        if number + 1 >= count or tokens[number + 1].text != "of":
            return False
        token = tokens[number]
        if token.kind == "number":
            value = token.value
        elif token.kind == "word" and token.text in NUMBER_WORDS:
            value = Number(Decimal(NUMBER_WORDS[token.text]), span=token.span)
        else:
            return False
        self._add("QUANT_OF", (how, value), number + 2)
        return True

    def _pairing(self, text: str, at: int) -> None:
        if text == "either" and self._has_predicate(at + 1):
            self._add("EITHER", None, at + 1)
            return
        if text == "neither" and self._has_predicate(at + 1):
            self._between.append(("nor", "OR_C"))
            self._add("NEITHER", None, at + 1)
            return
        self.at = at + 1

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

    def _there(self, at: int) -> None:
        """Read `there is a`, `there are no`."""
        tokens, count = self.tokens, self._count
        after = at + 1
        if after >= count or tokens[after].text not in _BE:
            self._add("OTHER", "there", after)
            return
        negated = _BE[tokens[after].text]
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
            self._add("THERE_IS", negated, after)
            return
        self._add("THERE_IS", negated, after)
        words, end = self._run(after)
        if end == after:
            raise NotParsed("name-missing", tokens[at].span, {"word": "there is"})
        self._value(Name(plural(words)), "NAME", end)


_REFINEMENTS = frozenset(
    {"SORTED_BY", "SORTED", "ORDER", "GROUPED_BY", "DISTINCT", "DISTINCT_BY", "ENDING", "ROUND_TO", "ENDING_BY"}
)
_CLAUSE_STARTS = frozenset(
    {"IS", "CMP", "LCOMMA", "CONJ", "SEP", "AND_C", "OR_C", "AND_P", "OR_P", "LPAR", "BETWEEN",
     "WITHIN", "SHARE", "AND_B", "OF_B", "ENDS", "RPAR"}
)  # fmt: skip
_VALUE_ENDS = frozenset(
    {
        "NAME",
        "WORDS",
        "HEADING",
        "PRONOUN",
        "CONSTANT",
        "TEXT",
        "NUMBER",
        "MONEY",
        "PERCENT",
        "DATE",
        "TIME",
        "MOMENT",
        "DURATION",
        "COUNT",
        "RPAR",
        "KEYS",
        "ENDING",
        "EXTREME",
        "WITH_NO",
        "ORDER",
        "DISTINCT",
    }
)
