"""Decided: what the text decides of a thing, said in other words: whoever needs a single room."""

from __future__ import annotations

import re

from kognilang.language.words import lemma
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import Marked, Mention, subject_of
from kognilang.reasoning.words.rows.taking import taken

_NEEDS = (
    r"(?:needs?|needing|needed|requires?|requiring|required|must have|has to have|have to have|"
    r"calls? for|calling for|wants?|should have|should get|is in need of|are in need of|"
    r"in need of|depends? on|must get|must go through|has to go through|is subject to|"
    r"are subject to|subject to|warrants?|demands?)"
)
_DENIES = r"(?:does not|doesn't|do not|don't|need not|needn't|did not|didn't|is not|isn't|never)"


def decided(sentence: Marked, situation: Situation) -> tuple[Marked, str]:
    """Return a sentence without what it says of its subject that the text decides, and the
    condition: `the visit needs two people`; the sentence itself and nothing where it has none."""
    subject = subject_of(situation)
    for said in situation.decisions.get(subject, ()):
        first, _, rest = said.partition(" ")
        be = first in ("is", "has", "may", "can", "must", "should")
        if not rest:
            continue
        words = r" (?:(?:an?|the|any|some) )?".join(
            re.escape(one) for one in rest.split() if one not in ("a", "an", "the")
        )
        words = rf"(?:(?:an?|the|any|some) )?{words}s?"
        verb = _NEEDS if lemma(first) == "need" else _forms(first)
        no = rf"(?P<no>{_DENIES} (?:yet |really |actually )?)?"
        ways = [rf"{no}{verb} (?P<none>no )?{words}\b"]
        if not be:
            ways.append(rf"(?:for whom |for which )?{words} (?:is|are)(?P<no> not|n't)? "
                        rf"(?:needed|required|necessary|called for|due)")  # fmt: skip
            if lemma(first) == "need":
                # Who cannot go up without an escort.
                ways.append(rf"(?:cannot|can't|can not|may not|must not|mustn't|could not|should "
                            rf"not|(?:is|are) not (?:allowed|able|permitted|let)|(?:is|are) never|"
                            rf"never)(?: [a-z]+){{0,5}} without {words}\b")  # fmt: skip
            ways.append(rf"without (?P<none>need(?:ing)?|requiring) {words}")
        for way in ways:
            found = taken(sentence, subject, way)
            if found is None:
                continue
            text, match, turned = found
            groups = match.groupdict()
            none = groups.get("none") is not None
            negated = (bool(groups.get("no")) != none) != turned
            whole = f"the {subject} {said}"
            if negated:
                helps = f"{first} not" if be else f"does not {lemma(first)}"
                whole = f"the {subject} {helps} {rest}"
            mentions = [*sentence.mentions, Mention(f"the {subject}", "record", pronoun=True)]
            return Marked(text, mentions), whole
    return sentence, ""


def _forms(verb: str) -> str:
    """Return the forms of a verb, as a pattern: is, are; counts, count."""
    if verb == "is":
        return r"(?:is|are|be|was|were|being)"
    if verb == "has":
        return r"(?:has|have|had|having|with)"
    stem = re.escape(lemma(verb).rstrip("e"))
    return rf"(?:{re.escape(verb)}|{stem}(?:e|es|s|ed|ing)?)"
