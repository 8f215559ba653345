"""Lines that tell people something about a text or its words, and how the language writes them:
`Title: Pay invoices`, `// a remark`, `Overdue means: the due date is before today.`"""

from __future__ import annotations

import re

from kognilang.language.rewording import Rewording
from kognilang.language.trial import works
from kognilang.language.words import RESERVED, canonical, is_plural, singular

NOUN = "thing"
"""The noun of an adjective where the sentence names none."""


def told(sentence: str) -> Rewording | None:
    """Return how a line that is for people, or says what a word means, is written; None where it
    is neither."""
    line = sentence.strip().split("\n")[0].strip()
    for pattern, explain in _WAYS:
        hit = pattern.match(line)
        found = explain(hit) if hit is not None else None
        if found is not None:
            return found
    return None


# -- for people ----------------------------------------------------------------------------------

_TITLES = frozenset(
    ("title", "procedure", "process", "runbook", "heading", "steps", "definitions", "section")
)
_NOTES = frozenset((
    "author", "authors", "owner", "version", "date", "purpose", "description", "goal", "summary",
    "department", "updated", "reviewed", "approved", "by", "created", "status", "frequency",
    "scope", "audience", "contact", "keywords", "tags", "comment", "comments", "remark", "remarks",
    "nb", "hint", "tip", "important", "warning", "attention", "caution", "todo", "fixme", "info",
    "background", "prerequisites", "requirements", "context", "overview", "objective",
    "responsible",     "revision", "example", "examples", "ps", "disclaimer", "schedule",
))  # fmt: skip


def _label(hit: re.Match[str]) -> Rewording | None:
    """`Title: Pay invoices`, `Last updated: 2026-01-02`."""
    label, rest = hit[1], hit[2].strip()
    first, last = label.lower().split()[0], label.lower().split()[-1]
    if label.lower() in _TITLES:
        title = f"# {rest or label}".rstrip(".")
        below = () if rest else ("What is below it stands at the left margin.",)
        return Rewording(
            "not-understood", f'"{label}:" is no step: a title begins with #', [title], label, below
        )
    plain = not any(word in RESERVED - {"by"} for word in label.lower().split())
    if not plain or (last not in _NOTES and first not in _NOTES):
        return _setting(label, rest)
    note = [f"Note: {label}: {rest}"] if rest else [f"# {label}"]
    return Rewording(
        "not-understood",
        f'"{label}:" is no step: what is only for people begins with Note:',
        note,
        label,
        () if rest else ("A title may stand above it, and each line for people begins with Note:",),
    )


def _setting(label: str, rest: str) -> Rewording | None:
    """`Total: 5`, as a form has it."""
    name = label[:1].lower() + label[1:] if label.split()[0].istitle() else label
    name = name.removeprefix("the ").removeprefix("set ")
    sentence = f"The {name} {'are' if is_plural(name.lower()) else 'is'} {rest.rstrip('.')}."
    if not rest or any(word in RESERVED for word in name.lower().split()) or not works(sentence):
        return None
    return Rewording("not-understood", "What is set is said with is", [sentence], f"{label}:")


def _remark(hit: re.Match[str]) -> Rewording:
    """`// a remark`, as programs have it."""
    rest = hit[2].strip().removesuffix("*/").strip()
    return Rewording(
        "not-understood",
        f'A line that begins with "{hit[1]}" is no step: what is only for people begins with Note:',
        [f"Note: {rest}"] if rest else [],
        hit[1],
    )


def _rule(hit: re.Match[str]) -> Rewording:
    return Rewording(
        "not-understood",
        "A line of signs is no step; a title begins with #, without a line below it",
        ["# Title"],
        hit[0],
    )


# -- what a word means ---------------------------------------------------------------------------


def _means(hit: re.Match[str]) -> Rewording | None:
    """`Overdue means: the due date is before today.`"""
    said = hit["word"].strip(" \"“”'")
    meant = hit["meant"].strip().rstrip(".")
    adjective, noun = _apart(said, bool(hit["article"]))
    if not adjective or not meant:
        return None
    about = re.match(
        r"(?:an?|the|any|every) ((?:[\w-]+ )?[\w-]+) (whose|that|which|who|with) (.+)$", meant
    )
    if about is not None:
        noun = noun or about[1]
        meant = f"{about[2]} {about[3]}"
    sentence = f"{_a(noun or NOUN)} is {adjective} if {_condition(meant)}."
    summary = "What a word means is said with if"
    if _CLAUSE.search(meant) and works(sentence):
        detail = (
            () if noun else (f'For "{NOUN}" stands what it is said of: an invoice, a customer …',)
        )
        return Rewording("not-understood", summary, [sentence], hit["verb"], detail)
    if _CLAUSE.search(meant):
        return None
    return Rewording(
        "not-understood",
        "What a word stands for is only for people: such a line begins with Note:",
        [f"Note: {hit[0].rstrip('.')}."],
        hit["verb"],
    )


_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|whose|contains?|starts|ends|exceeds?)\b"
    r"|^(?:it |its |not )?(?:more|less|fewer|over|under|above|below|at (?:least|most)|between"
    r"|before|after|older|newer|within)\b",
    re.IGNORECASE,
)
"""What says of a thing how it is, and is not only another name of it."""


def _called(hit: re.Match[str]) -> Rewording | None:
    """`We call an invoice overdue if its due date is before today.`"""
    words = hit["words"].split()
    found = []
    for cut in reversed(range(1, len(words))):
        # `a purchase order late` and `an invoice past due`: which words are the noun?
        noun, adjective = " ".join(words[:cut]), " ".join(words[cut:])
        sentence = f"{_a(noun)} is {adjective} if {_condition(hit['meant'].rstrip('.'))}."
        if works(sentence):
            found.append(sentence)
    if not found:
        return None
    return Rewording("not-understood", "What a word means is said with if", found, hit["verb"])


def _one_of(hit: re.Match[str]) -> Rewording | None:
    """`An overdue purchase order is one whose …`: which words are the adjective?"""
    words = hit["words"].lower().split()
    found = []
    for cut in range(1, len(words)):
        noun = singular(" ".join(words[cut:]))
        sentence = (
            f"{_a(noun)} is {' '.join(words[:cut])} if {_condition(hit['meant'].rstrip('.'))}."
        )
        if works(sentence):
            found.append(sentence)
    if not found:
        return None
    return Rewording("not-understood", "What a word means is said with if", found, hit["verb"])


def _if_then(hit: re.Match[str]) -> Rewording | None:
    """`If an invoice's due date is before today, it is overdue.`"""
    noun, adjective = hit["noun"], hit["adjective"].rstrip(".")
    condition = f"its {hit['own']}" if hit["own"] else f"it {hit['rest'].strip()}"
    if any(word in RESERVED for word in adjective.split()):
        return None
    sentence = f"{_a(noun)} is {adjective} if {condition}."
    if not works(sentence):
        return None
    return Rewording(
        "not-understood", "What a word means is said with if", [sentence], f"is {adjective}"
    )


def _apart(said: str, article: bool) -> tuple[str, str]:
    """The adjective and the noun of `overdue invoice`, `large`, `An invoice is overdue`."""
    told_of = re.match(r"(?:an? |the )?([\w -]+?) (?:is|are) ([\w -]+)$", said, re.IGNORECASE)
    if told_of is not None:
        return told_of[2].lower(), singular(told_of[1].lower())
    words = [word if word.isupper() else word.lower() for word in said.split()]
    if not words or len(words) > 4 or any(word in RESERVED for word in words):
        return "", ""
    if len(words) > 1 and (article or is_plural(words[-1])):
        return words[0], singular(" ".join(words[1:]))
    return " ".join(words), ""


def _condition(meant: str) -> str:
    """What is said of a thing as a clause about it: `the due date is …` as `its due date is …`."""
    meant = re.sub(r"^that ", "", meant.strip())
    first, _, rest = meant.partition(" ")
    word = first.lower()
    if word in ("whose", "the", "their") and rest:
        return f"its {rest}"
    if word in ("that", "which", "who", "they") and rest:
        return f"it {re.sub(r'^are ', 'is ', rest)}"
    if word == "with":
        return f"it has {rest}"
    if word in ("its", "it", "an", "a"):
        return f"{word} {rest}"
    if re.search(r"\b(?:is|are|has|have|was|were)\b", meant):
        return f"its {meant}" if word not in ("is", "are", "has") else f"it {meant}"
    return f"it is {meant}"


def _a(noun: str) -> str:
    from kognilang.values.nouns import with_article

    text = with_article(canonical(noun) if noun.isascii() else noun)
    return text[:1].upper() + text[1:]


_WAYS = (
    (re.compile(r"^((?:[A-Za-z]+ ){0,3}[A-Za-z]+): ?(.*)$"), _label),
    (re.compile(r"^(//+|--+(?= ?\w)|;+|/\*+|%+|rem\b)(.*)$", re.IGNORECASE), _remark),
    (re.compile(r"^[=_~*#-]{3,}$"), _rule),
    (
        re.compile(
            r"^(?:by |the word |the term )?(?P<article>an? |the )?(?P<word>[\"“]?[\w -]+?[\"”]?),?"
            r" (?P<verb>(?:we |i )?(?:means?|mean|shall mean|signif(?:y|ies)|(?:is|are) defined as"
            r"|refers? to|stands? for))(?: that)?:? (?P<meant>.+)$",
            re.IGNORECASE,
        ),
        _means,
    ),
    (
        re.compile(
            r"^(?P<verb>(?:we|i) (?:call|consider|deem|treat)) an? (?P<words>[\w -]+?)"
            r" (?:if|when|once) (?P<meant>.+)$",
            re.IGNORECASE,
        ),
        _called,
    ),
    (
        re.compile(
            r"^(?:an? )?(?P<words>[\w -]+?) (?P<verb>is one|are (?:those|ones))"
            r" (?P<meant>(?:whose|that|which|who|with) .+)$",
            re.IGNORECASE,
        ),
        _one_of,
    ),
    (
        re.compile(
            r"^if (?:an?|any|every) (?P<noun>[\w-]+(?: [\w-]+)??)(?:['’]s (?P<own>[^,]+?)"
            r"|(?P<rest> (?:is|has) [^,]+?)), (?:then )?(?:it|the (?P=noun)) is"
            r" (?P<adjective>[\w -]+)\.?$",
            re.IGNORECASE,
        ),
        _if_then,
    ),
)
