"""Conditions: what is tested, and what the words after `is` mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kognilang.language import tree
from kognilang.language.words import PREPOSITIONS, plural, singular
from kognilang.meaning import plan as p
from kognilang.meaning.kinds import YES_NO, Kind
from kognilang.meaning.matcher import CHUNK
from kognilang.meaning.needed import compares
from kognilang.meaning.otherwise import in_other_words
from kognilang.meaning.state import State, Value
from kognilang.meaning.written import plain
from kognilang.values.kinds import KINDS
from kognilang.values.nouns import with_article
from kognilang.values.operations import ADJECTIVES, OPERATIONS

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions

_MAY_BE_FILES = ("any", "file", "folder", "document")
"""The kinds of which `exists` may say that something is on the disk."""

_KIND_WORDS = {kind: kind for kind in KINDS}


class Conditions:
    """Resolves conditions."""

    def __init__(self, state: State, expressions: Expressions) -> None:
        self.state = state
        self.expressions = expressions
        self._ways: dict[type[tree.Cond], Callable[[Any], p.X]] = {
            tree.Compare: self._compare,
            tree.Is: self._is,
            tree.Blank: lambda node: p.IsBlank(_plain_read(self.expressions.resolve(node.of).x)),
            tree.Exists: self._exists,
            tree.And: lambda node: p.Logic("and", tuple(map(self.resolve, node.parts))),
            tree.Or: lambda node: p.Logic("or", tuple(map(self.resolve, node.parts))),
            tree.Not: lambda node: p.Logic("not", (self.resolve(node.part),)),
            tree.Quantified: self._quantified,
            tree.Truth: self._truth,
            tree.Bare: self._bare,
        }

    def resolve(self, node: tree.Cond) -> p.X:
        """Return what a condition means here."""
        return self._ways[type(node)](node)

    def _compare(self, node: tree.Compare) -> p.X:
        left = self.expressions.resolve(node.left)
        right = self.expressions.resolve(node.right)
        extra = tuple(self.expressions.resolve(one).x for one in node.extra)
        compares(self.state, node, left, right)
        if node.op == "=":
            self._two_tables(left, right, node)
        return p.Comparison(node.op, left.x, right.x, extra)

    def _two_tables(self, left: Value, right: Value, node: tree.Compare) -> None:
        """Refuse `is` between things of two tables: they are never the same thing."""
        one, other = left.kind, right.kind
        nouns = one.noun and other.noun and not one.noun.endswith(other.noun)
        if (
            one.word != "record"
            or other.word != "record"
            or not nouns
            or other.noun.endswith(one.noun)
            or not (isinstance(node.left, tree.Name) and isinstance(node.right, tree.Name))
            or not _of_tables(left.x, right.x)
        ):
            return
        state = self.state
        mine, theirs = plain(state, node.left.span), plain(state, node.right.span)
        state.problem(
            "two-tables",
            f"One of the {plural(one.noun)} is never one of the {plural(other.noun)}",
            node.span,
            candidates=[state.rewritten(
                (node.left.span[0], node.right.span[1]),
                f"{mine}'s number is {theirs}'s number",
            )],
            detail=["Compare a field that both have."],
        )  # fmt: skip

    def _quantified(self, node: tree.Quantified) -> p.X:
        collection = self.expressions.collections.walked(node.collection)
        count = self.expressions.resolve(node.count).x if node.count is not None else None
        with self.state.looking_at(collection.kind.item):
            condition = self.resolve(node.condition)
        return p.Quantify(node.quantifier, collection.x, condition, count)

    def _exists(self, node: tree.Exists) -> p.X:
        of = node.of
        if isinstance(of, tree.Name) and of.determiner in ("a", "each"):
            return _not_blank(self.expressions.collections.walked(of))
        if node.there or isinstance(of, tree.Filter | tree.Property):
            return _not_blank(self.expressions.resolve(self._one_of(of)))
        if isinstance(of, tree.Text):
            # A text in quotes that exists can only be a file's name.
            lead = (tree.Token("word", word, of.span, word) for word in ("the", "file"))
            of = tree.Phrase((*lead, _chunk(of)), span=of.span)
        known = self.state.scope.find(of.name) if isinstance(of, tree.Name) else None
        if known is not None and known.kind.word == "text":
            self._text_exists(of, node)
            return p.Const(False)
        if known is not None and known.kind.word not in _MAY_BE_FILES:
            return _not_blank(self.expressions.resolve(of))
        words = [_chunk(of), tree.Token("word", "exists", node.span, "exists")]
        found = self.expressions.calls.adjective(words)
        return found if found is not None else _not_blank(self.expressions.resolve(of))

    def _one_of(self, of: tree.Expr) -> tree.Expr:
        """Return what `there is a NOUN` speaks of: the one thing, where only that has a name."""
        if isinstance(of, tree.Name) and self.state.scope.find(of.name) is None:
            single = tree.Name(singular(of.name), of.determiner, of.quoted, span=of.span)
            if self.state.scope.find(single.name) is not None:
                return single
        return of

    def _text_exists(self, of: tree.Expr, node: tree.Exists) -> None:
        """Report that a text is said to exist: the text, or the file that it names."""
        state = self.state
        name = plain(state, of.span)
        state.problem(
            "two-readings",
            f"{name[:1].upper()}{name[1:]} is a text: it could itself be meant, or the file that"
            " bears it as its name",
            node.span,
            candidates=[
                state.rewritten(of.span, f'the file "{{{name}}}"'),
                state.rewritten(node.span, f"{name} is not blank"),
            ],
        )

    def _truth(self, node: tree.Truth) -> p.X:
        """`If so`: what was asked just before in words of its own is answered yes or no."""
        state = self.state
        answer = isinstance(node.of, tree.Pronoun) and node.of.word == "the answer"
        if answer and state.decided is not None and state.decided[0] is state.scope:
            # `Decide whether the email is a complaint. If so, …`
            state.part("so", "what was decided above")
            return state.decided[1].x
        if answer and state.open_question is not None and not state.trials:
            state.open_question.needs = "yes/no"
            state.asked = YES_NO
        return self.expressions.resolve(node.of).x

    # -- `is WORDS` ---------------------------------------------------------------------

    def _is(self, node: tree.Is) -> p.X:
        worded = self._wording(node)
        if worded is not None:
            return worded
        left = self.expressions.resolve(node.left)
        found = self._is_words(left, node)
        if found is not None:
            return found
        state = self.state
        words = node.words
        written = plain(state, node.span)
        subject = plain(state, node.left.span) or f"the {left.kind.noun or 'value'}"
        at = state.source.text.rfind(words, node.span[0], node.span[1] + len(words) + 1)
        place = (at, at + len(words)) if at >= 0 else node.span
        others = [one for one in sorted(state.adjectives) if one[:2] == words[:2]]
        quoted = f'"{words}"'
        pair = _PAIR.match(state.source.text, node.left.span[1])
        if pair is not None and words in (pair[1], pair[3]) and node.left.span[1]:
            # `is high or critical`: one text alone in quotes would not be read.
            if any(pair.start(1) <= one.span[1] <= pair.end() for one in state.problems):
                return p.Const(False)
            place = (pair.start(1), pair.end())
            quoted, others = f'"{pair[1]}" {pair[2]} "{pair[3]}"', []
        ways = in_other_words(state, node.span, here=True)
        candidates = [*ways, *(state.rewritten(place, one) for one in (quoted, *others))]
        state.problem(
            "unknown-condition",
            f'I don\'t know what "is {words}" means.',
            node.span,
            understood=[f"{subject} ({left.kind.word})" if left.kind.word in _PLAIN else subject],
            candidates=candidates[:3],
            detail=_or_teach(words, left.kind.noun) if written else [],
        )
        return p.Const(False)

    def _wording(self, node: tree.Is) -> p.X | None:
        """Return the decision of the file whose own wording all the words are: where its body
        does not use `an order`, `To decide whether an order is fine:` has no parameter."""
        left = node.left
        if not self.state.own.trie("adjective").words:
            return None
        said = left.name if isinstance(left, tree.Name) else ""
        if isinstance(left, tree.Pronoun):
            said = left.word
        if not said:
            return None
        words = [*said.split(), "is", *node.words.split()]
        return self.expressions.calls.adjective(
            [tree.Token("word", word, node.span, word) for word in words]
        )

    def _is_words(self, left: Value, node: tree.Is) -> p.X | None:
        words = node.words
        if node.article:
            kind = self._kind_word(words)
            if kind:
                return p.KindTest(left.x, kind)
            if f"is {with_article(words)}" in OPERATIONS:
                return p.Operation(f"is {with_article(words)}", (left.x,))
        found = self.adjective(left, words, node)
        if found is not None:
            return found
        return self._built_in(left, words)

    def _kind_word(self, words: str) -> str:
        if words in _KIND_WORDS:
            return _KIND_WORDS[words]
        return words if words in self.state.plan.kinds else ""

    def adjective(self, left: Value, words: str, node: tree.Node) -> p.X | None:
        """Return the test that an adjective of the file or of a book makes of a value."""
        state = self.state
        defined = state.adjectives.get(words)
        said = getattr(node, "left", None)
        if defined:
            fitting = [one for one in defined if _about(one.noun, left.kind)] or defined
            if len(fitting) > 1:
                # As with phrases: a name that ends in the noun says which one is meant.
                name = f" {getattr(said, 'name', '')}"
                named = [one for one in fitting if name.endswith(f" {one.noun}")]
                fitting = named or fitting
            chosen = fitting[0]
            if len(fitting) > 1:
                from kognilang.meaning.apart import called_by

                nouns = " and of ".join(with_article(one.noun) for one in fitting)
                state.problem(
                    "two-adjectives",
                    f'"{words}" is said of {nouns}, and it is not clear which of them this is',
                    node.span,
                    candidates=called_by(
                        state, [one.noun for one in fitting], said.span if said else (0, 0)
                    ),
                    detail=[
                        "Call the thing by its noun where it is set, such as"
                        f" {' or '.join(f'the {one.noun}' for one in fitting)}."
                    ],
                )
            state.part(words, f"{chosen.title} ({state.place(chosen)})")
            return p.Apply(chosen.number, (left.x,))
        if self.expressions.properties.field_kind(left.kind, words) == YES_NO:
            # An order has urgent (yes/no): `the order is urgent` reads that property.
            state.part(words, f"{with_article(left.kind.noun)} has it, as yes or no")
            return p.Comparison("=", p.FieldRead(left.x, words), p.Const(True))
        tokens = [
            tree.Token(
                CHUNK,
                "",
                said.span if said is not None else node.span,
                "",
                Resolved(left, getattr(said, "name", "")),
            ),
            tree.Token("word", "is", node.span, "is"),
            *(tree.Token("word", word, node.span, word) for word in words.split()),
        ]
        return self.expressions.calls.adjective(tokens)

    def _built_in(self, left: Value, words: str) -> p.X | None:
        if words == "known":
            return p.Logic("not", (p.IsBlank(left.x),))
        return p.Operation(f"is {words}", (left.x,)) if words in ADJECTIVES else None

    # -- decisions ------------------------------------------------------------------------

    def _bare(self, node: tree.Bare) -> p.X:
        tokens, negated = _positive(node.tokens)
        found = self.expressions.calls.adjective(tokens)
        if found is not None:
            return p.Logic("not", (found,)) if negated else found
        several = self._several(node.tokens)
        if several is not None:
            return several
        state = self.state
        span = (node.tokens[0].span[0], node.tokens[-1].span[1])
        if state.offering:
            state.problem("unknown-condition", "", span)
            return p.Const(False)
        from kognilang.meaning.suggesting import like_phrase, taught

        said = node.tokens[1:] if node.tokens[0].text == "whose" else node.tokens
        state.problem(
            "unknown-condition",
            f'I don\'t know how to tell whether "{plain(state, span).removeprefix("whose ")}"',
            span,
            candidates=self._is_yes(node.tokens, span)
            or in_other_words(state, span)
            or like_phrase(state, self.expressions, node.tokens, "adjective"),
            detail=taught(state, self.expressions, said, "To decide whether"),
        )
        return p.Const(False)

    def _is_yes(self, tokens: tuple[tree.Token, ...], span: tuple[int, int]) -> list[str]:
        """Return the sentence with `is yes` behind a name that stands alone: `if the flag`."""
        from kognilang.language.slots import values_of

        value = values_of(tokens)
        owner = value.of if isinstance(value, tree.Property) else value
        known = isinstance(owner, tree.Name) and self.state.scope.find(owner.name) is not None
        known = known and not PREPOSITIONS.intersection(getattr(value, "name", "").split())
        written = plain(self.state, span)
        return [self.state.rewritten(span, f"{written} is yes")] if known else []

    def _several(self, tokens: tuple[tree.Token, ...]) -> p.X | None:
        """Return `the invoice needs approval and the vendor needs a check` as two decisions, where
        each side of the conjunction is one."""
        places = [
            at for at, one in enumerate(tokens) if one.kind == "word" and one.text in ("and", "or")
        ]
        if len(places) != 1 or not 0 < places[0] < len(tokens) - 1:
            return None
        at = places[0]
        parts: list[p.X] = []
        with self.state.trying() as trial:
            for side in (tokens[:at], tokens[at + 1 :]):
                said, negated = _positive(side)
                found = self.expressions.calls.adjective(said)
                if found is None:
                    return None
                parts.append(p.Logic("not", (found,)) if negated else found)
            trial.kept = True
        return p.Logic(tokens[at].text, tuple(parts))


class Resolved(tree.Expr):
    """An expression that has been resolved already, standing for itself among tokens; `name` is
    what it is called, if it has a name."""

    __slots__ = ("name", "value")

    def __init__(self, value: Value, name: str = "") -> None:
        self.span = (0, 0)
        self.value = value
        self.name = name


def _of_tables(*values: p.X) -> bool:
    """Say whether each value is picked from a collection, so that its noun is its kind."""
    return all(
        isinstance(one, p.PickOne | p.ExtremeBy)
        or (isinstance(one, p.Operation) and one.name in ("first", "last", "item"))
        for one in values
    )


def _plain_read(x: p.X) -> p.X:
    """Return what is read, where it is only taken as an amount of a currency."""
    return x.args[0] if isinstance(x, p.Operation) and x.name == "in currency" else x


def _chunk(expr: tree.Expr) -> tree.Token:
    return tree.Token(CHUNK, "", expr.span, "", expr)


def _positive(tokens: tuple[tree.Token, ...]) -> tuple[list[tree.Token], bool]:
    """Return the tokens without `does not`, and whether it was there."""
    kept: list[tree.Token] = []
    negated = False
    for token in tokens:
        if token.kind == "word" and token.text in ("doesn't", "don't", "not", "isn't", "aren't"):
            negated = not negated
            if token.text in ("isn't", "aren't"):
                kept.append(tree.Token("word", "is", token.span, "is"))
            continue
        kept.append(token)
    if negated:
        kept = [t for t in kept if not (t.kind == "word" and t.text in ("does", "do"))]
    return kept, negated


def _not_blank(value: Value) -> p.X:
    return p.Logic("not", (p.IsBlank(value.x),))


def _about(noun: str, kind: Kind) -> bool:
    """Say whether a definition about the noun may be about a thing of the kind."""
    return not kind.noun or kind.noun == noun or kind.noun.endswith(" " + noun)


_PAIR = re.compile(
    r"\s+(?:is|are|was|were)\s+(?:not\s+)?([\w-]+)\s+(or|and)\s+"
    r"(?!(?:the|an?|its|their|it|they|this|my|our|each|every|any|not|is|are|has|have)\b)([\w-]+)",
)
"""Two words that are said of one thing."""


_PLAIN = frozenset(("text", "number", "money", "percent", "date", "time", "duration", "yes/no"))
"""Kinds whose names people know."""


def _or_teach(words: str, noun: str) -> list[str]:
    """What else could be done about an adjective that nobody defined."""
    return [
        f"Put {words} in quotes if it is a text, or say what it means: "
        f'"{with_article(noun or "thing")} is {words} if …".'
    ]
