"""Sorts: what sort of things a sentence is about, by a text that a property of theirs holds."""

from __future__ import annotations

import re

from kognilang.language.words import plural
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.clauses import conditional
from kognilang.reasoning.words.conditions.comparisons import NEGATION
from kognilang.reasoning.words.conditions.found import Found
from kognilang.reasoning.words.naming.mentions import MARK, Marked, subject_of
from kognilang.reasoning.words.naming.relating import likely


def headed(sentence: Marked, situation: Situation) -> Found | None:
    """Find what sort of its subject a sentence begins with: parcels for "York" or "Hull"."""
    subject = subject_of(situation)
    match = re.match(
        r"(?i)(?:if )?(?:all |every |any |each |only )*⟦(\d+)⟧ (?:that (?:is|are) |which (?:is|"
        r"are) )?"
        r"(for|to|from|in|of|with|at|by|under|on|going to|coming from|bound for|about|against|"
        r"concerning|regarding|via|through|called|named|made of|kept in|paid by|sent by) "
        r"(?:the \w+ )?⟦(\d+)⟧(?:,? or ⟦(\d+)⟧)?(?= \w)",
        sentence.text,
    )
    if match is None or not subject:
        return None
    head, value = sentence.mentions[int(match[1])], sentence.mentions[int(match[3])]
    if head.words != f"the {subject}" or not value.literal or value.kind != "text":
        return None
    values = value.words
    if match[4]:
        values += f" or {sentence.mentions[int(match[4])].words}"
    fields = [name for name, kind in situation.fields.get(subject, {}).items() if kind == "text"]
    lead = match[2].split()[-1]
    ways = [f"the {subject}'s {name}" for name in likely(fields, sentence.text, value.words, lead)]
    start = sentence.text.index("⟧", match.start()) + 1
    return Found(ways, "", values, start, match.end()) if ways else None


def adjective(sentence: Marked, situation: Situation) -> Found | None:
    """Find a text that stands before what it describes: release "healthy" animals."""
    subject = subject_of(situation)
    every_one = (f"the {subject}", f"the {plural(subject)}")
    every = r"(?:all|every|any|each|the|only|those|both|of|for|that are)"
    text = sentence.text
    for match in re.finditer(rf"(?i)(?P<lead>^|\b{every} |[,:] |(?<=[a-z] ))⟦(?P<v>\d+)⟧ "
                             rf"(?:⟦(?P<s>\d+)⟧|(?P<n>[a-z]+s)\b)", text):  # fmt: skip
        value = sentence.mentions[int(match["v"])]
        if not value.literal or value.kind != "text" or value.noun:
            continue
        if match["s"] is not None:
            if sentence.mentions[int(match["s"])].words not in every_one:
                continue
        elif not _DONE_TO.match(text[match.end() :]) or match["n"].lower() in _NO_NOUN:
            continue
        start = match.start("v") - 1
        end = match.end() if match["n"] else match.end("v") + 1
        no = re.search(r"(?i)\b(?:not|neither) $", text[:start])
        fields = situation.fields.get(subject, {})
        names = [name for name, kind in fields.items() if kind == "text"]
        ways = likely(names, match["n"] or "", value.words)
        if ways:
            ways = [f"the {subject}'s {name}" for name in ways]
            return Found(ways, "not" if no else "", value.words, no.start() if no else start, end)
    return None


_DONE_TO = re.compile(
    r"(?i) (?:are|get|have|must|should|may|can|will|go|need|come|land|count|belong|pay|cost|earn|"
    r"receive|do|do not|don't|aren't|end|pass|stay|[a-z]+ed)\b"
)
_NO_NOUN = frozenset(("is", "was", "has", "gets", "goes", "does", "takes", "as", "needs", "pays"))


def alone(sentence: Marked, situation: Situation) -> Found | None:
    """Find what sort is meant where a text is all that is said of it: those paid by "card"."""
    text = sentence.text
    match = re.match(
        r"(?i)^if (?P<said>(?:(?!not\b|no\b)[a-z']+ |⟦\d+⟧ ){0,5}?)(?:(?P<lead>for|to|from|in|of|"
        r"with|at|"
        r"by|under|on|as) (?:the |an? )?)?⟦(?P<v>\d+)⟧(?: (?:only|alone|itself))?$",
        text,
    )
    subject = subject_of(situation)
    if match is None or not subject:
        return None
    value = sentence.mentions[int(match["v"])]
    others = [sentence.mentions[int(one)] for one in MARK.findall(match["said"])]
    if not value.literal or value.kind != "text" or value.noun:
        return None
    if any(one.words != f"the {subject}" for one in others):
        return None
    fields = situation.fields.get(subject, {})
    names = [name for name, kind in fields.items() if kind == "text"]
    said = f"{match['said']} {situation.sentence}"
    who = re.search(r"(?i)\b(?:everyone|everybody|anyone|anybody|nobody|no one|who)\b", said)
    ways = likely(names, said, value.words, match["lead"] or ("by" if who else ""))
    ways = [f"the {subject}'s {name}" for name in ways]
    return Found(ways, "", value.words, match.start("v") - 1, match.end()) if ways else None


def placed(sentence: Marked, situation: Situation) -> Found | None:
    """Find a value that stands before its property: the "Sales" team, "cash" as the method."""
    if not conditional(sentence.text, situation.sentence):
        return None
    if re.match(r"(?i)(?:please )?(?:make|set|put|enter|call|let|change)\b", sentence.text) and (
        sum(one.literal for one in sentence.mentions) == 1
    ):
        return None
    between = (
        r"(?: (?:is|are)(?: already)?(?: on ⟦\d+⟧| down| listed| entered| named)? as|"
        r" (?:is already|is|are|as|for|in|under|on|being|as its|for its|in its))?(?: the| its)?"
    )
    pattern = rf"(?i)(?:\b(?:the|an?|any|every|all) )?⟦(\d+)⟧{between} ⟦(\d+)⟧"
    for match in re.finditer(pattern, sentence.text):
        value, of = (sentence.mentions[int(one)] for one in match.groups())
        no = re.search(rf"(?i)\b{NEGATION} $", sentence.text[: match.start()])
        fits = of.owner and (of.kind == value.kind or of.kind == "any")
        if fits and value.literal and value.kind in ("text", "number"):
            word, start = ("not", no.start()) if no else ("", match.start())
            return Found([of.words], word, value.words, start, match.end())
    return None
