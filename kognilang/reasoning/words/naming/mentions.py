"""Mentions: the values that a sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.dataclass import dataclass, field
from kognilang.language import tree
from kognilang.language.lexer import tokens as lex
from kognilang.language.words import lemma, plural
from kognilang.meaning.kinds import LITERALS
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.amounts import amounts
from kognilang.reasoning.words.naming.people import names_office, people
from kognilang.reasoning.words.phrases.synonyms import is_verb

MARK = re.compile(r"⟦(\d+)⟧")

_DETERMINER = r"(?:(?:the|this|that|these|those|each|every|any|all|my|our|an?) )"
_BEFORE_TEXT = r"\b(file|folder|spreadsheet|table|sheet|database|ledger|document) $"


_DOWN = r"(?:down|given|known|set|noted|entered|there|yet|recorded|on record|on file|stated|listed)"

_USER = (
    r"(?:the user|the operator|(?:the|an?) \w+ at the (?:keyboard|screen|terminal|computer|"
    r"machine|pc))|"
    r"the person (?:at|in front of) the (?:keyboard|screen|terminal|computer|"
    r"desk)|(?:whoever|the person who|the one who) (?:is )?(?:runs?|running|starts?|started|uses?|"
    r"using) (?:this|it|the (?:procedure|process|workflow|routine|script|program))"
)
"""Who is there while a procedure is carried out."""

_ADDRESS = re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
"""An email address without quotes."""
_FILE_NAME = re.compile(
    r"(?<![\w./@\"-])[A-Za-z][\w-]*(?:/[\w-]+)*\.(?:csv|tsv|xlsx?|xlsm|ods|txt|log|pdf|docx?|md|"
    r"json|png|jpe?g)(?![\w@])(?!\.\w)"
)
"""A file's name without quotes."""

_NEW = re.compile(
    r"(?i)\b(?:what|which|for|called|get|obtain|request|us|me|enter|provide|supply|state|confirm|"
    r"about|out|know) "
    r"(the (?!ones?\b)[a-z-]+(?: [a-z-]+)?)\b"
)
"""A name that comes up for the first time, as a rule as what is asked for."""
_NEW_ENDS = re.compile(
    r"(?i) (?:is|are|was|to|for|and|of|as|at|in|on|by|with|from|where|when|if|or|that|via)$"
)


@dataclass(slots=True)
class Mention:
    """A value that a sentence names.

    `words` are the canonical ones (`the item's price`), `kind` the kind as far as it is known,
    `noun` what stands before a text in quotes (`the file "a.txt"`: `file`). `owner` is the name
    whose property it is. `pronoun` says that the sentence has only a pronoun for it, or another
    noun. `said` is what the sentence has in its place.
    """

    words: str
    kind: str = "any"
    noun: str = ""
    owner: str = ""
    pronoun: bool = False
    literal: bool = False
    said: str = ""


@dataclass(slots=True)
class Marked:
    """A sentence with `⟦0⟧` for its first mention and so on."""

    text: str
    mentions: list[Mention] = field(default_factory=list)

    def marks_of(self, *words: str) -> str:
        """Return the marks of values of these words as a pattern's alternatives (`1|3`); empty
        where the sentence names none of them."""
        return "|".join(str(at) for at, one in enumerate(self.mentions) if one.words in words)

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
    if situation.subject:
        return situation.subject
    if situation.item:
        return situation.item
    records = [name for name, fields in situation.fields.items() if fields]
    return records[0] if len(records) == 1 else ""


def named_in(sentence: str, situation: Situation) -> Iterator[tuple[int, int, Mention]]:
    """Yield the values that a sentence names, with their places, those that go before others
    first."""
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
    for one in _ADDRESS.finditer(re.sub(r'"[^"]*"', lambda said: "·" * len(said[0]), sentence)):
        yield one.start(), one.end(), Mention(f'"{one[0]}"', "text", literal=True)
    for one in _FILE_NAME.finditer(re.sub(r'"[^"]*"', lambda said: "·" * len(said[0]), sentence)):
        yield one.start(), one.end(), Mention(f'"{one[0]}"', "text", literal=True)
    for start, end, meant, kind in amounts(sentence):
        yield start, end, Mention(meant, kind, literal=True)
    subject = subject_of(situation)
    names = sorted(situation.names, key=len, reverse=True)
    yield from _offices(sentence, situation)
    for name in names:
        fields = situation.fields.get(name, {})
        for prop in sorted(fields, key=len, reverse=True):
            about = Mention(f"the {name}'s {prop}", fields[prop], owner=name)
            forms = (
                rf"(?:{_DETERMINER})?{_word(name)}'s? (?:own )?{_word(prop)}",
                rf"(?:{_DETERMINER})?{_word(prop)} of {_DETERMINER}?{_word(name)}",
            )
            yield from _found("|".join(forms), sentence, about)
            if re.search(rf"(?i)\b{_word(prop)}\b", sentence) is not None:
                # No vaccination date down for the animal.
                lacks = rf"(?<=no ){_word(prop)}(?: {_DOWN})* (?:for|of|on|with) {_DETERMINER}"
                yield from _found(f"{lacks}{_word(name)}", sentence, about)
    for name in names:
        about = Mention(f"the {name}", situation.kinds.get(name, "any"))
        many = rf"|{re.escape(plural(name))}" if name == subject else ""
        listed = situation.kinds.get(name) == "list" and " " in name
        # With under $200 in takings: a plural goes without an article.
        listed = listed or (about.kind in ("money", "number") and name.endswith("s"))
        lead = rf"(?:{_DETERMINER})?" if name == subject or listed else _DETERMINER
        if sentence.lower().startswith(f"{name} "):
            # Treasurer needs a mail: the article is left out.
            yield 0, len(name), about
        yield from _found(rf"{lead}(?:{_word(name)}{many})", sentence, about)
    yield from _found(_USER, sentence, Mention("the user", "person"))
    own_nouns = frozenset((*names, *situation.fields.get(subject, {})))
    for start, end, words in people(sentence, own_nouns):
        yield start, end, Mention(words, "person")
    # What belongs to something that the text need not set: the manager's address; a new name.
    own = situation.fields.get(subject, {})
    owners = "|".join(re.escape(name) for name in own)
    pattern = rf"(?i)\b(?:the|its|their) (?:{owners})'s? ([a-z]+(?: [a-z]+)?)\b"
    for one in re.finditer(pattern, sentence) if own else ():
        prop = next((name for name in own if _is_about(one[1].lower(), name)), "")
        if prop:
            # The patient's address, where the appointment has an email address.
            end = one.end() if one[1].lower() == prop else one.start(1) + len(one[1].split()[0])
            yield one.start(), end, Mention(f"the {subject}'s {prop}", own[prop], owner=subject)
    for one in re.finditer(r"(?i)\bthe [a-z]+(?: [a-z]+)?'s [a-z]+\b", sentence):
        yield one.start(), one.end(), Mention("the" + one[0][3:])
    for prop, kind in own.items():
        if kind == "number":
            # The number of portions, of what has portions.
            about = Mention(f"the {subject}'s {prop}", kind, owner=subject)
            yield from _found(rf"the number of (?:the |its )?{_word(prop)}", sentence, about)
    for one in _NEW.finditer(sentence):
        words = _NEW_ENDS.sub("", one[1])
        if words[4:].lower() in own or _ADDS_UP.search(words) or _ONES.search(words):
            continue
        yield one.start(1), one.start(1) + len(words), Mention(words.lower(), "new")
    if subject:
        for prop in sorted(own, key=len, reverse=True):
            about = Mention(f"the {subject}'s {prop}", own[prop], owner=subject)
            many = re.escape(plural(prop))
            lead = r"(?:(?:the|its|their|whose) )?(?:own )?"
            pattern = rf"{lead}{_word(prop)}|(?:all |any |every )?{many}"
            if own[prop] == "yes/no":
                # Those who have paid: no property that is named.
                pattern = rf"(?:the|its|their|whose) {_word(prop)}(?! (?:ones?|things?|cases?)\b)"
            for start, end, found in _found(pattern, sentence, about):
                # Note the name down: what is said to do, and not the note.
                told = start == 0 and re.match(
                    r" (?:down |up |in )?(?:(?:the|its|an?|this|it)\b|\")", sentence[end:]
                )
                if not told or not is_verb(prop):
                    yield start, end, found
        for name in names:
            # What another thing of the text has and this one has not.
            for prop, kind in situation.fields.get(name, {}).items() if name != subject else ():
                about = Mention(f"the {name}'s {prop}", kind, owner=name)
                yield from _found(rf"(?:the|its|their) {_word(prop)}", sentence, about)
        about = Mention(f"the {subject}", situation.kinds.get(subject, "any"), pronoun=True)
        yield from _found("it|them|him|her", sentence, about)
        if not _named(subject, sentence):
            yield from _other_nouns(sentence, situation, about)
    else:
        yield from _found("it|them", sentence, Mention("", pronoun=True))
    yield from _shortened(sentence, situation)


_NO_OFFICE = re.compile(
    r" (?:a|an|the|no|into|in|on|at|to|for|from|with|without|by|as|than|where|when|if|unless|who|"
    r"whose|that|which|and|or|but|is|are|was|has|have)\b"
)
"""What no office has within it."""


def _offices(sentence: str, situation: Situation) -> Iterator[tuple[int, int, Mention]]:
    """Yield people whose office begins with a name of the text: the harbour master, of no
    harbour."""
    begins = {*situation.names, *situation.rows}
    for fields in (*situation.rows.values(), *situation.fields.values()):
        begins |= set(fields)
    for start, end, words in people(sentence, frozenset()):
        first = words.removeprefix("the ").lower()
        if not names_office(words) or _NO_OFFICE.search(first):
            # The stay where no owner is given: of the stay, and of nobody.
            continue
        if first not in begins and any(
            first.startswith(f"{one} ") for one in begins if not first.startswith(f"{one} of ")
        ):
            yield start, end, Mention(words, "person")


def _named(subject: str, sentence: str) -> bool:
    """Tell whether a sentence calls its subject by its own noun: then no other noun stands for
    it."""
    bare = re.sub(r'"[^"]*"', " ", sentence)
    called = rf"(?i)\b(?:{re.escape(subject)}|{re.escape(plural(subject))})\b"
    return re.search(called, bare) is not None


def _shortened(sentence: str, situation: Situation) -> Iterator[tuple[int, int, Mention]]:
    """Yield names of several words of which the sentence says the last one: the limit, where there
    is a fine limit and no other limit."""
    subject = subject_of(situation)
    called: dict[str, list[Mention]] = {}
    for name in situation.names:
        kind = situation.kinds.get(name, "any")
        called.setdefault(name.split()[-1], []).append(Mention(f"the {name}", kind))
    for name, kind in situation.fields.get(subject, {}).items():
        about = Mention(f"the {subject}'s {name}", kind, owner=subject)
        called.setdefault(name.split()[-1], []).append(about)
    for name in situation.names:
        # The VAT, of the VAT rate: where nothing else is called so.
        first = name.rpartition(" ")[0]
        others = [one for one in situation.names if one != name and first in one]
        fields = [one for own in situation.fields.values() for one in own if first in one]
        if name.split()[-1] in ("count", "total", "number", "tally", "counter"):
            # The boat is no boat count.
            continue
        said = first and any(lemma(first.split()[-1]) in phrase.words for phrase in situation.own)
        if first and not (others or fields or said) and first.split()[-1] not in _NO_THING:
            about = Mention(f"the {name}", situation.kinds.get(name, "any"))
            if about.kind in ("money", "number", "percent", "list", "duration"):
                yield from _found(rf"the {_word(first)}", sentence, about)
    for word, found in called.items():
        if len(found) == 1 and found[0].words.split()[-2:][0] not in ("the",):
            many = r"(?! ones?\b)" if found[0].kind == "yes/no" else ""
            yield from _found(rf"(?:the|its|their) {_word(word)}{many}", sentence, found[0])


_ONES = re.compile(r"(?i) ones?$")
"""The late ones: a sort, and no name that comes up."""
_ADDS_UP = re.compile(
    r"(?i)^the (?:most|least)\b|s (?:add|come|sum|amount|make|total|cost|weigh|run|reach)$"
)
"""What the fees add up to, and what is insured for the most: no name that comes up."""
_NO_THING = frozenset(
    ("user", "email", "mail", "file", "folder", "list", "table", "spreadsheet", "row", "line",
     "text", "words", "word", "message", "subject", "day", "date", "time", "way", "end", "rest",
     "others", "other", "next", "one", "ones", "case", "note", "copy", "name", "value", "sum",
     "amount", "number", "whole", "top", "same", "first", "last", "door", "database", "sheet",
     "average", "mean", "total", "highest", "lowest", "largest", "smallest", "biggest", "takings",
     "minute", "hour", "week", "month", "year", "bit", "lot", "while", "status", "state",
     "moment", "present", "screen", "round", "loop", "queue", "cycle")
)  # fmt: skip
_HEAD = re.compile(
    r"(?i)(?:^|(?<=, )|(?<=then )|(?<=and )|(?<=if ))(?:(?:the|this|that|each|every|any|all|all the"
    r"|no) )?([a-z]+)(?= (?:is|are|was|were|has|have|that|which|whose|with|without|over|under|above"
    r"|below|later|earlier|older|more|less|not|to|for|from|of|in|must|should|shall|may|can|get|gets"
    r"|go|goes|need|needs|at|by|who|due|worth|on)\b)"
)
_OBJECT = re.compile(r"(?i)\b(?:the|this|these|those|each|every|any|all|such) ([a-z]+)\b")


def _other_nouns(
    sentence: str, situation: Situation, subject: Mention
) -> Iterator[tuple[int, int, Mention]]:
    """Yield nouns that the text does not have and that may be another word for its subject:
    `Parcels over 30 are held`, where deliveries are gone through."""
    # Trips may be bookings, though there is a trip budget.
    known = {name.split()[-1] for name in situation.names}
    known |= {name.split()[-1] for fields in situation.fields.values() for name in fields}
    known |= {one for said in situation.adjectives.values() for one in said}
    known |= {word for phrase in situation.own for word in phrase.words}
    # The dangerous ones: what is defined is said of a noun, and is none.
    known |= {
        word for said in situation.adjectives.values() for one in said for word in one.split()
    }
    # The pears: a text that a property holds.
    known |= {
        one.lower()
        for held in situation.values.values()
        for texts in held.values()
        for one in texts
        if " " not in one
    }
    bare = re.sub(r'"[^"]*"', lambda quoted: "·" * len(quoted[0]), sentence)
    for pattern in (_HEAD, _OBJECT):
        for one in pattern.finditer(bare):
            noun = one[1].lower()
            if {noun, lemma(noun)} & (known | _NO_THING) or noun in _NEVER or len(noun) < 3:
                continue
            if pattern is _HEAD and not noun.endswith("s") and one[0].lower() == noun:
                continue
            if one[1].isupper():
                # The VAT: short for something, and no other word for the thing at hand.
                continue
            yield one.start(), one.end(1), subject


_NEVER = frozenset(
    ("are", "were", "be", "been", "it", "they", "which", "whose", "where", "when", "if",
     "anything", "everything", "nothing", "everyone", "everybody", "nobody", "anyone", "someone",
     "something", "none", "there", "this", "that", "what", "whatever", "whoever", "who", "those",
     "these", "they", "always", "unless", "less", "sales", "times", "others", "please", "needs",
     "goes", "gets", "has", "does", "was", "hers", "his", "its", "ours", "yes", "is", "as", "us",
     "and", "the", "all", "not", "more", "most", "such", "very", "then", "than", "too", "above",
     "under", "over", "below", "with", "without", "from", "for", "between", "beyond", "until",
     "after", "before", "due", "still", "already", "only", "having", "being", "made", "paid")
)  # fmt: skip


def _is_about(words: str, name: str) -> bool:
    """Tell whether words are a property's name, or begin with the last word of it."""
    return words == name or words.split()[0] == name.split()[-1] or words.endswith(name)


def _word(name: str) -> str:
    return re.escape(name)


def _found(pattern: str, sentence: str, mention: Mention) -> Iterator[tuple[int, int, Mention]]:
    for one in re.finditer(rf"(?i)(?<![\w'-])(?:{pattern})(?![\w'-])", sentence):
        yield one.start(), one.end(), mention
