"""How people in an office say that somebody is asked or told, that a thing is marked, sorted or
taken out of another: the sentences that the language and its books have for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SOUGHT_BY = frozenset(("find", "get", "look", "locate", "select", "pick", "fetch", "retrieve"))
_SOUGHT = re.compile(r"(?:up |for )?(?:the|an?) ([\w -]+?) ((?:whose|where) .+)")
_FROM_THE_WEB = frozenset(
    ("get", "fetch", "call", "query", "load", "open", "read", "ping", "check", "poll", "visit",
     "request", "post", "send", "submit")
)  # fmt: skip
_WEB = re.compile(
    r"(?:to |from |the (?:page|url|site|website|address|endpoint) )?"
    r'("https?://[^"]+")( with [^"].*)?'
)
_ALERTS = frozenset(
    ("tell", "notify", "inform", "alert", "warn", "page", "message", "ping", "contact", "remind")
)
_MESSAGE = re.compile(r'((?:the |my |our )?[^"]+?) that ([^"]+?)')


def office_sentences(verb: str, rest: str) -> Iterator[str]:
    """Yield what a verb and the words after it may be meant to say; not all of it parses."""
    if verb == "ask":
        yield from _asked(rest)
    elif verb in _ALERTS:
        yield from _told(rest)
    elif verb in ("get", "obtain", "seek", "request"):
        said = _CONSENT.fullmatch(rest)
        if said is not None:
            yield f"Get approval from {said[1]} for {said[2] or 'it'}{said[3] or ''}."
    elif verb in ("decide", "determine", "judge", "rate", "assess", "classify"):
        said = _GRADED.fullmatch(rest)
        if said is not None:
            yield f"Classify {said[1]} as {said[2].rstrip('.')}."
    elif verb == "extract":
        said = _TAKEN_OUT.fullmatch(rest)
        if said is not None:
            yield f'Find "{said[1]}" in {said[2]}.'
    if verb in _SOUGHT_BY:
        said = _SOUGHT.fullmatch(rest)
        if said is not None:
            yield f"Let the {said[1]} be the {said[1]} {said[2]}."
    if verb in _FROM_THE_WEB:
        said = _WEB.fullmatch(rest)
        if said is not None:
            lead = "Post to" if verb in ("post", "send", "submit") else "Read"
            yield f"{lead} the web address {said[1]}{said[2] or ''}."
    if verb in _STATING and '"' not in rest.partition(" as ")[0] and " or " not in rest:
        said = _STATED.fullmatch(rest)
        if said is not None:
            # Of which field it is is not said: the usual one stands there to be read.
            of = "its status" if said[1] == "it" else f"{said[1]}'s status"
            yield f'Change {of} to "{said[2]}".'


_PERSON = r'((?:the |my |our )?[^",:]+?)'
_AN_ASKING = re.compile(
    rf"{_PERSON},? ((?:what|which|who|whom|whose|when|where|why|how)\b[^\"]+)", re.IGNORECASE
)
_A_TASK = re.compile(rf'{_PERSON} to (?!and )([^"]+)')
_WHAT_TO_DO = re.compile(r"(what|how|where|when|whom|who|which [\w ]+?) to (.+)", re.IGNORECASE)
_AT_ONCE = re.compile(
    r",? (?:immediately|at once|right away|straight away|straightaway|urgently|directly|promptly"
    r"|asap|first|now|too|as well|also|again|about [^\"]+)$"
)
_EVERYBODY = re.compile(r"^(?:everybody|everyone|all(?: of (?:us|them))?)\b")


def _question(words: str) -> str:
    """Return indirect words as the question that they are: `which customer is meant`."""
    task = _WHAT_TO_DO.fullmatch(words)
    said = f"{task[1]} should I {task[2]}" if task is not None else words
    return f"{said[:1].upper()}{said[1:]}?"


def _asked(rest: str) -> Iterator[str]:
    """Yield how somebody is asked what is said without quotes."""
    rest = rest.rstrip(" ?:")
    if (said := _AN_ASKING.fullmatch(rest)) is not None:
        yield f'Ask {said[1]} "{_question(said[2])}"'
    elif (said := _A_TASK.fullmatch(rest)) is not None:
        yield f'Ask {said[1]} "Please {said[2]}."'
    elif rest and '"' not in rest:
        yield f'Ask {_AT_ONCE.sub("", rest)} "…".'


def _told(rest: str) -> Iterator[str]:
    """Yield how somebody is told something of which the words do not stand in quotes."""
    rest = _EVERYBODY.sub("the team", rest.rstrip(":"))
    if (said := _MESSAGE.fullmatch(rest)) is not None:
        yield f'Tell {said[1]} "{said[2][:1].upper()}{said[2][1:]}."'
        return
    if (quoted := re.fullmatch(r'([^":]+?),?:? (".+")', rest)) is not None:
        yield f"Tell {_AT_ONCE.sub('', quoted[1])} {quoted[2]}."
    if (said := _AN_ASKING.fullmatch(rest)) is not None:
        rest = said[1]
    if rest and '"' not in rest:
        yield f'Tell {_AT_ONCE.sub("", rest)} "…".'


_CONSENT = re.compile(
    r"(?:the |an? )?(?:sign-?off|signature|permission|consent|ok|okay|agreement|clearance"
    r"|go-ahead|green light|authori[sz]ation|confirmation)s? (?:of|from|by) ([^\"]+?)"
    r"(?: (?:for|on|to) ([^\"]+?))?( within [^\"]+)?",
    re.IGNORECASE,
)
_GRADED = re.compile(r'how [\w ]+? ((?:the|this|my|our) [^":,]+?) (?:is|are)\b[:,]? ?(?:as )?(".+)')
_STATED = re.compile(
    r"((?:the|this|that|its|it|each)\b[^\",]*?) (?:down )?as (?:being )?\"?([\w -]+?)\"?"
)
_STATING = ("mark", "flag", "label", "tag", "register", "treat", "declare")
_TAKEN_OUT = re.compile(
    r"((?:the|its|their|an?) [^\",]+?) (?:from|out of) ((?:the|this|its|it)\b[^\"]*)"
)
