"""Speaking with people: the readings of a sentence in which somebody is asked, told or agrees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kognilang.dataclass import replace
from kognilang.reasoning.phrasebook import Phrase
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.manner import forbids
from kognilang.reasoning.words.naming.mentions import Marked
from kognilang.reasoning.words.persons.agreeing import Steps, courses
from kognilang.reasoning.words.persons.asking import Asked, asked, waits
from kognilang.reasoning.words.persons.mailing import mailed
from kognilang.reasoning.words.persons.questioning import Acts, wordings
from kognilang.reasoning.words.phrases.synonyms import closeness

_REMEMBER = re.compile(
    r"(?i)^(?:please )?(?:do not|don't|never) (?:forget|fail|omit|neglect) to |"
    r"^(?:please )?(?:remember|be sure"
    r"|make sure|take care|see to it that you|see that you) to "
)
_SURE = 0.6
"""What it counts that a way of asking is the whole of a sentence."""


def spoken(
    text: str, sentence: Marked, situation: Situation, steps: Steps, acts: Acts
) -> list[Asked]:
    """Return the readings of a marked text as asking steps, the likeliest first.

    `steps` reads a part of it as steps, `acts` as what the text itself defines.
    """

    def wording(clause: str) -> list[str]:
        return wordings(clause, sentence, acts)

    def asking(part: str) -> list[Asked]:
        return asked(part, sentence, situation, wording)

    text = _REMEMBER.sub("", " ".join(text.split()))
    found = list(courses(text, sentence, situation, steps, asking))
    if not forbids(text) or waits(text):
        found += [*mailed(text, sentence, situation), *asking(text)]
        found += _besides(text, sentence, situation, steps)
    found = [replace(one, score=one.score + _SURE * one.whole) for one in found]
    return sorted(found, key=lambda one: -one.score)


_BESIDES = re.compile(
    r"(?i),? (?:(?:plus|while|along with|together with|as well as|and also|and)(?: also)?|with"
    r"(?= ⟦\d+⟧ (?:going|being|getting|sent|receiving|mailed|emailed|told|informed)))\s+|[.;] "
)
"""What stands between something to do and a mail that goes with it."""


def _besides(text: str, sentence: Marked, situation: Situation, steps: Steps) -> Iterator[Asked]:
    """Yield the readings of a text as something to do and a mail that is sent besides."""
    for between in _BESIDES.finditer(text):
        before, after = text[: between.start()], text[between.end() :]
        if between[0].strip(" ,.;").lower() in ("and", "and also"):
            continue
        for mail in mailed(after, sentence, situation):
            for step, score in steps(before)[:2]:
                if (
                    mail.whole
                    and "\n" not in step
                    and not step.startswith(("Send ", "Stop", "Skip"))
                ):
                    yield Asked(f"{step}\n{mail.meaning}", (score + mail.score) / 2 + 0.8, False)


_TELLING = ("tell", "notify", "inform", "warn", "remind", "alert")


def defines_telling(meaning: str, own: Sequence[Phrase]) -> bool:
    """Tell whether a reading tells somebody something that phrases of the text itself tell."""
    if not meaning.startswith(("Tell ", "Send ")):
        return False
    return any(
        closeness(one.verb, verb) > _ALIKE
        for one in own
        for verb in _TELLING
        if any(place.name in meaning for place in one.places)
    )


_ALIKE = 0.8
