"""Nouns: what a sentence speaks of beside the values that it names: the janitor, the dilution."""

from __future__ import annotations

import re

from kognilang.language.words import lemma
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention
from kognilang.reasoning.words.naming.people import is_person, role_at
from kognilang.reasoning.words.phrases.synonyms import is_verb

_ENDS = frozenset(
    ("from", "for", "to", "by", "with", "as", "and", "or", "in", "on", "at", "that", "which",
     "who", "whom", "is", "are", "was", "were", "be", "will", "has", "have", "had", "must",
     "should", "shall", "may", "might", "can", "could", "would", "need", "needs", "get", "gets",
     "know", "knows", "if", "whether", "when", "where", "so", "because", "before", "after",
     "first", "please", "within", "until", "till", "unless", "once", "then", "what", "about",
     "not", "only", "say", "says", "tell", "tells", "give", "gives", "want", "wants", "decide",
     "decides", "approve", "approves", "agree", "agrees", "does", "do", "did", "also", "since",
     "beforehand", "it", "them", "us", "me", "he", "she", "they", "we", "you", "per", "via",
     "over", "off", "into", "onto", "up", "down", "out", "confirm", "confirms", "sign", "signs",
     "choose", "chooses", "pick", "picks", "select", "selects", "check", "checks", "review",
     "reviews", "inspect", "inspects", "look", "looks", "hear", "hears", "learn", "learns",
     "provide", "provides", "supply", "supplies", "enter", "enters", "state", "states", "verify",
     "verifies", "settle", "settles", "judge", "judges", "determine", "determines", "answer",
     "answers", "ask", "asks", "think", "thinks", "see", "sees", "comes", "goes", "come", "go",
     "takes", "take", "spot-check", "spot-checks", "audit", "audits", "examine", "examines",
     "clarify", "clarifies", "consents", "consent", "authorise", "authorises", "authorize",
     "authorizes", "endorse", "endorses", "okay", "okays", "ok", "aware", "instead", "again",
     "too", "own", "himself", "herself", "themselves", "without",
     "between", "among", "against", "during", "ought", "receives", "receive", "supplies",
     "provides", "enters", "specifies", "discloses",
     "indicates", "dictates", "declares", "obtains", "reads", "had", "got", "supposed")
)  # fmt: skip
"""What stands in no noun phrase behind its first word."""
_LEAD = re.compile(
    r"(?i)(?<![\w'⟧-])(?:all the|the|an?|our|my|your|their|his|her|its|some|any|this|each|every"
    r"|all|such an?) (?=[a-z])"
)
_COUNTED = re.compile(r"(?i)(?<=⟧ )(?:of (?:the|our|my|these|those|all) )?(?=[a-z][\w-]*)")
_ARTICLES = frozenset(
    ("the", "a", "an", "our", "my", "your", "their", "his", "her", "its", "some", "any", "this")
)
_DONE = re.compile(
    r"(?:saying|stating|telling|containing|asking|being|having|getting|going|giving|regarding|"
    r"concerning|given|told|provided|supplied|sent|named|stated|entered|confirmed|approved|"
    r"checked|reviewed|"
    r"obtained|signed|chosen|asked|known|done|taken|got|gotten|verified|picked|requested|"
    r"authori[sz]ed"
    r"|first|today|now|please|before|beforehand|together|straight|right|back)$"
)
_OF_SPEECH = frozenset(
    ("ok", "okay", "approval", "approvals", "authorisation", "authorization", "consent",
     "blessing", "sign-off", "signoff", "signature", "go-ahead", "light", "permission",
     "agreement", "nod", "clearance", "assent", "say-so", "endorsement", "all-clear", "yes",
     "no", "seal", "stamp", "sanction", "approving", "okaying", "question", "questions",
     "answer", "reply", "response", "decision", "call", "choice", "choices", "option", "options",
     "say", "word", "words", "opinion", "view", "views", "verdict", "judgement", "judgment",
     "ruling", "vote", "advice", "confirmation", "verification", "acknowledgement", "message",
     "note", "heads-up", "notice", "notification", "info", "information", "news", "warning",
     "shout", "hint", "nudge", "alert", "memo", "tip", "reminder", "line", "text", "check",
     "checks", "spot-check", "sample", "look", "review", "inspection", "audit", "selection",
     "share", "following", "attention", "email", "e-mail", "mail", "emails", "mails", "matter",
     "one", "ones", "loop", "picture", "know", "time", "countersignature", "ahead", "effect",
     "pick", "picking", "choosing", "screen", "console", "display", "monitor", "terminal",
     "way", "case", "thing", "point", "fact", "knowledge", "update", "announcement", "heads")
)  # fmt: skip
"""What people give each other by speaking: words of the ways of asking, and no values."""
_LAST = ("final", "last")
_PLAIN = frozenset(
    ("short", "quick", "brief", "final", "last", "written", "formal", "green", "go", "heads",
     "spot", "random", "own", "clear", "prior", "explicit", "little", "friendly", "following",
     "yes", "small", "definite", "official", "verbal", "same", "full", "express", "personal",
     "signed", "proper", "close", "good", "thumbs", "sign", "one", "line", "simple", "kind",
     "polite")
)  # fmt: skip
"""What may stand before it."""
_WORD = re.compile(r"[A-Za-z][\w&-]*")
_LONGEST = 5


def with_nouns(text: str, sentence: Marked) -> tuple[str, Marked]:
    """Return a part of a marked sentence with marks for its other noun phrases too."""
    mentions = list(sentence.mentions)
    text = as_said(text, sentence)
    bare = re.sub(r'"[^"]*"', lambda quoted: "·" * len(quoted[0]), text)
    spans: list[tuple[int, int]] = []
    for lead in _LEAD.finditer(bare):
        if not spans or lead.start() >= spans[-1][1]:
            end = _end(bare, lead.end())
            if end and not _of_speech(bare[lead.end() : end], bare[end:]):
                spans.append((lead.start(), end))
    for counted in _COUNTED.finditer(bare):
        end = _end(bare, counted.end())
        noun = bare[counted.end() : end].strip() if end else ""
        start = counted.end() - len(re.search(r"(?:\w+ )?$", counted[0])[0])  # type: ignore[index]
        if noun.endswith("s") and is_person(noun) and all(end <= a or start >= b for a, b in spans):
            spans.append((start, end))
    spans.sort()
    found, at = "", 0
    for start, end in spans:
        said = text[start:end]
        noun = re.sub(_LEAD, "", said, count=1)
        found += f"{text[at:start]}⟦{len(mentions)}⟧"
        mentions.append(Mention(f"the {noun}", "noun", said=said))
        at = end
    return found + text[at:], Marked(found + text[at:], mentions)


def _of_speech(noun: str, after: str) -> bool:
    """Tell whether a noun phrase is what people give by speaking: the green light."""
    words = noun.lower().split()
    if words[-1] in _LAST and re.match(r" (?:say|word|decision|call)\b", after):
        return True
    return words[-1] in _OF_SPEECH and all(one in _PLAIN for one in words[:-1])


def as_said(text: str, sentence: Marked) -> str:
    """Return a marked text with its pronouns, and other nouns for what is gone through, in their
    own words."""

    def said(mark: re.Match[str]) -> str:
        one = sentence.mentions[int(mark[1])]
        return one.said if (one.pronoun or one.kind == "new") and one.said else mark[0]

    return MARK.sub(said, text)


def _end(text: str, start: int) -> int:
    """Return where a noun phrase ends that begins at a place; 0 where there is none."""
    role = role_at(text, start)
    if role is not None:
        return role[0]
    end, words = 0, 0
    at = start
    while words < _LONGEST and (one := _WORD.match(text, at)) is not None:
        low = one[0].lower()
        done = _DONE.search(low) or (low.endswith("ed") and is_verb(lemma(low)))
        if words and (low in _ENDS or low in _ARTICLES or done):
            break
        if one[0].lower() != "of":
            end, words = one.end(), words + 1
        at = one.end() + 1
        if text[one.end() : one.end() + 1] != " " or text[at : at + 1] == "⟦":
            break
    return end
