"""Words and marks: tokens as text again, names with their determiners, texts in quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal

from kognilang.language.tree import Expr, Name, Text, Token
from kognilang.language.words import RESERVED, is_plural
from kognilang.text.source import NOWHERE
from kognilang.values.currencies import SIGNS
from kognilang.values.nouns import with_article

_TIGHT_BEFORE = frozenset({",", ":", ";", ")", "'s", "'", "?", "!", "]"})
_TIGHT_AFTER = frozenset({"(", "["})

_spellings: dict[str, str] = {}
"""How the words of the text being printed are spelled, where they have capitals (`PO`, `IBAN`)."""

_ACRONYM = re.compile(r"\b[\w]*[A-Z][\w]*[A-Z][\w]*\b")


def capitals_of(text: str) -> dict[str, str]:
    """Return the words that a text writes with the same inner capitals throughout, by their
    small letters: `{"po": "PO"}`."""
    found: dict[str, str] = {}
    for word in _ACRONYM.findall(text):
        low = word.lower()
        if found.setdefault(low, word) != word:
            found[low] = ""
    return {low: word for low, word in found.items() if word}


@contextmanager
def spelled_as(text: str) -> Iterator[None]:
    """Within the block, print words of names with the capitals that a text gives them.

    The tree keeps names in lower case; what people write in capitals (PO, CFO, PDFs) should
    be printed so, where the text does it throughout.
    """
    before = dict(_spellings)
    _spellings.clear()
    _spellings.update(capitals_of(text))
    _sources.append(text)
    try:
        yield
    finally:
        _sources.pop()
        _spellings.clear()
        _spellings.update(before)


_sources: list[str] = []


def written_plain(expr: Expr) -> str:
    """The words of a cell that stands without quotes in the text being printed, else nothing."""
    if not _sources or not isinstance(expr, Text) or len(expr.parts) != 1:
        return ""
    words = expr.parts[0]
    start, end = expr.span
    return words if isinstance(words, str) and _sources[-1][start:end] == words else ""


def spelled(words: str) -> str:
    """The words of a name with their capitals."""
    if not _spellings:
        return words
    return " ".join([_spellings.get(word, word) for word in words.split(" ")])


def spelled_words(text: str, capitals: dict[str, str] | None = None) -> str:
    """The words of a phrase with the capitals of the text being printed, or with those given."""
    known = _spellings if capitals is None else capitals
    if not known or '"' in text:
        return text
    return _WORD.sub(lambda found: known.get(found[0], found[0]), text)


_WORD = re.compile(r"[a-z]\w*")


def finished(sentence: str) -> str:
    """The sentence with its period, unless a text that ends in one ends it already."""
    return sentence if sentence.endswith(('."', '?"', '!"')) else sentence + "."


def capital(sentence: str) -> str:
    """The sentence with its first letter a capital, as far as it begins with a letter."""
    first = sentence[:1].upper()
    # Some letters have no capital that is read as the same: ß, ı.
    same = len(first) == 1 and first.lower() == sentence[:1].lower()
    return first + sentence[1:] if same and sentence[1:2] != "\u0307" else sentence


def possessive(owner: str) -> str:
    """The owner with the apostrophe that leads to its property."""
    plural = owner[-1:] in ("s", "S") and is_plural(owner)
    return owner + ("'" if plural else "'s")


def print_name(name: Name) -> str:
    """Print a name with its determiner."""
    words = f"`{name.name}`" if name.quoted else spelled(name.name)
    if name.determiner == "proper":
        return name.name
    if name.determiner == "a":
        return f"a {words}" if name.quoted else with_article(words)
    if name.determiner == "shared":
        return f"the shared {words}"
    if name.determiner == "another":
        return f"the other {words}" if is_plural(name.name) else f"another {words}"
    return f"{name.determiner} {words}".lstrip()


def property_words(name: str, quoted: bool) -> str:
    """Print the name of a property, in quotes where it is an exact heading or needs them."""
    braced = ("{" in name or "}" in name) and " ".join(name.split()) == name
    if quoted and not braced and '"' not in name and "“" not in name and "”" not in name:
        return f'"{name}"'
    said = (
        name.removesuffix(" without extension") if name.endswith("name without extension") else name
    )
    if quoted or any(word in RESERVED for word in said.split() if word != "of"):
        return f"`{name}`"
    return spelled(name)


def print_number(value: Decimal) -> str:
    """Print a number plainly, without an exponent."""
    return format(value, "f")


def print_money(amount: Decimal, currency: str) -> str:
    """Print money with its symbol, thousands separated."""
    digits = format(abs(amount), ",f")
    sign = "-" if amount < 0 else ""
    symbol = SIGNS.get(currency)
    return f"{sign}{symbol}{digits}" if symbol else f"{sign}{digits} {currency}"


def quote(text: str) -> str:
    """Print a text without values in braces in quotes; its own braces are doubled."""
    return '"' + escaped(text) + '"'


def escaped(text: str) -> str:
    """The text as it stands between quotes: braces doubled, double quotes as values."""
    text = text.replace("{", "{{").replace("}", "}}")
    return _QUOTES.sub("{a double quote}", text)


_QUOTES = re.compile('["“”]')


def print_tokens(tokens: Sequence[Token], value: Callable[[Expr], str]) -> str:
    """Print tokens as words again; `value` prints the literal of a token never written."""
    text = ""
    tight = True
    for at, token in enumerate(tokens):
        mark = token.kind == "mark"
        word = _token(token, value)
        # A dash is one between two words alone, without spaces: with them it is a minus.
        signs = mark and (token.text == "–" or (token.text in _SIGNS and _touches(tokens, at)))
        if not tight and not (mark and token.text in _TIGHT_BEFORE) and not signs:
            text += " "
        text += word
        tight = signs or (mark and (token.text in _TIGHT_AFTER or _joined(tokens, at)))
    return text


_SIGNS = frozenset({"-", "/"})


def _joined(tokens: Sequence[Token], at: int) -> bool:
    """Whether a colon was written without the space behind it: with one, it divides."""
    if tokens[at].text != ":" or at + 1 >= len(tokens) or tokens[at].span == NOWHERE:
        return False
    return tokens[at].span[1] == tokens[at + 1].span[0]


def _touches(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign was written between two words without spaces: then it is no operator."""
    if not 0 < at < len(tokens) - 1 or tokens[at].span == NOWHERE:
        return False
    start, end = tokens[at].span
    return tokens[at - 1].span[1] == start and end == tokens[at + 1].span[0]


def _token(token: Token, value: Callable[[Expr], str]) -> str:
    if token.kind in ("mark", "word"):
        return token.text if token.kind == "mark" else token.written or token.text
    if token.kind == "quoted":
        return f"`{token.text}`"
    if token.kind == "text":
        return f'"{token.text}"'
    if token.written:
        return " ".join(token.written.split())
    return value(token.value) if token.value is not None else token.text
