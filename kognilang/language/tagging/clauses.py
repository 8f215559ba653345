"""Where a predicate begins: what the passes look ahead for, before they read it."""

from __future__ import annotations

from kognilang.language import wordforms
from kognilang.language.tagging.vocabulary import BE, DO, HAVE, WHERE_BREAKS
from kognilang.language.tagging.walk import Walk
from kognilang.language.words import RESERVED


class Clauses(Walk):
    """Tells where a predicate begins, a clause, a filter; nothing is read."""

    __slots__ = ()

    def _predicate_at(self, at: int) -> bool:
        """Tell whether a predicate without its subject begins at a token."""
        token = self.tokens[at]
        if token.kind not in ("word", "mark"):
            return False
        text = token.text
        if text == "not" and at + 1 < self._count:
            return self._predicate_at(at + 1)
        if text in BE or text in HAVE or text in DO:
            return True
        if wordforms.lookup(wordforms.VERBS, self.tokens, at):
            return True
        form = wordforms.lookup(wordforms.AFTER_IS, self.tokens, at)
        return form is not None and form[1] in ("CMP", "CMP_NOT", "BETWEEN", "WITHIN", "IS_BLANK")

    def _has_predicate(self, at: int) -> bool:
        """Tell whether a full clause begins at a token: a predicate that is not a filter's own
        comes before the next conjunction."""
        tokens = self.tokens
        if at >= self._count:
            return False
        if tokens[at].text == "(" and at + 1 < self._count and self._has_predicate(at + 1):
            return True
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
                if text == "whose" or (text in WHERE_BREAKS and at > start and self._relative(at)):
                    filters += 1
                elif text in ("between",):
                    pending += 1
                elif text in ("and", "or", "nor"):
                    if pending and text == "and":
                        pending -= 1
                    else:
                        return False
                elif text in BE or text in HAVE or text in DO or text in wordforms.VERBS:
                    if filters:
                        filters -= 1
                        if text in DO:
                            at += 1
                    elif (
                        text in BE
                        or text in HAVE
                        or text in DO
                        or wordforms.lookup(wordforms.VERBS, tokens, at)
                    ):
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
            after in BE
            or after in HAVE
            or (after in DO and not self._decision_denied(at + 1))
            or wordforms.lookup(wordforms.VERBS, self.tokens, at + 1) is not None
        )

    def _decision_denied(self, at: int) -> bool:
        """Tell whether `do not need approval` begins at a token: a decision's words, denied."""
        at += 1
        if at < self._count and self.tokens[at].text == "not":
            at += 1
        if at >= self._count or self.tokens[at].kind != "word":
            return False
        word = self.tokens[at].text
        return (
            word not in RESERVED
            and word not in HAVE
            and wordforms.lookup(wordforms.VERBS, self.tokens, at) is None
        )
