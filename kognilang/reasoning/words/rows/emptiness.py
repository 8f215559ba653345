"""Emptiness: whether a sentence says that there is nothing in a list or a table, or something."""

from __future__ import annotations

import re

from kognilang.language.words import singular
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import Marked

_LEAD = r"(?:(?:but |and )?(?:if|when|whenever|where|once|as|since|in case|as long as|should) )?"
_AT_ALL = r"(?: (?:at all|left|today|there|to speak of|to show|came in))*"
_NO = r"(?:no|not (?:a single|one|any)|none|nothing|n't (?:a single|one|any))"


def emptiness_of(sentence: Marked, situation: Situation) -> tuple[str, str]:
    """Return a marked sentence without what it says of a list being empty, and the condition:
    `there are no orders`; the text and nothing where it says no such thing."""
    lists = "|".join(
        str(at)
        for at, one in enumerate(sentence.mentions)
        if one.kind in ("list", "table") and not one.owner
    )
    called = rf"⟦(?P<list>{lists})⟧" if lists else ""
    named = "|".join(re.escape(name) for name in situation.tables)
    of_one = {*situation.tables.values(), *(singular(name) for name in situation.tables)}
    nouns = "|".join(re.escape(noun) for noun in of_one)
    defined = {
        word for noun in situation.tables.values() for word in situation.adjectives.get(noun, ())
    }
    words = "|".join(re.escape(word) for word in defined)
    sort = rf"(?:(?P<sort>{words}) )?" if words else ""
    bare = rf"{sort}(?P<bare>{named}|{nouns})" if named else ""
    for what in (called, bare):
        if not what:
            continue
        for pattern, empty in _ways(what):
            found = re.search(rf"(?i)(?:^|[,;.] |(?<= )){_LEAD}{pattern}[?]?", sentence.text)
            if found is not None:
                name = _name(found, sentence, situation)
                which = found.groupdict().get("sort")
                name = f"{which.lower()} {name}" if which else name
                said = f"there are {'no ' if empty else ''}{name}"
                rest = _without(sentence.text, found)
                return (rest, said) if re.search(r"[a-z]", rest) else (sentence.text, "")
    return sentence.text, ""


def _without(text: str, found: re.Match[str]) -> str:
    """Return a text without the clause that was found in it, and without what joined it on."""
    rest = text[: found.start()] + " " + text[found.end() :]
    return re.sub(r"(?i)^[\s,:;-]*(?:then |so )?|[\s,;:]+$", "", rest)


def _ways(what: str) -> tuple[tuple[str, bool], ...]:
    return (
        (rf"there (?:is|are|was|were) {_NO} {what}{_AT_ALL}", True),
        (rf"there (?:is|are|was|were)n't (?:a single|one|any) {what}(?: (?:at all|left))?", True),
        (rf"(?:we|it) (?:have|got|has|find|found|have got) {_NO} {what}{_AT_ALL}", True),
        (rf"{what} (?:is|are|was|were|turns out|turn out|stays|remains)(?: still)? (?:empty|blank)",
         True),
        (rf"(?:nothing|no one|nobody|nothing at all) (?:is|was|came|stands|comes)? ?(?:in|on|into) "
         rf"{what}", True),
        (rf"(?<![a-z] )no {what}{_AT_ALL}(?=[,:?]|$)", True),
        (rf"without (?:a single |any |one )?{what}", True),
        (rf"{what} (?:has|have|holds?|contains?) (?:nothing|no \w+)(?: in (?:it|them))?", True),
        (rf"there (?:is|are|was|were) (?:any |some |at least one |still |an? )?{what}", False),
        (rf"{what} (?:is|are)(?:n't| not) empty", False),
        (rf"(?:something|anything) (?:is|was|stands|ends up|came)? ?(?:in|on|into) {what}", False),
    )  # fmt: skip


def _name(found: re.Match[str], sentence: Marked, situation: Situation) -> str:
    groups = found.groupdict()
    if groups.get("list"):
        return sentence.mentions[int(groups["list"])].words.removeprefix("the ")
    said = groups["bare"].lower()
    # A point is one of the points, though they are measurements.
    tables = situation.tables
    ways = ({name: tables[name] for name in tables}, {name: singular(name) for name in tables})
    for one in ways:
        name = next((name for name in tables if said in (name, one[name])), "")
        if name:
            return name
    return said


def none_or_any(sentence: Marked, situation: Situation) -> tuple[str, str]:
    """Return a marked sentence without what it says of none or any of a table's rows being so, and
    the condition: `no rental is overdue`; the text and nothing where it says no such thing."""
    for table, noun in situation.tables.items():
        lists = sentence.marks_of(f"the {table}")
        among = rf"(?: (?:of|among|in) ⟦(?:{lists})⟧)?" if lists else ""
        for word in situation.adjectives.get(noun, ()):
            none = rf"(?:nothing|nobody|no one|none|not one|no (?:single )?{re.escape(noun)})"
            some = (
                r"(?:anything|anybody|anyone|any|something|some|one|at least one|"
                rf"(?:any|at least one|one|some|a|a single|one single) (?:of (?:the|our|them) )?"
                rf"(?:{re.escape(noun)}|{re.escape(table)})|any of them|one of them)"
            )
            being = r"(?: (?:is|are|be|being|was|were|has|have|had|already|now|still|"
            being += rf"turns out(?: to be)?))* {re.escape(word)}"
            for who, said in ((none, "no"), (some, "any")):
                found = re.search(
                    rf"(?i)(?P<lead>{_LEAD}|^provided(?: that)? |^with |^(?:is|are) )"
                    rf"(?:there is |there are )?{who}"
                    rf"{among}{being}(?: \w+)?{among}(?P<comma>,|[?])?",
                    sentence.text,
                )
                if found is None or not found["lead"]:
                    continue
                rest = _without(sentence.text, found)
                if re.search(r"[a-z]", rest):
                    return rest, f"{said} {noun} is {word}"
    return sentence.text, ""
