"""Ways of asking: how people say that somebody is asked for a value, to choose, or to check."""

from __future__ import annotations

from kognilang.reasoning.words.persons.asking_words import (
    A_QUESTION,
    BARE,
    CALLED,
    GET,
    GIVE,
    GIVEN,
    GIVES,
    HAND,
    HAVE,
    MUST,
    PERSON,
    PERSON_ONLY,
    QUESTION,
    TEXT,
    TO_US,
    VALUE,
    WHAT,
)

ASKING: tuple[tuple[str, str], ...] = (
    # -- questions that are no text --------------------------------------------------------------
    ("whether", rf"(?:ask|consult|query|quiz|poll|question|ask around with) {PERSON}[,:]?(?: about|"
                rf" on|"
                rf" as to)? {QUESTION}"),
    ("whether", rf"(?:check|clarify|clear up|clear|confirm|verify|double-check|discuss|settle|"
                rf"inquire|enquire|find out|learn|hear|establish|ascertain|determine|see|agree|"
                rf"make sure|consult|get (?:it )?clear)(?: it| back)? (?:with|from|of|via|through|"
                rf"by)"
                rf" {PERSON}[,:]?(?: about| on| as to)? {QUESTION}"),
    ("whether", rf"(?:find out|get|hear|learn|obtain|see|ask for|ask) (?P<p>⟦\d+⟧)'s (?:[\w-]+ "
                rf")+{QUESTION}"),
    ("whether", rf"(?:see|hear|find out|learn|ask|know) what {PERSON} (?:says?|thinks?|makes?|"
                rf"feels?|"
                rf"decides?|has to say|would say|answers?|replies)(?: about| on| of| to| as to)?:? "
                rf"{QUESTION}"),
    ("whether", rf"(?:hear|listen to|wait for|go by|follow|defer to) {PERSON} (?:on|about|as to) "
                rf"{QUESTION}"),
    ("whether", rf"{HAVE}{PERSON},? (?:to |can |should )?)(?:first )?(?:[\w',-]+ "
                rf"){{1,8}}{QUESTION}"),
    ("whether", rf"{PERSON_ONLY}{MUST}(?:[\w',-]+ ){{1,8}}{QUESTION}"),
    ("whether", rf"{PERSON_ONLY} (?:decides|says|tells (?:us|me)|judges|determines|chooses|checks|"
                rf"knows|settles|makes the (?:call|decision)|"
                rf"has the (?:final |last )?(?:say|word)|rules|"
                rf"looks at|looks into|finds out|clarifies)(?: on| about| as to|"
                rf" over)? {QUESTION}"),
    ("whether", rf"{QUESTION},? (?:is|will be|remains|shall be|should be)(?: up)? (?:to|for|with) "
                rf"{PERSON}(?: to (?:decide|say|judge|settle|determine|tell us))?"),
    ("whether", rf"{QUESTION},? (?:is|has to be|must be|should be|needs to be|gets|will be|"
                rf"shall be)"
                rf"(?: to be)? (?:decided|determined|settled|judged|answered|checked|clarified|"
                rf"said|"
                rf"confirmed|cleared|asked)(?: on)? (?:by|with|of|from) {PERSON}"),
    ("whether", rf"run (?:it )?(?:by|past) {PERSON},? {QUESTION}"),
    ("whether", rf"(?:(?:the |this )?(?:decision|question|call|choice|verdict) )?{QUESTION} (?:is|"
                rf"lies|"
                rf"rests|remains|stays)(?: with)? (?P<p>⟦\d+⟧)'s(?: (?:decision|call|choice|job|"
                rf"say))?"),
    ("whether", rf"{PERSON_ONLY}(?:{MUST}have| has| gets| gets to have) the (?:final |"
                rf"last )?(?:say|word|"
                rf"decision|choice|call)(?: on| about| as to| over)? {QUESTION}"),
    ("whether", rf"{QUESTION}[.,;:?]? (?:please )?(?:ask|check with|let|"
                rf"consult) {PERSON}(?: decide| say| "
                rf"answer| about it| that)?"),
    ("whether", rf"{QUESTION},? (?:depends on|lies with|rests with|falls to|hangs on|goes to|is a "
                rf"(?:question|matter|decision|call) (?:for|of)|is in the hands of) {PERSON}"),
    ("whether", rf"{QUESTION},? (?:is )?(?P<p>⟦\d+⟧)(?:'s| can| may| must| should| has to| is to| "
                rf"will|) ?(?:decides?|call|decision|choice|say|tells? us|judge|job|"
                rf"determine)(?: to "
                rf"(?:make|take|say|decide))?"),
    ("whether", rf"(?:it is|it's|that is|that's|this is)? ?(?:up to|for|(?:the )?(?:decision|call|"
                rf"choice|"
                rf"job) of) {PERSON}(?: to (?:decide|say|judge|determine))?,?(?: on)? {QUESTION}"),
    ("whether", rf"(?:it is|it's|that is|that's)? ?(?P<p>⟦\d+⟧)'s (?:decision|call|choice|say|"
                rf"job to "
                rf"(?:say|decide)|verdict|opinion|word)(?: on| about)? {QUESTION}"),
    ("whether", rf"(?:get|obtain|need|want|have|hear|collect|fetch|seek|we need|await|require) "
                rf"(?:an? |the |some )?(?:[\w-]+ )*(?:from|of|by) {PERSON}(?: on| about| as to|"
                rf" for|"
                rf" over)? {QUESTION}"),
    ("whether", rf"(?:get|obtain|need|want|have|hear|collect|fetch|seek|await|"
                rf"require) (?P<p>⟦\d+⟧)'s "
                rf"(?:[\w-]+ )+{QUESTION}"),
    ("whether", rf"(?:leave|put|pass|refer|hand|give) (?:it )?(?:(?:the |this )?(?:decision|"
                rf"question|"
                rf"call|matter|choice|final say)(?: of| on| about)? )?(?:up )?(?:to|before|"
                rf"with) {PERSON}"
                rf"(?: to (?:decide|say|judge))?(?: on)? {QUESTION}"),
    ("whether", rf"(?:leave|put|pass|refer|hand|give) (?:the |this )?(?:decision|question|call|"
                rf"matter|"
                rf"choice)(?: of| on| about| as to)? {QUESTION} (?:up )?(?:to|before|with|over to)"
                rf" {PERSON}"),
    ("whether", rf"(?:the |this )?(?:decision|question|call|choice|final say|verdict)(?: of| on|"
                rf" about|"
                rf" as to)? {QUESTION} (?:is|lies|rests|belongs|goes|falls|must be|has to be|"
                rf"should be)"
                rf"(?: made| taken| left| put)?(?: up)? (?:to|with|by|for) {PERSON}"),
    ("whether", rf"give {PERSON} the (?:final |last )?(?:say|word|decision|choice|call)(?: on|"
                rf" about|"
                rf" as to| over)? {QUESTION}"),
    ("whether", rf"(?:the )?(?:question|decision) (?:for|to|of) {PERSON}(?: is|:)? {QUESTION}"),
    ("whether", rf"(?:ask|inquire|enquire|find out|check back|query)(?: first)? {QUESTION}"),
    ("whether", rf"we (?:need|want|have) to (?:know|hear|learn|find out)(?: from| of) {PERSON},? "
                rf"{QUESTION}"),
    # -- questions in quotes ---------------------------------------------------------------------
    ("text", rf"ask {PERSON},?(?: {A_QUESTION})?(?:,|:)? {TEXT}{CALLED}"),
    ("text", rf"(?:put|pose|address|direct|send|forward|pass|submit|raise|"
             rf"present)(?: {A_QUESTION})?"
             rf"(?:,|:)? {TEXT},? (?:to|with|before|at) {PERSON}{CALLED}"),
    ("text", rf"(?:put|pose|address|direct|send|forward|pass|submit)(?: to {PERSON})(?: "
             rf"{A_QUESTION})"
             rf"(?:,|:)? {TEXT}{CALLED}"),
    ("text", rf"(?:put|pose|address|direct|send|pass)(?: {A_QUESTION}) (?:to|at|"
             rf"before) {PERSON}(?:,|:)?"
             rf" {TEXT}{CALLED}"),
    ("text", rf"{PERSON}{MUST}be (?:asked|questioned|queried)(?: {A_QUESTION})?(?:,|"
             rf":)? {TEXT}{CALLED}"),
    ("text", rf"{PERSON} (?:is|gets) asked(?: {A_QUESTION})?(?:,|:)? {TEXT}{CALLED}"),
    ("text", rf"{PERSON}{MUST}(?:answer|reply to|respond to)(?: {A_QUESTION})?(?:,|"
             rf":)? {TEXT}{CALLED}"),
    ("text", rf"{HAVE}{PERSON},? (?:to )?)(?:answer|reply to|respond to|tell us|"
             rf"say)(?: {A_QUESTION})"
             rf"(?:,|:)? {TEXT}{CALLED}"),
    ("text?", rf"{HAVE}{PERSON},? (?:to )?)(?:answer|reply to|respond to|say to|deal with|"
              rf"speak to){TO_US} {TEXT}{CALLED}"),
    ("text", rf"(?:the |our )?question (?:for|to) {PERSON}(?: is| reads|:)*,? {TEXT}{CALLED}"),
    ("text", rf"{TEXT} is (?:what|the question) (?:we |to )?(?:have to |need to |want to |must |"
             rf"should )?"
             rf"(?:ask|put to|for) {PERSON}"),
    ("text", rf"(?:get|obtain|need|want) (?:an? |the )?(?:answer|reply|"
             rf"response)(?: to {A_QUESTION})? "
             rf"(?:from|by) {PERSON}(?: (?:to|on))?(?: {A_QUESTION})?(?:,|:)? {TEXT}{CALLED}"),
    ("text", rf"(?:get|obtain|need|want) (?:an? |the )?(?:answer|reply|"
             rf"response) to(?: {A_QUESTION})?"
             rf"(?:,|:)? {TEXT},? (?:from|by) {PERSON}{CALLED}"),
    ("text?", rf"(?:find out|hear|learn|want to know|need to know|would like to know|inquire|"
              rf"enquire)"
              rf" (?:from|of) {PERSON},?(?: {A_QUESTION})?(?:,|:)? {TEXT}{CALLED}"),
    # -- checks of a share -----------------------------------------------------------------------
    ("review", rf"(?:{HAVE}{PERSON},? (?:to )?)|{PERSON_ONLY}{MUST})(?:REVIEW) "
               rf"(?P<s>SHARE)(?P<x>⟦\d+⟧|"
               rf"[a-z][\w-]*)"),
    ("review", rf"{PERSON_ONLY} (?:REVIEWS) (?P<s>SHARE)(?P<x>⟦\d+⟧|[a-z][\w-]*)"),
    ("review", rf"(?P<s>SHARE)(?P<x>⟦\d+⟧|[a-z][\w-]*){MUST}(?:be )?(?:REVIEWED) by {PERSON}"),
    ("review", rf"(?:have|get|let) (?P<s>SHARE)(?P<x>⟦\d+⟧|[a-z][\w-]*)(?: be)? (?:REVIEWED) by "
               rf"{PERSON}"),
    ("review", rf"{PERSON}(?:{MUST}(?:do|make|carry out|run|perform|take|have)| does| makes|"
               rf" takes| runs)"
               rf" (?:an? |the )?(?:random |quick )?(?:spot[- ]check|check|sample|review|"
               rf"inspection|"
               rf"audit|look)s? (?:of|on|at|over) (?P<s>SHARE)(?P<x>⟦\d+⟧|[a-z][\w-]*)"),
    ("review", rf"(?:have |let |get |ask )?{PERSON}(?: to)? (?:do|make|carry out|run|perform|take) "
               rf"(?:an? |the )?(?:random |quick )?(?:spot[- ]check|check|sample|review|inspection|"
               rf"audit|look)s? (?:of|on|at|over) (?P<s>SHARE)(?P<x>⟦\d+⟧|[a-z][\w-]*)"),
    ("review", rf"(?:an? |the )?(?:random |quick )?(?:spot[- ]check|check|sample|review|"
               rf"inspection|audit)s?"
               rf" (?:of|on|over) (?P<s>SHARE)(?P<x>⟦\d+⟧|[a-z][\w-]*) by {PERSON}"),
    ("review", rf"(?:give|show|hand|send|submit|pick|draw|present|take) (?P<s>SHARE)(?P<x>⟦\d+⟧|"
               rf"[a-z][\w-]*)(?: at random| out)? (?:to|for) {PERSON} (?:for|to) "
               rf"(?:an? |be )?(?:REVIEW|REVIEWED|"
               rf"spot[- ]check|inspection|checking|reviewing)"),
    ("review", rf"(?:give|show|hand|send) {PERSON} (?P<s>SHARE)(?P<x>⟦\d+⟧|[a-z][\w-]*) (?:for|to) "
               rf"(?:an? |be )?(?:REVIEW|REVIEWED|spot[- ]check|inspection|checking|reviewing)"),
    # -- asking for a value ----------------------------------------------------------------------
    ("for", rf"(?:ask|prompt|query|consult|contact|approach|call|ring|phone|text|message|turn to|"
            rf"go to|press|chase|email|ring up|call up|get onto|get on to|interview|quiz|"
            rf"poll) {PERSON},?"
            rf"(?: up)? (?:for|to get|to obtain) {BARE}{CALLED}"),
    ("for", rf"{PERSON_ONLY}(?:{MUST}(?:be|get) | is | are | gets )(?:asked|prompted|queried|"
            rf"contacted|called|"
            rf"consulted|approached) for {BARE}{CALLED}"),
    ("for", rf"(?:have|get) {PERSON} (?:asked|prompted|queried) for {BARE}{CALLED}"),
    ("for#", rf"(?:ask|query|consult|quiz|question) {PERSON},? (?:about|on|regarding|concerning|"
             rf"as to|"
             rf"after) {BARE}{CALLED}"),
    ("for", rf"(?:ask|prompt|query|consult) {PERSON},? {WHAT}{CALLED}"),
    ("for~", rf"{GET}(?: out| in| to know)? {VALUE},? (?:from|off|out of|of|through|by asking|"
            rf"by) {PERSON}"
            rf"{CALLED}"),
    ("for~", rf"{GET}(?: out| in)? (?:from|off|of|by asking|through|with) {PERSON},? (?:{WHAT}|"
            rf"{VALUE})"
            rf"{CALLED}"),
    ("for", rf"(?:clarify|clear up|settle|agree|establish|find out|work out|determine|sort out|"
            rf"discuss|fix|arrange) {VALUE} with {PERSON}"),
    ("for", rf"(?:I|we) (?:want|would like|wish|'d like|need|have|should|must|ought|am|are|shall|"
            rf"will)"
            rf"(?: to)?(?: be)? asked (?:for|about) {VALUE}"),
    ("for", rf"(?:I|I myself)(?: will|'ll| shall| want to| can| must| have to| should|"
            rf" am going to| would "
            rf"like to)* {GIVE}(?: you)? {VALUE}"),
    ("for", rf"(?:only )?(?:I|I alone) (?:know|have) {VALUE}"),
    ("for", rf"{PERSON_ONLY} (?:has|have)(?: already| first)? {GIVEN}(?: to)?(?: us|"
            rf" me)? {VALUE}"),
    ("for~", rf"{VALUE} (?:has|have)(?: already| first)? (?:come|been {GIVEN}|"
            rf"arrived)(?: in)? (?:from|by|"
            rf"of) {PERSON}"),
    ("for", rf"{VALUE}[,;:–—(-]* ?{PERSON_ONLY} (?:has|knows) (?:it|that|this)"),
    ("for", rf"(?:check|clarify|confirm|clear up|settle|inquire|enquire|"
            rf"agree)(?: back)? with {PERSON},? "
            rf"{WHAT}{CALLED}"),
    ("for", rf"{PERSON}{MUST}{GIVE}{TO_US} (?:{WHAT}|{VALUE}){CALLED}"),
    ("for", rf"{PERSON_ONLY} {GIVES}{TO_US} (?:{WHAT}|{VALUE}){CALLED}"),
    ("for", rf"{HAVE}{PERSON},? (?:to )?){GIVE}{TO_US} (?:{WHAT}|{VALUE}){CALLED}"),
    ("for~", rf"{VALUE}{MUST}(?:come|be obtained|be got|be had|be taken|stem) from {PERSON}"),
    ("for~", rf"{VALUE} (?:comes?|is (?:obtained|available|coming|to come|to be (?:had|got))|"
            rf"are (?:obtained|"
            rf"coming|to come)|can be (?:obtained|had|got|gotten)) from {PERSON}"),
    ("for~", rf"{VALUE}{MUST}(?:be |get )?{GIVEN}(?: to us| to me)? (?:by|from|of|via) {PERSON}"),
    ("for~", rf"{VALUE} (?:is|are|gets?) (?:to be |being )?{GIVEN}(?: to us| to me)? (?:by|from|"
            rf"of) {PERSON}"),
    ("for~", rf"(?:have|get|let) {VALUE}(?: be)? {GIVEN}(?: to us| to me)? (?:by|from) {PERSON}"),
    ("for", rf"(?:^|(?<=[,;:.] )|(?<=since )|(?<=that )|(?<=because )|(?<=as )|only )"
            rf"{PERSON_ONLY} (?:alone )?(?:knows?|has|have|can tell us|is the (?:one|"
            rf"only one|"
            rf"person) who knows|would know|will know|should know|must know|ought to know|can say|"
            rf"holds|"
            rf"keeps|can give(?: us)?|may know) (?:{WHAT}|{VALUE})(?:[,;:]? (?:so |"
            rf"and )?(?:please )?ask "
            rf"(?:them|him|her|there|for it|them for it|him for it|her for it))?"),
    ("for", rf"{VALUE} (?:is|are) (?:something |what |a thing )?(?:only )?(?:known to|with|"
            rf"{PERSON_ONLY} "
            rf"(?:knows|has))"),
    ("for", rf"{VALUE} (?:is|are) (?:something |a thing )?(?:that )?(?:only )?(?:known (?:only "
            rf")?to|for) "
            rf"{PERSON}(?: to (?:give|say|tell us|provide|state|name|enter|decide))?"),
    ("for", rf"{VALUE}[,;:–—-]* (?:is a question for|to be asked (?:of|from)|ask(?: that|"
            rf" it)?(?: from| of)?) {PERSON}"),
    ("for#", rf"(?:fetch|collect|gather|pull|take|source|extract|pick up|bring|order|retrieve|"
             rf"call) {VALUE},?"
             rf" (?:from|off|out of|with|in from) {PERSON}{CALLED}"),
    ("for#", rf"{PERSON}{MUST}{HAND}{TO_US} {VALUE}{CALLED}"),
    ("for#", rf"{HAVE}{PERSON},? (?:to )?){HAND}{TO_US} {VALUE}{CALLED}"),
    ("for#", rf"{VALUE}{MUST}(?:be |get )?(?:sent|handed over|handed in|submitted|delivered|"
             rf"passed on|brought|"
             rf"collected|fetched|picked up|taken|forwarded|gathered)(?: to us| to me)? (?:by|"
             rf"from|of|via) "
             rf"{PERSON}"),
    ("for~", rf"(?:request|demand|inquire|enquire|ask) {VALUE} (?:of|from|with|at) {PERSON}"),
    ("for", rf"(?:we are |we're |still )*(?:waiting|wait) (?:for|on) {PERSON} (?:for|"
            rf"to {GIVE}{TO_US}|with) "
            rf"{VALUE}"),
    ("for", rf"{PERSON_ONLY} to {GIVE}{TO_US} (?:{WHAT}|{VALUE})"),
    ("for", rf"(?:inquire|enquire|ask)(?: about)? {WHAT}{CALLED} (?:from|of|with) {PERSON}"),
    ("for", rf"(?:find out|learn|hear|establish|clarify|ask|ascertain|"
            rf"determine) {WHAT}{CALLED} (?:from|with|"
            rf"by asking|through) {PERSON}"),
    ("for~", rf"without {VALUE} from {PERSON},?[\w ]*"),
)  # fmt: skip
"""What is meant, and how that is said. Names in capitals stand for more of the asking words."""
