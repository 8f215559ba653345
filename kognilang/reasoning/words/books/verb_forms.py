"""Verb forms: a verb in each form that a sentence may have it in, as a pattern."""

from __future__ import annotations

_IRREGULAR = {
    "put": "put", "set": "set", "get": "got|gotten", "take": "taken", "bring": "brought",
    "send": "sent", "keep": "kept", "stick": "stuck", "lay": "laid", "write": "written",
    "leave": "left", "make": "made", "give": "given", "throw": "thrown", "read": "read",
    "let": "let", "shut": "shut", "find": "found", "hold": "held", "do": "done", "cut": "cut",
    "draw": "drawn", "have": "had", "say": "said", "tell": "told", "show": "shown", "go": "gone",
    "spread": "spread", "overwrite": "overwritten", "feed": "fed", "sum": "summed",
}  # fmt: skip
_DOUBLED = frozenset(
    ("drop", "stow", "pop", "log", "jot", "drag", "bin", "scrap", "chop", "dump", "tag", "put",
     "set", "get", "let", "shut", "trim", "sum", "scan", "cut", "grab", "scrub", "transfer",
     "submit", "slot", "ship", "tip", "pin", "plan", "clip", "zip", "wrap", "rub", "skip", "hit")
) - {"stow"}  # fmt: skip


def doing(verbs: str) -> str:
    """Return a pattern of verbs as what is to be done: put, puts, putting. A particle stands
    behind its verb with an underscore: back_up."""
    found = []
    for one in verbs.split():
        verb, _, particle = one.partition("_")
        found.append(f"(?:{verb}|{_third(verb)}|{_ing(verb)})" + (f" {particle}" * bool(particle)))
    return f"(?:{'|'.join(found)})"


def done(verbs: str) -> str:
    """Return a pattern of verbs as what is done to something: moved, put, being moved, moving."""
    found = []
    for one in verbs.split():
        verb, _, particle = one.partition("_")
        past = _IRREGULAR.get(verb) or _past(verb)
        found.append(f"(?:{past}|{_ing(verb)})" + (f" {particle}" * bool(particle)))
    return f"(?:{'|'.join(found)})"


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "ch", "sh", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _stem(verb: str) -> str:
    return verb + verb[-1] if verb in _DOUBLED else verb


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return _stem(verb) + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return _stem(verb) + "ing"
