"""Attributes: what a sentence says of a thing at hand, in a word that the text defines or a text
that it shows for a property: fragile documents, goods that come by air, the pears."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kognilang.dataclass import dataclass
from kognilang.language.words import lemma, plural, singular
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.holding import held_by
from kognilang.reasoning.words.naming.mentions import Marked, Mention, subject_of
from kognilang.reasoning.words.naming.relating import usually_held
from kognilang.reasoning.words.phrases.synonyms import is_verb
from kognilang.reasoning.words.rows.told_by_value import MOVES

_ALL = (
    r"(?:whatever|everything|anything|everyone|everybody|anyone|anybody|those|whoever|all|any|"
    r"ones|people|who|which|that|what)"
)
_DET = r"(?P<det>(?:(?:the|any|all|every|each|an?|only|these|those|our|such|this|both) )*)"
_NO = r"(?P<no>not (?:yet )?|un|non-?|never |hardly )?"
_PREP = (
    r"(?:by|from|in|on|at|of|for|to|into|with|via|marked|listed as|classed as|down as|as|under|"
    r"through|out of|against|about|called|named|labelled|tagged|rated|graded|worth|aboard)"
)
_DOES = (
    r"(?:(?:who|which|that|we|they|you|it|is|are|was|were|be|been|being|has|have|had|do|does|"
    r"comes?|coming|came|goes|go|going|gets?|travels?|travelling|moves?|moving|sent|shipped|"
    r"delivered|brought|made|paid|booked|kept|held|stored|lives?|living|works?|working|belongs?|"
    r"belonging|stands?|standing|runs?|running|arrives?|arriving|marked|counts?|still|already|now|"
    r"currently|also|always|just|only|made|grown|written|heading|bound|ordered|bought|needs?|"
    r"needing|takes?|taking|uses?|using|rides?|riding|sits?|sitting|falls?|falling|signed up) )"
)
_HEADS = frozenset(
    ("one", "ones", "case", "cases", "thing", "things", "stuff", "work", "item", "items", "goods",
     "piece", "pieces", "people", "person", "anything", "everything", "customers", "clients",
     "jobs", "job", "entries", "entry", "record", "records", "matter", "matters", "business")
)  # fmt: skip
"""Words that stand for a thing that a sentence does not call by its own noun."""
_NO_HEAD = frozenset(
    ("is", "was", "has", "gets", "goes", "does", "takes", "as", "needs", "pays", "times", "this",
     "days", "weeks", "months", "years", "hours", "minutes", "costs", "us", "its", "yes", "less",
     "always", "unless", "dollars", "means", "plus", "versus", "perhaps", "sales", "counts")
)  # fmt: skip
_TOO_SHORT = frozenset(
    ("in", "out", "on", "off", "yes", "no", "to", "by", "a", "an", "the", "all", "it", "is", "or",
     "and", "none", "up", "down", "back", "other", "today", "tomorrow")
)  # fmt: skip
"""Texts that say nothing where they stand without quotes."""


@dataclass(slots=True)
class Fact:
    """What may be said of a thing: `word`, and the condition that it is, and that it is not.
    `noun` says that the word may stand for the thing itself: the pears."""

    thing: str
    word: str
    so: str
    not_so: str
    noun: bool = False


def attributed(sentence: Marked, situation: Situation, each: bool = False) -> tuple[Marked, str]:
    """Return a sentence without what it says of a thing, and the condition that this is; the
    sentence itself and nothing where it says no such thing."""
    facts = [
        fact
        for fact in _facts(situation, each)
        if re.search(rf"(?i)\b{_stem(fact.word)}", sentence.text) is not None
    ]
    for way in (_before, _instead, _behind):
        for fact in facts:
            found = way(fact, sentence, situation)
            if found is None:
                continue
            said = sentence.text[found.start : found.end]
            about = Mention(f"the {fact.thing}", "record", pronoun=True, said=said)
            mark = "" if found.kept else f"⟦{len(sentence.mentions)}⟧"
            text = f"{sentence.text[: found.start]}{mark}{sentence.text[found.end :]}"
            text = _lead_gone(text, mark) if mark else text.strip()
            if not re.search(r"[a-z]{2}", text):
                continue
            so = fact.not_so if found.negated else fact.so
            if found.words:
                so = f"{so[: so.index(' is ') + 4]}{' or '.join(found.words)}"
            return Marked(text, [*sentence.mentions, about]), so
    return sentence, ""


def _lead_gone(text: str, mark: str) -> str:
    """Return a text without a sort that stands before what is done: popular dishes: the cook
    hears it."""
    lead = re.match(
        rf"(?i)(?:(?:and|but|so|now|only|then|for|with|in|on|to|at|about|as for|in the case of|"
        rf"in case of|regarding|concerning|when it comes to) )*{mark} ?(?:,|:|;| [-–—]) ?(?=\S)",
        text,
    )
    return text[lead.end() :] if lead is not None else text


@lru_cache(maxsize=1024)
def _stem(word: str) -> str:
    """Return how a word begins in all its forms, as a pattern."""
    return re.escape(word[:-1] if len(word) > 3 and word.endswith(("y", "e")) else word)


def _facts(situation: Situation, each: bool) -> Iterator[Fact]:
    """Yield what may be said of the things at hand, the subject's first."""
    subject = subject_of(situation)
    things = [subject] if subject else []
    if not each:
        things += [one for one, has in situation.fields.items() if has and one != subject]
    for thing in things:
        fields = situation.fields.get(thing, {})
        for word in sorted(situation.adjectives.get(thing, ()), key=len, reverse=True):
            if fields.get(word) == "yes/no":
                of = f"the {thing}'s {word} is"
                yield Fact(thing, word, f"{of} yes", f"{of} no", noun=True)
            else:
                of = f"the {thing} is"
                yield Fact(thing, word, f"{of} {word}", f"{of} not {word}")
    for thing in things:
        fields = situation.fields.get(thing, {})
        for name, kind in fields.items():
            if kind not in ("text", "any"):
                continue
            shown = held_by(situation, thing).get(name.lower(), ())
            for value in shown or usually_held(name):
                if value.lower() in _TOO_SHORT or len(value) < 2:
                    continue
                of = f"the {thing}'s {name} is"
                noun = name.split()[-1] not in ("status", "state", "stage", "name", "title", "id")
                yield Fact(thing, value, f'{of} "{value}"', f'{of} not "{value}"', noun)


@dataclass(slots=True)
class _Place:
    """Where a text says something of a thing, and whether it denies it; `words` are more texts
    that it gives as well."""

    start: int
    end: int
    negated: bool = False
    words: tuple[str, ...] = ()
    kept: bool = False
    """It goes with something that stays."""


def _word(fact: Fact) -> str:
    """Return a pattern for a word: as it is written where that is with a capital, else in any
    case."""
    said = re.escape(fact.word)
    return said if fact.word[:1].isupper() else f"(?i:{said})"


def _own_nouns(fact: Fact, sentence: Marked, situation: Situation) -> str:
    """Return a pattern for what a sentence has for a thing: its mark, its noun, its nouns."""
    tables = [f"the {name}" for name, noun in situation.tables.items() if noun == fact.thing]
    called = (f"the {fact.thing}", f"the {plural(fact.thing)}", *tables)
    marks = sentence.marks_of(*called)
    nouns = "|".join(re.escape(one[4:]) for one in called)
    return rf"(?:{f'⟦(?:{marks})⟧|' if marks else ''}\b(?i:{nouns})\b)"


def _before(fact: Fact, sentence: Marked, situation: Situation) -> _Place | None:
    """Find a word before its thing: urgent jobs, the rejected trips, Bellweather's orders."""
    own = _own_nouns(fact, sentence, situation)
    # The car premiums: what such a thing has.
    has = [str(at) for at, one in enumerate(sentence.mentions) if one.owner == fact.thing]
    has_it = rf"⟦(?:{'|'.join(has) or 'x'})⟧"
    pattern = (
        rf"(?<![\w'-])(?i:{_DET}{_NO}){_word(fact)}(?:'s?)? "
        rf"(?P<head>{own}|{has_it}|(?i:[a-z]+)\b)"
    )
    for match in re.finditer(pattern, sentence.text):
        before = sentence.text[: match.start()]
        if re.search(r"(?i)\b(?:is|are|was|were|be|as|no|more|less|not|status|stage|on|than) $",
                     before):  # fmt: skip
            continue
        head = match["head"]
        ours = re.fullmatch(own, head) is not None
        if re.fullmatch(has_it, head):
            return _Place(match.start(), match.start("head"), bool(match["no"]), kept=True)
        if (
            ours
            and head.startswith("⟦")
            and _ARTICLE.match(sentence.mentions[int(head[1:-1])].said)
        ):
            continue  # Having confirmed the order: what is done.
        if not ours and not _stands_for(head.lower(), fact, situation, match["det"], before):
            continue
        return _Place(match.start(), match.end(), bool(match["no"]))
    return None


_ARTICLE = re.compile(r"(?i)(?:the|this|that|its|their|our|an?|every|each|all|it|them)\b")


def _stands_for(head: str, fact: Fact, situation: Situation, determiner: str, before: str) -> bool:
    """Tell whether a noun may stand for a thing that has another name in the text."""
    if fact.thing != subject_of(situation):
        return False
    if head in _HEADS:
        return True
    if not head.endswith("s") or head in _NO_HEAD or len(head) < 4:
        # A certified translation: one noun for one thing.
        single = re.match(r"(?i)(?:every|each|any|an?|the|this) ", determiner)
        if single is None or is_verb(head) or head in _NO_HEAD or before.strip():
            return False
    elif not determiner and before and not _LEADS.search(before):
        return False
    known = {lemma(name.split()[-1]) for name in situation.names}
    for fields in situation.fields.values():
        known |= {lemma(name.split()[-1]) for name in fields}
    return lemma(head) not in known


_LEADS = re.compile(
    r"(?i)(?:^(?:please |now |then |only )*[a-z]+ |(?:^|[,:;] |\b)(?:for|with|of|to|from|on|in|at|"
    r"by|among|all|any|and|about|if|when|only|no) )$"
)


def _instead(fact: Fact, sentence: Marked, situation: Situation) -> _Place | None:
    """Find a word that stands for its thing: the pears and the quinces, cracks and verges."""
    if not fact.noun or " " in fact.word or not fact.word[:1].islower():
        return None
    many = re.escape(plural(fact.word))
    others = [
        one for held in situation.values.values() for texts in held.values() for one in texts
        if one != fact.word and fact.word in texts
    ]  # fmt: skip
    alike = {plural(one): one for one in others if " " not in one}
    joint = r"(?:,? and|,? or|,| as well as)"
    word = rf"(?P<more>(?:[a-z]+s{joint} (?:the )?)*){many}(?P<most>(?:{joint} (?:the )?[a-z]+s)*)"
    lead = r"(?:^|(?<=[a-z⟧,:] ))"
    for match in re.finditer(rf"(?i){lead}{_DET}{word}(?![\w'-])", sentence.text):
        before, after = sentence.text[: match.start()], sentence.text[match.end() :]
        if not before and not re.match(r" [a-z⟦]|[,:;]", after):
            continue
        if before and not match["det"] and not _LEADS.search(before):
            continue
        every = f"{match['more']}{plural(fact.word)}{match['most']}"
        said = re.findall(r"(?i)\b(?!as\b)[a-z]+s\b", every)
        alike[plural(fact.word)] = fact.word
        words = [alike.get(one.lower(), singular(one.lower())) for one in said]
        return _Place(
            match.start(), match.end(), False, tuple(f'"{one}"' for one in words[:9] if words[1:])
        )
    return None


def _behind(fact: Fact, sentence: Marked, situation: Situation) -> _Place | None:
    """Find a word behind its thing: goods that come by air, those on the premium contract, what
    we have admitted already, anything quarantined."""
    own = _own_nouns(fact, sentence, situation)
    head = rf"(?P<head>{own}|(?i:\b{_ALL}|\b[a-z]+s)\b)"
    no = (
        r"(?P<no>(?:isn't|aren't|is not|are not|hasn't|has not|haven't|have not|do not|don't|"
        r"does not|doesn't|never|not) (?:yet |been |be |count as |come |go )?)?"
    )
    by = rf"(?:(?:{_PREP}) )(?:the |an? |our )?"
    behind = r"(?: (?:already|yet|before|by now|so far|now)\b)?"
    text = sentence.text
    for match in re.finditer(
        rf"{head}(?i:,? )(?i:(?P<does>{_DOES}*)){no}(?i:{_DOES}*)(?P<by>(?i:{by})?)"
        rf"(?:⟦\d+⟧ )?{_word(fact)}(?![\w'-]){behind}(?P<end>(?: [a-z]+)?)",
        text,
    ):
        if not _of_a_sort(match, own, fact, sentence, situation):
            continue
        end = match.start("end")
        tail = match["end"].strip().lower()
        kept = fact.so.partition("'s ")[2].partition(" is ")[0].split()[-1:]
        if tail and kept and lemma(tail) == lemma(kept[0]):
            end = match.end("end")
        start = match.start()
        det = re.search(r"(?i)\b(?:the|any|all|every|each|an?) $", text[:start])
        return _Place(det.start() if det else start, end, bool(match["no"]))
    return None


def _of_a_sort(
    match: re.Match[str], own: str, fact: Fact, sentence: Marked, situation: Situation
) -> bool:
    """Tell whether words behind a thing say of what sort it is, and not what happens to it."""
    head, said = match["head"], match[0]
    led = match["by"].strip().lower()
    relative = re.search(r"(?i)\b(?:that|which|who|what|whatever|whoever|[a-z]+ing)\b", said)
    ours = re.fullmatch(own, head) is not None
    plain = head.lower()
    before = sentence.text[: match.start()]
    if not (ours or plain in _ALL_WORDS or _stands_for(plain, fact, situation, "the ", before)):
        return False
    if match.start() and not re.search(r"[a-z⟧,:;] $", sentence.text[: match.start()]):
        return False
    if relative is None and MOVES.search(before):
        return False  # Move all boats to Ost.
    helping = re.match(r"(?i)(?:is|are|was|were|has|have|do|does|go|goes|gets?)\b", match["does"])
    if helping is not None and relative is None:
        # They are released: what is done, and no sort; but how many of them are by train?
        return _ASKED.search(before) is not None
    ended = re.search(r"(?i)(?:ed|en|t)$", fact.word) is not None
    if re.search(r"(?i)\b(?:we|they|you) (?:have |had )?", match["does"]):
        return ended
    if relative is None and not led:
        # Anything quarantined.
        return plain in _ALL_WORDS and not fact.noun
    return bool(led) or not fact.noun or fact.so.endswith(("yes", fact.word))


_ASKED = re.compile(r"(?i)\b(?:how many|which|number|count)(?: of)?(?: the| our)? $")
_ALL_WORDS = frozenset(re.findall(r"[a-z]+", _ALL)) - {"who", "which", "that"}
