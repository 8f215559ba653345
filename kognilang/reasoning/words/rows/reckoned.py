"""Reckoned: what is done with a figure of a table's rows: said, given a name, written down, or
compared with another value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.stating import Stated, stated
from kognilang.reasoning.words.naming.giving_names import name_given
from kognilang.reasoning.words.naming.mentions import Marked, Mention
from kognilang.reasoning.words.rows.figures import Figured, figured
from kognilang.reasoning.words.rows.wrapping import under

_LIKELY = 5.0
_ASKED = (
    r"(?:(?:please|kindly|so|and|now|then|just|we|i|let's|can|could|would|you|also) )*"
    r"(?:(?:tell|show|give) (?:me|us)|say|show|report|state|print|display|output|work out|"
    r"figure out|calculate|compute|determine|find out|get(?: me| us)?|see|check|establish|"
    r"let (?:me|us) (?:know|see|have)|(?:(?:i|we)(?:'d| would)? )?(?:want|like|need|love|wish|have|"
    r"care)(?: to (?:know|see|hear|have|learn|find out|be told|look at))?|what(?:'s| is| are|"
    r" was)?|put out|bring up|put up)?"
    r"(?: (?:me|us|just|once|only|here|what|which|how (?:much|high|big|large)|is|are))*"
)
_TAIL = (
    r"(?: (?:is|are|was|were|it is|that is|there is|comes to|come to|makes?|on (?:the )?screen|"
    r"please|now|here|we have|we had|have|has|had|do we have|at the moment|was it|there|to (?:me|"
    r"us)|for (?:me|us)))*[ ?.!]*"
)
_THEN = re.compile(r"^(?P<first>.*?)(?P<stop>[?.;:!]| -|,? and(?: then)?) +(?P<then>.+)$")
_IT = re.compile(
    r"(?i)(?<![\w⟦])(?:that|this|it|the (?:result|figure|number|sum|total|count|amount|outcome))"
    r"(?: (?:number|figure|sum|total|count|amount|result))?(?!\w)"
)

Steps = Callable[[Stated, Marked], list[tuple[str, float]]]
"""What gives the readings of a part of a sentence, with how likely they are."""


def reckoned(
    told: Stated,
    whole: Marked,
    noun: str,
    table: str,
    rows: str,
    fields: Mapping[str, str],
    base: Situation,
    steps: Steps,
) -> Iterator[tuple[str, float]]:
    """Yield what a sentence does with a figure of rows (`the late orders`), and how likely it
    is. `whole` is the sentence before its condition was taken out: what is compared may be the
    figure."""
    if rows != f"the {table}":
        for one in figured(whole.text, whole, noun, f"the {table}", fields):
            compared = list(_compared(one, base, steps))
            yield from compared
            if compared:
                return
    for one in figured(told.rest, whole, noun, rows, fields):
        compared = list(_compared(one, base, steps)) if rows == f"the {table}" else []
        yield from compared or _done_with(one, base, rows, steps)


def _compared(one: Figured, base: Situation, steps: Steps) -> Iterator[tuple[str, float]]:
    """Yield what is done where the figure is so much."""
    value = one.sentence.mentions[one.at].words
    told = stated(one.sentence, base)
    said = [so for so in told.conditions if so.removeprefix("unless ").startswith(f"{value} ")]
    if said:
        for meaning, score in steps(told, one.sentence)[:3]:
            yield under(said[0], meaning), score + 1.0


def _done_with(
    one: Figured, base: Situation, rows: str, steps: Steps
) -> Iterator[tuple[str, float]]:
    text, value = one.sentence.text, one.sentence.mentions[one.at].words
    mark = f"⟦{one.at}⟧"
    if re.fullmatch(rf"(?i){_ASKED} ?{mark}{_TAIL}", text.strip()):
        yield f"Say {value}.", _LIKELY
        return
    given = list(name_given(text, one.sentence, base, rows))
    if given:
        yield from given
        return
    parts = _THEN.match(text)
    if parts is not None and re.fullmatch(rf"(?i){_ASKED} ?{mark}{_TAIL}", parts["first"].strip()):
        # How many are there? Add that to the log: what is done with the figure.
        found = list(done_with_it(parts["then"], one.sentence, value, base, steps))
        if found:
            yield from found
            return
    yield from _steps_with(text, one.sentence, value, steps)


def done_with_it(
    text: str, sentence: Marked, value: str, base: Situation, steps: Steps
) -> Iterator[tuple[str, float]]:
    """Yield what a text does with a value that it has a pronoun for."""
    mentions = [*sentence.mentions, Mention(value, "number")]
    then = _with(text, sentence, len(sentence.mentions))
    if not then:
        return
    marked = Marked(then, mentions)
    given = list(name_given(then, marked, base, value))
    yield from given or ((said, score + 1.0) for said, score in
                         _steps_with(then, marked, value, steps))  # fmt: skip


def _with(text: str, sentence: Marked, at: int) -> str:
    """Return a text with a value for the word that stands for it; empty where none does."""
    said, many = _IT.subn(f"⟦{at}⟧", text, count=1)
    if many:
        return said
    for found in re.finditer(r"⟦(\d+)⟧", text):
        if sentence.mentions[int(found[1])].pronoun:
            return f"{text[: found.start()]}⟦{at}⟧{text[found.end() :]}"
    return ""


def _steps_with(
    text: str, sentence: Marked, value: str, steps: Steps
) -> Iterator[tuple[str, float]]:
    for meaning, score in steps(Stated(text), Marked(text, sentence.mentions))[:4]:
        if value in meaning:
            yield meaning, score
