"""Accounting for words: what a sentence says must be in what it was taken to say.

`lost(written, printed)` are the content words of a text that its canonical print has not: each
stands for a piece of meaning that was dropped in silence. A word counts as often as it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal

from kognilang.language.words import MONTHS, NUMBER_WORDS, lemma, singular

DECORATION = frozenset(
    # What only holds a sentence together: it has no meaning that could be lost.
    [
        "the",
        "a",
        "an",
        "of",
        "s",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "do",
        "does",
        "did",
        "to",
        "that",
        "which",
        "then",
        "please",
        "now",
        "and",
        "first",
        "next",
        "finally",
        "afterwards",
        "also",
        "just",
        "so",
        "it",
        "its",
        "their",
        "them",
        "they",
        "this",
        "these",
        "those",
        "there",
        "here",
        "as",
        "follows",
        "following",
        "by",
        "in",
        "on",
        "at",
        "with",
        "for",
        "from",
        "than",
        "kindly",
        "we",
        "i",
        "you",
        "let",
        "set",
        "value",
        "equal",
        "equals",
        "has",
        "have",
        "had",
        "will",
        "would",
        "should",
        "must",
        "can",
        "may",
        "yes",
        "list",
        "name",
        "called",
        "call",
        "step",
    ]
)
"""Words without a content of their own, or whose content is told by the form."""

SAME = {
    "exceed": "more", "exceeds": "more", "greater": "more", "higher": "more", "over": "more",
    "above": "more", "larger": "more", "bigger": "more", ">": "more", "fewer": "less",
    "lower": "less", "smaller": "less", "under": "less", "below": "less", "<": "less",
    "every": "each", "all": "each", "isn't": "not", "aren't": "not", "doesn't": "not",
    "don't": "not", "hasn't": "not", "no": "not", "never": "not", "else": "otherwise",
    "ones": "one",
    "blank": "nothing", "empty": "nothing", "missing": "nothing", "unknown": "nothing",
    "sum": "total", "earliest": "lowest", "oldest": "lowest", "smallest": "lowest",
    "newest": "highest", "latest": "highest", "largest": "highest", "later": "after",
    "earlier": "before", "ensure": "sure", "display": "show", "print": "show",
    "itself": "it", "some": "any", "your": "the", "twice": "2", "half": "50", "count": "number",
    "whether": "if", "begin": "start", "begins": "start", "starts": "start", "append": "add",
    "include": "contain", "includes": "contain",
    "reduce": "decrease", "raise": "increase", "through": "to", "when": "if", "once": "if",
    "make": "create",
}  # fmt: skip
"""Words that mean the same, by the one that is counted."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_SCALE = {"hundred": 2, "thousand": 3, "k": 3, "million": 6, "m": 6, "billion": 9}


def _in_digits(found: re.Match[str]) -> str:
    """Return `1.2 million` as the digits of its number."""
    return format(Decimal(found[1]).scaleb(_SCALE[found[2].strip()]), ".6f").rstrip("0").rstrip(".")


def _on_the_clock(found: re.Match[str]) -> str:
    """Return `5:30 pm` as the clock of 24 hours shows it."""
    if found[4]:
        return "12:00" if found[4] == "noon" else "0:00"
    hour = int(found[1]) % 12 + (12 if found[3] == "pm" else 0)
    return f"{hour}{found[2] or ':00'}"


def _as_date(found: re.Match[str]) -> str:
    """Return `November 22, 2026` as the digits of its date."""
    month, day = MONTHS[found[1] or found[4]], int(found[2] or found[3])
    return f"{found[5]}-{month:02}-{day:02}"


def _next_to(found: re.Match[str]) -> str:
    """Return `more than 2 of` as `at least 3 of`."""
    number = int(NUMBER_WORDS.get(found[2], found[2]))
    return f"at least {number + 1}" if found[1] == "more" else f"at most {number - 1}"


_SECONDS = {"hour": 3600, "minute": 60, "second": 1}


def _together(found: re.Match[str]) -> str:
    """Return `1 hour and 30 minutes` in the smallest of its units, as it is printed."""
    parts = re.findall(r"(\d+) (hour|minute|second)", found[0])
    if len({unit for _, unit in parts}) < len(parts):
        return found[0]
    unit = parts[-1][1]
    length = sum(int(count) * _SECONDS[one] for count, one in parts)
    return f"{length // _SECONDS[unit]} {unit}s"


REWORDED: list[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]] = [
    (re.compile(pattern, re.MULTILINE), other)
    for pattern, other in (
        (r"(?<=\d),(?=\d{3})", ""),
        (r"\b(they|we|you)'re\b", r"\1 are"),
        (r"^(to (begin|start) with|first of all),", ""),
        (r"\b(show|display|print|add) all (of )?(?=the\b)", r"\1 "),
        (r"\b\d+ hours?(, \d+ minutes?)?,? and \d+ (minutes?|seconds?)\b", _together),
        (r"\b\d+ minutes?,? and \d+ seconds?\b", _together),
        (r"\bordered by\b", "sorted by"),
        (r"( in)? descending( order)?\b", " from highest to lowest"),
        (r"( in)? ascending( order)?\b", " from lowest to highest"),
        (r"^\s*(\w{1,3}[.)]|[-+*]) ", ""),
        (r"\bno (more|higher|greater|larger) than\b|<=", "most"),
        (r"\bno (less|fewer|lower|smaller) than\b|>=", "least"),
        (r"\bor (less|fewer|under)\b", "most"),
        (r"\bor (more|over)\b", "least"),
        (r"\b(greater|more) than or equal to\b", "least"),
        (r"\b(less|fewer) than or equal to\b", "most"),
        (r"\bspot-check\b|\bcheck (a )?random(?= \d+%)", "review"),
        (r"\bwithin (.*?),? otherwise\b", r"within \1 if nobody answers"),
        (r"\bat least (\d+) (\w+) old\b", r"not newer than \1 \2"),
        (
            r"\b(more|fewer|less) than (\d+|one|two|three)"
            r"(?= of\b| (?!and\b|or\b)[a-z]+ (is|are|was|were|has|have|do|does|need|needs)\b)",
            _next_to,
        ),
        (r"\bno later than\b", "or before"),
        (r"\bis one of\b", "is in"),
        (r"\bask (.*) for approval of\b", r"get approval from \1 for"),
        (r"\bask (.*) what (.*) is\b", r"ask \1 for \2"),
        (r"\b(choose|pick) (one of|from)\b", "choose"),
        (r"\b(check|verify|ensure)( that)?\b|\bmake sure( that)?\b", "make sure"),
        (r"\b(leave|exit|end|break out of|stop) th(e|is) loop\b|\bbreak\b", "stop repeating"),
        (r"\bcontinue with the next\b", "skip this"),
        (r"\ban empty (?=list|table|record)|\bthe other\b|\banother\b", ""),
        (r"\blower (?=the|its)", "decrease "),
        (r"\bfor each (\w+) of\b", r"for each \1 in"),
        (r"\bfrom (\S+) (to|through|till|until)\b|\bbetween (\S+) and\b", r"from \1\3 to"),
        (r"\b(every|each) (\w+( \w+)?) has\b", r"a \2 has"),
        (r"\bnearest cent\b", "2 places"),
        (r"\bmore than (.*) old\b", r"older than \1"),
        (r"\bno earlier than\b", "or after"),
        (r"\b(is|are) (called|considered|deemed|regarded as|said to be)\b(?=.* if\b)", "is"),
        (
            r"\b(has|have|with|without) no\b|\b(doesn't|don't|does not) have an?\b|\bwithout\b",
            "nothing",
        ),
        (r"\bno (?=\w+ (is|are|has))|\bneither of\b", "none "),
        (r"\bneither\b", "not"),
        (r"\bnor\b", "or"),
        (r"\b(else|otherwise|or),? if\b", "otherwise if"),
        (r"\bany of the following( is| are)?( true)?\b", "or"),
        (r"\ball of the following( is| are)?( true)?\b", "and"),
        (r"\bunless\b", "if not"),
        (r"\bgo (on )?to the next\b", "skip this"),
        (r"\bask (.*) to approve\b", r"get approval from \1"),
        (r"\bno (\w+(?: \w+)?(?: whose [^,]*?)?) exists?\b", r"there is not \1"),
        (r"\b(can not|cannot|can't) be found\b", "not exist"),
        (r"\bto all (?=\w+\b(?! of\b))", "to "),
        (r"\bif \(?no (?=\w)", "if none "),
        (r"\b(every|any|each) one of\b", r"\1 of"),
        (r"\b(for|process) each (\w+) in the \w+(?=[,:])", r"\1 each \2"),
        (r"\bthe above\b", "result"),
        (r"\bnewest first|latest first|largest first|highest first\b", "from highest to lowest"),
        (r"\boldest first|earliest first|smallest first|lowest first\b", "from lowest to highest"),
        (r"\bthe second of\b", "item 2 of"),
        (r"\bdecimals?( places)?\b", "places"),
        (r"\bleast of\b", "lowest of"),
        (r"\b(each|every) (?=(\w+ ){1,3}(whose|that|where)\b)", ""),
        (r"\b(each|every) (?=(\w+ ){1,3}of\b)", ""),
        (r"\ball (?=the (\w+ ){0,2}\w+' )", ""),
        (r"^step \d+:", ""),
        (r"^\s*(?:after (?:this|that)|subsequently|thereafter|fourth|fifth|last),", ""),
        # An overdue order is one whose …: `one` is what is defined.
        (r"\b(is|are) (?:one|ones|those) (?:whose|with|that|which)\b", r"\1"),
        (r"\bbe (the)\b", r"is \1"),
        # Large orders are orders with …: what is defined is named again.
        (r"\b(\w+(?: \w+)?) (are|is) (?:an? )?\1 (?=(?:with|whose|that|which)\b)", r"\1 \2 "),
        (r"\b(\d+(?:\.\d+)?)( million| thousand| billion| hundred|m\b|k\b)(?=\W|$)", _in_digits),
        (r"\b(\d{1,2})(:\d\d)? ?(am|pm)\b|\b(noon|midnight)\b", _on_the_clock),
        (r"\ba dozen\b", "12"),
        (r"\bpercent\b", "%"),
        (r"\$|\bdollars?\b", " usd "),
        (r"€|\beuros?\b", " eur "),
        (r"£|\bpounds?\b", " gbp "),
        (r"\*| x (?=\d|the )", " times "),
        (r"\bsorted by ([\w' ]*?) from lowest to highest\b", r"sorted by \1"),
        (r"\bfrom lowest to highest\b", "sorted"),
        (r"\b(?:over|more than) ([\w ]+?) old\b", r"older than \1"),
        (r"\b(?:under|less than) ([\w ]+?) old\b", r"younger than \1"),
        (r"\bover (\w+) old (\w+)", r"more than \1 old \2"),
        (r"^show all ", "show "),
        (r"\bfor each (\w+) in the\s+\1s\b", r"for each \1"),
        (r"/", " divided "),
        (r"\+", " plus "),
        (r"=", " "),
        (rf"\b(?:({_MONTH}) (\d{{1,2}})|(\d{{1,2}}) ({_MONTH})),? (\d{{4}})\b", _as_date),
    )
]
"""Other ways to say the same, each with how it is counted."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)?(?:\.\d+)?|[<>]|!=|%", re.UNICODE)
_UNCOUNTED = frozenset(("either", "both", "use", "my", "our", "where"))
"""Words whose own form is not printed."""


def bag(text: str) -> Counter[str]:
    """Return the content words of a text, each in one form, with how often it stands."""
    plain = text.lower().replace("’", "'").replace("_", " ")
    for pattern, other in REWORDED:
        plain = pattern.sub(other, plain)
    found: Counter[str] = Counter()
    for word in _WORD.findall(plain):
        base = word.removesuffix("'s")
        base = SAME.get(base, base)
        base = str(NUMBER_WORDS.get(base, base))
        if base not in DECORATION and base not in _UNCOUNTED:
            found[lemma(singular(base))] += 1
    return found


def lost(written: str, printed: str) -> Counter[str]:
    """Return the content words of `written` that `printed` lacks."""
    missing = bag(written) - bag(printed)
    if "of the following" in printed:
        # One head of a list stands for all the conjunctions between its items.
        del missing["or"], missing["and"]
    return missing
