"""Capping: values beyond a bound that are brought back to it: prices above the cap are cut down to
it, never more than 90: a bigger quantity is brought down to 90."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.changes.meant import plain_number, spoken_of
from kognilang.reasoning.words.naming.mentions import Marked, Mention, subject_of
from kognilang.reasoning.words.naming.products import unit_of

_ALL = r"(?:(?:all |any |every |each |an? |the |its |their |those |such )*)"
_B = rf"{_ALL}⟦(?P<b>\d+)⟧"
_A = r"(?:the )?⟦(?P<a>\d+)⟧(?: (?P<unit>[a-z]+))?"
_BACK = (
    r"(?:⟦(?P<to>\d+)⟧(?: [a-z]+)?|it|that|this|there|the (?:limit|cap|maximum|minimum|bound|"
    r"floor))"
)
_OUGHT = (
    r"(?:(?:must|should|shall|will|may|can|has|have|is|are|gets?|be|to|then|just|simply|only) )*"
)
_OVER = (
    r"(?:(?:that (?:is|are|goes|go|lies|lie) |which (?:is|are|goes|go) |of |at |with )?(?:above|"
    r"over|beyond|higher than|longer than|more than|larger than|bigger than|greater than|exceeding|"
    r"in excess of|past|exceeds?|older than|dearer than|heavier than))"
)
_UNDER = (
    r"(?:(?:that (?:is|are|goes|go|lies|lie) |which (?:is|are|goes|go) |of |at |with )?(?:below|"
    r"under|lower than|shorter than|less than|smaller than|fewer than|beneath|short of|cheaper "
    r"than|lighter than))"
)
_CUT = (
    r"(?:brought|cut|reduced|lowered|capped|trimmed|set|pulled|taken|put|limited|shortened|dropped|"
    r"marked|rounded|scaled|clipped|goes?|go|come|comes|held|corrected|changed)"
)
_LIFT = (
    r"(?:brought|raised|lifted|rounded|put|set|pulled|topped|bumped|taken|increased|goes?|go|"
    r"come|comes|corrected|changed)"
)
_DO_CUT = (
    r"(?:bring|cut|reduce|lower|cap|trim|set|pull|take|put|limit|shorten|drop|mark|round|scale|"
    r"clip|correct|change)"
)
_DO_LIFT = r"(?:bring|raise|lift|round|put|set|pull|top|bump|take|increase|correct|change)"
_DOWN, _UP = r"(?: down| back)*(?: to| at)", r"(?: up| back)*(?: to| at)"
_BIGGER = r"(?:bigger|larger|higher|longer|greater|more|heavier|dearer|any more)"
_SMALLER = r"(?:smaller|lower|shorter|less|fewer|lighter|cheaper)"
_SUM = r"(?:numbers?|amounts?|values?|ones?|figures?|quantit(?:y|ies)|sums?|counts?)"
_NEVER = (
    r"(?:.*?\b(?:never|no|not|nobody|nothing|none|cannot|can't|won't|don't|at most|maximum)\b.*?)"
)
_TAIL = r"(?:,? (?:then|too|as well|please|again|instead|here|automatically))*[.! ]*$"
_PAYS = (
    r"(?:nobody|no one|none of them|no [a-z]+|no ⟦\d+⟧) (?:should |may |can |must |ever |is to |"
    r"has to |will |ought to )*(?:be )?(?:pays?|paying|charged|costs?|owes?|billed)"
)

_WAYS: tuple[tuple[str, str], ...] = (
    ("more", rf"{_B} {_OVER} {_A} {_OUGHT}{_CUT}{_DOWN} {_BACK}"),
    ("more", rf"{_DO_CUT}(?: down| back)? {_B} {_OVER} {_A}{_DOWN} {_BACK}"),
    ("more", rf"(?:anything|everything|whatever is|what is|all) {_OVER} {_A} {_OUGHT}{_CUT}{_DOWN} "
             rf"{_BACK}"),
    ("more", rf"{_NEVER}more than {_A}[^⟦]*[,;:] (?:so |and )*{_ALL}{_BIGGER} (?:{_B}|{_SUM}) "
             rf"{_OUGHT}{_CUT}{_DOWN} {_BACK}"),
    ("more", rf"{_NEVER}more than {_A}[^⟦]*[,;:] (?:so |and )*{_DO_CUT} {_ALL}{_BIGGER} "
             rf"(?:{_B}|{_SUM}){_DOWN} {_BACK}"),
    ("more", rf"{_A} is (?:the |our )?(?:maximum|limit|most|ceiling|upper limit|cap)[^⟦]*[,;:] "
     "(?:so"
             rf" |and )*(?:{_DO_CUT} )?{_ALL}{_BIGGER} (?:{_B}|{_SUM})(?: {_OUGHT}{_CUT})?{_DOWN} "
             rf"{_BACK}"),
    ("less", rf"{_B} {_UNDER} {_A} {_OUGHT}{_LIFT}{_UP} {_BACK}"),
    ("less", rf"{_DO_LIFT}(?: up)? {_B} {_UNDER} {_A}{_UP} {_BACK}"),
    ("less", rf"(?:anything|everything|whatever is|what is|all) {_UNDER} {_A} {_OUGHT}{_LIFT}{_UP} "
             rf"{_BACK}"),
    ("less", rf"{_NEVER}less than {_A}[^⟦]*[,;:] (?:so |and )*{_ALL}{_SMALLER} (?:{_B}|{_SUM}) "
             rf"{_OUGHT}{_LIFT}{_UP} {_BACK}"),
    ("less", rf"{_NEVER}(?:less|fewer) than {_A}[^⟦]*[,;:] (?:so |and )*{_DO_LIFT} "
     "{_ALL}{_SMALLER} "
             rf"(?:{_B}|{_SUM}){_UP} {_BACK}"),
    ("less", rf"{_PAYS} less than {_A}"),
    ("more", rf"{_PAYS} more than {_A}"),
)  # fmt: skip
_COMPILED = tuple(
    (than, re.compile(rf"(?i)^(?:so |and |then |please )*{way}{_TAIL}")) for than, way in _WAYS
)
_LIKELY, _NOBODY = 4.6, 5.2


def capped(sentence: Marked, situation: Situation) -> Iterator[tuple[str, str, float]]:
    """Yield that a value beyond a bound is set to it: the condition, the step, and how likely they
    are."""
    text = re.sub(" +", " ", sentence.text).strip(" ,.")
    for than, pattern in _COMPILED:
        found = pattern.match(text)
        if found is None:
            continue
        said = found.groupdict()
        bound = sentence.mentions[int(found["a"])]
        to = sentence.mentions[int(said["to"])] if said.get("to") else bound
        if to.pronoun or to.words == f"the {subject_of(situation)}":
            to = bound
        of = sentence.mentions[int(said["b"])] if said.get("b") else None
        if of is None or of.pronoun:
            of = _beyond(bound, text, said.get("unit") or "", situation)
        if of is None or of.literal or of.words in (bound.words, to.words):
            continue
        fits = all(one.kind in (of.kind, "number", "any") or of.kind in ("any", "number")
                   for one in (bound, to))  # fmt: skip
        if not fits:
            continue
        likely = _NOBODY if pattern.pattern.find("nobody|no one|none of them") > 0 else _LIKELY
        condition = f"{of.words} is {than} than {plain_number(bound, of)}"
        yield condition, f"Set {of.words} to {plain_number(to, of)}.", likely
        return


def _beyond(bound: Mention, text: str, unit: str, situation: Situation) -> Mention | None:
    """Return the property of a thing that a bound is of, where the words name none."""
    if bound.kind == "money":
        found = spoken_of(bound, text, situation, frozenset())
        return found[0] if found is not None else None
    about = unit_of(unit, situation) if unit else None
    if about is not None:
        return about
    subject = subject_of(situation)
    fields = situation.fields.get(subject, {})
    names = [name for name, kind in fields.items() if kind == bound.kind]
    return Mention(f"the {subject}'s {names[0]}", bound.kind) if len(names) == 1 else None
