"""Asking words: what the ways of asking are made of: who is asked, what somebody has to do, and
what somebody gives who agrees."""

from __future__ import annotations

_ONE = r"⟦\d+⟧"
PERSON_ONLY = (
    r"(?P<p>(?:both |either (?:of )?)?⟦\d+⟧,? (?:and|or) (?:also |else )?⟦\d+⟧"
    r"(?!(?<!or ⟦\d⟧)(?<!or ⟦\d\d⟧) (?:is|has|gets|hears|needs|wants|knows|learns|receives|finds|"
    r"decides|says)\b)|"
    r"⟦\d+⟧ (?:of )?⟦\d+⟧(?!,? (?:and |or )?⟦)|⟦\d+⟧|HR)"
)
"""Who is asked: one, several, or so many of several; not the last one of a clause and the first one
of the next: it goes to ⟦0⟧, and ⟦1⟧ is told."""
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
    r"(?:no )?(?P<x>⟦\d+⟧(?: of ⟦\d+⟧)?|(?:(?!(?:over|above|under|below|than|with|without|whose|"
    r"beyond|"
    r"exceeding|from|after|before|any\w*|every\w*|whatever|all|those|needs?|"
    r"requires?)\b)[\w-]+ ){1,3}?"
    r"⟦\d+⟧|it|this|that|them|these|those|[a-z]{3,}s|everything|each|anything|whatever|such|all)"
    r"(?: (?:worth|costing|priced|valued|totalling|amounting|coming to|that|which|at|of))*"
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
ABOUT = r"(?:for|to|on|of|as to|regarding|concerning|about|with|over|in)"
ARTICLE = r"(?:the |an? |their |his |her |its |some |any )?"
AGREE = (
    r"(?:approve(?: of)?|authori[sz]e|okay|ok|sign off(?: on)?|sign|endorse|ratify|green-?light|"
    r"clear|sanction|agree (?:to|with|on)|consent to|say (?:yes|ok|okay) to|nod through|"
    r"wave through|"
    r"countersign|rubber-stamp|be (?:ok|okay|fine|happy) with|bless|initial|put (?:their|his|her) "
    rf"(?:name|signature|initials|stamp) (?:to|under|on)|give {ARTICLE}{CONSENT} {ABOUT}|"
    rf"grant {ARTICLE}{CONSENT}"
    rf" {ABOUT})"
)
AGREES = (
    r"(?:approves?(?: of)?|authori[sz]es?|okays|oks|signs off(?: on)?|signs|endorses|ratifies|"
    r"green-?lights|clears|sanctions|agrees (?:to|with|on)|consents to|says (?:yes|ok|okay) to|"
    rf"nods through|waves through|countersigns|gives {ARTICLE}{CONSENT} {ABOUT}|"
    rf"grants {ARTICLE}{CONSENT} {ABOUT})"
)
AGREED = (
    r"(?:approved|authori[sz]ed|okayed|ok'd|ok'ed|oked|signed(?: off)?(?: on)?|endorsed|ratified|"
    r"green-?lit|green-?lighted|cleared|sanctioned|agreed(?: to| with| on)?|waved through|nodded "
    rf"through|blessed|countersigned|consented to|given {ARTICLE}{CONSENT}|initialled|approval|"
    rf"confirmed "
    r"in writing)"
)
AGREEING = r"(?:approving|signing off|signing|authori[sz]ing|okaying|clearing|countersigning)"

GIVE = (
    r"(?:tell|give|provide|supply|name|state|enter|type in|type|fill in|report|"
    r"specify|say|disclose|share|communicate|furnish|come up with|read out|indicate|"
    r"give out|put in|key in|quote|call out|point out|dictate|let (?:us|me) have|let "
    r"(?:us|me) know|inform (?:us|me) of|inform (?:us|me) about|declare|write "
    r"down|note down|mention|reveal|fix|set|determine|decide on|decide|look up|find out|"
    r"advise (?:us|me) of|get us|figure out|work out|make known|set down)"
)
GIVES = (
    r"(?:tells|gives|provides|supplies|names|states|enters|types in|types|fills in|"
    r""
    r"reports|specifies|says|discloses|shares|comes up with|reads out|"
    r"indicates|quotes|dictates|lets (?:us|me) (?:have|know)|declares|sets|"
    r"determines|decides on|decides|looks up)"
)
GIVEN = (
    r"(?:told|given|provided|supplied|named|stated|entered|typed in|filled in|"
    r"reported|specified|disclosed|shared|obtained|requested|asked|"
    r"put in|keyed in|declared|determined|set|got|gotten|inquired|enquired|"
    r"found out)"
)
TO_US = r"(?:(?: to)? (?:us|me|you))?"
GET = (
    r"(?:get hold of|get a hold of|lay hands on|get|obtain|request|need|want|require|demand|seek|"
    r"have|find "
    r"out|learn|hear|establish|ascertain|elicit|acquire|secure|await|expect|receive|procure|"
    r"solicit|"
    r"are (?:still )?(?:missing|lacking|waiting for)|(?:still )?lack|miss|inquire|enquire|"
    r"must have|"
    r"should have|have to have|need to have|need to (?:get|know|hear|obtain)|have to (?:get|know|"
    r"obtain|hear)|want to (?:know|have|hear|get)|would like(?: to (?:know|have))?|must know|ask)"
)
HAND = (
    r"(?:send in|send|hand over|hand in|hand|submit|deliver|pass on|pass|bring|produce|forward|add|"
    r"contribute|turn in|get)"
)
WHAT = (
    rf"(?:(?:what|which|who|whose|how \w+) (?:(?:is|are|would be|will be) (?P<x>⟦\d+⟧)|"
    rf"(?P<x3>⟦\d+⟧) (?:is|are|was|will be|should be|would be|shall be|has to be|must be|"
    rf"is to be|ought to be|has|reads|says|needs to be|it is|amounts to|comes to|"
    rf"to use|to take|to enter|to put|to apply|to charge|to go with|applies|it should be|"
    rf"we (?:need|want|"
    rf"use|should use|are to use|take|should take)|(?:(?:⟦\d+⟧|it|this|they|we) )?"
    rf"(?:goes|go|is booked|is charged|is to go|belongs?|comes|is for|is meant for|runs|falls|"
    rf"will go|is due|fits|gets|takes|should go|has to go|is filed|counts|stands)"
    rf"(?: (?:on|to|into|under|in|for|with|at|by|from|against|towards))?(?=[.,;]|$))|"
    rf"(?P<x4>{_WORDS}) (?:it is|it's|this is|that is|is meant|is to be|it should be|should be|"
    rf"to use|"
    rf"to take|to enter|to put|applies|is it|we (?:need|want|use|should use|are to use|take))"
    rf"(?:(?: to be| going to be| supposed to be| meant to be| for| in| about)(?: it)?)?))"
)
"""What is asked for, as a question."""
CALLED = (
    r"(?:,? (?:and )?(?:(?:call|calling|name|naming)(?: it| that| the (?:answer|reply|result))|"
    r"(?:please )?(?:keep|"
    r"keeping|save|saving|store|storing|note|noting|record|recording|take|taking|use|using|"
    r"remember|enter|"
    r"entering|treat)(?: it| that| the (?:answer|reply|response|result))? as|let it be|"
    r"to be known as|as|known "
    r"as|stored as|kept as|saved as|entered as|recorded as) (?P<n>⟦\d+⟧|the [a-z]+))?"
)

A_QUESTION = r"(?:(?:the |this |a |following )*question|this|the following|as follows)"
TELL = (
    r"(?:tell|remind|tip off|clue in|notify|inform|alert|warn|advise|update|brief|message|ping|"
    r"caution|assure)"
)
TOLD = (
    r"(?:told|notified|informed|alerted|warned|advised|updated|briefed|messaged|pinged|made aware)"
)
NOTE = (
    r"(?:(?:short|quick|brief|little|friendly|small|good|polite|kind|loud|firm) )*(?:heads-?up|"
    r"heads up|message|note|"
    r"word|"
    r"notice|notification|info|information|news|warning|shout|hint|nudge|alert|memo|tip|update|"
    r"reminder|sign|signal|call|announcement|report|line|text|words|holler|ring|poke|buzz|bell|"
    r"wink|lines|thank-you|sentence|answer|reply)"
)
GIST = (
    r"(?: (?:(?:about|of|on) (?:it|this|that|them|these|those|him|her|⟦\d+⟧)|(?:that|about|of|on|"
    r"how|why|to say) (?:(?!\b(?:if|when|whenever|where|once|unless|should|provided|in case|"
    r"as soon as|as long as)\b)[^:;]){2,90}?(?=:)))?"
)
"""What somebody is told of, before the words that they are told: about it, that it is late."""
SAYING = GIST + (
    r"(?:(?:,| -| –| —)? ?(?:saying|that says|which says|that reads|reading|with|with the (?:text|"
    r"words?|message|wording|note|info)|with the news|that|to the effect that|containing|stating|"
    r"telling (?:them|him|her)(?: that)?|in these words|in the words|of|about|about the fact that|"
    r"as follows|namely|quote|so that they know|the words|the message|the text|the word|the news|"
    r"the "
    r"following|this|the note|the info|along the lines of|which goes|that goes|that runs|and say|"
    r"and write|and tell (?:them|him|her)|by saying|by writing))?(?:,|:| -| –| —)?"
)

NOT_GOES = (
    r"(?:(?:cannot|can't|can|must not|mustn't|may not|may|does not|doesn't|do not|don't|"
    r"should not|shouldn't|"
    r"will not|won't|is not to|must|is|are)(?: only)? )?(?:go(?:es)? (?:ahead|on|through|out|"
    r"forward|any "
    r"further|anywhere)|proceeds?|leaves?(?: the house)?|happens?|moves?(?: on| forward| ahead)?|"
    r"starts?|"
    r"continues?|(?:is |be )?valid|counts?|takes? effect|come(?:s)? through|gets? through|stand|"
    r"stands)"
)
UNLESS = (
    r"(?:only )?(?:without|unless|until|before|with|after|once|if|when|except with|upon|subject to)"
    r"(?: there is)?"
)

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
