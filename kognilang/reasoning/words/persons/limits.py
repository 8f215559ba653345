"""Limits: how long an answer is waited for, and how often somebody is reminded of it."""

from __future__ import annotations

import re

from kognilang.reasoning.words.naming.mentions import Marked

_WITHIN = re.compile(
    r"(?i)[,;:]?(?: and)?(?: (?:with(?:in| a deadline of| a limit of)|in(?:side)?|in no more than|"
    r"in at "
    r"most|no later than|giving (?:them|him|her|⟦\d+⟧)|give (?:them|him|her|⟦\d+⟧)|"
    r"allowing (?:them|him|her|⟦\d+⟧)|"
    r"allow (?:them|him|her|⟦\d+⟧)|they (?:have|get)|(?:he|she) (?:has|gets)|for which (?:they|he|"
    r"she) (?:have|has)|"
    r"at the latest (?:in|within|after)|not later than|by the end of|with))(?: the next| at most|"
    r" a "
    r"maximum of| up to)? ⟦(\d+)⟧(?:'s?)?"
    r"(?: (?:at the latest|at most|from now|time|to (?:answer|reply|respond|decide|do so|do it|"
    r"say so|"
    r"get back(?: to us)?)|for (?:it|that|the answer|an answer|this|⟦\d+⟧)|or less|'? time|"
    r"to spare))*"
)
_HAS = re.compile(
    r"(?i) (?:has|have|gets?|is given|are given) (?:at most |a maximum of |up to )?⟦(\d+)⟧"
    r"(?:'s?)?(?: time)? to "
)
_REMINDING = re.compile(
    r"(?i)[,;:]?(?: and)?(?: keep)? (?:remind(?:ing)?|nudg(?:e|ing)|chas(?:e|ing)|prod(?:ding)?|"
    r"ping(?:ing)?)(?: (?:them|him|her|it|everyone|⟦\d+⟧))?(?: of it| about it| about that)?,? "
    r"(?:(?P<daily>daily|once a day|every day|each day|day by day)|(?P<hourly>hourly|every hour|"
    r"each "
    r"hour|once an hour)|(?P<weekly>weekly|every week|each week|once a week)|(?:every|"
    r"each) ⟦(?P<each>"
    r"\d+)⟧)"
)


def without_limits(part: str, sentence: Marked) -> tuple[str, str]:
    """Return a part of a marked sentence without the time that somebody has for an answer, and
    that as the language says it; empty where nothing is said of it."""
    words = ""
    has = _HAS.search(part)
    if has is not None and sentence.mentions[int(has[1])].kind == "duration":
        # The vet has 2 days to approve it.
        words = f" within {sentence.mentions[int(has[1])].words}"
        part = f"{part[: has.start()]} must {part[has.end() :]}"
    reminding = _REMINDING.search(part)
    if reminding is not None:
        part = part[: reminding.start()] + part[reminding.end() :]
    for within in _WITHIN.finditer(part):
        time = sentence.mentions[int(within[1])]
        if time.kind == "duration" and time.literal:
            words = f" within {time.words}"
            part = part[: within.start()] + part[within.end() :]
            break
    if reminding is not None:
        often = next((f"every {unit}" for group, unit in _UNITS if reminding[group]), "")
        if reminding["each"]:
            often = f"every {sentence.mentions[int(reminding['each'])].words}"
        words += f", reminding them {often}"
    return part, words


_UNITS = (("daily", "day"), ("hourly", "hour"), ("weekly", "week"))
