"""Amending: what somebody pays, gets or is charged more, less, half, double or nothing of, said
with the amount and often without the property: pay 20% less, get $5 off, cost a tenth more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.dataclass import dataclass, replace
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.changes.meant import meant
from kognilang.reasoning.words.naming.mentions import MARK, Marked

_A, _B = r"⟦(?P<a>\d+)⟧", r"(?:an? |the |its |their |his |her )?⟦(?P<b>\d+)⟧"
_SOFT = (
    r"(?:(?:also|then|now|only|just|thus|therefore|always|automatically|simply|each|all|both|even|"
    r"still|instead|in turn|will|shall|must|should|may|can|would|have to|has to|had to|is to|"
    r"are to|needs? to|ought to|gets? to|be|to be|usually|normally|hereby|have|has|been) )*?"
)
_PAY = (
    r"(?:pay(?:s|ing)?|paid|owes?|(?:is|are|be|get|gets) (?:charged|billed|invoiced)|charge[sd]?|"
    r"bill|invoice|costs?|costing|(?:is|are|be) (?:sold|let|rented|offered|priced|given|granted|"
    r"allowed|offered|worth|paid)|sells?|sold|go(?:es)? for|comes?(?: to| at| in| out| out at)?|"
    r"gets?|receives?|has|have|takes?|give|grant|allow|offer|enjoys?|earns?|makes?|brings?(?: in)?|"
    r"bears?|carr(?:y|ies)|saves?|is|are|be|becomes?|turns?|works? out(?: at)?|weighs?|lasts?|"
    r"runs?(?: for| to)?|stays?|takes?|knows?|sets? (?:them|us|you|him|her) back|sees?|"
    r"is entitled to|are entitled to|qualif(?:y|ies) for|deserves?|needs?|wants?|calls? for|"
    r"attracts?|incurs?|means?|let|benefits? from|put|ask|demand|there is|there's|rent|need)"
)
_OBJ = (
    r"(?:(?:them|us|him|her|you|it|those|these|such|everyone|everybody|anyone|anybody|them all|"
    r"people|⟦\d+⟧) )?"
)
_ONE_MORE = (
    r"(?:at|with|by|another|a further|an? extra|an? additional|a supplementary|some|about|up to|"
    r"a|an)"
)
_UP = (
    r"(?:more(?: expensive)?|extra|on top|dearer|costlier|pricier|higher|in addition|"
    r"additional(?:ly)?|"
    r"further|longer|heavier|larger|bigger|older|taller|over and above|as well|again on top|above)"
)
_DOWN = r"(?:less|cheaper|off|lower|fewer|shorter|lighter|smaller|under|below|back off)"
_BONUS = (
    r"(?:surcharge|supplement|premium|extra charge|bonus|increase|rise|markup|mark-up|raise|top-up)"
)
_RELIEF = r"(?:discount|rebate|reduction|deduction|price cut|relief|allowance|markdown|cut)"
_AT = (
    r"(?:on top of|in addition to|over and above|besides|as well as|as|in|for|of|on|off|from|to|"
    r"over|above|than|by way of|towards?|into)"
)
_USUAL = (
    r"(?: than (?:the others|others|usual|normal|everyone else|before|the rest|now|it was|they "
    r"did|so far|until now|otherwise|⟦\d+⟧))?"
)
_TAIL = (
    r"(?:,? (?:too|as well|also|again|then|please|each time|instead|now|from now on|from today|"
    r"henceforth|in future|each|apiece|per head|overall|altogether|in all|at once|with us|here|"
    r"this time|for (?:this|that|it|them|us|these|those|⟦\d+⟧)|on (?:this|that|it|⟦\d+⟧)|to us|"
    r"with (?:this|it|⟦\d+⟧)|to ⟦\d+⟧|of course))*[.! ]*$"
)
_Q = r"(?P<q> (?:of|in|for|on|from|at|to|with) [^,;]+?)?"
_TO = rf"(?: {_AT} {_B})?{_USUAL}"
_WHO = rf"^(?P<who>.*?) ?(?<![a-z]){_SOFT}"

_WAYS: tuple[tuple[str, str], ...] = (
    # The property first: the fee is $5 dearer.
    ("up", rf"{_WHO}{_B}{_Q} {_SOFT}(?:is|are|be|becomes?|gets?|comes? out|turns? out|goes?|"
     "works? out)"
           rf" {_A} {_UP}{_USUAL}"),
    ("down", rf"{_WHO}{_B}{_Q} {_SOFT}(?:is|are|be|becomes?|gets?|comes? out|turns? out|goes?|"
             rf"works? out) {_A} {_DOWN}{_USUAL}"),
    ("up", rf"{_WHO}{_B}{_Q} {_SOFT}(?:is|are|be|was) {_A} too (?:low|little|cheap|small|short|"
           rf"few)(?:,? (?:so )?(?:correct|change|fix|adjust|put) (?:that|it)(?: right)?)?"),
    ("down", rf"{_WHO}{_B}{_Q} {_SOFT}(?:is|are|be|was) {_A} too (?:high|much|dear|large|long|many|"
             rf"expensive)(?:,? (?:so )?(?:correct|change|fix|adjust|put) (?:that|it)(?: "
             rf"right)?)?"),
    # What is charged as something: for our fee we charge 1% of the loan.
    ("set", rf"^(?P<who>)(?:for|as) (?:our |the |a |an )?⟦(?P<b>\d+)⟧,? (?:we|they|you|⟦\d+⟧) "
            rf"(?:charge|charges|take|takes|pay|pays|bill|ask(?: for)?|get|gets|set|keep)"
            rf"(?: them| him| her)? {_A}"),
    ("set", rf"^(?P<who>)(?:we|they|you|⟦\d+⟧) (?:charge|charges|take|takes|pay|pays|bill|ask(?: "
            rf"for)?|get|gets|keep|keeps|put down) {_A} (?:as|for) {_B}"),
    ("put", rf"{_WHO}(?:gets?|are|is|come|comes|have|has|run|runs|receives?|takes?|be) (?:made|"
     "given|"
            rf"cooked|printed|produced|sold|sent|offered|planned|cut|packed|baked|ordered|allowed|"
            rf"allotted|put|set|kept)?(?: ?(?:in|at|to|with|of|for))?(?: only| just)? ?{_A} {_B}"
            rf"(?: only| each)?"),
    # What somebody pays, gets or is charged, more or less.
    ("up", rf"{_WHO}{_PAY} {_OBJ}(?:{_ONE_MORE} )?{_A} {_UP} {_B}{_USUAL}"),
    ("up", rf"{_WHO}{_PAY} {_OBJ}(?:{_ONE_MORE} )?{_A} {_UP}{_TO}"),
    ("up", rf"{_WHO}{_PAY} {_OBJ}(?:{_ONE_MORE} )?{_A},? (?:on top of|in addition to|over and "
     "above|"
           rf"besides|above) {_B}"),
    ("up", rf"{_WHO}{_PAY} {_OBJ}(?:another|a further|an? extra|an? additional) {_A}{_TO}"),
    ("up", rf"{_WHO}{_PAY} {_OBJ}{_B} (?:plus|and on top(?: of (?:it|that))?|and) (?:{_ONE_MORE} )?"
           rf"{_A}(?: {_UP})?"),
    ("up", rf"{_WHO}{_PAY} {_OBJ}{_A} as well as {_B}"),
    ("down", rf"{_WHO}{_PAY} {_OBJ}(?:{_ONE_MORE} )?{_A} {_DOWN} {_B}{_USUAL}"),
    ("down", rf"{_WHO}{_PAY} {_OBJ}(?:{_ONE_MORE} )?{_A} {_DOWN}{_TO}"),
    # Discounts and surcharges by their name.
    ("down", rf"{_WHO}(?:{_PAY} {_OBJ})?(?:an? |the |our )?{_A} {_RELIEF}{_TO}"),
    ("down", rf"{_WHO}(?:{_PAY} {_OBJ})?(?:an? |the |our )?{_RELIEF} of {_A}{_TO}"),
    ("up", rf"{_WHO}(?:{_PAY} {_OBJ})?(?:an? |the |our )?{_A} {_BONUS}{_TO}"),
    ("up", rf"{_WHO}(?:{_PAY} {_OBJ})?(?:an? |the |our )?{_BONUS} of {_A}{_TO}"),
    # The amount first: $5 comes on top, $5 is knocked off.
    ("up", rf"{_WHO}{_A} {_SOFT}(?:is|are|gets?|be|comes?|goes?)?(?: added| charged| due| put)?"
           rf" (?:on top|extra|in addition|more)(?: {_AT} {_B})?"),
    ("up", rf"{_WHO}{_A} {_SOFT}(?:is|are|gets?|be) (?:added|put on|tacked on|lumped on)"
           rf"(?: {_AT} {_B})?"),
    ("down", rf"{_WHO}{_A} {_SOFT}(?:is|are|gets?|be|comes?|goes?) (?:knocked |taken |struck |"
             rf"deducted|subtracted|docked|cut )?(?:off|back)?(?: {_AT} {_B})?"),
    # More or fewer of them: five portions more than planned.
    ("up", rf"^(?P<who>.*? )?(?:[a-z]+ )?{_A} (?:more |extra |additional |further |spare )?{_B} "
           rf"(?:more|extra|on top|to spare|in reserve|in addition|spare)(?: (?:than|on top of|"
           rf"beyond|over) (?:what (?:is|was) )?(?:planned|needed|ordered|expected|usual|"
           rf"agreed))?"),
    ("up", rf"^(?P<who>.*? )?(?:make|cook|have|plan|allow|add|order|print|get|put|give)(?: ⟦\d+⟧)? "
           rf"{_A} (?:more|extra|additional|further|spare) {_B}(?: (?:than|on top of|beyond|over) "
           rf"(?:what (?:is|was) )?(?:planned|needed|ordered|expected|usual|agreed))?"),
    ("down", rf"^(?P<who>.*? )?(?:[a-z]+ )?{_A} {_B} (?:fewer|less)(?: (?:than|for|on) .*)?"),
    ("down", rf"^(?P<who>.*? )?(?:[a-z]+ )?{_A} (?:fewer|less) {_B}(?: (?:than|for|on) .*)?"),
    # To be done: knock $5 off, add $5, charge $5 on top.
    ("down", rf"^(?P<who>.*? )?(?:knock|take|strike|cut|shave|chop|dock|trim|slash|lop|deduct|"
             rf"subtract|come down)(?: another)? {_A}(?: (?:off|from|away|away from|of))?"
             rf"(?: {_B})?"),
    ("up", rf"^(?P<who>.*? )?(?:add|put|tack|slap|clap|stick|lump|throw)(?: on)?(?: {_ONE_MORE})? "
           rf"{_A}(?: (?:more|extra|on top|on|to it|onto it|to that))?(?: {_AT} {_B})?"),
    ("up by", rf"^(?P<who>.*? )?(?:raise|increase|bump|hike|put|push|jack|mark|move|lift|step|inch|"
           rf"nudge)(?: up)? {_B}(?: up)?(?: by)? {_A}"),
    ("down by", rf"^(?P<who>.*? )?(?:lower|reduce|decrease|cut|drop|bring|put|mark|move|trim|slash)"
             rf"(?: down)? {_B}(?: down)?(?: by)? {_A}"),
    ("up", rf"{_WHO}{_B}{_Q} {_SOFT}(?:has |have |is |are |gone )*(?:gone|goes?|risen|rises?|"
     "climbs?|"
           rf"jumps?|grows?|crept|moved?|put|marked|pushed|ticks?) up (?:by )?{_A}"),
    ("down", rf"{_WHO}{_B}{_Q} {_SOFT}(?:has |have |is |are |gone )*(?:gone|goes?|fallen|falls?|"
     "drops?|"
             rf"dropped|sinks?|come|comes|moved?|put|marked|brought) down (?:by )?{_A}"),
    # A share of it.
    ("share", rf"{_WHO}{_PAY} {_OBJ}(?:(?:only|just|no more than|merely|not more than|a mere|at "
              rf"|for|over|again) )*{_A}(?: (?:of )?{_B})?(?: (?:price|as much|again|back))?"),
    # So many times.
    ("times", rf"{_WHO}{_PAY} {_OBJ}(?P<n>double|twice|triple|treble|three times|four times|"
              rf"quadruple)(?: (?:the amount|as much|the price|the usual|the normal))*"
              rf"(?: (?:of |as )?{_B})?"),
    ("times", rf"{_WHO}{_B} (?:is|are|be|becomes?|gets?) (?P<n>double|twice|triple|three times|"
              rf"four times)(?: what ⟦?\w*⟧? ?(?:was|is)(?: so far| before| now)?| as \w+| the "
              rf"usual| the normal| its \w+)*"),
    ("times", rf"{_WHO}(?P<n>doubles?|triples?|trebles?|quadruples?|halves|halve|double) {_B}"),
    ("times", rf"{_WHO}{_B} {_SOFT}(?:is |are |gets? |be )?(?P<n>doubled?|tripled?|trebled?|"
     "halved?|"
              rf"quadrupled?|doubles|triples|halves)"),
    # Nothing.
    ("free", rf"{_WHO}(?:pays?|owes?|costs?|(?:is|are|be) charged|charge|bill|gets?|has|have) "
             rf"{_OBJ}(?:nothing|zero|no money|not a (?:cent|penny|thing))(?: at all)?"
             rf"(?: (?:as|for|in|of|to) {_B})?"),
    ("free", rf"{_WHO}(?:pays?|owes?|(?:is|are|be) charged|charge|bear|bears|carry|have|has|need) "
             rf"{_OBJ}no {_B}(?: at all)?"),
    ("free", rf"{_WHO}(?:do not|don't|does not|doesn't|never|need not|needn't|must not|cannot|"
             rf"are not|is not|aren't|isn't|not)(?: have to| need to| to)? (?:be )?(?:pay|charged?|"
             rf"bill|billed|take|ask|owe)(?: for)? {_OBJ}(?:anything|(?:any )?{_B})"
             rf"(?: at all)?"),
    ("free", rf"{_WHO}(?:is|are|be|[a-z]+s?) (?:for free|free|free of charge|at no charge|"
             rf"at no cost|without charge|for nothing|gratis|on the house)"),
    ("free", rf"{_WHO}(?:is|are|be) (?:exempt|exempted|free|excused|freed|released|spared|let off)"
             rf"(?: from)?(?: paying)? {_B}"),
    ("free", rf"(?P<who>)no {_B} (?:is|are|applies|apply|falls? due|need be)(?: charged| due| "
             rf"taken| paid| payable| levied)?"),
    ("free", rf"^(?P<who>.*? )?(?:waive|drop|cancel|forgo|let them off|remit|scrap|forget) {_B}"),
    ("free", rf"{_WHO}{_B} {_SOFT}(?:is|are|gets?|be) (?:waived|dropped|nil|nothing|zero|remitted|"
             rf"scrapped|nought|free|let off)"),
)  # fmt: skip
_LEAD = (
    r"(?i)^(?:(?:please|so|then|and|but|also|from now on|from today|henceforth|as of (?:today|now)|"
    r"in (?:that|this) case|in future|this time|there|here|for (?:it|them|that|this)|on this|"
    r"therefore|today|⟦today⟧),? )+"
)
_COMPILED = tuple((what, re.compile(rf"(?i){way}{_TAIL}")) for what, way in _WAYS)
_LIKELY = 3.5
_NO_ACT = 1.6
"""What it says against a change for each word of whom it is for that says more of them."""
_AT_MOST = 2.7

_PLAIN = frozenset(
    ("we", "they", "you", "he", "she", "it", "one", "people", "customers", "clients", "everyone",
     "everybody", "anyone", "anybody", "whoever", "all", "the", "a", "an", "these", "those", "such",
     "each", "every", "any", "of", "them", "our", "this", "that", "us", "who", "which", "will",
     "please", "and", "so", "then", "now", "also", "in", "case", "cases", "there", "here", "for",
     "with", "only", "just", "then", "is", "are", "be", "do", "does", "to", "can", "must", "should",
     "may", "has", "have", "better", "ones", "at", "on", "get", "gets", "but", "always")
)  # fmt: skip


@dataclass(slots=True)
class Amended:
    """A change that is said of whom: `who` is the text before it, `step` what it comes to;
    `unsure` says what speaks against its property, `full` that `who` says nothing of a sort."""

    step: str
    score: float
    unsure: float
    who: str
    full: bool


def amended(
    text: str, sentence: Marked, situation: Situation, used: frozenset[str] = frozenset()
) -> Iterator[Amended]:
    """Yield what a part of a marked sentence says to change, and of whom it says so."""
    text = re.sub(r" +", " ", text).strip(" ,.")
    text = MARK.sub(lambda one: _now(one, sentence), text)
    text = re.sub(_LEAD, "", text)
    found = list(_amended(text, sentence, situation, used))
    if not found or not found[0].full:
        # The change first, and for whom it is behind it.
        for one in _FOR_WHOM.finditer(text):
            for change in _amended(text[: one.start()], sentence, situation, used):
                if change.full:
                    who = one["who"]
                    off = _off(who, sentence)
                    found.append(replace(change, score=change.score - off, who=who, full=not off))
    yield from found[:3]


_FOR_WHOM = re.compile(
    r"(?i),? (?:but )?(?:only )?(?:for|to|from|on|with|in the case of|in case of|by|of|at|in)(?= )"
    r"(?=(?P<who> .+)$)"
)


def _now(found: re.Match[str], sentence: Marked) -> str:
    """Return a mark, or the word for the present day: from now on."""
    said = sentence.mentions[int(found[1])].said
    return said if said.lower() in ("now", "today") else found[0]


def _off(who: str, sentence: Marked) -> float:
    """Return what it says against a change that the words for whom it is say more of them."""
    words = re.findall(r"[a-z'-]+", MARK.sub(" ", who).lower())
    # A noun alone says who it is, and not of what sort.
    more = [word for word in words if word not in _PLAIN][1 if "⟦" not in who else 0 :]
    marks = [
        one
        for one in sentence.among(who)
        if one.literal or (one.owner and one.kind not in ("person", "text", "any"))
    ]
    return min(_AT_MOST, _NO_ACT * (len(more) + 2 * len(marks)))


def _amended(
    text: str, sentence: Marked, situation: Situation, used: frozenset[str]
) -> Iterator[Amended]:
    """Yield what a text says to change that begins with the words for whom it is, if it has any."""
    for what, pattern in _COMPILED:
        found = pattern.match(text)
        if found is None:
            continue
        said = found.groupdict()
        by = sentence.mentions[int(said["a"])] if said.get("a") else None
        of = sentence.mentions[int(said["b"])] if said.get("b") else None
        who = said["who"] or ""
        change = text[len(who) :]
        who += said.get("q") or ""
        one = meant(what, said.get("n") or "", by, of, change, situation, used)
        if one is None:
            continue
        off = _off(who, sentence)
        if what == "put" and not off:
            continue
        yield Amended(one[0], _LIKELY - off - one[1], one[1], who, not off)
        return
