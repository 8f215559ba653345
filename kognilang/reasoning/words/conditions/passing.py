"""Passing over: what is said of things with which nothing is to be done."""

from __future__ import annotations

import re

_ITS = r"(?:it|them|this one|these|those|⟦\d+⟧)"
_LEAVING = (
    rf"(?:(?:please |you |we |just |simply |can |may |should )*(?:don't|do not|needn't|need not|no "
    rf"need to|not) (?:bother|worry|concern (?:yourself|ourselves)|waste time|trouble)(?: about| "
    rf"with| over| on)* {_ITS}|"
    rf"(?:please |you |we |just |simply |can |may |should )*(?:leave out|leave aside|pass over|"
    rf"skip|ignore|disregard|forget(?: about)?|omit) (?:the )?{_ITS}|"
    rf"{_ITS} (?:is|are|can be|may be|should be|must be|is to be|are to be|gets?)"
    rf"(?: simply| just)? (?:left out|left aside|passed over|skipped|ignored|disregarded|"
    rf"omitted|forgotten)|"
    rf"{_ITS} (?:already )?(?:needs?|requires?|wants?|takes?)(?: no| nothing| not any)"
    rf"(?: (?:more|further|other))?(?: work| action| attention| handling| treatment| "
    rf"doing| steps?| more)?(?: from us| done| to be done)?|"
    rf"{_ITS} (?:is|are) (?:of )?no (?:concern|interest|business)(?: of ours| to us)?|"
    rf"(?:there is|there's) nothing (?:more |left |else )?to (?:do|be done)(?: for| with| about) "
    rf"{_ITS}|"
    rf"{_ITS} (?:can|may|must|should|has to|have to) (?:wait|be left)(?: for| until| till)? "
    rf"(?:the )?next (?:time|round|run)|{_ITS} we (?:leave|skip|pass over|ignore)[^,;:]*)"
)
_ON = (
    r"(?:(?:then|so|and|just|please|straight|simply|we|you|let's) )*(?:go|move|carry|skip|pass|get|"
    r"proceed|jump)(?: straight| right)?(?: on)?(?: to| with) the "
    r"(?:next|following|⟦\d+⟧ (?:after|behind))(?: (?:it|one|in line|[a-z]+|⟦\d+⟧))*"
)
_WHOLE = re.compile(
    rf"(?i)^{_LEAVING}(?:(?: |, |; |: |\. )(?:so |and |then )*{_ON})?[.!]?$|"
    rf"^{_ITS}[^⟦,;]{{0,60}}[,;:] (?:so |and |then )*{_ON}[.!]?$"
)


def passed_over(text: str) -> str:
    """Return `skip it` for what says of a thing that it is passed over; else the text itself."""
    return "skip it" if _WHOLE.match(text.strip()) else text
