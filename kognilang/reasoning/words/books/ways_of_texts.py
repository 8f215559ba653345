"""Ways of texts: how people say that documents and texts are read, summed up, translated, sorted,
compared and answered, and that web addresses and inboxes are read."""

from __future__ import annotations

from kognilang.reasoning.words.books.verb_forms import doing, done
from kognilang.reasoning.words.books.ways import AS_NEW, BE, COUNT, FILE, FOLDER, OTHER, THING, Way

_GETTING = (
    "read get pull extract take lift fetch grab copy need want have retrieve obtain scrape draw "
    "give capture load collect give_me give_us get_me get_us"
)
_SUMMING = (
    "summarise summarize sum_up condense shorten recap boil_down abridge digest compress outline "
    "reduce distil distill cut cut_down precis"
)
_SENTENCES = (
    rf"(?: (?:down )?(?:in|to|into|as|using|within|with)(?: (?:just|only|at most|no more "
    rf"than|about|exactly|some))* {COUNT} (?:short |brief |single )?sentences?)?"
)
_SUMMARY = (
    r"(?:an? |the |its )?(?:short |brief |quick |concise |little )*(?:summary|gist|digest|synopsis|"
    r"abstract|précis|short version|outline|summing-up|recap|abridgement|key points|essence|main "
    r"points|nutshell)"
)
LANGUAGES = (
    "english|german|french|spanish|italian|portuguese|dutch|polish|czech|danish|swedish|norwegian|"
    "finnish|greek|turkish|russian|ukrainian|hungarian|romanian|bulgarian|croatian|serbian|slovak|"
    "slovenian|estonian|latvian|lithuanian|irish|welsh|icelandic|arabic|hebrew|chinese|mandarin|"
    "japanese|korean|hindi|vietnamese|thai|indonesian|catalan|latin|swahili|persian|urdu|bengali"
)
_LANGUAGE = rf"(?:plain |good |proper )?(?P<language>{LANGUAGES})"
_CHOICES = (
    r"(?:one of |either |any of |the (?:three |two |four |following )?(?:classes|categories|groups|"
    r"kinds|types|labels|sorts|headings)(?: of)? )*(?P<choices>⟦\d+⟧(?:,? (?:or |and )?⟦\d+⟧)+)"
)
_ADDRESS = (
    r"(?:(?:the )?(?:web ?)?(?:address|page|site|url|link|server|service|website) )?"
    r"⟦(?P<address>\d+)⟧"
)
_ANSWER = (
    r"(?:an? |the |our )?(?:polite |friendly |short |kind |suitable |brief |fitting |draft "
    r")*(?:reply|"
    r"answer|response|draft reply|draft answer)"
)
_POINTS = (
    r"(?:,? (?:saying|that says|with|stating|which says|to say|telling them|in which we say|"
    r"to the effect|and say|explaining) ⟦(?P<text>\d+)⟧)?"
)
_QUALITY = r"(?P<quality>(?!⟦)[a-z]+(?: [a-z]+){0,2})"

_SORTING = (
    "classify categorise categorize sort class group label tag assign put file place mark divide "
    "rate grade type"
)
_JUDGING = (
    "decide judge determine say tell work_out find_out figure_out make_out see check assess settle "
    "choose"
)
_SPOTTING = "find find_out work_out show list see look_for spot check name note get determine"
_DRAFTING = (
    "draft write compose prepare formulate word make draw_up come_up_with need want think_of have"
)
_FETCHING = (
    "read fetch get call query retrieve request load open pull visit ask access look_up check "
    "consult look_at go_to"
)
_CHECKING = (
    "read get fetch check collect load pull open retrieve look_at go_through see look_through "
    "take_in bring_in have"
)

TEXTS: tuple[Way, ...] = (
    Way("Read the text of {file}{as_new}.", (
        rf"{doing(_GETTING)} (?:all |only |just )?(?:the |its |whole |full |plain |complete |"
        rf"bare )*"
        rf"(?:text|wording|words|writing)(?: (?:that is|which is|that stands|that's|contained|"
        rf"found|"
        rf"written|there is|standing))?(?: (?:out of|from|of|in|off|inside|contained in|on)) {FILE}"
        rf"{AS_NEW}",
        rf"(?:from|out of|of) {FILE},? (?:we |i )?(?:want|need|take|get|read|extract|pull|would "
        rf"like|"
        rf"have) (?:only |just )?(?:the |its |whole |full )*(?:text|wording|words){AS_NEW}",
        rf"{doing(_GETTING + ' find_out see learn check note')} what {FILE} (?:says|reads|contains|"
        rf"states)(?: in it)?{AS_NEW}",
        rf"{doing(_GETTING + ' find_out see learn check')} what (?:is written|stands|is said|the "
        rf"text is|is) in {FILE}{AS_NEW}",
        rf"{doing(_GETTING)} ⟦(?P<file>\d+)⟧'s (?:full |whole )?(?:text|wording){AS_NEW}",
        rf"(?:the )?text (?:of|in) {FILE} {BE}{done('read extract pull get take lift copy')}"
        rf"(?: out)?{AS_NEW}",
        rf"{doing('turn convert')} {FILE} into (?:plain )?text{AS_NEW}",
    )),
    Way("Let the {new} be {value}.", (
        rf"{doing('note keep remember record save store take treat hold')} (?:down )?"
        r"⟦(?P<value>\d+)⟧(?: down)? (?:as|under the name(?: of)?) the "
        r"(?P<new>[a-z]+(?: [a-z]+)?)",
        r"(?:call|name) ⟦(?P<value>\d+)⟧ the (?P<new>[a-z]+(?: [a-z]+)?)",
    )),
    Way("Summarise {thing}{sentences}{as_new}.", (
        rf"{doing(_SUMMING)} {THING}{_SENTENCES}{AS_NEW}",
        rf"(?:sum|boil|cut|strip|pare|bring|break|get|trim|whittle|narrow) {THING} (?:up|down)"
        rf"{_SENTENCES}{AS_NEW}",
        rf"(?:bring|put|reduce|squeeze|turn|cut|compress|trim|fit|pack|get|condense|wrap|retell|"
        rf"tell|"
        rf"say|give|render|rephrase|rewrite|state|express|explain) (?:what )?{THING}(?: (?:says|is "
        rf"about|comes down to|means))? (?:down )?(?:in|to|into)(?: (?:just|only|at most|no more "
        rf"than|about))* {COUNT} (?:short |brief |single )?sentences?{AS_NEW}",
        rf"(?:{doing('make write give prepare draw_up need want produce create have get let')} "
        rf"(?:me |us )?)?(?:have |get )?{_SUMMARY} (?:of|from|for) {THING}{_SENTENCES}{AS_NEW}",
        rf"(?:{doing('make write give prepare need want have get')} (?:me |us )?)?(?:an? )?{COUNT}"
        rf"[- ]sentence (?:summary|version|digest|gist) of {THING}{AS_NEW}",
        rf"(?:{doing('make write give prepare need want have get')} (?:me |us )?)?(?:an? "
        rf")?{_SUMMARY}"
        rf" (?:in|of) {COUNT} sentences? (?:of|from|for|about|on) {THING}{AS_NEW}",
        rf"{THING} {BE}{done(_SUMMING)}(?: up| down)?{_SENTENCES}{AS_NEW}",
        rf"{COUNT} (?:short )?sentences? (?:on|about|saying|telling (?:me|us)) (?:what "
        rf")?{THING}(?: "
        rf"(?:says|is about))? (?:will do|are enough|is enough|suffice|would do){AS_NEW}",
        rf"(?:{COUNT} sentences? (?:is|are) (?:enough|all we need) (?:for|from|of|on) {THING})",
        rf"{doing('tell give')} (?:me |us )(?:in {COUNT} sentences? )what {THING} (?:says|is "
        rf"about)",
    )),
    Way("Translate {thing} into {language}{as_new}.", (
        rf"{doing('translate render put turn convert transfer bring rewrite write')} {THING} "
        rf"(?:over "
        rf")?(?:in|into|to) {_LANGUAGE}{AS_NEW}",
        rf"{doing('need want have get give make give_me give_us get_me get_us')} {THING} (?:(?:put|"
        rf"translated|turned|rendered|written) )?(?:in|into|to) {_LANGUAGE}{AS_NEW}",
        rf"(?:{doing('make write give prepare need want produce create get have')} (?:me |us )?)?"
        rf"(?:an? |the )?{_LANGUAGE} (?:translation|version|rendering|text|copy) of "
        rf"{THING}{AS_NEW}",
        rf"(?:{doing('make write give prepare need want produce create get have')} (?:me |us )?)?"
        rf"(?:an? |the )?(?:translation|version|rendering) of {THING} (?:in|into|to) {_LANGUAGE}"
        rf"{AS_NEW}",
        rf"{THING} {BE}(?:{done('translate render put turn convert bring')} |in )?(?:in|into|to)? ?"
        rf"{_LANGUAGE}{AS_NEW}",
        rf"how (?:would|does|do) (?:you say )?{THING} (?:read |sound |go |look )?in {_LANGUAGE}",
    )),
    Way("Classify {thing} as {choices}{as_new}.", (
        rf"{doing(_SORTING)} {THING} (?:as|into|to|under|in|among|with|by) "
        rf"{_CHOICES}{AS_NEW}",
        rf"{doing(_JUDGING)} (?:whether|if|which(?: of)?) {THING} (?:is|belongs to|"
        rf"fits|falls (?:under|into)|counts as|is about|sounds|should be) {_CHOICES}{AS_NEW}",
        rf"(?:is|was) {THING} (?:an? )?{_CHOICES}",
        rf"{doing('pick choose select decide_on find')} (?:from |one of |which of |between |"
        rf"among )*"
        rf"{_CHOICES} (?:for|to describe|as (?:the )?(?:class|category|label|sort|kind) of) {THING}"
        rf"{AS_NEW}",
    )),
    Way("Decide whether {thing} is {quality}{as_new}.", (
        rf"{doing('decide judge determine assess work_out figure_out make_out gauge')} "
        rf"(?:whether|if)"
        rf" {THING} (?:is|sounds|seems|looks|reads|appears)(?: like| to be)? {_QUALITY}{AS_NEW}",
    )),
    Way("Compare {thing} with {other}{as_new}.", (
        rf"{doing('compare contrast match collate')} {THING} (?:with|and|to|against|by) {OTHER}"
        rf"{AS_NEW}",
        rf"{doing('hold put set lay place check read test look_at')} {THING} (?:up )?(?:against|"
        rf"next "
        rf"to|beside|side by side with|alongside|over against) {OTHER}{AS_NEW}",
        rf"(?:{doing(_SPOTTING)} )?(?:out )?(?:what (?:(?:is|are) )?(?:the )?|the |any |all |all "
        rf"the )?"
        rf"(?:differences?|differs|is different|discrepanc(?:y|ies)|changes|has changed|"
        rf"deviations?)"
        rf"(?: is| are| there (?:is|are))? (?:between|from|of) {THING} (?:and|to|with) "
        rf"{OTHER}{AS_NEW}",
        rf"(?:{doing('find find_out work_out show see check determine')} )?(?:out )?how (?:much )?"
        rf"{THING} (?:differs?|deviates?|is different) from {OTHER}{AS_NEW}",
        rf"(?:{doing('find find_out work_out show see check determine')} )?(?:out )?(?:how|in what|"
        rf"where|whether|if) (?:do )?{THING} and {OTHER} (?:differ|deviate|disagree|agree|match|"
        rf"say "
        rf"the same|mean the same)(?: from each other)?{AS_NEW}",
        rf"{doing('compare contrast')} (?:the two texts |both )?{THING} (?:,|and) {OTHER}",
        rf"{doing('go')} (?:over|through) {THING} (?:and {OTHER} )?side by side",
    )),
    Way("Draft a reply to {thing}{saying}{as_new}.", (
        rf"{doing(_DRAFTING)} {_ANSWER} (?:to|for|on) {THING}{_POINTS}{AS_NEW}",
        rf"{doing('draft write compose prepare')} {_ANSWER}{_POINTS} (?:to|for) {THING}{AS_NEW}",
        rf"{_ANSWER} (?:to|for) {THING} "
        rf"{BE}{done('draft write compose prepare formulate')}{_POINTS}"
        rf"{AS_NEW}",
    )),
    Way("Find {text} in {thing}{as_new}.", (
        rf"{doing('find look_up look_for search_for find_out seek')} ⟦(?P<text>\d+)⟧ (?:in|from|"
        rf"out "
        rf"of|inside|within|by) {THING}{AS_NEW}",
        rf"{doing('search look_through go_through check comb scan')} {THING} for ⟦(?P<text>\d+)⟧"
        rf"{AS_NEW}",
        rf"(?:find out |see |check |look up )?what (?:does )?{THING} (?:says?|tells? us) "
        rf"(?:about|on|"
        rf"of) ⟦(?P<text>\d+)⟧{AS_NEW}",
        rf"{doing('get take pull read gather learn extract dig_out')} ⟦(?P<text>\d+)⟧ (?:from|"
        rf"out of)"
        rf" {THING}{AS_NEW}",
    )),
    Way("Read the web address {address}{as_new}.", (
        rf"{doing(_FETCHING)} (?:what (?:is|stands|can be found) (?:at|"
        rf"on|under) |the (?:contents?|answer|reply|data|page|text|response) (?:of|at|from|on) |"
        rf"from "
        rf"|what |everything (?:at|from|on) )?{_ADDRESS}(?: (?:says|answers|returns|gives|has|"
        rf"replies|sends|delivers|holds|offers|tells us))?(?: from the web)?{AS_NEW}",
        rf"{doing('see find_out look learn check')} (?:up )?what (?:is (?:at|on|under) )?{_ADDRESS}"
        rf"(?: (?:says|answers|returns|gives|has|replies|holds))?{AS_NEW}",
        rf"what (?:is at|does) {_ADDRESS}(?: (?:say|answer|return|give))?",
    )),
    Way("Download {address} to {file}.", (
        rf"{doing('download save fetch get store copy pull load put keep grab')} (?:what (?:is|"
        rf"stands) (?:at|on|under) |the (?:contents?|file|page|document) (?:of|at|from|on|"
        rf"behind) )?"
        rf"{_ADDRESS}(?: down)? (?:to|into|as|in|under) (?:the file )?(?:called |named )?{FILE}",
        rf"{doing('download save fetch get')} {FILE} from {_ADDRESS}",
        rf"{_ADDRESS} {BE}(?:downloaded|saved|stored|fetched)(?: down)? (?:to|into|as|in) {FILE}",
    )),
    Way("Download {address} to {folder}.", (
        rf"{doing('download save fetch get store copy pull load put keep grab')} (?:what (?:is|"
        rf"stands) (?:at|on|under) |the (?:contents?|file|page|document) (?:of|at|from|on|"
        rf"behind) )?"
        rf"{_ADDRESS}(?: down)? (?:to|into|in|under) {FOLDER}",
        rf"{_ADDRESS} {BE}(?:downloaded|saved|stored|fetched|goes|go)(?: down)? (?:to|into|in) "
        rf"{FOLDER}",
    )),
    Way("Delete the web address {address}.", (
        rf"{doing('delete remove erase take_down get_rid_of')} (?:what (?:is|stands) (?:at|on|"
        rf"under) "
        rf"|everything (?:at|on) )?{_ADDRESS}(?: from the (?:web|server|net))?",
    )),
    Way("Read the emails in the inbox{sender}{since}{as_new}.", (
        rf"(?:{doing(_CHECKING)} )(?:in |up )?(?:the |our |my |all |all the "
        rf"|any |new |incoming |latest )*(?:e-?mails?|mails?|messages|post)(?: (?:that (?:are|is|"
        rf"came|have come)|which are|waiting|lying))?(?: (?:in|of|from|out of|to) (?:the |our |"
        rf"my )?"
        rf"(?:inbox|mailbox))?(?: (?:from|by|of|sent by) ⟦(?P<sender>\d+)⟧)?(?: (?:since|after|"
        rf"from|"
        rf"that came after) ⟦(?P<since>\d+)⟧(?: on)?)?{AS_NEW}",
        r"(?:check|open|read|look (?:in|into|at|through)|empty|go through|see what is in|see "
        r"what has "
        r"come into|look what is in) (?:the |our |my )?(?:inbox|mailbox)(?: for (?:new "
        r")?(?:e-?mails?|"
        r"mails?|messages))?(?: (?:from|by) ⟦(?P<sender>\d+)⟧)?(?: (?:since|after) "
        rf"⟦(?P<since>\d+)⟧)?{AS_NEW}",
    )),
)  # fmt: skip
