"""What may follow the first tokens of a sentence: by the grammar's tables, the tries of phrases,
and what can be named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kognilang.language.following import END, following
from kognilang.language.nextwords import words_of
from kognilang.language.scanning import depth_zero
from kognilang.language.tree import Token
from kognilang.language.words import DETERMINERS, is_plural, singular
from kognilang.meaning.openings import (
    ABOUT,
    ASKING,
    BY,
    CLAUSES,
    COMMON,
    COMPARING,
    CONDITIONS,
    FILLERS,
    LIKELIEST,
    OF_MANY,
    OF_ONE,
    STARTERS,
    STEPS,
)
from kognilang.meaning.vocabulary import Vocabulary
from kognilang.values.operations import ADJECTIVES

Found = tuple[str, str]
"""What may be typed, and what it is."""


class Sight:
    """What may follow the tokens of a sentence, seen from one place."""

    def __init__(self, vocabulary: Vocabulary, before: str, braces: bool) -> None:
        self.vocabulary = vocabulary
        self.braces = braces
        self.names = dict(vocabulary.names)
        for hit in _ITEM.finditer(before):
            self.names.setdefault(singular(hit[1].lower()), "one of them")
        self.fields = {name: vocabulary.fields_of(name) for name in self.names}

    def after(self, head: tuple[Token, ...]) -> Iterator[Found]:
        """Yield what may follow a sentence's first tokens."""
        if self.braces:
            yield from self.value(head)
            return
        yield from self.step(head)

    # -- sentences ------------------------------------------------------------------------

    def step(self, head: tuple[Token, ...]) -> Iterator[Found]:
        if not head:
            yield from ((one, "sentence") for one in STARTERS)
            yield from self._names()
            yield from self.vocabulary.runs.beginnings()
            return
        first = head[0].text
        if first in FILLERS and len(head) > 1:
            head = head[2:] if head[1].text == "," else head[1:]
            yield from self.step(head)
            return
        if first in ("otherwise", "else"):
            yield from self.step(tuple(one for one in head[1:] if one.text != ","))
            return
        opened = next((one for one in CONDITIONS if _begins(head, one)), None)
        if opened is not None:
            yield from self._conditional(head, len(opened), step_follows=opened in CLAUSES)
            return
        if first in ("for", "process") and len(head) > 1:
            yield from self._loop(head)
            return
        if first == "ask":
            yield from self._asking(head)
            return
        if first in DETERMINERS:
            yield from self._setting(head)
        if first in STEPS:
            yield from self._changing(head)
        yield from self._phrases(head, "action")

    def _conditional(
        self, head: tuple[Token, ...], begin: int, *, step_follows: bool
    ) -> Iterator[Found]:
        """Yield what goes on with a condition, and with the step after it."""
        if step_follows:
            for at, token in reversed(list(depth_zero(head, begin))):
                if token.text in (",", "then", ":") and END in following(
                    head[begin:at], "condition", condition=True
                ):
                    rest = head[at + 1 :]
                    if rest and rest[0].text == "then":
                        rest = rest[1:]
                    yield from self.step(rest)
                    return
        yield from self.condition(head[begin:])

    def _loop(self, head: tuple[Token, ...]) -> Iterator[Found]:
        if len(head) == 2:
            for name in self._collections():
                yield singular(name), f"one of the {name}"
            if head[0].text == "for":
                yield from (("number from", "numbers"), ("day from", "days"))
            return
        for at, token in enumerate(head):
            if at > 2 and token.text in ("in", "from", "to"):
                ends = ("as follows:",) if head[0].text == "process" else ()
                yield from self.value(head[at + 1 :], ends=ends)
                return
        yield "in", "which"
        if head[0].text == "process":
            yield "as follows:", "each on its own"

    def _asking(self, head: tuple[Token, ...]) -> Iterator[Found]:
        for at, token in enumerate(head):
            if at > 1 and token.text == "whether":
                yield from self.condition(head[at + 1 :])
                return
            if at > 1 and token.text in ("for", "confirm", "approve", "review"):
                yield from self.value(head[at + 1 :])
                return
        if len(head) == 1:
            yield "the user", "whoever is at the terminal"
            yield from ((f"the {one}", "a person") for one in self.vocabulary.people)
            yield from self._names()
            return
        if END in following(head[1:]):
            for words in ASKING:
                yield words, "question"

    def _setting(self, head: tuple[Token, ...]) -> Iterator[Found]:
        at = next((i for i, one in depth_zero(head, 1) if one.text in ("is", "are")), 0)
        if at:
            rest = head[at + 1 :]
            if rest and rest[0].text == "always":
                rest = rest[1:]
            elif not rest:
                yield "always", "a constant"
            yield from self.value(rest)
            return
        yield from self.value(head, start="sentence")

    def _changing(self, head: tuple[Token, ...]) -> Iterator[Found]:
        """Yield what goes on with `Set X to V`, `Add V to X`, `Say V`."""
        words = STEPS[head[0].text]
        at = next((i for i, one in depth_zero(head, 2) if one.text in words), 0)
        if at:
            yield from self.value(head[at + 1 :], ends=("if", "unless", "and then"))
        else:
            ends = words or ("if", "unless", "and then")
            yield from self.value(head[1:], ends=ends)

    # -- values and conditions ---------------------------------------------------------------

    def condition(self, head: tuple[Token, ...]) -> Iterator[Found]:
        if head and head[-1].text in ("and", "or"):
            head = ()
        if head and head[-1].text in ("any", "every", "each", "no", "a", "an"):
            yield from ((singular(one), f"one of the {one}") for one in self._collections())
        about_text = bool(head) and head[-1].kind == "text"
        if about_text:
            yield from self._phrases(head, "adjective")
        yield from self.value(head, start="condition", condition=True)
        if head and not about_text:
            yield from self._phrases(_of_one(head), "adjective")

    def value(
        self,
        head: tuple[Token, ...],
        *,
        start: str = "value",
        condition: bool = False,
        ends: Sequence[str] = (),
    ) -> Iterator[Found]:
        """Yield what goes on with a value, by what the parser would take next; `ends` may follow
        where it is whole."""
        fields = self._dangling(head)
        if fields is not None:
            yield from fields
            return
        if head and head[-1].text in ("is", "are", "not", *COMPARING):
            if head[-1].text not in COMPARING:
                said = head[:-2] if head[-1].text == "not" else head[:-1]
                if said and "IS" not in following(said, start, condition=condition):
                    return
                if not said and start == "value" and not condition:
                    return
                yield from ((words, "adjective") for words in self._adjectives())
            yield from self._names()
            yield from ((words, "value") for words in ("today", "yes", "no", "blank"))
            return
        if head and head[-1].text in ("and", "or", ","):
            head, start, condition = (), "value", False
        accepted = following(head, start, condition=condition)
        if END in accepted:
            yield from ((words, "") for words in ends)
        kind, late = self._last_kind(head), is_plural(owner_of(head))
        if "NAME" in accepted:
            yield from self._names()
        for terminal in sorted(accepted, key=_rank):
            if not terminal.isupper() or _idle(terminal, kind):
                continue
            for words in words_of(terminal):
                if kind == "text" and words in ("plus", "minus"):
                    continue
                if late:
                    words = _of_many(words)
                yield words, ABOUT.get(terminal, "")
            if terminal == "IS_WORDS":
                be = "are" if late else "is"
                yield from ((f"{be} {one}", "adjective") for one in self._adjectives())
        if not head or "PREP" in accepted or "WORDS" in accepted:
            yield from self._phrases(head, "noun")

    def _dangling(self, head: tuple[Token, ...]) -> list[Found] | None:
        """Return the fields that may stand after `the order's`, `whose`, `sorted by`."""
        if not head:
            return None
        last = head[-1]
        if last.kind == "mark" and last.text in ("'s", "'"):
            owner = owner_of(head[:-1])
            return [(one, f"of the {owner}") for one in self.vocabulary.fields_of(owner)]
        if last.text in ("its", "their"):
            return [(one, "a field") for one in self._every_field()]
        if last.text == "whose" or (last.text == "by" and len(head) > 1 and head[-2].text in BY):
            for at in range(len(head) - 1, 0, -1):
                owner = owner_of(head[:at])
                found = self.vocabulary.fields_of(owner) if owner else ()
                if found:
                    return [(one, f"of the {owner}") for one in found]
            return [(one, "a field") for one in self._every_field()]
        return None

    def _every_field(self) -> list[str]:
        return list(dict.fromkeys(one for found in self.fields.values() for one in found))

    def _names(self) -> Iterator[Found]:
        for name, kind in self.names.items():
            yield (f"the {name}", kind or "name")
            if self.braces:
                yield (name, kind or "name")
            if kind in ("list", "table"):
                yield (f"the first {singular(name)}", f"one of the {name}")
                yield (f"the last {singular(name)}", f"one of the {name}")

    def _collections(self) -> list[str]:
        return [name for name, kind in self.names.items() if kind in ("list", "table")]

    def _adjectives(self) -> list[str]:
        return [*self.vocabulary.adjectives, *COMMON, *sorted(ADJECTIVES - set(COMMON))]

    def _last_kind(self, head: tuple[Token, ...]) -> str:
        """Return the kind of the value that the tokens end in; of an unknown name, whether it
        is several things by its own words."""
        if not head:
            return ""
        if head[-1].kind != "word":
            return head[-1].kind
        owner = owner_of(head)
        return self.names.get(owner) or ("list" if is_plural(owner) else "one")

    # -- phrases --------------------------------------------------------------------------------

    def _phrases(self, head: tuple[Token, ...], form: str) -> Iterator[Found]:
        standings = list(self.vocabulary.runs.after(head, form))
        if form == "action" and self.vocabulary.runs.whole(head):
            yield "as the", "keeps what it yields"
            yield from (("if", ""), ("and then", ""))
        literal = any(one.slot is None for one in standings)
        for place in standings:
            if place.slot is None or (place.words and not literal and END in following(place.slot)):
                yield from place.words
        for place in standings:
            if place.slot is None:
                if place.open and head and head[-1].kind == "word":
                    yield from self.value(())
            elif form != "noun" and not literal and len(place.slot) < len(head):
                yield from self.value(place.slot)


def _of_one(head: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the subject of a condition without what says how many: `any order` as the order."""
    of = next((i for i, one in enumerate(head[:4]) if one.text == "of"), -1)
    if of > 0 and head[0].text in ("any", "all", "none", "each", "at", "exactly", "every"):
        return head[of + 1 :]
    if head[0].text in ("any", "every", "no", "each", "all"):
        return (Token("word", "the", head[0].span, "the"), *head[1:])
    return head


def _begins(head: tuple[Token, ...], words: Sequence[str]) -> bool:
    return [one.text for one in head[: len(words)]] == list(words)


def _of_many(words: str) -> str:
    for one, many in (("is ", "are "), ("has ", "have "), ("exists", "exist")):
        if words.startswith(one):
            return many + words[len(one) :]
    return {"is": "are", "contains": "contain"}.get(words, words)


def _rank(terminal: str) -> int:
    return LIKELIEST.index(terminal) if terminal in LIKELIEST else len(LIKELIEST)


def _idle(terminal: str, kind: str) -> bool:
    """Tell whether a form that the grammar would take says nothing of this kind of value."""
    if terminal in ("SHIFT", "AGO"):
        return kind != "duration"
    if terminal == "TIMES" and kind in ("text", "date", "moment", "time"):
        return True
    if terminal in OF_MANY:
        return kind not in ("list", "table", "any", "mark")
    if terminal in OF_ONE:
        return kind in ("list", "table", "record")
    return False


_ITEM = re.compile(
    r"\b(?:for|process) (?:each|every) ([\w -]+?)(?= in\b| of\b| from\b| as\b|[:,])", re.IGNORECASE
)
"""A loop of what is being typed: its item is a name, too."""


def owner_of(tokens: Sequence[Token]) -> str:
    """Return the name that tokens end in: the words after its determiner or possessive."""
    at = len(tokens)
    while at and tokens[at - 1].kind == "word" and tokens[at - 1].text not in DETERMINERS:
        at -= 1
    return " ".join(one.text for one in tokens[at:])
