"""Listing: what each row of a table has, one under the other: the names, one per line."""

from __future__ import annotations

import re

from kognilang.language.words import plural
from kognilang.reasoning.words.naming.mentions import Marked, Mention

_BELOW = (
    r"(?:one (?:per|to a|on each|for each|on every) (?:line|row)|one (?:under|below|beneath|after) "
    r"(?:the other|another)|each (?:one )?(?:on|in) (?:a|its|their|a separate|a new) (?:own )?"
    r"(?:new |separate )?line|(?:on|in) (?:separate|single|different|individual) lines|line by "
    r"line|"
    r"underneath each other|below each other|among each other|a line each|one line each|"
    r"(?:with )?(?:a|one) line (?:for|per) (?:each|every)(?: one)?|as a list)"
)
ONE_PER_LINE = 'listed one per line}"'
"""How a step ends that says a list."""
_OF = r"(?: of (?:all (?:of )?(?:the )?|the |every |each )*⟦(?P<noun>\d+)⟧)?"
_AFTER = re.compile(
    rf"(?i)(?:all (?:of )?(?:the )?|the )?⟦(?P<mark>\d+)⟧{_OF}(?P<between>[^⟦]*?),? ?{_BELOW},?"
)
_FAR = re.compile(
    rf"(?i)(?:all (?:of )?(?:the )?|the )?⟦(?P<mark>\d+)⟧{_OF}(?P<rest>.+?),? "
    rf"{_BELOW}[.!]?$"
)


def listed(text: str, sentence: Marked, noun: str, rows: str) -> Marked | None:
    """Return a marked text with what the rows of a table have, one per line, as one text; None
    where nothing is said to be listed so. `rows` says which rows: `the late orders`."""
    for way in (_AFTER, _FAR):
        for found in way.finditer(text):
            value = sentence.mentions[int(found["mark"])]
            if value.owner != noun or "'s " not in value.words:
                continue
            many = plural(value.words.split("'s ")[1])
            whole = f'"{{the {many} of {rows} listed one per line}}"'
            mentions = [*sentence.mentions, Mention(whole, "text", literal=True)]
            between = found["between"] if way is _AFTER else found["rest"]
            said = f"⟦{len(sentence.mentions)}⟧ {between}"
            after = f"{text[: found.start()]}{said} {text[found.end() :]}"
            return Marked(" ".join(after.split()), mentions)
    return None
