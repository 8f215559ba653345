"""What was never closed: which quote, brace or parenthesis it is, and where it should close."""

from __future__ import annotations

import re

from kognilang.text.fault import Fault
from kognilang.text.nesting import Open
from kognilang.text.source import Span

_NAMES = {
    '"': "unclosed-quote",
    "p": "unclosed-quote",
    "`": "unclosed-quote",
    "{": "unclosed-brace",
    "(": "unclosed-parenthesis",
}
# Where a text that was not closed most likely ends: at a file's extension, before the words that
# lead on, else before the final period.
_EXTENSION = re.compile(r"\.(?:xlsx?|csv|pdf|txt|docx?|json|md|kog|ya?ml|toml|db)\b", re.IGNORECASE)
_LEADS_ON = re.compile(
    r"\s+(?:as the|and call it|to the|from the|in the|with the|saying|exists|then)\b", re.IGNORECASE
)


def fault_of_open(text: str, lines: list[Span], stack: list[Open]) -> Fault:
    """Return the fault for what is still open at the end of an entry.

    A brace that was not closed makes the quote after it look like an opening one, so the
    outermost brace is blamed before any quote. The fault's span goes from what was opened to
    the end of its line; `guess` is the line closed where it most likely should be, without
    a guess the datum is empty.
    """
    brace = next(((kind, at) for kind, at in stack if kind == "{"), None)
    kind, at = brace or stack[0]
    start, end = next((line for line in lines if line[0] <= at < line[1]), lines[0])
    line = text[start:end]
    inner = at - start
    guess = ""
    if kind == "{":
        guess = _close_brace(line, inner)
    elif kind == "(":
        guess = _before_period(line, inner, ")")
    elif kind == "`":
        guess = _before_period(line, inner, "`")
    else:
        guess = _close_quote(line, inner)
    return Fault(_NAMES[kind], (at, end), {"mark": text[at], "guess": guess})


def _close_quote(line: str, opened: int) -> str:
    rest = line[opened + 1 :]
    if not rest.strip(" .,:;"):
        return _open_quote(line, opened)
    extension = _EXTENSION.search(rest)
    if extension is not None:
        close = extension.end()
    else:
        leads = _LEADS_ON.search(rest)
        if leads is None or leads.start() == 0:
            return _before_period(line, opened, '"')
        close = leads.start()
    return line[: opened + 1] + rest[:close] + '"' + rest[close:]


def _open_quote(line: str, closed: int) -> str:
    """The quote stands at the end of the line: the one at the beginning is what lacks."""
    words = line.split(" ", 1)
    if len(words) < 2 or closed <= len(words[0]):
        return ""
    return f'{words[0]} "{words[1]}'


def _close_brace(line: str, opened: int) -> str:
    quote = re.compile(r'["”]').search(line, opened)
    if quote is None:
        return _before_period(line, opened, "}")
    # A value in braces holds no comma or period that a text goes on after.
    pause = re.compile(r"[,;.!?:](?=\s|$)").search(line, opened, quote.start())
    close = pause.start() if pause is not None else quote.start()
    return line[:close] + "}" + line[close:]


def _before_period(line: str, opened: int, mark: str) -> str:
    body = line.rstrip()
    end = len(body) - 1 if body.endswith((".", ":", ",")) else len(body)
    if end <= opened + 1:
        return ""
    return body[:end] + mark + body[end:]
