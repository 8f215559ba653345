"""Questioning: questions inside a sentence that stand in no quotes: whether the flat may be let."""

from __future__ import annotations

import re
from collections.abc import Callable

from kognilang.language.words import lemma
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention
from kognilang.reasoning.words.persons.asking_words import PERSON
from kognilang.reasoning.words.persons.parties import person
from kognilang.reasoning.words.phrases.synonyms import is_verb

_ANYONE = re.sub(r"\?P<\w+>", "?:", PERSON)
_ENDS = (
    r"(?=\s*$|[.;!?]|,? (?:and|but|then) (?:on|if|in that case|with|only|then|when|where|should|"
    r"do|go|remind|act|proceed|otherwise|give|allow)\b|,? (?:otherwise|or else|failing|if so|"
    r"if not|"
    r"if yes)\b|,? (?:and |but )?(?:an? )?(?:yes|no) means\b"
    r"|,? (?:within|giving|remind\w*|before|in ⟦\d+⟧)\b|,? (?:is|lies|rests|depends|falls|"
    r"has to be|"
    r"must be|should be|needs to be|gets|will be|shall be|remains|hangs|goes)(?: to be)? (?:up to|"
    r"with|on|to|"
    r"for|left|decided|determined|settled|judged|answered|checked|clarified|said|confirmed|cleared|"
    r"asked|made|in the hands|a (?:question|matter|decision|call)|⟦\d+⟧'s)|,? (?:is )?⟦\d+⟧"
    r"(?: (?:decides|tells us|says|can say|must say|has to decide|has to say|should decide|"
    r"must decide|is "
    r"to decide|will decide)|'s (?:call|decision|choice|job))|,? (?:up to|before|over to) ⟦\d+⟧$|"
    r",? ask ⟦\d+⟧|[,;]? (?:and|but|or|then|and then) (?:please |just |we |you )?[a-z]+ [^,;?]*?,? "
    r"(?:if|when|where|in case|unless|should) (?:he|she|they|it|that|not|so|yes|no|the answer|"
    r"the (?:reply|verdict)|⟦\d+⟧)\b[^,;?]*$)"
)
_WHETHER = re.compile(rf"(?i)\bwhether (?:or not )?(?P<c>.+?)(?:,? or not)?{_ENDS}")
_THAT = re.compile(
    rf"(?i)\b(?:confirms?|verif(?:y|ies)|double-checks?|certif(?:y|ies)|attests?(?: to it)?|"
    rf"checks?|"
    rf"vouch(?:es)?|makes? sure|ensures?|assures? us|guarantees?|acknowledges?) that "
    rf"(?P<c>.+?){_ENDS}"
)
_SAYS = (
    r"(?:decides?|says?|tells? (?:us|me)|judges?|determines?|chooses?|checks?|confirms?|sees?|"
    r"looks? at|"
    r"looks? into|has a look(?: at)?|have a look(?: at)?|takes? a look(?: at)?|figures? out|"
    r"works? out|"
    r"settles?|rules?|assess(?:es)?|evaluates?|makes? up (?:their|his|her) minds?|clarif(?:y|ies)|"
    r"finds? out|"
    r"considers?|knows?|verif(?:y|ies)|answers?|makes? the (?:call|decision)|looks?|examines?|"
    r"advises?|"
    r"states?|estimates?|reviews?|investigates?|let (?:us|me) know|lets (?:us|me) know|"
    r"inform (?:us|me)|be "
    r"asked|is asked|be consulted|thinks?|double-checks?|inspects?|votes?|give (?:us |"
    r"me )?(?:an? |the |"
    r"their )?(?:opinion|view|word|verdict|answer|decision))"
)
_IF = re.compile(
    rf"(?i)(?:\b(?:ask|asks|consult|query|quiz|poll|question) {_ANYONE},?|\b(?:check|clarify|"
    rf"clear|clear "
    rf"up|confirm|verify|double-check|discuss|settle|inquire|enquire|find out|learn|hear|"
    rf"establish|know|"
    rf"ascertain|determine|see|agree)(?: it| back)? (?:with|from|of|via|through) {_ANYONE},?|"
    rf"\b(?:let|"
    rf"have|make|get|want|need|expect|require|ask|wait for|wait until|up to|"
    rf"for) {_ANYONE} (?:to )?{_SAYS}"
    rf"|^{_ANYONE} (?:[\w']+ ){{0,3}}{_SAYS}|, {_ANYONE} (?:[\w']+ ){{0,3}}{_SAYS}|\b(?:ask|"
    rf"inquire|"
    rf"enquire)(?: first)?)(?: for us| us| me| about it| first| on| about| as to)* "
    rf"if (?P<c>.+?)(?:,? or not)?{_ENDS}"
)
_ON = re.compile(
    r"(?i)\b(?:decides?|decision|say yes or no|says yes or no|say|yes or no|yes/no|verdict|"
    r"opinions?|view|"
    r"views|word|ruling|rules?|votes?|advice|call|minds?|thinks?|says?|asked|consulted|answer|"
    r"final say|last word|"
    r"the say|consult "
    r"⟦\d+⟧|ask ⟦\d+⟧|check with ⟦\d+⟧|query ⟦\d+⟧|choice|judge?ment|decision of ⟦\d+⟧|(?:verdict|"
    r"opinion|"
    r"view|word|answer|decision|advice|yes or no|yes/no) (?:from|of|by) ⟦\d+⟧) "
    rf"(?P<by>on|about|to|regarding|as to|over|of|for|upon|concerning) (?P<c>[a-z-]+ing\b "
    rf".+?){_ENDS}"
)
_DOING = re.compile(
    r"(?i)^(?P<c>[a-z-]+ing .+?)(?= (?:is|has to be|must be|should be|lies|rests|"
    r"depends)(?: (?:up to|with|on|"
    r"for|decided by|a (?:question|matter|decision) (?:for|of))|) ⟦\d+⟧(?:'s (?:decision|call|"
    r"choice|job)|$| to "
    r"decide))"
)
_ASKS = re.compile(
    r"(?i)(?:^|: |, )(?P<c>(?:should|shall|may|can|could|must|would|will|is|are|has|have) "
    r"(?:we|it|⟦\d+⟧|this|they|there|you|an? [a-z-]+|the [a-z-]+|any(?:one|body|thing)|"
    r"some(?:one|body)|every(?:one|body|thing)|all(?: [a-z]+)?) [^?.]+?)(?:\?|$)"
)
"""A question with its mark: should we extend it?"""
_AGREES = re.compile(
    rf"(?i)\b(?:see|check|find out|ask|make sure|clarify)(?: if| whether| that)? (?P<p>{_ANYONE}) "
    r"(?:is|are|would be|agrees|agree|consents|has|have|would|does|do)(?: (?:ok|okay|fine|happy|"
    r"alright|all "
    r"right|agreeable|in agreement|good|comfortable|not mind|not object|n't mind|no objections?|"
    r"nothing))?"
    rf" (?:with|to|about|against) (?P<c>[a-z-]+ing\b .+?){_ENDS}"
)


def questioned(sentence: Marked, situation: Situation) -> Marked:
    """Return a marked sentence with one mark for a question that stands in it without quotes."""
    agrees = _AGREES.search(sentence.text)
    if agrees is not None and next(person(agrees["p"], sentence, situation), ""):
        lead = f"ask {agrees['p']} "
        return _marked(sentence, agrees.start(), agrees.end(), agrees["c"], lead)
    asks = _ASKS.search(sentence.text)
    if asks is not None and _somebody(sentence, situation, asks.start(), asks.end()):
        clause = _as_statement(asks["c"])
        if clause:
            return _marked(sentence, asks.start("c"), asks.end(), clause, "")
    for pattern in (_WHETHER, _IF, _THAT, _ON, _DOING):
        found = pattern.search(sentence.text)
        if found is None:
            continue
        start = (
            found.start("c") if pattern in (_ON, _DOING) else _lead(sentence.text, found.start("c"))
        )
        if pattern in (_ON, _DOING) and not is_verb(lemma(found["c"].split()[0].lower())):
            continue
        if pattern is _THAT and not re.search(
            r"(?i)⟦\d+⟧.*$|\b(?:the|our|my) ", sentence.text[:start]
        ):
            continue
        if not _somebody(sentence, situation, start, found.end()):
            continue
        return _marked(sentence, start, found.end(), found["c"], "")
    return sentence


def _as_statement(question: str) -> str:
    """Return a question in the order of a statement: we should extend it."""
    found = re.match(
        r"(?i)(\w+) (we|it|this|they|⟦\d+⟧|there|you|an? [A-Za-z-]+|the [a-z-]+|any\w+|some\w+|"
        r"every\w+|all(?: [a-z]+)?) (.+)$",
        question.strip(" ?"),
    )
    return f"{found[2]} {found[1].lower()} {found[3]}" if found is not None else ""


def _somebody(sentence: Marked, situation: Situation, start: int, end: int) -> bool:
    """Tell whether somebody is named beside a question, or it is only asked."""
    text = sentence.text
    rest = f"{text[:start]} {text[end:]}"
    if re.match(r"(?i)\s*(?:please |then |first |and )*(?:ask|inquire|enquire)\b", rest):
        return True
    if re.search(r"(?i)\b(?:us|me)\b", rest) and re.search(r"(?i)\b(?:ask|consult)\b", rest):
        return True
    return any(
        next(person(one, sentence, situation), "")
        for one in re.findall(r"⟦\d+⟧|(?:the|our|my|an?) [\w-]+(?: [\w-]+)?", rest)
    )


def _lead(text: str, at: int) -> int:
    """Return where `whether` or `if` begins before a clause."""
    lead = re.search(r"(?i)(?:whether|if|that)(?: or not)? $", text[:at])
    return lead.start() if lead is not None else at


def _marked(sentence: Marked, start: int, end: int, clause: str, instead: str) -> Marked:
    number = len(sentence.mentions)
    said = clause.strip(" ,")
    mention = Mention(f"whether {said}", "question", said=said)
    text = sentence.text
    tail = f"⟦{number}⟧{text[end:]}"
    return Marked(f"{text[:start]}{instead}{tail}", [*sentence.mentions, mention])


_MAY = (
    r"(?:may|can|could|should|shall|must|might|ought to|is to|are to|has to|have to|needs? to|"
    r"is allowed "
    r"to|are allowed to|will|would|is supposed to|are supposed to|gets? to|want to|want us to|"
    r"better)"
)
_PASSIVE = re.compile(
    rf"(?i)^(?P<x>.+?) (?:{_MAY}|gets?|is|are)(?: really| actually| now| still| also|"
    rf" then)* (?:be )?"
    r"(?P<v>[a-z]+(?:ed|en|t|d|n|id))\b(?P<r>.*)$"
)
_BE = re.compile(rf"(?i) (?:{_MAY}) (?:[a-z]+ )?be ")
_WE = re.compile(
    rf"(?i)^(?:we|you|i|one|they)(?:'d)? (?P<may>(?:{_MAY}|are allowed to|are permitted to|are to|"
    rf"are "
    r"free to|are right to|had better|do|are going to|go ahead and|really|actually|just|now|still)"
    r"(?: (?:really|actually|just|now|still|then|go ahead and))* )?(?P<v>[a-z-]+)(?P<r> .+)$"
)
_FINE = re.compile(
    r"(?i)^(?:it|that|this)(?: is|'s| would be| may be)? (?:ok|okay|fine|alright|all right|"
    r"acceptable|"
    r"allowed|right|good|worth|sensible|advisable|permitted|safe|in order|appropriate|a good idea|"
    r"time|"
    r"wise|worthwhile|correct|better|makes sense|best)(?: for us)? (?P<c>(?:to [a-z-]+|"
    r"[a-z-]+ing) .+)$"
)
Acts = Callable[[str], list[str]]
"""Returns the sentences of a text's own phrases for a part of a sentence, the likeliest first."""


def wordings(clause: str, sentence: Marked, acts: Acts) -> list[str]:
    """Return how a question is put behind `whether`, the likeliest way first: `to extend the loan`
    where it is about something that the text can do, and else in its own words."""
    clause = clause.strip(" ,.?")
    fine = _FINE.match(_with_it(clause, sentence))
    clause = fine["c"] if fine is not None else clause
    plain = _plain(clause, sentence)
    action, sure = _action(clause)
    if not action:
        return [plain]
    own = [f"to {one[:1].lower()}{one[1:].rstrip('.')}" for one in acts(action)[:1]]
    put = f"to {_plain(action, sentence)}"
    if sure:
        found = [put, *own] if _begins_alike(own, put) else [*own, put]
        return list(dict.fromkeys(found))
    return list(dict.fromkeys([*own, plain]))


def _with_it(clause: str, sentence: Marked) -> str:
    """Return a clause that begins with a mark for `it` with the word itself."""
    mark = MARK.match(clause)
    if mark is None or sentence.mentions[int(mark[1])].said.lower() not in ("it", "that", "this"):
        return clause
    return f"it{clause[mark.end() :]}"


def _begins_alike(own: list[str], put: str) -> bool:
    return bool(own) and own[0].split()[:2] == put.split()[:2] and own[0] == put


def _action(clause: str) -> tuple[str, bool]:
    """Return what is to be done, of a question whether to do it, and whether that is certain."""
    low = clause[:1].lower() + clause[1:]
    if low.startswith("to "):
        return low[3:], True
    first = low.split()[0]
    if first.endswith("ing") and is_verb(lemma(first)):
        return f"{lemma(first)}{low[len(first) :]}", True
    if first.endswith("ing") and is_verb(_base(first)):
        return f"{_base(first)}{low[len(first) :]}", True
    we = _WE.match(low)
    if we is not None and is_verb(we["v"]) and we["v"] not in ("have", "be", "know", "own"):
        sure = bool(we["may"]) and re.match(r"(?:can|could|will|would)\b", we["may"]) is None
        return f"{we['v']}{we['r']}", sure or not we["may"]
    passive = _PASSIVE.match(clause)
    if passive is not None and is_verb(lemma(passive["v"].lower())):
        sure = _BE.search(clause) is not None and not re.search(
            r"(?i) (?:can|could|will|would|is|are|has to|have to|must|needs? to) ", clause
        )
        return f"{lemma(passive['v'].lower())} {passive['x']}{passive['r']}", sure
    return "", False


def _base(word: str) -> str:
    stem = word[:-3]
    for one in (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem):
        if is_verb(one):
            return one
    return word


def _plain(text: str, sentence: Marked) -> str:
    said = MARK.sub(lambda one: sentence.mentions[int(one[1])].words, text)
    return said[:1].lower() + said[1:] if said[1:2].islower() or said[1:2] == " " else said
