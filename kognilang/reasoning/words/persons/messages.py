"""Messages: a sentence with what somebody is told right behind who is told it, wherever it stands
in the sentence; and what nobody may start before somebody agrees as what needs their approval."""

from __future__ import annotations

import re

from kognilang.reasoning.words.naming.mentions import Marked
from kognilang.reasoning.words.persons.asking_words import AGREED, CONSENT

_TELLING = re.compile(
    r"(?i)\b(?:tells?|told|telling|lets?|know|knows|hears?|heard|inform\w*|notif\w+|alert\w*|"
    r"warn\w*|ask|asks|asked|mail\w*|e-?mail\w*|write|writes|drop|send|sends|mention\w*|"
    r"remind\w*|message|shout|word|note|line|heads-?up|call|ping|brief|say|says|said|report|"
    r"ring|phone|learns?|aware|nudge|chase)\b"
)
_WHEN = (
    r"(?:if|when(?:ever)?|where(?:ver)?|once|as soon as|in case|(?<=, )should|provided(?: that)?|"
    r"as long as|unless|the moment|every time|each time)"
)
_BEHIND = re.compile(
    rf"(?i)^(?P<who>[^\"]*?)(?P<so>,? (?:but |and )?(?:only )?{_WHEN} [^\"]*?)"
    r"(?:[:,] |,? (?:with|saying|and say(?:s|ing)?|namely|in the words|the words (?:are|being)|"
    r"and the (?:message|text|words?|note) (?:is|are|reads?)|the (?:message|text) being)[:,]? )"
    r"⟦(?P<text>\d+)⟧(?P<end>(?:,? (?:please|then|thanks))?[.!]?)$"
)
"""Give ⟦0⟧ a shout when it is late: ⟦2⟧."""
_APART = re.compile(
    r"(?i)(?: from us| of us)?(?:,? (?:and|with)|;|\.|:)? (?:the|our|their|its|this as the) "
    r"(?:message|text|words?|wording|note|news|line|question)"
    r"(?: (?:for|to) (?:them|him|her|it|that|this))? "
    r"(?:is|are|being|reads?|says?|goes|runs|should (?:be|read|say)|must (?:be|read|say)|"
    r"to be|has to (?:be|read|say))(?: to be| as follows| this)?[:,]? (?=⟦\d+⟧)"
)
"""What says that what follows is the message: they hear from us, and the message is ⟦1⟧."""
_NOTHING = re.compile(
    r"(?i)^(?:nothing|no one|nobody|none|no (?P<noun>⟦\d+⟧|[a-z]+s?)|not an? (?P<one>⟦\d+⟧|[a-z]+))"
    r"(?P<sort>(?: .*?)?) (?:(?:gets?|is|are|may|must|can|shall|should|will|goes|go)(?: to)?"
    r"(?: be| get)? (?:\w+(?:ed|en|t|n|un)|ahead|on|out|through|forward|any further|happen|start|"
    r"proceed|begin)|starts?|happens?|proceeds?|moves?(?: on| ahead| forward)?|leaves?|begins?)"
    r"(?: ahead| on| out| through| up| off)?,? (?:before|until|till|unless|without) "
    rf"(?P<who>⟦\d+⟧)(?: (?:has |have |had |'s )?(?:also |first |already )?(?:agrees?|agreed|"
    rf"approves?|consents?|consented|{AGREED}|signs?(?: off)?|okays?|says? (?:yes|so|ok|okay)|"
    rf"said (?:yes|so|ok|okay)|nods?|gives? (?:the |an? |their |his |her |its )*{CONSENT}|"
    rf"gave (?:the |an? |their |his |her |its )*{CONSENT})|'s? {CONSENT})"
    r"(?: (?:to|with|on) (?:it|that|this|them))?(?: off)?$"
)
"""Nothing above ⟦0⟧ gets started before ⟦1⟧ agrees."""
_FEW = 6
"""So many words may say of what sort it is that nothing happens to."""


def heard(sentence: Marked) -> Marked:
    """Return a marked sentence with its message behind who hears it, and with what waits for
    somebody's approval as what needs it."""
    text = sentence.text.strip()
    text = _APART.sub(": ", text)
    behind = _BEHIND.match(text)
    if (
        behind is not None
        and _is_text(sentence, behind["text"])
        and _TELLING.search(behind["who"])
        and not any(_is_text(sentence, one) for one in re.findall(r"⟦(\d+)⟧", behind["who"]))
    ):
        text = f"{behind['who']}: ⟦{behind['text']}⟧{behind['so']}{behind['end']}"
    nothing = _NOTHING.match(text)
    if nothing is not None and len(nothing["sort"].split()) <= _FEW and nothing["sort"].strip():
        noun = nothing["noun"] or nothing["one"]
        of = f"Any {noun}" if noun else "Anything"
        text = f"{of}{nothing['sort']} needs the approval of {nothing['who']}"
    return Marked(text, sentence.mentions) if text != sentence.text else sentence


def _is_text(sentence: Marked, number: str) -> bool:
    one = sentence.mentions[int(number)]
    return one.literal and one.kind == "text" and not one.noun
