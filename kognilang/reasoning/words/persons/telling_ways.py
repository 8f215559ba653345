"""Ways of telling: how people say that somebody is told something."""

from __future__ import annotations

from kognilang.reasoning.words.persons.asking_words import (
    MUST,
    NOTE,
    PERSON,
    SAYING,
    TELL,
    TEXT,
    TOLD,
    WHAT,
)

TELLING: tuple[tuple[str, str], ...] = (
    # -- telling ---------------------------------------------------------------------------------
    ("tell=", rf"{PERSON} (?:should|must|needs|wants|gets){SAYING} {TEXT}"),
    ("tell", rf"(?:fill|tip|clue) {PERSON} (?:in|off){SAYING} {TEXT}"),
    ("tell", rf"(?:have|get) {PERSON} {TOLD}{SAYING} {TEXT}"),
    ("tell", rf"(?:call|ring|phone|text|contact|message|approach|go to)(?: up)? {PERSON}(?: "
             rf"up)?,? (?:and|to) (?:say|"
             rf"tell (?:them|him|her)|let (?:them|him|her) know|inform (?:them|him|her)|"
             rf"mention){SAYING} {TEXT}"),
    ("tell", rf"{TEXT}{MUST}be (?:reported|passed on|announced|told|said|communicated|mentioned|"
             rf"relayed|"
             rf"conveyed|made known) to {PERSON}"),
    ("tell", rf"{TELL} {PERSON},?(?: of| about)? {WHAT}"),
    ("tell", rf"let {PERSON} (?:know|hear|see) {WHAT}"),
    ("tell", rf"{TELL} {PERSON}{SAYING} {TEXT}"),
    ("tell", rf"(?:say|mention|announce|report|communicate|convey|relay|pass on|break|"
             rf"shout|whisper|explain|make known|send|signal|write|tell) {TEXT}(?: on| "
             rf"over| across| through)? to {PERSON}"),
    ("tell", rf"(?:say|mention|announce|report|communicate|convey|relay|pass on|break|explain|"
             rf"make known|"
             rf"make (?:it )?(?:clear|known)|point out|signal|write|get|send|pass|give)(?: (?:it|"
             rf"the news|the "
             rf"(?:message|word)|word|news|a (?:message|note)|notice|an? {NOTE}))?(?: on| along|"
             rf" over| "
             rf"across| out| back)? to {PERSON}{SAYING} {TEXT}"),
    ("tell", rf"(?:let|have|make) {PERSON} (?:know|hear|learn|understand|see|find out|note|"
             rf"be told|be "
             rf"informed|aware|realise|realize|be aware|notice|have){SAYING} {TEXT}"),
    ("tell", rf"make (?:it known|sure) (?:to|that) {PERSON} (?:knows|hears|learns|is told|"
             rf"is informed)"
             rf"{SAYING} {TEXT}"),
    ("tell", rf"(?:give|drop|leave|send|pass|shoot|write|hand|do|slip|serve|fire|throw|"
             rf"toss) {PERSON} "
             rf"(?:an? |the |some )?{NOTE}{SAYING} {TEXT}"),
    ("tell", rf"(?:give|drop|leave|send|pass|shoot|write|issue|get|serve|post) (?:an? |the |"
             rf"some )?{NOTE}"
             rf"(?: out| over| off)? (?:to|for|with) {PERSON}{SAYING} {TEXT}"),
    ("tell", rf"(?:give|drop|leave|send|pass|issue|post) (?:an? |the |"
             rf"some )?{NOTE}{SAYING} {TEXT},?(?: "
             rf"over| out)? (?:to|for|with) {PERSON}"),
    ("tell", rf"{PERSON}{MUST}(?:be {TOLD}|know|hear|learn|find out|be aware|get {TOLD}|"
             rf"be given (?:an? |the "
             rf")?{NOTE}|(?:get|receive|have|see|read|obtain) (?:an? |the )?{NOTE}|be told of|"
             rf"get to "
             rf"(?:know|hear)|be let known|be in the know){SAYING} {TEXT}"),
    ("tell", rf"{PERSON} (?:needs?|wants?|deserves?|requires?|is worth|could do with) (?:telling|"
             rf"informing|notifying|warning|alerting|briefing|reminding|updating|tipping off)"
             rf"{SAYING} {TEXT}"),
    ("tell", rf"(?:chase|nudge|prod|badger|hail|page|buzz|greet|answer)(?: up)? {PERSON}(?: up)?"
             rf"{SAYING} {TEXT}"),
    ("tell", rf"{PERSON} (?:(?:is|gets|are|get) {TOLD}|hears|learns|finds out|(?:gets|receives|"
             rf"get|receive)"
             rf" (?:an? |the )?{NOTE}|is given (?:an? |the )?{NOTE})"
             rf"{SAYING} {TEXT}"),
    ("tell", rf"(?:word|(?:an? |the )?{NOTE}) (?:goes|is sent|should go|must go|has to go|"
             rf"is to go|is|will "
             rf"go|gets sent|out|goes out|is passed|needs to go)?(?: out)? ?(?:to|"
             rf"for) {PERSON}(?: is| reads"
             rf"| goes)?{SAYING} {TEXT}"),
    ("tell", rf"(?:word|(?:an? |the )?{NOTE}) {TEXT} (?:goes|is sent|should go|must go|has to go|"
             rf"is to go|is"
             rf" for|for|is meant for)(?: out)? ?(?:to )?{PERSON}"),
    ("tell", rf"{TEXT} (?:goes|is sent|should go|must go|has to go|is to go|is to be told|"
             rf"is to be said|is the"
             rf" {NOTE}|is passed on)(?: out)? (?:to|for) {PERSON}"),
    ("tell", rf"(?:what|all|the (?:message|words?|text|thing)(?: that| which)?) "
             rf"{PERSON}(?:{MUST}| )"
             rf"(?:be told|knows?|hears?|gets? to hear|reads?|learns?|be informed of|gets?|gets? "
             rf"to "
             rf"know|is told) is(?: this|:)? {TEXT}"),
    ("tell", rf"(?:our |the |a )?{NOTE} (?:to|for) {PERSON}(?: is| reads| says| goes| runs| should "
             rf"(?:be|read|say))?(?:,|:)? {TEXT}"),
    ("tell", rf"{TEXT} is what {PERSON}{MUST}(?:be told|know|hear|get to hear|learn|be informed)"),
    ("tell", rf"{TEXT} is what (?:we |to )?(?:have to |need to |want to |must |should )?(?:tell|"
             rf"say to|let) "
             rf"{PERSON}(?: know)?"),
    ("tell", rf"(?:keep|hold) {PERSON} (?:posted|informed|updated|in the loop|in the picture|"
             rf"up to date|up to "
             rf"speed|abreast)(?: with| by| about| of)?{SAYING} {TEXT}"),
    ("tell", rf"(?:bring|call|draw)(?: it| this)? to (?P<p>⟦\d+⟧)'s? attention{SAYING} {TEXT}"),
    ("tell", rf"(?:get|send) word to {PERSON}{SAYING} {TEXT}"),
)  # fmt: skip
"""What is meant, and how that is said. Names in capitals stand for more of the asking words."""
