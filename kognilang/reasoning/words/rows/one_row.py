"""One row: what a sentence says of one row that it calls by what the row holds, read as if it were
said of a thing at hand: `"Salt Roads" has until 1 May` as `the manuscript has until 1 May`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.dataclass import dataclass, replace
from kognilang.language.words import plural, singular
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.called import Called, called
from kognilang.reasoning.words.naming.called_by import holds_people
from kognilang.reasoning.words.naming.mentions import subject_of
from kognilang.reasoning.words.naming.people import is_person

_ONE_ROW, _BESIDE = 1.1, 0.9
"""What it says for one row that it is called; less beside a thing that is at hand."""

_MANY = re.compile(
    r"(?i)\b(?:every|each|all|any|everyone|everybody|everything|whoever|whatever|those|anyone|"
    r"anybody|anything|one by one|nobody|no one|none|other than|except|but not)\b"
)
"""Words that speak of many rows, or of all but one."""

_TELLS = re.compile(
    r"(?i)\b(?:e?-?mails?|mailed|write|writes|line|message|note|tell|tells|told|hears?|know|knows|"
    r"inform|informs|notify|notifies|drop|word|letter|ask|asks|let|pay|owed|thank|remind)\b"
)
"""Words with which somebody is spoken to rather than something done to a thing of theirs."""

_NO_OTHER_NOUN = frozenset(
    ("week", "day", "month", "year", "time", "moment", "way", "case", "reason", "message", "mail",
     "email", "subject", "line", "text", "file", "folder", "list", "row", "number", "amount",
     "other", "others", "same", "rest", "first", "last", "next", "end", "place", "one", "ones",
     "own", "new", "old", "office", "team", "desk", "manager", "morning", "evening", "season",
     "words", "word", "note", "table", "spreadsheet")
)  # fmt: skip
_GENERIC = frozenset(
    ("trip", "booking", "order", "case", "entry", "record", "item", "piece", "job", "matter",
     "one", "thing", "file", "account", "request", "journey", "copy", "product", "article",
     "event", "contract", "deal", "application", "policy", "visit", "appointment", "reservation",
     "class", "course", "book", "work", "loan", "title", "unit", "project", "task", "person",
     "customer", "lady", "gentleman", "man", "woman", "fellow", "member", "patient", "guest")
)  # fmt: skip
"""Nouns that may stand for a row of nearly any table."""

_STOPS = frozenset(
    ("is", "are", "was", "were", "has", "have", "had", "goes", "go", "gets", "get", "must", "may",
     "can", "will", "should", "shall", "needs", "need", "to", "for", "from", "of", "in", "on", "at",
     "by", "with", "and", "or", "but", "so", "as", "off", "up", "down", "out", "back", "now",
     "then", "into", "onto", "over", "until", "till", "does", "no", "not", "if", "when", "that",
     "which", "who", "again", "today", "tomorrow", "please", "too", "also", "only", "still",
     "instead", "a", "an", "the", "because", "since", "after", "before", "comes", "takes",
     "moves", "stays", "wants", "becomes")
)  # fmt: skip
"""What stands behind the value by which a row is called and is no noun of it."""


_REMOVED = re.compile(
    r"\b(?:takes?|taken|taking|strikes?|struck|cross|crossed|crosses|removed?|deleted?|drops?|"
    r"dropped|throws?|thrown|scratch|scratched|comes?|goes|gets?|kicked?|kick|erase|erased|wipe|"
    r"cut|pulled?|scrub|clear|cleared|is|are) (?:it |the [a-z -]+? )??(?:out |now |straight )?"
    r"(?:off|from|out of|of) (?:the |our )(?:list of (?:the |our )?|table of (?:the |our )?)?"
    r"(?P<table>[a-z -]+?)(?: list| table| sheet)?(?:,? (?:again|now|please|too|altogether|"
    r"completely|for good))*(?:[.!;]|, |$)"
)
"""A row that is taken out of a table."""


@dataclass(slots=True)
class RowView:
    """A situation whose sentence speaks of a row as of a thing at hand. `row` is what calls it,
    `sentence` says the same of `the NOUN`."""

    situation: Situation
    row: Called
    bonus: float

    def removed(self) -> str:
        """Return that the row is taken out of its table, where the sentence says so."""
        tables = [one for one, noun in self.situation.tables.items() if noun == self.row.noun]
        off = _REMOVED.search(re.sub(r'"[^"]*"', " ", self.situation.sentence).lower())
        table = next((one for one in tables if off is not None and off["table"] == one), "")
        return f"Remove {self.row.words} from the {table}." if table else ""

    def placed(self, meaning: str) -> str:
        """Return a meaning that speaks of the thing as one that says which row it is."""
        noun, fields = self.row.noun, self.situation.fields[self.row.noun]
        props = "|".join(re.escape(one) for one in sorted(fields, key=len, reverse=True))
        words = self.row.words

        def instead(found: re.Match[str]) -> str:
            lead = found[1]
            said = f"the {found[2]} of {words}" if found[2] else words
            return said[0].upper() + said[1:] if lead == "T" else said

        owned = rf"(?:'s (?P<prop>{props}|[a-z]+))?" if props else r"(?:'s (?P<prop>[a-z]+))?"
        return re.sub(rf"\b([Tt])he {re.escape(noun)}{owned}(?![\w'-])", instead, meaning)


def row_views(situation: Situation) -> Iterator[RowView]:
    """Yield the views of a sentence that calls one row, the likeliest first."""
    found = called(situation.sentence, situation)
    best: dict[str, Called] = {}
    for one in found:
        if one.noun not in situation.names:
            best.setdefault(one.noun, one)
    other = subject_of(situation) != ""
    for one in best.values():
        if speaks_of_many(one.noun, situation):
            continue
        for text, less in _rewritten(situation, one, found):
            bonus = _ONE_ROW * min(1.0, one.sure + (0.3 if one.led >= 0 else 0.0)) - less
            if other:
                bonus -= _BESIDE
            yield RowView(_of_one(replace(situation, sentence=text), one.noun), one, bonus)


def speaks_of_many(noun: str, situation: Situation) -> bool:
    """Tell whether a sentence speaks of many rows of a sort: all of them, or in the plural; what
    one row is taken off does not."""
    bare = re.sub(r'"[^"]*"', " ", situation.sentence)
    if _MANY.search(bare):
        return True
    tables = [table for table, one in situation.tables.items() if one == noun]
    many = "|".join(re.escape(one) for one in {plural(noun), *tables} if one != noun)
    off = r"(?P<off>\b(?:off|from|of|to|out of|in|on) (?:the |our ))?"
    found = re.search(rf"(?i){off}\b(?:{many})\b", bare)
    return found is not None and not found["off"]


def _rewritten(
    situation: Situation, one: Called, others: list[Called]
) -> Iterator[tuple[str, float]]:
    """Yield the sentence with `the NOUN` in the place of what calls a row, and what it says
    against it."""
    for holder in (True, False):
        text = _with_noun(situation, one, others, holder)
        if holder and "'s " not in text:
            continue
        if holder and f"the {one.noun}'s {one.prop}" not in text.lower():
            continue
        acts = without_reason(text, one.noun)
        yield acts or text, 0.0
        if not holder:
            return


def _with_noun(situation: Situation, one: Called, others: list[Called], holder: bool) -> str:
    """Return the sentence with its rows as things; `holder` says that who holds the row is meant
    by the name, and not the row."""
    sentence, fields = situation.sentence, situation.rows[one.noun]
    spans: list[tuple[int, int, str]] = []
    for called_row in others:
        mine = called_row is one or (
            called_row.noun == one.noun and one.row is not None and called_row.row is one.row
        )
        if not mine:
            if called_row.noun != one.noun and called_row.sure >= 0.5:
                start, end = _span(sentence, called_row, situation)
                spans.append((start, end, called_row.words))
            continue
        start, end = _span(sentence, called_row, situation)
        words = f"the {one.noun}"
        if (
            holder
            and holds_people(called_row.prop, one.noun)
            and not is_person(one.noun)
            and called_row.led < 0
            and _TELLS.search(re.sub(r'"[^"]*"', " ", sentence))
        ):
            words = f"the {one.noun}'s {called_row.prop}"
        before = re.search(r"(?i)\b([a-z]+(?: [a-z]+)?) (in|at|for|to|on|from|with|by) $",
                           sentence[:start])  # fmt: skip
        if before is not None and called_row.led < 0:
            prop = next(
                (name for name in sorted(fields, key=len, reverse=True)
                 if re.search(rf"(?i)\b{re.escape(name)}$", before[1]) and name != called_row.prop),
                "",
            )  # fmt: skip
            if prop:
                start, words = before.start(2), f"of {words}"
        spans.append((start, end, words))
    spans.sort()
    text, at = "", 0
    for start, end, words in spans:
        if start < at:
            continue
        last = sentence[at:start]
        if re.fullmatch(r"(?:'s? )", last) and words.startswith("the "):
            # Mo Adeyemi's "Small Weather": the same row, called twice.
            at = end
            continue
        text += last + words
        at = end
    text += sentence[at:]
    text = _pronouns(text, one.noun, situation)
    return text[0].upper() + text[1:]


def _span(sentence: str, row: Called, situation: Situation) -> tuple[int, int]:
    """Return what of a sentence calls a row: the value, with the nouns and articles at it."""
    start, end = row.start, row.end
    nouns = {row.noun, *(singular(t) for t, one in situation.tables.items() if one == row.noun)}
    called_so = "|".join(re.escape(one) for one in sorted(nouns, key=len, reverse=True))
    own = re.match(rf"(?i)(?:'s?)? (?:{called_so})\b(?!'s? [a-z]+ \")", sentence[end:])
    if own is not None:
        end += own.end()
    if row.led >= 0:
        return row.led, end
    article = re.search(r"(?i)\b(?:the|our|this|that|her|his|their) $", sentence[:start])
    if article is not None:
        start = article.start()
        after = re.match(r" ([a-z]+)\b(?! of\b)", sentence[end:])
        of_names = {word for name in situation.rows[row.noun] for word in name.split()}
        if own is None and after is not None and after[1] not in _STOPS | of_names:
            end += after.end()
    props = "|".join(re.escape(one) for one in situation.rows[row.noun])
    calling = re.search(rf"(?i)\b(?:(?:the|our) )?(?:{props}) $", sentence[:start])
    if calling is not None and row.prop in calling[0].lower():
        # Skipper Quinn's boat.
        start = calling.start()
    generic = re.search(
        r"(?i)\b(?:the|our|that|this) ([a-z]+) (?:of|for|by|to|in|from|with|called|named|titled) $",
        sentence[:start],
    )
    if generic is not None and generic[1].lower() in _GENERIC - {*situation.rows[row.noun]}:
        start = generic.start()
    return start, end


def _pronouns(text: str, noun: str, situation: Situation) -> str:
    """Return a sentence with its pronouns, and other nouns, for a row as `it` and `its`."""
    fields = situation.rows[noun]
    begin = re.search(rf"(?i)\bthe {re.escape(noun)}\b", text)
    if begin is None:
        return text
    head, tail = text[: begin.end()], text[begin.end() :]
    parts = re.split(r'("[^"]*")', tail)
    known = {word for name in fields for word in name.split()}
    known |= {word for name in situation.names for word in name.split()}

    def instead(found: re.Match[str]) -> str:
        word = found[2].lower()
        if word == noun:
            return f"the {noun}"
        if word in known:
            return f"its {found[2]}" if found[1].lower() in ("his", "her", "their") else found[0]
        owned = found[1].lower() in ("his", "her", "their", "its")
        other = word not in _NO_OTHER_NOUN | _STOPS and len(word) > 2 and not is_person(word)
        if word in _GENERIC or (owned and other):
            return "it"
        return found[0]

    for at in range(0, len(parts), 2):
        part = re.sub(
            r"\b(his|her|their|its|that|this|the) ([a-z]+)\b(?! of\b)", instead, parts[at]
        )
        part = re.sub(r"\b(?:she|he) (is|has|was|does|goes|gets|wants)\b", r"it \1", part)
        part = re.sub(r"\b(?:them|him|her)\b(?! [a-z]+ ?⟦)(?= *(?:$|[,.;:]|and\b|up\b|off\b|out\b|"
                      r"back\b|from\b|to\b|at\b|a\b|on\b|in\b|into\b|down\b|as\b|for\b|by\b|that\b))",
                      "it", part)  # fmt: skip
        parts[at] = part
    return head + "".join(parts)


_SO = re.compile(
    r"(?i)^(?P<why>[^:;]*?)(?:,|;| and)? (?:so(?! that\b| far\b| much\b| many\b| long\b)|therefore|"
    r"hence|which is why|that is why|that's why|which means that|meaning that)(?: please| just| "
    r"also)?,? (?P<act>.+)$"
)
_SPLICED = re.compile(
    r"(?i)^(?P<why>[^:;,]*)(?:,|;|:| -| –| —) (?:please )?(?P<act>(?!and |or |but |then ).+)$"
)
_AFTER = re.compile(
    r"(?i)^(?P<act>.+?)(?:,|;|:| -| –| —) (?P<why>(?:(?:as|because|since|for) )?(?:we|he|she|they|"
    r"it|somebody|someone|nobody|you|i|that|there|the [a-z]+)(?:'s|'ve|'re)? [^\"\d,:;]+)$"
)
_HAS_MORE = re.compile(r'["\d%$€£]|(?i:\b(?:if|when|whenever|unless|where|whether|until|once)\b)')
"""What says more than why something is done."""
_ACTS = re.compile(r"(?i)^(?:please |then |just |also )*(?:the|its|it|[a-z]+)\b")


def without_reason(text: str, noun: str) -> str:
    """Return what a sentence says to do, without why; empty where it says no reason apart."""
    thing = rf"(?:the {re.escape(noun)}\b|\bit\b|\bits\b)"
    for pattern in (_SO, _SPLICED):
        found = pattern.match(text)
        if found is None or _HAS_MORE.search(found["why"]):
            continue
        said_of = re.match(r"(?i)(?:the|there|it|we|she|he|they|nobody|somebody)\b", found["why"])
        here = re.search(rf"(?i){thing}", found["act"])
        if said_of is None or here is None or _ACTS.match(found["act"]) is None:
            continue
        act = found["act"]
        return act[0].upper() + act[1:]
    found = _AFTER.match(text)
    if found is None or re.search(rf"(?i){thing}", found["act"]) is None:
        return ""
    return "" if _HAS_MORE.search(found["why"]) else found["act"] + "."


def _of_one(situation: Situation, noun: str) -> Situation:
    return replace(
        situation,
        names=tuple(sorted({*situation.names, noun})),
        subject=noun,
        kinds={**situation.kinds, noun: "record"},
        fields={**situation.fields, noun: situation.rows[noun]},
    )
