"""Operations on texts. Of a blank they are blank; a figure or a date is taken as it is shown."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kognilang.values.context import Context
from kognilang.values.figures import whole
from kognilang.values.kinds import Exceptional, List, Record, Secret, Table
from kognilang.values.refusing import wrong_kind
from kognilang.values.shown import shown, told


def text_of(value: Any, doing: str) -> str:
    """Return a value as a text to work on. Raises Exceptional for a record, a list or a secret."""
    if isinstance(value, str):
        return value
    if isinstance(value, Record | List | Table | Secret):
        raise wrong_kind(value, "text", doing)
    return shown(value)


def as_text(context: Context, value: Any) -> str | None:
    """`A as text`: as it is shown."""
    return None if value is None else shown(value, context.settings)


def followed_by(context: Context, left: Any, right: Any) -> Any:
    """`A followed by B`: texts joined, or lists one after the other; a blank adds nothing."""
    if isinstance(left, List | Table) or isinstance(right, List | Table):
        items: list[Any] = []
        for part in (left, right):
            if isinstance(part, List | Table):
                items += part
            elif part is not None:
                items.append(part)
        noun = left.noun if isinstance(left, List | Table) else right.noun
        return List(items=items, noun=noun)
    if left is None and right is None:
        return None
    return text_of(left, "joined") + text_of(right, "joined")


def in_capitals(context: Context, value: Any) -> str | None:
    """`A in capitals`."""
    return None if value is None else text_of(value, "written in capitals").upper()


def in_lower_case(context: Context, value: Any) -> str | None:
    """`A in lower case`."""
    return None if value is None else text_of(value, "written in lower case").lower()


def capitalized(context: Context, value: Any) -> str | None:
    """`A capitalized`: its first letter a capital."""
    if value is None:
        return None
    text = text_of(value, "capitalized")
    return text[:1].upper() + text[1:]


def in_title_case(context: Context, value: Any) -> str | None:
    """`A in title case`: each word's first letter a capital, the others small."""
    if value is None:
        return None
    text = text_of(value, "written in title case")
    return "".join(
        letter.upper() if not at or text[at - 1] in " \t\n-(" else letter.lower()
        for at, letter in enumerate(text)
    )


def trimmed(context: Context, value: Any) -> str | None:
    """`A trimmed`: without outer spaces."""
    return None if value is None else text_of(value, "trimmed").strip()


def length_of(context: Context, value: Any) -> Decimal:
    """`the length of A`: its characters; of a list, how many it holds."""
    if isinstance(value, List | Table):
        return Decimal(len(value))
    return Decimal(0 if value is None else len(text_of(value, "measured")))


def words_of(context: Context, value: Any) -> List:
    """`the words of A`."""
    words = [] if value is None else text_of(value, "split into words").split()
    return List(items=list(words), noun="word")


def lines_of(context: Context, value: Any) -> List:
    """`the lines of A`, without the line ends."""
    lines = [] if value is None else text_of(value, "split into lines").splitlines()
    return List(items=list(lines), noun="line")


def first_word(context: Context, value: Any) -> str | None:
    """`the first word of A`; of a blank, blank."""
    words = words_of(context, value).items
    return words[0] if words else None


def last_word(context: Context, value: Any) -> str | None:
    """`the last word of A`; of a blank, blank."""
    words = words_of(context, value).items
    return words[-1] if words else None


def first_letters(context: Context, count: Any, value: Any) -> str | None:
    """`the first 3 letters of A`."""
    number = _letters(count)
    return None if value is None else text_of(value, "cut")[:number]


def last_letters(context: Context, count: Any, value: Any) -> str | None:
    """`the last 3 letters of A`."""
    number = _letters(count)
    if value is None:
        return None
    text = text_of(value, "cut")
    return text[len(text) - min(number, len(text)) :]


def _letters(count: Any) -> int:
    number = whole(count, "a number of letters")
    if number < 0:
        raise wrong_kind(count, "number", "a number of letters")
    return number


def split_by(context: Context, value: Any, mark: Any) -> List:
    """`A split by ","`: the pieces, trimmed; of a blank, none."""
    if value is None or value == "":
        return List(items=[])
    text = text_of(value, "split")
    piece = text_of(mark, "used to split")
    if not piece:
        raise Exceptional("blank-value", "A text cannot be split by a blank.", needs="text")
    return List(items=[part.strip() for part in text.split(piece)])


def joined_with(context: Context, value: Any, mark: Any) -> str:
    """`A joined with ", "`: the items as shown, with the mark between; blanks are left out."""
    from kognilang.values.collections import items_of

    items = [shown(item) for item in items_of(value) if item is not None]
    return ("" if mark is None else text_of(mark, "put between")).join(items)


def one_per_line(context: Context, value: Any) -> str:
    """`A listed one per line`; a record is shown by what tells it from others."""
    from kognilang.values.collections import items_of

    return "\n".join(
        told(item) if isinstance(item, Record) else shown(item) for item in items_of(value)
    )


def replaced(context: Context, value: Any, old: Any, new: Any) -> str | None:
    """`A with "a" replaced by "b"`, to the letter, everywhere."""
    if value is None:
        return None
    part = text_of(old, "replaced")
    if not part:
        raise Exceptional("blank-value", "A blank cannot be replaced in a text.", needs="text")
    return text_of(value, "changed").replace(
        part, "" if new is None else text_of(new, "put in its place")
    )


def _found(text: str, mark: str) -> int:
    """Return where a mark stands in a text, without regard to case; -1 if nowhere."""
    at = text.find(mark)
    if at >= 0:
        return at
    low, piece = text.lower(), mark.lower()
    return low.find(piece) if len(low) == len(text) and len(piece) == len(mark) else -1


def _parted(text: str, mark: str) -> tuple[str, str]:
    """Return what stands before and behind a mark. Raises Exceptional `no-match`."""
    at = _found(text, mark)
    if at < 0:
        raise Exceptional(
            "no-match",
            f"{told(mark)} does not occur in {told(text)}.",
            needs="text",
            values=(("text", text), ("looked for", mark)),
        )
    return text[:at], text[at + len(mark) :]


def text_before(context: Context, value: Any, mark: Any) -> str | None:
    """`the text before ":" in A`, trimmed."""
    if value is None:
        return None
    return _parted(text_of(value, "searched"), text_of(mark, "looked for"))[0].strip()


def text_after(context: Context, value: Any, mark: Any) -> str | None:
    """`the text after ":" in A`, trimmed."""
    if value is None:
        return None
    return _parted(text_of(value, "searched"), text_of(mark, "looked for"))[1].strip()


def text_between(context: Context, value: Any, start: Any, end: Any) -> str | None:
    """`the text between "(" and ")" in A`, trimmed."""
    if value is None:
        return None
    text = text_of(value, "searched")
    first, last = text_of(start, "looked for"), text_of(end, "looked for")
    return _parted(_parted(text, first)[1], last)[0].strip()


def new_line(context: Context) -> str:
    """`a new line`."""
    return "\n"
