"""Finding: what a sentence compares with what, in other words than the language has."""

from __future__ import annotations

import re

from kognilang.language.words import lemma
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.choosing import Place, chosen, is_year, spoken
from kognilang.reasoning.words.conditions.clauses import clause_start, conditional
from kognilang.reasoning.words.conditions.comparisons import (
    AFTER,
    ALSO_OTHER,
    ALWAYS_OTHER,
    BE,
    COMPARING,
    DAYS,
    NEGATION,
    OPPOSITE,
    QUANTITIES,
    SAYING,
    UNIT,
)
from kognilang.reasoning.words.conditions.dating import dated
from kognilang.reasoning.words.conditions.differing import differing
from kognilang.reasoning.words.conditions.found import Found
from kognilang.reasoning.words.conditions.lacking import existing, lacking
from kognilang.reasoning.words.conditions.located import located
from kognilang.reasoning.words.conditions.named_days import on_named_day
from kognilang.reasoning.words.conditions.pairing import covering, told_by_words
from kognilang.reasoning.words.conditions.sorts import adjective, alone, headed, placed
from kognilang.reasoning.words.naming.amounts import amounts
from kognilang.reasoning.words.naming.holding import holders
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention, subject_of
from kognilang.reasoning.words.naming.relating import likely


def found_in(sentence: Marked, situation: Situation) -> Found | None:
    """Return the first comparison of a sentence; None where it has none."""
    for find in (
        _called, differing, _between, dated, told_by_words, covering, _compared, _ranged, placed,
        on_named_day, lacking, existing, _equal, adjective, headed, alone,
        located,
    ):  # fmt: skip
        found = find(sentence, situation)
        if found is not None:
            return _known(found, situation)
    return None


def _known(found: Found, situation: Situation) -> Found:
    """Return what was found with the property first that is known to hold the text that is
    meant."""
    if len(found.ways) > 1 and re.fullmatch(r'"[^"]+"', found.value):
        subject = subject_of(situation)
        sure = [f"the {subject}'s {one}" for one in holders(situation, subject, found.value)]
        found.ways.sort(key=lambda way: way not in sure)
    return found


def _compared(sentence: Marked, situation: Situation) -> Found | None:
    for word, ways in COMPARING:
        for match in re.finditer(
            rf"(?i)(?<![\w])(?:{ways})(?: (?:and|or) including| around| about| some)? ⟦(\d+)⟧",
            sentence.text,
        ):
            value = _counting(sentence.mentions[int(match[1])], situation)
            if value.kind in QUANTITIES or value.kind == "any":
                end = match.end() + len(_unit_after(sentence.text[match.end() :]))
                many = _MANY.search(sentence.text[: match.start()])
                sort = many is not None and _are_many(sentence.mentions[int(many[1])])
                dated = value.kind in ("date", "moment") and (
                    sort
                    or _SORT.match(sentence.text) is not None
                    or _OF_A_SORT.search(sentence.text[: match.start()]) is not None
                )
                sure = (
                    dated
                    or (bool(value.owner) and _SORT.match(sentence.text) is not None)
                    or ALSO_OTHER.match(match[0]) is None
                    or is_year(situation, value)
                    or (value.kind in ("money", "number") and ALWAYS_OTHER.match(match[0]) is None)
                )
                start, way = match.start(), word
                if word == "at most" and _GOING.search(sentence.text[: match.start()]):
                    continue  # The priority moves up to 3.
                no = _DENIED.search(sentence.text[: match.start()])
                if no is not None and no.start() > 0:
                    start, way = no.start(), OPPOSITE[word]
                found = _of(sentence, situation, way, value, start, end, sure)
                if found is not None:
                    up = _AND_UP.match(sentence.text, found.end)
                    found.end = up.end() if up is not None and way == "at least" else found.end
                    return _with_second(sentence, situation, found)
    return None


_AND_UP = re.compile(
    r"(?i),? (?:and )?(?:up(?:wards?)?|on(?:wards?)?|or (?:more|higher|above|up))(?=[,;:.]|$|"
    r" (?:is|are|gets?|has|have|must|should|may|can|will|goes?|pays?)\b)"
)
"""What ends a comparison that began with its least value: from the fifth floor up."""
_SORT = re.compile(r"(?i)(?:what\w*|who\w*|any\w*|every\w*|all|those|⟦|if|when\w*|once|should)")
"""What begins a sentence that speaks of a sort of things."""
_MANY = re.compile(r"(?i)⟦(\d+)⟧(?: [a-z]+){0,2} $")


def _are_many(mention: Mention) -> bool:
    """Tell whether a thing is called by its plural: complaints from before 2025."""
    return not mention.owner and not mention.literal and re.search(r"s$", mention.said) is not None


_DENIED = re.compile(
    r"(?i)\b(?:has|have|had|do|does|did|was|were|is|are)(?: not|n't)(?: yet| been| ever| even)*"
    r" [a-z]+ (?:in |for |up |on )?$"
)
"""What denies a comparison that stands a verb further on: has not missed more than 10."""
_GOING = re.compile(
    r"(?i)^(?!if|when|where|as soon|once)[^,;]*\b(?:moves?|goes|go|rises?|climbs?|jumps?|raised|"
    r"moved|put|bumped|increased|pushed|bring|brought|raise|increase|push|move|bump|lift|"
    r"lifted)(?: ⟦\d+⟧)? $"
)
"""What makes a number so much, where `up to` stands behind it."""
_OF_A_SORT = re.compile(
    r"(?i)\b(?:what\w*|who\w*|that|which|those|ones|anything|everything|all|if|when)\b[^,;:⟦]*$"
)


def _with_second(sentence: Marked, situation: Situation, found: Found) -> Found:
    """Return a comparison with a second one that goes with it: above 30 and under 50 kilos."""
    lead = re.match(
        r"(?i),? (and|or) (?:also )?(?:an? |the )?(?:⟦\d+⟧ (?:of |is )?)?",
        sentence.text[found.end :],
    )
    if lead is None:
        return found
    at = found.end + lead.end()
    for word, ways in COMPARING:
        match = re.match(rf"(?i)(?:{BE} )?(?:{ways}) ⟦(\d+)⟧", sentence.text[at:])
        if match is None:
            continue
        value = sentence.mentions[int(match[1])]
        second = _of(sentence, situation, word, value, at + match.start(), at + match.end())
        if second is not None:
            more = f" {lead[1].lower()} {second.ways[0]} is {second.word} {second.value}"
            return Found(found.ways, found.word, found.value + more, found.start, second.end)
    return found


def _called(sentence: Marked, situation: Situation) -> Found | None:
    """Find of what sort the things are with which a sentence begins: anything already "paid"."""
    match = re.match(
        r"(?i)(?:anything|everything|whatever|what|all|those|any|every|each)"
        r"(?:'s| is| that is| that's)?"
        r"(?: already| still| now)? ⟦(\d+)⟧(?= [a-z,])",
        sentence.text,
    )
    if match is None:
        return None
    value = sentence.mentions[int(match[1])]
    if not value.literal or value.kind != "text":
        return None
    return _of(sentence, situation, "", value, match.start(), match.end())


_RANGE = (
    r"(?:the |an? )?(?:[a-z]+ |⟦\d+⟧ )?(?:range|band|bracket|interval|window|limits|bounds)"
    r"(?: (?:of|from|between|that goes from|that is)|,? (?:which is|which are|i\.e\.|that is|"
    r"namely|so|meaning|say)(?: between| from)?|:|,)?"
)
_BETWEEN = re.compile(
    rf"(?i)(?P<no>(?:{NEGATION}|\boutside(?: of)?|\bout of|\bbeyond|\boff) )?"
    rf"(?:(?:lies?|falls?|stays?|within|in|inside|anywhere) )*"
    rf"(?P<lead>\bbetween|\bfrom|{_RANGE}|(?<=outside)|(?<=of)|"
    rf"(?<=within)|(?<=inside)|(?<=not)) ?⟦(?P<a>\d+)⟧ (?:and|to|through|till|up to|until|[-–—]) "
    rf"⟦(?P<b>\d+)⟧(?P<unit>{UNIT})?"
)


def _between(sentence: Marked, situation: Situation) -> Found | None:
    match = _BETWEEN.search(sentence.text)
    if match is None:
        return None
    low, high = (sentence.mentions[int(match[one])] for one in ("a", "b"))
    if low.kind != high.kind or low.kind not in QUANTITIES:
        return None
    sure = not match["lead"].lower().startswith("from") or bool(match["no"])
    found = _of(sentence, situation, "", low, match.start(), match.end(), sure)
    if found is not None:
        found.word = "not between" if match["no"] else "between"
        found.value = f"{low.words} and {high.words}"
    return found


def _unit_after(text: str) -> str:
    """Return `days old` after a number: a unit that a number of the data does not have."""
    found = re.match(rf"(?i)(?:{UNIT})", text)
    return found[0] if found is not None else ""


def _ranged(sentence: Marked, situation: Situation) -> Found | None:
    for word, ways in AFTER:
        match = re.search(
            rf"(?i)(?:\bfrom )?⟦(\d+)⟧(?:{UNIT}| (?!(?:is|was|has|does)\b)[a-z]+s\b)?"
            rf"(?: ⟦(?P<of>\d+)⟧)?,? "
            rf"(?:{ways}|(?<=⟧ )up(?=,))\b",
            sentence.text,
        )
        if match is not None:
            value = _counting(sentence.mentions[int(match[1])], situation)
            of = sentence.mentions[int(match["of"])] if match["of"] else None
            if of is not None and of.literal and value.owner:
                value, of = of, value
            if of is not None and of.owner and of.kind == value.kind:
                return Found([of.words], word, value.words, match.start(), match.end())
            if of is not None and of.literal:
                # Severity 4 and upwards: the property stands before its value.
                return _of(sentence, situation, word, of, match.start("of") - 1, match.end())
            if of is None:
                return _of(sentence, situation, word, value, match.start(), match.end())
    return None


def _equal(sentence: Marked, situation: Situation) -> Found | None:
    if not conditional(sentence.text, situation.sentence):
        return None
    match = re.search(
        rf"(?i)(?:(?:\b(?P<be>{BE})|(?<=it)(?P<s>'s))(?: (?:already|still|now|currently|exactly|"
        rf"just|only|really|anyway|even|always))* (?:an? (?=⟦))?)?(?P<no>{NEGATION} (?:yet |"
        rf"already |still |really |currently )?"
        rf"(?:(?:(?:of|from|in|for|on|with|at|under|about|to) )?(?:the |an? )?(?:·+ )?)?)?"
        rf"⟦(?P<value>\d+)⟧{_NO_CHANGE}",
        _last_literal(sentence),
    )
    if match is None:
        return None
    value = sentence.mentions[int(match["value"])]
    before = re.sub(
        r"(?i)(?: (?:bar|barring|except|but|besides|other than|apart from))?(?: the| for)?$",
        "",
        sentence.text[: match.start()].rstrip(),
    )
    of_property = MARK.search(before[-6:])
    near = sentence.mentions[int(of_property[1])] if of_property is not None else None
    inner = MARK.search(sentence.text[match.start("no") : match.end("no")]) if match["no"] else None
    said = match["be"] or match["s"] or match["no"] or (near is not None and near.owner)
    if match["be"] and SAYING.match(match["be"]) and (near is None or not near.owner):
        return None  # An email that reads "Paid" is no condition.
    if not said or not value.literal or value.kind not in _EQUALS:
        return None
    word = "not" if match["no"] else ""
    if inner is not None and sentence.mentions[int(inner[1])].owner:
        of = sentence.mentions[int(inner[1])].words
        return Found([of], word, value.words, match.start(), match.end())
    return _of(sentence, situation, word, value, match.start(), match.end())


_NO_CHANGE = (
    r"(?! (?:more|less|fewer|higher|lower|cheaper|dearer|longer|shorter|later|earlier|larger|"
    r"smaller|extra|further|on top)\b(?! than))"
)
"""What follows no value that something has: the fee is $12 more."""
_EQUALS = ("text", "number", "money", "percent", "date", "moment")


def _last_literal(sentence: Marked) -> str:
    """Return the marked text where literals alone keep their marks, at the same places."""

    def blank(found: re.Match[str]) -> str:
        mention = sentence.mentions[int(found[1])]
        return found[0] if mention.literal else "·" * len(found[0])

    return MARK.sub(blank, sentence.text)


def _of(
    sentence: Marked,
    situation: Situation,
    word: str,
    value: Mention,
    start: int,
    end: int,
    sure: bool = True,
) -> Found | None:
    """Return what is compared with a value; `sure` says that it is compared at all."""
    text = sentence.text
    begun = clause_start(text, start)
    subjects = [
        sentence.mentions[int(one)] for one in MARK.findall(text[begun:start])
    ]  # fmt: skip
    after = _BEHIND.match(text, end)
    behind = sentence.mentions[int(after[1] or after[2])] if after is not None else None
    if after is not None and behind is not None and after[2] and not _is_head(behind, value):
        after, behind = None, None
    a_name = behind is not None and not behind.literal and behind.kind == value.kind
    if behind is not None and (behind.owner or a_name) and _comparable(behind.kind, value.kind):
        assert after is not None
        subjects, end, sure = [behind], after.end(), True
    named = [
        one
        for one in subjects
        if (one.owner or one is behind) and _comparable(one.kind, value.kind)
    ]
    direct = _OF_A_NAME.search(text[begun:start].rstrip())
    if direct is not None:
        # The head count has reached the capacity: what is compared is a name of the text.
        one = sentence.mentions[int(direct[1])]
        of_a_thing = one.kind == "any" and " the " in one.words[4:]
        if not one.owner and not one.literal and (one.kind == value.kind or of_a_thing):
            named = [one]
    place = Place(text, begun, start, end)
    if named:
        ways = [named[-1].words]
        end = spoken(place, ways[0])[1]
    elif not sure:
        return None
    else:
        ways = _counted(text, subjects, situation) if value.kind == "number" else []
        if not ways and value.kind == "text":
            near = (text[begun:end], re.findall(r"[a-z]+", text[:start].lower())[-1:])
            owner = next((one.words[4:] for one in reversed(subjects) if one.words), "")
            ways = _properties(situation, owner, value, *near)
            ways = ways or _properties(situation, "", value, *near)
        elif not ways:
            ways = chosen(sentence, situation, value, place)
            if ways:
                start, end = spoken(place, ways[0])
        owner = next((one.words[4:] for one in reversed(subjects) if one.words), "")
        if not ways and owner and _comparable(situation.kinds.get(owner, "none"), value.kind):
            ways = [f"the {owner}"]
    if not ways:
        return None
    if value.kind in ("date", "moment"):
        word = DAYS.get(word, word)
    return Found(ways, word, value.words, start, end)


_BEHIND = re.compile(r"(?i) (?:(?:in|of|for|on|as|by) (?:the |its )?⟦(\d+)⟧|⟦(\d+)⟧)")


def _is_head(behind: Mention, value: Mention) -> bool:
    """Tell whether what stands right behind a number is what is counted: 50 copies."""
    told = re.match(
        r"(?i)(?:the|its|their|this|that|these|those|all|any|every|each)\b", behind.said
    )
    return bool(behind.owner) and value.literal and behind.kind == value.kind and told is None


_OF_A_NAME = re.compile(
    r"(?i)⟦(\d+)⟧(?: (?:is|are|was|were|has|have|had|be|been|already|now|still|yet|not|even|ever|"
    r"go|goes|gone|got|get|gets|rises?|risen|climbs?|climbed|lies?|stands?|stays?|comes?|come|at|"
    r"once|finally|do|does|did|isn't|aren't|hasn't|haven't|doesn't|don't|well|far|no longer))*$"
)


def _counting(value: Mention, situation: Situation) -> Mention:
    """Return 20 minutes as 20, where the thing has no length of time but a number of minutes."""
    fields = situation.fields.get(subject_of(situation), {})
    if value.kind != "duration" or not value.literal:
        return value
    number = re.match(r"\d+", value.words) or re.match(
        r"\d+", next((meant for _, _, meant, _ in amounts(value.words)), "")
    )
    if number is None or "duration" in fields.values() or "number" not in fields.values():
        return value
    return Mention(number[0], "number", literal=True, noun=value.words)


def _counted(text: str, subjects: list[Mention], situation: Situation) -> list[str]:
    """Return values that books bring which the words are about: 10 pages, of the report."""
    said = {lemma(one) for one in re.findall(r"[a-z]+", text.lower())}
    found = []
    for wording in situation.nouns:
        slots = re.findall(r"\{[^{}]*\}", wording)
        words = {lemma(one) for one in re.findall(r"[a-z]+", re.sub(r"\{[^{}]*\}", "", wording))}
        if wording.startswith("the ") and len(slots) == 1 and said & (words - _COMMON_WORDS):
            found += [
                wording.replace(slots[0], one.words) for one in reversed(subjects) if one.words
            ]
    return found


_COMMON_WORDS = {"the", "of", "in", "file", "folder", "is", "count", "number"}


def _comparable(one: str, other: str) -> bool:
    return one == other or "any" in (one, other)


def _properties(
    situation: Situation, owner: str, value: Mention, text: str, before: list[str]
) -> list[str]:
    """Return the properties that may be a text, the likeliest first."""
    subject = owner if situation.fields.get(owner) else subject_of(situation)
    fields = situation.fields.get(subject, {})
    found = [name for name, kind in fields.items() if kind == value.kind]
    found = likely(found, text, value.words, "".join(before))
    return [f"the {subject}'s {name}" for name in found]
