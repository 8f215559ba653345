"""Incoming: a reply as it comes, whole or piece by piece, and what it says before its end."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from kognilang.dataclass import dataclass

Watch = Callable[[str, str], None]
"""Is told the job and the text of its reply as far as it has come; an empty text where there is
none any more: the reply is complete, or begins anew."""


WAITING = "waiting"
"""Told in the place of a job with why a server is waited for before it is asked again."""


class CutOff(ValueError):
    """A reply stopped coming in its middle."""


@dataclass(slots=True)
class Incoming:
    """What a server replied: `finish` is why it ended (`stop`, `length`, `content_filter`).

    `tokens_in` and `tokens_out` are None where the server does not tell.
    """

    text: str = ""
    refusal: str = ""
    finish: str = ""
    tokens_in: int | None = None
    tokens_out: int | None = None


def whole(completion: Any) -> Incoming:
    """Return a reply that came in one piece."""
    found = Incoming()
    _count(completion, found)
    choices = getattr(completion, "choices", None)
    if choices:
        found.text = choices[0].message.content or ""
        found.refusal = getattr(choices[0].message, "refusal", None) or ""
        found.finish = choices[0].finish_reason or ""
    return found


def gathered(stream: Any, told: Callable[[str], None], found: Incoming) -> Incoming:
    """Gather a reply that comes piece by piece into `found`, telling the text so far.

    What came before a fault is in `found`, so that it can be counted. Raises CutOff where the
    stream ends before the reply does; whatever the stream itself raises passes.
    """
    for piece in stream:
        _count(piece, found)
        choices = getattr(piece, "choices", None)
        if not choices:
            continue
        delta = choices[0].delta
        if delta is not None:
            found.refusal += getattr(delta, "refusal", None) or ""
            if delta.content:
                found.text += delta.content
                told(found.text)
        found.finish = choices[0].finish_reason or found.finish
    if not found.finish:
        raise CutOff
    return found


def _count(answer: Any, found: Incoming) -> None:
    usage = getattr(answer, "usage", None)
    if usage is not None:
        found.tokens_in = usage.prompt_tokens or 0
        found.tokens_out = usage.completion_tokens or 0


# -- what a reply says before its end -------------------------------------------------------

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)("|\\?\Z)', re.DOTALL)


def said_so_far(text: str) -> list[tuple[str, str]]:
    """Return the texts in a JSON reply that may not be at its end yet, each with the name that it
    stands under; the last one as far as it has come."""
    found: list[tuple[str, str]] = []
    name = ""
    for match in _STRING.finditer(text):
        after = text[match.end() :].lstrip()
        complete = match[2] == '"'
        if complete and after.startswith(":"):
            name = _plain(match[1])
        elif match[1]:
            found.append((name, _plain(match[1])))
    return found


def _plain(inner: str) -> str:
    """Return what the inside of a JSON string says, also where an escape is not at its end."""
    for end in range(len(inner), max(-1, len(inner) - 7), -1):
        try:
            return str(json.loads(f'"{inner[:end]}"', strict=False))
        except ValueError:
            continue
    return inner
