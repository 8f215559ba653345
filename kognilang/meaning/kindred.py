"""Verbs that people use where the language or a book has another: what to suggest for them."""

from __future__ import annotations

import re

from kognilang.language.trial import works
from kognilang.meaning.office import office_sentences

PHRASES = {
    "archive": ("move", "copy"),
    "attach": ("send",),
    "append": ("add", "write"),
    "book": ("post",),
    "categorise": ("classify",),
    "categorize": ("classify",),
    "download": ("read", "copy"),
    "duplicate": ("copy",),
    "email": ("send",),
    "erase": ("delete",),
    "export": ("save", "write"),
    "extract": ("read",),
    "fetch": ("read",),
    "forward": ("send",),
    "import": ("read",),
    "insert": ("add",),
    "label": ("classify",),
    "load": ("read",),
    "mail": ("send",),
    "open": ("read",),
    "record": ("add", "post"),
    "relocate": ("move",),
    "remove": ("delete",),
    "scan": ("read",),
    "sort": ("classify",),
    "store": ("save", "write"),
    "tag": ("classify",),
    "trash": ("delete",),
}
"""A verb with the verbs of books that may be meant."""

PLACES = ("archive", "trash", "store")
"""Verbs that name the folder where something goes."""

_SHOW = ("print", "display", "output", "list", "view", "echo", "log", "present")
_CHECK = ("verify", "validate", "assert", "confirm", "insist")
_STOP = ("halt", "quit", "exit", "abort", "terminate", "end", "finish")


_WORK_OUT = ("calculate", "compute", "determine", "derive", "work", "define", "assign")
_WORKED_OUT = re.compile(r"(?:out )?((?:the |my |our )[^,]+?),? (?:as|to be|by taking|=) (.+)")

_SORT = ("sort", "order", "arrange", "rank")
_SORTED = re.compile(r"((?:the|my|our) [\w' ]+?) by (?:the |their )?(.+)")

_SEEK = ("find", "look", "get", "locate", "select", "pick", "search", "retrieve")
_SOUGHT = re.compile(
    r"(?:up |for )?(?:the |an? )([\w ]+?) (?:with|where|by|having|whose|that has)"
    r" (?:the |an? |its )?([\w ]+?) (?:equal to|equals|is|=|of|matching|that is) (.+)"
)


def core_sentences(verb: str, rest: str) -> list[str]:
    """Return sentences of the language itself for a verb and the words after it."""
    found = list(office_sentences(verb, rest))
    if verb in _SHOW and rest:
        found.append(f"Show {rest}.")
    elif verb in _CHECK and rest:
        found.append(f"Make sure {rest.removeprefix('that ')}.")
    elif verb in _STOP:
        found.append("Stop.")
    elif verb in _WORK_OUT and (said := _WORKED_OUT.fullmatch(rest)) is not None:
        found.append(f"Let {said[1]} be {said[2]}.")
    elif verb in _SEEK and (said := _SOUGHT.fullmatch(rest)) is not None:
        noun = said[1]
        found.append(f"Let the {noun} be the {noun} whose {said[2]} is {said[3]}.")
    elif verb in _SORT and (said := _SORTED.fullmatch(rest)) is not None:
        found.append(f"Let {said[1]} be {said[1]} sorted by {said[2]}.")
    elif verb == "group" and (said := _SORTED.fullmatch(rest)) is not None:
        found.append(f"For each group in {said[1]} grouped by {said[2]}:")
    elif verb == "increment" and rest:
        found.append(f"Increase {rest if ' by ' in rest else rest + ' by 1'}.")
    elif verb == "decrement" and rest:
        found.append(f"Decrease {rest if ' by ' in rest else rest + ' by 1'}.")
    elif verb in ("loop", "go", "iterate") and rest.startswith(("over ", "through ")):
        walked = rest.removeprefix("over ").removeprefix("through ").rstrip(":")
        one = walked.startswith(("each ", "every ", "all "))
        found.append(f"For {walked}:" if one else f"For each item in {walked}:")
    return [one for one in found if works(one)][:1]
