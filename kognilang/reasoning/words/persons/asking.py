"""Asking: what a sentence has a person tell, decide, check or agree to, and what it has them told.

Read from a marked sentence by ways of saying it, each as a whole, and not by its verb alone: `the
voucher code has to come from the user` asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from kognilang.dataclass import dataclass
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import MARK, Marked, subject_of
from kognilang.reasoning.words.naming.nouns import with_nouns
from kognilang.reasoning.words.persons import asking_words
from kognilang.reasoning.words.persons.approving_ways import APPROVING
from kognilang.reasoning.words.persons.asking_ways import ASKING
from kognilang.reasoning.words.persons.choosing_ways import CHOOSING
from kognilang.reasoning.words.persons.limits import without_limits
from kognilang.reasoning.words.persons.needing import Needed, may_hold, needed
from kognilang.reasoning.words.persons.parties import (
    agreed_to,
    asked_for,
    is_sure,
    is_value,
    person,
    texts,
)
from kognilang.reasoning.words.persons.showing_ways import SHOWING
from kognilang.reasoning.words.persons.telling_ways import TELLING

_WHOLE = 4.6
"""What a way of asking scores that is the whole of a sentence."""
_WORD, _VALUE = 0.35, 1.2
"""What a word and a value cost that are left over."""
_UNSURE = 1.4
"""What it costs that somebody of whom something is got may as well be a thing."""
_LEAST = 2.0
_SECOND = 0.4
"""What another way to take who is asked, or what for, scores less."""
_FILLERS = frozenset(
    ("please", "kindly", "then", "now", "first", "also", "and", "but", "so", "just", "simply",
     "always", "must", "should", "has", "have", "to", "for", "this", "here", "it", "is", "the",
     "a", "an", "we", "us", "i", "you", "need", "needs", "want", "wants", "would", "like",
     "that", "before", "anything", "else", "happens", "happen", "moving", "going", "on",
     "further", "again", "today", "beforehand", "only", "still", "in", "case", "of", "course",
     "right", "away", "at", "once", "immediately", "directly", "do", "not", "be", "make", "sure",
     "see", "as", "well", "too", "case", "each", "every", "time", "necessary", "do", "well",
     "ahead", "of", "by", "next", "finally", "here", "there", "all", "which", "who", "therefore",
     "hence", "simply", "quickly", "briefly", "thing", "things", "go", "goes", "ahead",
     "somehow", "personally", "explicitly", "actually", "really", "my", "our", "your", "their",
     "his", "her", "its", "let", "up", "one", "more")
)  # fmt: skip


_AGREEING = frozenset(
    ("approved", "approval", "approve", "ok", "okay", "okayed", "signed", "sign", "off",
     "consent", "authorised", "authorized", "get")
)  # fmt: skip
_THEIRS = re.compile(
    r"(?i)(⟦\d+⟧)((?:(?!⟦).)*?[,;:.] (?:(?!⟦).)*?)\b(?:their|his|her) (?=(?:ok|okay|approval|"
    r"consent|"
    r"blessing|sign-?off|signature|go-?ahead|green light|permission|agreement|authori[sz]ation)\b)"
)
"""Whose consent it is, where somebody is named before: approved by the CFO: get their OK."""
_HOLD = re.compile(
    r"(?i)^(?:(?:please )?(?:do not|don't|never|nobody|no one|we (?:cannot|can't|must not|do not|"
    r"don't|may "
    r"not|should not)) (?:go(?:es)? on|proceeds?|continues?|starts?|begins?|moves? on|carry on|"
    r"carries on|do "
    r"anything|go ahead|go any further|goes any further|take any further steps?)(?: with (?:it|"
    r"this|that))?,? "
    r"(?:before|until|unless|till)|(?:please )?(?:wait|hold (?:on|off|everything|it|back)|pause|"
    r"stop|sit "
    r"tight)(?: here| there)?,? (?:until|till|before)|(?:nothing (?:happens|is done|may happen|"
    r"goes on|moves))"
    r",? (?:before|until|unless|till)) "
)
"""What is waited for is asked for: do not go on before the vet has told us the dosage."""
_BESIDES = re.compile(
    r"(?i) (?:by hand|manually|in person|personally|in writing|by phone|over the phone|"
    r"on the phone|at this "
    r"point|at once|immediately|in advance|beforehand|right away|straight away|for this|"
    r"in this case|as soon "
    r"as possible|at the earliest|if possible|please|kindly|as always|today|over there|once more|"
    r"once again)"
    r"(?![\w-])"
)
"""What changes nothing of who is asked for what."""
_GOES_ON = re.compile(r"(?i) (?:is|are|was|were|has|have|had|will|does|did|gets|back|there)\b")
"""What shows that the last thing said is what a further clause is about."""
_IT_IS = re.compile(
    r"(?i)^(?:it is|it's|it has to be|it must be|it should be|that is|let it be) (⟦\d+⟧),? "
    r"(?:who|that) "
)
"""Who it is that does something."""
_MAIL = re.compile(r"(?i)\b(?:e-?mail\w*|mail(?:s|ed|ing)?)\b")
_NOT_MAIL = re.compile(
    r"(?i)[,;:]? ?(?:\b(?:and|but|though|only|just|as|yet|please)\b,? ?)*\b(?:not|no|never|without|"
    r"instead of|rather than)(?: (?:by|via|per|through|with|an?|any|as|in|using|sending))* "
    r"(?:e-?mails?|mails?|mailing|emailing|letters?)\b(?:,? (?:just|only|but|simply|merely|but "
    r"just)"
    r"(?: (?:as|by|with|in))?(?: (?:an?|plain|short|simple|mere|word|of))* "
    r"(?:notice|note|message|word|mouth|notification|person|hint|call|phone))*"
)
"""What says that somebody is told otherwise than by mail."""
_ADDRESS = re.compile(r"(?i)'s (?:[a-z]+ )*e-?mail(?: address)?$")
_BY_WORD = ("tell", "text")
"""What is said to people otherwise than by mail."""


@dataclass(slots=True)
class Asked:
    """A reading of a part of a sentence as one asking step. `whole` says that nothing of the part
    is left over; `evident` that who is asked is somebody by their words."""

    meaning: str
    score: float
    whole: bool
    evident: bool = True


Wording = Callable[[str], list[str]]
"""Returns how a question that is no text is put, the likeliest way first."""


@cache
def _ways() -> list[tuple[str, str, Needed]]:
    found = []
    for kind, way in (*ASKING, *CHOOSING, *APPROVING, *TELLING, *SHOWING):
        way = re.sub(r"\b(?:SHARE|LIST|REVIEWED|REVIEWS|REVIEW)\b|END(?=$|\))", _part, way)
        found.append((kind, way, needed(way)))
    return found


@cache
def _compiled(way: str) -> re.Pattern[str]:
    way = re.sub(r"\?P<(\w+)>", _Numbered(), way)
    return re.compile(rf"(?i)(?<![\w'-])(?:{way})(?![\w-])")


def _part(name: re.Match[str]) -> str:
    """Return what a name in capitals stands for in a way of saying."""
    return str(getattr(asking_words, name[0]))


class _Numbered:
    """Numbers the groups of a pattern, so that two ways of saying may have a group of one name."""

    def __init__(self) -> None:
        self._next = 0

    def __call__(self, found: re.Match[str]) -> str:
        self._next += 1
        return f"?P<{found[1]}_{self._next}>"


def _said(match: re.Match[str]) -> dict[str, str]:
    """Return what stands in each place of a way of saying."""
    return {name.partition("_")[0]: text for name, text in match.groupdict().items() if text}


def without_mail(text: str) -> str:
    """Return a text without what says that somebody is told otherwise than by mail."""
    return _NOT_MAIL.sub("", text)


def waits(text: str) -> bool:
    """Tell whether a text says only that nothing happens before somebody has spoken."""
    return _HOLD.match(text) is not None


def asked(part: str, sentence: Marked, situation: Situation, wording: Wording) -> list[Asked]:
    """Return the readings of a part of a marked sentence as one asking step, the likeliest
    first."""
    complete = sentence.text
    part = without_mail(part)
    bare, limits = without_limits(part, sentence)
    bare, sentence = with_nouns(bare, sentence)
    bare = " ".join(_HOLD.sub("", _BESIDES.sub("", bare)).split())
    bare = _IT_IS.sub(r"\1 ", bare)
    bare = _THEIRS.sub(lambda one: f"{one[1]}{one[2]}{one[1]}'s ", bare)
    outside = without_mail(re.sub(r'"[^"]*"', "", situation.sentence))
    mailed = _MAIL.search(outside) is not None
    alone = len(part.strip(" .!")) >= len(complete.strip(" .!")) - 1
    found: dict[str, Asked] = {}
    low = bare.lower()
    for kind, way, words in _ways():
        if (mailed and kind in _BY_WORD) or (kind == "approval?" and alone):
            continue
        if not may_hold(words, low):
            continue
        match = _compiled(way).search(bare)
        if match is None:
            continue
        if _GOES_ON.match(bare, match.end()):
            continue
        rest = f"{bare[: match.start()]} {bare[match.end() :]}"
        fillers = _FILLERS | (_AGREEING if kind.startswith("approval") else frozenset())
        left = [one for one in re.findall(r"[a-z]+", MARK.sub(" ", rest.lower()))
                if one not in fillers]  # fmt: skip
        marks = set(MARK.findall(rest)) - set(MARK.findall(match[0]))
        score = _WHOLE - _WORD * len(left) - _VALUE * len(marks)
        if score < _LEAST:
            continue
        said = _said(match)
        if "#" in kind and "x" in said and not is_value(said["x"], sentence):
            continue
        sure = "p" not in said or is_sure(said["p"], sentence, situation)
        score -= _UNSURE * ("~" in kind and not sure)
        for number, meaning in enumerate(_meanings(kind, match, sentence, situation, wording)):
            with_limits = "\n".join(f"{one[:-1]}{limits}." for one in meaning.split("\n"))
            less = score - _SECOND * number
            known = found.get(with_limits)
            if known is None or known.score < less:
                evident = sure or "~" not in kind
                whole = evident and not left and not marks and not number
                found[with_limits] = Asked(with_limits, less, whole, evident)
    return sorted(found.values(), key=lambda one: -one.score)


def _meanings(
    kind: str, match: re.Match[str], sentence: Marked, situation: Situation, wording: Wording
) -> Iterator[str]:
    """Yield steps for a way of asking, the likeliest first."""
    said = _said(match)
    who = list(person(said["p"], sentence, situation)) if "p" in said else ["the user"]
    form = kind.rstrip("!?#~=")
    for one in who[:2]:
        if form == "whether":
            yield from _whether(one, said, sentence, wording)
        elif form == "text":
            yield from _text(one, said, sentence, only_question=kind.endswith("?"))
        elif form == "choose":
            yield from _choose(one, said, sentence, situation)
        elif form == "review":
            yield from _review(one, said, sentence, situation)
        elif form == "approval":
            for about in _agreed(said, kind, sentence, situation)[:2]:
                yield f"Get approval from {one} for {about}."
        elif form == "confirm":
            for value in asked_for(said["x"], sentence, situation)[:1]:
                yield f"Ask {one} to confirm {value}."
        elif form == "say":
            yield from (f"Say {text}." for text in texts(said["t"], sentence, literal=True))
        elif form == "tell":
            by_mail = one.removeprefix("the ").lower() in situation.addresses
            if _ADDRESS.search(one):
                # Let them know at the return's email.
                for text in texts(said.get("t") or "", sentence):
                    yield f"Send an email to {one} saying {text}."
                return
            told = said.get("t") or said.get("x") or said.get("x3") or ""
            for text in texts(told, sentence, literal=kind.endswith("=")):
                if by_mail:
                    yield f"Send an email to {one} saying {text}."
                yield f"Tell {one} {text}."
        else:
            yield from _for(one, said, sentence, situation)


def _whether(who: str, said: dict[str, str], sentence: Marked, wording: Wording) -> Iterator[str]:
    mark = MARK.fullmatch(said["q"])
    question = sentence.mentions[int(mark[1])] if mark is not None else None
    if question is None or question.kind != "question":
        return
    for words in wording(question.said)[:2]:
        yield f"Ask {who} whether {words}."


def _text(who: str, said: dict[str, str], sentence: Marked, only_question: bool) -> Iterator[str]:
    called = _called(said, sentence)
    for text in texts(said["t"], sentence, literal=True):
        if not only_question or text.rstrip('"').endswith("?"):
            yield f"Ask {who} {text}{called}."


def _called(said: dict[str, str], sentence: Marked) -> str:
    if "n" not in said:
        return ""
    return f" as {_name(said['n'], sentence)}"


def _name(text: str, sentence: Marked) -> str:
    mark = MARK.fullmatch(text)
    if mark is not None:
        one = sentence.mentions[int(mark[1])]
        return one.words if one.kind == "new" or not one.pronoun else one.said.lower()
    return re.sub(r"(?i)^(?:an?|our|my|their|his|her|its|this|that) ", "the ", text)


def _choose(
    who: str, said: dict[str, str], sentence: Marked, situation: Situation
) -> Iterator[str]:
    among = [sentence.mentions[int(one)] for one in MARK.findall(said["l"])]
    if len(among) == 1 and among[0].kind == "list" and not among[0].literal:
        listed = among[0].words
    elif len(among) > 1 and all(one.literal for one in among):
        words = [one.words for one in among]
        listed = ", ".join(words[:-1]) + f" and {words[-1]}"
    else:
        return
    if "x" in said:
        for value in asked_for(said["x"], sentence, situation)[:1]:
            if "'s " in value:
                # A property is what the answer is put in.
                yield f"Ask {who} to choose from {listed}.\nSet {value} to the answer."
            yield f"Ask {who} to choose {value} from {listed}."
    yield f"Ask {who} to choose from {listed}."


def _review(
    who: str, said: dict[str, str], sentence: Marked, situation: Situation
) -> Iterator[str]:
    share = MARK.search(said.get("s", ""))
    many = sentence.mentions[int(share[1])] if share is not None else None
    if many is not None and (not many.literal or many.kind not in ("number", "percent")):
        return
    mark = MARK.fullmatch(said["x"])
    thing = sentence.mentions[int(mark[1])] if mark is not None else None
    noun = thing.said if thing is not None else said["x"]
    bare = re.sub(r"(?i)^(?:the|our|all|these|those|all the) ", "", noun).lower()
    tables = [name for name, kind in situation.kinds.items() if kind in ("list", "table")]
    named = next((name for name in tables if bare in (name, name.split()[-1])), "")
    if many is None:
        if (
            thing is None
            or thing.literal
            or thing.owner
            or re.search(r"(?i)one in", said.get("s", ""))
        ):
            return
        if named:
            yield f"Ask {who} to review the {named}."
        elif thing.words == f"the {subject_of(situation)}":
            yield f"Ask {who} to review {thing.words}."
        return
    words = many.words
    if re.search(r"(?i)\bone in\b", said.get("s", "")):
        words = f"{100 // int(words)}%" if words.isdigit() and not 100 % int(words) else ""
    if words and (named or bare):
        yield f"Ask {who} to review {words} of the {named or bare}."


def _agreed(said: dict[str, str], kind: str, sentence: Marked, situation: Situation) -> list[str]:
    if "x" not in said:
        subject = subject_of(situation)
        return [f"the {subject}"] if subject and kind[-1] in "!?" else []
    return agreed_to(said["x"], sentence, situation)


def _for(who: str, said: dict[str, str], sentence: Marked, situation: Situation) -> Iterator[str]:
    value = said.get("n") or next((said[one] for one in ("x", "x3", "x4") if one in said), "")
    found = asked_for(value, sentence, situation)
    if "x2" in said and found:
        for other in asked_for(said["x2"], sentence, situation)[:1]:
            yield f"Ask {who} for {found[0]}.\nAsk {who} for {other}."
        return
    for one in found[:2]:
        yield f"Ask {who} for {one}."
