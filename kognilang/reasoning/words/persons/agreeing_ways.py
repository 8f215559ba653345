"""Ways of agreeing: how people say that something is done only after somebody has agreed to it,
or has said yes, and what is done where nobody answers."""

from __future__ import annotations

import re

from kognilang.reasoning.words.persons.asking_words import AGREED, CONSENT, PERSON_ONLY

_OBJECT = r"(?: (?:to |with |on |for )?(?:it|this|that|them|⟦\d+⟧|us to|doing so|to do so|so))?"
_BY_NOUN = (
    r"(?:(?:getting|obtaining|receiving|having(?: got| obtained)?|(?:we|you) (?:have(?: got)?|get|"
    r"receive|got|"
    r"obtain)|there is|with) )?"
    rf"(?:{PERSON_ONLY.replace('?P<p>', '?P<p1>')}'s? {CONSENT}|(?:the |an? )?{CONSENT} (?:of|"
    rf"from|by) "
    rf"{PERSON_ONLY.replace('?P<p>', '?P<p2>')})"
    r"(?: (?:has been|have been|is|are|was) (?:given|obtained|there|in|granted|received)|"
    r" has come(?: in)?|"
    r" arrives| has arrived)?"
)
_APPROVED = (
    rf"{PERSON_ONLY.replace('?P<p>', '?P<p3>')} (?:has |have |had |'s )?(?:already )?(?:{AGREED}|"
    rf"approves?|"
    r"authori[sz]es?|signs? off(?: on)?|signs?|okays|oks|endorses?|sanctions?|clears?|"
    r"gives? (?:the |an? |"
    rf"their |his |her |its |us )*{CONSENT}|(?:has |have )?(?:given|granted) (?:the |an? |their |"
    rf"his |her |"
    rf"its |us )*{CONSENT}|signed){_OBJECT}(?: off)?"
)
_PASSED = (
    rf"(?:it|this|that|⟦\d+⟧) (?:has been|is|was|gets|have been) {AGREED} by "
    rf"{PERSON_ONLY.replace('?P<p>', '?P<p4>')}"
)
_SAID_YES = (
    rf"{PERSON_ONLY.replace('?P<p>', '?P<p5>')} (?:(?:has |have )?(?:agreed|agrees?|said yes|"
    rf"says? (?:yes|so|ok|"
    r"okay)|consents?|consented|nods?|is (?:fine|ok|okay|happy|in favou?r|for it|in agreement|"
    r"on board)|are "
    r"(?:fine|ok|okay|happy|in favou?r)|has no objections?|does(?: not|n't) (?:mind|object)|"
    r"wants? (?:it|us "
    r"to|that)|allows?|permits?|confirms? (?:it|that|this)|thinks so|answers? (?:with )?yes|"
    r"gives? a yes)"
    rf"{_OBJECT})"
)
_ASKING = (
    r"(?:(?:first )?(?:asking|consulting|checking with|hearing from|talking to|speaking (?:to|"
    r"with)|having "
    rf"asked|having consulted|consultation with|word from) {PERSON_ONLY.replace('?P<p>', '?P<p7>')}"
    r"(?: first| about it| beforehand)*)"
)
_ASK_FIRST = (
    r"(?:ask|consult|check with|talk to|speak (?:to|with)|query) "
    rf"{PERSON_ONLY.replace('?P<p>', '?P<p8>')}"
)
_OBJECTS = (
    rf"{PERSON_ONLY.replace('?P<p>', '?P<p6>')} (?:objects?|says? no|said no|is against it|"
    rf"vetoe?s(?: it)?|"
    r"refuses?|disagrees?|has (?:an )?objections?|minds?|declines?|is opposed)"
)
_AFTER = (
    r"(?:but )?(?:only )?(?:after|once|when|as soon as|if|provided(?: that)?|"
    r"on (?:the )?condition (?:that|of)|"
    r"as long as|not before|not until|upon|with|subject to|following|given|pending|conditional on|"
    r"contingent (?:up)?on|having|assuming|where|under)"
)
_WITHOUT = (
    r"(?:without|before|until|till|unless|prior to|unless there is|except with|other than with)"
)
_NEVER = (
    r"(?:please )?(?:do not|don't|never|nobody (?:may|should|must|is to|can)|no one (?:may|should|"
    r"must|is to|"
    r"can)|we (?:do not|don't|must not|mustn't|cannot|can't|may not|should not|shouldn't|never)|"
    r"not to|you "
    r"(?:must not|may not|should not|cannot|can't))"
)

_NOT_DONE = (
    r"(?:cannot|can't|can not|must not|mustn't|may not|should not|shouldn't|will not|won't|"
    r"is not to|is never to|"
    r"is not|isn't|are not|aren't|may never|must never|may only|must only|can only|is to|may|can|"
    r"shall|is|are)"
    r"(?: to)?(?: be)?"
)
COURSES: tuple[tuple[str, str], ...] = (
    ("approval", rf"^(?P<main>.+?),? {_AFTER} (?:{_BY_NOUN}|{_APPROVED}|{_PASSED})$"),
    ("approval", rf"^{_AFTER} (?:{_BY_NOUN}|{_APPROVED}|{_PASSED}),? (?:then )?(?P<main>.+)$"),
    ("approval", rf"^{_NEVER} (?P<main>.+?),? {_WITHOUT} (?:{_BY_NOUN}|{_APPROVED}|{_PASSED})$"),
    ("approval", rf"^{_WITHOUT} {_BY_NOUN},? {_NEVER} (?P<main>.+)$"),
    ("approval", rf"^(?P<x>no |none of |⟦\d+⟧ ?)(?P<thing>⟦\d+⟧ ?)?(?:is|are|may|must|can|shall|"
                 rf"should|will|gets?)"
                 rf"(?: not|n't)? (?:to )?(?:be )?(?P<main>[a-z]+(?:ed|en|t|d|"
                 rf"n)) {_WITHOUT} (?:{_BY_NOUN}|"
                 rf"{_APPROVED}|{_PASSED})$"),
    ("approval", rf"^{_BY_NOUN} (?:is|are|must be|has to be) (?:needed|required|necessary|a must|"
                 rf"mandatory|"
                 rf"obtained|sought)(?: first)?,? (?:before|prior to) (?:we |you )?(?P<main>.+)$"),
    ("whether", rf"^(?P<x>no |none of |⟦\d+⟧ ?)(?P<thing>⟦\d+⟧ ?)?{_NOT_DONE} "
                rf"(?P<main>[a-z]+(?:ed|en|t|d|"
                rf"n)) {_WITHOUT} {_SAID_YES}$"),
    ("approval", rf"^(?P<x>no |none of |⟦\d+⟧ ?)(?P<thing>⟦\d+⟧ ?)?{_NOT_DONE} "
                 rf"(?P<main>[a-z]+(?:ed|en|t|d|"
                 rf"n)) {_WITHOUT} (?:{_BY_NOUN}|{_APPROVED}|{_PASSED})$"),
    ("whether", rf"^(?P<main>.+?),? {_AFTER} {_SAID_YES}$"),
    ("whether", rf"^{_AFTER} {_SAID_YES},? (?:then )?(?P<main>.+)$"),
    ("whether", rf"^(?P<main>.+?),? unless {_OBJECTS}$"),
    ("whether", rf"^unless {_OBJECTS},? (?P<main>.+)$"),
    ("whether", rf"^{_NEVER} (?P<main>.+?),? {_WITHOUT} {_SAID_YES}$"),
    ("whether", rf"^{_NEVER} (?P<main>.+?),? {_WITHOUT} {_ASKING}$"),
    ("whether", rf"^(?P<main>.+?),? (?:but )?(?:only )?after {_ASKING}$"),
    ("whether", rf"^after {_ASKING},? (?P<main>.+)$"),
    ("whether", rf"^(?:first |please )?{_ASK_FIRST},? (?:first,? )?(?:and )?(?:before|"
                rf"prior to) (?:we |you )?"
                rf"(?P<main>.+)$"),
    ("whether", rf"^(?:first |please )?{_ASK_FIRST},? (?:first,? )?(?:and )?(?:only )?then,? "
                rf"(?P<main>.+)$"),
    ("whether", rf"^before (?P<main>[a-z]+ing .+?),? {_ASK_FIRST}$"),
    ("approval", rf"^(?:first |please )?(?:get|obtain|seek|fetch|have|we need|ask for|"
                 rf"wait for) {_BY_NOUN},? "
                 rf"(?:before|prior to) (?:we |you )?(?P<main>.+)$"),
    ("approval", rf"^before (?P<main>.+?),? (?:get|obtain|seek|fetch|we need|ask for|"
                 rf"wait for) {_BY_NOUN}"
                 rf"(?: first)?$"),
    ("approval", rf"^before (?P<main>.+?),? {PERSON_ONLY.replace('?P<p>', '?P<p9>')} (?:has to|"
                 rf"must|should|"
                 rf"needs to) (?:approve|agree|sign off|okay|sign|give (?:the |their |his |her |"
                 rf"an? )?"
                 rf"{CONSENT}){_OBJECT}(?: off)?$"),
)  # fmt: skip

_THEY = r"(?:they|he|she|⟦\d+⟧|the answer|it|that|this|everyone|all)"
_YES = (
    r"(?:if so|if yes|if (?:that|it|this)(?:'s| is) (?:so|the case|right|true)|(?:if|where|when) "
    r"(?:that|it|this)(?:'s| is) (?:a )?yes|in (?:the )?case of (?:a )?yes|a yes means(?: that)?|"
    r"yes means(?: that)?|if the (?:answer|reply|verdict|response) (?:is|comes back) (?:a )?"
    r"(?:yes|positive|ok|affirmative)|on (?:a |their |his |her )?(?:yes|positive answer|approval|"
    r"agreement)|"
    r"(?:only |and "
    rf"only )?(?:if|when|once|as soon as|provided(?: that)?) {_THEY}(?:'s)? ?(?:(?:do|does|"
    rf"agrees?|approves?|"
    r"consents?)(?! not|n't)(?: (?:so|to it|with it|it))?|(?:is|are|says?|answers?|comes back|"
    r"gives?|wants?|"
    r"has|have|was|turns out)(?: (?:a|the|their|us))*(?: (?:yes|positive|ok|okay|"
    r"fine(?: with it)?|so|for it|"
    r"it|in favou?r|that|affirmative|happy(?: with it)?|agreed|said yes|said so|approved|"
    r"no objections?|green "
    r"light|go-ahead|nothing against it)))|in that case|with a yes|should (?:the answer|they|he|"
    r"she) (?:be "
    r"yes|say (?:yes|so)|agree|approve)|only then|given a yes|after a yes|upon a yes|where so|"
    r"then and only "
    r"then)"
)
_NO = (
    r"(?:if not|on a no|otherwise|or else|(?:if|where|when) (?:that|it|this)(?:'s| is) "
    r"(?:(?:a )?no|not (?:so|the case))|if (?:that|it|this) (?:isn't|is not)(?: so| the case)?|"
    r"in (?:the )?case of (?:a )?no|a no means(?: that)?|no means(?: that)?|"
    r"if (?:it's|they say|he says|she says) (?:a )?no|"
    r"if the (?:answer|reply|verdict|response) (?:is|comes back) (?:a )?(?:no|negative)|"
    r"if (?:they|he|she|⟦\d+⟧|the answer|"
    r"it)(?:'s)? (?:says? no|refuses?|"
    r"disagrees?|do not|don't|does not|doesn't|declines?|is no|objects?|is negative)(?: agree)?|"
    r"should (?:they|"
    r"he|she|the answer) (?:refuse|say no|decline|disagree|be no))"
)
THEN = re.compile(
    rf"(?i)^(?P<ask>.*⟦\d+⟧)[,;:.]? ?(?:and |but |then )*(?:(?P<yes>{_YES})|"
    rf"(?P<no>{_NO})),? (?:then )?"
    r"(?P<do>.+)$"
)
THEN_LAST = re.compile(
    rf"(?i)^(?P<ask>.*⟦\d+⟧)[,;:.]? ?(?:and |but |then )*(?P<do>[a-z].*?),? (?:but )?"
    rf"(?:(?P<yes>{_YES})|(?P<no>{_NO}))$"
)
"""The same with the answer said last: and do so if they agree."""
DO_IT = re.compile(
    r"(?i)^(?:please )?(?:go (?:through|ahead|on)(?: with (?:it|that|this|⟦\d+⟧))?|do (?:it|so|"
    r"that|this|"
    r"⟦\d+⟧)|proceed(?: with (?:it|that|⟦\d+⟧))?|carry (?:it |⟦\d+⟧ )?(?:on|out)|act on it|"
    r"act accordingly|make it so|let it happen|go "
    r"for it|get it done|have it done|it is done|it happens|do just that)\W*$"
)
NOBODY = re.compile(
    r"(?i)^(?P<ask>.+?)[,;.]? (?:and |but )?(?:otherwise|or else|failing (?:that|which)|(?:if|"
    r"should|when) (?:"
    r"there (?:is|be)|there's|we (?:get|hear|have)) (?:no|nothing|none)(?: answer| reply|"
    r" response| word| back)*|"
    r"(?:if|when|should) (?:nobody|no one|none|no answer|no reply) (?:answers?|repl(?:y|ies)|"
    r"responds?|reacts?|"
    r"comes?|arrives?)|if (?:they|he|she|⟦\d+⟧) (?:(?:do|does)(?: not|n't) (?:answer|reply|"
    r"respond|react)|fails? "
    r"to (?:answer|reply|respond)|stays? silent|remains? silent))(?: by then| in time| until then|"
    r" within that "
    r"time)?,? (?:then )?(?P<do>.+)$"
)
