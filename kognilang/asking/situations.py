"""Situations: what makes two questions the same, whatever the line, the item and the values.

A situation can be written as the head of a learning, and is found again from it:

    When the invoice's PO number is missing while matching an invoice:
    When the check that the line's quantity is at most 10 fails while matching an invoice:
    When "Let the supplier be the vendor whose …" finds no match while running "Pay":
"""

from __future__ import annotations

import re
from hashlib import sha256

from kognilang.dataclass import dataclass
from kognilang.values.naming import canonical


def situation(procedure_title: str, canonical_sentence: str, problem: str, prop: str = "") -> str:
    """Return the hash by which questions are grouped and learnings are found."""
    parts = (procedure_title, canonical_sentence, problem, prop)
    words = [" ".join(part.split()).casefold() for part in parts]
    return sha256("\n".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(slots=True)
class Situation:
    """Where and why a question is asked.

    `doing` says in words in which definition the sentence stands (`matching an invoice`), or in
    which procedure (`running "Pay the invoices"`). `sentence` is canonical; it is empty where the
    property says enough: then it is any sentence there. `owner` is the word for what lacks the
    property (`invoice`), if it is known.
    """

    problem: str
    prop: str = ""
    owner: str = ""
    sentence: str = ""
    doing: str = ""

    @property
    def head(self) -> str:
        """The situation as the head of a learning, without `When` and the colon."""
        return f"{_what(self)} while {self.doing}"

    def hashes(self) -> tuple[str, ...]:
        """Return the hashes under which a learning for it is found, the narrowest first."""
        from kognilang.language.words import lemma

        doing = " ".join(lemma(word) for word in _plain(self.doing).split())
        told = self.problem in _OF_SENTENCE or self.problem == "check-failed"
        prop = "" if told else canonical(self.prop)
        found = [situation(doing, _plain(self.sentence), self.problem, prop)]
        if self.problem in _OF_PROPERTY and prop:
            found.append(situation(doing, "", self.problem, prop))
        return tuple(dict.fromkeys(found))

    @property
    def key(self) -> str:
        """The hash of the situation as its head writes it: without the sentence where the
        property says enough."""
        return self.hashes()[-1]

    def fits(self, other: Situation) -> bool:
        """Whether a learning for this situation is for that other one too."""
        if self.owner and other.owner and canonical(self.owner) != canonical(other.owner):
            return False
        return self.key in other.hashes()


_OF_PROPERTY = {
    "missing-field": "is missing",
    "blank-value": "is blank",
    "input-needed": "is not given",
    "not-set": "is not set",
}
"""Problems of a property or name, with the words for them: the sentence does not matter there."""

_OF_SENTENCE = {
    "no-match": "finds no match",
    "several-matches": "finds several matches",
    "two-currencies": "meets two currencies",
    "ask": "asks",
    "missing-file": "misses a file",
    "unreachable": "cannot reach the other side",
    "refused": "is refused",
    "already-there": "finds something already there",
    "failed": "fails",
}
"""Problems told with their sentence in quotes."""

_CHECK = re.compile(r"(?i)make sure (?:that )?(.+?)[.:]?$")


def _what(one: Situation) -> str:
    if one.problem in _OF_PROPERTY and one.prop:
        owner = f"the {one.owner}'s {one.prop}" if one.owner else f"the {one.prop}"
        return f"{owner} {_OF_PROPERTY[one.problem]}"
    check = _CHECK.match(one.sentence) if one.problem == "check-failed" else None
    if check and "\n" not in one.sentence and not re.search(r"(?i)\b(while|fails)\b", check[1]):
        return f"the check that {check[1]} fails"
    together = one.problem == "checks-failed" and not one.prop
    if together and not re.search(r"(?i)\b(while|fail)\b", one.sentence):
        return f"the checks that {one.sentence} fail"
    first = one.sentence.split("\n")[0].rstrip(" .:")
    said = f'"{_escaped(first)}"'
    if one.problem in _OF_SENTENCE:
        return f"{said} {_OF_SENTENCE[one.problem]}"
    about = f" about the {one.prop}" if one.prop else ""
    return f'{said} meets the problem "{one.problem}"{about}'


def of_head(condition: str, doing: str) -> Situation | None:
    """Return the situation that the words of a learning's head name: what stands between `When`
    and `while`, and what stands after it. None where they name none."""
    words = " ".join(condition.split())
    doing = " ".join(doing.split())
    for problem, ending in _OF_PROPERTY.items():
        found = re.fullmatch(rf"(?i)(?:the )?(?:(.+?)(?:'s|’s|'|’) )?(.+?) {ending}", words)
        if found is not None and not words.startswith(('"', "“")):
            return Situation(problem, found[2], found[1] or "", "", doing)
    found = re.fullmatch(r"(?i)the check that (.+) fails", words)
    if found is not None:
        return Situation("check-failed", sentence=f"Make sure {found[1]}.", doing=doing)
    found = re.fullmatch(r"(?i)the checks that (.+) fail", words)
    if found is not None:
        return Situation("checks-failed", sentence=found[1], doing=doing)
    found = re.fullmatch(r'[“"](.+?)[”"] ([^"“”]+?)', words)
    if found is not None:
        ending = found[2].casefold()
        for problem, told in _OF_SENTENCE.items():
            if ending == told:
                return Situation(problem, sentence=found[1], doing=doing)
    found = re.fullmatch(
        r'(?i)[“"](.+?)[”"] meets the problem [“"]([a-z-]+)[”"](?: about the (.+))?', words
    )
    if found is not None:
        return Situation(found[2], found[3] or "", sentence=found[1], doing=doing)
    return None


HEADS = (
    "When the invoice's PO number is missing while matching an invoice:",
    "When the check that the total is positive fails while paying an invoice:",
    'When "Let the vendor be the vendor whose …" finds no match while running "Pay":',
)
"""Examples of heads that name a situation, for whoever writes one."""


def _escaped(text: str) -> str:
    for mark in '"“”':
        text = text.replace(mark, "''")
    return text.replace("{", "{{").replace("}", "}}")


def _plain(text: str) -> str:
    """What is compared: no quotes, braces single, no final period, no articles."""
    text = re.sub(r"[\"“”'’`]", "", text.split("\n")[0].rstrip(" .:"))
    text = text.replace("{{", "{").replace("}}", "}")
    words = re.sub(r"(?i)^make sure that ", "Make sure ", text).casefold().split()
    return " ".join(word for word in words if word not in ("the", "a", "an"))


def doing_of(form: str, title: str) -> str:
    """Say in words what is being done in a definition of that form and title, or, with an empty
    form, in the procedure of that title."""
    if form == "procedure" and title:
        first, _, rest = title.partition(" ")
        return f"{gerund(first)} {rest}".rstrip()
    if form == "decision":
        return f"deciding whether {title}"
    if form == "value":
        return f"working out {title}"
    return f'running "{_escaped(title)}"'


def gerund(verb: str) -> str:
    """Return `matching` for `match`."""
    low = verb.casefold()
    if low.endswith("ie"):
        return f"{verb[:-2]}ying"
    if low.endswith("e") and not low.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    short = re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", low)
    if (short and not low.endswith("w")) or low in ("submit", "refer", "begin", "commit"):
        return f"{verb}{verb[-1]}ing"
    return f"{verb}ing"
