"""Suggestions: which known name was probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def almost_known(name: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Return the known names that `name` is a likely misspelling of, best first.

    Names are compared without case. One that is equal is none, and neither is one that
    differs only in digits (`order 1`, `order 2` are two names on purpose) or is short and
    differs in a letter (`fee`, `fees` are left to the plural).
    """
    wanted = name.lower()
    others = [k for k in dict.fromkeys(known) if k.lower() != wanted]
    if len(wanted) < 4 or not others:
        return []
    from rapidfuzz import fuzz
    from rapidfuzz.distance import DamerauLevenshtein

    scored: list[tuple[float, int, str]] = []
    for place, other in enumerate(others):
        plain = other.lower()
        if (
            len(plain) < 4
            or abs(len(plain) - len(wanted)) > 3
            or _letters(plain) == _letters(wanted)
        ):
            continue
        steps = DamerauLevenshtein.distance(wanted, plain, score_cutoff=3)
        # One slip in five letters, two in eight, three in twelve.
        if steps > min(3, max(1, len(wanted) // 4)):
            continue
        if _word_changed(wanted, plain):
            continue
        scored.append((-fuzz.ratio(wanted, plain), place, other))
    return [other for _, _, other in sorted(scored)[:limit]]


def nearest(text: str, known: Iterable[str], limit: int = 3, least: float = 55.0) -> list[str]:
    """Return the known texts most like `text`, best first, none less than `least` percent."""
    choices = list(dict.fromkeys(known))
    if not choices or not text:
        return []
    from rapidfuzz import fuzz, process

    found = process.extract(text, choices, scorer=fuzz.WRatio, limit=limit, score_cutoff=least)
    return [choice for choice, _, _ in found]


def _letters(name: str) -> str:
    return "".join(c for c in name if not c.isdigit())


def _word_changed(one: str, other: str) -> bool:
    """Whether two names of several words differ by a whole short word (`net price`, `new price`
    are both names): a slip within a word of four letters or fewer at the start is no proof."""
    first, second = one.split(), other.split()
    if len(first) < 2 or len(first) != len(second):
        return False
    changed = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(changed) == 1 and max(map(len, changed[0])) <= 3
