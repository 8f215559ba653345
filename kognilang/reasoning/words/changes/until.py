"""Until: a day that a thing gets for its end, or its beginning, in other words than the
language's: it has until 1 May, it now ends on 1 May."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import Marked, subject_of
from kognilang.reasoning.words.naming.relating import related

_THING = r"(?:the [a-z]+ (?:of|for) )?⟦(?P<of>\d+)⟧(?:'s [a-z]+)?"
_DAY = r"⟦(?P<day>\d+)⟧"
_NOW = r"(?:now|then|still|only|again|therefore|instead|thus|already|also)"
_UNTIL = r"(?:until|till|up to|up until)"
_ON = r"(?:on|by|from|until|till|for|as of|to|not before)"
_LEAD = r"(?:please |so |then |just |but |now |and |from now on,? )*"
_TAIL = r"(?:,? (?:instead|now|then|again|only|after all|in future|at the latest))*[.!]?$"
_WAYS = tuple(
    re.compile(rf"(?i)^{_LEAD}(?:{way}){_TAIL}")
    for way in (
        rf"{_THING} (?:{_NOW} )*(?:has|have|gets?|got|is given|are given|is granted|receives?|may "
        rf"take|can take|shall have|should have|is to have|is allowed|will have)(?: {_NOW})*"
        rf"(?: (?:time|more time|longer|an extension))? {_UNTIL} {_DAY}",
        rf"(?:give|grant|allow|leave) {_THING} (?:(?:more )?time )?{_UNTIL} {_DAY}",
        rf"let {_THING} (?:have|run|last|stay|go on|wait) (?:(?:more )?time )?{_UNTIL} {_DAY}",
        rf"{_THING} (?:{_NOW} )*(?:(?:must|should|shall|may|can|will|is to|has to) )?(?:be )?"
        rf"(?P<verb>ends?|expires?|closes?|starts?|begins?|opens?|leaves?|departs?|arrives?|"
        rf"is due|due|falls due|returns?|runs? out|is over|comes? back|"
        rf"runs?|lasts?|is valid|stays?|goes on|continues?)(?: back)?(?: {_NOW})* "
        rf"(?:{_ON} )?{_DAY}",
        rf"{_THING} (?:{_NOW} )*(?:is|are|has been|gets?|was) (?:{_NOW} )?(?:moved|put off|"
        rf"put back|postponed|brought forward|rescheduled|shifted|set|fixed|scheduled|put forward|"
        rf"deferred|delayed|adjourned|pushed back)(?: {_NOW})* (?:{_ON} )?{_DAY}",
        rf"(?:move|shift|put off|postpone|bring forward|reschedule|defer|delay|adjourn|push back) "
        rf"{_THING} {_ON} {_DAY}",
    )
)
_ENDS = ("deadline", "due", "end", "expir", "until", "return", "clos", "valid", "renewal")
_OF_VERBS = {
    "expire": "expir valid until end", "run": "expir end", "is over": "end", "due": "due deadline",
    "is due": "due deadline", "falls due": "due deadline", "last": "end expir", "stay": "end depart"
    " checkout", "leave": "depart leav", "come": "return back", "is valid": "expir valid",
    "goes on": "end", "continue": "end", "depart": "depart", "arrive": "arriv", "begin": "start",
    "start": "start begin", "end": "end expir", "close": "clos end deadline",
}  # fmt: skip
_LIKELY, _GUESSED = 3.4, 2.4


def until(text: str, sentence: Marked, situation: Situation) -> Iterator[tuple[str, float]]:
    """Yield what a part of a marked sentence says of the day on which its subject ends or begins:
    a sentence of the language, and how likely it is."""
    if not any(one.kind == "date" for one in sentence.mentions):
        return
    subject = subject_of(situation)
    fields = situation.fields.get(subject, {})
    dates = [name for name, kind in fields.items() if kind in ("date", "moment")]
    for pattern in _WAYS if dates else ():
        found = pattern.match(text)
        if found is None:
            continue
        of, day = (sentence.mentions[int(found[one])] for one in ("of", "day"))
        if of.words != f"the {subject}" or day.kind != "date":
            continue
        verb = (found.groupdict().get("verb") or "").lower()
        name = _property(dates, verb)
        if name:
            sure = bool(verb) or len(dates) == 1 or _is_end(name)
            yield f"Set the {subject}'s {name} to {day.words}.", _LIKELY if sure else _GUESSED
        return


def _is_end(name: str) -> bool:
    return any(one in name for one in _ENDS)


def _property(dates: list[str], verb: str) -> str:
    """Return the property that a verb speaks of, or that holds a thing's end."""
    for begun, wanted in _OF_VERBS.items():
        if verb.startswith(begun):
            for word in wanted.split():
                found = [name for name in dates if word in name]
                if found:
                    return found[0]
    if verb:
        found = [name for name in dates if related(name, verb)]
        if found:
            return found[0]
    for word in _ENDS:
        found = [name for name in dates if word in name]
        if found:
            return found[0]
    return dates[0] if len(dates) == 1 and not verb.startswith(("start", "begin")) else ""
