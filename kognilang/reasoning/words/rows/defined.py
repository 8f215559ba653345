"""Defined: what is said of a thing in words that the text defines: overdue, paid, outstanding."""

from __future__ import annotations

import re

from kognilang.language.words import lemma, plural
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import Marked, Mention, subject_of
from kognilang.reasoning.words.naming.relating import says_how

_SETS = re.compile(
    r'^Set the (?P<owner>[a-z -]+?)\'s (?P<name>[a-z -]+) to "(?P<value>[a-z -]+)"\.$'
)
_SEEMS = (
    r"(?:(?:turns?|turned) out(?: to be)?|proves?(?: to be)?|(?:counts?|counted|classed|marked|"
    r"regarded|listed|flagged|rated|known|treated|down) as|considered|deemed|found to be|seems?"
    r"(?: to be)?|looks?|appears? to be|stands?|standing|sits?|sitting|lies?|lying|"
    r"(?:comes?|came|coming|sent|brought) (?:back|in)|arrives?|arrived|ends? up|becomes?|became|"
    r"happens? to be|remains?|stays?|runs?|goes)"
)
"""What is said for `is`."""
_BE = (
    r"(?P<be>(?:is|are|was|were|has|have|had|gets?|got|'s|be|being|been|isn't|aren't|wasn't|"
    r"weren't|hasn't|haven't|hadn't|did|didn't|does|doesn't|do|don't|cannot be|can't be)"
    rf"(?: (?:not|never|already|now|still|yet|been|also|currently|once|both|even|in fact|really|"
    rf"{_SEEMS}))*|{_SEEMS})"
)
_ALL = (
    r"(?:whatever|everything|anything|nothing|everyone|everybody|anyone|anybody|nobody|no one|"
    r"those|whoever|all|any|none|somebody|someone|ones|who|which|that|it|they|what)"
)
_LED = re.compile(
    r"(?i)(?:^|[, ]+)(?:but |only )*(?:if|when|whenever|where|once|in case|as long as|as soon as|"
    r"provided(?: that)?|should|unless|except(?: (?:for |in cases )?(?:if|when|where|while))?|"
    r"(?P<not>(?:(?:al)?though |but |just |only |and )*not "
    r"(?:if|when|where|while|as long as))) $"
)
_NO = re.compile(r"(?i)\b(?:not|cannot|never|nothing|nobody|no one|none|un)\b|n't\b")


def said_of(sentence: Marked, situation: Situation, each: bool = False) -> tuple[Marked, str]:
    """Return a sentence without the word that the text defines for its subject, and the condition
    that it says: `the invoice is overdue`; the sentence itself and nothing where it has none.
    `each` says that it is for a choice of rows, which are told by their properties."""
    subject = subject_of(situation)
    sentence = Marked(_AS_OURS.sub(r"\2 is \1", sentence.text), sentence.mentions)
    for thing in () if each else _others(situation, subject):
        # Should the voter be blocked: of a thing beside the one that is gone through.
        marks = sentence.marks_of(f"the {thing}", f"the {plural(thing)}")
        for word in sorted(situation.adjectives.get(thing, ()), key=len, reverse=True):
            for form in _forms(word) if marks else ():
                own = rf"⟦(?:{marks})⟧"
                found = _before(re.escape(word), sentence, own) or _after(form, sentence, of=own)
                if found is not None:
                    text, negated = found
                    return Marked(text, sentence.mentions), _said(thing, word, negated, situation)
    # Whoever has paid: the last mark stands for them.
    mentions = [*sentence.mentions, Mention(f"the {subject}", "record", pronoun=True)]
    for word in sorted(situation.adjectives.get(subject, ()), key=len, reverse=True):
        for form in _forms(word):
            found = _before(re.escape(word), sentence) or _after(form, sentence)
            if found is not None:
                text, negated = found
                return Marked(text, mentions), _said(subject, word, negated, situation, each)
    for word, kind in situation.fields.get(subject, {}).items():
        found = _having(re.escape(word), sentence) if kind == "yes/no" else None
        if found is not None:
            text, negated = found
            so = f"the {subject}'s {word} is {'no' if negated else 'yes'}"
            return Marked(text, mentions), so
    for name, value in _states(subject, situation):
        if re.search(rf"(?i)\b{re.escape(value)}\b", sentence.text) is None:
            continue
        form = rf"{re.escape(value)}(?! (?:out|off|back|up|down|over|away|to|into)\b)"
        found = _after(form, sentence, state=True) or _by_us(value, sentence)
        if found is not None:
            text, negated = found
            so = f'the {subject}\'s {name} is {"not " if negated else ""}"{value}"'
            return Marked(text, mentions), so
    return sentence, ""


def _others(situation: Situation, subject: str) -> list[str]:
    return [one for one, has in situation.fields.items() if has and one != subject]


def _said(thing: str, word: str, negated: bool, situation: Situation, each: bool = False) -> str:
    """Return the condition that a defined word, or a property of yes and no, says of a thing."""
    property_of = situation.fields.get(thing, {}).get(word) == "yes/no"
    if property_of and (each or not says_how(word)):
        return f"the {thing}'s {word} is {'no' if negated else 'yes'}"
    return f"the {thing} is {'not ' if negated else ''}{word}"


_NOW = re.compile(r"(?i)^ (?:now|again|then|today|already|anyway|too|for good|of course)\b")
_AS_OURS = re.compile(
    r"(?i)\b(?:we|you|they) (?:are|were|have been) ([a-z]+) (?:with|on|about) (it|⟦\d+⟧)(?=,|$)"
)
"""When we are late with it: when it is late."""


def _having(form: str, sentence: Marked) -> tuple[str, bool] | None:
    """Find what some have: those who take breakfast, ⟦0⟧ without breakfast."""
    stem = re.fullmatch(r"(.{3,}?)e?d", form)
    noun = rf"{stem[1]}(?:ion|ation|ment|al|ance|ence|ature|ing|e)?" if stem else form
    first = re.match(
        rf"(?i)without (?:(?:an?|any|the|valid|proof of) )*{noun}\b,? ?", sentence.text
    )
    if first is not None and re.search(r"[a-z]{2}", sentence.text[first.end() :]):
        # Without a vaccination the status is such.
        return sentence.text[first.end() :], True
    found = re.search(
        rf"(?i)(?P<of>⟦\d+⟧|\b{_ALL}),?(?: (?:that|which|who))? (?P<no>do not |don't |does not |"
        rf"doesn't |did not |didn't )?(?P<verb>takes?|have|has|wants?|needs?|gets?|orders?|chose|"
        rf"choose|chooses|booked|asked for|with(?:out)?)(?: (?P<none>no))?"
        rf"(?: (?:the|an?|any))? {form}\b",
        sentence.text,
    )
    if found is None:
        return None
    negated = bool(found["no"] or found["none"]) != (found["verb"].lower() == "without")
    kept = found["of"] if found["of"].startswith("⟦") else f"⟦{len(sentence.mentions)}⟧"
    text = sentence.text[: found.start()] + kept + sentence.text[found.end() :]
    return text.strip(" ,"), negated


def _states(subject: str, situation: Situation) -> list[tuple[str, str]]:
    """Return the states that the text's definitions set a thing to, each with its property:
    `status` and `closed`."""
    found = []
    for phrase in situation.own:
        for step in phrase.does:
            said = _SETS.match(step)
            if said is not None and said["owner"] == subject:
                found.append((said["name"], said["value"]))
    for name in situation.fields.get(subject, {}):
        # Still open: a status has such values, though the text does not name them.
        if name.split()[-1] in ("status", "state", "stage") and '"' not in situation.sentence:
            found += [(name, one) for one in _USUAL if (name, one) not in found]
    return found


_USUAL = (
    "open", "closed", "new", "paid", "unpaid", "pending", "active", "inactive", "draft", "done",
    "approved", "rejected", "cancelled", "confirmed", "shipped", "delivered", "lost", "blocked",
    "suspended", "finished", "resolved", "disputed", "booked", "sent", "received", "archived",
)  # fmt: skip
"""What a status is, as a rule."""


_DONE = re.compile(
    r"(?i)(?:be|being|gets?|got|do|does|did|has(?! been)|have(?! been)|goes|comes?|came|stands?)\b"
)
"""What tells that something happens to a thing, and does not yet say how it is."""
_FOLLOWS = re.compile(r"(?i)\b(?:means?(?: that)?|so|thus|hence|therefore|because) $")
"""What tells that a state follows from something else: no date means it is still open."""
_DAY_AFTER = re.compile(
    r"(?i)[ ,]*(?:on|before|after|since|until|by|over|more than|less than|within|in|later than|"
    r"earlier than|between|from|at) (?:the )?⟦"
)
"""What tells that what was done to a thing is said of a day: received before 2026-01-01."""


_BARE = r"(?!x)"
"""What ends the pattern of a verb that needs no `is`."""


def _forms(word: str) -> list[str]:
    """Return what is said for a word, as patterns: paid, and pay."""
    stem = lemma(word)
    own = re.escape(word)
    first, _, rest = word.partition(" ")
    if rest and first.endswith("ing"):
        # Running low: runs low.
        verb = re.escape(lemma(first).rstrip("e"))
        return [own, rf"{verb}(?:e|es|s)? {re.escape(rest)}{_BARE}"]
    if word.endswith(("-free", " free")):
        # Claim-free: without a single claim.
        bare = re.escape(word[:-5])
        return [own, rf"(?:without|with no|free of|free from)(?: any| an?| a single)? {bare}s?"]
    return [own] if stem == word or " " in word else [own, re.escape(stem)]


def _before(form: str, sentence: Marked, of: str = r"⟦\d+⟧") -> tuple[str, bool] | None:
    """Find the word before its thing: every outstanding ⟦0⟧, unpaid ⟦0⟧."""
    text = re.sub(
        rf"(?i)\b({form}) (?:ones?|cases?|things|stuff|items)\b",
        rf"\1 ⟦{len(sentence.mentions)}⟧",
        sentence.text,
    )
    found = re.search(
        rf"(?i)(?<!is )(?<!are )\b(?P<no>not (?:yet )?|un|non-?)?{form} (?={of})", text
    )
    if found is None:
        return None
    before = re.sub(r"(?i)\b(?:the|any|all|every|each|an?) $", "", text[: found.start()])
    return before + text[found.end() :], bool(found["no"])


def _by_us(form: str, sentence: Marked) -> tuple[str, bool] | None:
    """Find what has been done to some: ⟦0⟧ that we have admitted already."""
    found = re.search(
        rf"(?i)(?P<of>⟦\d+⟧|\b{_ALL}),?(?: (?:that|which|whom))? (?:we|you|they|somebody|someone) "
        rf"(?:have|has|had|already|'ve)(?P<no>n't| not| never)?(?: (?:already|once|previously|"
        rf"yet|just))* {re.escape(form)}\b(?: (?:already|yet|before|so far|earlier|now))*",
        sentence.text,
    )
    if found is None:
        return None
    kept = found["of"] if found["of"].startswith("⟦") else f"⟦{len(sentence.mentions)}⟧"
    text = sentence.text[: found.start()] + kept + sentence.text[found.end() :]
    return text.strip(" ,"), bool(found["no"])


def _after(
    form: str, sentence: Marked, state: bool = False, of: str = ""
) -> tuple[str, bool] | None:
    """Find the word behind its thing: whoever has paid, ⟦0⟧ that are not yet outstanding. What
    names a `state` may also say what is to be done (it is closed), unless a clause says more."""
    text = re.sub(r"(?i)^(?:is|are|was|were|has|have) (⟦\d+⟧) ", r"If \1 is ", sentence.text) \
        if "?" in sentence.text else sentence.text  # fmt: skip
    every = of or rf"⟦\d+⟧|\b{_ALL}(?: of (?:them|those|⟦\d+⟧))?"
    found = re.search(
        rf"(?i)(?P<of>{every}),?(?: (?:that|which|who))?"
        rf"(?:(?: |(?='s)){_BE}|(?<=who)|(?<=whoever)| (?P<yet>still|already|not yet|currently|yet|"
        r"now)"
        rf"{'|(?<=⟧)(?=' + ' ' + form + ')' if form.endswith(_BARE) else ''}"
        rf"|(?<=body)|(?<=one)|(?<=thing)|(?<=whatever)) (?P<un>un)?{form}\b"
        r"(?: (?:yet|already|now|so far|before(?! (?:the )?⟦)|by now|at the moment|right now|"
        r"at present))?\b",
        text,
    )
    if found is None:
        return None
    said = found["be"] or found["yet"] or ""
    who = found["of"].lower()
    negated = _NO.search(said) is not None or bool(found["un"])
    if who in ("nobody", "no one", "none", "nothing"):
        negated = not negated
    before, after = text[: found.start()], text[found.end() :]
    if state and _DAY_AFTER.match(after):
        return None
    lead = _LED.search(before)
    lasting = re.search(r"(?i)\b(?:already|still|not|n't|yet|currently)\b|n't", found[0])
    if state and lead is None and lasting is None and not re.search(r"who|which|that", found[0]):
        return None
    lasts = re.search(r"(?i)\b(?:already|yet)\b", found[0]) or re.search(
        r"(?i)\b(?:who|which|that|been)\b", said
    )
    if state and _DONE.match(said) and not lasts:
        return None
    if lead is not None:
        negated = negated != bool(lead["not"] or re.search(r"(?i)unless|except", lead[0]))
        # If it is paid, ship it: what is led by the clause goes without its comma.
        first = before[: lead.start()]
        after = after if re.search("[a-z]", first) else re.sub(r"^\s*,", "", after)
        return (first + after).strip(" ,"), negated
    if state and _FOLLOWS.search(before):
        return None
    if who in ("it", "they") or not re.search(r"[a-z]{3}", f"{before} {_NOW.sub('', after)}"):
        return None
    kept = found["of"] if who.startswith("⟦") else f"⟦{len(sentence.mentions)}⟧"
    return f"{before}{kept}{after}".strip(" ,"), negated
