"""Taking: a clause about a sentence's subject taken out of it, with what leads to it."""

from __future__ import annotations

import re

from kognilang.language.words import plural
from kognilang.reasoning.words.naming.mentions import Marked

_ALL = (
    r"(?:whatever|everything|anything|nothing|everyone|everybody|anyone|anybody|nobody|no one|"
    r"those|whoever|all|any|none|somebody|someone|ones|it|they|what)"
)
_LED = re.compile(
    r"(?i)(?:^|[,;:]? +)(?:but |only |and |so )*(?P<led>if|when|whenever|where|once|in case|"
    r"as long as|as soon as|provided(?: that)?|should|unless|except|since|because|given that) $"
)


def taken(sentence: Marked, subject: str, said: str) -> tuple[str, re.Match[str], bool] | None:
    """Return a marked text without what is `said` (a pattern) of its subject, the match, and
    whether it is turned round (unless it is so, nothing that is so); None where it is not said.

    What was said with it stays: ⟦3⟧ for those who need it, the last mark for nobody's name.
    """
    text = sentence.text
    marks = sentence.marks_of(f"the {subject}", f"the {plural(subject)}")
    of = rf"(?P<of>{f'⟦(?:{marks})⟧|' if marks else ''}\b{_ALL}(?: of (?:them|those|the lot))?)"
    alone = rf"(?i)(?P<of>)(?<!\w){said}"
    for pattern in (rf"(?i){of},?(?: (?:that|which|who|where|whose|for (?:which|whom)))?,? {said}",
                    alone):  # fmt: skip
        for match in re.finditer(pattern, text):
            before, after = text[: match.start()], text[match.end() :]
            led = _LED.search(before)
            who = match["of"].lower()
            turned = who in ("nobody", "no one", "none", "nothing")
            if led is not None:
                turned = turned != (led["led"].lower() in ("unless", "except"))
                rest = before[: led.start()] + re.sub(r"^[^,]{0,12},|^\s*,", "", after)
                if re.search(r"[a-z]{2}", rest):
                    return rest.strip(" ,.;"), match, turned
                continue
            if not match["of"] or who in ("it", "they"):
                continue
            if not _of_many(match, sentence, before):
                continue
            own = who.startswith("⟦") and sentence.mentions[int(who[1:-1])].words[4:] == subject
            kept = match["of"] if own else f"⟦{len(sentence.mentions)}⟧"
            before = re.sub(r"(?i)\b(?:the|any|all|every|each|an?|only) $", "", before)
            rest = f"{before}{kept}{after}".strip(" ,.")
            if re.search(r"[a-z]{2}", rest):
                return rest, match, turned
    return None


def _of_many(match: re.Match[str], sentence: Marked, before: str) -> bool:
    """Tell whether a sort of things is said, not what the one thing does: include this room."""
    mark = re.fullmatch(r"⟦(\d+)⟧", match["of"])
    if mark is None or re.search(r"(?i)\b(?:that|which|who|where|whose|whom)\b", match[0]):
        return True
    said = sentence.mentions[int(mark[1])].said.lower()
    several = re.match(r"(?:every|each|any|all|an?) ", said) or said.endswith("s")
    return bool(several) and said not in ("this", "its") and not _PUT.match(before)


_PUT = re.compile(
    r"(?i)(?:please |also |then |now )*(?:put|add|include|list|enter|count|place|file|move|park|"
    r"send|write|note|store|bring|transfer|remove|take|delete|strike|drop|append|insert) (?:all )?$"
)
