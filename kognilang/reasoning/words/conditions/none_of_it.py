"""None of it: a clause that says of what the rest of a sentence is about that there is none of it:
ask the clerk for the code where there is none."""

from __future__ import annotations

import re

from kognilang.reasoning.words.naming.mentions import MARK, Marked

_WHEN = (
    r"(?:if|when(?:ever)?|where(?:ver)?|once|as soon as|in case|as long as|should|in cases where|"
    r"for those where|provided(?: that)?)"
)
_YET = (
    r"(?: (?:yet|so far|already|still|there|at all|on record|on file|down|given|at present|"
    r"now))*"
)
_NONE = re.compile(
    rf"(?i)(?P<when>\b{_WHEN}) (?:"
    r"(?:there is|there's|there are|there was|we have|we've got|we got|it has|they have|they gave|"
    r"they left|you (?:have|find|see)|one finds|(?:the|our|its|this) (?:list|table|sheet|file|row|"
    r"record|data|entry|form|spreadsheet|books?|column|register) (?:has|have|shows?|gives?|names?|"
    r"holds?|says?|contains?|lists?)|⟦\d+⟧ (?:has|have|shows?|gives?|names?|came with|comes with|"
    r"holds?)|they (?:named|stated|supplied|provided|sent))"
    rf"(?: got| still| yet| as yet| been)* (?:none|nothing|no such (?:thing|value|entry))"
    r"(?: (?:given|there|down|set|entered|stated|named|on record|on file|recorded|known))*"
    r"|none (?:is|was|has been|were|stands|are|appears|shows)(?: (?:yet|so far))?"
    r"(?: (?:given|there|down|set|entered|stated|named|on record|on file|recorded|known|in|listed|"
    r"filled in|provided|supplied|available|found|present))*"
    r"|(?:it|that|this|they|this one|that one|⟦(?P<it>\d+)⟧) (?:is|was|are|were|has been|have been|"
    r"stays?|stayed|remains?|comes?(?: in)?|came(?: in)?|had been|be)(?: (?:still|yet|just|"
    r"simply))*"
    r" (?:left )?(?:blank|empty|missing|out|open|unknown|unset|unfilled|absent|lacking|not "
    r"(?:there|"
    r"given|known|set|filled(?: in)?|stated|entered|on record|on file))"
    rf"|(?:it|that|this|⟦(?P<it2>\d+)⟧) (?:isn't|wasn't|hasn't been|is not|was not|has not been)"
    r"(?: (?:yet|already))* (?:there|given|known|set|filled(?: in)?|stated|entered|on record|on "
    r"file|"
    r"provided|supplied|recorded|put in|put down|noted))"
    rf"{_YET}(?=\s*$|[,.;:])"
)


def none_of_it(sentence: Marked) -> Marked:
    """Return a marked sentence in which a clause says by name what there is none of: the property
    that somebody is asked for, or that is filled in."""
    found = _NONE.search(sentence.text)
    if found is None:
        return sentence
    said = found["it"] or found["it2"]
    if said is not None and not sentence.mentions[int(said)].pronoun:
        return sentence
    rest = f"{sentence.text[: found.start()]} {sentence.text[found.end() :]}"
    of = next(
        (
            one
            for one in MARK.findall(rest)
            if sentence.mentions[int(one)].owner and not sentence.mentions[int(one)].literal
        ),
        None,
    )
    if of is None:
        return sentence
    clause = f"{found['when']} ⟦{of}⟧ is blank"
    text = f"{sentence.text[: found.start()]}{clause}{sentence.text[found.end() :]}"
    return Marked(text, sentence.mentions)
