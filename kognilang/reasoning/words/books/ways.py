"""Ways: how people say what a book's action does, as patterns over a marked sentence.

A pattern names its slots; what may stand in them, and how it is written, is told by the name.
"""

from __future__ import annotations

from kognilang.dataclass import dataclass

_NO_NOUN = (
    "of|in|into|to|for|with|from|copy|copies|duplicate|line|entry|note|row|text|on|at|as|and|name|"
    "backup|spreadsheet|table|database|words|word|by|under|is|it"
)
_LEAD = (
    r"(?:(?:the|our|an?|this|that|its|their|your|my|said) )?"
    rf"(?:(?!(?:{_NO_NOUN}) )[a-z-]+ )??(?:called |named |by the name of |entitled )?"
)
"""What may stand before a text in quotes: the quotation "offer.pdf"."""


def slot(name: str) -> str:
    """Return the pattern of a slot: a value that the sentence names."""
    return rf"{_LEAD}⟦(?P<{name}>\d+)⟧"


FILE, FOLDER = slot("file"), slot("folder")
SHEET = (
    r"(?:(?:the|our|an?|its|their) )?(?:(?:new|own|separate|different|fresh|extra|single|"
    r"another) )*"
    r"(?:(?:excel |csv |xlsx )?(?:spreadsheet|file|sheet|workbook|table|excel|csv|list|export)"
    r"(?: of (?:its|their) own| for (?:it|them|that))?,? )?"
    r"(?:called |named |by the name of |with the name |under the name |titled |,? "
    r"?)?⟦(?P<sheet>\d+)⟧"
)
"""Where a table is saved."""
TABLE = r"(?:all |all of |the |whole |entire |list of |table of |contents of )*⟦(?P<table>\d+)⟧"
TEXT = (
    r"(?:(?:the|an?|just|only|this|that) )?(?:(?:new|short|further|single|brief|little|one) )*"
    r"(?:(?:words?|text|line|note|entry|remark|message|sentence|comment|phrase)"
    r"(?: (?:of|that says|saying|that reads|reading|with|containing))?:? )?⟦(?P<text>\d+)⟧"
)
NAME = (
    r"(?:(?:the|a|its|new|file|other|another|different|proper) )*(?:name )?(?:of )?⟦(?P<name>\d+)⟧"
)
THING, OTHER = slot("thing"), slot("other")
COUNT = r"(?P<count>⟦\d+⟧|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
AS_NEW = (
    r"(?:,? (?:as|and (?:call|name) (?:it|that|this|the result|them)|"
    r"and (?:keep|save|store|remember|note|use|take) (?:it|that|this|the result|them) as|"
    r"(?:under|by) the name(?: of)?|which (?:is|we call|makes|gives us|will be)|to get|giving|"
    r"that is|called|named) the (?P<new>[a-z]+(?: [a-z]+)?|⟦\d+⟧))?"
)
"""What the outcome is called."""

SUFFIX = (
    r"(?:,? (?:with|plus|and|followed by|ending (?:in|with|on)|and the ending|with the ending|with "
    r"the extension|and then|and an? ending)(?: an?| the)? "
    r"(?:\.?(?P<suffix>pdf|docx?|xlsx?|txt|csv|jpe?g|png|md)|⟦(?P<ending>\d+)⟧)"
    r"(?: (?:behind|after) (?:it|⟦\d+⟧)| at the end| as (?:the |its |an? )?(?:ending|extension|"
    r"suffix)| appended| added)?)?"
)
"""What is put behind a file's new name."""

BE = (
    r"(?:(?:is|are|be|been|being|gets?|has|have|must|should|shall|will|would|can|could|may|might|"
    r"needs?|ought|wants?|had|better|to|now|then|just|simply|best|always|also|still|only|first|"
    r"please|usually|finally|next|afterwards|safely|at last|in the end|from now on) )*"
)
"""What stands between a thing and what is done to it."""
AWAY = (
    r"(?:(?:away|over|across|off|straight|back|aside|up|down|out|by|along|directly|safely|right|on|"
    r"neatly|then|now|in) )*"
)
INTO = (
    r"(?:(?:over |in |right |straight )?(?:in|into|to|under|inside|within|among|onto|on|with|at|"
    r"towards|amongst|as part of|down in))"
)
LEADS = (
    r"(?:please|kindly|then|so|and|also|just|now|finally|next|first|afterwards|simply|lastly|"
    r"go ahead and|at (?:the|last|once)(?: end)?|in the end|for (?:now|later|the record|safety|"
    r"our records|good measure)|from now on|we(?:'d|'ll)?|i(?:'d|'ll)?|you|they|one|somebody|"
    r"someone|should|must|shall|will|would|can|could|may|(?:have|has|need|want|like|love|wish|be|"
    r"ought|care|try|prefer)(?: you| us| it)?(?: to)?|let's|let us|let|see(?: to it)?(?: that)?|"
    r"make sure (?:that |to )?|be sure to|ensure (?:that )?|take care (?:that|to)|remember to|"
    r"(?:do not|don't|never) forget (?:to|that)|the (?:next|last|first) (?:step|thing) is to|"
    r"it is time to|time to|get|have|with that|here|there|once more|again|as a (?:precaution|"
    r"backup|reminder|record)|if you (?:would|could)|would you|could you|can you|"
    r"what (?:we|i) (?:need|want) is(?: to)?|it would be (?:good|nice|helpful) to),?"
)
"""A word or some that may stand before what is to be done."""
ENDS = (
    r"(?:,? (?:please|now|then|at once|immediately|straight ?away|right away|for us|for me|again|"
    r"for good|from now on|today|in the end|thanks|thank you|for later|for now|for the record|"
    r"for our records|too|as well|also|permanently|afterwards|when done|for safe ?keeping|instead|"
    r"for good measure|there|directly|altogether|by itself|if you (?:would|could|please)|"
    r"to be safe|in full|completely|once more|as usual))*[.!?]?"
)


@dataclass(frozen=True, slots=True)
class Way:
    """What an action's canonical sentence is, with its slots, and the ways to say it."""

    sentence: str
    patterns: tuple[str, ...]
