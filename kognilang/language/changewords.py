"""Sentences that set or change something in words for which the language has others: `Double the
price.`, `Round the price to 2 decimals.`, `The order has a total of $5.`"""

from __future__ import annotations

import re
from collections.abc import Callable

from kognilang.language.mistakes.case import ended
from kognilang.language.rewording import Rewording
from kognilang.language.trial import works

_NAME = r"(?:the |my |our |its |their |this )[\w' ’-]+?|it"
_TIMES = {"double": "2", "triple": "3", "treble": "3", "quadruple": "4"}
_PARTS = {"half": "50%", "a half": "50%", "a quarter": "25%", "three quarters": "75%",
          "a fifth": "20%", "a tenth": "10%"}  # fmt: skip


def changed_otherwise(sentence: str) -> Rewording | None:
    """Return the sentence that sets or changes what another one wants to; None for none."""
    line = sentence.strip().split("\n")[0].strip().rstrip(".!")
    for pattern, say, summary in _WAYS:
        hit = pattern.fullmatch(line)
        if hit is None:
            continue
        found = [ended(one) for one in say(hit)]
        found = [one for one in found if works(one)]
        if found:
            return Rewording("not-understood", summary, found, hit[0])
    return None


def _times(hit: re.Match[str]) -> list[str]:
    return [f"Multiply {hit[2]} by {_TIMES[hit[1].lower()]}"]


def _by_part(hit: re.Match[str]) -> list[str]:
    """`Reduce the price by a quarter`: as a percent, which is said of what it is taken of."""
    share = _PARTS.get(hit[3].lower().removesuffix(" of it"))
    verb = "Increase" if hit[1].lower() in ("increase", "raise") else "Decrease"
    return [f"{verb} {hit[2]} by {share}"] if share else []


def _rounded(hit: re.Match[str]) -> list[str]:
    name, rest = hit[1], (hit[2] or "").strip()
    rest = re.sub(r"^to the nearest (?:whole )?(?:number|integer)$", "", rest)
    rest = re.sub(r"^to the nearest (?:whole )?dollar$", "to the nearest $1", rest)
    rest = re.sub(r"\b(?:decimals|decimal places|digits)$", "places", rest)
    rest = re.sub(r"^to (\w+) decimal(?: place)?$", r"to \1 places", rest)
    return [f"Set {name} to {name} rounded {rest}".rstrip()]


def _moves(hit: re.Match[str]) -> list[str]:
    up = re.match(r"(?:increas|ris|grow|climb|goes up|go up)", hit[2], re.IGNORECASE)
    return [f"{'Increase' if up else 'Decrease'} {_low(hit[1])} by {hit[3]}"]


def _is(hit: re.Match[str]) -> list[str]:
    name = hit[1]
    return [f"{name[:1].upper()}{name[1:]} is {hit[2]}", f"Set {_low(name)} to {hit[2]}"][:1]


def _field(hit: re.Match[str]) -> list[str]:
    owner, name, value = _low(hit["owner"]), hit["name"], hit["value"]
    return [f"Set {owner}'s {name} to {value}"]


def _read_as(hit: re.Match[str]) -> list[str]:
    what = hit[1]
    book = re.fullmatch(r"[\"“][^\"”]+\.(?:csv|xlsx|xls|ods|tsv)[\"”]", what)
    return [f"Read {'the spreadsheet ' if book else ''}{what} as {hit[2]}"]


def _low(name: str) -> str:
    return name[:1].lower() + name[1:]


_CHANGE = "A change is said with increase, decrease, multiply or divide"
_SET = "What is set is said with is, or with Set … to …"
_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], list[str]], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), say, summary)
    for pattern, say, summary in (
        (rf"(double|triple|treble|quadruple) ({_NAME})", _times, _CHANGE),
        (rf"(halve)() ?({_NAME})", lambda hit: [f"Divide {hit[3]} by 2"], _CHANGE),
        (rf"(increase|raise|decrease|reduce|lower|cut) ({_NAME}) by"
         r" ((?:a |three )?(?:half|quarters?|fifth|tenth)(?: of it)?)", _by_part, _CHANGE),
        (rf"round(?: off)? ({_NAME})( (?:to|up|down)\b.*)?", _rounded,
         "A value is rounded where it is used, or set to what it is rounded"),
        (rf"({_NAME}) (increases?|rises?|grows?|climbs?|goes? up|decreases?|falls?|drops?"
         r"|sinks?|goes? down|shrinks?) by (.+)", _moves, _CHANGE),
        (rf"({_NAME}) (?:equals|will be|becomes?|gets|is set to|is equal to|shall be|is now"
         r"|are now|amounts? to)(?: the value)? (.+)", _is, _SET),
        (rf"({_NAME})['’]s ([$€£\d\"“].*)", _is, _SET),
        (rf"(?P<owner>{_NAME}) (?:has|gets|receives) (?:an?|the) (?P<name>[\w -]+?) of"
         r" (?P<value>.+)", _field, _SET),
        (rf"(?P<owner>{_NAME}) (?:has|gets|receives) (?:an?|the) (?P<name>[\w -]+?)"
         r" (?P<value>[$€£\d\"“].*)", _field, _SET),
        (rf"(?:give|assign) (?P<owner>{_NAME}) (?:an?|the) (?P<name>[\w -]+?)(?: of)?"
         r" (?P<value>[$€£\d\"“].*|the .+)", _field, _SET),
        (rf"(?:load|import|read|put) (.+?) into ({_NAME})", _read_as,
         "What is read gets its name with as"),
    )
)  # fmt: skip
