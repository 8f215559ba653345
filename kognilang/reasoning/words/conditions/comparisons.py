"""Comparisons: what people say for each comparison of the language."""

from __future__ import annotations

import re

QUANTITIES = ("number", "money", "percent", "duration", "date", "moment", "count")
"""The kinds that compare by size."""

_NO = r"(?:not|\w+n't|never|no)"
_MORE = (
    r"(?:more|better|greater|bigger|larger|higher|older|longer|costlier|dearer|later|heavier|worse|"
    r"farther|further|wider|taller|deeper|thicker|hotter|warmer|faster|harder|stronger|pricier)"
)
_LESS = (
    r"(?:less|sooner|fewer|smaller|lower|younger|shorter|cheaper|earlier|lighter|"
    r"nearer|closer|narrower|thinner|colder|cooler|slower|weaker)"
)
COMPARING: tuple[tuple[str, str], ...] = (
    ("at least", rf"at least|{_NO} {_LESS} than|{_NO} (?:below|under|before)|a minimum of|"
                 rf"{_NO} short of|greater than or equal to|on or after|"
                 rf"equal to or (?:in excess of|above|over|more than|greater than)|from|"
                 r"at or (?:above|over|beyond|after)|(?:more|greater|"
                 r"higher) (?:than )?or equal(?: to)?|"
                 r"not (?:below|under)|"
                 rf"starting at|as (?:much|many|high|old|long|late) as"),
    ("at most", rf"up to and including|at most|{_NO} {_MORE} than|up to|"
                rf"{_NO} (?:go |rise |climb |get |be )?(?:above|over|after|beyond)|"
                rf"{_NO} exceed(?:ing|s)?|within|a maximum of|on or before|"
                rf"less than or equal to|until|as (?:little|few|low) as|"
                r"at or (?:below|under|before)|(?:below|under|less|"
                r"lower) (?:than )?or equal(?: to)?|"
                r"equal to or (?:below|under|less than|lower than|smaller than)|up until"),
    ("less than", rf"{_NO} (?:yet |even |quite |been )?(?:reach(?:es|ed|ing)?|hit(?:s|ting)?|"
                  rf"come to|meet|met|match|attain(?:ed)?|achieve[d]?|make|made|"
                  rf"amount to|add up to|get to|got to|up to)|fails? (?:to (?:reach|meet|make|hit|"
                  rf"attain|get to)|at)|miss(?:es|ed|ing)?|lags? behind|undershoots?|undercuts?|"
                  rf"{_NO} (?:as|so) (?:much|many|high|old|large|big|"
                  rf"long) as|fails? to reach"),
    ("at least", r"(?:reach|hit|meet|match|attain|achieve)(?:es|ed|ing|s|ting|d)?|met|"
                 r"(?:comes?|amounts?|adds? up|gets?|got|climbs|climbed|risen|rises|grown|"
                 r"grows) to|"
                 r"(?:meets?|equals?|reach(?:es)?) or (?:exceeds?|beats?|surpass(?:es)?)"),
    ("more than", rf"{_MORE} than|over|above|beyond|in excess of|exceed(?:s|ed|ing)?|past|tops?|"
                  rf"after|surpass(?:es|ed|ing)?|outweighs?|(?:has |have )passed|"
                  rf"overtak(?:es?|en)|overtook|overshoots?|outnumbers?|outstrips?|"
                  rf"breach(?:es|ed)?|crosse[sd]|beats?|overruns?"),
    ("less than", rf"{_LESS} than|under|below|beneath|short of|before|prior to"),
)  # fmt: skip
"""What is said for each comparison, the longer ways first."""

EVERY_WAY = "|".join(ways for _, ways in COMPARING)

ALSO_OTHER = re.compile(
    r"(?i)^(?:from|until|before|after|within|past|over|on or|up to|match\w*|meet\w*|met|miss\w*|"
    r"make|made|gets?|got|beats?|crosse\w|attain\w*)\b"
)
"""What may be no comparison at all: it is one where something that compares stands before it."""

ALWAYS_OTHER = re.compile(
    r"(?i)^(?:from|until|before|after|match\w*|meet\w*|met|make|made|"
    r"miss\w*|gets?|got)\b"
)
"""What is none even before an amount."""

UNIT = (
    r" (?:days?|weeks?|months?|years?|hours?|minutes?|points?|pages?|kilos?|kg|miles?|km|times?)"
    r"(?: old)?\b| old\b"
)
"""Units that a number of the data does without."""

AFTER: tuple[tuple[str, str], ...] = (
    ("at least", r"(?:or|and) (?:more|above|over|higher|greater|older|longer|later|better|"
                 r"up(?:wards)?|onwards?|beyond)|onwards?|upwards?|plus|on(?=,|;|$| and)|"
                 r"at (?:the (?:very )?)?least|minimum|as a minimum"),
    ("at most", r"(?:or|and) (?:less|fewer|below|under|lower|younger|shorter|earlier|smaller|"
                r"worse)|downwards?|at (?:the (?:very )?)?most|maximum|as a maximum|tops"),
)  # fmt: skip
"""What is said for a comparison after its value."""

OPPOSITE = {
    "more than": "at most", "at most": "more than", "less than": "at least",
    "at least": "less than", "": "not", "not": "", "after": "on or before",
    "before": "on or after", "on or after": "before", "on or before": "after",
    "between": "not between", "not between": "between", "within": "not within",
    "not within": "within",
}  # fmt: skip

DAYS = {
    "more than": "after", "less than": "before", "at least": "on or after",
    "at most": "on or before",
}  # fmt: skip
"""How the language compares days."""

BE = (
    r"(?:is|are|was|were|be|being|equals|says?|reads?|shows?|states?|remains?|stays?(?: at)?|"
    r"stands? at|becomes?|turns?|bears?|carries|amounts to exactly|=)"
)
SAYING = re.compile(r"(?i)(?:says?|reads?|shows?|states?|bears?|carries|turns?)$")
"""What is no comparison but where a property says it."""
NEGATION = (
    r"(?:isn't|is not|aren't|are not|wasn't|was not|not|other than|doesn't (?:say|read|show|equal)|"
    r"does not (?:say|read|show|equal)|anything but|is no longer|no longer)"
)
