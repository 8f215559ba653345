"""Together: what is done with rows of a table as a whole: they are shown, saved, taken out of the
table, counted, or given a name of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.books.putting import is_sheet
from kognilang.reasoning.words.naming.computed import key_of
from kognilang.reasoning.words.naming.giving_names import name_given
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention
from kognilang.reasoning.words.rows.reckoned import Steps, done_with_it
from kognilang.reasoning.words.rows.said import Rows, rows_said
from kognilang.reasoning.words.rows.showing import seen

_WE = (
    r"(?:(?:please|kindly|just|now|then|and|so|we|i|let's|also|you|first|next|simply|finally|they|"
    r"should|must|would like to|want to|need to|have to|can|'d like to) )*"
)
_ROWS = r"(?P<rows>\S.*?)"
_OUT = r"(?: (?:out|away|off|down|clean|straight|right|completely|altogether|again|for good))*"
_FROM = r"(?:off|from|out of|of|out from)"
_TABLE = (
    r"(?:(?:the|our) (?:list|table|register|books?|sheet|file)(?: of)? ?)?(?:⟦(?P<table>\d+)⟧)?"
)
_TAKE = (
    r"(?:remove|delete|strike|cross|scratch|drop|erase|take|kick|throw|pull|clear|wipe|weed|sort|"
    r"get rid of|purge|leave|cut|eliminate|chuck|toss|discard|clean|thin|filter|sift|withdraw)"
)
_COMES = (
    r"(?:(?:is|are|gets?|have to|has to|must|should|shall|can|may|will|to|be|now|needs? to|ought "
    r"to|then) )*(?:comes?|goes|go|taken|removed|struck|crossed|deleted|dropped|leaves?|falls?|"
    r"drops?|disappears?|vanish(?:es)?|gone|out|thrown|cleared|wiped|scratched|erased|no longer "
    r"belongs?|(?:do|does) not belong|has no place|have no place)"
)
_REMOVED = tuple(
    re.compile(rf"(?i){_WE}{way}")
    for way in (
        rf"{_TAKE}{_OUT} {_ROWS}{_OUT} {_FROM} {_TABLE}",
        rf"{_ROWS} {_COMES}{_OUT} (?:{_FROM}|on|in) {_TABLE}",
        rf"{_ROWS} (?:should not be|must not be|shall not be|are not to be|can't stay|cannot stay|"
        rf"must not stay|should not stay|have no business|need not stay) (?:on|in|among) {_TABLE}",
        rf"(?:clear|clean|purge|rid|strip|free|relieve) {_TABLE} of {_ROWS}",
        rf"{_ROWS}:? off {_TABLE} with them",
        rf"there is no (?:place|room) (?:for|on {_TABLE} for) {_ROWS}",
    )
)
_KEEP = (
    r"(?:save|store|keep|write|export|dump|put|file|back up|archive|park|stash|record|log|collect|"
    r"list|copy|print|print out|note|get|set|leave|deposit|bring|move|preserve|render|have|want|"
    r"need|lay|pack|gather|stow|tuck|place|make|draw up|create|prepare|produce|write out|output|"
    r"compile|take|secure|hold|enter)"
)
_COPY = (
    r"(?:(?:us |me )?(?:an? |the |one |another )?(?:(?:new|spare|second|safety|full|complete|short|"
    r"separate|own|extra) )*(?:copy|list|backup|export|table|record|duplicate|version|"
    r"snapshot|extract|overview|spreadsheet|file)(?: made)? (?:of|with|from|containing|holding|"
    r"for) )?"
)
_IN = (
    r"(?: (?:away|aside|down|together|up|over|out|safely|separately|on file|also|as well|too|by "
    r"themselves|on their own))*,? (?:in|into|as|to|under|inside|onto|on|on file (?:as|in|under)|"
    r"out (?:as|to|into))"
)
_SHEET = (
    r"(?: (?:an?|the|our|own|separate|new|single|different|its|their|extra|one|special|another|"
    r"list|file|spreadsheet|sheet|workbook|table|excel|csv|xlsx|export|backup|of|called|named|"
    r"self|themselves|itself|name|by|under|with|for|it|them|that|titled))*,?:? ⟦(?P<sheet>\d+)⟧"
)
_AFTER = (
    r"(?:,? (?:please|now|then|too|as well|also|for (?:later|now|safety|the record|our records|us|"
    r"me|safe ?keeping|good measure)|today|first|before (?:we|you|i|anything|anybody|the|going)\b"
    r"[^⟦]*|so (?:that )?(?:we|i|nothing|they|it|nobody)\b[^⟦]*|just in case|to be (?:safe|on the "
    r"safe side)|as a (?:backup|precaution|record)|for the [a-z]+))*[.!]*"
)
_SAVED = tuple(
    re.compile(rf"(?i){_WE}{way}{_AFTER}")
    for way in (
        rf"{_KEEP} {_COPY}{_ROWS}{_IN}{_SHEET}",
        rf"{_ROWS} (?:(?:is|are|must|should|shall|has|have|needs?|ought|will|can|to|be|also|now|"
        rf"then|all|gets?|best|better|deserves?) )*(?:worth (?:keeping|saving|storing|recording|"
        rf"having)|kept|saved|stored|written|exported|filed|archived|put|recorded|logged|collected|"
        rf"listed|copied|noted|go|goes|belongs?|comes?|ends? up|lands?|entered|parked|moved|to be|"
        rf"found){_IN}{_SHEET}",
        rf"(?:in|into|to|as){_SHEET},? (?:(?:we|i|you|please|should|want|need|to|is|are) )*"
        rf"(?:{_KEEP}|goes|go|belongs?|comes?) {_COPY}{_ROWS}",
        rf"(?:fill|make|create|build|write|produce|prepare|draw up|set up|start){_SHEET},? (?:with|"
        rf"of|from|out of|for|containing|holding|listing|that (?:lists|holds|contains|"
        rf"has)) {_ROWS}",
        rf"(?:an? |the )?(?:copy|list|export|backup|extract) (?:of|with) {_ROWS} (?:(?:is|are|must|"
        rf"should|has|to|be|goes|belongs|comes|go|kept|saved|stored|put|needed|wanted) ?)*"
        rf"(?:in|into|as|to|under){_SHEET}",
    )
)
_COUNTED = tuple(
    re.compile(rf"(?i){_WE}{way}[?.!]*")
    for way in (
        r"(?:(?:tell|show|give) (?:me|us) |say |let (?:me|us) know |(?:i|we) (?:want|need|like) to "
        rf"(?:know|see|hear) |find out |see |check |state |report )?how many(?: of)? {_ROWS}",
        rf"(?:count|count up|tally) {_ROWS}",
        r"(?:(?:tell|show|give) (?:me|us) |say |let (?:me|us) know |what is |show |state |report "
        rf"|display |print )(?:the )?(?:number|count|tally|quantity) of {_ROWS}",
    )
)
_THEN = re.compile(r"^(?P<first>.*?)(?:[?.;:]|,? and(?: then)?|,) +(?P<then>.+)$")
_WHY = re.compile(
    r"(?i)(?:,| -|;| because| since) (?:we|i|they|it|the|⟦\d+⟧|he|she|nobody|as|because|since|who|"
    r"which|that|so)\b[^\"]*$"
)
"""Why it is done: we sold the rights."""
_LIKELY = 5.0


def together(
    text: str, sentence: Marked, of: Rows, base: Situation, steps: Steps
) -> Iterator[tuple[str, float]]:
    """Yield what a marked sentence does with rows of a table as a whole: sentences of the
    language, and how likely they are. `steps` reads what is done with a figure of theirs."""
    text = " ".join(text.split()).strip(" ,")
    yield from seen(text, sentence, of)
    yield from _named(text, sentence, of)
    for said in dict.fromkeys((text, _WHY.sub("", text))):
        for way in (_both, _removed, _saved, _counted, _so_done):
            found = list(way(said, sentence, of))
            if found:
                yield from found
                return
    parts = _THEN.match(text)
    if parts is None:
        return
    for said, score in _counted(parts["first"], sentence, of):
        # How many are lost? Add that to the log.
        figure = said.removeprefix("Say ").rstrip(".")
        for meaning, likely in done_with_it(parts["then"], sentence, figure, base, steps):
            yield meaning, likely + score - _LIKELY


def _removed(text: str, sentence: Marked, of: Rows) -> Iterator[tuple[str, float]]:
    for way in _REMOVED:
        for number, rows in enumerate(_told(way, text, sentence, of)):
            yield _removal(rows, of), _LIKELY - 0.1 * number
            if number == 2:
                return


def _saved(text: str, sentence: Marked, of: Rows) -> Iterator[tuple[str, float]]:
    for way in _SAVED:
        found = way.fullmatch(text)
        if found is None or not is_sheet(sentence.mentions[int(found["sheet"])]):
            continue
        sheet = sentence.mentions[int(found["sheet"])].words
        for number, rows in enumerate(rows_said(found["rows"], sentence, of)):
            yield f"Save {rows} as {sheet}.", _LIKELY - 0.1 * number
        return


def _counted(text: str, sentence: Marked, of: Rows) -> Iterator[tuple[str, float]]:
    for way in _COUNTED:
        found = way.fullmatch(text)
        if found is not None:
            for number, rows in enumerate(rows_said(found["rows"], sentence, of)):
                yield f"Say the number of {rows}.", _LIKELY + 0.2 - 0.1 * number


def _both(text: str, sentence: Marked, of: Rows) -> Iterator[tuple[str, float]]:
    """Yield that rows are saved and taken out of their table, said of them in one sentence."""
    for split in re.finditer(r"(?i),? (?:and|but)(?: then| also)? |, then |; ", text):
        first, then = text[: split.start()], text[split.end() :]
        rows = next((found["rows"] for way in (*_REMOVED, *_SAVED)
                     if (found := way.fullmatch(first)) is not None), "")  # fmt: skip
        if not rows:
            continue
        again = _instead(then, rows, sentence)
        again = again if again != then else f"{rows} {then}"
        for one, other in ((first, again), (again, first)):
            saved = next(_saved(one, sentence, of), None)
            removed = next(_removed(other, sentence, of), None)
            if saved is not None and removed is not None:
                yield f"{saved[0]}\n{removed[0]}", _LIKELY + 1.0
                return


def _instead(text: str, rows: str, sentence: Marked) -> str:
    """Return a text with rows in the place of the word that stands for them."""

    def one(match: re.Match[str]) -> str:
        return rows if sentence.mentions[int(match[1])].pronoun else match[0]

    said = re.sub(r"(?i)(?<![\w⟦])(?:them|those|these|it)(?!\w)", rows, text, count=1)
    return said if said != text else MARK.sub(one, text)


def _so_done(text: str, sentence: Marked, of: Rows) -> Iterator[tuple[str, float]]:
    """Yield what is done with rows of which something else is said first: those are not for this
    week, so take them off the list."""
    for split in re.finditer(r"(?i)[,;:](?: and)?(?: so| hence| therefore| thus)?,? |\. ", text):
        first, then = text[: split.start()], text[split.end() :]
        for end in _SAID_OF.finditer(first):
            rows = first[: end.start()]
            again = _instead(then, rows, sentence)
            if again != then:
                found = [*_removed(again, sentence, of), *_saved(again, sentence, of)]
                if found:
                    yield from found
                    return


_SAID_OF = re.compile(
    r"(?i) (?=(?:are|is|were|was|have|has|had|do|does|need|needs|can|cannot|may|will|should|must|"
    r"go|goes|get|gets|aren't|isn't|don't|doesn't|won't|can't|belong|belongs)\b)"
)


def _named(text: str, sentence: Marked, of: Rows) -> Iterator[tuple[str, float]]:
    """Yield that rows are given a name of their own."""
    if _NAMING.search(text) is None:
        return
    marks = sentence.marks_of(f"the {of.noun}", f"the {of.table}")
    if not marks:
        return
    head = re.search(rf"(?i)(?:(?:all|the|our|those|any|every|each) )*⟦(?:{marks})⟧", text)
    if head is None:
        return
    ends = [one.start() for one in _ENDS.finditer(text, head.end())]
    for end in [*reversed(ends), len(text), head.end()]:
        mention = Mention("", "table")
        marked = Marked(
            f"{text[: head.start()]}⟦{len(sentence.mentions)}⟧{text[end:]}",
            [*sentence.mentions, mention],
        )
        # Only what would be a name for them is worth to be looked at.
        mention.words = "the rows of it"
        if not list(name_given(marked.text, marked, of.situation, mention.words)):
            continue
        found = False
        for number, rows in enumerate(rows_said(text[head.start() : end], sentence, of)):
            mention.words = rows
            for said, score in name_given(marked.text, marked, of.situation, rows):
                yield said, score - 0.1 * number
                found = True
        if found:
            return


_NAMING = re.compile(
    r"(?i)\b(?:call|name|refer|known|keep|remember|note|record|store|save|hold|put|set|as|make|"
    r"makes|made|mean|understand|consists?|forms?|is|are|comprises?|means|constitutes?|contains?|"
    r"let|under|called|named|includes?|covers?)\b"
)
_ENDS = re.compile(
    r"(?i)(?=,? (?:and|as|we|i|is|are|aside|by|down|under|makes?|forms?|constitutes?|which|that|go|"
    r"goes|to|apart|together|be|for|then|form|counts?|in)\b)|(?=[,;:.?])"
)


def _told(way: re.Pattern[str], text: str, sentence: Marked, of: Rows) -> Iterator[str]:
    """Yield the rows that a way speaks of, where it is their table that it names."""
    found = way.fullmatch(text)
    if found is None:
        return
    table = found.groupdict().get("table")
    ours = (f"the {of.noun}", f"the {of.table}")
    if table and sentence.mentions[int(table)].words not in ours:
        return
    if not table and not re.search(r"(?i)\b(?:list|table|register|books?|sheet|file)\b", text):
        return
    yield from rows_said(found["rows"], sentence, of)


def _removal(rows: str, of: Rows) -> str:
    key = key_of(of.situation.fields.get(of.noun, {}))
    whose = re.fullmatch(rf"the {re.escape(of.table)} (whose .*)", rows)
    if whose is not None and re.fullmatch(rf'whose {re.escape(key)} is "[^"]+"', whose[1]):
        return f"Remove the {of.noun} {whose[1]} from the {of.table}."
    sort = re.fullmatch(rf"the ([a-z-]+) {re.escape(of.table)}", rows)
    each = f"{of.noun} {whose[1]}" if whose else f"{sort[1]} {of.noun}" if sort else ""
    if not each:
        return f"Remove {rows} from the {of.table}."
    return f"For each {each}, remove the {of.noun} from the {of.table}."
