"""Showing values in another way than the default: `as "…"` and `in words`."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from kognilang.values.context import Context
from kognilang.values.currencies import NAMES, places
from kognilang.values.dates import MONTHS, WEEKDAYS
from kognilang.values.figures import EXACT, figure_in
from kognilang.values.kinds import Count, Exceptional, Money, Percent
from kognilang.values.refusing import wrong_kind
from kognilang.values.shown import plain, shown, told


def as_pattern(context: Context, value: Any, pattern: Any) -> str | None:
    """`A as "DD/MM/YYYY"`, `A as "#,##0.00"`: dates by letters, figures by digits."""
    if value is None:
        return None
    if not isinstance(pattern, str):
        raise wrong_kind(pattern, "text", "used as a pattern to show a value by")
    if isinstance(value, datetime):
        from kognilang.values.moments import local

        return _dated(local(value, context.settings), pattern)
    if isinstance(value, date | time):
        return _dated(value, pattern)
    if isinstance(value, str):
        from kognilang.values.data import recognise

        found = recognise(value, context.settings)
        if isinstance(found, str) or found is None:
            raise wrong_kind(value, "number", f'shown as "{pattern}"')
        return as_pattern(context, found, pattern)
    return _figured(value, pattern)


_DATE_PART = re.compile(r"'([^']*)'|YYYY|YY|MMMM|MMM|MM|M|DDDD|DDD|DD|D|HH|H|hh|h|mm|ss|AM|PM|am|pm"
                        r"|yyyy|yy|dddd|ddd|dd|d|[A-Za-z]+|[^A-Za-z']+")  # fmt: skip


def _dated(value: date | time, pattern: str) -> str:
    out: list[str] = []
    last = ""
    for match in _DATE_PART.finditer(pattern):
        part = match[0]
        if match[1] is not None:
            out.append(match[1])
            continue
        if part in ("MM", "mm", "M", "m") and last in ("H", "h"):
            part = "minute"
        text = _date_part(value, part)
        if part.isalpha():
            last = part[0]
        out.append(text)
    return "".join(out)


def _date_part(value: date | time, part: str) -> str:
    low = part.lower()
    if isinstance(value, date):
        day = {
            "yyyy": f"{value.year:04}", "yy": f"{value.year % 100:02}",
            "dddd": WEEKDAYS[value.weekday()], "ddd": WEEKDAYS[value.weekday()][:3],
            "dd": f"{value.day:02}", "d": str(value.day),
        }.get(low)  # fmt: skip
        if day is not None:
            return day
        month = {
            "MMMM": MONTHS[value.month - 1], "MMM": MONTHS[value.month - 1][:3],
            "MM": f"{value.month:02}", "M": str(value.month),
        }.get(part)  # fmt: skip
        if month is not None:
            return month
        if low in ("mm", "m") and not isinstance(value, datetime):
            return f"{value.month:02}" if low == "mm" else str(value.month)
    if isinstance(value, datetime | time):
        clock = {
            "HH": f"{value.hour:02}", "H": str(value.hour),
            "hh": f"{value.hour:02}", "h": str((value.hour + 11) % 12 + 1),
            "mm": f"{value.minute:02}", "minute": f"{value.minute:02}",
            "ss": f"{value.second:02}",
            "AM": "AM" if value.hour < 12 else "PM", "PM": "AM" if value.hour < 12 else "PM",
            "am": "am" if value.hour < 12 else "pm", "pm": "am" if value.hour < 12 else "pm",
        }.get(part)  # fmt: skip
        if clock is not None:
            return clock
    if part.isalpha():
        raise Exceptional(
            "bad-pattern",
            f'I do not know "{part}" in a pattern for {told(value)}; write it like "DD/MM/YYYY" '
            'or "HH:mm", and other words in single quotes.',
            prop="pattern",
            needs="text",
            values=(("value", value),),
        )
    return part


_DIGITS = re.compile(r"^(?P<before>[^#0]*)(?P<digits>[#0][#0,]*(?:\.[#0]+)?)(?P<after>.*)$", re.S)


def _figured(value: Any, pattern: str) -> str:
    figure = figure_in(value)
    match = _DIGITS.match(pattern)
    if figure is None or match is None:
        if figure is not None:
            raise Exceptional(
                "bad-pattern",
                f'The pattern "{pattern}" has no place for a number; write it like "0.00" or '
                '"#,##0.00".',
                prop="pattern",
                needs="text",
                values=(("pattern", pattern),),
            )
        raise wrong_kind(value, "number", f'shown as "{pattern}"')
    if "%" in match["after"] and not isinstance(value, Percent):
        figure = figure * 100
    whole, _, part = match["digits"].partition(".")
    rounded = figure.quantize(Decimal(1).scaleb(-len(part)), rounding=ROUND_HALF_UP, context=EXACT)
    text = format(abs(rounded), ",f" if "," in whole else "f")
    ahead, _, behind = text.partition(".")
    optional = len(part) - len(part.rstrip("#"))
    for _ in range(optional):
        if behind.endswith("0"):
            behind = behind[:-1]
    wanted = whole.replace(",", "").count("0")
    if len(ahead.replace(",", "")) < wanted:
        ahead = ahead.replace(",", "").zfill(wanted)
        if "," in whole:
            ahead = _grouped(ahead)
    if wanted == 0 and ahead == "0" and behind:
        ahead = ""
    minus = "-" if rounded < 0 else ""
    return f"{match['before']}{minus}{ahead}{'.' + behind if behind else ''}{match['after']}"


def _grouped(digits: str) -> str:
    head = len(digits) % 3
    groups = [digits[:head]] if head else []
    groups += [digits[at : at + 3] for at in range(head, len(digits), 3)]
    return ",".join(groups)


# -- in words -----------------------------------------------------------------------

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_POWERS = ("", "thousand", "million", "billion", "trillion", "quadrillion")


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_SMALL[hundreds]} hundred"] if hundreds else []
    if rest >= 20:
        tens, ones = divmod(rest, 10)
        words.append(_TENS[tens] + (f"-{_SMALL[ones]}" if ones else ""))
    elif rest:
        words.append(_SMALL[rest])
    return " ".join(words)


def number_words(number: int) -> str:
    """Return a whole number in words: `one thousand two hundred fifty-one`."""
    if number < 0:
        return "minus " + number_words(-number)
    if number == 0:
        return "zero"
    words: list[str] = []
    power = 0
    while number:
        number, rest = divmod(number, 1000)
        if rest:
            words.insert(0, f"{_below_thousand(rest)} {_POWERS[power]}".strip())
        power += 1
    return " ".join(words)


def in_words(context: Context, value: Any) -> str | None:
    """`A in words`: numbers and money spelled out, dates with the month's name."""
    if value is None:
        return None
    if isinstance(value, date):
        day = value
        if isinstance(value, datetime):
            from kognilang.values.moments import local

            day = local(value, context.settings)
        text = f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
        return f"{text} at {day:%H:%M}" if isinstance(day, datetime) else text
    figure = figure_in(value)
    if figure is None:
        if isinstance(value, bool):
            return shown(value)
        raise wrong_kind(value, "number", "written in words")
    if abs(figure) >= 10**18:
        raise Exceptional(
            "too-large",
            f"{told(value)} is too large to be written in words.",
            needs="number",
            values=(("number", value),),
        )
    if type(value) is Money:
        return _money_words(value)
    words = _decimal_words(figure)
    if type(value) is Percent:
        return f"{words} percent"
    return f"{words} {value.noun}" if type(value) is Count else words


def _decimal_words(figure: Decimal) -> str:
    text = plain(abs(figure))
    whole, _, part = text.partition(".")
    words = number_words(int(whole))
    if part:
        words += " point " + " ".join(_SMALL[int(digit)] for digit in part)
    return f"minus {words}" if figure < 0 else words


def _money_words(value: Money) -> str:
    digits = places(value.currency)
    amount = abs(value.amount).quantize(
        Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP, context=EXACT
    )
    whole = int(amount)
    part = int((amount - whole).scaleb(digits))
    unit, hundredth = NAMES.get(value.currency, (value.currency, ""))
    many = {"yen": "yen", "euro": "euros"}.get(
        unit, unit + "s" if value.currency in NAMES else unit
    )
    words = f"{number_words(whole)} {unit if whole == 1 else many}"
    if part:
        if hundredth:
            cents = {"penny": "pence", "paisa": "paise"}.get(hundredth, hundredth + "s")
            words += f" and {number_words(part)} {hundredth if part == 1 else cents}"
        else:
            words += f" and {part:0{digits}}/{10**digits}"
    return f"minus {words}" if value.amount < 0 else words
