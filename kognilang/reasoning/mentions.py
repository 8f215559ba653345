"""Mentions: the values that a sentence names, and the sentence with a mark in the place of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.dataclass import dataclass, field
from kognilang.language import tree
from kognilang.language.lexer import tokens as lex
from kognilang.language.words import plural
from kognilang.meaning.kinds import LITERALS
from kognilang.reasoning.situations import Situation

MARK = re.compile(r"⟦(\d+)⟧")

_DETERMINER = r"(?:(?:the|this|that|these|those|each|every|any|all|my|our|an?) )"
_BEFORE_TEXT = r"\b(file|folder|spreadsheet|table|sheet|database|ledger|document) $"


@dataclass(slots=True)
class Mention:
    """A value that a sentence names.

    `words` are the canonical ones (`the item's price`), `kind` the kind as far as it is known,
    `noun` what stands before a text in quotes (`the file "a.txt"`: `file`). `owner` is the name
    whose property it is. `pronoun` says that the sentence has only a pronoun for it.
    """

    words: str
    kind: str = "any"
    noun: str = ""
    owner: str = ""
    pronoun: bool = False
    literal: bool = False


@dataclass(slots=True)
class Marked:
    """A sentence with `⟦0⟧` for its first mention and so on."""

    text: str
    mentions: list[Mention] = field(default_factory=list)

    def among(self, text: str) -> list[Mention]:
        """Return the mentions that a part of the marked text has, in order, each once."""
        found: list[Mention] = []
        for one in MARK.findall(text):
            mention = self.mentions[int(one)]
            if all(mention.words != other.words for other in found):
                found.append(mention)
        return found


def subject_of(situation: Situation) -> str:
    """Return the name that `it` most likely is: the loop's item, or the one record in scope."""
    if situation.item:
        return situation.item
    records = [name for name, fields in situation.fields.items() if fields]
    return records[0] if len(records) == 1 else ""


def marked(situation: Situation) -> Marked:
    """Return the sentence with its mentions."""
    sentence = situation.sentence.replace("’", "'").replace("“", '"').replace("”", '"')
    taken: list[tuple[int, int, Mention]] = []
    for start, end, mention in _all(sentence, situation):
        if all(end <= a or start >= b for a, b, _ in taken):
            taken.append((start, end, mention))
    taken.sort(key=lambda one: one[0])
    text, at = "", 0
    for number, (start, end, _) in enumerate(taken):
        text += sentence[at:start] + f"⟦{number}⟧"
        at = end
    return Marked(text + sentence[at:], [mention for _, _, mention in taken])


def _all(sentence: str, situation: Situation) -> Iterator[tuple[int, int, Mention]]:
    """Yield mentions, those that go before others first."""
    for token in lex(sentence):
        if token.value is None:
            continue
        start, end = token.span
        words = sentence[start:end]
        kind = LITERALS[type(token.value)].word if type(token.value) in LITERALS else "any"
        noun = ""
        if isinstance(token.value, tree.Text):
            before = re.search(_BEFORE_TEXT, sentence[:start], re.IGNORECASE)
            if before is not None:
                noun, start = before[1].lower(), before.start()
                article = re.search(rf"(?i)\b{_DETERMINER}$", sentence[:start])
                start = article.start() if article is not None else start
        yield start, end, Mention(words, kind, noun, literal=True)
    subject = subject_of(situation)
    names = sorted(situation.names, key=len, reverse=True)
    for name in names:
        fields = situation.fields.get(name, {})
        for prop in sorted(fields, key=len, reverse=True):
            about = Mention(f"the {name}'s {prop}", fields[prop], owner=name)
            forms = (
                rf"(?:{_DETERMINER})?{_word(name)}'s? {_word(prop)}",
                rf"(?:{_DETERMINER})?{_word(prop)} of {_DETERMINER}?{_word(name)}",
            )
            yield from _found("|".join(forms), sentence, about)
    for name in names:
        about = Mention(f"the {name}", situation.kinds.get(name, "any"))
        many = rf"|{re.escape(plural(name))}" if name == subject else ""
        lead = rf"(?:{_DETERMINER})?" if name == subject else _DETERMINER
        yield from _found(rf"{lead}(?:{_word(name)}{many})", sentence, about)
    # What belongs to something that the text need not set: the manager's address; a new name.
    for one in re.finditer(r"(?i)\bthe [a-z]+'s [a-z]+\b", sentence):
        yield one.start(), one.end(), Mention("the" + one[0][3:])
    yield from _found("the user", sentence, Mention("the user", "person"))
    for one in re.finditer(r"(?i)\b(?:what|which|for|called) (the [a-z]+(?: [a-z]+)?)\b", sentence):
        words = re.sub(r"(?i) (?:is|are|was|to|for|and|of)$", "", one[1])
        yield one.start(1), one.start(1) + len(words), Mention(words.lower(), "new")
    if subject:
        fields = situation.fields.get(subject, {})
        for prop in sorted(fields, key=len, reverse=True):
            about = Mention(f"the {subject}'s {prop}", fields[prop], owner=subject)
            yield from _found(rf"(?:(?:the|its|their|whose) )?{_word(prop)}", sentence, about)
        about = Mention(f"the {subject}", situation.kinds.get(subject, "any"), pronoun=True)
        yield from _found("it|them|him|her", sentence, about)
    else:
        yield from _found("it|them", sentence, Mention("", pronoun=True))


def _word(name: str) -> str:
    return re.escape(name)


def _found(pattern: str, sentence: str, mention: Mention) -> Iterator[tuple[int, int, Mention]]:
    for one in re.finditer(rf"(?i)(?<![\w'-])(?:{pattern})(?![\w'-])", sentence):
        yield one.start(), one.end(), mention
