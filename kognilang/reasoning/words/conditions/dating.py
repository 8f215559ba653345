"""Dating: what a sentence says of a day by today: that it is over, near, or long ago."""

from __future__ import annotations

import re

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.clauses import clause_start, conditional
from kognilang.reasoning.words.conditions.found import Found
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention, subject_of
from kognilang.reasoning.words.naming.relating import nearness

_SLIPPED = (
    r"(?:(?:already|now|long|still|yet|just|meanwhile|since|by now|not yet|well|exactly|even) )*"
)
_IS = r"(?:is|are|was|were|has|have|had|lies?|falls?|comes?|came|went|goes|dates?|runs?)"
GONE = (
    rf"(?:{_SLIPPED}{_IS} )?{_SLIPPED}(?:over|past|gone(?: by)?|elapsed|behind us|in the past|been "
    r"missed|(?:come|been) and gone|came and went|went by|lapsed|expired|run out|up|history|"
    r"passed(?: by)?|done with|overdue|earlier than today|before today|missed)"
)
"""What is said of a day that is over."""
AHEAD = (
    rf"(?:{_SLIPPED}{_IS} )?{_SLIPPED}(?:ahead(?: of us)?|to come|coming up|in the future|upcoming|"
    r"outstanding|later than today|after today|away)|"
    r"(?:lies?|is|are) (?:still )?(?:before us|in front of us)|"
    r"(?:is not|isn't|are not|aren't|has not|hasn't|have not|haven't)"
    r" (?:yet )?(?:been )?(?:here|there|reached|past|over|gone|come|passed|arrived|up|elapsed)"
    r"(?: yet)?|has yet to (?:come|arrive)"
)
"""What is said of a day that is still to come."""
HERE = (
    rf"(?:{_SLIPPED}(?:is|has|have|are) )?{_SLIPPED}(?:arrived|come|been reached|reached|here|"
    r"(?:been )?(?:come|arrived))"
)
"""What is said of a day that has come."""
TODAY = r"(?:falls? on|is|are|matches|equals|comes|falls) (?:on )?(?:today|this very day)"

_AGO = r"(?:ago|back|old|in the past|earlier|before (?:today|now)|behind us|previously|since)"
_MORE = r"(?:more than|over|longer than|upwards of|in excess of|older than|exceeding|at least)"
_LESS = r"(?:less than|under|within|not more than|no more than|younger than|at most|fewer than)"
_SPAN = r"(?:the )?{}(?: of)? (?:of )?⟦(?P<d>\d+)⟧"


def dated(sentence: Marked, situation: Situation) -> Found | None:
    """Find a day that is compared with today, or with a length of time from today."""
    for find in (_by_length, _by_today, _past_it, _by_verb):
        found = find(sentence, situation)
        if found is not None:
            return found
    return None


def _by_today(sentence: Marked, situation: Situation) -> Found | None:
    for ways, word in ((AHEAD, "after"), (GONE, "before"), (HERE, "on or before"), (TODAY, "")):
        match = re.search(rf"(?i)⟦(\d+)⟧ (?:{ways})(?![\w])(?! (?:as|of|for|to) ⟦)", sentence.text)
        if match is not None:
            of = sentence.mentions[int(match[1])]
            if of.kind in ("date", "moment") and not of.literal:
                return Found([of.words], word, "today", match.start(), match.end())
    return None


def _past_it(sentence: Marked, situation: Situation) -> Found | None:
    """Find things past a day of theirs: samples past their use-by date."""
    match = re.search(
        r"(?i)\b(?:past|beyond|over|later than|gone past|run past|after) (?:all )?⟦(\d+)⟧",
        sentence.text,
    )
    if match is None:
        return None
    of = sentence.mentions[int(match[1])]
    begun = clause_start(sentence.text, match.start())
    others = [
        sentence.mentions[int(one)] for one in MARK.findall(sentence.text[begun : match.start()])
    ]
    if any(one.kind in ("date", "moment") for one in others):
        return None
    if not of.owner and not of.literal and of.kind in ("date", "moment"):
        # Sent in past the closing date, which is the same for all.
        subject = subject_of(situation)
        said = re.sub(r"⟦\d+⟧", " ", sentence.text[begun : match.start()])
        date = _of_words(dict(situation.fields.get(subject, {})), said)
        if date:
            way = [f"the {subject}'s {date}"]
            return Found(way, "after", of.words, match.start(), match.end())
    if of.owner and of.kind in ("date", "moment"):
        own = dict(situation.fields.get(of.owner, {}))
        said = re.sub(r"⟦\d+⟧", " ", sentence.text[begun : match.start()])
        date = _of_words(own, said, besides=of.words.rpartition("'s ")[2])
        if date:
            return Found(
                [f"the {of.owner}'s {date}"], "after", of.words, match.start(), match.end()
            )
        return Found([of.words], "before", "today", match.start(), match.end())
    return None


def _of_words(own: dict[str, str], said: str, besides: str = "") -> str:
    """Return the date that words speak of; empty where none does."""
    dates = [name for name, kind in own.items() if kind in ("date", "moment") and name != besides]
    best = max(dates, key=lambda name: nearness(name, said), default="")
    return best if best and nearness(best, said) else ""


_LONG: tuple[tuple[str, str], ...] = (
    (rf"(?:{_MORE}) ⟦(?P<d>\d+)⟧ (?:of )?{_AGO}", "more than {} ago"),
    (rf"(?:{_LESS}) ⟦(?P<d>\d+)⟧ {_AGO}", "less than {} ago"),
    (r"(?:older than|longer ago than|further back than|earlier than) ⟦(?P<d>\d+)⟧(?: ago)?",
     "more than {} ago"),
    (r"(?:younger than|newer than|more recent than) ⟦(?P<d>\d+)⟧", "less than {} ago"),
    (rf"for {_MORE} ⟦(?P<d>\d+)⟧(?: now)?", "more than {} ago"),
    (r"(?:(?:in|within|during|over|for) )?(?:the |these )?(?:next|coming|following) ⟦(?P<d>\d+)⟧",
     "between today and {} after today"),
    (r"(?:not )?(?:more|further|later) than ⟦(?P<d>\d+)⟧ (?:away|ahead|off|from (?:now|today)|"
     r"in the future|out)", "after {} after today"),
    (r"(?:less than|under|within|at most|no more than|not more than|up to) ⟦(?P<d>\d+)⟧ "
     r"(?:away|ahead|off|from (?:now|today)|in the future|out|of today)",
     "between today and {} after today"),
    (r"(?:in|within|during|over|for) (?:the |these )?(?:last|past|previous) ⟦(?P<d>\d+)⟧",
     "between {} before today and today"),
    (r"(?:in|within) (?:less than |under )?⟦(?P<d>\d+)⟧(?: or less| at most)?",
     "between today and {} after today"),
    (r"⟦(?P<d>\d+)⟧ ago or (?:more|longer|earlier)", "at least {} ago"),
    (rf"⟦(?P<d>\d+)⟧ (?:or more |and more |or longer )?{_AGO}", "at least {} ago"),
    (r"(?:a good|well over) ⟦(?P<d>\d+)⟧ ago", "more than {} ago"),
)  # fmt: skip
"""What is said of a length of time up to today or from today, the longer ways first."""


def _by_length(sentence: Marked, situation: Situation) -> Found | None:
    text = sentence.text
    for ways, word in _LONG:
        for match in re.finditer(rf"(?i)(?<![\w]){ways}(?![\w])", text):
            length = sentence.mentions[int(match["d"])]
            if length.kind != "duration":
                continue
            begun = clause_start(text, match.start())
            of = _day_before(sentence, situation, begun, match.start(), match.end())
            if of:
                word = word.format(length.words)
                return Found(of, word, "", match.start(), match.end())
    return None


def _day_before(sentence: Marked, situation: Situation, begun: int, at: int, end: int) -> list[str]:
    """Return the days that the words before a place may be about, the likeliest first."""
    text = sentence.text
    for one in reversed(MARK.findall(text[begun:at])):
        mention = sentence.mentions[int(one)]
        if mention.kind in ("date", "moment"):
            return [mention.words]
        if mention.literal or (mention.owner and mention.kind in ("number", "money", "text")):
            return []
    subject = subject_of(situation)
    fields = situation.fields.get(subject, {})
    said = MARK.sub(" ", text[begun:at] + " " + " ".join(text[end:].split()[:2]))
    found = [name for name, kind in fields.items() if kind in ("date", "moment")]
    if any("age" in name.split() for name in fields) and "old" in text[at:end]:
        return []
    best = sorted(found, key=lambda name: -nearness(name, said))
    if best and (nearness(best[0], said) or (len(best) == 1 and _OLD.search(text[at:end]))):
        return [f"the {subject}'s {name}" for name in best]
    return []


_OLD = re.compile(r"(?i)\b(?:old|older|ago|younger)\b")

_ENDED = (
    r"(?:is|are|was) (?:already |now |long )*(?:over|finished|done|ended|expired|past|through|up|"
    r"history|no longer valid)|(?:has|have|had) (?:already |now |long )*(?:ended|finished|expired|"
    r"run out|lapsed|passed|come to an end|been over|elapsed)|(?:already |now )*(?:ended|expired|"
    r"ran out|lapsed)"
)
_BEGUN = (
    r"(?:has|have|had) (?:already |now |long )*(?:begun|started|commenced)|"
    r"(?:is|are) (?:already |now )*(?:under way|underway|running|in progress)|already (?:began|"
    r"started|begun)"
)
_NOT_BEGUN = (
    r"(?:has|have|had)(?:n't| not)(?: yet)? (?:begun|started|commenced)(?: yet)?|"
    r"(?:is|are) (?:yet|still) to (?:begin|start|come)|(?:is|are)(?:n't| not)(?: yet)? (?:under way"
    r"|underway|running)(?: yet)?|has yet to (?:begin|start)"
)
_NOT_ENDED = (
    r"(?:has|have|had)(?:n't| not)(?: yet)? (?:ended|finished|expired|run out|lapsed)(?: yet)?|"
    r"(?:is|are)(?:n't| not)(?: yet)? (?:over|finished|past|expired|up)(?: yet)?|"
    r"(?:is|are) (?:still )?(?:running|valid|going on|in force)"
)
_BY_VERB: tuple[tuple[str, str, str], ...] = (
    (_NOT_BEGUN, "begin start", "after"),
    (_NOT_ENDED, "end expire", "on or after"),
    (_BEGUN, "begin start", "on or before"),
    (_ENDED, "end expire", "before"),
)


def _by_verb(sentence: Marked, situation: Situation) -> Found | None:
    """Find that a thing has begun or is over, where one of its days tells it."""
    if not conditional(sentence.text, situation.sentence):
        return None
    subject = subject_of(situation)
    fields = dict(situation.fields.get(subject, {}))
    for ways, about, word in _BY_VERB:
        match = re.search(
            rf"(?i)(?:⟦(?P<it>\d+)⟧|\b(?:(?:the|its|their) (?P<n>[a-z]+)|that|which|"
            rf"who)) (?:{ways})"
            rf"(?![\w])(?! ⟦| (?:before|after|on|by|until|in|since|later|earlier|prior|at)\b)",
            sentence.text,
        )
        if match is None:
            continue
        if match["n"]:
            dates = {k: v for k, v in fields.items() if v in ("date", "moment")}
            date = next((one for one in dates if match["n"].lower() in one.split()), "")
            if date:
                of_it = f"the {subject}'s {date}"
                return Found([of_it], word, "today", match.start(), match.end())
            continue
        of = sentence.mentions[int(match["it"])] if match["it"] else Mention("", pronoun=True)
        if of.owner or of.literal or of.words not in ("", f"the {subject}"):
            continue
        date = _of_words(fields, about)
        if date:
            return Found([f"the {subject}'s {date}"], word, "today", match.start(), match.end())
    return None
