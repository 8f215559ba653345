"""Moving: dates put later or earlier, in other words than the language's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import Marked, Mention, subject_of

_A, _B = r"⟦(?P<a>\d+)⟧", r"⟦(?P<b>\d+)⟧"
_OUGHT = (
    r"(?:(?:then |also |simply |just |now |thus |therefore |accordingly |so )*(?:must|should|shall|"
    r"will|may|can|has to|have to|is to|are to|needs? to|ought to|is|are|gets?|be|to be|being|has|"
    r"been) )*(?:also |then |simply |now |thus )?"
)
_LATER = r"(?:later|further|on|back|longer|out|more|further on|further out|down the line|forward)"
_EARLIER = r"(?:earlier|sooner|nearer|shorter|less|ahead)"
_AWAY = r"(?: (?:back|forward|forwards|on|out|along|further|ahead|off|up|away|again|once more))*"
_END = (
    r"(?:,? (?:too|as well|also|again|then|please|each time|instead|now|than (?:planned|agreed|"
    r"before|it (?:is|was)(?: now)?|expected|scheduled)|from now|accordingly|for (?:that|this|it)|"
    r"to (?:pay|answer|reply|finish|do so|do it|deliver|respond|come|hand it in|comply|act)|that "
    r"way|in return|time))*[.!]?$"
)
_EXTRA = r"(?: (?:more|longer|extra|on top|further|additional|of grace|of time))*"

_WAYS: tuple[tuple[str, str], ...] = (
    ("before", rf"(?:bring|pull|drag|draw) {_B}{_AWAY} by {_A}"),
    ("before", rf"(?:bring|pull|drag|draw|move)(?: forwards?| ahead) {_B} by {_A}"),
    ("before", rf"{_B} {_OUGHT}(?:brought|pulled|dragged|drawn)(?: forwards?| ahead| in| up)? "
               rf"by {_A}"),
    ("after", rf"(?:move|push|put|shift|set|postpone|delay|defer|extend|shove|roll|carry|prolong|"
              rf"stretch|lengthen|advance|adjourn|slide){_AWAY} {_B}{_AWAY} (?:by |for |to )?{_A}"
              rf"(?: {_LATER})?"),
    ("after", rf"{_B} {_OUGHT}(?:moves?|moved|slips?|slipped|shifts?|shifted|goes|go|pushed|put|"
              rf"extended|postponed|delayed|deferred|rolled|rolls?|slides?|set|prolonged|"
              rf"stretched|increased|raised|advances?|advanced|carried|jumps?|lengthened)"
              rf"{_AWAY} (?:by )?{_A}{_EXTRA}(?: {_LATER})?"),
    ("before", rf"{_B} {_OUGHT}(?:moves?|moved|goes|go|put|set|shifted|brought|comes?|come|falls?|"
               rf"fall)?{_AWAY} ?(?:by )?{_A} {_EARLIER}"),
    ("before", rf"(?:make|put|set|move|shift|have|let|shorten|cut|reduce|bring) {_B}{_AWAY} "
               rf"(?:be )?(?:by )?{_A} {_EARLIER}"),
    ("before", rf"(?:shorten|cut|reduce) {_B} by {_A}"),
    ("after", rf"{_B} {_OUGHT}(?:falls?|fall|comes?|come)?(?:by )?{_A} {_LATER}"),
    ("after", rf"{_B} {_OUGHT}(?:takes? place|held|happens?|happen|occurs?|occur|starts?|ends?|"
              rf"put off|postponed|moved|put back)(?: until| to| till)? {_A} {_LATER}"),
    ("before", rf"{_B} {_OUGHT}(?:takes? place|held|happens?|happen|occurs?|occur|starts?|ends?) "
               rf"{_A} {_EARLIER}"),
    ("after", rf"{_B}: {_A} {_LATER}"),
    ("before", rf"{_B}: {_A} {_EARLIER}"),
    ("after", rf"(?:make|let|have) {_B} (?:be )?{_A} {_LATER}"),
    ("after", rf"(?:add|put|tack|stick|append) (?:another |an extra )?{_A}{_EXTRA} (?:to|on|onto|"
              rf"on to|on top of) {_B}"),
    ("after", rf"(?:give|allow|grant|leave|let) ⟦\d+⟧(?: have)? {_A}{_EXTRA} (?:until|till|for|"
              rf"before|up to|to|on) {_B}"),
    ("after", rf"⟦\d+⟧ {_OUGHT}(?:gets?|has|have|is given|given|receives?|granted|allowed|"
              rf"gains?|wins?) "
              rf"{_A}{_EXTRA} (?:until|till|for|before|up to|on) {_B}"),
    ("take", rf"(?:take|knock|cut|shave) {_A} (?:off|from|away from) {_B}"),
)  # fmt: skip
_LONGER = r"(?:longer|more|extra|on top|of grace|additional)"
_LASTING: tuple[str, ...] = (
    rf"⟦\d+⟧ {_OUGHT}(?:gets?|get|has|have|given|receives?|granted|allowed|is given) {_A} "
    rf"{_LONGER}(?: until (?:it|they|this|that) (?:is|are) due)?",
    rf"(?:⟦\d+⟧|(?:the )?[a-z]+) {_OUGHT}(?:lasts?|last|runs?|run|stays?|stay|goes on|go on|"
    rf"continues?|keeps? "
    rf"going|remains?|extended|prolonged|made|lengthened)(?: for| by| on)? (?:another )?{_A}"
    rf"(?: {_LONGER})?",
    rf"(?:give|allow|grant) ⟦\d+⟧ {_A} {_LONGER}",
    rf"(?:extend|prolong|lengthen|stretch) ⟦\d+⟧ (?:by|for) (?:another )?{_A}{_EXTRA}",
    rf"(?:give|allow|grant|let) ⟦\d+⟧(?: have)? (?:another )?{_A}{_EXTRA} (?:until|before|till) "
    rf"(?:it|they|this) (?:is|are) due",
)
"""Sentences that say that a thing lasts longer, and no date."""

_ENDS = ("due", "deadline", "end", "expir", "until", "return", "clos", "renewal", "departure",
         "valid", "delivery", "payment")  # fmt: skip
_LIKELY, _NO_DATE = 3.6, 2.6


def _compiled() -> list[tuple[str, re.Pattern[str]]]:
    lead = r"(?:please |so |then |just |we |and |but |now |that means )*"
    found = [(what, re.compile(rf"(?i)^{lead}(?:{way}){_END}")) for what, way in _WAYS]
    lasting = [("lasting", re.compile(rf"(?i)^{lead}(?:{way}){_END}")) for way in _LASTING]
    return [*found, *lasting]


_PATTERNS: list[tuple[str, re.Pattern[str]]] = []


def moved(text: str, sentence: Marked, situation: Situation) -> Iterator[tuple[str, float]]:
    """Yield what a part of a marked sentence says to do with a date: a sentence of the language,
    and how likely it is."""
    if not any(one.kind == "duration" for one in sentence.mentions):
        return
    if not _PATTERNS:
        _PATTERNS.extend(_compiled())
    mentions = list(sentence.mentions)
    subject = subject_of(situation)
    for name, kind in situation.fields.get(subject, {}).items():
        # The inspection is put off: the inspection date.
        noun = re.fullmatch(r"(.+) (?:date|day)", name)
        if kind == "date" and noun is not None:
            mentions.append(Mention(f"the {subject}'s {name}", kind, owner=subject))
            mark = f"⟦{len(mentions) - 1}⟧"
            called = rf"(?:the|its) {re.escape(noun[1])}"
            text = re.sub(rf"(?i)\b{called}\b", mark, text)
            for at, one in enumerate(sentence.mentions):
                if one.pronoun and re.fullmatch(rf"(?i){called}", one.said):
                    text = text.replace(f"⟦{at}⟧", mark)
    for what, pattern in _PATTERNS:
        found = pattern.match(text)
        if found is None:
            continue
        by = mentions[int(found["a"])]
        if by.kind != "duration":
            continue
        if what == "lasting":
            for name in _end_of(situation):
                yield f"Set {name} to {by.words} after {name}.", _NO_DATE
                return
            continue
        of = mentions[int(found["b"])]
        if not _is_date(of) or of.literal:
            continue
        side = "before" if what == "take" else what
        yield f"Set {of.words} to {by.words} {side} {of.words}.", _LIKELY
        return


def _is_date(mention: Mention) -> bool:
    return mention.kind in ("date", "moment")


def _end_of(situation: Situation) -> list[str]:
    """Return the property that holds the day on which a thing ends."""
    subject = subject_of(situation)
    dates = [name for name, kind in situation.fields.get(subject, {}).items() if kind == "date"]
    for word in _ENDS:
        found = [name for name in dates if word in name]
        if found:
            return [f"the {subject}'s {found[0]}"] if len(found) == 1 else []
    return [f"the {subject}'s {dates[0]}"] if len(dates) == 1 else []
