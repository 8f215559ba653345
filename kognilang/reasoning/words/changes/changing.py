"""Changing: numbers and amounts made larger or smaller, in other words than the language's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kognilang.dataclass import replace
from kognilang.language.words import lemma
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.changes.flagging import flagged, noted
from kognilang.reasoning.words.changes.meant import plain_number
from kognilang.reasoning.words.changes.moving import moved
from kognilang.reasoning.words.changes.until import until
from kognilang.reasoning.words.naming.mentions import Marked, Mention
from kognilang.reasoning.words.phrases.synonyms import is_verb

_A, _B = r"⟦(?P<a>\d+)⟧", r"⟦(?P<b>\d+)⟧"
_OUGHT = (
    r"(?:(?:then |also |always |simply |just |now )?(?:(?:must|should|shall|will|may|can|has to|"
    r"have to|is to|are to|needs? to|ought to|is|are|gets?|be|to be) )*(?:also |then |simply )?)"
)
_INTO = r"(?:up )?(?:in|into|onto|on|to|towards?|on top of|in with|to the credit of)"
_OFF = r"(?:off|from|away from|out of|back from|down from)"
_END = (
    r"(?:,? (?:too|as well|also|again|then|please|each time|on top|instead|now|from now on|"
    r"as of (?:now|today)|henceforth|in future|at once))*[.!]?$"
)
_UP = r"(?:more|higher|larger|bigger|dearer|longer)"
_LARGE = r"(?:large|big|high|much|many|long|heavy|great|dear|expensive)"

_WAYS: tuple[tuple[str, str], ...] = (
    ("add", rf"{_A} {_OUGHT}(?:goes?|go|counts?|counted|added|add|comes?|come|put|belongs?|"
            rf"included|booked|flows?|runs?|moves?|worked|taken)(?: up)? {_INTO} {_B}"),
    ("add", rf"(?:add|put|count|work|include|reckon|throw|book|tack|charge|lump|pile|enter|take) "
            rf"(?:another |a further |an extra )?{_A}(?: more| extra)? {_INTO} {_B}"),
    ("add", rf"{_B} (?:\w+ )?(?:goes|go|is|moves|rises|grows|climbs|increases) (?:up )?by {_A}"),
    ("add", rf"{_B} {_OUGHT}(?:raised|increased|put up|upped|bumped up|go up|rise|grow|increase|"
            rf"extended|lengthened) by {_A}"),
    ("add", rf"(?:raise|increase|up|bump|lift|hike|boost|push) {_B}(?: up)? by {_A}"),
    ("add", rf"(?:make|let) {_B} (?:be )?{_A}(?: \w+)? {_UP}"),
    ("add", rf"{_B} (?:becomes?|is|gets?) {_A}(?: \w+)? {_UP}"),
    ("take", rf"{_A} {_OUGHT}(?:comes?|come|goes?|go|taken|subtracted|deducted|knocked|removed|"
             rf"withheld|docked) {_OFF} {_B}"),
    ("take", rf"(?:take|knock|deduct|subtract|shave|cut|dock|withhold|remove|keep|draw|trim|"
             rf"strike) {_A}(?: more| of it)? {_OFF} {_B}"),
    ("take", rf"(?:we |they )?(?:have )?(?:used|use|using|spent|spend|lost|lose|consumed|consume)"
             rf"(?: up)? {_A} of {_B}"),
    ("take", rf"{_B} {_OUGHT}(?:goes|go|is|moves|falls|drops|shrinks|lowered|reduced|decreased|cut|"
             rf"put|brought|fall|drop|shortened|marked)(?: down)? by {_A}"),
    ("take", rf"(?:lower|reduce|decrease|cut|drop|bring|put|shorten|mark|trim) {_B}(?: down)? by "
             rf"{_A}"),
    ("take", rf"(?:make|let) {_B} (?:be )?{_A}(?: \w+)? (?:less|lower|smaller|cheaper|shorter)"),
    ("take", rf"{_B} (?:becomes?|is|gets?) {_A}(?: \w+)? (?:less|lower|smaller|cheaper|shorter)"),
    ("take", rf"(?:we |they |⟦\d+⟧ )?(?:gets?|have|has|is given|are given|receives?) {_A} off "
             rf"(?:of )?{_B}"),
    ("take", rf"{_A} off {_B}"),
    ("take", rf"(?:pay|fund|finance|cover|meet|settle|cover up) {_A} (?:from|out of|with) {_B}"),
    ("take", rf"{_A} {_OUGHT}(?:paid|funded|financed|covered|met|settled) (?:from|out of) {_B}"),
    ("take", rf"{_B} {_OUGHT}(?:down|lower|poorer|smaller|less) by {_A}"),
    ("add", rf"{_B} {_OUGHT}(?:up|higher|richer|larger|more) by {_A}"),
    ("add", rf"(?:up|raise|increase|hike|bump up) {_B} (?:by )?(?:a further |another )?{_A}"),
    ("add", rf"{_B} {_OUGHT}(?:goes?|go|rises?|climbs?) (?:up )?(?:by )?(?:a further |another |an "
            rf"extra )?{_A}"),
    ("zero", rf"(?:set|put|bring|reset|take|reduce|turn|wind|go|clear|return) {_B}(?: back| down| "
             rf"again)* (?:to|at) (?:zero|nothing|nought|nil|naught)"),
    ("zero", rf"{_B} {_OUGHT}(?:set|put|brought|reset|taken|goes?|go|falls?|drops?|starts?)(?: "
             rf"back| "
             rf"down| again)* (?:to|at|from) (?:zero|nothing|nought|nil|naught)"),
    ("zero", rf"(?:reset|zero) {_B}"),
    ("zero", rf"(?:⟦\d+⟧ |they |it )?(?:{_OUGHT})?(?:pays?|owes?|costs?|charged|charge|need|"
             rf"needs|gets?|have|has|bears?|leaves?) (?:to pay )?(?:no|not any|zero) {_B}"),
    ("add", rf"(?:⟦\d+⟧ |they |it )?(?:{_OUGHT})?(?:bears?|carry|carries|attracts?|incurs?|takes?|"
            rf"charged|owes?|comes? with|receives?|gets?|earns?|pays?|costs?) {_A}(?: more| "
            rf"extra)? "
            rf"(?:on top of|in addition to|besides|plus|over and above|as well as|beside) {_B}"),
    ("nearest", rf"round {_B}(?: off)?(?P<way> up| down)? to (?:the )?(?:nearest|next|full|whole) "
                rf"{_A}"),
    ("part", rf"(?:(?:⟦\d+⟧|they|he|she|it) )?(?:only |just )?(?:pays?|owes?|costs?|charge)"
             rf"(?: only| just)? {_A}"),
    ("part", rf"(?:only |just )?{_A} (?:is|are) (?:enough|due|payable|charged|plenty|sufficient|"
             rf"to be paid|paid|what is due)"),
    ("part", rf"(?:only |just )?{_A} (?:will do|does it|applies|suffices)"),
    ("at most", rf"{_B} (?:may|can) (?:go up|rise|climb|grow|go|increase) (?:up )?to {_A},? but "
                rf"(?:no|not) (?:higher|further|more|above|beyond|any higher)"),
    ("one more", r"(?:count|tally) (?:one|⟦\d+⟧)(?: more)? (?:[a-z]+|⟦\d+⟧)"),
    ("one more", r"(?:one|⟦\d+⟧) more (?:[a-z]+|⟦\d+⟧) (?:counted|to count|to be counted)"),
    ("add", rf"{_A} (?:more )?on top of {_B}"),
    ("add", rf"(?:we |they |⟦\d+⟧ )?(?:pays?|costs?) {_A}(?: more| extra)? (?:on|on top of|in) "
            rf"{_B}"),
    ("one more", rf"(?:one|1) more (?:for|on|onto|to|goes (?:on|onto|to|into)|in|into) {_B}"),
    ("one more", rf"(?:make|let|set|put) {_B} (?:be )?(?:one|⟦\d+⟧) (?:higher|more|up|further)"),
    ("one more", rf"{_B} (?:is |gets |becomes |goes )?(?:one|⟦\d+⟧) (?:higher|more|up)\b"),
    ("one more", rf"(?:count|add) (?:one|another one) (?:more )?(?:on|to|in|up|onto) {_B}"),
    ("one more", rf"(?:one|⟦\d+⟧) more {_B}(?: to count)?"),
    ("one less", rf"(?:make|let|set|put) {_B} (?:be )?(?:one|⟦\d+⟧) (?:lower|less|fewer|down)"),
    ("one less", rf"{_B} (?:is |gets |becomes |goes )?(?:one|⟦\d+⟧) (?:lower|less|fewer|down)\b"),
    ("double", rf"(?:double|duplicate) {_B}"),
    ("double", rf"{_B} {_OUGHT}(?:doubled|doubles?)"),
    ("double", rf"(?:make|let|set) {_B} (?:be |to )?(?:twice|double) (?:as {_LARGE}|"
               rf"what it (?:is|was)|its \w+|the \w+)"),
    ("double", rf"{_B} {_OUGHT}(?:made |be )?(?:twice as {_LARGE}|multiplied by two)"),
    ("triple", rf"(?:triple|treble) {_B}"),
    ("triple", rf"{_B} {_OUGHT}(?:tripled|trebled|triples?)"),
    ("halve", rf"halve {_B}"),
    ("halve", rf"cut {_B} (?:in|by) half"),
    ("halve", rf"make {_B} (?:⟦\d+⟧ (?:of )?|half )(?:what it (?:is|was)|as \w+)"),
    ("halve", rf"{_B} {_OUGHT}(?:halved|halves|cut in half)"),
    ("write", rf"(?:write|put|enter|note|record|fill in|type|store|register|set)(?: down)? {_A} "
              rf"(?:down )?(?:in|into|as|under|for|to|on|at) {_B}(?: field| column| box| line)?"),
    ("write", rf"{_B} {_OUGHT}(?:now )?(?:changed?|changes|moved?|moves|switch(?:ed|es)?|goes|go|"
              rf"turned|turns) from ⟦\d+⟧ to {_A}"),
    ("write", rf"(?:set|change|switch|update|correct|put|turn|move|flip|bring) {_B} from ⟦\d+⟧ to "
              rf"{_A}"),
    ("write", rf"(?:write|put|enter|note|record|fill in|type|store|register|set|list|have|use|take|"
              rf"name)(?: down)? {_A} (?:down )?as {_B}"),
    ("write", rf"(?:enter|note|record|fill in|type|store|register|set|write|put|list)(?: down)? "
              rf"{_B} "
              rf"as {_A}"),
    ("write", rf"{_A} {_OUGHT}(?:goes|put|entered|noted|written|recorded|filled|belongs|stands?|go|"
              rf"listed|set|named)(?: down| in)* (?:as|in|into|under|for) {_B}(?: field| column| "
              rf"box)?"),
    ("write", rf"{_B} {_OUGHT}(?:now )?(?:read|say|become|becomes?|reads|says|change to|changed to|"
              rf"changes to|goes to|go to|turns to|be|show|shows) {_A}"),
    ("write", rf"(?:set|change|switch|update|correct|put|turn|move|flip|bring) {_B}"
              rf"(?: back| over)? (?:to|into|as|on) {_A}"),
    ("write", rf"give ⟦\d+⟧ {_B} (?:of )?{_A}"),
    ("write", rf"⟦\d+⟧ {_OUGHT}(?:get|gets|receives?|given|have|has|takes?|assigned) {_B} "
              rf"(?:of )?{_A}"),
    ("at most", rf"(?:cap|limit|restrict) {_B} (?:to|at) (?:a maximum of |at most )?{_A}"),
    ("at most", rf"{_B} {_OUGHT}(?:capped|limited|restricted|kept|held) (?:to|at|below|under|down "
                rf"to)(?: a maximum of| at most)? {_A}"),
    ("at most", rf"(?:lower|bring|reduce|set|cut|keep|put|make) {_B}(?: down| back)? (?:to )?(?:at "
                rf"most|a maximum of|no more than|at the most) {_A}"),
    ("at least", rf"(?:raise|bring|lift|increase|set|put|make) {_B}(?: up)? (?:to )?(?:at least|a "
                 rf"minimum of|no less than|at the least) {_A}"),
    ("set", rf"(?:set|make|lower|raise|bring|reset|cut|reduce|increase|put|take|drop|lift|let|"
            rf"change|correct|adjust|round|fix|turn|have)"
            rf"(?: down| back| up)? {_B}(?: down| back| up| be| drop| fall| rise| go| over)* "
            rf"(?:to|at|on) {_A}"),
    ("set", rf"{_B} {_OUGHT}(?:now )?(?:set|lowered|raised|brought|reset|cut|reduced|increased|"
            rf"put|taken|dropped|lifted|changed|corrected|adjusted|drops?|falls?|rises?|goes|moves|"
            rf"climbs|jumps|sinks|comes|go|move|rise|fall)(?: down| back| up)? to {_A}"),
    ("write", rf"{_B} (?:is|equals|amounts to|comes to|shall be|should be|must be|will be|becomes|"
              rf"is to be|is worked out as|is calculated as|is computed as|is made up of|makes|"
              rf"is reckoned as|works out as) {_A}"),
    ("write", rf"(?:work out|calculate|compute|reckon|set|let|make|take|keep|note|store|remember|"
              rf"record) {_B} (?:as|to be|be|from|by) {_A}"),
    ("write", rf"(?:work out|calculate|compute|reckon|find out|determine|figure out|get|take|"
              rf"establish|look up|see) {_A},? (?:and|then|and then) (?:enter|put|write|use|take|"
              rf"note|record|set|keep|save|store|fill in|fill|make|type|insert|have) (?:that|it|"
              rf"this|the result|the answer|the outcome|⟦\d+⟧)(?: down| in)* (?:as|in|into|for|"
              rf"under|to|on) {_B}"),
    ("write", rf"(?:keep|note|store|remember|record|save|write|put|take|use|enter)(?: down)? {_A} "
              rf"(?:as|for|under|in) {_B}"),
    ("add", rf"(?:keep|have) (?:a )?(?:running |grand )?(?:total|sum|count|tally) of {_A} in {_B}"),
    ("add", rf"(?:keep|go on) adding(?: up)? {_A} (?:to|in|into) {_B}"),
    ("add", rf"{_B} (?:grows?|increases?|rises?|goes up|climbs?|swells?) (?:with|by) {_A}"),
    ("add", rf"{_A} (?:counts?|goes|adds?|comes|contributes?) (?:towards?|to|into|in with) {_B}"),
    ("add", rf"{_B} {_OUGHT}{_A} (?:more|higher|dearer|extra|up)"),
    ("take", rf"{_B} {_OUGHT}{_A} (?:less|lower|cheaper|down)"),
    ("add", rf"(?:step|turn|inch|notch|scale|put|mark|jack|ratchet|bring|move) {_B} up by {_A}"),
    ("add", rf"(?:step|turn|scale|put|mark|jack|move|bump|push|jack|hike)(?: up) {_B} by {_A}"),
    ("take", rf"(?:step|turn|scale|put|mark|move|knock|push)(?: down) {_B} by {_A}"),
    ("take", rf"(?:step|turn|scale|move|knock|push) {_B} down by {_A}"),
    ("take", rf"{_B} {_OUGHT}(?:come|comes|slips?|sinks?|gets?|goes|go|reduces|slides) "
             rf"(?:down |lower |back )?by {_A}"),
    ("take", rf"{_B} {_OUGHT}{_A} (?:taken|knocked|cut|shaved|struck|deducted|subtracted) "
             rf"(?:off|from)"),
    ("take", rf"{_A} (?:is|are|gets?|be) (?:to be )?(?:charged|debited|billed|booked|taken|set) "
             rf"(?:to|against|out of|off) {_B}"),
    ("take", rf"(?:charge|debit|set|book) {_A} (?:against|off against) {_B}"),
    ("one more", rf"(?:that is |that's |this is |this makes |that makes |makes |counts as )?(?:one|"
                 rf"⟦\d+⟧) more [a-z]+ (?:for|on|onto|to|in|into) {_B}"),
    ("one more", r"(?:that is |that's |this is |this makes |that makes |makes |counts as |and )?"
                 r"(?:one|another|another one|⟦\d+⟧ more|one more|⟦\d+⟧)(?: [a-z]+)?(?: to count| "
                 r"counted| to be counted| for the count| on the count| to add to the count)"),
    ("one more", r"(?:count|tally)(?: up)? (?:⟦\d+⟧|it|this one|this|that one)(?: in| too| as "
                 r"well| also| up)?"),
    ("one more", r"(?:⟦\d+⟧|it|this one) (?:is|gets|must be|should be|has to be) (?:also )?(?:"
                 r"counted|tallied)(?: in| too| as well| also| up)?"),
    ("one more", rf"{_B} (?:goes|ticks|moves|counts|is put|steps|jumps) up(?: by)?(?: one|⟦\d+⟧)?"),
)  # fmt: skip
_QUANTITIES = ("number", "money", "percent", "duration", "count", "any")
_LIKELY = 3.6


@cache
def _compiled() -> list[tuple[str, re.Pattern[str]]]:
    lead = "(?:please |so |then |just |we |and )*"
    return [(what, re.compile(rf"(?i)^{lead}(?:{way}){_END}")) for what, way in _WAYS]


_SO = re.compile(
    r"(?i)^.*?(?:, (?:so|therefore|thus|hence|which means(?: that)?)|:|;|–|—) (?P<rest>[^,;:]+)$"
)
"""What is said to follow of what stands before it."""
_FOLLOWS = 0.3
"""What it says against a change that the first half of a sentence is not in it."""


def changed(
    text: str, sentence: Marked, situation: Situation, alone: bool = False
) -> Iterator[tuple[str, float]]:
    """Yield what a part of a marked sentence says to do with a number, an amount, a date or a
    yes/no property: a sentence of the language, and how likely it is. `alone` says that the
    sentence states no condition."""
    text = re.sub(r", (?:that is|i\.e\.|meaning|so) ⟦\d+⟧,", "", text.strip(" ,"))
    text = _imperative(text)
    found = list(_changed(text, sentence, situation, alone))
    follows = _SO.match(text)
    if not found and follows is not None:
        found = [
            (step, score - _FOLLOWS)
            for step, score in _changed(follows["rest"], sentence, situation, alone)
        ]
    yield from found


def _imperative(text: str) -> str:
    """Return a text that begins with a form of a verb with the verb itself: having first taken."""
    led = re.sub(r"(?i)^(?:(?:having|had|first|by|also|both|to|even) )+(?=[a-z])", "", text)
    first = re.match(r"([A-Za-z]+(?:ing|en|ed|ut)) (?=⟦|down|up|back|off|out)", led)
    if first is not None and is_verb(lemma(first[1].lower())):
        return lemma(first[1].lower()) + led[first.end(1) :]
    return led


def _changed(
    text: str, sentence: Marked, situation: Situation, alone: bool
) -> Iterator[tuple[str, float]]:
    for way in (moved, until, flagged, noted):
        found = list(way(text, sentence, situation))
        if found:
            yield from found
            return
    for what, pattern in _compiled():
        match = pattern.match(text)
        if match is None:
            continue
        said = {name: mark for name, mark in match.groupdict().items() if mark}
        by = sentence.mentions[int(said["a"])] if "a" in said else None
        if "b" in said:
            of = sentence.mentions[int(said["b"])]
        elif what == "part":
            share = (
                re.fullmatch(r"\d[\d.]*% of (the .+'s .+)", by.words) if by is not None else None
            )
            if share is not None and by is not None:
                yield f"Set {share[1]} to {by.words}.", _LIKELY - 0.5
                return
            continue
        else:
            counter = _counter(situation)
            if counter is None:
                continue
            of = counter
        if of.literal or of.pronoun:
            continue
        if what == "write":
            fits = by is not None and by.kind in (of.kind, "any")
            if (
                by is not None
                and fits
                and ((of.owner and by.literal) or _worked_out(by, situation))
            ):
                yield f"Set {of.words} to {by.words}.", _LIKELY
                return
            continue
        if what == "zero":
            nothing = {"money": "$0", "number": "0", "count": "0"}.get(of.kind, "")
            if nothing:
                yield f"Set {of.words} to {nothing}.", _LIKELY
                return
            continue
        if what == "nearest" and by is not None and by.kind in (of.kind, "number"):
            rounded = f"rounded{match['way'] or ''} to the nearest {by.words}"
            yield f"Set {of.words} to {of.words} {rounded}.", _LIKELY
            return
        if of.kind not in _QUANTITIES:
            continue
        if what in ("at most", "at least"):
            step = _bounded(what, of, by, alone)
        else:
            step = _step(what, of, by)
        if step:
            yield step, _LIKELY if of.kind != "any" else _LIKELY - 1.0
            return


def _worked_out(mention: Mention, situation: Situation) -> bool:
    """Tell whether a value is made of others, or is worked out by the text: the price minus the
    discount."""
    for noun, values in situation.worked_out.items():
        if any(mention.words in (f"{one} the {noun}", f"the {one} the {noun}") for one in values):
            return True
    return re.search(r" (?:minus|plus|times|between|of|for) ", mention.words) is not None


def _counter(situation: Situation) -> Mention | None:
    """Return the only name of a text that counts things; None where it has none, or several."""
    found = [
        name
        for name, kind in situation.kinds.items()
        if kind in ("number", "count")
        and re.search(r"\b(?:count|total|tally|counter)$|^(?:number|count|total) of", name)
    ]
    return Mention(f"the {found[0]}", "number") if len(found) == 1 else None


def _bounded(what: str, of: Mention, by: Mention | None, alone: bool) -> str:
    """Return that a value is kept within a bound: under a condition it is set to the bound."""
    if by is None or (by.kind != of.kind and not (by.literal and by.kind == "number")):
        return ""
    if not alone:
        return f"Set {of.words} to {by.words}."
    side = "smaller" if what == "at most" else "larger"
    return f"Set {of.words} to the {side} of {of.words} and {by.words}."


def _step(what: str, of: Mention, by: Mention | None) -> str:
    simple = {
        "one more": f"Add 1 to {of.words}.", "one less": f"Subtract 1 from {of.words}.",
        "double": f"Multiply {of.words} by 2.", "triple": f"Multiply {of.words} by 3.",
        "halve": f"Divide {of.words} by 2.",
    }  # fmt: skip
    if what in simple:
        return simple[what]
    if by is None or by.kind not in _QUANTITIES or by.pronoun or (by.kind == "any" == of.kind):
        return ""
    if what == "set":
        fits = by.kind == of.kind or (by.literal and by.kind == "number")
        return f"Set {of.words} to {by.words}." if fits else ""
    share = by.kind == "percent" and of.kind != "percent"
    by = replace(by, words=plain_number(by, of))
    if what == "add":
        return f"Increase {of.words} by {by.words}." if share else f"Add {by.words} to {of.words}."
    if share:
        return f"Decrease {of.words} by {by.words}."
    return f"Subtract {by.words} from {of.words}."
