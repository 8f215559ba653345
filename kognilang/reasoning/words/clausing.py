"""Clausing: where a sentence that says to do two things has its second clause, each with its own
subject: the buyer is billed and then invited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.language.words import lemma
from kognilang.reasoning.words.phrases.synonyms import is_verb

_SUBJECT = (
    r"(?:⟦\d+⟧|(?:the|our|its|their|an?|some|any|every|all(?: the)?|his|her|each) (?:[a-z-]+ "
    r"){0,2}?"
    r"[a-z-]+|it|they|he|she|we|you|everybody|everyone|nobody|no one|somebody|someone|"
    r"that(?: one)?|this(?: one)?)"
)
_ADVERBS = r"(?:(?:then|also|now|please|just|simply|finally|afterwards|besides|too|only|always) )*"
_HELPING = (
    r"(?:is|are|has|have|must|should|shall|will|gets?|goes|go|may|can|needs?|comes?|hears?|wants?|"
    r"becomes?|receives?|ought|takes?|moves?|knows?|had|stays?|gives?|pays?|owes?)"
)
_CLAUSE = re.compile(
    rf"(?i)^{_ADVERBS}{_SUBJECT} {_ADVERBS}(?P<verb>{_HELPING}|[a-z]{{2,}}s)\b(?! of\b)"
)
_TOLD = re.compile(
    rf"(?i)^{_ADVERBS}(?:we |you |we also |you also "
    rf")?{_ADVERBS}(?P<verb>[a-z-]+)\b(?=.)"
)
_HEAD = re.compile(
    rf"(?i)^(?P<who>{_SUBJECT}) (?P<be>(?:(?:is|are|gets?|has to be|have to be|must be|must get|"
    rf"should be|shall be|is to be|are to be|will be|needs? to be|may be|can be|has to get) )?)"
    rf"{_ADVERBS}(?P<verb>[a-z]+)\b"
)
_NO_VERB = frozenset(
    ("the", "its", "their", "an", "some", "all", "any", "both", "each", "more", "less", "other",
     "one", "two", "under", "over", "above", "below", "not", "no", "nothing", "days", "times",
     "hours", "weeks", "months", "years", "it", "them", "so", "as", "if", "when", "where", "with",
     "without", "for", "to", "from", "in", "on", "at", "by", "of", "is", "are", "that", "which",
     "who", "whose", "only", "does", "do", "has", "have", "was", "were", "before", "after", "out")
)  # fmt: skip
_SORT = re.compile(
    r"(?i)^(?:with|for|of|among|as for|as to|when it comes to|in the case of)(?: the| all| any| "
    r"every| "
    r"each| an?)* ⟦\d+⟧(?: ones?)?[,:] (?=⟦|it\b|they\b|we\b|the |[a-z])"
)
"""Of what sort of things all that follows is said: with lots, the buyer is billed."""
_MODAL = re.compile(
    r"(?i)^(?:is|are|has|have|must|should|shall|will|gets?|goes|may|can|needs?|comes?|hears?|"
    r"becomes?|receives?|takes?|moves?)$"
)


def is_clause(text: str) -> bool:
    """Tell whether a part of a marked text is a clause of its own: one that begins with what is
    to be done, or says who or what does something."""
    text = text.strip()
    told = _TOLD.match(text)
    if told is not None:
        word = told["verb"].lower()
        if word not in _NO_VERB and is_verb(lemma(word)) and not word.endswith(("ing", "ed")):
            return True
    own = _CLAUSE.match(text)
    if own is None:
        return False
    verb = own["verb"].lower()
    return re.fullmatch(_HELPING, verb) is not None or is_verb(lemma(verb))


def with_subject(first: str, second: str) -> str:
    """Return the second clause of a marked text with the subject that the first one has, where it
    has none of its own: invited to collect it, of a buyer who is billed; the clause itself where
    it needs none, and nothing where it is no clause."""
    bare = re.sub(rf"(?i)^{_ADVERBS}", "", second.strip())
    words = re.match(r"[a-z-]+", bare.lower())
    head = _HEAD.match(first.strip())
    if head is not None and words is not None and not is_verb(head["who"].lower()):
        word = words[0]
        done = word.endswith(("ed", "en", "t", "d", "n")) and word not in _NO_VERB
        if head["be"] and done and is_verb(lemma(word)) and not is_verb(word):
            return f"{head['who']} {head['be']}{bare}"
        acts = _MODAL.match(word) or (word.endswith("s") and is_verb(lemma(word)))
        if (head["be"] or _MODAL.match(head["verb"]) or head["verb"].endswith("s")) and acts:
            return f"{head['who']} {bare}"
    return second if is_clause(second) else ""


def clauses(text: str, between: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Yield a marked text in two at each place where a second clause may begin."""
    text = _SORT.sub("", text)
    for split in between.finditer(text):
        first, second = text[: split.start()], text[split.end() :]
        second = with_subject(first, second)
        if second and re.search(r"[a-z]", first):
            yield first, second
