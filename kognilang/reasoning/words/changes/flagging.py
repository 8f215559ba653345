"""Flagging: a yes/no property that is said to hold from now on, or no longer; and the notes that
are made of a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import MARK, Marked, subject_of

_MARK = (
    r"(?:mark|flag|tick|check|note|record|set|put|label|class|book|enter|register|log|count|treat|"
    r"tag|list|write|show|report|declare|designate|code|class|rate|consider|regard|file|make|"
    r"signal|highlight|stamp|call|keep|have|get)"
)
_MARKED = (
    r"(?:marked|flagged|ticked|checked|noted|recorded|set|put|labelled|labeled|classed|booked|"
    r"entered|registered|logged|counted|treated|tagged|listed|written|shown|reported|declared|"
    r"designated|coded|rated|considered|regarded|filed|made|highlighted|stamped|kept)"
)
_AS = r"(?: (?:down|off|up|in))?(?: (?:as|to be|to|being|for|as being|as having been|in))?"
_X = r"(?:⟦\d+⟧|it|this|that|them|they|he|she|him|her|this one)"
_END = (
    r"(?:,? (?:too|as well|also|again|then|please|now|from now on|there|any more|anymore|any "
    r"longer|straight away|at once|"
    r"from here on|for (?:now|good)|in the (?:list|table|records?|books|file)))*[.!]?$"
)
_NO = r"(?P<no>(?:not|no longer|un|non|never) ?-?)?"
_LEAD = r"(?:please |so |then |just |we |and |but |now |also )*"
_OUGHT = (
    r"(?:(?:then |also |simply |just |now )*(?:must|should|shall|will|may|can|has to|have to|is to"
    r"|are to|needs? to|ought to|is|are|gets?|be|to be) )+(?:also |then |simply |now )?"
)
_NOTED = re.compile(
    r"(?i)(?:[,:;]| -| –)? (?:so |and |please |then )*(?:mark|note|record|tick|make a note of|"
    r"take a note of|write|put|enter|log|register)(?: (?:that|this|it|so))?(?: down| accordingly| "
    r"there| as such| in the records)*[.!]?$"
)
_THAT = re.compile(
    r"(?i)^(?:and |please |then |also )*(?:note|record|mark|write|register|make a note|put|enter|"
    r"log)"
    r"(?: down)? that "
)
_LIKELY, _STATED = 3.4, 2.2


def flagged(text: str, sentence: Marked, situation: Situation) -> Iterator[tuple[str, float]]:
    """Yield that a yes/no property of the thing is set, where a part of a marked sentence says so:
    flag it as urgent; it is no longer clean."""
    subject = subject_of(situation)
    fields = situation.fields.get(subject, {})
    names = [name for name, kind in fields.items() if kind == "yes/no"]
    if not names:
        return
    plain = MARK.sub(lambda one: _named(one, sentence), text)
    for name in names:
        prop = rf"(?:the |its |their |an? )?{_forms(name)}(?: (?:box|flag|mark|field|column))?"
        said = f"the {subject}'s {name}"
        for way, value in (
            (rf"{_MARK}(?: (?:down|off|up|in))? {_X}{_AS} {_NO}{prop}", "yes"),
            (rf"{_X} {_OUGHT}{_MARKED}{_AS} {_NO}{prop}", "yes"),
            (rf"{_X} (?:counts?|passes|goes down|stands|rates|qualifies) as {_NO}{prop}", "yes"),
            (rf"{_MARK}{_AS} {_X} {_NO}{prop}", "yes"),
            (
                rf"(?:tick|check|mark|set|flag|switch on|turn on|tick off|check off)(?: off)? "
                rf"{prop}"
                rf"(?: (?:on|for|of|in) {_X})?",
                "yes",
            ),
            (rf"(?:switch|turn|set|flip|put|change) {prop} (?:on|to yes|to true)", "yes"),
            (
                rf"(?:untick|uncheck|unset|clear|unmark|switch off|turn off) {prop}"
                rf"(?: (?:on|for|of|in) {_X})?",
                "no",
            ),
            (rf"(?:unmark|unflag) {_X} (?:as )?{prop}", "no"),
            (rf"(?:switch|turn|set|flip|put|change) {prop} (?:off|to no|to false)", "no"),
            (rf"{prop} {_OUGHT}(?:ticked|checked|set|marked|yes|true|on|switched on)", "yes"),
            (rf"{prop} (?:becomes|turns to|goes to|changes to|now reads) (?P<to>yes|no)", "yes"),
            (rf"{prop}(?::| -| =) ?(?P<to>yes|no)", "yes"),
            (rf"{prop} {_OUGHT}(?:unticked|cleared|no|false|off|switched off)", "no"),
        ):
            found = re.match(rf"(?i)^{_LEAD}(?:{way}){_END}", plain)
            if found is not None:
                turned = found.groupdict().get("no") or found.groupdict().get("to") == "no"
                yield f"Set {said} to {'no' if turned else value}.", _LIKELY
                return
        head = _NOTED.sub("", _THAT.sub("", plain))
        held = re.match(
            rf"(?i)^{_LEAD}{_X}(?:'s| is| are| was| has been| becomes?| counts as| turns)"
            rf"(?P<nt>n't| not)?(?: now| then| already| therefore| thus)? {_NO}{prop}{_END}", head
        )  # fmt: skip
        if held is not None:
            likely = _STATED if head == plain else _LIKELY
            yield f"Set {said} to {'no' if held['no'] or held['nt'] else 'yes'}.", likely
            return


def _named(found: re.Match[str], sentence: Marked) -> str:
    """Return a mark, or the words it stands for where they are a yes/no property."""
    mention = sentence.mentions[int(found[1])]
    return mention.said if mention.kind == "yes/no" and mention.said else found[0]


def _forms(name: str) -> str:
    """Return a property's name as a pattern, with what may stand for its hyphens: paid up."""
    return r"[ -]".join(re.escape(one) for one in re.split("[ -]", name))


_NOTE_OF = re.compile(
    r"(?i)^(?:please |so |then |just |we |and |also )*(?P<verb>note|comment|remark|name|call|label|"
    r"title|tag|date|number|code|mark)(?: down)? (?:⟦(?P<a>\d+)⟧ (?:down )?(?:about|on|for|against|"
    r"with|to|of|next to|beside|under) ⟦(?P<x>\d+)⟧|⟦(?P<y>\d+)⟧ ⟦(?P<b>\d+)⟧|⟦(?P<z>\d+)⟧ (?:as|"
    r"with|to be) ⟦(?P<c>\d+)⟧|⟦(?P<d>\d+)⟧)(?: on it| about it| there| down)?[.!]?$"
)
_WRITTEN = re.compile(
    r"(?i)^(?:please |so |then |just |we |and |also )*(?:write|put|jot|note|enter|record|scribble|"
    r"pencil|key|type|mark|leave|set|add|make a note)(?: down| in)?(?: the (?:word|words|text|note|"
    r"remark|line))? ⟦(?P<a>\d+)⟧(?: down| in)? (?:in|into|under|on|among|to|as|at|for)(?: its| "
    r"the| "
    r"their)? ⟦(?P<x>\d+)⟧(?: (?:field|column|box|cell))?[.!]?$"
)
"""Jot "stains" down under the remarks."""
_REMARKS = re.compile(r"(?i)\b(?:note|remark|comment|memo|observation|annotation|reason)s?$")
_FIELDS = {"note": ("note", "comment", "remark"), "comment": ("comment", "remark"),
           "remark": ("remark", "comment"), "name": ("name", "title"), "call": ("name", "title"),
           "label": ("label", "tag"), "title": ("title", "name"), "tag": ("tag", "label"),
           "date": ("date",), "number": ("number",), "code": ("code",),
           "mark": ("mark", "grade", "note")}  # fmt: skip


def noted(text: str, sentence: Marked, situation: Situation) -> Iterator[tuple[str, float]]:
    """Yield that a property is set whose name is what is said to be done: note "bites" about it,
    name it "Rex"."""
    written = _WRITTEN.match(text)
    if written is not None:
        value, prop_of = (sentence.mentions[int(written[one])] for one in ("a", "x"))
        texts = value.literal and value.kind == "text" and not value.noun
        if texts and prop_of.owner and _REMARKS.search(prop_of.words):
            yield f"Set {prop_of.words} to {value.words}.", _LIKELY
            return
    found = _NOTE_OF.match(text)
    if found is None:
        return
    value = next(sentence.mentions[int(found[one])] for one in "abcd" if found[one])
    about = [sentence.mentions[int(found[one])] for one in "xyz" if found[one]]
    subject = subject_of(situation)
    if not value.literal or any(
        one.words != f"the {subject}" and one.owner != subject for one in about
    ):
        return
    fields = situation.fields.get(subject, {})
    for name in _FIELDS[found["verb"].lower()]:
        for prop, kind in fields.items():
            if prop in (name, f"{name}s") and kind in (value.kind, "any"):
                yield f"Set the {subject}'s {prop} to {value.words}.", _LIKELY
                return
