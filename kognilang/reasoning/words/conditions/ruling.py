"""Ruling: sentences that state a rule rather than a condition: what leads to what, what must be so,
what is left out, and what is done with such things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.reasoning.words.conditions.clauses import REST
from kognilang.reasoning.words.conditions.frame import Frame
from kognilang.reasoning.words.phrases.synonyms import is_verb

_MEANS = (
    r"(?:means?(?: that)?|impl(?:y|ies)(?: that)?|leads? to|results? in|calls? for|requires?|"
    r"entails?|triggers?|warrants?|justif(?:y|ies)|is (?:a |the |enough )*reason (?:enough )?"
    r"(?:to|for)|is (?:enough|grounds|cause) (?:to|for))"
)


def meaning(text: str) -> Iterator[Frame]:
    """Of what sort, and what that leads to: "cat" as the species means it is vaccinated."""
    match = re.match(rf"(?i)^(?P<c>.+?) {_MEANS} (?P<r>.+)$", text)
    if match is not None and "," not in match["c"]:
        yield Frame(match["c"], match["r"])
    match = re.match(
        r"(?i)^depending on (?:whether|if) (?P<c>[^,]+)(?: or not)?, (?:either )?(?P<r>.+?),? or"
        r"(?: else)? (?P<o>.+)$",
        text,
    )
    if match is not None:
        yield Frame(match["c"], f"{match['r']}, otherwise {match['o']}")


_LEAVING = (
    r"(?:leave out|leave aside|skip|ignore|exclude|omit|disregard|forget(?: about)?|pass over|"
    r"keep out|leave alone|don't touch|do not touch)"
)


_LEFT_SORT = re.compile(
    rf"(?i)^(?:(?:please|just|but|so|then|we|simply) )*(?:{_LEAVING}|don't take|drop|spare|take no|"
    r"bypass|never mind|don't bother with|pass by|skip over|overlook|jump over) "
    r"(?P<c>(?:(?:all|any|every|each|the|those|ones?|anyone|anything|everything|everybody|anybody|whoever|whatever|"
    r"⟦\d+⟧) )+(?:that|which|who|whose|with|without|from|of|in|on|over|under|above|below|at|for|to|"
    r"by|where|having|made|sent|older|younger) [^,;:]+)$"
)


def left_out(text: str) -> Iterator[Frame]:
    """What is left out, and what is done with the rest; or that it is left out, and no more."""
    sort = _LEFT_SORT.match(text)
    if sort is not None and not re.search(rf"(?i)\b{REST}\b", sort["c"]):
        yield Frame(sort["c"], "skip it")
    left = re.match(
        r"(?i)^(?:please )?(?:leave|keep|let) (?P<c>.+?) (?:alone|be|out|untouched|in peace|"
        r"unchanged|"
        r"(?:where|as) (?:it|they) (?:is|are))[,;:]? (?:and |but |then )?"
        rf"(?P<a>(?:[a-z]+ )+?){REST}(?P<b>.*)$",
        text,
    )
    if left is not None:
        yield Frame(left["c"], f"{left['a']}it{left['b']}", True)
    match = re.match(rf"(?i)^(?:please )?{_LEAVING} (?P<c>.+?)[,;:]? (?:and |but |then )?"
                     rf"(?P<a>(?:[a-z]+ )+?){REST}(?P<b>.*)$", text)  # fmt: skip
    if match is not None:
        yield Frame(match["c"], f"{match['a']}it{match['b']}", True)


_MODAL = (
    (r"(?:must|should|may|can|shall)(?: not|n't|not) be|(?:is|are) not (?:to be|allowed to be)|"
     r"(?:has|have|needs?) not to be|mustn't be|shouldn't be|cannot be|can't be", "is not"),
    (r"(?:must|should|may|can|shall)(?: not|n't|not)|cannot|can't|(?:is|are) not (?:to|allowed to)",
     "does not"),
    (r"(?:must|should|shall|has to|have to|needs? to|ought to|is to|are to) be", "is"),
    (r"must|should|shall|has to|have to|needs? to|ought to|is to|are to", ""),
)  # fmt: skip


def required(text: str) -> Iterator[Frame]:
    """What must be so, and what is done otherwise."""
    match = re.match(
        r"(?i)^(?P<c>.+?)[,;.:]? (?:and |but )?(?:otherwise|or else|or|else|if not|"
        r"failing (?:that|which))"
        r",? (?P<r>.+)$",
        text,
    )
    if match is None or "," in match["c"]:
        return
    for ways, plain in _MODAL:
        said, changed = re.subn(rf"(?i)\b(?:{ways})\b", plain, match["c"], count=1)
        if changed:
            yield Frame(re.sub(" +", " ", said), match["r"], True)
            return


_SUCH = r"(?:such|those|these|them|that one|it)"


_NEXT = re.compile(
    r"(?i)(?:(?:please|just|then|so|we) )*(?:next|skip|move on|go on|carry on|on to|proceed|"
    r"continue|leave "
    r"(?:it|them|⟦\d+⟧)(?: out| alone| be)?$|ignore|pass over|go straight)\b"
)
_RULE = re.compile(
    r"(?i)^(?:there(?: is|'s) )?(?:no (?:need|point|reason|use|sense) (?:to|in|for)|nobody|"
    r"no one|none|"
    r"nothing)\b ?(?:[a-z]+ ){0,3}?(?=⟦|with|for|in|of|under|over|who|what)"
)


def such(text: str) -> Iterator[Frame]:
    """A rule, and what is done with those it speaks of: nobody under 16 gets in, turn those
    down."""
    for end in re.finditer(r"[,;:.]| [-–—] ", text):
        said, rest = text[: end.start()], text[end.end() :].strip()
        rest = re.sub(r"(?i)^(?:no [^,;:]+[,;:] ?|and |then |so |hence |therefore )+", "", rest)
        if re.match(rf"(?i)(?:but |and |while )?{REST}\b", rest):
            continue
        if _NEXT.match(rest) and not _is_act(said):
            yield Frame(_RULE.sub("", said), rest)
        if re.match(r"(?i)(?:nobody|no one|none|nothing|no)\b", said) and re.search(
            rf"(?i)\b{_SUCH}\b|⟦", rest
        ):
            yield Frame(re.sub(r"(?i)^(?:nobody|no one|none|nothing)\b ?", "", said), rest)
        elif re.search(r"(?i)\b(?:such|those)\b", rest):
            yield Frame(said, rest, close=False)


def _is_act(said: str) -> bool:
    """Tell whether words say what to do rather than of what sort something is."""
    first = re.match(r"(?i)(?:first,? |please |then )*([a-z]+) (?:⟦|the |an? |it |them )", said)
    return first is not None and is_verb(first[1].lower())


_SORT = re.compile(
    r"(?i)(?:sent|handed|paid|bought|made|left|brought|given|taken|put|held|found|written|sold|"
    r"kept|built|lent|lost|broken|driven|drawn|shown|grown|worn|run|won|"
    r"no|without|under|over|above|below|beyond|more|less|fewer|at least|at most|up to|"
    r"between|[a-z]+(?:er|ed)|not|still|never) "
)
_ALSO = re.compile(
    r"(?i)(?:and|or|but|with|in|out|on|to|from|otherwise|every\w*|the (?:rest|others?)|others?|"
    r"all|else|no|nothing|any\w*|is|are|was|has|so)\b"
)


_BOUND = re.compile(
    r"(?i)^(?P<c>[^,;:]*)[,;:] ?(?:and |so |anything |everything |whatever is |whoever is |"
    r"what is |all )*"
    r"(?P<w>below|above|under|over|beyond|past) (?:that|it|this)\b,? (?P<r>.+)$"
)


def bounded(text: str) -> Iterator[Frame]:
    """A bound, and what is done beyond it: 60 is the minimum score, below that they fail."""
    match = _BOUND.match(text)
    marks = re.findall(r"⟦\d+⟧", match["c"]) if match is not None else []
    if match is not None and len(marks) == 2:
        for one, other in (marks, reversed(marks)):
            yield Frame(f"{one} {match['w']} {other}", match["r"])


def before_colon(text: str) -> Iterator[Frame]:
    """Of what sort, and after a colon what is done: under 2 kilos: feed it."""
    for end in re.finditer(r":(?= )| [-–—] |,(?= )", text):
        said, rest = text[: end.start()], text[end.end() :].strip()
        if end[0] == "," and (_SORT.match(said) is None or _ALSO.match(rest)):
            continue
        if re.match(rf"(?i)(?:and |but |while )?{REST}\b", rest):
            continue
        yield Frame(said, rest)
