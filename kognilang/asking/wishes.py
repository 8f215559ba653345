"""Wishes to have an answer remembered, as they are typed with it: `4711, always`, `skip this
invoice, remember for this vendor`."""

from __future__ import annotations

import re

from kognilang.asking.needs import may_be_text
from kognilang.asking.speech import INSTRUCTIONS, is_sentence
from kognilang.dataclass import dataclass
from kognilang.journal.records import QuestionRow


@dataclass(frozen=True, slots=True)
class Wish:
    """That an answer be kept: `always`, or only where the fields `only` are the same and the
    conditions `when` hold. With none of them the person is to be asked which."""

    always: bool = False
    only: tuple[str, ...] = ()
    when: tuple[str, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether it says for what."""
        return self.always or bool(self.only or self.when)


_WORD = r"(?P<word>always|remember(?: this| it| that)?|from now on)"
_FOR = (
    r"(?:,? (?:but )?(?:only )?(?:for|with) (?:this|the same|that) "
    r"(?P<fields>[a-z][\w' -]*?(?:(?:,| and)(?: this| the same)? [a-z][\w' -]*?)*))?"
)
_AFTER = re.compile(rf"(?is)^(?P<rest>.+?)(?:[,;]? and |[,;]\s*|[.!]\s+|\"\s+){_WORD}{_FOR}[.!]?$")
_INSTRUCTED = re.compile(
    r"(?is)^(?P<rest>(?:skip|try|stop)\b.*?)\s+(?P<word>always|from now on)[.!]?$"
)
_BEFORE = re.compile(rf"(?is)^{_WORD}{_FOR}(?:\s*[:,]\s*|\s+)(?P<rest>\S.*)$")


def split_wish(typed: str) -> tuple[str, Wish | None]:
    """Return an answer without the wish that was typed with it, and the wish; None if there is
    none."""
    text = typed.strip()
    sign = "> " if text.startswith(">") else ""
    bare = text.removeprefix(">").strip()
    found = _AFTER.match(bare)
    if found is not None:
        rest = found["rest"]
        end = bare[len(rest) : found.start("word")]
        rest += end.strip()[:1] if end.strip()[:1] in '.!"' else ""
    else:
        found = _BEFORE.match(bare) or _INSTRUCTED.match(bare)
        if found is None:
            return typed, None
        rest = found["rest"]
    return sign + rest, _wish(found["word"], found.groupdict().get("fields") or "")


def _wish(word: str, fields: str) -> Wish:
    only = tuple(
        re.sub(r"(?i)^(?:this|the same) ", "", one.strip())
        for one in re.split(r",| and ", fields)
        if one.strip()
    )
    always = not only and not word.casefold().startswith("remember")
    return Wish(always, only)


def wish_in(typed: str, question: QuestionRow) -> tuple[str, Wish | None, str]:
    """Return the answer to a question without the wish typed with it, the wish, and, where it
    cannot be told whether the words are a wish or part of the value, what to type instead.

    The reply to an `Ask` is only ever a value: nothing is taken out of it, unless it is yes or no.
    """
    if question.kind == "ask" and question.needs != "yes/no":
        return typed, None, ""
    rest, wish = split_wish(typed)
    if wish is None or question.needs == "yes/no" or not may_be_text(question.needs):
        return rest, wish, ""
    if typed.strip().startswith(">"):
        bare = rest.removeprefix("> ")
        told = is_sentence(bare) or " ".join(bare.rstrip(".").split()).casefold() in INSTRUCTIONS
        return (rest if told or bare.casefold().startswith("skip ") else bare), wish, ""
    if rest[:1] in '"“':
        return rest, wish, ""
    plain = typed.strip()
    return (
        typed,
        None,
        "That reads as if the answer should be remembered. To have it so, type: "
        f'> {plain}  To give it as the value, type it in quotes: "{plain}"',
    )
