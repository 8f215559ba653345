"""Course: what a sentence says of the course of things: the next one, enough of them, the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.reasoning.situations import Situation

_LEAD = (
    r"(?:(?:so|and|then|but|please|just|simply|also|therefore|thus|hence|we|you|they|it|these|"
    r"those|that|this|i|⟦\d+⟧|ones|the ones|are|is|be|can|may|must|should|will|do|does|have|has|"
    r"to|need|needs|better|let's|rather|straight|at once|anything|everything|there|here) )*"
)
_IT = r"(?:⟦\d+⟧|it|them|these|those|this one|that one|such ones|the ones|any|all of (?:it|them))"
_LATER = (
    r"(?:(?:(?:the|another|some other|a later) )?(?:next|later|other|following|coming|another)? ?"
    r"(?:round|time|run|day|week|month|turn|batch|pass|occasion|session|meeting)|later|now|good|"
    r"tomorrow|today|⟦\d+⟧|another day|next time|the time being|somebody else|someone else|others)"
)
_ONE = r"(?:one|⟦\d+⟧|in line|in the (?:list|row|queue|line)|[a-z]+)"
_SKIP = (
    rf"(?:leave|leaves|left|keep|kept|set|put|save|saved|lay)(?: {_IT})? (?:for|until|till|to) "
    rf"{_LATER}",
    rf"(?:leave|left|let)(?: {_IT})? (?:out|alone|aside|be|as (?:it|they) (?:is|are)|untouched|"
    rf"in peace|off)(?: {_IT})?",
    rf"(?:leave|drop|pass|skip|miss) (?:out|over|by|past) {_IT}",
    rf"(?:skip|omit|ignore|disregard|exclude|spare|overlook|bypass|neglect|forget|pass over|leave "
    rf"out|forget about|pass up|jump over|step over|jump past|skip over)(?: {_IT})?",
    r"(?:skipped|omitted|ignored|disregarded|excluded|passed over|left out|left alone|"
    r"not considered|not counted|not dealt with|out of the question|of no (?:interest|concern|"
    r"importance|use)(?: to us| for us)?|none of our business|no concern of ours|no business of "
    r"ours|not for us|not our (?:business|concern|job|problem)|done with)",
    rf"(?:don't|do not|never|not|no need to|no point in|no use in) (?:bother|deal|trouble|"
    rf"concern|waste|care|touch|handle|process|look at|worry|consider|go into|take up|take on|"
    rf"dealing|bothering|touching|looking at|handling|processing)(?: (?:yourself|ourselves|us|"
    rf"time|any time|to))?(?: (?:with|about|on|over|at))?(?: {_IT})?",
    rf"(?:go|move|carry|get|pass|proceed|skip|jump|continue|turn|hop|on|over)(?: straight| right| "
    rf"directly)?(?: on| over| ahead)?(?: to| with)? (?:the )?(?:next|following) {_ONE}",
    rf"(?:take|do|handle|fetch|try|have|see to|turn to|deal with)(?: up)? (?:the )?(?:next|"
    rf"following) {_ONE}",
    rf"(?:go|move|carry|get|pass|proceed|continue) (?:on )?(?:to|with) (?:⟦\d+⟧|the one) (?:after|"
    rf"behind|that follows|following|that comes after)(?: {_IT})?",
    r"(?:the )?next (?:one|please|⟦\d+⟧)",
    r"(?:no|no further|no more|nothing more|not any|without) (?:work|action|handling|treatment|"
    r"attention|processing|steps?|doing|further work)(?: (?:on|for|with|from us|is needed|needed|"
    r"required|is required|to be done|at all|any ?more))*",
    r"(?:nothing|no more|nothing more|nothing else|nothing further)(?: (?:is|to|be|left|needs?|"
    r"has|done|do|happens?|happen|more|further|for us|from us|about|here|with|it|them))*",
    rf"(?:can |will |must |should )?wait(?: (?:for|until|till) {_LATER})?",
    r"(?:of )?no (?:concern|interest) (?:to|of|for) (?:us|ours)",
)  # fmt: skip
_END = (
    r"(?:,? (?:too|as well|then|please|again|here|now|at all|for now|right away|any ?more))*[.!]?"
)
_JOIN = r"(?:[,;:]? (?:so|and|then|just|but)? ?|[,;:] )"
_STOPS = (
    r"(?:done|finished|through|all set|ready|at the end)(?: (?:here|for (?:now|today|this time)|"
    r"with (?:it|this|that|everything|all of it|the (?:whole )?(?:thing|job|work|lot|procedure)))"
    r")*",
    r"(?:that is|that's|this is|it is|that was) (?:it|all|the end(?: of it)?|everything|enough)"
    r"(?: for (?:now|today))?",
    r"(?:is |'s )?nothing (?:left|more|else|further)?(?: (?:to|for us|do|be|done|left|here|is|"
    r"remains))*",
    r"(?:is |'s )?no (?:more )?(?:work|need|point|reason|sense|use)(?: (?:to|in|for us|go|going|"
    r"on|do|left|continue|continuing|carry|carrying|be|done|here|any ?further|further))*",
    r"(?:call it a day|pack up|leave it at that|end (?:it )?(?:here|there)|go home|finish(?: "
    r"here)?|quit|stop(?: (?:here|there|it|everything|right there|at once|the (?:whole )?(?:thing|"
    r"procedure|run|process|work)))?|break off|end the (?:run|procedure|process|work))",
)
_ROUND = (
    r"(?:the |this |our |that |⟦\d+⟧ ?)?(?:whole )?(?:round|rounds|loop|list|series|pass|"
    r"tour|queue|row|lot|repetition|going round|repeating|the rest|others|rest)?"
)
_BREAK = (
    r"(?:stop|finish|end|quit|break off|break|abandon|leave|cut short|close|call off|be done|"
    r"cease|terminate|interrupt|done|finished|through)(?: (?:with|off|out of|from|here with))? "
    r"(?:the |this |our |that )?(?:whole )?(?:round|loop|series|pass|tour|repetition|cycle)",
    r"(?:stop|quit|cease|finish|leave off) (?:going (?:round|through|on|down)|repeating|looping|"
    r"working through|counting|collecting)(?: (?:with|through|down))?(?: (?:them|it|the (?:list|"
    r"rest|others|row|round)|⟦\d+⟧))*",
    r"(?:do not|don't|no need to|never) (?:go on|carry on|continue|bother) with the (?:rest|"
    r"others|remaining ones|other ones|following ones)",
    r"(?:leave|spare|skip|forget|drop|ignore) (?:out )?(?:all )?(?:the )?(?:rest|others|remaining "
    r"ones|all that follow)(?: of (?:them|the (?:list|round)))?",
    r"no (?:further|more) (?:ones|⟦\d+⟧|rounds?)(?: (?:are|is) (?:needed|taken|done))?",
)


def _compiled(ways: tuple[str, ...]) -> re.Pattern[str]:
    one = "|".join(ways)
    return re.compile(rf"(?i)^{_LEAD}(?:{one})(?:{_JOIN}{_LEAD}(?:{one}))*{_END}$")


_WAYS = ((_compiled(_BREAK), "Stop repeating."), (_compiled(_SKIP), "Skip this {}."),
         (_compiled(_STOPS), "Stop."))  # fmt: skip
_LIKELY = 3.4


def course(part: str, situation: Situation) -> Iterator[tuple[str, float]]:
    """Yield what a part of a marked sentence says of the course of things."""
    text = part.strip(" ,;:.!")
    for pattern, step in _WAYS:
        if step != "Stop." and not situation.item:
            continue
        if pattern.match(text) is not None:
            yield step.format(situation.item), _LIKELY
            return


def passes_over(part: str) -> bool:
    """Tell whether a text says that things are left as they are, and no more."""
    return _WAYS[1][0].match(part.strip(" ,;:.!")) is not None
