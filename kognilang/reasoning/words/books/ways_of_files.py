"""Ways of files: how people say that files are moved, copied, renamed, deleted, written and added
to, and folders made."""

from __future__ import annotations

from kognilang.reasoning.words.books.verb_forms import doing, done
from kognilang.reasoning.words.books.ways import AWAY, BE, FILE, FOLDER, INTO, NAME, TEXT, Way, slot

_MOVING = (
    "move put place shift transfer relocate bring get take carry send drop sort file archive tuck "
    "stow stash store park pop drag migrate push deposit lay clear tidy stick slip switch slide "
    "shove haul file_away put_away house shelve slot"
)
_COPYING = "copy duplicate back_up replicate clone mirror reproduce backup"
_COPY = (
    r"(?:(?:an?|one|another|the|our|its) )?(?:(?:second|spare|extra|further|safety|backup|security|"
    r"additional|duplicate|working|identical|exact|new|reserve|archive) )*"
    r"(?:cop(?:y|ies)|duplicate|backup|back-up|replica|clone|double) of"
)
_LEAVING = (
    "put place leave keep make store drop file save lay get have need want take deposit send add "
    "create stash stow set park tuck bring hold"
)
_STAYS = (
    r"(?:,?(?: but| and| while| though| yet)?(?: please)? (?:(?:keep|keeping|leave|leaving|retain|"
    r"retaining)"
    r" (?:ours|the original|it|⟦\d+⟧|the old one|the first one|the source)(?: (?:where (?:it|"
    r"⟦\d+⟧) is|in "
    r"(?:its )?place|as (?:it|⟦\d+⟧) is|too|there|alone|as well|untouched|here))?|(?:the "
    r"original|ours|it|"
    r"⟦\d+⟧) (?:stays|remains|is kept|is to stay|should stay|must stay|is left|stays put)"
    r"(?: (?:where (?:it|⟦\d+⟧) is|put|here|in place|there))?|without (?:leaving|removing|moving|"
    r"deleting|"
    r"losing|touching) (?:its )?(?:[a-z]+ ){0,2}?(?:place|it|ours|original|⟦\d+⟧|spot|folder)"
    r"|where (?:it|⟦\d+⟧) is as well))"
)
_BESIDES = r"(?:also|as well|too|in addition|additionally|likewise)"
_NAMED = (
    r"(?:,? (?:and )?(?:call|name|title|entitle|save|calling|naming) (?:it|that|this|the copy|"
    r"⟦\d+⟧|the new one)(?: as)?|"
    r" (?:called|named|as|to|under|by|with|under the name(?: of)?|with the name|by the name of|"
    r"titled|entitled|which is called|that is called))"
)
_DELETING = (
    "delete erase remove scrap bin trash discard destroy wipe shred purge chuck toss dispose_of "
    "eliminate dump get_rid_of do_away_with throw_away throw_out zap ditch clear_away drop "
    "chuck_out wipe_out"
)
_NO_MORE = (
    r"(?:(?:is|are) (?:no longer|not) (?:needed|required|wanted|necessary|of (?:any )?use|useful)"
    r"(?: any ?(?:more|longer))?|isn't (?:needed|required|wanted|of use)(?: any ?(?:more|longer))?|"
    r"has served its purpose|has become superfluous|has no use any ?more|is obsolete)"
)
_NOTING = (
    "add append note jot log record enter write scribble tack attach put insert scrawl register "
    "place note_down jot_down write_down put_down tag_on tack_on chalk pencil leave make stick "
    "add_on include type"
)
_AT_END = (
    r"(?:(?:at|to|on) the (?:very )?(?:bottom|end|foot|tail|close) of|in|into|to|on|onto|at|under|"
    r"underneath|inside|up on|down in|down on|for|below)"
)
_ENTRY = (
    r"(?:(?:an?|one|another|the) )?(?:(?:new|further|short|extra|additional|last|final|single|"
    r"brief|little) )*"
    r"(?:lines?|entry|notes?|remark|trace|record|comment|mark|mention|memo|word)(?: down)?"
)
_SAYING = (
    r"(?:saying|that says|that reads|reading|with|of|:|with the (?:text|words?|wording|note|"
    r"content)|"
    r"which says|which reads|to say|containing|that contains|to the effect of|stating|consisting "
    r"of|"
    r"that states|namely|,|with the line|for|about|to read|reads|says|is|it says|should say|should "
    r"read)?:?"
)
_WRITING = "write save store output print dump"

NEW_FOLDER = slot("new_folder")

FILES: tuple[Way, ...] = (
    Way("Copy {file} to {folder}.", (
        rf"{doing(_COPYING)} {FILE} {AWAY}{INTO} {FOLDER}{_STAYS}?",
        rf"back {FILE} up {AWAY}{INTO} {FOLDER}",
        rf"{FILE} {BE}{done(_COPYING)} {AWAY}{INTO} {FOLDER}",
        rf"(?:there (?:is|should be|must be|has to be|needs to be|'s) |{doing(_LEAVING)} )?{_COPY} "
        rf"{FILE} {BE}(?:{done(_MOVING)} |goes |go |belongs |belong |lies? |exists? |sits? |"
        rf"lives? |"
        rf"kept |left |found |available |saved |made |stored )?{AWAY}{INTO} {FOLDER}",
        rf"{INTO} {FOLDER},? (?:there (?:is|should be|must be|has to be|needs to be) |"
        rf"{doing(_LEAVING)} |we (?:want|need|keep) |goes |belongs )?{_COPY} {FILE}",
        rf"{doing(_MOVING + ' keep save leave')} {AWAY}{FILE} {AWAY}{INTO} {FOLDER}"
        rf"(?:,? {_BESIDES})?{_STAYS}",
        rf"{doing(_MOVING + ' keep save leave')} {FILE} {AWAY}{INTO} {FOLDER},? {_BESIDES}",
        rf"(?:also|additionally|in addition) {doing(_MOVING + ' keep save leave')} {FILE} {AWAY}"
        rf"{INTO} {FOLDER}",
        rf"{doing(_MOVING + ' keep save leave')} {FILE} (?:also|as well|additionally) {INTO} "
        rf"{FOLDER}",
        rf"{FILE} (?:(?:is|are|should|must|has to|needs to|ought to|shall|will|can|may|is to)(?: "
        rf"be|"
        rf" to be)? )?(?:also|as well|additionally) (?:be |go |goes |lie |lies |sit |sits |belong |"
        rf"belongs |to be |exist |exists |appear |live )?(?:found |kept |available |stored |put |"
        rf"placed |saved |there |lying |filed |left |present )?{AWAY}{INTO} {FOLDER}{_STAYS}?",
        rf"{FILE} {BE}(?:goes|go|lies|lie|sits|sit|belongs|belong|be found|found|kept|available|"
        rf"stored|put|placed|saved|filed|left|present|in) ?{AWAY}{INTO} {FOLDER},? {_BESIDES}"
        rf"{_STAYS}?",
        rf"(?:keep|save|have) {FILE} (?:both )?(?:where (?:it|⟦\d+⟧) is|here|in (?:its )?place) "
        rf"and "
        rf"(?:also )?{INTO} {FOLDER}(?: {_BESIDES})?",
        rf"{FOLDER} (?:{BE})(?:gets|get|receives|receive|holds?|keeps?|has|have|takes?) {_COPY} "
        rf"{FILE}",
    )),
    Way("Copy {file} to {name}.", (
        rf"{doing(_COPYING)} {FILE}{_NAMED} {NAME}",
        rf"(?:{doing(_LEAVING)} )?{_COPY} {FILE}{_NAMED} {NAME}",
        rf"(?:{doing(_LEAVING)} )?{_COPY} {FILE} {BE}(?:called|named) {NAME}",
        rf"{FILE} {BE}{done(_COPYING)}{_NAMED} {NAME}",
        rf"{doing('save store')} {FILE} (?:a second time|once more|again|twice){_NAMED} {NAME}",
    )),
    Way("Rename {file} to {name}.", (
        rf"{doing('rename retitle relabel')} {FILE} (?:to|as|into|it) {NAME}",
        rf"{doing('call name title entitle christen')} {FILE} (?:after )?{NAME}",
        rf"{doing('give assign')} {FILE} {NAME}(?: (?:as|for) (?:its |the |a )*(?:new |file "
        rf")*name)?",
        rf"{doing('give assign')} (?:the )?(?:new |file )*(?:name )?{NAME} to {FILE}",
        rf"{doing('change alter switch turn set')} (?:the )?(?:file )?name of {FILE}(?: to| into|:|"
        rf",)? {NAME}",
        rf"{doing('change alter switch turn set')} ⟦(?P<file>\d+)⟧'?s (?:file )?name (?:to|into) "
        rf"{NAME}",
        rf"(?:the )?(?:new |file )*name of {FILE} {BE}(?:becomes?|changed?|is|be|reads?|set|"
        rf"turned)?"
        rf" ?(?:to |into )?{NAME}",
        rf"⟦(?P<file>\d+)⟧'s (?:new |file )*name {BE}(?:becomes?|changed?|is|be|reads?)? ?(?:to )?"
        rf"{NAME}",
        rf"{FILE} {BE}(?:called|named|renamed|titled|entitled|known|labelled|relabelled)"
        rf"(?: to| as| into| by)? {NAME}",
        rf"{FILE} {BE}(?:gets?|takes?|receives?|bears?|carr(?:y|ies)|goes? by|go by|given|has|have|"
        rf"uses?|runs? under)(?: on)? (?:the )?(?:new |file )*(?:name )?(?:of )?⟦(?P<name>\d+)⟧"
        rf"(?: (?:as|for) (?:its |the |a )*(?:new )?(?:file ?)?name)?",
        rf"(?:let )?{NAME} {BE}(?:is |be |becomes |as |serve as |used as )*(?:the |its )?"
        rf"(?:new |file )*name (?:of|for) {FILE}",
        rf"(?:the )?new name (?:of|for) {FILE}(?: is|:|,)? {NAME}",
        rf"{FILE}:? (?:gets )?(?:the |a )?new name,?:? {NAME}",
    )),
    Way("Move {file} to {folder}.", (
        rf"{doing(_MOVING)} {AWAY}{FILE} {AWAY}{INTO} {FOLDER}",
        rf"{FILE} {BE}{done(_MOVING + ' keep save')} {AWAY}{INTO} {FOLDER}",
        rf"{FILE} {BE}(?:goes|go|going|belongs|belong|moves|move|changes|wanders|travels|comes|"
        rf"come|"
        rf"ends up|end up|off|finds its place|live|lives) {AWAY}{INTO} {FOLDER}",
        rf"{INTO} {FOLDER} (?:with|goes|go|belongs|comes) {FILE}",
        rf"(?:off|away) {INTO} {FOLDER} with {FILE}",
        rf"{INTO} {FOLDER},? {doing(_MOVING)} {FILE}",
        rf"{FOLDER} {BE}(?:where {FILE} (?:{BE})(?:goes|go|belongs|belong|be|moved|put|filed|kept)|"
        rf"(?:the )?(?:right |proper |new )?(?:place|home|destination) (?:for|of) "
        rf"⟦(?P<file2>\d+)⟧)",
        rf"(?:the )?(?:right |proper |new )?(?:place|home|destination) (?:for|of) {FILE} (?:is|"
        rf"will "
        rf"be|should be) (?:in )?{FOLDER}",
    )),
    Way("Delete {file}.", (
        rf"{doing(_DELETING)} {FILE}(?: from (?:the )?(?:disk|drive|computer|folder|server))?",
        rf"(?:get|be) rid of {FILE}",
        rf"(?:throw|chuck|toss|clear|put|take|wipe) {FILE} (?:away|out|in the (?:bin|trash))",
        rf"{FILE} {BE}(?:{done(_DELETING)}|thrown (?:away|out)|go|goes|disappears?|vanish(?:es)?|"
        rf"away|deletable|for the bin|got rid of)(?: from (?:the )?(?:disk|folder|server))?",
        rf"(?:{FILE} {_NO_MORE}|(?:we )?(?:no longer need|(?:do not|don't) need|have no "
        rf"(?:further |"
        rf"more )?use for|have finished with|are (?:done|finished|through) with) "
        rf"⟦(?P<file2>\d+)⟧(?: any ?(?:more|longer))?)(?:,? (?:so|and|hence|therefore|;|:)?,? ?"
        rf"(?:please )?(?:{BE})(?:can |may |should )?(?:{doing(_DELETING)}|get rid of|throw) (?:it|"
        rf"⟦\d+⟧)(?: away| out)?|(?:,? (?:so|and)) (?:it|⟦\d+⟧) {BE}(?:go|{done(_DELETING)}))?",
        rf"(?:remove|erase|wipe|clear) all trace of {FILE}",
    )),
    Way("Create the folder {new_folder}.", (
        rf"{doing('make create set_up open open_up start add need want establish have prepare')}"
        rf" (?:us |me |up )?(?:an? |another |the )?(?:new |empty |separate |extra )*(?:(?:folder|"
        rf"directory)(?: for it)? ?(?:called|named|by the name(?: of)?|with the name(?: of)?|under "
        rf"the name(?: of)?|titled|labelled|entitled|,|:)? )?⟦(?P<new_folder>\d+)⟧(?: as a "
        rf"(?:new )?"
        rf"folder)?",
        rf"(?:there (?:is|has|should|must|needs|shall|will|ought)(?: to)? be |there is )(?:an? )?"
        rf"(?:new )?(?:folder (?:called|named|by the name(?: of)?|with the name(?: of)?) "
        rf")?{NEW_FOLDER}",
        rf"(?:an? )?(?:new )?(?:folder (?:called|named|by the name(?: of)?|with the name(?: "
        rf"of)?) )?"
        rf"{NEW_FOLDER} (?:{BE})(?:created|made|set up|opened|exist|there|needed|needs creating|"
        rf"established|required)",
        rf"(?:an? )?new (?:folder (?:called|named|by the name(?: of)?|with the name(?: of)?) )?"
        rf"{NEW_FOLDER}",
    )),
    Way("Write {text} to the file {file}.", (
        rf"{doing('overwrite replace fill refill')} (?:what is in |the contents? of |the text of |"
        rf"everything in )?{FILE}(?:'s (?:contents?|text))? (?:with|by) {TEXT}(?: only| alone)?",
        rf"{FILE} {BE}(?:contain|contains|hold|holds|say|says|read|reads|consists? of|have|filled "
        rf"with|overwritten with|replaced by|replaced with|be) (?:only |just |nothing but |nothing "
        rf"except )*{TEXT}(?: only| and nothing else| alone)?",
        rf"{doing('make create start produce generate')} (?:an? |the )?(?:new )?(?:text |word )?"
        rf"(?:file |document )?{FILE} (?:with|containing|that (?:says|reads|contains|holds)|"
        rf"out of|from|saying|holding|reading) {TEXT}",
        rf"(?:the )?(?:contents?|text) of {FILE} {BE}(?:is|are|be|become|becomes|replaced by|"
        rf"replaced with)? ?{TEXT}",
    )),
    Way("Write {text} to the file {page}.", (
        rf"{doing(_WRITING)} {TEXT} (?:out )?(?:into|to|in|as) (?:the (?:contents?|text) of )?"
        rf"{slot('page')}",
    )),
    Way("Add to the file {file}: {text}", (
        rf"{doing(_NOTING)} (?:down )?{TEXT} (?:down |up |on )?(?:as {_ENTRY} )?{_AT_END} {FILE}",
        rf"{doing(_NOTING)} {FILE} {_AT_END} the words? {TEXT}",
        rf"(?:{doing(_NOTING + ' want need')} )?{_ENTRY},? {_SAYING} ?{TEXT} (?:down )?{_AT_END} "
        rf"{FILE}",
        rf"(?:{doing(_NOTING + ' want need')} )?{_ENTRY} {_AT_END} {FILE},? ?{_SAYING} ?{TEXT}",
        rf"(?:{_ENTRY} {_SAYING} ?)?{TEXT} {BE}(?:{done(_NOTING)}|goes|go|belongs|belong|comes|"
        rf"come) "
        rf"(?:down |up |on |as {_ENTRY} )*{_AT_END} {FILE}(?: as {_ENTRY})?",
        rf"{_AT_END} {FILE},? (?:please )?{doing(_NOTING)} (?:down )?(?:{_ENTRY} {_SAYING} ?)?"
        rf"{TEXT}(?: down)?",
        rf"{_AT_END} {FILE} (?:goes|go|belongs|comes|there (?:is|should be|must be)) (?:{_ENTRY} "
        rf"{_SAYING} ?)?{TEXT}",
        rf"{FILE} {BE}(?:gets?|receives?|given|has|have|needs?|ends? with|grows? by)"
        rf" (?:{_ENTRY},? {_SAYING} ?|at the end )?{TEXT}(?: (?:as|for|at) (?:its |the )?(?:a |"
        rf"last |new |next |another )*(?:line|entry|end|bottom))?",
        rf"{doing('give')} {FILE} {_ENTRY},? {_SAYING} ?{TEXT}",
        rf"{doing('extend supplement complete continue')} {FILE} (?:with|by) {TEXT}",
        rf"{FILE}: (?:add |note )?(?:{_ENTRY} {_SAYING} ?)?{TEXT}",
    )),
)  # fmt: skip
