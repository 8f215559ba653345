"""Commas and conjunctions: of lists, of shortened conditions, of clauses, of filters."""

from __future__ import annotations

from kognilang.language import adjectives, wordforms
from kognilang.language.scanning import is_word
from kognilang.language.tagging.names import Names
from kognilang.language.tagging.vocabulary import (
    BE,
    CLAUSE_STARTS,
    DO,
    HAVE,
    OR_MORE,
    breaks,
    starts_value,
)
from kognilang.language.terminals import NotParsed
from kognilang.language.words import DETERMINERS, WEEKDAYS

_PREDICATES = frozenset(
    {"IS", "CMP", "BETWEEN", "WITHIN", "SHARE", "IS_WORDS", "IS_BLANK", "HAS", "EXISTS"}
)
"""Terminals that a predicate begins with."""


class Joints(Names):
    """Commas and conjunctions: of lists, of shortened conditions, of clauses, of filters."""

    __slots__ = ()

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
        if self._condition and self._clause_comma(after):
            return
        if self._filter == "said" and (self._listing or self._next_joint(after) == "or"):
            self._add("COMMA_F", None, after)
            return
        self._add("LCOMMA", None, after)

    def _clause_comma(self, after: int) -> bool:
        """Read the comma of `A, B and C` where these are clauses or predicates: it is what the
        conjunction before the last of them is."""
        joint = self._next_joint(after)
        if not joint or not self._predicated():
            return False
        if self._predicate_at(after):
            if self._filter == "said":
                return False
            self._add(f"{joint.upper()}_P", joint, after)
            return True
        if self._filter != "said" and self._has_predicate(after):
            self._filter = ""
            self._add(f"{joint.upper()}_C", joint, after)
            return True
        return False

    def _predicated(self) -> bool:
        """Tell whether the clause at hand has its predicate already."""
        for terminal in reversed(self.out):
            if terminal.type in _PREDICATES:
                return True
            if terminal.type in ("AND_C", "OR_C", "NOT"):
                return False
        return False

    def _operated(self) -> bool:
        """Tell whether an operator stands before, so that an ending needs its comma."""
        for terminal in reversed(self.out):
            if terminal.type in ("PLUS", "TIMES"):
                return True
            if terminal.type in CLAUSE_STARTS:
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
        if word == "nor" and not any(is_word(token, "neither") for token in tokens):
            raise NotParsed("nor-without-neither", tokens[at].span, {})
        joint = "and" if word in ("and", "nor") else "or"
        upper = joint.upper()
        after = at + 1
        if after >= self._count:
            raise NotParsed("dangling-conjunction", tokens[at].span, {"word": word})
        if tokens[after].text == "whose":
            self._add(f"{upper}_F", joint, after)
            self._relative_clause("whose", after)
            return
        if self._filter == "said" and tokens[after].text in ("that", "which", "who"):
            self._add(f"{upper}_F", joint, after)
            if self._relative(after):
                self._relative_clause(tokens[after].text, after)
            elif not self._decided(after):
                raise NotParsed("not-understood", tokens[after].span, {})
            return
        if joint == "or" and self._or_more(after):
            return
        ending = wordforms.lookup(wordforms.MIDDLE, tokens, after)
        if ending is not None and ending[1] == "ENDING":
            # Endings stack: trimmed and in lower case.
            self.at = after
            return
        if self._or_defined(joint, after):
            return
        if self._condition or self._filter:
            what = self._predicate_at(after)
            if what:
                self._add(f"{upper}_F" if self._filter == "said" else f"{upper}_P", joint, after)
                owned = self._had()
                if owned and tokens[after].text not in (*BE, *HAVE, *DO):
                    # Has a total over $15 and under $30: both are said of the total.
                    self._add("HAS_OF", owned, after)
                return
        if self._or_weekday(joint, after):
            return
        if self._denied_value(after):
            self._add(f"{upper}_F" if self._filter == "said" else f"{upper}_P", joint, after)
            self._add("IS", True, after + 1)
            self._said()
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
        if (
            before.kind == "number"
            and "," in before.written
            and tokens[after].kind == "number"
            and "," not in tokens[after].written
        ):
            span = (before.span[0], tokens[after].span[1])
            raise NotParsed("tight-comma", span, {"written": before.written})
        self._add("CONJ", joint, after)

    def _had(self) -> str:
        """Return the property that the predicate before compared: `has a total over $15`."""
        for at in range(len(self.out) - 1, 0, -1):
            if self.out[at].type in _PREDICATES:
                before = self.out[at - 1]
                return str(before.value) if before.type == "HAS_OF" else ""
        return ""

    def _or_defined(self, joint: str, at: int) -> bool:
        """Read `or under review` after `is on hold`."""
        end = adjectives.end_of(self.tokens, at)
        if end == at or not (self.out and self.out[-1].type == "IS_WORDS"):
            return False
        self._add("CONJ", joint, at)
        self._add("WORDS", " ".join(one.text for one in self.tokens[at:end]), end)
        return True

    def _or_weekday(self, joint: str, at: int) -> bool:
        """Read `or a Sunday` after `is a Saturday`."""
        if not (self.out and self.out[-1].type == "IS_WORDS"):
            return False
        if self.out[-1].value[0] not in WEEKDAYS:  # type: ignore[index]
            return False
        while at < self._count and self.tokens[at].text in ("on", "a"):
            at += 1
        if at >= self._count or self.tokens[at].text not in WEEKDAYS:
            return False
        self._add("CONJ", joint, at)
        self._add("WORDS", self.tokens[at].text, at + 1)
        return True

    def _denied_value(self, at: int) -> bool:
        """Tell whether `not "void"` goes on with a predicate before it: is not that either."""
        tokens = self.tokens
        if tokens[at].text != "not" or at + 1 >= self._count:
            return False
        if not starts_value(tokens, at + 1) or tokens[at + 1].text == "(":
            return False
        return self._predicated() and not self._has_predicate(at + 1)

    def _or_more(self, at: int) -> bool:
        """Read `or more` after a value: the comparison before it is with the value included."""
        if self.tokens[at].kind != "word":
            return False
        text = self.tokens[at].text
        if at + 1 < self._count and not breaks(self.tokens, at + 1):
            return False
        op = OR_MORE.get(text)
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
        if self.tokens[at].text in ("any", "every") and self._condition:
            return True
        if joint != "and" or self._filter == "said" or self.tokens[at].text not in DETERMINERS:
            return False
        for terminal in reversed(self.out):
            if terminal.type in ("IS", "IS_WORDS", "IS_BLANK", "HAS", "EXISTS"):
                return True
            if terminal.type == "CMP":
                return terminal.value[0] in (">", ">=", "<", "<=")  # type: ignore[index]
        return False

    def _pairing(self, text: str, at: int) -> None:
        """Read `either`, `both` and `neither` before the clauses that they join."""
        if text == "either" and self._has_predicate(at + 1):
            self._add("EITHER", None, at + 1)
            return
        if text == "neither" and self._has_predicate(at + 1):
            self._between.append(("nor", "OR_C"))
            self._add("NEITHER", None, at + 1)
            return
        if text == "neither":
            # It denies, so it may not be left out: `is "open" neither nor "held"`.
            raise NotParsed("not-understood", self.tokens[at].span, {})
        self.at = at + 1
