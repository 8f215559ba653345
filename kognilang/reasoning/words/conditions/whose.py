"""Whose: the conditions that the words for whom something is for say: urgent jobs, members of
"Gold", farms no further than 3 miles away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.dataclass import replace
from kognilang.language.words import lemma, singular
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.changes.meant import plain_number
from kognilang.reasoning.words.conditions.joining import conditions_in
from kognilang.reasoning.words.conditions.recasting import recast
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention, subject_of
from kognilang.reasoning.words.naming.products import unit_of
from kognilang.reasoning.words.naming.relating import STEM, likely, nearness, says_how
from kognilang.reasoning.words.naming.sums import place

_NO = re.compile(
    r"(?i)\b(?:not|no|never|without|non|un|hardly|no longer)\b(?:[ -][a-z]+){0,2}[ -]*$"
)
_ANYONE = re.compile(
    r"(?i)^(?:(?:for|to|from|with|all|only|just) )*(?:anyone|anybody|everyone|everybody|whoever|"
    r"those|people|all|somebody|someone)(?= )(?: of them)?(?: (?:who|that|which))? "
)
_BUT = re.compile(r"(?i)\b(?:except|unless|but not|other than|apart from)\b")


def whose(who: str, sentence: Marked, situation: Situation) -> tuple[list[str], int]:
    """Return the conditions that a part of a marked sentence says of whom it is for (any of them
    may be meant), and how many of its words are in none."""
    if _BUT.search(who):
        return [], 9
    subject = subject_of(situation)
    sentence = recast(Marked(_ANYONE.sub("", who.strip()), list(sentence.mentions)))
    who = sentence.text
    sentence = Marked(sentence.text, [_one_of(one, situation) for one in sentence.mentions])
    traits, rest = [], who
    for owner in (subject, *(one for one in situation.fields if one != subject)):
        for said, left in _traits(owner, rest, sentence, situation):
            traits.append(said)
            rest = left
    for said, left in (
        *_placed(rest, sentence, situation),
        *_held(subject, rest, sentence, situation),
        *_dated(rest, sentence, situation),
        *_called(rest, situation),
    ):
        traits.append(said)
        rest = left
        break
    found = None
    rest, sentence = _unit_as_property(rest, sentence, situation)
    if any(sentence.mentions[int(one)].literal for one in MARK.findall(rest)):
        found = conditions_in(Marked(f"if {rest.strip()}", sentence.mentions), situation, True)
    if found is not None:
        begin, end = max(found.start - 3, 0), found.end - 3
        rest = rest.strip()
        rest = f"{rest[:begin]} {rest[end:]}"
        ways = [" and ".join([*traits, one]) for one in found.conditions(False)[:2]]
    else:
        ways = [" and ".join(traits)] if traits else []
    return ways, len(_content(rest, sentence))


def _one_of(one: Mention, situation: Situation) -> Mention:
    """Return one of several things where that is a name of the text: the farm, of the farms."""
    noun = singular(one.words.removeprefix("the "))
    if one.kind in ("table", "list") and situation.fields.get(noun):
        return replace(one, words=f"the {noun}", kind="record")
    return one


def _unit_as_property(who: str, sentence: Marked, situation: Situation) -> tuple[str, Marked]:
    """Return six hours as 6 of the care hours, where a thing has a number of hours."""
    if "duration" in situation.fields.get(subject_of(situation), {}).values():
        return who, sentence
    mentions = list(sentence.mentions)
    for number in MARK.findall(who):
        one = mentions[int(number)]
        about = unit_of(one.words.split()[-1], situation) if one.kind == "duration" else None
        if about is not None and one.literal:
            mentions += [Mention(plain_number(one, about), "number", literal=True), about]
            at = len(mentions)
            who = who.replace(f"⟦{number}⟧", f"⟦{at - 2}⟧ in ⟦{at - 1}⟧")
    return who, Marked(who, mentions)


_OF_SORT = re.compile(
    r"(?i)^(?:all |the |any |every )*⟦(?P<who>\d+)⟧(?: [a-z]+ing| who [a-z]+| that [a-z]+)? "
    r"(?P<led>of|from|at|with|by|in|for|on|to|under) ⟦(?P<value>\d+)⟧ ?$"
)
_KNOWN = re.compile(r"(?i)(?:⟦\d+⟧|[a-z]+)(?: [a-z]+){0,4}$")


def _held(
    subject: str, who: str, sentence: Marked, situation: Situation
) -> Iterator[tuple[str, str]]:
    """Yield what a property of a thing holds: the visitors of "Halden Print", of its company;
    air, where the text has such a transport."""
    found = _OF_SORT.match(who.strip())
    if found is not None:
        head, value = (sentence.mentions[int(found[one])] for one in ("who", "value"))
        fields = situation.fields.get(subject, {})
        names = [
            name
            for name, kind in fields.items()
            if kind in ("text", "any") and f"the {subject}'s {name}" != head.words
        ]
        if head.owner == subject and value.literal and value.kind == "text" and names:
            name = likely(names, who, value.words, found["led"].lower())[0]
            yield f"the {subject}'s {name} is {value.words}", ""
            return
    for name, texts in situation.values.get(subject, {}).items():
        for text in texts:
            said = re.search(rf"(?i)(?<![\w-]){re.escape(text)}(?![\w-])", who)
            if said is not None and len(text) > 2:
                no = "not " if _NO.search(who[: said.start()]) else ""
                yield (
                    f'the {subject}\'s {name} is {no}"{text}"',
                    who[: said.start()] + who[said.end() :],
                )
                return


_NAME = re.compile(
    r" (?P<led>in|to|from|at|for|of|with|by|out of) (?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)*)\b"
)
_DAYS = re.compile(r"(?i)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:janu|febru)ary|march|"
                   r"april|may|june|july|august|(?:septem|octo|novem|decem)ber)")  # fmt: skip


def _called(who: str, situation: Situation) -> Iterator[tuple[str, str]]:
    """Yield that a property is a name that is said without quotes: the hotel in Oslo."""
    subject = subject_of(situation)
    fields = situation.fields.get(subject, {})
    names = [name for name, kind in fields.items() if kind in ("text", "any")]
    for said in _NAME.finditer(f" {who}"):
        if names and not _DAYS.match(said["name"]):
            led = said["led"].split()[-1]
            prop = likely(names, who, f'"{said["name"]}"', led)[0]
            so = f'the {subject}\'s {prop} is "{said["name"]}"'
            yield so, f" {who}"[: said.start()] + f" {who}"[said.end() :]


_MONTH = re.compile(
    r"(?i)\b(?:in|during) (January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b(?! \d)"
)
_WEEKDAY = re.compile(
    r"(?i)\bon (?:an? )?(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?\b"
)


def _dated(who: str, sentence: Marked, situation: Situation) -> Iterator[tuple[str, str]]:
    """Yield that a day of a thing is in a month, or on a day of the week: starts in September."""
    subject = subject_of(situation)
    fields = situation.fields.get(subject, {})
    for pattern, unit in ((_MONTH, "month"), (_WEEKDAY, "weekday")):
        said = pattern.search(who)
        names = [name for name, kind in fields.items() if kind in ("date", "moment")]
        names = [name for name in names if nearness(name, who)] or names
        if said is not None and len(names) == 1:
            so = f'the {unit} of the {subject}\'s {names[0]} is "{said[1].capitalize()}"'
            yield so, who[: said.start()] + who[said.end() :]


_FROM_PLACE = re.compile(
    r"(?i)\b(?P<led>from|above|below|beyond|over|under|up to|past) (?:the )?(?P<place>[a-z]+|\d+"
    r"(?:st|nd|rd|th)) (?P<noun>[a-z]+)(?: (?:up(?:wards)?|on(?:wards)?|and (?:up|above|higher)"
    r"))?\b"
)
_THAN = {"from": "at least", "up to": "at most", "below": "less than", "under": "less than"}


def _placed(who: str, sentence: Marked, situation: Situation) -> Iterator[tuple[str, str]]:
    """Yield that a property is beyond a place in a row: from the fifth floor up."""
    spelled = MARK.sub(lambda one: sentence.mentions[int(one[1])].said or one[0], who)
    for said in _FROM_PLACE.finditer(spelled):
        number = place(said["place"])
        about = unit_of(said["noun"], situation) if number else None
        if about is not None:
            so = f"{about.words} is {_THAN.get(said['led'].lower(), 'more than')} {number}"
            yield so, spelled[: said.start()] + spelled[said.end() :]


def _traits(owner: str, who: str, sentence: Marked, situation: Situation) -> list[tuple[str, str]]:
    """Return what a text says of a thing in words that are defined for it, each with what is left
    of the text then."""
    fields = situation.fields.get(owner, {})
    whole = MARK.sub(lambda one: _spelled(one, sentence), who)
    words = [*situation.adjectives.get(owner, ())]
    words += [name for name, kind in fields.items() if kind == "yes/no" and name not in words]
    found = []
    for word in sorted(words, key=len, reverse=True):
        mark = sentence.marks_of(f"the {owner}'s {word}")
        forms = {re.escape(word), *(re.escape(one) for one in (lemma(word),) if " " not in word)}
        spoken = rf"\b(?:{'|'.join(forms)})s?\b" + (rf"|⟦(?:{mark})⟧" if mark else "")
        said = re.search(
            rf"(?i)(?P<un>\bun-?|\bnon-?)?(?:{spoken.replace(chr(92) + 'b', '', 1)})", who
        )
        if said is None and " " in word and word in whole.lower():
            # A staff child, where a child is a property too.
            who, said = whole, re.search(rf"(?i)(?P<un>\bnon-)?\b{re.escape(word)}\b", whole)
        if said is None and " " not in word and fields.get(word) == "yes/no":
            # Guests without electricity, where a pitch is electric or not.
            near = [
                one for one in re.findall("[a-z]{5,}", who.lower()) if nearness(word, one) == STEM
            ]
            said = re.search(rf"(?i)(?P<un>\b\B)?\b{near[0]}\b", who) if near else None
        if said is None or (said.start() and who[said.start() - 1].isalpha()):
            continue
        no = bool(said["un"]) or _NO.search(who[: said.start()]) is not None
        if fields.get(word) == "yes/no" and not says_how(word):
            so = f"the {owner}'s {word} is {'no' if no else 'yes'}"
        else:
            so = f"the {owner} is {'not ' if no else ''}{word}"
        who = who[: said.start()] + who[said.end() :]
        found.append((so, who))
    return found


def _spelled(found: re.Match[str], sentence: Marked) -> str:
    """Return a mark, or the words of the sentence in its place where they name a property."""
    mention = sentence.mentions[int(found[1])]
    return mention.said if mention.owner and mention.said else found[0]


_PLAIN = frozenset(
    ("we", "they", "you", "one", "people", "everyone", "everybody", "anyone", "anybody", "whoever",
     "all", "the", "an", "these", "those", "such", "each", "every", "any", "of", "them", "our",
     "this", "that", "who", "which", "will", "please", "and", "so", "then", "now", "also", "in",
     "case", "cases", "there", "for", "with", "only", "just", "is", "are", "be", "do", "does", "to",
     "has", "have", "ones", "at", "on", "when", "where", "if", "whenever", "not", "no", "without",
     "work", "coming", "being", "been", "it", "whose", "what", "whatever", "anything",
     "everything", "as", "by", "from", "was", "were", "out", "things", "always", "going")
)  # fmt: skip


def _content(text: str, sentence: Marked) -> list[str]:
    """Return the words of a text that say more than whom it speaks of: one noun does not."""
    words = re.findall(r"[a-z'-]+", MARK.sub(" ", text).lower())
    more = [word for word in words if word not in _PLAIN and len(word) > 1]
    marks = [one for one in sentence.among(text) if one.literal]
    return [*more["⟦" not in text :], *(one.words for one in marks)]
