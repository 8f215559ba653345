"""Supplying: what is done about something that is missing: it is put in, asked for, or made."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kognilang.reasoning.phrasebook import Phrase
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.stating import Stated
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention
from kognilang.reasoning.words.naming.nouns import as_said
from kognilang.reasoning.words.stepping import CLEAR, Guess, spoken_in, steps_of

_FILL = re.compile(
    r"(?i)^(?:then |please |just |we )*(?:enter|put|put in|write|use|set|fill in|take|assume|"
    r"insert|it gets|default to|note|make it|it is|it becomes|say|book it on|put it on|put down|"
    r"put it down as|make that|write in|go with|fill it with|make do with|it defaults to|"
    r"fall back (?:on|to)|set it to|put it to|type in|type|add|record|choose|pick|it should be|"
    r"it shall be|it will be|it goes on|charge it to|book on) "
    r"(?:the |an? )?⟦(\d+)⟧(?: (?:there|in|instead|in there|for it|"
    r"in it|down|by default|as (?:a|the) default|in its place|in that case|for that|here))*$"
)
"""What is done about a property that is missing."""
_IT = re.compile(r"(?i)\b(?:it|that|this|one|them|these)\b(?! ⟦)")
_MAKE = re.compile(
    r"(?i)^(?:(?:please|then|so|just|we|first) )*(?:(?:have to|need to|should|must) )?(?:make|"
    r"create|set|build|start|open|add|get)(?: (?:it|one|that|this))?(?: (?:up|first|now|new|then|"
    r"there))*$"
)
_SURE = 2.8


def supplied(
    told: Stated, sentence: Marked, situation: Situation, phrases: Sequence[Phrase]
) -> list[Guess]:
    """Return what is done about a property or a file that a sentence says is missing: where there
    is no owner, put "Audit" there; get it from the clerk; where there is no folder, make it."""
    blank = next(
        (
            found
            for one in told.conditions[:1]
            if (found := re.fullmatch(r"(?P<of>the .+'s [a-z -]+) is blank|"
                                      r"(?P<file>the .+?) does not exist", one))
        ),
        None,
    )  # fmt: skip
    if blank is None:
        return []
    text = as_said(told.rest.strip(" ,"), sentence)
    of = blank["of"] or blank["file"]
    said = _FILL.match(text)
    if said is not None and blank["of"]:
        value = sentence.mentions[int(said[1])]
        if value.literal or value.owner:
            return [Guess(f"Set {of} to {value.words}.", CLEAR + _SURE)]
    if blank["file"]:
        return _made(text, of, sentence, situation, phrases)
    kind = situation.fields.get(of[4:].partition("'s ")[0], {}).get(of.partition("'s ")[2], "any")
    owner = of[4:].partition("'s ")[0]
    mentions = [*sentence.mentions, Mention(of, kind, owner=owner, said=of)]
    about, count = _IT.subn(f"⟦{len(mentions) - 1}⟧", text)
    if count != 1 or any(mentions[int(one)].words == of for one in MARK.findall(told.rest)):
        return []
    again = Marked(about, mentions)
    return [
        Guess(one.meaning, one.score + _SURE, one.evident)
        for one, whole in spoken_in(about, again, situation, phrases)
        if whole and one.meaning.startswith("Ask ") and of in one.meaning
    ]


def _made(
    text: str, of: str, sentence: Marked, situation: Situation, phrases: Sequence[Phrase]
) -> list[Guess]:
    """Return what is done about a file or a folder that is not there."""
    if of.startswith("the folder ") and _MAKE.match(text):
        return [Guess(f"Create {of}.", CLEAR + _SURE)]
    for number, one in enumerate(sentence.mentions):
        if of in (one.words, f"the {one.noun} {one.words}"):
            about, count = _IT.subn(f"⟦{number}⟧", text)
            if count == 1:
                return steps_of(Stated(about), sentence, situation, phrases)[:3]
    return []
