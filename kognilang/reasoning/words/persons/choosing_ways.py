"""Ways of choosing: how people say that somebody chooses among several texts."""

from __future__ import annotations

from kognilang.reasoning.words.persons.asking_words import (
    HAVE,
    MUST,
    PERSON,
    PERSON_ONLY,
)

_AMONG = (
    r"(?:,|:)?(?: (?:one|any|one of (?:these|those|the following|them)|of (?:these|the "
    r"following)|from|between|among(?:st)?|out of|of|one of|either|whether|whether it is|"
    r"whether it is to be|if it is|namely|which (?:is|are|can be|may be)|being|the options|"
    r"there (?:is|are)|with the (?:options|choices)|as))*(?:,|:)?"
)
_CHOICE = (
    r"(?:(?:the |that |this |a )?(?:final |free )?(?:choice|pick|selection|decision|option|"
    r"choosing|picking|say|call))"
)
_OF = r"(?: (?:of|for|on|about|as to|over) (?P<x>⟦\d+⟧))?"
_SETTLE = (
    r"(?:choose|pick(?: out)?|select|decide(?: on)?|settle(?: on)?|say|tell (?:us|me)|name|state|"
    r"determine|opt|make up (?:their|his|her) minds?|set|fix|rule|give (?:us|me))"
)
_SETTLES = (
    r"(?:chooses|picks(?: out)?|selects|decides(?: on)?|settles(?: on)?|says|tells (?:us|me)|names|"
    r"determines|rules|sets)"
)
_WHICH = (
    r"(?: (?:which(?: one)?|what|whether)(?: (?!⟦\d+⟧,? (?:or|and) |⟦\d+⟧, ⟦)"
    r"(?:[\w'-]+|⟦\d+⟧)){0,6}?)"
)
_LIST = r" (?P<l>LIST)"

CHOOSING: tuple[tuple[str, str], ...] = (
    ("choose", rf"(?:{HAVE}{PERSON},? (?:to )?)|{PERSON_ONLY}{MUST})(?:choose|pick|select|decide|"
               rf"settle on|opt)(?: (?:for )?(?P<x>⟦\d+⟧)(?: (?:for|of|to|on|with|in) ⟦\d+⟧)?)?,?"
               rf"(?: (?:from|between|among|out of|"
               rf"one of"
               rf"|for|whether it is|if it is|either|whether it is to be))*(?:,|:)? (?P<l>LIST)"),
    ("choose", rf"{PERSON} (?:chooses|picks|selects|decides)(?: (?P<x>⟦\d+⟧))?,?(?: (?:from|"
               rf"between|"
               rf"among|out of|one of|for|either))*(?:,|:)? (?P<l>LIST)"),
    ("choose", rf"(?:give|offer|show|present) {PERSON}(?: with)?,?(?: the (?:choices|"
               rf"options))?:? (?P<l>LIST)"
               rf"(?: to (?:choose|pick|select)(?: from| between| among)?|,? (?:as|"
               rf"for) (?:a )?choices?)"),
    ("choose", rf"(?:give|offer|leave|grant|let) {PERSON}(?: have)?,?(?: (?:the|a))? (?:choices?|"
               rf"options?|"
               rf"selection)(?: (?:from|between|among|of|to choose|for))*(?:,|:)? (?P<l>LIST)"
               rf"(?: (?:for|as) (?P<x>⟦\d+⟧))?"),
    ("choose", rf"{PERSON}(?:{MUST}have| has| gets| is given| is offered) (?:the |a )?(?:choice|"
               rf"option)s?"
               rf"(?: (?:from|between|among|of|to choose))*(?:,|:)? (?P<l>LIST)"),
    ("choose", rf"ask {PERSON} (?:which(?: one)?|what)(?: (?:of|it is|it should be|to take|to use|"
               rf"they "
               rf"want|is meant|they prefer|it is to be|to choose))*(?:,|:)? (?P<l>LIST)"),
    ("choose", rf"ask {PERSON} (?:for|about|what|which) (?P<x>⟦\d+⟧)(?: (?:is|should be|it is|to "
               rf"use|it should be))?(?:,|:| from| out of|, either|, which (?:is|can be)|\(|"
               rf", one of)* "
               rf"(?P<l>LIST)"),
    ("choose", rf"(?P<x>⟦\d+⟧)(?: (?:is|has to be|must be|should be|is to be))? (?:chosen|picked|"
               rf"selected) by {PERSON}(?: (?:from|between|among|out of))(?:,|:)? (?P<l>LIST)"),
    ("choose", rf"(?:{HAVE}{PERSON},? (?:to )?)|"
               rf"{PERSON_ONLY}{MUST}){_SETTLE}{_WHICH}?"
               rf"{_AMONG}{_LIST}"),
    ("choose", rf"{PERSON_ONLY} {_SETTLES}{_WHICH}?{_AMONG}{_LIST}"),
    ("choose", rf"(?P<x>⟦\d+⟧) (?:is|are|will be|remains?|should be|stays?)(?: (?:something|a "
               rf"thing|"
               rf"a matter|a question|up|left|there))* (?:for|to|with|of) {PERSON}"
               rf"(?: to {_SETTLE})?{_AMONG}{_LIST}"),
    ("choose", rf"(?:leave|put|pass|refer|hand|give)(?: it| over)? {_CHOICE}{_OF}{_AMONG}{_LIST},? "
               rf"(?:up |over )?(?:to|with|before) {PERSON}"),
    ("choose", rf"(?:leave|put|pass|refer|hand|give)(?: over)? {_CHOICE}{_OF} (?:up |over )?(?:to|"
               rf"with|before) {PERSON}{_AMONG}{_LIST}"),
    ("choose", rf"(?:leave|put|pass|refer|hand|give)(?: over)? (?P<x>⟦\d+⟧) (?:up |over )?(?:to|"
               rf"with|before) {PERSON}(?: to {_SETTLE})?{_AMONG}{_LIST}"),
    ("choose", rf"{_CHOICE}{_OF}{_AMONG}{_LIST},? (?:is|lies|rests|remains|stays|falls|goes|"
               rf"belongs)"
               rf"(?: up| made| left)? (?:to|with|by|for) {PERSON}"),
    ("choose", rf"{_CHOICE}{_OF}{_AMONG}{_LIST},? (?:is|remains|stays) (?P<p>⟦\d+⟧)'s"),
    ("choose", rf"{_LIST[1:]}(?:,|:|;|\?| [-–—])? ?(?:(?:that|this|it|which)(?: is|'s)? )?(?:up to|"
               rf"(?:is )?for|(?:ask|let|leave (?:it|that|the choice) to)) {PERSON}(?: to)?"
               rf"(?: {_SETTLE})?"),
    ("choose", rf"{_LIST[1:]}(?:,|:|;|\?| [-–—])? ?(?:that |this |it )?(?P<p>⟦\d+⟧)(?:{MUST}"
               rf"{_SETTLE}| {_SETTLES}|'s (?:choice|call|decision|pick))"),
    ("choose", rf"(?:get|obtain|need|want|have) (?:an? |the )?(?:choice|pick|decision|answer)"
               rf"(?: (?:from|by|of) {PERSON}){_OF}{_AMONG}{_LIST}"),
    ("choose", rf"(?:get|obtain|need|want|have|ask for) (?P<p>⟦\d+⟧)'s (?:choice|pick|decision|"
               rf"selection){_OF}{_AMONG}{_LIST}"),
)  # fmt: skip
"""What is meant, and how that is said. Names in capitals stand for more of the asking words."""
