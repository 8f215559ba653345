"""For whom: changes of amounts for those of a sort: urgent jobs cost 15% more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.changes.amending import amended
from kognilang.reasoning.words.changes.beyond import beyond
from kognilang.reasoning.words.changes.capping import capped
from kognilang.reasoning.words.changes.changing import changed
from kognilang.reasoning.words.changes.referring import by_that, referred
from kognilang.reasoning.words.conditions.whose import whose
from kognilang.reasoning.words.naming.mentions import Marked

_LIKELY, _EACH_WORD = 3.65, 0.7


def for_whom(sentence: Marked, situation: Situation) -> Iterator[tuple[str, str, float]]:
    """Yield the condition and the step of a marked sentence that says for whom an amount changes,
    and how likely they are."""
    yield from capped(sentence, situation)
    yield from beyond(sentence, situation)
    for step, score, head in referred(sentence.text, sentence):
        yield "", step, score
        for condition in whose(head, sentence, situation)[0][:1]:
            yield condition, step, score + 0.3
    yield from _followed(sentence, situation)
    text = by_that(sentence.text, sentence)
    for one in amended(text, sentence, situation) if text else ():
        yield "", one.step, one.score
        for condition in whose(sentence.text.split(",")[0], sentence, situation)[0][:1]:
            yield condition, one.step, one.score + 0.3
    for one in amended(sentence.text, sentence, situation):
        if not one.who:
            continue
        ways, left = whose(one.who, sentence, situation)
        for number, condition in enumerate(ways):
            score = _LIKELY - one.unsure - _EACH_WORD * min(left, 4) - 0.1 * number
            yield condition, one.step, score


_SEPARATED = re.compile(
    r"(?:[,;:]| -| –| —) (?:(?:so|and|then|therefore|thus|hence|which means|that means|meaning)"
    r"(?: that)? )*"
)


def _followed(sentence: Marked, situation: Situation) -> Iterator[tuple[str, str, float]]:
    """Yield a change in the second half of a sentence whose first half says of whom it is: patients
    under 18 pay nothing, so their copayment is $0."""
    text = sentence.text
    if _LED.match(text):
        return
    for cut in _SEPARATED.finditer(text):
        head, rest = text[: cut.start()], text[cut.end() :]
        steps = [step for step, _ in changed(rest, sentence, situation, True)]
        steps += [one.step for one in amended(rest, sentence, situation) if one.full]
        ways = whose(head, sentence, situation)[0] if steps else []
        for number, condition in enumerate(ways):
            yield condition, steps[0], _LIKELY - 0.1 * number


_LED = re.compile(
    r"(?i)(?:if|when|whenever|unless|where|once|should|as soon as|otherwise|in case)\b"
)
