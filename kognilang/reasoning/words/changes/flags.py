"""Flags: properties of yes or no that are set: mark it as urgent, it is not insured any more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import Marked, subject_of

_MARKS = (
    r"(?:mark|flag|set|tick|tag|record|register|put|note|count|treat|enter|class|classify|label|"
    r"regard|consider|declare|list|show|book|log|make|designate|denote|deem|call|turn|render|"
    r"change|switch|rate|see|view|take|highlight|name|certify|confirm|recognise|recognize)"
)
_MARKED = (
    r"(?:(?:is|are|has|have|gets?|be|to be|must|should|shall|has to|have to|can|may|will|"
    r"needs? to|ought to|now|then|also|counts?|was|were|has been|have been|stays?|"
    r"becomes?|goes|passes|qualif\w+|"
    r"marked|flagged|set|ticked|tagged|recorded|registered|noted|counted|treated|entered|classed|"
    r"classified|labelled|labeled|regarded|considered|declared|listed|shown|booked|logged|down|"
    r"made|put|deemed|as|to|being|seen|viewed|taken|rated|from now on|henceforth|again|no longer|"
    r"not|never|n't) ?)+"
)
_END = (
    r"(?:,? (?:now|after all|again|from now on|as of (?:today|now)|then|too|as well|please|"
    r"any ?more|any longer|at once|immediately|right away|straight away|for now|in (?:that|this) "
    r"case|henceforth|here|anyway))*[.!]?$"
)
_NO = re.compile(r"(?i)\b(?:not|no|never|non|un|any ?more|any longer)\b|n't\b|\b(?:non|un)-")
_LIKELY = 4.2


def flagged(text: str, sentence: Marked, situation: Situation) -> Iterator[tuple[str, float]]:
    """Yield the property of yes or no that a part of a marked sentence says to set, and how
    likely that is."""
    text = re.sub(r"(?i)^(?:please |so |then |just |we |and |also |should |must |now )*", "", text)
    text = text.strip(" ,")
    subject = subject_of(situation)
    sorts = dict(situation.rows)
    if subject:
        sorts[subject] = situation.fields.get(subject, {})
    for noun, fields in sorts.items():
        for name, kind in fields.items():
            if kind != "yes/no":
                continue
            called = re.escape(name)
            word = rf"(?:not |non-?|un-?|no longer |being )*(?:⟦(?P<w>\d+)⟧|{called})"
            thing = r"⟦(?P<of>\d+)⟧"
            for pattern in (
                rf"{_MARKS} {thing} (?:down )?(?:off )?(?:as |to be |to |for )?(?:an? )?{word}"
                rf"(?: ones?| case| cases)?{_END}",
                rf"{_MARKS} (?:down )?(?:as )?{word} {thing}{_END}",
                rf"{thing} (?P<be>{_MARKED})(?:an? )?{word}(?: ones?| case| cases)?{_END}",
                rf"(?P<do>tick|check|set|put|enter|turn on|untick|uncheck|clear|unset|turn off|"
                rf"remove) (?:the )?(?:box |flag |field |mark |tick )?(?:for )?{word}"
                rf"(?: box| flag| field| mark| tick)? (?:for|of|on|at|from|against|beside|with) "
                rf"{thing}{_END}",
            ):
                found = re.match(rf"(?i)^{pattern}", text)
                if found is None:
                    continue
                of = sentence.mentions[int(found["of"])]
                mark = sentence.mentions[int(found["w"])] if found["w"] else None
                if mark is not None and not re.search(rf"(?:'s|^the) {called}$", mark.words):
                    continue
                row = of.kind == "record" and of.noun == noun
                if not row and of.words != f"the {noun}":
                    continue
                off = re.match(r"(?i)un|clear|turn off|remove", found.groupdict().get("do") or "")
                no = bool(_NO.search(found[0].replace("⟦", " "))) != bool(off)
                of_it = f"the {name} of {of.words}" if row else f"{of.words}'s {name}"
                yield f"Set {of_it} to {'no' if no else 'yes'}.", _LIKELY
                return
