"""Combining: values that a sentence works out of two others: the smaller of the price and the
cap, twice the rent, what is left of the budget after the cost."""

from __future__ import annotations

import re
from collections.abc import Callable

from kognilang.reasoning.words.naming.mentions import Marked, Mention

_A, _B = r"⟦(?P<a>\d+)⟧", r"⟦(?P<b>\d+)⟧"
_SMALL = r"(?:smaller|lower|lesser|cheaper|shorter|smallest|lowest|cheapest|less)"
_LARGE = r"(?:larger|higher|greater|bigger|dearer|longer|largest|highest|biggest|greatest|more)"
_OF_TWO = r"(?: (?:one|amount|sum|value|figure|number|of the two))*(?: of|:|,| between| among) ?"
_NOUN = r"(?:one |amount |sum |value |figure |number )?"
_NOT = (
    r"(?: back| out| again| in return| off| on top)?(?:,? (?:but|though|yet|only)|,)(?: and)? "
    r"(?:it |that |they )?(?:is |are |can |may |must )?"
)
_LESS = (
    r"(?:less|minus|reduced by|lowered by|without|net of|after deducting|after taking off|"
    r"after taking away|after deduction of|after subtracting|less off)"
)
_GONE = (
    r"(?: (?:is|are|has been|have been) (?:paid|deducted|taken off|subtracted|gone|taken|spent))?"
)

_WAYS: tuple[tuple[str, str], ...] = (
    ("smaller", rf"(?:the |whichever (?:is|was|comes out) (?:the )?){_SMALL}{_OF_TWO}{_A},? "
                rf"(?:and|or) {_B}"),
    ("smaller", rf"(?:the )?minimum of {_A},? (?:and|or) {_B}"),
    ("smaller", rf"{_A} or {_B},? (?:whichever (?:is|was|comes out|turns out) (?:the )?{_SMALL}|"
                rf"the {_SMALL}{_NOUN}(?: of (?:the two|them|both))?)"),
    ("smaller", rf"{_A}{_NOT}(?:never|not|no|at no time|in no case)(?: be| by| for| to)? "
                rf"(?:more than|higher than|greater than|larger than|over|above|beyond|exceeding|"
                rf"exceed|any more than) {_B}"),
    ("smaller", rf"{_A},? (?:but |and )?(?:only )?(?:up )?(?:at most|at the most|at the very most|"
                rf"(?:up )?to a maximum of|with a (?:cap|maximum|limit|ceiling) of|capped at|"
                rf"limited to|up to a limit of|(?<=but )up to|(?<=but only )up to|"
                rf"(?<=, )up to|max(?:imum)?\.?) {_B}"),
    ("larger", rf"(?:the |whichever (?:is|was|comes out) (?:the )?){_LARGE}{_OF_TWO}{_A},? "
               rf"(?:and|or) {_B}"),
    ("larger", rf"(?:the )?maximum of {_A},? (?:and|or) {_B}"),
    ("larger", rf"{_A} or {_B},? (?:whichever (?:is|was|comes out|turns out) (?:the )?{_LARGE}|"
               rf"the {_LARGE}{_NOUN}(?: of (?:the two|them|both))?)"),
    ("larger", rf"{_A}{_NOT}(?:never|not|no|at no time|in no case)(?: be| by| for| to)? "
               rf"(?:less than|lower than|smaller than|under|below|fewer than) {_B}"),
    ("larger", rf"{_A},? (?:but |and )(?:at least|at the least|at the very least|with a minimum "
               rf"of|min(?:imum)?\.?) {_B}"),
    ("difference", rf"(?:the )?(?:difference|gap|distance) (?:between|of|from) {_A} (?:and|to) "
                   rf"{_B}"),
    ("minus", rf"(?:what(?:ever)?|all that|everything that) (?:is|was|'s) (?:still |then )?"
              rf"(?:left|left over|remaining|over)(?: of| from| in| on)? {_A} (?:after|once|"
              rf"without|less|minus|when|if)(?: deducting| taking off| subtracting| paying)? "
              rf"{_B}{_GONE}"),
    ("minus", rf"(?:what(?:ever)?|all that|everything that) (?:remains|stays)(?: of| from| in| on)?"
              rf" {_A} (?:after|once|without|less|minus|when)(?: deducting| taking off| "
              rf"subtracting| paying)? {_B}{_GONE}"),
    ("minus", rf"(?:the )?(?:rest|remainder|balance) of {_A} (?:after|less|minus|without) {_B}"),
    ("minus", rf"(?:what(?:ever)?|all that|everything) {_A} (?:has|is|exceeds|lies|comes|goes) "
              rf"(?:over|above|beyond|in excess of|more than) {_B}"),
    ("minus", rf"{_A} {_LESS} {_B}"),
    ("plus", rf"(?:the )?(?:sum|total) of {_A} (?:and|plus) {_B}"),
    ("plus", rf"(?:both )?{_A} (?:and|plus) {_B} (?:taken together|added together|added up|"
             rf"put together|combined|summed up|in sum|together)"),
    ("times", rf"{_A} (?:times|multiplied by) {_B}"),
    ("later", rf"(?:(?<=to )|(?<=be )|(?<=is )|(?<=as )|(?<=again )|(?<=at )|(?<=on )|(?<=for )|"
              rf"(?<=due )|(?<=falls )|(?<=comes )){_A} (?:after|past|from|following|behind|"
              rf"later than) {_B}"),
    ("earlier", rf"(?<=to ){_A} (?:before|ahead of|prior to|earlier than) {_B}"),
)  # fmt: skip

_TIMES = re.compile(
    r"(?i)(?:(?<=is )|(?<=be )|(?<=to )|(?<=by )|(?<=at )|(?<=of )|(?<=as )|(?<=for )|(?<=pay )|"
    r"(?<=pays )|(?<=costs )|(?<=charge )|(?<=becomes )|(?<=gets )|(?<=twice )|(?<=with ))"
    r"(?P<said>twice|double|thrice|three times|triple|four times)(?: as much as| the amount of)?"
    r" (?:what )?⟦(?P<b>\d+)⟧(?: is| was)?"
)
_FACTOR = {"twice": 2, "double": 2, "thrice": 3, "three times": 3, "triple": 3, "four times": 4}
_COUNTED = re.compile(r"(?i)⟦(?P<n>\d+)⟧(?: times)? (?:what )?⟦(?P<b>\d+)⟧(?: is| was)?")
_QUANTITIES = ("number", "money", "percent", "duration", "count")


def combined(sentence: Marked) -> Marked:
    """Return a sentence in which a value that it works out of others has one mark."""
    mentions = list(sentence.mentions)
    text = sentence.text

    def one(what: str) -> Callable[[re.Match[str]], str]:
        def instead(found: re.Match[str]) -> str:
            whole = _whole(what, mentions[int(found["a"])], mentions[int(found["b"])])
            if whole is None:
                return found[0]
            mentions.append(whole)
            return f"⟦{len(mentions) - 1}⟧"

        return instead

    def product(found: re.Match[str]) -> str:
        of = mentions[int(found["b"])]
        if of.kind not in _QUANTITIES or of.literal:
            return found[0]
        mentions.append(Mention(f"{_FACTOR[found['said'].lower()]} times {of.words}", of.kind))
        return f"⟦{len(mentions) - 1}⟧"

    def counted(found: re.Match[str]) -> str:
        by, of = mentions[int(found["n"])], mentions[int(found["b"])]
        times = by.said.lower().endswith("times") or " times " in found[0]
        if not times or by.kind != "number" or of.kind not in _QUANTITIES or of.literal:
            return found[0]
        mentions.append(Mention(f"{by.words} times {of.words}", of.kind))
        return f"⟦{len(mentions) - 1}⟧"

    text = _TIMES.sub(product, text)
    text = _COUNTED.sub(counted, text)
    for what, pattern in _COMPILED:
        text = pattern.sub(one(what), text)
    return Marked(text, mentions) if text != sentence.text else sentence


_COMPILED = tuple((what, re.compile(rf"(?i)(?<![\w⟧]){way}(?![\w])")) for what, way in _WAYS)


_DAY = re.compile(r"(?:date|day|deadline|start|end|expiry|arrival|departure|due)$")


def _is_day(of: Mention) -> bool:
    """Tell whether a value is a day, by its kind, or by its name where the kind is not known."""
    return of.kind in ("date", "moment") or (of.kind == "any" and _DAY.search(of.words) is not None)


def _whole(what: str, a: Mention, b: Mention) -> Mention | None:
    """Return the value that two others make; None where they make none."""
    if a.literal and what not in ("later", "earlier") and (b.literal or what == "smaller"):
        return None
    if a.words == b.words or a.pronoun or b.pronoun:
        return None
    if what in ("later", "earlier"):
        if a.kind != "duration" or not a.literal or not _is_day(b):
            return None
        return Mention(f"{a.words} {'after' if what == 'later' else 'before'} {b.words}", b.kind)
    if what == "difference" and a.kind == b.kind == "date":
        return Mention(f"the number of days between {a.words} and {b.words}", "number")
    if what == "times":
        if a.kind not in _QUANTITIES or b.kind not in _QUANTITIES or a.kind == b.kind == "money":
            return None
        return Mention(f"{a.words} times {b.words}", b.kind if a.kind == "number" else a.kind)
    alike = a.kind == b.kind or (a.kind == "money" and b.kind == "percent" and what == "minus")
    dates = a.kind == b.kind == "date" and what in ("smaller", "larger")
    if dates:
        word = "earlier" if what == "smaller" else "later"
        return Mention(f"the {word} of {a.words} and {b.words}", "date")
    if not alike or a.kind not in _QUANTITIES or b.kind == "percent" != a.kind:
        return None
    if what in ("smaller", "larger"):
        return Mention(f"the {what} of {a.words} and {b.words}", a.kind)
    if what == "difference":
        return Mention(f"the difference between {a.words} and {b.words}", a.kind)
    return Mention(f"{a.words} {what} {b.words}", a.kind)
