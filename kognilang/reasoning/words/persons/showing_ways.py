"""Ways of showing: how people say that a text is shown to whoever is there."""

from __future__ import annotations

from kognilang.reasoning.words.persons.asking_words import MUST, TEXT

_SCREEN = (
    r"(?:(?:up )?(?:on|onto|at) (?:the |my |our |this |your )?(?:screen|console|display|terminal|"
    r"monitor|top of the screen))"
)
_WORDS = r"(?: (?:the|this|a) (?:line|text|words?|message|sentence))?"

SHOWING: tuple[tuple[str, str], ...] = (
    ("say", rf"(?:what|all|the (?:line|text|words?|message)(?: that)?) (?:(?:I|we|you|everyone) "
            rf"(?:need|want|would like|expect|wish|must|have|should|shall|ought)"
            rf"(?: (?:for|to (?:see|read|have|get|be shown|appear|stand)|see|read|shown))*|"
            rf"(?:should|must|has to|is to|ought to|shall|needs to) (?:be|appear|stand|come up|"
            rf"show(?: up)?|pop up|be shown|be displayed|be seen|be read))(?: up)? {_SCREEN}"
            rf"(?: is| reads| says)?:?(?: this:?)? {TEXT}"),
    ("say", rf"{_SCREEN},? (?:I|we|you) (?:need|want|would like|expect|wish|must|should|'d like)"
            rf"(?: to)?(?: (?:see|read|have|be shown))?{_WORDS},?:? {TEXT}"),
    ("say", rf"{_SCREEN} (?:it |there )?(?:should|must|has to|is to|shall|needs to|ought to) "
            rf"(?:be|say|read|stand|appear|show|come up){_WORDS},?:? {TEXT}"),
    ("say", rf"{TEXT}{MUST}(?:appear|be shown|be displayed|be seen|be put up|be printed|stand|be|"
            rf"come up|show up|pop up|flash up|go|be read) {_SCREEN}"),
    ("say", rf"{TEXT} (?:appears|is shown|is displayed|is put up|is printed|stands|comes up|"
            rf"shows up|pops up|goes|belongs) {_SCREEN}"),
    ("say", rf"(?:put|show|display|print|flash|throw|bring|write|have|get|give|output)(?: up)? "
            rf"{TEXT}"
            rf"(?: up)? {_SCREEN}"),
    ("say", rf"(?:let|have|make) {TEXT} (?:appear|shown|displayed|come up|pop up|stand|printed|"
            rf"put up) {_SCREEN}"),
    ("say", rf"(?:I|we) (?:want|need|would like|'d like|wish|have)(?: to (?:see|read|have)| shown)?"
            rf"{_WORDS} {TEXT} {_SCREEN}"),
    ("say", rf"(?:I|we) (?:want|need|would like|'d like|wish) to (?:see|read){_WORDS},?:? {TEXT}"),
    ("say", rf"(?:let|have) (?:me|us) (?:see|read){_WORDS},?:? {TEXT}(?: {_SCREEN})?"),
)  # fmt: skip
"""What is meant, and how that is said. Names in capitals stand for more of the asking words."""
