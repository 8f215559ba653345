"""Several: a condition on all rows of a table at once: that none of them is so, or that any is."""

from __future__ import annotations

import re

from kognilang.language.words import plural
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import MARK, Marked
from kognilang.reasoning.words.rows.requiring import said_of_one

_LEAD = re.compile(
    r"(?i)^(?:and |but |so |only )*(?:(?P<if>if|when|whenever|where|once|as soon as|in case|as "
    r"long "
    r"as|provided(?: that)?|providing(?: that)?|assuming(?: that)?|supposing(?: that)?|given that|"
    r"should|in the event that|unless|the moment|so long as|now that|since|seeing that|on condition"
    r"(?: that)?|until|with)|(?P<ask>is|are|has|have|does|do|was|were)) "
    r"(?:it (?:turns out|happens|so happens|is the case) that |it turn out that |there (?:be|is|"
    r"are|"
    r"was|were|should be|turns out to be) |we (?:have|find|find that|see that|notice) )?"
)
_END = re.compile(
    r"(?i),(?: then| so)? |\? ?(?:(?:then|if so|in that case|so)\b,? ?)?|[:;] | (?:then|please) |"
    r" (?=(?:we|you) (?:are|can|may|stop|need|have)\b|there (?:is|'s) (?:nothing|no)|(?:we|"
    r"you)'re )"
)
_NONE = (
    r"(?:nothing|nobody|no one|no-one|none|not one|not a single|not a single one|no single|not any|"
    r"no|not even one|not even a single|never an?|zero)"
)
_SOME = (
    r"(?:anything|anybody|anyone|something|somebody|someone|any|some|at least one|even one|even a "
    r"single|even a single one|a single|a single one|just one|so much as one|one|an?|one or more|"
    r"one or another|"
    r"only one|as little as one|any one)"
)
_BARE = r"(?:thing|body|one|nothing|none|any|some|single)$"
_BEING = re.compile(
    r"(?i)^(?:which |that |who )?(?:(?:should |may |might |would |do |does |did )?(?:(?:is|are|be|"
    r"been|being|was|were|turns? out"
    r"(?: to be)?|turned out(?: to be)?|stands?|standing|remains?|remaining|stays?|staying|looks?|"
    r"seems?(?: to be)?|happens? to be|"
    r"proves?(?: to be)?|comes? out|appears?(?: to be)?|sits?|sitting|lies|lying|still|already|"
    r"now|currently|yet|at present|"
    r"left|found(?: to be)?|reported(?: as)?|marked(?: as)?|listed(?: as)?|down as|there|ends? up|"
    r"gets?|to be)\b ?)+)"
)
_SINCE = re.compile(
    r"(?i) (?:at the moment|right now|at present|now|today|yet|any ?more|any longer|at all|so far|"
    r"currently|for now|just now|left)$"
)


def several(sentence: Marked, situation: Situation, noun: str) -> tuple[str, str, bool]:
    """Return a marked text without its condition on all rows of a table, the condition, and
    whether it may as well be meant of each row; empty texts where it has none."""
    text = sentence.text.strip(" .!")
    lead = _LEAD.match(text)
    if lead is None:
        return "", "", False
    ends = list(_END.finditer(text, lead.end()))
    if lead["ask"]:
        ends = [one for one in ends if "?" in one[0]]
    for end in ends:
        said, rest = text[lead.end() : end.start()], text[end.end() :].strip(" ,")
        if not re.search(r"[a-z]{2}", MARK.sub("", rest)):
            continue
        found = _of_several(said, sentence, situation, noun)
        if found is None:
            continue
        condition, none, loosely = found
        if lead["if"] and lead["if"].lower() in ("unless", "until"):
            none = not none
        word = "no" if none else "any"
        return rest, f"{word} {condition.removeprefix('the ')}", loosely
    return "", "", False


def _of_several(
    said: str, sentence: Marked, situation: Situation, noun: str
) -> tuple[str, bool, bool] | None:
    """Return what is said of one row, whether of none, and whether it is a row that the sentence
    may go on to speak of."""
    item = sentence.marks_of(f"the {noun}", f"the {plural(noun)}") or "x"
    names = rf"{re.escape(noun)}|{re.escape(plural(noun))}"
    who = re.match(
        rf"(?i)(?:(?P<none>{_NONE})|(?P<some>{_SOME}))\b(?: (?:of|among) (?:them|these|those|all|"
        rf"it))?"
        rf"(?: (?:of |among |out of )?(?:the |our |all |these )*(?:⟦(?:{item})⟧|(?:{names})\b))?"
        rf"(?: of (?:them|these|those))? ?",
        said,
    )
    marked = re.match(rf"⟦(?P<item>{item})⟧ ?", said)
    loosely = False
    if who is not None and (who["none"] or who["some"]):
        none = bool(who["none"])
        words = (who["none"] or who["some"]).lower()
        named = re.search(rf"⟦|(?i:{names})", who[0]) is not None
        if not named and not re.search(_BARE, words):
            return None
        loosely = words in ("a", "an", "any", "anything", "anybody", "anyone", "some", "somebody",
                            "someone", "something")  # fmt: skip
        what = said[who.end() :]
    elif marked is not None:
        spoken = sentence.mentions[int(marked["item"])].said.lower()
        if not re.match(r"(?:any|an?|no|some|one) ", spoken):
            return None
        none = spoken.startswith("no ")
        loosely = not none
        what = said[marked.end() :]
    else:
        return None
    what = _SINCE.sub("", what.strip(" ,"))
    being = _BEING.match(what)
    if being is not None and being[0].strip():
        no = re.search(r"(?i)\b(?:not|n't)\b", being[0]) is not None
        what = f"is {'not ' if no else ''}{what[being.end() :]}"
    elif re.match(r"⟦\d+⟧", what):
        what = f"is {what}"
    if not re.search(r"[a-z⟦]", what.removeprefix("is")):
        return None
    condition = said_of_one(what, sentence, situation, noun) or said_of_one(
        what.removeprefix("is "), sentence, situation, noun
    )
    return (condition, none, loosely) if condition.startswith(f"the {noun}") else None
