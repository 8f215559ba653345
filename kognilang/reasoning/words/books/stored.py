"""Stored: what a sentence says to do with the tables of databases, and the rows of spreadsheets."""

from __future__ import annotations

import re

from kognilang.dataclass import dataclass
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.books.columns import COLUMN, column_of, named, pairs_in, property_of
from kognilang.reasoning.words.books.putting import is_sheet
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention

_WHOLE, _LIKELY, _CHANGED = 4.0, 4.6, 5.4
"""How likely it is that a thing is added as a row; that a row is added of what is listed or a table
read; that a row is changed, which says more."""

_TO = (
    r"(?:(?:in|from|of|to|into|out of|on|onto|for|at|inside|within|through|using|over to) "
    r")?(?:the )?"
)
_OF = r",?(?: (?:in|of|from|out of|on|inside|that is in|which is in|within|at|belonging to))? "
r"(?:the )?"
_ROW = r"(?:(?:the|that|this|a|whatever|any|every) )?(?:row|line|record|entry|one)"
_KEYS = tuple(
    re.compile(rf"(?i){way}")
    for way in (
        rf"(?:{_ROW} )?(?:@ )?(?:where|whose|in which|for which|wherever) (?P<column>{COLUMN}) "
        r"(?:is|equals|reads|says|has|=|shows|matches|being) (?:the )?⟦(?P<value>\d+)⟧",
        rf"{_ROW} (?:@ )?(?:with|having|under|of|for|at|that has|which has|carrying|bearing) "
        rf"(?P<column>{COLUMN}) (?:of |is |being |= |number )?⟦(?P<value>\d+)⟧",
        rf"{_ROW} (?:@ )?(?:that has|which has|with|having|that carries|carrying|bearing|that "
        rf"bears|"
        r"holding|that shows|showing|where we have|that lists) ⟦(?P<value>\d+)⟧ "
        rf"(?:as|for|in|under|entered as|down as) (?P<column>{COLUMN})",
        rf"{_ROW} (?:@ )?(?:for|of|with|belonging to|about|that has|which has|under) "
        r"⟦(?P<value>\d+)⟧",
        rf"(?:for|of|at|under|with) (?P<column>{COLUMN}) ⟦(?P<value>\d+)⟧",
        r"⟦(?P<value>\d+)⟧'s (?:row|line|record|entry)",
    )
)
"""Which row is meant."""
_LEADING = re.compile(
    r"(?i)^(?:(?:please|kindly|now|then|also|we|i|want|need|would like|you|to|add|put|enter|insert|"
    r"append|make|create|write|start|open|log|record|note|register|list|jot|store|save|keep|track|"
    r"set|change|update|switch|turn|alter|correct|move|bring|adjust|give|gets?|receives?|should|"
    r"shall|must|has|have|is|are|be|find|look up|take|go|there|with|new|another|further|fresh|"
    r"extra|"
    r"an?|one|row|line|entry|record|down|up|in|into|for|it|that|this|which|where|headings?|"
    r"columns?|"
    r"values?|details?|following|containing|giving|stating|showing|of|on|assign|say|read|and|so|"
    r"scribble|include|place|show|holding|consisting|the (?:following|headings?|columns?|values?|"
    r"details?|row|line|entry|record|new row|new line|new entry)|will|let|can|may|at|the end|"
    r"needs?|every|time|each|from now on)\b|[@#,:;]) *"
)
_TRAILING = re.compile(
    r"(?i)(?:^|(?<=[ ⟧@#,:]))(?:please|now|then|too|also|in|into|to|of|on|onto|for|go|goes|"
    r"belongs?|"
    r"should|must|shall|have|has|be|is|are|put|entered|written|added|noted|listed|recorded|logged|"
    r"inserted|appended|stored|kept|saved|registered|as|an?|new|another|separate|own|one|further|"
    r"additional|extra|fresh|"
    r"row|line|entry|record|down|up|it|there|for it|at the (?:end|bottom)|under|each|get|gets|@|#|"
    r"[,:;.])[,:;. ]*$"
)
_READING = re.compile(
    r"(?i)\b(?:load(?: up)?|get|pull|fetch|read|take|import|open|retrieve|bring|grab|call up|in|"
    r"we|i|"
    r"also|will|want|need|use|have|everything|all|every|rows?|lines?|records?|entries|whole|entire|"
    r"the|of|our|data|contents?|what|is|they're|they|are|which|that|stored|kept|found|out|from|"
    r"please|up|these|it|sits?|stands?|lies?|come|comes|can|be|had|to|there|table|for this|for "
    r"that|"
    r"then|now|next|first|listed|us|me|would|like|see|look at|go through)\b|[@,:;.]"
)
_READS = re.compile(
    r"(?i)\b(?:load|get|pull|fetch|read|take|import|open|retrieve|bring|grab|call up|need|want|"
    r"use|are|"
    r"is|they|they're|have|comes?|sits?|stands?|lies?|see|look at|go through|found|stored|kept)\b"
)
_ROWS = re.compile(
    r"(?i)\b(?:row|line|entry|record|add|put|enter|insert|append|write|log|note|register|jot|track|"
    r"go(?:es)?|belongs?|listed|entered|recorded|noted|written|down|file|include|list|scribble|"
    r"make|"
    r"keep|store|save|collect|place|start|give|gets?|with|is|:)"
)
_AS_NEW = re.compile(
    r"(?i),? (?:as|and (?:call|name) (?:it|them|that)|under the name(?: of)?|and keep (?:it|"
    r"them) as)"
    r" (?:the )?([a-z]+(?: [a-z]+)?)$"
)


@dataclass(slots=True)
class _Place:
    """Where rows are: how the language says it, the text with `@` for it, and its table's name."""

    words: str
    text: str
    table: str = ""


def stored(text: str, sentence: Marked, situation: Situation) -> list[tuple[str, float]]:
    """Return what a marked text says to do with the rows of a database's table or of a
    spreadsheet: sentences of the language, and how likely they are."""
    place = _in_database(text, sentence)
    if place is None:
        place = _in_spreadsheet(text, sentence, situation)
        return _added(place, "to", sentence, situation) if place is not None else []
    changed = _changed(place, sentence, situation)
    if changed:
        return [(changed, _CHANGED)]
    return _read(place, sentence) or _added(place, "to", sentence, situation)


def _in_database(text: str, sentence: Marked) -> _Place | None:
    marks = {sentence.mentions[int(one)].noun: int(one) for one in MARK.findall(text)}
    table, database = marks.get("table"), marks.get("database")
    if table is None or database is None:
        return None
    for way in (rf"{_TO}⟦{table}⟧{_OF}⟦{database}⟧", rf"{_TO}⟦{database}⟧,? {_TO}⟦{table}⟧"):
        found = re.search(rf"(?i){way}", text)
        if found is not None:
            said = sentence.mentions[table].words
            words = f"the table {said} WHERE the database {sentence.mentions[database].words}"
            return _Place(words, text.replace(found[0], "@"), said.strip('"'))
    return None


def _in_spreadsheet(text: str, sentence: Marked, situation: Situation) -> _Place | None:
    for one in MARK.findall(text):
        mention = sentence.mentions[int(one)]
        if not _is_spreadsheet(mention, situation):
            continue
        sheet = next(
            (m for m in MARK.findall(text) if sentence.mentions[int(m)].noun == "sheet"), None
        )
        where = rf"{_TO}⟦{sheet}⟧{_OF}⟦{one}⟧" if sheet else rf"{_TO}⟦{one}⟧"
        found = re.search(rf"(?i){where}", text)
        if found is None:
            return None
        words = f"the spreadsheet {mention.words}"
        if sheet:
            words = f"the sheet {sentence.mentions[int(sheet)].words} of {words}"
        return _Place(words, text.replace(found[0], "@"))
    return None


def _is_spreadsheet(value: Mention, situation: Situation) -> bool:
    if value.literal:
        return is_sheet(value)
    if value.kind != "file":
        return False
    known = rf'(?i)^{re.escape(value.words)} is the \w+ "[^"]+\.(?:xlsx|xls|ods|csv|tsv)"'
    told = any(re.match(known, one) for one in situation.before)
    return told or re.search(r"(?i)spreadsheet|workbook", value.words) is not None


def _changed(place: _Place, sentence: Marked, situation: Situation) -> str:
    """Return that one row of a table is changed; empty where none is."""
    for way in _KEYS:
        for key in way.finditer(place.text):
            value = property_of(sentence.mentions[int(key["value"])], situation)
            said = key.groupdict().get("column")
            column = column_of(said, sentence, situation) if said else _own(value)
            between = "@" if "@" in key[0] else "#"
            rest = place.text.replace(key[0], f" {between} # ")
            given = pairs_in(_details(rest), sentence, situation) if column else None
            if given and value.words:
                where = place.words.replace("WHERE", "of")
                lead = f"Update the row with the {column} {value.words} in {where} with"
                return lead + "".join(f"\n    the {name}: {words}" for name, words, _ in given)
    return ""


def _own(value: Mention) -> str:
    return "" if value.literal or not value.owner else named(value)


def _details(text: str) -> str:
    """Return what is left of a text for the columns and their values."""
    text = " ".join(text.split()).strip(" .")
    while (lead := _LEADING.match(text)) is not None and lead[0]:
        text = text[lead.end() :]
    while (trail := _TRAILING.search(text)) is not None and trail[0]:
        text = text[: trail.start()].rstrip()
    return text


_FOR_WHOM = re.compile(r"(?i)@,? for (?:the |our )?(?:⟦\d+⟧|[a-z]+(?: [a-z]+)?)[.]*$")
_THEM = re.compile(r"(?i)⟦(\d+)⟧(?: (?:down|in|up))? @(?=.*⟦)")


def _is_thing(value: Mention) -> bool:
    several = value.said.lower().endswith("s") and not value.words.endswith("s")
    return value.pronoun or (value.kind == "record" and not value.literal and not several)


def _added(
    place: _Place, to: str, sentence: Marked, situation: Situation
) -> list[tuple[str, float]]:
    """Return that a row is added, with what stands in its columns."""
    if not _ROWS.search(place.text):
        return []
    text = _FOR_WHOM.sub("@", place.text)
    # Note them there, name and gap: what is noted is said behind it.
    text = _THEM.sub(
        lambda one: "@" if _is_thing(sentence.mentions[int(one[1])]) else one[0], text, count=1
    )
    given = pairs_in(_details(text), sentence, situation)
    one = r"⟦(\d+)⟧" if not re.search(r"(?i)\bas @", place.text) else "x"
    whole = re.fullmatch(one, _details(place.text))
    if not given and whole is not None and _is_thing(sentence.mentions[int(whole[1])]):
        # The application goes into later.csv: all that it has.
        thing = sentence.mentions[int(whole[1])].words
        sheet = place.words.removeprefix("the spreadsheet ")
        return [(f"Add {thing} to {sheet}.", _WHOLE)] if thing and sheet[0] == '"' else []
    if not given:
        return []
    where = place.words.replace("WHERE", "in")
    details = "".join(f"\n    the {name}: {words}" for name, words, _ in given)
    return [(f"Add a row {to} {where} with{details}", _LIKELY)]


def _read(place: _Place, sentence: Marked) -> list[tuple[str, float]]:
    """Return that a table of a database is read."""
    if not _READS.search(place.text):
        return []
    text = MARK.sub(
        lambda one: (
            sentence.mentions[int(one[1])].said
            if not sentence.mentions[int(one[1])].literal
            else one[0]
        ),
        place.text,
    )
    named_so = _AS_NEW.search(text.strip(" ."))
    if named_so is not None:
        text = text[: named_so.start()]
    left = " ".join(_READING.sub(" ", text).split()).lower()
    if re.search(r"⟦|'s\b", left) or len(left.split()) > 2:
        return []
    name = (named_so[1].lower() if named_so is not None else left) or place.table
    if name != place.table and not re.fullmatch(r"[a-z]+(?: [a-z]+)?", name):
        return []
    where = place.words.replace("WHERE", "from")
    called = f" as the {name}" if name != place.table else ""
    return [(f"Read {where}{called}.", _LIKELY)]
