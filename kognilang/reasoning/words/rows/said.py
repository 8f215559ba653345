"""Said: which rows of a table the words of a sentence stand for: everything from the depot "Hull",
the loans that are marked "returned", whatever has sold more than 1,000 copies."""

from __future__ import annotations

import re

from kognilang.dataclass import dataclass
from kognilang.language.words import lemma
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.stating import stated
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention
from kognilang.reasoning.words.naming.relating import STATES, likely
from kognilang.reasoning.words.rows.wrapping import filtered

_ANYONE = (
    r"everything|everybody|everyone|whatever|whoever|anything|anybody|anyone|those|all|the ones|"
    r"ones|the lot|what|all that|them|they|all of them|the rest|who|which"
)
_LIST_OF = re.compile(r"(?i)^(?:the|our|an?) (?:list|table) of ")
_LEAD = r"(?:(?:all|any|every|each|the|our|those|these|of|whole|entire|only|just|single|other) )*"
_BEFORE = re.compile(rf"(?i)^{_LEAD}(?:⟦(?P<date>\d+)⟧'s )?(?P<adjective>[a-z-]+ )?$")
_STATES = re.compile(r"(?:ed|en|open|new|lost|sold|void|due)$")
_NOW = re.compile(
    r"(?i)(?:^|(?<= ))(?:at (?:the moment|present)|right now|currently|now|still|already|yet|"
    r"today|so far|as of now|these days)(?= |$)"
)
_THERE = re.compile(r"(?i)^(?:are there|there are|is there|do we have|we have|have we got)\b")
_STATE = re.compile(
    r"(?i)^(?:,? (?:that|which|who|and))*(?: (?:are|is|was|were|have been|has been|be|being|stand|"
    r"stands|have|has|bear|bears|with|we|under|on|in|at|of|for|by|as|to|the|down|still|already|"
    r"marked|flagged|labelled|tagged|listed|entered|set|put|noted|recorded|called|"
    r"stamped|read|carry|carries|share|"
    r"reads|status|state|says|say|show|shows|go|goes|come|comes|came|from|belong|belongs))* "
    r"⟦(?P<value>\d+)⟧$"
)
"""What stands between rows and the text that one property of theirs is."""
_IS_SO = re.compile(
    r"(?i)(?:that )?(?:is|are|was|were) (?P<in>in |at |on |under )?(?P<state>[a-z-]+)"
)
_IS_NOT = re.compile(r"(?i)\b(?:not|no|never|n't|without|except|but)\b")


@dataclass(slots=True)
class Rows:
    """The rows of a table that a sentence may speak of: what each is called, what they are in,
    and where; `so` is what is said of them besides: `the loan is overdue`."""

    noun: str
    table: str
    situation: Situation
    so: str = ""

    def words(self, condition: str) -> str:
        """Return rows of which a condition holds, in the words of the language."""
        both = " and ".join(one for one in (self.so, condition) if one)
        if condition.startswith("unless "):
            return ""
        said = filtered(self.noun, both, self.table) if both else self.table
        return f"the {said}" if said else ""


def rows_said(text: str, sentence: Marked, of: Rows) -> list[str]:
    """Return the rows that a part of a marked text stands for, the likeliest first: `the loans
    whose status is "returned"`; nothing where it stands for anything else."""
    text = re.sub(
        r"(?i)^(?:the|our|an?) (?:list|table) of ", "", " ".join(text.split()).strip(" ,")
    )
    marks = sentence.marks_of(f"the {of.noun}", f"the {of.table}")
    head = re.search(rf"(?i)⟦(?:{marks or 'x'})⟧|\b(?:{_ANYONE})\b", text)
    if head is None:
        return []
    before = _BEFORE.match(text[: head.start()])
    clause = text[head.end() :].strip(" ,")
    if before is None or (not head[0].startswith("⟦") and not clause and not of.so):
        return []
    adjective = (before["adjective"] or "").strip().lower()
    said = [""]
    if clause:
        clause = " ".join(_NOW.sub(" ", clause).split())
        clause = _THERE.sub("", clause).strip()
    if clause:
        said = _conditions(clause, sentence, of)
    if adjective and lemma(adjective) not in ("list", "table"):
        state = _state_of(adjective, of)
        said = [f"{state} and {one}" if one else state for one in said] if state else []
    return [words for one in said if (words := of.words(one))]


def _state_of(adjective: str, of: Rows, sure: bool = False) -> str:
    """Return that a row is in a state by its adjective: rejected, of its status; `sure` says that
    it can be nothing but a state."""
    fields = of.situation.fields.get(of.noun, {})
    texts = [name for name, kind in fields.items() if kind in ("text", "any")]
    states = [name for name in texts if name.split()[-1] in ("status", "state", "stage")]
    if len(states) != 1 or not (sure or _STATES.search(adjective)):
        return ""
    return f'the {of.noun}\'s {states[0]} is "{adjective}"'


def _known(condition: str, of: Rows) -> bool:
    """Tell whether a condition is one that the text can have of a row."""
    said = condition.removeprefix("unless ")
    if said.startswith(f"the {of.noun}'s "):
        return True
    words = (*of.situation.adjectives.get(of.noun, ()), *of.situation.decisions.get(of.noun, ()))
    return any(said.endswith(f" {word}") for word in words)


def _conditions(clause: str, sentence: Marked, of: Rows) -> list[str]:
    """Return what a clause may say of rows."""
    mentions = [*sentence.mentions, Mention(f"the {of.noun}", "record", said=f"the {of.noun}")]
    row = f"⟦{len(sentence.mentions)}⟧"
    clause = re.sub(r"(?i)^(?:(?:that|which|who) )+", "that ", clause)
    for lead in (f"Show {row} {clause}", f"If {row} {clause.removeprefix('that ')}, show {row}"):
        told = stated(Marked(lead, mentions), of.situation)
        left = MARK.sub(" ", re.sub(rf"(?i)^show|{row}|\b(?:that|which|who|are|is|from|in|on|of)\b",
                                    " ", told.rest))  # fmt: skip
        if told.conditions and not told.other and len(re.findall(r"[a-z]+", left.lower())) <= 1:
            # Every text of it has to be in what it says.
            literals = [mentions[int(one)].words for one in MARK.findall(clause)
                        if mentions[int(one)].literal]  # fmt: skip
            kept = [one for one in told.conditions
                    if all(word in one for word in literals) and _known(one, of)]  # fmt: skip
            if kept:
                return kept[:3]
    plain = _IS_SO.fullmatch(clause)
    if plain is not None:
        so = _state_of(plain["state"].lower(), of, plain["in"] is not None)
        return [so] if so else []
    state = _STATE.match(f" {clause}")
    if state is None or _IS_NOT.search(clause):
        return []
    value = sentence.mentions[int(state["value"])]
    if value.owner not in ("", of.noun) and "'s " in value.words:
        # That bear the name of this farm: the farm name, or the farm.
        own = value.words.rpartition("'s ")[2]
        named = [one for one in (f"{value.owner} {own}", value.owner, own) if one in
                 of.situation.fields.get(of.noun, {})]  # fmt: skip
        return [f"the {of.noun}'s {one} is {value.words}" for one in named[:1]]
    if not value.literal or value.kind != "text":
        return []
    fields = of.situation.fields.get(of.noun, {})
    texts = [name for name, kind in fields.items() if kind in ("text", "any")]
    if re.search(r"(?i)\b(?:marked|flagged|labelled|tagged|set|listed|entered|down)\b", clause):
        texts = [name for name in texts if set(name.split()) & STATES] or texts
    before = re.search(r"(?i)\b(in|at|for|to|by|with|of|from|on)(?: the)? ⟦", clause)
    ranked = likely(texts, MARK.sub(" ", clause), value.words, before[1].lower() if before else "")
    return [f"the {of.noun}'s {name} is {value.words}" for name in ranked[:2]]
