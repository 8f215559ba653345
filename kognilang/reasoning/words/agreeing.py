"""Agreeing: what is done only after somebody has agreed to it, or has said yes; and what is done
where nobody answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.asking import Asked
from kognilang.reasoning.words.asking_ways import AGREED, CONSENT, PERSON_ONLY
from kognilang.reasoning.words.mentions import MARK, Marked, subject_of
from kognilang.reasoning.words.parties import person

_OBJECT = r"(?: (?:to |with |on |for )?(?:it|this|that|them|⟦\d+⟧|us to|doing so|to do so|so))?"
_BY_NOUN = (
    rf"(?:{PERSON_ONLY.replace('?P<p>', '?P<p1>')}'s? {CONSENT}|(?:the |an? )?{CONSENT} (?:of|"
    rf"from|by) "
    rf"{PERSON_ONLY.replace('?P<p>', '?P<p2>')})"
    r"(?: (?:has been|have been|is|are|was) (?:given|obtained|there|in|granted|received)|"
    r" has come(?: in)?|"
    r" arrives| has arrived)?"
)
_APPROVED = (
    rf"{PERSON_ONLY.replace('?P<p>', '?P<p3>')} (?:has |have |had |'s )?(?:already )?(?:{AGREED}|"
    rf"approves?|"
    r"authori[sz]es?|signs? off(?: on)?|signs?|okays|oks|endorses?|sanctions?|clears?|"
    r"gives? (?:the |an? |"
    rf"their |his |her |its |us )*{CONSENT}|(?:has |have )?(?:given|granted) (?:the |an? |their |"
    rf"his |her |"
    rf"its |us )*{CONSENT}|signed){_OBJECT}(?: off)?"
)
_PASSED = (
    rf"(?:it|this|that|⟦\d+⟧) (?:has been|is|was|gets|have been) {AGREED} by "
    rf"{PERSON_ONLY.replace('?P<p>', '?P<p4>')}"
)
_SAID_YES = (
    rf"{PERSON_ONLY.replace('?P<p>', '?P<p5>')} (?:(?:has |have )?(?:agreed|agrees?|said yes|"
    rf"says? (?:yes|so|ok|"
    r"okay)|consents?|consented|nods?|is (?:fine|ok|okay|happy|in favou?r|for it|in agreement|"
    r"on board)|are "
    r"(?:fine|ok|okay|happy|in favou?r)|has no objections?|does(?: not|n't) (?:mind|object)|"
    r"wants? (?:it|us "
    r"to|that)|allows?|permits?|confirms? (?:it|that|this)|thinks so|answers? (?:with )?yes|"
    r"gives? a yes)"
    rf"{_OBJECT})"
)
_OBJECTS = (
    rf"{PERSON_ONLY.replace('?P<p>', '?P<p6>')} (?:objects?|says? no|said no|is against it|"
    rf"vetoe?s(?: it)?|"
    r"refuses?|disagrees?|has (?:an )?objections?|minds?|declines?|is opposed)"
)
_AFTER = (
    r"(?:but )?(?:only )?(?:after|once|when|as soon as|if|provided(?: that)?|"
    r"on (?:the )?condition (?:that|of)|"
    r"as long as|not before|not until|upon|with|subject to|following|given|pending|conditional on|"
    r"contingent (?:up)?on|having|assuming|where|under)"
)
_WITHOUT = (
    r"(?:without|before|until|till|unless|prior to|unless there is|except with|other than with)"
)
_NEVER = (
    r"(?:please )?(?:do not|don't|never|nobody (?:may|should|must|is to|can)|no one (?:may|should|"
    r"must|is to|"
    r"can)|we (?:do not|don't|must not|mustn't|cannot|can't|may not|should not|shouldn't|never)|"
    r"not to|you "
    r"(?:must not|may not|should not|cannot|can't))"
)

_COURSES: tuple[tuple[str, str], ...] = (
    ("approval", rf"^(?P<main>.+?),? {_AFTER} (?:{_BY_NOUN}|{_APPROVED}|{_PASSED})$"),
    ("approval", rf"^{_AFTER} (?:{_BY_NOUN}|{_APPROVED}|{_PASSED}),? (?:then )?(?P<main>.+)$"),
    ("approval", rf"^{_NEVER} (?P<main>.+?),? {_WITHOUT} (?:{_BY_NOUN}|{_APPROVED}|{_PASSED})$"),
    ("approval", rf"^{_WITHOUT} {_BY_NOUN},? {_NEVER} (?P<main>.+)$"),
    ("approval", rf"^(?P<x>no |none of |⟦\d+⟧ ?)(?P<thing>⟦\d+⟧ ?)?(?:is|are|may|must|can|shall|"
                 rf"should|will|gets?)"
                 rf"(?: not|n't)? (?:to )?(?:be )?(?P<main>[a-z]+(?:ed|en|t|d|"
                 rf"n)) {_WITHOUT} (?:{_BY_NOUN}|"
                 rf"{_APPROVED}|{_PASSED})$"),
    ("whether", rf"^(?P<main>.+?),? {_AFTER} {_SAID_YES}$"),
    ("whether", rf"^{_AFTER} {_SAID_YES},? (?:then )?(?P<main>.+)$"),
    ("whether", rf"^(?P<main>.+?),? unless {_OBJECTS}$"),
    ("whether", rf"^unless {_OBJECTS},? (?P<main>.+)$"),
    ("whether", rf"^{_NEVER} (?P<main>.+?),? {_WITHOUT} {_SAID_YES}$"),
)  # fmt: skip

_YES = (
    r"(?:if so|if yes|on (?:a |their |his |her )?(?:yes|positive answer)|(?:only )?if (?:they|he|"
    r"she|⟦\d+⟧|the "
    r"answer|it|that|this)(?:'s)? ?(?:(?:do|does|agrees?|approves?|is|are|says?|answers?|"
    r"consents?|wants?)"
    r"(?: (?:yes|positive|ok|okay|fine|so|it|for it|in favou?r|that|affirmative|with it))?)|"
    r"in that case|with "
    r"a yes|when (?:the answer is yes|they agree|they say yes)|should (?:the answer|they|he|"
    r"she) (?:be|say|"
    r"agree)(?: yes)?|only then|given a yes|after a yes|upon a yes|once they agree)"
)
_NO = (
    r"(?:if not|on a no|otherwise|or else|if (?:they|he|she|⟦\d+⟧|the answer|"
    r"it)(?:'s)? (?:says? no|refuses?|"
    r"disagrees?|do not|don't|does not|doesn't|declines?|is no|objects?|is negative)(?: agree)?|"
    r"should (?:they|"
    r"he|she|the answer) (?:refuse|say no|decline|disagree|be no))"
)
_THEN = re.compile(
    rf"(?i)^(?P<ask>.*⟦\d+⟧)[,;:.]? ?(?:and |but |then )*(?:(?P<yes>{_YES})|"
    rf"(?P<no>{_NO})),? (?:then )?"
    r"(?P<do>.+)$"
)
_DO_IT = re.compile(
    r"(?i)^(?:please )?(?:go (?:through|ahead|on)(?: with (?:it|that|this|⟦\d+⟧))?|do (?:it|so|"
    r"that|this|"
    r"⟦\d+⟧)|proceed(?: with (?:it|that|⟦\d+⟧))?|carry (?:it |⟦\d+⟧ )?(?:on|out)|act on it|"
    r"act accordingly|make it so|let it happen|go "
    r"for it|get it done|have it done|it is done|it happens|do just that)\W*$"
)
_NOBODY = re.compile(
    r"(?i)^(?P<ask>.+?)[,;.]? (?:and |but )?(?:otherwise|or else|failing (?:that|which)|(?:if|"
    r"should|when) (?:"
    r"there (?:is|be)|there's|we (?:get|hear|have)) (?:no|nothing|none)(?: answer| reply|"
    r" response| word| back)*|"
    r"(?:if|when|should) (?:nobody|no one|none|no answer|no reply) (?:answers?|repl(?:y|ies)|"
    r"responds?|reacts?|"
    r"comes?|arrives?)|if (?:they|he|she|⟦\d+⟧) (?:(?:do|does)(?: not|n't) (?:answer|reply|"
    r"respond|react)|fails? "
    r"to (?:answer|reply|respond)|stays? silent|remains? silent))(?: by then| in time| until then|"
    r" within that "
    r"time)?,? (?:then )?(?P<do>.+)$"
)

Steps = Callable[[str], list[tuple[str, float]]]
"""Returns the readings of a part as steps, with their scores, the likeliest first."""
Asking = Callable[[str], list[Asked]]


def courses(
    text: str, sentence: Marked, situation: Situation, steps: Steps, asking: Asking
) -> Iterator[Asked]:
    """Yield the readings of a marked text as an asking step and what is done after it, the
    likeliest first."""
    text = text.strip(" .!")
    then = _THEN.match(text)
    if then is not None and _ends_asking(then["ask"], sentence):
        yield from _then(then, steps, asking)
    nobody = _NOBODY.match(text)
    if nobody is not None:
        for first in asking(nobody["ask"])[:1]:
            if first.whole and " within " in first.meaning and "\n" not in first.meaning:
                for step, _ in steps(nobody["do"])[:2]:
                    if "\n" not in step:
                        meaning = f"{first.meaning}\nIf nobody answers, {_small(step)}"
                        yield Asked(meaning, first.score, True)
    for kind, pattern in _COURSES:
        found = re.match(rf"(?i){pattern}", text)
        if found is not None:
            yield from _agreed(kind, found, sentence, situation, steps)


def _ends_asking(text: str, sentence: Marked) -> bool:
    mark = re.search(r"⟦(\d+)⟧$", text.strip())
    return mark is not None and sentence.mentions[int(mark[1])].kind == "question"


def _then(then: re.Match[str], steps: Steps, asking: Asking) -> Iterator[Asked]:
    for first in asking(then["ask"])[:1]:
        whether = re.search(r" whether to (.+)\.$", first.meaning)
        if _DO_IT.match(then["do"]):
            done = [whether[1]] if whether is not None else []
        else:
            done = [one.rstrip(".") for one, _ in steps(then["do"])[:2] if "\n" not in one]
        lead = "If so" if then["yes"] else "If not"
        for one in done:
            yield Asked(f"{first.meaning}\n{lead}, {_small(one)}.", first.score + 0.2, True)


def _agreed(
    kind: str, found: re.Match[str], sentence: Marked, situation: Situation, steps: Steps
) -> Iterator[Asked]:
    groups = found.groupdict()
    said = next((groups[f"p{one}"] for one in range(1, 7) if groups.get(f"p{one}")), "")
    who = next(person(said, sentence, situation), "") if said else ""
    if not who:
        return
    main = groups["main"]
    if groups.get("thing") or (groups.get("x") or "").startswith("⟦"):
        main = f"{main} {groups.get('thing') or groups['x']}".strip()
    subject = subject_of(situation)
    named = [sentence.mentions[int(one)] for one in MARK.findall(main)]
    things = [one.words for one in named
              if one.words and not one.literal
              and one.kind not in ("person", "question", "new")]  # fmt: skip
    about = things[0].partition("'s ")[0] if things else f"the {subject}" if subject else ""
    for number, (step, score) in enumerate(steps(main)[:2]):
        if "\n" in step or step.startswith(("Ask ", "Get approval", "If ")) or score < 1.0:
            continue
        asks = [f"Ask {who} whether to {_small(step)}\nIf so, {_small(step)}"]
        gets = [f"Get approval from {who} for {about}.\n{step}"] if about else []
        for less, meaning in enumerate([*gets, *asks] if kind == "approval" else [*asks, *gets]):
            yield Asked(meaning, 4.8 - 0.4 * number - 0.5 * less, not less and not number)


def _small(step: str) -> str:
    return step[:1].lower() + step[1:]
