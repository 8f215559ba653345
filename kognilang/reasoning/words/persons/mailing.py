"""Mailing: who gets which email, with which subject and what attached, in whatever order it is
said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kognilang.dataclass import dataclass, field
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention, subject_of
from kognilang.reasoning.words.naming.nouns import as_said
from kognilang.reasoning.words.naming.people import is_person
from kognilang.reasoning.words.persons.asking import Asked, without_mail

_WHOLE = 4.4
_WORD, _VALUE = 0.35, 0.8
"""What a word and a value cost that are left over."""
_LEAST = 2.0

_MAIL = re.compile(r"(?i)\b(?:e-?mail(?:s|ed|ing)?|mail(?:s|ed|ing)?|inbox)\b")
_WRITTEN = re.compile(
    r"(?i)\b(?:(?:drop|send|shoot|write|leave|fire off|fire|get|dash off|give|has|have|gets?|"
    r"receives?)"
    r"\b.*\b(?:line|lines|note|letter|message|words|reply)|write to|written to|writes? ⟦\d+⟧|"
    r"message (?:to )?"
    r"⟦\d+⟧)\b"
)
"""What is written to somebody, who has an address."""
_SUBJECT = re.compile(
    r"(?i)(?:\b(?:subject(?: line)?|heading|headed|headline|titled|entitled|title|called|under|"
    r"about|"
    r"regarding|concerning|re|topic|named|on the subject)(?: (?:of|is|being|reads|says|reading|the|"
    r"heading|title|subject|line|should be|as))*[:,]? ⟦(?P<a>\d+)⟧|⟦(?P<b>\d+)⟧ (?:as|for|in|"
    r"being|is)"
    r"(?: the| its| a)? (?:subject|heading|title|headline)(?: line)?)"
)
_BODY = re.compile(
    r"(?i)(?:\b(?:say|saying|says|said|reads?|reading|texts?|words?|wording|message|stands|"
    r"stating|states|body|"
    r"contents?|containing|contains|that|where stands|which says|note|line|lines|quote|"
    r"telling (?:them|him|"
    r"her)|to the effect that|namely)(?: (?:of|is|being|the|should be|it|that|reads|in it|them|"
    r"as follows|are|"
    r"just|only))*[:,]? ⟦(?P<a>\d+)⟧|⟦(?P<b>\d+)⟧ (?:as|for|in|being|is|by way of)(?: the| its| a)?"
    r"(?: mail| email)? (?:text|body|message|content|wording|words)|: ⟦(?P<c>\d+)⟧)"
)
_ATTACH = re.compile(
    r"(?i)\b(?:attach\w*|enclos\w*|append\w*|along with|together with|includ\w*)\b"
)
_WORDS = frozenset(
    ("a", "an", "the", "to", "of", "with", "for", "by", "in", "on", "at", "as", "from", "out",
     "off", "over", "about", "under", "and", "then", "also", "please", "kindly", "email",
     "emails", "mail", "mails", "e-mail", "emailed", "mailed", "mailing", "emailing", "mailing",
     "send", "sends", "sent", "sending", "drop", "dropped", "shoot", "write", "writes",
     "written", "writing", "get", "gets", "getting", "got", "receive", "receives", "received",
     "give", "gives", "given", "let", "lets", "have", "has", "having", "need", "needs", "want",
     "wants", "should", "must", "shall", "is", "are", "be", "being", "been", "will", "would",
     "like", "i", "we", "us", "that", "which", "where", "who", "this", "it", "its", "their",
     "know", "inform", "informed", "notify", "notified", "tell", "told", "alert", "alerted",
     "warn", "warned", "aware", "make", "made", "ping", "subject", "line", "heading", "headed",
     "headline", "title", "titled", "entitled", "called", "under", "re", "regarding",
     "concerning", "topic", "saying", "says", "say", "said", "read", "reads", "reading", "text",
     "texts", "word", "words", "wording", "message", "messages", "stands", "stating", "states",
     "body", "content", "contents", "containing", "contains", "note", "lines", "quote",
     "attachment", "attached", "attach", "attaching", "attachments", "enclosed", "enclose",
     "enclosing", "enclosure", "along", "together", "including", "include", "fire", "off",
     "dash", "compose", "composed", "forward", "forwarded", "forwarding", "pass", "passed",
     "put", "go", "goes", "going", "forth", "way", "quick", "short", "little", "brief", "small",
     "one", "another", "new", "own", "there", "just", "simply", "only", "so", "up", "via",
     "through", "using", "use", "addressed", "address", "reach", "reaches", "reached", "find",
     "finds", "found", "inbox", "bearing", "carrying", "news", "fact", "effect", "them", "him",
     "her", "he", "she", "they", "must-have", "following", "follows", "namely", "here", "now",
     "straight", "immediately", "right", "away", "today", "once", "whose", "i.e", "e.g", "ie",
     "subject-line", "can", "may", "do", "does", "not", "today", "wish", "wishes", "point",
     "short", "plus", "apologise", "apologize", "reply", "answer", "respond", "wants", "wanted",
     "expects", "expect", "expecting", "awaits", "his", "main", "person", "mail-out", "mailshot",
     "hereby", "thereof", "copy", "chase", "chases", "chased", "nudge", "nudges", "remind",
     "reminds", "reminded", "prod", "hear", "hears", "contact", "at", "warn", "alert", "greet",
     "thank", "congratulate", "invite", "ask", "asks", "asked", "polite", "friendly", "drops")
)  # fmt: skip


@dataclass(slots=True)
class _Mail:
    to: list[Mention] = field(default_factory=list)
    subject: str = ""
    body: str = ""
    attached: str = ""
    left: int = 0


def mailed(text: str, sentence: Marked, situation: Situation) -> Iterator[Asked]:
    """Yield the readings of a marked text as an email that is sent, the likeliest first."""
    text = without_mail(as_said(text, sentence))
    bare = re.sub(r'"[^"]*"', "", text)
    marks = list(dict.fromkeys(int(one) for one in MARK.findall(text)))
    by_mail = _MAIL.search(bare) is not None
    values = {number: _at_its_address(sentence.mentions[number], situation) for number in marks}
    addressed = any(_written_to(value, situation) for value in values.values())
    at_own = any(one.owner and _written_to(one, situation) for one in values.values())
    if not by_mail and _OTHERWISE.search(bare):
        return
    if (
        not by_mail
        and not (_WRITTEN.search(bare) and (addressed or _own_address(situation)))
        and not (addressed and _SENT.search(bare))
        and not (at_own and _KNOWS.search(bare))
    ):
        return
    mail = _Mail()
    subject = _first(_SUBJECT, bare, values)
    if subject is not None and not _is_text(values[subject]):
        subject = None
    body = next((one for one in _each(_BODY, bare) if one != subject and one in values and
                 _is_body(values[one], situation)), None)  # fmt: skip
    if body is None:
        rest = [one for one in marks if one != subject and _is_text(values[one])]
        if not rest and subject is None:
            rest = [one for one in marks if _is_body(values[one], situation)]
            rest = (
                rest[-1:]
                if len(rest) > 1 and not _is_address(values[rest[-1]], situation)
                else rest[:1]
            )
            rest = rest or []
        if not rest:
            rest = [one for one in marks if one != subject and _is_body(values[one], situation)
                    and not _is_address(values[one], situation)]  # fmt: skip
        if len(rest) == 2 and subject is None and _is_text(values[rest[0]]):
            subject, body = rest
        elif len(rest) == 1:
            body = rest[0]
    if body is None:
        return
    mail.body = values[body].words
    mail.subject = values[subject].words if subject is not None else ""
    others = {one: value for one, value in values.items() if one not in (subject, body)}
    for value in others.values():
        if _is_address(value, situation) and value.words not in [one.words for one in mail.to]:
            mail.to.append(value)
        elif (value.kind == "file" or value.noun == "file") and not mail.attached:
            mail.attached = _file(value)
        else:
            somebody = value.owner and is_person(value.words.rpartition("'s ")[2])
            mail.left += value.words != f"the {subject_of(situation)}" and not somebody
    if not mail.to or all(one.owner and not _written_to(one, situation) for one in mail.to):
        mail.to = _at_own_address(bare, others.values(), situation) or mail.to
    people = [one for one in mail.to if not one.owner]
    if people and len(mail.to) > 1 and not _JOINED.search(text):
        # HR, at the HR address: where it goes is meant.
        mail.to = _meant(mail.to, text, sentence)
    if not mail.to or (mail.attached and not (_ATTACH.search(bare) or by_mail)):
        return
    left = [one for one in re.findall(r"[a-z][a-z.-]*", MARK.sub(" ", bare.lower()))
            if one.strip(".") not in _WORDS]  # fmt: skip
    score = _WHOLE - _WORD * len(left) - _VALUE * mail.left
    if score >= _LEAST:
        yield Asked(_written(mail), score, not left and not mail.left)


_OTHERWISE = re.compile(r"(?i)\b(?:text message|sms|letter|fax|whatsapp|by post|postcard|parcel)\b")
_SENT = re.compile(
    r"(?i)\b(?:send\w*|sent|repl(?:y|ies)|respond\w*|writ\w+|forward\w*|shoot|drop|goes|go|"
    r"receives?|gets?|"
    r"answer\w*|fire off|dispatch\w*|get back)\b"
)
_KNOWS = re.compile(
    r"(?i)\b(?:knows?|tell|tells|told|inform\w*|notif\w+|hears?|alert\w*|warn\w*|remind\w*|contact|"
    r"reach|message|ping|nudge|chase)\b"
)
"""What is done to somebody at an address of theirs, by mail."""
_THEM = re.compile(r"(?i)\b(?:them|him|her|it|they)\b")


def _written_to(value: Mention, situation: Situation) -> bool:
    """Tell whether a value is an email address itself, or the name of one."""
    if value.literal:
        return value.kind == "text" and "@" in value.words
    if value.owner:
        return re.search(r"(?i)\be-?mail", value.words) is not None
    return value.words.removeprefix("the ").lower() in situation.addresses


def _at_its_address(value: Mention, situation: Situation) -> Mention:
    """Return the email address of a thing that has one, in the place of the thing: the agent."""
    name = value.words.removeprefix("the ")
    if value.kind != "record" or value.pronoun or name == subject_of(situation):
        return value
    found = [one for one in situation.fields.get(name, {}) if re.search(r"(?i)\be-?mail", one)]
    if len(found) != 1:
        return value
    return Mention(f"the {name}'s {found[0]}", "text", owner=name, said=value.said)


def _own_address(situation: Situation) -> str:
    """Return the property that holds the only email address of what is gone through."""
    fields = situation.fields.get(subject_of(situation), {})
    found = [name for name in fields if re.search(r"(?i)\be-?mail", name)]
    return found[0] if len(found) == 1 else ""


def _at_own_address(text: str, others: Iterable[Mention], situation: Situation) -> list[Mention]:
    """Return the email address of what is gone through, where somebody is written to who belongs
    to it: its owner, the customer, them."""
    name, subject = _own_address(situation), subject_of(situation)
    somebody = any(
        (one.owner and is_person(one.words.rpartition("'s ")[2])) or one.words == f"the {subject}"
        for one in others
    )
    client = re.search(r"(?i)\b(?:the|their|its) ([a-z]+)\b", text)
    if name and (somebody or _THEM.search(text) or (client is not None and is_person(client[1]))):
        return [Mention(f"the {subject}'s {name}", "text", owner=subject)]
    return []


_JOINED = re.compile(r"(?i)⟦\d+⟧,? (?:and|as well as|plus|along with)(?: also)?(?: to)? ⟦\d+⟧")


def _meant(to: list[Mention], text: str, sentence: Marked) -> list[Mention]:
    """Return who stands behind `to` or `for`, or else the first."""
    led = re.search(r"(?i)\b(?:to|for) ⟦(\d+)⟧", text)
    if led is not None:
        words = sentence.mentions[int(led[1])].words
        found = [one for one in to if one.words == words]
        if found:
            return found
    return ([one for one in to if one.kind != "person"] or to)[:1]


def _written(mail: _Mail) -> str:
    to = " and ".join(one.words for one in mail.to)
    subject = f" with the subject {mail.subject}" if mail.subject else ""
    attached = f" with the attachment {mail.attached}" if mail.attached else ""
    return f"Send an email to {to}{subject}{attached} saying {mail.body}."


def _file(value: Mention) -> str:
    return f"the file {value.words}" if value.literal and value.noun == "file" else value.words


def _each(pattern: re.Pattern[str], text: str) -> list[int]:
    return [
        int(next(one for one in found.groups() if one is not None))
        for found in pattern.finditer(text)
    ]


def _first(pattern: re.Pattern[str], text: str, values: dict[int, Mention]) -> int | None:
    return next((one for one in _each(pattern, text) if one in values), None)


def _is_text(value: Mention) -> bool:
    return value.literal and value.kind == "text" and not value.noun and "@" not in value.words


def _is_body(value: Mention, situation: Situation) -> bool:
    """Tell whether a value may be what an email says: a text, or the name of one."""
    if value.literal:
        return _is_text(value)
    somebody = is_person(value.words.rpartition("'s ")[2].removeprefix("the "))
    unfit = value.pronoun or somebody or _is_address(value, situation)
    return value.kind == "text" and not unfit


def _is_address(value: Mention, situation: Situation) -> bool:
    """Tell whether a value may be where an email goes."""
    if value.literal:
        return value.kind == "text" and "@" in value.words
    if value.owner:
        return re.search(r"(?i)\be-?mail|address|contact$", value.words) is not None
    if value.kind not in ("text", "any", "person", "list"):
        return False
    name = value.words.removeprefix("the ")
    if name.lower() in situation.addresses or value.kind == "person":
        return True
    return not situation.addresses and (is_person(name) or _PLACE.search(name) is not None)


_PLACE = re.compile(
    r"(?i)(?:address|e-?mail|mailbox|inbox|desk|office|team|department|reception|depot|kitchen|"
    r"newsroom|"
    r"workshop|town hall|hall|library|committee|council|hotline|contact|clinic|lab|laboratory|"
    r"school|bank|"
    r"branch|store|warehouse|garage|agency|authority|registry|counter|list)$"
)
