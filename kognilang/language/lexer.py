"""The tokeniser: a sentence's words, marks and literals, by one compiled expression.

Literals that are more than one word (`November 22, 2026`, `30 business days`, `$1.2 million`)
are one token each, so that no comma or space inside them is ever read as anything else.
"""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal

from kognilang.language.tree import (
    DateLiteral,
    DurationLiteral,
    Expr,
    MomentLiteral,
    MoneyLiteral,
    Number,
    PercentLiteral,
    Text,
    TimeLiteral,
    Token,
)
from kognilang.language.words import DETERMINERS, MONTHS, NUMBER_WORDS
from kognilang.text.fault import Fault
from kognilang.text.lines import UNSEEN

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?![\d])|\d+)(?:\.\d+)?"
_SCALE = r"(?:\s*(?:thousand|million|billion|bn|m|k)\b)"
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
_CODE = (
    r"(?-i:USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|CNY|INR|SEK|NOK|DKK|PLN|CZK|HUF|MXN|BRL|ZAR|SGD|HKD"
    r"|KRW|TRY|ILS)"
)
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
    | (?P<money>-?[$€£¥]\s*{_NUMBER}{_SCALE}? | -?{_NUMBER}{_SCALE}?\s*{_CODE}\b)
    | (?P<percent>-?{_NUMBER}\s*(?:%|percent\b(?!age)))
    | (?P<duration>(?:{_NUMBER}|{_FEW})\s+{_UNIT})
    | (?P<ordinal>\d+(?:st|nd|rd|th)\b)
    | (?P<number>{_NUMBER}(?:\s+(?:million|billion)\b)?(?![\w]))
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
_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_SCALES = {
    "thousand": 1000,
    "k": 1000,
    "million": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
}
_NUMERIC = re.compile(_NUMBER)
_SCALED = re.compile(_SCALE, re.IGNORECASE)
_QUOTES = '"“”'


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
        close = closing_quote(text, at) if text[at] in _QUOTES else None
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
                    value = _number(written)
                    add(
                        Token(
                            "number",
                            _plain(value),
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
            value = _number(written)
            add(Token("number", _plain(value), span, written, Number(value, span=span)))
        elif kind == "quoted":
            inside = " ".join(written[1:-1].split()).replace("’", "'").lower()
            add(Token("quoted", inside, span, written))
        elif kind == "ordinal":
            add(Token("word", written.lower(), span, written))
        else:
            add(_literal(str(kind), hit, span))
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


def _literal(kind: str, hit: re.Match[str], span: tuple[int, int]) -> Token:
    """Return the token of a date, time, money, percent or duration."""
    written = hit.group()
    if kind == "money":
        amount = _number(written)
        symbol = next((s for s in _SYMBOLS if s in written), None)
        currency = _SYMBOLS[symbol] if symbol else written[-3:].upper()
        money = MoneyLiteral(amount, currency, span=span)
        return Token("money", f"{currency} {_plain(amount)}", span, written, money)
    if kind == "percent":
        share = _number(written)
        return Token(
            "percent", f"{_plain(share)}%", span, written, PercentLiteral(share, span=span)
        )
    if kind == "duration":
        return _duration(written, span)
    if kind == "time":
        clock = _clock(written)
        if clock is None:
            # Kept as a time without a value: the reader says what is wrong with it.
            return Token("time", " ".join(written.lower().split()), span, written)
        return Token(
            "time", clock.isoformat("minutes"), span, written, TimeLiteral(clock, span=span)
        )
    day = _date(hit.group("date"))
    shown = " ".join(written.lower().split())
    if day is None:
        # Kept as a date without a value: the reader says what is wrong with it.
        return Token("date", shown, span, written)
    literal = DateLiteral(day, span=span)
    at = hit.group("at")
    if at is None:
        return Token("date", day.isoformat(), span, written, literal)
    clock = _clock(re.sub(r"^\s*at\s+|^T", "", at.strip(), flags=re.IGNORECASE))
    if clock is None:
        return Token("date", shown, span, written)
    moment = MomentLiteral(literal, TimeLiteral(clock, span=span), span=span)
    return Token("moment", f"{day.isoformat()} {clock.isoformat('minutes')}", span, written, moment)


def _number(written: str) -> Decimal:
    """Return the number in a literal, with its sign and scale (`1.2 million`)."""
    hit = _NUMERIC.search(written)
    assert hit is not None
    value = Decimal(hit.group().replace(",", ""))
    scale = _SCALED.match(written, hit.end())
    if scale:
        value = value * _SCALES[scale.group().strip().lower()]
        if value == value.to_integral_value():
            value = value.to_integral_value()
    return -value if written.startswith("-") else value


def _plain(value: Decimal) -> str:
    """Return the digits of a number without an exponent."""
    return format(value, "f")


def _duration(written: str, span: tuple[int, int]) -> Token:
    amount, _, unit = " ".join(written.lower().split()).partition(" ")
    value = Decimal(NUMBER_WORDS[amount]) if amount in NUMBER_WORDS else _number(amount)
    unit = unit.removesuffix("s").replace("working day", "business day")
    literal = DurationLiteral(Number(value, span=span), unit, span=span)
    return Token("duration", f"{_plain(value)} {unit}", span, written, literal)


_CLOCK_PARTS = re.compile(r"(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?\s*([ap])?", re.IGNORECASE)


def _clock(written: str) -> time | None:
    """Return the time of day, or None for one that no clock shows (`25:00`)."""
    low = written.lower()
    if low in ("noon", "midnight"):
        return time(12 if low == "noon" else 0)
    hit = _CLOCK_PARTS.match(low)
    if hit is None:
        return None
    hour, minute, second = int(hit[1]), int(hit[2] or 0), int(hit[3] or 0)
    if hit[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if hit[4] == "p" else 0)
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_NAMED = re.compile(r"(?:([a-z]+)\.?\s+(\d+)|(\d+)[a-z]*\s+([a-z]+)\.?)\D*?(\d{4})$", re.IGNORECASE)
_NUMERIC_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})$")


def _date(written: str) -> date | None:
    """Return the day, or None where there is none or the order of its parts is open."""
    try:
        if hit := _ISO.match(written):
            return date(int(hit[1]), int(hit[2]), int(hit[3]))
        if hit := _NUMERIC_DATE.match(written):
            first, second, year = int(hit[1]), int(hit[2]), int(hit[3])
            if first > 12:
                return date(year, second, first)
            if second > 12:
                return date(year, first, second)
            return date(year, first, second) if first == second else None
        if hit := _NAMED.match(written):
            month = MONTHS[(hit[1] or hit[4]).lower()]
            return date(int(hit[5]), month, int(hit[2] or hit[3]))
    except (ValueError, KeyError):
        pass
    return None


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
        simple = next((i for i in range(at + 1, len(text)) if text[i] in _QUOTES), None)
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


_DEEPEST = 20
"""How deep texts may stand inside the braces of texts."""


def closing_quote(text: str, at: int, level: int = 0) -> int | None:
    """Return where the literal that opens at `at` closes; quotes inside braces are not its own."""
    if level > _DEEPEST:
        return None
    depth = 0
    position = at + 1
    end = len(text)
    while position < end:
        letter = text[position]
        if letter == "{":
            if depth == 0 and text[position + 1 : position + 2] == "{":
                position += 2
                continue
            depth += 1
        elif letter == "}":
            if depth == 0 and text[position + 1 : position + 2] == "}":
                position += 2
                continue
            depth = max(0, depth - 1)
        elif letter in _QUOTES:
            if depth == 0:
                return position
            inner = closing_quote(text, position, level + 1)
            if inner is None:
                return None
            position = inner
        position += 1
    return None
