"""Idioms: how people say what the language's own forms and the books' actions do.

What is general English and no verb alike: `knock 3 off the total`, `that is all`, `the item goes
on the list`. Each stands for phrases by the beginning of their wordings; what a text defines
itself has none.
"""

from __future__ import annotations

import re
from functools import cache

_V = r"⟦\d+⟧"
"""A value that the sentence names."""
_ANY = r"(?:[\w',⟦⟧ ]*? )?"
"""Some words, or none."""

_WAYS: tuple[tuple[tuple[str, ...], str], ...] = (
    # -- values ---------------------------------------------------------------------------
    (("set {name}",),
     rf"becomes?|(?:put|bring|take|turn|push|cut|set|get|raise|lower|reduce|lift|increase|drop) "
     rf"{_V} (?:(?:back )?(?:down|up) |back )?to {_V}"
     rf"|(?:shall|should|must|has to|needs to|will|is to) (?:now )?(?:be|become|read|say)\b"
     rf"|(?:from now on|from here on|henceforth)|now (?:counts? as|reads?|stands? at)|is now"
     rf"|(?:turn|change|switch|flip|move|put|drop|bring|push|get|send) {_V} (?:over |back )?"
     rf"(?:in)?to {_V}"
     rf"|(?:mark|flag|tag|label|note|register|record|list|treat|count|declare|update|adjust|"
     rf"correct|make|put|fix) {_V} (?:down )?(?:as |with |to |at |to be )?{_V}"
     rf"|(?:write|enter|put|record|note|have) {_V} (?:as|for|under) {_V}"
     rf"|{_V} (?:moves|goes|changes|switches|turns|comes) (?:over |back |up |down )?(?:in)?to {_V}"
     rf"|replace {_V} (?:with|by) {_V}|give {_V} (?:the|a|an) \w+(?: of)? {_V}"),
    (("increase {name}",),
     rf"(?:put|bump|push|mark|turn|bring|move|crank|lift|drive|take|nudge|step) {_ANY}up\b"
     rf"|(?:goes?|moves?) up by|(?:raise|hike|boost|lift|grow|grows|rise|rises|climbs?) "
     rf"|{_V} more\b|(?:dearer|pricier|more expensive|higher|bigger|larger|longer)\b"
     rf"|add {_V} on top of"),
    (("decrease {name}",),
     rf"(?:put|bring|take|mark|turn|push|cut|scale|move|knock|step) {_ANY}down\b(?! to )"
     rf"|(?:goes?|comes?|moves?) down by|(?:lower|reduce|cut|slash|shrink|trim|discount) "
     rf"|drop {_V} by|(?:falls?|drops?|shrinks?) by"
     rf"|(?:cheaper|lower|smaller|shorter|less expensive)\b"
     rf"|{_V} less\b|pays? {_V} less"),
    (("subtract {value}",),
     rf"(?:knock|shave|cut|deduct|withhold|strike|dock|take|trim|keep|hold) {_V} "
     rf"(?:off|from|away from|out of|back from)|(?:deduct|withhold|dock)\b|less by {_V}|minus"),
    (("add {value} to {list}",),
     rf"on top of|towards?\b|(?:tack|put|throw) {_V} (?:on|in) (?:to )?|plus\b"
     rf"|{_V} (?:belongs?|goes?|comes?|should go|is to go|joins?) (?:to|on|onto|in|into|among)\b"
     rf"|{_V} joins? {_V}|(?:put|include|note|place|enter|list|append|count) {_V} (?:down )?"
     rf"(?:on|onto|in|into|among|to|as one of|under)\b|include {_V} in"),
    (("remove {value} from {list}",),
     rf"(?:cross|strike|take|scratch|drop|delete|pull|get|leave) {_V} (?:off|from|out of)\b"
     rf"|no longer (?:belongs?|on|in)\b"),
    (("create a list",), r"(?:make|start|begin|open|set up|keep|need) (?:us )?(?:a |an |the )?"
                         r"(?:new |empty |fresh )*list\b"),
    # -- telling and asking ----------------------------------------------------------------
    (("say {value}", "show {value}"),
     rf"(?:read|call|spit|print|shout|speak|put|write|give) {_ANY}out\b|read {_V} aloud"
     rf"|(?:mention|state|announce|output|print|report|echo|display|present|list)\b"
     rf"|let (?:me|us|everyone|everybody) (?:see|know|hear)|bring up|put {_V} on (?:the )?screen"),
    (("ask {person} for",),
     rf"find out|have {_V} (?:tell|give|say|enter|provide|supply|type|fill|name|state|confirm|send)"
     rf"|(?:let|make|get) {_V} (?:to )?(?:tell|enter|give|say|provide|type|fill|name|state)"
     rf"|(?:inquire|enquire|request|obtain)\b|get {_V} (?:from|off) {_V}|needs? to (?:tell|give) us"
     rf"|{_V} (?:has to|must|should|shall|needs to) (?:tell|give|enter|provide|name|type|say)"),
    (("tell {person}",),
     rf"let {_V} know|(?:notify|inform|alert|warn|page)\b|heads.?up|keep {_V} posted"
     rf"|(?:give|pass|drop) {_V} (?:the |a )?(?:message|word|note|line)"),
    (("send an email",),
     rf"[\w⟦⟧ ,]*\bby (?:e-?)?mail\b|\b(?:e-?mails?|mails?|mailed|emailed|mailing)\b"
     rf"|(?:drop|shoot|send|write) {_V} (?:a |an )?"
     rf"(?:quick |short )?(?:line|note|message|few words|word)|write to {_V}"
     rf"|(?:ping|fire off|shoot off)\b|let {_V} know|{_V} (?:should |must |shall |is to )?"
     rf"(?:gets?|receives?|hears?) "
     rf"|{_V} (?:(?:goes|go) (?:out|off)|is sent|are sent|is mailed) (?:out |off )?to {_V}"),
    # -- the course of things --------------------------------------------------------------
    (("stop",),
     r"no (?:point|use|sense) (?:in )?(?:carrying|going|continuing|keeping)(?: on)?\b|"
     r"(?:that is|that's|that was) (?:it|all|everything)\b|(?:we are|we're) (?:done|finished)\b"
     r"|call it a day|go no further|(?:halt|quit|exit|abort|cease|terminate)\b"
     r"|nothing (?:more|else|further) (?:is |has )?(?:to|remains)|end (?:it |things? )?here"
     r"|no (?:more|further|other) steps|wrap (?:it|things) up|finish (?:here|now|up)"),
    (("skip this",),
     rf"(?:go|move|carry|press|jump|skip|get|head|proceed|continue|turn) (?:straight |right )?"
     rf"(?:on |over |ahead )*(?:to|with) the next|on to the next|next one\b"
     rf"|(?:pay|paid) no (?:attention|heed) to|(?:do not|don't|never) (?:even )?(?:look at|bother|"
     rf"consider|care about|count|touch|process)|(?:is|are) (?:of )?no (?:interest|concern|matter)"
     rf"|(?:is|are) not (?:our|of) (?:concern|business|interest)|let {_V} be\b|leave off\b"
     rf"|(?:pass over|ignore|disregard|bypass|omit)\b|leave {_V} (?:out|alone|aside|be|as)\b"
     rf"|(?:do|does|needs?|requires?) nothing|nothing (?:is )?to (?:be )?do(?:ne)?|no action"
     rf"|forget (?:about )?{_V}|leave it\b|not interested in|does not matter|no need to bother"),
    (("wait {duration}", "wait until"),
     rf"(?:leave|have|make|allow|take|with) {_ANY}(?:break|pause|gap|rest)|let {_V} (?:stand|rest|"
     rf"lie|sit|be|cool|settle)|(?:allow|give|leave) {_V} {_V}"
     rf"|(?:pause|hold (?:on|off|it|your)|hang on|sit tight|take a break|sleep|delay|rest|stand by)"
     rf"\b|let {_V} (?:pass|go by|elapse|run)|give {_V} {_V}|{_V} later"
     rf"|nothing (?:is to |should |may |must )?happens?"
     rf"|not (?:go on|continue|proceed) (?:before|until|till)"),
    # -- files -----------------------------------------------------------------------------
    (("move {file}",),
     rf"(?:put|place|shift|transfer|get|file|bring|relocate|drag|tuck|stow|stash|drop|sort|send|"
     rf"archive|take) {_V} (?:over |away |back |across |straight )*"
     rf"(?:in|into|to|under|inside|among) {_V}"
     rf"|{_V} (?:goes?|belongs?|moves?|is filed|should go|has to go|must go|needs to go|is to go)"
     rf" (?:over |straight |back )*(?:in|into|to|under|inside)"),
    (("copy {file}",),
     rf"[\w⟦⟧ ,']*\b(?:also|as well|too|keep (?:ours|the original|it))\b[\w⟦⟧ ]*|"
     rf"\bcop(?:y|ies)\b|duplicate|back {_V} up|back up|backup|replicate|clone"
     rf"|keep {_V} (?:also )?in {_V} (?:as well|too)"),
    (("rename {file}",),
     rf"new name|another name|(?:re)?name (?:of )?{_V}|call {_V} {_V}"
     rf"|(?:be|is) (?:to be )?(?:called|named) {_V}|go(?:es)? by the name"),
    (("delete {file}",),
     r"get rid of|throw (?:\S+ )?(?:away|out)|\b(?:bin|trash|erase|wipe|discard|dispose|scrap|"
     r"chuck|toss|remove|destroy|shred|purge)\b|clear (?:\S+ )?(?:away|out)|no longer need(?:ed)?"),
    (("add to the file",),
     rf"\b(?:note|jot|log|append|record|scribble|enter|put)\b {_ANY}(?:in|into|to|on) "
     rf"(?:the end of )?{_V}|(?:note|jot|write|put) (?:\S+ )?down"
     rf"|(?:at|to) the (?:bottom|end|foot) of|tack|(?:an?|the) (?:entry|line|note|trace|remark)\b"
     rf"|add (?:a|the|one|another) (?:line|note|entry)"),
    (("write to the file",), rf"(?:write|save|store|put|output) {_V} (?:out )?(?:as|in|into|to)"),
    (("create the folder",),
     rf"(?:make|set up|open|need|create|start|add|want|be)\b{_ANY} ?(?:folder|directory|⟦\d+⟧)"),
    (("read the text",), rf"(?:pull|get|take|grab|lift|copy) {_ANY}text|what {_V} says|text (?:that"
                         rf" is )?(?:in|of|from)"),
    # -- tables ----------------------------------------------------------------------------
    (("read the spreadsheet", "read the sheet", "read the table", "read the file"),
     r"\b(?:load|open|pull|import|fetch|get|grab|bring in|take in|look (?:at|up)|go through)\b"),
    (("add a row",),
     r"\b(?:put|enter|log|record|note|write|list|register|jot|add|append|insert|track)\b.*"
     r"\b(?:in|into|to|on|onto)\b|(?:a|another|new) (?:row|line|entry|record)\b|insert\b"),
    (("save {table}",),
     r"\b(?:store|keep|write|export|dump|put|output)\b.*\b(?:in|into|to|as|out)"),
)  # fmt: skip


_NEXT = re.compile(
    r"(?i)\b(?:on|over|ahead|straight|right)? ?(?:to|with|for) the next\b|\bnext one\b"
)
"""What goes on to the next leaves this one, whatever else it may mean."""


@cache
def _compiled() -> list[tuple[tuple[str, ...], re.Pattern[str]]]:
    return [(names, re.compile(rf"(?i)(?<!\w)(?:{ways})")) for names, ways in _WAYS]


def said_for(part: str) -> dict[str, float]:
    """Return the beginnings of the phrases whose idioms a part of a marked sentence has, each with
    how much of it the idiom is: from 0.5 to 1."""
    found: dict[str, float] = {}
    length = max(len(part.split()), 1)
    for names, pattern in _compiled():
        spans = [len(one[0].split()) for one in pattern.finditer(part)]
        if spans:
            share = 0.5 + 0.5 * min(1.0, max(spans) / length)
            if names == ("skip this",) and _NEXT.search(part):
                share = 1.0
            for name in names:
                found[name] = max(found.get(name, 0.0), share)
    return found
