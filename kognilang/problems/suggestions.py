"""Suggestions: which known name or phrase was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


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


def nearest_phrases(
    words: Sequence[str], phrases: Iterable[tuple[str, ...]], limit: int = 3
) -> list[int]:
    """Return the places, in `phrases`, of the phrases nearest to a sentence, best first.

    `words` are the sentence's words in canonical form (lemmas), the verb first; each phrase is
    its literal words, the verb first, slots left out. Phrases with the same verb come first,
    then those whose verb is spelled almost like it, then those that share the rarest words;
    within each, the more of their words are in the sentence the better.
    """
    if not words:
        return []
    wordings = list(phrases)
    verb = words[0]
    verbs = {p[0] for p in wordings if p}
    close = {verb: 0} if verb in verbs else {}
    for other in almost_known(verb, verbs, limit=5) if len(verb) > 3 else ():
        close.setdefault(other, 1)
    present = set(words)
    frequency: dict[str, int] = {}
    for wording in wordings:
        for word in set(wording):
            frequency[word] = frequency.get(word, 0) + 1
    scored: list[tuple[float, float, int, int]] = []
    for place, wording in enumerate(wordings):
        if not wording:
            continue
        shared = present.intersection(wording)
        rank = close.get(wording[0], 2)
        if rank == 2 and not any(len(w) > 3 and frequency[w] <= 20 for w in shared):
            continue
        weight = sum(1.0 / frequency[w] for w in shared)
        lacking = len(set(wording) - present) / len(wording)
        scored.append((rank, lacking - weight if rank == 2 else lacking, len(wording), place))
    scored.sort()
    return [place for _, _, _, place in scored[:limit]]


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
