"""Occasions: what the head of a trigger says, as a time of the calendar or as something that
arrives."""

from __future__ import annotations

from kognilang.language import tree
from kognilang.language.words import NUMBER_WORDS
from kognilang.meaning import plan as p
from kognilang.values import dates

WEEKDAYS = tuple(one.lower() for one in dates.WEEKDAYS)
MONTHS = tuple(one.lower() for one in dates.MONTHS)
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_UNITS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 7 * 86_400,
}  # fmt: skip

Tokens = tuple[tree.Token, ...]


def read_occasion(tokens: Tokens, made: p.TriggerInfo) -> bool:
    """Note in `made` what sets a trigger off; say whether that is understood."""
    if tokens[-1].text == "then":
        tokens = tokens[:-1]
    if tokens[0].text in ("when", "whenever"):
        return _arrival(tokens[1:], made)
    return _time(tokens, made)


# -- what arrives ------------------------------------------------------------------------

_NOUNS = {
    "mail": "email", "e-mail": "email", "message": "email", "mails": "email", "emails": "email",
    "e-mails": "email", "messages": "email", "files": "file", "requests": "request",
}  # fmt: skip
_ENDINGS = {
    "pdf": ".pdf", "csv": ".csv", "spreadsheet": ".xlsx .csv", "workbook": ".xlsx",
    "image": ".png .jpg .jpeg .gif .webp .tif .tiff", "picture": ".png .jpg .jpeg .gif .webp",
    "json": ".json", "xml": ".xml", "zip": ".zip",
}  # fmt: skip
"""What a file of some sort ends in."""
_ARRIVES = (
    "arrives", "arrive", "appears", "appear", "lands", "comes in", "come in", "comes", "come",
    "shows up", "turns up", "is received", "are received", "has arrived", "is added", "are added",
    "is put", "are put", "is placed", "is dropped", "is saved", "is uploaded", "is copied",
    "is moved", "gets in", "is there",
)  # fmt: skip
_RECEIVE = ("receive", "receives", "get", "gets")


def _arrival(tokens: Tokens, made: p.TriggerInfo) -> bool:
    """Read `a file arrives in the folder "inbox"`, `we receive an email from "…"`."""
    if len(tokens) > 2 and tokens[0].text in ("i", "we") and tokens[1].text in _RECEIVE:
        noun, rest = _thing(tokens[2:])
        return noun == "email" and _email(rest, made)
    noun, rest = _thing(tokens)
    if noun == "email" and rest and rest[0].text in ("with", "from", "about", "whose"):
        # An email with the subject "Order" arrives.
        at = next((n for n in range(len(rest)) if _arrives(rest[n:])), -1)
        return at > 0 and _email((*rest[:at], *rest[at + _arrives(rest[at:]) :]), made)
    verb = _arrives(rest)
    if not verb:
        return False
    rest = rest[verb:]
    if noun == "email":
        return _email(rest, made)
    if noun == "request":
        place = _texts(rest, ("at", "the", "address"))
        if len(place) != 1 or place[0].kind != "text" or not place[0].text.startswith("/"):
            return False
        made.form, made.parameter, made.place = "request", "request", place[0].text
        return True
    if noun != "file" and noun not in _ENDINGS:
        return False
    place = _texts(rest, ("in", "the", "folder", "into", "to", "my", "our"))
    if len(place) != 1 or place[0].kind != "text":
        return False
    made.form, made.parameter, made.place = "file", noun, place[0].text
    made.subject = _ENDINGS.get(noun, "")
    return True


def _texts(tokens: Tokens, words: tuple[str, ...]) -> list[tree.Token]:
    """Return the tokens but those words, which say nothing beside a text."""
    return [t for t in tokens if t.kind != "word" or t.text not in words]


def _thing(tokens: Tokens) -> tuple[str, Tokens]:
    """Return the noun of what arrives, and what follows it."""
    at = 0
    while at < len(tokens) and tokens[at].text in ("a", "an", "the", "any", "new", "another"):
        at += 1
    if at >= len(tokens):
        return "", ()
    noun = tokens[at].text
    if noun in _ENDINGS and at + 1 < len(tokens) and tokens[at + 1].text == "file":
        at += 1
    return _NOUNS.get(noun, noun.removesuffix("s") if noun != "files" else "file"), tokens[at + 1 :]


def _arrives(tokens: Tokens) -> int:
    """Return how many words say that something arrives; 0 where they say something else."""
    for words in sorted(_ARRIVES, key=len, reverse=True):
        parts = words.split()
        if [token.text for token in tokens[: len(parts)]] == parts:
            return len(parts)
    return 0


def _email(rest: Tokens, made: p.TriggerInfo) -> bool:
    made.form, made.parameter = "email", "email"
    while rest:
        if rest[0].text == "from" and len(rest) > 1 and rest[1].kind == "text":
            made.place, rest = rest[1].text, rest[2:]
            continue
        plain = [t.text for t in rest]
        for skip in (
            ["with", "the", "subject"], ["with", "subject"], ["whose", "subject", "contains"],
            ["whose", "subject", "is"], ["about"],
        ):  # fmt: skip
            count = len(skip)
            if plain[:count] == skip and len(rest) > count and rest[count].kind == "text":
                made.subject, rest = rest[count].text, rest[count + 1 :]
                break
        else:
            return False
    return True


# -- when it is time ---------------------------------------------------------------------

_OFTEN = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month",
    "quarterly": "quarter", "yearly": "year", "annually": "year",
}  # fmt: skip
_NAMED = {
    "day": WEEKDAYS, "weekday": WEEKDAYS[:5], "weekend": WEEKDAYS[5:], "morning": WEEKDAYS,
    "night": WEEKDAYS, "evening": WEEKDAYS, "afternoon": WEEKDAYS,
}  # fmt: skip
_WITH_TIME = ("morning", "night", "evening", "afternoon")


def _time(tokens: Tokens, made: p.TriggerInfo) -> bool:
    made.form = "schedule"
    tokens = tuple(t for t in tokens if t.text != ",")
    hours = _hours(tokens)
    if hours is not None:
        tokens = hours[2]
    at = next((n for n, t in enumerate(tokens) if t.text == "at"), len(tokens))
    stop = at + 1
    while stop < len(tokens) and (tokens[stop].kind == "time" or tokens[stop].text == "and"):
        stop += 1
    head, clock = (*tokens[:at], *tokens[stop:]), tokens[at + 1 : stop]
    if at < len(tokens):
        made.times = tuple(t.text for t in clock if t.kind == "time")
        if not made.times or (at and stop < len(tokens)) or not head:
            return False
    words = [t.text for t in head]
    first = words[0]
    if first in _OFTEN:
        unit = tree.Token("word", _OFTEN[first], head[0].span, _OFTEN[first])
        first, head = "every", (head[0], unit, *head[1:])
    if first in ("every", "each"):
        return _every(head[1:], made) and (hours is None or _spread(hours, made))
    return first == "on" and hours is None and _on(head[1:], made)


def _hours(tokens: Tokens) -> tuple[str, str, Tokens] | None:
    """Split `every 15 minutes from 9:00 to 17:00` into the first and last time and the rest."""
    for at, token in enumerate(tokens[:-3]):
        first, joint, last = tokens[at + 1 : at + 4]
        if (token.text, joint.text) in (("from", "to"), ("between", "and"), ("from", "until")) and (
            first.kind == last.kind == "time"
        ):
            return first.text, last.text, (*tokens[:at], *tokens[at + 4 :])
    return None


def _spread(hours: tuple[str, str, Tokens], made: p.TriggerInfo) -> bool:
    """Note the times of day from the first to the last, so many seconds apart."""
    first, last = _minutes(hours[0]), _minutes(hours[1])
    apart = (made.seconds or 0) // 60
    if not apart or made.seconds % 60 or made.times or first > last:
        return False
    made.times = tuple(f"{at // 60:02}:{at % 60:02}" for at in range(first, last + 1, apart))
    made.seconds, made.days = 0, made.days or WEEKDAYS
    return True


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")[:2]
    return int(hours) * 60 + int(minutes)


def _every(tokens: Tokens, made: p.TriggerInfo) -> bool:
    on = next((n for n, t in enumerate(tokens) if t.text == "on"), -1)
    if on > 0:
        return _every_on(tokens[:on], tokens[on + 1 :], made)
    words = [t.text for t in tokens if t.text != "and"]
    if not words:
        return False
    if len(tokens) == 1 and tokens[0].kind == "duration":
        count, _, unit = tokens[0].text.partition(" ")
        return _interval(count, unit, made)
    if len(words) == 2 and words[0] in ("other", "second") and words[1] in ("day", "week"):
        return _interval("2", words[1], made)
    if len(words) == 2 and words[0] in NUMBER_WORDS:
        return _interval(str(NUMBER_WORDS[words[0]]), words[1], made)
    if len(words) == 1 and words[0] in ("hour", "minute", "second"):
        return _interval("1", words[0], made)
    if words in (["month"], ["quarter"], ["year"]):
        made.days = ("1",)
        made.months = {"month": (), "quarter": (1, 4, 7, 10), "year": (1,)}[words[0]]
        return True
    if words == ["week"]:
        made.days = ("monday",)
        return True
    if len(words) == 2 and words[0] in MONTHS:
        return _day_of(words, made)
    return _days(words, made)


def _every_on(often: Tokens, days: Tokens, made: p.TriggerInfo) -> bool:
    """Read `every week on Monday`, `every month on the 1st`, `every 15 minutes on weekdays`."""
    unit = " ".join(t.text for t in often)
    if unit == "month":
        return _of_month([t.text for t in days if t.text not in ("the", "and")], made)
    if unit in ("week", "year"):
        return _on(days, made) and bool(made.months) == (unit == "year")
    if not _every(often, made) or not made.seconds or made.seconds >= _UNITS["day"]:
        return False
    words = [t.text for t in days if t.text not in ("and", "the")]
    if made.seconds % 60 or not _days(words, made):
        return False
    return _spread(("00:00", "23:59", ()), made)


def _days(words: list[str], made: p.TriggerInfo) -> bool:
    """Read `weekday`, `Mondays Thursdays`, `business day`."""
    if len(words) == 2 and words[0] in ("business", "working") and words[1].startswith("day"):
        made.days = ("business day",)
        return True
    found: list[str] = []
    for word in words:
        day = word.removesuffix("s")
        if day in _NAMED:
            if day in _WITH_TIME and not made.times:
                return False
            found += _NAMED[day]
        elif day in WEEKDAYS:
            found.append(day)
        else:
            return False
    made.days = tuple(dict.fromkeys(found))
    return bool(found)


def _interval(count: str, unit: str, made: p.TriggerInfo) -> bool:
    seconds = _UNITS.get(unit.removesuffix("s"), 0)
    if not seconds or not count.isdigit() or not int(count):
        return False
    if seconds < _UNITS["day"] and made.times:
        return False
    made.seconds = seconds * int(count)
    return True


def _on(tokens: Tokens, made: p.TriggerInfo) -> bool:
    """Read `the first business day of each month`, `the 15th of each month`, `Mondays`."""
    words = [t.text for t in tokens if t.text not in ("the", "and")]
    if words and _days(words, made):
        return True
    for ending in (["of", "each", "year"], ["of", "every", "year"]):
        if len(words) > 3 and words[-3:] == ending and words[0] in MONTHS:
            return _day_of(words[:-3], made)
    for ending in (["of", "each", "month"], ["of", "every", "month"], ["of", "the", "month"],
                   ["of", "month"]):  # fmt: skip
        if words[-len(ending) :] == ending:
            return _of_month(words[: -len(ending)], made)
    if len(words) >= 4 and words[-2] in ("every", "each") and words[-1] in ("quarter", "year"):
        # The last day of a quarter is in its last month.
        begins = (1, 4, 7, 10) if words[-1] == "quarter" else (1,)
        ends = (3, 6, 9, 12) if words[-1] == "quarter" else (12,)
        made.months = ends if words[0] == "last" else begins
        return words[-3] == "of" and _of_month(words[:-3], made)
    if len(words) > 2 and words[-2] == "of" and words[-1] in MONTHS:
        made.months = (MONTHS.index(words[-1]) + 1,)
        return _of_month(words[:-2], made)
    return len(words) == 2 and _day_of(words, made)


def _day_of(words: list[str], made: p.TriggerInfo) -> bool:
    """Read `January 1`, `1 January`, `March 31st`: a day of each year."""
    if len(words) != 2:
        return False
    month, day = words if words[0] in MONTHS else (words[1], words[0])
    number = day.rstrip("stndrh")
    if month not in MONTHS or not number.isdigit() or not 1 <= int(number) <= 31:
        return False
    made.months, made.days = (MONTHS.index(month) + 1,), (number,)
    return True


def _of_month(words: list[str], made: p.TriggerInfo) -> bool:
    found = []
    for word in words if len(words) > 1 and all(_number(word) for word in words) else ():
        found.append(str(_number(word)))
    if found:
        made.days = tuple(found)
        return True
    if len(words) == 1 and _number(words[0]):
        made.days = (str(_number(words[0])),)
        return True
    if not words or words[0] not in _PLACES:
        return False
    what = " ".join(words[1:])
    if what in ("business day", "working day", "weekday", "day", *WEEKDAYS):
        made.days = (f"{_PLACES[words[0]]} {'business day' if what == 'working day' else what}",)
        return True
    return False


def _number(word: str) -> int:
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isdigit() and word != digits and 1 <= int(digits) <= 31 else 0


# -- what is offered instead -----------------------------------------------------------------


def offered(tokens: Tokens) -> list[str]:
    """Return heads that would be understood, like the one that is not, with its own words."""
    words = [token.text for token in tokens]
    texts = [token for token in tokens if token.kind == "text"]
    if words[0] in ("when", "whenever"):
        said = f'"{texts[0].text}"' if texts else ""
        if texts and texts[0].text.startswith("/"):
            return [f"When a request arrives at {said}:"]
        if (texts and "@" in texts[0].text) or any(_NOUNS.get(word) == "email" for word in words):
            return [f"When an email arrives from {said}:" if said else "When an email arrives:"]
        folder = said if texts else '"inbox"'
        found = [f"When a file arrives in the folder {folder}:"]
        return found if texts else [*found, "When an email arrives:"]
    times = [token.text for token in tokens if token.kind == "time"] or ["9:00"]
    clock = times[0].removeprefix("0")
    return [
        f"Every day at {clock}:", f"Every weekday at {clock}:", "Every 15 minutes:",
        f"On the first business day of each month at {clock}:",
    ]  # fmt: skip
