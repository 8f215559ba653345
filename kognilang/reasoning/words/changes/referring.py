"""Referring: what was worked out or said in the first half of a sentence, and where it goes in the
second: ..., so put that down as the payment date; ...; the rest is the net weight."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention

_B = r"(?:an? |the |its |their )?⟦(?P<b>\d+)⟧(?: (?:field|column|date|box))?"
_SEP = r"(?:[,;:]| -| –| —|(?= and)) ?(?:(?:so|and|then|thus|therefore|hence|please|now|also) )*"
_IT = r"(?:that|this|it|which|the result|the sum|the day|the date|the amount|the figure|⟦\d+⟧)"
_ENTER = (
    r"(?:put|write|enter|note|record|set|fill in|jot|type|log|take|use|keep|store|remember|save|"
    r"register|make|mark|book|carry|copy|post)"
)
_TAIL = r"(?:,? (?:then|too|as well|please|now|accordingly|for (?:it|this|them)))*[.! ]*$"
_WAYS: tuple[tuple[str, str], ...] = (
    ("is", rf"{_IT} (?:is|makes|gives|becomes|will be|would be|shall be|sets|"
           rf"(?:goes|comes) (?:in|down|into)(?: as| under| to)?|counts as|is (?:entered|noted|put|"
           rf"written|recorded|set|kept|stored|taken|booked)(?: down| in)? (?:as|in|into|under|"
           rf"for)|"
           rf"stands as|is called|we call|then is) (?:now )?{_B}"),
    ("is", rf"{_B} (?:is|becomes|will be|shall be) (?:then |now )?(?:that|this|set accordingly|"
           rf"set to (?:that|this|it)|that day|that date|that amount)"),
    ("is", rf"{_ENTER}(?: down| in)? {_IT}(?: down| in)? (?:down )?(?:as|in|into|under|for|on|to|"
     "at)"
           rf" {_B}"),
    ("is", rf"(?:call|name) {_IT} {_B}"),
    ("rest", rf"(?:the rest|what is left|what's left|what remains|the remainder|the remaining "
             rf"[a-z]+|all the rest|everything else)(?: of it)? (?:is|are|makes?|becomes?|counts? "
             rf"as|goes? (?:in|into|down)(?: as)?|gives?|will be|is entered as|is called) {_B}"),
    ("moves", rf"{_B} (?:is |gets |must be |has to be )?(?:moves?|shifts?|changes?|goes|moved|"
              rf"shifted|changed|adjusted|put back|extended|follows?)(?: back)? (?:accordingly|"
              rf"with "
              rf"(?:it|that|them)|along|by as much|by that|too|likewise|to match|by the same)"),
    ("moves", rf"(?:so )?(?:move|shift|change|adjust|extend|put back|push back|set) {_B}(?: back)?"
              rf" (?:accordingly|with (?:it|that|them)|along|by as much|by that|to match|"
              rf"likewise)"),
)  # fmt: skip
_COMPILED = tuple(
    (what, re.compile(rf"(?i)^(?P<head>.+?){_SEP}(?:{way}){_TAIL}")) for what, way in _WAYS
)
_IF = re.compile(r"(?i)\b(?:if|when|unless|where|once|until|otherwise|except)\b")
_SOONER = re.compile(r"(?i)\b(?:earlier|sooner|fewer|less|shorter|off)\b")
_LIKELY = 3.7
_KINDS = ("number", "money", "percent", "duration", "date", "moment", "count", "any")


def referred(text: str, sentence: Marked) -> Iterator[tuple[str, float, str]]:
    """Yield the step that a part of a marked sentence says by pointing back at what it said
    before, how likely it is, and the words before."""
    text = re.sub(" +", " ", text).strip(" ,.")
    for what, pattern in _COMPILED:
        found = pattern.match(text)
        if found is None:
            continue
        to = sentence.mentions[int(found["b"])]
        head = found["head"]
        if to.literal or to.pronoun or not to.words or _IF.search(head):
            continue
        if what == "rest":
            step = _rest(head, to, sentence)
        elif what == "moves":
            step = _moved(head, to, sentence)
        else:
            value = _value(head, to, sentence)
            step = f"Set {to.words} to {value.words}." if value is not None else ""
        if step:
            yield step, _LIKELY, head
            return


def _value(head: str, to: Mention, sentence: Marked) -> Mention | None:
    """Return the one value of a half of a sentence that a property can hold."""
    day = re.search(r"(?i)\b(?:date|day|deadline|due|release|until)\b", to.words)
    kinds: tuple[str, ...] = (to.kind,) if to.kind != "any" else _KINDS
    if to.kind == "any" and day:
        kinds = ("date", "moment")
    found = [
        one
        for one in sentence.among(head)
        if one.kind in kinds
        or (one.kind == "any" and re.match(r"the .+ (?:of|for) the ", one.words))
    ]
    found = [one for one in found if one.words != to.words and not one.pronoun]
    made = [one for one in found if re.search(r" (?:of|times|minus|plus|after|before) ", one.words)]
    found = made or found
    return found[0] if len(found) == 1 else None


def _rest(head: str, to: Mention, sentence: Marked) -> str:
    """Return that a property is what is left of another: two kilos of the weight are wood."""
    part = re.search(r"⟦(\d+)⟧(?: [a-z]+)? (?:of|in) (?:the |its )?⟦(\d+)⟧", head)
    if part is not None:
        one, of = (sentence.mentions[int(number)] for number in part.groups())
        fits = one.kind in (of.kind, "number") and not of.literal
        return f"Set {to.words} to {of.words} minus {one.words}." if fits else ""
    for number in MARK.findall(head):
        share = re.fullmatch(r"\d[\d.]*% of (the .+)", sentence.mentions[int(number)].words)
        if share is not None:
            taken = sentence.mentions[int(number)].words
            return f"Set {to.words} to {share[1]} minus {taken}."
    return ""


def _moved(head: str, to: Mention, sentence: Marked) -> str:
    """Return that a date is put off by the time that was said before."""
    times = [one for one in sentence.among(head) if one.kind == "duration"]
    if len(times) != 1 or to.kind not in ("date", "moment", "any"):
        return ""
    side = "before" if _SOONER.search(head) else "after"
    return f"Set {to.words} to {times[0].words} {side} {to.words}."


_BY_THAT = re.compile(r"(?i)\bby (?:that|this|as much|the same|that much|this much|it)\b")


def by_that(text: str, sentence: Marked) -> str:
    """Return the second half of a text with the amount that it points back at: put it up by that;
    empty where it points at none."""
    found = _BY_THAT.search(text)
    cut = max(text.rfind(one, 0, found.start()) for one in (",", ";", ":")) if found else -1
    if found is None or cut < 0:
        return ""
    amounts = [
        number
        for number in MARK.findall(text[:cut])
        if sentence.mentions[int(number)].kind in ("percent", "money", "number", "duration")
    ]
    if len(amounts) != 1:
        return ""
    half = text[cut + 1 : found.start()].strip()
    half = re.sub(r"(?i)^(?:so|and|then|thus|therefore|please) ", "", half)
    return f"{half} by ⟦{amounts[0]}⟧{text[found.end() :]}"
