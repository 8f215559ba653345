"""The tokeniser: a sentence's words, marks and literals, by one compiled expression.

Literals that are more than one word (`November 22, 2026`, `30 business days`, `$1.2 million`)
are one token each, so that no comma or space inside them is ever read as anything else.
"""

from __future__ import annotations

import re

from kognilang.language.enclosing import QUOTES, closing_quote
from kognilang.language.literalvalues import NUMBER, SCALE, literal, number, plain_digits
from kognilang.language.tree import Expr, Number, Text, Token
from kognilang.language.words import DETERMINERS
from kognilang.text.fault import Fault
from kognilang.text.lines import UNSEEN
from kognilang.values.currencies import CODES, SYMBOLS

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_CLOCK = (
    r"(?:\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap](?:m\b|\.m\b\.?))?|\d{1,2}\s*[ap](?:m\b|\.m\b\.?)|"
    r"noon\b|midnight\b)"
)
_UNIT = (
    r"(?:business\s+day|working\s+day|second|minute|hour|day|week|month|year)s?\b(?!\s+number\b)"
)
_WORDS_TOO = {"ALL", "TOP", "CUP"}
"""Codes that are rather words where a text is all in capitals."""
_CODE = f"(?-i:{'|'.join(sorted(CODES - _WORDS_TOO))})"
_SIGN = f"[{''.join(SYMBOLS)}]"
_FEW = r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"

_IN_WORD = rf"[\w\u0300-\u036f{UNSEEN}]*"

_TOKEN = re.compile(
    rf"""
      (?P<space>[\s\u00a0{UNSEEN}]+)
    | (?P<text>["“”])
    | (?P<date>
          \d{{4}}-\d{{2}}-\d{{2}}(?:\b|(?=T\d))
        | {_MONTH}\s+{_DAY}(?:,\s*|\s+)\d{{4}}\b
        | {_DAY}\s+{_MONTH}(?:,\s*|\s+)\d{{4}}\b
        | \d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}\b
      )(?P<at>(?:\s+at\s+|(?:T|\s+)(?=\d\d?:)){_CLOCK})?
    | (?P<time>{_CLOCK})(?!\d)
    | (?P<money>-?{_SIGN}\s*{NUMBER}{SCALE}? | -?{NUMBER}{SCALE}?\s*{_CODE}\b)
    | (?P<percent>-?{NUMBER}\s*(?:%|percent\b(?!age)))
    | (?P<duration>(?:{NUMBER}|{_FEW})\s+{_UNIT})
    | (?P<ordinal>\d+(?:st|nd|rd|th)\b)
    | (?P<number>{NUMBER}(?:\s+(?:million|billion)\b)?(?![\w]))
    | (?P<quoted>`[^`\n]*`)
    | (?P<word>[^\W\d_]{_IN_WORD}(?:[-‐‑]\w{_IN_WORD})*(?:['’](?!s\b|S\b)[^\W\d_]+\b)?
        |\d[\w]*(?:-\w+)*|_\w+)
    | (?P<possessive>['’](?:s\b|S\b)?)
    | (?P<mark><=|>=|!=|<>|≤|≥|≠|==|…|\.\.\.|.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)

_PLAIN_TEXT = re.compile(r'["“”]([^"“”{}]*)["“”]')
_MARKS = {"≤": "<=", "≥": ">=", "≠": "!=", "<>": "!=", "==": "=", "...": "…", "−": "-", "–": "-",
          "×": "*", "÷": "/"}  # fmt: skip


def tokens(text: str, offset: int = 0, faults: list[Fault] | None = None) -> list[Token]:
    """Return the tokens of the text; spans are positions in the text plus `offset`.

    What is wrong inside a text literal (an unclosed quote or brace, a value in braces that
    is not understood) is added to `faults` and the literal is kept as plain text.
    """
    if text.isascii():
        return _tokens(text, text, offset, faults)
    plain = _AT_EDGE.sub(" ", text).translate(_LETTERS)
    if _OF_UNSEEN.search(plain) is not None:
        return _without_unseen(text, plain, offset, faults)
    return _tokens(text, plain, offset, faults)


def _without_unseen(text: str, plain: str, offset: int, faults: list[Fault] | None) -> list[Token]:
    """Return the tokens of a text in whose words characters stand that no reader sees: they are
    left out, but in texts in quotes, so that `we\u00adeks` is a unit as `weeks` is."""
    places: list[int] = []
    at = 0
    while at < len(text):
        close = closing_quote(text, at) if text[at] in QUOTES else None
        stop = at + 1 if close is None else close + 1
        if stop > at + 1 or plain[at] not in UNSEEN:
            places += range(at, stop)
        at = stop
    seen = "".join([text[place] for place in places])
    places.append(len(text))
    noted: list[Fault] = []
    found = _tokens(seen, "".join([plain[place] for place in places[:-1]]), 0, noted)
    from kognilang.language.rewriting import nodes

    def placed(span: tuple[int, int]) -> tuple[int, int]:
        start, end = span
        return (
            places[start] + offset,
            (places[end - 1] + 1 if end > start else places[end]) + offset,
        )

    for token in found:
        token.span = placed(token.span)
        if token.value is not None:
            for node in {id(one): one for one in nodes(token.value)}.values():
                node.span = placed(node.span)
    for fault in noted:
        fault.span = placed(fault.span)
    if faults is not None:
        faults.extend(noted)
    return found


def _tokens(text: str, plain: str, offset: int, faults: list[Fault] | None) -> list[Token]:
    """Return the tokens; `plain` is the text, as long as it is, without what is not seen at the
    edges of words, its literals in plain letters."""
    found: list[Token] = []
    add = found.append
    match = _TOKEN.match
    at = 0
    end = len(text)
    while at < end:
        hit = match(plain, at)
        if hit is None:  # pragma: no cover - the last alternative takes any character
            at += 1
            continue
        kind = hit.lastgroup
        if kind == "at":
            kind = "date"
        stop = hit.end()
        if kind == "space":
            at = stop
            continue
        # What is translated is so for literals alone: words and headings keep their letters.
        written = hit.group() if kind not in ("word", "quoted") else text[at:stop]
        span = (at + offset, stop + offset)
        if kind == "word":
            low = written.lower().replace("’", "'")
            if written == "IT" and found and found[-1].text in (*DETERMINERS, "'s", "'"):
                # The department: `the IT team` speaks of no thing named before.
                low = written
            add(Token("word", low if low.isascii() else _one_spelling(low), span, written))
        elif kind == "mark":
            if (
                written == "-"
                and stop < end
                and text[stop].isdigit()
                and (at == 0 or text[at - 1] in " (\n{")
                and not (found and found[-1].kind == "mark" and found[-1].text == "-")
            ):
                # A minus that touches its number and nothing before it is the number's own.
                inner = match(text, stop)
                if inner is not None and inner.lastgroup == "number":
                    stop = inner.end()
                    written = text[at:stop]
                    value = number(written)
                    add(
                        Token(
                            "number",
                            plain_digits(value),
                            (at + offset, stop + offset),
                            written,
                            Number(value),
                        )
                    )
                    at = stop
                    continue
            # Between two words it is a dash and no minus.
            dash = (
                written == "–" and text[at - 1 : at].isalpha() and text[stop : stop + 1].isalpha()
            )
            add(Token("mark", written if dash else _MARKS.get(written, written), span, written))
        elif kind == "possessive":
            add(Token("mark", "'s" if len(written) > 1 else "'", span, written))
        elif kind == "text":
            token, stop = _text(text, at, offset, faults, found)
            add(token)
        elif kind == "number":
            value = number(written)
            add(Token("number", plain_digits(value), span, written, Number(value, span=span)))
        elif kind == "quoted":
            inside = " ".join(written[1:-1].split()).replace("’", "'").lower()
            add(Token("quoted", inside, span, written))
        elif kind == "ordinal":
            add(Token("word", written.lower(), span, written))
        else:
            add(literal(str(kind), hit, span))
        at = stop
    return found


_OF_UNSEEN = re.compile(f"[{UNSEEN}]")
_AT_EDGE = re.compile(rf"(?<!\w)[{UNSEEN}]|[{UNSEEN}](?!\w)")
"""What is not seen and stands inside no word."""
_LETTERS = {ord("İ"): "i", ord("ı"): "i", ord("ſ"): "s", ord("\u212a"): "k"}
"""The letters beyond ASCII that are taken for one of it where capitals do not matter."""


def _one_spelling(word: str) -> str:
    """Return a word as it is spelled whichever program wrote its accents and hyphens."""
    from unicodedata import normalize

    plain = _OF_UNSEEN.sub("", word).replace("‐", "-").replace("‑", "-")
    # The capital I of Turkish has its dot from itself.
    return normalize("NFC", plain.replace("i\u0307", "i"))


def _text(
    text: str, at: int, offset: int, faults: list[Fault] | None, before: list[Token]
) -> tuple[Token, int]:
    """Return the token of the text literal that opens at `at`, and where it ends."""
    plain = _PLAIN_TEXT.match(text, at)
    if plain is not None:
        inside, stop = plain.group(1), plain.end()
        span = (at + offset, stop + offset)
        return Token("text", inside, span, text[at:stop], Text((inside,), span=span)), stop
    close = closing_quote(text, at)
    if close is None:
        simple = next((i for i in range(at + 1, len(text)) if text[i] in QUOTES), None)
        stop = len(text) if simple is None else simple + 1
        span = (at + offset, stop + offset)
        if faults is not None:
            name = "unclosed-quote" if simple is None else "unclosed-brace"
            faults.append(Fault(name, span, {}))
        inside = text[at + 1 : simple if simple is not None else stop]
        return Token("text", inside, span, text[at:stop], Text((inside,), span=span)), stop
    inside, stop = text[at + 1 : close], close + 1
    span = (at + offset, stop + offset)
    if before and before[-1].text == "pattern":
        value: Expr = Text((inside,), span=span)
    else:
        from kognilang.language.templates import template

        value = template(inside, at + 1 + offset, faults)
        value.span = span
    return Token("text", inside, span, text[at:stop], value), stop
