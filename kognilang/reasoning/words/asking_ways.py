"""Ways of asking: how people say that a person is asked, told, or has to agree."""

from __future__ import annotations

_ONE = r"⟦\d+⟧"
PERSON_ONLY = (
    r"(?P<p>(?:both |either (?:of )?)?⟦\d+⟧,? (?:and|or) (?:also |else )?⟦\d+⟧|⟦\d+⟧ (?:of )?⟦\d+⟧|"
    r"⟦\d+⟧|HR)"
)
"""Who is asked: one, several, or so many of several."""
PERSON = PERSON_ONLY.replace("|HR)", "|HR|me|us)")
"""Who is asked: me and us are the user."""
VALUE = r"(?P<x>⟦\d+⟧)(?:,? (?:and|plus|as well as)(?: also)? (?P<x2>⟦\d+⟧))?"
"""What is asked for."""
BARE = rf"(?:{VALUE}|(?P<x>[a-z][\w-]*(?: [a-z][\w-]*)?)END)"
"""The same where it may stand without an article."""
_WORDS = r"[a-z][\w-]*(?: [a-z][\w-]*){0,2}?"
TEXT = r"(?P<t>⟦\d+⟧)"
QUESTION = r"(?P<q>⟦\d+⟧)"
OBJECT = (
    r"(?P<x>⟦\d+⟧(?: of ⟦\d+⟧)?|(?:[\w-]+ ){1,3}?⟦\d+⟧|it|this|that|them|these|those|"
    r"everything|each)"
)
"""What somebody has to agree to: the contract, paying the invoice."""

_MODAL = (
    r"(?:(?:must|should|shall|will|would|can|could|may|might|has|have|needs?|is|are|ought|had|"
    r"wants?|"
    r"gets?|got|'s|'ll)(?: got| better| supposed| required| expected| asked| meant| obliged|"
    r" called "
    r"upon| going| allowed| entitled| responsible for| there| the one| the ones)?(?: who|"
    r" that)?(?: "
    r"has| have| must| should| needs?)?(?: to)?(?: please| first| also| always| then| now| still| "
    r"only| kindly| all| each| both| in person| personally)* )"
)
MUST = (
    r"(?:(?: please| first| also| always| then| now| still| only| kindly| all| each| both)* "
    rf"{_MODAL}+)"
)
HAVE = (
    r"(?:(?:let|have|make|get|want|need|expect|require|ask|tell|invite|request|instruct|"
    r"leave it (?:up )?"
    r"to|it is (?:up to|for|on)|it's (?:up to|for|on)|wait for|wait until) "
)

_ADJECTIVE = (
    r"(?:(?:own|written|formal|explicit|prior|final|express|official|personal|full|clear|verbal|"
    r"signed|previous|advance|definite|clear|proper) )*"
)
CONSENT = (
    rf"(?:{_ADJECTIVE}(?:approvals?|authori[sz]ation|ok|okay|o\.k\.|consent|blessing|sign-?off|"
    r"sign off|signature|go-?ahead|go ahead|green light|permission|agreement|nod|clearance|assent|"
    r"say-?so|thumbs[- ]up|endorsement|all-clear|okaying|approving|countersignature|yes|seal|"
    r"seal of approval|stamp of approval|placet|sanction))"
)
"""What somebody gives who agrees."""
_TO = r"(?:for|to|on|of|as to|regarding|concerning|about|with|over|in)"
_A = r"(?:the |an? |their |his |her |its |some |any )?"
AGREE = (
    r"(?:approve(?: of)?|authori[sz]e|okay|ok|sign off(?: on)?|sign|endorse|ratify|green-?light|"
    r"clear|sanction|agree (?:to|with|on)|consent to|say (?:yes|ok|okay) to|nod through|"
    r"wave through|"
    r"countersign|rubber-stamp|be (?:ok|okay|fine|happy) with|bless|initial|put (?:their|his|her) "
    rf"(?:name|signature|initials|stamp) (?:to|under|on)|give {_A}{CONSENT} {_TO}|"
    rf"grant {_A}{CONSENT}"
    rf" {_TO})"
)
AGREES = (
    r"(?:approves?(?: of)?|authori[sz]es?|okays|oks|signs off(?: on)?|signs|endorses|ratifies|"
    r"green-?lights|clears|sanctions|agrees (?:to|with|on)|consents to|says (?:yes|ok|okay) to|"
    rf"nods through|waves through|countersigns|gives {_A}{CONSENT} {_TO}|"
    rf"grants {_A}{CONSENT} {_TO})"
)
AGREED = (
    r"(?:approved|authori[sz]ed|okayed|ok'd|ok'ed|oked|signed(?: off)?(?: on)?|endorsed|ratified|"
    r"green-?lit|green-?lighted|cleared|sanctioned|agreed(?: to| with| on)?|waved through|nodded "
    rf"through|blessed|countersigned|consented to|given {_A}{CONSENT}|initialled|approval|"
    rf"confirmed "
    r"in writing)"
)
AGREEING = r"(?:approving|signing off|signing|authori[sz]ing|okaying|clearing|countersigning)"

_GIVE = (
    r"(?:tell|give|provide|supply|send|name|state|enter|type in|type|fill in|hand over|hand|report|"
    r"specify|submit|deliver|say|disclose|share|communicate|furnish|come up with|read out|indicate|"
    r"give out|put in|key in|quote|call out|point out|dictate|pass on|pass|let (?:us|me) have|let "
    r"(?:us|me) know|inform (?:us|me) of|inform (?:us|me) about|bring|contribute|add|declare|write "
    r"down|note down|mention|reveal|produce|fix|set|determine|decide on|decide|look up|find out|"
    r"advise (?:us|me) of|get us|get|figure out|work out|make known|hand in|forward|set down)"
)
_GIVES = (
    r"(?:tells|gives|provides|supplies|sends|names|states|enters|types in|types|fills in|"
    r"hands over|"
    r"hands|reports|specifies|submits|delivers|says|discloses|shares|comes up with|reads out|"
    r"indicates|quotes|dictates|passes on|lets (?:us|me) (?:have|know)|brings|declares|sets|"
    r"determines|decides on|decides|looks up)"
)
_GIVEN = (
    r"(?:told|given|provided|supplied|sent|named|stated|entered|typed in|filled in|handed over|"
    r"handed"
    r"|reported|specified|submitted|delivered|disclosed|shared|obtained|requested|asked|collected|"
    r"fetched|put in|keyed in|declared|determined|set|gathered|got|gotten|inquired|enquired|"
    r"found out"
    r"|taken)"
)
_US = r"(?:(?: to)? (?:us|me|you))?"
_GET = (
    r"(?:get|obtain|fetch|collect|request|gather|pull|take|need|want|require|demand|seek|have|find "
    r"out|learn|hear|establish|ascertain|elicit|acquire|secure|await|expect|receive|procure|"
    r"solicit|"
    r"are (?:still )?(?:missing|lacking|waiting for)|(?:still )?lack|miss|inquire|enquire|"
    r"must have|"
    r"should have|have to have|need to have|need to (?:get|know|hear|obtain)|have to (?:get|know|"
    r"obtain|hear)|want to (?:know|have|hear|get)|would like(?: to (?:know|have))?|must know|ask)"
)
WHAT = (
    rf"(?:(?:what|which|who|whose|how \w+) (?:(?:is|are|would be|will be) (?P<x>⟦\d+⟧)|"
    rf"(?P<x3>⟦\d+⟧) (?:is|are|was|will be|should be|would be|shall be|has to be|must be|"
    rf"is to be|ought to be|has|reads|says|needs to be|it is|amounts to|comes to)|"
    rf"(?P<x4>{_WORDS}) (?:it is|it's|this is|that is|is meant|is to be|it should be|should be|"
    rf"to use|"
    rf"to take|to enter|to put|applies|is it|we (?:need|want|use|should use|are to use|take))"
    rf"(?:(?: to be| going to be| supposed to be| meant to be| for| in| about)(?: it)?)?))"
)
"""What is asked for, as a question."""
CALLED = (
    r"(?:,? (?:and )?(?:calling it|call it|calling that|naming it|name it|keeping it as|keep it as|"
    r"saving it as|save it as|storing it as|store it as|noting it as|note it as|recording it as|"
    r"taking it as|let it be|to be known as|as|known as|stored as|kept as|saved as|and use it as|"
    r"use it as|entered as|recorded as) (?P<n>⟦\d+⟧))?"
)

_A_QUESTION = r"(?:(?:the |this |a |following )*question|this|the following|as follows)"
_TELL = r"(?:tell|notify|inform|alert|warn|advise|update|brief|message|ping|caution|assure)"
_TOLD = (
    r"(?:told|notified|informed|alerted|warned|advised|updated|briefed|messaged|pinged|made aware)"
)
_NOTE = (
    r"(?:(?:short|quick|brief|little|little|friendly|small) )*(?:heads-?up|heads up|message|note|"
    r"word|"
    r"notice|notification|info|information|news|warning|shout|hint|nudge|alert|memo|tip|update|"
    r"reminder|sign|signal|call|announcement|report|line|text|words)"
)
_SAYING = (
    r"(?:(?:,| -| –| —)? ?(?:saying|that says|which says|that reads|reading|with|with the (?:text|"
    r"words?|message|wording|note|info)|with the news|that|to the effect that|containing|stating|"
    r"telling (?:them|him|her)(?: that)?|in these words|in the words|of|about|about the fact that|"
    r"as follows|namely|quote|so that they know|the words|the message|the text|the word|the news|"
    r"the "
    r"following|this|the note|the info))?(?:,|:| -| –| —)?"
)

WAYS: tuple[tuple[str, str], ...] = (
    # -- questions that are no text -----------------------------------------------------------
    ("whether", rf"(?:ask|consult|query|quiz|poll|question|ask around with) {PERSON},?(?: about|"
                rf" on|"
                rf" as to)? {QUESTION}"),
    ("whether", rf"(?:check|clarify|clear up|clear|confirm|verify|double-check|discuss|settle|"
                rf"inquire|enquire|find out|learn|hear|establish|ascertain|determine|see|agree|"
                rf"make sure|consult|get (?:it )?clear)(?: it| back)? (?:with|from|of|via|through|"
                rf"by)"
                rf" {PERSON},?(?: about| on| as to)? {QUESTION}"),
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
    # -- questions in quotes ------------------------------------------------------------------
    ("text", rf"ask {PERSON},?(?: {_A_QUESTION})?(?:,|:)? {TEXT}{CALLED}"),
    ("text", rf"(?:put|pose|address|direct|send|forward|pass|submit|raise|"
             rf"present)(?: {_A_QUESTION})?"
             rf"(?:,|:)? {TEXT},? (?:to|with|before|at) {PERSON}{CALLED}"),
    ("text", rf"(?:put|pose|address|direct|send|forward|pass|submit)(?: to {PERSON})(?: "
             rf"{_A_QUESTION})"
             rf"(?:,|:)? {TEXT}{CALLED}"),
    ("text", rf"(?:put|pose|address|direct|send|pass)(?: {_A_QUESTION}) (?:to|at|"
             rf"before) {PERSON}(?:,|:)?"
             rf" {TEXT}{CALLED}"),
    ("text", rf"{PERSON}{MUST}be (?:asked|questioned|queried)(?: {_A_QUESTION})?(?:,|"
             rf":)? {TEXT}{CALLED}"),
    ("text", rf"{PERSON} (?:is|gets) asked(?: {_A_QUESTION})?(?:,|:)? {TEXT}{CALLED}"),
    ("text", rf"{PERSON}{MUST}(?:answer|reply to|respond to)(?: {_A_QUESTION})?(?:,|"
             rf":)? {TEXT}{CALLED}"),
    ("text", rf"{HAVE}{PERSON},? (?:to )?)(?:answer|reply to|respond to|tell us|"
             rf"say)(?: {_A_QUESTION})"
             rf"(?:,|:)? {TEXT}{CALLED}"),
    ("text", rf"(?:the |our )?question (?:for|to) {PERSON}(?: is| reads|:)*,? {TEXT}{CALLED}"),
    ("text", rf"{TEXT} is (?:what|the question) (?:we |to )?(?:have to |need to |want to |must |"
             rf"should )?"
             rf"(?:ask|put to|for) {PERSON}"),
    ("text", rf"(?:get|obtain|need|want) (?:an? |the )?(?:answer|reply|"
             rf"response)(?: to {_A_QUESTION})? "
             rf"(?:from|by) {PERSON}(?: (?:to|on))?(?: {_A_QUESTION})?(?:,|:)? {TEXT}{CALLED}"),
    ("text", rf"(?:get|obtain|need|want) (?:an? |the )?(?:answer|reply|"
             rf"response) to(?: {_A_QUESTION})?"
             rf"(?:,|:)? {TEXT},? (?:from|by) {PERSON}{CALLED}"),
    ("text?", rf"(?:find out|hear|learn|want to know|need to know|would like to know|inquire|"
              rf"enquire)"
              rf" (?:from|of) {PERSON},?(?: {_A_QUESTION})?(?:,|:)? {TEXT}{CALLED}"),
    # -- choosing -----------------------------------------------------------------------------
    ("choose", rf"(?:{HAVE}{PERSON},? (?:to )?)|{PERSON_ONLY}{MUST})(?:choose|pick|select|decide|"
               rf"settle on|opt)(?: (?:for )?(?P<x>⟦\d+⟧))?,?(?: (?:from|between|among|out of|"
               rf"one of"
               rf"|for|whether it is|if it is|either|whether it is to be))*(?:,|:)? (?P<l>LIST)"),
    ("choose", rf"{PERSON} (?:chooses|picks|selects|decides)(?: (?P<x>⟦\d+⟧))?,?(?: (?:from|"
               rf"between|"
               rf"among|out of|one of|for|either))*(?:,|:)? (?P<l>LIST)"),
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
    # -- checks of a share --------------------------------------------------------------------
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
               rf"[a-z][\w-]*) (?:to|for) {PERSON} (?:for|to) (?:an? |be )?(?:REVIEW|REVIEWED|"
               rf"spot[- ]check|inspection|checking|reviewing)"),
    ("review", rf"(?:give|show|hand|send) {PERSON} (?P<s>SHARE)(?P<x>⟦\d+⟧|[a-z][\w-]*) (?:for|to) "
               rf"(?:an? |be )?(?:REVIEW|REVIEWED|spot[- ]check|inspection|checking|reviewing)"),
    # -- agreement ----------------------------------------------------------------------------
    ("approval", rf"{PERSON_ONLY}{MUST}{AGREE} {OBJECT}END"),
    ("approval", rf"{PERSON_ONLY}{MUST}(?:sign|wave|nod|let|pass) {OBJECT} (?:off|through)"),
    ("approval", rf"{PERSON_ONLY} {AGREES} {OBJECT}END"),
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
    ("approval", rf"(?:{_GET}|wait for|ask for|there (?:must|has to|should) be|it (?:takes|needs|"
                 rf"requires)|this (?:takes|needs|requires)) {_A}{CONSENT} (?:of|from|"
                 rf"by) {PERSON},? "
                 rf"{_TO} {OBJECT}END"),
    ("approval", rf"(?:{_GET}|wait for|ask for|it (?:takes|needs|requires)|there must be) "
                 rf"{_A}{CONSENT} {_TO} {OBJECT} (?:of|from|by|with) {PERSON}"),
    ("approval", rf"(?:{_GET}|wait for|ask for|it (?:takes|needs|requires)|there must be|"
                 rf"this needs) "
                 rf"(?P<p>⟦\d+⟧)'s? {CONSENT},? {_TO} {OBJECT}END"),
    ("approval", rf"ask {PERSON} for {_A}{CONSENT},? {_TO} {OBJECT}END"),
    ("approval", rf"{PERSON_ONLY}{MUST}give (?:us |me )?{_A}{CONSENT},? {_TO} {OBJECT}END"),
    ("approval", rf"{HAVE}{PERSON},? (?:to )?)give (?:us |me |you |their |his |her |its )*(?:the |"
                 rf"an? )?"
                 rf"{CONSENT},? {_TO} {OBJECT}END"),
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
                 rf"due)(?: first)? {_TO} {OBJECT}END"),
    ("approval", rf"(?P<p>⟦\d+⟧)'s? {CONSENT} (?:is|are|must be|has to be|should be) (?:needed|"
                 rf"required|necessary|wanted|mandatory|a must|called for|obtained|sought|got|"
                 rf"gotten|"
                 rf"asked for)(?: first)? {_TO} {OBJECT}END"),
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
    # -- confirming ---------------------------------------------------------------------------
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
    # -- telling ------------------------------------------------------------------------------
    ("tell", rf"{_TELL} {PERSON}{_SAYING} {TEXT}"),
    ("tell", rf"(?:say|mention|announce|report|communicate|convey|relay|pass on|pass|break|put|"
             rf"shout|"
             rf"whisper|explain|make known|send|signal|write|deliver|tell|give|forward|"
             rf"get) {TEXT}(?: on| "
             rf"over| across| through)? to {PERSON}"),
    ("tell", rf"(?:say|mention|announce|report|communicate|convey|relay|pass on|break|explain|"
             rf"make known|"
             rf"make (?:it )?(?:clear|known)|point out|signal|write|get|send|pass|give)(?: (?:it|"
             rf"the news|the "
             rf"(?:message|word)|word|news|a (?:message|note)|notice|an? {_NOTE}))?(?: on| along|"
             rf" over| "
             rf"across| out| back)? to {PERSON}{_SAYING} {TEXT}"),
    ("tell", rf"(?:let|have|make) {PERSON} (?:know|hear|learn|understand|see|find out|note|"
             rf"be told|be "
             rf"informed|aware|realise|realize|be aware|notice|have){_SAYING} {TEXT}"),
    ("tell", rf"make (?:it known|sure) (?:to|that) {PERSON} (?:knows|hears|learns|is told|"
             rf"is informed)"
             rf"{_SAYING} {TEXT}"),
    ("tell", rf"(?:give|drop|leave|send|pass|shoot|write|hand|do|slip|serve|fire|throw|"
             rf"toss) {PERSON} "
             rf"(?:an? |the |some )?{_NOTE}{_SAYING} {TEXT}"),
    ("tell", rf"(?:give|drop|leave|send|pass|shoot|write|issue|get|serve|post) (?:an? |the |"
             rf"some )?{_NOTE}"
             rf"(?: out| over| off)? (?:to|for|with) {PERSON}{_SAYING} {TEXT}"),
    ("tell", rf"(?:give|drop|leave|send|pass|issue|post) (?:an? |the |"
             rf"some )?{_NOTE}{_SAYING} {TEXT},?(?: "
             rf"over| out)? (?:to|for|with) {PERSON}"),
    ("tell", rf"{PERSON}{MUST}(?:be {_TOLD}|know|hear|learn|find out|be aware|get {_TOLD}|"
             rf"be given (?:an? |the "
             rf")?{_NOTE}|(?:get|receive|have|see|read|obtain) (?:an? |the )?{_NOTE}|be told of|"
             rf"get to "
             rf"(?:know|hear)|be let known|be in the know){_SAYING} {TEXT}"),
    ("tell", rf"{PERSON} (?:(?:is|gets|are|get) {_TOLD}|hears|learns|finds out|(?:gets|receives|"
             rf"get|receive)"
             rf" (?:an? |the )?{_NOTE}|is given (?:an? |the )?{_NOTE}|should|must|needs|wants|gets)"
             rf"{_SAYING} {TEXT}"),
    ("tell", rf"(?:word|(?:an? |the )?{_NOTE}) (?:goes|is sent|should go|must go|has to go|"
             rf"is to go|is|will "
             rf"go|gets sent|out|goes out|is passed|needs to go)?(?: out)? ?(?:to|"
             rf"for) {PERSON}(?: is| reads"
             rf"| goes)?{_SAYING} {TEXT}"),
    ("tell", rf"(?:word|(?:an? |the )?{_NOTE}) {TEXT} (?:goes|is sent|should go|must go|has to go|"
             rf"is to go|is"
             rf" for|for|is meant for)(?: out)? ?(?:to )?{PERSON}"),
    ("tell", rf"{TEXT} (?:goes|is sent|should go|must go|has to go|is to go|is to be told|"
             rf"is to be said|is the"
             rf" {_NOTE}|is passed on)(?: out)? (?:to|for) {PERSON}"),
    ("tell", rf"{TEXT} is what {PERSON}{MUST}(?:be told|know|hear|get to hear|learn|be informed)"),
    ("tell", rf"{TEXT} is what (?:we |to )?(?:have to |need to |want to |must |should )?(?:tell|"
             rf"say to|let) "
             rf"{PERSON}(?: know)?"),
    ("tell", rf"(?:keep|hold) {PERSON} (?:posted|informed|updated|in the loop|in the picture|"
             rf"up to date|up to "
             rf"speed|abreast)(?: with| by| about| of)?{_SAYING} {TEXT}"),
    ("tell", rf"(?:bring|call|draw)(?: it| this)? to (?P<p>⟦\d+⟧)'s? attention{_SAYING} {TEXT}"),
    ("tell", rf"(?:get|send) word to {PERSON}{_SAYING} {TEXT}"),
    # -- asking for a value -------------------------------------------------------------------
    ("for", rf"(?:ask|prompt|query|consult|contact|approach|call|ring|phone|text|message|turn to|"
            rf"go to|"
            rf"quiz|press|chase|email|ring up|call up|get onto|get on to|poll|question|"
            rf"interview) {PERSON},?"
            rf"(?: up)? (?:for|about|to get|to obtain) {BARE}{CALLED}"),
    ("for", rf"(?:ask|prompt|query|consult) {PERSON},? {WHAT}{CALLED}"),
    ("for", rf"{_GET}(?: out| in| to know)? {VALUE},? (?:from|off|out of|of|through|by asking|"
            rf"by) {PERSON}"
            rf"{CALLED}"),
    ("for", rf"{_GET}(?: out| in)? (?:from|off|of|by asking|through|with) {PERSON},? (?:{WHAT}|"
            rf"{VALUE})"
            rf"{CALLED}"),
    ("for", rf"(?:check|clarify|confirm|clear up|settle|inquire|enquire|"
            rf"agree)(?: back)? with {PERSON},? "
            rf"{WHAT}{CALLED}"),
    ("for", rf"{PERSON}{MUST}{_GIVE}{_US} (?:{WHAT}|{VALUE}){CALLED}"),
    ("for", rf"{PERSON_ONLY} {_GIVES}{_US} (?:{WHAT}|{VALUE}){CALLED}"),
    ("for", rf"{HAVE}{PERSON},? (?:to )?){_GIVE}{_US} (?:{WHAT}|{VALUE}){CALLED}"),
    ("for", rf"{VALUE}{MUST}(?:come|be obtained|be got|be had|be taken|stem) from {PERSON}"),
    ("for", rf"{VALUE} (?:comes?|is (?:obtained|available|coming|to come|to be (?:had|got))|"
            rf"are (?:obtained|"
            rf"coming|to come)|can be (?:obtained|had|got|gotten)) from {PERSON}"),
    ("for", rf"{VALUE}{MUST}(?:be |get )?{_GIVEN}(?: to us| to me)? (?:by|from|of|via) {PERSON}"),
    ("for", rf"{VALUE} (?:is|are|gets?) (?:to be |being )?{_GIVEN}(?: to us| to me)? (?:by|from|"
            rf"of) {PERSON}"),
    ("for", rf"(?:have|get|let) {VALUE}(?: be)? {_GIVEN}(?: to us| to me)? (?:by|from) {PERSON}"),
    ("for", rf"(?:only )?{PERSON_ONLY} (?:alone )?(?:knows?|has|have|can tell us|is the (?:one|"
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
            rf" it)?(?: from| of)?|"
            rf"from) {PERSON}"),
    ("for", rf"(?:request|order|demand|inquire|enquire|ask) {VALUE} (?:of|from|with|at) {PERSON}"),
    ("for", rf"(?:we are |we're |still )*(?:waiting|wait) (?:for|on) {PERSON} (?:for|"
            rf"to {_GIVE}{_US}|with) "
            rf"{VALUE}"),
    ("for", rf"{PERSON_ONLY} to {_GIVE}{_US} (?:{WHAT}|{VALUE})"),
    ("for", rf"(?:inquire|enquire|ask)(?: about)? {WHAT}{CALLED} (?:from|of|with) {PERSON}"),
    ("for", rf"(?:find out|learn|hear|establish|clarify|ask|ascertain|"
            rf"determine) {WHAT}{CALLED} (?:from|with|"
            rf"by asking|through) {PERSON}"),
    ("for", rf"without {VALUE} from {PERSON},?[\w ]*"),
)  # fmt: skip
"""What is asked, and how that is said: END is where a clause may end, LIST a list of choices."""

END = (
    r"(?=\W*$|[,.;:!?]| (?:first|please|beforehand|before|now|in advance|again|because|since|"
    r"so that|"
    r"as soon as|within|right away|too|as well)\b)"
)
LIST = r"(?:⟦\d+⟧(?:(?:,|,? (?:and|or)) (?:from )?⟦\d+⟧)*)"
SHARE = (
    r"(?:(?:an? |the )?(?:random |small |quick )*(?:sample of |selection of |"
    r"spot[- ]check of )?(?:a "
    r"random |random )?(?:⟦\d+⟧ (?:randomly (?:chosen|picked|selected) |random )?(?:out )?(?:of )?|"
    r"every (?:single )?one of |all (?:of )?|one in ⟦\d+⟧ (?:of )?)?(?:the )?)"
)
REVIEW = (
    r"(?:spot-?check|spot check|review|check|inspect|audit|examine|look at|look over|look through|"
    r"go over|"
    r"go through|have a look at|take a look at|sample|vet|cross-check|eyeball|read through|verify|"
    r"test|"
    r"scrutini[sz]e|study|proofread)"
)
REVIEWS = (
    r"(?:spot-?checks|spot checks|reviews|checks|inspects|audits|examines|looks at|looks over|"
    r"goes over|"
    r"goes through|samples|vets|verifies|tests)"
)
REVIEWED = (
    r"(?:spot-?checked|spot checked|reviewed|checked|inspected|audited|examined|looked at|"
    r"looked over|gone "
    r"over|sampled|vetted|verified|tested|cross-checked)"
)
