"""Clauses: where a condition stands in a sentence, and what is left without it."""

from __future__ import annotations

import re

from kognilang.reasoning.words.naming.mentions import MARK, Marked

LEADING = re.compile(
    r"(?i)^(?:but |and |so |only )*(?:if|when|whenever|where|should|once|as soon as|in case|with|"
    r"for|unless|provided(?! by| from| to| with| for)(?: that)?|as long as|"
    r"except(?: if| when| for)?)\b"
)
"""What a condition at the beginning of a sentence begins with."""

TRAILING = re.compile(
    r"(?i)[, ]*\b(?:but )?(?:only )?(?:if|when|whenever|where|once|as soon as|in case|"
    r"provided(?! by| from| to| with| for)(?: that)?|as long as|unless|except(?: if| when| for)?)\b"
)
"""What a condition after the rest of a sentence begins with."""

_TURNED = re.compile(
    r"(?i)^(?:please |kindly |we |you |they |so |but |and )*(?:never|don't|do not|no|nothing|"
    r"nobody|none)\b|\b(?:must not|"
    r"should not|shouldn't|mustn't|may not|cannot|can't|except|unless|excluding|aside from|"
    r"apart from|but not|no one|nobody|never|outside|bar|barring|hold off|refrain from|avoid|"
    r"(?<=nobody )but|(?<=none )but|(?<=nothing )but|save (?:for|where|when|those)|"
    r"with the (?:sole |only )?exception|(?<!but )not (?:when|where|if)|"
    r"just not|not (?=those|the ones)|other than(?! ⟦\d+⟧$))\b"
)
"""What turns a condition round; what is said twice turns it back."""

_NONE_STAYS = re.compile(
    r"(?i)^(?:nothing|no|none|nobody)\b.*"
    r"\b(?:stays?|remains?|is kept|are kept|gets? through|survives?)\b"
)
"""Nothing rated 3 or worse stays: what is so goes."""

REST = (
    r"(?:otherwise|or else|if not|in (?:any|every) other case|"
    r"(?:for |in |to |with |from )?(?:what|whatever|those|the ones|ones|anyone|anybody|any|all|"
    r"where|when|if|whoever|anything|everything)(?: (?:it|they|that|which|who))? "
    r"(?:isn't|is not|aren't|are not|doesn't|does not|don't|do not|hasn't|has not|haven't|"
    r"have not|wasn't|weren't)(?= (?:is|are|gets?|has|have|must|should|may|can|will|goes?|shall|"
    r"needs?)\b|,)|"
    r"(?:for |in |to |at |with |from )?(?:(?:any|every|all|the) )?other [a-z]+(?=,)|"
    r"(?:for |in |to )?any other(?: \w+)?|"
    r"(?:everything|anything|everyone|all|whatever(?: is)?) (?:bigger|above|more|higher|larger|"
    r"over|smaller|below|less|lower|beyond)(?: (?:that|it))?|"
    r"(?:those )?(?:to |for |from |in |at )?(?:anybody|anyone|anywhere|everywhere|somebody) else|"
    r"whatever|fall(?:s)? short of (?:that|it) and|else|"
    r"(?:below|above|over|under|beyond) (?:that|it)|"
    r"(?:the )?(?:smaller|larger|bigger|lesser|cheaper|dearer|lighter|heavier|older|younger|higher|"
    r"lower|shorter|longer|newer|later|earlier) (?:ones|[a-z]+s)|"
    r"(?:and |but )?(?:for )?(?:the (?:rest|others?|remaining(?: ones)?|remainder)|"
    r"(?:everything|everyone|everybody|anything|anyone|anybody) else|"
    r"(?:all|any|every) (?:of )?(?:the )?(?:others?|rest|remaining)(?: ones?)?))"
)
"""What is said of all that a condition does not hold for."""

_LEFT = re.compile(
    rf"(?i)\b(?:leave (?:it|them|⟦\d+⟧|be|alone)(?: alone| be| as (?:it|they) (?:is|are)| out)?|"
    rf"do nothing|nothing(?: happens| to do| is done)?|stays?(?: \w+)?|remains?(?: \w+)?|"
    rf"(?:is|are) (?:fine|ok|okay|left alone|left out|spared|exempt)|keep (?:it|them|⟦\d+⟧))"
    rf"[^,;:.]*[,;:.]?\s*(?:and |but |while )?{REST}\b,?"
)
"""What happens to nothing of one sort, and then what is done with the rest."""

_OUGHT = re.compile(r"(?i)\b(?:must|has to|have to|needs? to|should|ought to)\b")
_NEGATED = re.compile(r"(?i)\b(?:not|no|never|nothing)\b|n't\b")

_CONDITIONAL = re.compile(
    r"(?i)\b(?:if|when\w*|unless|should|whose|who|that|which|only|never|don't|do not|any\w*|with"
    r"|without|except|someone|somebody|what(?:ever)?(?= (?:is|isn't|has|came|was))|where|in case|"
    r"for|outside|every\w*|nobody|none|no|lacks?|"
    r"missing|blank|empty"
    rf"|provided|once|has no|have no|{REST})\b"
)


def conditional(*texts: str) -> bool:
    """Tell whether a sentence, marked or as it stands, has a word of conditions, outside its texts
    in quotes."""
    return any(_CONDITIONAL.search(re.sub(r'"[^"]*"', "", one)) is not None for one in texts)


def verbatim(sentence: Marked) -> tuple[str, str] | None:
    """Return a condition in the words that the sentence has for it, and the rest; None where it
    has no clause of its own. It begins with `unless` where it is turned round."""
    text = sentence.text
    lead = LEADING.match(text)
    if lead is not None:
        comma = text.find(",")
        if comma < 0:
            return None
        said, rest = text[lead.end() : comma], text[comma + 1 :]
    else:
        lead = TRAILING.search(text)
        if lead is None:
            return None
        said, rest = text[lead.end() :], text[: lead.start()]
    if re.search(r"(?i)\b(?:with|for)$", lead[0]):
        return None
    said = MARK.sub(lambda one: sentence.mentions[int(one[1])].words, said).strip(" ,")
    if "should" in lead[0].lower():
        said = re.sub(r"\b(exist|contain|match|start|end)\b", r"\1s", said)
    turned = re.search(r"(?i)unless|except", lead[0]) is not None
    if re.match(r"(?i)(?:please )?(?:never|don't|do not)\b", rest.strip()):
        turned = not turned
    return (f"unless {said}" if turned else said), rest.strip(" ,")


def clause_start(text: str, at: int) -> int:
    """Return where the clause around a place begins: after a comma, or at if and when."""
    begun = text.rfind(",", 0, at) + 1
    for found in TRAILING.finditer(text, begun, at):
        begun = found.start()
    return begun


def left_alone(text: str) -> str:
    """Return what is done with the rest where a text says first that nothing is done; else an
    empty text."""
    found = _LEFT.match(text)
    return text[found.end() :].strip(" ,.") if found is not None else ""


def without(text: str, start: int, end: int) -> tuple[str, bool, str]:
    """Return a text without the condition that stands from `start` to `end`, whether what is left
    is done if it is not so, and what is done in the other case."""
    begun = clause_start(text, start)
    left = _LEFT.search(text, end) or _LEFT.search(text[:begun])
    if left is not None and text[left.end() :].strip(" ,."):
        return text[left.end() :].strip(" ,"), True, ""
    turned = len(_TURNED.findall(text[:start])) % 2 == 1
    if turned and _NONE_STAYS.search(text):
        turned = False
    text, other = others(text, end)
    if other and _OUGHT.search(text[:start]) and not text[end:].strip(" ,;"):
        # It must not take longer than 45, otherwise it is dropped.
        return other, not turned, ""
    if other and not turned and _NEGATED.search(text[end:]):
        return other, True, ""
    if other and turned:
        # Do not close what is urgent, but close the rest: what is done is said twice.
        return f"{_bare(text, begun, start, end, True)} {other}", True, ""
    return _bare(text, begun, start, end, turned), turned, other


def others(text: str, end: int) -> tuple[str, str]:
    """Return a text up to what it says of all others, and that."""
    between = r"(?i)[,;:.]\s*(?:and |but |while )?|\b(?:and|but|while)\s+"
    for found in re.finditer(between, text[end:]):
        first, other = text[: end + found.start()], text[end + found.end() :]
        said = re.sub(rf"(?i)\b{REST}\b,?", " ", other, count=1)
        if said != other and re.search(r"[a-z⟦]", said):
            return first, said.strip(" ,")
    return text, ""


def as_first(first: str, other: str, sentence: Marked) -> str:
    """Return what is done with the rest where only its value is said: "Mia" all the rest."""
    little = r"(?i)\b(?:do|does|did|it|them|so|the same|all|by|to|for|with|being|is|are)\b"
    marks = [one for one in MARK.findall(other) if sentence.mentions[int(one)].literal]
    own = [one for one in MARK.findall(first) if sentence.mentions[int(one)].literal]
    said = re.search(r"[a-z]", MARK.sub(" ", re.sub(little, " ", other)))
    if said is not None or len(marks) != 1 or not own:
        return other
    return first.replace(f"⟦{own[-1]}⟧", f"⟦{marks[0]}⟧")


def _bare(text: str, begun: int, start: int, end: int, turned: bool) -> str:
    """Return a text without the clause of its condition."""
    clause = text[begun:].lstrip()
    asked = text.find("?", end)
    if asked >= 0 and text[asked + 1 :].strip():
        # No driver? Hold it back.
        return re.sub(r"(?i)^\s*(?:then|so),? ", "", text[asked + 1 :].strip())
    if LEADING.match(clause):
        comma = text.find(",", end)
        if comma >= 0 and not text[:begun].strip(" ,"):
            return text[comma + 1 :].strip()
        return (text[:begun] + (text[comma:] if comma >= 0 else text[end:])).strip(" ,")
    if TRAILING.match(text[begun:]):
        return (text[:begun] + text[end:]).strip(" ,")
    # The condition stands in what is acted on: tickets whose age is over 30 are closed.
    cut = re.search(r"(?i)\b(?:that|which|who|whose|with|of|where)\b[^,]*$", text[begun:start])
    at = begun + cut.start() if cut is not None else start
    rest = text[:at] + text[end:]
    rest = _TURNED.sub("", rest) if turned else rest
    return rest.strip(" ,")
