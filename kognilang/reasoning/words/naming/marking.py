"""Marking: a sentence with a mark in the place of each value that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.dataclass import replace
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.called import rows_called
from kognilang.reasoning.words.naming.combining import combined
from kognilang.reasoning.words.naming.computed import counts, dates, joined, told_by_verb
from kognilang.reasoning.words.naming.mentions import Marked, Mention, named_in
from kognilang.reasoning.words.naming.ordinals import ordinals
from kognilang.reasoning.words.naming.products import (
    counted_ones,
    days_of,
    had_done,
    led_by_name,
    products,
)
from kognilang.reasoning.words.naming.sums import sums
from kognilang.reasoning.words.naming.valued import valued
from kognilang.reasoning.words.naming.worked import worked
from kognilang.reasoning.words.rows.superlatives import superlatives


def marked(situation: Situation) -> Marked:
    """Return the sentence with its mentions."""
    sentence = situation.sentence.replace("’", "'").replace("“", '"').replace("”", '"')
    sentence = _SHORT.sub(_in_full, sentence)
    taken: list[tuple[int, int, Mention]] = []
    for start, end, mention in _found(sentence, situation):
        if all(end <= a or start >= b for a, b, _ in taken):
            taken.append((start, end, replace(mention, said=sentence[start:end])))
    taken.sort(key=lambda one: one[0])
    text, at = "", 0
    for number, (start, end, _) in enumerate(taken):
        text += sentence[at:start] + f"⟦{number}⟧"
        at = end
    whole = Marked(text + sentence[at:], [mention for _, _, mention in taken])
    return products(valued(combined(joined(days_of(whole, situation)))), situation)


_SHORT = re.compile(r"""(?i)("[^"]*")|\b(it|that|they|there|he|she)'(s|re)(?= )( been| got)?""")


def _in_full(match: re.Match[str]) -> str:
    """Return `it is` for `it's`; a text in quotes stays."""
    if match[1]:
        return match[1]
    verb = "are" if match[3].lower() == "re" else "has" if match[4] else "is"
    return f"{match[2]} {verb}{match[4] or ''}"


def _found(sentence: str, situation: Situation) -> Iterator[tuple[int, int, Mention]]:
    """Yield mentions, those that go before others first."""
    yield from ordinals(sentence, situation)
    yield from rows_called(sentence, situation)
    yield from superlatives(sentence, situation)
    yield from worked(sentence, situation)
    yield from dates(sentence)
    yield from sums(sentence)
    yield from counts(sentence, situation)
    yield from told_by_verb(sentence, situation)
    yield from counted_ones(sentence, situation)
    yield from had_done(sentence, situation)
    yield from led_by_name(sentence, situation)
    yield from named_in(sentence, situation)
