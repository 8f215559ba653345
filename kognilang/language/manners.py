"""Sentences that ask, forbid or speak of who does it, and the step that they mean."""

from __future__ import annotations

import re
from collections.abc import Callable

from kognilang.language.rewording import Rewording
from kognilang.language.words import DETERMINERS, lemma


def mannered(sentence: str) -> Rewording | None:
    """Return the step that a sentence asks for politely, forbids, or says of somebody; None where
    it is none of these."""
    from kognilang.language.changewords import changed_otherwise
    from kognilang.language.glossary import told

    meant = told(sentence) or changed_otherwise(sentence)
    if meant is not None:
        return meant
    for pattern, explain in _WAYS:
        hit = pattern.search(sentence)
        if hit is not None:
            return explain(hit, sentence)
    return None


def _polite(hit: re.Match[str], sentence: str) -> Rewording | None:
    """`Could you please say "x"?`: the step is what follows."""
    rest = re.sub(r",? please$", "", sentence[hit.end() :].rstrip("?. "), flags=re.IGNORECASE)
    first, space, others = rest.partition(" ")
    if first.lower() in DETERMINERS or not hit[0]:
        return None
    if not _MODAL.search(hit[0]):
        # The system sends …
        rest = f"{lemma(first)}{space}{others}"
    return Rewording(
        "not-understood", "A step begins with its verb", [f"{rest[:1].upper()}{rest[1:]}"], hit[0]
    )


_MODAL = re.compile(r" (?:to|and|you|we|i|not|\S*would|will|should|shall|must|can|may) $|['’]")


def _gerund(hit: re.Match[str], sentence: str) -> Rewording:
    """`Start by asking the clerk "Go?"`: the step itself."""
    rest = f"{lemma(hit[1])}{sentence[hit.end() :]}"
    return Rewording(
        "not-understood", "A step begins with its verb", [f"{rest[:1].upper()}{rest[1:]}"], hit[0]
    )


def _undone(hit: re.Match[str], sentence: str) -> Rewording:
    """`Do not pay it if C`: what is not to be done is left out, or done only else."""
    rest = hit[1].rstrip(".")
    late = re.match(r"(.+?),? (if|when|unless) (.+)$", rest, re.IGNORECASE)
    candidates = []
    if late is not None:
        word = "If" if late[2].lower() == "unless" else "Unless"
        candidates.append(f"{word} {late[3]}, {late[1]}.")
    return Rewording(
        "not-understood",
        "A step says what is done: one that is not to be done is left out",
        candidates,
        sentence[: hit.start(1)].strip(),
        () if candidates else (f"Or say when it is done: If …, {rest}.",),
    )


def _possible(hit: re.Match[str], sentence: str) -> Rewording:
    """`If possible, S`: what is done where it is not?"""
    rest = hit[1].rstrip(".")
    step = f"{rest[:1].upper()}{rest[1:]}"
    return Rewording(
        "not-understood",
        '"If possible" does not say what is done where it is not',
        [f"{step}. If that fails, stop."],
        sentence[:11],
        ("Without it, a step that fails is asked about.",),
    )


def _awaited(hit: re.Match[str], sentence: str) -> Rewording | None:
    """`Wait for the manager to approve.`: a question waits by itself."""
    who, verb, what = hit["who"], hit["verb"].lower(), (hit["what"] or "").strip()
    if verb in ("approve", "agree", "accept", "sign off", "authorise", "authorize", "ok"):
        thing = re.sub(r"^(?:to|on|with) ", "", what)
        step = f"Ask {who} to approve{' ' if thing else ''}{thing}."
    elif verb in ("confirm", "review", "check"):
        way = "confirm" if verb == "confirm" else "review"
        step = f"Ask {who} to {way} {what}." if what else f'Ask {who} "Is it all right?"'
    elif verb in ("answer", "reply", "respond") and not what:
        step = f'Ask {who} "Is it all right?"'
    else:
        return None
    return Rewording(
        "not-understood",
        "Who is waited for is asked: a question waits until it is answered",
        [step],
        hit["verb"],
    )


def _without(hit: re.Match[str], sentence: str) -> Rewording:
    """`if we cannot find the vendor`: whether it is there."""
    thing = f"the {hit[2]}"
    begin, end = hit.span()

    def put(words: str) -> str:
        return f"{sentence[:begin]}{words}{sentence[end:]}"

    return Rewording(
        "not-understood",
        "A condition says what is so, not who can do what",
        [put(f"{thing} is missing"), put(f"{thing} does not exist"),
         put(f"there is no {hit[2]}")],
        hit[0],
    )  # fmt: skip


_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], Rewording | None]], ...] = (
    (
        re.compile(
            r"^(?:please,? )?(?:(?:can|could|would|will|may) (?:you|we|i) (?:please |kindly )?"
            r"|(?:i|we|you|one|the (?:system|computer|program|procedure|tool|bot|robot))\b"
            r"(?:['’](?:d|ll)| would| will| should| shall| must| have| has| needs?| wants?| can"
            r"| may)? ?(?:like |have |need |want )?(?:you |us )?(?:to )?(?:please )?"
            r"|(?:be sure|remember|make sure|take care|try|don['’]t forget|do not forget|feel free"
            r"|go ahead|be careful) (?:to |and |you )"
            r"|let['’]?s |let us )(?=\w)",
            re.IGNORECASE,
        ),
        _polite,
    ),
    (
        re.compile(r"^(?:start|begin|finish|end|continue) (?:by|with) (\w+ing)\b", re.IGNORECASE),
        _gerund,
    ),
    (re.compile(r"^(?:do not|don['’]t|never) (.+)$", re.IGNORECASE), _undone),
    (re.compile(r"^if possible,? (.+)$", re.IGNORECASE), _possible),
    (
        re.compile(
            r"^(?:please )?wait (?:for|until) (?P<who>(?:the|my|our) [\w' -]+?"
            r"|[A-Z]\w+(?: [A-Z]\w+)?)"
            r" to (?P<verb>approve|agree|accept|sign off|authori[sz]e|ok|confirm|review"
            r"|check|answer|reply|respond)\b(?P<what>(?: [^,:]+?)?)\.?$",
            re.IGNORECASE,
        ),
        _awaited,
    ),
    (
        re.compile(
            r"\b(?:we|you|i|one) (?:can['’]t|cannot|could not|couldn['’]t|do not|don['’]t|did not"
            r"|didn['’]t) (find|have|get|know|see) (?:an?|any|the) ([\w' ]+?)(?=[,:]|$| then )",
            re.IGNORECASE,
        ),
        _without,
    ),
)
