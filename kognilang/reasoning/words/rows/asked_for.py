"""Asked for: what a sentence wants to see or to know: who has the lowest load, the cheapest one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.computed import key_of
from kognilang.reasoning.words.naming.mentions import Marked

_SEE = (
    r"(?:(?:please |kindly |just |now |then |and |we |let's )*"
    r"(?:show|list|display|present|print out|give|bring up|pull up|let (?:me|us) (?:see|have|"
    r"look at|view)|(?:i|we)(?:'d| would)? (?:want|like|need|wish|have) to (?:see|look at|view|"
    r"have)|i want|i need|i'd like|we want|we need|have a look at|take a look at|see|put up|"
    r"find(?: me| us)?|get me|get us|output|put out|draw up|hand me)"
    r"(?: me| us| the user)?(?: here| first| only| just)?)"
)
_WHO = (
    r"(?:tell (?:me|us) |say |let (?:me|us) know |i want to know )?(?:who|whose)"
    r"(?:'s| is| are| has)?"
)
_WHICH = (
    r"(?:tell (?:me|us) |say |let (?:me|us) know |i want to know |find out )?(?:what|which)"
    r"(?:'s| is| are| was)?"
)
_ROW = ""
"""Which applicant has the highest score: the row is all that is said."""
_TAIL = (
    r"(?: to (?:me|us|the user)| on (?:the )?screen| please| now| here| there| is| are|,)*[?.!]*$"
)
_LIKELY = 4.0


def asked_for(text: str, sentence: Marked, situation: Situation) -> Iterator[tuple[str, float]]:
    """Yield what shows the row, or says the value, that a part of a sentence asks for."""
    text = text.strip(" .!")
    for pattern, verb in ((_SEE, "Show"), (_WHO, "Who"), (_WHICH, "Show"), (_ROW, "Show")):
        found = re.match(rf"(?i)^{pattern} ?⟦(\d+)⟧{_TAIL}", text)
        if found is None:
            continue
        of = sentence.mentions[int(found[1])]
        if pattern is _ROW and not re.match(r"(?i)which\b", of.said):
            return
        if of.owner and " with the " in of.words:
            yield f"Say {of.words}.", _LIKELY
        elif of.kind == "record" and of.noun in situation.rows:
            key = key_of(situation.rows[of.noun])
            if verb == "Who" and key:
                yield f"Say the {key} of {of.words}.", _LIKELY
            else:
                yield f"Show {of.words}.", _LIKELY
        elif of.kind == "table":
            yield f"Show {of.words}.", _LIKELY
        return
