"""Noun phrases: words that are neither name nor literal, as the value that a phrase works out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kognilang.language import slots as reading
from kognilang.language import tree
from kognilang.language.words import ARTICLES, singular
from kognilang.meaning import plan as p
from kognilang.meaning.kinds import ANY, Kind, collection_of
from kognilang.meaning.otherwise import in_other_words
from kognilang.meaning.state import State, Value
from kognilang.meaning.written import missing_article, plain

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions


class NounPhrases:
    """Resolves runs of words as values."""

    def __init__(self, state: State, expressions: Expressions) -> None:
        self.state = state
        self.expressions = expressions

    def phrase(self, node: tree.Phrase) -> Value:
        """Return the value that a phrase works out; words that no phrase takes are reported."""
        state = self.state
        tokens = node.tokens
        texts = [token.text for token in tokens if token.text not in ("the", "a", "an")]
        if len(texts) == 2 and texts[0] == "secret" and tokens[-1].kind == "text":
            return Value(p.SecretRead(tokens[-1].text), Kind("secret"))
        found = self.expressions.calls.noun(tokens)
        if found is not None:
            return found
        found = self._in_group(tokens)
        if found is not None:
            return found
        if self._name_without_article(tokens):
            return Value(p.Const(None), ANY)
        span = (tokens[0].span[0], tokens[-1].span[1])
        written = plain(state, span)
        if state.explaining is not None and written == plain(state, state.explaining.span).rstrip(
            "."
        ):
            # The words are the whole sentence, which changes something: `The price rises by 10%.`
            from kognilang.language.changewords import changed_otherwise

            meant = changed_otherwise(written)
            if meant is not None:
                state.problem("unread-sentence", meant.summary, span, candidates=meant.candidates)
                return Value(p.Const(None), ANY)
        if state.offering:
            # Nobody reads it, and what would mend it takes long to find.
            state.problem("unknown-phrase", "", span)
            return Value(p.Const(None), ANY)
        from kognilang.meaning.suggesting import like_phrase, taught

        quoted = [state.rewritten(span, f'"{written}"')] if '"' not in written else []
        state.problem(
            "unknown-phrase",
            f'I don\'t know what "{written}" means.',
            span,
            understood=_known_chunks(state, tokens),
            candidates=in_other_words(state, span)
            or like_phrase(state, self.expressions, tokens, "noun")
            or quoted,
            detail=[
                "If it is a text, put it in quotes; if it is a name, write it in backticks.",
                *taught(state, self.expressions, tokens, "To work out"),
            ],
        )
        return Value(p.Const(None), ANY)

    def _name_without_article(self, tokens: tuple[tree.Token, ...]) -> bool:
        """Report `"a.csv" as orders`, which lacks the article of a name; say whether it was so."""
        places = [at for at, one in enumerate(tokens) if one.kind == "word" and one.text == "as"]
        last = tokens[places[-1] + 1 :] if places and places[-1] else ()
        if not last or any(one.kind != "word" for one in last) or last[0].text in ARTICLES:
            return False
        span = (last[0].span[0], last[-1].span[1])
        written = plain(self.state, span)
        missing_article(self.state, written, span)
        return True

    def _in_group(self, tokens: tuple[tree.Token, ...]) -> Value | None:
        """Return `the orders in the group` as the group's orders."""
        places = [at for at, one in enumerate(tokens) if one.kind == "word" and one.text == "in"]
        if not places or not 0 < places[-1] < len(tokens) - 1:
            return None
        at = places[-1]
        words = [one.text for one in tokens[:at] if one.text not in ARTICLES]
        of = reading.values_of(tokens[at + 1 :])
        if not words or not isinstance(of, tree.Name):
            return None
        known = self.state.scope.find(of.name)
        if known is None or known.kind.noun != "group":
            return None
        group = self.expressions.resolve(of)
        noun = singular(" ".join(words))
        return Value(p.FieldRead(group.x, " ".join(words)), collection_of(noun))


_LONGEST_NAME = 12
"""How many words a name that is told of has at most."""


def _known_chunks(state: State, tokens: tuple[tree.Token, ...]) -> list[str]:
    """Return the names among the words that are set, each with where."""
    found = []
    for at, token in enumerate(tokens):
        if token.kind == "word" and token.text == "the" and at + 1 < len(tokens):
            for stop in range(min(len(tokens), at + _LONGEST_NAME), at + 1, -1):
                words = " ".join(one.text for one in tokens[at + 1 : stop])
                known = state.scope.find(words)
                if known is not None:
                    found.append(known.told)
                    break
    return found
