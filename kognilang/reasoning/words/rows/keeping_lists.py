"""Keeping lists: what is put on a list of the text, taken off it, or counted, in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.language.words import singular
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import Marked, Mention, subject_of

_OFTEN = r"(?:also|now|then|therefore|always|too|both|all|simply|just|please|so)"
_OUGHT = (
    rf"(?:{_OFTEN} |must |should |shall |has to |have to |is to |are to |needs? to |ought to |may |"
    r"can |will |is |are |be |gets? |was |were |been )*"
)
_END = (
    r"(?:,? (?:too|as well|also|again|then|please|now|from now on|any ?more|any longer|after all|"
    r"as of (?:today|now)|in addition|at the end|at once|instead))*"
    r"(?:,? (?:because|since|as|for)\b[^⟦]*|, (?:we|they|it|the|⟦\d+⟧|he|she|who|which)\b.*)?[.!]*$"
)
_INTO = (
    r"(?:(?:goes|go|comes|belongs?|added|put|entered|noted|placed|listed|counted|written|joins?|"
    r"moves?|moved|stands?|recorded|included|kept|gathered|collected|filed|appended|taken up|up|"
    r"down|appears?|should appear|be|gets?|get|lands?|ends up|winds up|finds its place|one|"
    r"material|something|an? (?:case|candidate|entry|item)|sent|sorted|destined|"
    r"intended|meant|set down|taken down|wanted|has a place|have a place) ?)+(?:also |now )?"
    r"(?:to|in|into|on|onto|among(?:st)?|with|under|up|for|of)(?: the (?:list|end|rest) of| to)?"
)
_OFF = (
    r"(?:(?:goes|comes?|taken|removed|struck|crossed|deleted|dropped|leaves?|falls?|drops?|"
    r"disappears?|gone|out) ?)+(?:off |from |out of |off of )+(?:the list of )?"
)
_NO = r"(?:no longer|not|isn't|aren't|n't|never|not any longer|no more)"
_TABLE = r"(?:the |our )?(?:table|list|spreadsheet|sheet|register|records?|books|file|data)"
_REMOVED = re.compile(
    r"(?i)(?:remove|delete|strike|cross|scratch|drop|erase|take|kick|throw|pull|clear|wipe) ⟦(\d+)⟧"
    rf"(?: out| off)? (?:from|off|out of|of) (.+?){_END}"
)
_GOES = re.compile(
    rf"(?i)⟦(\d+)⟧ {_OUGHT}(?:comes?|goes|go|taken|removed|struck|crossed|deleted|dropped|leaves?|"
    rf"disappears?|thrown)(?: out| off)? (?:from|off|out of|of) (.+?){_END}"
)
_SUCH = re.compile(
    r"(?i)(?:(?:anything|everything|anyone|everyone|everybody|anybody|whatever|whoever|it|they|"
    r"those|these|this|that|such|all|others?|(?:such (?:an? )?|the |an? |any |all )?(?:[a-z]+ )??"
    r"(?:things?|ones?|stuff|items?|cases?|people|articles?|pieces?|goods|persons?|folks?|"
    r"entr(?:y|ies)))(?: (?:that|which|who))? )(?=(?:also |now |then |must |should |has to |have "
    r"to |is |are |will |can |may |needs? to |always )*(?:go|goes|gets?|come|comes|belongs?|added|"
    r"put|entered|noted|placed|listed|joins?|moves?|recorded|filed|one|for|on|in|among|counts?|"
    r"lands?|ends?|to be)\b)"
)
"""What a sentence has for its thing where it names none."""
_NOTHING = re.compile(
    r"(?i)(?=(?:goes|go|belongs?|comes?|lands?|ends? up|joins?|one for|moves?)\b)"
)
_PILE = (
    r"(?:(?:the |our )?(?:list|pile|stack|heap|set|queue|collection|batch|folder|box|row|register|"
    r"group|roll) (?:of|for|with) )?"
)
_LIKELY = 4.2


def kept(text: str, sentence: Marked, situation: Situation) -> Iterator[tuple[str, float]]:
    """Yield what a part of a sentence does with a list of the text, and how likely it is."""
    text = re.sub(" +", " ", text.strip(" ,.!"))
    text = re.sub(rf"(?i)^(?:please |so |then |and |we |{_OFTEN} )*", "", text)
    gone = _REMOVED.match(text) or _GOES.match(text)
    row = sentence.mentions[int(gone[1])] if gone is not None else None
    if gone is not None and row is not None and row.literal and row.kind == "text" and not row.noun:
        # "Night Ferry" comes off the list: the row of that name.
        where = re.search(r"⟦(\d+)⟧$", gone[2].strip())
        words = sentence.mentions[int(where[1])].words if where is not None else ""
        for table, noun in situation.tables.items():
            if words in (f"the {table}", f"the {noun}"):
                yield f"Remove {row.words} from the {table}.", _LIKELY
                return
    if gone is not None and row is not None and row.kind == "record":
        for table, noun in situation.tables.items():
            names = rf"{re.escape(table)}|{re.escape(noun)} (?:list|table|register|file)"
            said = re.sub(r"⟦(\d+)⟧", lambda one: sentence.mentions[int(one[1])].words, gone[2])
            if row.noun == noun and re.search(rf"(?i)\b(?:{names})$|^(?:{_TABLE})$", said.strip()):
                yield f"Remove {row.words} from the {table}.", _LIKELY
                return
    bare = _SUCH.match(text) or _NOTHING.match(text)
    if bare is not None and (subject := subject_of(situation)):
        # Anything goes onto the list: what is left of a sentence without its condition.
        about = Mention(f"the {subject}", "record", pronoun=True)
        sentence = Marked(sentence.text, [*sentence.mentions, about])
        text = f"⟦{len(sentence.mentions) - 1}⟧ {text[bare.end() :]}"
    for name, kind in situation.kinds.items():
        if kind != "list":
            continue
        marks = sentence.marks_of(f"the {name}")
        called = rf"{_PILE}(?:{f'⟦(?:{marks})⟧|' if marks else ''}(?:the )?{re.escape(name)})"
        yield from _step(text, sentence, name, called)


def _step(text: str, sentence: Marked, name: str, called: str) -> Iterator[tuple[str, float]]:
    thing = r"(?:the (?:\w+ )?)?⟦(?P<of>\d+)⟧"
    sort = " ".join(name.split()[:-1])
    word = re.escape(singular(name.split()[-1]))
    one_of = rf"(?:an?|one of the|one of) {re.escape(sort)} {word}" if sort else "^$"
    adds = (
        rf"{called} {_OUGHT}(?:gets?|receives?|takes?|grows? by|includes?|have|has|given|contains?|"
        rf"extended (?:by|with)|gains?|supplemented (?:by|with)) {thing}{_END}",
        rf"{thing} {_OUGHT}{_INTO} {called}{_END}",
        rf"(?:include|list|count|number|reckon|note|record|keep|register|enter|write|stick|park|"
        rf"place|file|store|collect|gather|save|put|add|set|get|take|send|move|sort|pop|jot|"
        rf"slot|drop|have|want|we want|throw|queue|line up|log|book|chalk up|tack|mark) {thing}"
        rf"(?: down| up| over)? (?:in|on|among(?:st)?|with|into|onto|to|under|down (?:in|on|for)|"
        rf"up (?:on|for)|down)(?: the list of)? {called}{_END}",
        rf"(?:so |then |and )?(?:off )?(?:on|onto|into|to|in) {called} (?:with )?{thing}{_END}",
        rf"{called} (?:is|are) (?:the (?:right )?(?:place|one|list)|where) (?:for )?{thing}"
        rf"(?: belongs?| goes)?{_END}",
        rf"(?:extend|supplement|complete|lengthen|expand|enlarge) {called} (?:by|with) {thing}"
        rf"{_END}",
        rf"{thing} {_OUGHT}(?:now )?(?:is |are |counts as |becomes |made )+{one_of}{_END}",
        rf"(?:from now on,? |as of today,? )?{thing} (?:is|are|counts as|becomes) (?:now |also |"
        rf"also now )+(?:{one_of}|{re.escape(sort)}){_END}"
        if sort
        else "^$",
    )
    takes = (
        rf"{thing} {_OUGHT}{_OFF}{called}{_END}",
        rf"{thing} (?:is|are|has|does|do|should|must|belongs?)? ?(?:to be |be )?{_NO} (?:longer |"
        rf"be |belongs? |stay |remain |stand )*(?:in|on|among|part of|one of) {called}{_END}",
        rf"(?:strike|cross|delete|scratch|drop|erase|kick|throw|pull|withdraw|take|release|clear) "
        rf"{thing}(?: out| off)? (?:from|off|out of|of)(?: the list of)? {called}{_END}",
        rf"{called} {_OUGHT}(?:loses?|drops?) {thing}{_END}",
        rf"(?:the \w+ )?{thing} (?:is|are) (?:no longer|not) {re.escape(sort)}"
        rf"(?: {word})?(?: any ?more| any longer| now)?{_END}" if sort else "^$",
        rf"{thing} (?:is|are) (?:no longer|not) (?:an? )?(?:{one_of}){_END}",
    )  # fmt: skip
    for ways, form in ((adds, "Add {} to the {}."), (takes, "Remove {} from the {}.")):
        for way in ways:
            found = re.match(rf"(?i)^{way}", text)
            if found is None or way == "^$":
                continue
            of = sentence.mentions[int(found["of"])]
            if of.words and of.words != f"the {name}" and _may_stand(of):
                yield form.format(of.words, name), _LIKELY
                return
    empties = (
        rf"(?:empty|clear|wipe|reset|void|clean out|clear out|delete everything (?:in|on|from)|"
        rf"remove everything from|start over with|start afresh with|purge)(?: out)? {called}{_END}",
        rf"{called} (?:is|are|must be|should be|has to be|gets?|is to be) (?:emptied|cleared|wiped|"
        rf"reset|made empty)(?: out)?{_END}",
        rf"(?:let |have )?{called} (?:starts?|begins?)(?: out| off)? (?:over |again )?empty"
        rf"(?: again)?{_END}",
        rf"make {called} empty(?: again)?{_END}",
    )
    if any(re.match(rf"(?i)^{way}", text) for way in empties):
        yield f"Set the {name} to nothing.", _LIKELY
    counts = (
        rf"(?:say|tell (?:me|us)|show|report|state|give (?:me|us)?|what is|let (?:me|us) know|"
        rf"print|display|output|i want to know)?(?: me| us)? ?(?:how many|the number of|the count "
        rf"of|how long)(?: \w+)? ?(?:are |is |stand |there are |there is |we have )*"
        rf"(?:in|on|of)? ?(?:the list of )?{called}(?: (?:has|have|holds?|contains?|is|are|there "
        rf"are|we have|now))*[?]?{_END}",
        rf"count (?:what is on |what is in |the \w+ (?:in|on) |up )?{called}{_END}",
    )
    if any(re.match(rf"(?i)^{way}", text) for way in counts):
        yield f"Say the number of the {name}.", _LIKELY


def _may_stand(mention: Mention) -> bool:
    """Tell whether a value may stand in a list: none that is a condition, or a question."""
    return mention.kind not in ("question", "new", "person")
