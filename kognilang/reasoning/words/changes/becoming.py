"""Becoming: what a property becomes, wherever a sentence says so: it gets the status "early", put
it down as "late", "B" for everything else. What is so to be set is marked as one act, so that no
condition is read in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kognilang.dataclass import dataclass
from kognilang.language.words import lemma, plural
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.clauses import REST
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention, subject_of

ACT = "act"
"""The kind of a mark that stands for what is to be done, in the words of the language."""

_P, _V = r"⟦(?P<p>\d+)⟧", r"⟦(?P<v>\d+)⟧"
_T = r"(?:⟦(?P<t>\d+)⟧|it|them|they|this|that|these|those|him|her|this one|that one|such ones)"
_THE = r"(?:(?:the|an?|its|their|our|his|her) )?"
_SOON = (
    r"(?:(?:now|then|also|thus|therefore|always|from now on|from here on|henceforth|all|simply|"
    r"just|only|automatically|again|either|both|immediately|at once|instead|straight away) )*"
)
_OUGHT = (
    rf"{_SOON}(?:(?:must|should|shall|will|may|can|has to|have to|has got to|have got to|is to|"
    rf"are to|needs? to|ought to|do|does|gets to|is|are|be|being) {_SOON})*"
)
_HAVE = (
    r"(?:gets?|has|have|receives?|takes?|takes on|carry|carries|bears?|wears?|earns?|deserves?|"
    r"comes? with|ends? up with|goes? down with|goes? with|keeps?|gains?|merits?|is due|are due|"
    r"given|assigned|awarded|allotted|granted|handed|down with|marked with|made|set)"
)
_GIVE = r"(?:give|assign|award|grant|hand|allot|allocate|attach|apply|set|put|pin|stick|let)"
_PUT = (
    r"(?:put|moved?|moves|placed?|set|sets|sorted?|filed?|files|listed|lists?|enter|entered|class|"
    r"classed|classify|classified|grouped?|marked|marks?|belongs?|goes|go|falls?|counts?|counted|"
    r"comes?|switch|switched|switches|change|changed|changes|upgraded?|upgrades|promoted?|"
    r"downgraded?|downgrades|demoted?|drops?|dropped|rises?|climbs?|steps?|slips?|turns?|sits?|"
    r"stands?|remains?|stays?|ranks?|ranked|rated?|graded?|tagged|tag|labell?ed|label|flag|"
    r"flagged|book|booked|note|noted|record|recorded|register|registered|written|down|treated?|"
    r"regarded?|considered|consider|shown?|kept|keep|see|seen|call|called|logg?e?d?|become|becomes)"
)
_WHERE = (
    r"(?:(?:up|down|over|back|out|off|forward|along|away) )*(?:(?:in|into|on|onto|to|under|at|as|"
    r"with|among|within|for|being|to be) )+"
)
_AS = r"(?:(?:up|down|over|back|out|off) )*(?:(?:as|under|as being|to be|being) )"
_CALLED = r"(?:(?:named|called|number|of|as|is|being|=|:) ?)?"
_VALUE = rf"(?:an? |the )?{_V}"
_NOW = (
    r"(?:(?: on| for| at| to| in| with)? (?:it|them|here|there|now|then|too|also|as well|instead|"
    r"again|please|from now on|any ?more|at once|straight away|immediately|only|automatically|"
    r"for (?:it|them|that|now|this)|in (?:that|this|such a) case|in return|in the list|as a "
    r"result)|,? please)*"
)
_SUBJECT_BE = (
    r"(?:is|are|equals?|becomes?|become|reads?|read|says?|say|shows?|show|turns?(?: in)?to|goes to|"
    r"go to|go(?:es)? (?:up|down|over|back) to|moves? (?:up |down |over |on )?to|"
    r"changes? (?:over )?to|switch(?:es)? (?:over )?to|"
    r"set to|put (?:at|on|to|down as)|changed to|moved to|stands? (?:at|on)|comes? to|to read|"
    r"to say|to be|drops? to|rises? to|be|being|down as|entered as|noted as|recorded as|jumps? to|"
    r"lies? at)"
)
_WRITE = (
    r"(?:write|put|enter|note|type|record|use|take|choose|pick|fill in|fill|set|mark|jot|insert|"
    r"register|key|add|place|log|have|store|keep|state|give|list|stamp|print)"
)
_CHANGE = (
    r"(?:make|set|put|change|turn|switch|enter|let|have|bring|move|update|fix|mark|flip|leave|"
    r"keep|shift|correct|amend|adjust|reset|get|raise|lower)"
)

_NAMED: tuple[str, ...] = (
    # It gets the status "early"; a dose of 30.
    rf"{_OUGHT}{_HAVE} {_SOON}{_THE}{_P} {_CALLED}{_VALUE}",
    # It gets an "A" for its grade.
    rf"{_OUGHT}{_HAVE} {_SOON}{_VALUE} (?:as|for|in|under|on) {_THE}{_P}",
    # It belongs in the group "Bears"; it moves up to the package "platinum".
    rf"{_OUGHT}{_PUT} {_SOON}{_WHERE}{_THE}{_P} {_CALLED}{_VALUE}",
    rf"{_GIVE} {_T} {_SOON}{_THE}{_P} {_CALLED}{_VALUE}",
    rf"{_GIVE} {_T} {_SOON}{_VALUE} (?:as|for|in|under) {_THE}{_P}",
    rf"{_GIVE} {_THE}{_P} {_CALLED}{_VALUE} to {_T}",
    rf"{_PUT} {_T} {_SOON}{_WHERE}{_THE}{_P} {_CALLED}{_VALUE}",
    rf"{_SOON}{_CHANGE} {_THE}{_P} (?:(?:up|down|over|back|be|read|say|show|to|as|into|at|on|"
    rf"become|from ⟦\d+⟧ to) )*{_VALUE}",
    rf"{_WRITE} (?:down )?{_VALUE} (?:down )?(?:as|for|in|into|under|on|at|against|to be) "
    rf"{_THE}{_P}(?: (?:field|column|box|line))?",
    rf"{_P} {_OUGHT}{_SUBJECT_BE} {_SOON}{_VALUE}",
)
"""What says that a property gets a value, where the property is named."""
_IMPLIED: tuple[tuple[str, float], ...] = (
    (rf"{_OUGHT}{_PUT} {_SOON}{_AS}{_VALUE}", 3.3),
    (rf"⟦(?P<t>\d+)⟧ (?:is|are) (?:now|henceforth|from now on) {_VALUE}", 3.0),
    (rf"(?:mark|put|set|list|flag|note|record|enter|class|label|tag|book|register|count|treat|"
     rf"file|write|log|show|regard|classify|declare|rate) {_T} {_SOON}{_AS}?{_VALUE}", 3.3),
    (rf"{_OUGHT}(?:put|set|placed|moved|switched|changed) (?:back |over )?(?:on|to|at) {_VALUE}",
     2.4),
    (rf"(?:put|set|move|switch|change) {_T} (?:back |over )?(?:on|to|at) {_VALUE}", 2.4),
)  # fmt: skip
"""What says that a thing's status gets a value, and how likely it means that."""
_STATES = ("status", "state", "stage", "phase", "situation", "progress", "outcome")
_SURE = 5.0
_OPEN = re.compile(
    r"(?i)\b(?:if|when|whenever|where|whose|that|which|who|whoever|unless|until|once|should|"
    r"with|whatever|everything|anything|while|except|meaning|after|before|as soon as|as long as|"
    r"provided|is|not|or|what)\b[^,:;.?]*$"
)
"""What tells that a clause which is not closed yet states a condition."""
_ENDS = (
    rf"(?={_NOW}(?:[.!,;:]|$| (?:and|but|while|if|when|whenever|where|unless|once|as soon|in case|"
    r"provided|for (?:all|every|any)|except|with|as long|should|until|otherwise|or else)\b|"
    r" [-–—] ))"
)
_LASTING = re.compile(
    r"(?i)(?:has|have|carry|carries|bears?|wears?|comes? with|goes with|keeps?|down|kept|"
    r"(?:is|are) (?:not |now )?(?:down|listed|marked|shown|filed|kept|on|in|at|under|with|"
    r"recorded|entered|registered|booked|flagged|noted|graded|classed|considered)|"
    r"(?:stands?|sits?|stays?|remains?|belongs?|falls?|counts?|ranks?|comes?) )\b(?! to be)"
)
"""What says how a thing is, where it stands in a clause."""
_OPEN_IF = re.compile(
    r"(?i)\b(?:if|when|whenever|where|unless|until|once|should|while|as soon as|as long as|in case|"
    r"provided)\b[^,:;.?]*$"
)
_JOINED = re.compile(
    r"(?i)\b(?:that|which|who|whose|what|whatever|whoever|anyone|everyone|those|the ones|"
    r"(?:if|when|whenever|where|unless|once|as soon as|in case|should|because|as long as)"
    r"(?: (?:⟦\d+⟧|it|they|the [a-z]+))?) (?:also |already |still |currently |do |does )*$"
)
_NOT_SET = re.compile(r"(?i)\b(?:not|n't|never|no|no longer|nobody|nothing|without)\b")


@dataclass(slots=True)
class _Set:
    """What is set, where in the text that is said, and how likely it is."""

    start: int
    end: int
    step: str
    of: str
    value: Mention
    score: float


def becoming(sentence: Marked, situation: Situation) -> Marked | None:
    """Return a sentence with a mark for the act of setting a property that it speaks of; None
    where it speaks of no such thing."""
    text = sentence.text
    found = next(_sets(sentence, situation), None) or next(_row_named(sentence, situation), None)
    if found is None:
        return None
    mentions = list(sentence.mentions)
    mentions.append(Mention(found.step, ACT, literal=False, said=str(found.score)))
    first = f"do ⟦{len(mentions) - 1}⟧"
    after = re.sub(rf"(?i)^{_NOW}(?= |[,;:.]|$)", "", text[found.end :])
    at_it = re.match(r"(?i) (?:at|for|on|in|to|with) ⟦(\d+)⟧(?=[,;:.]|$| and)", after)
    if at_it is not None and mentions[int(at_it[1])].kind == "record":
        after = after[at_it.end() :]
    other = _other(after, found, mentions)
    if other is not None:
        start, value = other
        mentions.append(Mention(_step(found.of, value), ACT, said=str(found.score)))
        after = f"{after[:start].rstrip(' ,;')}, otherwise do ⟦{len(mentions) - 1}⟧"
    lead = text[: found.start]
    return Marked(f"{lead}{first}{after}", mentions)


_CLAUSE_REST = (
    rf"(?:(?:for |in |to |with |by |at )?(?:{REST}|(?:when|where|if) (?:it|they|⟦\d+⟧) "
    r"(?:is|are|does|do|has|have)(?: not|n't)|(?:when|where|if) not|otherwise|less))"
)
_OTHER_LAST = re.compile(
    rf"(?i)(?:[,;:]| -)? ?(?:(?:and|but|while|or) )?(?:an? |the |it is |it's )?⟦(?P<v>\d+)⟧ "
    rf"{_CLAUSE_REST}[.!]?$"
)
_OTHER_FIRST = re.compile(
    rf"(?i)(?:[,;:.]| -)? ?(?:(?:and|but|while|or) )?{_CLAUSE_REST},? (?:(?:is|are|be|being|gets?|"
    r"have|has|get|receives?|one|ones|of|an?|the|it|with|at|goes?|put|down|as|on|to|make|that|"
    r"becomes?|should|must|shall|will|given|only|just|just|into|in|write|enter|say) |⟦\d+⟧ (?=⟦|"
    r"is |becomes |of ))*⟦(?P<v>\d+)⟧[.!]?$"
)


def _other(after: str, found: _Set, mentions: list[Mention]) -> tuple[int, Mention] | None:
    """Return where a text says what the property becomes in all other cases, and that value."""
    for pattern in (_OTHER_LAST, _OTHER_FIRST):
        for start in range(len(after)):
            if start and after[start] not in " ,;:.":
                continue
            match = pattern.match(after, start)
            if match is None:
                continue
            value = mentions[int(match["v"])]
            if value.literal and value.kind == found.value.kind:
                return start, value
    return None


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], float], ...]:
    lead = r"(?i)(?<![\w'⟦])"
    named = [(re.compile(f"{lead}{one}{_ENDS}"), 0.0) for one in _NAMED]
    implied = [(re.compile(f"{lead}{one}{_ENDS}"), score) for one, score in _IMPLIED]
    return (*named, *implied)


def _sets(sentence: Marked, situation: Situation) -> Iterator[_Set]:
    text = sentence.text
    if "⟦" not in text:
        return
    for pattern, implied in _compiled():
        for match in pattern.finditer(text):
            before = text[: match.start()]
            if match[0].startswith("⟦") and _OPEN.search(before):
                continue
            if _LASTING.match(match[0]) and _OPEN_IF.search(before):
                continue
            if _JOINED.search(before):
                continue
            if _NOT_SET.search(match[0]):
                continue
            value = sentence.mentions[int(match["v"])]
            if not value.literal:
                continue
            of = _property(match, sentence, situation, implied > 0)
            if of is None or not _fits(of, value):
                continue
            if implied and _own_verb(match[0], situation):
                continue
            start = match.start()
            yield _Set(start, match.end(), _step(of.words, value), of.words, value,
                       implied or _SURE)  # fmt: skip


_BY_NAME = re.compile(r'the (?P<name>[a-z ]+) whose [a-z ]+ is (?P<value>"[^"]*")')
_BELONGS = re.compile(
    rf"(?i)(?<![\w'⟦]){_OUGHT}(?:{_PUT} {_SOON}{_WHERE}|{_HAVE} |part of |one of |a member of )"
    rf"⟦(?P<v>\d+)⟧{_ENDS}"
)


def _row_named(sentence: Marked, situation: Situation) -> Iterator[_Set]:
    """Yield the property that holds the name of a row: it belongs in the group "Bears"."""
    fields = situation.fields.get(subject_of(situation), {})
    for match in _BELONGS.finditer(sentence.text):
        row = _BY_NAME.fullmatch(sentence.mentions[int(match["v"])].words)
        before = sentence.text[: match.start()]
        if row is None or fields.get(row["name"]) not in ("text", "any"):
            continue
        if _NOT_SET.search(match[0]) or _JOINED.search(before) or _own_verb(match[0], situation):
            continue
        if _LASTING.match(match[0]) and _OPEN_IF.search(before):
            continue
        of = f"the {subject_of(situation)}'s {row['name']}"
        value = Mention(row["value"], "text", literal=True)
        yield _Set(match.start(), match.end(), _step(of, value), of, value, _SURE)


def _own_verb(said: str, situation: Situation) -> bool:
    """Tell whether the text defines itself what a verb says."""
    words = {lemma(one) for one in re.findall(r"[a-z]+", said.lower())}
    return any(words & {lemma(one) for one in phrase.name.lower().split()[:1]}
               for phrase in situation.own)  # fmt: skip


def _property(
    match: re.Match[str], sentence: Marked, situation: Situation, implied: bool
) -> Mention | None:
    """Return the property that is set, of the thing or the row that the sentence names."""
    groups = match.groupdict()
    thing = sentence.mentions[int(groups["t"])] if groups.get("t") else None
    if implied:
        subject = subject_of(situation)
        owner = subject
        if thing is None:
            before = re.search(r"⟦(\d+)⟧ $", sentence.text[: match.start()])
            thing = sentence.mentions[int(before[1])] if before is not None else None
        if thing is not None and thing.kind == "record" and thing.words != f"the {subject}":
            owner = thing.noun or thing.words.removeprefix("the ")
        elif thing is not None and thing.kind not in ("record", "table"):
            return None
        fields = situation.fields.get(owner) or situation.rows.get(owner) or {}
        name = next((one for one in _STATES if fields.get(one) in ("text", "any")), "")
        if not name:
            return None
        words = f"the {name} of {thing.words}" if thing is not None and thing.noun else (
            f"the {owner}'s {name}")  # fmt: skip
        return Mention(words, fields[name], owner=owner)
    of = _owned(sentence.mentions[int(groups["p"])], situation)
    if not of.owner or of.literal:
        return None
    if thing is not None and thing.kind == "record" and thing.noun == of.owner:
        name = of.words.partition("'s ")[2]
        return Mention(f"the {name} of {thing.words}", of.kind, owner=of.owner)
    if thing is not None and thing.kind not in ("record", "table"):
        return None
    return of


def _owned(of: Mention, situation: Situation) -> Mention:
    """Return the property of the thing that a name means: the note, of its notes."""
    subject = subject_of(situation)
    name = of.words.removeprefix("the ")
    for prop, kind in situation.fields.get(subject, {}).items():
        if of.kind == "new" and prop in (name, plural(name)):
            return Mention(f"the {subject}'s {prop}", kind, owner=subject)
    return of


def _fits(of: Mention, value: Mention) -> bool:
    """Tell whether a property may have a value."""
    if value.noun:
        return False
    if of.kind in ("text", "note", "any"):
        return value.kind == "text" or (of.kind == "any" and value.kind == "number")
    return value.kind == of.kind and of.kind in ("number", "count")


def _step(of: str, value: Mention) -> str:
    return f"Set {of} to {value.words}."


_FILLING = re.compile(
    r"(?i)⟦\d+⟧|\b(?:do|does|it|they|them|this|that|these|those|so|then|and|also|always|please|we|"
    r"you|just|simply|now|there|here|the|a|an|all|too|either|case|which|therefore|hence|thus)\b"
)
_ANY = re.compile(
    r"(?i)\b(?:nobody|no one|none|nothing|any\w*|who\w*|every\w*|each|if|when|where|unless|without|"
    r"except|not|never|only|over|under|above|below|more|less|fewer|other|others|with|from|until|ones?|those|before|after|which|whose|than|since)\b|n't\b"
)


_EITHER_WAY = re.compile(
    r"(?i)\b(?:(?:whether )?(?:it is |they are )?[a-z]+ or not|no matter (?:what|how|who)[a-z ]*|"
    r"in any case|regardless|anyway|either way)\b"
)


def act_in(part: str, sentence: Marked) -> list[tuple[str, float]] | None:
    """Return the act that a part of a sentence has a mark for, and how likely it is all that the
    part says; None where it has no such mark."""
    acts = [one for one in MARK.findall(part) if sentence.mentions[int(one)].kind == ACT]
    if not acts:
        return None
    if len(acts) > 1:
        return []
    act = sentence.mentions[int(acts[0])]
    given = [one for one in sentence.among(part) if one.literal and one.kind != ACT]
    part = _EITHER_WAY.sub("", part)
    left = re.findall(r"[a-z]+", _FILLING.sub(" ", part.lower()))
    if given or _ANY.search(re.sub(r"(?i)^(?:any|every|whoever|whatever)\w*", "", part)):
        return []
    return [(act.words, float(act.said) - min(0.2 * len(left), 1.4))]
