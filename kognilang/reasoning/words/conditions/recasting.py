"""Recasting: a marked sentence in plainer words, where people have many ways to say the same."""

from __future__ import annotations

import re

from kognilang.reasoning.words.conditions.comparisons import EVERY_WAY
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention

_THOSE = (
    r"(?:(?:all |any |of |for |from |to |in |with |at |on |by )*"
    r"(?:those|the ones|ones|the one|anything|everything|anyone|everyone|the case|cases|what"
    r"|whatever|whoever|the few|any|all)\b ?"
    r"(?:cases? )?(?:that's |that |which |who |where |when |if |whose |with |of )?)?"
)

_WAYS: tuple[tuple[str, str], ...] = (
    # Exceptions.
    (r"\bwith (⟦\d+⟧(?: (?:as|for|in|under) ⟦\d+⟧)?|[^,;]{1,40}?) (?:being|as) the (?:only|sole|"
     r"single|one) exceptions?\b", r"except \1"),
    (r"(?:[,;.:–—-]| and| but| though) ?(?:the |our |with the |with )?(?:only |sole |single |one )*"
     r"exceptions? (?:is|are|being|to this (?:is|are|being)|to that (?:is|are|being)|here is|made "
     r"for|concerns?|applies to|:)(?: that)?", ", except"),
    (r"\bwith (?:the )?(?:sole |only |single |one )*exceptions? (?:of|for|being)\b", "except"),
    (r"\b(?:apart from|aside from|excepting|excluding|exclusive of|leaving out|leaving aside|"
     r"setting aside|not counting|not including|not considering|disregarding|ignoring|omitting|"
     r"besides|barring|bar|save for|other than(?= (?:those|the ones|any|what|in the case))|"
     r"with the exclusion of|to the exclusion of|minus|less(?= those| the ones)|skipping|sparing|"
     r"as long as it is not|as long as they are not|everyone bar)\b", "except"),
    (r"\bexcept(?:ing)?(?: for| from| only| maybe)?\b", "except"),
    (r"\b(?:but|just|only|though|and|yet|while|however|except),? not (?:for |to |from |in |with |"
     r"of |at |on )?(?=(?:those|the ones|what|anything|any|⟦|whatever|ones|where the|if|when|"
     r"in case|cases|anyone|everything|everyone))", "except "),
    (r"(?<=, )not (?=(?:those|the ones|what|anything|any other|if|when|where)\b)", "except "),
    (r"(?<!\w)(every(?:one|body|thing)|all(?: of them)?|any(?:one|body|thing)|none|nobody|"
     r"nothing|no one"
     r"|(?:every|any|all|no) (?:[a-z]+|⟦\d+⟧)|⟦\d+⟧) but (?=(?:⟦|those|the ones|what|the [a-z]+ of|"
     r"when|if|where))", r"\1 except "),
)  # fmt: skip


_OTHER_THAN = re.compile(
    r"(?i)\b(?:(?:any|some|an)(?: |)other (?P<a>⟦\d+⟧)(?: value| name)? than|"
    r"(?:any |an? |the )?(?P<b>⟦\d+⟧)(?: that is| which is| is)? (?:anything |anyone |any |"
    r"something |anybody |somebody |someone )?(?:other than|different from|but)|"
    r"(?:anything|anyone|anybody|something|somebody|someone)(?: else)? (?:other than|but|than|"
    r"except|different from)) (?P<v>⟦\d+⟧)"
)

_OF_VALUE = re.compile(
    rf"(?i)(?P<than>(?<![\w])(?:{EVERY_WAY})) (?:an? )?⟦(?P<p>\d+)⟧ of (?:about )?⟦(?P<v>\d+)⟧"
)


_MORE_OF_IT = re.compile(
    r"(?i)\b(more|fewer|less|greater|higher|lower|larger|smaller|longer|shorter) "
    r"(?:an? |of (?:an? |the )?)?(⟦\d+⟧) than (?:the |an? )?(⟦\d+⟧)"
)
"""A higher rent than the cap."""
_THAN_VALUE = re.compile(
    r"(?i)\b((?:more|fewer|less|greater|higher|lower|larger|smaller) )((?:[a-z]+ ){1,2}?)than "
    r"((?:the |an? )?⟦\d+⟧)"
)
"""More guests than 20."""
_NAMED_BEHIND = re.compile(
    r"(?i)⟦(?P<v>\d+)⟧(?P<more>[^,;:()⟦]*?) ?(?:\(⟦(?P<p>\d+)⟧\)|"
    r", (?:that is|that's|i\.e\.|meaning|namely|I mean|in terms of|as|by|going by|measured by) "
    r"⟦(?P<q>\d+)⟧(?=,|$))"
)
_A_LENGTH = re.compile(
    r"(?i)(?<=\b)(than|over|under|within|last|past|next|for|in) (?:an?|one) "
    r"(minute|hour|day|week|month|year)\b(?! of)"
)


def _named_behind(match: re.Match[str], sentence: Marked) -> str:
    """Return `50 in the debt` for `50 (debt)`: the property that is compared, said besides."""
    of, value = (sentence.mentions[int(match[one])] for one in (("p" if match["p"] else "q"), "v"))
    alike = {of.kind, value.kind} == {"number", "duration"} or "any" in (of.kind, value.kind)
    if not of.owner or (of.kind != value.kind and not alike):
        return match[0]
    return f"⟦{match['v']}⟧ in ⟦{match['p'] or match['q']}⟧{match['more']}"


def _a_length(match: re.Match[str], sentence: Marked) -> str:
    """Return a mark for a single length of time: more than a year ago."""
    sentence.mentions.append(Mention(f"1 {match[2].lower()}", "duration", literal=True))
    return f"{match[1]} ⟦{len(sentence.mentions) - 1}⟧"


def _in_property(match: re.Match[str], sentence: Marked) -> str:
    """Return `below 16 in its age` for `below the age of 16`."""
    of, value = (sentence.mentions[int(match[one])] for one in ("p", "v"))
    if not of.owner or not value.literal or of.kind not in (value.kind, "any"):
        return match[0]
    return f"{match['than']} ⟦{match['v']}⟧ in ⟦{match['p']}⟧"


_THAT = re.compile(
    r"(?i)(?<=[a-z⟧] )(?<!and )(?<!but )(?<!, )(above|over|below|under|beyond|past|more than|"
    r"less than|higher than|lower than|greater "
    r"than|smaller than|exceeds?|reach(?:es|ed)?|at least|at most) (?:that|this|it)(?![\w' ]* is\b)"
    r"(?=,|;|:|\.|$)"
)


def recast(sentence: Marked) -> Marked:
    """Return a sentence in plainer words, with the same mentions; the texts that it says as one
    are one more."""
    text = MARK.sub(lambda one: _no_noun(one, sentence), sentence.text)
    text = re.sub(r"(?i)^in (?:⟦\d+⟧|the event) that ", "If ", text)
    for ways, plain in _WAYS:
        text = re.sub(rf"(?i){ways}", plain, text)
    text = _OTHER_THAN.sub(_not_it, text)
    text = _MORE_OF_IT.sub(r"\1 than \3 in \2", text)
    text = _THAN_VALUE.sub(r"\1than \3 \2", text)
    text = _NAMED_BEHIND.sub(lambda one: _named_behind(one, sentence), text)
    text = _A_LENGTH.sub(lambda one: _a_length(one, sentence), text)
    text = _OF_VALUE.sub(lambda one: _in_property(one, sentence), text)
    text = _THAT.sub(lambda one: _its_value(one, sentence), text)
    # What is added at the end leaves the marks of the sentence as they are.
    return Marked(_together(text, sentence.mentions), sentence.mentions)


_NO_NOUN = re.compile(
    r"(?i)\b(?:but|only|sole|single|exceptions?|ones?|event|case|cases|rest|others?|remaining|"
    r"remainder|former|latter|same|moment|minute)$"
)


def _no_noun(match: re.Match[str], sentence: Marked) -> str:
    """Return a mark, or the words it stands for where they are no other noun for a thing: all
    but."""
    mention = sentence.mentions[int(match[1])]
    return mention.said if mention.pronoun and _NO_NOUN.search(mention.said) else match[0]


def _not_it(match: re.Match[str]) -> str:
    of = match["a"] or match["b"] or ""
    return re.sub(" +", " ", f"any {of} other than {match['v']}")


def _its_value(match: re.Match[str], sentence: Marked) -> str:
    """Return a comparison with `that` as one with the value said before: above that."""
    for one in reversed(MARK.findall(match.string[: match.start()])):
        mention = sentence.mentions[int(one)]
        if mention.kind in ("number", "money", "percent", "date", "duration") and (
            mention.literal or not mention.owner
        ):
            return f"{match[1]} ⟦{one}⟧"
    return match[0]


_SET = re.compile(
    r"(?i)(?<!\w)(?P<no>neither )?(?P<pair>either )?(?P<all>⟦\d+⟧(?:, ⟦\d+⟧)*,? (?:or|nor) ⟦\d+⟧)"
)
_HEAD_SET = re.compile(
    r"(?i)^(?:both |all |the )*(?P<all>⟦\d+⟧(?:, ⟦\d+⟧)*,? and ⟦\d+⟧)(?= [a-z⟦])"
)


def _together(text: str, mentions: list[Mention]) -> str:
    """Return a text in which several texts that are said as one have one mark: "a" or "b"."""

    def joined(match: re.Match[str]) -> str:
        found = [mentions[int(one)] for one in MARK.findall(match["all"])]
        if not all(one.literal and one.kind == found[0].kind and not one.noun for one in found):
            return match[0]
        if found[0].kind not in ("text", "number"):
            return match[0]
        words = [one.words for one in found]
        values = " or ".join((", ".join(words[:-1]), words[-1]))
        mentions.append(Mention(values, found[0].kind, literal=True))
        mark = f"⟦{len(mentions) - 1}⟧"
        return f"not {mark}" if match.groupdict().get("no") else mark

    return _SET.sub(joined, text)


def headed(text: str, mentions: list[Mention]) -> str:
    """Return a text whose first words are several texts of one sort, with one mark for them:
    "a" and "b" tickets."""
    match = _HEAD_SET.match(text)
    if match is None:
        return text
    found = [mentions[int(one)] for one in MARK.findall(match["all"])]
    if not all(one.literal and one.kind == "text" and not one.noun for one in found):
        return text
    words = [one.words for one in found]
    mentions.append(Mention(" or ".join((", ".join(words[:-1]), words[-1])), "text", literal=True))
    return f"⟦{len(mentions) - 1}⟧{text[match.end() :]}"


_EITHER_WAY = re.compile(
    r"(?i)^(?:(?:whether |be it |be they )?(?:it is |it's |they are |⟦\d+⟧ is )?"
    r"(?:[a-z]+ ){0,2}[a-z]+ or not|"
    r"(?:no matter|regardless of|irrespective of|never mind|whatever|whichever|however) "
    r"(?:what |how |which |whether |who |if )?[^,⟦]*), "
)
"""What is said to make no difference: opened or not."""


def either_way(sentence: Marked) -> Marked:
    """Return a sentence without what it says to make no difference, which is no condition."""
    found = _EITHER_WAY.match(sentence.text)
    if found is None or not re.search(r"[a-z]", sentence.text[found.end() :]):
        return sentence
    if not re.search(r"(?i) or not, $|^(?:no matter|regardless|irrespective|never mind)", found[0]):
        return sentence
    return Marked(sentence.text[found.end() :], sentence.mentions)
