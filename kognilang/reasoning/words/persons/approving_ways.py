"""Ways of approving: how people say that somebody has to agree to something, or to confirm it."""

from __future__ import annotations

from kognilang.reasoning.words.persons.asking_words import (
    ABOUT,
    AGREE,
    AGREED,
    AGREEING,
    AGREES,
    ARTICLE,
    CONSENT,
    GET,
    HAVE,
    MUST,
    NOT_GOES,
    OBJECT,
    PERSON,
    PERSON_ONLY,
    UNLESS,
    VALUE,
)

APPROVING: tuple[tuple[str, str], ...] = (
    # -- agreement -------------------------------------------------------------------------------
    ("approval", rf"{PERSON_ONLY}{MUST}{AGREE} {OBJECT}END"),
    ("approval", rf"{PERSON_ONLY}{MUST}(?:sign|wave|nod|let|pass) {OBJECT} (?:off|through)"),
    ("approval", rf"{PERSON_ONLY} {AGREES} {OBJECT}END"),
    ("approval", rf"{PERSON_ONLY} (?:has|have)(?: already| first)? {AGREED} {OBJECT}END"),
    ("approval", rf"{PERSON_ONLY} (?:has|have)(?: already| first)? signed {OBJECT} off"),
    ("approval", rf"{HAVE}{PERSON},? (?:to )?){AGREE} {OBJECT}END"),
    ("approval", rf"{HAVE}{PERSON},? (?:to )?)(?:sign|wave|nod|pass) {OBJECT} (?:off|through)"),
    ("approval", rf"{OBJECT}{MUST}(?:get |to get |have |be |first |to )*{AGREED} (?:by|with|from|"
                 rf"of) "
                 rf"{PERSON}"),
    ("approval!", rf"(?:has to|have to|must|should|needs? to|shall)(?: get| be|"
                  rf" first)* {AGREED} (?:by|"
                  rf"with) {PERSON}"),
    ("approval", rf"{OBJECT}(?:,? which|,? that)? (?:is|are|gets?) (?:to be |"
                 rf"only )?{AGREED} (?:by|with) "
                 rf"{PERSON}"),
    ("approval", rf"(?:have|get|need|want) {OBJECT} {AGREED} (?:by|with) {PERSON}"),
    ("approval", rf"{OBJECT}{MUST}?(?: ?(?:needs?|requires?|takes?|wants?|gets?|calls? for|have|"
                 rf"has|is "
                 rf"subject to|are subject to|depends? on|goes? out only with|require|demands?)) "
                 rf"(?:the |an? )?{CONSENT} (?:of|by|from) {PERSON}"),
    ("approval", rf"{OBJECT}{MUST}?(?: ?(?:needs?|requires?|takes?|wants?|gets?|calls? for|have|"
                 rf"has|is "
                 rf"subject to|are subject to|depends? on|require|demands?)) (?P<p>⟦\d+⟧)'s? "
                 rf"{CONSENT}"),
    ("approval", rf"{OBJECT} (?:needs?|requires?|wants?) {AGREEING} by {PERSON}"),
    ("approval", rf"{OBJECT}{MUST}(?:get|receive|obtain|have) (?:the |an? )?{CONSENT} (?:of|by|"
                 rf"from) "
                 rf"{PERSON}"),
    ("approval", rf"{OBJECT}{MUST}(?:get|receive|obtain|have) (?P<p>⟦\d+⟧)'s? {CONSENT}"),
    ("approval", rf"(?:{GET}|wait for|ask for|there (?:must|has to|should) be|it (?:takes|needs|"
                 rf"requires)|this (?:takes|needs|requires)) {ARTICLE}{CONSENT} (?:of|from|"
                 rf"by) {PERSON},? "
                 rf"{ABOUT} {OBJECT}END"),
    ("approval", rf"(?:{GET}|wait for|ask for|it (?:takes|needs|requires)|there must be) "
                 rf"{ARTICLE}{CONSENT} {ABOUT} {OBJECT} (?:of|from|by|with) {PERSON}"),
    ("approval", rf"(?:{GET}|wait for|ask for|it (?:takes|needs|requires)|there must be|"
                 rf"this needs) "
                 rf"(?P<p>⟦\d+⟧)'s? {CONSENT},? {ABOUT} {OBJECT}END"),
    ("approval", rf"ask {PERSON} for {ARTICLE}{CONSENT},? {ABOUT} {OBJECT}END"),
    ("approval", rf"{PERSON_ONLY}{MUST}give (?:us |me )?{ARTICLE}{CONSENT},? {ABOUT} {OBJECT}END"),
    ("approval", rf"{HAVE}{PERSON},? (?:to )?)give (?:us |me |you |their |his |her |its )*(?:the |"
                 rf"an? )?"
                 rf"{CONSENT},? {ABOUT} {OBJECT}END"),
    ("approval", rf"(?:submit|send|pass|present|put|give|forward|take|show|bring|hand|run|"
                 rf"lay) {OBJECT} "
                 rf"(?:on |over |up )?(?:to|by|before|past) {PERSON} for (?:the |their |his |her )?"
                 rf"{CONSENT}"),
    ("approval", rf"(?:submit|send|give|show|hand) {PERSON} {OBJECT} for (?:the |their |his |her )?"
                 rf"{CONSENT}"),
    ("approval", rf"{OBJECT}{MUST}?(?: ?(?:go|goes|is sent|is put|is submitted|is passed|"
                 rf"is laid))(?: on|"
                 rf" over| up)? (?:to|before|past) {PERSON} for (?:the |their )?{CONSENT}"),
    ("approval", rf"(?:{CONSENT}|an? {CONSENT}|the {CONSENT}) (?:of|from|by) {PERSON} (?:is|"
                 rf"are) (?:needed|"
                 rf"required|necessary|wanted|mandatory|a must|called for|"
                 rf"due)(?: first)? {ABOUT} {OBJECT}END"),
    ("approval", rf"(?P<p>⟦\d+⟧)'s? {CONSENT} (?:is|are|must be|has to be|should be) (?:needed|"
                 rf"required|necessary|wanted|mandatory|a must|called for|obtained|sought|got|"
                 rf"gotten|"
                 rf"asked for)(?: first)? {ABOUT} {OBJECT}END"),
    ("approval", rf"(?:no|never an?|not an?|not) {OBJECT} without (?:the |an? )?{CONSENT} (?:of|"
                 rf"from|by) "
                 rf"{PERSON}"),
    ("approval", rf"(?:no|never an?|not an?) {OBJECT} without (?P<p>⟦\d+⟧)'s? {CONSENT}"),
    ("approval!", rf"(?:nothing|nobody|no one|we|it|none)\b[\w ]* without (?P<p>⟦\d+⟧)'s? "
                  rf"{CONSENT}"),
    ("approval!", rf"(?:nothing|nobody|no one|we|it|none)\b[\w ]* without (?:the |"
                  rf"an? )?{CONSENT} (?:of|"
                  rf"from|by) {PERSON}"),
    ("approval!", rf"without (?P<p>⟦\d+⟧)'s? {CONSENT},? (?:nothing|nobody|no one|we|it|none)\b"
                  rf"[\w ]*"),
    ("approval!", rf"(?:this is |it is |all )?subject to (?:the |an? )?{CONSENT} (?:of|from|"
                  rf"by) {PERSON}"),
    ("approval!", rf"(?:this is |it is |all )?subject to (?P<p>⟦\d+⟧)'s? {CONSENT}"),
    ("approval", rf"{OBJECT} (?:only )?(?:after|with|upon|subject to) (?P<p>⟦\d+⟧)'s? {CONSENT}"),
    ("approval", rf"{OBJECT} {NOT_GOES} {UNLESS} (?P<p>⟦\d+⟧)'s? {CONSENT}"),
    ("approval", rf"{OBJECT} {NOT_GOES} {UNLESS} (?:the |an? )?{CONSENT} (?:of|from|"
                 rf"by) {PERSON}"),
    ("approval", rf"{OBJECT} {NOT_GOES} {UNLESS} {PERSON} (?:has |have )?(?:{AGREED}|approves?|"
                 rf"agrees?|"
                 rf"signs? off|okays|signs|consents?)(?: (?:to )?(?:it|this|that|them))?"),
    ("approval", rf"(?:for|with|to|on) {OBJECT},? (?:(?:we|you|I|they|one) )?(?:{GET}|you need|"
                 rf"there (?:must|has to) be|"
                 rf"it (?:takes|needs|requires)|wait for|ask for) {ARTICLE}(?P<p>⟦\d+⟧)'s? "
                 rf"{CONSENT}"),
    ("approval", rf"(?:for|with|to|on) {OBJECT},? (?:(?:we|you|I|they|one) )?(?:{GET}|you need|"
                 rf"there (?:must|has to) be|"
                 rf"it (?:takes|needs|requires)|wait for|ask for) {ARTICLE}{CONSENT} (?:of|from|"
                 rf"by) "
                 rf"{PERSON}"),
    ("approval", rf"(?:for|with) {OBJECT},? (?:the |an? )?(?:(?P<p>⟦\d+⟧)'s? {CONSENT}|{CONSENT} "
                 rf"(?:of|from|by) (?P<p>⟦\d+⟧)) (?:is|are) (?:needed|required|necessary|a must|"
                 rf"mandatory|called for|due)"),
    ("approval", rf"(?:for|with) {OBJECT},? {PERSON_ONLY}{MUST}(?:agree|consent|approve|sign|sign "
                 rf"off|say yes|give {ARTICLE}{CONSENT}|be asked for {ARTICLE}{CONSENT})(?: "
                 rf"first)?$"),
    ("approval!", rf"(?:before|until|till|unless|without) {PERSON_ONLY} (?:agrees|approves|"
                  rf"consents|"
                  rf"signs off|signs|says yes|okays it|(?:has |have )?{AGREED}),? (?:nothing|"
                  rf"nobody|no "
                  rf"one|none|we (?:do not|don't|cannot|can't)|it (?:does not|doesn't))\b[\w ]*"),
    ("approval?", rf"{PERSON_ONLY}{MUST}(?:give|grant) (?:us |me )?{ARTICLE}{CONSENT}$"),
    ("approval?", rf"{PERSON_ONLY}{MUST}(?:approve|agree|sign off|consent|sign)(?: first)?$"),
    ("approval?", rf"{HAVE}{PERSON},? (?:to )?)(?:approve|agree|sign off|consent|"
                  rf"give {ARTICLE}{CONSENT})$"),
    ("approval?", rf"(?:{GET}|wait for|ask for|there must be|it (?:takes|needs|requires)|"
                  rf"this (?:takes|"
                  rf"needs|requires)) {ARTICLE}{CONSENT} (?:of|from|by) {PERSON}(?: first)?$"),
    ("approval?", rf"(?:{GET}|wait for|ask for|it (?:takes|needs|requires)|this (?:takes|needs|"
                  rf"requires))"
                  rf" (?P<p>⟦\d+⟧)'s? {CONSENT}(?: first)?$"),
    ("approval?", rf"ask {PERSON} for {ARTICLE}{CONSENT}(?: first)?$"),
    ("approval?", rf"(?P<p>⟦\d+⟧)'s? {CONSENT} (?:is|are) (?:needed|required|necessary|a must|"
                  rf"mandatory|due)"
                  rf"(?: first)?$"),
    ("approval?", rf"(?:the |an? )?{CONSENT} (?:of|from|by) {PERSON} (?:is|are) (?:needed|"
                  rf"required|necessary|"
                  rf"a must|mandatory|due)(?: first)?$"),
    # -- confirming ------------------------------------------------------------------------------
    ("confirm", rf"(?:{HAVE}{PERSON},? (?:to )?)|{PERSON_ONLY}{MUST})(?:confirm|verify|"
                rf"double-check|vouch "
                rf"for|attest(?: to)?|corroborate|acknowledge|certify|validate|re-?confirm|affirm|"
                rf"cross-check|check)(?: to us| for us| again)? {VALUE}"),
    ("confirm", rf"{PERSON_ONLY} (?:confirms|verifies|double-checks|vouches for|validates) "
                rf"{VALUE}"),
    ("confirm", rf"(?:get|obtain|need|want|require|seek|ask for|have) (?:an? |the |"
                rf"some )?(?:confirmation|"
                rf"verification|acknowledgement) of {VALUE},? (?:from|by|with) {PERSON}"),
    ("confirm", rf"(?:get|obtain|need|want|require|seek|ask for|have) (?:an? |the |"
                rf"some )?(?:confirmation|"
                rf"verification) (?:from|by|of) {PERSON},? (?:of|for|on|about) {VALUE}"),
    ("confirm", rf"(?:get|obtain|need|want|seek) (?P<p>⟦\d+⟧)'s? confirmation (?:of|for|on|about) "
                rf"{VALUE}"),
    ("confirm", rf"ask {PERSON} for (?:an? |the |their )?(?:confirmation|verification) (?:of|for|"
                rf"on) {VALUE}"),
    ("confirm", rf"{VALUE}{MUST}(?:be )?(?:confirmed|verified|double-checked|validated|vouched for|"
                rf"checked) (?:by|with) {PERSON}"),
    ("confirm", rf"(?:have|get) {VALUE} (?:confirmed|verified|double-checked|validated|"
                rf"checked) (?:by|with)"
                rf" {PERSON}"),
    ("confirm", rf"(?:confirm|verify|double-check|check|cross-check|compare) {VALUE} with "
                rf"{PERSON}"),
    ("confirm", rf"{VALUE} (?:needs?|requires?|wants?|takes?) (?:an? |the )?(?:confirmation|"
                rf"confirming) "
                rf"(?:by|from|of) {PERSON}"),
)  # fmt: skip
"""What is meant, and how that is said. Names in capitals stand for more of the asking words."""
