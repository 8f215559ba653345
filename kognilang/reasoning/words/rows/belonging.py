"""Belonging: a sort of things that is told by a list: those from the exempt districts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.language.words import lemma, plural, singular
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import Marked, Mention, subject_of
from kognilang.reasoning.words.rows.taking import taken

_IS = (
    r"(?:is|are|was|were|be|been|being|appears?|appearing|stands?|standing|figures?|features?|"
    r"lies?|lying|lives?|living|belongs?|belonging|counts?|counted|listed|named|found|entered|"
    r"included|contained|goes|go|going|comes?|coming|came|works?|working|sits?|sitting|shows? up|"
    r"turns? up|sent|made|bought|ordered|paid|"
    r"signed|written|filed|run|held|handled|issued|"
    r"happens? to be|already|now|also|still|currently)"
)
_NO = r"(?P<no>not|n't|never|no longer|does not|doesn't|do not|don't|nowhere)"
_AMONG = (
    r"(?:one of|any of|some of|among(?:st)?|in|on|onto|from|part of|within|to|for|with|by|at|under|"
    r"a member of|to be (?:found|seen) (?:in|on|among)|the list of|our list of|a list of|the names "
    r"(?:in|on)|the list|our|the|these|those|all)"
)


def belonging(sentence: Marked, situation: Situation) -> tuple[Marked, str]:
    """Return a sentence without what it says of its subject standing in a list, and the condition:
    `the visit's client is one of the blocked clients`; the sentence itself and nothing else where
    it says no such thing."""
    subject = subject_of(situation)
    fields = situation.fields.get(subject, {})
    mentions = [*sentence.mentions, Mention(f"the {subject}", "record", pronoun=True)]
    for name, kind in situation.kinds.items():
        if kind != "list" or name in situation.tables or not fields:
            continue
        for prop, way in _ways(name, sentence, subject, situation):
            found = taken(sentence, subject, way)
            if found is None:
                continue
            text, match, turned = found
            negated = bool(match.groupdict().get("no")) != turned
            if match["of"] and not re.search(r"(?i)\b(?:if|when|where|unless)\b", sentence.text):
                negated = bool(match.groupdict().get("no"))
            said = f"{prop} is {'not ' if negated else ''}one of the {name}"
            return Marked(text, mentions), said
    return sentence, ""


def _ways(
    name: str, sentence: Marked, subject: str, situation: Situation
) -> Iterator[tuple[str, str]]:
    """Yield the property that a list may be of, and what says that it stands there."""
    fields = situation.fields.get(subject, {})
    texts = [one for one, kind in fields.items() if kind in ("text", "any")]
    word, sort = name.split()[-1], " ".join(name.split()[:-1])
    prop = next((one for one in texts if lemma(one.split()[-1]) == lemma(word)), "")
    marks = sentence.marks_of(f"the {name}")
    called = rf"(?:{f'⟦(?:{marks})⟧|' if marks else ''}{re.escape(name)})"
    inside = rf"{_IS}?(?: ?{_NO})?(?: ?{_IS})* ?(?:{_AMONG} )+{called}"
    for at, one in enumerate(sentence.mentions):
        # The client is among them: the property itself is named.
        if one.owner == subject and one.kind in ("text", "any"):
            lead = rf"(?:whose )?⟦{at}⟧(?:(?= )|(?='))"
            yield one.words, rf"{lead} ?{inside}"
            if sort:
                yield (
                    one.words,
                    (
                        rf"{lead} (?:is|are|was)(?: |(?=n't))?(?P<no>not |n't |no longer )?(?:an? |"
                        rf"(?:on )?the |our )?{re.escape(sort)}"
                        rf"(?: (?:one|list|{re.escape(singular(word))}))?\b(?! by)"
                    ),
                )
    if prop:
        words = f"the {subject}'s {prop}"
        yield words, inside
        if sort:
            one_of = rf"(?:an? |any |the |our )?{re.escape(sort)} {re.escape(singular(word))}"
            as_one = sentence.marks_of(f"the {sort} {singular(word)}")
            one_of = f"(?:⟦(?:{as_one})⟧|{one_of})" if as_one else one_of
            owned = sentence.marks_of(words)
            if owned:
                # Tours with a sick guide: the guide is marked as the tour's own.
                one_of = rf"(?:(?:an? |any |the |our )?{re.escape(sort)} ⟦(?:{owned})⟧|{one_of})"
            yield (
                words,
                (
                    rf"(?:{_IS}|has|have|with|concerns?|names)?(?: ?{_NO})?(?: ?{_IS})* ?"
                    rf"(?:(?:{_AMONG}|has|have|of|concerns?|through|via) )*{one_of}(?![a-z])"
                ),
            )
    elif singular(word) in (subject, plural(subject)):
        key = next((one for one in texts if one in ("name", "number", "id", "code")), "")
        if key:
            yield f"the {subject}'s {key}", inside
