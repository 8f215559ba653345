"""Sentences that people write for what the language says otherwise, and how it says them.

Each is recognised by its words alone, after it was not understood; what is offered is made of
the writer's own words, and whoever shows it drops what does not parse.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kognilang.dataclass import dataclass
from kognilang.language.otherwords import said_otherwise


@dataclass(slots=True)
class Rewording:
    """What is wrong with a sentence, and sentences that say it; `words` are those to underline."""

    name: str
    summary: str
    candidates: list[str]
    words: str = ""
    detail: tuple[str, ...] = ()


def reworded(sentence: str) -> Rewording | None:
    """Return what a sentence that was not understood may want to say, or None."""
    from kognilang.language.manners import mannered

    polite = mannered(sentence)
    if polite is not None:
        return polite
    bare = unquoted(sentence)
    if bare is not None:
        return bare
    for pattern, explain in _WAYS:
        hit = pattern.search(sentence)
        if hit is not None:
            found = explain(hit, sentence)
            if found is not None:
                return found
    others = list(said_otherwise(sentence))
    if not others:
        return None
    words = others[0][0]
    return Rewording(
        "not-understood",
        f'The language has other words for "{words}"',
        [new for _, new in others],
        words,
    )


def _must(hit: re.Match[str], sentence: str) -> Rewording:
    """`The total must be positive.`: a check, or a condition for stopping."""
    subject, modal, denied, verb, rest = hit.groups()
    denied = " not" if denied else ""
    many = re.search(r"[^s]s$", subject) is not None
    low = verb.lower()
    if low == "be":
        said = f"{'are' if many else 'is'}{denied} {rest}"
        contrary = f"{'are' if many else 'is'}{'' if denied else ' not'} {rest}"
    elif low == "have":
        bare = re.sub(r"^(an?|any|no|some)\s+", "", rest)
        said = f"{'have' if many else 'has'} {'no ' + bare if denied else rest}"
        contrary = f"{'have' if many else 'has'} {rest if denied else 'no ' + bare}"
    else:
        do = "do" if many else "does"
        plain = low if many else _third(low)
        said = f"{do} not {low} {rest}" if denied else f"{plain} {rest}"
        contrary = f"{plain} {rest}" if denied else f"{do} not {low} {rest}"
    name = subject[:1].lower() + subject[1:]
    return Rewording(
        "must-be",
        f'"{modal.lower()}" does not say what happens where it is not so',
        [f"Make sure {name} {said}.", f"If {name} {contrary}, stop."],
        f"{modal}",
        ("Make sure asks a person where it is not so; If says what to do.",),
    )


def _must_approve(hit: re.Match[str], sentence: str) -> Rewording:
    """`The buyer must approve it first.`: somebody is asked, and what follows waits for it."""
    lead, who, modal, what, limit = hit.groups()
    get = "get" if lead else "Get"
    return Rewording(
        "must-be",
        f'"{modal.lower()}" does not say who is asked, and when',
        [f"{sentence[: hit.start()]}{lead or ''}{get} approval from {who[:1].lower()}{who[1:]} for"
         f" {what}{limit or ''}."],
        modal,
        ("What follows is done only when it is approved; a refusal is asked about.",),
    )  # fmt: skip


def _third(verb: str) -> str:
    return verb + ("es" if verb.endswith(("s", "x", "ch", "sh")) else "s")


def _when(hit: re.Match[str], sentence: str) -> Rewording:
    """`When C, S`: now, so that it is an `If`, or whenever it happens, so that it is a trigger."""
    rest = hit[2]
    candidates = [f"If {rest}"]
    head = re.split(r"[,:]", rest, maxsplit=1)[0].strip()
    if re.match(r"(an?|the) (new )?(file|e-?mail|message|request|document)\b", rest, re.IGNORECASE):
        candidates = [f"{hit[1]} {head}:"]
    return Rewording(
        "when-for-if",
        f'"{hit[1]}" could mean: if it is so now, or: whenever it happens',
        candidates,
        hit[1],
        ("If asks once, here. What is to happen whenever something comes is a block of its own, "
         "at the left margin.",),
    )  # fmt: skip


def _change_from(hit: re.Match[str], sentence: str) -> Rewording:
    """`Change X from A to B`."""
    target, old, new = hit.groups()
    new = new.rstrip(".")
    candidates = [
        f"Change {target} to {new}.",
        f"If {target} is {old}, change {target} to {new}.",
    ]
    if old.startswith(('"', "“")) and new.startswith(('"', "“")):
        candidates.append(f"Change {target} to {target} with {old} replaced by {new}.")
    return Rewording(
        "change-from",
        f"What if {target} is not {old}?",
        candidates,
        f"from {old}",
        ("Without the old value it is changed whatever it was.",),
    )


def _some_of(hit: re.Match[str], sentence: str) -> Rewording | None:
    """`one of the orders is …`, `most of the orders are …`: how many does it say?"""
    how, things, be, rest = hit.groups()[1:]
    low = how.lower()
    before, after = sentence[: hit.start(2)], f"the {things} {be} {rest}"
    summary = f'"{how} of the {things}" does not say how many it takes'
    if low in ("most", "the majority", "more than half"):
        comma = re.search(r"[,:]|\bthen\b", rest)
        said = rest[: comma.start()].rstrip() if comma else rest.rstrip(".")
        tail = rest[comma.start() :] if comma else ""
        test = (
            f"the number of the {things} that are {said} is more than half of the number of the "
            f"{things}"
        )
        return Rewording("some-of", summary, [f"{before}{test}{tail}"], f"{how} of")
    if low in ("several", "many", "a few", "few", "a couple", "a number"):
        return Rewording(
            "some-of", summary, [f"{before}at least 2 of {after}", f"{before}any of {after}"],
            f"{how} of",
        )  # fmt: skip
    plural = f"{be} {rest}"
    if low not in ("one", "1"):
        plural = re.sub(r"^(is|has|does|was)\b", _many, plural)
    return Rewording(
        "some-of",
        summary,
        [
            f"{before}at least {low} of the {things} {plural}",
            f"{before}exactly {low} of the {things} {plural}",
        ],
        f"{how} of",
    )


def _many(hit: re.Match[str]) -> str:
    return {"is": "are", "has": "have", "does": "do", "was": "were"}[hit[1]]


def _period(hit: re.Match[str], sentence: str) -> Rewording:
    """`next week`, `last month`: a period, of which a day must be said."""
    which, unit = hit[1].lower(), hit[2].lower()
    start, end = hit.span()
    side, of = ("after", "next") if which == "next" else ("before", "last")

    def put(words: str) -> str:
        return f"{sentence[:start]}{words}{sentence[end:]}"

    candidates = [put(f"1 {unit} {side} today")]
    if unit == "week":
        candidates.append(put(f"{of} Monday"))
    elif unit == "month":
        candidates += [put(f"the start of {of} month"), put(f"the end of {of} month")]
    return Rewording(
        "whole-period",
        f'"{hit[0]}" is a whole {unit}: which day of it?',
        candidates,
        hit[0],
    )


_LOGIC = {"&": "and", "&&": "and", "|": "or", "||": "or"}


def _logic(hit: re.Match[str], sentence: str) -> Rewording:
    """`the count > 4 && the fee < 3`."""
    mark, word = hit[1], _LOGIC[hit[1]]
    put = " ".join(_LOGIC.get(one, one) for one in sentence.split(" "))
    return Rewording("not-understood", f'"{mark}" is written "{word}"', [put], mark)


def _for_one(hit: re.Match[str], sentence: str) -> Rewording:
    """`For order in the orders`."""
    return Rewording(
        "not-understood", '"for" walks with "each"', [f"For each {sentence[4:]}"], hit[0]
    )


_SPREADSHEETS = ("csv", "xlsx")


def _file(hit: re.Match[str], sentence: str) -> Rewording:
    """`read customers.csv as the customers`: a file's name stands in quotes."""
    before, name, after = sentence[: hit.start()], hit[0], sentence[hit.end() :]
    kind = "spreadsheet" if hit[1].lower() in _SPREADSHEETS else "file"
    named = re.search(r"\b(?:file|spreadsheet|document|workbook|pdf)s?\s+$", before, re.IGNORECASE)
    lead = "" if named else f"the {kind} "
    capital = f"{before[:1].upper()}{before[1:]}"
    return Rewording(
        "not-understood",
        "The name of a file stands in quotes",
        [f'{capital}{lead}"{name}"{after}'],
        name,
    )


def _address(hit: re.Match[str], sentence: str) -> Rewording:
    """`Check http://shop/health`: an address stands in quotes."""
    before, address, after = sentence[: hit.start()], hit[0], sentence[hit.end() :]
    quoted = f'"{address}"'
    candidates = [f"{before}{quoted}{after}"]
    if "://" in address:
        candidates.insert(0, f"{before}the web address {quoted}{after}")
        if re.match(r"(?:check|get|fetch|call|open|load|visit|ping|query) ", before, re.IGNORECASE):
            rest = re.match(r" (?:as|with) [^.]*", after)
            candidates.append(f"Read the web address {quoted}{rest[0] if rest else ''}.")
    return Rewording("not-understood", "An address stands in quotes", candidates, address)


_BARE_ADDRESS = re.compile(
    r"(?<![\"“\w/])(?:https?://[^\s\",“”]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)


def unquoted(sentence: str) -> Rewording | None:
    """Return what is wrong with a sentence that names an address without quotes, or None."""
    hit = _BARE_ADDRESS.search(re.sub(r'"[^"]*"', lambda text: "_" * len(text[0]), sentence))
    return _address(hit, sentence) if hit is not None else None


_SUBJECT = r"((?:the|an?|my|our|its|their|each|every|all|this)\b[^,:;\"]*?)"
_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], Rewording | None]], ...] = (
    (
        re.compile(
            r"(?:^|(,\s+))((?:both\s+)?(?:the|my|our|its|their|two of the)\s[^,:;\"]*?)\s+"
            r"(must|should|shall|has to|have to|needs to|need to|ought to)\s+"
            r"(?:both\s+|first\s+|also\s+)?(?:approve|sign off on|sign off|sign|authori[sz]e"
            r"|agree to|countersign|release)\s+([^,\"]+?)(\s+within\s+[\w ]+?)?(?:\s+first)?\.?$",
            re.IGNORECASE,
        ),
        _must_approve,
    ),
    (
        re.compile(
            rf"^{_SUBJECT}\s+(must|should|shall|has to|have to|needs to|need to|ought to)\s+"
            r"(not\s+|never\s+)?(be|have|contain|equal|exceed|match|start|end|exist)\b\s*(.*?)\.?$",
            re.IGNORECASE,
        ),
        _must,
    ),
    (re.compile(r"^(when|whenever)\s+(.+)$", re.IGNORECASE), _when),
    (re.compile(r" (&&?|\|\|?) "), _logic),
    (
        re.compile(
            r"(?<![\"“\w./-])[\w./-]*\w\.(csv|xlsx|pdf|txt|docx|json|md|xml|eml)\b(?![\"”])",
            re.IGNORECASE,
        ),
        _file,
    ),
    (re.compile(r"^for (?=(?!each|every|all)\w+ (?:in|of) )", re.IGNORECASE), _for_one),
    (re.compile(r"^change\s+(.+?)\s+from\s+(.+?)\s+to\s+(.+)$", re.IGNORECASE), _change_from),
    (
        re.compile(
            r"(\b(?:if|unless|while|until|and|or|sure|that|check)\s+)"
            r"(most|the majority|more than half|several|many|a few|few|a couple|one|two|three|four"
            r"|five|six|seven|eight|nine|ten|\d+)\s+of\s+(?:the|my|our)\s+"
            r"([\w' ]+?)\s+(is|are|has|have|does|do|was|were|needs|need)\b\s*(.*)$",
            re.IGNORECASE,
        ),
        _some_of,
    ),
    (
        re.compile(
            r"(\b(?:if|unless|while|until|and|or|sure|that|check)\s+)"
            r"(most|several|many|a few|few)\s+([\w ]+?)\s+"
            r"(is|are|has|have|does|do|was|were|needs|need)\b\s*(.*)$",
            re.IGNORECASE,
        ),
        _some_of,
    ),
    (re.compile(r"\b(next|last)\s+(week|month|quarter|year)\b", re.IGNORECASE), _period),
)


def unjoined(sentence: str) -> Rewording | None:
    """Return what is wrong with a sentence whose conditions are divided by commas alone."""
    commas = [hit.start() for hit in re.finditer(",", sentence)]
    head = re.match(r"(if|unless|while|until)\b", sentence, re.IGNORECASE)
    if head is None or len(commas) < 2:
        return None
    first, last = commas[-2] if len(commas) > 2 else commas[0], commas[-1]
    parts = re.split(r",\s*", sentence[head.end() : last])
    if len(parts) < 2 or not all(re.search(_SAYS, part) for part in parts):
        return None
    before, after = sentence[:first], sentence[first + 1 :].lstrip()
    return Rewording(
        "list-without-and",
        'The conditions do not say whether all must hold or any: "and" or "or" is missing',
        [f"{before} and {after}", f"{before} or {after}"],
        ", ".join(parts[-2:]).strip(),
    )


_SAYS = re.compile(
    r"\b(is|are|has|have|does|do|contains?|equals?|exceeds?|starts|ends|exists?)\b|[<>=]"
)
