"""Changing: numbers and amounts made larger or smaller, in other words than the language's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kognilang.reasoning.words.mentions import Marked, Mention

_A, _B = r"⟦(?P<a>\d+)⟧", r"⟦(?P<b>\d+)⟧"
_OUGHT = (
    r"(?:(?:then |also |always |simply |just |now )?(?:(?:must|should|shall|will|may|can|has to|"
    r"have to|is to|are to|needs? to|ought to|is|are|gets?|be|to be) )*(?:also |then |simply )?)"
)
_INTO = r"(?:up )?(?:in|into|onto|on|to|towards?|on top of|in with|to the credit of)"
_OFF = r"(?:off|from|away from|out of|back from|down from)"
_END = r"(?:,? (?:too|as well|also|again|then|please|each time|on top|instead|now))*[.!]?$"
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
    ("write", rf"{_B} {_OUGHT}(?:now )?(?:read|say|become|becomes?|reads|says|change to|changed to|"
              rf"changes to|goes to|go to|turns to|be|show|shows) {_A}"),
    ("write", rf"(?:set|change|switch|update|correct|put|turn|move|flip|bring) {_B}"
              rf"(?: back| over)? (?:to|into|as|on) {_A}"),
    ("write", rf"give ⟦\d+⟧ {_B} (?:of )?{_A}"),
    ("write", rf"⟦\d+⟧ {_OUGHT}(?:get|gets|receives?|given|have|has|takes?|assigned) {_B} "
              rf"(?:of )?{_A}"),
    ("set", rf"(?:set|make|lower|raise|bring|reset|cap|cut|reduce|increase|put|limit|restrict|take|"
            rf"drop|lift) {_B}(?: down| back| up)? (?:to|at) {_A}"),
)  # fmt: skip
_QUANTITIES = ("number", "money", "percent", "duration", "count", "any")
_LIKELY = 3.6


@cache
def _compiled() -> list[tuple[str, re.Pattern[str]]]:
    lead = "(?:please |so |then |just |we |and )*"
    return [(what, re.compile(rf"(?i)^{lead}(?:{way}){_END}")) for what, way in _WAYS]


def changed(text: str, sentence: Marked) -> Iterator[tuple[str, float]]:
    """Yield what a part of a marked sentence says to do with a number or an amount: a sentence of
    the language, and how likely it is."""
    text = re.sub(r", (?:that is|i\.e\.|meaning|so) ⟦\d+⟧,", "", text.strip(" ,"))
    for what, pattern in _compiled():
        found = pattern.match(text)
        if found is None:
            continue
        said = {name: mark for name, mark in found.groupdict().items() if mark}
        of = sentence.mentions[int(said["b"])]
        by = sentence.mentions[int(said["a"])] if "a" in said else None
        if of.literal or of.pronoun:
            continue
        if what == "write":
            if of.owner and by is not None and by.literal and by.kind in (of.kind, "any"):
                yield f"Set {of.words} to {by.words}.", _LIKELY
                return
            continue
        if of.kind not in _QUANTITIES:
            continue
        step = _step(what, of, by)
        if step:
            yield step, _LIKELY if of.kind != "any" else _LIKELY - 1.0
            return


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
    if what == "add":
        return f"Increase {of.words} by {by.words}." if share else f"Add {by.words} to {of.words}."
    if share:
        return f"Decrease {of.words} by {by.words}."
    return f"Subtract {by.words} from {of.words}."
