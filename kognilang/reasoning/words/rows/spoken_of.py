"""Spoken of: where a sentence names the rows that something is done with, beside what is done: put
the fare up on every crossing; whatever lies above the limit goes onto the list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.language.words import plural
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention

_FOR = r"(?:for|on|of|with|in|to|at|by|across|from|among|per)"
_MANY = re.compile(r"(?i)(?:each|every|all|any)\b|.*s$")
_BEGINS = re.compile(
    r"(?i)(?:also |always |then |therefore |must |should |shall |may |can |will |has to |have to |"
    r"is to |are to |needs? to |ought to )*(?:goes|gets|is|are|be|belongs?|comes|must|should|needs|"
    r"pays|costs|earns|receives|moves|lands|ends up|counts|becomes|stays|bears|carries|takes|has|"
    r"joins|loses|rises|falls|drops|needs)\b"
)

_ALL = re.compile(
    r"(?i)^(?:all|any|every|each|those|ones|the|anything|everything|whatever|anybody|anyone|"
    r"everybody|everyone|whoever|people| )+(?= [a-z])"
)


def said_of_rows(text: str, sentence: Marked, noun: str) -> Iterator[tuple[str, Marked]]:
    """Yield what a marked text says to do in plainer words, with its sentence: without the rows
    where a property of theirs is what is changed, or with them where the text has no subject."""
    text = text.strip(" ,.")
    item = sentence.marks_of(f"the {noun}", f"the {plural(noun)}")
    if item:
        rows = rf"{_FOR} (?P<of>⟦(?:{item})⟧)"
        for found in (
            re.match(rf"(?i)^{rows},? (?=[a-z⟦])", text),
            re.search(rf"(?i),? {rows}$", text),
        ):
            if found is None:
                continue
            said = sentence.mentions[int(found["of"][1:-1])].said
            rest = text[: found.start()] + text[found.end() :]
            owned = any(sentence.mentions[int(one)].owner == noun for one in MARK.findall(rest))
            if owned and _MANY.match(said):
                yield rest, sentence
    text = _ALL.sub("", text).strip()
    if _BEGINS.match(text):
        mentions = [*sentence.mentions, Mention(f"the {noun}", "record", pronoun=True, said="it")]
        again = f"⟦{len(mentions) - 1}⟧ {text}"
        yield again, Marked(again, mentions)
