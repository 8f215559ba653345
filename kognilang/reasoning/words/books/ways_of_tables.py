"""Ways of tables: how people say that tables are saved, and spreadsheets read."""

from __future__ import annotations

from kognilang.reasoning.words.books.verb_forms import doing, done
from kognilang.reasoning.words.books.ways import AWAY, BE, SHEET, TABLE, Way

_SAVING = (
    "save store keep write export dump put output file back_up deposit place print copy transfer "
    "record log list enter collect drop preserve archive save_off write_out put_down stash pack "
    "convert turn publish note gather render bring get have want need leave lay set secure"
)
_AS = (
    r"(?:as|in|into|to|under|inside|within|onto|on|out to|out as|out into|out in|off to|down in|"
    r"down as|away in|away as|over to|over into|up as|up in|up to|up into|back to|back into)"
)
_OPENING = (
    "read load open import pull fetch get grab take bring_in take_in pull_in read_in load_up "
    "load_in open_up use retrieve collect"
)
_ROWS = r"(?:(?:all|everything|whatever|what|the|its|their|whole|rows|lines|data|contents|entries)"
_NEW = r"(?:the |our |all the |all our |all )*(?P<new>[a-z]+(?: [a-z]+)??)"
_FROM = r"(?:from|out of|in|of|off|through)"
_SHEET = r"(?:the |our )?(?:spreadsheet |file |workbook )?(?:called |named )?⟦(?P<sheet>\d+)⟧"
_CALLED = (
    r"(?:as|and (?:call|name) (?:it|them|that|the rows|its rows)|and (?:keep|use|treat) (?:it|them|"
    r"that) as|under the name(?: of)?|to (?:get|have)|for|which (?:holds|contains|has|gives us|are|"
    r"is)|where we (?:have|keep)|with)"
)

TABLES: tuple[Way, ...] = (
    Way("Save {table}.", (
        rf"{doing('save store keep')} (?:the |our |all (?:the )?|any )?(?:changes?|edits|updates|"
        rf"modifications|what (?:we|you|has been|was|has) ?(?:have )?(?:changed|edited|updated|"
        rf"done))"
        rf"(?: (?:we|that were|which were|you) (?:have )?(?:made|done))? (?:to|in|of|with|on) "
        rf"{TABLE}",
        rf"{doing('write save store put')} {TABLE} back(?: (?:in|into|to|where) (?:its|the|their|"
        rf"it|they) (?:original |own |same )?(?:file|spreadsheet|place|came from|belong))?",
        rf"{TABLE} {BE}(?:saved|written|stored|put) back(?: (?:in|into|to) (?:its|the|their) "
        rf"(?:own )?(?:file|spreadsheet))?",
        rf"{doing('save')} {TABLE}",
        rf"{doing('update refresh')} the file (?:of|behind) {TABLE}",
    )),
    Way("Save {table} as {sheet}.", (
        rf"{doing(_SAVING)} {TABLE} {AWAY}{_AS} {SHEET}",
        rf"back {TABLE} up {_AS} {SHEET}",
        rf"(?:{doing(_SAVING + ' make create')} )?(?:an? |the )?(?:(?:new|backup|second|spare) )*"
        rf"(?:copy|backup|export|list|table|spreadsheet|version|duplicate) (?:of|with|from) "
        rf"{TABLE} "
        rf"(?:{BE})(?:{done(_SAVING)} )?(?:{_AS}|called|named) {SHEET}",
        rf"{TABLE} {BE}(?:{done(_SAVING)}|end up|ends up|go|goes|belong|belongs|land|lands|come|"
        rf"comes|be found|found|available|live|lives|appear) {AWAY}{_AS} {SHEET}",
        rf"{TABLE} {BE}{_AS} {SHEET}",
        rf"{doing('make create build produce generate prepare write set_up')} {SHEET} (?:of|from|"
        rf"out "
        rf"of|with|for|containing|holding|that (?:holds|contains|has|lists)|listing) {TABLE}",
        rf"{_AS} {SHEET},? {doing(_SAVING)} {TABLE}",
        rf"{SHEET} {BE}(?:contain|contains|hold|holds|list|lists|have|show|shows|get|gets|receive|"
        rf"receives|filled with|take|takes|keep|keeps) {TABLE}",
        rf"{doing('fill')} {SHEET} with {TABLE}",
        rf"{doing('put sort order arrange rank list line_up bring get')} [^⟦]*⟦\d+⟧[^⟦]*(?:⟦\d+⟧"
        rf"[^⟦]*)?(?:,|;| and| then) (?:then )?{doing(_SAVING)} {TABLE} {AWAY}{_AS} {SHEET}",
    )),
    Way("Read the spreadsheet {sheet} as the {new}.", (
        rf"{doing(_OPENING)} {_SHEET},? {_CALLED} (?:the |our )?(?P<new>[a-z]+(?: [a-z]+)??)(?: "
        rf"from it| in it| out of it)?",
        rf"{doing(_OPENING)} {_NEW} (?:that are |which are |stored |kept |listed )?{_FROM} "
        rf"{_SHEET}",
        rf"{_NEW} (?:are|is|come|comes|can be found|are found|stand|are listed|are kept|sit|live|"
        rf"are stored|are to be found|can be read) {_FROM} {_SHEET}",
        rf"(?:our list of|a list of|the list of|the table of) {_NEW} (?:are|is|can be found|sits|"
        rf"is "
        rf"kept|is stored) {_FROM} {_SHEET}",
        rf"{_SHEET} (?:holds|contains|has|lists|is where we (?:keep|have)|has got|gives us|is) "
        rf"{_NEW}(?:[,;] (?:read|load|open|get) (?:it|them|those))?",
        rf"(?:need|want|also need) {_NEW}[,;:]? (?:which|they|these|that)(?: are|'re| is)? "
        rf"(?:kept |stored |found |listed )?{_FROM} {_SHEET}",
    )),
)  # fmt: skip
